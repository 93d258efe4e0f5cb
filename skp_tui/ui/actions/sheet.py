"""The part of the registry of keys that is about agreement, lock and objection."""

from typing import Final

from skp_tui.ui.actions.model import ENTRY, LISTS, Action, Room

SHEET: Final = frozenset({Room.LEMBAR})
MANY: Final = frozenset({Room.SEPAKAT})
TELL_SHEET: Final = (
    "Lembar penilaian pegawai ini: menyepakati target, mengunci, membuka kembali, keberatan."
)

SHEET_ACTIONS: Final[tuple[Action, ...]] = (
    Action("open_sheet", ("l",), "L", "Lembar", TELL_SHEET, LISTS, letter="l", footer=7),
    Action("open_sheet", ("ctrl+l",), "Ctrl+L", "Lembar", TELL_SHEET, ENTRY, letter="w", footer=7),
    Action(
        "open_sheets", ("k",), "K", "Kunci",
        "Menyepakati atau mengunci banyak pegawai sekaligus, dengan satu tanggal.",
        LISTS, letter="k", footer=8,
    ),
    Action(
        "open_objections", ("5",), "5", "Keberatan",
        "Membuka lembar yang keberatannya menunggu tanggapan atau keputusan, dari tahun mana pun.",
        LISTS, letter="5",
    ),
    Action(
        "agree", ("s",), "S", "Sepakati",
        "Mencatat tanggal target disepakati; setelah target berubah, menyepakatinya lagi.",
        SHEET, letter="s", footer=2,
    ),
    Action(
        "lock", ("k",), "K", "Kunci",
        "Mengunci penilaian yang lengkap dengan tanggal tanda tangannya; sesudah itu hanya dibaca.",
        SHEET, letter="k", footer=3,
    ),
    Action(
        "reopen", ("b",), "B", "Buka kembali",
        "Membuka penilaian yang terkunci; alasannya wajib dan tercatat dalam jejak.",
        SHEET, letter="b", footer=4,
    ),
    Action(
        "write_stage", ("o",), "O", "Keberatan",
        "Mencatat keberatan, tanggapan, keputusan atau rekomendasi, atau membetulkannya.",
        SHEET, letter="o", footer=5,
    ),
    Action(
        "remove_stage", ("f8",), "F8", "Hapus tahap",
        "Menghapus tahap keberatan yang terakhir; Ctrl+Z mengembalikannya.",
        SHEET, letter="h",
    ),
    Action(
        "next_version", ("v",), "V", "Versi",
        "Berganti versi target yang pernah disepakati, dibandingkan dengan yang sekarang.",
        SHEET, letter="v", footer=6,
    ),
    Action(
        "cancel_agreement", ("x",), "X", "Batal sepakat",
        "Membatalkan kesepakatan target; yang pernah disepakati tetap dapat dilihat.",
        SHEET, letter="x",
    ),
    Action(
        "open_listed", ("enter",), "Enter", "Lembar",
        "Membuka lembar penilaian pegawai pada baris kursor.",
        MANY, letter="w", footer=6, bound=False,
    ),
    Action(
        "filter", ("slash",), "/", "Cari",
        "Menyaring daftar sambil mengetik; Esc menampilkan semua lagi.",
        MANY, letter="/", footer=7,
    ),
    Action(
        "mark", ("space", "insert"), "Spasi", "Tandai",
        "Menandai pegawai pada baris kursor; sekali lagi melepasnya.",
        MANY, letter="t", footer=3,
    ),
    Action(
        "mark_all", ("plus",), "+", "Tandai semua",
        "Menandai semua yang tampak; sekali lagi melepas semuanya.",
        MANY, letter="i",
    ),
    Action(
        "agree_many", ("s",), "S", "Sepakati",
        "Menyepakati target semua yang ditandai, dengan satu tanggal.",
        MANY, letter="s", footer=4,
    ),
    Action(
        "lock_many", ("k",), "K", "Kunci",
        "Mengunci semua yang ditandai dan lengkap, dengan satu tanggal.",
        MANY, letter="k", footer=5,
    ),
    Action(
        "explain", ("f9",), "F9", "Mengapa",
        "Menjelaskan nilai langkah demi langkah, dengan pasalnya.",
        SHEET, letter="9",
    ),
)  # fmt: skip
