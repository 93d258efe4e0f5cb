"""Choosing what is imported: what each file seems to hold, and the order of all that is chosen.

Looking at files may take long on a stick or a network drive; screens do it in a thread.
"""

import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from skp_tui.domain.office import Unit
from skp_tui.domain.text import clean
from skp_tui.errors import InputError
from skp_tui.exchange.columns.guessing import Dugaan, guess
from skp_tui.exchange.columns.proposing import Atas, likely_header, top_of
from skp_tui.exchange.columns.sheets import headed_tables
from skp_tui.exchange.kinds.kinds import JENIS, SKP, Jenis
from skp_tui.exchange.reading.table_model import Tabel, is_legend
from skp_tui.exchange.reading.tables import read_tables
from skp_tui.record import record
from skp_tui.services.imports.folders import Entri, is_descriptor, visit
from skp_tui.storage.reading.office_reader import read_office, read_regulations

if TYPE_CHECKING:
    from skp_tui.exchange.columns.headers import Peta
    from skp_tui.services.imports.import_many import Borongan, Pesanan

TERBANYAK: Final = 300
"""Files that are taken with one folder; an office's PCs bring eight each."""

_DEEPEST: Final = 3
_DITOLAK: Final = re.compile(r"\.ditolak(-\d+)?\.[^.]+$", re.IGNORECASE)
_HASIL: Final = (
    "Ini hasil penilaian (kiriman BKD, Excel atau SIASN), bukan isian, jadi tidak diimpor. "
    "Untuk menggabung komputer lain pakai profil Data dari layar Kirim."
)
_PAKET: Final = (
    "Ini keterangan paket kiriman, bukan isian, jadi tidak diimpor. "
    "Keutuhannya diperiksa dengan: skp-tui periksa BERKAS."
)


@record
class Tinjauan:
    """What a look at a file found: what it seems to be, or in one sentence why it is of no use.

    ``kosong`` says that it has headings only, as a template that nobody has filled in, ``masuk``
    that it was imported as it is.
    """

    entri: Entri
    dugaan: Dugaan | None = None
    galat: str = ""
    kosong: bool = False
    masuk: bool = False

    @property
    def path(self) -> Path:
        """Return the file."""
        return self.entri.path

    @property
    def dikenali(self) -> bool:
        """Say whether it seems to be of a kind that can be imported."""
        return self.dugaan is not None and self.dugaan.jenis is not None

    @property
    def sisa(self) -> bool:
        """Say whether it holds the rows that an earlier import refused."""
        return is_leftover(self.path)


@record
class Terpilih:
    """A file that is to be imported: as which kinds, and for kinds and sheets the columns."""

    path: Path
    jenis: tuple[str, ...]
    peta: "Mapping[str, Mapping[str | None, Peta]]" = field(default_factory=dict)


# Files


def is_leftover(path: Path) -> bool:
    """Say whether a file is called like those to which refused rows are written."""
    return _DITOLAK.search(path.name) is not None


def look_at(entri: Entri) -> Tinjauan:
    """Read a file and say what it seems to hold, or why it is of no use."""
    if is_descriptor(entri.path):
        return Tinjauan(entri, galat=_PAKET)
    try:
        tables = read_tables(entri.path)
        dugaan = guess(tables, entri.path.name)
    except InputError as error:
        return Tinjauan(entri, galat=error.kalimat())
    return Tinjauan(entri, dugaan, _HASIL if dugaan.hasil else "", _is_bare(tables, dugaan))


def _is_bare(tables: Sequence[Tabel], dugaan: Dugaan) -> bool:
    """Say whether a file of a known kind has nothing below its headings."""
    if dugaan.jenis is None or dugaan.jenis == SKP:
        return False
    jenis = JENIS[dugaan.jenis]
    tops = (top_of(tabel) for tabel in tables if not is_legend(tabel))
    return not any(
        clean(sel)
        for contoh in (atas.at(None) for atas in tops if atas is not None)
        for mentah in contoh.di_bawah(likely_header(contoh, jenis).baris)
        for sel in mentah.sel
    )


@record
class Terkumpul:
    """What a whole folder brings: files to import, those nobody recognised, and refused rows.

    ``sisa`` counts files of rows that were refused before: beside the list they come from, each of
    their rows would contradict one of it, so they are taken one by one only.
    """

    folder: Path
    dikenali: tuple[Tinjauan, ...] = ()
    asing: tuple[Tinjauan, ...] = ()
    sisa: int = 0
    terpotong: bool = False


def look_into(folder: Path, stop: Callable[[], bool] = lambda: False) -> Terkumpul:
    """Look at all files of a folder and of the folders in it, so that several PCs come in one go.

    Files that cannot be read are among ``asing`` with their sentence. Raises InputError for a
    folder that cannot be opened itself.
    """
    visit(folder)
    looks: list[Tinjauan] = []
    sisa = 0
    cut = False
    for entri in _files_in(folder, _DEEPEST, stop):
        if is_leftover(entri.path):
            sisa += 1
        elif cut := len(looks) == TERBANYAK:
            break
        else:
            looks.append(look_at(entri))
    good = tuple(satu for satu in looks if satu.dikenali)
    other = tuple(satu for satu in looks if not satu.dikenali)
    return Terkumpul(folder, good, other, sisa, cut)


def _files_in(folder: Path, deeper: int, stop: Callable[[], bool]) -> Iterator[Entri]:
    """Yield the files that may be data; a drive of the network is not listed on after a stop."""
    try:
        isi = visit(folder)
    except InputError:
        return
    for entri in isi.entri:
        if stop():
            return
        if not entri.is_map:
            if not is_descriptor(entri.path):
                yield entri
        elif deeper and not entri.path.is_symlink():
            yield from _files_in(entri.path, deeper - 1, stop)


# Columns


@record
class Pencocokan:
    """The tops of a file's tables, and whether reading finds a header of the kind by itself."""

    path: Path
    jenis: Jenis
    atas: tuple[Atas, ...]
    cocok: bool


def columns_of(path: Path, jenis: Jenis, tetap: Collection[str]) -> Pencocokan:
    """Read what somebody needs to see who points out columns; raises InputError."""
    tables = read_tables(path)
    tops = (top_of(tabel) for tabel in tables if not is_legend(tabel))
    try:
        headed_tables(tables, jenis, tetap)
    except InputError:
        cocok = False
    else:
        cocok = True
    return Pencocokan(path, jenis, tuple(atas for atas in tops if atas is not None), cocok)


# What is asked for


@record
class Sekitar:
    """The units and years that are stored, to choose those that stand in for absent columns.

    ``tahun`` has the code of each year's regulation.
    """

    units: Mapping[str, Unit]
    tahun: Mapping[int, str]

    def sole_root(self) -> str | None:
        """Return the one unit without another above it, None where there are several."""
        roots = [unit.kode for unit in self.units.values() if not unit.induk]
        return roots[0] if len(roots) == 1 else None


def surroundings(connection: sqlite3.Connection) -> Sekitar:
    """Return the units and years that are stored."""
    return Sekitar(read_office(connection).units, read_regulations(connection))


def batch(terpilih: Iterable[Terpilih], tahun: int | None, unit: str | None) -> "Borongan":
    """Return one order for all chosen files: one transaction, the kinds in table order.

    The unit is the one that a screen shows: files that name none move nobody who is stored.
    """
    from skp_tui.services.imports.import_many import Borongan  # noqa: PLC0415 - not while choosing

    chosen = tuple(terpilih)
    orders = (_order(nama, chosen, tahun, unit) for nama in JENIS)
    skp = tuple(satu.path for satu in chosen if SKP in satu.jenis)
    return Borongan(tuple(order for order in orders if order.berkas), skp, tahun, unit)


def _order(nama: str, chosen: Sequence[Terpilih], tahun: int | None, unit: str | None) -> "Pesanan":
    from skp_tui.services.imports.import_many import Pesanan  # noqa: PLC0415 - not while choosing

    own = [satu for satu in chosen if nama in satu.jenis]
    peta = {
        (satu.path, lembar): peta
        for satu in own
        for lembar, peta in satu.peta.get(nama, {}).items()
    }
    berkas = tuple(satu.path for satu in own)
    return Pesanan(JENIS[nama], berkas, tahun, unit, unit_bagi_baru=True, peta=peta)
