"""Turns what was typed into a cell of the SKP from 2022 on into the row as it would stand."""

from decimal import Decimal

from skp_tui.domain.appraisal import ASPEK, Evaluasi, Peringkat
from skp_tui.domain.kinerja import BarisIndikator, HasilKerja, JenisHasil, Ukuran
from skp_tui.domain.number import NumberError
from skp_tui.domain.rows import value_of, with_values
from skp_tui.domain.ukuran import editable_ukuran, parse_ukuran, shown_ukuran, with_unit
from skp_tui.ui.screens.cells.choice_words import ASPECTS, PERINGKAT_SINGKAT, RATINGS, RESULTS
from skp_tui.ui.screens.cells.kinerja_kinds import JENIS, REALISASI, TARGET, Baris, kind_of
from skp_tui.ui.screens.cells.typed import CLEARING, Refusal, typed_words
from skp_tui.ui.widgets.grid.choice import choice_of_text


def typed_row(isi: Baris, kolom: str, text: str) -> Baris:
    """Return the row with one cell changed; raises Refusal."""
    if kolom not in kind_of(isi).columns:
        if text and text not in CLEARING:
            raise Refusal(f"kolom ini tidak diisi pada baris{place_words(isi)}")
        return isi
    if isinstance(isi, BarisIndikator) and kolom in {TARGET, REALISASI, JENIS}:
        return _indicator(isi, kolom, text)
    values: dict[str, object] = {kolom: typed_words(kolom, text)}
    if isinstance(isi, HasilKerja) and kolom == JENIS:
        values = {"jenis": _kind(text)}
    elif isinstance(isi, Evaluasi):
        values = {kolom: _rating(text)}
    new = with_values(isi, values)
    assert isinstance(new, Baris)  # noqa: S101 - the kind of row stays, which no type says
    return new


def _indicator(isi: BarisIndikator, kolom: str, text: str) -> BarisIndikator:
    if kolom == TARGET:
        target, satuan = _target(text, isi.indikator.satuan)
        values: dict[str, object] = {TARGET: target, "satuan": satuan}
    elif kolom == REALISASI:
        values = {REALISASI: _outcome(text, isi)}
    else:
        values = {JENIS: _aspect(text)}
    new = with_values(isi, values)
    assert isinstance(new, BarisIndikator)  # noqa: S101 - the kind of row stays
    return new


def _target(text: str, before: str) -> tuple[Ukuran | None, str]:
    """Read ``12 laporan`` as number and unit; a bare number keeps the unit that there was."""
    if not text or text in CLEARING:
        return None, ""
    parted = with_unit(text)
    if parted is not None:
        return _measure(parted[0]), parted[1]
    measure = _measure(text)
    return measure, before if isinstance(measure, Decimal) else ""


def _outcome(text: str, isi: BarisIndikator) -> Ukuran | None:
    """Read an outcome; it counts what its target counts, so another unit is refused."""
    if not text or text in CLEARING:
        return None
    parted, satuan = with_unit(text), isi.indikator.satuan
    if parted is None or not isinstance(isi.indikator.target, Decimal):
        return _measure(text)
    if parted[1].casefold() != satuan.casefold():
        counted = f"targetnya dalam {satuan}" if satuan else "targetnya tanpa satuan"
        raise Refusal(f"{counted}; tulis angkanya saja, atau ubah targetnya dahulu")
    return _measure(parted[0])


def _measure(text: str) -> Ukuran:
    try:
        return parse_ukuran(text, ",")
    except NumberError as error:
        raise Refusal(str(error)) from None


def _aspect(text: str) -> str:
    found = choice_of_text(ASPECTS, text)
    if found is None:
        raise Refusal(f"tulis {', '.join(ASPEK[:-1])} atau {ASPEK[-1]}")
    return found.text


def _kind(text: str) -> JenisHasil:
    found = choice_of_text(RESULTS, text)
    if found is None:
        raise Refusal("tulis utama atau tambahan")
    return JenisHasil(found.text)


def _rating(text: str) -> Peringkat | None:
    if not text or text in CLEARING:
        return None
    found = choice_of_text(RATINGS, text)
    if found is None:
        raise Refusal("pilih 1 di atas, 2 sesuai atau 3 di bawah ekspektasi")
    return next(rating for rating, words in PERINGKAT_SINGKAT.items() if words == found.text)


# What a cell gives and shows


def given_text(isi: Baris, kolom: str) -> str:
    """Return the whole value of a cell as it is typed: a target with its unit."""
    if isinstance(isi, BarisIndikator) and kolom == TARGET:
        satuan = isi.indikator.satuan if isinstance(isi.indikator.target, Decimal) else ""
        return f"{editable_ukuran(isi.indikator.target)} {satuan}".strip()
    value = value_of(isi, "jenis" if isinstance(isi, HasilKerja) and kolom == JENIS else kolom)
    if isinstance(value, Peringkat):
        return PERINGKAT_SINGKAT[value]
    if isinstance(value, Decimal):
        return editable_ukuran(value)
    return "" if value is None else str(value)


def shown_text(isi: Baris, kolom: str) -> str:
    """Return what a cell shows: a dash where nothing was entered."""
    if isinstance(isi, BarisIndikator) and kolom == TARGET:
        return shown_ukuran(isi.indikator.target, isi.indikator.satuan, "–")
    value = value_of(isi, kolom)
    if isinstance(value, Decimal):
        return shown_ukuran(value)
    return given_text(isi, kolom) or "–"


def place_words(isi: Baris) -> str:
    """Name the row of a change."""
    return f" {kind_of(isi).place(isi)}"


def columns_of(isi: Baris, kolom: str) -> frozenset[str]:
    """Return the stored columns that a cell changes."""
    if isinstance(isi, BarisIndikator) and kolom == TARGET:
        return frozenset({TARGET, "satuan"})
    return frozenset({"jenis" if isinstance(isi, HasilKerja) and kolom == JENIS else kolom})
