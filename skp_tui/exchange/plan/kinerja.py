"""What is judged of the rows that an SKP holds from 2022 on, after merging with what is stored."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from skp_tui.domain.kinerja import Ukuran
from skp_tui.domain.ukuran import stored_ukuran, with_unit, without_blanks
from skp_tui.domain.validity import faults_of_indikator
from skp_tui.exchange.kinds.kinds import Kunci
from skp_tui.exchange.plan.first import bring_first
from skp_tui.exchange.plan.rows import Calon, is_unknown
from skp_tui.exchange.plan.years import Konteks, Salah, unmet

_UKURAN = ("target", "realisasi")
_STORED_TOO = {
    "satuan": "satuan yang sudah tersimpan hanya di samping target berupa angka; "
    "tulis - di kolom satuan",
    "realisasi": "realisasi yang sudah tersimpan jadi tanpa target; isi targetnya, "
    "atau tulis - di kolom realisasi",
}
"""What mends a row whose fault lies in what is stored: an empty cell would leave it there."""


def of_indikator(calon: Calon, konteks: Konteks) -> Salah:
    """Yield the faults of an indicator: its measures, its unit, and the result it belongs to."""
    target, realisasi = (_measure(calon, nama) for nama in _UKURAN)
    if is_unknown(calon, "target"):
        # some number stands for the one that cannot be read: "tanpa target" would be a guess
        target = Decimal(1)
    satuan = "" if calon.is_broken("satuan") else calon.jadi.get("satuan") or ""
    for kolom, pesan in faults_of_indikator(target, satuan, realisasi).items():
        yield kolom, _STORED_TOO.get(kolom, pesan) if calon.isi(kolom).kosong else pesan
    placed = calon.kunci is not None and not any(map(calon.is_broken, ("tahun", "nip", "bagian")))
    if calon.kunci is not None and placed and calon.kunci[:4] not in konteks.stok.hasil:
        yield "no_hasil", _without_result(calon.kunci[:4], konteks)
    for kolom, pesan in _odd(calon):
        calon.warn(kolom, pesan)


@lru_cache(maxsize=65536)
def sound_measures(target: str | None, satuan: str | None, realisasi: str | None) -> bool:
    """Say whether there is nothing to refuse and nothing to remark in what an indicator measures.

    It is asked of every row of a big file: the texts are as merged.
    """
    faults = faults_of_indikator(stored_ukuran(target), satuan or "", stored_ukuran(realisasi))
    return not faults and not any(with_unit(text) for text in (target, realisasi) if text)


def _measure(calon: Calon, kolom: str) -> Ukuran | None:
    return None if calon.is_broken(kolom) else stored_ukuran(calon.jadi.get(kolom))


def _without_result(kunci: Kunci, konteks: Konteks) -> str:
    absent = f"hasil kerja nomor {kunci[3]} belum ada; {bring_first('hasil_kerja')}"
    return unmet(konteks.stok, "hasil_kerja", kunci, absent)


def _odd(calon: Calon) -> Iterator[tuple[str, str]]:
    """Yield the measures that come in as texts though a number and its unit were surely meant."""
    for nama in _UKURAN:
        found = with_unit(calon.isi(nama).nilai or "")
        if found is not None:
            angka, satuan = found
            where = f", dengan {satuan} di kolom satuan" if nama == "target" else ""
            angka = without_blanks(angka)
            yield nama, f"disimpan sebagai teks; supaya dapat dihitung tulis {angka} saja{where}"
