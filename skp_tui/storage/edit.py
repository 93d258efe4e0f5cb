"""A change of an existing record, as storage takes it."""

from dataclasses import dataclass

from skp_tui.domain.records import Isian


@dataclass(frozen=True, slots=True)
class Edit:
    """One existing record as it shall be, and which of its columns change."""

    rekaman: Isian
    kolom: frozenset[str]
