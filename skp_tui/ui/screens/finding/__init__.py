"""The ways to what one can do: help (F1), menu (F10), palette (Ctrl+P)."""
