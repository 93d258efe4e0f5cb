"""The part of the registry of keys that is about choosing files to import."""

from typing import Final

from skp_tui.ui.actions.model import LISTS, Action, Room

FILES: Final = frozenset({Room.IMPOR})
COLUMNS: Final = frozenset({Room.KOLOM})
TELL_IMPORT: Final = (
    "Memilih berkas (Excel, ODS atau CSV) untuk diimpor; rencananya diperlihatkan dahulu."
)

IMPORT_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "import_files", ("f5",), "F5", "Impor", TELL_IMPORT,
        LISTS | {Room.PEGAWAI, Room.AWAL}, letter="f", footer=3,
    ),
    Action(
        "import_files", ("f5",), "F5", "Impor", TELL_IMPORT,
        frozenset({Room.UNIT_PERIODE}), letter="f", footer=6,
    ),
    Action(
        "open_entry", ("enter",), "Enter", "Buka/pilih",
        "Membuka map, atau memilih berkas pada baris kursor; sekali lagi melepasnya.",
        FILES, letter="i", footer=3, bound=False,
    ),
    Action(
        "mark_entry", ("space", "insert"), "Spasi", "Pilih",
        "Memilih berkas, atau semua berkas isian di dalam map dan map-map di bawahnya.",
        FILES, letter="p", footer=4,
    ),
    Action(
        "mark_entries", ("plus",), "+", "Pilih semua",
        "Memilih semua berkas yang tampak dan dikenali; sekali lagi melepas semuanya.",
        FILES, letter="a",
    ),
    Action(
        "show_plan", ("f5",), "F5", "Rencana",
        "Memeriksa yang dipilih dan menunjukkan apa yang akan masuk; belum ada yang berubah.",
        FILES, letter="r", footer=2,
    ),
    Action(
        "filter", ("slash",), "/", "Cari",
        "Menyaring berkas sambil mengetik; Esc menampilkan semua lagi.",
        FILES, letter="/", footer=8,
    ),
    Action(
        "choose_kind", ("j",), "J", "Jenis",
        "Menentukan sendiri apa isi berkas ini, bila tebakannya lain.",
        FILES, letter="j", footer=5,
    ),
    Action(
        "match_columns", ("k",), "K", "Kolom",
        "Mencocokkan kolom berkas ini, bila judul kolomnya tidak dikenal.",
        FILES, letter="k", footer=7,
    ),
    Action(
        "choose_year", ("t",), "T", "Tahun",
        "Memilih tahun bagi berkas yang tidak punya kolom tahun.",
        FILES, letter="t",
    ),
    Action(
        "choose_unit", ("u",), "U", "Unit",
        "Memilih unit bagi berkas yang tidak punya kolom unit.",
        FILES, letter="u",
    ),
    Action(
        "choose_drive", ("d",), "D", "Drive",
        "Pindah ke flash disk, drive lain, Unduhan atau Dokumen.",
        FILES, letter="d", footer=6,
    ),
    Action(
        "type_folder", ("m",), "M", "Map",
        "Mengetik nama map atau berkas, misalnya E:\\DUK 2017.xlsx.",
        FILES, letter="m",
    ),
    Action(
        "parent_folder", ("backspace",), "Backspace", "Naik",
        "Ke map di atasnya.",
        FILES, letter="n",
    ),
    Action(
        "show_chosen", ("tab",), "Tab", "Terpilih",
        "Berganti antara isi map dan daftar berkas yang sudah dipilih, dari map mana pun.",
        FILES, letter="h",
    ),
    Action(
        "make_template", ("b",), "B", "Templat",
        "Membuat berkas kosong untuk diisi, sebagai buku kerja Excel atau CSV.",
        FILES, letter="b",
    ),
    Action(
        "use_columns", ("f5",), "F5", "Pakai",
        "Memakai pasangan kolom ini; berkasnya lalu terpilih.",
        COLUMNS, letter="p", footer=2,
    ),
    Action(
        "pick_column", ("enter",), "Enter", "Pilih",
        "Memilih kolom berkas bagi baris kursor; pada isi berkas: menetapkan baris judul.",
        COLUMNS, letter="i", footer=3, bound=False,
    ),
    Action(
        "drop_column", ("delete",), "Delete", "Lepas",
        "Melepas kolom berkas dari baris kursor.",
        COLUMNS, letter="k", footer=5,
    ),
    Action(
        "propose_columns", ("ctrl+t",), "Ctrl+T", "Usulkan",
        "Mengusulkan lagi pasangan kolom menurut judul dan isinya.",
        COLUMNS, letter="u", footer=6,
    ),
    Action(
        "other_list", ("tab",), "Tab", "Daftar lain",
        "Berganti antara pasangan kolom dan isi berkas.",
        COLUMNS, footer=4, bound=False,
    ),
    Action(
        "next_sheet", ("l",), "L", "Lembar",
        "Ke lembar berikut dari buku kerja ini; pasangan yang sudah lengkap tetap dipakai.",
        COLUMNS, letter="l", footer=7,
    ),
    Action(
        "leave_sheet", ("x",), "X", "Tinggalkan",
        "Meninggalkan lembar ini, sehingga tidak dibaca; sekali lagi mengikutkannya.",
        COLUMNS, letter="x", footer=8,
    ),
)  # fmt: skip
