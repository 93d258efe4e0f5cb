"""Removes skp-tui from the computer of a user; data, settings and backups stay.

A copy of this file lies beside the installed program, with a list of what was written elsewhere, so
that nobody has to keep the bundle. It needs the standard library only, and no other file.
"""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PROGRAM = "skp-tui-program"
"""The folder of the program; whatever the installer writes elsewhere names it."""
RECORD = "terpasang.json"
NUMBERED, WHOLE = "[0-9][0-9][0-9][0-9]-*", "lengkap"
WINDOWS = sys.platform == "win32"
DONE, REFUSED = 0, 2


class RefusedError(Exception):
    """Says in one Indonesian sentence why nothing was done."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the program lies, and what else is written so that the user can start it.

    ``command`` is what he types, in a folder that other programs use too; on Windows there is none.
    """

    root: Path
    launcher: Path
    command: Path | None
    entries: tuple[Path, ...]

    @property
    def elsewhere(self) -> tuple[Path, ...]:
        """Return the files outside the folder of the program."""
        return (*filter(None, [self.command]), *self.entries)


def main() -> int:
    """Remove what is installed in this folder, or in the one named; return 0, or 2."""
    root = Path(sys.argv[1] if sys.argv[1:] else __file__).resolve()
    return finished("hapus", lambda: remove(recorded(root if root.is_dir() else root.parent)))


def finished(name: str, action: Callable[[], object]) -> int:
    """Carry something out and return the exit status; a refusal is one sentence."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a folder may have a name that no console knows
    try:
        action()
    except RefusedError as error:
        print(f"{name}: {error}", file=sys.stderr)
        return REFUSED
    except OSError as error:
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        print(f"{name}: tidak berhasil; {what}. Program lama tetap ada.", file=sys.stderr)
        return REFUSED
    return DONE


def recorded(root: Path) -> Places:
    """Return what was installed in a folder, as the installer left it written there."""
    try:
        said = json.loads((root / RECORD).read_text(encoding="utf-8"))
        command = said["perintah"]
        entries = tuple(map(Path, said["menu"]))
        return Places(root, root / said["peluncur"], command and Path(command), entries)
    except (OSError, ValueError, LookupError, TypeError):
        raise RefusedError(
            f"di {root} tidak ada catatan pemasangan ({RECORD}). "
            "Jalankan pemasang sekali lagi, lalu hapus."
        ) from None


def record_of(at: Places) -> str:
    """Return what ``recorded`` reads."""
    said = {
        "peluncur": at.launcher.name,
        "perintah": None if at.command is None else str(at.command),
        "menu": [str(path) for path in at.entries],
    }
    return json.dumps(said, indent=1) + "\n"


def is_own(path: Path) -> bool:
    """Say whether a file outside the folder of the program was written by the installer."""
    try:
        return not path.is_symlink() and PROGRAM.encode() in path.read_bytes()
    except OSError:
        return False


def installed(root: Path) -> list[Path]:
    """Return the folders of whole installations, the newest last."""
    return sorted(path.parent for path in root.glob(f"{NUMBERED}/{WHOLE}"))


def python_of(folder: Path) -> str:
    """Return the Python of an installation."""
    if not WINDOWS:
        return str(folder / "bin" / "python")
    inside = folder / "Scripts" / "python.exe"
    return str(inside if inside.is_file() else folder / "python.exe")


def run(command: list[str], refusal: str) -> str:
    """Run a command and return its output; raises RefusedError with the end of what it said."""
    quiet = {**os.environ, "PIP_CONFIG_FILE": os.devnull}
    done = subprocess.run(
        command, capture_output=True, text=True, errors="replace", env=quiet, check=False
    )
    if done.returncode:
        raise RefusedError(f"{refusal}: {done.stderr.strip()[-1500:]}")
    return done.stdout.strip()


def held_by(folder: Path) -> str:
    """Return what holds the database, as the program itself says; "" where nothing does."""
    asked = (
        "from skp_tui.paths import default_database;"
        "from skp_tui.services.base.holder import holder_of;"
        "print(getattr(holder_of(default_database()), 'apa', ''))"
    )
    try:
        return run([python_of(folder), "-I", "-c", asked], "program tidak menjawab")
    except (RefusedError, OSError):
        return ""  # one that cannot run any more may be removed


def remove(at: Places) -> None:
    """Remove the program and what starts it, unless it runs; what is not its own stays."""
    if (whole := installed(at.root)) and (apa := held_by(whole[-1])):
        raise RefusedError(f"basis data sedang dipakai ({apa}). Tutup skp-tui, lalu ulangi.")
    gone = at.root.with_name(f"{at.root.name}.dihapus")
    shutil.rmtree(gone, ignore_errors=True)
    if at.root.exists():
        try:
            at.root.rename(gone)  # Windows refuses while anything in it runs; then all of it stays
        except OSError:
            raise RefusedError(f"{at.root} masih dipakai. Tutup skp-tui, lalu ulangi.") from None
    for path in filter(is_own, at.elsewhere):
        path.unlink()
    shutil.rmtree(gone, ignore_errors=True)
    if gone.exists():
        raise RefusedError(f"program dihapus, tetapi {gone} tidak seluruhnya. Hapus map itu.")
    print("Program dihapus. Basis data, pengaturan dan cadangan tetap ada.")


if __name__ == "__main__":
    sys.exit(main())
