"""Completion in a year from 2022 on: results, indicators, and the superior's results."""

from functools import partial

from skp_tui.domain.kinerja import HasilKerja, Indikator
from skp_tui.services.base.editing import save_records
from skp_tui.services.base.recording import Tempat
from skp_tui.services.entry import entry
from tests.ui.conftest import Open, Program
from tests.ui.office_2025 import PEOPLE, TAHUN, keys, kinerja, results

CHIEF, FIRST = PEOPLE[0][0], PEOPLE[1][0]
STAFF = "198501012010011099"
"""Somebody of another unit, who is not among those that are listed."""


async def under(program: Program, penilai: str) -> None:
    """Say who appraises everybody but the chief, and read the list anew."""
    records = [
        {"nip": nip, "nama": nama, "unit": "1", "penilai_nip": penilai} for nip, nama in PEOPLE[1:]
    ]
    done = program.write(lambda writer: save_records(writer, "pegawai", records, "penilai"))
    assert not done.ditolak
    program.unit.reload()
    await program.settle()


def plan(program: Program, nip: str, *texts: str) -> None:
    """Store the results of somebody."""
    for no, text in enumerate(texts, 1):
        program.write(
            partial(entry.save, tempat=Tempat(TAHUN, nip), isi=HasilKerja(no, text), kolom=(),
                    sebab=text, baru=True)
        )  # fmt: skip


async def serves(program: Program, *pressed: str) -> None:
    """Go to the first result's cell of what it serves, and press keys there."""
    sheet = kinerja(program).sheet("hasil")
    sheet.move_to(sheet.rows[0].key, "rencana_pimpinan")
    await keys(program, *pressed)


async def test_the_results_of_the_superior_are_offered_where_it_is_typed_what_is_served(
    open_2025: Open,
) -> None:
    async with open_2025(size=(120, 40)) as program:
        await under(program, CHIEF)
        await keys(program, "enter", "ctrl+n", '"Layanan publik prima', "enter", "escape")
        await keys(program, "ctrl+n", "down", "enter", '"Arsip dinas tertata', "enter", "escape")
        # what was typed for the chief a moment ago is offered to those under him
        await keys(program, "f4", "ctrl+n", '"Berkas masuk', "enter", "escape")
        await serves(program, '"a')
        text = " ".join(program.screen_text().split())
        assert "→ Arsip dinas tertata · hasil kerja pejabat penilai" in text
        await keys(program, "right", "enter")
        assert results(program, 1)[0].rencana_pimpinan == "Arsip dinas tertata"
        await keys(program, "ctrl+z")
        assert results(program, 1)[0].rencana_pimpinan == ""


async def test_what_is_served_is_typed_freely_all_the_same(open_2025: Open) -> None:
    async with open_2025() as program:
        await under(program, CHIEF)
        plan(program, CHIEF, "Arsip dinas tertata")
        program.unit.reload()
        await program.settle()
        await keys(program, "down", "enter", "ctrl+n", '"Berkas masuk', "enter", "escape")
        await serves(program, '"Arsip', "enter")
        assert results(program, 1)[0].rencana_pimpinan == "Arsip"


async def test_a_superior_who_is_not_listed_is_read(open_2025: Open) -> None:
    async with open_2025(size=(120, 40)) as program:
        unit = [{"kode": "2", "nama": "Dinas Lain"}]
        program.write(lambda writer: save_records(writer, "unit", unit, "unit"))
        staff = [{"nip": STAFF, "nama": "Mega Rekaan", "unit": "2"}]
        program.write(lambda writer: save_records(writer, "pegawai", staff, "pegawai"))
        plan(program, STAFF, "Layanan antardinas", "Kas daerah")
        await under(program, STAFF)
        await keys(program, "down", "enter", "ctrl+n", '"Berkas masuk', "enter", "escape")
        await serves(program, '"k')
        assert "→ Kas daerah" in program.screen_text()
        await keys(program, "escape")
        # and read anew when something changed meanwhile
        changed = HasilKerja(2, "Kas negara")
        program.write(
            partial(entry.save, tempat=Tempat(TAHUN, STAFF), isi=changed, kolom=("uraian",),
                    sebab="ubah")
        )  # fmt: skip
        kinerja(program).reload()
        await program.settle()
        await serves(program, '"k')
        assert "→ Kas negara" in program.screen_text()
        await keys(program, "escape")


async def test_without_a_superior_nothing_is_offered(open_2025: Open) -> None:
    async with open_2025() as program:
        plan(program, CHIEF, "Arsip dinas tertata")
        program.unit.reload()
        await program.settle()
        await keys(program, "down", "enter", "ctrl+n", '"Berkas masuk', "enter", "escape")
        await serves(program, '"a')
        assert "panah kanan" not in program.screen_text()
        await keys(program, "escape")


async def test_an_indicator_typed_before_brings_its_aspect_and_unit(open_2025: Open) -> None:
    async with open_2025(size=(120, 40)) as program:
        await keys(program, "enter", "ctrl+n", '"Layanan cepat', "enter", '"Waktu layanan', "enter")
        sheet = kinerja(program).sheet("hasil")
        sheet.move_to(sheet.rows[1].key, "aspek")
        await keys(program, "w", "tab", '"5 hari', "enter")
        await keys(program, "f4", "ctrl+n", '"la')
        assert "→ Layanan cepat" in program.screen_text()
        await keys(program, "right", "enter", '"wa')
        assert "→ Waktu layanan · waktu, hari" in " ".join(program.screen_text().split())
        await keys(program, "right", "enter")
        assert program.toasts()[-1].startswith("Aspek dan satuannya diisi seperti yang terakhir")
        assert results(program, 1)[0].uraian == "Layanan cepat"
        assert results(program, 1)[0].indikator == (
            Indikator(1, "Waktu layanan", "waktu", satuan="hari"),
        )
        assert "Target belum diisi, dalam hari" in program.screen_text()
        await keys(program, '"4', "enter")
        (indikator,) = results(program, 1)[0].indikator
        assert (str(indikator.target), indikator.satuan) == ("4", "hari")
        # within its result it is not offered again, in another one it is
        await keys(program, "ctrl+n", "enter", '"wa')
        assert "panah kanan" not in program.screen_text()
        await keys(program, "escape", "ctrl+n", "down", "enter", '"Lain', "enter", '"wa')
        assert "→ Waktu layanan" in program.screen_text()
        await keys(program, "escape")
