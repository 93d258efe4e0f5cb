"""How the program looks on its terminal: the theme, poor terminals, slow lines."""

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.filter import Monochrome, NoColor
from textual.scrollbar import ScrollBar, ScrollBarRender

from skp_tui.ui.terminal.abilities import WARNA_16, Rendering, Terminal, rendering, window_words
from skp_tui.ui.terminal.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType
    from textual.filter import LineFilter
    from textual.screen import Screen

    from skp_tui.ui.terminal.sparing import Sheet


class WholeBars(ScrollBarRender):
    """Draw scroll bars in whole cells: old consoles have no signs for parts of one."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


class Rendered(App[None]):
    """Draw as the terminal can and the settings say; a change is seen at once."""

    gone = False
    """Whether the terminal was closed, so that nothing is to be shown any more."""

    def __init__(self) -> None:
        super().__init__()
        self.terminal = Terminal()
        self.rendering = Rendering()
        self._own_filters: Sequence[LineFilter] = ()
        self._sheet: Sheet | None = None
        self._drawn_at = 0.0
        self._is_due = False
        self.animation_level = "none"
        ScrollBar.renderer = WholeBars
        for theme in THEMES:
            self.register_theme(theme)

    def render_as(self, settings: "Mapping[str, str]") -> None:
        """Look as the settings say, as far as the terminal can."""
        before, self.rendering = self.rendering, rendering(self.terminal, settings)
        now = self.rendering
        self.no_color = now.polos
        if self.is_running or self.available_themes[now.tema].ansi:
            self.theme = now.tema
        else:
            self._begin_with(now.tema)
        if now.ascii or now.tema == WARNA_16 or self._own_filters:
            from skp_tui.ui.terminal.filters import filters_of  # noqa: PLC0415 - poor terminals only

            self._own_filters = filters_of(now)
        self._spare(now.hemat)
        if self.is_running and (before.ascii, before.polos) != (now.ascii, now.polos):
            self.refresh_css(animate=False)
            for screen in self.screen_stack:
                screen.refresh()

    def _begin_with(self, tema: str) -> None:
        """Take a theme before anything is drawn: a changed one has all styles read once more."""
        self.set_reactive(App.theme, tema)
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        self.set_class(dark, "-dark-mode", update=False)
        self.set_class(not dark, "-light-mode", update=False)

    def start_words(self) -> tuple[str, ...]:
        """Return what is to be said at the start of a terminal that cannot do everything."""
        words = "" if self.is_headless else window_words(*self.size)
        return tuple(filter(None, (self.rendering.why_ascii, words)))

    def get_line_filters(self) -> "Sequence[LineFilter]":
        """Return what lines go through; without colours, without Textual's shades of grey too."""
        usual = super().get_line_filters()
        return [
            *(one for one in usual if not isinstance(one, NoColor | Monochrome)),
            *self._own_filters,
        ]

    # Slow lines

    def _spare(self, spares: bool) -> None:  # noqa: FBT001 - a setting
        if spares == (self._sheet is not None):
            return
        if spares:
            from skp_tui.ui.terminal.sparing import Sheet  # noqa: PLC0415 - slow lines only

            self._sheet = Sheet()
        else:
            self._sheet = None
        if self.is_running:
            self.screen.refresh()

    def _display(self, screen: "Screen[object]", renderable: "RenderableType | None") -> None:
        """Write a frame; on a slow line only what changed in it, and not more than 15 a second."""
        sheet = self._sheet
        if sheet is None or self._batch_count:
            super()._display(screen, renderable)
            return
        from skp_tui.ui.terminal.sparing import FRAME  # noqa: PLC0415 - slow lines only

        if not sheet.take(renderable, screen.size, self.console):
            super()._display(screen, renderable)
            return
        wait = self._drawn_at + FRAME - monotonic()
        if wait <= 0:
            self._draw()
        elif not self._is_due:
            self._is_due = True
            self.set_timer(wait, self._draw)

    def _draw(self) -> None:
        from skp_tui.ui.terminal.sparing import Changes  # noqa: PLC0415 - slow lines only

        self._is_due, self._drawn_at = False, monotonic()
        # the last frame may be due when nothing is shown any more
        if self._sheet is not None and self.screen_stack:
            super()._display(self.screen, Changes(self._sheet))

    def on_resize(self) -> None:
        """Draw everything anew: what a terminal does with its signs then is its own affair."""
        if self._sheet is not None:
            self._sheet.forget()
