"""The look of the grid: meaning rests on signs and on reverse or underline, colour repeats it."""

from collections.abc import Callable
from typing import Final

from rich.style import Style

from skp_tui.ui.widgets.grid.paint import NOT_DIM, Look

CSS: Final = """
GridView {
    width: 1fr;
    height: 1fr;
    background: $background;
    color: $foreground;
    scrollbar-size: 0 1;

    & > .grid--header { text-style: bold; color: $text-muted; }
    & > .grid--group { text-style: none; color: $text-primary; }
    & > .grid--rule { color: $foreground 40%; }
    & > .grid--cursor { text-style: reverse bold; }
    & > .grid--cursor-blurred { text-style: underline; }
    & > .grid--cursor-marked { text-style: bold underline; }
    & > .grid--marked { text-style: reverse; }
    & > .grid--cursor-row { text-style: bold; color: $text-accent; }
    & > .grid--frozen { text-style: none; }
    & > .grid--readonly { color: $text-muted; }
    & > .grid--saving { text-style: italic; }
    & > .grid--refused { text-style: bold underline; color: $text-error; }
    & > .grid--warning { color: $text-warning; }
    & > .grid--muted { color: $text-muted; }
    & > .grid--strong { text-style: bold; }
    & > .grid--notice { text-style: bold reverse; color: $text-error; }

    /* sixteen colours have no shades: what is to be done is heavier, what does not count fainter */
    &:ansi > .grid--warning { text-style: bold; }
    &:ansi > .grid--muted { text-style: dim; }
}
"""

PARTS: Final = (
    "header", "group", "rule", "cursor", "cursor-blurred", "cursor-row", "cursor-marked", "marked",
    "frozen", "readonly", "saving", "refused", "warning", "muted", "strong", "notice",
)  # fmt: skip
COMPONENTS: Final = {f"grid--{part}" for part in PARTS}


def look_of(component: Callable[..., Style], base: Style, *, focused: bool) -> Look:
    """Resolve the styles of one frame."""

    def part(name: str) -> Style:
        return component(f"grid--{name}", partial=True)

    def tint(name: str) -> Style:
        """Take the colour as blended with the background, and no background of its own."""
        whole, style = component(f"grid--{name}"), part(name)
        return style + Style(color=whole.color)

    return Look(
        base=base,
        header=base + tint("header"),
        group=base + tint("group"),
        rule=tint("rule"),
        cursor=part("cursor" if focused else "cursor-blurred") + NOT_DIM,
        cursor_row=tint("cursor-row"),
        cursor_marked=part("cursor-marked") + NOT_DIM,
        marked=part("marked") + NOT_DIM,
        frozen=part("frozen"),
        readonly=tint("readonly"),
        saving=part("saving"),
        refused=tint("refused"),
        warning=tint("warning"),
        muted=tint("muted"),
        strong=part("strong"),
        notice=base + tint("notice"),
        hint=base + Style(reverse=True),
    )
