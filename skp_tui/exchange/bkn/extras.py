"""Extra tasks and creations, which stand under the activities of the form PENGUKURAN."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from skp_tui.domain.appraisal import JenisTambahan, Tingkat
from skp_tui.exchange.bkn.columns import Kolom
from skp_tui.exchange.bkn.sheet import SelBuku, amount, compact, is_number
from skp_tui.exchange.bkn.table import TAMBAHAN, Tabel
from skp_tui.record import record

TINGKAT_BERNILAI = {3: Tingkat.UNIT, 6: Tingkat.ORGANISASI, 12: Tingkat.NEGARA}
"""What the value beside a creation says about the highest level that it served (A.2)."""

_KREATIVITAS = re.compile(r"kreati[vf]itas", re.IGNORECASE)
_MARK = re.compile(
    r"^\(?\s*(?P<jenis>tugas tambahan|kreati[vf]itas)\s*(?:\)|:|-|–|\.|$)\s*", re.IGNORECASE
)
_BEHIND = re.compile(r"\s*\(\s*(?P<jenis>tugas tambahan|kreati[vf]itas)\s*\)\s*$", re.IGNORECASE)
_LEVELS = {
    Tingkat.NEGARA: re.compile(r"\((?:tingkat\s*)?(?:nasional|negara)\)", re.IGNORECASE),
    Tingkat.ORGANISASI: re.compile(r"\((?:tingkat\s*)?organisasi\)", re.IGNORECASE),
    Tingkat.UNIT: re.compile(r"\((?:tingkat\s*)?unit(?: kerja)?\)", re.IGNORECASE),
}
_COUNTED = re.compile(r"^\(?\d{1,2}[.)](?!\d)\s*", re.ASCII)
_END = ("nilaicapaian",)


@record
class Tambah:
    """One extra: its kind, what it is, and of a creation its level with where it is told."""

    jenis: JenisTambahan
    uraian: SelBuku
    tingkat: Tingkat | None = None
    nilai: SelBuku | None = None


def extras_below(tabel: Tabel) -> tuple[Tambah, ...]:
    """Return the extras under the activities of a form, in order."""
    return tuple(_with_levels(list(_extras(tabel))))


def numbered(tambahan: Iterable[Tambah]) -> Iterator[tuple[int, Tambah]]:
    """Yield the extras with their numbers, which each of the two kinds counts for itself."""
    counted: dict[JenisTambahan, int] = {}
    for satu in tambahan:
        counted[satu.jenis] = counted.get(satu.jenis, 0) + 1
        yield counted[satu.jenis], satu


def _extras(tabel: Tabel) -> Iterator[Tambah]:
    jenis: JenisTambahan | None = None
    for row in tabel.lembar.below(tabel.akhir):
        if any(sel.padat.startswith(_END) for sel in row):
            return
        heading = _heading(row)
        if heading is not None:
            jenis = heading
            continue
        text = _text(row, tabel.kolom)
        if jenis is None or text is None:
            continue
        own, words = _told(text.teks)
        if compact(words) and compact(words) not in ("tidakada", "nihil"):
            yield _extra(own or jenis, replace(text, teks=words), row, tabel.kolom)
        elif own is not None:
            jenis = own  # "Kreativitas:" alone is the heading of what follows


def _heading(row: Sequence[SelBuku]) -> JenisTambahan | None:
    """Return what the rows below are when this one is but a heading of the form."""
    for sel in row:
        both = "tugastambahan" in sel.padat and _KREATIVITAS.search(sel.teks)
        if both or sel.padat == "tugastambahan" or sel.padat.startswith("unsurpenunjang"):
            return JenisTambahan.TUGAS_TAMBAHAN
        if _KREATIVITAS.fullmatch(sel.padat):
            return JenisTambahan.KREATIVITAS
    return None


def _text(row: Sequence[SelBuku], kolom: Kolom) -> SelBuku | None:
    """Return the words of a row: what stands in the column of the activities, or else first."""
    words = [sel for sel in row if sel.nomor is None and not is_number(sel.teks)]
    found = next((sel for sel in words if sel.kolom >= kolom.uraian[0]), None)
    return found or next((sel for sel in words if sel.padat.startswith(TAMBAHAN)), None)


def _told(teks: str) -> tuple[JenisTambahan | None, str]:
    """Return the kind that a row names itself, and its words without that and without a number."""
    teks = _COUNTED.sub("", teks)
    for pattern in (_MARK, _BEHIND):
        match = pattern.search(teks)
        if match:
            creation = _KREATIVITAS.match(match["jenis"])
            jenis = JenisTambahan.KREATIVITAS if creation else JenisTambahan.TUGAS_TAMBAHAN
            return jenis, pattern.sub("", teks).strip()
    if _KREATIVITAS.match(teks):
        return JenisTambahan.KREATIVITAS, teks
    return None, "" if teks == "-" else teks


def _extra(jenis: JenisTambahan, uraian: SelBuku, row: Sequence[SelBuku], kolom: Kolom) -> Tambah:
    if jenis is JenisTambahan.TUGAS_TAMBAHAN:
        return Tambah(jenis, uraian)
    values = [sel for sel in row if sel.kolom > kolom.uraian[0] and is_number(sel.teks)]
    value = values[-1] if values else None
    for tingkat, pattern in _LEVELS.items():
        if pattern.search(uraian.teks):
            return Tambah(jenis, uraian, tingkat, value)
    number = amount(value.teks) if value else None
    known = TINGKAT_BERNILAI.get(int(number)) if number and number.denominator == 1 else None
    return Tambah(jenis, uraian, known, value)


def _with_levels(extras: Sequence[Tambah]) -> Iterator[Tambah]:
    """Give a creation without a value the level of the one above: their cell was merged."""
    above: Tingkat | None = None
    for satu in extras:
        if satu.jenis is JenisTambahan.KREATIVITAS:
            if satu.tingkat is None and satu.nilai is None and above is not None:
                yield replace(satu, tingkat=above)
                continue
            above = satu.tingkat
        yield satu
