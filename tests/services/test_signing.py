"""Signature: what is refused, what is kept with it, and what it freezes."""

import json
import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal

import pytest

from skp_tui.errors import InputError, LockedError
from skp_tui.services.base import editing
from skp_tui.services.entry import entry, notes
from skp_tui.services.office import configuring
from skp_tui.services.signing import signing
from skp_tui.storage.database.connection import connect
from tests.services.office import BRAM, KEPALA, SARI, UNKNOWN, Office, kegiatan, tempat

DAY = date(2018, 1, 5)


@pytest.fixture
def locked(office: Office) -> Office:
    """Give an office in which Bram's appraisal is signed."""
    with office.writing() as writer:
        for nip in (BRAM, SARI):
            answers = {"tanggal": "2017-02-01", "isi": "x"}
            assert not notes.save_note(writer, 2017, nip, None, answers).ditolak
        signing.agree(writer, 2017, [BRAM], date(2017, 1, 20))
        signing.lock(writer, 2017, [BRAM], DAY)
    return office


def refused(office: Office, words: str, kind: type[Exception], nips: list[str]) -> None:
    before = (office.content(), office.lines())
    with office.writing() as writer, pytest.raises(kind, match=words):
        signing.lock(writer, 2017, nips, DAY)
    assert (office.content(), office.lines()) == before


def test_a_lock_keeps_the_day_and_the_result_exactly(locked: Office) -> None:
    assert locked.penilaian(BRAM).dikunci == DAY
    [row] = [row for row in locked.content()["penilaian"].values() if row.get("dikunci")]
    kept = json.loads(str(row["saksi"]))
    hasil = locked.orang(BRAM).hasil
    assert kept["nilai_prestasi_kerja"] == str(hasil.nilai_prestasi_kerja)
    assert kept["sebutan"] == hasil.sebutan
    assert locked.findings() == []


def test_an_incomplete_one_is_refused_with_what_is_missing(office: Office) -> None:
    refused(office, "Kepala Contoh belum lengkap", InputError, [KEPALA])


def test_one_incomplete_one_keeps_all_of_them_open(office: Office) -> None:
    refused(office, "belum lengkap", InputError, [BRAM, KEPALA])


def test_an_excepted_one_is_refused(office: Office) -> None:
    office.impor("pengecualian", f"tahun,nip,alasan,tanggal\n2017,{BRAM},pensiun,2017-06-01\n")
    refused(office, "dikecualikan", InputError, [BRAM])


def test_an_unknown_one_is_refused(office: Office) -> None:
    refused(office, "Tidak ada pegawai", InputError, [UNKNOWN])


def test_a_locked_one_is_refused(locked: Office) -> None:
    refused(locked, "sudah dikunci 5 Januari 2018", LockedError, [BRAM])


def test_a_signature_before_the_agreement_is_refused(office: Office) -> None:
    with office.writing() as writer:
        signing.agree(writer, 2017, [BRAM], date(2018, 1, 6))
    refused(office, "sesudah tanggal kunci", InputError, [BRAM])


def test_a_signature_on_the_day_of_the_agreement_is_taken(office: Office) -> None:
    with office.writing() as writer:
        signing.agree(writer, 2017, [BRAM], DAY)
        signing.lock(writer, 2017, [BRAM], DAY)
    assert office.penilaian(BRAM).dikunci == DAY


def test_nothing_is_agreed_that_has_no_target(office: Office) -> None:
    with office.writing() as writer, pytest.raises(InputError, match="belum punya kegiatan"):
        signing.agree(writer, 2017, [BRAM, KEPALA], DAY)
    assert office.penilaian(BRAM).disepakati is None


def test_a_signed_one_is_not_agreed_again(locked: Office) -> None:
    with locked.writing() as writer, pytest.raises(LockedError):
        signing.agree(writer, 2017, [BRAM], DAY)


def test_reopening_needs_a_reason_and_a_lock(locked: Office) -> None:
    with locked.writing() as writer:
        for reason in ("", "   ", "\x1b\u202e"):
            with pytest.raises(InputError, match="perlu alasan"):
                signing.reopen(writer, 2017, BRAM, reason)
        with pytest.raises(InputError, match="tidak terkunci"):
            signing.reopen(writer, 2017, SARI, "salah")
    assert locked.penilaian(BRAM).dikunci == DAY


def test_a_reason_longer_than_a_line_is_refused_and_one_as_long_is_taken(locked: Office) -> None:
    before = (locked.content(), locked.lines())
    with locked.writing() as writer:
        with pytest.raises(InputError, match="lebih dari 120 huruf"):
            signing.reopen(writer, 2017, BRAM, "x" * 121)
        assert (locked.content(), locked.lines()) == before
        signing.reopen(writer, 2017, BRAM, f"  {'x' * 120} ")
    assert locked.penilaian(BRAM).dikunci is None


def test_the_reason_of_a_reopening_stands_in_the_trail_and_entry_works_again(
    locked: Office,
) -> None:
    with locked.writing() as writer:
        signing.reopen(writer, 2017, BRAM, "realisasi salah hitung")
        assert writer.steps()[-1].sebab.endswith("2017: realisasi salah hitung")
        changed = kegiatan(locked, realisasi_kuantitas=Decimal(49))
        entry.save(writer, tempat(), changed, ["realisasi_kuantitas"], "sel")
    assert locked.penilaian(BRAM).dikunci is None
    assert locked.findings() == []


def test_a_signed_appraisal_refuses_every_entry(locked: Office) -> None:
    row = kegiatan(locked)
    before = (locked.content(), locked.lines())
    with locked.writing() as writer:
        changed = kegiatan(locked, realisasi_kuantitas=Decimal(1))
        with pytest.raises(LockedError, match="terkunci"):
            entry.save(writer, tempat(), changed, ["realisasi_kuantitas"], "sel")
        with pytest.raises(LockedError, match="terkunci"):
            entry.remove(writer, tempat(), row, "hapus")
        with pytest.raises(LockedError, match="terkunci"):
            editing.remove_person(writer, BRAM, "Bram")
    assert (locked.content(), locked.lines()) == before


ROWS = {
    "kegiatan": "tahun,nip,no,uraian\n2017,{},1,Lain",
    "tambahan": "tahun,nip,no,jenis,uraian\n2017,{},1,tugas_tambahan,Lain",
    "perilaku": "tahun,nip,disiplin\n2017,{},70",
    "nilai_luar": "tahun,nip,jenis,nilai,sumber\n2017,{},skp,70,Lain",
    "pengecualian": "tahun,nip,alasan,tanggal\n2017,{},cltn,2017-02-01",
    "bagian": "tahun,nip,bagian,jabatan\n2017,{},1,Lain",
}


@pytest.mark.parametrize("jenis", ROWS)
def test_a_row_of_a_signed_appraisal_is_refused_by_import(locked: Office, jenis: str) -> None:
    before = (locked.content(), locked.lines())
    done = locked.impor(jenis, ROWS[jenis].format(BRAM))
    assert [satu.pesan for satu in done.rencana.ditolak if "sudah dikunci" in satu.pesan]
    assert done.status == 2
    assert (locked.content(), locked.lines()) == before


OF_LOCKED = "(SELECT id FROM penilaian WHERE dikunci IS NOT NULL)"
PART = f"(SELECT id FROM bagian WHERE penilaian_id = {OF_LOCKED})"
RAW = [
    f"UPDATE kegiatan SET uraian = 'x' WHERE bagian_id = {PART}",
    f"DELETE FROM kegiatan WHERE bagian_id = {PART}",
    f"INSERT INTO kegiatan (bagian_id, no, uraian) VALUES ({PART}, 9, 'x')",
    f"UPDATE kegiatan SET bagian_id = {PART}, no = 9 WHERE bagian_id <> {PART}",
    f"INSERT INTO tambahan (bagian_id, jenis, no, uraian) SELECT {PART}, 'tugas_tambahan', 9, 'x'",
    f"UPDATE bagian SET jabatan = 'x' WHERE penilaian_id = {OF_LOCKED}",
    f"DELETE FROM bagian WHERE penilaian_id = {OF_LOCKED}",
    f"INSERT INTO bagian (penilaian_id, nomor) VALUES ({OF_LOCKED}, 2)",
    f"UPDATE perilaku SET disiplin = '1' WHERE penilaian_id = {OF_LOCKED}",
    f"DELETE FROM perilaku WHERE penilaian_id = {OF_LOCKED}",
    f"REPLACE INTO perilaku (penilaian_id) VALUES ({OF_LOCKED})",
    f"INSERT INTO catatan (penilaian_id, tanggal, isi) VALUES ({OF_LOCKED}, '2017-02-01', 'x')",
    f"UPDATE catatan SET isi = 'x' WHERE penilaian_id = {OF_LOCKED}",
    f"UPDATE catatan SET penilaian_id = {OF_LOCKED} WHERE penilaian_id <> {OF_LOCKED}",
    f"DELETE FROM catatan WHERE penilaian_id = {OF_LOCKED}",
    f"INSERT INTO evaluasi (penilaian_id, periode) VALUES ({OF_LOCKED}, 'tahunan')",
    (
        "INSERT INTO nilai_luar (penilaian_id, jenis, bagian, nilai, sumber) "
        f"VALUES ({OF_LOCKED}, 'akademik', 0, '1', 'x')"
    ),
    (
        "INSERT INTO pengecualian (pegawai_id, periode_id, alasan, tanggal) "
        "SELECT pegawai_id, periode_id, 'cltn', '2017-01-01' FROM penilaian WHERE dikunci NOT NULL"
    ),
    "UPDATE penilaian SET saksi = '{}' WHERE dikunci IS NOT NULL",
    "UPDATE penilaian SET disepakati = NULL WHERE dikunci IS NOT NULL",
    "DELETE FROM penilaian WHERE dikunci IS NOT NULL",
    "UPDATE periode SET kuantitas_nol = 'hitung'",
    "UPDATE periode SET kebijakan_batas = 'lembar-bkn'",
    "UPDATE periode SET peraturan = 'PP30'",
    "UPDATE periode SET tahun = 2016",
]


@pytest.mark.parametrize("statement", RAW)
def test_the_database_itself_guards_what_is_signed(locked: Office, statement: str) -> None:
    with (
        closing(connect(locked.path, writing=True)) as connection,
        pytest.raises(sqlite3.IntegrityError, match=r"terkunci|beku"),
    ):
        connection.execute(statement)
    assert locked.findings() == []


def test_settings_that_touch_a_value_freeze_with_the_first_lock(locked: Office) -> None:
    with locked.writing() as writer:
        for nama, value in (("kuantitas_nol", "hitung"), ("kebijakan_batas", "lembar-bkn")):
            with pytest.raises(LockedError, match=f"{nama} tahun 2017 beku"):
                configuring.change_setting(writer, nama, value, 2017)
            configuring.change_setting(writer, nama, value, 2018)
        configuring.change_setting(writer, "kuantitas_nol", "nol", 2017)  # says what holds already
        for nama, value in (("penyebut", "dinilai"), ("target_indikator", "96")):
            configuring.change_setting(writer, nama, value, 2017)


def test_settings_thaw_when_the_last_lock_is_opened(locked: Office) -> None:
    with locked.writing() as writer:
        signing.reopen(writer, 2017, BRAM, "salah")
        configuring.change_setting(writer, "kuantitas_nol", "hitung", 2017)
    assert locked.findings() == []


def test_a_signed_appraisal_keeps_rank_post_unit_and_appraisers(locked: Office) -> None:
    before = locked.penilaian(BRAM).bagian
    locked.impor(
        "pegawai",
        "nip,nama,unit,golongan,jabatan,jenis_jabatan,penilai_nip\n"
        f"{BRAM},Bram Contoh,1.2,III/b,Penata,struktural,{KEPALA}\n"
        f"{SARI},Sari Lain,1.2,IV/a,Kepala Bidang,,\n",
    )
    assert locked.penilaian(BRAM).bagian == before
    assert before[0].penilai.nama == "Sari Contoh"
    assert locked.orang(BRAM).penilaian.unit == "1.1"
    assert locked.findings() == []


def test_who_has_only_an_academic_value_keeps_his_unit_and_post_too(office: Office) -> None:
    office.impor("nilai_luar", f"tahun,nip,jenis,nilai,sumber\n2017,{KEPALA},akademik,88,UI\n")
    office.impor(
        "perilaku",
        "tahun,nip,orientasi_pelayanan,integritas,komitmen,disiplin,kerja_sama,kepemimpinan\n"
        f"2017,{KEPALA},85,86,87,88,89,60\n",
    )
    with office.writing() as writer:
        signing.lock(writer, 2017, [KEPALA], DAY)
    office.impor("pegawai", f"nip,nama,unit,jenis_jabatan\n{KEPALA},Kepala Contoh,1.2,-\n")
    assert office.penilaian(KEPALA).unit == "1"
    assert office.findings() == []
