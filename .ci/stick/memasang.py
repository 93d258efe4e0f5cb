"""Installs the program of a bundle beside what is there, and lets it be started when it is whole.

What it installs lies in a folder of its own, which the launcher points to only when it is whole: a
power cut leaves the former program working. Data and settings lie elsewhere and are not touched.
"""

import argparse
import os
import platform
import shutil
import sys
from pathlib import Path

from hapus import (
    NUMBERED,
    PROGRAM,
    RECORD,
    WHOLE,
    WINDOWS,
    Places,
    RefusedError,
    finished,
    installed,
    is_own,
    python_of,
    record_of,
    remove,
    run,
)
from peluncur import REMOVER, program, write_launchers, write_script
from periksa import described, look, only

SINI = Path(__file__).resolve().parent
EMBEDDED = SINI / "python-windows"
LIBRARIES = "lib"
ENOUGH = 200_000_000
READABLE = 0o644
MENU_WINDOWS = "SKP (skp-tui).cmd"


def main() -> int:
    """Install, or with ``--hapus`` remove; return 0, or 2 with a sentence."""
    parser = argparse.ArgumentParser("pasang", description="Memasang skp-tui bagi pemakai ini.")
    parser.add_argument("--hapus", action="store_true", help="hapus program; data tetap ada")
    return finished("pasang", uninstall if parser.parse_args().hapus else install_here)


def install_here() -> None:
    """Install for whoever runs this, from a bundle that is whole."""
    look(SINI)
    install(places())


def uninstall() -> None:
    """Remove the program, for which the bundle need not be whole."""
    remove(places())


def places() -> Places:
    """Return where things go, as platformdirs says; it is read from its wheel in the bundle."""
    sys.path.insert(0, str(only(SINI / "roda", "platformdirs-*.whl")))
    import platformdirs  # noqa: PLC0415 - found on the line before

    root = platformdirs.user_data_path(PROGRAM, appauthor=False)
    menu = platformdirs.user_applications_path()
    if WINDOWS:
        entries = (menu / MENU_WINDOWS, platformdirs.user_desktop_path() / MENU_WINDOWS)
        return Places(root, root / "skp-tui.cmd", None, entries)
    command = platformdirs.user_bin_path() / "skp-tui"
    return Places(root, root / "skp-tui", command, (menu / "skp-tui.desktop",))


def install(at: Places) -> None:
    """Install beside what is there, then let the launcher point to it."""
    at.root.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(at.root).free < ENOUGH:
        raise RefusedError(
            f"tempat kosong di {at.root} kurang dari 200 MB. Lapangkan, lalu ulangi."
        )
    former = installed(at.root)
    number = int(former[-1].name[:4]) + 1 if former else 1
    folder = at.root / f"{number:04}-{described(SINI)[0]}"
    print("Memasang (satu dua menit) ...", flush=True)
    try:
        stage(folder)
        back_up(former[-1] if former else folder, folder)
        (folder / WHOLE).touch()
        settle(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    write_script(at.root / "hapus.py", (SINI / "hapus.py").read_text(encoding="utf-8"), READABLE)
    write_script(at.root / RECORD, record_of(at), READABLE)
    write_launchers(at, folder)
    for old in set(at.root.glob(NUMBERED)) - {folder, *former[-1:]}:
        shutil.rmtree(old, ignore_errors=True)  # the former one may still be on somebody's screen
    tell(at)


def stage(folder: Path) -> None:
    """Make a Python with the program in it and see it start."""
    shutil.rmtree(folder, ignore_errors=True)
    options = wheel_options()
    if EMBEDDED.is_dir() and WINDOWS:
        shutil.copytree(EMBEDDED, folder)
        add_libraries(folder)
        options += ["--target", str(folder / LIBRARIES)]
    else:
        import venv  # noqa: PLC0415 - the embeddable Python has none

        # Debian keeps ensurepip apart, so pip comes from its wheel
        venv.create(folder, symlinks=not WINDOWS, with_pip=False)
    pip = only(SINI / "roda", "pip-*.whl")
    run([python_of(folder), "-I", str(pip / "pip"), *options], "paket tidak dapat dipasang")
    run([*program(folder), "--version"], "program yang terpasang tidak dapat dimulai")


def settle(folder: Path) -> None:
    """Put an installation on the disk: the launcher must not be there before what it points to."""
    if not WINDOWS:
        os.sync()
        return
    for path in filter(Path.is_file, folder.rglob("*")):
        path.chmod(0o600)  # Windows settles only what may be written
        with path.open("r+b") as file:
            os.fsync(file.fileno())


def wheel_options() -> list[str]:
    """Return how pip is called: from the bundle only, and only what the list of hashes names."""
    system = "windows" if WINDOWS else "linux"
    python = ".".join(platform.python_version_tuple()[:2])
    listed = SINI / "persyaratan" / f"{system}-{python}.txt"
    return [
        *("--isolated", "--disable-pip-version-check", "--no-input", "install", "--quiet"),
        *("--no-index", "--no-cache-dir", "--only-binary=:all:", "--require-hashes"),
        *("--no-warn-script-location", "--find-links", str(SINI / "roda"), "-r", str(listed)),
    ]


def add_libraries(folder: Path) -> None:
    """Let the embeddable Python look for packages in the folder that pip fills."""
    paths = only(folder, "python*._pth")
    paths.write_text(paths.read_text(encoding="utf-8") + f"\n{LIBRARIES}\n", encoding="utf-8")


def back_up(former: Path, staged: Path) -> None:
    """Copy the database before another version may open it; the program that made it does it.

    A copy that fails stops nothing: a program that must change an older file copies it first.
    """
    asked = "from skp_tui.paths import default_database; print(default_database())"
    database = run([python_of(staged), "-I", "-c", asked], "tempat basis data tidak diketahui")
    if not Path(database).is_file():
        return
    try:
        print(f"Cadangan basis data: {run([*program(former), 'cadangkan'], 'tidak dibuat')}")
    except RefusedError as error:
        print(f"Cadangan basis data {error}")


def tell(at: Places) -> None:
    """Say what was installed, how it is started, and how it is removed one day."""
    starts = at.launcher if at.command is None or not is_own(at.command) else at.command
    print(f"skp-tui {described(SINI)[0]} terpasang. Jalankan dari menu: SKP (skp-tui),")
    print(f"atau ketik: {starts}")
    folders = os.environ.get("PATH", "").split(os.pathsep)
    if starts == at.command and str(starts.parent) not in folders:
        print(f"(Supaya cukup mengetik skp-tui: tambahkan {starts.parent} ke PATH.)")
    print(f"Menghapusnya kelak, tanpa bundel ini: {at.root / REMOVER}")
