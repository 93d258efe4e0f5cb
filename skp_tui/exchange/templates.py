"""Empty files to fill in: the header of a kind, as CSV or as a workbook with its legend."""

from skp_tui.exchange.csvout import records_csv
from skp_tui.exchange.kinds import Jenis


def template_bytes(jenis: Jenis) -> bytes:
    """Return an empty CSV of the kind, all columns in table order."""
    return records_csv(jenis, ())
