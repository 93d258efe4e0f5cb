"""A move of Bram, and what tests ask about the parts that come of it."""

from datetime import date

from skp_tui.domain.appraisal import Bagian
from skp_tui.services.base.editing import Isian, Tersimpan
from skp_tui.services.office import moving
from tests.services.office import BRAM, KEPALA, Office

MULAI = "01-07-2017"
NEW: Isian = {
    "mulai": MULAI,
    "lama_mulai": "01-01-2017",
    "unit": "1.2",
    "golongan": "III/a",
    "jabatan": "Analis Mutasi",
    "jenis_jabatan": "fungsional_umum",
    "penilai_nip": KEPALA,
    "penilai_nama": "Kepala Contoh",
    "penilai_golongan": "IV/b",
    "penilai_jabatan": "Kepala Badan",
    "penilai_unit": "Badan",
    "atasan_penilai_nip": KEPALA,
    "atasan_penilai_nama": "Kepala Contoh",
    "atasan_penilai_golongan": "IV/b",
    "atasan_penilai_jabatan": "Kepala Badan",
    "atasan_penilai_unit": "Badan",
}
BEFORE = ("1.1", "III/a", "Analis", "Sari Contoh")
AFTER = ("1.2", "III/a", "Analis Mutasi", "Kepala Contoh")


def move(
    office: Office,
    changed: Isian | None = None,
    *,
    ikut: bool = True,
    tahun: int = 2017,
) -> Tersimpan:
    with office.writing() as writer:
        return moving.move(writer, tahun, BRAM, {**NEW, **(changed or {})}, ikut=ikut)


def parts(office: Office, tahun: int = 2017) -> tuple[Bagian, ...]:
    return office.penilaian(BRAM, tahun).bagian


def printed(part: Bagian) -> tuple[str, str, str, str]:
    return part.unit, part.golongan, part.jabatan, part.penilai.nama


def days(office: Office) -> list[tuple[date | None, date | None]]:
    return [(part.mulai, part.selesai) for part in parts(office)]


def faults(done: Tersimpan) -> dict[str | None, str]:
    return {problem.kolom: problem.pesan for problem in done.ditolak}


def undo(office: Office) -> None:
    with office.writing() as writer:
        assert writer.undo(0) is not None


def steps(office: Office) -> int:
    with office.writing() as writer:
        return len(writer.steps())
