"""The ways from the person of the cursor to the screens about him, of Unit and of Isi."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from skp_tui.ui.screens.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from skp_tui.services.views import Orang

NOBODY_HERE = "Tidak ada pegawai pada kursor."


class PersonWays(Frame):
    """Open a screen about one person, after what is being typed is stored."""

    @abstractmethod
    def cursor_person(self) -> Orang | None:
        """Return the person whom the cursor is on."""

    def open_for_person(self, make: Callable[[Orang], Screen[Any]]) -> None:
        """Open a screen about the cursor's person, as he stands once all is stored."""
        if self.cursor_person() is None:
            self.tell(NOBODY_HERE, "warning")
            return

        def go() -> None:
            orang = self.cursor_person()
            if orang is not None:
                self.app.push_screen(make(orang))

        self.leave(go)
