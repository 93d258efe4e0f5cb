"""Makes what is installed without a network: ``python .ci/bundle.py --help``."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from packing import windows
from packing.folder import build_folder
from packing.sums import LIST, sha256, write_list
from packing.wheelhouse import (
    CHECKOUT,
    GUIDE,
    build_wheel,
    copy_text,
    gather,
    lay_out,
    version_of,
    write_lock,
)
from packing.wheels import BundleError


def parser() -> argparse.ArgumentParser:
    """Return the options of the command."""
    made = argparse.ArgumentParser("bundle", description=__doc__)
    made.add_argument("--to", type=Path, default=CHECKOUT / "dist", help="folder to write into")
    made.add_argument("--only", choices=["wheels", "folder"], help="make one of the two only")
    made.add_argument(
        "--python-windows", type=Path, metavar="ZIP", help=f"{windows.NAME}, from python.org"
    )
    made.add_argument(
        "--sha256",
        default=windows.SHA256,
        help="its sha256 as python.org publishes it (default: %(default)s, of that very build)",
    )
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Make the bundles and print where they lie."""
    chosen = parser().parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        try:
            for path in make(chosen, Path(name)):
                print(path)
                print(f"  sha256 of its {LIST}: {sha256(path / LIST)}")
        except BundleError as error:
            print(f"bundle: {error}", file=sys.stderr)
            return 2
    return 0


def make(chosen: argparse.Namespace, work: Path) -> list[Path]:
    """Make what was chosen; a bundle appears under its name when it is whole."""
    root = build_wheel(work / "wheel")
    lock = write_lock(root, work / "lock.txt")
    chosen.to.mkdir(parents=True, exist_ok=True)
    name = f"skp-tui-{version_of(root)}"
    made: list[Path] = []
    if chosen.only != "folder":
        made.append(_make_wheels(chosen, (root, lock), work, chosen.to / f"{name}-pasang"))
    if chosen.only != "wheels":
        system = "windows" if sys.platform == "win32" else sys.platform
        made.append(_make_folder((root, lock), work, chosen.to / f"{name}-{system}-x86_64"))
    return made


def _make_wheels(
    chosen: argparse.Namespace, program: tuple[Path, Path], work: Path, target: Path
) -> Path:
    bundle = work / "bundle"
    (work / "targets").mkdir()
    lay_out(gather(*program, work / "targets"), bundle, work)
    if chosen.python_windows is None:
        print("bundle: without Python for Windows; see README, Without network.", file=sys.stderr)
    else:
        windows.add_python(chosen.python_windows, chosen.sha256, bundle)
    write_list(bundle)
    return _put(bundle, target)


def _make_folder(program: tuple[Path, Path], work: Path, target: Path) -> Path:
    built = work / "built"
    build_folder(*program, work, built)
    copy_text(GUIDE, built / "BACA-DULU.txt")
    copy_text(CHECKOUT / "LICENSE", built / "LICENSE.txt")
    write_list(built)
    return _put(built, target)


def _put(made: Path, target: Path) -> Path:
    """Let a bundle appear whole, also where its folder is on another disk than the work."""
    part = target.with_name(f".{target.name}.part")
    _clear(part)
    shutil.move(made, part)
    _clear(target)
    return part.rename(target)


def _clear(place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    if place.exists() or place.is_symlink():
        raise BundleError(f"{place} is in the way and cannot be removed; close what uses it.")


if __name__ == "__main__":
    sys.exit(main())
