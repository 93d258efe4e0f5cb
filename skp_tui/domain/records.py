"""The record of the exchange, which files, storage and screens pass to each other."""

Rekaman = dict[str, str | None]
"""For each column of one record its canonical text, or None for "empty"."""
