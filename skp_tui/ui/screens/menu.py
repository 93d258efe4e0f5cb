"""F10: everything that can be done on a screen, with its keys and a letter for each."""

from skp_tui.ui.actions import Room, actions_of
from skp_tui.ui.screens.ask import Choice, ChooseScreen
from skp_tui.ui.widgets.lines import line


class MenuScreen(ChooseScreen):
    """List the actions of a room; the chosen one's id is returned."""

    def __init__(self, room: Room) -> None:
        actions = [action for action in actions_of(room) if action.letter]
        choices = [
            Choice(
                action.id,
                line(
                    f"{action.letter.upper()}  {action.label:<7} {action.word:<11} "
                    f"{action.tooltip.partition(';')[0].rstrip('.')}"
                ),
                action.letter,
            )
            for action in actions
        ]
        super().__init__("Semua yang dapat dikerjakan di sini", choices)
