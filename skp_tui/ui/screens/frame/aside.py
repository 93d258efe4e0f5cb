"""A screen that may come over any other one, also over a form in which something is typed."""

from __future__ import annotations

from skp_tui.ui.screens.frame.frame import Frame


class Aside(Frame):
    """Stand over another screen without ending what is typed there.

    To leave the program asks about that text all the same; to go back needs no answer.
    """

    @property
    def below(self) -> Frame | None:
        """Return the screen under this one."""
        frames = [screen for screen in self.app.screen_stack if isinstance(screen, Frame)]
        place = frames.index(self) if self in frames else 0
        return frames[place - 1] if place else None

    def close_edit(self) -> bool:
        """Say whether nothing that is typed below would be lost."""
        return self.below is None or self.below.close_edit()

    def drop_edit(self) -> None:
        """Give up what is typed below."""
        if self.below is not None:
            self.below.drop_edit()

    def waits_for_answer(self) -> bool:
        """Say whether something typed below is on its way."""
        return self.below is not None and self.below.waits_for_answer()

    def action_go_back(self) -> None:
        """Return to the screen below, with what is typed there."""
        self.dismiss()
