"""The account for who helps: true, whole also of a damaged database, and about nobody."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from skp_tui.services import safekeeping, signing
from skp_tui.services.checking import TAHAP
from skp_tui.services.configuring import change_setting
from skp_tui.services.faults import write_log
from skp_tui.services.holder import Holder, holder_of, holding
from skp_tui.services.sending import export
from skp_tui.services.support import Bagian, Letak, account
from skp_tui.services.support_text import (
    CHECK,
    GIVEN_UP,
    IN_USE,
    NOT_DONE,
    PAPER,
    UNREADABLE,
    WHOLE,
    as_text,
    check,
    finding_words,
    is_given_up,
    is_whole,
    lines_of,
)
from skp_tui.services.text_file import save_text
from skp_tui.services.veil import Tirai
from skp_tui.storage import trail
from skp_tui.storage.looking import reading
from tests.services.office import BRAM, KEPALA, NOW, SARI, UNKNOWN, Office, clock
from tests.services.test_checking import tamper

TIRAI = Tirai((Path("/home/wulansari"),))
TRAIL, WITNESSES = ([*TAHAP].index(nama) for nama in ("rantai jejak", "saksi yang terkunci"))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.filled(tmp_path)


def told(office: Path | Office, tirai: Tirai = TIRAI, **given: Holder) -> dict[str, str]:
    """Return every line of the account by its name."""
    path = office.path if isinstance(office, Office) else office
    parts = account(Letak(path, path.parent / "galat.log"), NOW, tirai, **given)
    return {nama: isi for bagian in parts for nama, isi in bagian.baris}


def checked(office: Office) -> dict[str, str]:
    with reading(office.path) as connection:
        return dict(check(connection, lambda _done, _total: None).baris)


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


# The check


def test_the_check_of_a_whole_database_finds_nothing_and_tells_how_far_it_is(
    office: Office,
) -> None:
    steps: list[tuple[int, int]] = []
    with reading(office.path) as connection:
        found = check(connection, lambda done, total: steps.append((done, total)))
    assert is_whole(found)
    assert [nama for nama, _ in found.baris] == list(TAHAP)
    assert sorted(set(steps)) == [(done, len(TAHAP)) for done in range(len(TAHAP) + 1)]
    assert steps == sorted(steps)


def test_writers_are_let_through_between_two_parts_of_the_check(office: Office) -> None:
    def write(done: int, _total: int) -> None:
        with closing(sqlite3.connect(office.path, timeout=0, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            other.execute("COMMIT")
        seen.append(done)

    seen: list[int] = []
    with reading(office.path) as connection:
        check(connection, write)
    assert set(seen) == set(range(len(TAHAP) + 1))


def test_writers_are_let_through_within_the_trail_and_nothing_is_missed_by_that(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(done: int, _total: int) -> None:
        if done == TRAIL and len(written) < 5:
            with office.writing() as writer:
                change_setting(writer, "kop_surat", f"Badan {len(written)}", None)
            written.append(done)

    written: list[int] = []
    monkeypatch.setattr(trail, "SLICE", 3)
    with reading(office.path) as connection:
        connection.execute("SELECT count(*) FROM jejak").fetchone()
        found = check(connection, write)
    assert len(written) == 5
    assert is_whole(found)


@pytest.mark.parametrize("slice_", [1, 2, 7, 2000])
def test_the_trail_read_in_slices_finds_the_same(
    office: Office, monkeypatch: pytest.MonkeyPatch, slice_: int
) -> None:
    monkeypatch.setattr(trail, "SLICE", slice_)
    with reading(office.path) as connection:
        assert trail.broken_link(connection) is None
        whole = trail.replayed(trail.steps(connection))
        assert trail.told(connection, lambda: None) == whole
        last = trail.last_numbers(connection)["jejak"]
    for row, broken in ((f"seq = {last}", last), ("seq = 5", 5), ("seq = 1", 1)):
        tamper(office.path, f"UPDATE jejak SET sebab = sebab || 'x' WHERE {row}")
        with reading(office.path) as connection:
            assert trail.broken_link(connection) == broken
    tamper(office.path, "UPDATE jejak SET seq = -7 WHERE seq = 9")
    with reading(office.path) as connection:
        assert trail.broken_link(connection) == 1


class UnwantedError(Exception):
    """Nobody waits for the check any more."""


@pytest.mark.parametrize("part", [TRAIL, WITNESSES])
def test_what_is_told_may_end_the_check_within_a_part(
    office: Office, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    def end(done: int, _total: int) -> None:
        calls.append(done)
        if calls.count(part) > 1:
            raise UnwantedError

    calls: list[int] = []
    with office.writing() as writer:
        signing.lock(writer, 2017, [SARI], NOW.date())
    monkeypatch.setattr(trail, "SLICE", 3)
    with reading(office.path) as connection, pytest.raises(UnwantedError):
        check(connection, end)
    assert calls[-2:] == [part, part]


@pytest.mark.parametrize("part", range(len(TAHAP)), ids=list(TAHAP))
def test_a_check_that_is_interrupted_says_nothing_of_the_database(
    office: Office, part: int
) -> None:
    def interrupt(done: int, _total: int) -> None:
        if done == part:
            connection.set_progress_handler(lambda: 1, 1)

    with (
        reading(office.path) as connection,
        pytest.raises(sqlite3.OperationalError, match="interrupted"),
    ):
        check(connection, interrupt)


@pytest.mark.parametrize("part", range(len(TAHAP)), ids=list(TAHAP))
def test_a_check_that_a_writer_keeps_out_is_given_up_and_reports_no_damage(
    office: Office, part: int
) -> None:
    def hold(done: int, _total: int) -> None:
        if done == part and not writer.in_transaction:
            writer.execute("BEGIN EXCLUSIVE")

    with (
        closing(sqlite3.connect(office.path, isolation_level=None)) as writer,
        reading(office.path) as connection,
    ):
        connection.execute("PRAGMA busy_timeout=0")
        found = check(connection, hold)
    assert [words for _, words in found.baris] == (
        [WHOLE] * part + [GIVEN_UP] + [NOT_DONE] * (len(TAHAP) - part - 1)
    )
    assert is_given_up(found)
    assert not is_whole(found)


def test_findings_are_not_taken_for_a_check_that_was_given_up() -> None:
    for words in (finding_words(1), UNREADABLE):
        assert not is_given_up(Bagian(CHECK, (("a", words), ("b", NOT_DONE), ("c", GIVEN_UP))))
    assert is_given_up(IN_USE)
    assert not is_given_up(Bagian(CHECK, (("a", WHOLE),)))


def test_what_the_check_finds_is_counted_and_not_shown(office: Office) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [SARI], NOW.date())
    tamper(office.path, "UPDATE penilaian SET saksi = replace(saksi, '8', '7')")
    lines = checked(office)
    assert lines["integrity_check"] == "baik"
    assert lines["rantai jejak"].endswith(" temuan; skp-tui periksa menyebutnya")
    assert lines["saksi yang terkunci"].endswith(" temuan; skp-tui periksa menyebutnya")
    assert SARI in "\n".join(office.findings()), "periksa names him, so the test could notice"
    assert not [words for words in lines.values() if SARI in words]


def test_after_damage_the_rest_is_not_checked(office: Office) -> None:
    tamper(office.path, "INSERT INTO bagian (penilaian_id, nomor) VALUES (999, 1)")
    assert checked(office)["foreign_key_check"] == finding_words(1)
    content = bytearray(office.path.read_bytes())
    content[4096 * 3 : 4096 * 3 + 64] = b"\xff" * 64
    office.path.write_bytes(content)
    lines = checked(office)
    assert lines["integrity_check"] != "baik"
    assert set(list(lines.values())[1:]) == {"tidak diperiksa"}


# About nobody


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
