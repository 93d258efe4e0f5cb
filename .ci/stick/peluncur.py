"""What starts the program, and what removes it: small scripts, and entries of the menus."""

import os
import re
from pathlib import Path

from hapus import WINDOWS, Places, is_own, python_of

REMOVER = "hapus.cmd" if WINDOWS else "hapus.sh"
PYTHONS = "python3 python3.14 python3.13 python3.12 python3.11"


def program(folder: Path) -> list[str]:
    """Return how the program of an installation is called: isolated from the folder one is in."""
    return [python_of(folder), "-I", "-m", "skp_tui"]


def write_script(path: Path, text: str, mode: int = 0o755) -> None:
    """Write a file, by default one that may be run, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as file:
        file.write(text.encode("oem" if WINDOWS else "utf-8", "replace"))
        file.flush()
        os.fsync(file.fileno())
    part.chmod(mode)
    part.replace(path)


def write_launchers(at: Places, folder: Path) -> None:
    """Let the launcher, what the user types and the menus start an installation.

    What other programs left under these names stays; the program starts without it.
    """
    text = (windows_launcher if WINDOWS else linux_launcher)(folder)
    write_script(at.launcher, text)
    write_script(at.root / REMOVER, (windows_remover if WINDOWS else linux_remover)(folder))
    if at.command is not None:
        write_elsewhere(at.command, text)
    for path in at.entries:
        write_elsewhere(path, (windows_entry if WINDOWS else desktop_entry)(at.launcher))


def write_elsewhere(path: Path, text: str) -> None:
    """Write a script where other programs keep theirs, never over one of theirs."""
    if os.path.lexists(path) and not is_own(path):
        print(f"{path} milik program lain; tidak diubah.")
        return
    try:
        write_script(path, text)
    except OSError as error:
        print(f"{path} tidak dapat ditulis ({error.strerror}); tidak berubah.")


def linux_launcher(folder: Path) -> str:
    """Return the script that starts the program."""
    quoted = " ".join("'" + word.replace("'", "'\\''") + "'" for word in program(folder))
    return f'#!/bin/sh\nexec {quoted} "$@"\n'


def linux_remover(folder: Path) -> str:
    """Return the script that removes the program, with any Python: its own goes with it."""
    del folder
    return f"""#!/bin/sh
# Menghapus skp-tui; basis data, pengaturan dan cadangan tetap ada.
set -eu
sini=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
for python in {PYTHONS}; do
    if "$python" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        exec "$python" -I "$sini/hapus.py"
    fi
done
echo "hapus: komputer ini tidak punya Python 3.11 atau lebih baru." >&2
exit 2
"""


def desktop_entry(launcher: Path) -> str:
    """Return the entry of the menu of a Linux desktop."""
    escaped = re.sub(r'(["`$\\])', r"\\\1", str(launcher)).replace("\\", "\\\\").replace("%", "%%")
    lines = ["[Desktop Entry]", "Type=Application", "Name=SKP (skp-tui)", f'Exec="{escaped}"']
    lines += ["Comment=Penilaian prestasi kerja PNS", "Terminal=true", "Categories=Office;"]
    return "\n".join(lines) + "\n"


def windows_launcher(folder: Path) -> str:
    """Return the script that starts the program from the folder that the script lies in."""
    return f'@"%~dp0{_inside(folder)}" -I -m skp_tui %*\r\n'


def windows_remover(folder: Path) -> str:
    """Return the script that removes the program by a copy of its Python: no file in use goes.

    From the last line on nothing is read of the script, which is gone by then.
    """
    python = _inside(folder).partition("\\")[2]
    lines = [
        "@echo off",
        "rem Menghapus skp-tui; basis data, pengaturan dan cadangan tetap ada.",
        "setlocal",
        'set "salinan=%TEMP%\\skp-tui-hapus"',
        'if exist "%salinan%" rmdir /s /q "%salinan%"',
        f'xcopy "%~dp0{folder.name}" "%salinan%" /e /i /q /h >nul',
        'copy /y "%~dp0hapus.py" "%salinan%\\hapus.py" >nul',
        'cd /d "%TEMP%"',
    ]
    last = f'"%salinan%\\{python}" -I "%salinan%\\hapus.py" "%~dp0."'
    last += ' & rmdir /s /q "%salinan%" & pause & exit /b'
    return "\r\n".join([*lines, last]) + "\r\n"


def _inside(folder: Path) -> str:
    return str(Path(python_of(folder)).relative_to(folder.parent)).replace("/", "\\")


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
