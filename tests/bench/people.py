"""The same people for every program that is measured, each in a form that it reads."""

import csv
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Final

from tests.bench.office import make_office
from tests.bench.pane import View

COLUMNS: Final = ("No", "Nama", "Gol", "SKP", "Perilaku", "Nilai", "Sebutan", "Kurang")
VALUES: Final = ("III/a", "88,00", "85,00", "86,80", "Baik", "")
NAME: Final = re.compile(r"Orang(\d+)")


@dataclass(frozen=True, slots=True)
class People:
    """So many people as an office, as CSV, as a table of SQLite and as a folder of requests."""

    count: int
    db: Path
    csv: Path
    sqlite: Path
    requests: Path

    @property
    def first(self) -> str:
        """Return the first one's name as far as it is looked for."""
        return f"Orang{1:0{width(self.count)}}"

    @property
    def last(self) -> str:
        """Return the last one's name as far as it is looked for."""
        return f"Orang{self.count:0{width(self.count)}}"


def width(count: int) -> int:
    """Return the digits of everybody's number, so that they are ordered alike everywhere."""
    return max(2, len(str(count)))


def make_people(folder: Path, count: int) -> People:
    """Write all the forms into a new folder."""
    folder.mkdir()
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        db = make_office(folder, count)
    people = People(count, db, folder / "orang.csv", folder / "orang.sqlite", folder / "permintaan")
    digits = width(count)
    rows = [(no, f"Orang{no:0{digits}} Contoh", *VALUES) for no in range(1, count + 1)]
    with people.csv.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((COLUMNS, *rows))
    _write_table(people.sqlite, rows)
    people.requests.mkdir()
    for no, name, *_ in rows:
        request = people.requests / f"{no:0{digits}}.posting.yaml"
        request.write_text(f"name: {name}\nurl: http://127.0.0.1/{no}\n", encoding="utf-8")
    return people


def _write_table(path: Path, rows: Iterable[tuple[object, ...]]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"CREATE TABLE orang ({', '.join(COLUMNS)})")
        marks = ", ".join("?" * len(COLUMNS))
        connection.executemany(f"INSERT INTO orang VALUES ({marks})", rows)
        connection.commit()


def cursor(view: View) -> int | None:
    """Return the number of the person whose line looks unlike all others, if there is one."""
    looks = {}
    for row, line in enumerate(view.lines):
        found = NAME.search(line)
        if found is not None:
            looks[int(found[1])] = tuple(view.look_at(row, x) for x in range(found.end()))
    kinds = Counter(looks.values())
    single = [look for look, times in kinds.items() if times == 1]
    if len(kinds) != 2 or len(single) != 1:
        return None
    return next(number for number, look in looks.items() if look == single[0])
