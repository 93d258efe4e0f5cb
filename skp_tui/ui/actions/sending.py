"""The part of the registry of keys that is about sending, and about what was sent before."""

from typing import Final

from skp_tui.ui.actions.model import Action, Room

SENDING: Final = frozenset({Room.KIRIM})
SENT: Final = frozenset({Room.KIRIMAN})
SENT_VALUES: Final = frozenset({Room.KIRIMAN_ISI})

SENDING_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "open_missing", ("enter",), "Enter", "Ke selnya",
        "Membuka isian tepat di sel yang masih kurang, atau isian pegawai yang berubah.",
        SENDING, letter="c", footer=2, bound=False,
    ),
    Action(
        "press_send", ("enter",), "Enter", "Kirim",
        "Pada tombol Kirim: menulis berkasnya sekarang, seperti F6.",
        SENDING, footer=2, bound=False,
    ),
    Action(
        "leave_place", ("enter",), "Enter", "Ke tombol",
        "Di isian Tempat: memakai map itu dan pindah ke tombol Kirim.",
        SENDING, footer=2, bound=False,
    ),
    Action(
        "send_now", ("f6",), "F6", "Kirim",
        "Menulis berkasnya sekarang; yang belum lengkap ditandai sebagian.",
        SENDING, letter="k", footer=3,
    ),
    Action(
        "choose_profile", ("p",), "P", "Profil",
        "Berganti profil: BKD, Data untuk digabung, Excel untuk dibaca, SIASN untuk layanan BKN.",
        SENDING, letter="p", footer=4,
    ),
    Action(
        "choose_place", ("t",), "T", "Tempat",
        "Mengubah map tujuan.",
        SENDING, letter="t", footer=5,
    ),
    Action(
        "show_changes", ("u",), "U", "Berubah",
        "Menampilkan apa yang berubah sejak kiriman terakhir; sekali lagi: yang belum lengkap.",
        SENDING, letter="u", footer=7,
    ),
    Action(
        "open_history", ("r",), "R", "Riwayat",
        "Daftar semua kiriman unit dan tahun ini, dengan nilai yang dikirim.",
        SENDING, letter="r", footer=6,
    ),
    Action(
        "open_sent", ("enter",), "Enter", "Isinya",
        "Menampilkan nilai setiap pegawai seperti yang dikirim.",
        SENT, letter="i", footer=2, bound=False,
    ),
)  # fmt: skip
