"""Installs the programs that the figures are held against, each into an environment of its own.

They are no dependency of this project: `python -m tests.bench --lain FOLDER` installs what is not
in that folder yet, in the versions below, the newest when the figures were first taken. posting
asks for any tree-sitter from 0.25 on, but crashes with 0.26.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

VERSIONS: Final = {
    "posting": ("posting==2.11.1", "tree-sitter==0.25.2"),
    "harlequin": ("harlequin==2.17.0",),
    "visidata": ("visidata==3.4",),
}


def install(place: Path) -> None:
    """Install whatever is not there yet."""
    for name, packages in VERSIONS.items():
        folder = place / name
        done = folder / "terpasang"
        wanted = "\n".join(packages)
        if done.exists() and done.read_text(encoding="utf-8") == wanted:
            continue
        print(f"installing {', '.join(packages)}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        pip = [str(folder / "bin" / "pip"), "install", "--quiet", *packages]
        subprocess.run(pip, check=True)
        done.write_text(wanted, encoding="utf-8")
