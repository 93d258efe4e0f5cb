"""The account for who helps as one text, with the check of the database."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from textwrap import wrap
from typing import Final

import skp_tui
from skp_tui.domain.dates import filed_moment
from skp_tui.domain.text import clean
from skp_tui.services.keeping.checking import TAHAP, checked
from skp_tui.services.keeping.support import BagianAkun, Baris
from skp_tui.storage.database.looking import is_interrupted, is_no_damage, look_again

PAPER: Final = 78
NAME: Final = 20
"""Columns that a name takes, before what it is."""
INDENT: Final = 2
CHECK: Final = "Pemeriksaan"
WHOLE: Final = "baik"
UNREADABLE: Final = "tidak dapat dibaca sampai selesai; skp-tui periksa menyebut sebabnya"
NOT_DONE: Final = "tidak diperiksa"
GIVEN_UP: Final = "tidak selesai, karena program lain sedang menulis"
STILL: Final = BagianAkun(CHECK, (("hasil", "belum selesai ketika teks ini ditulis"),))
IN_USE: Final = BagianAkun(CHECK, (("hasil", "tidak diperiksa selagi dipakai"),))
FILE: Final = "dukungan-skp-tui.txt"
"""The name under which the text is offered."""


def check(connection: sqlite3.Connection, told: Callable[[int, int], object]) -> BagianAkun:
    """Check the database part by part, and return how many findings there are in each.

    Their sentences may hold a NIP or a value, so they stay with the command ``periksa``. Those who
    wait to write are let through between two parts, and within the long ones. ``told`` is called
    there too: what it raises ends the check. One that is interrupted raises what SQLite raises.
    """
    lines: list[Baris] = []

    def pause() -> None:
        with suppress(sqlite3.DatabaseError):  # of a damaged file not even a look can be ended
            look_again(connection)
        told(len(lines), len(TAHAP))

    pause()
    try:
        for tahap in checked(connection, pause):
            lines.append((tahap.nama, finding_words(len(tahap.temuan))))
            pause()
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if is_interrupted(error):
            raise
        lines.append(([*TAHAP][len(lines)], GIVEN_UP if is_no_damage(error) else UNREADABLE))
    return BagianAkun(CHECK, (*lines, *((nama, NOT_DONE) for nama in [*TAHAP][len(lines) :])))


def finding_words(number: int) -> str:
    """Say how many findings there are, and what names them."""
    return f"{number} temuan; skp-tui periksa menyebutnya" if number else WHOLE


def is_whole(found: BagianAkun) -> bool:
    """Say whether a check ended without any finding."""
    return all(words == WHOLE for _, words in found.baris)


def is_given_up(found: BagianAkun) -> bool:
    """Say whether a check did not come to its end, but found nothing until then."""
    return found == IN_USE or (
        any(words == GIVEN_UP for _, words in found.baris)
        and all(words in {WHOLE, GIVEN_UP, NOT_DONE} for _, words in found.baris)
    )


def head_lines(now: datetime) -> tuple[str, ...]:
    """Return what the text begins with."""
    return (
        f"Dukungan skp-tui {skp_tui.__version__}, {filed_moment(now)}",
        "Tanpa nama, NIP dan nilai siapa pun.",
    )


def lines_of(parts: Iterable[BagianAkun], width: int = PAPER) -> Iterator[tuple[str, bool]]:
    """Yield the lines of the parts, each with whether it is a title; long ones go on below."""
    for bagian in parts:
        yield "", False
        yield bagian.judul, True
        for nama, isi in bagian.baris:
            yield from ((words, False) for words in _row(clean(nama), clean(isi), width))


def _row(nama: str, isi: str, width: int) -> Iterator[str]:
    room = width - INDENT - NAME - 1
    if len(nama) > NAME or room < NAME:
        # a narrow window, or a long name: what it is stands under its name
        yield f"{' ' * INDENT}{nama}"
        start, room = " " * (INDENT + 2), max(8, width - INDENT - 2)
        yield from (f"{start}{one}" for one in wrap(isi, room) or [""])
        return
    first, *rest = wrap(isi, room) or [""]
    yield f"{' ' * INDENT}{nama:<{NAME}} {first}".rstrip()
    yield from (f"{' ' * (INDENT + NAME + 1)}{one}" for one in rest)


def as_text(parts: Iterable[BagianAkun], now: datetime) -> str:
    """Return the whole account as it is printed, copied and saved."""
    lines = [*head_lines(now), *(words for words, _ in lines_of(parts))]
    return "\n".join([*lines, ""])
