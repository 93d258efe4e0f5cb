"""The part of the registry of keys that is about the program itself: its keys, and support."""

from typing import Final

from skp_tui.ui.actions.model import LISTS, Action, Room

ALWAYS: Final = LISTS | {Room.AWAL, Room.PENGATURAN}
"""Where the ways to both stand: what can be shown also when nothing else can."""
KEYS: Final = frozenset({Room.TOMBOL})
SUPPORT: Final = frozenset({Room.DUKUNGAN})

SUPPORT_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "test_keys", (), "", "Coba tombol",
        "Mencoba tombol satu demi satu: mana yang sampai, dan cara lain bagi yang tidak.",
        ALWAYS | SUPPORT, letter="-", bound=False,
    ),
    Action(
        "open_support", (), "", "Dukungan",
        "Keterangan untuk minta bantuan: versi, terminal, tempat berkas, keutuhan, cadangan.",
        ALWAYS | KEYS, letter="+", bound=False,
    ),
    Action(
        "key_missing", ("t",), "T", "Tidak sampai",
        "Menandai bahwa tombol yang diminta tidak sampai, dan menyebut jalan lainnya.",
        KEYS, letter="t", footer=2,
    ),
    Action(
        "skip_key", ("l",), "L", "Lewati",
        "Melewati tombol yang diminta; ia diminta lagi sesudah yang lain.",
        KEYS, letter="l", footer=3,
    ),
    Action(
        "other_ways", ("c",), "C", "Cara lain",
        "Menyebut setiap tombol dengan jalan lainnya, siapa yang sering menahannya dan setelannya.",
        KEYS, letter="c", footer=4,
    ),
    Action(
        "start_again", ("u",), "U", "Ulang",
        "Menghapus semua tanda dan mulai dari tombol pertama.",
        KEYS, letter="u", footer=5,
    ),
    Action(
        "copy_text", ("ctrl+c",), "Ctrl+C", "Salin",
        "Menyalin keterangan ini ke papan klip terminal.",
        SUPPORT, letter="c", footer=3,
    ),
    Action(
        "save_text", ("s",), "S", "Simpan teks",
        "Menyimpan keterangan ini sebagai berkas teks; berkas lain tidak pernah ditimpa.",
        SUPPORT, letter="s", footer=2,
    ),
    Action(
        "look_again", ("f5",), "F5", "Ulangi",
        "Mengumpulkan keterangan ini dari awal dan memeriksa basis data sekali lagi.",
        SUPPORT, letter="u", footer=4,
    ),
)  # fmt: skip
