"""What is judged after merging with what is stored, kind by kind."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from skp_tui.exchange.kinds.kinds import Kunci, jenis_of
from skp_tui.exchange.plan.plan import plan
from skp_tui.exchange.plan.stock import Stok
from tests.exchange.samples import (
    ASING,
    BRAM,
    RETNO,
    SARI,
    STOK,
    TIUR,
    faults,
    rencana,
    table,
    words,
)

if TYPE_CHECKING:
    from skp_tui.domain.records import Rekaman

ORANG = f"2017,{SARI}"

REFUSED: list[tuple[str, str, str, str]] = [
    ("kegiatan", f"no,uraian,realisasi_waktu\n{ORANG},1,A,5", "realisasi_waktu", "tanpa target"),
    ("kegiatan", f"no,uraian,target_waktu\n{ORANG},1,A,0", "target_waktu", "lebih dari 0"),
    ("kegiatan", f"no,uraian,target_biaya\n{ORANG},1,A,-5", "target_biaya", "lebih dari 0"),
    ("kegiatan", f"no,uraian,target_kualitas\n{ORANG},1,A,101", "target_kualitas", "100"),
    ("kegiatan", f"no,uraian,ak\n{ORANG},1,A,-1", "ak", "negatif"),
    ("kegiatan", f"no,uraian,bagian\n{ORANG},1,A,2", "bagian", "bagian 2 tahun 2017 belum ada"),
    ("kegiatan", f"no,uraian\n2017,{ASING},1,A", "nip", "belum ada di database"),
    ("kegiatan", f"no,uraian\n2017,{RETNO},1,A", "nip", "tidak aktif pada tahun 2017"),
    ("kegiatan", f"no,uraian\n2017,{TIUR},1,A", "nip", "PPPK"),
    ("kegiatan", f"no,uraian\n2013,{SARI},1,A", "tahun", "dimulai tahun 2014"),
    ("kegiatan", f"no,uraian\n2021,{SARI},1,A", "tahun", "PP 30/2019, yang tidak memakai kegiatan"),
    ("kegiatan", f"no,uraian\n2022,{SARI},1,A", "tahun", "2022, yang tidak memakai kegiatan"),
    ("evaluasi", f"periode,hasil_kerja\n{ORANG},tahunan,sesuai", "tahun", "tidak memakai evaluasi"),
    ("evaluasi", f"periode,hasil_kerja\n2022,{SARI},semester-1,sesuai", "periode", "triwulan-1"),
    ("tambahan", f"no,jenis,uraian\n{ORANG},1,kreativitas,A", "tingkat", "perlu tingkat"),
    ("tambahan", f"no,jenis,uraian,tingkat\n{ORANG},1,tugas_tambahan,A,unit", "tingkat", "kosong"),
    ("tambahan", f"no,jenis,uraian,bagian\n{ORANG},1,tugas_tambahan,A,3", "bagian", "belum ada"),
    ("perilaku", f"disiplin\n{ORANG},100.5", "disiplin", "antara 0 dan 100"),
    ("perilaku", f"disiplin\n{ORANG},-1", "disiplin", "antara 0 dan 100"),
    ("nilai_luar", f"jenis,nilai,sumber\n{ORANG},akademik,101,KHS", "nilai", "antara 0 dan 100"),
    ("nilai_luar", f"jenis,nilai,sumber\n{ORANG},skp,-1,SKP", "nilai", "negatif"),
    ("nilai_luar", f"jenis,nilai,sumber\n{ORANG},akhir,90,SKP", "jenis", "nilai akademik, skp"),
    ("nilai_luar", f"jenis,nilai,sumber\n2021,{SARI},skp,90,SKP", "jenis", "menerima nilai akhir"),
    ("nilai_luar", f"jenis,nilai,sumber\n2021,{SARI},akademik,9,S", "jenis", "nilai akhir"),
    ("nilai_luar", f"jenis,nilai,sumber\n2021,{SARI},akhir,120.01,S", "nilai", "0 dan 120"),
    ("nilai_luar", f"jenis,nilai,sumber\n2021,{SARI},akhir,-1,S", "nilai", "negatif"),
    ("nilai_luar", f"jenis,nilai,sumber,ide_baru\n{ORANG},skp,9,S,ya", "ide_baru", "tahun 2021"),
    ("nilai_luar", f"jenis,nilai,sumber,bagian\n{ORANG},akademik,9,S,1", "bagian", "kosongkan"),
    ("nilai_luar", f"jenis,nilai,sumber,bagian\n{ORANG},skp,9,S,2", "bagian", "belum ada"),
    ("pengecualian", f"alasan,tanggal\n{ORANG},cuti,2017-05-01", "alasan", "pensiun"),
    ("pengecualian", f"alasan,tanggal\n{ORANG},cltn,", "tanggal", "wajib"),
    ("bagian", f"bagian\n{ORANG},0", "bagian", "mulai 1"),
    ("bagian", f"bagian\n{ORANG},", "bagian", "kunci kosong"),
    ("bagian", f"bagian,mulai,selesai\n{ORANG},2,2017-08-01,2017-07-01", "selesai", "sesudah"),
    ("bagian", f"bagian,penilai_nip\n{ORANG},2,{ASING}", "penilai_nip", "isi juga penilai_nama"),
]


@pytest.mark.parametrize(("jenis", "text", "kolom", "kata"), REFUSED)
def test_a_row_that_breaks_a_rule_is_refused_in_words(
    tmp_path: Path, jenis: str, text: str, kolom: str, kata: str
) -> None:
    hasil = rencana(tmp_path, jenis, f"tahun,nip,{text}\n")
    assert faults(hasil) == [(2, kolom)]
    assert kata in words(hasil.ditolak)
    assert not hasil.usable


NOBODY = "yang tanpa NIP (bukan PNS, CPNS atau PPPK) tidak dinilai di sini"


@pytest.mark.parametrize(
    ("jenis", "text", "kata"),
    [
        ("pegawai", "nip,nama,unit\n,Gani,1.1", NOBODY),
        ("pegawai", "nip,nama,unit\n-,Gani,1.1", NOBODY),
        ("kegiatan", "tahun,nip,no,uraian\n2017,,2,A", "NIP pada setiap baris, juga bila orangnya"),
        ("kegiatan", "tahun,nip,no,uraian\n2017,-,2,A", NOBODY),
        ("perilaku", "tahun,nip,disiplin\n2017,,90", "kolom kunci kosong; isi dahulu"),
    ],
)
def test_a_row_without_a_nip_is_refused_with_what_that_mostly_means(
    tmp_path: Path, jenis: str, text: str, kata: str
) -> None:
    hasil = rencana(tmp_path, jenis, f"{text}\n")
    assert faults(hasil) == [(2, "nip")]
    assert kata in words(hasil.ditolak)


def test_an_outcome_whose_target_is_stored_is_accepted(tmp_path: Path) -> None:
    stored = {**jenis_of("kegiatan").kosong(), "tahun": "2017", "nip": SARI, "no": "1"}
    stored |= {"uraian": "A", "target_waktu": "12", "bagian": "1"}
    stok = replace(STOK, rekaman={("2017", SARI, "1", "1"): stored})
    text = f"tahun,nip,no,uraian,target_waktu,realisasi_waktu\n{ORANG},1,,,11\n"
    assert len(rencana(tmp_path, "kegiatan", text, stok).berubah) == 1
    text = f"tahun,nip,no,uraian,target_waktu,realisasi_waktu\n{ORANG},1,,-,11\n"
    assert faults(rencana(tmp_path, "kegiatan", text, stok)) == [(2, "realisasi_waktu")]


def test_a_second_part_must_exist_before_anything_refers_to_it(tmp_path: Path) -> None:
    stok = replace(STOK, bagian={(2017, SARI): frozenset({1, 2})})
    text = f"tahun,nip,no,uraian,bagian\n{ORANG},1,A,2\n{ORANG},1,A,3\n"
    assert faults(rencana(tmp_path, "kegiatan", text, stok)) == [(3, "bagian")]
    text = f"tahun,nip,jenis,nilai,sumber,bagian\n{ORANG},skp,80,SKP,2\n{ORANG},skp,80,SKP,\n"
    hasil = rencana(tmp_path, "nilai_luar", text, stok)
    assert [baris.kunci for baris in hasil.baru] == [
        ("2017", SARI, "skp", "2"),
        ("2017", SARI, "skp", "1"),
    ]


def test_kind_bagian_creates_its_own_part(tmp_path: Path) -> None:
    hasil = rencana(tmp_path, "bagian", f"tahun,nip,bagian,unit\n{ORANG},2,Bidang Mutasi\n")
    assert [(baris.kunci, baris.rekaman["unit"]) for baris in hasil.baru] == [
        (("2017", SARI, "2"), "1.2")
    ]


@pytest.mark.parametrize(
    ("jenis", "text"),
    [
        ("kegiatan", f"no,uraian\n{ORANG},1,A"),
        ("perilaku", f"disiplin\n{ORANG},80"),
        ("bagian", f"bagian\n{ORANG},2"),
        ("pengecualian", f"alasan,tanggal\n{ORANG},cltn,2017-05-01"),
    ],
)
def test_a_row_of_a_locked_appraisal_is_refused(tmp_path: Path, jenis: str, text: str) -> None:
    stok = replace(STOK, terkunci=frozenset({(2017, SARI)}))
    hasil = rencana(tmp_path, jenis, f"tahun,nip,{text}\n", stok)
    assert faults(hasil) == [(2, "nip")]
    assert "dikunci" in words(hasil.ditolak)


def test_an_academic_value_and_an_exception_exclude_each_other(tmp_path: Path) -> None:
    stok = replace(STOK, pengecualian=frozenset({(2017, SARI)}))
    text = f"tahun,nip,jenis,nilai,sumber\n{ORANG},akademik,90,KHS\n{ORANG},skp,90,SKP\n"
    assert faults(rencana(tmp_path, "nilai_luar", text, stok)) == [(2, "jenis")]
    stok = replace(STOK, akademik=frozenset({(2017, SARI)}))
    text = f"tahun,nip,alasan,tanggal\n{ORANG},tugas_belajar,2017-01-01\n"
    hasil = rencana(tmp_path, "pengecualian", text, stok)
    assert "tidak boleh berdampingan" in words(hasil.ditolak)


def test_people_may_not_end_before_they_begin(tmp_path: Path) -> None:
    text = f"nip,nama,unit,aktif_sejak,aktif_sampai\n{SARI},Sari,1,2018-01-01,2017-12-31\n"
    assert faults(rencana(tmp_path, "pegawai", text)) == [(2, "aktif_sampai")]


def test_the_status_decides_how_strictly_a_nip_is_read(tmp_path: Path) -> None:
    odd = "198001012023211008"
    text = f"nip,nama,unit,status\n{odd},A,1,PPPK\n{odd[:-1]}9,B,1,CPNS\n{odd[:-1]}6,C,1,\n"
    hasil = rencana(tmp_path, "pegawai", text)
    assert [baris.kunci for baris in hasil.baru] == [(odd,)]
    assert faults(hasil) == [(3, "nip"), (4, "nip")]
    assert "PPPK" in words(hasil.peringatan)


def test_the_stored_status_counts_where_the_file_gives_none(tmp_path: Path) -> None:
    jenis = jenis_of("pegawai")
    stored = {**jenis.kosong(), "nip": TIUR, "nama": "Tiur", "unit": "1", "status": "PPPK"}
    stok = replace(STOK, rekaman={(TIUR,): stored})
    assert rencana(tmp_path, "pegawai", f"nip,nama,unit\n{TIUR},Tiur C,\n", stok).berubah


def test_more_than_ten_activities_are_a_warning_only(tmp_path: Path) -> None:
    rows = "".join(f"{ORANG},{no},Kegiatan {no}\n" for no in range(1, 12))
    hasil = rencana(tmp_path, "kegiatan", f"tahun,nip,no,uraian\n{rows}")
    assert (len(hasil.baru), hasil.ditolak) == (11, ())
    assert "berisi 11 kegiatan" in words(hasil.peringatan)


def test_kepemimpinan_against_the_post_is_a_warning_only(tmp_path: Path) -> None:
    text = f"tahun,nip,disiplin,kepemimpinan\n{ORANG},90,\n2017,{BRAM},90,80\n"
    hasil = rencana(tmp_path, "perilaku", text)
    assert len(hasil.baru) == 2
    assert "kepemimpinan kosong" in words(hasil.peringatan)
    assert "kepemimpinan diisi" in words(hasil.peringatan)


def test_dates_of_a_part_outside_its_year_are_a_warning_only(tmp_path: Path) -> None:
    text = f"tahun,nip,bagian,mulai\n{ORANG},2,2018-07-01\n"
    hasil = rencana(tmp_path, "bagian", text)
    assert "di luar tahun 2017" in words(hasil.peringatan)
    assert hasil.ditolak == ()


def test_a_plan_against_no_database_knows_only_its_own_rows(tmp_path: Path) -> None:
    text = "kode,nama,induk\n1.1,Anak,1\n1,Induk,\n"
    assert len(rencana(tmp_path, "unit", text, Stok()).baru) == 2


UNKNOWN_INDUK = "kode,nama,induk\n8,A,9\n7,B,8\n6,C,1\n"


def test_an_unknown_induk_is_refused_with_all_that_hang_on_it(tmp_path: Path) -> None:
    hasil = rencana(tmp_path, "unit", UNKNOWN_INDUK)
    assert faults(hasil) == [(2, "induk"), (3, "induk")]
    assert "belum ada" in hasil.ditolak[0].pesan
    assert "bergantung pada baris 2" in hasil.ditolak[1].pesan
    assert [baris.kunci for baris in hasil.baru] == [("6",)]


def test_a_circle_made_by_several_rows_is_refused(tmp_path: Path) -> None:
    hasil = rencana(tmp_path, "unit", "kode,nama,induk\na,A,b\nb,B,a\nc,C,a\nd,D,d\n")
    assert set(faults(hasil)) == {(2, "induk"), (3, "induk"), (4, "induk"), (5, "induk")}
    assert "a → b → a" in words(hasil.ditolak)
    assert "bergantung pada baris 2" in hasil.ditolak[2].pesan


def test_a_circle_with_what_is_stored_refuses_the_change_alone(tmp_path: Path) -> None:
    jenis = jenis_of("unit")
    stored: dict[Kunci, Rekaman] = {
        (kode,): {**jenis.kosong(), "kode": kode, "nama": unit.nama, "induk": unit.induk}
        for kode, unit in STOK.units.items()
    }
    stok = replace(STOK, rekaman=stored)
    text = "kode,nama,induk\n1,Badan,1.2.1\n1.2,Bidang Mutasi,1\n1.2.1,Seksi Umum,1.2\n"
    hasil = rencana(tmp_path, "unit", text, stok)
    assert faults(hasil) == [(2, "induk")]
    assert hasil.sama == 2


def test_an_appraiser_must_be_known_here_or_there_or_by_name(tmp_path: Path) -> None:
    text = (
        "nip,nama,unit,penilai_nip,penilai_nama,atasan_penilai_nip\n"
        f"{SARI},Sari,1.1,{ASING},,{BRAM}\n"
        f"{BRAM},Bram,1.1,{ASING},Pak Contoh,{SARI}\n"
        f"{RETNO},Retno,1.1,,,196001011985031099\n"
    )
    hasil = rencana(tmp_path, "pegawai", text)
    assert faults(hasil) == [(2, "penilai_nip"), (4, "atasan_penilai_nip")]
    assert "isi juga penilai_nama" in hasil.ditolak[0].pesan


def test_an_appraiser_of_the_same_file_will_do_unless_his_row_is_refused(tmp_path: Path) -> None:
    boss = "195905051985031003"
    head = "nip,nama,unit,penilai_nip\n"
    good = table(tmp_path, f"{head}{ASING},A,1,{boss}\n{boss},B,1,\n")
    assert len(plan(jenis_of("pegawai"), [good], STOK).baru) == 2
    bad = table(tmp_path, f"{head}{SARI},S,1,{ASING}\n{ASING},A,1,{boss}\n{boss},B,9,\n")
    hasil = plan(jenis_of("pegawai"), [bad], STOK)
    assert faults(hasil) == [(2, "penilai_nip"), (3, "penilai_nip"), (4, "unit")]
    assert "bergantung pada baris 3" in hasil.ditolak[0].pesan
