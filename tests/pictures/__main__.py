"""Makes the picture of every screen from the sample office: ``python -m tests.pictures``.

Without a choice it writes those that the repository keeps. With ``--tema`` or ``--ukuran`` it makes
others to look at, in a folder that ``--ke`` names.
"""

import argparse
import asyncio
from pathlib import Path
from typing import Final

from skp_tui.ui.manual.pages import names
from skp_tui.ui.terminal.themes import DEFAULT, THEMES
from tests.pictures.drawing import SIZE, Look, pictures
from tests.pictures.scenes import ALL

HERE: Final = Path(__file__).parent
PAGE: Final = "README.md"


def page() -> str:
    """Return the page that shows all pictures, in the order of the manual."""
    head = "# Every screen\n\nMade by `python -m tests.pictures` from the sample office.\n"
    order = names()
    scenes = sorted(ALL, key=lambda scene: order.index(scene.chapter))
    shown = (f"\n## {scene.title}\n\n![{scene.title}]({scene.name}.svg)\n" for scene in scenes)
    return head + "".join(shown)


async def write(folder: Path, look: Look) -> None:
    """Write every picture and the page into a folder; those of scenes that are gone go too."""
    folder.mkdir(parents=True, exist_ok=True)
    before = set(folder.glob("*.svg"))
    async for scene, svg in pictures(look):
        path = folder / f"{scene.name}.svg"
        path.write_text(svg, encoding="utf-8", newline="\n")
        before.discard(path)
    for path in before:
        path.unlink()
    (folder / PAGE).write_text(page(), encoding="utf-8", newline="\n")


def size(text: str) -> tuple[int, int]:
    """Read a size as 120x40."""
    columns, _, rows = text.partition("x")
    return int(columns), int(rows)


def main() -> None:
    """Make the pictures that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("--tema", choices=[theme.name for theme in THEMES], default=DEFAULT)
    parser.add_argument("--ukuran", type=size, default=SIZE, help="for example 120x40")
    parser.add_argument("--ke", type=Path, default=HERE, help="the folder")
    given = parser.parse_args()
    look = Look(given.tema, given.ukuran)
    if given.ke == HERE and look != Look():
        parser.error("another theme or size belongs into another folder: --ke")
    asyncio.run(write(given.ke.resolve(), look))


if __name__ == "__main__":
    main()
