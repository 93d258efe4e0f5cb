"""The explanation as lines of text, for the screen, the clipboard and a file alike."""

from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

from skp_tui.domain.text import clean
from skp_tui.rules.result import Hasil, Langkah
from skp_tui.services.views import Orang

Line = tuple[str, str]
LABEL = 12
RESULT = 14
NUMBER = 11


def heading(orang: Orang) -> str:
    """Return the question that the explanation answers."""
    hasil = orang.hasil
    if hasil.sebutan is None:
        return "Mengapa belum ada nilai?"
    return f"Mengapa {hasil.nilai_tampil} ({hasil.sebutan})?"


def explanation(hasil: Hasil, width: int) -> list[Line]:
    """Return the steps as lines with their style, at most ``width`` signs wide."""
    if not hasil.langkah:
        return [("Belum ada yang dapat dijelaskan: peraturan tahun ini belum tersedia.", "")]
    lines: list[Line] = []
    for dasar, steps in groupby(hasil.langkah, key=lambda step: step.dasar):
        for place, group in groupby(steps, key=_place):
            lines.extend(_group(place, list(group), hasil, width))
        lines.extend((text, "dim") for text in wrap(f"Dasar: {dasar}", width, initial_indent="  "))
        lines.append(("", ""))
    if hasil.kurang:
        lines.append(("Yang masih kurang", "bold"))
        lines.extend((f"  {satu.pesan}", "") for satu in hasil.kurang)
    return lines


def _place(step: Langkah) -> str:
    """Return what the step is about without its aspect: ``Kegiatan 3`` of ``Kegiatan 3, waktu``."""
    return step.uraian.rpartition(", ")[0]


def _group(place: str, steps: list[Langkah], hasil: Hasil, width: int) -> Iterator[Line]:
    if place:
        yield from ((text, "bold") for text in wrap(f"{place}{_named(place, hasil)}", width))
    for step in steps:
        label = step.uraian.rpartition(", ")[2]
        yield from _step(label, step, width, "" if place else "bold")


def _named(place: str, hasil: Hasil) -> str:
    """Add what the activity is; its number says where it stands."""
    words = place.casefold().split()
    part = int(words[1].rstrip(",")) if words[0] == "bagian" else None
    number = int(words[-1])
    for bagian in hasil.bagian:
        if part in {None, bagian.nomor}:
            for kegiatan in bagian.kegiatan:
                if kegiatan.no == number:
                    return f" · {clean(kegiatan.uraian)}"
    return ""


def _step(label: str, step: Langkah, width: int, style: str) -> Iterator[Line]:
    """Write label, formula and result in columns; a long formula takes several lines."""
    indent = 2 + max(LABEL, len(label) + 1)
    room = max(8, width - indent - RESULT)
    formula = wrap(clean(step.rumus), room) or [""]
    for number, text in enumerate(formula):
        head = f"  {label}" if number == 0 else ""
        body = f"{head:<{indent}}{text:<{room}}"
        if number == len(formula) - 1:
            body = f"{body} = {step.hasil:>{NUMBER}}"
        yield body.rstrip(), style if number == 0 or number == len(formula) - 1 else ""
