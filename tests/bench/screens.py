"""Measures how long each screen takes at a quarter of one core, from its key to its last repaint.

The program is started and led to the key before at full speed, and is at rest when it is slowed
down; each screen is opened for the first time in its program, so that loading it counts.

Run: ``python -m tests.bench.screens [NAME…]``
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from skp_tui.services.keeping.sample import TAHUN, TARGET, fill_with_sample, folder_of
from tests.bench.pane import NotShownError, Pane, View
from tests.bench.process import wait_for_rest
from tests.bench.programs import OURS, USUAL, surroundings
from tests.bench.quarter import Quarter, quarter
from tests.pictures.scenes import YEAR_2017, YEAR_2025, Scene

NO_SCREENS: Final = frozenset({"unit", "unit-2025", "cari", "belum-lengkap", "isi-ditolak"})
"""Scenes that show more of a screen that is open already."""
BEYOND: Final = {"palet": 5, "sepakat": 1}
"""Keys that are pressed on a screen after the one that opened it."""
LOOKS, SHORT = 6, 3
KEYS: Final = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "slash": "/",
    "plus": "+",
    "equals_sign": "=",
    "question_mark": "?",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    **{f"f{number}": f"\x1bO{sign}" for number, sign in enumerate("PQRS", 1)},
    **{f"f{number}": f"\x1b[{code}~" for number, code in enumerate((15, 17, 18, 19, 20, 21), 5)},
}
"""What a terminal sends for the keys that are named."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A screen and the seconds that it took."""

    scene: Scene
    seconds: float


def bytes_of(key: str) -> bytes:
    """Return what a terminal sends for a key."""
    if key.startswith("ctrl+"):
        return bytes([ord(key[-1]) & 31])
    return KEYS.get(key, key).encode()


def open_screens(folder: Path, group: Quarter, names: Sequence[str] = ()) -> Iterator[Opened]:
    """Open every screen of the sample office, or those that are named."""
    years = ((YEAR_2017, (TAHUN,)), (YEAR_2025, tuple(TARGET)))
    for scenes, told in years:
        place = folder / str(told[-1])
        shutil.copytree(folder_of(told[0]), place)
        db = place / "skp.db"
        fill_with_sample(db, lambda: datetime.now(UTC), told)
        for scene in scenes:
            if scene.name not in NO_SCREENS and (not names or scene.name in names):
                try:
                    yield _opened(scene, db, group)
                except (NotShownError, OSError) as error:
                    print(f"left out: {scene.title}: {error}", file=sys.stderr)


def _opened(scene: Scene, db: Path, group: Quarter) -> Opened:
    command = (sys.executable, "-m", "skp_tui", "--db", str(db))
    environment = {**surroundings(db.parent), **OURS.extra}
    with Pane(command, environment, USUAL, folder=db.parent) as pane:
        pane.wait_for("MINIMAL BAIK" if "2025" not in str(db.parent) else "Predikat")
        wait_for_rest(pane)
        *way, key = scene.keys[: len(scene.keys) - BEYOND.get(scene.name, 0)]
        for step in way:
            pane.press(bytes_of(step))
            wait_for_rest(pane, SHORT)
        pane.text()
        group.take(pane.pid)
        pressed = pane.press(bytes_of(key))
        wait_for_rest(pane, LOOKS)
        return Opened(scene, _last_change(pane) - pressed)


def _last_change(pane: Pane) -> float:
    """Return when the words on the screen changed last; a cursor may blink on."""
    seen = [pane.view.text]

    def changes(view: View) -> bool:
        before, seen[0] = seen[0], view.text
        return seen[0] != before

    changed = None
    while (when := pane.first(changes)) is not None:
        changed = when
    if changed is None:
        raise NotShownError(f"nothing changed\n{pane.view.text}")
    return changed


def main(*names: str) -> None:
    """Print the seconds of each screen, the slowest last."""
    with tempfile.TemporaryDirectory(prefix="skp-ukur-") as folder, quarter() as group:
        if group is None:
            raise SystemExit("no control group can be made here")
        found = sorted(open_screens(Path(folder), group, names), key=lambda one: one.seconds)
    for one in found:
        print(f"{one.seconds:6.2f} s  {one.scene.title}")


if __name__ == "__main__":
    main(*sys.argv[1:])
