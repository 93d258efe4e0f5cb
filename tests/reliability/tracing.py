"""Records what a program does to the files below a folder, in order."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CALLS = (
    "openat,write,pwrite64,ftruncate,rename,renameat,renameat2,unlink,unlinkat,fsync,fdatasync,"
    "link,linkat,mkdir"
)
_LINE = re.compile(r"\d+ +(\w+)\((.*) = (-?\d+)[^=]*$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_PLACE = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")
_ON_OPEN_FILE = {"write", "pwrite64", "ftruncate", "fsync", "fdatasync"}
_BY_NAME = {
    "rename": "rename", "renameat": "rename", "renameat2": "rename", "unlink": "drop",
    "unlinkat": "drop", "mkdir": "folder", "link": "link", "linkat": "link",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done to a path: at an offset, with bytes, or to another path; or a row told."""

    kind: str
    path: str = ""
    at: int = 0
    data: bytes = b""
    other: str = ""


def record(plan: str, database: Path, first: int, count: int) -> list[Event]:
    """Run the scribe under strace and return its events below the folder of the database."""
    log = database.parent.with_suffix(".strace")
    subprocess.run(
        [
            "strace", "-f", "-y", "-xx", "-s", "10000000", "-o", str(log), "-e", f"trace={CALLS}",
            sys.executable, "-m", "tests.reliability.scribe", plan, str(database),
            str(first), str(count),
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )  # fmt: skip
    return list(events(log.read_text(encoding="ascii"), f"{database.parent}/"))


def events(log: str, below: str) -> Iterator[Event]:
    """Yield the events of a log; calls that another thread interrupted are put together."""
    begun: dict[str, str] = {}
    calls = _Calls(below)
    for line in log.splitlines():
        thread, _, rest = line.partition(" ")
        if rest.endswith("<unfinished ...>"):
            begun[thread] = line.removesuffix("<unfinished ...>").rstrip()
            continue
        resumed = "<... " in rest
        whole = begun.pop(thread) + rest.split(" resumed>", 1)[1] if resumed else line
        match = _LINE.match(whole)
        if match is not None and not match.group(3).startswith("-"):
            yield from calls.read(match.group(1), match.group(2), int(match.group(3)))


class _Calls:
    """Turns calls into events; remembers how far each descriptor has written."""

    def __init__(self, below: str) -> None:
        self.below = below
        self.places: dict[str, int] = {}

    def read(self, call: str, arguments: str, result: int) -> Iterator[Event]:
        """Yield what a successful call means for the files."""
        texts = [_bytes(text) for text in _TEXT.findall(arguments)]
        held = _PLACE.match(arguments)
        if call == "write" and texts and texts[0].startswith(b"tersimpan "):
            yield Event("told", at=int(texts[0].split()[1]))
        elif held is not None and call in _ON_OPEN_FILE:
            path = _bytes(held.group(2)).decode()
            if f"{path}/".startswith(self.below):
                yield self._on_open_file(call, arguments, path, held.group(1), texts)
        elif call == "openat":
            self.places[str(result)] = 0
            yield from self._opened(arguments, texts[0].decode())
        elif texts and texts[0].decode().startswith(self.below):
            names = [text.decode() for text in texts]
            yield Event(_BY_NAME[call], names[0].rstrip("/"), other=names[-1])

    def _on_open_file(
        self, call: str, arguments: str, path: str, number: str, texts: list[bytes]
    ) -> Event:
        if call in {"fsync", "fdatasync"}:
            return Event("flush", path.rstrip("/"))
        last = arguments.rsplit(",", 1)[1].rstrip(")")
        if call == "ftruncate":
            return Event("cut", path, int(last))
        if call == "pwrite64":
            return Event("write", path, int(last), texts[0])
        at = self.places[number]
        self.places[number] = at + len(texts[0])
        return Event("write", path, at, texts[0])

    def _opened(self, arguments: str, path: str) -> Iterator[Event]:
        if path.startswith(self.below):
            if "O_CREAT" in arguments:
                yield Event("make", path)
            if "O_TRUNC" in arguments:
                yield Event("cut", path, 0)


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
