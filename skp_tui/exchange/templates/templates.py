"""Empty files to fill in: the header of a kind, as CSV or as a workbook with its legend."""

from skp_tui.exchange.kinds.kinds import Jenis
from skp_tui.exchange.writing.csvout import records_csv


def template_bytes(jenis: Jenis) -> bytes:
    """Return an empty CSV of the kind, all columns in table order."""
    return records_csv(jenis, ())
