"""Whether a sheet that can be read as one kind rather holds another: nearly every one names people.

Asked where a workbook has several sheets, and of lists of people when a kind is guessed.
"""

from collections.abc import Collection
from contextlib import suppress
from itertools import islice
from typing import Final

from skp_tui.exchange.columns.headers import Teratas, best_header
from skp_tui.exchange.kinds.kinds import JENIS, Jenis
from skp_tui.exchange.reading.table_model import Mentah, Tabel
from skp_tui.exchange.reading.tables import QuoteError, records

TETAP: Final = ("tahun", "unit")
"""The columns that may be given from outside, once for a whole file."""

_EVERYWHERE: Final = frozenset({*TETAP, "nip", "nama"})

SEARCHED: Final = 60
"""Records from the top in which a header is looked for; titles and letterheads are shorter."""


def first_records(tabel: Tabel, pemisah: str, most: int) -> list[Mentah]:
    """Return the first records under a delimiter, those before a quote that is never closed."""
    found: list[Mentah] = []
    rows = islice(records(tabel, pemisah), most)
    # which of the delimiters is right is not known yet; reading tells of an open quote
    with suppress(QuoteError):
        for mentah in rows:
            found.append(mentah)  # noqa: PERF402 - those before the fault are kept
    return found


def top_records(tabel: Tabel) -> Teratas:
    """Read the top of a table once for all kinds."""
    return {pemisah: first_records(tabel, pemisah, SEARCHED) for pemisah in tabel.pemisah}


def other_kind(
    tabel: Tabel, kolom: Collection[str], jenis: Jenis, atas: Teratas | None = None
) -> Jenis | None:
    """Return the kind that a sheet fits better than the one of which it has these columns.

    Another kind fits better when all its required columns and more columns in all are there, or
    when the sheet says but who and when, and what another kind must say. Year and unit may be
    absent from either.
    """
    top = top_records(tabel) if atas is None else atas
    found = [
        (*fit, lain)
        for lain in JENIS.values()
        if lain.nama != jenis.nama and (fit := _fit(tabel, set(kolom), jenis, lain, top))
    ]
    return max(found, key=lambda satu: satu[:2])[2] if found else None


def _fit(
    tabel: Tabel, kolom: set[str], jenis: Jenis, lain: Jenis, top: Teratas
) -> tuple[bool, int] | None:
    """Return how well a sheet fits another kind, None where no better than its own."""
    judul = best_header(tabel, lain, TETAP, top)
    names = judul.letak.keys() if judul else set[str]()
    if names <= set(jenis.nama_kolom):
        return None  # what the kind has a column for itself tells nothing
    mine = _must(jenis) - set(lain.nama_kolom)
    if mine and mine <= kolom:
        return None
    must = {satu.nama for satu in lain.kolom if satu.wajib} - set(TETAP)
    whole = must <= names and len(names) > len(kolom)
    says = _must(lain).intersection(lain.wajib_isi).difference(jenis.nama_kolom)
    bare = kolom <= {*jenis.kunci, *jenis.wajib_isi} and says and says <= names
    return (whole, len(names)) if whole or bare else None


def _must(jenis: Jenis) -> set[str]:
    """Return the required columns that say something: nearly every sheet names people and years."""
    return {satu.nama for satu in jenis.kolom if satu.wajib} - _EVERYWHERE
