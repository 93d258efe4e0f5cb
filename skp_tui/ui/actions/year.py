"""The part of the registry of keys that is about the year around the numbers."""

from typing import Final

from skp_tui.ui.actions.model import Action
from skp_tui.ui.actions.posts import POST_ACTIONS
from skp_tui.ui.actions.sheet import SHEET_ACTIONS

YEAR_ACTIONS: Final[tuple[Action, ...]] = (*SHEET_ACTIONS, *POST_ACTIONS)
