"""The tables as SQLModel maps them: the only room that knows SQLModel."""
