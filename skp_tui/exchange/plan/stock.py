"""What an import is judged against: the stored facts, handed over by whoever reads the database."""

from collections.abc import Collection, Mapping
from dataclasses import field

from skp_tui.domain.office import Pegawai, Unit
from skp_tui.domain.records import Isian
from skp_tui.exchange.kinds.kinds import Kunci
from skp_tui.record import record
from skp_tui.rules.regulation import Peraturan, peraturan_stored

OrangTahun = tuple[int, str]


@record
class Stok:
    """The stored facts that a plan needs; ``Stok()`` is an empty database.

    ``units`` and ``pegawai`` (by NIP) say who and what is known; ``peraturan`` the years that exist
    and the code of each one's regulation; ``bagian`` the part numbers of each (tahun, nip);
    ``terkunci``, ``akademik`` and ``pengecualian`` the (tahun, nip) with a locked appraisal, an
    academic value, an exception; ``rekaman`` the stored records of the kind at hand by
    ``Jenis.kunci_of``, as export writes them (appraisers and snapshots resolved). ``tegas`` are the
    columns of a stored part that do not follow its person any more. ``hasil`` are the keys of the
    results that indicators may belong to. ``ditolak`` says where the refused rows of the earlier
    kinds of the same import stand, by kind and key: what needs them is told so.
    """

    units: Mapping[str, Unit] = field(default_factory=dict)
    pegawai: Mapping[str, Pegawai] = field(default_factory=dict)
    peraturan: Mapping[int, str] = field(default_factory=dict)
    bagian: Mapping[OrangTahun, frozenset[int]] = field(default_factory=dict)
    terkunci: frozenset[OrangTahun] = frozenset()
    akademik: frozenset[OrangTahun] = frozenset()
    pengecualian: frozenset[OrangTahun] = frozenset()
    hasil: Collection[Kunci] = frozenset()
    rekaman: Mapping[Kunci, Isian] = field(default_factory=dict)
    tegas: Mapping[Kunci, frozenset[str]] = field(default_factory=dict)
    ditolak: Mapping[tuple[str, Kunci], str] = field(default_factory=dict)

    def peraturan_of(self, tahun: int) -> Peraturan:
        """Return the regulation of a year: of its period, else the one that it would begin under.

        Raises InputError before 2014, DatabaseError for a regulation that is not known here.
        """
        return peraturan_stored(tahun, self.peraturan.get(tahun))
