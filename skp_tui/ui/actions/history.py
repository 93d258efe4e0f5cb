"""The part of the registry of keys that is about what was changed: undo, redo and the trail."""

from typing import Final

from skp_tui.ui.actions.model import DATA, ENTRY, LISTS, Action, Room

TRAIL: Final = frozenset({Room.JEJAK})
TELL_TRAIL: Final = (
    "Menunjukkan apa yang diubah pada data pegawai ini atau semuanya, kapan, lama dan baru; "
    "siapa pengetiknya tidak tercatat."
)

HISTORY_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "open_trail", ("j",), "J", "Jejak", TELL_TRAIL,
        LISTS | {Room.PEGAWAI}, letter="j",
    ),
    Action(
        "open_trail", ("ctrl+u",), "Ctrl+U", "Jejak", TELL_TRAIL,
        ENTRY, letter="j",
    ),
    Action(
        "open_line", ("enter",), "Enter", "Rincian",
        "Menunjukkan langkah itu selengkapnya: sebabnya dan semua yang diubahnya.",
        TRAIL, letter="r", footer=2, bound=False,
    ),
    Action(
        "filter", ("slash",), "/", "Cari",
        "Menyaring jejak sambil mengetik: nama, kolom, nilai, tanggal atau sebab.",
        TRAIL, letter="/", footer=3,
    ),
    Action(
        "choose_kind", ("k",), "K", "Jenis",
        "Memilih jenis perubahan yang tampak.",
        TRAIL, letter="k", footer=4,
    ),
    Action(
        "switch_person", ("o",), "O", "Orang/semua",
        "Berganti antara jejak pegawai ini dan jejak semuanya.",
        TRAIL, letter="o", footer=5,
    ),
    Action(
        "save_trail", ("s",), "S", "Simpan CSV",
        "Menyimpan yang tampak, seluruhnya, sebagai CSV; berkas lain tidak pernah ditimpa.",
        TRAIL, letter="s", footer=6,
    ),
    Action(
        "undo", ("ctrl+z",), "Ctrl+Z", "Batal",
        "Membatalkan perubahan terakhir yang tersimpan, satu demi satu, juga yang dari kemarin.",
        DATA, letter="z", footer=7,
    ),
    Action(
        "redo", ("ctrl+y",), "Ctrl+Y", "Ulangi",
        "Mengulangi yang terakhir dibatalkan, selama belum ada perubahan baru sesudahnya.",
        DATA, letter="y",
    ),
)  # fmt: skip
