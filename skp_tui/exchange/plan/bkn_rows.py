"""A BKN workbook as rows of the kinds of exchange 3, each cell with the place where it stands."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from skp_tui.domain.appraisal import JenisTambahan
from skp_tui.domain.dates import DateError, parse_date
from skp_tui.domain.office import KOLOM_PEJABAT, PEJABAT
from skp_tui.errors import Problem
from skp_tui.exchange.bkn.appraisal import Buku
from skp_tui.exchange.bkn.extras import numbered
from skp_tui.exchange.bkn.people import Orang, is_known
from skp_tui.exchange.bkn.sheet import SelBuku
from skp_tui.exchange.kinds.kinds import JENIS, Kolom
from skp_tui.exchange.plan.rows import Asal, Calon
from skp_tui.exchange.reading.table_model import Mentah
from skp_tui.exchange.values import Sel, read_cell, shown_cell
from skp_tui.record import record

_DATE = re.compile(
    r"[,;/\s]*(?:tmt\.?\s*)?(\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{4}-\d{2}-\d{2})", re.IGNORECASE
)
_UNTUK_TINGKAT = "tulis 3, 6 atau 12 di kolom nilai, atau (unit kerja), (organisasi) atau (negara)"


@dataclass(eq=False, slots=True)
class CalonBuku(Calon):
    """A row gathered from several cells of a workbook; a fault names the cell, not the row."""

    letak: Mapping[str, SelBuku] = field(default_factory=dict)

    def problem(self, kolom: str | None, pesan: str) -> Problem:
        """Return a sentence about the cell of a column with its sheet, row and address."""
        sel = self.letak.get(kolom or "")
        if sel is None:
            return Calon.problem(self, kolom, pesan)
        nilai = shown_cell(sel.teks)
        return Problem(
            f"{pesan} (sel {sel.alamat})", self.asal.berkas, sel.baris, kolom, nilai, sel.lembar
        )


@record
class Putusan:
    """What was decided about a workbook before its rows are judged.

    ``baru`` when it makes the person; ``unit`` is the text that stands for the unit, None where
    that of the person stays; ``perilaku`` when the aspects of the year are taken from it.
    """

    tahun: int
    bagian: int
    baru: bool
    unit: str | None
    perilaku: bool = True
    salah: tuple[Problem, ...] = ()
    catatan: tuple[Problem, ...] = ()


def rows_of(buku: Buku, putusan: Putusan, jenis: str, nomor: int) -> list[CalonBuku]:
    """Return the rows of one kind that a workbook holds; ``nomor`` tells it from other tables."""
    return [_candidate(buku, putusan, jenis, nomor, isi) for isi in _ROWS[jenis](buku, putusan)]


Isi = dict[str, SelBuku]
"""By column the cell that says it."""


def _people(buku: Buku, putusan: Putusan) -> Iterator[Isi]:
    if putusan.baru:
        isi = _of_person(buku, putusan)
        dinilai = buku.orang.get("yang_dinilai", {})
        tmt = _date_in(dinilai.get("golongan"))
        if tmt is not None:
            isi["tmt_golongan"] = tmt
        yield {**isi, **{nama: dinilai[nama] for nama in ("nip", "nama") if nama in dinilai}}


def _parts(buku: Buku, putusan: Putusan) -> Iterator[Isi]:
    isi = _of_person(buku, putusan)
    jangka = buku.jangka
    if jangka is not None and jangka.hari is not None:
        for nama, day in zip(("mulai", "selesai"), jangka.hari, strict=True):
            isi[nama] = replace(jangka.sel, teks=day.isoformat())
    if isi:
        yield {**isi, "bagian": replace(buku.awal, teks=str(putusan.bagian))}


def _of_person(buku: Buku, putusan: Putusan) -> Isi:
    """Return rank, post, unit and appraisers, as a part of the year keeps them."""
    dinilai = buku.orang.get("yang_dinilai", {})
    isi = {nama: dinilai[nama] for nama in ("jabatan",) if nama in dinilai}
    isi.update(_rank(dinilai))
    if putusan.unit is not None:
        isi["unit"] = replace(dinilai.get("unit", buku.awal), teks=putusan.unit)
    for who in PEJABAT:
        orang = buku.orang.get(who, {})
        if is_known(orang):
            cells = {**orang, **_rank(orang)}
            isi.update({f"{who}_{nama}": cells[nama] for nama in KOLOM_PEJABAT if nama in cells})
    return isi


def _rank(orang: Orang) -> Isi:
    """Return the golongan without the date that the form asks for beside it."""
    sel = orang.get("golongan")
    if sel is None:
        return {}
    bare = _DATE.sub("", sel.teks).strip(" ,;/")
    return {"golongan": replace(sel, teks=bare)} if bare else {}


def _date_in(sel: SelBuku | None) -> SelBuku | None:
    match = _DATE.search(sel.teks) if sel else None
    if sel is None or match is None:
        return None
    try:
        return replace(sel, teks=parse_date(match[1]).isoformat())
    except DateError:
        return None


def _activities(buku: Buku, putusan: Putusan) -> Iterator[Isi]:
    for satu in buku.kegiatan:
        yield {**satu.isi, **_placed(satu.awal, putusan, satu.nomor)}


def _extras(buku: Buku, putusan: Putusan) -> Iterator[Isi]:
    for nomor, satu in numbered(buku.tambahan):
        isi = {"jenis": replace(satu.uraian, teks=str(satu.jenis)), "uraian": satu.uraian}
        if satu.tingkat is not None:
            isi["tingkat"] = replace(satu.nilai or satu.uraian, teks=str(satu.tingkat))
        elif satu.jenis is JenisTambahan.KREATIVITAS:
            isi["tingkat"] = satu.nilai or satu.uraian
        yield {**isi, **_placed(satu.uraian, putusan, nomor)}


def _placed(sel: SelBuku, putusan: Putusan, no: int) -> Isi:
    return {"no": replace(sel, teks=str(no)), "bagian": replace(sel, teks=str(putusan.bagian))}


def _behaviour(buku: Buku, putusan: Putusan) -> Iterator[Isi]:
    if putusan.perilaku and buku.perilaku:
        yield dict(buku.perilaku)


_ROWS: Mapping[str, Callable[[Buku, Putusan], Iterator[Isi]]] = {
    "pegawai": _people,
    "bagian": _parts,
    "kegiatan": _activities,
    "tambahan": _extras,
    "perilaku": _behaviour,
}
JENIS_BUKU = tuple(nama for nama in JENIS if nama in _ROWS)
"""The kinds of which a workbook holds rows, in table order."""


def _candidate(buku: Buku, putusan: Putusan, jenis: str, nomor: int, isi: Isi) -> CalonBuku:
    kind = JENIS[jenis]
    awal = next(iter(isi.values()), buku.awal)
    letak = {**_key(buku, awal, putusan, yearly=kind.tahunan), **isi}
    cells = {nama: _read(sel, kind.kolom_bernama[nama], jenis) for nama, sel in letak.items()}
    calon = CalonBuku(
        Asal(nomor, buku.nama, awal.lembar), Mentah(awal.baris, ()), cells, letak=letak
    )
    for nama, sel in cells.items():
        if sel.salah is not None:
            calon.refuse(nama, sel.salah)
        if sel.catatan is not None:
            calon.warn(nama, sel.catatan)
    return calon


def _read(sel: SelBuku, kolom: Kolom, jenis: str) -> Sel:
    cell = read_cell(sel.teks, kolom, ",")
    if jenis == "tambahan" and kolom.nama == "tingkat" and cell.salah is not None:
        return replace(cell, salah=f"tingkat kreativitas ini tidak terbaca; {_UNTUK_TINGKAT}")
    return cell


def _key(buku: Buku, awal: SelBuku, putusan: Putusan, *, yearly: bool) -> Isi:
    nip = buku.orang.get("yang_dinilai", {}).get("nip")
    isi = {} if nip is None else {"nip": nip}
    if yearly:
        place = buku.jangka.sel if buku.jangka else awal
        isi["tahun"] = replace(place, teks=str(putusan.tahun))
    return isi
