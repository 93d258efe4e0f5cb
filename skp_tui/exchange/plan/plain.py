"""Judges rows in which nothing is odd the short way; the thorough way finds the words for others.

Both lead to the same plan: what is not certain here is left to ``checks``, and every rule is
asked of the functions that it asks.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import itemgetter
from typing import Final, cast

from skp_tui.domain.records import Deret, Isian, Larik, Pemetik, Persediaan, Sekali, Texts, letak_of
from skp_tui.exchange.kinds.kinds import Kunci
from skp_tui.exchange.plan.blocks import Blok, Potong
from skp_tui.exchange.plan.checks import judge
from skp_tui.exchange.plan.model import Baris, Perubahan, changes_between
from skp_tui.exchange.plan.plain_cells import LarikMentah, PlainReader
from skp_tui.exchange.plan.rows import AsalPolos
from skp_tui.exchange.plan.sound import SOUND, Columns, always
from skp_tui.exchange.plan.years import Konteks, fault_of_tahun
from skp_tui.exchange.reading.table_model import Mentah
from skp_tui.exchange.values import nip_fault

_BAGI: Final = 8
"""In so many pieces rows are judged anew of which one is odd, down to the single row."""


class Judges:
    """Judges the rows of one plan; what it finds out about a person it asks only once."""

    def __init__(self, konteks: Konteks) -> None:
        jenis = konteks.jenis
        self._konteks = konteks
        self._letak = letak_of(jenis.nama_kolom)
        self._kunci = [self._letak[nama] for nama in jenis.kunci]
        self._wajib = [self._letak[nama] for nama in jenis.wajib_isi]
        self._bawaan = [
            (self._letak[kolom.nama], kolom.bawaan)
            for kolom in jenis.kolom
            if kolom.bawaan and kolom.nama not in jenis.kunci
        ]
        self._place = 3 if "bagian" in jenis.kunci else 2
        self._sound = SOUND.get(jenis.nama, always)(self._letak, konteks.stok)
        self._texts_of = Pemetik(jenis.nama_kolom)
        self._once = Sekali[str | None]().__getitem__
        self._places: dict[tuple[str | None, ...], bool] = {}

    def judge(self, asal: AsalPolos, rows: Sequence[Mentah]) -> Iterator[Potong]:
        """Judge rows and merge them with what is stored: the short way where that is enough."""
        blok = self._settled(asal, rows)
        if blok is not None:
            yield blok
        elif len(rows) == 1:
            calon = asal.calon(rows[0])
            judge(calon, self._konteks)
            yield calon
        else:
            step = -(-len(rows) // _BAGI)
            for start in range(0, len(rows), step):
                yield from self.judge(asal, rows[start : start + step])

    def _settled(self, asal: AsalPolos, rows: Sequence[Mentah]) -> Blok | None:
        """Return what comes of rows in which nothing is odd; None where they are no such rows."""
        columns = asal.polos.read_all(rows)
        kunci = None if columns is None else self._keys(columns)
        if columns is None or kunci is None:
            return None
        before = self._before(kunci)
        read = list(zip(*columns, strict=True))
        merged = self._merged(read, before)
        if merged is None or not self._sound(list(zip(*merged, strict=True))):
            return None
        records = map(self._record, repeat(asal.polos), rows, merged, read)
        hasil: list[Baris | None] = [
            _baris(asal, mentah, its_key, rekaman, self._changes(old, texts))
            for mentah, its_key, rekaman, old, texts in zip(
                rows, kunci, records, before, merged, strict=True
            )
        ]
        return Blok(asal, rows, kunci, hasil)

    def _before(self, kunci: Sequence[Kunci]) -> list[Texts | None]:
        """Return the texts that are stored under each key, None for one that is not stored."""
        rekaman = self._konteks.stok.rekaman
        if isinstance(rekaman, Persediaan):
            lama: Iterable[Isian | None] = rekaman.of_all(kunci)
        else:
            lama = map(rekaman.get, kunci)
        return [None if old is None else self._texts_of(old) for old in lama]

    def _changes(self, before: Texts | None, texts: Texts) -> tuple[Perubahan, ...] | None:
        """Return what a row changes, one copy of a text that was stored for all; None if nothing.

        A new row has nothing to change.
        """
        if before is None:
            return ()
        if before == texts:
            return None
        told = changes_between(self._letak, before, texts)
        once = self._once
        return tuple([Perubahan(nama, once(lama), baru) for nama, lama, baru in told]) or None

    def _keys(self, columns: Columns) -> list[Kunci] | None:
        """Return the key of each row; None where one is not whole, or not in a good place."""
        parts = [columns[place] for place in self._kunci]
        if any(None in part for part in parts):
            return None
        whole = cast("list[Sequence[str]]", parts)
        places = set(zip(*whole[: self._place], strict=True))
        if not all(map(self._is_good_place, places)):
            return None
        return list(zip(*whole, strict=True))

    def _merged(
        self, read: Sequence[Texts], before: Sequence[Texts | None]
    ) -> Sequence[Texts] | None:
        """Lay rows over what is stored, or over nothing; None where one lacks what it must have."""
        new = [texts for texts, old in zip(read, before, strict=True) if old is None]
        if any(None in set(map(itemgetter(place), new)) for place in self._wajib):
            return None
        if len(new) == len(read):
            return list(map(self._with_defaults, read)) if self._bawaan else read
        whole = zip(read, before, strict=True)
        return [
            self._with_defaults(texts) if old is None else _over(texts, old) for texts, old in whole
        ]

    def _with_defaults(self, texts: Texts) -> Texts:
        """Return the texts of a new row with what its empty cells stand for."""
        if all(texts[place] is not None for place, _ in self._bawaan):
            return texts
        filled = list(texts)
        for place, bawaan in self._bawaan:
            filled[place] = filled[place] or bawaan
        return tuple(filled)

    def _record(self, polos: PlainReader, mentah: Mentah, texts: Texts, read: Texts) -> Deret:
        # a file as this program writes it says everything in canonical form: kept once, not twice
        if texts == mentah.sel:
            return Larik(self._letak, mentah.sel)
        if texts is read:
            return LarikMentah(self._letak, mentah, polos)
        return Larik(self._letak, texts)

    def _is_good_place(self, place: tuple[str, ...]) -> bool:
        """Say whether a person may have a row in that year and, of a part, whether there is one."""
        found = self._places.get(place)
        if found is None:
            found = self._places[place] = self._look(*place)
        return found

    def _look(self, tahun: str, nip: str, bagian: str = "1") -> bool:
        stok, year = self._konteks.stok, int(tahun)
        pegawai = stok.pegawai.get(nip)
        return (
            pegawai is not None
            and nip_fault(nip, self._konteks.status.get(nip, pegawai.status)) is None
            and fault_of_tahun(year, self._konteks) is None
            and pegawai.active_in(year)
            and pegawai.belongs_to(year)
            and (year, nip) not in stok.terkunci
            and (bagian == "1" or int(bagian) in stok.bagian.get((year, nip), frozenset()))
        )


def _baris(
    asal: AsalPolos,
    mentah: Mentah,
    kunci: Kunci,
    rekaman: Isian,
    perubahan: tuple[Perubahan, ...] | None,
) -> Baris | None:
    if perubahan is None:
        return None
    return Baris(asal.berkas, mentah.baris, kunci, rekaman, perubahan, asal.lembar)


def _over(texts: Texts, before: Texts) -> Texts:
    """Lay a row over what is stored: an empty cell leaves it as it is."""
    if None not in texts:
        return texts
    given = zip(texts, before, strict=True)
    return tuple([old if new is None else new for new, old in given])
