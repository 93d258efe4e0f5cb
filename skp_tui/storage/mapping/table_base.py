"""What all mapped tables share: SQLModel, loaded as this program needs it, and the key of a row."""

import os

# pydantic looks through every installed package for plugins when SQLModel is loaded: a file read
# for each of them, and code that nobody asked for
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from sqlmodel import Field, SQLModel

__all__ = ["Field", "Record", "SQLModel"]


class Record(SQLModel):
    """A row with the surrogate key that the trail names; its validator, never used, is not made."""

    model_config = {"defer_build": True}
    id: int | None = Field(default=None, primary_key=True)
