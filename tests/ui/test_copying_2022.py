"""From 2022 on the plan is copied by the same keys: a new year, a colleague's, to many at once."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from textual.screen import Screen

from skp_tui.domain.kinerja import BarisIndikator, Ekspektasi, HasilKerja, Indikator, NilaiBerakhlak
from skp_tui.services.base.recording import Tempat
from skp_tui.services.entry.entry import save
from skp_tui.ui.screens.copying.from_one import PreviewScreen, SourceScreen
from skp_tui.ui.screens.copying.to_many import ActivitiesScreen, ManyPreviewScreen
from skp_tui.ui.screens.entry.kinerja import KinerjaScreen
from tests.ui.conftest import Open, Program

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

LALU, KINI = 2025, 2026
TODAY = date(2026, 1, 5)
ARSIP = Indikator(1, "Berkas tertata", target=Decimal(500), satuan="berkas")


def shows(program: Program, kind: type[Screen[None]]) -> bool:
    return isinstance(program.app.screen, kind)


async def planned(program: Program, name: str) -> str:
    """Give somebody a plan of last year: two results, one with an indicator that came to 480."""
    tempat = Tempat(LALU, program.nip_of(name))
    done = Indikator(1, "Berkas tertata", "kuantitas", Decimal(500), "berkas", Decimal(480), "foto")
    rows = (
        HasilKerja(1, "Arsip tertata"),
        BarisIndikator(1, done),
        HasilKerja(2, "Layanan cepat"),
        Ekspektasi(NilaiBerakhlak.LOYAL, "Menjaga rahasia"),
    )

    def store(writer: "Writer") -> None:
        for isi in rows:
            save(writer, tempat, isi, (), "isian", baru=True)

    program.write(store)
    program.app.reload_screens()
    await program.settle()
    return tempat.nip


def results(program: Program, nip: str, tahun: int = KINI) -> tuple[HasilKerja, ...]:
    orang = program.stored(tahun).of(nip)
    assert orang is not None
    return tuple(found for part in orang.penilaian.bagian for found in part.hasil_kerja)


async def test_a_new_year_takes_the_plan_over_without_what_came_of_it(open_program: Open) -> None:
    async with open_program(today=TODAY) as program:
        nip = await planned(program, "Wayan")
        await program.press("o", "tab", "home", "b")
        assert f"Tahun baru · {KINI} dari {LALU} · PermenPANRB 6/2022" in program.screen_text()
        assert "1 menerima 2 hasil kerja." in program.screen_text()
        await program.press("enter")
        assert any("2 hasil kerja disalin" in toast for toast in program.toasts())
        first, second = results(program, nip)
        assert (first.uraian, first.indikator) == ("Arsip tertata", (ARSIP,))
        assert (second.uraian, second.indikator) == ("Layanan cepat", ())
        orang = program.stored(KINI).of(nip)
        assert orang is not None
        assert orang.penilaian.ekspektasi == (Ekspektasi(NilaiBerakhlak.LOYAL, "Menjaga rahasia"),)
        await program.press("ctrl+z")
        assert results(program, nip) == ()


async def test_a_colleagues_results_are_copied_from_the_entry_screen(open_program: Open) -> None:
    async with open_program(today=TODAY) as program:
        await planned(program, "Wayan")
        await program.press("t")
        await program.press("home", "down", "down", "enter")
        assert f"· {LALU} ·" in program.screen_text()
        tiur = program.nip_of("Tiur")
        await program.open("tiur")
        assert shows(program, KinerjaScreen)
        await program.press("ctrl+o")
        assert shows(program, SourceScreen)
        assert "Salin hasil kerja · ke Tiur Contoh · 2025" in program.screen_text()
        await program.press("enter")
        assert shows(program, PreviewScreen)
        assert "2 hasil kerja baru dari SKP 2025 Wayan Contoh, A.Md." in program.screen_text()
        assert "500 berkas" in program.screen_text()
        await program.press("down", "space", "enter")
        assert shows(program, KinerjaScreen)
        (only,) = results(program, tiur, LALU)
        assert (only.no, only.uraian, only.indikator) == (1, "Arsip tertata", (ARSIP,))


async def test_one_persons_results_go_to_many(open_program: Open) -> None:
    async with open_program(today=TODAY) as program:
        wayan = await planned(program, "Wayan")
        await program.press("t")
        await program.press("home", "down", "down", "enter", "slash")
        await program.type("tiur")
        await program.press("down", "escape", "s")
        assert "Tiur Contoh belum punya hasil kerja" in program.toasts()[-1]
        await program.press("slash")
        await program.type("wayan")
        await program.press("down", "escape", "s")
        assert shows(program, ActivitiesScreen)
        assert (
            "Langkah 1 dari 3: hasil kerja mana yang disalin? 2 ditandai." in program.screen_text()
        )
        await program.press("enter", "plus", "enter")
        assert shows(program, ManyPreviewScreen)
        everybody = [satu.nip for satu in program.stored(LALU).orang if satu.nip != wayan]
        await program.press("enter")
        counts = {len(results(program, nip, LALU)) for nip in everybody}
        assert counts == {2}
        await program.press("ctrl+z")
        await program.press("y")
        assert {len(results(program, nip, LALU)) for nip in everybody} == {0}
