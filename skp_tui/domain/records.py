"""The record of the exchange, which files, storage and screens pass to each other."""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Final, TypeVar, cast

Rekaman = dict[str, str | None]
"""For each column of one record its canonical text, or None for "empty"."""

Isian = Mapping[str, str | None]
"""A record that is only read: a ``Rekaman``, or one of many that share their columns."""

_Lain = TypeVar("_Lain")


Texts = tuple[str | None, ...]


PENDEK: Final = 24
"""Signs up to which texts repeat in a list: a NIP with its blanks, a golongan, a number."""
_DIINGAT: Final = 65_536


_Teks = TypeVar("_Teks", str, str | None)


_Satu_co = TypeVar("_Satu_co", bound=Isian, covariant=True)


class Sekali(dict[_Teks, _Teks]):
    """The one copy of each short text met so far; a long one hardly ever comes twice."""

    def __missing__(self, text: _Teks) -> _Teks:
        if len(text or "") <= PENDEK and len(self) < _DIINGAT:
            self[text] = text
        return text


class Deret(Mapping[str, str | None]):
    """One record of many: its texts in a row, the place of each column shared by all of them."""

    __slots__ = ("letak",)

    def __init__(self, letak: Mapping[str, int]) -> None:
        self.letak = letak

    @property
    @abstractmethod
    def isi(self) -> Texts:
        """Return the texts in the order of the columns."""

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


class Larik(Deret):
    """A record that holds its texts in one tuple.

    With 200,000 records a dict for each takes 60 MB more, and longer to make.
    """

    __slots__ = ("isi",)

    isi: Texts

    def __init__(self, letak: Mapping[str, int], isi: Texts) -> None:
        self.letak = letak
        self.isi = isi


class Persediaan(Mapping[tuple[str, ...], _Satu_co]):
    """Records by their key, of which many can be read at once."""

    @abstractmethod
    def of_all(self, keys: Sequence[tuple[str, ...]]) -> list[_Satu_co | None]:
        """Return the record of each key, None for one that there is not."""


def letak_of(kolom: tuple[str, ...]) -> Mapping[str, int]:
    """Return the place of each column, to be shared by the records that have these columns."""
    return {nama: place for place, nama in enumerate(kolom)}


class Pemetik:
    """Takes the texts of some columns out of records, at once where these share their columns."""

    def __init__(self, kolom: Sequence[str]) -> None:
        self.kolom = tuple(kolom)
        # kept with its key: another mapping could get the number of one that is gone
        self._known: dict[int, tuple[Mapping[str, int], Callable[[Texts], Texts]]] = {}

    def __call__(self, satu: Isian) -> Texts:
        """Return the texts of one record, None for a column that it does not have."""
        # asked first, since asking an abstract class takes longer than all of the rest
        if type(satu) is not Larik and not isinstance(satu, Deret):
            return tuple([satu.get(nama) for nama in self.kolom])
        found = self._known.get(id(satu.letak))
        if found is None:
            found = self._known[id(satu.letak)] = (satu.letak, self._picking(satu.letak))
        return found[1](satu.isi)

    def of_all(self, records: Sequence[Isian]) -> Sequence[Texts]:
        """Return the texts of records, column by column where all of them share their columns."""
        if not self.kolom:
            return [()] * len(records)
        return list(zip(*self.columns_of(records), strict=True))

    def columns_of(self, records: Sequence[Isian]) -> list[Texts]:
        """Return the texts of records column by column, each from the first record to the last."""
        alike = _alike(records)
        if not alike:
            picked = list(map(self, records))
            return list(zip(*picked, strict=True)) if picked else [()] * len(self.kolom)
        letak, rows = alike[0].letak, [satu.isi for satu in alike]
        if len(self.kolom) == 1 and self.kolom[0] in letak:
            return [tuple(map(itemgetter(letak[self.kolom[0]]), rows))]
        columns = list(zip(*rows, strict=True))
        empty = (None,) * len(alike)
        return [columns[letak[nama]] if nama in letak else empty for nama in self.kolom]

    def _picking(self, letak: Mapping[str, int]) -> Callable[[Texts], Texts]:
        places = [letak[nama] for nama in self.kolom if nama in letak]
        if len(places) == len(self.kolom) > 1:
            return itemgetter(*places)
        maybe = [letak.get(nama) for nama in self.kolom]
        return lambda isi: tuple([None if place is None else isi[place] for place in maybe])


def _alike(records: Sequence[Isian]) -> Sequence[Deret]:
    """Return records of which all share their columns, none where they do not."""
    # asked of the few kinds that there are, since asking an abstract class of each takes long
    if not all(issubclass(kind, Deret) for kind in set(map(type, records))):
        return ()
    rows = cast("Sequence[Deret]", records)
    return rows if len({id(satu.letak) for satu in rows}) == 1 else ()
