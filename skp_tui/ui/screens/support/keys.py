"""Coba tombol: every key that the program lives by is ticked when it arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual.containers import VerticalScroll

from skp_tui.record import record
from skp_tui.ui.actions.registry import Room, actions_of, bindings_of
from skp_tui.ui.keys.in_between import between
from skp_tui.ui.keys.table import SIGNS, Tombol
from skp_tui.ui.keys.trial import Percobaan, Stand
from skp_tui.ui.screens.frame.aside import Aside
from skp_tui.ui.screens.support import keys_words as words
from skp_tui.ui.screens.support.ways import open_support
from skp_tui.ui.widgets.lines import Lines, cut, joined, titled

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

AT_ONCE: Final = 0.05
"""Seconds within which no hand presses two keys: signs so close are one sequence."""
OPENING: Final = frozenset("[O")
"""Signs that begin the rest of a sequence after Esc, which the terminal's reader gives up."""
SHOWN_KEYS: Final = (
    ("T", "Tidak sampai"), ("L", "Lewati"), ("C", "Cara lain"), ("U", "Ulang"), ("?", "Bantuan"),
    ("Esc Esc", "Kembali"),
)  # fmt: skip


@record
class Begun:
    """What may be the beginning of a sequence: its sign after Esc, when, and the round before."""

    sign: str
    since: float
    stand: Stand


class KeysScreen(Aside):
    """Tick each key, ask for the next one, and name the other way where one does not arrive.

    A key does its usual work here only when it comes twice in a row, so that Esc, F10 and Ctrl+Q
    can be tried too; signs are commands at once.
    """

    room = Room.TOMBOL
    BINDINGS = bindings_of(Room.TOMBOL)

    def __init__(self) -> None:
        super().__init__()
        self.round = Percobaan({})
        self._here = between()
        self._told = ""
        self._last = ""
        self._advised: Tombol | None = None
        self._begun: Begun | None = None
        self._acting = {
            key for action in actions_of(self.room) if action.bound for key in action.keys
        }

    def title_text(self) -> Text:
        """Name the screen and what is between keyboard and program."""
        return titled("Coba tombol", ", ".join(self._here))

    def content(self) -> ComposeResult:
        """Yield the key asked for, the table of all, and what helps."""
        yield Lines(lambda width: words.asked_line(self.round, width), id="key-asked")
        yield Lines(lambda width: words.told_line(self._told, width), id="key-told")
        yield Lines(lambda width: words.count_line(self.round, width), id="key-count")
        with VerticalScroll(id="key-table", can_focus=False):
            yield Lines(self._table, id="key-cells")
        yield Lines(self._advice, id="key-advice")

    def on_mount(self) -> None:
        """Go on with what was tried before on this terminal."""
        self.round = Percobaan(self.skp.tried)
        self._draw()

    def keys_text(self, width: int) -> Text:
        """Name the letters, and how one gets out although Esc is being tried."""
        shown = [Text.assemble((key, "bold"), " ", word) for key, word in SHOWN_KEYS]
        while len(shown) > 1 and joined(shown, "  ").cell_len > width:
            shown.pop(-2)
        return cut(joined(shown, "  "), width)

    def on_resize(self) -> None:
        """Draw what depends on the height too."""
        self.call_after_refresh(self._draw)

    # What arrives

    def on_key(self, event: events.Key) -> None:
        """Take note of a key before it means anything; the second in a row does its work."""
        if self._belongs_to_sequence(event):
            self._consume(event)
        elif event.is_printable:
            self._note_sign(event)
        elif not self._passes(event.key):
            self._consume(event)

    def _consume(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()

    def may_quit(self) -> bool:
        """Say whether Ctrl+Q leaves the program: the first one is only ticked."""
        return self._passes("ctrl+q")

    def _passes(self, key: str) -> bool:
        """Tick a key; True when it came twice in a row and has work to do here."""
        again, self._last = key == self._last and key in self._acting, key
        if again:
            self._last = ""
        found = self.round.arrived(key)
        self._tell(words.received(found, key))
        return again

    def _note_sign(self, event: events.Key) -> None:
        self._last = ""
        self.round.arrived(SIGNS)
        sign = event.character or ""
        name = "Spasi" if sign == " " else sign
        self._tell(f"{name} (huruf dan tanda selalu sampai)")

    def _belongs_to_sequence(self, event: events.Key) -> bool:
        """Say whether a sign is the rest of what a terminal sent for a key that nobody knows."""
        before, self._begun = self._begun, None
        close = before is not None and event.time - before.since < AT_ONCE
        if event.key == "escape":
            self._begun = Begun("", event.time, self.round.kept())
        elif not event.is_printable:
            return False
        elif close and before is not None and before.sign:
            self._note_unknown(before, event.character or "")
            return True
        elif event.character in OPENING:
            stand = before.stand if close and before is not None else self.round.kept()
            self._begun = Begun(event.character or "", event.time, stand)
        return False

    def _note_unknown(self, begun: Begun, sign: str) -> None:
        self.round.put_back(begun.stand)
        self._last = ""
        self._tell(f"sandi yang tidak dikenal: Esc {begun.sign} {sign} (setelan di terminal?)")

    def _tell(self, told: str) -> None:
        self._told = told
        self._draw()

    def _draw(self) -> None:
        for lines in self.query(Lines):
            if (lines.id or "").startswith("key-"):
                lines.refresh(layout=lines.id in {"key-advice", "key-cells"})
        area = self.query_one("#key-table")
        line_asked = words.line_of(self.round, max(1, area.size.width), area.size.height)
        area.scroll_to(y=max(0, line_asked - area.size.height // 2), animate=False)

    def _table(self, width: int) -> Text:
        return words.table(self.round, width, self.query_one("#key-table").size.height)

    def _advice(self, width: int) -> Text:
        return words.advice(self._advised, self.round, self._here, width)

    # Actions

    def action_key_missing(self) -> None:
        """Mark the key that is asked for, and say what does the same."""
        found = self.round.missing()
        if found is None:
            self.tell("Semua tombol sudah dicoba; U mengulang.")
        else:
            self._advised = found
            self._tell(f"– ({found.nama} ditandai tidak sampai)")

    def action_skip_key(self) -> None:
        """Ask for the next key."""
        self.round.skip()
        self._draw()

    def action_start_again(self) -> None:
        """Forget all that was tried."""
        self.round.start_again()
        self._advised = None
        self._tell("")

    def action_other_ways(self) -> None:
        """List every key with its other ways, those that do not arrive first."""
        from skp_tui.ui.screens.support.keys_page import KeysPage  # noqa: PLC0415 - when asked for

        self.app.push_screen(KeysPage(self.round, self._here))

    def action_open_support(self) -> None:
        """Show what who helps wants to know; go back where this screen came from there."""
        from skp_tui.ui.screens.support.screen import SupportScreen  # noqa: PLC0415 - when asked for

        if isinstance(self.below, SupportScreen):
            self.dismiss()
        else:
            open_support(self)
