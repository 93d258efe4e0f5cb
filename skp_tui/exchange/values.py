"""One cell: its text in canonical form, or the sentence that says why it is refused."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from skp_tui.domain.dates import DateError, parse_date
from skp_tui.domain.nip import NipError, StatusPegawai, parse_nip
from skp_tui.domain.number import DecimalSign, NumberError, canonical, parse_number
from skp_tui.domain.rank import RankError, parse_golongan
from skp_tui.domain.text import clean
from skp_tui.domain.ukuran import canonical_ukuran, parse_ukuran
from skp_tui.exchange.kinds.kinds import HAPUS, Kolom, Tipe
from skp_tui.record import record

SEL_TERPANJANG = 500
NILAI_TAMPIL = 80

GALAT_EXCEL = frozenset(
    {
        "#DIV/0!",
        "#VALUE!",
        "#N/A",
        "#REF!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
    }
)
_GALAT_LIBREOFFICE = re.compile(r"err:\d{3}", re.IGNORECASE | re.ASCII)
_QUOTED = re.compile(r"'['=+\-@0-9]")
_AS_TEXT = re.compile(r'="([^"]*)"')
_ENUMERATED = re.compile(r"\(?(\d{1,6})[.)]", re.ASCII)
_NOT_LETTER = re.compile(r"[\W_]+")

_KODE = frozenset({Tipe.NIP, Tipe.KODE, Tipe.UNIT})
"""Types whose texts look like numbers, so that lists are made with ``="0801"`` for them."""
_TAHUN_TERKECIL, _TAHUN_TERBESAR = 1000, 9999


class CellError(ValueError):
    """Says in one Indonesian sentence why a text does not fit its column."""


@record
class Sel:
    """What a cell says: a canonical text, "clear it" (hapus), a fault, or nothing at all.

    With ``bagi_baru`` it says so of a new record only: a stored one keeps what it has.
    """

    asli: str = ""
    nilai: str | None = None
    hapus: bool = False
    salah: str | None = None
    catatan: str | None = None
    bagi_baru: bool = False

    @property
    def kosong(self) -> bool:
        """Say whether the cell leaves everything as it is."""
        return self.nilai is None and not self.hapus and self.salah is None


KOSONG = Sel()


def read_cell(asli: str, kolom: Kolom, desimal: DecimalSign) -> Sel:
    """Read one raw cell for its column, with the decimal sign of its file."""
    if not asli or asli.isspace():
        return KOSONG
    if len(asli) > SEL_TERPANJANG:
        fault = f"berisi {len(asli)} karakter; paling banyak {SEL_TERPANJANG}, ringkas dahulu"
        return Sel(asli, salah=fault)
    text = clean(asli)
    note = None if text == asli.strip() else "tanda kendali yang tak terlihat dibuang"
    if is_error(text):
        galat = f"Excel {text}" if text.startswith("#") else text
        return Sel(asli, catatan=f"galat {galat} dianggap kosong; perbaiki rumusnya")
    if text in ("", HAPUS):
        return Sel(asli, hapus=text == HAPUS, catatan=note)
    try:
        nilai = _READERS[kolom.tipe](_bare_text(text, kolom), kolom, desimal)
        return Sel(asli, nilai=nilai, catatan=note)
    except (CellError, NumberError, DateError, NipError, RankError) as fault:
        return Sel(asli, salah=str(fault), catatan=note)


def is_error(text: str) -> bool:
    """Say whether a text is the error of a formula, as Excel or LibreOffice shows it."""
    return text.upper() in GALAT_EXCEL or _GALAT_LIBREOFFICE.fullmatch(text) is not None


def unquoted(text: str) -> str:
    """Take exactly one ``'`` off that protects a text from a spreadsheet (``csvout.protected``)."""
    return text[1:] if _QUOTED.match(text) else text


def _bare_text(text: str, kolom: Kolom) -> str:
    """Return a text without what keeps a spreadsheet from making a number of it."""
    match = _AS_TEXT.fullmatch(text) if kolom.tipe in _KODE else None
    return match[1].strip() if match else unquoted(text)


def shown_cell(asli: str) -> str | None:
    """Return a raw cell as a message may show it: harmless, and cut where it is long."""
    text = clean(asli)
    if len(text) > NILAI_TAMPIL:
        text = f"{text[:NILAI_TAMPIL]}…"
    return text or None


@lru_cache(maxsize=4096)
def nip_fault(nip: str, status: StatusPegawai) -> str | None:
    """Return why a text is no NIP for somebody of that status, or None."""
    try:
        parse_nip(nip, status)
    except NipError as fault:
        return str(fault)
    return None


def nip_warnings(nip: str, status: StatusPegawai) -> tuple[str, ...]:
    """Return what looks odd in a NIP that is valid for the status."""
    return parse_nip(nip, status)[1]


def _text(text: str, _kolom: Kolom, _desimal: DecimalSign) -> str:
    return text


def _nip(text: str, _kolom: Kolom, _desimal: DecimalSign) -> str:
    # The status is judged later (nip_fault): it may stand in another row, or in the database.
    return parse_nip(text, StatusPegawai.PPPK)[0]


def _golongan(text: str, _kolom: Kolom, _desimal: DecimalSign) -> str:
    return parse_golongan(text)


def _date(text: str, _kolom: Kolom, _desimal: DecimalSign) -> str:
    return parse_date(text).isoformat()


def _number(text: str, _kolom: Kolom, desimal: DecimalSign) -> str:
    return canonical(parse_number(text, desimal))


def _money(text: str, _kolom: Kolom, desimal: DecimalSign) -> str:
    return canonical(parse_number(text, desimal, money=True))


def _measure(text: str, _kolom: Kolom, desimal: DecimalSign) -> str:
    return canonical_ukuran(parse_ukuran(text, desimal)) or ""


def _count(text: str, _kolom: Kolom, desimal: DecimalSign) -> str:
    match = _ENUMERATED.fullmatch(text)
    try:
        number = canonical(parse_number(match[1] if match else text, desimal))
    except NumberError:
        number = ""
    if not number.isdigit() or number == "0":
        raise CellError("bukan bilangan bulat mulai 1; tulis misalnya 1")
    return number


def _year(text: str, kolom: Kolom, desimal: DecimalSign) -> str:
    try:
        year = int(_count(text, kolom, desimal))
    except CellError:
        year = 0
    if not _TAHUN_TERKECIL <= year <= _TAHUN_TERBESAR:
        raise CellError("bukan tahun; tulis empat angka, misalnya 2017")
    return str(year)


def _bare(text: str) -> str:
    return _NOT_LETTER.sub("", text.casefold())


def _choice(text: str, kolom: Kolom, _desimal: DecimalSign) -> str:
    wanted = _bare(text)
    found = next((pilihan for pilihan in kolom.pilihan if _bare(pilihan) == wanted), None)
    if found is None:
        meant = next((some for nama, some in kolom.setara if _bare(nama) == wanted), ())
        if len(meant) == 1:
            return str(meant[0])
        if meant:
            raise CellError(f"dapat berarti {' atau '.join(meant)}; tulis salah satunya")
        raise CellError(f"tidak ada dalam pilihan; tulis salah satu: {', '.join(kolom.pilihan)}")
    return found


def _eselon(text: str, kolom: Kolom, desimal: DecimalSign) -> str:
    return _choice(re.sub(r"eselon|esl?\.", "", text, flags=re.IGNORECASE), kolom, desimal)


_READERS: Mapping[Tipe, Callable[[str, Kolom, DecimalSign], str]] = {
    Tipe.TEKS: _text,
    Tipe.KODE: _text,
    Tipe.UNIT: _text,
    Tipe.NIP: _nip,
    Tipe.GOLONGAN: _golongan,
    Tipe.ESELON: _eselon,
    Tipe.PILIHAN: _choice,
    Tipe.TAHUN: _year,
    Tipe.NOMOR: _count,
    Tipe.ANGKA: _number,
    Tipe.BIAYA: _money,
    Tipe.UKURAN: _measure,
    Tipe.TANGGAL: _date,
}
