"""Turns what was typed into a cell into the row as it would stand, or into the reason why not."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from skp_tui.domain.appraisal import Kegiatan, Perilaku, Tambahan, Tingkat
from skp_tui.domain.kinerja import BarisIndikator, HasilKerja
from skp_tui.domain.number import editable, shown
from skp_tui.domain.rows import lacks_target, value_of
from skp_tui.domain.validity import odd_measures
from skp_tui.rules.pp46_odd import odd_amounts
from skp_tui.rules.target import odd_outcome
from skp_tui.services.entry.entry import NAMA_KOLOM, Isi, faults_of
from skp_tui.ui.screens.cells import kinerja_input
from skp_tui.ui.screens.cells.kinerja_kinds import Baris
from skp_tui.ui.screens.cells.typed import CLEARING, Refusal, typed_number, typed_words

__all__ = [
    "Refusal", "along_words", "cause", "changed", "changed_by", "columns_of", "copy_text",
    "edit_text", "odd", "place_words", "shown_text", "shown_waktu", "split_waktu",
]  # fmt: skip

WAKTU: Final = "target_waktu"
BULAN: Final = "bulan"
MOST_WORDS: Final = 20
CUT: Final = 40

_SHORT: Final[Mapping[str, str]] = {"bulan": "bln", "minggu": "mgg", "tahun": "thn"}
_LONG: Final[Mapping[str, str]] = {
    **{short: whole for whole, short in _SHORT.items()},
    "mg": "minggu",
    "hr": "hari",
    "th": "tahun",
}


def changed(isi: Isi, kolom: str, text: str) -> Isi:
    """Return the row with one cell changed; raises Refusal.

    A fault that the change brings into another cell refuses it too: a target cannot go while its
    outcome stands.
    """
    new = _changed(isi, kolom, text)
    faults, before = _faults_of_change(isi, new), faults_of(isi)
    fresh = {name: pesan for name, pesan in faults.items() if before.get(name) != pesan}
    if pesan := faults.get(kolom) or next(iter(fresh.values()), None):
        raise Refusal(pesan)
    return new


def changed_by(isi: Isi, texts: Mapping[str, str]) -> tuple[Isi, dict[str, str]]:
    """Return the row with many cells changed at once, and why some of them cannot be, by column.

    The row is judged as it would stand in the end, so that target and outcome may go together.
    Here ``-`` clears a text too, as in a file.
    """
    new, reasons = isi, dict[str, str]()
    for kolom, text in texts.items():
        try:
            new = _changed(new, kolom, "" if text in CLEARING else text)
        except Refusal as refusal:
            reasons[kolom] = str(refusal)
    before = faults_of(isi)
    for name, pesan in _faults_of_change(isi, new).items():
        follows = name.replace("realisasi", "target") in reasons
        if not follows and (name in texts or before.get(name) != pesan):
            reasons.setdefault(name, pesan)
    return new, reasons


def _faults_of_change(before: Isi, new: Isi) -> dict[str, str]:
    """Return the faults of a changed row; an outcome whose target went has another remedy."""
    faults = faults_of(new)
    return faults | {name: _stands(before, name) for name in faults if _loses(before, new, name)}


def _loses(before: Isi, new: Isi, kolom: str) -> bool:
    """Say whether a change takes the target of an outcome that stands away."""
    outcome = value_of(before, kolom)
    stands = outcome is not None and outcome == value_of(new, kolom)
    return stands and lacks_target(new, kolom) and not lacks_target(before, kolom)


def _stands(isi: Isi, kolom: str) -> str:
    outcome = value_of(isi, kolom)
    told = shown(outcome) if isinstance(outcome, Decimal) else "terisi"
    name = NAMA_KOLOM.get(kolom, kolom)
    return f"{name} masih {told}; kosongkan dahulu, atau biarkan targetnya"


def _changed(isi: Isi, kolom: str, text: str) -> Isi:
    if isinstance(isi, Baris):
        return kinerja_input.typed_row(isi, kolom, text)
    if isinstance(isi, Perilaku):
        return replace(isi, **{kolom: typed_number(text)})
    if isinstance(isi, Tambahan):
        return _tambahan(isi, kolom, text)
    if kolom in {"uraian", "satuan"}:
        return replace(isi, **{kolom: typed_words(kolom, text)})  # type: ignore[arg-type]  # a text
    if kolom == WAKTU:
        number, unit = split_waktu(text)
        kept = isi.satuan_waktu if unit is None else unit
        return replace(isi, target_waktu=typed_number(number), satuan_waktu=kept)
    value = typed_number(text, money=kolom.endswith("biaya"))
    return replace(isi, **{kolom: value})  # type: ignore[arg-type]  # a number column


def _tambahan(isi: Tambahan, kolom: str, text: str) -> Tambahan:
    if kolom == "uraian":
        return replace(isi, uraian=typed_words(kolom, text))
    begin = text.strip().casefold()
    found = next((level for level in Tingkat if begin and level.startswith(begin)), None)
    if found is None:
        raise Refusal("tulis unit, organisasi atau negara; huruf pertamanya cukup")
    return replace(isi, tingkat=found)


def split_waktu(text: str) -> tuple[str, str | None]:
    """Split ``6 minggu`` into number and unit of time; without a word the unit stays as it was."""
    start = next((place for place, sign in enumerate(text) if sign.isalpha()), None)
    if start is None:
        return text, None
    number, word = text[:start].strip(), text[start:].strip().casefold().rstrip(".")
    if not number or len(word) > MOST_WORDS:
        # a word alone would clear the target
        raise Refusal("tulis misalnya 12, 12 bln atau 30 hari")
    return number, _LONG.get(word, word)


def shown_waktu(kegiatan: Kegiatan) -> str:
    """Write the target of time with its unit, shortened."""
    if kegiatan.target_waktu is None:
        return "–"
    unit = kegiatan.satuan_waktu
    return f"{shown(kegiatan.target_waktu)} {_SHORT.get(unit, unit)}"


def edit_text(isi: Isi, kolom: str) -> str:
    """Return what editing a cell begins with."""
    if isinstance(isi, Baris):
        return kinerja_input.given_text(isi, kolom)
    value: object = getattr(isi, kolom, None)
    if isinstance(isi, Kegiatan) and kolom == WAKTU and isi.satuan_waktu != BULAN and value:
        return f"{editable(isi.target_waktu)} {isi.satuan_waktu}"
    if isinstance(value, Decimal):
        return editable(value)
    return "" if value is None else str(value)


def copy_text(isi: Isi, kolom: str) -> str:
    """Return what a cell gives to another one: its whole value, so a time with its unit."""
    if isinstance(isi, Kegiatan) and kolom == WAKTU and isi.target_waktu is not None:
        unit = isi.satuan_waktu
        return f"{editable(isi.target_waktu)} {_SHORT.get(unit, unit)}"
    return edit_text(isi, kolom)


def shown_text(isi: Isi, kolom: str) -> str:
    """Return what a cell shows: a dash where nothing was entered."""
    if isinstance(isi, Baris):
        return kinerja_input.shown_text(isi, kolom)
    if isinstance(isi, Kegiatan) and kolom == WAKTU:
        return shown_waktu(isi)
    value: object = getattr(isi, kolom, None)
    return shown(value) if isinstance(value, Decimal) else str(value or "–")


def odd(isi: Isi) -> dict[str, str]:
    """Return what is asked by column: amounts that can hardly be, texts that hide a number."""
    if isinstance(isi, BarisIndikator):
        # what a text hides says more than that it is one
        return {**odd_outcome(isi.indikator), **odd_measures(isi.indikator)}
    return odd_amounts(isi) if isinstance(isi, Kegiatan) else {}


def columns_of(isi: Isi, kolom: str) -> frozenset[str]:
    """Return the stored columns that a cell changes."""
    if isinstance(isi, Baris):
        return kinerja_input.columns_of(isi, kolom)
    return frozenset({WAKTU, "satuan_waktu"}) if kolom == WAKTU else frozenset({kolom})


def cause(isi: Isi, kolom: str, old: str, new: str, nama: str) -> str:
    """Return what trail and undo call the change of a cell."""
    words = NAMA_KOLOM.get(kolom, kolom)
    return f"{words}{place_words(isi)} {nama}: {_brief(old)} → {_brief(new)}"


def place_words(isi: Isi) -> str:
    """Name the row of a change."""
    if isinstance(isi, Baris):
        return kinerja_input.place_words(isi)
    if isinstance(isi, Kegiatan):
        return f" kegiatan {isi.no}"
    if isinstance(isi, Tambahan):
        return f" {isi.jenis.replace('_', ' ')} {isi.no}"
    return ""


def along_words(isi: Isi) -> str:
    """Name what goes with a row when it is removed."""
    return "indikatornya" if isinstance(isi, HasilKerja) else "catatan kemajuannya"


def _brief(text: str) -> str:
    if len(text) <= CUT:
        return text or "kosong"
    return f"{text[: CUT - 1]}…"
