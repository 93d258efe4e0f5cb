"""Backup and restore: whole or not at all, and what was there is kept."""

import errno
import os
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.errors import DatabaseError, InputError, SkpError
from skp_tui.files import ABANDONED
from skp_tui.services.entry import entry
from skp_tui.services.keeping import safekeeping
from skp_tui.services.keeping.sitting import sitting
from skp_tui.services.office import configuring
from skp_tui.storage.database import backup as storage_backup
from skp_tui.storage.database.backup import KEPT, copy_database, keep_copy
from skp_tui.storage.database.looking import reading
from skp_tui.storage.database.migrate import migrations, newest_version, version
from tests.services.office import Office, clock, kegiatan, tempat
from tests.storage.nobody import as_nobody, shared_folder
from tests.storage.version4 import content, make_old


def rows_at(path: Path) -> object:
    return Office(path).content()


def everything(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder but the lock."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def change_cell(office: Office, value: int = 42) -> None:
    with office.writing() as writer:
        row = kegiatan(office, realisasi_kuantitas=Decimal(value))
        entry.save(writer, tempat(), row, ["realisasi_kuantitas"], "sel")


def test_a_backup_holds_everything(office: Office) -> None:
    copy = safekeeping.backup(office.path, None)
    assert copy == office.path.parent / "cadangan" / "cadangan-0001.db"
    assert rows_at(copy) == office.content()


def test_a_backup_goes_where_the_setting_says(office: Office, tmp_path: Path) -> None:
    with office.writing() as writer:
        configuring.change_setting(writer, "cadangan_dir", str(tmp_path / "stik"), None)
    assert safekeeping.backup(office.path, None) == tmp_path / "stik" / "cadangan-0001.db"


def test_a_backup_overwrites_nothing(office: Office, tmp_path: Path) -> None:
    (tmp_path / "salinan.db").write_bytes(b"milik saya")
    paths = [safekeeping.backup(office.path, tmp_path / "salinan.db") for _ in range(2)]
    assert [path.name for path in paths] == ["salinan-2.db", "salinan-3.db"]
    assert (tmp_path / "salinan.db").read_bytes() == b"milik saya"


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_appears_during_a_backup_is_not_overwritten(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    fill, target = storage_backup._fill, tmp_path / "salinan.db"

    def slow(part: Path, source: Path) -> None:
        fill(part, source)
        if part.name == "salinan.db.part":
            target.write_bytes(b"milik saya")

    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(storage_backup, "_fill", slow)
    if not has_links:
        monkeypatch.setattr("os.link", no_links)
    copy = safekeeping.backup(office.path, target)
    assert (copy.name, rows_at(copy)) == ("salinan-2.db", office.content())
    assert target.read_bytes() == b"milik saya"
    assert not list(tmp_path.glob("*.part"))


def test_a_name_for_which_another_copy_is_being_written_is_taken(
    office: Office, tmp_path: Path
) -> None:
    part = tmp_path / "salinan.db.part"
    part.write_bytes(b"milik salinan lain")
    assert safekeeping.backup(office.path, tmp_path / "salinan.db").name == "salinan-2.db"
    assert part.read_bytes() == b"milik salinan lain"


def left_behind(part: Path, seconds: float) -> Path:
    """Leave a part and its journal as a killed program does, so many seconds ago."""
    part.parent.mkdir(exist_ok=True)
    then = time.time() - seconds
    for path in (part, part.with_name(f"{part.name}-journal")):
        path.write_bytes(b"separuh")
        os.utime(path, (then, then))
    return part


KILLED = ABANDONED + 60


@pytest.mark.parametrize("stem", ["cadangan", "sebelum-pembaruan", "sebelum-pemulihan"])
def test_what_a_killed_backup_left_goes_with_the_next_one(office: Office, stem: str) -> None:
    folder = office.path.parent / "cadangan"
    for number in (1, 3, 10000):
        left_behind(folder / f"{stem}-{number:04}.db.part", KILLED)
    assert safekeeping.backup(office.path, None).name == "cadangan-0001.db"
    assert [path.name for path in folder.iterdir()] == ["cadangan-0001.db"]


def test_what_a_killed_backup_left_keeps_no_name_taken(office: Office, tmp_path: Path) -> None:
    left_behind(tmp_path / "salinan.db.part", KILLED)
    assert safekeeping.backup(office.path, tmp_path / "salinan.db").name == "salinan.db"
    assert not list(tmp_path.glob("*.part*"))


def test_what_a_killed_restore_left_goes_when_the_database_is_opened(office: Office) -> None:
    part = left_behind(office.path.with_name("skp.db.part"), KILLED)
    with sitting(office.path, clock):
        assert not list(part.parent.glob("*.part*"))


def test_a_copy_that_may_still_be_written_and_what_is_nobodys_part_are_left_alone(
    office: Office,
) -> None:
    folder = office.path.parent / "cadangan"
    young = left_behind(folder / "cadangan-0001.db.part", ABANDONED / 2)
    others = [
        left_behind(folder / name, KILLED)
        for name in ("cadangan-1.db.part", "foto-0001.db.part", "cadangan-0002.db.part.lama")
    ]
    link = folder / "cadangan-0003.db.part"
    link.symlink_to(others[0])
    os.utime(link, (0, 0), follow_symlinks=False)
    open_now = left_behind(office.path.with_name("skp.db.part"), ABANDONED / 2)
    assert safekeeping.backup(office.path, None).name == "cadangan-0002.db"
    with sitting(office.path, clock):
        pass
    for part in (young, *others, open_now):
        assert part.read_bytes() == b"separuh"
    assert link.is_symlink()


def test_a_copy_that_cannot_be_thinned_out_does_not_undo_the_new_one(office: Office) -> None:
    folder = office.path.parent / "cadangan"
    (folder / "cadangan-0001.db").mkdir(parents=True)
    for number in range(2, 3 + KEPT):
        (folder / f"cadangan-{number:04}.db").write_bytes(b"tua")
    copy = safekeeping.backup(office.path, None)
    assert rows_at(copy) == office.content()
    assert not (folder / "cadangan-0002.db").exists()


def test_many_backups_at_once_get_a_number_each_and_are_thinned_together(office: Office) -> None:
    folder = office.path.parent / "cadangan"
    folder.mkdir()
    for number in range(1, 1 + KEPT):
        (folder / f"cadangan-{number:04}.db").write_bytes(b"tua")
    with ThreadPoolExecutor(8) as pool:
        copies = list(pool.map(lambda _: safekeeping.backup(office.path, None), range(8)))
    assert len(set(copies)) == 8
    wanted = {f"cadangan-{number:04}.db" for number in range(9, 9 + KEPT)}
    assert {path.name for path in folder.iterdir()} == wanted
    assert all(rows_at(copy) == office.content() for copy in copies)


def test_a_backup_beside_an_open_screen_holds_what_was_saved(office: Office) -> None:
    with sitting(office.path, clock) as sat:
        row = kegiatan(office, realisasi_kuantitas=Decimal(42))
        sat.submit(
            lambda writer: entry.save(writer, tempat(), row, ["realisasi_kuantitas"], "sel")
        ).result(60)
        copy = safekeeping.backup(office.path, None)
    assert rows_at(copy) == office.content()


def test_a_backup_during_a_write_has_nothing_of_it(office: Office) -> None:
    before = office.content()
    with office.writing() as writer, writer.change("uji") as work:
        work.insert("unit", [{"kode": "9", "nama": "Baru"}])
        copy = safekeeping.backup(office.path, None)
    assert rows_at(copy) == before


def test_backups_are_thinned_by_number_and_nobody_elses_file_is(office: Office) -> None:
    folder = office.path.parent / "cadangan"
    folder.mkdir()
    others = ["cadangan-lain-0001.db", "cadangan-0001.db.bak", "xcadangan-0001.db", "cadangan-1.db"]
    for name in others:
        (folder / name).write_bytes(b"milik saya")
    for number in (*range(1, 4), *range(100, 100 + KEPT)):
        (folder / f"cadangan-{number:04}.db").write_bytes(b"tua")
    safekeeping.backup(office.path, None)
    left = {path.name for path in folder.iterdir()}
    wanted = {f"cadangan-{number:04}.db" for number in range(101, 101 + KEPT)}
    assert left == wanted | set(others)


def test_the_number_after_the_ninethousandth_goes_on(office: Office) -> None:
    folder = office.path.parent / "cadangan"
    folder.mkdir()
    (folder / "cadangan-9999.db").write_bytes(b"tua")
    assert safekeeping.backup(office.path, None).name == "cadangan-10000.db"
    assert safekeeping.backup(office.path, None).name == "cadangan-10001.db"


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 2 + 64] = bytes(range(64))
    path.write_bytes(bytes(data))


def test_a_damaged_database_is_not_backed_up_and_named_by_its_own_name(office: Office) -> None:
    flip(office.path)
    with pytest.raises(DatabaseError, match=r"skp\.db rusak"):
        safekeeping.backup(office.path, None)
    assert list((office.path.parent / "cadangan").iterdir()) == []


def test_a_backup_that_cannot_be_written_leaves_nothing_and_says_where(office: Office) -> None:
    (office.path.parent / "berkas").write_bytes(b"")
    target = office.path.parent / "berkas" / "x.db"
    with pytest.raises(InputError, match="tidak dapat ditulis"):
        copy_database(office.path, [target])
    with pytest.raises(InputError, match="Map cadangan"):
        keep_copy(office.path, office.path.parent / "berkas", "cadangan")


def test_a_backup_into_a_folder_without_permission_is_a_sentence() -> None:
    with shared_folder() as place:
        office = Office.filled(place)
        office.path.chmod(0o666)
        (place / "tertutup").mkdir(mode=0o555)
        said = as_nobody(lambda: safekeeping.backup(office.path, place / "tertutup"))
        assert "tidak dapat ditulis" in said
        assert list((place / "tertutup").iterdir()) == []


# Restore


def test_a_restore_brings_the_backup_back_and_keeps_what_was_there(office: Office) -> None:
    copy = safekeeping.backup(office.path, None)
    before = office.content()
    change_cell(office)
    changed = office.content()
    kept = safekeeping.restore(office.path, copy, clock)
    assert office.content() == before
    assert kept is not None
    assert kept.name == "sebelum-pemulihan-0001.db"
    assert rows_at(kept) == changed
    assert office.findings() == []


def test_a_restore_where_there_is_nothing_keeps_nothing(office: Office, tmp_path: Path) -> None:
    copy = safekeeping.backup(office.path, None)
    path = tmp_path / "baru" / "skp.db"
    assert safekeeping.restore(path, copy, clock) is None
    assert rows_at(path) == office.content()


def text(path: Path) -> None:
    path.write_text("bukan basis data\n" * 300)


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE foto (id INTEGER)")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrations()) + 1}")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def missing(path: Path) -> None:
    path.unlink()


SPOILT = (text, foreign, newer, cut, emptied, missing, flip)


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_a_backup_that_is_no_whole_database_changes_nothing(
    office: Office, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    source = tmp_path / "salinan.db"
    source.write_bytes(office.path.read_bytes())
    spoil(source)
    before = everything(tmp_path)
    with pytest.raises(SkpError) as refused:
        safekeeping.restore(office.path, source, clock)
    assert str(source) in refused.value.pesan
    assert everything(tmp_path) == before


@pytest.mark.parametrize("number", range(1, newest_version()))
def test_a_backup_of_an_older_version_can_be_read_at_once(office: Office, number: int) -> None:
    source = make_old(office.path.with_name("lama.db"), number)
    before, bytes_before = content(source), source.read_bytes()
    safekeeping.restore(office.path, source, clock)
    after = content(office.path)
    assert {
        tabel: [row[: len(rows[0])] for row in after[tabel]] for tabel, rows in before.items()
    } == before
    with reading(office.path) as connection:
        assert version(connection, office.path) == newest_version()
    assert office.findings() == []
    assert source.read_bytes() == bytes_before
    names = {path.name for path in office.path.parent.iterdir()} - {"skp.db.lock"}
    assert names == {"cadangan", "lama.db", "lama.db-journal", "skp.db"}


def test_a_database_is_not_restored_from_itself(office: Office) -> None:
    link = office.path.with_name("tautan.db")
    link.symlink_to(office.path)
    with pytest.raises(InputError, match="berkas yang sama"):
        safekeeping.restore(office.path, link, clock)


@pytest.mark.parametrize("spoil", [text, cut, emptied, flip], ids=lambda spoil: spoil.__name__)
def test_a_damaged_database_is_set_aside_with_its_bytes(
    office: Office, spoil: Callable[[Path], None]
) -> None:
    copy = safekeeping.backup(office.path, None)
    content = office.content()
    spoil(office.path)
    damaged = office.path.read_bytes()
    kept = safekeeping.restore(office.path, copy, clock)
    assert kept is not None
    assert kept.name == "rusak-0001.db"
    assert kept.read_bytes() == damaged
    assert office.content() == content


@pytest.mark.parametrize("spoil", [foreign, newer], ids=lambda spoil: spoil.__name__)
def test_a_restore_over_somebody_elses_database_is_refused(
    office: Office, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    copy = safekeeping.backup(office.path, None)
    spoil(office.path)
    before = everything(tmp_path)
    with pytest.raises(DatabaseError):
        safekeeping.restore(office.path, copy, clock)
    assert everything(tmp_path) == before


def test_the_journal_of_a_damaged_database_is_never_played_into_the_restored_one(
    office: Office,
) -> None:
    copy = safekeeping.backup(office.path, None)
    content = office.content()
    journal = office.path.with_name("skp.db-journal")
    for spoil in (text, missing):
        spoil(office.path)
        journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(5000))
        safekeeping.restore(office.path, copy, clock)
        assert not journal.exists()
        assert office.content() == content


def test_a_restore_without_room_changes_nothing(office: Office, tmp_path: Path) -> None:
    copy = safekeeping.backup(office.path, None)
    flip(office.path)
    before = everything(tmp_path)
    office.path.with_name("skp.db.part").mkdir()
    with pytest.raises(InputError, match="tidak dapat ditulis"):
        safekeeping.restore(office.path, copy, clock)
    office.path.with_name("skp.db.part").rmdir()
    assert everything(tmp_path) == before


def test_a_backup_that_is_not_there_is_named_as_one(office: Office, tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        safekeeping.restore(office.path, tmp_path / "tidakada.db", clock)
    assert refused.value.kalimat() == (
        f"Cadangan {tmp_path / 'tidakada.db'} tidak ada. Periksa nama dan tempat berkasnya."
    )
