"""Python for Windows: the embeddable build, by version, file name and sha256."""

import re
import zipfile
from pathlib import Path

from packing.sums import sha256
from packing.wheels import BundleError

VERSION = "3.11.9"  # the last 3.11 that python.org built for Windows; 3.11 is what the tests run on
NAME = f"python-{VERSION}-embed-amd64.zip"
SHA256 = "009d6bf7e3b2ddca3d784fa09f90fe54336d5b60f0e0f305c37f400bf83cfd3b"
FOLDER = "python-windows"
NEEDED = ("python.exe", "python311.dll", "python311.zip", "python311._pth")
HEX = re.compile(r"[0-9a-f]{64}")


def add_python(archive: Path, expected: str, bundle: Path) -> None:
    """Unpack the embeddable build into the bundle; raises BundleError unless it is the one meant.

    The value to compare with comes from whoever makes the bundle, or is the one written here.
    """
    wanted = expected.strip().lower()
    if not HEX.fullmatch(wanted):
        raise BundleError(f"{expected!r} is no sha256: 64 digits 0-9 and a-f.")
    if not archive.is_file():
        raise BundleError(f"{archive} is not there.")
    found = sha256(archive)
    if found != wanted:
        raise BundleError(f"{archive.name} has the sha256 {found}, not {wanted}; it is not used.")
    with zipfile.ZipFile(archive) as opened:
        names = set(opened.namelist())
        if absent := [name for name in NEEDED if name not in names]:
            raise BundleError(f"{archive.name} is no {NAME}: {', '.join(absent)} is not in it.")
        opened.extractall(bundle / FOLDER)
