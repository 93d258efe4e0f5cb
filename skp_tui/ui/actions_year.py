"""The part of the registry of keys that is about the year around the numbers."""

from typing import Final

from skp_tui.ui.action_model import Action

YEAR_ACTIONS: Final[tuple[Action, ...]] = ()
