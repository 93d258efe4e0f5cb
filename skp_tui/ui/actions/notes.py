"""The part of the registry of keys that is about progress and notes through the year."""

from typing import Final

from skp_tui.ui.actions.model import ACTIVITIES, LISTS, Action, Room

PROGRESS: Final = frozenset({Room.KEMAJUAN})
NOTES: Final = PROGRESS | {Room.CATATAN}
TELL_PROGRESS: Final = (
    "Catatan kemajuan setiap kegiatan sepanjang tahun; jumlahnya ditawarkan sebagai realisasi."
)
TELL_NOTES: Final = "Buku catatan perilaku pegawai ini: bertanggal, untuk dibaca saat menilai."

NOTE_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "open_progress", ("m",), "M", "Kemajuan", TELL_PROGRESS,
        LISTS, letter="m",
    ),
    Action(
        "open_progress", ("ctrl+k",), "Ctrl+K", "Kemajuan", TELL_PROGRESS,
        ACTIVITIES, letter="f",
    ),
    Action(
        "open_notes", ("c",), "C", "Catatan", TELL_NOTES,
        LISTS, letter="c",
    ),
    Action(
        "open_notes", ("ctrl+e",), "Ctrl+E", "Catatan", TELL_NOTES,
        ACTIVITIES, letter="b",
    ),
    Action(
        "new_note", ("ctrl+n",), "Ctrl+N", "Baru",
        "Menambah catatan bertanggal.",
        NOTES, letter="n", footer=2,
    ),
    Action(
        "edit_note", ("enter",), "Enter", "Ubah",
        "Mengubah catatan pada baris kursor.",
        NOTES, letter="u", footer=3, bound=False,
    ),
    Action(
        "remove_note", ("f8",), "F8", "Hapus",
        "Menghapus catatan pada baris kursor; Ctrl+Z mengembalikannya.",
        NOTES, letter="h", footer=5,
    ),
    Action(
        "other_list", ("tab",), "Tab", "Daftar lain",
        "Berpindah antara daftar kegiatan dan catatannya; Enter pada kegiatan juga.",
        PROGRESS, footer=9, bound=False,
    ),
    Action(
        "take_sum", ("ctrl+r",), "Ctrl+R", "Pakai",
        "Memakai jumlah catatan sebagai realisasi kuantitas kegiatan ini.",
        PROGRESS, letter="r", footer=4,
    ),
    Action(
        "take_sums", ("ctrl+t",), "Ctrl+T", "Pakai semua",
        "Memakai jumlah catatan sebagai realisasi semua kegiatan yang realisasinya masih kosong.",
        PROGRESS, letter="t", footer=6,
    ),
)  # fmt: skip
