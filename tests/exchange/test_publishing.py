"""Files exist whole or not at all, and nothing is ever overwritten."""

import errno
import os
import threading
import time
from pathlib import Path

import pytest

from skp_tui import files
from skp_tui.errors import InputError
from skp_tui.exchange.writing.publishing import (
    Berkas,
    NamaBerkas,
    free_suffix,
    is_free,
    safe_code,
    write_atomically,
)
from skp_tui.files import ABANDONED

CSV, DOC = NamaBerkas("skp-1-2017", ".csv"), NamaBerkas("skp-1-2017", ".datapackage.json")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_appear_with_their_content_readable_by_the_owner_alone(tmp_path: Path) -> None:
    paths = write_atomically(tmp_path / "baru", {CSV: b"a", DOC: b"b"})
    assert [path.name for path in paths] == ["skp-1-2017.csv", "skp-1-2017.datapackage.json"]
    assert [path.read_bytes() for path in paths] == [b"a", b"b"]
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o600}


@pytest.mark.parametrize(
    "taken", ["skp-1-2017.csv", "skp-1-2017.datapackage.json", "skp-1-2017.csv.part"]
)
def test_one_suffix_that_is_free_for_all_files(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_bytes(b"lama")
    (tmp_path / "skp-1-2017-2.datapackage.json").write_bytes(b"lama")
    assert free_suffix(tmp_path, [CSV, DOC]) == "-3"
    write_atomically(tmp_path, {CSV: b"a", DOC: b"b"})
    assert names(tmp_path) == sorted(
        [
            taken,
            "skp-1-2017-2.datapackage.json",
            "skp-1-2017-3.csv",
            "skp-1-2017-3.datapackage.json",
        ]
    )
    assert (tmp_path / taken).read_bytes() == b"lama"


def test_before_publishing_nothing_has_its_name(tmp_path: Path) -> None:
    with Berkas(tmp_path, [CSV, DOC]) as berkas:
        berkas.write(CSV, b"a")
        berkas.write(DOC, b"b")
        assert all(name.endswith(".part") for name in names(tmp_path))
        berkas.publish()
    assert names(tmp_path) == ["skp-1-2017.csv", "skp-1-2017.datapackage.json"]


def test_an_error_before_publishing_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        with Berkas(tmp_path, [CSV]) as berkas:
            berkas.write(CSV, b"a")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert names(tmp_path) == []


def test_an_error_while_publishing_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if target.suffix == ".json":
            raise OSError(5, "galat masukan/keluaran")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(InputError, match="diskanya bermasalah"):
        write_atomically(tmp_path, {CSV: b"a", DOC: b"b"})
    assert names(tmp_path) == []


def test_a_file_that_cannot_be_taken_back_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, stuck = Path.rename, tmp_path / "skp-1-2017.csv"

    def rename(self: Path, target: Path) -> Path:
        if target.suffix == ".json":
            # from here on the stick can only be read
            monkeypatch.setattr(Path, "unlink", refuse)
            refuse(self)
        return real(self, target)

    def refuse(_: Path, *, missing_ok: bool = False) -> None:
        del missing_ok
        raise OSError(errno.EROFS, "hanya dapat dibaca")

    monkeypatch.setattr(Path, "rename", rename)
    with Berkas(tmp_path, [CSV, DOC]) as berkas:
        berkas.write(CSV, b"a")
        berkas.write(DOC, b"b")
        with pytest.raises(InputError) as caught:
            berkas.publish()
    assert caught.value.kalimat() == (
        f"Tidak dapat menulis ke {tmp_path}: hanya dapat dibaca. "
        "Periksa tempat, izin dan sisa ruangnya; hapus skp-1-2017.csv yang tertinggal."
    )
    assert berkas.tertinggal == (stuck,)
    assert stuck.read_bytes() == b"a"


def test_a_file_held_for_a_moment_is_renamed_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, refusals = Path.rename, iter([PermissionError, PermissionError])

    def rename(self: Path, target: Path) -> Path:
        for error in refusals:
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(files, "_PAUSE", 0)
    assert write_atomically(tmp_path, {CSV: b"a"})[0].read_bytes() == b"a"


def test_content_and_name_are_flushed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    real_sync, real_rename = os.fsync, Path.rename

    def fsync(descriptor: int) -> None:
        order.append("folder" if Path(f"/proc/self/fd/{descriptor}").is_dir() else "file")
        real_sync(descriptor)

    def rename(self: Path, target: Path) -> Path:
        order.append("rename")
        return real_rename(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "rename", rename)
    write_atomically(tmp_path, {CSV: b"a"})
    assert order == ["file", "rename", "folder"]


def test_many_at_once_get_a_suffix_each(tmp_path: Path) -> None:
    threads = [
        threading.Thread(target=write_atomically, args=(tmp_path, {CSV: b"%d" % n, DOC: b"%d" % n}))
        for n in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = names(tmp_path)
    assert len(found) == 24
    csvs = [path for path in tmp_path.iterdir() if path.suffix == ".csv"]
    assert {path.read_bytes() for path in csvs} == {b"%d" % n for n in range(12)}
    for path in csvs:
        assert path.with_suffix(".datapackage.json").read_bytes() == path.read_bytes()


def test_a_place_that_cannot_be_written_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(InputError, match="Tidak dapat menulis"):
        write_atomically(tmp_path / "berkas" / "dalam", {CSV: b"a"})


def test_a_code_in_a_file_name_keeps_only_harmless_signs() -> None:
    assert safe_code("1.1/Umum é\\..") == "1.1_Umum___.."


def left_behind(path: Path, seconds: float) -> Path:
    """Leave a part as a killed program does, so many seconds ago."""
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(b"separuh")
    then = time.time() - seconds
    os.utime(part, (then, then))
    return part


def test_what_a_killed_program_left_keeps_no_name_taken(tmp_path: Path) -> None:
    part = left_behind(tmp_path / "a.csv", ABANDONED + 60)
    assert is_free(tmp_path / "a.csv")
    [path] = write_atomically(tmp_path, {NamaBerkas("a", ".csv"): b"isi"})
    assert (path.name, path.read_bytes()) == ("a.csv", b"isi")
    assert not part.exists()


def test_a_part_that_may_still_be_written_is_left_alone(tmp_path: Path) -> None:
    part = left_behind(tmp_path / "a.csv", ABANDONED / 2)
    assert not is_free(tmp_path / "a.csv")
    [path] = write_atomically(tmp_path, {NamaBerkas("a", ".csv"): b"isi"})
    assert path.name == "a-2.csv"
    assert part.read_bytes() == b"separuh"


def test_a_link_of_the_name_of_a_part_is_never_removed(tmp_path: Path) -> None:
    target = tmp_path / "lain.txt"
    target.write_text("milik orang")
    part = tmp_path / "a.csv.part"
    part.symlink_to(target)
    os.utime(part, (0, 0), follow_symlinks=False)
    [path] = write_atomically(tmp_path, {NamaBerkas("a", ".csv"): b"isi"})
    assert (path.name, part.is_symlink(), target.read_text()) == ("a-2.csv", True, "milik orang")
