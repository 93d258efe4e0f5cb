"""The columns and lines of the grid in which the perilaku of many people is judged."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from skp_tui.domain.appraisal import PERILAKU
from skp_tui.domain.number import printed, shown
from skp_tui.services.base.views import Orang
from skp_tui.services.entry import judging
from skp_tui.services.entry.entry import NAMA_KOLOM, Isi
from skp_tui.services.entry.judging import KEPEMIMPINAN, has_mean, is_open, oddity
from skp_tui.ui.screens.entry.isi_rows import NAMES, NUMBER
from skp_tui.ui.screens.judging.model import (
    SIGNED,
    WIDE,
    all_named,
    leading_cells,
    leading_columns,
)
from skp_tui.ui.widgets.grid.grid import Column, Row

SHORT = ("Orient", "Integr", "Komit", "Disip", "Kerja", "Pimpin")
ASPECT = 6
EMPTY_LEADER = "kosong"
"""What stands for kepemimpinan that a structural post still needs: a dash means "does not need"."""
BESIDE_POST: Final = "jabatannya bukan struktural, jadi kepemimpinan tidak dinilai"

OUTCOME: Final = (
    Column("rata", "Rata", 6, align="right", editable=False),
    Column("nilai", "Nilai", 6, align="right", editable=False),
    Column("sebutan", "Sebutan", 11, editable=False),
)
"""What follows from the aspects; a narrow screen has room for the mean only."""


class PerilakuJudging:
    """Judge the aspects of perilaku one after another (regulations A.3)."""

    nama = "Perilaku"
    kolom = PERILAKU
    hint = "Enter turun ke orang berikut"

    def isi(self, orang: Orang) -> Isi:
        """Return the aspects."""
        return orang.penilaian.perilaku

    def is_done(self, orang: Orang) -> bool:
        """Say whether the aspects that everybody needs are filled."""
        return has_mean(orang)

    def is_open(self, orang: Orang, kolom: str) -> bool:
        """Say whether an aspect may be judged."""
        return is_open(orang, kolom)

    def is_asked(self, orang: Orang, kolom: str) -> bool:
        """Say whether an aspect is to be judged."""
        return judging.is_asked(orang, kolom)

    def closed(self, orang: Orang, kolom: str) -> str:
        """Say why an aspect may not be judged."""
        del kolom
        return SIGNED if orang.penilaian.terkunci else BESIDE_POST

    def first_missing(self, people: Iterable[Orang]) -> tuple[str, str] | None:
        """Return the first aspect that somebody lacks."""
        return judging.first_missing(people)

    def words(self, orang: Orang, kolom: str) -> Sequence[str]:
        """Name the aspect with the mean, or what does not fit the post."""
        odd = oddity(orang)
        if odd and kolom == KEPEMIMPINAN:
            return [f"perhatikan: {odd}"]
        mean = f"rata-rata {printed(orang.hasil.rata_rata_perilaku)}"
        aspect = NAMA_KOLOM.get(kolom, "").capitalize()
        return [aspect, mean] if aspect else [mean]

    def told(self, before: Isi, new: Isi, kolom: str, nama: str) -> str:
        """Say nothing: numbers are seen."""
        del before, new, kolom, nama
        return ""

    def columns(self, width: int, people: Sequence[Orang], total: int) -> tuple[Column, ...]:
        """Return the columns for a width: short names of the aspects where people's are cut."""
        if width < WIDE:
            return (*leading_columns(people, total), *_aspects(SHORT), *OUTCOME[:1])
        found = (*leading_columns(people, total), *_aspects(NAMES), *OUTCOME)
        if all_named(found, people, width):
            return found
        return (*leading_columns(people, total), *_aspects(SHORT), *OUTCOME)

    def row(self, orang: Orang, number: int, wide: bool) -> Row:  # noqa: FBT001 - from the store
        """Return the line of one person; a locked one can only be read."""
        hasil, locked = orang.hasil, orang.penilaian.terkunci
        cells: tuple[str, ...] = (
            *leading_cells(orang, number, locked=locked),
            *(_aspect(orang, kolom) for kolom in PERILAKU),
            printed(hasil.rata_rata_perilaku),
        )
        if wide:
            cells = (*cells, hasil.nilai_tampil, hasil.sebutan or "–")
        closed = frozenset(kolom for kolom in PERILAKU if not is_open(orang, kolom))
        warned = oddity(orang) or not has_mean(orang)
        return Row(orang.nip, cells, closed, "muted" if locked else "warning" if warned else "")


def _aspects(titles: Sequence[str]) -> Iterator[Column]:
    for kolom, title in zip(PERILAKU, titles, strict=True):
        yield Column(kolom, title, max(ASPECT, len(title)), align="right", maximum=NUMBER)


def _aspect(orang: Orang, kolom: str) -> str:
    value = orang.penilaian.perilaku.aspek(kolom)
    if value is None and kolom == KEPEMIMPINAN and oddity(orang):
        return EMPTY_LEADER
    return shown(value, "–")
