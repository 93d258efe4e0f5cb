"""What a plan says: rows to add, to change field by field, same, refused; plain frozen values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from itertools import compress
from operator import ne
from typing import NamedTuple

from skp_tui.domain.records import Texts
from skp_tui.errors import Problem
from skp_tui.exchange.kinds.kinds import Jenis, Kunci
from skp_tui.exchange.reading.table_model import Tabel
from skp_tui.record import record


class Perubahan(NamedTuple):
    """One field that changes; None is empty, ``""`` given as empty (``Kolom.warisan``)."""

    kolom: str
    lama: str | None
    baru: str | None


def changes_between(kolom: Iterable[str], before: Texts, after: Texts) -> tuple[Perubahan, ...]:
    """Return the fields in which two records differ; None and an empty text are alike."""
    differing = compress(zip(kolom, before, after, strict=True), map(ne, before, after))
    return tuple(
        [
            Perubahan(nama, old, new)
            for nama, old, new in differing
            if (old or None) != (new or None)
        ]
    )


class Baris(NamedTuple):
    """One record to store: where it stands, its key, itself as merged, and what changes in it.

    ``perubahan`` is empty for a new record. Of a changed one only these fields are to be written,
    since ``rekaman`` holds appraisers and snapshots as resolved, which must go on following.
    """

    berkas: str
    baris: int
    kunci: Kunci
    rekaman: Mapping[str, str | None]
    perubahan: tuple[Perubahan, ...] = ()
    lembar: str | None = None


@record
class Tegas:
    """An existing part with the fields that followed until a file gave them, same or not."""

    kunci: Kunci
    rekaman: Mapping[str, str | None]
    kolom: frozenset[str]


@record
class BarisDitolak:
    """A refused record with its cells verbatim and all its faults as one text."""

    baris: int
    sel: tuple[str, ...]
    alasan: str


@record
class TabelDitolak:
    """The refused records of one file, with what is needed to write them back.

    ``letak`` says which column stands where, so that a screen can name whom a row is about.
    """

    tabel: Tabel
    pemisah: str
    judul: tuple[str, ...]
    baris: tuple[BarisDitolak, ...]
    letak: Mapping[str, int] = field(default_factory=dict, compare=False)


@record
class Rencana:
    """The plan of one import: all files of the call together, judged against what is stored.

    ``buku_ditolak`` counts the BKN workbooks that are refused, each of them whole.
    ``kunci_ditolak`` says where the refused rows stand that other kinds may need, by their key.
    """

    jenis: Jenis
    baru: tuple[Baris, ...] = ()
    berubah: tuple[Baris, ...] = ()
    sama: int = 0
    ditolak: tuple[Problem, ...] = ()
    peringatan: tuple[Problem, ...] = ()
    periode_baru: tuple[int, ...] = ()
    ditegaskan: tuple[Tegas, ...] = ()
    tabel_ditolak: tuple[TabelDitolak, ...] = field(default=())
    buku_ditolak: int = 0
    kunci_ditolak: Mapping[Kunci, str] = field(default_factory=dict)

    @property
    def usable(self) -> bool:
        """Say whether at least one row can be used, be it "sama" (exit status 2 otherwise)."""
        return bool(self.baru or self.berubah or self.sama)

    @property
    def tanpa_penilai(self) -> tuple[str, ...]:
        """Return the NIPs of the new people without an appraiser: nothing else tells of them."""
        named = ("penilai_nip", "penilai_nama")
        return tuple(nip for nip, satu in self._new_people() if not any(map(satu.get, named)))

    @property
    def penilai_bernama(self) -> tuple[str, ...]:
        """Return the NIPs of the new people whose appraiser has a name and no NIP."""
        return tuple(
            nip
            for nip, satu in self._new_people()
            if satu.get("penilai_nama") and not satu.get("penilai_nip")
        )

    def _new_people(self) -> Iterator[tuple[str, Mapping[str, str | None]]]:
        if self.jenis.nama == "pegawai":
            yield from ((baris.rekaman["nip"] or "", baris.rekaman) for baris in self.baru)

    @property
    def jumlah_ditolak(self) -> int:
        """Return how many rows and workbooks are refused; each may have several faults."""
        return sum(len(tabel.baris) for tabel in self.tabel_ditolak) + self.buku_ditolak
