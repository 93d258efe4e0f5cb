"""The regulations, one module each, and the table that says which one governs a year."""
