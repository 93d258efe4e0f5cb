"""Whether a row belongs to the year of a person at all (exchange 3)."""

from collections.abc import Iterator, Mapping
from dataclasses import field

from skp_tui.domain.nip import StatusPegawai
from skp_tui.domain.office import TAHUN_PPPK, Pegawai
from skp_tui.errors import SkpError
from skp_tui.exchange.kinds.kinds import Jenis, Kunci
from skp_tui.exchange.plan.first import bring_first
from skp_tui.exchange.plan.rows import Calon, leans_on
from skp_tui.exchange.plan.stock import OrangTahun, Stok
from skp_tui.record import record
from skp_tui.rules.regulation import check_isian

Salah = Iterator[tuple[str, str]]


@record
class Konteks:
    """What every row is judged against: the stock, the kind, and what other rows bring along."""

    stok: Stok
    jenis: Jenis
    status: Mapping[str, StatusPegawai]
    unit_bernama: Mapping[str, tuple[str, ...]]
    tahun_salah: dict[int, str | None] = field(default_factory=dict)


def orang_tahun(calon: Calon) -> OrangTahun | None:
    """Return (tahun, nip) of a row, or None while one of them is not usable."""
    tahun, nip = calon.jadi.get("tahun"), calon.jadi.get("nip")
    if not tahun or not nip or calon.is_broken("tahun") or calon.is_broken("nip"):
        return None
    return int(tahun), nip


def check_year(calon: Calon, konteks: Konteks) -> Salah:
    """Yield why a row cannot be in its year: the year, the person, a lock, a part."""
    tahun, nip = calon.jadi.get("tahun"), calon.jadi.get("nip")
    if tahun and not calon.is_broken("tahun"):
        fault = fault_of_tahun(int(tahun), konteks)
        if fault is not None:
            yield "tahun", fault
    if nip and not calon.is_broken("nip") and nip not in konteks.stok.pegawai:
        absent = f"NIP ini belum ada di database; periksa angkanya, atau {bring_first('pegawai')}"
        yield "nip", unmet(konteks.stok, "pegawai", (nip,), absent)
    orang = orang_tahun(calon)
    if orang is not None:
        yield from _of_orang(calon, orang, konteks)


def unmet(stok: Stok, jenis: str, kunci: Kunci, absent: str) -> str:
    """Say why what a row needs is not there: its own row was refused just now, or ``absent``."""
    place = stok.ditolak.get((jenis, kunci))
    return absent if place is None else leans_on(place)


def fault_of_tahun(tahun: int, konteks: Konteks) -> str | None:
    """Return why a year has no appraisals in this version, or None."""
    if tahun not in konteks.tahun_salah:
        konteks.tahun_salah[tahun] = _not_taken(tahun, konteks.jenis, konteks.stok)
    return konteks.tahun_salah[tahun]


def _not_taken(tahun: int, jenis: Jenis, stok: Stok) -> str | None:
    """Say why no row of a kind belongs to a year, None where it does."""
    try:
        check_isian(stok.peraturan_of(tahun), tahun, jenis.nama)
    except SkpError as error:
        return error.kalimat()
    return None


def _of_orang(calon: Calon, orang: OrangTahun, konteks: Konteks) -> Salah:
    tahun, nip = orang
    stok = konteks.stok
    pegawai = stok.pegawai.get(nip)
    if pegawai is not None and not pegawai.active_in(tahun):
        yield "nip", f"pegawai ini tidak aktif pada tahun {tahun} {_masa(pegawai)}"
    elif pegawai is not None and not pegawai.belongs_to(tahun):
        yield "nip", f"pegawai ini PPPK, yang baru dinilai mulai tahun {TAHUN_PPPK}; hapus barisnya"
    if orang in stok.terkunci:
        yield (
            "nip",
            (
                f"penilaian tahun {tahun} pegawai ini sudah dikunci; buka kembali dahulu lewat "
                "Lembar penilaian, atau hapus barisnya"
            ),
        )
    bagian = calon.jadi.get("bagian")
    refers = konteks.jenis.nama != "bagian" and bagian is not None and not calon.is_broken("bagian")
    if refers and bagian != "1" and int(bagian or "1") not in stok.bagian.get(orang, frozenset()):
        absent = f"bagian {bagian} tahun {tahun} belum ada; {bring_first('bagian')}"
        yield "bagian", unmet(stok, "bagian", (str(tahun), nip, bagian or ""), absent)


def _masa(pegawai: Pegawai) -> str:
    since = pegawai.aktif_sejak.isoformat() if pegawai.aktif_sejak else "…"
    until = pegawai.aktif_sampai.isoformat() if pegawai.aktif_sampai else "…"
    return f"(aktif {since} sampai {until}); periksa aktif_sejak dan aktif_sampai"
