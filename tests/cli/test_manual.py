"""The manual without the screen: which pages there are, one of them, and the printed files."""

from pathlib import Path

import pytest

from skp_tui import paths
from skp_tui.ui.manual import pages as manual
from tests.cli.calls import call
from tests.cli.test_hygiene import loaded


def test_without_a_page_the_contents_are_shown() -> None:
    done = call("bantuan")
    assert done.status == 0
    assert done.lines[0] == "Memulai"
    words = [line.split()[0] for line in done.lines if line.startswith("  ")]
    assert words == list(manual.names())
    assert done.err == ""


@pytest.mark.parametrize("name", manual.names())
def test_a_page_is_shown_whole_and_never_wider_than_asked(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    done = call("bantuan", name)
    assert done.status == 0
    assert done.lines[0] == manual.page(name).title.upper()
    shown = " ".join(done.out.split())
    for satu in manual.page(name).sections:
        assert " ".join(satu.text[0].split()) in shown
    assert max(map(len, done.lines)) <= 60


def test_an_unknown_page_is_refused_with_the_pages_there_are() -> None:
    done = call("bantuan", "mutu")
    assert done.status == 2
    assert "Tidak ada halaman mutu. Yang ada: awal, unit," in done.err
    assert done.out == ""


def test_both_files_are_written_and_nothing_is_overwritten(tmp_path: Path) -> None:
    book, card = tmp_path / "buku.pdf", tmp_path / "kartu"
    done = call("bantuan", "--pdf", book, "--kartu", card)
    assert done.status == 0
    assert done.lines == [str(book), f"{card}.pdf"]
    assert book.read_bytes() == paths.supplied("petunjuk.pdf").read_bytes()
    assert call("bantuan", "--pdf", book).lines == [str(tmp_path / "buku-2.pdf")]
    assert call("bantuan", "--kartu", tmp_path).lines == [str(tmp_path / "kartu-tombol.pdf")]


def test_a_page_and_a_file_at_once_are_refused(tmp_path: Path) -> None:
    done = call("bantuan", "isi", "--pdf", tmp_path / "a.pdf")
    assert done.status == 2
    assert "HALAMAN tidak dapat bersama" in done.err
    assert not list(tmp_path.iterdir())


def test_a_program_without_its_files_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "supplied", lambda name: tmp_path / "hilang" / name)
    done = call("bantuan", "--pdf", tmp_path / "a.pdf")
    assert done.status == 2
    assert done.err.strip() == "skp-tui: Petunjuk tidak ditemukan. Pasang ulang skp-tui."


def test_a_place_that_cannot_be_written_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    done = call("bantuan", "--pdf", tmp_path / "berkas" / "a.pdf")
    assert done.status == 2
    assert done.err.count("\n") == 1


def test_reading_the_manual_loads_neither_screens_nor_database(tmp_path: Path) -> None:
    heavy = {"textual", "sqlmodel", "sqlalchemy", "pydantic", "rich", "reportlab"}
    assert not heavy & loaded("bantuan", "isi")
    assert not heavy & loaded("bantuan", "--pdf", tmp_path / "a.pdf")
