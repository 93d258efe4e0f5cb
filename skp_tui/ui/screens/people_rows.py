"""The list of people as they are stored: its columns for a width, and a line for each."""

from collections.abc import Iterable

from skp_tui.domain.nip import shown_nip
from skp_tui.storage.records import Rekaman
from skp_tui.ui.screens.unit_table import PeopleGrid
from skp_tui.ui.widgets.grid import Column, Row

WIDE = 110
MARK = "*"


class MarkGrid(PeopleGrid):
    """A list in which a key marks a row and goes on."""

    def step_down(self) -> None:
        """Go to the next row, if there is one."""
        self._go(self._at[0] + 1, self._at[1])


def columns_for(width: int) -> tuple[Column, ...]:
    """Return the columns for a width: wider screens show post and superior too."""
    found = (
        Column("tanda", "", 1, frozen=True),
        Column("no", "No", 3, align="right", frozen=True),
        Column("nama", "Nama", 24 if width < WIDE else 32, flexible=width < WIDE, frozen=True),
        Column("nip", "NIP", 21),
        Column("unit", "Unit", 7),
        Column("penilai", "Penilai", 18),
    )
    if width < WIDE:
        return found
    return (
        *found,
        Column("golongan", "Gol", 5),
        Column("jabatan", "Jabatan", 24, flexible=True),
    )


def row_of(number: int, pegawai: Rekaman, width: int, *, marked: bool) -> Row:
    """Return the line of one person."""
    nip = pegawai["nip"] or ""
    cells: tuple[str, ...] = (
        MARK if marked else "",
        str(number),
        pegawai["nama"] or "",
        shown_nip(nip),
        pegawai["unit"] or "–",
        pegawai["penilai_nama"] or "–",
    )
    if width >= WIDE:
        cells = (*cells, pegawai["golongan"] or "–", pegawai["jabatan"] or "–")
    return Row(nip, cells, mark="" if pegawai["penilai_nama"] else "warning")


def matching(people: Iterable[Rekaman], typed: str) -> tuple[Rekaman, ...]:
    """Return the people whose name, NIP or post holds every typed word."""
    words = typed.casefold().split()
    return tuple(satu for satu in people if all(word in _searched(satu) for word in words))


def _searched(satu: Rekaman) -> str:
    return " ".join(satu[name] or "" for name in ("nama", "nip", "jabatan")).casefold()
