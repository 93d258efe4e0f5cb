"""Judges rows in which nothing is odd the short way; the thorough way finds the words for others.

Both lead to the same plan: what is not certain here is left to ``plan_checks``, and every rule is
asked of the functions that it asks.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Final

from skp_tui.domain.appraisal import ASPEK, PERILAKU
from skp_tui.domain.records import Isian, Larik, Pemetik, Persediaan, Texts, letak_of
from skp_tui.domain.validity import faults_of_kegiatan, faults_of_perilaku, faults_of_tambahan
from skp_tui.exchange.kinds import Kunci
from skp_tui.exchange.plain_cells import LarikMentah
from skp_tui.exchange.plan_checks import judge
from skp_tui.exchange.plan_kinerja import sound_measures
from skp_tui.exchange.plan_rows import Calon, CalonPolos
from skp_tui.exchange.plan_years import Konteks, fault_of_tahun
from skp_tui.exchange.stock import Stok
from skp_tui.exchange.values import nip_fault

_BAGI: Final = 8
"""In so many pieces rows are judged anew of which one is odd, down to the single row."""

Columns = list[Sequence[str | None]]
Sound = Callable[[Sequence[Texts]], bool]


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
        maker = _SOUND.get(jenis.nama)
        self._sound = maker(self._letak, konteks.stok) if maker is not None else None
        self._texts_of = Pemetik(jenis.nama_kolom)
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
        if columns is None or self._sound is None:
            return False
        kunci = self._keys(columns)
        if kunci is None:
            return False
        read = list(zip(*columns, strict=True))
        rekaman = self._konteks.stok.rekaman
        if isinstance(rekaman, Persediaan):
            rekaman.look_ahead(kunci)
        lama = list(map(rekaman.get, kunci))
        before = [None if old is None else self._texts_of(old) for old in lama]
        merged = self._merged(read, before)
        if merged is None or not self._sound(merged):
            return False
        settled = zip(polos, kunci, lama, read, before, merged, strict=True)
        for satu, its_key, old, fresh, stored, texts in settled:
            satu.kunci = its_key
            satu.jadi = self._record(satu, texts, fresh)
            # what says the same is its own stored record: the texts are not held twice
            satu.lama = satu.jadi if texts == stored else old
        return True

    def _keys(self, columns: Columns) -> list[Kunci] | None:
        """Return the key of each row; None where one is not whole, or not in a good place."""
        parts = [[text for text in columns[place] if text is not None] for place in self._kunci]
        if any(len(part) < len(columns[0]) for part in parts):
            return None
        places = set(zip(*parts[: self._place], strict=True))
        if not all(map(self._is_good_place, places)):
            return None
        return list(zip(*parts, strict=True))

    def _merged(
        self, read: Sequence[Texts], before: Sequence[Texts | None]
    ) -> Sequence[Texts] | None:
        """Lay rows over what is stored; None where one lacks something or another is not alike.

        New rows and stored ones are not looked at together: a file mostly has one sort of them.
        """
        new = before.count(None)
        if new == len(before):
            if any(None in set(map(itemgetter(place), read)) for place in self._wajib):
                return None
            return list(map(self._with_defaults, read)) if self._bawaan else read
        if new:
            return None
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

    def _record(self, calon: CalonPolos, texts: Texts, read: Texts) -> Isian:
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


def _over(texts: Texts, before: Texts) -> Texts:
    """Lay a row over what is stored: an empty cell leaves it as it is."""
    given = zip(texts, before, strict=True)
    return tuple([old if new is None else new for new, old in given])


@lru_cache(maxsize=65536)
def _sound_aspek(aspek: str, target: str | None, realisasi: str | None) -> bool:
    return not faults_of_kegiatan(
        {f"target_{aspek}": _number(target), f"realisasi_{aspek}": _number(realisasi)}
    )


@lru_cache(maxsize=65536)
def _sound_ak(ak: str | None) -> bool:
    return not faults_of_kegiatan({"ak": _number(ak)})


def _number(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def _kegiatan(letak: Mapping[str, int], _stok: Stok) -> Sound:
    pairs = [
        (aspek, itemgetter(letak[f"target_{aspek}"], letak[f"realisasi_{aspek}"]))
        for aspek in ASPEK
    ]
    ak = itemgetter(letak["ak"])
    return lambda rows: (
        all(map(_sound_ak, set(map(ak, rows))))
        and all(_sound_aspek(aspek, *pair) for aspek, of in pairs for pair in set(map(of, rows)))
    )


def _tambahan(letak: Mapping[str, int], _stok: Stok) -> Sound:
    pair = itemgetter(letak["jenis"], letak["tingkat"])
    return lambda rows: not any(faults_of_tambahan(*some) for some in set(map(pair, rows)))


@lru_cache(maxsize=65536)
def _sound_perilaku(text: str | None) -> bool:
    return not faults_of_perilaku({PERILAKU[0]: _number(text)})


def _perilaku(letak: Mapping[str, int], _stok: Stok) -> Sound:
    values = itemgetter(*(letak[nama] for nama in PERILAKU))
    return lambda rows: all(map(_sound_perilaku, set(chain.from_iterable(map(values, rows)))))


def _indikator(letak: Mapping[str, int], stok: Stok) -> Sound:
    measures = itemgetter(*(letak[nama] for nama in ("target", "satuan", "realisasi")))
    result = itemgetter(*(letak[nama] for nama in ("tahun", "nip", "bagian", "no_hasil")))
    return lambda rows: (
        all(some in stok.hasil for some in set(map(result, rows)))
        and all(sound_measures(*some) for some in set(map(measures, rows)))
    )


def _always(_letak: Mapping[str, int], _stok: Stok) -> Sound:
    """Ask nothing: what the cells of the kind hold is judged when they are read."""
    return lambda _rows: True


_SOUND: Mapping[str, Callable[[Mapping[str, int], Stok], Sound]] = {
    "kegiatan": _kegiatan,
    "tambahan": _tambahan,
    "perilaku": _perilaku,
    "hasil_kerja": _always,
    "indikator": _indikator,
    "ekspektasi": _always,
    "lampiran": _always,
}
