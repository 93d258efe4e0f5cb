"""What each broken file earns: the table in ``kalimat.txt``, and the way to a line of it.

A file's head says its name, its kind and how many rows come in; below it stands every sentence
that the user reads, whole: ``ditolak`` a row, ``peringatan``, or ``seluruhnya`` the file.
After a deliberate change of words ``python -m tests.broken`` writes the table anew, to be read
line by line before it is kept.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from skp_tui.errors import InputError
from skp_tui.exchange.columns.unseen import gathered
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.model import Rencana
from skp_tui.exchange.plan.plan import plan
from skp_tui.exchange.reading.tables import read_tables
from tests.broken.making import MADE
from tests.exchange.samples import BRAM, SARI, STOK

FOLDER = Path(__file__).parent
TABLE = FOLDER / "kalimat.txt"
CODE = {".py", ".txt"}

OFFICE = replace(
    STOK,
    terkunci=frozenset({(2016, SARI)}),
    akademik=frozenset({(2015, BRAM)}),
    pengecualian=frozenset({(2016, BRAM)}),
    hasil=frozenset({("2025", SARI, "1", "1")}),
)

Heads = dict[str, tuple[str, str]]


def files() -> set[str]:
    """Return the names of all broken files: those that lie here and those that are made."""
    here = (path for path in FOLDER.iterdir() if path.is_file() and path.suffix not in CODE)
    return {path.name for path in here} | set(MADE)


def place(name: str, folder: Path) -> Path:
    """Return where a file lies; one that would be large is made in the folder."""
    if name not in MADE:
        return FOLDER / name
    path = folder / name
    if not path.exists():
        MADE[name](path)
    return path


def planned(path: Path, jenis: str) -> Rencana:
    """Return the plan of one file against the small office; raises InputError."""
    return plan(jenis_of(jenis), read_tables(path), OFFICE)


def verdict(path: Path, jenis: str) -> str:
    """Return what a file earns, as it stands in the table."""
    return "".join(f"{line}\n" for line in _lines(path, jenis))


def _lines(path: Path, jenis: str) -> Iterator[str]:
    try:
        found = planned(path, jenis)
    except InputError as error:
        yield f"{path.name} · {jenis} · tidak ada yang masuk"
        yield f"  seluruhnya {error.kalimat()}"
        return
    count = f"{len(found.baru)} baru, {len(found.berubah)} berubah, {found.sama} sama"
    yield f"{path.name} · {jenis} · {count}"
    for what, problems in (("ditolak", found.ditolak), ("peringatan", gathered(found.peringatan))):
        yield from (f"  {what} {problem.kalimat()}" for problem in problems)


def sections() -> Heads:
    """Return the table: for each file its kind and its whole section."""
    found: Heads = {}
    name = jenis = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines(keepends=True):
        if not line.startswith(" "):
            name, jenis, _ = line.split(" · ")
        found[name] = (jenis, found.get(name, (jenis, ""))[1] + line)
    return found
