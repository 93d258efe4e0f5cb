"""The part of the registry of keys that is about finding people, and judging all of them."""

from typing import Final

from skp_tui.ui.actions.model import JUDGING, LISTS, RATING, Action

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
        "Hanya yang perilakunya belum dinilai lengkap; sekali lagi menampilkan semua.",
        LISTS, letter="4",
    ),
    Action(
        "show_all", ("0",), "0", "Semuanya",
        "Melepas semua saringan, seperti Esc.",
        LISTS, letter="0",
    ),
    Action(
        "judge_all", ("r",), "R", "Menilai",
        "Menilai semua yang tampak dalam satu tabel: perilaku, atau sejak 2022 kedua peringkat.",
        LISTS, letter="r", footer=4,
    ),
    Action(
        "choose_period", ("ctrl+g",), "Ctrl+G", "Periode",
        "Beralih ke evaluasi tahunan, triwulan, atau bulan lain.",
        RATING, letter="p", footer=5,
    ),
    Action(
        "leave_cell", ("tab", "shift+tab"), "Tab", "Kanan",
        "Ke kolom berikutnya orang itu, lalu ke orang berikutnya; Shift+Tab kembali. Enter di "
        "baris terakhir mulai di atas kolom berikutnya.",
        JUDGING, footer=9, bound=False,
    ),
)  # fmt: skip
