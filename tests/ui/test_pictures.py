"""Every screen looks as its picture: what is drawn is what README and manual show."""

import difflib
import re

import pytest

from skp_tui.ui.actions.model import Room
from tests.pictures.__main__ import HERE, PAGE, page
from tests.pictures.drawing import GROUPS, Group, Look, of_group
from tests.pictures.scenes import ALL
from tests.pictures.svg import readable

REFRESH = "If this is meant: python -m tests.pictures"
MOST = 2_000_000
"""Bytes that all pictures together may have."""


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.scenes[0].name)
async def test_every_screen_looks_as_its_picture(group: Group) -> None:
    changed: list[str] = []
    async for scene, svg in of_group(group, Look()):
        kept = (HERE / f"{scene.name}.svg").read_text(encoding="utf-8")
        changed += difflib.unified_diff(
            readable(kept), readable(svg), f"{scene.name}.svg", "drawn now", lineterm="", n=1
        )
    assert not changed, "\n".join([REFRESH, *changed])


def test_a_changed_word_and_a_changed_style_are_both_told() -> None:
    kept = (HERE / "unit.svg").read_text(encoding="utf-8")
    assert readable(kept) != readable(kept.replace("Wayan", "Bayan", 1))
    assert readable(kept) != readable(kept.replace("font-weight:bold", "font-style:italic", 1))
    assert any("Wayan Contoh, A.Md." in line for line in readable(kept))


def test_there_is_a_picture_for_each_scene_and_no_other() -> None:
    assert sorted(path.stem for path in HERE.glob("*.svg")) == sorted(one.name for one in ALL)
    assert (HERE / PAGE).read_text(encoding="utf-8") == page()


def test_every_screen_has_a_picture() -> None:
    assert {scene.chapter for scene in ALL} == {str(room) for room in Room}


def test_pictures_are_small_load_nothing_and_name_no_place() -> None:
    pictures = [path.read_text(encoding="utf-8") for path in HERE.glob("*.svg")]
    assert sum(len(one.encode()) for one in pictures) < MOST
    for svg in pictures:
        rest = svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert not re.search(r"https?:|url\(|@import|@font-face|<script|/tmp/|/home/|/root", rest)
