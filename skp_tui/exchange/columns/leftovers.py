"""Rows below a header that are surely no record: what an office list has beside its people.

Never passed over is a row that could be somebody: whatever has two of the required columns filled,
or a NIP, is judged as a record and refused in words where it lacks something. Only "JUMLAH" beside
a number of a few digits where the NIP stands is nobody, and "JUMLAH" in its place with numbers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

from skp_tui.domain.nip import is_bare_nip
from skp_tui.domain.text import clean
from skp_tui.errors import Problem
from skp_tui.exchange.columns.matching import Judul, normal
from skp_tui.exchange.kinds.kinds import Jenis, Tipe
from skp_tui.exchange.reading.table_model import Mentah, Tabel
from skp_tui.record import record

KOSONG: Final = "tanpa isi di kolom yang dibaca"
NOMOR_KOLOM: Final = "nomor kolom"
JUDUL_ULANG: Final = "judul yang diulang"
JUMLAH: Final = "jumlah"
PEMISAH_BAGIAN: Final = "judul kelompok"
TANDA_TANGAN: Final = "tempat tanda tangan"

_DISEBUT: Final = 12
_DIINGAT: Final = 4096
_SEKALIGUS: Final = 100
"""Rows that are looked at together: one that is odd among them has each looked at by itself."""
URUTAN: Final = re.compile(r"\(?(\d{1,6})[.)]?", re.ASCII)
"""A cell that counts its row: "1", "1.", "1)" or "(1)"."""
_NOMOR_URUT: Final = frozenset({"no", "nomor", "nourut", "nomorurut"})
_BANYAKNYA = re.compile(r"[\d.,]{1,7}\s*(?:orang|pegawai|org)?\.?", re.IGNORECASE | re.ASCII)
_SEBUAH_NOMOR = re.compile(r"\(?(\d{1,3})[.)]?", re.ASCII)
_ANGKA = re.compile(r"[\s\d.,:%()=-]*(?:orang|pegawai|org)?\.?", re.IGNORECASE | re.ASCII)
_JUMLAH = re.compile(
    r"(?:sub[\s-]*|grand\s*)?(?:jumlah|total|jml|rata[\s-]*rata|rerata)\.?"
    r"(?:\s+(?:keseluruhan|seluruh(?:nya)?|semua|total|pegawai|pns|cpns|pppk|asn|orang|nilai|rata"
    r"[\s-]*rata|dipindahkan|pindahan|halaman|ini|per|unit))*\s*[:=]?\s*[\d.,]*\s*(?:orang)?",
    re.IGNORECASE,
)
_BULAN: Final = (
    r"(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|nopember|"
    r"november|desember)"
)
_TANDA_TANGAN = re.compile(
    rf"[^\d,]{{2,60}},\s*(?:tanggal\s*)?(?:[\d.…_\s]*{_BULAN}[\d.…_\s]*|[.…_\s]{{3,}}\d*)"
    r"|(?:mengetahui|menyetujui|mengesahkan|disahkan|dibuat|ditetapkan|dikeluarkan|pada tanggal|"
    r"a\.?\s?n|plt|plh|kepala|sekretaris|camat|lurah|bupati|wali\s?kota|gubernur|direktur|"
    r"pejabat penilai|atasan|pembuat daftar|yang membuat|petugas)(?:\W.*)?",
    re.IGNORECASE | re.DOTALL,
)
_DUA: Final = 2
_PENDEK: Final = 17
"""Signs of a cell that is too short for a NIP; all others are not looked at."""


@record
class Dilewati:
    """A row that was passed over, and what it is instead of a record."""

    baris: int
    sebab: str


def parted(
    rows: Sequence[Mentah], judul: Judul, jenis: Jenis, tabel: Tabel
) -> tuple[tuple[Mentah, ...], tuple[Dilewati, ...]]:
    """Return the rows that are records or could be, and those that are surely none."""
    rules = _Rules(judul, jenis, tabel)
    kept: list[Mentah] = []
    passed: list[Dilewati] = []
    fresh = True
    for some in _pieces(rows):
        if not fresh and rules.are_records(some):
            kept.extend(some)
            continue
        for mentah in some:
            sebab = rules.why_not(mentah, first=fresh)
            fresh = sebab in {JUDUL_ULANG, KOSONG} and (fresh or sebab == JUDUL_ULANG)
            if sebab is None:
                kept.append(mentah)
            else:
                passed.append(Dilewati(mentah.baris, sebab))
    start = rules.signature_from(kept)
    passed += [Dilewati(mentah.baris, TANDA_TANGAN) for mentah in kept[start:]]
    return tuple(kept[:start]), tuple(sorted(passed, key=lambda satu: satu.baris))


def _pieces(rows: Sequence[Mentah]) -> Iterator[Sequence[Mentah]]:
    return (rows[start : start + _SEKALIGUS] for start in range(0, len(rows), _SEKALIGUS))


def passed_over(passed: Sequence[Dilewati], tabel: Tabel) -> tuple[Problem, ...]:
    """Return one warning that names the rows which were passed over, none where none was.

    A single one is named by its place, as every other row is.
    """
    if not passed:
        return ()
    if len(passed) == 1:
        (satu,) = passed
        pesan = f"dilewati karena bukan data ({satu.sebab}); periksa bila seharusnya dibaca"
        return (Problem(pesan, tabel.berkas, satu.baris, lembar=tabel.lembar),)
    named = [
        f"{_ranges([satu.baris for satu in passed if satu.sebab == sebab])} ({sebab})"
        for sebab in dict.fromkeys(satu.sebab for satu in passed)
    ]
    pesan = (
        f"{len(passed)} baris dilewati karena bukan data: {'; '.join(named)}; "
        "periksa bila ada yang seharusnya dibaca"
    )
    return (Problem(pesan, tabel.berkas, lembar=tabel.lembar),)


def numbers_rows(judul: str, cells: Iterable[str]) -> bool:
    """Say whether a column only counts the rows ("No", "Nomor urut"): nothing is lost with it.

    Numbers may be missing, since refused rows come back with those that they had.
    """
    if normal(judul) not in _NOMOR_URUT:
        return False
    before = 0
    for text in filter(str.strip, cells):
        match = URUTAN.fullmatch(text.strip())
        if match is None or before >= int(match[1]) != 1:
            return False
        before = int(match[1])
    return True


def numbers_columns(cells: Iterable[str]) -> bool:
    """Say whether a row only counts the columns: 1 2 3 …, as official lists have it."""
    matches = [_SEBUAH_NOMOR.fullmatch(sel.strip()) for sel in cells if sel.strip()]
    numbers = [int(match[1]) for match in matches if match]
    if len(numbers) != len(matches) or len(numbers) <= _DUA:
        return False
    return numbers == list(range(1, len(numbers) + 1))


class _Rules:
    """What is known about one table, to tell its rows apart quickly: most are records."""

    def __init__(self, judul: Judul, jenis: Jenis, tabel: Tabel) -> None:
        letak = judul.letak
        self._wajib = [
            letak[kolom.nama] for kolom in jenis.kolom if kolom.wajib and kolom.nama in letak
        ]
        self._nomor = {
            letak[kolom.nama]
            for kolom in jenis.kolom
            if kolom.tipe is Tipe.NOMOR and kolom.nama in letak
        }
        self._dikenal = sorted(letak.values())
        self._nip = next(
            (letak[nama] for nama in jenis.kunci if nama == "nip" and nama in letak), None
        )
        self._kode = [
            letak[kolom.nama]
            for kolom in jenis.kolom
            if kolom.tipe in {Tipe.KODE, Tipe.UNIT} and kolom.nama in letak
        ]
        self._kunci = [letak[nama] for nama in jenis.kunci if nama in letak]
        self._judul = [
            {index: normal(sel) for index, sel in enumerate(row.sel) if sel.strip()}
            for row in (*judul.baris_asli, judul.mentah)
        ]
        # the same few texts stand in the first column: a year, a unit
        self._normal = lru_cache(maxsize=_DIINGAT)(normal)
        self._anchors = [next(iter(names.items())) for names in self._judul if names]
        self._last = max((*self._dikenal, *(anchor for anchor, _ in self._anchors)), default=0)
        self._gabungan = {(top, left): right for top, left, _, right in tabel.gabungan}

    def are_records(self, rows: Sequence[Mentah]) -> bool:
        """Say shortly of most rows that they are: required columns filled, a NIP, no header."""
        cells = [mentah.sel for mentah in rows]
        if self._nip is None or min(map(len, cells)) <= self._last:
            return False
        if min([len(sel[self._nip]) for sel in cells]) <= _PENDEK:
            return False
        for place, name in self._anchors:
            if name in map(self._normal, {sel[place] for sel in cells}):
                return False
        filled = ({sel[place] for sel in cells} for place in self._wajib)
        return all(text and not text.isspace() for texts in filled for text in texts)

    def why_not(self, mentah: Mentah, *, first: bool) -> str | None:
        """Say what a row is instead of a record, None for one that could be a record."""
        cells = mentah.sel
        if first and numbers_columns(cells):
            return NOMOR_KOLOM
        if self._repeats_header(cells):
            return JUDUL_ULANG
        if self._filled(cells, self._wajib) == len(self._wajib):
            nobody = self._counts_people(cells) or self._is_total_by_nip(cells)
            return JUMLAH if nobody and self._is_total(cells) else None
        if not any(
            cells[i].strip() for i in self._dikenal if i < len(cells) and i not in self._nomor
        ):
            return KOSONG
        if self._is_total(cells):
            return JUMLAH
        return PEMISAH_BAGIAN if self._is_banner(mentah) else None

    def signature_from(self, kept: Sequence[Mentah]) -> int:
        """Return where the place for signatures begins: behind the last record."""
        start = len(kept)
        while start and self._filled(kept[start - 1].sel, self._wajib) < min(
            _DUA, len(self._wajib)
        ):
            start -= 1
        for index in range(start, len(kept)):
            texts = [clean(sel) for sel in kept[index].sel if sel.strip()]
            if len(texts) <= 3 and all(map(_TANDA_TANGAN.fullmatch, texts)):  # noqa: PLR2004 - signs
                return len(kept) if any(map(self._names_person, kept[index:])) else index
        return len(kept)

    def _names_person(self, mentah: Mentah) -> bool:
        """Say whether a bare NIP stands in its column; whoever signs has "NIP." before his."""
        cells, place = mentah.sel, self._nip
        return place is not None and place < len(cells) and is_bare_nip(cells[place])

    @staticmethod
    def _filled(cells: Sequence[str], places: Sequence[int]) -> int:
        width = len(cells)
        return len([i for i in places if i < width and cells[i] and not cells[i].isspace()])

    def _repeats_header(self, cells: Sequence[str]) -> bool:
        """Say whether a row is the header, or a row of it, once more, as on each printed page."""
        for names in self._judul:
            anchor = next(iter(names), None)
            if anchor is None or anchor >= len(cells):
                continue
            if self._normal(cells[anchor]) != names[anchor]:
                continue
            mine = {index: normal(sel) for index, sel in enumerate(cells) if sel.strip()}
            if mine == names:
                return True
        return False

    def _is_total(self, cells: Sequence[str]) -> bool:
        texts = [clean(sel) for sel in cells if sel.strip()]
        labels = [text for text in texts if _JUMLAH.fullmatch(text)]
        if not labels or not all(_ANGKA.fullmatch(text) for text in texts if text not in labels):
            return False
        counted = {self._nip} if self._counts_people(cells) else set()
        places = (i for i in self._kunci if i not in self._nomor and i not in counted)
        keys = (clean(cells[i]) for i in places if i < len(cells))
        return all(not key or key in labels for key in keys)

    def _is_total_by_nip(self, cells: Sequence[str]) -> bool:
        """Say whether "JUMLAH" stands where the NIP does: a label is the NIP of nobody."""
        place = self._nip
        return place is not None and _JUMLAH.fullmatch(clean(cells[place])) is not None

    def _counts_people(self, cells: Sequence[str]) -> bool:
        """Say whether a number of people stands where the NIP does: far shorter, and in no unit."""
        if self._nip is None or self._nip >= len(cells) or len(cells[self._nip]) > _PENDEK:
            return False
        return _BANYAKNYA.fullmatch(clean(cells[self._nip])) is not None and not self._filled(
            cells, self._kode
        )

    def _is_banner(self, mentah: Mentah) -> bool:
        """Say whether a row is one text merged across required columns: the name of a group."""
        filled = [index for index, sel in enumerate(mentah.sel) if sel.strip()]
        if len(filled) != 1:
            return False
        right = self._gabungan.get((mentah.baris, filled[0]), filled[0])
        return sum(filled[0] <= index <= right for index in self._wajib) >= _DUA


def _ranges(numbers: Sequence[int]) -> str:
    """Write row numbers shortly: ``baris 4, 20–22``."""
    shown = list(_runs(numbers))
    rest = len(shown) - _DISEBUT
    more = f" dan {rest} tempat lain" if rest > 0 else ""
    return f"baris {', '.join(shown[:_DISEBUT])}{more}"


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    for _, group in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        yield str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"
