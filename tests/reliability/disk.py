"""A disk that can lose its power: what was flushed is there, the rest may be or may not.

Writes to one file that were not flushed may each be missing or torn, whatever their order; names
that were made, changed or removed since the folder was flushed may be as before.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.reliability.tracing import Event

Names = dict[str, int]
State = dict[str, bytes]

FOLDER = -1


@dataclass(slots=True)
class File:
    """The bytes that are safe, and the writes and cuts since."""

    safe: bytes
    since: list[Event] = field(default_factory=list)

    def flush(self) -> None:
        """Make everything safe."""
        self.safe = after(self.safe, self.since)
        self.since = []


def after(data: bytes, done: list[Event]) -> bytes:
    """Return the bytes after some writes and cuts."""
    content = bytearray(data)
    for event in done:
        if event.kind == "cut":
            content = content[: event.at].ljust(event.at, b"\0")
        else:
            content.extend(bytes(max(0, event.at - len(content))))
            content[event.at : event.at + len(event.data)] = event.data
    return bytes(content)


class Disk:
    """The files below a folder, as they are and as a cut could leave them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[File] = []
        self.safe: Names = {}
        self.now: Names = {}
        self.since: dict[str, list[Event]] = {}
        for path in sorted(folder.rglob("*")):
            place = self._add(path.read_bytes()) if path.is_file() else FOLDER
            self.safe[str(path)] = self.now[str(path)] = place

    def _add(self, data: bytes) -> int:
        self.files.append(File(data))
        return len(self.files) - 1

    def do(self, event: Event) -> None:
        """Carry out one event."""
        if event.kind == "flush":
            self._flush(event.path)
        elif event.kind in {"write", "cut"}:
            self.files[self.now[event.path]].since.append(event)
        else:
            if event.kind == "make":
                if event.path in self.now:
                    return
                event = Event("make", event.path, self._add(b""))
            rename(self.now, event)
            self.since.setdefault(str(Path(event.path).parent), []).append(event)

    def _flush(self, path: str) -> None:
        if self.now.get(path, FOLDER) != FOLDER:
            self.files[self.now[path]].flush()
            return
        for event in self.since.pop(path, []):
            rename(self.safe, event)

    def after_a_cut(self, dice: random.Random) -> Iterator[State]:
        """Yield states that a cut could leave right now."""
        pending = [event for some in self.since.values() for event in some]
        choices = {0, len(pending), *(dice.randint(0, len(pending)) for _ in range(2))}
        for count in sorted(choices):
            names = dict(self.safe)
            for event in pending[:count]:
                rename(names, event)
            for how in ("none", "all", "most", "half", "torn"):
                yield {
                    name: after(file.safe, list(_chosen(file.since, how, dice)))
                    for name, file in self._reachable(names)
                }

    def _reachable(self, names: Names) -> Iterator[tuple[str, File]]:
        folders = {str(self.folder), *(name for name, place in names.items() if place == FOLDER)}
        for name, place in names.items():
            if place != FOLDER and str(Path(name).parent) in folders:
                yield name, self.files[place]


def rename(names: Names, event: Event) -> None:
    """Carry out a change of names."""
    if event.kind in {"make", "folder"}:
        names[event.path] = FOLDER if event.kind == "folder" else event.at
    elif event.path in names:
        place = names[event.path] if event.kind == "link" else names.pop(event.path)
        if event.kind in {"rename", "link"}:
            names[event.other] = place


def _chosen(done: list[Event], how: str, dice: random.Random) -> Iterator[Event]:
    """Yield the writes that reached the disk."""
    missing = dice.randrange(len(done)) if done else 0
    for number, event in enumerate(done):
        if how == "all" or (how == "most" and number != missing):
            yield event
        elif how == "torn" and event.kind == "write" and number == missing:
            # a disk writes whole sectors
            yield Event("write", event.path, event.at, event.data[: len(event.data) // 1024 * 512])
        elif how in {"half", "torn"} and dice.random() < 0.5:
            yield event


def put(state: State, source: Path, target: Path) -> None:
    """Write a state into a folder of its own."""
    for name, data in state.items():
        path = target / Path(name).relative_to(source)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
