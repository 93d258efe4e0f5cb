"""Broken files as they come in: each earns exactly the sentences of ``kalimat.txt``."""

from pathlib import Path

import pytest

from tests.broken.making import SLOW
from tests.broken.sentences import files, place, planned, sections, verdict

SECTIONS = sections()
CASES = [pytest.param(name, marks=[pytest.mark.long] if name in SLOW else []) for name in SECTIONS]


@pytest.mark.parametrize("name", CASES)
def test_a_broken_file_earns_exactly_its_sentences(name: str, tmp_path: Path) -> None:
    jenis, expected = SECTIONS[name]
    assert verdict(place(name, tmp_path), jenis) == expected


def test_every_broken_file_is_in_the_table_and_none_that_is_not_there() -> None:
    assert set(SECTIONS) == files()


def test_every_sentence_can_be_shown_and_names_its_place_or_its_file() -> None:
    for name, (_, section) in SECTIONS.items():
        for line in section.splitlines()[1:]:
            what, _, sentence = line.strip().partition(" ")
            assert what in {"seluruhnya", "ditolak", "peringatan"}
            assert sentence.startswith(name)
            assert sentence.isprintable()
            assert what != "ditolak" or ", baris " in sentence


def test_a_text_from_outside_comes_in_as_text_and_as_nothing_else(tmp_path: Path) -> None:
    expected = [
        "[red]Bidang[/red] [@click=app.quit]klik[/]",
        '=HYPERLINK("http://contoh.invalid/?x=","klik")',
        "+cmd|' /C calc'!A0",
        "Bidang [/]",
        "Bidang Merah",
        "Bidang Mutasi",
        "@SUM(1+1)",
        "=1+1",
    ]
    for name, changed in {
        "penanda-dan-rumus.csv": {8: "Bidang Nol"},
        "penanda-dan-rumus.xlsx": {1: "Bidang Tautan", 8: "Baris satu baris dua"},
    }.items():
        names = [
            str(baris.rekaman["nama"]) for baris in planned(place(name, tmp_path), "unit").baru
        ]
        wanted = [*expected, ""]
        for index, text in changed.items():
            wanted[index] = text
        assert names == wanted


@pytest.mark.parametrize("name", [name for name in SECTIONS if name.startswith("terpotong.")])
def test_a_file_cut_off_anywhere_is_refused_in_a_sentence_or_read_whole(
    name: str, tmp_path: Path
) -> None:
    # the whole workbook is at hand as the one whose extension lies
    whole = {".xlsx": "sebenarnya-xlsx.xls", ".xls": "sebenarnya-xls.ods", ".ods": "makro.ods"}
    path = tmp_path / name
    content = place(whole[path.suffix], tmp_path).read_bytes()
    for size in range(8, len(content), len(content) // 40):
        path.write_bytes(content[:size])
        said = verdict(path, "unit")
        assert said.startswith(name)
        assert "seluruhnya" in said or "· 2 baru," in said, size
        assert said.replace("\n", "").isprintable()
