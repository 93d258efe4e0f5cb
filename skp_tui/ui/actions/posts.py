"""The part of the registry of keys that is about posts of a year and values from elsewhere."""

from typing import Final

from skp_tui.ui.actions.model import LISTS, Action, Room

SOMEBODY: Final = LISTS | {Room.PEGAWAI}

POST_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "open_parts", ("d",), "D", "Pindah",
        "Pindah tugas: bagian tahun pegawai ini, masing-masing dengan unit dan penilainya.",
        SOMEBODY, letter="d",
    ),
    Action(
        "open_outside", ("v",), "V", "Nilai luar",
        "Nilai dari luar dan pengecualian: nilai akademik, SKP yang dinilai kantor lain.",
        SOMEBODY, letter="v",
    ),
    Action(
        "new_part", ("ctrl+n",), "Ctrl+N", "Pindah",
        "Mengakhiri bagian terakhir dan memulai yang berikut di tugas baru.",
        frozenset({Room.BAGIAN}), letter="n", footer=3,
    ),
)  # fmt: skip
