"""Pairs of columns that somebody made, offered again for the next file with the same headings."""

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Final, NamedTuple

from skp_tui.exchange.columns.matching import normal
from skp_tui.exchange.columns.proposing import Atas
from skp_tui.exchange.kinds.kinds import Jenis
from skp_tui.exchange.reading.table_model import Mentah
from skp_tui.ui.screens.impor.pairing import Pasangan

FEWEST: Final = 2
"""Headings that a row needs to be known again by them."""


class Dahulu(NamedTuple):
    """The pairs that were used for a file: its name, and the place of each of our columns."""

    berkas: str
    kolom: Mapping[str, int]


Ingatan = MutableMapping[tuple[str, tuple[str, ...]], Dahulu]
"""What was paired in this sitting, by kind and headings."""


def _headings(mentah: Mentah) -> tuple[str, ...]:
    names = [normal(sel) for sel in mentah.sel]
    while names and not names[-1]:
        names.pop()
    return tuple(names) if sum(map(bool, names)) >= FEWEST else ()


def remember(ingatan: Ingatan, jenis: Jenis, berkas: str, sheets: Iterable[Pasangan]) -> None:
    """Keep the pairs of some sheets for files with the same headings."""
    for satu in sheets:
        if judul := _headings(satu.contoh.judul(satu.baris)):
            ingatan[jenis.nama, judul] = Dahulu(berkas, dict(satu.kolom))


def as_before(ingatan: Ingatan, atas: Atas, jenis: Jenis) -> Pasangan | None:
    """Return the pairs of an earlier file with the headings of this sheet, None where is none.

    What was paired, or left alone, then counts as somebody's own choice.
    """
    rows = (mentah for contoh in atas.contoh for mentah in contoh.calon_judul)
    for mentah in rows if ingatan else ():
        found = ingatan.get((jenis.nama, _headings(mentah)))
        if found is not None:
            kolom = dict(found.kolom)
            return Pasangan(atas, mentah.baris, kolom, set(jenis.nama_kolom), found.berkas)
    return None
