"""What all screens share: the headline with the state of saving, the keys, and their actions."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from rich.text import Text

from skp_tui.domain.text import clean
from skp_tui.errors import InputError
from skp_tui.ui.actions.registry import Room, footer_of
from skp_tui.ui.holding import Holding
from skp_tui.ui.screens.frame.headline import clock_words, fitting, saving_words
from skp_tui.ui.widgets.grid.paint import wrap
from skp_tui.ui.widgets.lines import Lines, both_ends, joined, line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from textual.app import ComposeResult
    from textual.notifications import SeverityLevel
    from textual.widget import Widget

    from skp_tui.rules.regulation import Peraturan
    from skp_tui.services.base.views import Orang
    from skp_tui.ui.app import SkpApp


ROOMS_CSS: Final = Path(__file__).parents[2] / "rooms.tcss"
"""What all but the start screen look like; reading it takes as long as a tenth of the start."""
BANNER = "Kantor contoh, sekali pakai; semua rekaan. Di Unit, F10 lalu G menyimpannya."
STOPPED = "Kantor contoh. Latihan berhenti dahulu; F10 lalu = : melanjutkannya."
BANNER_LINES, LINES_KEPT = 4, 6
OFFER = "Kantor contoh; semua orangnya rekaan. F10 lalu = : latihan lima menit."


class Frame(Holding):
    """A screen with a headline, its content and a line of keys; ``room`` says which keys it has.

    A subclass names its room, binds ``bindings_of(room)``, yields its content and has a method
    ``action_<id>`` for every bound action of the registry that is its own; ``ways`` names those
    that other screens have as well, each with the function of a screen that it runs.
    """

    room: ClassVar[Room]
    ways: ClassVar[Mapping[str, Callable[[Any], object]]] = {}
    READS_ANEW: ClassVar[bool] = False
    """Whether its list may change while another screen hides it; keys typed ahead wait for that."""
    CSS_PATH: ClassVar[Path | None] = ROOMS_CSS
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-enough")]  # noqa: RUF012 - Textual's own type

    def __init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401 - Textual's own
        """Let Textual find the ways among the actions of the screen."""
        super().__init_subclass__(**kwargs)
        for name, go in cls.__dict__.get("ways", {}).items():
            if f"action_{name}" in cls.__dict__:
                raise TypeError(f"{cls.__name__} has action_{name} both as a way and written out")
            setattr(cls, f"action_{name}", go)

    @property
    def skp(self) -> SkpApp:
        """Return the app with its own type."""
        return cast("SkpApp", self.app)

    def compose(self) -> ComposeResult:
        """Yield headline, content and keys."""
        yield Lines(self._headline, id="headline")
        if self.skp.contoh:
            yield Lines(self._banner, id="banner")
        yield from self.content()
        yield Lines(self.keys_text, id="keys")

    @abstractmethod
    def content(self) -> ComposeResult:
        """Yield what stands between headline and keys."""

    @abstractmethod
    def title_text(self) -> Text:
        """Return the left part of the headline."""

    def state_text(self) -> str:
        """Return what stands before the state of saving: nothing, or the state of a record."""
        return ""

    def saving_text(self, *, timed: bool = True) -> str:
        """Return the state of saving, with the time of the last one where there is room."""
        return saving_words(self.skp.saving, timed=timed)

    def title_kept(self) -> int:
        """Return how many signs of the title stay before the state beside it gives way."""
        return 0

    def on_mount(self) -> None:
        """Follow the state of saving."""
        self.watch(self.app, "saving", self.update_headline, init=False)

    def on_screen_suspend(self) -> None:
        """Hold keys until what may change now is read anew."""
        if self.READS_ANEW:
            self.hold("read")

    def on_screen_resume(self) -> None:
        """Read what changed while another screen hid this one."""
        if self.READS_ANEW:
            self.reload()
        self.skp.looks.go_on()

    # What the app asks of a screen

    def close_edit(self) -> bool:
        """Commit what is being typed; False when that is not possible and nothing may be left."""
        return True

    def drop_edit(self) -> None:
        """Give up what is being typed."""

    def waits_for_answer(self) -> bool:
        """Say whether something typed is on its way and nobody knows yet how it ended."""
        return False

    def may_quit(self) -> bool:
        """Say whether Ctrl+Q leaves the program from here at once."""
        return True

    def lost_words(self) -> str:
        """Say what would be lost with the program though nobody typed it; empty for nothing."""
        return ""

    def undoes_of(self) -> str:
        """Return the NIP of whom alone is shown: before a step that is not his, it is asked."""
        return ""

    def reload(self) -> None:
        """Read anew what is shown, because a change was taken back or repeated."""

    def expect_change(self) -> None:
        """Get ready to show, with the next reading, what was taken back or repeated."""

    def point_at(self, nip: str) -> None:
        """Put the cursor on a person, who may be shown only once the list is read anew."""

    def cursor_person(self) -> Orang | None:
        """Return the person whom the cursor is on, where there can be one."""
        return None

    def person_changed(self, orang: Orang) -> None:
        """Take note of a person whose appraisal changed on another screen."""

    def help_topics(self) -> tuple[str, ...]:
        """Return the names of the help's paragraphs for where the cursor is, nearest first."""
        return ()

    def help_pages(self) -> tuple[str, ...]:
        """Return the pages of the manual that know those paragraphs, the nearest first."""
        return (self.room,)

    # What a screen says

    def takes(self, peraturan: Peraturan, tahun: int, isian: str) -> bool:
        """Say why not where the year's regulation does not know what would be entered."""
        from skp_tui.rules.regulation import check_isian  # noqa: PLC0415 - not at first

        try:
            check_isian(peraturan, tahun, isian)
        except InputError as error:
            self.tell(error.kalimat(), "warning")
            return False
        return True

    def tell(self, text: str, severity: SeverityLevel = "information") -> None:
        """Show a short message; user text in it is never markup."""
        self.notify(clean(text), severity=severity)

    def tell_failed(self) -> None:
        """Say why the screen is not left."""
        self.tell("Ada isian yang gagal disimpan (tanda !): perbaiki, atau Esc.", "error")

    def update_headline(self) -> None:
        """Draw the headline anew."""
        self.query_one("#headline", Lines).refresh()

    def _headline(self, width: int) -> Text:
        right = line(self._state_beside(width - self.title_kept() - 2))
        if self.skp.saving.failed:
            right.stylize("bold reverse")
        return both_ends(self.title_text(), right, width)

    def _state_beside(self, room: int) -> str:
        """Return the state in a room; without one that the title must have, nothing gives way."""
        saving, state = self.saving_text(), self.state_text()
        if self.title_kept():
            return fitting(state, saving, self.saving_text(timed=False), room)
        return " · ".join(filter(None, (state, saving)))

    def _banner(self, width: int) -> Text:
        """Say what comes next in the guided round; else that everybody here is invented.

        The round is offered until it was once begun; then stands how to keep the copy.
        """
        practice = self.skp.practice
        if practice is None:
            words = OFFER
        elif practice.tampak:
            words = practice.strip(self.room)
        else:
            words = BANNER if practice.tamat else STOPPED
        # as many lines as the words need, and in a tiny window as it can spare
        most = max(1, min(BANNER_LINES, self.app.size.height - LINES_KEPT))
        return joined([line(one, "bold") for one in wrap(words, width, most, "…")], "\n")

    def keys_text(self, width: int) -> Text:
        """Name the keys that fit; a screen may name others while they mean something else."""
        shown = [
            Text.assemble((action.label, "bold"), " ", action.word)
            for action in footer_of(self.room, width, self.idle_keys())
        ]
        return joined(shown, "  ")

    def idle_keys(self) -> Collection[str]:
        """Return the ids of what means nothing at present, so that the footer leaves it out."""
        return ()

    # Actions that every screen has

    def action_help(self) -> None:
        """Explain the screen and where the cursor is."""
        from skp_tui.ui.screens.finding.help import open_help  # noqa: PLC0415 - not for the first frame

        open_help(self.app)

    def action_menu(self) -> None:
        """List everything that can be done here."""
        from skp_tui.ui.screens.finding.menu import MenuScreen  # noqa: PLC0415 - not for the first frame

        self.app.push_screen(MenuScreen(self.room), self._run_chosen)

    async def _run_chosen(self, action: str | None) -> None:
        if action is not None:
            await self.run_action(action)

    def action_palette(self) -> None:
        """Search actions and employees."""
        self.skp.open_palette()

    def action_practice(self) -> None:
        """Begin the guided first round, or leave it or take it up again."""
        self.skp.practise()

    def action_undo(self) -> None:
        """Take the last change that stands back."""
        self.skp.undo()

    def action_redo(self) -> None:
        """Repeat the last change that was taken back."""
        self.skp.redo()

    def action_tell_saved(self) -> None:
        """Say that all is saved already, and since when."""
        if not self.close_edit():
            self.tell("Isian yang terbuka belum sah, jadi belum disimpan.", "warning")
            return
        if self.skp.saving.pending:
            self._tell_saved()
        else:
            self.skp.when_saved(self, self._tell_saved, self._tell_saved)

    def _tell_saved(self) -> None:
        saving = self.skp.saving
        if saving.failed:
            self.tell(f"{len(saving.failed)} isian gagal disimpan; lihat tanda !.", "error")
        elif saving.pending:
            self.tell(f"Sedang menyimpan {saving.pending} perubahan; tunggu sebentar.")
        elif saving.since is None:
            self.tell("Belum ada perubahan; semua tersimpan. Tidak perlu menekan simpan.")
        else:
            since = clock_words(saving.since)
            self.tell(f"Semua sudah tersimpan sejak {since}. Tidak perlu menekan simpan.")

    async def action_quit(self) -> None:
        """Leave the program."""
        await self.app.action_quit()

    def action_go_back(self) -> None:
        """Return to the screen before."""
        self.leave(self.dismiss)

    def leave(self, go: Callable[[], object]) -> None:
        """Go elsewhere as soon as what was typed is stored; stay when it cannot be."""
        if not self.close_edit():
            self.skp.drop_keys()
            return
        self.skp.when_saved(self, lambda: go() if self.is_current else None)

    def focus_on(self, widget: Widget) -> None:
        """Give a widget the keyboard without scrolling the screen."""
        self.set_focus(widget, scroll_visible=False)
