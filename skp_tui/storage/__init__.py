"""The database: the only room that knows SQLModel; it gives domain values and takes changes."""
