"""A screen whose list can be saved as CSV, under a name that one may change."""

from collections.abc import Callable
from pathlib import Path

from textual.message import Message

from skp_tui.exchange.publishing import NamaBerkas
from skp_tui.paths import here, typed_file
from skp_tui.services.list_file import save_list
from skp_tui.ui.screens.ask import TextScreen
from skp_tui.ui.screens.frame import Frame


class ListSaved(Message):
    """Tell where a list was written."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


class SavesList(Frame):
    """Ask for a name, write the list in a thread, and say where it lies."""

    def save_list(self, daftar: str, nama: NamaBerkas, made: Callable[[], bytes]) -> None:
        """Ask under which name a list is to be saved; its file is made when there is an answer."""
        offered = nama.dengan("")
        asked = TextScreen(
            f"Simpan daftar {daftar} sebagai CSV",
            f"Di {here()}; berkas yang ada tidak ditimpa.",
            offered,
            topic="berkas",
        )

        def write(typed: str | None) -> None:
            if typed:
                self.skp.work(
                    self,
                    lambda: save_list(made(), typed_file(typed, here(), offered)),
                    ListSaved,
                    group="csv",
                )

        self.app.push_screen(asked, write)

    def on_list_saved(self, message: ListSaved) -> None:
        """Say where the file lies."""
        self.tell(f"Tersimpan: {message.path}")
