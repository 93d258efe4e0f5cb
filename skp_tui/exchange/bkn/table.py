"""The activities of the forms SKP and PENGUKURAN, with their amounts and units."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import takewhile

from skp_tui.domain.appraisal import ASPEK
from skp_tui.domain.dates import BULAN
from skp_tui.errors import Problem
from skp_tui.exchange.bkn.columns import SIDES, Kolom, columns_of
from skp_tui.exchange.bkn.sheet import Lembar, SelBuku, amount, compact, is_empty
from skp_tui.record import record

_MONTHS = "|".join((*BULAN, "Nopember", "Pebruari"))
_DATED = re.compile(rf",\s*(?:tanggal\s*)?\d{{0,2}}\s*(?:{_MONTHS})\s*\d{{4}}", re.IGNORECASE)
_WITH_UNIT = re.compile(r"(-?\d[\d.,]*)\s*([^\d\s.,].*)", re.ASCII)
_ENDS = (
    "pejabatpenilai", "pnsyangdinilai", "pegawainegerisipilyangdinilai", "catatan", "jumlah",
    "total", "nilaicapaian",
)  # fmt: skip
TAMBAHAN = ("tugastambahan", "kreativitas", "kreatifitas", "unsurpenunjang")

_MEASURED = ("kuantitas", "kualitas", "waktu")
_UNITS_OF_TIME: Mapping[str, str] = {
    "bl": "bulan", "bln": "bulan", "bulan": "bulan", "hr": "hari", "hari": "hari", "mg": "minggu",
    "mgg": "minggu", "minggu": "minggu", "th": "tahun", "thn": "tahun", "tahun": "tahun",
}  # fmt: skip
_UNITS: Mapping[str, str] = {"kuantitas": "satuan", "waktu": "satuan_waktu"}


@record
class Butir:
    """One row of an activity table: its number, and by column of the kind what stands there."""

    nomor: int | None
    isi: Mapping[str, SelBuku]
    baris: int

    @property
    def uraian(self) -> str:
        """Return what is to be done, as texts are compared."""
        return compact(self.isi["uraian"].teks)


@record
class Tabel:
    """The activities of one form; ``akhir`` is the row under the last of them."""

    lembar: Lembar
    kolom: Kolom
    butir: tuple[Butir, ...]
    akhir: int
    catatan: tuple[Problem, ...] = field(default=())


def table_of(lembar: Lembar, berkas: str) -> Tabel | None:
    """Return the activities of a form, None where it has no such table."""
    kolom = columns_of(lembar)
    if kolom is None:
        return None
    inside = list(takewhile(lambda row: not _is_end(row, kolom), lembar.below(kolom.judul)))
    butir: list[Butir] = []
    notes: list[Problem] = []
    for row in inside:
        text = kolom.text(row)
        if text is None or text.nomor is not None:
            continue  # a blank row of the form, or the row that numbers its columns
        satu = Butir(kolom.number(row), {"uraian": text, **_cells(row, kolom)}, row[0].baris)
        if satu.nomor is None and len(satu.isi) == 1:
            pesan = "baris tanpa nomor dan tanpa angka dianggap subjudul; beri nomor bila kegiatan"
            notes.append(Problem(pesan, berkas, text.baris, None, text.teks, lembar.nama))
        else:
            butir.append(satu)
    last = inside[-1][0].baris if inside else kolom.judul
    notes.extend(_doubtful(butir, berkas))
    notes.extend(note for row in inside for note in _other_time(row, kolom, berkas))
    notes.extend(_left_below(lembar, kolom, last, berkas))
    return Tabel(lembar, kolom, tuple(_numbered(butir)), last, tuple(notes))


def unit_of_time(teks: str) -> str:
    """Return a unit of time in full, any other text as it is."""
    return _UNITS_OF_TIME.get(compact(teks), teks)


def _other_time(row: Sequence[SelBuku], kolom: Kolom, berkas: str) -> Iterator[Problem]:
    """Yield an outcome in days where the target counts months: the value would be far off."""
    target, outcome = (
        dict(_amount_and_unit(kolom.cells(row, f"{side}_waktu"), side, "waktu")) for side in SIDES
    )
    one, other = target.get("satuan_waktu"), outcome.get("satuan_waktu")
    if one and other and compact(unit_of_time(one.teks)) != compact(unit_of_time(other.teks)):
        pesan = (
            f"satuan waktunya lain dari targetnya ({one.teks}); angkanya dibaca apa adanya, "
            "samakan satuannya"
        )
        nilai = " ".join(sel.teks for sel in dict.fromkeys(outcome.values()))
        yield Problem(pesan, berkas, other.baris, "realisasi_waktu", nilai, other.lembar)


def _is_end(row: Sequence[SelBuku], kolom: Kolom) -> bool:
    """Say whether a row stands below the activities: extras, the total, a signature.

    Words alone do not tell: ``Jumlah surat yang diarsipkan`` with its amounts is an activity.
    """
    if kolom.number(row) is not None and _cells(row, kolom):
        return False
    if any(sel.padat in (*_ENDS, *TAMBAHAN) for sel in row):
        return True
    if _measures(row, kolom) == len(_MEASURED):
        return False
    return any(sel.padat.startswith((*_ENDS, *TAMBAHAN)) or _DATED.search(sel.teks) for sel in row)


def _measures(row: Sequence[SelBuku], kolom: Kolom) -> int:
    """Return for how many of quantity, quality and time a row has an amount, on its fuller side."""
    cells = _cells(row, kolom)
    return max(
        sum(_holds_amount(cells.get(f"{side}_{aspek}")) for aspek in _MEASURED) for side in SIDES
    )


def _holds_amount(sel: SelBuku | None) -> bool:
    return sel is not None and amount(sel.teks) is not None and not is_empty(sel.teks)


def _doubtful(butir: Sequence[Butir], berkas: str) -> Iterator[Problem]:
    """Yield what reads like a total and has no number among rows that have one."""
    if all(satu.nomor is None for satu in butir):
        return
    for satu in butir:
        text = satu.isi["uraian"]
        if satu.nomor is None and text.padat.startswith(_ENDS):
            pesan = "baris tanpa nomor ini dianggap kegiatan karena berangka; hapus bila jumlah"
            yield Problem(pesan, berkas, text.baris, None, text.teks, text.lembar)


def _left_below(lembar: Lembar, kolom: Kolom, last: int, berkas: str) -> Iterator[Problem]:
    """Yield the rows with amounts that stand below the end, before the extras."""
    for row in lembar.below(last):
        if any(sel.padat.startswith((*TAMBAHAN, "nilaicapaian")) for sel in row):
            return
        text = kolom.text(row)
        if text is None or text.padat in _ENDS or _measures(row, kolom) < len(_MEASURED) - 1:
            continue
        pesan = "baris ini di bawah akhir daftar kegiatan, tidak diimpor; pindahkan bila kegiatan"
        yield Problem(pesan, berkas, text.baris, None, text.teks, lembar.nama)


def _numbered(butir: Sequence[Butir]) -> Iterable[Butir]:
    """Return the activities under their numbers, counted anew where these are no numbers."""
    numbers = [satu.nomor for satu in butir]
    if None not in numbers and len(set(numbers)) == len(numbers) and 0 not in numbers:
        return butir
    return [replace(satu, nomor=nomor) for nomor, satu in enumerate(butir, 1)]


def _cells(row: Sequence[SelBuku], kolom: Kolom) -> dict[str, SelBuku]:
    """Return what a row holds: amounts, and units that stand beside or behind them."""
    found: dict[str, SelBuku] = {}
    for side in SIDES:
        for aspek in ASPEK:
            cells = kolom.cells(row, f"{side}_{aspek}")
            satuan = found.get(_UNITS.get(aspek, ""))
            for nama, sel in _amount_and_unit(cells, side, aspek, satuan):
                found.setdefault(nama, sel)
        for sel in kolom.cells(row, f"{side}_ak"):
            found.setdefault(f"{side}_ak", sel)
    return found


def _amount_and_unit(
    cells: Sequence[SelBuku], side: str, aspek: str, satuan: SelBuku | None = None
) -> Iterator[tuple[str, SelBuku]]:
    """Yield amount and unit: the first cell with digits is the amount, the words are the unit.

    Where there are no digits the first cell stands where the amount belongs, and is refused there;
    but a unit alone, one of time or that of the target (``satuan``), is a row not filled yet.
    """
    angka, unit = f"{side}_{aspek}", _UNITS.get(aspek)
    first = next((sel for sel in cells if _is_amount(sel)), cells[0] if cells else None)
    if first is None:
        return
    if unit and len(cells) == 1 and _is_unit(first, satuan):
        yield unit, first
        return
    both = _WITH_UNIT.fullmatch(first.teks)
    if both and (unit or both[2] == "%"):
        yield angka, replace(first, teks=both[1])
        if unit:
            yield unit, replace(first, teks=both[2])
    else:
        yield angka, first
    for sel in cells:
        if unit and sel is not first:
            yield unit, sel


def _is_unit(sel: SelBuku, satuan: SelBuku | None) -> bool:
    if compact(sel.teks) in _UNITS_OF_TIME:
        return True
    return satuan is not None and compact(sel.teks) == compact(satuan.teks) != ""


def _is_amount(sel: SelBuku) -> bool:
    return sel.teks.startswith(("-", "#")) or any(sign.isdigit() for sign in sel.teks)
