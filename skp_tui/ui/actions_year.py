"""The part of the registry of keys that is about the year around the numbers."""

from typing import Final

from skp_tui.ui.action_model import Action
from skp_tui.ui.actions_posts import POST_ACTIONS
from skp_tui.ui.actions_sheet import SHEET_ACTIONS

YEAR_ACTIONS: Final[tuple[Action, ...]] = (*SHEET_ACTIONS, *POST_ACTIONS)
