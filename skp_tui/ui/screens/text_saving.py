"""A screen whose text can be copied and saved, under a name that one may change."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.message import Message

from skp_tui.paths import here
from skp_tui.ui.screens.ask import TextScreen
from skp_tui.ui.screens.frame import Frame

if TYPE_CHECKING:
    from pathlib import Path


class TextWritten(Message):
    """Tell where the text was written."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


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
        asked = TextScreen(
            "Simpan sebagai teks",
            f"Di {here()}; berkas yang ada tidak ditimpa.",
            self.file_name(),
            topic="berkas",
        )
        self.app.push_screen(asked, self._write)

    def _write(self, name: str | None) -> None:
        if not name:
            return
        content, offered = self.text(), self.file_name()

        def write() -> Path:
            from skp_tui.services.text_file import save_text  # noqa: PLC0415 - here only

            return save_text(content, name, here(), offered)

        self.skp.work(self, write, TextWritten, group="text")

    def on_text_written(self, message: TextWritten) -> None:
        """Say where the text lies."""
        self.tell(f"Tersimpan: {message.path}")
