"""The part of the registry of keys that is about entering fast and finding."""

from typing import Final

from skp_tui.ui.action_model import Action

SPEED_ACTIONS: Final[tuple[Action, ...]] = ()
