"""The one function through which text of users reaches a widget."""

from rich.text import Text

from skp_tui.domain.text import clean


def safe(text: str, style: str = "") -> Text:
    """Return user text as plain text: never markup, never a control sign.

    Escaping is not enough: nested brackets still crashed widgets that read markup, and no widget
    filters terminal escapes.
    """
    return Text(clean(text), style=style, end="", no_wrap=True)


def safe_lines(text: str) -> Text:
    """Return text of several lines as plain text that may wrap; each line is made safe."""
    return Text("\n".join(clean(one) for one in text.splitlines()))
