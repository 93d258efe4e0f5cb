"""How a row, or two rows of which the upper one groups the lower, read as a header of a kind."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from skp_tui.domain.text import clean
from skp_tui.exchange.kinds.kinds import ALASAN_DITOLAK, JENIS, Jenis
from skp_tui.exchange.reading.table_model import Gabungan, Mentah
from skp_tui.record import record

_IGNORED = re.compile(r"[\s_/.]+")
_SHORT: Final = 2000
"""Characters up to which a row is remembered; rows of headers are shorter."""


@record
class Judul:
    """How one row reads as a header: columns by name, names met twice, and what is not known.

    Of a header in two rows ``mentah`` is the lower one with the names as they are understood, and
    ``atas`` the upper one.
    """

    mentah: Mentah
    letak: Mapping[str, int]
    kembar: tuple[str, ...] = ()
    asing: tuple[int, ...] = ()
    atas: Mentah | None = None
    bawah: Mentah | None = None

    @property
    def baris_asli(self) -> tuple[Mentah, ...]:
        """Return the rows of the header as they stand in the file."""
        lower = self.bawah or self.mentah
        return (self.atas, lower) if self.atas is not None else (lower,)


def normal(judul: str) -> str:
    """Return a header without what does not count: case, blanks, ``_``, ``/`` and dots."""
    return _IGNORED.sub("", clean(judul).casefold())


_REASON: Final = normal(ALASAN_DITOLAK)


def names_of(sel: Sequence[str]) -> tuple[str, ...]:
    """Return the cells of a row as headers.

    Remembered, as each kind asks for the same rows when the kind of a file is guessed.
    """
    cells = tuple(sel)
    if sum(map(len, cells)) > _SHORT:
        return tuple(map(normal, cells))
    return _remembered(cells)


@lru_cache(maxsize=256)
def _remembered(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(normal, cells))


def match_header(mentah: Mentah, jenis: Jenis) -> Judul:
    """Find the columns of a kind in a row: exact names first, then the closed list of aliases."""
    exact, alias = _exact(jenis), _alias(jenis)
    names = names_of(mentah.sel)
    if exact.keys().isdisjoint(names) and alias.keys().isdisjoint(names):
        return Judul(mentah, {}, (), tuple(_unknown(names, range(len(names)))))
    letak: dict[str, int] = {}
    kembar: list[str] = []
    rest: list[int] = []
    for index, name in enumerate(names):
        kolom = exact.get(name)
        if kolom is None:
            rest.append(index)
        elif letak.setdefault(kolom, index) != index:
            kembar.append(kolom)
    by_name = frozenset(letak)
    asing: list[int] = []
    for index in rest:
        kolom = alias.get(names[index])
        if kolom is None or kolom in by_name:
            asing.append(index)
        elif letak.setdefault(kolom, index) != index:
            kembar.append(kolom)
    return Judul(mentah, letak, tuple(dict.fromkeys(kembar)), tuple(_unknown(names, asing)))


def _unknown(names: Sequence[str], places: Iterable[int]) -> Iterator[int]:
    """Yield where a heading stands that the program does not write itself."""
    return (index for index in places if names[index] not in {"", _REASON})


def match_two_rows(
    atas: Mentah,
    bawah: Mentah,
    jenis: Jenis,
    gabungan: Sequence[Gabungan] = (),
    *,
    berkelompok: bool = False,
) -> Judul:
    """Read two rows as one header: headings above stand for all columns that they span.

    A column is called by both names together in either order ("TARGET" over "Kuantitas"), by the
    upper one where nothing stands below it, else by the lower one: this last only where no other
    column claims the name, since "Nama" below "Pendidikan" is nobody's name. ``berkelompok`` says
    that the upper row is a header already: then the first column of a group ("Kegiatan" over "Nama"
    and "Satuan") keeps the group's name where no other column of it says the same.
    """
    known = {**_alias(jenis), **_exact(jenis)}
    width = max(len(atas.sel), len(bawah.sel))
    heads = list(_spread(atas, bawah, gabungan, width))
    names: list[str] = []
    weak: list[tuple[int, str]] = []
    for index, (head, own) in enumerate(heads):
        lower = clean(_cell(bawah, index))
        if not lower or not head:
            names.append(lower or (head if own else ""))
            continue
        joined = (f"{head} {lower}", f"{lower} {head}")
        found = next((text for text in joined if normal(text) in known), None)
        names.append(found or joined[0])
        if found is None:
            weak.append((index, lower))
    claimed = {known[name] for name in map(normal, names) if name in known}
    for index, lower in weak:
        alone = (lower, heads[index][0]) if berkelompok and _leads(heads, index) else (lower,)
        free = (text for text in alone if known.get(normal(text), "") not in claimed | {""})
        names[index] = next(free, names[index])
    judul = match_header(Mentah(bawah.baris, tuple(names)), jenis)
    return Judul(judul.mentah, judul.letak, judul.kembar, judul.asing, atas, bawah)


def _spread(
    atas: Mentah, bawah: Mentah, gabungan: Sequence[Gabungan], width: int
) -> Iterator[tuple[str, bool]]:
    """Yield the heading above each column, and whether it stands in that very column.

    Where the file does not say what is merged, a heading reaches over blank cells as long as
    something stands below them.
    """
    spans = {left: right for top, left, _, right in gabungan if top == atas.baris}
    head, end = "", -1
    for index in range(width):
        own = clean(_cell(atas, index))
        if own:
            head, end = own, spans.get(index, index if gabungan else width)
        elif index > end or not _cell(bawah, index).strip():
            head, end = "", -1
        yield head, bool(own)


def divided(
    atas: Mentah, bawah: Mentah, gabungan: Sequence[Gabungan] = ()
) -> tuple[str, ...] | None:
    """Return the names of two rows that look like one header, of whatever kind; None if not.

    They do where one heading spans columns that have names of their own below, beside one that has
    nothing below it; a title above a header does not.
    """
    if any(map(str.isdigit, "".join(bawah.sel))):
        return None
    width = max(len(atas.sel), len(bawah.sel))
    heads = _spread(atas, bawah, gabungan, width)
    pairs = [(head, clean(_cell(bawah, index))) for index, head in enumerate(heads)]
    spans = any(head and text and not own for (head, own), text in pairs)
    alone = any(own and not text for (_, own), text in pairs)
    if not (spans and alone):
        return None
    return tuple(f"{head} {text}".strip() if text else head * own for (head, own), text in pairs)


def _leads(heads: Sequence[tuple[str, bool]], index: int) -> bool:
    """Say whether a heading stands here and spans the next column too."""
    return heads[index][1] and heads[index + 1 : index + 2] == [(heads[index][0], False)]


def _cell(mentah: Mentah, index: int) -> str:
    return mentah.sel[index] if index < len(mentah.sel) else ""


@cache
def _exact_of(nama: str) -> Mapping[str, str]:
    return {normal(kolom.nama): kolom.nama for kolom in JENIS[nama].kolom}


@cache
def _alias_of(nama: str) -> Mapping[str, str]:
    return {normal(lain): kolom.nama for kolom in JENIS[nama].kolom for lain in kolom.alias}


def _exact(jenis: Jenis) -> Mapping[str, str]:
    if JENIS.get(jenis.nama) is jenis:
        return _exact_of(jenis.nama)
    return {normal(kolom.nama): kolom.nama for kolom in jenis.kolom}


def _alias(jenis: Jenis) -> Mapping[str, str]:
    if JENIS.get(jenis.nama) is jenis:
        return _alias_of(jenis.nama)
    return {normal(nama): kolom.nama for kolom in jenis.kolom for nama in kolom.alias}
