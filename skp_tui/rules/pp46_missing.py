"""What an appraisal under PP 46 still needs, and what looks odd in it, each with its place."""

from collections.abc import Iterator

from skp_tui.domain.appraisal import (
    PERILAKU,
    PERILAKU_WAJIB,
    SEBUTAN_ASPEK,
    Bagian,
    Kegiatan,
    Penilaian,
)
from skp_tui.domain.period import KuantitasNol, Periode
from skp_tui.domain.validity import many_kegiatan, odd_kepemimpinan
from skp_tui.rules.pp46_activity import missing_columns
from skp_tui.rules.result import Kurang

NAMA_PERILAKU = {
    "orientasi_pelayanan": "orientasi pelayanan",
    "integritas": "integritas",
    "komitmen": "komitmen",
    "disiplin": "disiplin",
    "kerja_sama": "kerja sama",
    "kepemimpinan": "kepemimpinan",
}


def kurang(penilaian: Penilaian, periode: Periode) -> tuple[Kurang, ...]:
    """Return what is missing until the person is appraised, in the order of the form."""
    if penilaian.pengecualian is not None:
        return ()
    found: list[Kurang] = []
    if penilaian.akademik is None:
        if not penilaian.bagian:
            found.append(Kurang("belum ada kegiatan", 1))
        for bagian in penilaian.bagian:
            found.extend(_of_bagian(bagian, periode.kuantitas_nol, len(penilaian.bagian)))
    found.extend(
        Kurang("perilaku", kolom=nama, rincian=NAMA_PERILAKU[nama])
        for nama in PERILAKU_WAJIB
        if penilaian.perilaku.aspek(nama) is None
    )
    return tuple(found)


def _of_bagian(bagian: Bagian, kuantitas_nol: KuantitasNol, jumlah: int) -> Iterator[Kurang]:
    if bagian.nilai_luar is not None:
        return
    place = f", bagian {bagian.nomor}" if jumlah > 1 else ""
    if not bagian.kegiatan:
        yield Kurang(f"belum ada kegiatan{place}", bagian.nomor)
    for kegiatan in bagian.kegiatan:
        yield from _of_kegiatan(kegiatan, bagian.nomor, kuantitas_nol, place)


def _of_kegiatan(
    kegiatan: Kegiatan, nomor: int, kuantitas_nol: KuantitasNol, place: str
) -> Iterator[Kurang]:
    for kolom in missing_columns(kegiatan, kuantitas_nol):
        sort, _, aspek = kolom.partition("_")
        where = f"(kegiatan {kegiatan.no}{place})"
        yield Kurang(sort, nomor, kegiatan.no, kolom, SEBUTAN_ASPEK[aspek], where)


def peringatan(penilaian: Penilaian) -> tuple[str, ...]:
    """Return what is allowed but looks odd: too many activities, kepemimpinan and post."""
    filled = penilaian.perilaku.kepemimpinan is not None
    begun = any(penilaian.perilaku.aspek(nama) is not None for nama in PERILAKU)
    said = (
        *(many_kegiatan(bagian.nomor, len(bagian.kegiatan)) for bagian in penilaian.bagian),
        odd_kepemimpinan(penilaian.jenis_jabatan, filled=filled) if begun else None,
    )
    return tuple(pesan for pesan in said if pesan is not None)
