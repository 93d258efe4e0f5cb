"""The part of the registry of keys that is about the plan of an import."""

from typing import Final

from skp_tui.ui.actions.model import Action, Room

PLAN: Final = frozenset({Room.RENCANA})

PLAN_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "apply_plan", ("enter",), "Enter", "Terapkan",
        "Menanyakan sekali, lalu memasukkan semuanya dalam satu langkah; Ctrl+Z membatalkannya.",
        PLAN, letter="m", footer=2,
    ),
    Action(
        "match_columns", ("k",), "K", "Kolom",
        "Mencocokkan kolom yang tidak dibaca; rencananya lalu dibuat lagi.",
        PLAN, letter="k",
    ),
    Action(
        "show_refused", ("d",), "D", "Ditolak",
        "Hanya baris yang ditolak, dengan sebabnya; sekali lagi menampilkan semua.",
        PLAN, letter="d", footer=9,
    ),
    Action(
        "show_changed", ("u",), "U", "Berubah",
        "Hanya yang berubah: isi lama → baru, kolom demi kolom; sekali lagi menampilkan semua.",
        PLAN, letter="u",
    ),
    Action(
        "show_new", ("b",), "B", "Baru",
        "Hanya baris baru; sekali lagi menampilkan semua.",
        PLAN, letter="b",
    ),
    Action(
        "show_same", ("s",), "S", "Sama",
        "Mengatakan berapa baris yang sama dengan yang tersimpan, jadi tidak mengubah apa pun.",
        PLAN, letter="s",
    ),
    Action(
        "show_warnings", ("p",), "P", "Peringatan",
        "Hanya peringatan: barisnya masuk, tetapi ada yang patut diperiksa.",
        PLAN, letter="p",
    ),
    Action(
        "show_values", ("n",), "N", "Nilai beda",
        "Hanya nilai tercetak di buku kerja BKN yang berbeda dari yang dihitung di sini.",
        PLAN, letter="n",
    ),
    Action(
        "show_all", ("a",), "A", "Semua",
        "Menampilkan semua baris rencana lagi, seperti Esc.",
        PLAN, letter="a",
    ),
    Action(
        "choose_kind", ("j",), "J", "Jenis",
        "Memilih satu jenis isian, bila yang diimpor beberapa.",
        PLAN, letter="j",
    ),
    Action(
        "import_files", ("f5",), "F5", "Impor lain",
        "Sesudah impor ini selesai: memilih berkas untuk impor berikutnya.",
        PLAN, letter="f",
    ),
    Action(
        "filter", ("slash",), "/", "Cari",
        "Menyaring baris rencana sambil mengetik: nama, NIP, kolom, nilai, sebab; Esc semua lagi.",
        PLAN, letter="/", footer=3,
    ),
)  # fmt: skip
