"""The question about a year that lies so far off that it is most likely mistyped."""

from datetime import date

from skp_tui.domain.dates import shown_date
from skp_tui.domain.period import TAHUN_TERAKHIR, tahun_of, tahun_terjauh
from skp_tui.ui.screens.frame.ask import AskScreen


def far_year(typed: str, today: date) -> AskScreen | None:
    """Return what is asked about a year; None for a near one, and for one that is refused."""
    tahun = tahun_of(typed)
    if tahun is None or not tahun_terjauh(today) < tahun <= TAHUN_TERAKHIR:
        return None
    words = f"Hari ini {shown_date(today)}; tahun sejauh itu biasanya salah ketik."
    return AskScreen(f"Tahun {tahun}?", words, f"Pakai {tahun}")
