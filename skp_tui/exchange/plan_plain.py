"""Judges rows in which nothing is odd the short way; the thorough way finds the words for others.

Both lead to the same plan: what is not certain here is left to ``plan_checks``, and every rule is
asked of the functions that it asks.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter

from skp_tui.domain.appraisal import ASPEK, PERILAKU
from skp_tui.domain.records import Isian, Larik, Pemetik, Texts, letak_of
from skp_tui.domain.validity import faults_of_kegiatan, faults_of_perilaku, faults_of_tambahan
from skp_tui.exchange.plan_checks import judge
from skp_tui.exchange.plan_rows import Calon, CalonPolos
from skp_tui.exchange.plan_years import Konteks, fault_of_tahun
from skp_tui.exchange.values import nip_fault


class Judges:
    """Judges the rows of one plan; what it finds out about a person it asks only once."""

    def __init__(self, konteks: Konteks) -> None:
        jenis = konteks.jenis
        self._konteks = konteks
        self._letak = letak_of(jenis.nama_kolom)
        self._kunci = itemgetter(*(self._letak[nama] for nama in jenis.kunci))
        self._wajib = [self._letak[nama] for nama in jenis.wajib_isi]
        self._sound = _SOUND[jenis.nama](self._letak) if jenis.nama in _SOUND else None
        self._texts_of = Pemetik(jenis.nama_kolom)
        self._places: dict[tuple[str, ...], bool] = {}

    def judge(self, calon: Calon) -> None:
        """Judge a row and merge it with what is stored: the short way where that is enough."""
        if isinstance(calon, CalonPolos):
            if self._is_settled(calon):
                return
            calon.unfold()
        judge(calon, self._konteks)

    def _is_settled(self, calon: CalonPolos) -> bool:
        texts = calon.polos
        kunci = self._kunci(texts)
        if self._sound is None or None in kunci or not self._is_good_place(kunci[:3]):
            return False
        lama = self._konteks.stok.rekaman.get(kunci)
        if lama is None:
            if any(texts[place] is None for place in self._wajib):
                return False
            jadi: Isian = Larik(self._letak, texts)
        else:
            before = self._texts_of(lama)
            given = zip(texts, before, strict=True)
            texts = tuple([old if new is None else new for new, old in given])
            jadi = lama if texts == before else Larik(self._letak, texts)
        if not self._sound(texts):
            return False
        calon.kunci, calon.lama, calon.jadi = kunci, lama, jadi
        return True

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


def _kegiatan(letak: Mapping[str, int]) -> Callable[[Texts], bool]:
    pairs = [(aspek, letak[f"target_{aspek}"], letak[f"realisasi_{aspek}"]) for aspek in ASPEK]
    ak = letak["ak"]

    def sound(texts: Texts) -> bool:
        return _sound_ak(texts[ak]) and all(
            _sound_aspek(aspek, texts[target], texts[done]) for aspek, target, done in pairs
        )

    return sound


def _tambahan(letak: Mapping[str, int]) -> Callable[[Texts], bool]:
    jenis, tingkat = letak["jenis"], letak["tingkat"]
    return lambda texts: not faults_of_tambahan(texts[jenis], texts[tingkat])


@lru_cache(maxsize=65536)
def _sound_perilaku(text: str | None) -> bool:
    return not faults_of_perilaku({PERILAKU[0]: _number(text)})


def _perilaku(letak: Mapping[str, int]) -> Callable[[Texts], bool]:
    places = [letak[nama] for nama in PERILAKU]
    return lambda texts: all(_sound_perilaku(texts[place]) for place in places)


_SOUND: Mapping[str, Callable[[Mapping[str, int]], Callable[[Texts], bool]]] = {
    "kegiatan": _kegiatan,
    "tambahan": _tambahan,
    "perilaku": _perilaku,
}
