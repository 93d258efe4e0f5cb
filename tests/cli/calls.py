"""Calls of the command line: in this process, or as a process of its own."""

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skp_tui.cli import main

Row = Mapping[str, object]
Json = dict[str, Any]
RUNNER = (sys.executable, "-m", "skp_tui")


@dataclass(frozen=True)
class Call:
    """What one call gave back."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Json:
        """Return standard output, which is one JSON document and nothing else."""
        document: Json = json.loads(self.out)
        return document

    @property
    def lines(self) -> list[str]:
        """Return the lines of standard output."""
        return self.out.splitlines()

    @property
    def said(self) -> str:
        """Return both streams, to look for words in."""
        return f"{self.out}\n{self.err}"


def call(*arguments: object) -> Call:
    """Run one call in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
    return Call(status, out.getvalue(), err.getvalue())


def spawn(
    *arguments: object, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Call:
    """Run one call as a process of its own."""
    done = subprocess.run(
        [*RUNNER, *map(str, arguments)],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        errors="surrogateescape",
        cwd=cwd,
        env={**os.environ, **(env or {})},
        check=False,
        timeout=60,
    )
    return Call(done.returncode, done.stdout, done.stderr)


def table(*rows: Row, delimiter: str = ",", header: tuple[str, ...] = ()) -> str:
    """Write rows as a delimited text; the header is the columns in the order they come up."""
    names = header or tuple(dict.fromkeys(name for row in rows for name in row))
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, names, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def read_csv(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    """Return the rows of a file by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


class Desk:
    """A folder with a database, and what one does there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.db = folder / "skp.db"

    def run(self, *arguments: object) -> Call:
        """Run a call on the database of this desk."""
        return call("--db", self.db, *arguments)

    def file(self, name: str, content: str | bytes) -> Path:
        """Write a file into the folder."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def bring(self, jenis: str, content: str | bytes, *options: str) -> Call:
        """Import a text as a file of a kind."""
        return self.run("impor", jenis, self.file(f"{jenis}.csv", content), *options)

    def rows(self, jenis: str, *rows: Row, options: tuple[str, ...] = ()) -> Call:
        """Import rows of a kind."""
        return self.bring(jenis, table(*rows), *options)

    def plan(self, jenis: str, *rows: Row, options: tuple[str, ...] = ()) -> Json:
        """Import rows of a kind and return the plan."""
        return self.rows(jenis, *rows, options=("--json", *options)).json

    def must(self, jenis: str, *rows: Row) -> None:
        """Import rows of a kind, all of them good."""
        done = self.rows(jenis, *rows)
        assert done.status == 0, done.said

    def value(self, nip: str, tahun: int = 2017) -> Json:
        """Return one appraisal as JSON."""
        return self.run("nilai", "--tahun", tahun, "--nip", nip, "--json").json

    def recap(self, tahun: int = 2017, *options: object) -> Json:
        """Return the recap as JSON."""
        done = self.run("rekap", "--tahun", tahun, "--json", *options)
        assert done.status == 0, done.said
        return done.json

    def export(self, *options: object, tahun: int = 2017, ke: str = "keluar") -> Call:
        """Export into a folder of the desk."""
        return self.run("ekspor", "--tahun", tahun, "--ke", self.folder / ke, *options)

    def stored(self) -> list[str]:
        """Return everything that is stored, to compare before and after."""
        if not self.db.exists():
            return []
        with closing(sqlite3.connect(self.db)) as connection:
            return list(connection.iterdump())

    def names(self) -> set[str]:
        """Return the names of the files in the folder."""
        return {entry.name for entry in self.folder.iterdir()}
