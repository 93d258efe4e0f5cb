"""Workbooks (xlsx, xls, ods) as tables of texts, one for each visible sheet (exchange 3)."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from sys import intern
from typing import Final

import python_calamine as calamine

from skp_tui.domain.text import clean
from skp_tui.errors import InputError, Problem
from skp_tui.exchange.reading import archives
from skp_tui.exchange.reading.cell_text import Rupa, seen, texts_of
from skp_tui.exchange.reading.ods import Ods
from skp_tui.exchange.reading.ole import container
from skp_tui.exchange.reading.table_model import (
    BARIS_TERBANYAK,
    PEMISAH_BUKU,
    Bentuk,
    Gabungan,
    Mentah,
    Tabel,
)
from skp_tui.exchange.reading.windows import LEBAR, BesarError, Jendela, Letak
from skp_tui.exchange.reading.xls import Petunjuk, SandiError, survey
from skp_tui.exchange.reading.xlsx import Xlsx

_MAKRO = re.compile(r"vbaproject\.bin$|^(?:basic/.*(?<!script-lb)(?<!script-lc)\.xml|scripts/.+)$")
Khusus = Mapping[Letak, tuple[str, str]]

_LUAS_XLS: Final = 5_000_000
"""Cells of all sheets of an old workbook, which the library lays out at once."""
_LUAS: Final = 12_000_000
"""Cells of all sheets of a file that are held in memory: sixty in each of the 200,000 rows."""
_LAIN_BARIS: Final = 2_000
"""Titles, headers and the like that a file may have beside its 200,000 records."""
_BROKEN = (
    calamine.CalamineError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    ValueError,
    KeyError,
)


def read_workbook(path: Path, isi: bytes) -> tuple[Tabel, ...]:
    """Read every visible sheet of a workbook; raises InputError for one that is not usable.

    Nothing in it is executed, followed or fetched: values are read as they were stored.
    """
    try:
        if isi.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
                bentuk = archives.check_archive(path, arsip)
                reader = _read_xlsx if bentuk is Bentuk.XLSX else _read_ods
                return _numbered(path, reader(path, arsip))
        return _numbered(path, _read_xls(path, isi))
    except InputError:
        raise
    except (SandiError, calamine.PasswordError):
        raise archives.locked(path) from None
    except BesarError:
        raise archives.too_large(path, "isinya terlalu besar untuk sebuah daftar") from None
    except _BROKEN:
        raise archives.damaged(path) from None


def _numbered(path: Path, tables: Iterable[Tabel]) -> tuple[Tabel, ...]:
    found = tuple(tables)
    if not any(tabel.isi for tabel in found):
        raise InputError(
            f"{path.name} kosong: tidak ada isi di lembar yang tampak.",
            "Isi dahulu, tampakkan lembar yang tersembunyi, atau pilih berkas lain.",
        )
    return found


class _Counter:
    """Refuses a file as soon as it has more rows, or far more cells, than any file may have."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows = 0
        self._cells = 0

    def __call__(self, kali: int, lebar: int) -> None:
        self._rows += kali
        self._cells += lebar
        if self._cells > _LUAS:
            raise BesarError
        if self._rows > BARIS_TERBANYAK + _LAIN_BARIS:
            raise InputError(
                f"{self._path.name} berisi lebih dari 200.000 baris.",
                "Bagi menjadi beberapa berkas.",
            )


def _read_xlsx(path: Path, arsip: zipfile.ZipFile) -> Iterator[Tabel]:
    book = Xlsx(arsip)
    count = _Counter(path)
    notes = [*_passengers(path, arsip)]
    for lembar in book.lembar:
        if not lembar.tampak:
            notes += _hidden(path, lembar.nama, holds=any(True for _ in book.windows(lembar)))
    for lembar in book.lembar:
        if lembar.tampak:
            hidden: set[int] = set()
            rows = tuple(_cells(book.windows(lembar), book.small, count, hidden))
            yield _table(path, lembar.nama, rows, Bentuk.XLSX, notes, book.gabungan, hidden)
            notes = []


def _read_ods(path: Path, arsip: zipfile.ZipFile) -> Iterator[Tabel]:
    book = Ods(arsip)
    count = _Counter(path)
    sheets: dict[str, tuple[list[Mentah], list[Gabungan], set[int]]] = {}
    hidden: dict[str, bool] = {}
    for nama, tampak, jendela in book.windows():
        if not tampak:
            hidden[nama] = hidden.get(nama, False) or bool(jendela.rows)
            continue
        rows, merged, unshown = sheets.setdefault(nama, ([], [], set()))
        rows += _cells([jendela], book.small, count, unshown, sendiri=False)
        merged += jendela.gabungan
    notes = [*_passengers(path, arsip)]
    for nama, holds in hidden.items():
        notes += _hidden(path, nama, holds=holds)
    for nama, (rows, merged, unshown) in sheets.items():
        yield _table(path, nama, tuple(rows), Bentuk.ODS, notes, tuple(merged), unshown)
        notes = []


def _read_xls(path: Path, isi: bytes) -> Iterator[Tabel]:
    found, stream = survey(archives.old_workbook(path, isi))
    if sum(satu.baris * satu.kolom for satu in found.values()) > _LUAS_XLS:
        raise archives.too_large(path, "sel terisi sampai jauh di luar daftar")
    count = _Counter(path)
    with _opened(io.BytesIO(container("Workbook", stream))) as book:
        shown = calamine.SheetVisibleEnum.Visible
        sheets = [
            satu for satu in book.sheets_metadata if satu.typ is calamine.SheetTypeEnum.WorkSheet
        ]
        notes: list[Problem] = []
        for satu in sheets:
            if satu.visible is not shown:
                holds = bool(found.get(satu.name, Petunjuk()).baris)
                notes += _hidden(path, satu.name, holds=holds)
        for satu in sheets:
            if satu.visible is shown:
                sheet = book.get_sheet_by_name(satu.name)
                seen = found.get(satu.name, Petunjuk())
                khusus = {(row + 1, column): words for (row, column), words in seen.khusus.items()}
                rows = tuple(_of_sheet(sheet, _own_number, khusus, count))
                merged = tuple(
                    (top + 1, left, bottom + 1, right)
                    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
                )
                yield _table(path, satu.name, rows, Bentuk.XLS, notes, merged, seen.tersembunyi)
                notes = []


def _table(
    path: Path,
    nama: str,
    rows: tuple[Mentah, ...],
    bentuk: Bentuk,
    notes: Sequence[Problem],
    gabungan: tuple[Gabungan, ...],
    tersembunyi: Iterable[int],
) -> Tabel:
    return Tabel(
        path,
        pemisah=PEMISAH_BUKU,
        lembar=clean(nama),
        isi=rows,
        bentuk=bentuk,
        catatan=tuple(notes),
        gabungan=gabungan,
        tersembunyi=frozenset(tersembunyi),
    )


def _cells(
    windows: Iterable[Jendela],
    small: Callable[[Jendela], io.BytesIO],
    count: Callable[[int, int], None],
    tersembunyi: set[int],
    *,
    sendiri: bool = True,
) -> Iterator[Mentah]:
    """Yield the records of windows; ``sendiri`` says that cells carry their row number.

    Meanwhile ``tersembunyi`` takes up the rows that are not shown.
    """
    for jendela in windows:
        tersembunyi |= jendela.tersembunyi
        if jendela.rows:
            with _opened(small(jendela)) as book:
                sheet = book.get_sheet_by_index(0)
            place = _own_number if sendiri else jendela.baris.__getitem__
            yield from _of_sheet(sheet, place, jendela.khusus, count)


def _opened(file: io.BytesIO) -> calamine.CalamineWorkbook:
    """Open a workbook; raises ValueError where the library falls over instead of refusing."""
    try:
        return calamine.load_workbook(file)
    except BaseException as error:
        if type(error).__module__ == "pyo3_runtime":
            raise ValueError from None  # its panic is no Exception
        raise


def _own_number(index: int) -> tuple[int, int]:
    """Return the number of a row that stands where it says, once."""
    return index + 1, 1


def _of_sheet(
    sheet: calamine.CalamineSheet,
    place: Callable[[int], tuple[int, int]],
    khusus: Khusus,
    count: Callable[[int, int], None],
) -> Iterator[Mentah]:
    """Yield the records that are not blank; ``place`` gives a row's number and repetition."""
    if sheet.start is None:
        return
    top, left = sheet.start
    of_row = _by_row(khusus)
    seen: dict[str, str] = {}
    for index, values in enumerate(sheet.to_python(), top):
        baris, kali = place(index)
        mentah = _record(baris, left, texts_of(values, seen), of_row.get(baris))
        if mentah is not None:
            count(kali, len(mentah.sel))
            yield mentah
            yield from (mentah._replace(baris=baris + i) for i in range(1, kali))


def _by_row(khusus: Khusus) -> dict[int, list[tuple[int, tuple[str, str]]]]:
    found: dict[int, list[tuple[int, tuple[str, str]]]] = {}
    for (baris, kolom), words in khusus.items():
        found.setdefault(baris, []).append((kolom, words))
    return found


def _record(
    baris: int,
    left: int,
    cells: tuple[list[str], list[str]],
    khusus: Sequence[tuple[int, tuple[str, str]]] | None,
) -> Mentah | None:
    texts, kinds = cells
    if left:
        texts, kinds = [""] * left + texts, [Rupa.KOSONG.value] * left + kinds
    for kolom, words in khusus or ():
        more = kolom + 1 - len(texts)
        texts += [""] * more
        kinds += [Rupa.KOSONG.value] * more
        texts[kolom], kinds[kolom] = seen(texts[kolom], kinds[kolom], words)
    shape = "".join(kinds[:LEBAR]).rstrip(Rupa.KOSONG)
    lebih = any(texts[LEBAR:])
    del texts[len(shape) :]
    if not lebih and Rupa.RUMUS not in shape and not "".join(texts).strip():
        return None
    return Mentah(baris, tuple(texts) or ("",), intern(shape), lebih=lebih)


def _hidden(path: Path, nama: str, *, holds: bool) -> list[Problem]:
    if not holds:
        return []
    pesan = "lembar ini tersembunyi dan tidak dibaca; tampakkan dahulu bila seharusnya diimpor"
    return [Problem(pesan, path.name, lembar=clean(nama))]


def _passengers(path: Path, arsip: zipfile.ZipFile) -> Iterator[Problem]:
    """Say what else travels in a workbook and is left alone: macros, links to other files."""
    names = [name.casefold() for name in arsip.namelist()]
    if any(map(_MAKRO.search, names)):
        yield Problem("buku kerja ini berisi makro; makronya tidak dijalankan", path.name)
    if any("/externallinks/" in name for name in names):
        pesan = (
            "buku kerja ini merujuk berkas lain; rujukannya tidak diikuti, yang dibaca nilai "
            "yang tersimpan"
        )
        yield Problem(pesan, path.name)
