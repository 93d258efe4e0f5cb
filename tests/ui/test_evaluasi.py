"""Both ratings of everybody side by side, by one key each, for any period of the year."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual import events

from skp_tui.domain.appraisal import Evaluasi
from skp_tui.domain.kinerja import BarisIndikator, CapaianOrganisasi, HasilKerja, Indikator
from skp_tui.domain.ukuran import stored_ukuran
from skp_tui.services.base.recording import Tempat
from skp_tui.services.entry import entry
from skp_tui.services.signing.signing import lock
from skp_tui.storage.changes.capaian import set_capaian
from skp_tui.ui.screens.cells.block_preview import BlockPreview
from skp_tui.ui.screens.frame.ask import ChooseScreen
from skp_tui.ui.screens.judging.perilaku import PerilakuScreen
from skp_tui.ui.screens.mengapa.screen import MengapaScreen
from tests.ui.conftest import Open, Program
from tests.ui.rated import (
    ATAS,
    BAWAH,
    SESUAI,
    TAHUN,
    cell,
    evaluasi,
    grid,
    open_2025,
    person,
    rate_all,
    store,
    view,
)

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

EVERYBODY = 41
BOTH = Evaluasi(hasil_kerja=SESUAI, perilaku_kerja=SESUAI)
MATRIX = (
    "Sangat Baik", "Baik", "Kurang", "Baik", "Baik", "Kurang",
    "Butuh Perbaikan", "Butuh Perbaikan", "Sangat Kurang",
)  # fmt: skip
"""The predikat of 1 to 3 of hasil kerja, each with 1 to 3 of perilaku kerja."""


def first(program: Program, place: int = 0) -> str:
    """Return the name of somebody by his place in the grid."""
    return grid(program).rows[place].cells[2]


async def test_r_opens_the_ratings_from_2022_and_perilaku_before(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("r")
        assert isinstance(program.app.screen, PerilakuScreen)
        await program.press("escape")
        await rate_all(program)
        headline = program.line("headline")
        assert headline.startswith("Evaluasi Tahunan · Kepala Badan · 2025")
        assert f"0 dari {EVERYBODY} lengkap" in headline
        assert cell(program) == (first(program), "hasil_kerja")


async def test_one_key_rates_and_goes_down_then_on_at_the_top_of_perilaku(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await rate_all(program)
        names = [row.cells[2] for row in grid(program).rows]
        for place in range(EVERYBODY):
            assert cell(program) == (names[place], "hasil_kerja")
            await program.press(str(place % 3 + 1))
        assert cell(program) == (names[0], "perilaku_kerja")
        for _ in names:
            await program.press("2")
        assert program.toasts()[-1].startswith("Kedua peringkat semua orang sudah terisi.")
        assert f"{EVERYBODY} dari {EVERYBODY} lengkap" in program.line("headline")
        found = view(program)
        ratings = [satu.penilaian.evaluasi_tahunan for satu in found.orang if satu.hasil.sebutan]
        assert ratings == [
            Evaluasi(hasil_kerja=(ATAS, SESUAI, BAWAH)[place % 3], perilaku_kerja=SESUAI)
            for place in range(EVERYBODY)
        ]
        assert found.rekap.dinilai == EVERYBODY
        assert found.rekap.minimal_baik == sum(place % 3 < 2 for place in range(EVERYBODY))


async def test_every_cell_of_the_matrix_follows_at_once(open_program: Open) -> None:
    async with open_program() as program:
        await rate_all(program)
        for place, predikat in enumerate(MATRIX):
            await program.press(str(place // 3 + 1), "up", "right", str(place % 3 + 1), "left")
            assert grid(program).rows[place].cells[5] == predikat
        spread = program.line("rating-spread").splitlines()[0]
        assert spread == ("S. Baik 1 · Baik 3 · B. Perbaikan 2 · Kurang 2 · S. Kurang 1 · belum 32")
        assert [satu.hasil.sebutan for satu in view(program).orang[:9]] == list(MATRIX)


async def test_the_cursor_begins_where_a_rating_is_lacking(open_program: Open) -> None:
    async with open_program() as program:
        await open_2025(program)
        await store(program, **{"Drs. Baharuddin": Evaluasi(hasil_kerja=SESUAI)})
        await program.press("r")
        assert cell(program) == (first(program, 1), "hasil_kerja")
        everybody = {row.cells[2]: Evaluasi(hasil_kerja=SESUAI) for row in grid(program).rows}
        await program.press("escape")
        await store(program, **everybody)
        # Esc left the cursor of the list where it had been here
        await program.press("r")
        assert cell(program) == (first(program, 1), "perilaku_kerja")


async def test_the_person_of_the_cursor_is_rated_first_and_in_the_next_period_too(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await open_2025(program)
        await program.press("down", "down", "r")
        assert cell(program) == (first(program, 2), "hasil_kerja")
        await program.press("ctrl+g", "1")
        assert cell(program) == (first(program, 2), "hasil_kerja")


async def test_enter_at_the_end_goes_on_where_a_rating_is_lacking(open_program: Open) -> None:
    async with open_program() as program:
        await open_2025(program)
        assert program.unit.view is not None
        half = {"Bram": Evaluasi(hasil_kerja=SESUAI), "Wayan": Evaluasi(perilaku_kerja=SESUAI)}
        people = (satu.nama for satu in program.unit.view.orang)
        await store(program, **{nama: half.get(nama.split()[0], BOTH) for nama in people})
        await program.press("r")
        assert cell(program)[0].startswith("Wayan")
        await program.press("ctrl+end", "enter")
        assert cell(program) == ("Bram Contoh", "perilaku_kerja")
        await program.press("2", "ctrl+end", "enter")
        assert cell(program)[0].startswith("Wayan")
        assert cell(program)[1] == "hasil_kerja"
        await program.press("2", "right", "ctrl+end", "enter")
        assert program.toasts()[-1].startswith("Kedua peringkat semua orang sudah terisi.")


async def test_delete_clears_and_undo_brings_back(open_program: Open) -> None:
    async with open_program() as program:
        await rate_all(program)
        name = first(program)
        await program.press("1", "up", "delete")
        assert cell(program) == (name, "hasil_kerja")
        assert evaluasi(program, name).hasil_kerja is None
        await program.press("ctrl+z")
        assert evaluasi(program, name).hasil_kerja is ATAS
        assert grid(program).rows[0].cells[3] == "Di atas"
        await program.press("ctrl+y")
        assert grid(program).rows[0].cells[3] == "–"


async def test_another_key_says_which_there_are_and_stores_nothing(open_program: Open) -> None:
    async with open_program() as program:
        await rate_all(program)
        await program.press("4")
        assert "Tekan 1 Di atas · 2 Sesuai · 3 Di bawah." in program.screen_text()
        await program.press("down", "up", *"b")
        assert "Tekan 1 Di atas · 2 Sesuai · 3 Di bawah." in program.screen_text()
        await program.press(*"aik", "1", "2", "3")
        assert "Di sini tidak diketik; Esc, lalu tekan 1" in program.screen_text()
        assert cell(program) == (first(program), "hasil_kerja")
        assert all(not satu.penilaian.evaluasi for satu in view(program).orang)


async def test_a_narrow_window_keeps_the_period(open_program: Open) -> None:
    async with open_program(size=(40, 12)) as program:
        await rate_all(program)
        await program.press("2")
        assert program.line("headline").strip().startswith("Evaluasi Tahunan")
        await program.press("ctrl+g", "3")
        headline = program.line("headline").strip()
        assert headline.startswith("Evaluasi Triwulan III")
        assert headline.endswith("tersimpan")


async def test_a_replaced_rating_is_told_with_its_name(open_program: Open) -> None:
    async with open_program() as program:
        await rate_all(program)
        name = first(program)
        await program.press("2", "up", "2", "up", "1")
        assert program.toasts()[-1] == (
            f"Peringkat hasil kerja {name}: Sesuai → Di atas. Ctrl+Z mengembalikan."
        )
        assert sum("Peringkat" in toast for toast in program.toasts()) == 1
        await program.press("up", "delete")
        assert program.toasts()[-1].endswith(": Di atas → kosong. Ctrl+Z mengembalikan.")


async def test_the_targets_of_a_quarter_are_said_to_be_of_the_year(open_program: Open) -> None:
    async with open_program() as program:
        await rate_all(program)
        assert grid(program).columns[-1].title == "Target"
        await program.press("ctrl+g", "2")
        assert grid(program).columns[-1].title == "Setahun"
        assert "Setahun" in program.screen_text()
        assert "setahun: belum ada indikator" in program.line("judge-cell")


async def test_a_signed_appraisal_is_passed_and_says_why(open_program: Open) -> None:
    async with open_program() as program:
        await open_2025(program)
        both = Evaluasi(hasil_kerja=SESUAI, perilaku_kerja=SESUAI)
        await store(program, **{"Drs. Baharuddin": both})
        nip = program.nip_of("Drs. Baharuddin")
        program.write(lambda writer: lock(writer, TAHUN, [nip], date(2026, 1, 20)))
        program.unit.reload()
        await program.settle()
        await program.press("r")
        assert grid(program).rows[0].cells[1] == "="
        await program.press("up", "1")
        assert program.toasts()[-1].endswith("penilaiannya sudah dikunci; hanya dapat dibaca.")
        assert "terkunci sejak 20 Januari 2026" in program.screen_text()
        assert evaluasi(program, "Drs. Baharuddin") == both


async def test_marked_cells_take_one_rating_in_one_step(open_program: Open) -> None:
    async with open_program() as program:
        await rate_all(program)
        await program.press("ctrl+b", "down", "down", "right", "2")
        found = [satu.penilaian.evaluasi_tahunan for satu in view(program).orang[:4]]
        assert found[:3] == [Evaluasi(hasil_kerja=SESUAI, perilaku_kerja=SESUAI)] * 3
        assert found[3] == Evaluasi()
        await program.press("ctrl+z")
        assert all(satu.hasil.sebutan is None for satu in view(program).orang)


async def test_a_pasted_column_is_understood_shown_and_stored(open_program: Open) -> None:
    async with open_program() as program:
        await rate_all(program)
        await program.paste("di atas ekspektasi\tsesuai\n2\tSesuai\ndi_bawah\t3\n")
        assert isinstance(program.app.screen, BlockPreview)
        await program.press("enter")
        named = [satu.hasil.sebutan for satu in view(program).orang[:4]]
        assert named == ["Baik", "Baik", "Sangat Kurang", None]


async def test_a_pasted_word_that_is_no_rating_refuses_the_whole_block(open_program: Open) -> None:
    async with open_program() as program:
        await rate_all(program)
        await program.paste("sesuai\tbagus\nsesuai\tsesuai\n")
        assert isinstance(program.app.screen, BlockPreview)
        assert "bagus" in program.screen_text()
        await program.press("escape")
        assert all(not satu.penilaian.evaluasi for satu in view(program).orang)


async def test_another_period_is_rated_by_itself_and_helps_the_yearly_one(
    open_program: Open,
) -> None:
    async with open_program(size=(120, 40)) as program:
        await rate_all(program)
        name = first(program)
        await program.press("ctrl+g")
        assert isinstance(program.app.screen, ChooseScreen)
        await program.press("1")
        assert program.line("headline").startswith("Evaluasi Triwulan I · ")
        await program.press("1", "up", "right", "2")
        assert evaluasi(program, name, "triwulan-1") == Evaluasi("triwulan-1", ATAS, SESUAI)
        assert evaluasi(program, name) == Evaluasi()
        assert view(program).orang[0].hasil.sebutan is None
        await program.press("ctrl+g")
        assert f"Triwulan I    1 dari {EVERYBODY}" in program.screen_text()
        await program.press("4")
        assert grid(program).rows[0].cells[7] == "TW I Baik"
        await program.press("ctrl+home", "3", "up", "right", "3")
        await program.press("ctrl+g", "t")
        await program.press("ctrl+home")
        assert "TW IV Sangat Kurang · TW I Baik" in program.line("judge-cell")


async def test_the_period_is_not_switched_while_a_choice_could_not_be_stored(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await rate_all(program)
        nip = program.nip_of(first(program))
        await program.press("2", "down")
        both = Evaluasi(hasil_kerja=SESUAI, perilaku_kerja=SESUAI)
        await store(program, **{first(program): both})
        program.write(lambda writer: lock(writer, TAHUN, [nip], date(2026, 1, 20)))
        await program.press("up", "up", "3")
        assert "GAGAL disimpan: 1" in program.screen_text()
        await program.press("ctrl+g")
        assert not isinstance(program.app.screen, ChooseScreen)
        assert "perbaiki, atau Esc" in program.toasts()[-1]
        await program.press("escape", "ctrl+g")
        assert isinstance(program.app.screen, ChooseScreen)


async def test_the_guiding_text_is_of_the_cursors_column(open_program: Open) -> None:
    async with open_program() as program:
        await rate_all(program)
        assert "1 Di atas   Sebagian besar atau semua hasil kerja melampaui" in (
            program.screen_text()
        )
        await program.press("right")
        assert "1 Di atas   Ketujuh nilai BerAKHLAK selalu tampak" in program.screen_text()


@pytest.mark.parametrize(
    ("size", "lines"), [((80, 24), 6), ((120, 40), 4), ((80, 20), 3), ((80, 14), 0), ((40, 10), 0)]
)
async def test_the_guiding_text_gives_way_to_the_people_on_a_low_screen(
    open_program: Open, size: tuple[int, int], lines: int
) -> None:
    async with open_program(size=size) as program:
        screen = await rate_all(program)
        assert screen.query_one("#rating-guide").size.height == lines
        assert grid(program).size.height >= 4
        assert first(program)[:12] in program.screen_text()


async def test_reached_targets_are_told_but_decide_nothing(open_program: Open) -> None:
    async with open_program() as program:
        await open_2025(program)
        nip = program.nip_of("Drs. Baharuddin")
        outcomes = (("12", "12"), ("12", "11"), ("lengkap", "lengkap"), ("3", None))

        def fill(writer: "Writer") -> None:
            place = Tempat(TAHUN, nip)
            entry.save(writer, place, HasilKerja(1, "Arsip tertata"), {"uraian"}, "x", baru=True)
            for no, (target, outcome) in enumerate(outcomes, 1):
                indikator = Indikator(
                    no, "Berkas", target=stored_ukuran(target), realisasi=stored_ukuran(outcome)
                )
                row = BarisIndikator(1, indikator)
                entry.save(writer, place, row, {"uraian"}, "x", baru=True)

        program.write(fill)
        program.unit.reload()
        await program.settle()
        await program.press("r")
        assert grid(program).rows[0].cells[6] == "1/3"
        assert "target tercapai 1 dari 3 · 1 belum diisi" in program.screen_text()
        assert view(program).orang[0].hasil.sebutan is None


async def test_the_distribution_counts_the_whole_unit_and_warns_off_its_pattern(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await open_2025(program)
        assert program.unit.view is not None
        both = Evaluasi(hasil_kerja=ATAS, perilaku_kerja=ATAS)
        await store(program, **{satu.nama: both for satu in program.unit.view.orang[5:]})

        def choose(writer: "Writer") -> None:
            with writer.change("capaian") as work:
                set_capaian(work, TAHUN, "1", CapaianOrganisasi.BAIK)

        program.write(choose)
        program.unit.reload()
        await program.settle()
        await program.press("1", "r")
        assert len(grid(program).rows) == 5
        spread = program.line("rating-spread").splitlines()
        assert spread[0] == f"Sebaran  Sangat Baik {EVERYBODY - 5} · belum 5"
        await program.press("2", "ctrl+home", "right", "2")
        assert "Baik 1 · belum 4" in program.line("rating-spread")
        assert "ada Butuh Perbaikan atau Kurang" in program.line("rating-spread")


async def test_without_a_capaian_it_is_said_where_it_is_chosen(open_program: Open) -> None:
    async with open_program() as program:
        await rate_all(program)
        assert "Capaian organisasi belum dipilih (B di layar Unit)" in program.screen_text()
        await program.press("ctrl+g", "1")
        assert "Capaian organisasi" not in program.screen_text()


async def test_f9_explains_and_escape_returns_to_the_person(open_program: Open) -> None:
    async with open_program() as program:
        await rate_all(program)
        await program.press("2", "2", "down")
        name = cell(program)[0]
        await program.press("f9")
        assert isinstance(program.app.screen, MengapaScreen)
        await program.press("escape", "escape")
        assert program.unit.people.cursor_row == program.nip_of(name)
        await program.press("home")
        assert "sesuai" in program.screen_text()


async def test_the_filter_of_the_start_screen_is_who_is_rated(open_program: Open) -> None:
    async with open_program() as program:
        await open_2025(program)
        both = Evaluasi(hasil_kerja=SESUAI, perilaku_kerja=BAWAH)
        await store(program, Bram=both)
        await program.press("2", "r")
        assert [row.cells[2] for row in grid(program).rows] == ["Bram Contoh"]
        assert "Hanya: di bawah Baik" in program.screen_text()
        await program.press("escape", "2", "4", "r")
        assert len(grid(program).rows) == EVERYBODY - 1


async def test_keys_typed_at_once_rate_in_their_order(open_program: Open) -> None:
    async with open_program() as program:
        await rate_all(program)
        for sign in "123" * 4:
            program.app.post_message(events.Key(sign, sign))
        await program.settle()
        given = [satu.penilaian.evaluasi_tahunan.hasil_kerja for satu in view(program).orang]
        assert given[:12] == [ATAS, SESUAI, BAWAH] * 4
        assert given[12:] == [None] * (len(given) - 12)


async def test_the_trail_says_whose_rating_became_what(open_program: Open) -> None:
    async with open_program() as program:
        await rate_all(program)
        name = first(program)
        await program.press("2", "up", "1", "escape", "home", "j")
        await program.outlast_messages()
        shown = " ".join(program.screen_text().split())
        assert "hasil kerja · evaluasi tahunan 2025 sesuai → di atas" in shown
        assert f"{name} (" in shown


async def test_everybody_excepted_leaves_a_sentence(open_program: Open) -> None:
    async with open_program() as program:
        await open_2025(program)
        await program.press("slash")
        await program.type("tidakada")
        await program.press("enter", "r")
        assert "Tidak ada yang perlu dievaluasi di daftar ini. Esc kembali." in (
            program.screen_text()
        )
        await program.press("1", "enter", "f9", "ctrl+g", "1", "escape")
        assert person(program, "Bram").hasil.sebutan is None


async def test_the_stored_rating_chosen_again_ends_a_refused_one(open_program: Open) -> None:
    async with open_program() as program:
        await open_2025(program)
        name, both = "Drs. Baharuddin", Evaluasi(hasil_kerja=SESUAI, perilaku_kerja=SESUAI)
        await store(program, **{name: both})
        nip = program.nip_of(name)
        await program.press("r", "up")
        program.write(lambda writer: lock(writer, TAHUN, [nip], date(2026, 1, 20)))
        await program.press("1")
        assert "GAGAL disimpan: 1" in program.screen_text()
        assert cell(program) == (first(program), "hasil_kerja")
        await program.press("2")
        assert "GAGAL" not in program.screen_text()
        assert grid(program).refused_cells == ()
        assert evaluasi(program, name) == both
