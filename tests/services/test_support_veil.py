"""The account tells of places and sentences without any name that somebody gave."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from skp_tui.services.keeping.faults import write_log
from skp_tui.services.keeping.support import Letak, account
from skp_tui.services.keeping.support_text import as_text, check
from skp_tui.services.keeping.veil import Tirai
from skp_tui.services.office.configuring import change_setting
from skp_tui.services.sending.sending import export
from skp_tui.services.signing import signing
from skp_tui.storage.database.looking import reading
from tests.services.accounts import TIRAI, told
from tests.services.office import BRAM, KEPALA, NOW, SARI, UNKNOWN, Office, clock
from tests.services.test_checking import tamper


def whole_text(office: Office, folder: Path, tirai: Tirai) -> str:
    parts = account(Letak(office.path, folder / "galat.log"), NOW, tirai)
    with reading(office.path) as connection:
        return as_text((*parts, check(connection, lambda _done, _total: None)), NOW)


def every_text(path: Path) -> Iterator[str]:
    """Yield every text that is stored, as far as it names anybody or anything of an office."""
    with closing(sqlite3.connect(path)) as connection:
        for table, columns in (
            ("pegawai", ("nip", "nama", "jabatan")), ("unit", ("nama",)), ("kegiatan", ("uraian",)),
        ):  # fmt: skip
            for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table}"):
                yield from filter(None, row)


def test_nothing_in_it_names_anybody(office: Office, tmp_path: Path) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [SARI, BRAM], NOW.date())
        change_setting(writer, "kop_surat", f"Badan Contoh {KEPALA}", None)
    export(office.path, 2017, "1", tmp_path / "keluar", "bkd", clock, sebagian=True)
    tamper(
        office.path,
        "UPDATE penilaian SET saksi = replace(saksi, '8', '7')",
        "UPDATE jejak SET sebab = sebab || ' Sari Contoh' WHERE seq = 3",
    )
    write_log(tmp_path / "galat.log", ValueError(f"Sari Contoh {SARI}"), NOW)
    text = whole_text(office, tmp_path, TIRAI)
    stored = set(every_text(office.path))
    assert {SARI, "Sari Contoh", "Sekretariat", "Mencatat"} <= stored
    assert [one for one in sorted(stored) if one in text] == []
    assert "Contoh" not in text


@pytest.mark.parametrize("rumah", [["home", "wulansari"], ["root"]], ids=["own", "root"])
def test_no_name_that_somebody_gave_to_a_place_is_in_it(
    office: Office, tmp_path: Path, rumah: list[str]
) -> None:
    home = tmp_path / "home" / "wulansari"
    place = home / "Kantor Wulansari" / f"SKP Siti Aminah {UNKNOWN}" / "budi santoso.db"
    place.parent.mkdir(parents=True)
    office.path.rename(place)
    moved = Office(place)
    with moved.writing() as writer:
        change_setting(writer, "cadangan_dir", str(tmp_path / "media" / "siti.aminah"), None)
    tirai = Tirai((tmp_path.joinpath(*rumah),))
    text = whole_text(moved, home, tirai)
    place.unlink()
    gone = "\n".join(told(place, tirai).values())
    place.write_bytes(b"")
    empty = "\n".join(told(place, tirai).values())
    for said in (text, gone, empty):
        for word in ("wulansari", "siti", "aminah", UNKNOWN, "budi", "santoso"):
            assert word not in said.casefold()
    assert "kosong (0 byte)" in empty


def test_a_place_named_from_where_one_stands_is_veiled_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = told(Path("Siti Aminah.db"), Tirai((tmp_path,)))
    place = str(Path("~", "*.db"))
    assert lines["dapat dibaca"].startswith(f"tidak. Basis data {place} tidak ada.")
    assert lines["basis data"] == f"{place} (tidak ada)"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/home/wulansari", "~"),
        ("/home/wulansari/a/b/Siti.db", "~/*/*/*.db"),
        ("/home/wulansari/.local/share/skp-tui/skp.db", "~/.local/share/skp-tui/skp.db"),
        ("/home/wulansari/.local/state/skp-tui/log/galat.log",
         "~/.local/state/skp-tui/log/galat.log"),
        ("/home/wulansari/Siti/cadangan", "~/*/cadangan"),
        ("/home/wulansari/a.Siti Aminah", "~/*"),
        ("/home/wulansari/a.198503122010011001", "~/*"),
        ("/home/wulansari2/x.db", "(map pemakai lain)/…/*.db"),
        ("/home/budi/skp-tui/skp.db", "(map pemakai lain)/…/*.db"),
        ("/Users/budi/x.sqlite", "(map pemakai lain)/…/*.sqlite"),
        ("/media/siti.aminah/E/B.DB", "(diska lain)/…/*.db"),
        ("/srv/siti/b.db", "(map lain)/…/*.db"),
        ("/b", "(map lain)/…/*"),
    ],
)  # fmt: skip
def test_a_place_is_told_without_any_name_that_somebody_gave(path: str, shown: str) -> None:
    assert TIRAI.path(PurePosixPath(path)) == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (r"C:\Users\Budi\AppData\Local\skp-tui\skp.db", r"~\AppData\Local\skp-tui\skp.db"),
        (r"c:\users\budi\Siti\x.db", r"~\*\*.db"),
        (r"C:\Users\Siti\x.db", r"(map pemakai lain)\…\*.db"),
        (r"\\PC-BUDI\Bagi Siti\x.db", r"(map jaringan)\…\*.db"),
        (r"E:\Siti", r"(diska lain)\…\*"),
        (r"C:\Siti\x.db", r"(map lain)\…\*.db"),
    ],
)
def test_a_place_of_windows_is_told_without_names_too(path: str, shown: str) -> None:
    assert Tirai((PureWindowsPath(r"C:\Users\Budi"),)).path(PureWindowsPath(path)) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tidak ada /home/wulansari2/x di sini.", "Tidak ada (map pemakai lain)/…/* di sini."),
        ("Map /home/wulansari.", "Map ~."),
        ("Berkas /srv/Siti Aminah/a.db-journal, dan/atau ~/x.",
         "Berkas (map lain)/…/*.db-journal, dan/atau ~/x."),
    ],
)  # fmt: skip
def test_a_sentence_is_told_with_its_places_veiled(text: str, shown: str) -> None:
    assert TIRAI.text(text, Path("/srv/Siti Aminah/a.db"), Path("/srv")) == shown


def test_a_home_that_is_the_root_of_the_disk_is_no_place_of_its_own() -> None:
    assert Tirai((Path("/"),)).path(Path("/srv/b.db")) == "(map lain)/…/*.db"
