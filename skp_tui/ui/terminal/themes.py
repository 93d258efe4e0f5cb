"""The looks: dark, light with high contrast, and one of the terminal's own sixteen colours."""

from typing import Final

from textual.theme import Theme

DEFAULT: Final = "gelap"

THEMES: Final = (
    Theme(
        name=DEFAULT,
        primary="#7FB2F0",
        secondary="#9AA7B5",
        accent="#F2C14E",
        warning="#F2C14E",
        error="#FF8A80",
        success="#8BD17C",
        foreground="#E6E6E6",
        background="#15181C",
        surface="#1D2126",
        panel="#262B31",
        # what Textual makes of them is too faint for an example in a field
        variables={"text-muted": "auto 66%", "text-disabled": "auto 66%"},
    ),
    Theme(
        name="terang",
        primary="#00409F",
        secondary="#404040",
        accent="#5A3A00",
        warning="#6B4500",
        error="#A30000",
        success="#005A1E",
        foreground="#000000",
        background="#FFFFFF",
        surface="#F6F6F6",
        panel="#E4E4E4",
        dark=False,
        variables={"text-muted": "auto 85%", "text-disabled": "auto 85%"},
    ),
    Theme(
        name="16-warna",
        ansi=True,
        primary="ansi_default",
        secondary="ansi_default",
        # bright red is read on a black and on a white screen alike: a contrast over 5 and over 3 in
        # the colours of Windows, PuTTY, xterm and Linux. Yellow is not seen on white, magenta is
        # dark on the black of Windows. What is not to be done is bold and has no colour.
        accent="ansi_default",
        warning="ansi_bright_red",
        error="ansi_bright_red",
        success="ansi_default",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables={
            # Textual's own style sheet asks every ansi theme for these
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "border": "ansi_default",
            "border-blurred": "ansi_default",
            "scrollbar": "ansi_default",
            "scrollbar-hover": "ansi_default",
            "scrollbar-active": "ansi_default",
            "scrollbar-background": "ansi_default",
            "scrollbar-background-hover": "ansi_default",
            "scrollbar-background-active": "ansi_default",
            "scrollbar-corner-color": "ansi_default",
            "block-cursor-foreground": "ansi_default",
            # a mark: filters.TurnedRound makes the terminal's own colours, exchanged, of it
            "block-cursor-background": "ansi_blue",
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-foreground": "ansi_default",
            "block-cursor-blurred-background": "ansi_default",
            "block-cursor-blurred-text-style": "underline",
            "input-cursor-background": "ansi_default",
            "input-cursor-foreground": "ansi_default",
            "input-cursor-text-style": "reverse",
            "input-selection-foreground": "ansi_default",
            "input-selection-background": "ansi_default",
        },
    ),
)
