"""A change of an existing record, as storage takes it."""

from typing import NamedTuple

from skp_tui.domain.records import Isian


class Edit(NamedTuple):
    """One existing record as it shall be, and which of its columns change."""

    rekaman: Isian
    kolom: frozenset[str]
