"""The columns and lines of the grid in which both ratings of many people are chosen."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from skp_tui.domain.appraisal import TAHUNAN, Evaluasi
from skp_tui.domain.evaluasi import NAMA_PERIODE, SINGKAT_PERIODE, evaluasi_of
from skp_tui.record import record
from skp_tui.rules.permenpanrb6_words import NAMA_PERINGKAT
from skp_tui.rules.target import Terpenuhi, terpenuhi
from skp_tui.services.base.views import Orang
from skp_tui.services.entry import rating
from skp_tui.services.entry.entry import Isi
from skp_tui.ui.screens.cells.choice_words import PERINGKAT_SINGKAT, RATINGS, replaced_rating
from skp_tui.ui.screens.judging.model import SIGNED, WIDE, leading_cells, leading_columns
from skp_tui.ui.widgets.grid.grid import Column, Row

FEW_BEFORE: Final = 4
"""Earlier periods that are named at most, the newest ones."""


@record
class EvaluasiJudging:
    """Choose both ratings of one period (regulations C)."""

    periode: str = TAHUNAN

    kolom: ClassVar[Sequence[str]] = rating.PERINGKAT
    hint: ClassVar[str] = "Satu tombol memilih lalu turun; Ctrl+G periode lain"

    @property
    def nama(self) -> str:
        """Return the name of the screen with the period."""
        return f"Evaluasi {NAMA_PERIODE[self.periode]}"

    def of(self, orang: Orang) -> Evaluasi:
        """Return the evaluation of the period."""
        return evaluasi_of(orang.penilaian, self.periode)

    def isi(self, orang: Orang) -> Isi:
        """Return both ratings."""
        return self.of(orang)

    def is_done(self, orang: Orang) -> bool:
        """Say whether both ratings are chosen."""
        return rating.is_rated(orang, self.periode)

    def is_open(self, orang: Orang, kolom: str) -> bool:
        """Say whether a rating may be chosen."""
        del kolom
        return rating.is_open(orang)

    def is_asked(self, orang: Orang, kolom: str) -> bool:
        """Say whether a rating is to be chosen, or may be chosen anew."""
        return kolom in self.kolom and rating.is_open(orang)

    def closed(self, orang: Orang, kolom: str) -> str:
        """Say why a rating may not be chosen."""
        del orang, kolom
        return SIGNED

    def first_missing(self, people: Iterable[Orang]) -> tuple[str, str] | None:
        """Return the first rating that somebody lacks."""
        return rating.first_unrated(people, self.periode)

    def words(self, orang: Orang, kolom: str) -> Sequence[str]:
        """Name the rating, with what helps to choose it."""
        parts = [NAMA_PERINGKAT[kolom].capitalize()] if kolom in NAMA_PERINGKAT else []
        if kolom == "hasil_kerja":
            found = target_words(terpenuhi(orang.penilaian))
            parts += found if self.periode == TAHUNAN else [f"setahun: {found[0]}", *found[1:]]
        elif kolom == "perilaku_kerja" and orang.penilaian.catatan_perilaku:
            parts.append(f"{orang.penilaian.catatan_perilaku} catatan perilaku")
        before = rating.rated_before(orang, self.periode)[-FEW_BEFORE:]
        parts += [f"{SINGKAT_PERIODE[periode]} {sebutan}" for periode, sebutan in reversed(before)]
        return parts

    def told(self, before: Isi, new: Isi, kolom: str, nama: str) -> str:
        """Say whose rating was replaced."""
        return replaced_rating(before, new, kolom, nama)

    def columns(self, width: int, people: Sequence[Orang], total: int) -> tuple[Column, ...]:
        """Return the columns for a width; where there is room the last earlier predikat too."""
        wide = width >= WIDE
        found = (
            *leading_columns(people, total),
            Column("hasil_kerja", "Hasil kerja" if wide else "Hasil", 11 if wide else 8,
                   pilihan=RATINGS),
            Column("perilaku_kerja", "Perilaku kerja" if wide else "Perilaku", 14 if wide else 8,
                   pilihan=RATINGS),
            Column("predikat", "Predikat", 15, editable=False),
            # the targets are of the year, whatever period is rated
            Column("target", "Target" if self.periode == TAHUNAN else "Setahun", 7,
                   align="right", editable=False),
        )  # fmt: skip
        if not wide:
            return found
        return (*found, Column("sebelumnya", "Sebelumnya", 22, editable=False))

    def row(self, orang: Orang, number: int, wide: bool) -> Row:  # noqa: FBT001 - from the store
        """Return the line of one person; a locked one can only be read."""
        evaluasi, locked = self.of(orang), not rating.is_open(orang)
        given = (evaluasi.peringkat(kolom) for kolom in self.kolom)
        sebutan = rating.predikat_of(orang, self.periode)
        cells: tuple[str, ...] = (
            *leading_cells(orang, number, locked=locked),
            *("–" if satu is None else PERINGKAT_SINGKAT[satu] for satu in given),
            sebutan or "–",
            _share(terpenuhi(orang.penilaian)),
        )
        if wide:
            cells = (*cells, self._before(orang))
        closed = frozenset(self.kolom if locked else ())
        return Row(orang.nip, cells, closed, "muted" if locked else "" if sebutan else "warning")

    def _before(self, orang: Orang) -> str:
        before = rating.rated_before(orang, self.periode)
        if not before:
            return "–"
        periode, sebutan = before[-1]
        return f"{SINGKAT_PERIODE[periode]} {sebutan}"


def _share(targets: Terpenuhi) -> str:
    if not targets.terisi:
        return "–"
    return f"{targets.terpenuhi}/{targets.berangka}"


def target_words(targets: Terpenuhi) -> list[str]:
    """Say how many targets were reached, and of how many that cannot be said."""
    if not targets.semua:
        return ["belum ada indikator"]
    if not targets.terisi:
        return [f"{targets.semua} indikator tanpa angka realisasi"]
    words = [f"target tercapai {targets.terpenuhi} dari {targets.berangka}"]
    if targets.belum:
        words.append(f"{targets.belum} belum diisi")
    if targets.berupa_kata:
        words.append(f"{targets.berupa_kata} bukan angka")
    if targets.lain:
        words.append(f"{targets.lain} tanpa angka")
    return words
