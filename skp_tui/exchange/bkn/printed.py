"""What the forms print: perilaku with its sebutan, the SKP and the nilai prestasi kerja."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from skp_tui.domain.appraisal import PERILAKU
from skp_tui.errors import Problem
from skp_tui.exchange.bkn.sheet import Lembar, SelBuku, amount, compact, is_empty
from skp_tui.exchange.bkn.table import Tabel
from skp_tui.exchange.values import shown_cell
from skp_tui.record import record

SEBUTAN: Mapping[str, str] = {
    "sangatbaik": "Sangat Baik",
    "amatbaik": "Sangat Baik",
    "baik": "Baik",
    "cukup": "Cukup",
    "kurang": "Kurang",
    "sedang": "Kurang",
    "buruk": "Buruk",
}
"""The sebutan as they are called here: BKN's workbook prints Sedang for Kurang (A.4)."""

_ASPEK = {compact(nama): nama for nama in PERILAKU}
_VALUE = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*\(?[a-z ]*\)?", re.IGNORECASE)
_NEXT_ROWS = 2


@record
class Tercetak:
    """A printed value with its place, and the sebutan beside it."""

    sel: SelBuku
    nilai: Fraction
    sebutan: str = ""


def behaviour_of(lembar: Lembar) -> dict[str, SelBuku]:
    """Return the cells of the perilaku aspects that are filled, a dash included."""
    found: dict[str, SelBuku] = {}
    for row in lembar:
        for sel in row:
            nama = _ASPEK.get(sel.padat)
            value = next((one for one in row if one.kolom > sel.kolom and _tells(one)), None)
            if nama and value is not None:
                match = _VALUE.fullmatch(value.teks)
                found.setdefault(nama, replace(value, teks=match[1]) if match else value)
    return found


def assessed(
    cells: Mapping[str, SelBuku], berkas: str
) -> tuple[dict[str, SelBuku], tuple[Problem, ...]]:
    """Return the aspects without those that are 0, which a cell shows that links to an empty one.

    Taken for a value, such a 0 would make somebody Buruk whose form was never filled.
    """
    zero = [nama for nama, sel in cells.items() if amount(sel.teks) == 0]
    if not zero:
        return dict(cells), ()
    sel = cells[zero[0]]
    words = ", ".join(nama.replace("_", " ") for nama in zero)
    pesan = f"perilaku bernilai 0 dianggap belum dinilai ({words}); isi di sana bila sudah dinilai"
    note = Problem(pesan, berkas, sel.baris, zero[0], shown_cell(sel.teks), sel.lembar)
    return {nama: sel for nama, sel in cells.items() if nama not in zero}, (note,)


def worded(lembar: Lembar, cells: Mapping[str, SelBuku], berkas: str) -> tuple[Problem, ...]:
    """Return a note about the aspects with a sebutan but no number, which are not taken.

    The form computes a sebutan from an empty kepemimpinan too; that one alone is left unsaid.
    """
    found: dict[str, SelBuku] = {}
    for row in lembar:
        for sel in row:
            nama = _ASPEK.get(sel.padat, "")
            right = (one for one in row if one.kolom > sel.kolom and compact(one.teks) in SEBUTAN)
            if nama and nama not in cells and (word := next(right, None)) is not None:
                found.setdefault(nama, word)
    if found.keys() <= {PERILAKU[-1]}:
        return ()
    words = ", ".join(nama.replace("_", " ") for nama in found)
    pesan = f"perilaku ini hanya bersebutan, tanpa angka ({words}), tidak diimpor; isi angkanya"
    nama, sel = next(iter(found.items()))
    return (Problem(pesan, berkas, sel.baris, nama, shown_cell(sel.teks), sel.lembar),)


def _tells(sel: SelBuku) -> bool:
    return sel.teks != ":" and compact(sel.teks) not in SEBUTAN


def skp_under(tabel: Tabel) -> Tercetak | None:
    """Return the value in the last row of PENGUKURAN, "nilai capaian SKP"."""
    rows = tabel.lembar.below(tabel.akhir)
    return _printed(tabel.lembar, (row for row in rows if _begins(row, ("nilaicapaian",))))


def skp_of(lembar: Lembar) -> Tercetak | None:
    """Return the SKP of the year as PENILAIAN prints it, before it is weighted."""
    heads = ("sasarankerjapegawai", "sasarankerjapns", "sasarankerjapegawainegerisipil")
    rows = [row for row in lembar if _begins(row, heads)]
    for row in rows:
        head = next(sel for sel in row if sel.padat.startswith(heads))
        for sel in row:
            value = amount(sel.teks)
            if sel.kolom > head.kolom and value:
                return Tercetak(sel, value)
    return None


def value_of(lembar: Lembar) -> Tercetak | None:
    """Return the nilai prestasi kerja with its sebutan."""
    return _printed(lembar, (row for row in lembar if _begins(row, ("nilaiprestasikerja",))))


def _begins(row: Iterable[SelBuku], heads: tuple[str, ...]) -> bool:
    return any(sel.padat.startswith(heads) for sel in row)


def _printed(lembar: Lembar, rows: Iterable[Sequence[SelBuku]]) -> Tercetak | None:
    """Return the last number of a row or of one of the next, with the sebutan found there."""
    for row in rows:
        near = [
            sel
            for below in range(_NEXT_ROWS + 1)
            for sel in lembar.row(row[0].baris + below)
        ]  # fmt: skip
        values = [sel for sel in near if amount(sel.teks) is not None and not is_empty(sel.teks)]
        if values:
            first = [sel for sel in values if sel.baris == values[0].baris]
            value = amount(first[-1].teks) or Fraction(0)
            return Tercetak(first[-1], value, _sebutan(near))
    return None


def _sebutan(cells: Iterable[SelBuku]) -> str:
    for sel in cells:
        words = compact(re.sub(r"[\d.,()]", "", sel.teks))
        if words in SEBUTAN:
            return SEBUTAN[words]
    return ""
