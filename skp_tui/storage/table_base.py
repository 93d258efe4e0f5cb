"""What all mapped tables share: the key that the trail names."""

from sqlmodel import Field, SQLModel


class Record(SQLModel):
    """A row with the surrogate key that the trail names."""

    id: int | None = Field(default=None, primary_key=True)
