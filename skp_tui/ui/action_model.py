"""What a key is: where it means something, and the words that name it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Room(StrEnum):
    """Where a key means something; a screen names the one it is (``Frame.room``).

    The name is also that of the manual's page.
    """

    UNIT = "unit"
    ISI = "isi"
    MENGAPA = "mengapa"
    KIRIM = "kirim"
    PEGAWAI = "pegawai"
    UNIT_PERIODE = "unit_periode"
    PENGATURAN = "pengaturan"
    AWAL = "awal"
    FORM = "formulir"


EVERYWHERE: Final = frozenset(Room)
LISTS: Final = frozenset({Room.UNIT})
ENTRY: Final = frozenset({Room.ISI})
PERSON: Final = LISTS | ENTRY
RECORDS: Final = frozenset({Room.PEGAWAI, Room.UNIT_PERIODE})
FORMS: Final = frozenset({Room.FORM, Room.PENGATURAN, Room.AWAL})


@dataclass(frozen=True, slots=True)
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
