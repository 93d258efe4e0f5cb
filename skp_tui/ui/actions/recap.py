"""The part of the registry of keys that is about the recap: units, years and raters."""

from typing import Final

from skp_tui.ui.actions.model import LISTS, Action, Room

RECAP: Final = frozenset({Room.REKAP})

RECAP_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "open_recap", ("h",), "H", "Rekap",
        "Menghitung unit demi unit, tahun demi tahun, dan penilai demi penilai.",
        LISTS, letter="h", footer=9,
    ),
    Action(
        "go_into", ("enter",), "Enter", "Masuk",
        "Masuk ke unit atau tahun pada baris kursor; pada penilai: pegawai yang dinilainya.",
        RECAP, letter="i", footer=2, bound=False,
    ),
    Action(
        "next_list", ("tab",), "Tab", "Daftar lain",
        "Berganti daftar: unit, tahun, penilai.",
        RECAP, letter="d", footer=3,
    ),
    Action(
        "previous_list", ("shift+tab",), "Shift+Tab", "Kembali",
        "Kembali ke daftar sebelumnya.",
        RECAP,
    ),
    Action(
        "filter", ("slash",), "/", "Cari",
        "Menyaring daftar sambil mengetik; Esc menampilkan semua lagi.",
        RECAP, letter="/", footer=5,
    ),
    Action(
        "see_people", ("p",), "P", "Pegawai",
        "Menampilkan pegawai unit pada baris kursor di layar Unit, pada tahun yang dilihat.",
        RECAP, letter="p", footer=4,
    ),
    Action(
        "save_list", ("s",), "S", "Simpan CSV",
        "Menyimpan daftar ini sebagai CSV; berkas lain tidak pernah ditimpa.",
        RECAP, letter="s", footer=6,
    ),
)  # fmt: skip
