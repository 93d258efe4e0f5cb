"""Judges rows in which nothing is odd the short way; the thorough way finds the words for others.

Both lead to the same plan: what is not certain here is left to ``plan_checks``, and every rule is
asked of the functions that it asks.
"""

from collections.abc import Iterable, Sequence
from itertools import compress
from operator import itemgetter, not_
from typing import Final, cast

from skp_tui.domain.records import Deret, Isian, Larik, Pemetik, Persediaan, Sekali, Texts, letak_of
from skp_tui.exchange.kinds import Kunci
from skp_tui.exchange.plain_cells import LarikMentah
from skp_tui.exchange.plan_checks import judge
from skp_tui.exchange.plan_model import Perubahan, changes_between
from skp_tui.exchange.plan_rows import Calon, CalonPolos
from skp_tui.exchange.plan_sound import SOUND, Columns, always
from skp_tui.exchange.plan_years import Konteks, fault_of_tahun
from skp_tui.exchange.values import nip_fault

_BAGI: Final = 8
"""In so many pieces rows are judged anew of which one is odd, down to the single row."""

Settled = tuple[Sequence[CalonPolos], Sequence[Texts], Sequence[Kunci], Sequence[Texts | None]]
"""Rows with the texts read of them, their keys, and what is stored under these."""


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

    def judge(self, calon: Sequence[Calon]) -> None:
        """Judge rows and merge them with what is stored: the short way where that is enough."""
        if self._settles(calon):
            return
        if len(calon) == 1:
            if isinstance(calon[0], CalonPolos):
                calon[0].unfold()
            judge(calon[0], self._konteks)
            return
        step = -(-len(calon) // _BAGI)
        for start in range(0, len(calon), step):
            self.judge(calon[start : start + step])

    def _settles(self, calon: Sequence[Calon]) -> bool:
        """Judge rows of one table in which nothing is odd; say whether these are such rows."""
        polos = [satu for satu in calon if isinstance(satu, CalonPolos)]
        if len(polos) < len(calon) or len({id(satu.asal) for satu in polos}) > 1:
            return False
        columns = polos[0].asal.polos.read_all([satu.mentah for satu in polos])
        if columns is None:
            return False
        kunci = self._keys(columns)
        if kunci is None:
            return False
        before = self._before(kunci)
        new = [stored is None for stored in before]
        read = list(zip(*columns, strict=True))
        # a row that is new must have more than another: those that are, and the others
        found = polos, read, kunci, before
        done = [self._fill(_half(found, half)) for half in (new, list(map(not_, new))) if any(half)]
        return all(done)

    def _fill(self, found: Settled) -> bool:
        """Note what comes of rows, all of them new or none; False where they are not sound."""
        polos, read, kunci, before = found
        merged = self._merged(read, before)
        if merged is None or not self._sound(list(zip(*merged, strict=True))):
            return False
        settled = zip(polos, kunci, read, before, merged, strict=True)
        for satu, its_key, fresh, stored, texts in settled:
            satu.kunci = its_key
            satu.jadi = self._record(satu, texts, fresh)
            if stored is not None:
                # what was stored is held as what differs: most of its texts are the row's too
                satu.lama, satu.perubahan = satu.jadi, self._changes(stored, texts)
        return True

    def _before(self, kunci: Sequence[Kunci]) -> list[Texts | None]:
        """Return the texts that are stored under each key, None for one that is not stored."""
        rekaman = self._konteks.stok.rekaman
        if isinstance(rekaman, Persediaan):
            lama: Iterable[Isian | None] = rekaman.of_all(kunci)
        else:
            lama = map(rekaman.get, kunci)
        return [None if old is None else self._texts_of(old) for old in lama]

    def _changes(self, before: Texts, texts: Texts) -> tuple[Perubahan, ...]:
        """Return what a row changes, one copy of a text that was stored for all rows."""
        if before == texts:
            return ()
        told = changes_between(self._letak, before, texts)
        return tuple([Perubahan(satu.kolom, self._once(satu.lama), satu.baru) for satu in told])

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
        if None in before:
            if any(None in set(map(itemgetter(place), read)) for place in self._wajib):
                return None
            return list(map(self._with_defaults, read)) if self._bawaan else read
        whole = zip(read, before, strict=True)
        return [texts if None not in texts else _over(texts, old or ()) for texts, old in whole]

    def _with_defaults(self, texts: Texts) -> Texts:
        """Return the texts of a new row with what its empty cells stand for."""
        if all(texts[place] is not None for place, _ in self._bawaan):
            return texts
        filled = list(texts)
        for place, bawaan in self._bawaan:
            filled[place] = filled[place] or bawaan
        return tuple(filled)

    def _record(self, calon: CalonPolos, texts: Texts, read: Texts) -> Deret:
        cells = calon.mentah.sel
        # a file as this program writes it says everything in canonical form: kept once, not twice
        if texts == cells:
            return Larik(self._letak, cells)
        if texts is read:
            return LarikMentah(self._letak, calon.mentah, calon.asal.polos)
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


def _half(found: Settled, chosen: Sequence[bool]) -> Settled:
    """Return the chosen ones of rows."""
    if all(chosen):
        return found
    polos, read, kunci, before = found
    some, texts = list(compress(polos, chosen)), list(compress(read, chosen))
    return some, texts, list(compress(kunci, chosen)), list(compress(before, chosen))


def _over(texts: Texts, before: Texts) -> Texts:
    """Lay a row over what is stored: an empty cell leaves it as it is."""
    given = zip(texts, before, strict=True)
    return tuple([old if new is None else new for new, old in given])
