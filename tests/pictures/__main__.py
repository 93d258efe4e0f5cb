"""Makes the pictures of the README from the sample office: ``python -m tests.pictures``."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from skp_tui.services.sample import TAHUN, sample_database
from skp_tui.services.sitting import sitting
from skp_tui.ui.app import SkpApp

SIZE = (100, 30)
NOW = datetime(2018, 1, 19, 10, 42, 7, tzinfo=UTC)
PICTURES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("unit", ()),
    ("isi", ("down", "down", "enter")),
    ("mengapa", ("down", "down", "f9")),
    ("kirim", ("f6",)),
)


async def picture(name: str, keys: tuple[str, ...], folder: Path) -> None:
    """Press the keys on a fresh sample office and write what is on the screen."""
    office = sample_database(lambda: NOW, (TAHUN,))
    with office as path, sitting(path, lambda: NOW) as opened:
        app = SkpApp(opened, today=NOW.date())
        app.last_folder = Path("/media/usb")
        async with app.run_test(size=SIZE) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
            app.save_screenshot(f"{name}.svg", str(folder))


def main() -> None:
    """Write every picture beside this module."""
    for name, keys in PICTURES:
        asyncio.run(picture(name, keys, Path(__file__).parent))


if __name__ == "__main__":
    main()
