"""The part of the registry of keys that is about many cells at once."""

from typing import Final

from skp_tui.ui.actions.model import CELLS, ENTRY, Action

BLOCKS: Final = CELLS
"""Rooms whose grid fills, copies and pastes blocks; their screen is a ``CellScreen``."""

SPEED_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "mark_block", ("ctrl+b", "shift+up", "shift+down", "shift+left", "shift+right"),
        "Ctrl+B", "Tandai",
        "Mulai menandai sel, panah memperluas; Ctrl+B lagi atau Esc melepas. Shift+panah juga.",
        BLOCKS, letter="x", bound=False,
    ),
    Action(
        "fill_down", ("ctrl+d",), "Ctrl+D", "Isi turun",
        "Menyalin isi sel di atasnya; pada blok bertanda, baris atasnya mengisi sampai bawah.",
        BLOCKS, letter="d", bound=False,
    ),
    Action(
        "copy_block", ("ctrl+c",), "Ctrl+C", "Salin",
        "Menyalin sel atau blok bertanda, juga ke papan klip terminal bila diizinkannya.",
        BLOCKS, letter="c", bound=False,
    ),
    Action(
        "paste_block", ("ctrl+v",), "Ctrl+V", "Tempel",
        "Menempel yang disalin di sini; dari lembar kerja lain: tombol tempel terminal. Beberapa "
        "sel diperlihatkan dahulu.",
        BLOCKS, letter="v", bound=False,
    ),
    Action(
        "same_as_target", ("ctrl+r",), "Ctrl+R", "= target",
        "Mengisi realisasi baris kursor, atau baris bertanda, sama dengan targetnya.",
        ENTRY, letter="r", footer=7,
    ),
    Action(
        "fill_as_target", ("ctrl+t",), "Ctrl+T", "Semua=target",
        "Mengisi semua realisasi yang masih kosong pegawai ini sama dengan targetnya.",
        ENTRY, letter="a",
    ),
)  # fmt: skip
