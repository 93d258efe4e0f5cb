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
        surface="#F2F2F2",
        panel="#E4E4E4",
        dark=False,
    ),
    Theme(
        name="16-warna",
        ansi=True,
        primary="ansi_cyan",
        secondary="ansi_white",
        accent="ansi_yellow",
        warning="ansi_yellow",
        error="ansi_bright_red",
        success="ansi_green",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables={
            # Textual's own style sheet asks every ansi theme for these
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "block-cursor-foreground": "ansi_black",
            "block-cursor-background": "ansi_white",
            "input-cursor-background": "ansi_default",
            "input-cursor-foreground": "ansi_default",
            "input-cursor-text-style": "reverse",
        },
    ),
)
