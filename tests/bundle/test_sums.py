"""The lists of hashes: of every file for the stick, of every wheel for pip."""

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import hapus
import periksa
from packing import sums, windows
from packing.wheels import BundleError, read_wheel
from tests.bundle.making import make_wheel


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "bundel"
    (folder / "roda").mkdir(parents=True)
    (folder / "b.txt").write_bytes(b"isi\r\n")
    (folder / "roda" / "a b.whl").write_bytes(b"\0\1")
    sums.write_list(folder)
    return folder


def test_the_list_names_every_file_but_itself_in_order(bundle: Path) -> None:
    lines = (bundle / sums.LIST).read_bytes().decode()
    of = {name: hashlib.sha256((bundle / name).read_bytes()).hexdigest() for name in lines.split()
          if (bundle / name).is_file()}  # fmt: skip
    assert lines == (
        f"{of['b.txt']}  b.txt\n{hashlib.sha256(bytes([0, 1])).hexdigest()}  roda/a b.whl\n"
    )


def test_the_list_is_one_that_sha256sum_reads(bundle: Path) -> None:
    command = ["sha256sum", "--strict", "--quiet", "-c", sums.LIST]
    assert subprocess.run(command, cwd=bundle, check=False).returncode == 0
    (bundle / "b.txt").write_bytes(b"lain")
    done = subprocess.run(command, cwd=bundle, check=False, capture_output=True)
    assert done.returncode == 1


def test_the_installer_accepts_a_whole_bundle(bundle: Path) -> None:
    periksa.check_bundle(bundle)


@pytest.mark.parametrize("name", ["b.txt", "roda/a b.whl"])
def test_the_installer_names_the_file_that_was_changed_or_lost(bundle: Path, name: str) -> None:
    path = bundle / name
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(hapus.RefusedError, match=f"^{name} berubah atau rusak"):
        periksa.check_bundle(bundle)
    path.unlink()
    with pytest.raises(hapus.RefusedError, match=f"^{name} tidak ada"):
        periksa.check_bundle(bundle)


def test_a_bundle_without_its_list_is_refused(bundle: Path) -> None:
    (bundle / sums.LIST).unlink()
    with pytest.raises(hapus.RefusedError, match="SHA256SUMS tidak ada"):
        periksa.check_bundle(bundle)


def test_pip_installs_only_what_the_requirements_were_made_of(tmp_path: Path) -> None:
    shelf = tmp_path / "rak"
    wheels = [read_wheel(make_wheel(shelf, name)) for name in ("satu", "dua")]
    listed = tmp_path / "daftar.txt"
    listed.write_text(sums.requirements(wheels))
    command = [
        *(sys.executable, "-m", "pip", "--isolated", "install", "--no-index", "--no-deps"),
        *("--require-hashes", "--find-links", str(shelf), "-r", str(listed), "--target"),
    ]
    done = subprocess.run(
        [*command, str(tmp_path / "a")], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a" / "dua.py").is_file()
    make_wheel(shelf, "dua", requires=["x"])
    done = subprocess.run(
        [*command, str(tmp_path / "b")], check=False, capture_output=True, text=True
    )
    assert done.returncode != 0
    assert "DO NOT MATCH THE HASHES" in done.stderr
    assert not (tmp_path / "b" / "dua.py").exists()


def make_python(path: Path, names: tuple[str, ...] = windows.NEEDED) -> str:
    """Write a zip that looks like the embeddable build, and return its sha256."""
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "python311.zip\n.\n" if name.endswith("._pth") else name)
    return sums.sha256(path)


def test_python_for_windows_is_unpacked_when_it_is_the_one_meant(tmp_path: Path) -> None:
    archive = tmp_path / windows.NAME
    windows.add_python(archive, f" {make_python(archive).upper()} ", tmp_path)
    assert {path.name for path in (tmp_path / windows.FOLDER).iterdir()} == set(windows.NEEDED)


@pytest.mark.parametrize("expected", ["", "abc", "g" * 64, windows.SHA256, "0" * 64])
def test_python_for_windows_with_another_hash_is_not_used(tmp_path: Path, expected: str) -> None:
    archive = tmp_path / windows.NAME
    make_python(archive)
    with pytest.raises(BundleError, match=r"no sha256|not [0-9a-f]{64}; it is not used"):
        windows.add_python(archive, expected, tmp_path)
    assert not (tmp_path / windows.FOLDER).exists()


def test_another_zip_is_no_python_even_where_its_hash_is_right(tmp_path: Path) -> None:
    archive = tmp_path / "lain.zip"
    digest = make_python(archive, windows.NEEDED[:2])
    with pytest.raises(BundleError, match=r"python311\.zip, python311\._pth is not in it"):
        windows.add_python(archive, digest, tmp_path)
    with pytest.raises(BundleError, match=r"tidak-ada\.zip is not there"):
        windows.add_python(tmp_path / "tidak-ada.zip", digest, tmp_path)


def test_the_python_that_is_meant_has_a_hash_of_its_own() -> None:
    assert windows.HEX.fullmatch(windows.SHA256)
    assert f"python-{windows.VERSION}-embed-amd64.zip" == windows.NAME
