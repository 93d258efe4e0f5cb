"""The part of the registry of keys about what follows from predikats: pattern, angka kredit."""

from typing import Final

from skp_tui.domain.kinerja import SEBUTAN_CAPAIAN
from skp_tui.ui.actions.model import LISTS, Action, Room

PATTERN: Final = frozenset({Room.SEBARAN})
CREDITS: Final = frozenset({Room.ANGKA_KREDIT})
NAMED: Final = PATTERN | CREDITS
"""Rooms whose lines name people."""

PATTERN_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "open_pattern", ("b",), "B", "Sebaran",
        "Membandingkan sebaran predikat dengan yang diharapkan dari capaian organisasi.",
        LISTS, letter="b",
    ),
    Action(
        "open_credits", ("n",), "N", "Angka kredit",
        "Menampilkan angka kredit pejabat fungsional dari predikatnya, sejak tahun 2023.",
        LISTS, letter="n",
    ),
    *(
        Action(
            f"choose_{capaian}", (str(nomor),), str(nomor), sebutan,
            f"Mencatat capaian organisasi: {sebutan}.",
            PATTERN, letter=str(nomor),
        )
        for nomor, (capaian, sebutan) in enumerate(SEBUTAN_CAPAIAN.items(), start=1)
    ),
    Action(
        "clear_capaian", ("delete",), "Delete", "Kosongkan",
        "Mengosongkan capaian organisasi unit ini.",
        PATTERN, letter="k",
    ),
    Action(
        "list_people", ("enter",), "Enter", "Siapa",
        "Menampilkan siapa yang berpredikat pada baris kursor; memilih membuka isiannya.",
        PATTERN, letter="i", footer=2, bound=False,
    ),
    Action(
        "filter", ("slash",), "/", "Cari",
        "Menyaring daftar sambil mengetik; Esc menampilkan semua lagi.",
        CREDITS, letter="/", footer=3,
    ),
    Action(
        "open_person", ("enter",), "Enter", "Isi",
        "Membuka isian pegawai pada baris kursor.",
        CREDITS, letter="i", footer=2, bound=False,
    ),
    Action(
        "explain", ("f9",), "F9", "Mengapa",
        "Menjelaskan angka kredit pegawai ini langkah demi langkah, dengan pasalnya.",
        CREDITS, letter="9", footer=4,
    ),
    Action(
        "save_list", ("s",), "S", "Simpan CSV",
        "Menyimpan daftar ini sebagai CSV; berkas lain tidak pernah ditimpa.",
        CREDITS, letter="s", footer=5,
    ),
)  # fmt: skip
