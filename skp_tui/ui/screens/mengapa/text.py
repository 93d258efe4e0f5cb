"""The explanation as lines of text, for the screen, the clipboard and a file alike."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from skp_tui.domain.text import clean
from skp_tui.rules.result import Hasil, Langkah
from skp_tui.services.views import Orang
from skp_tui.ui.widgets.grid.paint import GLUE

Line = tuple[str, str]
LABEL = 15
"""Cells of the one column of labels; a longer label stands on a line of its own."""
INDENT = 2 + LABEL
NUMBER = 11
EQUALS = 3


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
    lines: list[Line] = []
    for dasar, same in groupby(hasil.langkah, key=lambda step: step.dasar):
        steps = tuple(same)
        room = max(NUMBER, *(len(step.hasil) for step in steps))
        for place, group in groupby(steps, key=lambda step: step.tempat):
            lines.extend(_group(place, list(group), room, width))
        lines.extend((text, "dim") for text in _hanging(f"{'  Dasar':<{INDENT}}", dasar, width))
        lines.append(("", ""))
    if hasil.kurang:
        lines.append(("Yang masih kurang", "bold"))
        for satu in hasil.kurang:
            lines.extend((text, "") for text in _hanging("  ", satu.pesan, width))
    if hasil.peringatan:
        lines.append(("Perhatikan", "bold"))
        for pesan in hasil.peringatan:
            lines.extend((text, "") for text in _hanging("  ", pesan, width))
    return lines


def line_of(lines: Sequence[Line], hasil: Hasil, bagian: int, kegiatan: int) -> int:
    """Return the number of the line where the steps of one activity begin, 0 where it has none."""
    place = next(
        (
            step.tempat
            for step in hasil.langkah
            if (step.bagian, step.kegiatan) == (bagian, kegiatan)
        ),
        None,
    )
    heads = (number for number, (text, _) in enumerate(lines) if text.startswith(f"{place} · "))
    return 0 if place is None else next(heads, 0)


def _group(place: str, steps: list[Langkah], room: int, width: int) -> Iterator[Line]:
    if place:
        name = clean(steps[0].nama)
        head = f"{place} · {name}" if name else place
        yield from ((text, "bold") for text in wrap(head, width, subsequent_indent="  "))
    for step in steps:
        yield from _step(step, width, "" if place else "bold", room)


def _hanging(head: str, text: str, width: int) -> list[str]:
    """Break a text so that every line begins where the first one does, after its head."""
    return wrap(text, width, initial_indent=head, subsequent_indent=" " * len(head))


def _step(step: Langkah, width: int, style: str, number_room: int) -> Iterator[Line]:
    """Write label, formula and result in columns, all lines of a long formula in one weight."""
    label = step.hal
    if len(label) >= LABEL:
        yield f"  {label}", style
        label = ""
    room = max(8, width - INDENT - (number_room + EQUALS if step.hasil else 0))
    formula = _broken(clean(step.rumus), room) or [""]
    for number, text in enumerate(formula):
        head = f"  {label}" if number == 0 else ""
        body = f"{head:<{INDENT}}{text:<{room}}"
        if number == len(formula) - 1 and step.hasil:
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
