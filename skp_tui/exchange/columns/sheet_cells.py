"""The cells of a workbook fitted to their columns: a code is no number, a date no code."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from skp_tui.errors import Problem
from skp_tui.exchange.columns.matching import Judul
from skp_tui.exchange.kinds.kinds import Jenis, Kolom, Tipe
from skp_tui.exchange.reading.cell_text import Rupa, day_text
from skp_tui.exchange.reading.table_model import Cacat, Mentah, Tabel
from skp_tui.exchange.values import is_error

_KODE: Final = frozenset({Tipe.KODE, Tipe.UNIT})
_BEBAS: Final = frozenset({Tipe.TEKS, Tipe.UKURAN})
_HITUNGAN: Final = frozenset({Tipe.ANGKA, Tipe.BIAYA, Tipe.NOMOR, Tipe.TAHUN})

_TANGGAL_DI_KODE = (
    "sel ini berisi tanggal, bukan kode; Excel mengubah kode seperti 1-2 menjadi tanggal; format "
    "kolomnya sebagai Teks, lalu ketik ulang kodenya"
)
_LOGIKA_DI_KODE = (
    "sel ini berisi nilai logika (TRUE atau FALSE), bukan kode; format kolomnya sebagai Teks, lalu "
    "ketik kodenya"
)
_BUKAN_TANGGAL = "sel ini berisi tanggal; format kolomnya sebagai Angka atau Teks, lalu ketik ulang"
_BUKAN_JAM = "sel ini berisi jam; format kolomnya sebagai Angka atau Teks, lalu ketik ulang"
_ANGKA_DI_TANGGAL = (
    "sel ini berisi angka, bukan tanggal; format kolomnya sebagai Tanggal, atau tulis misalnya "
    "31-12-2017"
)
_PERSEN = "sel ini berformat persen; format sebagai Angka, lalu tulis angkanya, misalnya 90"
_RUMUS = (
    "rumus ini tidak punya hasil tersimpan, dianggap kosong; buka di Excel atau LibreOffice dan "
    "simpan ulang"
)
_KODE_ANGKA = (
    "kode di kolom ini tersimpan sebagai angka, jadi 1.1 dan 1.10 tidak dapat dibedakan; format "
    "kolomnya sebagai Teks bila ada kode yang berakhir 0"
)

Change = Callable[[str], tuple[str, Cacat | None]]


def fitted(
    rows: Iterable[Mentah], judul: Judul, jenis: Jenis, tabel: Tabel
) -> tuple[tuple[Mentah, ...], tuple[Problem, ...]]:
    """Return the records with each cell as its column wants it, as wide as the header.

    Cells right of the header belong to no column: they are left out, with one warning, and kept as
    ``asli`` for the refused rows.
    """
    fit = _Fit(judul, jenis, tabel)
    return tuple(map(fit.record, rows)), tuple(fit.notes())


class _Fit:
    """What is done to the cells of one table; rows that look alike are treated alike."""

    def __init__(self, judul: Judul, jenis: Jenis, tabel: Tabel) -> None:
        self._width = len(judul.mentah.sel)
        self._columns = {
            judul.letak[satu.nama]: satu for satu in jenis.kolom if satu.nama in judul.letak
        }
        self._tabel = tabel
        self._known: dict[str, tuple[tuple[int, Change], ...]] = {}
        further = [satu.baris for satu in judul.baris_asli if satu.lebih]
        self._beyond: int | None = further[0] if further else None
        self._coded: dict[str, int] = {}

    def record(self, mentah: Mentah) -> Mentah:
        """Return a record fitted to the columns."""
        changes = self._known.get(mentah.rupa)
        if changes is None:
            changes = self._known[mentah.rupa] = tuple(self._changes(mentah.rupa))
        if self._beyond is None and (mentah.lebih or len(mentah.sel) > self._width):
            self._beyond = mentah.baris
        if not changes and len(mentah.sel) == self._width:
            return mentah
        cells = [*mentah.sel[: self._width], *[""] * (self._width - len(mentah.sel))]
        faults: list[Cacat] = []
        for index, change in changes:
            before = cells[index]
            cells[index], fault = change(before)
            if fault is not None:
                faults.append(fault)
            if cells[index] != before and "." in cells[index]:
                self._coded.setdefault(self._columns[index].nama, mentah.baris)
        # the table holds the record as read anyway
        asli = mentah.sel if len(mentah.sel) > self._width else None
        return mentah._replace(sel=tuple(cells), cacat=tuple(faults), asli=asli)

    def notes(self) -> Iterator[Problem]:
        """Yield what there is to say about the table as a whole."""
        berkas, lembar = self._tabel.berkas, self._tabel.lembar
        for kolom, baris in self._coded.items():
            if self._columns_of(kolom).tipe in _KODE:
                yield Problem(_KODE_ANGKA, berkas, baris, kolom, lembar=lembar)
        if self._beyond is not None:
            pesan = "sel di kanan judul yang terakhir tidak dibaca"
            yield Problem(pesan, berkas, self._beyond, lembar=lembar)

    def _columns_of(self, nama: str) -> Kolom:
        return next(satu for satu in self._columns.values() if satu.nama == nama)

    def _changes(self, rupa: str) -> Iterator[tuple[int, Change]]:
        for index, kolom in self._columns.items():
            if index < len(rupa):
                change = _change(Rupa(rupa[index]), kolom)
                if change is not None:
                    yield index, change


def _change(rupa: Rupa, kolom: Kolom) -> Change | None:
    maker = _CHANGES.get(rupa)
    return maker(kolom) if maker else None


def _number(kolom: Kolom) -> Change | None:
    if kolom.tipe in _KODE:
        return lambda text: (text.replace(",", "."), None)
    return _refused(kolom, _ANGKA_DI_TANGGAL) if kolom.tipe is Tipe.TANGGAL else None


def _date(kolom: Kolom) -> Change | None:
    if kolom.tipe is Tipe.TANGGAL:
        return lambda text: (text[:10], None)
    if kolom.tipe in _BEBAS:
        return lambda text: (day_text(text), None)
    return _refused(kolom, _TANGGAL_DI_KODE if kolom.tipe in _KODE else _BUKAN_TANGGAL)


def _truth(kolom: Kolom) -> Change | None:
    return _refused(kolom, _LOGIKA_DI_KODE) if kolom.tipe in _KODE else None


def _clock(kolom: Kolom) -> Change | None:
    return None if kolom.tipe in _BEBAS else _refused(kolom, _BUKAN_JAM)


def _percent(kolom: Kolom) -> Change | None:
    return _refused(kolom, _PERSEN) if kolom.tipe in _HITUNGAN else None


def _formula(kolom: Kolom) -> Change:
    return lambda _text: ("", Cacat(kolom.nama, _RUMUS, menolak=False))


def _error(kolom: Kolom) -> Change:
    """Leave an error that reading a cell knows; report here what other programs write."""

    def change(text: str) -> tuple[str, Cacat | None]:
        if is_error(text):
            return text, None
        pesan = f"galat {text} dianggap kosong; perbaiki rumusnya"
        return "", Cacat(kolom.nama, pesan, menolak=False)

    return change


def _refused(kolom: Kolom, pesan: str) -> Change:
    return lambda text: (text, Cacat(kolom.nama, pesan, menolak=True))


_CHANGES: Mapping[Rupa, Callable[[Kolom], Change | None]] = {
    Rupa.ANGKA: _number,
    Rupa.TANGGAL: _date,
    Rupa.JAM: _clock,
    Rupa.LOGIKA: _truth,
    Rupa.PERSEN: _percent,
    Rupa.RUMUS: _formula,
    Rupa.GALAT: _error,
}
