"""The lines of a plan: every fault and every change once, in one order, whatever their number."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from skp_tui.errors import Problem
from skp_tui.exchange.bkn.selisih import Selisih
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.model import Baris, Perubahan, Rencana
from skp_tui.services.imports.import_many import Borongan, Gladi
from skp_tui.ui.screens.lists.long_grid import LongGrid, Places, WrittenRows
from skp_tui.ui.screens.plan.asking import enter_line, nothing_to_do, question
from skp_tui.ui.screens.plan.entries import Butir, Keadaan, Susunan
from skp_tui.ui.screens.plan.reading import search
from skp_tui.ui.screens.plan.rows import Baca, isi_of, short_name, value_words
from skp_tui.ui.screens.plan.words import reading
from skp_tui.ui.widgets.grid.grid import Column, Row

KINDS = ("unit", "pegawai", "kegiatan")
HOSTILE = "Siti \x1b]52;c;aGFsbw==\x07\x1b[2J\u202e[@click=app.quit]itiS[/] [/]"

problems = st.builds(
    Problem,
    st.just("rusak"),
    st.sampled_from(["a.csv", "b.csv"]),
    st.integers(2, 9),
    sengketa=st.sampled_from([None, None, "k1", "k2"]),
)
rows = st.builds(
    Baris,
    st.just("a.csv"),
    st.integers(2, 9),
    st.just(("1",)),
    st.just({"kode": "1", "nama": "Satu", "nip": "1"}),
    st.lists(st.builds(Perubahan, st.just("nama"), st.just("x"), st.just("y")), min_size=1).map(
        tuple
    ),
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Rencana, ...]:
    return tuple(
        Rencana(
            jenis_of(jenis),
            baru=tuple(draw(st.lists(rows, max_size=3))),
            berubah=tuple(draw(st.lists(rows, max_size=3))),
            ditolak=tuple(draw(st.lists(problems, max_size=4))),
            peringatan=tuple(draw(st.lists(problems, max_size=2))),
        )
        for jenis in draw(st.lists(st.sampled_from(KINDS), unique=True))
    )


@given(plans())
def test_every_fault_every_change_and_every_new_row_has_one_line(
    plans: tuple[Rencana, ...],
) -> None:
    butir = Susunan(plans).butir
    told = [satu.isi for satu in butir if satu.keadaan in {Keadaan.SENGKETA, Keadaan.DITOLAK}]
    assert sorted(map(repr, told)) == sorted(repr(one) for satu in plans for one in satu.ditolak)
    changes = [satu.perubahan for satu in butir if satu.keadaan is Keadaan.BERUBAH]
    assert changes == [one for satu in plans for baris in satu.berubah for one in baris.perubahan]
    assert [satu.isi for satu in butir if satu.keadaan is Keadaan.BARU] == [
        baris for satu in plans for baris in satu.baru
    ]


@given(plans(), st.sets(st.sampled_from(list(Keadaan))), st.sampled_from(["", *KINDS]))
def test_a_filter_leaves_just_the_lines_of_its_states_and_kind(
    plans: tuple[Rencana, ...], states: set[Keadaan], kind: str
) -> None:
    susunan = Susunan(plans)
    expected = [
        number
        for number, satu in enumerate(susunan.butir)
        if satu.keadaan in states and kind in {"", satu.jenis.nama}
    ]
    assert list(susunan.numbers(sorted(states), kind)) == expected
    assert susunan.count(sorted(states), kind) == len(expected)


@given(plans())
def test_rows_about_the_same_data_stand_together(plans: tuple[Rencana, ...]) -> None:
    for satu in plans:
        keys = [
            one.isi.sengketa
            for one in Susunan([satu]).butir
            if one.keadaan is Keadaan.SENGKETA and isinstance(one.isi, Problem)
        ]
        assert keys == sorted(keys, key=str)


@given(st.sets(st.integers(0, 60)).map(sorted))
def test_the_place_of_a_line_is_found_in_the_numbers(numbers: list[int]) -> None:
    places = Places(numbers)
    assert [places[str(number)] for number in numbers] == list(range(len(numbers)))
    assert list(places) == [str(number) for number in numbers]
    assert all((str(number) in places) == (number in numbers) for number in range(62))


def test_part_of_the_lines_is_not_written_before_somebody_asks() -> None:
    written: list[int] = []

    def write(number: int) -> Row:
        written.append(number)
        return Row(str(number), ("x",))

    rows = WrittenRows(range(200_000), write)[10:20]
    assert (len(rows), written) == (10, [])
    assert rows[0].key == "10"


class LongApp(App[None]):
    """A long list alone on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.written = 0

    def compose(self) -> ComposeResult:
        """Yield the list."""
        yield LongGrid((), cursor="row")

    def show(self, numbers: Sequence[int]) -> LongGrid:
        """Show some of many lines."""
        grid = self.query_one(LongGrid)
        grid.show_many((Column("a", "A", 10),), numbers, self._write)
        return grid

    def _write(self, number: int) -> Row:
        self.written += 1
        return Row(str(number), (f"baris {number}",))


async def test_two_hundred_thousand_lines_cost_a_screenful() -> None:
    app = LongApp()
    async with app.run_test(size=(80, 24)) as pilot:
        grid = app.show(range(200_000))
        grid.focus()
        await pilot.press("end")
        assert grid.cursor_row == "199999"
        await pilot.press("pageup", "home", "pagedown")
        assert app.written < 500


async def test_the_cursor_stays_on_its_line_or_goes_to_the_top() -> None:
    app = LongApp()
    async with app.run_test(size=(80, 24)):
        grid = app.show(range(1000))
        grid.move_to("500")
        app.show(range(0, 1000, 5))
        assert grid.cursor_row == "500"
        app.show(range(1, 1000, 2))
        assert grid.cursor_row == "1"
        grid.begin_anew()
        assert grid.cursor_row is None


def selisih(berkas: str = "Bram.xlsx", nama: str = "Bram Contoh") -> Selisih:
    return Selisih(
        berkas, "PENILAIAN", 12, 2017, "1", nama, "nilai SKP", Fraction(8867, 100),
        Fraction(8744, 100),
    )  # fmt: skip


def test_a_printed_value_stands_beside_the_computed_one() -> None:
    baca = Baca(Susunan((), (selisih(),)))
    row = baca.write(baca.columns(120), 0)
    assert row.cells[0] == "nilai beda"
    assert row.cells[-1] == "tercetak 88,67, dihitung di sini 87,44"
    assert "Bram Contoh 2017" in row.cells


def test_values_are_written_as_the_screens_write_them() -> None:
    kegiatan, pegawai = jenis_of("kegiatan"), jenis_of("pegawai")
    assert value_words(kegiatan, "target_kuantitas", "1250.5") == "1.250,5"
    assert value_words(pegawai, "aktif_sejak", "2017-03-01") == "1 Mar 2017"
    assert value_words(pegawai, "jenis_jabatan", "fungsional_umum") == "fungsional umum"
    assert value_words(pegawai, "penilai_nama", "") == "–"


def test_files_of_the_same_name_are_told_apart_by_their_folders() -> None:
    assert short_name("pegawai.csv") == "pegawai.csv"
    assert short_name(str(Path("/media/usb/pc1/pegawai.csv"))) == "pc1/pegawai.csv"


def test_a_search_that_nobody_wants_any_more_ends() -> None:
    butir = tuple(Problem("rusak", "a.csv", number) for number in range(5000))
    baca = Baca(Susunan((Rencana(jenis_of("unit"), ditolak=butir),)))
    assert len(search(baca, range(5000), "rusak", lambda: True)) == 5000
    assert search(baca, range(5000), "rusak", lambda: False) == ()


@pytest.mark.parametrize("width", [20, 80, 120, 300])
@pytest.mark.parametrize("many", [False, True])
def test_every_line_fills_the_columns_of_every_width(width: int, many: bool) -> None:
    problem = Problem(HOSTILE, HOSTILE, 3, HOSTILE, HOSTILE, HOSTILE)
    others = (Problem("rusak", "b.csv", 1),) * many
    plans = (Rencana(jenis_of("unit"), ditolak=(problem, *others)),)
    baca = Baca(Susunan(plans, (selisih(HOSTILE, HOSTILE),)))
    columns = baca.columns(width)
    for number in range(len(baca.susunan.butir)):
        assert len(baca.write(columns, number).cells) == len(columns)


def test_whole_sentences_say_what_enter_does() -> None:
    unit, pegawai = jenis_of("unit"), jenis_of("pegawai")
    baris = Baris("a.csv", 2, ("1",), {"kode": "1", "nama": "Satu"})

    def gladi(*rencana: Rencana, utuh: bool = False) -> Gladi:
        return Gladi(Borongan(utuh=utuh), rencana)

    both = gladi(Rencana(unit, baru=(baris,)), Rencana(pegawai, baru=(baris,) * 1200))
    assert question(both, ()) == "Terapkan 1.201 baris (1 unit, 1.200 pegawai)?"
    assert enter_line(both, ()) == "Enter: 1.201 baris (1 unit, 1.200 pegawai) masuk."
    book = gladi(Rencana(unit, baru=(baris,)), Rencana(pegawai, buku_ditolak=2))
    assert question(book, ()) == "Terapkan 1 baris unit; 2 buku kerja BKN ditolak?"
    whole = gladi(
        Rencana(unit, baru=(baris,), ditolak=(Problem("rusak"),), buku_ditolak=1), utuh=True
    )
    assert "semua atau tidak sama sekali" in nothing_to_do(whole, ())


def test_progress_is_told_in_rows_as_soon_as_their_number_is_known() -> None:
    assert reading(0, 0, 0.9, 80).plain.startswith("Membaca berkas…\n")
    assert reading(0, 0, 2.9, 80).plain.startswith("Membaca berkas… 2 detik\n")
    text = reading(12_000, 50_000, 4, 80).plain
    assert text.splitlines()[0] == f"Memeriksa  [{'#' * 7}{'-' * 23}]  12.000 dari 50.000 baris"
    assert "Esc membatalkan" in text


def test_a_new_record_is_told_by_its_values_with_their_names() -> None:
    rekaman = {"tahun": "2017", "nip": "1", "no": "3", "bagian": "1", "uraian": "Menyusun",
               "target_kuantitas": "12.5", "satuan": "dokumen", "ak": None}  # fmt: skip
    butir = Butir(Keadaan.BARU, jenis_of("kegiatan"), Baris("a.csv", 2, (), rekaman))
    assert isi_of(butir) == "Menyusun · target kuantitas 12,5 · dokumen"
