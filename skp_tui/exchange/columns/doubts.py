"""Columns that are read by the rule and most likely mean something else: they are told."""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import Final

from skp_tui.domain.number import canonical, parse_number
from skp_tui.errors import Problem
from skp_tui.exchange.columns.matching import Judul
from skp_tui.exchange.kinds.kinds import Jenis, Kolom, Tipe
from skp_tui.exchange.reading.table_model import Mentah, Tabel

_LIKE_THOUSANDS: Final = re.compile(
    r"\s*'?(?:rp\.?\s*)?([1-9]\d{0,2})\.(\d{3})\s*", re.IGNORECASE | re.ASCII
)
_THREE_DECIMALS: Final = re.compile(rb"\.\d{3}\s*(?:[\",]|$)", re.MULTILINE)
_SHORTEST: Final = 5
"""Signs of ``1.500``; nearly all numbers of a list are shorter."""
_FIGURES: Final = re.compile(r"\s*'?[\d.,]+\s*", re.ASCII)
_SATUAN: Final = ("satuan", "satuan_waktu")
_ANGKA_DI_SATUAN: Final = (
    "kolom ini dibaca sebagai satuan (laporan, bulan), padahal isinya angka semua; bila angka itu "
    "targetnya, ganti judulnya"
)


def numbers_for_units(rows: Sequence[Mentah], judul: Judul, tabel: Tabel) -> Iterator[Problem]:
    """Yield a warning for a column of units with nothing but figures in it.

    "Output" is another name for the unit, and many lists put the quantity below it.
    """
    for nama in _SATUAN:
        index = judul.letak.get(nama)
        if index is None:
            continue
        filled = (row for row in rows if index < len(row.sel) and row.sel[index].strip())
        first = next(filled, None)
        # nearly every list has a word in its first row, and is looked at no further
        if (
            first is not None
            and _FIGURES.fullmatch(first.sel[index])
            and all(_FIGURES.fullmatch(row.sel[index]) for row in filled)
        ):
            yield Problem(
                _ANGKA_DI_SATUAN, tabel.berkas, first.baris, nama, first.sel[index], tabel.lembar
            )


def like_thousands(
    rows: Sequence[Mentah], judul: Judul, jenis: Jenis, tabel: Tabel
) -> Iterator[Problem]:
    """Yield one warning for each column with numbers such as ``500.000``, which is 500 by the rule.

    Nobody writes 1.5 as ``1.500``, and few costs have three decimals: most likely a dot was meant
    to part the thousands.
    """
    if not _may_hold(tabel):
        return
    for kolom in jenis.kolom:
        index = judul.letak.get(kolom.nama)
        if index is None or kolom.tipe not in {Tipe.ANGKA, Tipe.BIAYA}:
            continue
        meant = dict(_meant(rows, index, kolom))
        if not meant:
            continue
        odd = [row for row in rows if index < len(row.sel) and row.sel[index] in meant]
        first = odd[0].sel[index]
        pesan = _sentence(meant[first], len(odd))
        yield Problem(pesan, tabel.berkas, odd[0].baris, kolom.nama, first.strip())


def _may_hold(tabel: Tabel) -> bool:
    """Say whether three digits behind a dot end a cell anywhere, which the bytes tell at once."""
    if tabel.naskah is None or tabel.naskah.sandi.startswith("utf-16"):
        return True
    return _THREE_DECIMALS.search(tabel.naskah.isi) is not None


def _meant(rows: Sequence[Mentah], index: int, kolom: Kolom) -> Iterator[tuple[str, str]]:
    """Yield the texts of a column that look like thousands, with what was meant then."""
    for text in _texts(rows, index):
        match = _LIKE_THOUSANDS.fullmatch(text) if len(text) >= _SHORTEST else None
        if match is not None and (kolom.tipe is Tipe.BIAYA or match[2].endswith("0")):
            yield text, f"{match[1]}{match[2]}"


def _texts(rows: Sequence[Mentah], index: int) -> set[str]:
    """Return the different texts of a column; most lists have no row that ends before it."""
    cells = map(attrgetter("sel"), rows)
    try:
        return set(map(itemgetter(index), cells))
    except IndexError:
        return {row.sel[index] for row in rows if index < len(row.sel)}


def _sentence(meant: str, count: int) -> str:
    nilai = canonical(parse_number(f"{meant[:-3]}.{meant[-3:]}", "."))
    alike = f", begitu pula {count - 1} sel lain di kolom ini" if count > 1 else ""
    return (
        f"dibaca {nilai}, karena titik di berkas berpemisah koma adalah tanda desimal; bila "
        f"maksudnya {meant}, tulis tanpa titik{alike}"
    )
