"""Choosing files to import: folders, kinds, columns."""
