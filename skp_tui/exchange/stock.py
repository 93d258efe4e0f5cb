"""What an import is judged against: the stored facts, handed over by whoever reads the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from skp_tui.domain.office import Pegawai, Unit
from skp_tui.domain.records import Isian
from skp_tui.exchange.kinds import Kunci

OrangTahun = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Stok:
    """The stored facts that a plan needs; ``Stok()`` is an empty database.

    ``units`` and ``pegawai`` (by NIP) say who and what is known; ``periode`` the years that exist;
    ``bagian`` the part numbers of each (tahun, nip); ``terkunci``, ``akademik`` and
    ``pengecualian`` the (tahun, nip) with a locked appraisal, an academic value, an exception;
    ``rekaman`` the stored records of the kind at hand by ``Jenis.kunci_of``, as export writes them
    (appraisers and snapshots resolved). ``tegas`` are the columns of a stored part that do not
    follow its person any more. ``ditolak`` says where the refused rows of the earlier kinds of the
    same import stand, by kind and key: what needs them is told so.
    """

    units: Mapping[str, Unit] = field(default_factory=dict)
    pegawai: Mapping[str, Pegawai] = field(default_factory=dict)
    periode: frozenset[int] = frozenset()
    bagian: Mapping[OrangTahun, frozenset[int]] = field(default_factory=dict)
    terkunci: frozenset[OrangTahun] = frozenset()
    akademik: frozenset[OrangTahun] = frozenset()
    pengecualian: frozenset[OrangTahun] = frozenset()
    rekaman: Mapping[Kunci, Isian] = field(default_factory=dict)
    tegas: Mapping[Kunci, frozenset[str]] = field(default_factory=dict)
    ditolak: Mapping[tuple[str, Kunci], str] = field(default_factory=dict)
