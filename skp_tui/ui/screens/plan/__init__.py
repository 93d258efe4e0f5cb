"""The plan of an import: looked at, applied, and what follows it."""
