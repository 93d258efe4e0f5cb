"""Outcomes of activities that are as their targets (PP 46/2011)."""

from collections.abc import Sequence

from skp_tui.domain.appraisal import ASPEK, ASPEK_WAJIB, SEBUTAN_ASPEK, Bagian, Kegiatan
from skp_tui.domain.rows import number_of
from skp_tui.services.entry.entry import Isi
from skp_tui.services.entry.outcome import empty_as_target, same_as_target
from skp_tui.ui.screens.entry.isi_sections import KEGIATAN
from skp_tui.ui.screens.entry.outcomes import Outcomes


class ActivityOutcomes(Outcomes):
    """Set the outcomes of activities aspect by aspect."""

    grid = KEGIATAN
    word = "kegiatan"
    columns = tuple(f"realisasi_{aspek}" for aspek in ASPEK)

    def rows_of(self, bagian: Bagian) -> Sequence[Isi]:
        """Return the activities; a part that was scored elsewhere needs no outcomes."""
        return bagian.kegiatan if bagian.nilai_luar is None else ()

    def has_outcomes(self, isi: Isi) -> bool:
        """Say whether it is an activity."""
        return isinstance(isi, Kegiatan)

    def number(self, isi: Isi) -> str:
        """Return the number of the activity."""
        return str(number_of(isi))

    def as_target(self, isi: Isi) -> Isi:
        """Return the activity with every outcome that has a target set to it."""
        return same_as_target(isi) if isinstance(isi, Kegiatan) else isi

    def empty_as_target(self, isi: Isi) -> Isi:
        """Return the activity with its empty outcomes set, unless it was not done at all."""
        if not isinstance(isi, Kegiatan):
            return isi
        return empty_as_target(isi, self._desk.view.periode.kuantitas_nol)

    def lacking(self, isi: Isi) -> str | None:
        """Name the aspects without a target that every activity needs."""
        if not isinstance(isi, Kegiatan):
            return None
        names = [SEBUTAN_ASPEK[aspek] for aspek in ASPEK_WAJIB if isi.target(aspek) is None]
        return f" ({', '.join(names)})" if names else None
