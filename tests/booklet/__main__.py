"""Makes the printed manual and the key card: ``python -m tests.booklet``."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from skp_tui.services.keeping.booklet import BUKU, KARTU
from tests.booklet.book import book
from tests.booklet.card import card

FOLDER: Final = Path(__file__).parents[2] / "data"
MADE: Final[Mapping[str, Callable[[], bytes]]] = {BUKU: book, KARTU: card}


def main() -> None:
    """Write both where the program finds them."""
    for name, make in MADE.items():
        (FOLDER / name).write_bytes(make())


if __name__ == "__main__":
    main()
