"""Mengapa nilai ini: every step of the calculation, with its formula, result and article."""

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from skp_tui.domain.parts import Isi
from skp_tui.domain.text import clean
from skp_tui.services.base.views import Orang
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.text_saving import SavesText
from skp_tui.ui.screens.mengapa.text import explanation, heading, line_of
from skp_tui.ui.widgets.lines import line, titled

PAPER = 78
"""Signs a line that the saved and the copied text have."""


class MengapaScreen(SavesText):
    """Show the explanation, and hand it on as text."""

    room = Room.MENGAPA
    BINDINGS = bindings_of(Room.MENGAPA)
    called = "Penjelasan"

    def __init__(self, orang: Orang, at: tuple[Isi, int] | None = None) -> None:
        """Explain a person's value, beginning at one row of what is entered, in one part."""
        super().__init__()
        self.orang, self._at = orang, at

    def content(self) -> ComposeResult:
        """Yield the steps."""
        with VerticalScroll(id="why"):
            yield Static(id="steps", markup=False)

    def on_mount(self) -> None:
        """Show the steps from the first one, or from those of the row that is asked about."""
        self.focus_on(self.query_one("#why"))
        self._fill(self.size.width)
        if self._at is not None:
            self.call_after_refresh(self._go_to, *self._at)

    def _go_to(self, isi: Isi, bagian: int) -> None:
        y = line_of(self.orang.hasil, self._width(self.size.width), isi, bagian)
        self.query_one("#why").scroll_to(y=y, animate=False, force=True)

    def _width(self, width: int) -> int:
        return max(20, width - 5)

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
        orang = self.orang
        tahun = str(orang.penilaian.tahun)
        return titled(heading(orang), orang.nama, tahun, orang.peraturan.nama)

    def text(self) -> str:
        """Return the explanation as it is copied or saved."""
        head = [clean(self.orang.nama), f"{heading(self.orang)}  {self.orang.peraturan.nama}", ""]
        lines = [text for text, _ in explanation(self.orang.hasil, PAPER)]
        return "\n".join([*head, *lines, ""])

    def file_name(self) -> str:
        """Return the name that is offered: whose value it explains."""
        words = "".join(sign if sign.isalnum() else "-" for sign in clean(self.orang.nama).lower())
        return f"mengapa-{'-'.join(words.split('-'))[:40].strip('-')}.txt"
