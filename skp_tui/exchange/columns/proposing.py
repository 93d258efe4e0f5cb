"""Which column of a foreign list is meant by which of ours: proposals that somebody looks at.

Reading itself knows the exact names and the closed list of aliases only (exchange 3). What is
proposed here is never applied before the user has seen it on the screen.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from typing import Final

from skp_tui.domain.nip import NipError, parse_nip
from skp_tui.domain.rank import RankError, parse_golongan
from skp_tui.domain.text import clean
from skp_tui.exchange.columns.fitting import first_records
from skp_tui.exchange.columns.leftovers import numbers_columns
from skp_tui.exchange.columns.matching import divided, match_header, normal
from skp_tui.exchange.columns.superiors import superior_in
from skp_tui.exchange.kinds.kinds import Jenis, Kolom, Tipe
from skp_tui.exchange.reading.table_model import Mentah, Tabel
from skp_tui.record import record

LOOKED_AT: Final = 200
"""Records from the top among which the header is chosen, and from which contents are judged."""

_ALIKE: Final = 0.8
_ALIKE_WORD: Final = 0.6
_SHORTEST: Final = 3
_MOSTLY: Final = 0.6
_WORDS: Final = re.compile(r"[^\W_]+")
_FILLING: Final = frozenset(
    {"dan", "di", "pegawai", "pns", "asn", "terakhir", "nama", "no", "nomor"}
)
_BESIDE: Final[Mapping[str, frozenset[str]]] = {
    "nama": frozenset({"gelar", "lengkap"}),
    "no": frozenset({"keg", "kegiatan"}),
}
"""Words beside a name of filling words only, by its first one: "Nama dan Gelar", "No. Keg"."""
_NUMBERS: Final = frozenset({Tipe.NOMOR, Tipe.TAHUN, Tipe.ANGKA, Tipe.BIAYA})
_FIGURE: Final = re.compile(r"[\W_]*(?:rp|no)?\W*\d", re.IGNORECASE)
_FEW: Final = 2
"""Blanks in a cell that may be a number with its unit; a numbered sentence has more."""
_OFFICIALS: Final = frozenset({"penilai", "atasan"})


@record
class Contoh:
    """The top of a table as one delimiter parts it: what somebody sees who points out columns.

    ``berkelompok`` are the records that look like the lower row of a header in two rows, each with
    the names of both.
    """

    baris: tuple[Mentah, ...]
    berkelompok: tuple[Mentah, ...] = ()

    @property
    def calon_judul(self) -> tuple[Mentah, ...]:
        """Return every record as it would read as a header."""
        joined = {satu.baris for satu in self.berkelompok}
        return (*self.berkelompok, *(satu for satu in self.baris if satu.baris not in joined))

    def judul(self, baris: int) -> Mentah:
        """Return the record that begins in a line as a header, or the first one."""
        return next((satu for satu in self.calon_judul if satu.baris == baris), self.baris[0])

    def names(self, baris: int, kolom: int) -> tuple[str, ...]:
        """Return what a column is called: of a header in two rows by the lower one alone too."""
        whole = (*self.judul(baris).sel, *[""] * (kolom + 1))[kolom]
        own = next((satu.sel for satu in self.baris if satu.baris == baris), ())
        lower = own[kolom] if kolom < len(own) else ""
        return (whole, lower) if clean(lower) and clean(lower) != clean(whole) else (whole,)

    def di_bawah(self, baris: int) -> tuple[Mentah, ...]:
        """Return the records below a line; one that only counts the columns is none."""
        below = tuple(satu for satu in self.baris if satu.baris > baris)
        return below[1:] if below and numbers_columns(below[0].sel) else below

    def isi(self, baris: int, kolom: int) -> str:
        """Return the first text of a column below a line, as an example of it."""
        cells = (satu.sel[kolom] for satu in self.di_bawah(baris) if kolom < len(satu.sel))
        return next((text for sel in cells if (text := clean(sel))), "")


@record
class Atas:
    """The top of a table under every delimiter that it may have."""

    lembar: str | None
    contoh: tuple[Contoh, ...]

    def at(self, baris: int | None) -> Contoh:
        """Return it as that delimiter parts it which splits the header's line furthest.

        Reading does the same with a line that was pointed out (``headers.headed``). Without a line
        the number of all cells decides.
        """
        if baris is None:
            return max(self.contoh, key=_cells)
        return max(self.contoh, key=lambda contoh: _width_at(contoh, baris))


def top_of(tabel: Tabel) -> Atas | None:
    """Return the top of a table; None for one without records."""
    tops = (tuple(first_records(tabel, pemisah, LOOKED_AT)) for pemisah in tabel.pemisah)
    contoh = tuple(Contoh(rows, tuple(_in_two_rows(rows, tabel))) for rows in tops if rows)
    return Atas(tabel.lembar, contoh) if contoh else None


def _in_two_rows(rows: Sequence[Mentah], tabel: Tabel) -> Iterator[Mentah]:
    for atas, bawah in pairwise(rows):
        names = divided(atas, bawah, tabel.gabungan)
        if names is not None:
            yield bawah._replace(sel=names)


def _cells(contoh: Contoh) -> int:
    return sum(len(mentah.sel) for mentah in contoh.baris)


def _width_at(contoh: Contoh, baris: int) -> int:
    return max((len(satu.sel) for satu in contoh.baris if satu.baris == baris), default=0)


def likely_header(contoh: Contoh, jenis: Jenis) -> Mentah:
    """Return the row that is most likely the header: known names first, then the most words."""
    return max(contoh.calon_judul, key=lambda mentah: _likeness(contoh, mentah, jenis))


def _likeness(contoh: Contoh, mentah: Mentah, jenis: Jenis) -> tuple[int, int, int]:
    known = set(match_header(mentah, jenis).letak)
    if mentah in contoh.berkelompok:
        lower = next(satu for satu in contoh.baris if satu.baris == mentah.baris)
        known |= match_header(lower, jenis).letak.keys()
    words = [sel for sel in map(clean, mentah.sel) if sel and not any(map(str.isdigit, sel))]
    # of rows that are alike the first: the header stands above what it heads
    return len(known), len(set(words)), -mentah.baris


def propose(contoh: Contoh, baris: int, jenis: Jenis) -> Mapping[str, int]:
    """Return the column of the file for each of ours that a header or its contents speak for.

    Names count before likeness, likeness before contents; no column is proposed twice, and none of
    sentences for a number.
    """
    judul = contoh.judul(baris)
    found = dict(match_header(judul, jenis).letak)
    ordered = sorted(jenis.kolom, key=lambda kolom: not kolom.wajib)
    for judge in (_of_superior, _same_words, _alike, _holds):
        for kolom in ordered:
            if kolom.nama not in found:
                free = (index for index, _ in _named(judul) if index not in found.values())
                meant = (i for i in free if judge(contoh, baris, i, kolom))
                place = next((i for i in meant if _may_hold(contoh, baris, i, kolom)), None)
                if place is not None:
                    found[kolom.nama] = place
    return found


def _named(judul: Mentah) -> Iterator[tuple[int, str]]:
    return ((index, sel) for index, sel in enumerate(judul.sel) if clean(sel))


def _may_hold(contoh: Contoh, baris: int, index: int, kolom: Kolom) -> bool:
    """Say whether a column may be what a heading alone says: no sentences where numbers stand."""
    if kolom.tipe not in _NUMBERS:
        return True
    filled = _filled(contoh, baris, index)
    right = sum(_FIGURE.match(text) is not None and text.count(" ") <= _FEW for text in filled)
    return right >= _MOSTLY * len(filled)


def _of_superior(contoh: Contoh, baris: int, index: int, kolom: Kolom) -> bool:
    """Say whether a column tells in our words who appraises, though it calls him otherwise."""
    words = _words(contoh.names(baris, index)[0])
    return kolom.nama == superior_in(words, _filled(contoh, baris, index), _is_nip)


def _same_words(contoh: Contoh, baris: int, index: int, kolom: Kolom) -> bool:
    """Say whether a header has the words of a name in any order, or its first letters make it."""
    texts = contoh.names(baris, index)
    if not _same_official(texts[0], kolom):
        texts = texts[:1]
    return any(_has_words(_words(text), nama) for text in texts for nama in _called(kolom))


def _has_words(words: Sequence[str], nama: str) -> bool:
    initials = "".join(word[0] for word in words)
    return sorted(words) == sorted(_words(nama)) or (
        initials == normal(nama) and len(initials) >= _SHORTEST
    )


def _called(kolom: Kolom) -> tuple[str, ...]:
    return (kolom.nama, *kolom.alias)


def _same_official(text: str, kolom: Kolom) -> bool:
    """Say whether a header and a column of ours speak of the same one: the person or an appraiser.

    The upper row of two says it of all that stands below.
    """
    return (_OFFICIALS & set(_words(text))) == (_OFFICIALS & set(_words(kolom.nama)))


def _alike(contoh: Contoh, baris: int, index: int, kolom: Kolom) -> bool:
    """Say whether a header is spelled nearly as a name, shortens it, holds it, or is held by it."""
    texts = contoh.names(baris, index)
    if not _same_official(texts[0], kolom):
        return False
    return any(_is_alike(text, nama) for text in texts for nama in _called(kolom))


def _is_alike(text: str, nama: str) -> bool:
    words = _words(text)
    own = _telling(words)
    return (
        _spelled_nearly(text, nama)
        or (len(normal(text)) >= _SHORTEST and normal(nama).startswith(normal(text)))
        or _within(_words(nama), words)
        or (len(own) > 1 and own <= set(_words(nama)))
    )


def _spelled_nearly(text: str, nama: str) -> bool:
    """Say whether a header is a name but for some letters, none of its words another word."""
    pairs = [(normal(text), normal(nama), _ALIKE)]
    own, ours = _words(text), _words(nama)
    if len(own) == len(ours):
        pairs += [(one, other, _ALIKE_WORD) for one, other in zip(own, ours, strict=True)]
    ratios = ((SequenceMatcher(None, one, other).ratio(), least) for one, other, least in pairs)
    return all(ratio >= least for ratio, least in ratios)


def _telling(words: Sequence[str]) -> frozenset[str]:
    """Return the words that say something."""
    return frozenset(word for word in words if word not in _FILLING and len(word) >= _SHORTEST)


def _within(name: Sequence[str], words: Sequence[str]) -> bool:
    """Say whether all telling words of a name are among those of a header."""
    telling = _telling(name)
    if not telling:
        others = set(words) - set(name) - _FILLING
        beside = _BESIDE.get(name[0], frozenset()) if name else frozenset()
        return set(name) <= set(words) and bool(others) and others <= beside
    return telling <= set(words)


@cache
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(clean(text).casefold()))


def _holds(contoh: Contoh, baris: int, index: int, kolom: Kolom) -> bool:
    """Say whether most cells of a column are what only this one of ours can hold."""
    check = _CONTENTS.get(kolom.nama)
    if check is None:
        return False
    filled = _filled(contoh, baris, index)
    right = sum(check(cell) for cell in filled)
    return bool(filled) and right >= _MOSTLY * len(filled)


def _filled(contoh: Contoh, baris: int, index: int) -> list[str]:
    cells = (satu.sel[index] for satu in contoh.di_bawah(baris) if index < len(satu.sel))
    return [text for sel in cells if (text := clean(sel))]


def _is_nip(text: str) -> bool:
    return _reads(parse_nip, NipError, text)


def _is_golongan(text: str) -> bool:
    return _reads(parse_golongan, RankError, text)


def _is_year(text: str) -> bool:
    return re.fullmatch(r"20\d\d", text, re.ASCII) is not None


def _reads(parse: Callable[[str], object], refusal: type[ValueError], text: str) -> bool:
    try:
        parse(text)
    except refusal:
        return False
    return True


_CONTENTS: Final[Mapping[str, Callable[[str], bool]]] = {
    "nip": _is_nip,
    "golongan": _is_golongan,
    "tahun": _is_year,
}
