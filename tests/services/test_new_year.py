"""A new year from the last one: settings, people by their dates, and targets where wanted."""

from datetime import date
from decimal import Decimal

import pytest

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.domain.period import KebijakanBatas, KuantitasNol, Penyebut
from skp_tui.errors import InputError
from skp_tui.services.copying.new_year import TahunBaru, begin_year, checked_target, plan_year
from skp_tui.services.office.configuring import change_setting, create_period
from skp_tui.services.signing.signing import lock
from skp_tui.storage.database.looking import reading
from skp_tui.storage.reading.office_reader import read_period, read_years
from tests.services.office import BRAM, KEPALA, SARI, UNKNOWN, Office


def planned(office: Office, dari: int = 2017) -> TahunBaru:
    with reading(office.path) as connection:
        return plan_year(connection, dari)


def begun(office: Office, rencana: TahunBaru, target: str | None = None) -> int:
    with office.writing() as writer:
        return begin_year(writer, rencana, target)


def left_out(rencana: TahunBaru) -> dict[str, str]:
    return {satu.pegawai.nip: satu.alasan for satu in rencana.tinggal}


def test_the_settings_follow_but_target_and_deadline_are_the_years_own(office: Office) -> None:
    with office.writing() as writer:
        for nama, value in (
            ("kebijakan_batas", "lembar-bkn"), ("penyebut", "dinilai"),
            ("kuantitas_nol", "hitung"), ("pita_capaian", "90;80;70"),
            ("target_indikator", "96"), ("batas_waktu", "2018-02-15"),
        ):  # fmt: skip
            change_setting(writer, nama, value, 2017)
        lock(writer, 2017, [BRAM], date(2018, 1, 5))
    begun(office, planned(office), checked_target("97,5"))
    with reading(office.path) as connection:
        periode = read_period(connection, 2018)
    assert periode is not None
    assert periode.peraturan == "PP46"
    assert periode.kebijakan_batas is KebijakanBatas.LEMBAR_BKN
    assert periode.penyebut is Penyebut.DINILAI
    assert periode.kuantitas_nol is KuantitasNol.HITUNG
    assert periode.pita_capaian == (Decimal(90), Decimal(80), Decimal(70))
    assert periode.target_indikator == Decimal("97.5")
    assert periode.batas_waktu == date(2019, 1, 31)
    assert not periode.beku


def test_without_a_target_typed_there_is_none(office: Office) -> None:
    begun(office, planned(office), checked_target(" "))
    with reading(office.path) as connection:
        periode = read_period(connection, 2018)
    assert periode is not None
    assert periode.target_indikator is None


def test_a_target_that_is_no_percentage_is_refused() -> None:
    with pytest.raises(InputError, match="target_indikator"):
        checked_target("banyak")


def test_everybody_gets_his_own_targets_without_outcomes(office: Office) -> None:
    assert begun(office, planned(office)) == 3
    new = office.penilaian(BRAM, 2018).bagian[0].kegiatan
    assert new == (
        Kegiatan(1, "Mencatat", "berkas", "bulan", None, Decimal(50), Decimal(100), Decimal(12)),
        Kegiatan(2, "Menata", "berkas", "bulan", None, Decimal(5), Decimal(100), Decimal(6)),
    )
    assert len(office.penilaian(SARI, 2018).bagian[0].kegiatan) == 1
    assert office.penilaian(BRAM, 2018).perilaku.integritas is None


def test_who_gets_none_is_told_why(office: Office) -> None:
    office.impor(
        "pegawai",
        "nip,nama,unit,aktif_sampai\n"
        f"{UNKNOWN},Pindah Contoh,1.2,2017-06-30\n"
        "198002022005011002,Purna Contoh,1.2,\n",
    )
    rows = "".join(f"2017,{nip},1,Menata\n" for nip in (UNKNOWN, "198002022005011002"))
    office.impor("kegiatan", f"tahun,nip,no,uraian\n{rows}2018,{SARI},1,Sudah\n")
    office.impor(
        "pengecualian", "tahun,nip,alasan,tanggal\n2017,198002022005011002,pensiun,2017-11-30\n"
    )
    rencana = planned(office)
    assert left_out(rencana) == {
        KEPALA: "tidak punya kegiatan 2017",
        SARI: "sudah punya kegiatan 2018",
        UNKNOWN: "tidak aktif tahun 2018",
        "198002022005011002": "pensiun 2017",
    }
    assert rencana.pegawai == 4
    assert rencana.sudah_ada
    assert begun(office, rencana) == 2
    assert [satu.uraian for satu in office.penilaian(SARI, 2018).bagian[0].kegiatan] == ["Sudah"]


def test_the_last_year_keeps_rank_post_unit_and_appraisers_as_they_were(office: Office) -> None:
    before = office.penilaian(BRAM).bagian[0]
    begun(office, planned(office))
    office.impor(
        "pegawai",
        "nip,nama,unit,golongan,jabatan,penilai_nip\n"
        f"{BRAM},Bram Contoh,1.2,III/b,Kepala Bidang,{KEPALA}\n",
    )
    assert office.penilaian(BRAM).bagian[0] == before
    now = office.penilaian(BRAM, 2018).bagian[0]
    assert (now.unit, now.golongan, now.jabatan, now.penilai.nip) == (
        "1.2", "III/b", "Kepala Bidang", KEPALA,
    )  # fmt: skip


def test_without_targets_only_the_year_is_made_and_nobody_stops_following(office: Office) -> None:
    assert begun(office, planned(office).only(frozenset())) == 0
    office.impor("pegawai", f"nip,nama,unit,golongan\n{BRAM},Bram Contoh,1.1,III/b\n")
    assert office.penilaian(BRAM).bagian[0].golongan == "III/b"
    with reading(office.path) as connection:
        assert read_years(connection) == [2018, 2017]


def test_a_year_that_is_there_keeps_its_settings(office: Office) -> None:
    with office.writing() as writer:
        change_setting(writer, "target_indikator", "90", 2018)
    begun(office, planned(office), "99")
    with reading(office.path) as connection:
        periode = read_period(connection, 2018)
    assert periode is not None
    assert periode.target_indikator == Decimal(90)


def test_the_second_time_changes_nothing_and_says_so(office: Office) -> None:
    begun(office, planned(office))
    before = office.content(), office.lines()
    with pytest.raises(InputError, match="Tahun 2018 sudah ada"):
        begun(office, planned(office))
    assert (office.content(), office.lines()) == before


def test_a_year_made_meanwhile_is_not_overwritten(office: Office) -> None:
    rencana = planned(office)
    with office.writing() as writer:
        create_period(writer, 2018)
    with pytest.raises(InputError, match="berubah sejak pratinjau"):
        begun(office, rencana, "99")


def test_one_undo_takes_the_whole_year_back(office: Office) -> None:
    before = office.content()
    rencana = planned(office)
    with office.writing() as writer:
        begin_year(writer, rencana, "96")
        assert writer.steps()[-1].sebab == "tahun 2018 dari 2017"
        writer.undo(0)
    assert office.content() == before
    assert office.findings() == []


def test_a_year_that_knows_no_kegiatan_is_made_without_targets(office: Office) -> None:
    office.raw("UPDATE periode SET tahun = 2020")
    rencana = planned(office, 2020)
    assert (rencana.rencana.jumlah, rencana.periode.peraturan) == (0, "PP30")
    assert {satu.alasan for satu in rencana.tinggal} == {"tahun 2021 tidak memakai kegiatan"}
    with office.writing() as writer:
        assert begin_year(writer, rencana, None) == 0
    with reading(office.path) as connection:
        assert read_years(connection)[0] == 2021
