"""The part of the registry of keys that is about people, units, years and settings."""

from typing import Final

from skp_tui.ui.actions.model import EVERYWHERE, FORMS, LISTS, RECORDS, Action, Room

PEOPLE: Final = frozenset({Room.PEGAWAI})

OFFICE_ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "send", ("f6",), "F6", "Kirim",
        "Menunjukkan apa yang masih kurang, lalu menulis berkas untuk BKD.",
        LISTS, letter="6", footer=3,
    ),
    Action(
        "open_people", ("p",), "P", "Pegawai",
        "Daftar pegawai unit ini: menambah, mengubah, memindah, menetapkan penilai.",
        LISTS, letter="p", footer=6,
    ),
    Action(
        "new_person", ("ctrl+n",), "Ctrl+N", "Tambah",
        "Menambah pegawai baru.",
        LISTS, letter="w", footer=8,
    ),
    Action(
        "new_person", ("ctrl+n",), "Ctrl+N", "Baru",
        "Menambah pegawai baru.",
        PEOPLE, letter="w", footer=3,
    ),
    Action(
        "open_office", ("o",), "O", "Unit/tahun",
        "Unit, tahun dengan target dan pengaturannya, dan pengecualian.",
        LISTS, letter="o", footer=9,
    ),
    Action(
        "open_settings", ("a",), "A", "Atur",
        "Pengaturan program di komputer ini.",
        LISTS, letter="a",
    ),
    Action(
        "keep_copy", (), "", "Salinan",
        "Menyimpan salinan utuh basis data ini di tempat lain; tidak ada yang ditimpa.",
        LISTS, letter="g", bound=False,
    ),
    Action(
        "open_record", ("enter",), "Enter", "Ubah",
        "Membuka formulir baris tempat kursor.",
        RECORDS, letter="u", footer=2, bound=False,
    ),
    Action(
        "next_list", ("tab",), "Tab", "Daftar lain",
        "Berganti daftar: unit, tahun, pengecualian.",
        frozenset({Room.UNIT_PERIODE}), letter="d", footer=3,
    ),
    Action(
        "previous_list", ("shift+tab",), "Shift+Tab", "Kembali",
        "Kembali ke daftar sebelumnya.",
        frozenset({Room.UNIT_PERIODE}),
    ),
    Action(
        "new_record", ("ctrl+n",), "Ctrl+N", "Baru",
        "Menambah unit, tahun atau pengecualian, menurut daftar yang tampak.",
        frozenset({Room.UNIT_PERIODE}), letter="n", footer=4,
    ),
    Action(
        "change_regulation", ("g",), "G", "Peraturan",
        "Menempatkan tahun pada baris kursor di bawah peraturan lain, dengan alasan yang tercatat.",
        frozenset({Room.UNIT_PERIODE}), letter="g", footer=6,
    ),
    Action(
        "mark", ("space", "insert"), "Spasi", "Tandai",
        "Menandai pegawai pada baris kursor, untuk diubah bersama; sekali lagi melepasnya.",
        PEOPLE, letter="k", footer=4,
    ),
    Action(
        "mark_all", ("plus",), "+", "Tandai semua",
        "Menandai semua yang tampak; sekali lagi melepas semuanya.",
        PEOPLE, letter="a",
    ),
    Action(
        "set_raters", ("p",), "P", "Penilai",
        "Menetapkan penilai, atasan penilai atau unit bagi semua yang ditandai.",
        PEOPLE, letter="p", footer=5,
    ),
    Action(
        "give_usual", ("t",), "T", "Tawaran",
        "Memberi semua yang belum punya penilai pejabat yang ditawarkan; Ctrl+Z membatalkannya.",
        PEOPLE | {Room.RENCANA}, letter="t",
    ),
    Action(
        "correct_nip", ("n",), "N", "NIP",
        "Membetulkan NIP yang salah ketik, di semua tempat sekaligus.",
        PEOPLE, letter="n", footer=6,
    ),
    Action(
        "remove_record", ("f8",), "F8", "Hapus",
        "Menghapus baris tempat kursor; Ctrl+Z mengembalikannya.",
        RECORDS, letter="h", footer=7,
    ),
    Action(
        "save_form", ("ctrl+s",), "Ctrl+S", "Simpan",
        "Menyimpan seluruh formulir; yang belum benar ditunjukkan di bawah isiannya.",
        FORMS, letter="s", footer=2,
    ),
    Action(
        "pick_value", ("f2",), "F2", "Pilih",
        "Memilih isian dari daftar; ketik untuk mencari.",
        FORMS - {Room.AWAL}, letter="p", footer=3,
    ),
    Action(
        "next_field", ("tab",), "Tab", "Berikut",
        "Ke isian berikutnya, seperti Enter; Shift+Tab kembali.",
        FORMS, footer=4, bound=False,
    ),
    Action(
        "clear_choice", ("delete",), "Delete", "Kosongkan",
        "Mengosongkan isian yang dipilih dari daftar, bila tidak wajib.",
        FORMS - {Room.AWAL}, bound=False,
    ),
    Action(
        "see_sample", ("f3",), "F3", "Contoh",
        "Membuka kantor contoh dengan pegawai rekaan; basis data Anda tetap kosong.",
        frozenset({Room.AWAL}), letter="c", footer=3,
    ),
    Action(
        "practice", ("f4",), "F4", "Latihan",
        "Latihan lima menit di kantor contoh, selangkah demi selangkah; data Anda tidak disentuh.",
        frozenset({Room.AWAL}), letter="=", footer=3,
    ),
    Action(
        "practice", (), "", "Latihan",
        "Latihan lima menit di salinan kantor contoh; selama latihan: berhenti, lanjut, lewati.",
        EVERYWHERE - {Room.AWAL}, letter="=", bound=False,
    ),
)  # fmt: skip
