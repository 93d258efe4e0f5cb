"""Units and people, and who belongs to a year (exchange 1)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from skp_tui.domain.nip import StatusPegawai
from skp_tui.record import record

TAHUN_PPPK = 2022


class JenisJabatan(StrEnum):
    """Kind of post; only a structural one is judged on kepemimpinan."""

    STRUKTURAL = "struktural"
    FUNGSIONAL_TERTENTU = "fungsional_tertentu"
    FUNGSIONAL_UMUM = "fungsional_umum"


ESELON = ("I.a", "I.b", "II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "V.a", "V.b")


@record
class Unit:
    """An organisational unit; it counts itself and everything below it."""

    kode: str
    nama: str
    induk: str | None = None


PEJABAT = ("penilai", "atasan_penilai")
"""The two who judge a person: what the names of their columns begin with."""
KOLOM_PEJABAT = ("nip", "nama", "golongan", "jabatan", "unit")
"""What is known of each of them: the fields of ``Pejabat``, and how their columns end."""
PENDAMPING = KOLOM_PEJABAT[1:]
"""What belongs to the holder of a NIP, and so goes when another one is named."""
SNAPSHOT = (
    "unit", "golongan", "jabatan", "jenis_jabatan",
    *(f"{who}_{name}" for who in PEJABAT for name in KOLOM_PEJABAT),
)  # fmt: skip
"""What a part of a year copies from the person once it no longer follows him."""


@record
class Pejabat:
    """An appraiser, or his superior, as the form prints him; empty text where not known."""

    nip: str = ""
    nama: str = ""
    golongan: str = ""
    jabatan: str = ""
    unit: str = ""

    @property
    def ditetapkan(self) -> bool:
        """Say whether somebody is named, be it by NIP or by name alone."""
        return bool(self.nip or self.nama)


@record
class Pegawai:
    """A civil servant as he is now; ``unit`` is a unit's code."""

    nip: str
    nama: str
    unit: str
    golongan: str = ""
    tmt_golongan: date | None = None
    jabatan: str = ""
    jenis_jabatan: JenisJabatan | None = None
    eselon: str = ""
    status: StatusPegawai = StatusPegawai.PNS
    penilai: Pejabat = Pejabat()
    atasan_penilai: Pejabat = Pejabat()
    aktif_sejak: date | None = None
    aktif_sampai: date | None = None

    def active_in(self, tahun: int) -> bool:
        """Say whether [aktif_sejak, aktif_sampai], both inclusive, touches the year."""
        started = self.aktif_sejak is None or self.aktif_sejak.year <= tahun
        return started and (self.aktif_sampai is None or self.aktif_sampai.year >= tahun)

    def belongs_to(self, tahun: int) -> bool:
        """Say whether the person is counted in the year; PPPK belong to no year before 2022."""
        known = self.status is not StatusPegawai.PPPK or tahun >= TAHUN_PPPK
        return known and self.active_in(tahun)


def roots(units: Iterable[Unit]) -> list[str]:
    """Return the codes of the units without induk, by code point."""
    return sorted(unit.kode for unit in units if unit.induk is None)


def children(units: Iterable[Unit]) -> dict[str | None, list[str]]:
    """Return for each unit (None: the roots) the codes right below it, by code point."""
    below: dict[str | None, list[str]] = {}
    for unit in sorted(units, key=lambda unit: unit.kode):
        below.setdefault(unit.induk, []).append(unit.kode)
    return below


def upwards(units: Mapping[str, Unit], kode: str | None) -> Iterator[str]:
    """Yield the code of a unit and of each one above it; ends also where they make a circle."""
    seen: set[str] = set()
    while kode is not None and kode in units and kode not in seen:
        seen.add(kode)
        yield kode
        kode = units[kode].induk


def subtree(units: Mapping[str, Unit], root: str) -> set[str]:
    """Return the codes of the unit and of everything below it."""
    below = children(units.values())
    found: set[str] = set()
    waiting = [root]
    while waiting:
        kode = waiting.pop()
        if kode not in found:
            found.add(kode)
            waiting.extend(below.get(kode, ()))
    return found
