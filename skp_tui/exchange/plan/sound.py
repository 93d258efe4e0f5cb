"""Whether rows of a kind are sound as far as numbers and references go, asked of their columns.

Each rule is asked of the function that the thorough way asks too, once for each text that occurs.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import Final

from skp_tui.domain.appraisal import ASPEK, PERILAKU
from skp_tui.domain.validity import (
    faults_of_kegiatan,
    faults_of_perilaku,
    faults_of_tambahan,
    odd_kepemimpinan,
)
from skp_tui.exchange.plan.kinerja import sound_measures
from skp_tui.exchange.plan.stock import Stok

Columns = Sequence[Sequence[str | None]]
Sound = Callable[[Columns], bool]
_ANY_TARGET: Final = "1"
"""Stands for whatever target there is: no outcome is judged by how much it is."""


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
    pairs = [(aspek, letak[f"target_{aspek}"], letak[f"realisasi_{aspek}"]) for aspek in ASPEK]
    ak = letak["ak"]
    return lambda columns: (
        all(map(_sound_ak, set(columns[ak])))
        and all(
            _sound_outcomes(aspek, columns[target], columns[realisasi])
            for aspek, target, realisasi in pairs
        )
    )


def _sound_outcomes(
    aspek: str, target: Sequence[str | None], realisasi: Sequence[str | None]
) -> bool:
    if not all(target):
        return all(_sound_aspek(aspek, *pair) for pair in set(zip(target, realisasi, strict=True)))
    # only whether there is a target matters to an outcome, so each is judged once, not each pair
    return all(_sound_aspek(aspek, text, None) for text in set(target)) and all(
        _sound_aspek(aspek, _ANY_TARGET, text) for text in set(realisasi)
    )


def _tambahan(letak: Mapping[str, int], _stok: Stok) -> Sound:
    jenis, tingkat = letak["jenis"], letak["tingkat"]
    return lambda columns: (
        not any(
            faults_of_tambahan(*some)
            for some in set(zip(columns[jenis], columns[tingkat], strict=True))
        )
    )


@lru_cache(maxsize=65536)
def _sound_perilaku(text: str | None) -> bool:
    return not faults_of_perilaku({PERILAKU[0]: _number(text)})


def _perilaku(letak: Mapping[str, int], stok: Stok) -> Sound:
    places = [letak[nama] for nama in PERILAKU]
    nip, kepemimpinan = letak["nip"], letak["kepemimpinan"]

    def sound(columns: Columns) -> bool:
        texts = [columns[place] for place in places]
        some = map(any, zip(*texts, strict=True))
        people = zip(columns[nip], columns[kepemimpinan], some, strict=True)
        return all(map(_sound_perilaku, set(chain.from_iterable(texts)))) and not any(
            filled and odd_kepemimpinan(stok.pegawai[who or ""].jenis_jabatan, filled=bool(text))
            for who, text, filled in people
        )

    return sound


def _indikator(letak: Mapping[str, int], stok: Stok) -> Sound:
    measures = [letak[nama] for nama in ("target", "satuan", "realisasi")]
    result = [letak[nama] for nama in ("tahun", "nip", "bagian", "no_hasil")]

    def sound(columns: Columns) -> bool:
        results = set(zip(*(columns[place] for place in result), strict=True))
        measured = set(zip(*(columns[place] for place in measures), strict=True))
        return all(some in stok.hasil for some in results) and all(
            sound_measures(*some) for some in measured
        )

    return sound


def always(_letak: Mapping[str, int], _stok: Stok) -> Sound:
    """Ask nothing: what the cells of the kind hold is judged when they are read."""
    return lambda _columns: True


SOUND: Mapping[str, Callable[[Mapping[str, int], Stok], Sound]] = {
    "kegiatan": _kegiatan,
    "tambahan": _tambahan,
    "perilaku": _perilaku,
    "indikator": _indikator,
}
"""What is asked of a kind, made for the places of its columns; ``always`` where there is none."""
