"""One row of what is entered, whatever its kind: its values by column, its number."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from skp_tui.domain.kinerja import BarisIndikator
from skp_tui.domain.parts import Isi

URAIAN: Final = "uraian"
"""The words with which a row begins, where it has any."""


def value_of(isi: Isi, kolom: str) -> object:
    """Return what a row holds in a column, None where nothing or where it has no such column."""
    held = isi.indikator if isinstance(isi, BarisIndikator) else isi
    value: object = getattr(held, kolom, None)
    return value


def lacks_target(isi: Isi, kolom: str) -> bool:
    """Say whether a column is an outcome into which nothing may be entered before its target."""
    target = kolom.replace("realisasi", "target")
    return target != kolom and value_of(isi, target) is None


def with_values(isi: Isi, values: Mapping[str, object]) -> Isi:
    """Return the row with some of its columns changed."""
    if isinstance(isi, BarisIndikator):
        return replace(isi, indikator=replace(isi.indikator, **values))  # type: ignore[arg-type]  # by name
    return replace(isi, **values)  # type: ignore[arg-type]  # by name


def number_of(isi: Isi) -> int | None:
    """Return the number of a row, None for one of which there is one only."""
    no = value_of(isi, "no")
    return no if isinstance(no, int) else None


def is_unwritten(isi: Isi) -> bool:
    """Say whether a row that begins with words has none yet, so that it cannot be stored."""
    return value_of(isi, URAIAN) == ""
