"""The start screen: what it says of the unit, and how one gets about in it by keys alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from rich.text import Text

from skp_tui.domain.appraisal import Alasan, Pengecualian
from skp_tui.domain.office import Pejabat
from skp_tui.rules.result import Kurang
from skp_tui.services.base import views
from skp_tui.services.base.editing import save_records
from skp_tui.ui.screens.entry.isi import IsiScreen
from skp_tui.ui.screens.frame.ask import ChooseScreen
from skp_tui.ui.screens.mengapa.screen import MengapaScreen
from skp_tui.ui.screens.unit.deadlines import deadline
from skp_tui.ui.screens.unit.head import bar, head, shares, to_do
from skp_tui.ui.screens.unit.list import EMPTY, EMPTY_HERE
from skp_tui.ui.screens.unit.rows import UnitRows, is_to_check, remark
from skp_tui.ui.widgets.grid.paint import wrap
from tests.ui.conftest import TODAY, Open, Program


async def test_the_first_lines_name_the_unit_and_its_three_figures(open_program: Open) -> None:
    async with open_program() as program:
        lines = program.screen_text().splitlines()
        assert lines[0].startswith(" SKP · Kepala Badan · 2017 · PP 46/2011")
        assert lines[0].endswith("tersimpan")
        assert lines[1] == " MINIMAL BAIK  87,80 % dari wajib dinilai   90,00 % dari yang dinilai"
        assert "Target 96,00 %" in lines[2]
        assert "Dinilai 40 dari 41 [#########-]" in lines[2]
        assert lines[3].startswith(" Sangat Baik 2 #   Baik 34 ###########")


async def test_a_dash_is_not_yet_and_the_last_column_says_what_is_missing(
    open_program: Open,
) -> None:
    async with open_program() as program:
        (line,) = (line for line in program.screen_text().splitlines() if "Wayan" in line)
        assert line.split()[-6:] == ["–", "84,00", "–", "–", "2", "realisasi"]


async def test_an_outcome_far_from_its_target_stays_marked_in_the_list_and_where_it_is_sent(
    open_program: Open,
) -> None:
    async with open_program() as program:
        assert "periksa" not in program.screen_text()
        await program.press("home", "enter", *"9999", "enter", "escape")
        (line,) = (text for text in program.screen_text().splitlines() if "Baharuddin" in text)
        assert line.split()[-1] == "periksa"
        assert " ?13971" in line, "its SKP has a sign of its own"
        await program.press("f6")
        assert "1 perlu diperiksa" in program.screen_text()


async def test_the_sign_of_an_odd_skp_is_seen_where_the_remark_has_no_room_or_says_more(
    open_program: Open,
) -> None:
    async with open_program(size=(60, 18)) as program:
        await program.open("wayan")
        await program.press("tab", *"99", "enter", "escape", "escape")
        (row,) = (row for row in program.unit.people.rows if "Wayan" in row.cells[1])
        assert row.cells[7].endswith("realisasi"), "something is missing all the same"
        assert (row.odd, row.mark) == (frozenset({"skp"}), "warning")
        others = [row.odd for row in program.unit.people.rows if "Wayan" not in row.cells[1]]
        assert not any(others)
        await program.press("home", "enter", *"9999", "enter", "escape")
        (line,) = (text for text in program.screen_text().splitlines() if "Baharuddin" in text)
        assert "periksa" not in line
        assert " ?13971" in line


async def test_what_is_to_be_done_stands_below_with_the_deadline(open_program: Open) -> None:
    async with open_program(size=(120, 40)) as program:
        assert program.line("to-do") == (
            "Kerjakan: (1) 1 belum lengkap · (2) 4 di bawah Baik · (3) 2 nilai batas · "
            "tenggat 31 Jan (12 hari lagi)"
        )


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2018, 1, 31), "tenggat 31 Jan (hari ini)"),
        (date(2018, 2, 3), "tenggat 31 Jan (lewat 3 hari)"),
        (date(2017, 12, 30), "tenggat 31 Jan 2018 (32 hari lagi)"),
        (date(2019, 5, 1), "tenggat 31 Jan 2018 lewat"),
        (date(2017, 3, 1), "tenggat 31 Jan 2018"),
    ],
)
def test_the_deadline_says_how_near_it_is(today: date, words: str) -> None:
    assert deadline(date(2018, 1, 31), today) == words


@pytest.mark.parametrize(
    ("part", "whole", "drawn"),
    [
        (0, 41, "----------"),
        (1, 41, "#---------"),
        (40, 41, "#########-"),
        (41, 41, "##########"),
        (0, 0, "----------"),
    ],
)
def test_the_bar_is_full_only_when_nothing_is_missing(part: int, whole: int, drawn: str) -> None:
    assert bar(part, whole) == drawn


async def test_the_filter_follows_the_typing_and_escape_brings_all_back(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("slash")
        await program.type("wayan")
        assert program.line("filter-count").strip() == "1 dari 42"
        assert len(program.unit.people.rows) == 1
        await program.press("escape")
        assert len(program.unit.people.rows) == 42
        assert program.unit.people.has_focus


async def test_who_finds_nobody_is_told_how_to_go_on(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("slash", "q", "q", "q")
        assert "Tidak ada nama, NIP atau jabatan yang cocok. Esc" in program.screen_text()


async def test_a_filter_stays_while_one_walks_its_people(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("slash", "m", "e", "i", "down", "enter")
        assert isinstance(program.app.screen, IsiScreen)
        assert "1 dari 1 ·" in program.screen_text().splitlines()[0]


async def test_enter_opens_the_person_and_escape_returns_to_his_row(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("down", "down", "enter")
        assert isinstance(program.app.screen, IsiScreen)
        await program.press("f4", "escape")
        assert program.at(program.unit)


async def test_after_an_entry_only_that_person_is_computed_anew(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        reads: list[int] = []
        monkeypatch.setattr(views, "read_year", lambda *_: reads.append(1), raising=True)
        await program.type("90")
        await program.press("tab")
        await program.type("12")
        await program.press("enter", "escape")
        assert not reads
        assert "Dinilai 41 dari 41 [##########]" in program.line("head")
        assert "semua dinilai" in program.line("to-do")
        assert "90,24 % dari wajib dinilai   90,24 % dari yang dinilai" in program.line("head")


async def test_another_year_is_chosen(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("t")
        assert isinstance(program.app.screen, ChooseScreen)
        await program.press("up", "enter")
        assert " 2018 · PP 46/2011" in program.screen_text().splitlines()[0]
        assert program.toasts() == [
            "Tahun 2018 belum berisi. O, Tab, B membuatnya dari 2017, dengan rencananya."
        ]
        await program.press("o", "tab", "b")
        assert "Tahun baru · 2018 dari 2017" in program.screen_text()


async def test_of_a_year_whose_former_one_is_empty_too_nothing_is_proposed(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("t")
        await program.type("2016")
        await program.press("enter")
        assert " 2016 · PP 46/2011" in program.screen_text().splitlines()[0]
        assert program.toasts() == []


async def test_another_unit_is_chosen_from_the_tree(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("u", "down", "down", "enter")
        assert "Subbagian Program dan Keuangan" in program.screen_text().splitlines()[0]
        assert len(program.unit.people.rows) < 42


async def test_f9_explains_the_person_of_the_row(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("f9")
        assert isinstance(program.app.screen, MengapaScreen)
        assert "Mengapa 88,64 (Baik)?" in program.screen_text()
        await program.press("escape")
        assert program.at(program.unit)


async def test_an_empty_database_says_what_comes_next(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        assert not program.at(program.unit)
        assert "Selamat datang" in program.screen_text()


@pytest.mark.parametrize(
    "today",
    [date(2018, 1, 31), date(2018, 3, 31), date(2017, 12, 3), date(2019, 5, 1), date(2017, 3, 1)],
)
@pytest.mark.parametrize("belum", [0, 123])
async def test_the_longest_words_of_what_is_to_be_done_fit_into_80_columns(
    open_program: Open, today: date, belum: int
) -> None:
    async with open_program() as program:
        view = program.stored()
        many = replace(
            view.rekap, jumlah_pegawai=999, dikecualikan=0, dinilai=999 - belum,
            minimal_baik=500, nilai_batas=123,
        )  # fmt: skip
        words = str(to_do(replace(view, rekap=many), today, 78))
        assert "…" not in words
        assert "123 ± batas" in words or "± batas 123" in words
        assert "tenggat 31 Jan" in words


def bold_in(text: Text) -> list[str]:
    """Return what is bold in a line."""
    return [text.plain[one.start : one.end] for one in text.spans if one.style == "bold"]


async def test_what_is_to_be_done_keeps_its_keys_in_80_columns_and_they_are_bold(
    open_program: Open,
) -> None:
    async with open_program() as program:
        assert program.line("to-do") == (
            "Kerjakan: (1) 1 belum · (2) 4 < Baik · (3) 2 ± batas · tenggat 31 Jan, 12 hari"
        )
        text = to_do(program.stored(), program.app.today, 78)
        assert bold_in(text) == ["Kerjakan: ", "(1)", "(2)", "(3)"]


async def test_who_lacks_perilaku_is_named_where_the_line_has_room(open_program: Open) -> None:
    async with open_program() as program:
        view = program.stored()
        wayan = next(satu for satu in view.orang if "Wayan" in satu.nama)
        lacks = replace(wayan, hasil=replace(wayan.hasil, rata_rata_perilaku=None))
        few = replace(view, orang=(lacks,), rekap=replace(view.rekap, nilai_batas=0))
        assert str(to_do(few, program.app.today, 78)) == (
            "Kerjakan: (1) 1 belum · (2) 4 < Baik · (4) 1 perilaku · tenggat 31 Jan"
        )


async def test_kerjakan_is_bold_only_where_something_is_to_be_done(open_program: Open) -> None:
    async with open_program() as program:
        view, today = program.stored(), program.app.today
        rekap = view.rekap
        done = replace(
            rekap, dinilai=rekap.wajib_dinilai, minimal_baik=rekap.wajib_dinilai, nilai_batas=0
        )
        finished = replace(view, rekap=done, orang=())
        assert bold_in(to_do(finished, today, 78)) == []
        assert bold_in(to_do(finished, today, 78, usang=True)) == ["Kerjakan: ", "(F6)"]


async def test_whom_to_check_is_counted_first_as_he_is_judged(open_program: Open) -> None:
    async with open_program() as program:
        view = program.stored()
        sari = next(satu for satu in view.orang if satu.nama.startswith("Sari"))
        part = sari.penilaian.bagian[0]
        first, *rest = part.kegiatan
        many = replace(first, realisasi_kuantitas=Decimal(10) * (first.target_kuantitas or 1))
        year = replace(sari.penilaian, bagian=(replace(part, kegiatan=(many, *rest)),))
        odd, rows = replace(sari, penilaian=year), UnitRows()
        away = replace(year, pengecualian=Pengecualian(Alasan.CLTN, TODAY))
        lacking = replace(odd, hasil=replace(odd.hasil, kurang=(Kurang("mutu"),)))
        people = (sari, odd, replace(odd, penilaian=away), lacking)
        # the same person each time: what was found out of him before must not stay
        assert [rows.is_to_check(satu) for satu in people] == [False, True, False, False]
        said = [remark(satu, periksa=is_to_check(satu)) for satu in people]
        assert [words == "periksa" for words in said] == [False, True, False, False]
        words = str(to_do(view, program.app.today, 120, periksa=1))
        assert words.startswith("Kerjakan: 1 periksa · (1) 1 belum")


async def test_without_keys_no_count_looks_like_one(open_program: Open) -> None:
    async with open_program() as program:
        words = str(to_do(program.stored(), program.app.today, 56, periksa=3))
        assert words.startswith("Kerjakan: periksa 3 · belum 1 · < Baik 4 · ± batas 2")


@pytest.mark.parametrize("belum", [0, 123])
async def test_sending_again_and_the_day_of_hand_over_stay_beside_the_longest_counts(
    open_program: Open, belum: int
) -> None:
    async with open_program() as program:
        view = program.stored()
        many = replace(
            view.rekap, jumlah_pegawai=999, dikecualikan=0, dinilai=999 - belum,
            minimal_baik=500, nilai_batas=123,
        )  # fmt: skip
        words = str(to_do(replace(view, rekap=many), program.app.today, 78, usang=True))
        assert "kirim lagi" in words
        assert "tenggat 31 Jan" in words
        assert "…" not in words


async def test_in_a_narrow_window_no_figure_and_no_deadline_is_cut(open_program: Open) -> None:
    async with open_program() as program:
        view = program.stored()
        above = head(view, 58).plain.splitlines()
        assert above[0] == "MINIMAL BAIK  87,80 % dari wajib   90,00 % dari dinilai"
        assert above[1] == "Target 96,00 %  Capaian 91,46 % Sangat Baik  40 dari 41"
        late = str(to_do(view, date(2018, 4, 19), 58))
        assert late == "Kerjakan: belum 1 · < Baik 4 · ± batas 2 · lewat 31 Jan"
        assert str(to_do(view, program.app.today, 58)).endswith(" · tenggat 31 Jan")


async def test_what_is_to_be_done_goes_on_in_a_second_line_before_it_is_cut(
    open_program: Open,
) -> None:
    async with open_program(size=(60, 18)) as program:
        view = program.stored()
        many = replace(
            view, rekap=replace(view.rekap, jumlah_pegawai=999, dinilai=876, nilai_batas=123)
        )
        said = to_do(many, program.app.today, 58, usang=True, periksa=12)
        first, second = said.plain.splitlines()
        assert first.startswith("Kerjakan: periksa 12 · belum 122 · < Baik ")
        assert second.startswith(" " * len("Kerjakan: "))
        assert second.endswith("31 Jan")
        assert "…" not in said.plain


async def test_in_a_wide_window_the_figures_have_their_full_words(open_program: Open) -> None:
    async with open_program() as program:
        above = head(program.stored(), 78).plain.splitlines()
        assert above[0].endswith("90,00 % dari yang dinilai")
        assert above[1].endswith("Dinilai 40 dari 41 [#########-]")


async def test_a_dash_that_is_turned_round_is_wider_than_a_cursor(open_program: Open) -> None:
    async with open_program() as program:
        rekap = program.stored().rekap
        none = replace(rekap, jumlah_pegawai=0, dikecualikan=0, dinilai=0, minimal_baik=0)
        text = shares(none, 78)
        turned = [
            text.plain[one.start : one.end] for one in text.spans if "reverse" in str(one.style)
        ]
        assert turned == [" – "]


@pytest.mark.parametrize("width", [40, 60, 78, 118])
@pytest.mark.parametrize(
    ("text", "key"), [(EMPTY, "U unit lain"), (EMPTY_HERE, "U memilihnya")], ids=["one", "many"]
)
def test_a_key_and_what_it_does_stand_on_one_line(width: int, text: str, key: str) -> None:
    lines = wrap(text, width, 9, "…")
    assert any("T tahun lain" in line for line in lines)
    assert any(key in line for line in lines)
    assert "\u00a0" not in "".join(lines)


def test_what_is_held_together_still_breaks_where_a_line_is_too_short_for_it() -> None:
    assert wrap("satu\u00a0dua\u00a0tiga", 9, 9, "…") == ["satu dua", "tiga"]


# Several top units, as after the data of several computers were put together


def _add_unit(program: Program, kode: str, nama: str) -> None:
    row = {"kode": kode, "nama": nama, "induk": ""}
    assert not program.write(lambda writer: save_records(writer, "unit", [row], "unit")).ditolak


async def test_other_top_units_are_named_with_the_key_that_leads_to_them(
    open_program: Open,
) -> None:
    async with open_program() as program:
        assert "unit teratas" not in program.screen_text()
        _add_unit(program, "9", "Keuangan")
        program.unit.reload()
        await program.settle()
        assert "Ada 2 unit teratas; U memilih yang lain: Keuangan" in program.screen_text()
        await program.press("u", "end", "enter")
        shown = " ".join(program.screen_text().split())
        assert "Ada 2 unit teratas; U memilih yang lain: Kepala Badan" in shown
        assert "Belum ada pegawai di unit ini, tetapi ada unit lain: U memilihnya." in shown


async def test_the_program_begins_at_a_top_unit_with_people(open_program: Open) -> None:
    async with open_program() as program:
        _add_unit(program, "0", "Kosong")
    async with open_program() as program:
        assert "SKP · Kepala Badan" in program.line("headline")
        assert "Ada 2 unit teratas; U memilih yang lain: Kosong" in program.screen_text()


async def test_a_missing_appraiser_stands_first_of_what_is_missing_so_that_it_is_not_cut(
    open_program: Open,
) -> None:
    async with open_program() as program:
        wayan = next(one for one in program.stored().orang if one.nama.startswith("Wayan"))
        part = replace(wayan.penilaian.bagian[-1], penilai=Pejabat())
        alone = replace(wayan.penilaian, bagian=(*wayan.penilaian.bagian[:-1], part))
        said = remark(replace(wayan, penilaian=alone), periksa=False)
        assert said == f"penilai, {remark(wayan, periksa=False)}"
