"""What a plan says: rows to add, to change field by field, same, refused; plain frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from skp_tui.errors import Problem
from skp_tui.exchange.kinds import Jenis, Kunci
from skp_tui.exchange.tables import Tabel


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One field that changes; None is empty, ``""`` given as empty (``Kolom.warisan``)."""

    kolom: str
    lama: str | None
    baru: str | None


@dataclass(frozen=True, slots=True)
class Baris:
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


@dataclass(frozen=True, slots=True)
class Tegas:
    """An existing part with the fields that a file gave, same or not: they no longer follow."""

    kunci: Kunci
    rekaman: Mapping[str, str | None]
    kolom: frozenset[str]


@dataclass(frozen=True, slots=True)
class BarisDitolak:
    """A refused record with its cells verbatim and all its faults as one text."""

    baris: int
    sel: tuple[str, ...]
    alasan: str


@dataclass(frozen=True, slots=True)
class TabelDitolak:
    """The refused records of one file, with what is needed to write them back."""

    tabel: Tabel
    pemisah: str
    judul: tuple[str, ...]
    baris: tuple[BarisDitolak, ...]


@dataclass(frozen=True, slots=True)
class Rencana:
    """The plan of one import: all files of the call together, judged against what is stored."""

    jenis: Jenis
    baru: tuple[Baris, ...] = ()
    berubah: tuple[Baris, ...] = ()
    sama: int = 0
    ditolak: tuple[Problem, ...] = ()
    peringatan: tuple[Problem, ...] = ()
    periode_baru: tuple[int, ...] = ()
    ditegaskan: tuple[Tegas, ...] = ()
    tabel_ditolak: tuple[TabelDitolak, ...] = field(default=())

    @property
    def usable(self) -> bool:
        """Say whether at least one row can be used, be it "sama" (exit status 2 otherwise)."""
        return bool(self.baru or self.berubah or self.sama)

    @property
    def jumlah_ditolak(self) -> int:
        """Return how many rows are refused; one row may have several faults."""
        return sum(len(tabel.baris) for tabel in self.tabel_ditolak)
