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
from skp_tui.exchange.plain_cells import LarikMentah
from skp_tui.exchange.plan_checks import judge
from skp_tui.exchange.plan_kinerja import sound_measures
from skp_tui.exchange.plan_rows import Calon, CalonPolos
from skp_tui.exchange.plan_years import Konteks, fault_of_tahun
from skp_tui.exchange.stock import Stok
from skp_tui.exchange.values import nip_fault


class Judges:
    """Judges the rows of one plan; what it finds out about a person it asks only once."""

    def __init__(self, konteks: Konteks) -> None:
        jenis = konteks.jenis
        self._konteks = konteks
        self._letak = letak_of(jenis.nama_kolom)
        self._kunci = itemgetter(*(self._letak[nama] for nama in jenis.kunci))
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
        self._places: dict[tuple[str, ...], bool] = {}

    def judge(self, calon: Calon) -> None:
        """Judge a row and merge it with what is stored: the short way where that is enough."""
        if isinstance(calon, CalonPolos):
            if self._is_settled(calon):
                return
            calon.unfold()
        judge(calon, self._konteks)

    def _is_settled(self, calon: CalonPolos) -> bool:
        read = calon.asal.polos.read(calon.mentah)
        if read is None or self._sound is None:
            return False
        texts = read
        kunci = self._kunci(texts)
        if None in kunci or not self._is_good_place(kunci[: self._place]):
            return False
        lama = self._konteks.stok.rekaman.get(kunci)
        before = None if lama is None else self._texts_of(lama)
        if before is None:
            if None in [texts[place] for place in self._wajib]:
                return False
            texts = self._with_defaults(texts)
        elif None in texts:
            given = zip(texts, before, strict=True)
            texts = tuple([old if new is None else new for new, old in given])
        if not self._sound(texts):
            return False
        calon.kunci = kunci
        calon.jadi = self._record(calon, texts, read)
        # what says the same is its own stored record: the texts are not held twice
        calon.lama = calon.jadi if texts == before else lama
        return True

    def _with_defaults(self, texts: Texts) -> Texts:
        """Return the texts of a new row with what its empty cells stand for."""
        if all(texts[place] is not None for place, _ in self._bawaan):
            return texts
        filled = list(texts)
        for place, bawaan in self._bawaan:
            filled[place] = filled[place] or bawaan
        return tuple(filled)

    def _record(self, calon: CalonPolos, texts: Texts, read: Texts) -> Isian:
        if texts is read and texts is not calon.mentah.sel:
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


def _kegiatan(letak: Mapping[str, int], _stok: Stok) -> Callable[[Texts], bool]:
    targets = itemgetter(*(letak[f"target_{aspek}"] for aspek in ASPEK))
    outcomes = itemgetter(*(letak[f"realisasi_{aspek}"] for aspek in ASPEK))
    ak = letak["ak"]
    return lambda texts: (
        _sound_ak(texts[ak]) and all(map(_sound_aspek, ASPEK, targets(texts), outcomes(texts)))
    )


def _tambahan(letak: Mapping[str, int], _stok: Stok) -> Callable[[Texts], bool]:
    jenis, tingkat = letak["jenis"], letak["tingkat"]
    return lambda texts: not faults_of_tambahan(texts[jenis], texts[tingkat])


@lru_cache(maxsize=65536)
def _sound_perilaku(text: str | None) -> bool:
    return not faults_of_perilaku({PERILAKU[0]: _number(text)})


def _perilaku(letak: Mapping[str, int], _stok: Stok) -> Callable[[Texts], bool]:
    places = itemgetter(*(letak[nama] for nama in PERILAKU))
    return lambda texts: all(map(_sound_perilaku, places(texts)))


def _indikator(letak: Mapping[str, int], stok: Stok) -> Callable[[Texts], bool]:
    target, satuan, realisasi = (letak[nama] for nama in ("target", "satuan", "realisasi"))
    result = itemgetter(*(letak[nama] for nama in ("tahun", "nip", "bagian", "no_hasil")))
    return lambda texts: (
        result(texts) in stok.hasil
        and sound_measures(texts[target], texts[satuan], texts[realisasi])
    )


def _always(_letak: Mapping[str, int], _stok: Stok) -> Callable[[Texts], bool]:
    """Ask nothing: what the cells of the kind hold is judged when they are read."""
    return lambda _texts: True


_SOUND: Mapping[str, Callable[[Mapping[str, int], Stok], Callable[[Texts], bool]]] = {
    "kegiatan": _kegiatan,
    "tambahan": _tambahan,
    "perilaku": _perilaku,
    "hasil_kerja": _always,
    "indikator": _indikator,
    "ekspektasi": _always,
    "lampiran": _always,
}
