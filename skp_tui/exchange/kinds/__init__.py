"""The kinds of file of exchange 3 with their columns."""
