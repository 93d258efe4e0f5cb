"""Writes the README's table of keys from the registry: ``python -m tests.readme``."""

from pathlib import Path

from skp_tui.ui.actions.registry import ACTIONS, Room

README = Path(__file__).parent.parent / "README.md"
HEAD, TAIL = "<!-- keys -->\n", "<!-- /keys -->"
ROOMS = {Room.UNIT: "Unit", Room.ISI: "Isi"}
"""The rooms of the main job; the keys of all stand on the key card."""


def key_table() -> str:
    """Return the keys of the main job, in the order of the registry."""
    lines = ["| tombol | mengerjakan | layar |", "|---|---|---|"]
    for action in ACTIONS:
        if not action.label or action.rooms.isdisjoint(ROOMS):
            continue
        everywhere = action.rooms == frozenset(Room)
        rooms = (name for room, name in ROOMS.items() if room in action.rooms)
        where = "semua" if everywhere else ", ".join(rooms)
        lines.append(f"| {action.label} | **{action.word}**: {action.tooltip} | {where} |")
    return "\n".join(lines) + "\n"


def with_keys(text: str) -> str:
    """Return the README with its table of keys made anew."""
    before, _, rest = text.partition(HEAD)
    _, tail, after = rest.partition(TAIL)
    return f"{before}{HEAD}{key_table()}{tail}{after}"


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
