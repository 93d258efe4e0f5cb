"""Ctrl+P: actions and employees by a part of their name, the second way to every F-key."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from skp_tui.domain.text import clean
from skp_tui.ui.actions import actions_of
from skp_tui.ui.screens.frame import Frame
from skp_tui.ui.screens.unit import UnitScreen

Entry = tuple[str, str, Callable[[], object]]


def palette() -> CommandPalette:
    """Return the palette in the user's language."""
    return CommandPalette(
        [ActionsProvider, PeopleProvider],
        placeholder="Cari perintah atau pegawai…",
        id="--command-palette",
    )


class _Entries(Provider):
    """Offer plain entries; a name never reaches the palette as markup."""

    def entries(self) -> Iterator[Entry]:
        """Yield name, explanation and what to do."""
        return iter(())

    def at_once(self) -> Iterator[Entry]:
        """Yield what is offered before anything is typed."""
        return self.entries()

    async def discover(self) -> Hits:
        """Yield the entries that are offered before anything is typed."""
        for name, about, run in self.at_once():
            yield DiscoveryHit(Content(name), run, text=name, help=about or None)

    async def search(self, query: str) -> Hits:
        """Yield the entries that the typed signs fit."""
        matcher = self.matcher(query)
        for name, about, run in self.entries():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, Content(name), run, text=name, help=about or None)


class ActionsProvider(_Entries):
    """Offer what can be done on the screen."""

    def entries(self) -> Iterator[Entry]:
        """Yield the actions of the screen's room."""
        screen = self.screen
        if not isinstance(screen, Frame):
            return
        for action in actions_of(screen.room):
            if action.letter and action.id != "palette":
                name = f"{action.word} ({action.label})"
                yield name, action.tooltip, partial(screen.run_action, action.id)


class PeopleProvider(_Entries):
    """Offer the employees of the unit; choosing one opens his entry screen."""

    def entries(self) -> Iterator[Entry]:
        """Yield everybody of the unit that is shown."""
        unit = next(
            (found for found in self.app.screen_stack if isinstance(found, UnitScreen)), None
        )
        if unit is None or unit.view is None:
            return
        for orang in unit.view.orang:
            yield clean(orang.nama), "", partial(self._open, unit, orang.nip)

    def at_once(self) -> Iterator[Entry]:
        """Offer nobody before something is typed: the list stands on the screen."""
        return iter(())

    def _open(self, unit: UnitScreen, nip: str) -> None:
        unit.skp.go_home(lambda: unit.open_person(nip))
