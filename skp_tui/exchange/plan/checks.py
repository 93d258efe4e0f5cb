"""What is judged row by row after merging with what is stored (exchange 3)."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

from skp_tui.domain.appraisal import ASPEK, PERILAKU
from skp_tui.domain.nip import StatusPegawai
from skp_tui.domain.office import PEJABAT, Pegawai, Unit
from skp_tui.domain.validity import (
    fault_of_nilai_luar,
    faults_of_kegiatan,
    faults_of_perilaku,
    faults_of_tambahan,
)
from skp_tui.errors import SkpError
from skp_tui.exchange.kinds.kinds import Tipe
from skp_tui.exchange.plan.first import bring_first
from skp_tui.exchange.plan.kinerja import of_indikator
from skp_tui.exchange.plan.rows import Calon, is_unknown, key_of, merge
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.plan.years import Konteks, Salah, check_year, orang_tahun, unmet
from skp_tui.exchange.values import Sel, nip_fault, nip_warnings

AKADEMIK = "akademik"


def by_name(units: Mapping[str, Unit]) -> dict[str, tuple[str, ...]]:
    """Return the codes of the units of each name, so that a name can stand for its only code."""
    found: dict[str, tuple[str, ...]] = {}
    for kode in sorted(units):
        name = _bare_name(units[kode].nama)
        found[name] = (*found.get(name, ()), kode)
    return found


def codes_of(
    text: str, units: Mapping[str, Unit], bernama: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the units that a text can mean: the one of that code, else those of that name."""
    return (text,) if text in units else bernama.get(_bare_name(text), ())


def _bare_name(nama: str) -> str:
    return " ".join(nama.casefold().split())


def judge(calon: Calon, konteks: Konteks) -> None:
    """Judge a row thoroughly: cells, key, merging with what is stored, and every rule."""
    check_cells(calon, konteks)
    calon.kunci = key_of(calon, konteks.jenis)
    if calon.kunci is not None:
        calon.lama = konteks.stok.rekaman.get(calon.kunci)
    merge(calon, konteks.jenis)
    check_row(calon, konteks)


def check_cells(calon: Calon, konteks: Konteks) -> None:
    """Judge the cells that need the stock: unit codes, and NIPs by the status of their holder."""
    for nama, sel in tuple(calon.sel.items()):
        kolom = konteks.jenis.kolom_bernama[nama]
        if sel.nilai is None or calon.is_broken(nama):
            continue
        if kolom.tipe is Tipe.UNIT:
            _check_unit(calon, kolom.nama, sel, konteks)
        elif kolom.tipe is Tipe.NIP:
            fault = nip_fault(sel.nilai, _status(calon, kolom.nama, sel.nilai, konteks))
            if fault is not None:
                calon.refuse(kolom.nama, fault)


def _check_unit(calon: Calon, kolom: str, sel: Sel, konteks: Konteks) -> None:
    codes = codes_of(sel.nilai or "", konteks.stok.units, konteks.unit_bernama)
    if len(codes) == 1:
        calon.sel[kolom] = replace(sel, nilai=codes[0])
    elif codes:
        calon.refuse(kolom, f"nama ini milik beberapa unit ({', '.join(codes)}); tulis kodenya")
    else:
        absent = f"unit ini belum ada; periksa kodenya, atau {bring_first('unit')}"
        calon.refuse(kolom, unmet(konteks.stok, "unit", (sel.nilai or "",), absent))


def _status(calon: Calon, kolom: str, nip: str, konteks: Konteks) -> StatusPegawai:
    if konteks.jenis.nama == "pegawai" and kolom == "nip":
        own = status_of(calon, konteks.stok.pegawai)
        return StatusPegawai.PPPK if own is None else own
    stored = konteks.stok.pegawai.get(nip)
    return konteks.status.get(nip) or (stored.status if stored else StatusPegawai.PNS)


def status_of(calon: Calon, pegawai: Mapping[str, Pegawai]) -> StatusPegawai | None:
    """Return the status that a row of kind pegawai leads to; None where its cell is faulty."""
    sel = calon.isi("status")
    if sel.salah is not None:
        return None
    stored = pegawai.get(calon.isi("nip").nilai or "")
    if sel.nilai is not None:
        return StatusPegawai(sel.nilai)
    return stored.status if stored and not sel.hapus else StatusPegawai.PNS


def check_row(calon: Calon, konteks: Konteks) -> None:
    """Judge a merged row and add every fault to it, never only the first."""
    if konteks.jenis.tahunan:
        for kolom, pesan in check_year(calon, konteks):
            calon.refuse(kolom, pesan)
    checker = _CHECKS.get(konteks.jenis.nama)
    if checker is not None:
        for kolom, pesan in checker(calon, konteks):
            calon.refuse(kolom, pesan)


def _numbers(calon: Calon, columns: tuple[str, ...]) -> dict[str, Decimal | None]:
    return {
        nama: Decimal(text)
        if (text := calon.jadi.get(nama)) and not calon.is_broken(nama)
        else None
        for nama in columns
    }


_ANGKA_KEGIATAN = (
    "ak",
    *(f"target_{aspek}" for aspek in ASPEK),
    *(f"realisasi_{aspek}" for aspek in ASPEK),
)


def _of_kegiatan(calon: Calon, _konteks: Konteks) -> Salah:
    angka = _numbers(calon, _ANGKA_KEGIATAN)
    for aspek in ASPEK:
        if is_unknown(calon, f"target_{aspek}"):
            # Some target stands for the one that cannot be read: "tanpa target" would be a guess.
            angka[f"target_{aspek}"] = Decimal(1)
    yield from faults_of_kegiatan(angka).items()


def _of_tambahan(calon: Calon, _konteks: Konteks) -> Salah:
    if not is_unknown(calon, "jenis") and not is_unknown(calon, "tingkat"):
        yield from faults_of_tambahan(calon.jadi.get("jenis"), calon.jadi.get("tingkat")).items()


def _of_perilaku(calon: Calon, _konteks: Konteks) -> Salah:
    yield from faults_of_perilaku(_numbers(calon, PERILAKU)).items()


def _of_nilai_luar(calon: Calon, konteks: Konteks) -> Salah:
    jenis, nilai = calon.jadi.get("jenis"), _numbers(calon, ("nilai",))["nilai"]
    orang = orang_tahun(calon)
    known = jenis is not None and not calon.is_broken("jenis")
    fault = fault_of_nilai_luar(jenis or "", nilai) if nilai is not None else None
    if fault is not None:
        yield "nilai", fault
    if known and jenis != "skp" and calon.isi("bagian").nilai is not None:
        yield "bagian", f"nilai {jenis} berlaku untuk setahun; kosongkan kolom bagian"
    if known and calon.jadi.get("ide_baru") and jenis != "akhir":
        yield "ide_baru", "ide_baru hanya untuk nilai akhir tahun 2021; kosongkan kolom ini"
    if known and orang is not None:
        yield from _of_sort(jenis or "", orang[0], konteks.stok)
    if known and jenis == AKADEMIK and orang in konteks.stok.pengecualian:
        yield "jenis", _beside("pengecualian", "nilai akademik")


def _of_sort(jenis: str, tahun: int, stok: Stok) -> Salah:
    """Refuse a sort of value that the regulation of the year does not know."""
    with suppress(SkpError):  # a year without a regulation that is known is refused itself
        peraturan = stok.peraturan_of(tahun)
        if peraturan.nilai_luar and jenis not in peraturan.nilai_luar:
            takes = ", ".join(sorted(peraturan.nilai_luar))
            yield "jenis", f"tahun {tahun} ({peraturan.nama}) hanya menerima nilai {takes}"


def _of_pengecualian(calon: Calon, konteks: Konteks) -> Salah:
    orang = orang_tahun(calon)
    if orang is None or orang not in konteks.stok.akademik:
        return
    with suppress(SkpError):  # a year without a regulation that is known is refused itself
        if AKADEMIK in konteks.stok.peraturan_of(orang[0]).nilai_luar:
            yield "nip", _beside("nilai akademik", "pengecualian")


def _beside(stored: str, coming: str) -> str:
    return (
        f"sudah ada {stored} untuk tahun ini, {coming} tidak boleh berdampingan; pilih salah satu"
    )


def _in_order(calon: Calon, first: str, last: str) -> Salah:
    start, end = calon.jadi.get(first), calon.jadi.get(last)
    if start and end and start > end and not (calon.is_broken(first) or calon.is_broken(last)):
        yield last, f"{first} {start} jatuh sesudah {last} {end}; periksa kedua tanggal"


def _of_pegawai(calon: Calon, konteks: Konteks) -> Salah:
    yield from _in_order(calon, "aktif_sejak", "aktif_sampai")
    own, nip = status_of(calon, konteks.stok.pegawai), calon.isi("nip").nilai
    if own is not None and nip and not calon.is_broken("nip"):
        for warning in nip_warnings(nip, own):
            calon.warn("nip", warning)


def _of_bagian(calon: Calon, konteks: Konteks) -> Salah:
    yield from _in_order(calon, "mulai", "selesai")
    for awalan in PEJABAT:
        nip = calon.jadi.get(f"{awalan}_nip") or ""
        if nip not in konteks.stok.pegawai and is_nameless(calon, awalan):
            yield f"{awalan}_nip", unmet(konteks.stok, "pegawai", (nip,), nameless(awalan))
    for kolom in ("mulai", "selesai"):
        tanggal = calon.isi(kolom).nilai
        if tanggal and tanggal[:4] != calon.jadi.get("tahun"):
            calon.warn(kolom, f"tanggal ini di luar tahun {calon.jadi.get('tahun')}; periksa lagi")


def is_nameless(calon: Calon, awalan: str) -> bool:
    """Say whether an appraiser is known by a NIP only, so that somebody must know his name."""
    nip, nama = f"{awalan}_nip", f"{awalan}_nama"
    if is_unknown(calon, nip) or is_unknown(calon, nama):
        return False
    return bool(calon.jadi.get(nip)) and not calon.jadi.get(nama)


def nameless(awalan: str) -> str:
    """Return the sentence for an appraiser whom neither database nor file knows."""
    return f"NIP ini belum ada di database; isi juga {awalan}_nama, atau impor dahulu pegawainya"


_CHECKS: Mapping[str, Callable[[Calon, Konteks], Salah]] = {
    "pegawai": _of_pegawai,
    "bagian": _of_bagian,
    "kegiatan": _of_kegiatan,
    "tambahan": _of_tambahan,
    "perilaku": _of_perilaku,
    "nilai_luar": _of_nilai_luar,
    "pengecualian": _of_pengecualian,
    "indikator": of_indikator,
}
