"""The one form: questions under each other, stored as a whole."""
