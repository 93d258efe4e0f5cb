"""What tells the five kinds of rows of the SKP from 2022 on apart, in one table."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from skp_tui.domain.appraisal import Evaluasi
from skp_tui.domain.evaluasi import NAMA_PERIODE
from skp_tui.domain.kinerja import (
    SEBUTAN_BERAKHLAK,
    SEBUTAN_LAMPIRAN,
    BarisIndikator,
    Ekspektasi,
    HasilKerja,
    Lampiran,
)
from skp_tui.domain.rows import URAIAN
from skp_tui.record import record

Baris = HasilKerja | BarisIndikator | Ekspektasi | Lampiran | Evaluasi
"""One row of the SKP from 2022 on."""

HASIL: Final = "hasil"
EVALUASI: Final = "evaluasi"
EKSPEKTASI: Final = "ekspektasi"
LAMPIRAN: Final = "lampiran"

TARGET: Final = "target"
REALISASI: Final = "realisasi"
JENIS: Final = "aspek"
"""The column in which an indicator has its aspect, and a result its kind."""
PERINGKAT: Final = frozenset({"hasil_kerja", "perilaku_kerja"})
INDENT: Final = " "


@record
class Kind:
    """One kind of row: its grid, its typed cells, what names it.

    ``key`` tells a row apart from its like, those of a part by its number too; ``place`` names it
    inside a sentence; ``names`` are the cells that are read only.
    """

    grid: str
    columns: frozenset[str]
    key: Callable[[Any], tuple[object, ...]]
    place: Callable[[Any], str]
    names: Callable[[Any], Mapping[str, str]]
    of_part: bool = False


def number_of_indicator(baris: BarisIndikator) -> str:
    """Return the numbers of result and indicator: ``1.2``."""
    return f"{baris.no_hasil}.{baris.indikator.no}"


def _period(periode: str) -> str:
    """Name a period inside a sentence: ``tahunan``, ``triwulan I``, ``Maret``."""
    name = NAMA_PERIODE[periode]
    return name if periode.startswith("bulan") else f"{name[0].lower()}{name[1:]}"


_KINDS: Final[Mapping[type[Baris], Kind]] = {
    HasilKerja: Kind(
        HASIL,
        frozenset({URAIAN, JENIS, "rencana_pimpinan"}),
        key=lambda isi: (isi.no,),
        place=lambda isi: f"hasil kerja {isi.no}",
        names=lambda isi: {"no": str(isi.no)},
        of_part=True,
    ),
    BarisIndikator: Kind(
        HASIL,
        frozenset({URAIAN, JENIS, TARGET, REALISASI, "bukti", "umpan_balik"}),
        key=lambda isi: (isi.no_hasil, isi.indikator.no),
        place=lambda isi: f"indikator {number_of_indicator(isi)}",
        names=lambda isi: {
            "no": number_of_indicator(isi),
            URAIAN: f"{INDENT}{isi.indikator.uraian}",
        },
        of_part=True,
    ),
    Evaluasi: Kind(
        EVALUASI,
        PERINGKAT,
        key=lambda isi: (isi.periode,),
        place=lambda isi: f"evaluasi {_period(isi.periode)}",
        names=lambda isi: {"periode": NAMA_PERIODE[isi.periode]},
    ),
    Ekspektasi: Kind(
        EKSPEKTASI,
        frozenset({"ekspektasi", "umpan_balik"}),
        key=lambda isi: (isi.nilai,),
        place=lambda isi: SEBUTAN_BERAKHLAK[isi.nilai].lower(),
        names=lambda isi: {"nilai": SEBUTAN_BERAKHLAK[isi.nilai]},
    ),
    Lampiran: Kind(
        LAMPIRAN,
        frozenset({URAIAN}),
        key=lambda isi: (isi.jenis, isi.no),
        place=lambda isi: f"{SEBUTAN_LAMPIRAN[isi.jenis].lower()} {isi.no}",
        names=lambda isi: {"jenis": SEBUTAN_LAMPIRAN[isi.jenis], "no": str(isi.no)},
    ),
}


def kind_of(isi: Baris) -> Kind:
    """Return what is known of the kind of a row."""
    return _KINDS[type(isi)]


def row_key(nip: str, nomor: int, isi: Baris) -> str:
    """Return the key of a row, different for every person, so that no mark is mixed up."""
    kind = kind_of(isi)
    part = (nomor,) if kind.of_part else ()
    return "/".join(map(str, (nip, *part, *kind.key(isi))))
