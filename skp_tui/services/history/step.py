"""One step of the trail whole, and the trail as a file: every column of every record."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from skp_tui.domain.nip import shown_nip
from skp_tui.exchange.writing.csvout import text_csv
from skp_tui.exchange.writing.publishing import NamaBerkas, write_atomically
from skp_tui.record import record
from skp_tui.services.history.history import (
    NEW,
    REMOVED,
    Lihat,
    Looking,
    is_wanted,
    moment_of,
    pieces,
    state_of,
    turned_of,
)
from skp_tui.services.history.katalog import OWNED_BY, KatalogJejak
from skp_tui.services.history.words import PACKED, column_words, value_words, was_never_filled
from skp_tui.storage.trail import trail_lines
from skp_tui.storage.trail.trail_lines import OWNING, Line

SHOWN: Final = 100
"""Records of a step that are shown in full; an import may have a hundred thousand."""
COLUMNS: Final = (
    "langkah", "waktu", "nip", "nama", "jenis", "kunci", "kolom", "lama", "baru", "sebab",
    "membalik",
)  # fmt: skip
TEXTS: Final = frozenset({"nama", "kunci", "lama", "baru", "sebab"})


_SAID_BY_PLACE: Final = frozenset({*OWNED_BY, "periode_id"})
"""The columns of a whole record that its place names: whose it is, and of which year."""
_NIPS: Final = frozenset({"nip", "penilai_nip", "atasan_penilai_nip"})


@record
class Rekaman:
    """One record of a step: whose, which, and its columns with their old and new values.

    ``utuh``: it came or went whole, so each column has one value only.
    """

    tempat: str
    kolom: tuple[tuple[str, str, str], ...]
    utuh: bool = False


@record
class Rincian:
    """A whole step; ``lainnya`` counts the records that are not listed."""

    langkah: int
    waktu: str
    sebab: str
    keadaan: str
    rekaman: tuple[Rekaman, ...]
    lainnya: int


def step_in_full(connection: sqlite3.Connection, langkah: int) -> Rincian:
    """Return one step with every column that it changed."""
    lines = trail_lines.lines_of_step(connection, langkah, SHOWN)
    katalog = KatalogJejak()
    katalog.learn(connection, lines)
    return Rincian(
        langkah=langkah,
        waktu=moment_of(lines[0]),
        sebab=lines[0].sebab,
        keadaan=state_of(lines[0], turned_of(connection, lines[:1])),
        rekaman=tuple(_record(katalog, line) for line in lines),
        lainnya=trail_lines.count_of_step(connection, langkah) - len(lines),
    )


def _record(katalog: KatalogJejak, line: Line) -> Rekaman:
    pokok = katalog.subject(line)
    words = f"{pokok.nama} ({shown_nip(pokok.nip)}) · {pokok.tempat}" if pokok.nip else pokok.tempat
    utuh = line.lama is None or line.baru is None
    if utuh:
        words = f"{words} · {NEW if line.lama is None else REMOVED}"
    columns = (
        (
            column_words(kolom),
            value_words(katalog, line.tabel, kolom, lama),
            value_words(katalog, line.tabel, kolom, baru),
        )
        for kolom, lama, baru in _columns(line)
        if not (utuh and kolom in _SAID_BY_PLACE) and not was_never_filled(line, kolom)
    )
    return Rekaman(words, tuple(columns), utuh)


def _columns(line: Line) -> Iterator[tuple[str, object, object]]:
    lama, baru = line.lama or {}, line.baru or {}
    for kolom in {**lama, **baru}:
        yield kolom, lama.get(kolom), baru.get(kolom)


def save_csv(looking: Looking, lihat: Lihat, path: Path) -> Path:
    """Write everything that is looked at as CSV, newest first; another file is never overwritten.

    Numbers and dates are written as they are stored, a NIP in its groups, of which a spreadsheet
    makes no number. Every column of a record that came or went has a row of its own. What is saved
    meanwhile is not in it, and waits for one piece of the trail
    at most. Raises InputError where it cannot be written.
    """
    nama = NamaBerkas(path.stem, path.suffix or ".csv")
    isi = text_csv(COLUMNS, _csv_rows(looking, lihat), TEXTS)
    return write_atomically(path.parent, {nama: isi})[0]


def _csv_rows(looking: Looking, lihat: Lihat) -> Iterator[dict[str, str]]:
    for piece in pieces(looking, lihat):
        for line in piece.lines:
            if not lihat.kata or any(is_wanted(satu, lihat.kata) for satu in piece.rows(line)):
                yield from _csv_line(piece.katalog, line)


def _csv_line(katalog: KatalogJejak, line: Line) -> Iterator[dict[str, str]]:
    pokok = katalog.subject(line)
    for kolom, lama, baru in _columns(line):
        yield {
            "langkah": str(line.langkah),
            "waktu": line.waktu,
            "nip": shown_nip(pokok.nip),
            "nama": pokok.nama,
            "jenis": line.tabel,
            "kunci": pokok.tempat,
            "kolom": kolom.removesuffix("_id"),
            "lama": _raw(katalog, line.tabel, kolom, lama),
            "baru": _raw(katalog, line.tabel, kolom, baru),
            "sebab": line.sebab,
            "membalik": "" if line.membalik is None else str(line.membalik),
        }


def _raw(katalog: KatalogJejak, tabel: str, kolom: str, value: object) -> str:
    """Return a value as it is stored; a key means nothing to anybody, so its words."""
    if value is None:
        return ""
    worded = kolom in OWNING or kolom in _NIPS or (tabel, kolom) == PACKED
    return value_words(katalog, tabel, kolom, value) if worded else str(value)
