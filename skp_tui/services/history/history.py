"""The trail for people to read: what was changed of whom, when, from what to what, and why.

It knows when and what, not whose hands: one account of the operating system owns the database.

A long trail is read piece by piece, each piece with a look of its own, and put in words after it:
whoever looks keeps every save waiting. The pieces fit together, since the trail only grows.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from skp_tui.domain.dates import editable_date, shown_date, shown_moment
from skp_tui.domain.search import fits, searchable
from skp_tui.record import record
from skp_tui.services.history.katalog import KatalogJejak
from skp_tui.services.history.words import (
    column_words,
    short_words,
    summary,
    value_words,
    was_never_filled,
)
from skp_tui.storage.trail import trail_lines
from skp_tui.storage.trail.trail_lines import Line, Wanted

NEW, REMOVED = "baru", "dihapus"
NOT_OF_ONE: Final = frozenset({"kantor"})
"""The kinds of which no line is about a person."""
FULL = 200
"""Rows of a page."""
CHUNK = 1000
"""Lines that are read at once while something is looked for."""
DAY = 10
"""Signs of a stored moment that are its day."""
BUDGET = 10_000
"""Lines looked through for one page, so that what was found is shown soon."""

KINDS: Final[Mapping[str, tuple[str, frozenset[str] | None]]] = {
    "semua": ("Semua", None),
    "isian": ("Isian: kegiatan, hasil kerja, perilaku, nilai luar", frozenset(
        {"kegiatan", "tambahan", "perilaku", "evaluasi", "nilai_luar", "hasil_kerja", "indikator",
         "ekspektasi", "lampiran"})),
    "catatan": ("Catatan perilaku dan kemajuan", frozenset({"catatan"})),
    "penilaian": ("Kesepakatan, kunci dan keberatan", frozenset({"penilaian", "keberatan"})),
    "pegawai": ("Data pegawai, bagian dan pengecualian", frozenset(
        {"pegawai", "bagian", "pengecualian"})),
    "kantor": ("Unit, tahun, pengaturan dan kiriman", frozenset(
        {"unit", "periode", "pengaturan", "kiriman", "capaian_organisasi"})),
    "pembalikan": ("Pembatalan (Ctrl+Z) dan pengulangan (Ctrl+Y)", None),
}  # fmt: skip


@record
class Lihat:
    """What is looked at: one person or everything, one kind, and the words that were typed."""

    nip: str | None = None
    jenis: str = "semua"
    kata: tuple[str, ...] = ()


@record
class Baris:
    """One change in words; a record that came or went is one row, else each column is one."""

    kunci: str
    langkah: int
    saat: str
    waktu: str
    nip: str
    nama: str
    tempat: str
    kolom: str
    lama: str
    baru: str
    sebab: str
    keadaan: str

    @property
    def apa(self) -> str:
        """Return what was changed: ``2017 kegiatan 3 · realisasi kuantitas``."""
        return f"{self.tempat} · {self.kolom}"

    @property
    def gugur(self) -> bool:
        """Say whether the change was taken back, so that it does not stand any more."""
        return "dibatalkan" in self.keadaan

    @property
    def singkat(self) -> str:
        """Return the same for a list, what tells it apart first: ``real. mutu · keg. 3 2017``."""
        return short_words(self.kolom, self.tempat)

    @property
    def sebab_lain(self) -> str:
        """Return the cause where it says more than whose, what and from what to what."""
        told = _words_in(f"{self.nama} {self.apa} {self.perubahan} {_SAID_BESIDES}")
        return "" if _words_in(self.sebab) <= told else self.sebab

    @property
    def perubahan(self) -> str:
        """Return how it was changed: ``10 → 12``."""
        if self.kolom in {NEW, REMOVED}:
            return self.baru if self.kolom == NEW else self.lama
        return f"{self.lama} → {self.baru}"


@record
class Halaman:
    """Rows, newest first; ``sebelum`` is where to read on, None at the end of the trail."""

    baris: tuple[Baris, ...]
    sebelum: int | None
    sampai: str = ""


_SAID_BESIDES = "kosong pengaturan"
"""What causes say in words that a row shows with a dash or by its place."""


def _words_in(text: str) -> set[str]:
    return set(re.findall(r"\w[\w.,/+-]*\w|\w", text.casefold().replace("_", " ")))


Looking = Callable[[], AbstractContextManager[sqlite3.Connection]]
"""Opens the database for one look."""
Turned = Mapping[int, tuple[int, ...]]


@record
class Potongan:
    """Some lines of the trail, newest first, with all that it takes to put them in words.

    ``sebelum`` is where the next piece begins, None where this one ends the trail.
    """

    lines: tuple[Line, ...]
    katalog: KatalogJejak
    turned: Turned
    sebelum: int | None

    def rows(self, line: Line) -> Iterator[Baris]:
        """Yield one of the lines as rows."""
        return rows_of(self.katalog, line, state_of(line, self.turned))


def pieces(
    looking: Looking, lihat: Lihat, sebelum: int | None = None, limit: int = CHUNK
) -> Iterator[Potongan]:
    """Yield what is looked at, newest first, piece by piece; no look lasts beyond its piece."""
    wanted, katalog = None, KatalogJejak()
    while True:
        with looking() as connection:
            wanted = wanted or _wanted_of(connection, lihat)
            lines = trail_lines.lines(connection, wanted, sebelum, limit)
            katalog.learn(connection, lines)
            turned = turned_of(connection, lines)
        sebelum = lines[-1].seq if len(lines) == limit else None
        yield Potongan(tuple(lines), katalog, turned, sebelum)
        if sebelum is None:
            return


def page(
    looking: Looking,
    lihat: Lihat,
    sebelum: int | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Halaman:
    """Return the next rows; fewer than a page where the words are rare and the search goes on."""
    found: list[Baris] = []
    looked, sampai = 0, ""
    for piece in pieces(looking, lihat, sebelum, CHUNK if lihat.kata else FULL):
        found.extend(_matching(piece, lihat.kata))
        looked += len(piece.lines)
        sampai = moment_of(piece.lines[-1]) if piece.lines else sampai
        sebelum = piece.sebelum
        if len(found) >= FULL or looked >= BUDGET or stop():
            break
    return Halaman(tuple(found), sebelum, sampai)


def _wanted_of(connection: sqlite3.Connection, lihat: Lihat) -> Wanted:
    """Return which lines of the trail are looked at, before any word is searched for."""
    tables = KINDS[lihat.jenis][1]
    records = None
    if lihat.nip is not None:
        key = trail_lines.key_of_person(connection, lihat.nip)
        records = frozenset() if key is None else trail_lines.records_of_person(connection, key)
    return Wanted(records, tables, pembalikan=lihat.jenis == "pembalikan")


def _matching(piece: Potongan, kata: tuple[str, ...]) -> Iterator[Baris]:
    """Yield the rows of a piece in which every word stands somewhere."""
    for line in piece.lines:
        for baris in piece.rows(line):
            if is_wanted(baris, kata):
                yield baris


def is_wanted(baris: Baris, kata: tuple[str, ...]) -> bool:
    """Say whether every word stands somewhere in what a row shows."""
    return not kata or fits(kata, _searched(baris))


def _searched(baris: Baris) -> str:
    step = f"langkah {baris.langkah}"
    # a NIP is shown in its groups, and looked for in one piece too
    digits = baris.perubahan.replace(" ", "") if "NIP" in baris.kolom else ""
    return searchable(
        baris.waktu, _day_words(baris.saat[:DAY]), baris.nip, baris.nama, baris.apa,
        baris.singkat, baris.perubahan, baris.sebab, baris.keadaan, step, digits,
    )  # fmt: skip


def turned_of(connection: sqlite3.Connection, lines: Iterable[Line]) -> Turned:
    """Return which steps took back or repeated those of some lines."""
    steps = (line.langkah if line.membalik is None else line.membalik for line in lines)
    return trail_lines.reversals(connection, steps)


def state_of(line: Line, turned: Turned) -> str:
    """Say whether a step was taken back, or itself takes one back or repeats it.

    What was repeated and taken back once more stands as little as the step that was repeated.
    """
    own = line.langkah if line.membalik is None else line.membalik
    steps = turned.get(own, ())
    if line.membalik is None:
        return f"dibatalkan langkah {steps[-1]}" if len(steps) % 2 else ""
    place = steps.index(line.langkah)
    if place % 2 == 0:
        return f"membatalkan langkah {line.membalik}"
    again = f", lalu dibatalkan langkah {steps[place + 1]}" if place + 1 < len(steps) else ""
    return f"mengulangi langkah {line.membalik}{again}"


def rows_of(katalog: KatalogJejak, line: Line, keadaan: str) -> Iterator[Baris]:
    """Yield a line of the trail as rows."""
    pokok = katalog.subject(line)
    for place, (kolom, lama, baru) in enumerate(_changes(katalog, line)):
        yield Baris(
            kunci=f"{line.seq}:{place}",
            langkah=line.langkah,
            saat=line.waktu,
            waktu=moment_of(line),
            nip=pokok.nip,
            nama=pokok.nama,
            tempat=pokok.tempat,
            kolom=kolom,
            lama=lama,
            baru=baru,
            sebab=line.sebab,
            keadaan=keadaan,
        )


def moment_of(line: Line) -> str:
    """Return when a line was written, as a list shows it."""
    return _moment(line.waktu)


@lru_cache(maxsize=4096)
def _moment(waktu: str) -> str:
    return shown_moment(datetime.fromisoformat(waktu))


@lru_cache(maxsize=4096)
def _day_words(hari: str) -> str:
    """Write a day in the other ways in which it is looked for."""
    day = date.fromisoformat(hari)
    return f"{shown_date(day)} {editable_date(day)}"


def _changes(katalog: KatalogJejak, line: Line) -> Iterator[tuple[str, str, str]]:
    """Yield columns with their old and new values, one row for a record that came or went."""
    if line.lama is None or line.baru is None:
        values = line.baru if line.lama is None else line.lama
        words = summary(katalog, line.tabel, values or {})
        yield (NEW, "", words) if line.lama is None else (REMOVED, words, "")
        return
    for kolom, baru in line.baru.items():
        if was_never_filled(line, kolom):
            continue
        yield (
            column_words(kolom),
            value_words(katalog, line.tabel, kolom, line.lama.get(kolom)),
            value_words(katalog, line.tabel, kolom, baru),
        )
