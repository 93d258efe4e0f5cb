"""The JSON documents that commands print, exactly as exchange 3, 5 and 6 promise them."""

import json
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from skp_tui.domain.appraisal import ASPEK, Bagian, Penilaian
from skp_tui.domain.number import fixed
from skp_tui.domain.recap import Rekap
from skp_tui.errors import Problem
from skp_tui.exchange.bkn.selisih import Selisih
from skp_tui.exchange.kinds.kinds import SKP
from skp_tui.exchange.plan.model import Baris, Rencana
from skp_tui.rules.regulation import Peraturan
from skp_tui.rules.result import Hasil, HasilBagian, HasilKegiatan, Langkah

Json = dict[str, object]


def dump_json(doc: object) -> str:
    """Return a document as readable JSON; letters stay letters."""
    return json.dumps(doc, ensure_ascii=False, indent=2)


def _fixed(value: Fraction | None) -> str | None:
    return None if value is None else fixed(value)


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def rekap_document(rekap: Rekap) -> Json:
    """Return the recap of a unit with that of each child unit (exchange 5)."""
    periode = rekap.periode
    return {
        "tahun": periode.tahun,
        "unit": rekap.unit,
        "nama_unit": rekap.nama_unit,
        "peraturan": periode.peraturan,
        "kebijakan_batas": str(periode.kebijakan_batas),
        "penyebut": str(periode.penyebut),
        "jumlah_pegawai": rekap.jumlah_pegawai,
        "dikecualikan": rekap.dikecualikan,
        "wajib_dinilai": rekap.wajib_dinilai,
        "dinilai": rekap.dinilai,
        "belum_dinilai": rekap.belum_dinilai,
        "minimal_baik": rekap.minimal_baik,
        "cakupan": _fixed(rekap.cakupan),
        "persen_dari_dinilai": _fixed(rekap.persen_dari_dinilai),
        "persen_dari_wajib": _fixed(rekap.persen_dari_wajib),
        "realisasi": _fixed(rekap.realisasi),
        "target": _fixed(rekap.target),
        "capaian": _fixed(rekap.capaian),
        "kategori_capaian": rekap.kategori_capaian,
        "nilai_batas": rekap.nilai_batas,
        "sebaran": dict(rekap.sebaran),
        "subunit": [rekap_document(satu) for satu in rekap.subunit],
    }


def nilai_document(penilaian: Penilaian, hasil: Hasil, peraturan: Peraturan) -> Json:
    """Return one appraisal with every step of its calculation (exchange 6)."""
    values = {bagian.nomor: bagian for bagian in hasil.bagian}
    return {
        "nip": penilaian.pegawai.nip,
        "nama": penilaian.pegawai.nama,
        "tahun": penilaian.tahun,
        "peraturan": peraturan.kode,
        "status": str(hasil.status),
        "bagian": [_bagian(satu, values.get(satu.nomor)) for satu in penilaian.bagian],
        "nilai_skp": _fixed(hasil.nilai_skp),
        "sebutan_skp": hasil.sebutan_skp,
        "jumlah_perilaku": _fixed(hasil.jumlah_perilaku),
        "rata_rata_perilaku": _fixed(hasil.rata_rata_perilaku),
        "nilai_prestasi_kerja": _fixed(hasil.nilai_prestasi_kerja),
        "sebutan": hasil.sebutan,
        "batas": hasil.batas,
        "hasil_kerja": hasil.hasil_kerja,
        "perilaku_kerja": hasil.perilaku_kerja,
        "langkah": [_langkah(satu) for satu in hasil.langkah],
        "kurang": [satu.pesan for satu in hasil.kurang],
    }


def _bagian(bagian: Bagian, nilai: HasilBagian | None) -> Json:
    return {
        "bagian": bagian.nomor,
        "mulai": _iso(bagian.mulai),
        "selesai": _iso(bagian.selesai),
        "unit": bagian.unit,
        "kegiatan": [_kegiatan(satu) for satu in nilai.kegiatan] if nilai else [],
        "nilai_tugas_tambahan": _fixed(nilai.nilai_tugas_tambahan if nilai else None),
        "nilai_kreativitas": _fixed(nilai.nilai_kreativitas if nilai else None),
        "nilai_skp": _fixed(nilai.nilai_skp if nilai else None),
    }


def _kegiatan(nilai: HasilKegiatan) -> Json:
    return {
        "no": nilai.no,
        "uraian": nilai.uraian,
        **{aspek: _fixed(nilai.aspek.get(aspek)) for aspek in ASPEK},
        "penghitungan": _fixed(nilai.penghitungan),
        "nilai_capaian": _fixed(nilai.nilai_capaian),
    }


def _langkah(langkah: Langkah) -> Json:
    return {
        "uraian": langkah.uraian,
        "rumus": langkah.rumus,
        "hasil": langkah.hasil,
        "dasar": langkah.dasar,
    }


def rencana_document(rencana: Rencana, *, diterapkan: bool) -> Json:
    """Return a plan as ``impor --json`` prints it (exchange 3)."""
    return {
        "jenis": rencana.jenis.nama,
        "baru": len(rencana.baru),
        "berubah": [
            change for baris in rencana.berubah for change in _changes(baris, rencana.jenis.kunci)
        ],
        "sama": rencana.sama,
        "ditolak": [_problem(satu) for satu in rencana.ditolak],
        "peringatan": [_problem(satu) for satu in rencana.peringatan],
        "periode_baru": list(rencana.periode_baru),
        "diterapkan": diterapkan,
    }


def skp_document(
    rencana: Sequence[Rencana], selisih: Sequence[Selisih], *, diterapkan: bool
) -> Json:
    """Return what ``impor skp --json`` prints: a plan for each kind, and the values that differ.

    What is said of whole workbooks stands in the plan of kind ``skp``, which has no rows.
    """
    return {
        "jenis": SKP,
        "rencana": [rencana_document(satu, diterapkan=diterapkan) for satu in rencana],
        "selisih": [_selisih(satu) for satu in selisih],
        "diterapkan": diterapkan,
    }


def _selisih(selisih: Selisih) -> Json:
    return {
        "berkas": selisih.berkas,
        "lembar": selisih.lembar,
        "baris": selisih.baris,
        "tahun": selisih.tahun,
        "nip": selisih.nip,
        "apa": selisih.apa,
        "tercetak": _value(selisih.tercetak),
        "terhitung": None if selisih.terhitung is None else _value(selisih.terhitung),
    }


def _value(value: Fraction | str) -> str:
    return value if isinstance(value, str) else fixed(value)


def _changes(baris: Baris, kunci: tuple[str, ...]) -> list[Json]:
    key = {nama: baris.rekaman.get(nama) for nama in kunci}
    return [
        {
            "kunci": key,
            "kolom": satu.kolom,
            "lama": satu.lama or None,
            "baru": satu.baru or None,
        }
        for satu in baris.perubahan
    ]


def _problem(problem: Problem) -> Json:
    return {
        "berkas": problem.berkas,
        "lembar": problem.lembar,
        "baris": problem.baris,
        "kolom": problem.kolom,
        "nilai": problem.nilai,
        "pesan": problem.pesan,
    }
