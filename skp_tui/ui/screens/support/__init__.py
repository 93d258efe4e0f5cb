"""The program itself: its keys, its account for who helps, a copy of the database."""
