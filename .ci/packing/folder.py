"""The folder build: PyInstaller in an environment that holds the program and nothing else."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from packing.wheels import BundleError

NAME = "skp-tui"
# asyncio looks for ssl at every start; without a network it is 5 MB read for nothing
LEFT_OUT = ("ssl", "_ssl", "tkinter", "unittest", "pydoc", "pip", "setuptools", "greenlet")


def build_folder(root: Path, lock: Path, work: Path, target: Path) -> None:
    """Build the folder for this operating system from the program's wheel."""
    python = _environment(root, lock, work / "lingkungan")
    command = [
        *(
            str(python),
            "-I",
            "-m",
            "PyInstaller",
            *options(),
            "--noconfirm",
            "--log-level",
            "ERROR",
        ),
        *("--distpath", str(work / "folder"), "--workpath", str(work / "kerja")),
        *("--specpath", str(work), str(_entry(work))),
    ]
    run(command, work)
    shutil.rmtree(target, ignore_errors=True)
    shutil.move(work / "folder" / NAME, target)
    _add_licences(work / "lingkungan", target / "lisensi")


def options() -> list[str]:
    """Return how PyInstaller is called.

    A folder, not one file, which would unpack itself at each start. All modules lie compiled in one
    archive, so that a cold start reads one file where a venv reads five hundred.
    """
    chosen = ["--onedir", "--console", "--noupx", "--name", NAME, "--optimize", "1"]
    # the commands are imported by name (cli/grammar.py), the manual and the schema are data
    chosen += ["--collect-submodules", "skp_tui", "--collect-data", "skp_tui"]
    for module in LEFT_OUT:
        chosen += ["--exclude-module", module]
    if sys.platform != "win32" and shutil.which("strip"):
        chosen.append("--strip")
    return chosen


def _environment(root: Path, lock: Path, folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = [str(python), "-I", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run([*install, "-c", str(lock), f"skp-tui[bundle] @ {root.as_uri()}"], folder)
    return python


def _add_licences(environment: Path, target: Path) -> None:
    """Copy the licences of what was built in, and Python's own, as they ask for."""
    for info in environment.rglob("*.dist-info"):
        # a folder may be called so too, and Windows does not tell licenses from LICENSE
        for path in filter(Path.is_file, info.rglob("LICEN[CS]E*")):
            place = target / info.name.removesuffix(".dist-info") / path.relative_to(info)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    for path in (Path(os.__file__).parent, Path(sys.base_prefix)):
        if (path / "LICENSE.txt").is_file():
            shutil.copyfile(path / "LICENSE.txt", target / "python.txt")


def _entry(work: Path) -> Path:
    """Write the script that the built program begins with."""
    path = work / "mulai.py"
    path.write_text("import sys\n\nfrom skp_tui.cli import main\n\nsys.exit(main())\n")
    return path


def run(command: list[str], place: Path) -> None:
    """Run a command in a folder; raises BundleError with the end of what it said.

    Not in the checkout: the program would be built from its files there, not from the wheel.
    """
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=place)
    if done.returncode:
        raise BundleError(f"{command[3]}: {done.stderr.strip()[-2000:]}")
