"""The explanation as lines of text, for the screen, the clipboard and a file alike."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from skp_tui.domain.text import clean
from skp_tui.rules.result import Hasil, Langkah
from skp_tui.services.views import Orang

Line = tuple[str, str]
LABEL = 12
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
        lines.extend((text, "dim") for text in wrap(f"Dasar: {dasar}", width, initial_indent="  "))
        lines.append(("", ""))
    if hasil.kurang:
        lines.append(("Yang masih kurang", "bold"))
        lines.extend((f"  {satu.pesan}", "") for satu in hasil.kurang)
    if hasil.peringatan:
        lines.append(("Perhatikan", "bold"))
        for pesan in hasil.peringatan:
            wrapped = wrap(pesan, width, initial_indent="  ", subsequent_indent="  ")
            lines.extend((text, "") for text in wrapped)
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
        yield from ((text, "bold") for text in wrap(head, width))
    for step in steps:
        yield from _step(step, width, "" if place else "bold", room)


def _step(step: Langkah, width: int, style: str, number_room: int) -> Iterator[Line]:
    """Write label, formula and result in columns; a long formula takes several lines."""
    label = step.hal
    indent = 2 + max(LABEL, len(label) + 1)
    room = max(8, width - indent - (number_room + EQUALS if step.hasil else 0))
    formula = wrap(clean(step.rumus), room) or [""]
    for number, text in enumerate(formula):
        head = f"  {label}" if number == 0 else ""
        body = f"{head:<{indent}}{text:<{room}}"
        if number == len(formula) - 1 and step.hasil:
            body = f"{body} = {step.hasil:>{number_room}}"
        yield body.rstrip(), style if number == 0 or number == len(formula) - 1 else ""
