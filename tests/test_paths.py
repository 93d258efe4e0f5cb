"""What somebody types as a place becomes a path, or is refused in one sentence."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.errors import InputError
from skp_tui.paths import here, typed_file, typed_path

FOLDER = Path(os.sep, "tidak", "ada")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "masih kosong"),
        ("  ", "masih kosong"),
        ("~abc-tidak-ada/jejak.csv", "map pemakai yang tidak dikenal"),
        ("~abc-tidak-ada", "map pemakai yang tidak dikenal"),
        ("a\0b", "tidak dapat menjadi nama berkas"),
        ("a\ud800b", "tidak dapat menjadi nama berkas"),
        ("x/..", "tidak dapat menjadi nama berkas"),
    ],
)
def test_what_no_file_can_be_called_is_refused_with_what_was_typed(typed: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as refused:
        typed_file(typed, FOLDER, "jejak.csv")
    assert typed.strip() in refused.value.pesan


def test_a_name_lies_in_the_folder_and_a_whole_place_where_it_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert typed_path(" a b.csv ", FOLDER) == FOLDER / "a b.csv"
    assert typed_path("..", FOLDER) == FOLDER / ".."
    assert typed_path(str(tmp_path / "x"), FOLDER) == tmp_path / "x"
    assert typed_path("~/x.csv", FOLDER) == tmp_path / "x.csv"


@pytest.mark.parametrize("typed", [".", "..", "~", "map", "map/", "belum-ada/"])
def test_a_folder_means_the_usual_name_in_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "map").mkdir()
    assert typed_file(typed, tmp_path, "jejak.csv") == typed_path(typed, tmp_path) / "jejak.csv"
    assert typed_file("map/x", tmp_path, "jejak.csv") == tmp_path / "map" / "x"
    assert typed_file(os.sep, tmp_path, "jejak.csv") == Path(os.sep, "jejak.csv")


@given(st.text(max_size=300))
def test_any_text_is_a_path_or_an_error_of_ours(typed: str) -> None:
    with suppress(InputError):
        assert typed_file(typed, FOLDER, "jejak.csv").name not in {"", ".."}


def test_where_the_folder_of_the_program_is_gone_his_home_takes_its_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = tmp_path / "hilang"
    gone.mkdir()
    monkeypatch.chdir(gone)
    assert here() == gone
    gone.rmdir()
    assert here() == Path.home()
