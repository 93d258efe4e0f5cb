"""Installs skp-tui for one user from this folder: no network, no administrator.

Run by ``pasang.sh`` or ``pasang.cmd``; needs the standard library only. What it installs lies in a
folder of its own, which the launcher points to only when it is whole: a power cut leaves the former
program working. Data and settings lie elsewhere and are not touched.
"""

import argparse
import hashlib
import io
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

SINI = Path(__file__).resolve().parent
EMBEDDED = SINI / "python-windows"
LIBRARIES = "lib"
NUMBERED, WHOLE = "[0-9][0-9][0-9][0-9]-*", "lengkap"
ENOUGH = 200_000_000
WINDOWS = sys.platform == "win32"
PLATFORMS = {"win-amd64", "linux-x86_64"}
WANTED = "Windows atau Linux (glibc) 64-bit, x86-64"
MENU_WINDOWS = "SKP (skp-tui).cmd"
DONE, REFUSED = 0, 2


class RefusedError(Exception):
    """Says in one Indonesian sentence why nothing was installed."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the program, its launcher and its entries in the menus lie."""

    root: Path
    launcher: Path
    entries: tuple[Path, ...]


def main() -> int:
    """Install, or with ``--hapus`` remove; return 0, or 2 with a sentence."""
    parser = argparse.ArgumentParser("pasang", description="Memasang skp-tui bagi pemakai ini.")
    parser.add_argument("--hapus", action="store_true", help="hapus program; data tetap ada")
    arguments = parser.parse_args()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a folder may have a name that no console knows
    try:
        look()
        (remove if arguments.hapus else install)(places())
    except RefusedError as error:
        print(f"pasang: {error}", file=sys.stderr)
        return REFUSED
    except OSError as error:
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        print(f"pasang: tidak berhasil; {what}. Program lama tetap ada.", file=sys.stderr)
        return REFUSED
    return DONE


def look() -> None:
    """Refuse a computer that the bundle is not for, and a bundle that a stick has damaged."""
    try:
        check_computer(described()[1])
        print("Memeriksa bundel ...", flush=True)
        check_bundle(SINI)
    except (ValueError, LookupError, TypeError):
        raise RefusedError("keterangan bundel rusak. Salin ulang seluruh map bundel.") from None


def check_bundle(folder: Path) -> None:
    """Refuse a bundle in which a file is missing or not as it was made."""
    listed = folder / "SHA256SUMS"
    if not listed.is_file():
        raise RefusedError("SHA256SUMS tidak ada. Salin ulang seluruh map bundel.")
    for line in listed.read_text(encoding="utf-8").splitlines():
        expected, _, name = line.partition("  ")
        path = folder / name
        if not path.is_file():
            raise RefusedError(f"{name} tidak ada. Salin ulang seluruh map bundel.")
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != expected:
                raise RefusedError(f"{name} berubah atau rusak. Salin ulang seluruh map bundel.")


def described() -> tuple[str, list[str]]:
    """Return the version of the program in the bundle, and the Pythons that it has wheels for."""
    said = json.loads((SINI / "bundel.json").read_text(encoding="utf-8"))
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


def places() -> Places:
    """Return where things go, as platformdirs says; it is read from its wheel in the bundle."""
    sys.path.insert(0, str(only(SINI / "roda", "platformdirs-*.whl")))
    import platformdirs  # noqa: PLC0415 - found on the line before

    root = platformdirs.user_data_path("skp-tui-program", appauthor=False)
    menu = platformdirs.user_applications_path()
    if WINDOWS:
        entries = (menu / MENU_WINDOWS, platformdirs.user_desktop_path() / MENU_WINDOWS)
        return Places(root, root / "skp-tui.cmd", entries)
    bin_folder = platformdirs.user_bin_path()
    return Places(root, bin_folder / "skp-tui", (menu / "skp-tui.desktop",))


def only(folder: Path, pattern: str) -> Path:
    """Return the one file of a folder that fits; refuse where none does, or a second copy."""
    found = list(folder.glob(pattern))
    if len(found) != 1:
        raise RefusedError(
            f"{len(found)} berkas {pattern} di {folder}, seharusnya 1. Salin ulang seluruh map."
        )
    return found[0]


def install(at: Places) -> None:
    """Install beside what is there, then let the launcher point to it."""
    at.root.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(at.root).free < ENOUGH:
        raise RefusedError(
            f"tempat kosong di {at.root} kurang dari 200 MB. Lapangkan, lalu ulangi."
        )
    former = installed(at.root)
    number = int(former[-1].name[:4]) + 1 if former else 1
    folder = at.root / f"{number:04}-{described()[0]}"
    print("Memasang (satu dua menit) ...", flush=True)
    try:
        stage(folder)
        back_up(former[-1] if former else folder, folder)
        (folder / WHOLE).touch()
        settle(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    write_script(at.launcher, (windows_launcher if WINDOWS else linux_launcher)(folder))
    write_entries(at)
    for old in set(at.root.glob(NUMBERED)) - {folder, *former[-1:]}:
        shutil.rmtree(old, ignore_errors=True)  # the former one may still be on somebody's screen
    tell(at)


def installed(root: Path) -> list[Path]:
    """Return the folders of whole installations, the newest last."""
    return sorted(path.parent for path in root.glob(f"{NUMBERED}/{WHOLE}"))


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


def python_of(folder: Path) -> str:
    """Return the Python of an installation."""
    if not WINDOWS:
        return str(folder / "bin" / "python")
    inside = folder / "Scripts" / "python.exe"
    return str(inside if inside.is_file() else folder / "python.exe")


def program(folder: Path) -> list[str]:
    """Return how the program of an installation is called: isolated from the folder one is in."""
    return [python_of(folder), "-I", "-m", "skp_tui"]


def run(command: list[str], refusal: str) -> str:
    """Run a command and return its output; raises RefusedError with the end of what it said."""
    quiet = {**os.environ, "PIP_CONFIG_FILE": os.devnull}
    done = subprocess.run(
        command, capture_output=True, text=True, errors="replace", env=quiet, check=False
    )
    if done.returncode:
        raise RefusedError(f"{refusal}: {done.stderr.strip()[-1500:]}")
    return done.stdout.strip()


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


def held_by(folder: Path) -> str:
    """Return what holds the database, as the program itself says; "" where nothing does."""
    asked = (
        "from skp_tui.paths import default_database; from skp_tui.services.holder import holder_of;"
        "print(getattr(holder_of(default_database()), 'apa', ''))"
    )
    try:
        return run([python_of(folder), "-I", "-c", asked], "program tidak menjawab")
    except RefusedError:
        return ""  # one that cannot run any more may be removed


def write_script(path: Path, text: str) -> None:
    """Write a file that may be run, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as file:
        file.write(text.encode("oem" if WINDOWS else "utf-8", "replace"))
        file.flush()
        os.fsync(file.fileno())
    part.chmod(0o755)
    part.replace(path)


def write_entries(at: Places) -> None:
    """Write the entries of the menus; the program runs without them."""
    for path in at.entries:
        try:
            entry = windows_entry if WINDOWS else desktop_entry
            write_script(path, entry(at.launcher))
        except OSError as error:
            print(f"{path} tidak dapat ditulis ({error.strerror}); menunya tidak berubah.")


def linux_launcher(folder: Path) -> str:
    """Return the script that starts the program."""
    quoted = " ".join("'" + word.replace("'", "'\\''") + "'" for word in program(folder))
    return f'#!/bin/sh\nexec {quoted} "$@"\n'


def desktop_entry(launcher: Path) -> str:
    """Return the entry of the menu of a Linux desktop."""
    escaped = re.sub(r'(["`$\\])', r"\\\1", str(launcher)).replace("\\", "\\\\").replace("%", "%%")
    lines = ["[Desktop Entry]", "Type=Application", "Name=SKP (skp-tui)", f'Exec="{escaped}"']
    lines += ["Comment=Penilaian prestasi kerja PNS", "Terminal=true", "Categories=Office;"]
    return "\n".join(lines) + "\n"


def windows_launcher(folder: Path) -> str:
    """Return the script that starts the program from the folder that the script lies in."""
    inside = Path(python_of(folder)).relative_to(folder.parent)
    return f'@"%~dp0{str(inside).replace("/", chr(92))}" -I -m skp_tui %*\r\n'


def windows_entry(launcher: Path) -> str:
    """Return the entry of a menu; its window stays when the program ends with a sentence.

    The user's name may hold letters that a console reads otherwise, so his folder is not spelled.
    """
    place, local = str(launcher), os.environ.get("LOCALAPPDATA")
    if local and place.startswith(local):
        place = "%LOCALAPPDATA%" + place[len(local) :]
    else:
        place = place.replace("%", "%%")
    return f'@echo off\r\ntitle SKP\r\ncall "{place}" %*\r\nif errorlevel 1 pause\r\n'


def tell(at: Places) -> None:
    """Say what was installed, and how it is started."""
    print(f"skp-tui {described()[0]} terpasang. Jalankan dari menu: SKP (skp-tui),")
    print(f"atau ketik: {at.launcher}")
    folders = os.environ.get("PATH", "").split(os.pathsep)
    if not WINDOWS and str(at.launcher.parent) not in folders:
        print(f"(Supaya cukup mengetik skp-tui: tambahkan {at.launcher.parent} ke PATH.)")


def remove(at: Places) -> None:
    """Remove the program and what starts it, unless it runs; data, settings and backups stay."""
    if (whole := installed(at.root)) and (apa := held_by(whole[-1])):
        raise RefusedError(f"basis data sedang dipakai ({apa}). Tutup skp-tui, lalu ulangi.")
    gone = at.root.with_name(f"{at.root.name}.dihapus")
    shutil.rmtree(gone, ignore_errors=True)
    if at.root.exists():
        try:
            at.root.rename(gone)  # Windows refuses while anything in it runs; then all of it stays
        except OSError:
            raise RefusedError(f"{at.root} masih dipakai. Tutup skp-tui, lalu ulangi.") from None
    for path in (at.launcher, *at.entries):
        path.unlink(missing_ok=True)
    shutil.rmtree(gone, ignore_errors=True)
    if gone.exists():
        raise RefusedError(f"program dihapus, tetapi {gone} tidak seluruhnya. Hapus map itu.")
    print("Program dihapus. Basis data, pengaturan dan cadangan tetap ada.")


if __name__ == "__main__":
    sys.exit(main())
