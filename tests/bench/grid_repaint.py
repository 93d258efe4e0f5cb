"""Measure how long the grid takes from a key press to the repaint, against a bare DataTable.

Run it: `python -m tests.bench.grid_repaint`. Both widgets show the same rows and columns in the
same run and take turns, so that a slow machine slows both.
"""

import asyncio
import statistics
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Final

from textual import events
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import DataTable

from skp_tui.ui.widgets.grid.grid import Column, Grid, Row

KEYS: Final = ("down",) * 45 + ("right",) * 10 + ("up",) * 45 + ("left",) * 10
"""A way there and back: every key moves the cursor, some of them scroll."""
ROUNDS: Final = 3
SIZE: Final = (120, 40)
COLUMNS: Final = tuple(
    Column(f"k{i}", f"Kolom {i}", 12, group=f"G{i // 5}", frozen=i < 2) for i in range(14)
)


def rows(count: int) -> list[Row]:
    """Make rows of plain texts, the same for both widgets."""
    return [
        Row(str(row), tuple(f"sel {row}.{column}" for column in range(len(COLUMNS))))
        for row in range(count)
    ]


class BenchApp(App[None]):
    """Tell when a repaint has been done, with the terminal's text made as for a real one."""

    def __init__(self, make: Callable[[], Widget]) -> None:
        super().__init__()
        self._make = make
        self.painted = asyncio.Event()

    def compose(self) -> ComposeResult:
        """Yield the one widget that is measured."""
        yield self._make()

    def _display(self, screen: Screen[object], renderable: object) -> None:
        render = getattr(renderable, "render_segments", None)
        if render is not None:
            render(self.console)
        super()._display(screen, renderable)  # type: ignore[arg-type]
        self.painted.set()


def grid(count: int) -> Widget:
    """Make the grid with its rows."""
    widget = Grid(COLUMNS)
    widget.set_rows(rows(count))
    return widget


def table(count: int) -> Widget:
    """Make Textual's own table with the same rows."""
    widget: DataTable[str] = DataTable(fixed_columns=2)
    for column in COLUMNS:
        widget.add_column(column.title, width=column.width, key=column.key)
    for row in rows(count):
        widget.add_row(*row.cells, key=row.key)
    return widget


async def press(app: BenchApp, key: str) -> float:
    """Press one key and wait until the screen has been painted; return milliseconds."""
    app.painted.clear()
    start = perf_counter()
    app.post_message(events.Key(key, None))
    await app.painted.wait()
    return (perf_counter() - start) * 1000


async def measure(count: int) -> tuple[list[float], list[float]]:
    """Let both widgets take turns, key by key."""
    ours, theirs = BenchApp(lambda: grid(count)), BenchApp(lambda: table(count))
    found: tuple[list[float], list[float]] = ([], [])
    async with ours.run_test(size=SIZE) as pilot, theirs.run_test(size=SIZE) as other:
        for app, one in ((ours, pilot), (theirs, other)):
            app.screen.focus_next()
            await one.pause()
        for key in KEYS * ROUNDS:
            for app, times, one in ((ours, found[0], pilot), (theirs, found[1], other)):
                times.append(await press(app, key))
                await one.pause()
    return found


def report(count: int, ours: list[float], theirs: list[float]) -> str:
    """Say both times and their ratio in one line."""
    parts = [f"{count:>4} rows"]
    for name, pick in (("median", statistics.median), ("p95", p95)):
        mine, other = pick(ours), pick(theirs)
        parts.append(f"{name}: grid {mine:.2f} ms, table {other:.2f} ms, ratio {mine / other:.2f}")
    return "   ".join(parts)


def p95(times: list[float]) -> float:
    """Return the time that 95 of 100 presses stay under."""
    return statistics.quantiles(times, n=20)[-1]


def main() -> None:
    """Print one line per number of rows."""
    for count in (50, 500, 5000):
        ours, theirs = asyncio.run(measure(count))
        sys.stdout.write(report(count, ours, theirs) + "\n")


if __name__ == "__main__":
    main()
