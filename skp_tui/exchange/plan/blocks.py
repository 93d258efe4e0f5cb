"""Rows in which nothing is odd, many at once, with what comes of them: no object for each row."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from skp_tui.exchange.kinds.kinds import Kunci
from skp_tui.exchange.plan.model import Baris
from skp_tui.exchange.plan.rows import AsalPolos, Calon
from skp_tui.exchange.reading.table_model import Mentah


@dataclass(eq=False, slots=True)
class Blok:
    """Rows of one table with their keys; each says in ``hasil`` what it adds or changes.

    None stands for a row that says what is stored already.
    """

    asal: AsalPolos
    rows: Sequence[Mentah]
    kunci: Sequence[Kunci]
    hasil: Sequence[Baris | None]

    def apart(self, kunci: Collection[Kunci]) -> "Iterator[Potong]":
        """Yield the rows of some keys each by itself, to be judged, between blocks of the others.

        What is between two of them keeps its place.
        """
        for taken, run in groupby(range(len(self.rows)), lambda place: self.kunci[place] in kunci):
            places = list(run)
            some = slice(places[0], places[-1] + 1)
            if taken:
                yield from map(self.asal.calon, self.rows[some])
            else:
                yield Blok(self.asal, self.rows[some], self.kunci[some], self.hasil[some])


Potong = Blok | Calon
"""A piece of what was read: rows in which nothing is odd, or a row by itself."""


def with_repeated_apart(pieces: list[Potong], judge: Callable[[Calon], None]) -> list[Potong]:
    """Return rows so that those whose key another row has too stand by themselves, judged.

    Rows of blocks that say the same under one key stay in them: the first counts, the others are
    the same as it.
    """
    keys = list(_keys(pieces))
    if len(set(keys)) == len(keys):
        return pieces
    repeated = {kunci for kunci, count in Counter(keys).items() if count > 1}
    bloks = [satu for satu in pieces if isinstance(satu, Blok)]
    single = {satu.kunci for satu in pieces if isinstance(satu, Calon) and satu.kunci in repeated}
    differing = single | _differing(bloks, repeated)
    return [part for piece in pieces for part in _taken_apart(piece, differing, judge)]


def _keys(pieces: Iterable[Potong]) -> Iterator[Kunci]:
    for piece in pieces:
        if isinstance(piece, Blok):
            yield from piece.kunci
        elif piece.kunci is not None:
            yield piece.kunci


def _differing(bloks: Iterable[Blok], repeated: Collection[Kunci]) -> set[Kunci]:
    """Return the keys of which two rows differ; where they agree, only the first adds anything."""
    firsts: dict[Kunci, Baris | None] = {}
    differing: set[Kunci] = set()
    for blok in bloks:
        hasil = list(blok.hasil)
        for place, kunci in enumerate(blok.kunci):
            if kunci not in repeated:
                continue
            if kunci not in firsts:
                firsts[kunci] = hasil[place]
            elif _say_the_same(firsts[kunci], hasil[place]):
                hasil[place] = None
            else:
                differing.add(kunci)
        blok.hasil = hasil
    return differing


def _say_the_same(one: Baris | None, other: Baris | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.rekaman == other.rekaman


def _taken_apart(
    piece: Potong, kunci: Collection[Kunci], judge: Callable[[Calon], None]
) -> Iterator[Potong]:
    if isinstance(piece, Calon):
        yield piece
        return
    for part in piece.apart(kunci):
        if isinstance(part, Calon):
            judge(part)
        yield part
