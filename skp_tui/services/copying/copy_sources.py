"""Lists where a plan can be copied from, and to whom it can go."""

import sqlite3

from skp_tui.domain.office import Pegawai, subtree
from skp_tui.record import record
from skp_tui.services.base.recording import Tempat
from skp_tui.services.base.views import regulation_of
from skp_tui.services.copying.copying import PesananSalin, RencanaSalin, obstacle, plan, same_text
from skp_tui.services.entry.target_rows import KEGIATAN, butir_of, jenis_rencana, without_outcomes
from skp_tui.storage.reading.activities import Sumber, read_plan, read_sources
from skp_tui.storage.reading.year_reader import Tahun, read_year

__all__ = ["Calon", "Sumber", "candidates", "plan_from", "sources"]


@record
class Calon:
    """Somebody of a unit who could get rows: how many he has, or why he gets none."""

    pegawai: Pegawai
    jabatan: str
    jumlah: int
    sejabatan: bool
    alasan: str


def sources(
    connection: sqlite3.Connection, tempat: Tempat, jabatan: str, jenis: str = KEGIATAN
) -> list[Sumber]:
    """Return what can be copied into a part, the likeliest first.

    His own years before, the newest first; his other parts of this year; his later years; then the
    colleagues of the year, those in the same post first.
    """
    post = same_text(jabatan)

    def place(satu: Sumber) -> tuple[object, ...]:
        if satu.nip == tempat.nip:
            later = satu.tahun - tempat.tahun
            return 0, (later > 0) + (later >= 0), -satu.tahun, "", -satu.bagian
        return 1, same_text(satu.jabatan) != post, 0, satu.nama.casefold(), satu.nip, -satu.bagian

    found = read_sources(connection, tempat.tahun, tempat.nip, jenis)
    here = (tempat.tahun, tempat.nip, tempat.bagian)
    others = (satu for satu in found if (satu.tahun, satu.nip, satu.bagian) != here)
    return sorted(others, key=place)


def plan_from(connection: sqlite3.Connection, sumber: Sumber, tempat: Tempat) -> RencanaSalin:
    """Return what copying a part into another would do."""
    rows = without_outcomes(read_plan(connection, sumber))
    pesanan = PesananSalin(tempat.tahun, {tempat.nip: rows}, tempat.bagian, jenis=sumber.jenis)
    return plan(connection, pesanan)


def candidates(connection: sqlite3.Connection, tahun: int, kode: str, nip: str) -> list[Calon]:
    """Return to whom of a unit somebody's plan can go, those in his post first.

    Who does not belong to the year is there too, so that nobody looks for him in vain.
    """
    year = read_year(connection, tahun)
    inside = subtree(year.kantor.units, kode)
    post = same_text(_calon(year, nip, "").jabatan)
    found = [_calon(year, own, post) for own in year.kantor.people if own != nip]
    here = [satu for satu in found if _unit(year, satu.pegawai) in inside]
    return sorted(here, key=lambda satu: (not satu.sejabatan, bool(satu.alasan), *_name(satu)))


def _name(satu: Calon) -> tuple[str, str]:
    return satu.pegawai.nama.casefold(), satu.pegawai.nip


def _unit(year: Tahun, pegawai: Pegawai) -> str:
    return year.penilaian[pegawai.nip].unit if pegawai.nip in year.penilaian else pegawai.unit


def _calon(year: Tahun, nip: str, post: str) -> Calon:
    pegawai, penilaian = year.kantor.people[nip], year.penilaian.get(nip)
    bagian = penilaian.bagian_terakhir if penilaian else None
    jabatan = (bagian or pegawai).jabatan
    jenis = jenis_rencana(regulation_of(year)) or KEGIATAN
    return Calon(
        pegawai,
        jabatan,
        jumlah=len(butir_of(bagian, jenis)),
        sejabatan=bool(post) and same_text(jabatan) == post,
        alasan=obstacle(pegawai, penilaian, year.tahun, jenis),
    )
