"""Copying plans: from somebody, to many, into a new year."""
