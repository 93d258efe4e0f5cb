"""Writes the table of sentences anew, file by file in its order; new names come from the call."""

import sys
import tempfile
from pathlib import Path

from tests.broken.sentences import TABLE, place, sections, verdict


def main() -> None:
    """Write the table; ``name=kind`` in the call adds a file."""
    kinds = {name: jenis for name, (jenis, _) in sections().items()} if TABLE.exists() else {}
    kinds.update(word.split("=") for word in sys.argv[1:])  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as folder:
        text = [verdict(place(name, Path(folder)), jenis) for name, jenis in kinds.items()]
    TABLE.write_text("".join(text), encoding="utf-8")


if __name__ == "__main__":
    main()
