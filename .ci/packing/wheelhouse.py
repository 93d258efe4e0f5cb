"""The wheel bundle: wheels of all targets, lists of hashes, installers, the page for the admin."""

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from packing import sums
from packing.targets import PYTHONS, TARGETS, Target
from packing.wheels import BundleError, Wheel, fetching, pip, read_wheel, resolve

CHECKOUT = Path(__file__).parents[2]
STICK = Path(__file__).parents[1] / "stick"
GUIDE = CHECKOUT / "data" / "memasang.md"
WHEELS, LISTS = "roda", "persyaratan"
OF_WINDOWS = {".cmd", ".txt"}  # Notepad and cmd want their own ends of lines


def build_wheel(folder: Path) -> Path:
    """Build the program's own wheel from this checkout."""
    pip("wheel", "--quiet", "--no-deps", "-w", str(folder), str(CHECKOUT))
    [path] = folder.glob("skp_tui-*.whl")
    return path


def write_lock(root: Path, lock: Path) -> Path:
    """Write the versions that pip chooses for this computer; the other targets get the same."""
    options = ["--dry-run", "--ignore-installed", "--only-binary=:all:", "--quiet"]
    report = json.loads(pip("install", *options, "--report", "-", str(root)))
    chosen = (item["metadata"] for item in report["install"])
    lines = sorted(f"{item['name']}=={item['version']}\n" for item in chosen)
    own = re.compile(r"skp[-_]tui==")
    lock.write_text("".join(line for line in lines if not own.match(line)), encoding="utf-8")
    return lock


def gather(
    root: Path, lock: Path, work: Path, targets: Sequence[Target] = TARGETS
) -> dict[str, list[Wheel]]:
    """Fetch what every target needs, each into a folder of its own; return it by target."""
    found: dict[str, list[Wheel]] = {}
    for target in targets:
        folder = work / target.name
        folder.mkdir()
        shutil.copy2(root, folder)
        found[target.name] = resolve(root, folder, target, fetching(folder, target, lock))
    return found


def lay_out(found: dict[str, list[Wheel]], bundle: Path, work: Path) -> None:
    """Put wheels, lists and installers into the bundle; pip comes along as a wheel too."""
    (bundle / WHEELS).mkdir(parents=True)
    (bundle / LISTS).mkdir()
    for name, wheels in found.items():
        for wheel in wheels:
            _copy_once(wheel.path, bundle / WHEELS)
        (bundle / LISTS / f"{name}.txt").write_text(sums.requirements(wheels), encoding="utf-8")
    pip("download", "--quiet", "--no-deps", "--only-binary=:all:", "-d", str(work / "pip"), "pip")
    for path in (work / "pip").glob("pip-*.whl"):
        _copy_once(path, bundle / WHEELS)
    for path in STICK.iterdir():
        if path.is_file():
            copy_text(path, bundle / path.name)
    copy_text(GUIDE, bundle / "BACA-DULU.txt")
    copy_text(CHECKOUT / "LICENSE", bundle / "LICENSE.txt")
    own = next(wheel for wheel in next(iter(found.values())) if wheel.name == "skp-tui")
    what = {"versi": str(own.version), "python": list(PYTHONS)}
    (bundle / "bundel.json").write_text(json.dumps(what) + "\n", encoding="utf-8")


def _copy_once(path: Path, folder: Path) -> None:
    target = folder / path.name
    if target.exists() and sums.sha256(target) != sums.sha256(path):
        raise BundleError(f"two different files are called {path.name}.")
    shutil.copy2(path, target)


def copy_text(path: Path, target: Path) -> None:
    """Copy a text with the ends of lines that its reader wants; a script may be run."""
    ends = "\r\n" if target.suffix in OF_WINDOWS else "\n"
    target.write_text(path.read_text(encoding="utf-8"), encoding="utf-8", newline=ends)
    if target.suffix == ".sh":
        target.chmod(0o755)


def version_of(root: Path) -> str:
    """Return the version of the program in a wheel."""
    return str(read_wheel(root).version)
