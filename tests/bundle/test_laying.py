"""How a bundle comes to lie where it was asked for, and the licences in it."""

from pathlib import Path

import pytest

import bundle
from packing import folder
from packing.wheels import BundleError


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "kerja" / "bundle"
    path.mkdir(parents=True)
    (path / "isi.txt").write_text("baru")
    return path


def test_a_bundle_takes_the_place_of_the_one_before(made: Path, tmp_path: Path) -> None:
    target = tmp_path / "dist" / "skp-tui-1.0-pasang"
    (target / "lama").mkdir(parents=True)
    (tmp_path / "dist" / f".{target.name}.part" / "terputus").mkdir(parents=True)
    assert bundle._put(made, target) == target
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert [path.name for path in target.iterdir()] == ["isi.txt"]


@pytest.mark.parametrize("kind", ["folder elsewhere", "file"])
def test_a_bundle_never_goes_into_what_could_not_be_removed(
    made: Path, tmp_path: Path, kind: str
) -> None:
    target, other = tmp_path / "dist" / "skp-tui-1.0-pasang", tmp_path / "lain"
    target.parent.mkdir()
    other.mkdir()
    if kind == "file":
        target.write_text("bukan map")
    else:
        target.symlink_to(other, target_is_directory=True)
    with pytest.raises(BundleError, match="is in the way and cannot be removed"):
        bundle._put(made, target)
    assert list(other.iterdir()) == []


def test_licences_of_one_name_lie_apart_and_a_folder_is_no_licence(tmp_path: Path) -> None:
    info = tmp_path / "env" / "lib" / "satu-1.0.dist-info"
    kept = {"LICENSE", "LICENSES/LICENSE", "licenses/LICENSE.txt", "licenses/dua/LICENSE.txt"}
    for name in kept:
        (info / name).parent.mkdir(parents=True, exist_ok=True)
        (info / name).write_text(name)
    target = tmp_path / "lisensi"
    target.mkdir()
    folder._add_licences(tmp_path / "env", target)
    copied = target / "satu-1.0"
    found = {path for path in copied.rglob("*") if path.is_file()}
    assert {path.relative_to(copied).as_posix(): path.read_text() for path in found} == {
        name: name for name in kept
    }
