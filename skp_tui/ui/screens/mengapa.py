"""Mengapa nilai ini: every step of the calculation, with its formula, result and article."""

from pathlib import Path

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from skp_tui.domain.text import clean
from skp_tui.paths import here, typed_file
from skp_tui.services.views import Orang
from skp_tui.ui.actions import Room, bindings_of
from skp_tui.ui.screens.ask import TextScreen
from skp_tui.ui.screens.frame import Frame
from skp_tui.ui.screens.mengapa_text import explanation, heading, line_of
from skp_tui.ui.widgets.lines import line

PAPER = 78
"""Signs a line that the saved and the copied text have."""


class TextWritten(Message):
    """Tell where the text was written."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


class MengapaScreen(Frame):
    """Show the explanation, and hand it on as text."""

    room = Room.MENGAPA
    BINDINGS = bindings_of(Room.MENGAPA)

    def __init__(self, orang: Orang, at: tuple[int, int] | None = None) -> None:
        """Explain a person's value, beginning at one activity: its part and number."""
        super().__init__()
        self.orang, self._at = orang, at

    def content(self) -> ComposeResult:
        """Yield the steps."""
        with VerticalScroll(id="why"):
            yield Static(id="steps", markup=False)

    def on_mount(self) -> None:
        """Show the steps from the first one, or from those of the activity that is asked about."""
        self.focus_on(self.query_one("#why"))
        self._fill(self.size.width)
        if self._at is not None:
            self.call_after_refresh(self._go_to, *self._at)

    def _go_to(self, bagian: int, kegiatan: int) -> None:
        hasil = self.orang.hasil
        lines = explanation(hasil, self._width(self.size.width))
        y = line_of(lines, hasil, bagian, kegiatan)
        self.query_one("#why").scroll_to(y=y, animate=False, force=True)

    def _width(self, width: int) -> int:
        return max(20, width - 4)

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines for another width."""
        self._fill(event.size.width)

    def _fill(self, width: int) -> None:
        lines = explanation(self.orang.hasil, self._width(width))
        self.query_one("#steps", Static).update(
            Text("\n", end="").join(line(text, style) for text, style in lines)
        )

    def title_text(self) -> Text:
        """Ask the question that is answered here."""
        rest = line(f" · {self.orang.nama} · {self.orang.peraturan.nama}")
        return Text.assemble((heading(self.orang), "bold"), rest, no_wrap=True, end="")

    def text(self) -> str:
        """Return the explanation as it is copied or saved."""
        head = [clean(self.orang.nama), f"{heading(self.orang)}  {self.orang.peraturan.nama}", ""]
        lines = [text for text, _ in explanation(self.orang.hasil, PAPER)]
        return "\n".join([*head, *lines, ""])

    def action_copy_text(self) -> None:
        """Hand the text to the terminal's clipboard."""
        self.app.copy_to_clipboard(self.text())
        self.tell("Penjelasan disalin, bila terminal ini mengizinkannya.")

    def action_save_text(self) -> None:
        """Ask for a name and write the text; nothing is overwritten."""
        asked = TextScreen(
            "Simpan sebagai teks", f"Di {here()}; berkas yang ada tidak ditimpa.", self._file_name()
        )
        self.app.push_screen(asked, self._write)

    def _file_name(self) -> str:
        words = "".join(sign if sign.isalnum() else "-" for sign in clean(self.orang.nama).lower())
        return f"mengapa-{'-'.join(words.split('-'))[:40].strip('-')}.txt"

    def _write(self, name: str | None) -> None:
        if not name:
            return
        content, offered = self.text(), self._file_name()

        def write() -> Path:
            from skp_tui.exchange.publishing import NamaBerkas, write_atomically  # noqa: PLC0415 - here only

            given = typed_file(name, here(), offered)
            nama = NamaBerkas(given.stem, given.suffix or ".txt")
            return write_atomically(given.parent, {nama: content.encode()})[0]

        self.skp.work(self, write, TextWritten, group="text")

    def on_text_written(self, message: TextWritten) -> None:
        """Say where the text lies."""
        self.tell(f"Tersimpan: {message.path}")
