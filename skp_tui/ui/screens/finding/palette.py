"""Ctrl+P: actions and employees by a part of their name, the second way to every F-key."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Static

from skp_tui.domain.nip import shown_nip
from skp_tui.domain.search import begins, fits, searchable, words_of
from skp_tui.domain.text import clean
from skp_tui.services.base.views import Orang
from skp_tui.ui.actions.registry import Action, actions_of
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.screens.lists.around_list import is_low
from skp_tui.ui.screens.unit.screen import UnitScreen

MOST: Final = 40
"""People that are listed at once; who wants another types one sign more."""
BEGINS, WITHIN, ABOUT, LAST = 0.9, 0.6, 0.3, 0.1
"""What stands first: names in which every word begins one, then such as hold them, then the rest.

Among equals actions stand before people, and people in the order of the list.
"""
AFTER: Final = 0.001
TITLE: Final = "Perintah atau pegawai"
KEYS: Final = "Enter pilih   Esc kembali"
NOTHING: Final = "Tidak ada perintah atau pegawai yang cocok; hapus satu huruf, atau Esc"


class Palette(CommandPalette):
    """The palette as a window like the others: a frame, what it is, and its keys."""

    VERTICAL_BREAKPOINTS = Frame.VERTICAL_BREAKPOINTS

    def on_mount(self) -> None:
        """Say what is searched, and how to choose and to leave."""
        self.query_one("#--input").border_title = TITLE
        self.query_one("#--results").mount(Static(KEYS, markup=False, classes="window-keys"))


def palette() -> CommandPalette:
    """Return the palette in the user's language."""
    return Palette(
        [FindProvider],
        placeholder="Cari perintah atau pegawai…",
        id="--command-palette",
    )


def offered(frame: Frame) -> Iterator[Action]:
    """Yield the actions of a screen that the palette can start: all but itself."""
    return (action for action in actions_of(frame.room) if action.runs and action.id != "palette")


def action_words(action: Action) -> str:
    """Return how an action stands in the palette."""
    return f"{action.word} ({action.label})" if action.label else action.word


class FindProvider(Provider):
    """Find by the words typed, in the same way as the lists; a name is never read as markup."""

    async def discover(self) -> Hits:
        """Yield the actions; people only when something is typed, for their list is long."""
        screen = self.screen
        if isinstance(screen, Frame):
            for action in offered(screen):
                words = action_words(action)
                run = partial(screen.run_action, action.id)
                yield DiscoveryHit(Content(words), run, text=words, help=_about(screen, action))

    async def search(self, query: str) -> Hits:
        """Yield what fits, or say that nothing does."""
        found = [*self._actions(query), *self._people(query)]
        for hit in found:
            yield hit
        if not found:
            yield _said(NOTHING)

    def _actions(self, query: str) -> Iterator[Hit]:
        screen, words = self.screen, words_of(query)
        if not isinstance(screen, Frame):
            return
        for action in offered(screen):
            name = action_words(action)
            about = searchable(name, action.tooltip)
            if fits(words, about):
                run = partial(screen.run_action, action.id)
                score = closeness(words, name)
                yield Hit(score, Content(name), run, text=name, help=_about(screen, action))

    def _people(self, query: str) -> Iterator[Hit]:
        unit = next(
            (found for found in self.app.screen_stack if isinstance(found, UnitScreen)), None
        )
        if unit is None:
            return
        words, people = words_of(query), unit.found(query)
        closest = sorted(people, key=lambda orang: -closeness(words, orang.nama))[:MOST]
        for place, orang in enumerate(closest, 1):
            shown = person_words(orang)
            score = closeness(words, orang.nama) - AFTER * place
            yield Hit(score, Content(shown), partial(_open, unit, orang.nip), text=shown)
        if len(people) > MOST:
            yield _said(f"… dan {len(people) - MOST} pegawai lagi: ketik lebih banyak")


def _about(screen: Frame, action: Action) -> str | None:
    """Return what an action does; where lines are few its name alone, so that others fit in."""
    return None if is_low(screen) else action.tooltip


def person_words(orang: Orang) -> str:
    """Return how somebody stands in the palette: two may have the same name, not the same NIP."""
    return f"{clean(orang.nama)}  {shown_nip(orang.nip)}"


def closeness(words: Sequence[str], name: str) -> float:
    """Return how near a name is to what was typed; both were found already."""
    text = searchable(name)
    if begins(words, text):
        return BEGINS
    return WITHIN if fits(words, text) else ABOUT


def _said(words: str) -> Hit:
    nothing: Callable[[], None] = lambda: None  # noqa: E731 - what is only said starts nothing
    return Hit(LAST, Content(words), nothing, text=words)


def _open(unit: UnitScreen, nip: str) -> None:
    unit.skp.go_home(lambda: unit.open_person(nip))
