"""The keys that the program lives by, from the registry and the grids, and what each is for."""

from collections.abc import Iterator, Mapping
from typing import Final

from skp_tui.record import record
from skp_tui.ui.actions.registry import ACTIONS, Action
from skp_tui.ui.keys.names import is_sign, key_name
from skp_tui.ui.widgets.grid.cursor import FAR_MOVES, MOVES

SIGNS: Final = "tanda"
"""Stands for all keys that write a sign: the shortest ones of every screen."""
FUNCTION: Final = tuple(f"f{number}" for number in range(1, 25))
FIRST: Final = ("tab", "shift+tab", "enter", "escape", "delete", "backspace", "insert")
GRID: Final[Mapping[str, tuple[str, str]]] = {
    "up": ("satu baris ke atas", "Page Up, atau / lalu namanya"),
    "down": ("satu baris ke bawah", "Enter dalam isian, Page Down, atau / lalu namanya"),
    "left": ("satu sel ke kiri", "Shift+Tab"),
    "right": ("satu sel ke kanan", "Tab"),
    "home": ("ke awal baris atau daftar", "panah kiri berulang; dalam daftar Page Up berulang"),
    "end": ("ke akhir baris atau daftar", "panah kanan berulang; dalam daftar Page Down berulang"),
    "pageup": ("satu layar ke atas", "panah atas berulang, atau / lalu namanya"),
    "pagedown": ("satu layar ke bawah", "panah bawah berulang, atau / lalu namanya"),
    "ctrl+home": ("ke baris pertama", "Page Up berulang"),
    "ctrl+end": ("ke baris terakhir", "Page Down berulang"),
}
"""What the grids' own keys do, and what does the same."""
BESIDES: Final[Mapping[str, str]] = {
    "tab": "Enter ke isian berikutnya; panah kanan ke sel berikutnya",
    "shift+tab": "panah atas atau panah kiri",
    "enter": "dalam sel: panah bawah menyimpan dan turun",
    "backspace": "mengetik langsung mengganti seluruh isi sel",
    "f10": "setiap perintah: Ctrl+P lalu ketik sebagian namanya",
    "ctrl+p": "setiap perintah: F10 lalu hurufnya",
    SIGNS: "setiap perintah: F10 lalu Enter pada barisnya",
}
"""What else does the same as a key, where the registry cannot know it."""


@record
class Tombol:
    """One key: its name, and what it is for in a few words."""

    kunci: str
    nama: str
    guna: str


def keys_in_use() -> tuple[Tombol, ...]:
    """Return every key that is more than a sign, F1 first, and one line for all signs.

    All of the registry and all moves of the grids: what is added there stands here too.
    """
    named = {key for action in ACTIONS for key in action.keys if not is_sign(key)}
    found = sorted(named | set(MOVES) | set(FAR_MOVES), key=_place)
    signs = Tombol(SIGNS, "huruf dan tanda", "perintah singkat di layar daftar, dan mengetik")
    return (*(Tombol(key, key_name(key), purpose(key)) for key in found), signs)


def _place(key: str) -> tuple[int, int, str]:
    """Sort as the keys lie: F1 on, Ctrl with letters, what edits, what moves, what marks."""
    if key in FUNCTION:
        return 0, FUNCTION.index(key), key
    if key in FIRST:
        return 2, FIRST.index(key), key
    if key in GRID:
        return 3, tuple(GRID).index(key), key
    if key.startswith("ctrl+"):
        return 1, 0, key
    *_, plain = key.split("+")
    return 4, [*GRID, plain].index(plain), key


def purpose(key: str) -> str:
    """Say what a key is for: the words of its actions, each once, or what the grid does."""
    if key in GRID:
        return GRID[key][0]
    return ", ".join(dict.fromkeys(action.word for action in actions_with(key)))


def actions_with(key: str) -> Iterator[Action]:
    """Yield the actions that a key does anywhere, in the order of the registry."""
    return (action for action in ACTIONS if key in action.keys)
