"""Copying targets: what comes in, with which numbers, and whom it leaves alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.errors import InputError, LockedError
from skp_tui.services.base.recording import Tempat
from skp_tui.services.copying.copy_sources import Sumber, candidates, plan_from, sources
from skp_tui.services.copying.copying import PesananSalin, RencanaSalin, apply, into, plan
from skp_tui.services.entry.target_rows import without_outcomes
from skp_tui.services.signing.signing import lock
from skp_tui.storage.database.looking import reading
from tests.services.office import BRAM, KEPALA, SARI, UNKNOWN, Office

LAMA = (
    "tahun,nip,no,uraian,ak,target_kuantitas,satuan,target_kualitas,target_waktu,satuan_waktu,"
    "target_biaya,realisasi_kuantitas,realisasi_kualitas,realisasi_waktu,realisasi_biaya\n"
    f"2016,{BRAM},2,Mencatat,0.5,40,berkas,95,6,minggu,1250000,40,90,6,1250000\n"
    f"2016,{BRAM},5,Melapor,,12,laporan,100,12,bulan,,12,90,12,\n"
)
PARTS = "tahun,nip,bagian,mulai,selesai,unit,jabatan\n"


def order(office: Office, pesanan: PesananSalin) -> RencanaSalin:
    with reading(office.path) as connection:
        return plan(connection, pesanan)


def copied(office: Office, rencana: RencanaSalin) -> int:
    with office.writing() as writer:
        return apply(writer, rencana, "salin")


def found(office: Office, nip: str, tahun: int = 2017, bagian: int = 1) -> list[Sumber]:
    with reading(office.path) as connection:
        return sources(connection, Tempat(tahun, nip, bagian), "Analis")


@contextmanager
def refused(kind: type[Exception], words: str, office: Office) -> Iterator[None]:
    before = office.content(), office.lines()
    with pytest.raises(kind, match=words):
        yield
    assert (office.content(), office.lines()) == before


def kegiatan_of(office: Office, nip: str, tahun: int = 2017) -> dict[int, str]:
    return {
        satu.no: satu.uraian
        for part in office.penilaian(nip, tahun).bagian
        for satu in part.kegiatan
    }


# Where from


def test_his_own_last_year_comes_first_then_colleagues_in_the_same_post(office: Office) -> None:
    office.impor("kegiatan", LAMA)
    office.impor("kegiatan", LAMA.replace("2016", "2015"))
    office.impor("kegiatan", LAMA.replace("2016", "2018"))
    office.impor("pegawai", f"nip,nama,unit,jabatan\n{UNKNOWN},Zainal Contoh,1.2,analis\n")
    office.impor("kegiatan", LAMA.replace("2016", "2017").replace(BRAM, UNKNOWN))
    listed = [(satu.tahun, satu.nip, satu.jumlah) for satu in found(office, BRAM)]
    assert listed == [
        (2016, BRAM, 2), (2015, BRAM, 2), (2018, BRAM, 2), (2017, UNKNOWN, 2), (2017, SARI, 1),
    ]  # fmt: skip


def test_a_moved_person_can_copy_from_his_other_part(office: Office) -> None:
    office.impor("bagian", f"{PARTS}2017,{BRAM},1,,2017-06-30,,\n2017,{BRAM},2,2017-07-01,,,\n")
    own = [satu for satu in found(office, BRAM, bagian=2) if satu.nip == BRAM]
    assert [(satu.tahun, satu.bagian) for satu in own] == [(2017, 1)]
    with reading(office.path) as connection:
        rencana = plan_from(connection, own[0], Tempat(2017, BRAM, 2))
    assert copied(office, rencana) == 2
    numbers = {part.nomor: len(part.kegiatan) for part in office.penilaian(BRAM).bagian}
    assert numbers == {1: 2, 2: 2}


def test_without_anything_typed_there_is_no_source(tmp_path: Path) -> None:
    office = Office(tmp_path / "kosong.db")
    assert found(office, BRAM) == []


# What comes in


def test_last_years_targets_come_in_whole_without_outcomes_after_the_highest_number(
    office: Office,
) -> None:
    office.impor("kegiatan", LAMA)
    with reading(office.path) as connection:
        rencana = plan_from(connection, found(office, BRAM)[0], Tempat(2017, BRAM))
    (satu,) = rencana.orang
    assert [kegiatan.uraian for kegiatan in satu.ada] == ["Mencatat"]
    assert satu.baru == (
        Kegiatan(
            3, "Melapor", "laporan", "bulan", target_kuantitas=Decimal(12),
            target_kualitas=Decimal(100), target_waktu=Decimal(12),
        ),
    )  # fmt: skip
    assert copied(office, rencana) == 1
    assert kegiatan_of(office, BRAM) == {1: "Mencatat", 2: "Menata", 3: "Melapor"}
    assert office.penilaian(BRAM).bagian[0].kegiatan[2] == satu.baru[0]


def test_unit_of_time_angka_kredit_and_cost_come_along(office: Office) -> None:
    office.impor("kegiatan", LAMA)
    with reading(office.path) as connection:
        rencana = plan_from(connection, found(office, BRAM)[0], Tempat(2017, KEPALA))
    copied(office, rencana)
    first = office.penilaian(KEPALA).bagian[0].kegiatan[0]
    assert first == Kegiatan(
        1, "Mencatat", "berkas", "minggu", Decimal("0.5"), Decimal(40), Decimal(95), Decimal(6),
        Decimal(1250000),
    )  # fmt: skip


def test_copying_twice_doubles_nothing(office: Office) -> None:
    kegiatan = without_outcomes(office.penilaian(BRAM).bagian[0].kegiatan)
    pesanan = PesananSalin(2017, {KEPALA: kegiatan})
    copied(office, order(office, pesanan))
    again = order(office, pesanan)
    assert again.jumlah == 0
    assert again.orang[0].alasan == "sudah ada semuanya"
    with refused(InputError, "Tidak ada kegiatan baru", office):
        copied(office, again)


def test_capitals_and_blanks_make_no_other_activity(office: Office) -> None:
    rencana = order(
        office, PesananSalin(2017, {BRAM: (Kegiatan(1, " MENCATAT "), Kegiatan(2, "Baru"))})
    )
    assert [satu.uraian for satu in rencana.orang[0].baru] == ["Baru"]


TEXTS = st.lists(st.sampled_from(["Menata", "menata ", "Melapor", "Mencatat", "Membina"]))


@given(TEXTS, TEXTS, st.integers(1, 50))
def test_new_numbers_follow_the_highest_and_nothing_known_comes_in(
    stored: list[str], coming: list[str], first: int
) -> None:
    there = [Kegiatan(first + no, text) for no, text in enumerate(stored)]
    baru, ada = into(there, [Kegiatan(no, text) for no, text in enumerate(coming, 1)])
    known = {text.strip().casefold() for text in stored}
    assert [satu.uraian for satu in baru] == [
        t for t in coming if t.strip().casefold() not in known
    ]
    assert len(baru) + len(ada) == len(coming)
    highest = max((satu.no for satu in there), default=0)
    assert [satu.no for satu in baru] == list(range(highest + 1, highest + 1 + len(baru)))


# To many


def test_those_who_cannot_get_anything_are_left_out_with_the_reason(office: Office) -> None:
    office.impor(
        "pegawai",
        "nip,nama,unit,status,aktif_sampai\n"
        f"{UNKNOWN},Pensiun Contoh,1.2,PNS,2016-12-31\n"
        "198001012021211001,Kontrak Contoh,1.2,PPPK,\n"
        "198002022005011002,Cuti Contoh,1.2,PNS,\n",
    )
    office.impor(
        "pengecualian", "tahun,nip,alasan,tanggal\n2017,198002022005011002,cltn,2017-02-01\n"
    )
    with office.writing() as writer:
        lock(writer, 2017, [SARI], date(2018, 1, 5))
    everybody = (SARI, UNKNOWN, "198001012021211001", "198002022005011002", KEPALA)
    rencana = order(office, PesananSalin(2017, dict.fromkeys(everybody, (Kegiatan(1, "Baru"),))))
    assert [(satu.nip, satu.alasan) for satu in rencana.dilewati] == [
        (SARI, "sudah dikunci"),
        (UNKNOWN, "tidak aktif tahun 2017"),
        ("198001012021211001", "PPPK, baru dinilai mulai 2022"),
        ("198002022005011002", "dikecualikan (cuti di luar tanggungan negara)"),
    ]
    assert copied(office, rencana) == 1
    assert kegiatan_of(office, KEPALA) == {1: "Baru"}
    assert kegiatan_of(office, SARI) == {1: "Menyusun"}


def test_values_from_elsewhere_leave_nothing_to_copy(office: Office) -> None:
    office.impor(
        "nilai_luar",
        "tahun,nip,jenis,nilai,sumber,bagian\n"
        f"2017,{KEPALA},akademik,88,IPK,\n2017,{SARI},skp,86,Dinas lain,1\n",
    )
    rencana = order(
        office, PesananSalin(2017, dict.fromkeys((KEPALA, SARI), (Kegiatan(1, "Baru"),)))
    )
    assert [satu.alasan for satu in rencana.orang] == [
        "tugas belajar, SKP dari nilai akademik", "SKP dinilai di tempat lain",
    ]  # fmt: skip


def test_a_moved_person_gets_them_in_his_last_part(office: Office) -> None:
    office.impor("bagian", f"{PARTS}2017,{BRAM},2,2017-07-01,,,Arsiparis\n")
    rencana = order(office, PesananSalin(2017, {BRAM: (Kegiatan(9, "Mencatat"),)}))
    assert (rencana.orang[0].tempat.bagian, rencana.orang[0].jabatan) == (2, "Arsiparis")
    assert [satu.no for satu in rencana.orang[0].baru] == [1]


def test_many_are_one_step_that_one_undo_takes_back(office: Office) -> None:
    before = office.content()
    rencana = order(
        office, PesananSalin(2017, dict.fromkeys((KEPALA, SARI, BRAM), (Kegiatan(1, "Baru"),)))
    )
    with office.writing() as writer:
        last = len(writer.steps())
        assert apply(writer, rencana, "salin") == 3
        assert len(writer.steps()) == last + 1
        writer.undo(0)
    assert office.content() == before
    assert office.findings() == []


def test_leaving_people_or_activities_out_copies_the_rest(office: Office) -> None:
    two = (Kegiatan(1, "Satu"), Kegiatan(2, "Dua"))
    rencana = order(office, PesananSalin(2017, dict.fromkeys((KEPALA, SARI), two)))
    assert copied(office, rencana.only({SARI}).choosing(two[1:])) == 1
    assert kegiatan_of(office, SARI) == {1: "Menyusun", 2: "Dua"}
    assert kegiatan_of(office, KEPALA) == {}


def test_a_plan_that_is_no_longer_true_is_refused_and_nothing_is_copied(office: Office) -> None:
    rencana = order(office, PesananSalin(2017, {BRAM: (Kegiatan(1, "Baru"),)}))
    office.impor("kegiatan", f"tahun,nip,no,uraian\n2017,{BRAM},3,Menyela\n")
    with refused(InputError, "berubah sejak pratinjau", office):
        copied(office, rencana)


def test_a_locked_appraisal_refuses_in_one_sentence_with_the_remedy(office: Office) -> None:
    with office.writing() as writer:
        lock(writer, 2017, [BRAM], date(2018, 1, 5))
    rencana = order(office, PesananSalin(2017, {BRAM: (Kegiatan(1, "Baru"),)}, bagian=1))
    with refused(LockedError, "Penilaian Bram Contoh sudah dikunci 5 Januari 2018", office):
        copied(office, rencana)


def test_a_year_whose_regulation_knows_no_kegiatan_is_refused(office: Office) -> None:
    with pytest.raises(InputError, match="PP 30/2019, yang tidak memakai kegiatan"):
        order(office, PesananSalin(2021, {BRAM: (Kegiatan(1, "Baru"),)}))


def test_agreed_targets_and_outcomes_are_told_before_they_are_touched(office: Office) -> None:
    office.raw("UPDATE penilaian SET disepakati = '2017-01-05'")
    rencana = order(
        office, PesananSalin(2017, dict.fromkeys((BRAM, KEPALA), (Kegiatan(1, "Baru"),)))
    )
    told = [(satu.disepakati, satu.berealisasi) for satu in rencana.orang]
    assert told == [(True, True), (False, False)]


def test_people_in_the_same_post_come_first_and_the_source_is_not_among_them(
    office: Office,
) -> None:
    office.impor("pegawai", f"nip,nama,unit,jabatan\n{UNKNOWN},Zainal Contoh,1.2,ANALIS\n")
    with reading(office.path) as connection:
        listed = candidates(connection, 2017, "1", BRAM)
        below = candidates(connection, 2017, "1.2", BRAM)
    assert [(satu.pegawai.nip, satu.sejabatan, satu.jumlah) for satu in listed] == [
        (UNKNOWN, True, 0), (KEPALA, False, 0), (SARI, False, 1),
    ]  # fmt: skip
    assert [satu.pegawai.nip for satu in below] == [UNKNOWN]
