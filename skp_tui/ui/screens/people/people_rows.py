"""The list of people as they are stored: its columns for a width, and a line for each."""

import sqlite3

from rich.cells import cell_len
from rich.text import Text

from skp_tui.domain.nip import shown_nip
from skp_tui.domain.search import searchable
from skp_tui.errors import SkpError
from skp_tui.services.base.views import read_unit
from skp_tui.services.office.listing import Daftar, people_list
from skp_tui.services.office.raters_offered import Tawaran, offered
from skp_tui.storage.database.looking import end_look
from skp_tui.storage.reading.records import Rekaman
from skp_tui.ui.screens.lists.mark_grid import MARK
from skp_tui.ui.screens.lists.table import MANY
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import cut, line
from skp_tui.ui.widgets.row_store import NumberedRows

WIDE = 110


def columns_for(width: int, many: int = 0) -> tuple[Column, ...]:
    """Return the columns for a width: wider screens show post and superior too."""
    found = (
        Column("tanda", "", 1, frozen=True),
        Column("no", "No", 3 if many < MANY else 5, align="right", frozen=True),
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


def row_of(pegawai: Rekaman, number: int, wide: bool, marked: bool) -> Row:  # noqa: FBT001 - store
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
    if wide:
        cells = (*cells, pegawai["golongan"] or "–", pegawai["jabatan"] or "–")
    return Row(nip, cells, mark="" if pegawai["penilai_nama"] else "warning")


def offer_line(tawaran: Tawaran, shown: int, width: int) -> Text:
    """Say who is offered as appraiser; all other words give way before the name does."""
    lack, name = tawaran.jumlah, tawaran.nama
    words = _named_only(lack, shown, name) if tawaran.dikenal else _lacking(lack, shown, name)
    fitting = next((text for text in words if cell_len(text) <= width), words[-1])
    return cut(line(fitting, "bold"), width)


def _named_only(lack: int, shown: int, name: str) -> tuple[str, ...]:
    return (
        f"Penilai {lack} dari {shown} pegawai tanpa NIP · T menghubungkannya ke {name}",
        f"Penilai {lack} dari {shown} tanpa NIP · T: {name}",
        f"{lack} penilai tanpa NIP · T: {name}",
    )


def _lacking(lack: int, shown: int, name: str) -> tuple[str, ...]:
    return (
        f"{lack} dari {shown} pegawai belum punya penilai · P memilih · T menetapkan {name}",
        f"{lack} dari {shown} belum punya penilai · T menetapkan {name}",
        f"{lack} tanpa penilai · T: {name}",
    )


def nip_of(pegawai: Rekaman) -> str:
    """Return what tells somebody apart."""
    return pegawai["nip"] or ""


def searched(pegawai: Rekaman) -> str:
    """Return what is searched for somebody: name, NIP and post."""
    return searchable(pegawai["nama"], pegawai["nip"], pegawai["jabatan"])


class Listed(NumberedRows[Rekaman]):
    """The people of a unit with their lines, as a thread made them: 5,000 would hold a screen up.

    Name, NIP and post are searched. ``tawaran`` is whom those without an appraiser may get;
    ``setahun`` counts who belongs to the unit in the year of the start screen, None where unknown.
    """

    def __init__(
        self,
        daftar: Daftar,
        kode: str,
        tawaran: Tawaran | None = None,
        setahun: int | None = None,
    ) -> None:
        super().__init__(daftar.inside(kode), nip_of, searched, row_of)
        self.daftar, self.tawaran, self.setahun = daftar, tawaran, setahun

    def line(self, satu: Rekaman, width: int, *, marked: bool) -> Row:
        """Return the line of one person."""
        return self.numbered(satu, width >= WIDE, marked)


def _in_year(connection: sqlite3.Connection, kode: str, tahun: int) -> int | None:
    try:
        return len(read_unit(connection, tahun, kode, with_rows=False).people)
    except SkpError:
        # the unit, or the regulation of its year, went away meanwhile
        return None


def listed(connection: sqlite3.Connection, kode: str, tahun: int, width: int) -> Listed:
    """Read the people of a unit, and write their lines."""
    daftar = people_list(connection)
    tawaran = offered(connection, daftar, daftar.inside(kode))
    found = Listed(daftar, kode, tawaran, _in_year(connection, kode, tahun))
    end_look(connection)
    for satu in found.items:
        found.line(satu, width, marked=False)
    return found
