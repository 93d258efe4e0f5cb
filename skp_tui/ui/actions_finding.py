"""The part of the registry of keys that is about finding people, and judging all of them."""

from typing import Final

from skp_tui.ui.action_model import JUDGING, LISTS, Action

FINDING_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "only_incomplete", ("1",), "1", "Belum",
        "Hanya yang belum lengkap; sekali lagi menampilkan semua.",
        LISTS, letter="1",
    ),
    Action(
        "only_below", ("2",), "2", "< Baik",
        "Hanya yang di bawah Baik, jadi perlu pembinaan; sekali lagi menampilkan semua.",
        LISTS, letter="2",
    ),
    Action(
        "only_boundary", ("3",), "3", "± batas",
        "Hanya yang bernilai batas, di antara dua sebutan; sekali lagi menampilkan semua.",
        LISTS, letter="3",
    ),
    Action(
        "only_unjudged", ("4",), "4", "Perilaku –",
        "Hanya yang perilakunya belum lengkap; sekali lagi menampilkan semua.",
        LISTS, letter="4",
    ),
    Action(
        "show_all", ("0",), "0", "Semuanya",
        "Melepas semua saringan, seperti Esc.",
        LISTS, letter="0",
    ),
    Action(
        "judge_all", ("r",), "R", "Perilaku",
        "Mengisi perilaku semua yang tampak dalam satu tabel, aspek demi aspek.",
        LISTS, letter="r", footer=4,
    ),
    Action(
        "leave_cell", ("tab", "shift+tab"), "Tab", "Kanan",
        "Ke aspek berikutnya orang itu, lalu ke orang berikutnya; Shift+Tab kembali. Enter di "
        "baris terakhir mulai di atas aspek berikutnya.",
        JUDGING, footer=9, bound=False,
    ),
)  # fmt: skip
