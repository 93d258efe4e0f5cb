"""The account for who helps: true, whole also of a damaged database, and about nobody."""

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from skp_tui.services.base.holder import Holder, holder_of, holding
from skp_tui.services.base.text_file import save_text
from skp_tui.services.keeping import safekeeping
from skp_tui.services.keeping.faults import write_log
from skp_tui.services.keeping.support import Letak, account
from skp_tui.services.keeping.support_text import (
    PAPER,
    lines_of,
)
from skp_tui.services.keeping.veil import Tirai
from skp_tui.services.office.configuring import change_setting
from skp_tui.services.sending.sending import export
from skp_tui.services.signing import signing
from tests.services.accounts import TIRAI, told
from tests.services.office import NOW, SARI, Office, clock
from tests.services.test_checking import tamper

# What it says


def test_it_counts_what_is_stored(office: Office) -> None:
    lines = told(office)
    assert lines["isi"] == "3 unit, 3 pegawai, 1 tahun"
    assert lines["tahun"] == "2017 PP46"
    assert lines["penilaian"] == "2 dimulai, 0 dikunci"
    assert lines["kiriman terakhir"] == "belum ada"
    assert lines["jurnal"].startswith("TRUNCATE, synchronous EXTRA")
    with office.writing() as writer:
        signing.lock(writer, 2017, [SARI], NOW.date())
    assert told(office)["penilaian"] == "2 dimulai, 1 dikunci"


def test_the_last_package_and_the_last_backup_are_named_with_their_age(
    office: Office, tmp_path: Path
) -> None:
    assert told(office)["cadangan terakhir"].startswith("belum ada")
    export(office.path, 2017, "1", tmp_path / "keluar", "bkd", clock, sebagian=True)
    first, second = (safekeeping.backup(office.path, None) for _ in range(2))
    # the newest by its number is named, however wrong the clock was when it was made
    for path, days in ((first, 1), (second, 12)):
        stamp = (NOW - timedelta(days=days)).timestamp()
        os.utime(path, (stamp, stamp))
    lines = told(office)
    assert lines["kiriman terakhir"] == (
        "tahun 2017 nomor 1, profil bkd, 05-01-2018 09.30 (baru saja)"
    )
    assert lines["cadangan terakhir"].startswith(
        f"{second.name}, 24-12-2017 09.30 (12 hari yang lalu), "
    )


def test_the_folder_of_the_setting_is_where_backups_are_looked_for(
    office: Office, tmp_path: Path
) -> None:
    with office.writing() as writer:
        change_setting(writer, "cadangan_dir", str(tmp_path / "lain"), None)
    assert told(office, Tirai((tmp_path,)))["cadangan"] == str(Path("~", "*"))
    assert told(office)["cadangan"] == str(Path("(map lain)", "…", "*"))
    safekeeping.backup(office.path, None)
    assert "cadangan-0001.db" in told(office)["cadangan terakhir"]


def test_who_holds_the_database_is_told_without_his_name(office: Office) -> None:
    assert told(office)["dipegang"] == "tidak"
    with holding(office.path, "impor", NOW):
        assert told(office)["dipegang"] == "ya, impor sejak 05-01-2018 pukul 09.30"
        own = Holder("wulansari di pc-umum", "layar", "05-01-2018 pukul 09.30")
        assert told(office, own=own)["dipegang"] == "layar ini, sejak 05-01-2018 pukul 09.30"
    assert told(office)["dipegang"] == "tidak"


def test_to_ask_who_holds_it_locks_nobody_out_and_leaves_nothing(office: Office) -> None:
    before = sorted(path.name for path in office.path.parent.iterdir())
    assert holder_of(office.path) is None
    assert sorted(path.name for path in office.path.parent.iterdir()) == before
    with holding(office.path, "layar", NOW):
        pass
    assert holder_of(office.path) is None
    with holding(office.path, "layar", NOW):
        assert holder_of(office.path) is not None


def test_a_note_whose_writer_was_killed_counts_nothing(office: Office) -> None:
    office.path.with_name("skp.db.lock").touch()
    note = '{"siapa": "x", "apa": "layar", "sejak": "kemarin"}'
    office.path.with_name("skp.db.pemegang").write_text(note)
    assert told(office)["dipegang"] == "tidak"


def test_a_journal_that_a_cut_left_behind_is_told(office: Office) -> None:
    assert told(office)["jurnal tersisa"] == "tidak ada"
    office.path.with_name("skp.db-journal").write_bytes(b"\0" * 1200)
    assert told(office)["jurnal tersisa"] == "ada (1,2 kB), dipulihkan saat dibuka"


def test_the_last_fault_is_told_by_its_kind_and_time(office: Office, tmp_path: Path) -> None:
    assert told(office)["galat terakhir"] == "tidak ada"
    for error in (KeyError("Sari Contoh"), ValueError(SARI)):
        write_log(tmp_path / "galat.log", error, NOW)
    assert told(office)["galat terakhir"] == "05-01-2018 09.30, builtins.ValueError"


# Where nothing can be read


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "tidak ada"), (b"", "kosong (0 byte)"), (b"bukan basis data " * 99, "bukan basis"),
    ],
    ids=["missing", "empty", "foreign"],
)  # fmt: skip
def test_a_database_that_cannot_be_read_is_told_with_its_reason(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "skp.db"
    if content is not None:
        path.write_bytes(content)
    lines = told(path)
    assert lines["dapat dibaca"].startswith("tidak. ")
    assert said in lines["dapat dibaca"]
    assert {"skp-tui", "Python", "SQLite", "ruang kosong", "cadangan terakhir"} <= lines.keys()
    assert path.exists() is (content is not None)


def test_a_moment_that_is_none_ends_no_account(office: Office) -> None:
    export(office.path, 2017, None, office.path.parent, "bkd", clock, sebagian=True)
    tamper(office.path, "UPDATE kiriman SET waktu = '2024-13-99'")
    assert told(office)["dapat dibaca"] == "tidak. isinya rusak"


def test_a_database_of_a_newer_program_is_told_and_not_touched(office: Office) -> None:
    with closing(sqlite3.connect(office.path)) as connection:
        connection.execute("PRAGMA user_version=999")
    before = office.path.read_bytes()
    assert "lebih baru" in told(office)["dapat dibaca"]
    assert office.path.read_bytes() == before


# As a text


@pytest.mark.parametrize("width", [20, 30, 40, PAPER, 120])
def test_no_line_is_wider_than_the_paper(office: Office, width: int) -> None:
    parts = account(Letak(office.path, office.path.parent / "galat.log"), NOW, TIRAI)
    assert all(len(words) <= width for words, _ in lines_of(parts, width))


def test_a_saved_text_overwrites_nothing(tmp_path: Path) -> None:
    first = save_text("satu", "a", tmp_path, "dukungan.txt")
    second = save_text("dua", "a", tmp_path, "dukungan.txt")
    third = save_text("tiga", ".", tmp_path, "dukungan.txt")
    assert [path.name for path in (first, second, third)] == ["a.txt", "a-2.txt", "dukungan.txt"]
    assert [path.read_text() for path in (first, second, third)] == ["satu", "dua", "tiga"]
