"""What all mapped tables share: the key that the trail names."""

import os

# SQLModel looks through every installed package for a plugin of pydantic: a file read for each of
# them, and code that nobody asked for
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from sqlmodel import Field, SQLModel
from sqlmodel._compat import SQLModelConfig


class Record(SQLModel):
    """A row with the surrogate key that the trail names."""

    model_config = SQLModelConfig(defer_build=True)
    id: int | None = Field(default=None, primary_key=True)
