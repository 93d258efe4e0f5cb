"""The record of the exchange, which files, storage and screens pass to each other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TypeVar

Rekaman = dict[str, str | None]
"""For each column of one record its canonical text, or None for "empty"."""

Isian = Mapping[str, str | None]
"""A record that is only read: a ``Rekaman``, or one of many that share their columns."""

_Lain = TypeVar("_Lain")


class Larik(Mapping[str, str | None]):
    """One record of many: its texts in one tuple, the place of each column shared by all of them.

    With 200,000 records a dict for each takes 60 MB more, and longer to make.
    """

    __slots__ = ("isi", "letak")

    def __init__(self, letak: Mapping[str, int], isi: tuple[str | None, ...]) -> None:
        self.letak = letak
        self.isi = isi

    def __getitem__(self, nama: str) -> str | None:
        """Return the text of a column."""
        return self.isi[self.letak[nama]]

    def __iter__(self) -> Iterator[str]:
        """Go through the columns."""
        return iter(self.letak)

    def __len__(self) -> int:
        """Count the columns."""
        return len(self.letak)

    def get(self, nama: str, default: _Lain | None = None) -> str | _Lain | None:
        """Return the text of a column, the default for one that there is not."""
        place = self.letak.get(nama)
        return default if place is None else self.isi[place]

    def __repr__(self) -> str:
        """Write it as a dict."""
        return repr(dict(self))


def letak_of(kolom: tuple[str, ...]) -> Mapping[str, int]:
    """Return the place of each column, to be shared by the records that have these columns."""
    return {nama: place for place, nama in enumerate(kolom)}


Texts = tuple[str | None, ...]


class Pemetik:
    """Takes the texts of some columns out of records, at once where these share their columns."""

    def __init__(self, kolom: Sequence[str]) -> None:
        self._kolom = tuple(kolom)
        # kept with its key: another mapping could get the number of one that is gone
        self._known: dict[int, tuple[Mapping[str, int], Callable[[Texts], Texts]]] = {}

    def __call__(self, satu: Isian) -> Texts:
        """Return the texts of one record, None for a column that it does not have."""
        if not isinstance(satu, Larik):
            return tuple([satu.get(nama) for nama in self._kolom])
        found = self._known.get(id(satu.letak))
        if found is None:
            found = self._known[id(satu.letak)] = (satu.letak, self._picking(satu.letak))
        return found[1](satu.isi)

    def _picking(self, letak: Mapping[str, int]) -> Callable[[Texts], Texts]:
        places = [letak[nama] for nama in self._kolom if nama in letak]
        if len(places) == len(self._kolom) > 1:
            return itemgetter(*places)
        return lambda isi: tuple(
            [isi[letak[nama]] if nama in letak else None for nama in self._kolom]
        )
