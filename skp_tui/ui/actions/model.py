"""What a key is: where it means something, and the words that name it."""

from enum import StrEnum
from typing import Final

from skp_tui.record import record


class Room(StrEnum):
    """Where a key means something; a screen names the one it is (``Frame.room``).

    The name is also that of the manual's page.
    """

    UNIT = "unit"
    ISI = "isi"
    MENGAPA = "mengapa"
    KIRIM = "kirim"
    KIRIMAN = "kiriman"
    KIRIMAN_ISI = "kiriman_isi"
    PEGAWAI = "pegawai"
    UNIT_PERIODE = "unit_periode"
    PENGATURAN = "pengaturan"
    AWAL = "awal"
    FORM = "formulir"
    SALIN = "salin"
    SALIN_PILIH = "salin_pilih"
    SALIN_PRATINJAU = "salin_pratinjau"
    TAHUN_BARU = "tahun_baru"
    JEJAK = "jejak"
    LEMBAR = "lembar"
    SEPAKAT = "sepakat"
    KEMAJUAN = "kemajuan"
    CATATAN = "catatan"
    BAGIAN = "bagian"
    LUAR = "luar"
    PERILAKU = "perilaku"
    EVALUASI = "evaluasi"
    KINERJA = "kinerja"
    IMPOR = "impor"
    KOLOM = "kolom"
    RENCANA = "rencana"
    REKAP = "rekap"
    SEBARAN = "sebaran"
    ANGKA_KREDIT = "angka_kredit"
    TOMBOL = "tombol"
    DUKUNGAN = "dukungan"


EVERYWHERE: Final = frozenset(Room)
LISTS: Final = frozenset({Room.UNIT})
ENTRY: Final = frozenset({Room.ISI, Room.KINERJA})
ACTIVITIES: Final = frozenset({Room.ISI})
"""Rooms where activities of PP 46/2011 are entered."""
PERSON: Final = LISTS | ENTRY
RATING: Final = frozenset({Room.EVALUASI})
JUDGING: Final = frozenset({Room.PERILAKU}) | RATING
CELLS: Final = ENTRY | JUDGING
"""Rooms with a grid whose cells are typed into."""
RECORDS: Final = frozenset({Room.PEGAWAI, Room.UNIT_PERIODE, Room.BAGIAN, Room.LUAR})
FORMS: Final = frozenset({Room.FORM, Room.PENGATURAN, Room.AWAL})
COPYING: Final = frozenset({Room.SALIN, Room.SALIN_PILIH, Room.SALIN_PRATINJAU, Room.TAHUN_BARU})
DATA: Final = frozenset(
    {
        Room.UNIT,
        Room.ISI,
        Room.PEGAWAI,
        Room.UNIT_PERIODE,
        Room.JEJAK,
        Room.LEMBAR,
        Room.SEPAKAT,
        Room.PERILAKU,
        Room.EVALUASI,
        Room.KINERJA,
        Room.KEMAJUAN,
        Room.CATATAN,
        Room.BAGIAN,
        Room.LUAR,
        Room.RENCANA,
        Room.SEBARAN,
    }
)
"""Rooms that show what is stored: there Ctrl+Z and Ctrl+Y undo and redo.

Whoever adds a room here lets its screen read anew in ``reload``, and give up in ``drop_edit`` what
is being typed; it needs nothing else.
"""


@record
class Action:
    """One thing that can be done: its keys, where, and the words that name it.

    ``id`` is the binding's id and names the method ``action_<id>`` of the screen. ``word`` stands
    in the footer, ``tooltip`` in menu, palette and help. ``letter`` chooses it in the menu; without
    one it is no entry there. ``footer`` is its place in the footer, 0 for none. ``bound`` is False
    where a widget handles the key itself, or where there is no key.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    word: str
    tooltip: str
    rooms: frozenset[Room] = EVERYWHERE
    letter: str = ""
    footer: int = 0
    bound: bool = True

    @property
    def runs(self) -> bool:
        """Say whether menu and palette can start it: it is more than a key of one widget."""
        return self.bound or bool(self.letter)
