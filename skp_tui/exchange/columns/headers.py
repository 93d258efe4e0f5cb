"""Which row of a table is the header, which delimiter it speaks, and which column stands where."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice, zip_longest
from typing import Final

from skp_tui.domain.number import DecimalSign
from skp_tui.errors import InputError, Problem
from skp_tui.exchange.columns.doubts import like_thousands, numbers_for_units
from skp_tui.exchange.columns.header_words import doubled, no_header, place
from skp_tui.exchange.columns.leftovers import parted, passed_over
from skp_tui.exchange.columns.matching import Judul, divided, match_header, match_two_rows
from skp_tui.exchange.columns.sheet_cells import fitted
from skp_tui.exchange.columns.unseen import hidden_rows, unheaded
from skp_tui.exchange.kinds.kinds import Jenis
from skp_tui.exchange.reading.table_model import BARIS_TERBANYAK, Bentuk, Mentah, Tabel
from skp_tui.exchange.reading.tables import QuoteError, records
from skp_tui.record import record

Teratas = Mapping[str, Sequence[Mentah]]
"""The first records of a table under each of its delimiters."""
_AT_THE_TOP: Final = 200
"""Records among which nearly every file has its header."""


@record
class Peta:
    """A header as the user pointed it out: its line, and for columns of the kind where they stand.

    ``kolom`` is the whole mapping: a column that is not in it is not read.
    """

    baris: int
    kolom: Mapping[str, int]


@record
class Terbaca:
    """A table whose header is known: delimiter, place of each column, and the records below it.

    ``catatan`` is what there is to say about the table as such, before its rows are judged.
    """

    tabel: Tabel
    pemisah: str
    judul: Judul
    isi: tuple[Mentah, ...]
    catatan: tuple[Problem, ...] = ()

    @property
    def desimal(self) -> DecimalSign:
        """Return the decimal sign: the dot where the comma separates cells, else the comma."""
        return "." if self.pemisah == "," else ","


def headed(
    tabel: Tabel, jenis: Jenis, tetap: Collection[str] = (), peta: Peta | None = None
) -> Terbaca:
    """Return the table below its header; ``tetap`` names columns that are given from outside.

    Of the delimiters the one counts whose header comes first, and of those the one that finds more
    columns; ``peta`` is a header that the user pointed out instead. Raises InputError for a missing
    or ambiguous header, an open quote, too many rows.
    """
    wajib = [kolom.nama for kolom in jenis.kolom if kolom.wajib and kolom.nama not in tetap]
    if peta is not None:
        return _below(tabel, _mapped(tabel, wajib, peta, jenis), jenis)
    tried = _tried(tabel, jenis, wajib)
    found = [satu for satu in tried if satu.is_header]
    if not found:
        raise _no_header(tabel, jenis, wajib, tried)
    return _below(tabel, min(found, key=_rank), jenis)


def best_header(
    tabel: Tabel, jenis: Jenis, tetap: Collection[str] = (), atas: Teratas | None = None
) -> Judul | None:
    """Return the header that reading takes, else the row that comes nearest, None without either.

    Where ``atas`` has the first records under each delimiter, it is looked for among them only.
    """
    wajib = [kolom.nama for kolom in jenis.kolom if kolom.wajib and kolom.nama not in tetap]
    tried = [satu for satu in _tried(tabel, jenis, wajib, atas) if satu.kolom]
    found = [satu for satu in tried if satu.is_header]
    if found:
        return min(found, key=_rank).judul
    best = min(tried, key=lambda satu: (-len(satu.kolom), satu.baris), default=None)
    return best.judul if best else None


def _tried(
    tabel: Tabel, jenis: Jenis, wajib: Collection[str], atas: Teratas | None = None
) -> "list[_Percobaan]":
    """Look for the header under each delimiter: at the top of the file first, where it mostly is.

    Otherwise a long ``;`` file would be read to its end as a ``,`` file before.
    """
    tried: list[_Percobaan] = []
    for most in (_AT_THE_TOP, None) if atas is None else (None,):
        tried = []
        until: int | None = None
        for pemisah in tabel.pemisah:
            rows = islice(records(tabel, pemisah), most) if atas is None else atas[pemisah]
            satu = _search(rows, tabel, pemisah, jenis, wajib, until)
            tried.append(satu)
            until = satu.baris if satu.is_header else until
        if any(satu.is_header for satu in tried):
            break
    return tried


def _mapped(tabel: Tabel, wajib: Collection[str], peta: Peta, jenis: Jenis) -> "_Percobaan":
    """Find the row that the user pointed out, under the delimiter that splits it furthest."""
    rows = [
        (pemisah, mentah)
        for pemisah in tabel.pemisah
        if (mentah := _row_at(tabel, pemisah, peta.baris)) is not None
    ]
    missing = ", ".join(nama for nama in wajib if nama not in peta.kolom)
    if not rows or missing:
        what = f"kolom wajib belum dipetakan: {missing}" if missing else "baris itu kosong"
        raise InputError(
            f"{place(tabel)}, baris {peta.baris}: pemetaan kolom tidak berlaku; {what}.",
            "Petakan lagi kolomnya.",
        )
    pemisah, mentah = max(rows, key=lambda pair: len(pair[1].sel))
    width = max(len(mentah.sel), *(index + 1 for index in peta.kolom.values()))
    over = _row_at(tabel, pemisah, peta.baris - 1)
    above = () if over is None else over.sel
    if over is not None and divided(over, mentah, tabel.gabungan) is not None:
        width = max(width, len(above))
    # so that the refused rows, written below it, come in by themselves, read in the same way
    own = (*mentah.sel, *[""] * (width - len(mentah.sel)))
    whole = zip_longest(own, above[:width], fillvalue="")
    # of a header in two rows the upper one has the heading of a column that is not divided
    cells = [_unread(sel if sel.strip() else upper, jenis) for sel, upper in whole]
    for nama, index in peta.kolom.items():
        cells[index] = nama
    judul = Judul(mentah._replace(sel=tuple(cells)), dict(peta.kolom), bawah=mentah)
    return _Percobaan(pemisah, judul, is_header=True)


def _unread(sel: str, jenis: Jenis) -> str:
    """Return a heading which the user did not choose as one that nothing would choose."""
    return f"{sel} (tidak dibaca)" if match_header(Mentah(1, (sel,)), jenis).letak else sel


def _row_at(tabel: Tabel, pemisah: str, baris: int) -> Mentah | None:
    try:
        return next((satu for satu in records(tabel, pemisah) if satu.baris == baris), None)
    except QuoteError:
        return None


@record
class _Percobaan:
    """What one delimiter finds: its header, or the row that comes nearest, or an open quote."""

    pemisah: str
    judul: Judul | None = None
    is_header: bool = False
    rusak: QuoteError | None = None

    @property
    def kolom(self) -> tuple[str, ...]:
        return tuple(self.judul.letak) if self.judul else ()

    @property
    def baris(self) -> int:
        return self.judul.mentah.baris if self.judul else 0


def _rank(percobaan: _Percobaan) -> tuple[int, int]:
    return percobaan.baris, -len(percobaan.kolom)


def _search(
    rows: Iterable[Mentah],
    tabel: Tabel,
    pemisah: str,
    jenis: Jenis,
    wajib: Collection[str],
    until: int | None,
) -> _Percobaan:
    """Look for the header down to the line where another delimiter has found one."""
    best: Judul | None = None
    before: Judul | None = None
    found: Judul | None = None
    try:
        for mentah in rows:
            if until is not None and mentah.baris > until and found is None:
                break
            if found is not None:
                whole = _with_lower_row(found, mentah, jenis, tabel)
                return _Percobaan(pemisah, whole, is_header=True)
            single = match_header(mentah, jenis)
            judul = _fuller(single, before, jenis, tabel)
            if all(nama in judul.letak for nama in wajib):
                found = judul
            if best is None or len(judul.letak) > len(best.letak):
                best = judul
            before = single
    except QuoteError as error:
        if found is None:
            return _Percobaan(pemisah, best, rusak=error)
    return _Percobaan(pemisah, found or best, is_header=found is not None)


def _fuller(single: Judul, before: Judul | None, jenis: Jenis, tabel: Tabel) -> Judul:
    """Return a row as a header, with the row of headings above it where that says more."""
    if before is None or not (before.letak or single.letak):
        return single
    both = match_two_rows(before.mentah, single.mentah, jenis, tabel.gabungan)
    return both if _says_more(both, single) else single


def _with_lower_row(judul: Judul, bawah: Mentah, jenis: Jenis, tabel: Tabel) -> Judul:
    """Return a header with the row below it, where that only names columns further.

    A required column below which something stands was a group called like it ("Kegiatan" over
    "Uraian" and "Satuan"): it may move within the group. The others stay where they are.
    """
    grouped = {nama for nama, index in _required(judul, jenis) if _has(bawah, index)}
    if judul.atas is not None or (grouped and any(map(_is_figure, bawah.sel))):
        return judul
    both = match_two_rows(judul.mentah, bawah, jenis, tabel.gabungan, berkelompok=True)
    keeps = all(
        nama in both.letak if nama in grouped else both.letak.get(nama) == index
        for nama, index in _required(judul, jenis)
    )
    return both if keeps and _says_more(both, judul) else judul


def _required(judul: Judul, jenis: Jenis) -> Iterator[tuple[str, int]]:
    """Yield the required columns that a header has, with their places."""
    wajib = (kolom.nama for kolom in jenis.kolom if kolom.wajib)
    return ((nama, judul.letak[nama]) for nama in wajib if nama in judul.letak)


def _is_figure(sel: str) -> bool:
    """Say whether a cell begins as a number, a NIP or a date does, and no heading."""
    return sel.strip().lstrip("'")[:1].isdigit()


def _has(mentah: Mentah, index: int) -> bool:
    return index < len(mentah.sel) and bool(mentah.sel[index].strip())


def _says_more(both: Judul, single: Judul) -> bool:
    return (not both.kembar, len(both.letak)) > (not single.kembar, len(single.letak))


def _below(tabel: Tabel, found: _Percobaan, jenis: Jenis) -> Terbaca:
    judul = found.judul
    if judul is None:
        raise _no_header(tabel, jenis, (), (found,))
    if judul.kembar:
        raise doubled(tabel, judul, jenis)
    below = (satu for satu in records(tabel, found.pemisah) if satu.baris > judul.mentah.baris)
    isi = list(islice(below, BARIS_TERBANYAK + 1))
    if len(isi) > BARIS_TERBANYAK:
        raise InputError(
            f"{tabel.berkas} berisi lebih dari 200.000 baris.", "Bagi menjadi beberapa berkas."
        )
    kept, passed = parted(isi, judul, jenis, tabel)
    notes = (*tabel.catatan, *passed_over(passed, tabel), *unheaded(judul, kept, tabel))
    notes = (*notes, *numbers_for_units(kept, judul, tabel))
    if found.pemisah == ",":
        notes = (*notes, *like_thousands(kept, judul, jenis, tabel))
    if tabel.bentuk is not Bentuk.CSV:
        kept, odd = fitted(kept, judul, jenis, tabel)
        notes = (*notes, *odd, *hidden_rows(kept, tabel))
    return Terbaca(tabel.without_text(), found.pemisah, judul, kept, notes)


def _no_header(
    tabel: Tabel, jenis: Jenis, wajib: Collection[str], tried: Sequence[_Percobaan]
) -> InputError:
    found = max((satu.kolom for satu in tried), key=len, default=())
    broken = next(
        (satu.rusak for satu in tried if satu.rusak and len(satu.kolom) == len(found)), None
    )
    if broken is not None:
        return broken
    return no_header(tabel, jenis, wajib, found)
