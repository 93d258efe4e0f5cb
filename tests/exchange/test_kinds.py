"""The table of kinds is the table of the contract."""

import pytest

from skp_tui.domain.appraisal import ASPEK, PERILAKU
from skp_tui.errors import InputError
from skp_tui.exchange.columns.matching import normal
from skp_tui.exchange.kinds.aliases import ALIAS
from skp_tui.exchange.kinds.kinds import JENIS, Tipe, jenis_of
from skp_tui.exchange.templates.templates import template_bytes
from skp_tui.exchange.writing.csvout import records_csv

PEJABAT = [
    f"{who}_{what}"
    for who in ("penilai", "atasan_penilai")
    for what in ("nip", "nama", "golongan", "jabatan", "unit")
]
VERSI_1 = {
    "unit": ["kode", "nama", "induk"],
    "pegawai": [
        *("nip", "nama", "unit", "golongan", "tmt_golongan", "jabatan", "jenis_jabatan"),
        *("eselon", "status", *PEJABAT, "aktif_sejak", "aktif_sampai"),
    ],
    "bagian": [
        *("tahun", "nip", "bagian", "mulai", "selesai", "unit", "golongan", "jabatan"),
        *("jenis_jabatan", *PEJABAT),
    ],
    "kegiatan": [
        *("tahun", "nip", "no", "uraian", "ak", "target_kuantitas", "satuan"),
        *("target_kualitas", "target_waktu", "satuan_waktu", "target_biaya"),
        *("realisasi_kuantitas", "realisasi_kualitas", "realisasi_waktu", "realisasi_biaya"),
        "bagian",
    ],
    "tambahan": ["tahun", "nip", "no", "jenis", "uraian", "tingkat", "bagian"],
    "perilaku": [
        *("tahun", "nip", "orientasi_pelayanan", "integritas", "komitmen", "disiplin"),
        *("kerja_sama", "kepemimpinan"),
    ],
    "nilai_luar": ["tahun", "nip", "jenis", "nilai", "sumber", "ide_baru", "bagian"],
    "pengecualian": ["tahun", "nip", "alasan", "tanggal", "keterangan"],
    "evaluasi": ["tahun", "nip", "periode", "hasil_kerja", "perilaku_kerja"],
}
VERSI_2 = {
    "hasil_kerja": ["tahun", "nip", "no", "uraian", "jenis", "rencana_pimpinan", "bagian"],
    "indikator": [
        *("tahun", "nip", "no_hasil", "no", "uraian", "aspek", "target", "satuan", "realisasi"),
        *("bukti", "umpan_balik", "bagian"),
    ],
    "ekspektasi": ["tahun", "nip", "perilaku", "ekspektasi", "umpan_balik"],
    "lampiran": ["tahun", "nip", "jenis", "no", "uraian"],
    "capaian_organisasi": ["tahun", "unit", "capaian"],
}
KOLOM = VERSI_1 | VERSI_2
WAJIB = {
    "unit": {"kode", "nama"},
    "pegawai": {"nip", "nama", "unit"},
    "bagian": {"tahun", "nip", "bagian"},
    "kegiatan": {"tahun", "nip", "no", "uraian"},
    "tambahan": {"tahun", "nip", "no", "jenis", "uraian"},
    "perilaku": {"tahun", "nip"},
    "nilai_luar": {"tahun", "nip", "jenis", "nilai", "sumber"},
    "pengecualian": {"tahun", "nip", "alasan", "tanggal"},
    "evaluasi": {"tahun", "nip", "periode"},
    "hasil_kerja": {"tahun", "nip", "no", "uraian"},
    "indikator": {"tahun", "nip", "no_hasil", "no", "uraian"},
    "ekspektasi": {"tahun", "nip", "perilaku"},
    "lampiran": {"tahun", "nip", "jenis", "no", "uraian"},
    "capaian_organisasi": {"tahun", "unit", "capaian"},
}
KUNCI = {
    "unit": ("kode",),
    "pegawai": ("nip",),
    "bagian": ("tahun", "nip", "bagian"),
    "kegiatan": ("tahun", "nip", "bagian", "no"),
    "tambahan": ("tahun", "nip", "bagian", "jenis", "no"),
    "perilaku": ("tahun", "nip"),
    "nilai_luar": ("tahun", "nip", "jenis", "bagian"),
    "pengecualian": ("tahun", "nip"),
    "evaluasi": ("tahun", "nip", "periode"),
    "hasil_kerja": ("tahun", "nip", "bagian", "no"),
    "indikator": ("tahun", "nip", "bagian", "no_hasil", "no"),
    "ekspektasi": ("tahun", "nip", "perilaku"),
    "lampiran": ("tahun", "nip", "jenis", "no"),
    "capaian_organisasi": ("tahun", "unit"),
}
TIPE_VERSI_1 = {
    "tahun": Tipe.TAHUN, "nip": Tipe.NIP, "no": Tipe.NOMOR, "bagian": Tipe.NOMOR,
    "kode": Tipe.KODE, "induk": Tipe.KODE, "unit": Tipe.UNIT, "golongan": Tipe.GOLONGAN,
    "tmt_golongan": Tipe.TANGGAL, "eselon": Tipe.ESELON, "mulai": Tipe.TANGGAL,
    "selesai": Tipe.TANGGAL, "aktif_sejak": Tipe.TANGGAL, "aktif_sampai": Tipe.TANGGAL,
    "tanggal": Tipe.TANGGAL, "ak": Tipe.ANGKA, "nilai": Tipe.ANGKA, **dict.fromkeys(
        ("jenis_jabatan", "status", "jenis", "tingkat", "ide_baru", "alasan", "periode",
         "hasil_kerja", "perilaku_kerja"), Tipe.PILIHAN,
    ),
    **dict.fromkeys(("penilai_nip", "atasan_penilai_nip"), Tipe.NIP),
    **dict.fromkeys(("penilai_golongan", "atasan_penilai_golongan"), Tipe.GOLONGAN),
    **{f"{what}_{aspek}": Tipe.BIAYA if aspek == "biaya" else Tipe.ANGKA
       for what in ("target", "realisasi") for aspek in ASPEK},
    **dict.fromkeys(PERILAKU, Tipe.ANGKA),
}  # fmt: skip
BAWAAN_VERSI_1 = {("pegawai", "status"): "PNS"} | {
    (nama, "bagian"): "1" for nama in ("kegiatan", "tambahan")
}


def test_kinds_and_columns_stand_in_the_order_of_the_contract() -> None:
    assert {nama: list(jenis.nama_kolom) for nama, jenis in JENIS.items()} == KOLOM
    assert list(JENIS) == list(KOLOM)


def test_nothing_of_version_1_changes_but_what_comes_after_it() -> None:
    assert list(JENIS)[: len(VERSI_1)] == list(VERSI_1)
    for nama, names in VERSI_1.items():
        jenis = JENIS[nama]
        assert list(jenis.nama_kolom) == names
        assert jenis.kunci == KUNCI[nama]
        for kolom in jenis.kolom:
            assert kolom.tipe is TIPE_VERSI_1.get(kolom.nama, Tipe.TEKS), (nama, kolom.nama)
            assert kolom.bawaan == BAWAAN_VERSI_1.get((nama, kolom.nama))
            assert kolom.alias == ALIAS.get(kolom.nama, ())
            assert kolom.warisan is (
                (nama == "bagian" and names.index(kolom.nama) > names.index("selesai"))
                or (
                    kolom.nama.startswith(("penilai_", "atasan_penilai_"))
                    and not kolom.nama.endswith("_nip")
                )
            )


def test_each_kind_has_the_key_of_the_contract() -> None:
    assert {nama: jenis.kunci for nama, jenis in JENIS.items()} == KUNCI


def test_the_choices_of_version_2_are_those_of_the_domain() -> None:
    found = {
        (jenis.nama, kolom.nama): kolom.pilihan
        for jenis in map(jenis_of, VERSI_2)
        for kolom in jenis.kolom
        if kolom.tipe is Tipe.PILIHAN
    }
    assert found == {
        ("hasil_kerja", "jenis"): ("utama", "tambahan"),
        ("indikator", "aspek"): ("kuantitas", "kualitas", "waktu", "biaya"),
        ("ekspektasi", "perilaku"): (
            *("berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif"),
            "kolaboratif",
        ),
        ("lampiran", "jenis"): (
            "dukungan_sumber_daya", "skema_pertanggungjawaban", "konsekuensi",
        ),
        ("capaian_organisasi", "capaian"): (
            "istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang",
        ),
    }  # fmt: skip


@pytest.mark.parametrize("nama", list(VERSI_2))
def test_no_name_of_a_column_of_version_2_stands_for_two_of_them(nama: str) -> None:
    jenis = jenis_of(nama)
    names = [normal(text) for kolom in jenis.kolom for text in (kolom.nama, *kolom.alias)]
    assert len(names) == len(set(names))


def test_the_required_columns_are_those_in_bold_print() -> None:
    assert {
        nama: {kolom.nama for kolom in jenis.kolom if kolom.wajib} for nama, jenis in JENIS.items()
    } == WAJIB


def test_an_unknown_kind_is_refused_with_the_list_of_kinds() -> None:
    with pytest.raises(InputError) as caught:
        jenis_of("gaji")
    assert "gaji" in caught.value.kalimat()
    assert "unit, pegawai, bagian" in caught.value.kalimat()


@pytest.mark.parametrize("nama", list(JENIS))
def test_a_template_is_the_header_alone(nama: str) -> None:
    assert template_bytes(jenis_of(nama)) == f"{','.join(KOLOM[nama])}\r\n".encode()
    assert template_bytes(jenis_of(nama)) == records_csv(jenis_of(nama), [])
