"""Looks, before anything is installed, whether bundle and computer fit and are whole."""

import hashlib
import json
import platform
import sys
import sysconfig
from pathlib import Path

from hapus import WINDOWS, RefusedError

PLATFORMS = {"win-amd64", "linux-x86_64"}
WANTED = "Windows atau Linux (glibc) 64-bit, x86-64"


def look(bundle: Path) -> None:
    """Refuse a computer that the bundle is not for, and a bundle that a stick has damaged."""
    try:
        check_computer(described(bundle)[1])
        print("Memeriksa bundel ...", flush=True)
        check_bundle(bundle)
    except (ValueError, LookupError, TypeError):
        raise RefusedError("keterangan bundel rusak. Salin ulang seluruh map bundel.") from None


def check_bundle(bundle: Path) -> None:
    """Refuse a bundle in which a file is missing or not as it was made."""
    listed = bundle / "SHA256SUMS"
    if not listed.is_file():
        raise RefusedError("SHA256SUMS tidak ada. Salin ulang seluruh map bundel.")
    for line in listed.read_text(encoding="utf-8").splitlines():
        expected, _, name = line.partition("  ")
        path = bundle / name
        if not path.is_file():
            raise RefusedError(f"{name} tidak ada. Salin ulang seluruh map bundel.")
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != expected:
                raise RefusedError(f"{name} berubah atau rusak. Salin ulang seluruh map bundel.")


def described(bundle: Path) -> tuple[str, list[str]]:
    """Return the version of the program in the bundle, and the Pythons that it has wheels for."""
    said = json.loads((bundle / "bundel.json").read_text(encoding="utf-8"))
    return said["versi"], said["python"]


def check_computer(versions: list[str]) -> None:
    """Refuse a computer that the bundle holds no wheels for."""
    python = ".".join(platform.python_version_tuple()[:2])
    if python not in versions:
        raise RefusedError(f"Python {python} tidak didukung; perlu {versions[0]} - {versions[-1]}.")
    if sysconfig.get_platform() not in PLATFORMS or sys.maxsize < 2**32:
        raise RefusedError(f"Python ini untuk {sysconfig.get_platform()}; perlu {WANTED}.")
    if not WINDOWS and platform.libc_ver()[0] != "glibc":
        raise RefusedError(f"Linux ini tanpa glibc; perlu {WANTED}.")


def only(folder: Path, pattern: str) -> Path:
    """Return the one file of a folder that fits; refuse where none does, or a second copy."""
    found = list(folder.glob(pattern))
    if len(found) != 1:
        raise RefusedError(
            f"{len(found)} berkas {pattern} di {folder}, seharusnya 1. Salin ulang seluruh map."
        )
    return found[0]
