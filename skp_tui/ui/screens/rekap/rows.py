"""The three lists of the recap: their columns, and what each line says."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from skp_tui.domain.number import printed
from skp_tui.domain.recap import Rekap
from skp_tui.services.recap.raters import Penilai
from skp_tui.services.recap.tren import Titik, unfolded
from skp_tui.ui.screens.unit.head import bar, percent
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.grid.model import Mark

NAMES: Final[Mapping[str, str]] = {"unit": "Unit", "tahun": "Tahun", "penilai": "Penilai"}
EMPTY: Final[Mapping[str, str]] = {
    "unit": "Belum ada unit. Esc kembali, lalu O: unit ditambah di sana.",
    "tahun": "Belum ada tahun yang tersimpan. Esc kembali, lalu O dan Tab: tahun dibuat di sana.",
    "penilai": (
        "Belum ada pegawai yang wajib dinilai di unit ini. "
        "Esc kembali, lalu Ctrl+N menambah pegawai."
    ),
}
COUNTING: Final = "Menghitung…"
NO_MATCH: Final = "Tidak ada yang cocok. Esc menampilkan semua."
GROUP: Final = "MINIMAL BAIK"
SPREAD: Final = "SEBARAN"
BAR: Final = 10
FROZEN_BELOW: Final = 80
BAR_FROM: Final = 100
WORDS_FROM: Final = 120
READING: Final = "…"
"""Stands for the figures of a year that is still to be read."""
CHANGED: Final = "*"
"""Stands before a regulation that is another one than in the row above."""
LONGEST: Final = 6
"""Letters from which a word of a category is shortened where there is little room."""

_COUNTS: Final = (
    Column("wajib", "Wajib", 5, align="right"),
    Column("dinilai", "Dinilai", 7, align="right"),
)
_SHARES: Final = (
    Column("cakupan", "Cakupan", 8, align="right"),
    Column("dari_wajib", "wajib", 8, GROUP, "right"),
    Column("dari_dinilai", "dinilai", 8, GROUP, "right"),
)
"""The three figures, always together (regulations D)."""
_BAR: Final = Column("bagan", "dari wajib", BAR, GROUP)
"""Draws the share of all due."""


def unit_columns(width: int) -> tuple[Column, ...]:
    """Return the columns of the unit tree; names of units are long, so the bar gives way first."""
    name = Column("unit", "Unit", 20, frozen=width < FROZEN_BELOW, flexible=True)
    return (name, *_COUNTS, *_SHARES, *([_BAR] if width >= BAR_FROM else []))


def year_columns(width: int) -> tuple[Column, ...]:
    """Return the columns of the trend, which the bars make visible; counts give way first."""
    narrow = width < FROZEN_BELOW
    return (
        Column("tahun", "Tahun", 9, frozen=narrow),
        Column("peraturan", "  Peraturan", 20, flexible=True),
        *(_COUNTS if width >= BAR_FROM else _COUNTS[:1]),
        *_SHARES,
        _BAR,
    )


def rater_columns(width: int, kategori: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of the appraisers; each category has its own, in words where they fit."""
    wide = width >= WORDS_FROM
    titles = [nama if wide else shortened(nama) for nama in kategori]
    return (
        Column("penilai", "Penilai", 18, frozen=width < FROZEN_BELOW, flexible=True),
        Column("orang", "Orang", 5, align="right"),
        Column("dinilai", "Dinilai", 7, align="right"),
        Column("dari_dinilai", "Min.Baik", 8, align="right"),
        *([Column("rata", "Rata-rata", 9, align="right")] if wide else []),
        *(
            Column(f"k{place}", title, max(4, len(title)), SPREAD, "right")
            for place, title in enumerate(titles)
        ),
    )


def shortened(nama: str) -> str:
    """Shorten a category: ``Sangat Baik`` is ``S.Baik``, ``Butuh Perbaikan`` is ``B.Perb.``."""
    *first, last = nama.split()
    word = last if len(last) <= LONGEST else f"{last[:4]}."
    return "".join([*(f"{satu[0]}." for satu in first), word])


def unit_rows(rekap: Rekap, columns: Sequence[Column]) -> list[Row]:
    """Return a line for the unit and each below it, as a tree."""
    return [
        _row(satu.unit, {"unit": f"{'  ' * depth}{satu.nama_unit}"}, satu, columns)
        for satu, depth in unfolded(rekap)
    ]


def year_rows(points: Iterable[Titik], columns: Sequence[Column]) -> list[Row]:
    """Return a line for each year, and one for years in a row of which nothing is stored."""
    return [_year(titik, columns) for titik in points]


def _year(titik: Titik, columns: Sequence[Column]) -> Row:
    key = str(titik.dari)
    if not titik.peraturan:
        years = key if titik.dari == titik.sampai else f"{key}-{titik.sampai}"
        texts = {"tahun": years, "peraturan": "  belum ada data"}
        return Row(key, tuple(texts.get(column.key, "") for column in columns), mark="muted")
    law = f"{CHANGED if titik.sebelum else ' '} {titik.peraturan}"
    names = {"tahun": key, "peraturan": law}
    return _row(key, names, titik.rekap, columns, "–" if titik.terbaca else READING)


def _row(
    key: str,
    names: Mapping[str, str],
    rekap: Rekap | None,
    columns: Sequence[Column],
    without: str = "–",
) -> Row:
    """Return a line with the figures of a recap; what nobody can count is a dash."""
    cells = {**({} if rekap is None else shares(rekap)), **names}
    texts = tuple(cells.get(column.key, without) for column in columns)
    return Row(key, texts, mark="muted" if rekap is None else mark_of(rekap))


def rater_rows(penilai: Iterable[Penilai], columns: Sequence[Column]) -> list[Row]:
    """Return a line for each appraiser."""
    return [_rater(satu, columns) for satu in penilai]


def _rater(penilai: Penilai, columns: Sequence[Column]) -> Row:
    rekap = penilai.rekap
    cells = {
        "penilai": penilai.pejabat.nama,
        "orang": str(rekap.jumlah_pegawai),
        "dinilai": str(rekap.dinilai),
        "dari_dinilai": percent(rekap.persen_dari_dinilai),
        "rata": printed(penilai.rata_rata),
        **{f"k{place}": str(many) for place, many in enumerate(rekap.sebaran.values())},
    }
    texts = tuple(cells[column.key] for column in columns)
    return Row(penilai.kunci, texts, mark=mark_of(rekap))


def shares(rekap: Rekap) -> dict[str, str]:
    """Return the figures of a line by column, with the bar of the one for all due."""
    return {
        "wajib": str(rekap.wajib_dinilai),
        "dinilai": str(rekap.dinilai),
        "cakupan": percent(rekap.cakupan),
        "dari_dinilai": percent(rekap.persen_dari_dinilai),
        "dari_wajib": percent(rekap.persen_dari_wajib),
        "bagan": bar(rekap.minimal_baik, rekap.wajib_dinilai),
    }


def mark_of(rekap: Rekap) -> Mark:
    """Return how a line is marked: nobody due is muted, somebody not appraised a warning."""
    if not rekap.wajib_dinilai:
        return "muted"
    return "warning" if rekap.belum_dinilai else ""
