"""The columns and lines of the four grids of the SKP from 2022 on."""

from typing import Final

from skp_tui.domain.appraisal import Evaluasi
from skp_tui.domain.kinerja import HasilKerja
from skp_tui.rules.regulation import Peraturan
from skp_tui.ui.screens.cells.choice_words import ASPECTS, RATINGS, RESULTS
from skp_tui.ui.screens.cells.kinerja_input import shown_text
from skp_tui.ui.screens.cells.kinerja_kinds import JENIS, Baris, kind_of
from skp_tui.ui.widgets.grid.grid import Choices, Column, Row

HASIL_COLUMNS: Final = (
    Column("no", "No", 4, frozen=True, editable=False),
    Column("uraian", "Hasil kerja dan indikator", 22, frozen=True, flexible=True),
    Column("aspek", "Aspek", 9, pilihan=ASPECTS),
    Column("target", "Target", 13, flexible=True),
    Column("realisasi", "Realisasi", 10),
    Column("bukti", "Bukti dukung", 13, flexible=True),
    Column("umpan_balik", "Umpan balik", 14, flexible=True),
    Column("rencana_pimpinan", "Mendukung", 16),
)
EVALUASI_COLUMNS: Final = (
    Column("periode", "Evaluasi", 13, frozen=True, editable=False),
    Column("hasil_kerja", "Hasil kerja", 11, pilihan=RATINGS),
    Column("perilaku_kerja", "Perilaku kerja", 14, pilihan=RATINGS),
    Column("predikat", "Predikat", 15, editable=False, flexible=True),
)
EKSPEKTASI_COLUMNS: Final = (
    Column("nilai", "Perilaku kerja", 22, frozen=True, editable=False),
    Column("ekspektasi", "Ekspektasi khusus pimpinan", 26, flexible=True),
    Column("umpan_balik", "Umpan balik", 25, flexible=True),
)
LAMPIRAN_COLUMNS: Final = (
    Column("jenis", "Lampiran", 24, frozen=True, editable=False),
    Column("no", "No", 2, align="right", editable=False),
    Column("uraian", "Uraian", 40, flexible=True),
)

_CHOICES: Final[dict[type, dict[str, Choices]]] = {HasilKerja: {JENIS: RESULTS}}


def line_of(
    key: str, isi: Baris, peraturan: Peraturan, columns: tuple[Column, ...], *, locked: bool
) -> Row:
    """Return the line of a row; what it has no cell for stays blank and closed."""
    kind = kind_of(isi)
    own, names = kind.columns, kind.names(isi)
    if isinstance(isi, Evaluasi):
        names = {**names, "predikat": peraturan.predikat_of(isi) or "–"}
    cells = tuple(
        names.get(column.key, shown_text(isi, column.key) if column.key in own else "")
        for column in columns
    )
    closed = frozenset(column.key for column in columns if locked or column.key not in own)
    is_result = isinstance(isi, HasilKerja)
    choices = _CHOICES.get(type(isi), {})
    return Row(key, cells, closed, "strong" if is_result else "", choices)
