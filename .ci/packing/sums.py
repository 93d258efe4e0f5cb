"""Lists of sha256: of every file in a bundle, and of the wheels that pip may install."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from packing.wheels import Wheel

LIST = "SHA256SUMS"


def sha256(path: Path) -> str:
    """Return the sha256 of a file in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_list(folder: Path) -> Path:
    """Write the list of every other file in the folder, in the form that ``sha256sum -c`` reads."""
    target = folder / LIST
    files = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path != target
    )
    lines = [f"{sha256(folder / name)}  {name}\n" for name in files]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return target


def requirements(wheels: Iterable[Wheel]) -> str:
    """Return the requirements that pip takes with ``--require-hashes``: these wheels only."""
    return "".join(f"{wheel.pin()} --hash=sha256:{sha256(wheel.path)}\n" for wheel in wheels)
