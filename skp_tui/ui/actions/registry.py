"""The one registry of keys: bindings, footer, menu, palette, help and README all come from here."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from skp_tui.ui.actions.copying import COPYING_ACTIONS
from skp_tui.ui.actions.finding import FINDING_ACTIONS
from skp_tui.ui.actions.history import HISTORY_ACTIONS
from skp_tui.ui.actions.impor import IMPORT_ACTIONS
from skp_tui.ui.actions.model import (
    CELLS,
    COPYING,
    ENTRY,
    EVERYWHERE,
    FORMS,
    JUDGING,
    LISTS,
    PERSON,
    Action,
    Room,
)
from skp_tui.ui.actions.notes import NOTE_ACTIONS
from skp_tui.ui.actions.office import OFFICE_ACTIONS, PEOPLE
from skp_tui.ui.actions.pattern import PATTERN_ACTIONS
from skp_tui.ui.actions.plan import PLAN_ACTIONS
from skp_tui.ui.actions.recap import RECAP_ACTIONS
from skp_tui.ui.actions.sending import SENDING_ACTIONS, SENT_VALUES
from skp_tui.ui.actions.speed import SPEED_ACTIONS
from skp_tui.ui.actions.support import SUPPORT_ACTIONS
from skp_tui.ui.actions.year import YEAR_ACTIONS

if TYPE_CHECKING:
    from textual.binding import BindingType

__all__ = ["ACTIONS", "Action", "Room", "actions_of", "bindings_of", "footer_of"]

ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "help", ("f1", "question_mark"), "F1", "Bantuan",
        "Menjelaskan layar ini dan sel tempat kursor; ? juga, di luar isian.",
        letter="?", footer=1,
    ),
    Action(
        "open_person", ("enter",), "Enter", "Isi",
        "Membuka isian pegawai pada baris kursor.",
        LISTS, letter="i", footer=2, bound=False,
    ),
    Action(
        "next_person", ("f4",), "F4", "Berikut",
        "Pegawai berikutnya; isian yang terbuka disimpan dahulu.",
        ENTRY, letter="n", footer=3,
    ),
    Action(
        "previous_person", ("f3",), "F3", "Sebelum",
        "Pegawai sebelumnya; isian yang terbuka disimpan dahulu.",
        ENTRY, letter="p", footer=7,
    ),
    Action(
        "edit_cell", ("f2",), "F2", "Ubah",
        "Mengubah isi sel; mengetik langsung menggantinya.",
        CELLS, letter="u", footer=9, bound=False,
    ),
    Action(
        "commit_cell", ("enter",), "Enter", "Turun",
        "Menyimpan sel lalu turun satu baris; Tab menyimpan lalu ke kanan, Esc membatalkan.",
        CELLS, footer=8, bound=False,
    ),
    Action(
        "leave_cell", ("tab", "shift+tab"), "Tab", "Lanjut",
        "Ke sel berikutnya; setelah sel terakhir ke tabel di bawahnya. Shift+Tab kembali.",
        ENTRY, bound=False,
    ),
    Action(
        "clear_cell", ("delete",), "Delete", "Kosongkan",
        "Mengosongkan sel tempat kursor, atau semua sel bertanda.",
        CELLS, letter="k", bound=False,
    ),
    Action(
        "filter", ("slash",), "/", "Cari",
        "Menyaring daftar sambil mengetik; Esc menampilkan semua lagi.",
        LISTS | PEOPLE | COPYING | SENT_VALUES, letter="/", footer=3,
    ),
    Action(
        "choose_year", ("t",), "T", "Tahun",
        "Memilih tahun penilaian.",
        LISTS, letter="t", footer=5,
    ),
    Action(
        "choose_unit", ("u",), "U", "Unit",
        "Memilih unit; unit di bawahnya ikut dihitung.",
        LISTS, letter="u", footer=6,
    ),
    Action(
        "new_row", ("ctrl+n",), "Ctrl+N", "Baris baru",
        "Menambah baris pada tabel tempat kursor: kegiatan, hasil kerja, indikator, lampiran.",
        ENTRY, letter="t", footer=6,
    ),
    Action(
        "remove_row", ("f8",), "F8", "Hapus baris",
        "Menghapus baris tempat kursor; Ctrl+Z mengembalikannya.",
        ENTRY, letter="h", footer=7,
    ),
    Action(
        "next_part", ("ctrl+g",), "Ctrl+G", "Bagian",
        "Beralih ke bagian lain bagi pegawai yang pindah dalam tahun itu.",
        ENTRY, letter="g",
    ),
    Action(
        "explain", ("f9",), "F9", "Mengapa",
        "Menjelaskan nilai langkah demi langkah, dengan pasalnya.",
        PERSON | JUDGING, letter="9", footer=4,
    ),
    Action(
        "copy_text", ("ctrl+c",), "Ctrl+C", "Salin",
        "Menyalin penjelasan ini ke papan klip terminal.",
        frozenset({Room.MENGAPA}), letter="c", footer=3,
    ),
    Action(
        "save_text", ("s",), "S", "Simpan teks",
        "Menyimpan penjelasan ini sebagai berkas teks; berkas lain tidak pernah ditimpa.",
        frozenset({Room.MENGAPA}), letter="s", footer=4,
    ),
    *FINDING_ACTIONS,
    *COPYING_ACTIONS,
    *SPEED_ACTIONS,
    *YEAR_ACTIONS,
    *NOTE_ACTIONS,
    *IMPORT_ACTIONS,
    *PLAN_ACTIONS,
    *OFFICE_ACTIONS,
    *SENDING_ACTIONS,
    *RECAP_ACTIONS,
    *PATTERN_ACTIONS,
    *HISTORY_ACTIONS,
    *SUPPORT_ACTIONS,
    Action(
        "tell_saved", ("ctrl+s",), "Ctrl+S", "Tersimpan?",
        "Memberi tahu bahwa semua sudah tersimpan, dan sejak kapan.",
        EVERYWHERE - FORMS, letter="7",
    ),
    Action(
        "go_back", ("escape",), "Esc", "Kembali",
        "Kembali ke layar sebelumnya; dalam isian: membatalkan ketikan.",
        EVERYWHERE - {Room.UNIT, Room.AWAL}, letter="e", footer=10,
    ),
    Action(
        "menu", ("f10",), "F10", "Semua",
        "Daftar semua yang dapat dikerjakan di layar ini, dengan tombol dan hurufnya.",
        footer=10,
    ),
    Action(
        "palette", ("ctrl+p",), "Ctrl+P", "Cari apa pun",
        "Mencari perintah atau pegawai dengan mengetik sebagian namanya.",
        letter="8",
    ),
    Action(
        "quit", ("ctrl+q",), "Ctrl+Q", "Keluar",
        "Keluar; isian yang terbuka disimpan bila sah, dan semua simpanan diselesaikan dahulu.",
        letter="q",
    ),
)  # fmt: skip

LASTING: Final = frozenset({"help", "go_back", "menu"})
"""What a footer names as long as it has any room."""


def actions_of(room: Room) -> Iterator[Action]:
    """Yield what can be done in a room, in the order of the registry."""
    return (action for action in ACTIONS if room in action.rooms)


def bindings_of(room: Room) -> "list[BindingType]":
    """Return the keys that a screen binds; the rest is handled by its widgets."""
    from textual.binding import Binding  # noqa: PLC0415 - the manual reads the keys without it

    return [
        Binding(
            ",".join(_both_cases(action.keys)),
            action.id,
            action.word,
            id=action.id,
            tooltip=action.tooltip,
        )
        for action in actions_of(room)
        if action.bound
    ]


def _both_cases(keys: Sequence[str]) -> list[str]:
    """Return the keys with capital letters too, since the footer names them so."""
    capitals = [key.upper() for key in keys if len(key) == 1 and key.isalpha()]
    return [*keys, *capitals]


def footer_of(room: Room, width: int, without: Collection[str] = frozenset()) -> Sequence[Action]:
    """Return what the footer names: what fits, dropping the last places first.

    F1, the way back and F10 stay the longest: from there everything else can be found. ``without``
    names by their ids what means nothing at present.
    """
    named = (a for a in actions_of(room) if a.footer and a.id not in without)
    wanted = sorted(named, key=lambda action: action.footer)
    while len(wanted) > 1 and _footer_width(wanted) > width:
        spare = [action for action in wanted if action.id not in LASTING] or wanted[:-1]
        wanted.remove(spare[-1])
    return wanted


def _footer_width(actions: Sequence[Action]) -> int:
    return sum(len(action.label) + len(action.word) + 3 for action in actions) - 2
