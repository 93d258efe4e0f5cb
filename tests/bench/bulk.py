"""Measures bulk import and export against ``csv`` and raw ``sqlite3`` in turns; prints ratios.

50,000 rows of kegiatan, every uraian different, all sixteen columns filled: as new rows, the same
file again, and with one value changed in every row; then the export of the profile ``data``. What
the bare side does is told in ``bulk_sides``. "inside": the work alone, in a process that has
loaded its modules; "command": the whole process, as a user starts it. Memory is the largest
resident size of the command.

Run: ``python -m tests.bench.bulk [ROUNDS] [PEOPLE]``
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.bulk_sides import COLUMNS, TAHUN
from tests.bench.office import make_office, nip_of

ROUNDS, PEOPLE, ACTIVITIES = 5, 6250, 8
SIDES = ("skp-tui", "bare")
OWN = "own tables"
WAYS = ("inside", "command")
MODULE = ("-m", "tests.bench.bulk_sides")


@dataclass(slots=True)
class Figures:
    """The seconds of each round, by step, way and side, and the largest memory by step and side."""

    seconds: dict[tuple[str, str, str], list[float]] = field(default_factory=dict)
    memory: dict[tuple[str, str], float] = field(default_factory=dict)


def row(person: int, no: int, *, changed: bool = False) -> str:
    """Return one activity of one person, all columns filled, its uraian unlike any other."""
    place = person * ACTIVITIES + no
    goal, quality = 1 + place % 400, 70 + place % 30
    done = goal - 1 if changed else goal
    return (
        f"{TAHUN},{nip_of(person)},{no},Menyusun laporan pelayanan kelurahan nomor {place},"
        f"0.{place % 50 + 1:03},{goal},laporan,100,12,bulan,{1 + place % 900}000,"
        f"{done},{quality}.5,12,{1 + place % 800}000,1"
    )


def write_rows(path: Path, people: int, *, changed: bool = False) -> Path:
    """Write the file that is imported."""
    numbers = range(1, ACTIVITIES + 1)
    rows = (row(person, no, changed=changed) for person in range(people) for no in numbers)
    path.write_text("\n".join((",".join(COLUMNS), *rows, "")), encoding="utf-8")
    return path


def run(arguments: Sequence[str]) -> tuple[float, float, float]:
    """Run Python; return the seconds it printed, those of the whole process, and megabytes."""
    began = time.perf_counter()
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE) as process:
        printed = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    whole = time.perf_counter() - began
    if process.returncode != 0:
        raise SystemExit(f"{arguments} ended with {process.returncode}")
    inside = float(printed) if MODULE[1] in arguments else 0.0
    return inside, whole, usage.ru_maxrss / 1024


class Round:
    """One round: both sides and both ways, each on databases of its own, step by step."""

    def __init__(self, folder: Path, office: Path, figures: Figures) -> None:
        self._folder = folder
        self._figures = figures
        self._dbs = {way: folder / f"{way}.db" for way in WAYS}
        self._own = folder / "own.db"
        for path in (*self._dbs.values(), self._own):
            shutil.copyfile(office, path)
        self._bare = folder / "bare.db"

    def bring(self, step: str, file: Path, bare: str) -> None:
        """Import a file on both sides."""
        inside, command = (str(self._dbs[way]) for way in WAYS)
        self._measure(
            step,
            ("our-import", str(file), inside),
            ("impor", "kegiatan", str(file), "--db", command),
            (bare, str(file), str(self._bare)),
        )

    def own(self, step: str, file: Path) -> None:
        """Insert the rows of a file into the program's own tables, by hand."""
        seconds, _, _ = run([*MODULE, "bare-own", str(file), str(self._own)])
        self._figures.seconds.setdefault((step, WAYS[0], OWN), []).append(seconds)

    def export(self) -> None:
        """Export on both sides, from the same database."""
        folders = [tempfile.mkdtemp(dir=self._folder) for _ in range(3)]
        inside, command = (str(self._dbs[way]) for way in WAYS)
        year = ("--tahun", str(TAHUN), "--profil", "data")
        self._measure(
            "ekspor",
            ("our-export", folders[0], inside),
            ("ekspor", *year, "--ke", folders[1], "--db", command),
            ("bare-select", folders[2], inside),
        )

    def _measure(
        self, step: str, inside: Sequence[str], command: Sequence[str], bare: Sequence[str]
    ) -> None:
        ours, _, _ = run([*MODULE, *inside])
        theirs, whole, memory = run([*MODULE, *bare])
        _, mine, grown = run(["-m", "skp_tui", *command])
        times = ((ours, theirs), (mine, whole))
        for way, pair in zip(WAYS, times, strict=True):
            for side, seconds in zip(SIDES, pair, strict=True):
                self._figures.seconds.setdefault((step, way, side), []).append(seconds)
        for side, size in zip(SIDES, (grown, memory), strict=True):
            known = self._figures.memory.get((step, side), 0.0)
            self._figures.memory[step, side] = max(known, size)


def measure(folder: Path, rounds: int, people: int) -> Figures:
    """Make the office and the files, and run every step on both sides in turns."""
    office = make_office(folder, people, activities=0)
    first = write_rows(folder / "baru.csv", people)
    second = write_rows(folder / "berubah.csv", people, changed=True)
    figures = Figures()
    for number in range(rounds):
        where = folder / str(number)
        where.mkdir()
        one = Round(where, office, figures)
        one.bring("baru", first, "bare-insert")
        one.own("baru", first)
        one.bring("sama", first, "bare-upsert")
        one.bring("berubah", second, "bare-upsert")
        one.export()
        shutil.rmtree(where)
    return figures


def main(rounds: int = ROUNDS, people: int = PEOPLE) -> None:
    """Print best and median seconds, their ratios, and memory."""
    with tempfile.TemporaryDirectory(prefix="skp-ukur-") as folder:
        figures = measure(Path(folder), rounds, people)
    print(f"{people * ACTIVITIES} rows of kegiatan, {rounds} rounds, seconds and megabytes")
    print(f"{'':18}{'best':>16}{'ratio':>9}{'median':>18}{'ratio':>9}{'memory':>16}")
    for step in dict.fromkeys(step for step, _, _ in figures.seconds):
        for way in WAYS:
            mine, bare = (figures.seconds[step, way, side] for side in SIDES)
            line = f"{step:9}{way:9}"
            for pick, width in ((min, 8), (statistics.median, 10)):
                ours, theirs = pick(mine), pick(bare)
                line += f"{ours:{width}.3f}{theirs:8.3f}{ours / theirs:9.2f}"
            if way == WAYS[1]:
                line += "".join(f"{figures.memory[step, side]:8.0f}" for side in SIDES)
            print(line)
    mine, own = (figures.seconds["baru", WAYS[0], side] for side in (SIDES[0], OWN))
    told = ", ".join(
        f"{name} {pick(own):.3f}, ratio {pick(mine) / pick(own):.2f}"
        for name, pick in (("best", min), ("median", statistics.median))
    )
    print(f"new rows by executemany into the program's own tables, without a trail: {told}")


if __name__ == "__main__":
    main(*(int(text) for text in sys.argv[1:]))
