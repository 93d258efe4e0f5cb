"""The explanation as lines of text, for the screen, the clipboard and a file alike."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from textwrap import wrap
from typing import Final

from skp_tui.domain.appraisal import Evaluasi, Kegiatan, Perilaku, Tambahan
from skp_tui.domain.kinerja import BarisIndikator, Ekspektasi, HasilKerja
from skp_tui.domain.parts import Isi
from skp_tui.domain.text import clean
from skp_tui.rules.result import TENTANG_PERILAKU, TENTANG_TAMBAHAN, Hasil, Langkah
from skp_tui.services.base.views import Orang
from skp_tui.ui.widgets.grid.paint import GLUE

Line = tuple[str, str]
Steps = tuple[Langkah, ...]
TENTANG: Final[Mapping[type, str]] = {Tambahan: TENTANG_TAMBAHAN, Perilaku: TENTANG_PERILAKU}
LABEL = 15
"""Cells of the one column of labels; a longer label stands on a line of its own."""
INDENT = 2 + LABEL
NUMBER = 11
EQUALS = 3
LEAST = 14
"""Cells of a formula beside its result; with fewer the result stands below it, never cut."""


def heading(orang: Orang) -> str:
    """Return the question that the explanation answers."""
    hasil = orang.hasil
    if hasil.sebutan is None:
        return "Mengapa belum ada nilai?"
    if hasil.nilai_prestasi_kerja is None:
        return f"Mengapa {hasil.sebutan}?"
    return f"Mengapa {hasil.nilai_tampil} ({hasil.sebutan})?"


def explanation(hasil: Hasil, width: int) -> list[Line]:
    """Return the steps as lines with their style, at most ``width`` signs wide."""
    lines = [text for text, _ in _explained(hasil, width)]
    if hasil.kurang:
        lines.append(("Yang masih kurang", "bold"))
        for satu in hasil.kurang:
            lines.extend((text, "") for text in _hanging("  ", satu.pesan, width))
    if hasil.peringatan:
        lines.append(("Perhatikan", "bold"))
        for pesan in hasil.peringatan:
            lines.extend((text, "") for text in _hanging("  ", pesan, width))
    return lines


def line_of(hasil: Hasil, width: int, isi: Isi, bagian: int) -> int:
    """Return the number of the line where what is said of a row begins, 0 where nothing is."""
    about = (
        number
        for number, (_, steps) in enumerate(_explained(hasil, width))
        if steps and all(_is_about(step, isi, bagian) for step in steps)
    )
    return next(about, 0)


def _is_about(step: Langkah, isi: Isi, bagian: int) -> bool:
    """Say whether a step explains a row; that of a result explains its indicators too."""
    if isinstance(isi, BarisIndikator):
        return (step.bagian, step.kegiatan) == (bagian, isi.no_hasil)
    if isinstance(isi, Kegiatan | HasilKerja):
        return (step.bagian, step.kegiatan) == (bagian, isi.no)
    return step.perihal == _perihal(isi) and step.bagian in {None, bagian}


def _perihal(isi: Isi) -> str | None:
    """Name what a row adds to, as the steps name it; of a line of the attachment none tells."""
    if isinstance(isi, Evaluasi):
        return isi.periode
    if isinstance(isi, Ekspektasi):
        return isi.nilai
    return TENTANG.get(type(isi))


def _explained(hasil: Hasil, width: int) -> Iterator[tuple[Line, Steps]]:
    """Yield each line of the steps with those that it is about: a heading with all below it."""
    for dasar, same in groupby(hasil.langkah, key=lambda step: step.dasar):
        steps = tuple(same)
        room = max(NUMBER, *(len(step.hasil) for step in steps))
        for place, group in groupby(steps, key=lambda step: step.tempat):
            yield from _group(place, tuple(group), room, width)
        for text in _hanging(f"{'  Dasar':<{INDENT}}", dasar, width):
            yield (text, "dim"), ()
        yield ("", ""), ()


def _group(place: str, steps: Steps, room: int, width: int) -> Iterator[tuple[Line, Steps]]:
    if place:
        name = clean(steps[0].nama)
        head = f"{place} · {name}" if name else place
        for text in wrap(head, width, subsequent_indent="  "):
            yield (text, "bold"), steps
    for step in steps:
        for written in _step(step, width, "" if place else "bold", room):
            yield written, (step,)


def _hanging(head: str, text: str, width: int) -> list[str]:
    """Break a text so that every line begins where the first one does, after its head."""
    return wrap(text, width, initial_indent=head, subsequent_indent=" " * len(head))


def _step(step: Langkah, width: int, style: str, number_room: int) -> Iterator[Line]:
    """Write label, formula and result in columns, all lines of a long formula in one weight."""
    label = step.hal
    if len(label) >= LABEL:
        yield f"  {label}", style
        label = ""
    beside = width - INDENT - (number_room + EQUALS if step.hasil else 0)
    below = bool(step.hasil) and beside < LEAST
    room = width - INDENT if below else beside
    formula = _broken(clean(step.rumus), room) or ([] if below else [""])
    if below:
        formula.append(f"= {step.hasil}")
    for number, text in enumerate(formula):
        head = f"  {label}" if number == 0 else ""
        body = f"{head:<{INDENT}}{text:<{room}}"
        if number == len(formula) - 1 and step.hasil and not below:
            body = f"{body} = {step.hasil:>{number_room}}"
        yield body.rstrip(), style


def _broken(formula: str, room: int) -> list[str]:
    """Break a formula before a bracket rather than inside it, where the bracket fits on a line."""
    kept, depth, begun = list(formula), 0, 0
    for place, sign in enumerate(formula):
        if sign == "(":
            begun = begun if depth else place
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
            if not depth and place - begun < room:
                kept[begun : place + 1] = formula[begun : place + 1].replace(" ", GLUE)
    return [text.replace(GLUE, " ") for text in wrap("".join(kept), room)]
