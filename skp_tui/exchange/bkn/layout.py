"""Which sheet of a workbook is which of the three official forms, told by their headings."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from skp_tui.exchange.bkn.sheet import Lembar
from skp_tui.exchange.reading.table_model import Tabel

KEGIATAN = ("kegiatantugasjabatan", "kegiatantugaspokok")
"""What the column of the activities is called; many offices print "tugas pokok jabatan"."""
YANG_DINILAI = ("yangdinilai", "pnsyangdinilai", "pegawainegerisipilyangdinilai")
PENILAI = ("pejabatpenilai",)
ATASAN = ("atasanpejabatpenilai",)


class Formulir(StrEnum):
    """The three official forms (regulations A.6)."""

    SKP = "SKP"
    PENGUKURAN = "PENGUKURAN"
    PENILAIAN = "PENILAIAN"


def form_of(lembar: Lembar) -> Formulir | None:
    """Return which form a sheet is, None for any other sheet; what it is called does not matter."""
    found = {sel.padat for sel in lembar.cells()}
    if {"orientasipelayanan", "integritas"} <= found and found & {*YANG_DINILAI}:
        return Formulir.PENILAIAN
    if not any(text.startswith(KEGIATAN) for text in found) or "target" not in found:
        return None
    if "realisasi" in found and any(text.startswith("penghitungan") for text in found):
        return Formulir.PENGUKURAN
    if "realisasi" not in found and found & {*PENILAI} and found & {*YANG_DINILAI}:
        return Formulir.SKP
    return None


BARIS_TERBANYAK = 1000
"""No form is longer: a list of thousands is not searched for the headings of one."""


def forms_in(tables: Iterable[Tabel]) -> dict[Formulir, tuple[Lembar, ...]]:
    """Return the sheets of each form; a workbook of one person has one of each."""
    found: dict[Formulir, tuple[Lembar, ...]] = {}
    for tabel in tables:
        if tabel.isi is not None and len(tabel.isi) <= BARIS_TERBANYAK:
            lembar = Lembar(tabel)
            form = form_of(lembar)
            if form is not None:
                found[form] = (*found.get(form, ()), lembar)
    return found


def is_bkn(tables: Iterable[Tabel]) -> bool:
    """Say whether a file is the official SKP workbook of one person."""
    forms: Mapping[Formulir, tuple[Lembar, ...]] = forms_in(tables)
    return bool(forms)
