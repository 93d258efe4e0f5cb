"""What is typed and pasted is judged and counted without any screen: the desks, and who judges."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.domain.rows import with_values
from skp_tui.services.base.views import Orang, UnitView, unit_view
from skp_tui.services.entry.entry import Isi
from skp_tui.ui.screens.cells.block_judging import BlockJudge
from skp_tui.ui.screens.cells.block_plan import BlockPlan
from skp_tui.ui.screens.cells.sheet import Sheet
from skp_tui.ui.screens.entry.desk import FIRST, EntryDesk
from skp_tui.ui.screens.entry.isi_sections import KEGIATAN, PERILAKU, Pp46Sections
from skp_tui.ui.screens.judging.desk import JudgeDesk
from skp_tui.ui.screens.judging.model import SIGNED
from skp_tui.ui.screens.judging.perilaku_rows import PerilakuJudging
from skp_tui.ui.widgets.grid.grid import CellText
from skp_tui.ui.widgets.grid.messages import BlockSubmitted
from tests.ui.conftest import TAHUN, TODAY, sat

WORDS = "Menyusun daftar hadir"
LEADING = "kepemimpinan"


@pytest.fixture
def view(sample_file: Path, tmp_path: Path) -> UnitView:
    path = shutil.copy(sample_file, tmp_path / "skp.db")
    with sat(Path(path)) as own, own.reading() as connection:
        return unit_view(connection, TAHUN, "1")


def wayan(view: UnitView) -> Orang:
    """Return somebody with six activities, whose post is no structural one."""
    return next(satu for satu in view.orang if satu.nama.startswith("Wayan"))


def entry_desk(view: UnitView, heard: list[Orang]) -> EntryDesk:
    """Return the desk on the sample's Wayan, who has six activities."""
    desk = EntryDesk(Pp46Sections(), view, view.orang, wayan(view).nip, heard.append)
    desk.gather()
    return desk


def begin(desk: EntryDesk) -> tuple[str, Isi]:
    """Begin the row after the last activity; return its key and the row."""
    begun = Kegiatan(7, "")
    desk.draft = (desk.key_of(begun), begun)
    desk.gather()
    return desk.draft


def pasted(desk: EntryDesk, name: str, *beyond: Mapping[str, str]) -> BlockPlan:
    """Judge lines that are pasted past the last row of a grid."""
    sheet = Sheet(desk.columns(name), id=name)
    return BlockJudge(desk).plan(sheet, BlockSubmitted(sheet, "paste", (), (), beyond))


def test_a_begun_row_takes_its_words_first(view: UnitView) -> None:
    desk = entry_desk(view, [])
    key, _ = begin(desk)
    assert desk.refusal(key, "target_kuantitas", "5") == FIRST
    assert desk.refusal(key, "uraian", WORDS) is None


def test_a_begun_row_is_none_any_more_once_it_is_put_and_is_filled_along(view: UnitView) -> None:
    heard: list[Orang] = []
    desk = entry_desk(view, heard)
    key, begun = begin(desk)
    desk.put_row(key, desk.changed_row(key, begun, "uraian", WORDS))
    assert not desk.is_new_row(key)
    assert desk.fills_along(key)
    assert [satu.no for satu in desk.bagian.kegiatan] == [1, 2, 3, 4, 5, 6, 7]
    assert heard == [desk.orang]
    assert (1, 7) in {(kurang.bagian, kurang.kegiatan) for kurang in desk.orang.hasil.kurang}


def test_a_row_that_could_not_be_stored_is_begun_again(view: UnitView) -> None:
    desk = entry_desk(view, [])
    key, begun = begin(desk)
    put = with_values(begun, {"uraian": WORDS})
    desk.put_row(key, put)
    assert desk.restore(key, put, begun, {"uraian"}) is None
    assert desk.draft == (key, begun)
    assert [satu.no for satu in desk.bagian.kegiatan] == [1, 2, 3, 4, 5, 6]


def test_pasted_lines_past_the_last_row_are_rows_with_the_next_numbers(view: UnitView) -> None:
    plan = pasted(entry_desk(view, []), KEGIATAN, {"uraian": WORDS}, {"uraian": WORDS})
    assert plan.refused == ()
    assert [(row.new, row.is_new) for row in plan.rows] == [
        (Kegiatan(7, WORDS), True),
        (Kegiatan(8, WORDS), True),
    ]


def test_of_perilaku_there_is_one_row_and_a_line_past_it_refuses_the_paste(view: UnitView) -> None:
    plan = pasted(entry_desk(view, []), PERILAKU, {"disiplin": "90"}, {"disiplin": "91"})
    assert plan.rows == ()
    (refused,) = plan.refused
    assert refused.text == "90"
    assert refused.reason == "2 baris melewati baris terakhir; di sini tidak ditambah baris"


@pytest.mark.parametrize(
    ("locked", "reasons"), [(False, []), (True, [SIGNED])], ids=["open", "signed"]
)
def test_a_block_over_people_of_all_kinds_passes_what_a_post_has_not_but_nobody_who_is_signed(
    view: UnitView, *, locked: bool, reasons: Sequence[str]
) -> None:
    orang = wayan(view)
    signed = replace(orang.penilaian, dikunci=TODAY if locked else None)
    heard: list[Orang] = []
    desk = JudgeDesk(view, [replace(orang, penilaian=signed)], PerilakuJudging(), heard.append)
    sheet = Sheet(desk.columns(80), id="judgements")
    met = BlockSubmitted(sheet, "fill", (), (CellText(orang.nip, LEADING, "90"),))
    assert [one.reason for one in BlockJudge(desk).plan(sheet, met).refused] == reasons


def test_who_stays_in_a_unit_is_numbered_as_in_the_list_that_is_left(view: UnitView) -> None:
    heard: list[Orang] = []
    desk = JudgeDesk(view, view.orang, PerilakuJudging(), heard.append)
    second = view.orang[1]
    assert desk.line(second, 80).cells[0] == "2"
    desk.take_view(replace(view, orang=view.orang[1:]))
    assert desk.line(second, 80).cells[0] == "1"
