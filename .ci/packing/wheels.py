"""Finds the wheels that the program needs on a target: read from the wheels, fetched by pip."""

import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.parser import Parser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version

from packing.targets import Target

Fetch = Callable[[list[str]], None]


class BundleError(Exception):
    """Says why no bundle can be made, in one sentence."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel with what its own metadata ask for."""

    path: Path
    name: str
    version: Version
    requires: tuple[Requirement, ...]

    def pin(self) -> str:
        """Return the requirement that only this version meets."""
        return f"{self.name}=={self.version}"


def read_wheel(path: Path) -> Wheel:
    """Return the name, version and requirements of a wheel."""
    name, version, _, _ = parse_wheel_filename(path.name)
    with zipfile.ZipFile(path) as archive:
        [metadata] = [
            entry
            for entry in archive.namelist()
            if entry.count("/") == 1 and entry.endswith(".dist-info/METADATA")
        ]
        fields = Parser().parsestr(archive.read(metadata).decode("utf-8"))
    asked = fields.get_all("Requires-Dist") or []
    return Wheel(path, name, version, tuple(Requirement(text) for text in asked))


def read_wheels(folder: Path) -> dict[str, Wheel]:
    """Return the wheels of a folder by name; raises BundleError for two of one name."""
    found: dict[str, Wheel] = {}
    for wheel in map(read_wheel, sorted(folder.glob("*.whl"))):
        if wheel.name in found:
            raise BundleError(f"{found[wheel.name].path.name} and {wheel.path.name}: which one?")
        found[wheel.name] = wheel
    return found


def needed(
    roots: Iterable[str], wheels: Mapping[str, Wheel], target: Target
) -> tuple[list[Wheel], list[Requirement]]:
    """Return the wheels that the roots need on the target, and what no wheel is there for.

    Raises BundleError where a wheel is there in a version that somebody cannot work with.
    """
    used: dict[str, Wheel] = {}
    missing: dict[str, Requirement] = {}
    waiting, seen = [Requirement(root) for root in roots], set[str]()
    while waiting:
        asked = waiting.pop()
        name = canonicalize_name(asked.name)
        if str(asked) in seen:
            continue
        seen.add(str(asked))
        if (wheel := wheels.get(name)) is None:
            missing[str(asked)] = asked
            continue
        if not asked.specifier.contains(wheel.version, prereleases=True):
            raise BundleError(f"{target.name}: {wheel.path.name} does not meet {asked}.")
        used[name] = wheel
        waiting += active(wheel, asked.extras, target)
    return [used[name] for name in sorted(used)], list(missing.values())


def active(wheel: Wheel, extras: Iterable[str], target: Target) -> Iterator[Requirement]:
    """Walk the requirements of a wheel that count on the target, with the extras asked for."""
    environment = target.environment()
    for asked in wheel.requires:
        marker = asked.marker
        if marker is None or any(
            marker.evaluate({**environment, "extra": extra}) for extra in ("", *extras)
        ):
            counted = Requirement(str(asked))
            counted.marker = None
            yield counted


def resolve(root: Path, folder: Path, target: Target, fetch: Fetch) -> list[Wheel]:
    """Return all that the root wheel needs on the target; ``fetch`` brings what is missing.

    Every round fetches what the wheels of the round before ask for, until nothing is missing.
    """
    roots = [read_wheel(root).pin()]
    while True:
        found, missing = needed(roots, read_wheels(folder), target)
        if not missing:
            return found
        before = set(folder.iterdir())
        fetch(together(missing))
        if set(folder.iterdir()) == before:
            raise BundleError(f"{target.name}: no wheel for {', '.join(map(str, missing))}.")


def together(asked: Iterable[Requirement]) -> list[str]:
    """Return one requirement for each name, which all that was asked of it stands in."""
    by_name: dict[str, list[Requirement]] = {}
    for one in asked:
        by_name.setdefault(canonicalize_name(one.name), []).append(one)
    return [
        name + ",".join(sorted({str(part) for one in same for part in one.specifier}))
        for name, same in sorted(by_name.items())
    ]


def fetching(folder: Path, target: Target, lock: Path) -> Fetch:
    """Return what brings wheels of the target into the folder, in the versions of the lock."""

    def fetch(asked: list[str]) -> None:
        options = ["--no-deps", "-c", str(lock), "-d", str(folder), *target.pip_options()]
        pip("download", "--quiet", *options, *asked)

    return fetch


def pip(*arguments: str) -> str:
    """Run this Python's pip and return its output; raises BundleError with pip's own words."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BundleError(f"pip {arguments[0]}: {done.stderr.strip()}")
    return done.stdout
