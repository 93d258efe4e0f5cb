"""Who the first start named as appraiser and as his superior; they need not be employees here."""

import json
import sqlite3
from collections.abc import Mapping

from skp_tui.domain.nip import digits_in, shown_nip
from skp_tui.domain.office import PEJABAT, Pejabat
from skp_tui.storage.database.looking import stored_settings

PEJABAT_AWAL = "pejabat_awal"
"""The row of ``pengaturan`` with the appraiser of the first start; it is no named setting."""


def first_answers(connection: sqlite3.Connection) -> tuple[Pejabat, Pejabat]:
    """Return the appraiser and his superior of the first start; empty where nobody was named."""
    text = stored_settings(connection).get(PEJABAT_AWAL)
    return _both(json.loads(text) if text else {})


def answers_in_words(text: str) -> str:
    """Say who was named, of the row as it is stored; any other setting as it was typed."""
    if not text.startswith("{"):
        return text
    try:
        found = _both(json.loads(text))
    except (AttributeError, TypeError, ValueError):
        return text
    named = zip(("penilai", "atasannya"), found, strict=True)
    words = (f"{role} {one.nama} ({shown_nip(one.nip)})" for role, one in named if one.nama)
    return ", ".join(words).replace(" ()", "") or "belum disebut"


def _both(answers: Mapping[str, str]) -> tuple[Pejabat, Pejabat]:
    penilai, atasan = (_answered(answers, awalan) for awalan in PEJABAT)
    return penilai, atasan


def _answered(answers: Mapping[str, str], awalan: str) -> Pejabat:
    # it was read as a NIP before it was stored; older databases hold it as it was typed
    nip = digits_in(answers.get(f"{awalan}_nip", ""))
    return Pejabat(nip=nip, nama=answers.get(f"{awalan}_nama", ""))
