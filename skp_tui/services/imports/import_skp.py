"""BKN workbooks among what is imported: each one appraisal, which comes in whole or not at all."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.errors import Problem
from skp_tui.exchange.bkn.appraisal import Buku
from skp_tui.exchange.bkn.extras import numbered
from skp_tui.exchange.bkn.layout import Formulir
from skp_tui.exchange.bkn.printed import Tercetak
from skp_tui.exchange.bkn.selisih import Selisih, differs
from skp_tui.exchange.kinds.kinds import JENIS_SKP
from skp_tui.exchange.plan.bkn_deciding import Dikenal, decide, nip_of
from skp_tui.exchange.plan.bkn_rows import JENIS_BUKU, CalonBuku, Putusan, rows_of
from skp_tui.exchange.plan.plan import Rencana
from skp_tui.exchange.plan.rows import Calon
from skp_tui.exchange.values import shown_cell
from skp_tui.services.base.views import Orang, appraisal
from skp_tui.storage.reading.office_reader import read_office, read_years
from skp_tui.storage.reading.records import read_records

if TYPE_CHECKING:
    from skp_tui.exchange.plan.bkn_parts import Masa
    from skp_tui.exchange.plan.stock import OrangTahun

_DISEBUT = 3

Bernomor = set[tuple[str, str]]
"""The rows that a workbook numbers, by what they are and their number."""


@dataclass(slots=True)
class _Diperiksa:
    """One workbook in this round: what was decided, its rows, and what is wrong with them."""

    buku: Buku
    putusan: Putusan
    salah: list[Problem]
    tanpa_orang: bool = False


class Naskah:
    """The workbooks of one round of planning: their rows by kind, and their faults together."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        buku: Sequence[Buku],
        tahun: int | None,
        unit: str | None,
    ) -> None:
        putusan = decide(buku, _known(connection, buku, tahun, unit))
        self._semua = [
            _Diperiksa(satu, what, list(what.salah))
            for satu, what in zip(buku, putusan, strict=True)
        ]
        self._sisa = tuple(_left(connection, buku, putusan))

    @property
    def gagal(self) -> dict[Path, tuple[Problem, ...]]:
        """Return the workbooks that are refused, with every fault of each."""
        return {
            satu.buku.path: tuple(dict.fromkeys(satu.salah)) for satu in self._semua if satu.salah
        }

    def rows(self, jenis: str, tables: int) -> list[CalonBuku]:
        """Return the rows of one kind; ``tables`` is how many tables stand before them."""
        if jenis not in JENIS_BUKU:
            return []
        return [
            calon
            for nomor, satu in enumerate(self._semua, tables)
            for calon in rows_of(satu.buku, satu.putusan, jenis, nomor)
        ]

    def collect(self, jenis: str, rows: Iterable[Calon]) -> None:
        """Take up the faults of the rows of one kind, which were judged."""
        by_name = {satu.buku.nama: satu for satu in self._semua}
        for calon in rows:
            satu = by_name[calon.asal.berkas]
            if satu.tanpa_orang:
                # without his row nobody is known: that was said there already
                satu.salah.extend(one for one in calon.salah if one.kolom != "nip")
            else:
                satu.salah.extend(calon.salah)
                satu.tanpa_orang = jenis == "pegawai" and bool(calon.salah)

    def refused_whole(self, gagal: Mapping[Path, tuple[Problem, ...]]) -> tuple[Rencana, ...]:
        """Return what is said of whole workbooks, as a plan without rows; nothing if nothing is."""
        notes = (*(note for satu in self._semua for note in satu.putusan.catatan), *self._sisa)
        if not gagal and not notes:
            return ()
        ditolak = tuple(problem for faults in gagal.values() for problem in faults)
        return (Rencana(JENIS_SKP, ditolak=ditolak, peringatan=notes, buku_ditolak=len(gagal)),)

    def differences(self, connection: sqlite3.Connection) -> tuple[Selisih, ...]:
        """Return what is printed in the workbooks and computed differently from what came in."""
        return tuple(
            found
            for satu in self._semua
            if not satu.salah
            for found in _differences(connection, satu.buku, satu.putusan)
        )


def _known(
    connection: sqlite3.Connection, buku: Sequence[Buku], tahun: int | None, unit: str | None
) -> Dikenal:
    kantor = read_office(connection)
    nips = {nip for satu in buku if (nip := nip_of(satu)) is not None}
    parts: dict[OrangTahun, dict[int, Masa]] = {}
    for satu in read_records(connection, "bagian", read_years(connection), nips):
        days = _as_day(satu["mulai"]), _as_day(satu["selesai"])
        orang = int(satu["tahun"] or 0), satu["nip"] or ""
        parts.setdefault(orang, {})[int(satu["bagian"] or 0)] = days
    return Dikenal(kantor.units, kantor.people, parts, tahun, unit)


def _left(
    connection: sqlite3.Connection, buku: Sequence[Buku], putusan: Sequence[Putusan]
) -> Iterator[Problem]:
    """Yield what is stored of the parts at hand and stands in none of their workbooks.

    A workbook is a whole appraisal, and an import never removes: what was struck out there stays
    here and counts, until the user removes it.
    """
    books = {
        (str(what.tahun), nip_of(satu), str(what.bagian)): satu
        for satu, what in zip(buku, putusan, strict=True)
        if not what.salah
    }
    tahun = {what.tahun for what in putusan}
    nips = {nip for _, nip, _ in books if nip is not None}
    if not nips:
        return
    for jenis, named in _BERNOMOR.items():
        for isian in read_records(connection, jenis, tahun, nips):
            satu = books.get((isian["tahun"] or "", isian["nip"], isian["bagian"] or ""))
            given = None if satu is None else named(satu)
            key = isian.get("jenis") or jenis, isian["no"] or ""
            if satu is not None and given is not None and key not in given:
                yield _stays(satu, *key, isian["uraian"] or "")


def _stays(buku: Buku, jenis: str, no: str, uraian: str) -> Problem:
    pesan = (
        f"{jenis.replace('_', ' ')} {no} tersimpan dan tidak ada di buku kerja ini; "
        "hapus dengan F8 di layar Isi bila memang tidak ada"
    )
    return Problem(pesan, buku.nama, nilai=shown_cell(uraian))


def _activities_in(buku: Buku) -> Bernomor | None:
    """Return the activities of a workbook; None for one without any, which says nothing of them."""
    return {("kegiatan", str(satu.nomor)) for satu in buku.kegiatan} or None


def _extras_in(buku: Buku) -> Bernomor | None:
    """Return the extras of a workbook; None where the form that lists them is not there."""
    if Formulir.PENGUKURAN not in buku.formulir:
        return None
    return {(str(satu.jenis), str(no)) for no, satu in numbered(buku.tambahan)}


_BERNOMOR: Mapping[str, Callable[[Buku], Bernomor | None]] = {
    "kegiatan": _activities_in,
    "tambahan": _extras_in,
}


def _as_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _differences(connection: sqlite3.Connection, buku: Buku, putusan: Putusan) -> Iterator[Selisih]:
    nip = nip_of(buku) or ""
    orang, _ = appraisal(connection, putusan.tahun, nip)
    seen: set[tuple[Fraction, Fraction | None]] = set()
    for apa, printed, computed in _values(buku, putusan, orang):
        if printed is None or not differs(printed.nilai, computed):
            continue
        if (printed.nilai, computed) not in seen:
            seen.add((printed.nilai, computed))
            karena = "" if computed is not None else _missing(orang)
            yield _selisih(buku, orang, apa, printed, computed, karena)
    yield from _words(buku, putusan, orang, agreed=not seen)


def _values(
    buku: Buku, putusan: Putusan, orang: Orang
) -> Iterator[tuple[str, Tercetak | None, Fraction | None]]:
    hasil = orang.hasil
    parts = {satu.nomor: satu.nilai_skp for satu in hasil.bagian}
    yield "nilai capaian SKP", buku.skp_bagian, parts.get(putusan.bagian)
    if putusan.perilaku:
        # a part before the last one prints its own SKP here, not that of the year
        yield "nilai SKP", buku.skp, hasil.nilai_skp
        yield "nilai prestasi kerja", buku.nilai, hasil.nilai_prestasi_kerja


def _words(buku: Buku, putusan: Putusan, orang: Orang, *, agreed: bool) -> Iterator[Selisih]:
    """Yield a sebutan that differs though the values agree: the bands of the year are others."""
    printed, sebutan = buku.nilai, orang.hasil.sebutan
    if not agreed or not putusan.perilaku or printed is None or sebutan is None:
        return
    if printed.sebutan and printed.sebutan != sebutan:
        why = "lihat pengaturan kebijakan_batas"
        yield _selisih(buku, orang, "sebutan", printed, sebutan, why)


def _selisih(
    buku: Buku,
    orang: Orang,
    apa: str,
    printed: Tercetak,
    computed: Fraction | str | None,
    karena: str,
) -> Selisih:
    return Selisih(
        berkas=buku.nama,
        lembar=printed.sel.lembar,
        baris=printed.sel.baris,
        tahun=orang.penilaian.tahun,
        nip=orang.nip,
        nama=orang.nama,
        apa=apa,
        tercetak=printed.sebutan if isinstance(computed, str) else printed.nilai,
        terhitung=computed,
        karena=karena,
    )


def _missing(orang: Orang) -> str:
    words = [satu.pesan for satu in orang.hasil.kurang]
    more = f" dan {len(words) - _DISEBUT} lagi" if len(words) > _DISEBUT else ""
    return f"kurang: {', '.join(words[:_DISEBUT])}{more}" if words else ""
