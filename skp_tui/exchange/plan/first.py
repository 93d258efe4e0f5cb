"""Which kind has to come in before a row can: where the words are made they are read again."""

import re
from collections.abc import Iterable
from typing import Final

from skp_tui.errors import Problem
from skp_tui.exchange.kinds.kinds import JENIS

BERTUMPU: Final = ("unit", "pegawai", "bagian", "hasil_kerja")
"""The kinds whose rows must be there before rows of later kinds can come in, in table order."""

_FIRST: Final = re.compile(r"impor jenis (\w+) dahulu$")


def bring_first(jenis: str) -> str:
    """Return the end of the sentence for a row that needs one of an earlier kind."""
    return f"impor jenis {jenis} dahulu"


def to_bring_first(ditolak: Iterable[Problem]) -> tuple[str, ...]:
    """Return the kinds that refused rows wait for, in table order."""
    found = {match[1] for satu in ditolak if (match := _FIRST.search(satu.pesan)) is not None}
    return tuple(nama for nama in JENIS if nama in found)
