"""What a BKN workbook does not say by itself: the year, the part, the unit, and who is new."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from skp_tui.domain.nip import NipError, StatusPegawai, parse_nip
from skp_tui.domain.office import Pegawai, Unit
from skp_tui.errors import Problem
from skp_tui.exchange.bkn.appraisal import Buku
from skp_tui.exchange.bkn.sheet import SelBuku
from skp_tui.exchange.kinds.kinds import JENIS
from skp_tui.exchange.plan.bkn_parts import Masa, Terpasang, same_place, with_parts
from skp_tui.exchange.plan.bkn_rows import Putusan
from skp_tui.exchange.plan.checks import by_name, codes_of
from skp_tui.exchange.plan.stock import OrangTahun
from skp_tui.exchange.values import read_cell, shown_cell
from skp_tui.record import record

_PILIH = "tentukan tahunnya (layar Impor: T; perintah: --tahun)"

TAHUN_PENGGANTI = 2017
"""A year by which the rest of a workbook is judged that says none; it is refused anyway."""


@record
class Dikenal:
    """What is stored of the people at hand, and what stands in where a workbook is silent.

    ``bagian`` holds the parts of each (tahun, nip) by number with their days.
    """

    units: Mapping[str, Unit] = field(default_factory=dict)
    pegawai: Mapping[str, Pegawai] = field(default_factory=dict)
    bagian: Mapping[OrangTahun, Mapping[int, Masa]] = field(default_factory=dict)
    tahun: int | None = None
    unit: str | None = None


def nip_of(buku: Buku) -> str | None:
    """Return the NIP of who is appraised, None where it cannot be read."""
    sel = buku.orang.get("yang_dinilai", {}).get("nip")
    try:
        return parse_nip(sel.teks, StatusPegawai.PPPK)[0] if sel else None
    except NipError:
        return None


def decide(buku: Sequence[Buku], dikenal: Dikenal) -> tuple[Putusan, ...]:
    """Return what holds for each workbook, in their order; those of one person see each other."""
    first = [_alone(satu, dikenal) for satu in buku]
    nips = [nip_of(satu) for satu in buku]
    creators = _creators(buku, first, nips)
    placed = with_parts(
        [
            Terpasang(satu, nip, replace(putusan, baru=index in creators))
            for index, (satu, nip, putusan) in enumerate(zip(buku, nips, first, strict=True))
        ],
        dikenal.bagian,
    )
    return tuple(same_place(placed))


def _creators(
    buku: Sequence[Buku], putusan: Sequence[Putusan], nips: Sequence[str | None]
) -> set[int]:
    """Return which workbooks make their person: of several the one of the latest period."""
    latest: dict[str, int] = {}
    for index, (nip, satu) in enumerate(zip(nips, putusan, strict=True)):
        if not satu.baru:
            continue
        key = nip or f"?{index}"
        before = latest.get(key)
        if before is None or _end(buku[index], satu) > _end(buku[before], putusan[before]):
            latest[key] = index
    return set(latest.values())


def _end(buku: Buku, putusan: Putusan) -> tuple[int, date]:
    jangka = buku.jangka
    last = jangka.selesai if jangka and jangka.selesai else date(putusan.tahun, 12, 31)
    return putusan.tahun, last


def _alone(buku: Buku, dikenal: Dikenal) -> Putusan:
    """Return what can be said of a workbook without the others."""
    tahun, salah = _year(buku, dikenal.tahun)
    nip = nip_of(buku)
    stored = dikenal.pegawai.get(nip or "")
    faults = [*buku.salah, *salah, *_nobody(buku)]
    unit, odd = _unit(buku, dikenal, stored)
    if stored is not None:
        odd = [*odd, *_kept(buku, stored, tahun or TAHUN_PENGGANTI)]
    return Putusan(
        tahun=tahun or TAHUN_PENGGANTI,
        bagian=1,
        baru=stored is None,
        unit=unit,
        salah=tuple(faults),
        catatan=(*buku.catatan, *odd),
    )


def _year(buku: Buku, given: int | None) -> tuple[int | None, list[Problem]]:
    """Return the year with what is wrong about it; what the workbook says goes before."""
    jangka = buku.jangka
    if jangka is None:
        pesan = f"tahun tidak terbaca dari jangka waktu penilaian; isi di sana, atau {_PILIH}"
        return given, [] if given else [Problem(pesan, buku.nama)]
    if len(jangka.tahun) == 1:
        return jangka.tahun[0], []
    if given in jangka.tahun:
        return given, []
    years = " dan ".join(map(str, jangka.tahun))
    pesan = f"jangka waktu penilaian menyebut {years}; perbaiki di sana, atau {_PILIH}"
    return None, [_at(jangka.sel, pesan, buku, "tahun")]


def _nobody(buku: Buku) -> Iterator[Problem]:
    dinilai = buku.orang.get("yang_dinilai", {})
    if "nip" not in dinilai:
        yield Problem(
            "NIP yang dinilai tidak ditemukan; isi dahulu di sebelah judul NIP", buku.nama
        )
    if not buku.kegiatan and not buku.perilaku:
        yield Problem("tidak ada kegiatan maupun perilaku yang terisi; isi dahulu", buku.nama)


def _unit(buku: Buku, dikenal: Dikenal, stored: Pegawai | None) -> tuple[str | None, list[Problem]]:
    """Return the text of the unit: as printed where it is known, else as stored or given.

    None leaves the part with the unit of the person.
    """
    sel = buku.orang.get("yang_dinilai", {}).get("unit")
    codes = _codes(sel.teks, dikenal) if sel else ()
    if len(codes) == 1:
        return codes[0], []
    kode = dikenal.unit if stored is None else stored.unit
    unit = dikenal.units.get(kode or "")
    if unit is None:
        return kode or (sel.teks if sel else ""), []
    chosen = unit.kode if stored is None else None
    if sel is None:
        return chosen, []
    why = f"dimiliki beberapa unit ({', '.join(codes)})" if codes else "tidak dikenal"
    whose = "unit yang dipilih untuk impor ini" if stored is None else "unit pegawai ini sekarang"
    pesan = f"nama unit ini {why}; dipakai {whose} ({unit.kode} {unit.nama})"
    return chosen, [_at(sel, pesan, buku, "unit")]


def _codes(teks: str, dikenal: Dikenal) -> tuple[str, ...]:
    """Return the units that a text can mean; a code such as 1.2 may stand there as a number."""
    bernama = by_name(dikenal.units)
    as_code = teks.replace(",", ".")
    return codes_of(teks, dikenal.units, bernama) or codes_of(as_code, dikenal.units, bernama)


def _kept(buku: Buku, stored: Pegawai, tahun: int) -> Iterator[Problem]:
    """Say once which master data the workbook contradicts: they stay, the year keeps its own."""
    dinilai = buku.orang.get("yang_dinilai", {})
    differing = [
        f"{nama} ({before})"
        for nama, before in (
            ("nama", stored.nama), ("golongan", stored.golongan), ("jabatan", stored.jabatan),
        )
        if nama in dinilai and before and _canonical(nama, dinilai[nama]) != before
    ]  # fmt: skip
    if differing:
        pesan = (
            f"data pegawai tidak diubah: {', '.join(differing)} tetap; golongan, jabatan dan "
            f"pejabat dari buku kerja ini dicatat untuk {tahun} saja"
        )
        yield _at(dinilai.get("nip", buku.awal), pesan, buku, "nip")


def _canonical(nama: str, sel: SelBuku) -> str:
    return read_cell(sel.teks, JENIS["pegawai"].kolom_bernama[nama], ",").nilai or ""


def _at(sel: SelBuku, pesan: str, buku: Buku, kolom: str | None) -> Problem:
    return Problem(pesan, buku.nama, sel.baris, kolom, shown_cell(sel.teks), sel.lembar)
