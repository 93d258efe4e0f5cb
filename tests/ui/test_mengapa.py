"""Mengapa: the explanation is handed on as a text file, wherever somebody wants it."""

from dataclasses import replace
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import JenisTambahan, Kegiatan, Tambahan
from skp_tui.domain.kinerja import JenisLampiran, Lampiran
from skp_tui.domain.parts import Isi
from skp_tui.rules.pp46 import PP46
from skp_tui.rules.result import Hasil
from skp_tui.ui.screens.mengapa.text import INDENT, Line, explanation, line_of
from tests.rules.appraisals import kegiatan, penilaian, perilaku, periode, satu_bagian
from tests.ui.conftest import Open, Program

NAME = "mengapa-sari-contoh--s-sos.txt"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "kerja"
    (folder / "map").mkdir(parents=True)
    monkeypatch.chdir(folder)


async def save_as(program: Program, typed: str) -> None:
    """Save the explanation of Sari's value under a typed name."""
    await program.open("sari")
    await program.press("f9", "s")
    await program.press(*["backspace"] * 60)
    await program.type(typed)
    await program.press("enter")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("sari", "sari.txt"),
        ("map/sari.md", "map/sari.md"),
        (".", NAME),
        ("map", f"map/{NAME}"),
        ("baru/", f"baru/{NAME}"),
    ],
)
async def test_s_writes_the_steps_where_they_are_wanted(
    open_program: Open, typed: str, written: str
) -> None:
    async with open_program() as program:
        await save_as(program, typed)
        assert program.toasts()[-1].startswith("Tersimpan: ")
    assert "Mengapa 87,60 (Baik)?" in Path(written).read_text(encoding="utf-8")


async def test_a_place_that_cannot_be_one_is_told_and_nothing_is_written(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await save_as(program, "~abc-tidak-ada/sari.txt")
        assert "map pemakai yang tidak dikenal" in program.toasts()[-1]
        assert program.app.is_running
    assert [path.name for path in Path.cwd().iterdir()] == ["map"]


def result() -> Hasil:
    """Return a result with long formulas and long labels."""
    done = [kegiatan(no, (1, 100, 5, None), (1, 90, 5, None)) for no in range(1, 9)]
    return PP46.nilai(
        penilaian(satu_bagian(*done, jumlah=1), nilai_perilaku=perilaku(90)), periode()
    )


def step_of(lines: list[Line], label: str) -> list[Line]:
    """Return the lines of the first step with a label, up to that with its result."""
    first = next(at for at, (text, _) in enumerate(lines) if text.startswith(f"  {label}"))
    last = next(at for at in range(first, len(lines)) if " = " in lines[at][0])
    return lines[first : last + 1]


@pytest.mark.parametrize("width", [60, 75, 78, 115])
def test_a_step_is_written_in_one_weight(width: int) -> None:
    lines = explanation(result(), width)
    for label in ("Nilai SKP", "Rata-rata perilaku", "Nilai prestasi kerja", "Sebutan"):
        assert {style for _, style in step_of(lines, label)} == {"bold"}
    assert {style for _, style in step_of(lines, "waktu")} == {""}


@pytest.mark.parametrize("width", [60, 75, 78, 115])
def test_labels_have_one_column_and_all_texts_begin_in_another(width: int) -> None:
    lines = [text for text, _ in explanation(result(), width) if text.startswith("  ")]
    assert all(len(text) <= width for text in lines)
    alone = {f"  {step.hal}" for step in result().langkah if len(step.hal) >= INDENT - 2}
    assert alone < set(lines)
    for text in (text for text in lines if text not in alone):
        label, formula = text[:INDENT], text[INDENT:]
        assert not formula.strip() or label.endswith(" "), text
        assert not formula.startswith(" "), text


def test_the_article_hangs_below_itself() -> None:
    lines = [text for text, style in explanation(result(), 40) if style == "dim"]
    assert lines[:3] == [
        "  Dasar          Perka BKN 1/2013,",
        "                 Lampiran (penilaian",
        "                 SKP)",
    ]


def test_a_formula_breaks_before_its_bracket() -> None:
    lines = step_of(explanation(result(), 75), "waktu")
    assert [text[INDENT:].partition("=")[0].strip() for text, _ in lines] == [
        "efisiensi 0 %, paling banyak 24 %:",
        "(1,76 × 5 − 5) / 5 × 100",
    ]


@pytest.mark.parametrize("width", [35, 40, 42, 44, 45, 46, 60])
def test_a_number_is_never_cut_at_any_width(width: int) -> None:
    lines = [text for text, _ in explanation(result(), width)]
    assert max(len(text) for text in lines) <= width
    written = {sign for text in lines for sign in text.replace("(", " ").replace(")", " ").split()}
    for step in result().langkah:
        formula = f"{step.rumus} {step.hasil}".replace("(", " ").replace(")", " ")
        assert {sign for sign in formula.split() if sign[0].isdigit()} <= written, step


def test_a_result_without_room_beside_its_formula_stands_below_it() -> None:
    lines = [text for text, _ in explanation(result(), 35)]
    at = next(number for number, text in enumerate(lines) if text.startswith("  Sebutan"))
    assert [text.strip() for text in lines[at : at + 4]][-1].startswith("= ")
    assert not any(" = " in text.strip() for text in lines)


async def test_in_the_smallest_window_no_line_is_wider_than_what_is_seen(
    open_program: Open,
) -> None:
    async with open_program(size=(40, 10)) as program:
        await program.open("sari")
        await program.press("f9")
        seen = program.app.screen.query_one("#why").scrollable_content_region.width
        assert 0 < program.app.screen.query_one("#steps").size.width <= seen


@pytest.mark.parametrize(
    ("grid", "begins"),
    [("kegiatan", "Kegiatan 3 · "), ("tambahan", "Nilai SKP "), ("perilaku", "Rata-rata perilaku")],
)
async def test_f9_begins_where_the_row_of_the_cursor_is_explained(
    open_program: Open, grid: str, begins: str
) -> None:
    async with open_program() as program:
        await program.open("baharuddin")
        sheet = program.isi.sheet(grid)
        program.isi.focus_on(sheet)
        sheet.move_to(sheet.rows[min(2, len(sheet.rows) - 1)].key)
        await program.press("f9")
        assert begins in program.screen_text()
        assert "Kegiatan 1 · " not in program.screen_text()


def begun_at(hasil: Hasil, isi: Isi, bagian: int) -> str:
    """Return the line where the explanation begins for a row."""
    return explanation(hasil, 78)[line_of(hasil, 78, isi, bagian)][0].strip()


def test_of_a_moved_year_the_line_of_the_own_part_is_found() -> None:
    parts = (replace(satu_bagian(kegiatan(), jumlah=1), nomor=nomor) for nomor in (1, 2))
    hasil = PP46.nilai(penilaian(*parts), periode())
    extra = Tambahan(JenisTambahan.TUGAS_TAMBAHAN, 1, "Rapat")
    assert begun_at(hasil, extra, 2).startswith("SKP bagian 2")
    assert begun_at(hasil, Kegiatan(1, "Arsip"), 2).startswith("Bagian 2, kegiatan 1 · ")


def test_of_what_no_step_is_about_the_explanation_begins_on_top() -> None:
    first = explanation(result(), 78)[0][0]
    assert begun_at(result(), Kegiatan(9, "Baru"), 1) == first
    assert begun_at(result(), Lampiran(JenisLampiran.DUKUNGAN, 1, "Laptop"), 1) == first
