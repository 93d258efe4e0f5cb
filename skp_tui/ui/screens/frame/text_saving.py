"""A screen whose text can be copied and saved, under a name that one may change."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from skp_tui.ui.screens.frame.file_saving import save_under
from skp_tui.ui.screens.frame.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class SavesText(Frame):
    """Hand the text to the clipboard, or ask for a name and write it in a thread."""

    called = "Teks"
    """What is copied, in one word."""

    @abstractmethod
    def text(self) -> str:
        """Return the text as it is copied or saved."""

    @abstractmethod
    def file_name(self) -> str:
        """Return the name that is offered."""

    def action_copy_text(self) -> None:
        """Hand the text to the terminal's clipboard."""
        self.app.copy_to_clipboard(self.text())
        self.tell(f"{self.called} disalin, bila terminal ini mengizinkannya.")

    def action_save_text(self) -> None:
        """Ask for a name and write the text; nothing is overwritten."""
        offered = self.file_name()
        save_under(self, "Simpan sebagai teks", offered, self._writing, group="text")

    def _writing(self, name: str, folder: Path) -> Callable[[], Path]:
        from skp_tui.services.base.text_file import save_text  # noqa: PLC0415 - here only

        content, offered = self.text(), self.file_name()
        return lambda: save_text(content, name, folder, offered)
