"""Screens of cells: what a typed text or a pasted block makes of the rows, and how it is saved."""
