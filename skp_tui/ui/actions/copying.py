"""The part of the registry of keys that is about copying: activities, and whole years."""

from typing import Final

from skp_tui.ui.actions.model import ACTIVITIES, COPYING, LISTS, Action, Room

PLANS: Final = ACTIVITIES | {Room.KINERJA}
MARKING: Final = COPYING - {Room.SALIN}
APPLYING: Final = frozenset({Room.SALIN_PRATINJAU})
YEAR: Final = frozenset({Room.TAHUN_BARU})

COPYING_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "copy_from", ("ctrl+o",), "Ctrl+O", "Salin dari…",
        "Menyalin target tahun lalu, atau target rekan, ke SKP ini; realisasi tidak ikut.",
        PLANS, letter="o", footer=8,
    ),
    Action(
        "copy_to_many", ("s",), "S", "Salin ke…",
        "Menyalin rencana pegawai pada baris kursor ke banyak pegawai sekaligus.",
        LISTS, letter="s", footer=9,
    ),
    Action(
        "begin_year", ("b",), "B", "Tahun baru",
        "Membuat tahun baru dari tahun lalu: pengaturannya, dan rencana orangnya bila dikehendaki.",
        frozenset({Room.UNIT_PERIODE}), letter="b", footer=5,
    ),
    Action(
        "go_on", ("enter",), "Enter", "Lanjut",
        "Melanjutkan ke langkah berikut; belum ada yang disimpan.",
        frozenset({Room.SALIN, Room.SALIN_PILIH}), letter="n", footer=2, bound=False,
    ),
    Action(
        "apply_copy", ("enter",), "Enter", "Terapkan",
        "Menyalin semua yang bertanda dalam satu langkah; Ctrl+Z membatalkannya sekaligus.",
        APPLYING, letter="t", footer=2, bound=False,
    ),
    Action(
        "make_year", ("enter",), "Enter", "Buat",
        "Membuat tahunnya dan menyalin target semua yang bertanda, dalam satu langkah.",
        YEAR, letter="u", footer=2,
    ),
    Action(
        "mark_row", ("space", "insert"), "Spasi", "Tandai",
        "Menandai baris kursor dengan *, atau melepas tandanya.",
        MARKING, letter="d", footer=4,
    ),
    Action(
        "mark_rows", ("plus",), "+", "Semua",
        "Menandai semua yang tampak; sekali lagi melepas semuanya.",
        MARKING, letter="a", footer=5,
    ),
    Action(
        "set_target", ("t",), "T", "Target",
        "Menulis target persentase minimal Baik tahun baru; boleh dikosongkan dahulu.",
        YEAR, letter="t", footer=2,
    ),
    Action(
        "turn_targets", ("s",), "S", "Salin target",
        "Berganti: menyalin rencana tiap orang dari tahun lalu, atau hanya membuat tahunnya.",
        YEAR, letter="s", footer=2,
    ),
)  # fmt: skip
