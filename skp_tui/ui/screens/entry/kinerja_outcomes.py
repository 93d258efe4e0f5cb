"""Outcomes of indicators that are as their targets (PermenPANRB 6/2022)."""

from collections.abc import Sequence

from skp_tui.domain.appraisal import Bagian
from skp_tui.domain.kinerja import BarisIndikator
from skp_tui.domain.rows import with_values
from skp_tui.services.entry.entry import Isi
from skp_tui.ui.screens.cells.kinerja_kinds import HASIL, number_of_indicator
from skp_tui.ui.screens.entry.outcomes import Outcomes


class IndicatorOutcomes(Outcomes):
    """Set the outcome of indicators, number or text, to what was planned."""

    grid = HASIL
    word = "indikator"
    columns = ("realisasi",)

    def rows_of(self, bagian: Bagian) -> Sequence[Isi]:
        """Return the indicators of all results."""
        return [
            BarisIndikator(hasil.no, satu)
            for hasil in bagian.hasil_kerja
            for satu in hasil.indikator
        ]

    def has_outcomes(self, isi: Isi) -> bool:
        """Say whether it is an indicator: a result has no outcome of its own."""
        return isinstance(isi, BarisIndikator)

    def number(self, isi: Isi) -> str:
        """Return the numbers of result and indicator."""
        return number_of_indicator(isi) if isinstance(isi, BarisIndikator) else ""

    def as_target(self, isi: Isi) -> Isi:
        """Return the indicator with its outcome set to its target, where it has one."""
        if not isinstance(isi, BarisIndikator) or isi.indikator.target is None:
            return isi
        return with_values(isi, {"realisasi": isi.indikator.target})

    def empty_as_target(self, isi: Isi) -> Isi:
        """Return the indicator with an empty outcome set to its target."""
        filled = isinstance(isi, BarisIndikator) and isi.indikator.realisasi is not None
        return isi if filled else self.as_target(isi)

    def lacking(self, isi: Isi) -> str | None:
        """Say that an indicator has no target at all."""
        lacks = isinstance(isi, BarisIndikator) and isi.indikator.target is None
        return "" if lacks else None
