"""The start screen of a unit, its first questions, and the ways from it."""
