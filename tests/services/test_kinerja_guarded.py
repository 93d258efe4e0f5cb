"""The rows of an SKP from 2022 on: what is refused, and what lock and periksa guard."""

import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import Evaluasi, Peringkat
from skp_tui.domain.kinerja import (
    BarisIndikator,
    CapaianOrganisasi,
    Ekspektasi,
    HasilKerja,
    Indikator,
    JenisLampiran,
    Lampiran,
    NilaiBerakhlak,
)
from skp_tui.domain.parts import Isi, with_row
from skp_tui.errors import InputError, LockedError
from skp_tui.services.entry import entry
from skp_tui.services.signing import signing
from skp_tui.storage.database.connection import connect
from tests.services.kinerja import TAHUN, indikator, plan
from tests.services.kinerja_steps import (
    HERE,
    NEW,
    STEPS,
    judge,
    kind,
    own,
)
from tests.services.office import BRAM, SARI, Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return plan(Office.filled(tmp_path))


# What is refused


REFUSED: tuple[tuple[Isi, str], ...] = (
    (BarisIndikator(1, Indikator(9, "x", realisasi=Decimal(1))), "isi dahulu targetnya"),
    (BarisIndikator(1, Indikator(9, "x", target="ada", satuan="laporan")), "satuan hanya"),
    (BarisIndikator(1, Indikator(9, "x", target=Decimal(-1))), "tidak boleh negatif"),
    (BarisIndikator(9, Indikator(1, "x")), "Hasil kerja 9 tahun 2025 belum ada"),
    (HasilKerja(1, "Dua kali"), "sudah terpakai"),
    (Lampiran(JenisLampiran.KONSEKUENSI, 1, "Dua kali"), "sudah terpakai"),
)


@pytest.mark.parametrize(("isi", "words"), REFUSED, ids=kind)
def test_what_cannot_be_is_refused_in_words_and_nothing_changes(
    office: Office, isi: Isi, words: str
) -> None:
    before = office.content(), office.lines()
    with office.writing() as writer, pytest.raises(InputError, match=words):
        entry.save(writer, HERE, isi, [], "baru", baru=True)
    assert (office.content(), office.lines()) == before


def test_a_row_that_is_gone_is_not_brought_back_by_a_column_of_it(office: Office) -> None:
    gone = indikator(office, 1, 1)
    with office.writing() as writer:
        entry.remove(writer, HERE, gone, "hapus")
        with pytest.raises(InputError, match="sudah tidak ada"):
            entry.save(writer, HERE, gone, ["realisasi"], "sel")


@pytest.mark.parametrize(
    "isi",
    [Ekspektasi(NilaiBerakhlak.ADAPTIF, "Cepat belajar"), Evaluasi("bulan-01", Peringkat.SESUAI)],
    ids=kind,
)
def test_a_row_that_everybody_has_is_added_with_its_first_column(office: Office, isi: Isi) -> None:
    with office.writing() as writer:
        entry.save(writer, HERE, isi, ["ekspektasi", "hasil_kerja"], "sel")
    assert own(office) == with_row(own(office), 1, isi)


def test_how_well_a_unit_did_is_told_of_a_unit_that_there_is(office: Office) -> None:
    with office.writing() as writer, pytest.raises(InputError, match=r"Unit 9 tidak ada"):
        judge("9", CapaianOrganisasi.BAIK)(office, writer)


# The lock


@pytest.fixture
def locked(office: Office) -> Office:
    with office.writing() as writer:
        signing.lock(writer, TAHUN, [BRAM], date(2026, 1, 5))
    return office


@pytest.mark.parametrize("isi", NEW, ids=kind)
def test_a_signed_appraisal_takes_no_new_row(locked: Office, isi: Isi) -> None:
    before = locked.content(), locked.lines()
    with locked.writing() as writer, pytest.raises(LockedError, match="terkunci"):
        entry.save(writer, HERE, isi, [], "baru", baru=True)
    assert (locked.content(), locked.lines()) == before


OF_LOCKED = "(SELECT id FROM penilaian WHERE dikunci IS NOT NULL)"
PART = f"(SELECT id FROM bagian WHERE penilaian_id = {OF_LOCKED})"
RESULT = f"(SELECT id FROM hasil_kerja WHERE bagian_id = {PART} AND no = 1)"
OPEN = "(SELECT min(id) FROM penilaian WHERE dikunci IS NULL)"
RAW = [
    f"INSERT INTO hasil_kerja (bagian_id, no, uraian) VALUES ({PART}, 9, 'x')",
    f"UPDATE hasil_kerja SET uraian = 'x' WHERE bagian_id = {PART}",
    f"UPDATE hasil_kerja SET bagian_id = {PART}, no = 9 WHERE bagian_id <> {PART}",
    f"DELETE FROM hasil_kerja WHERE bagian_id = {PART}",
    f"REPLACE INTO hasil_kerja (bagian_id, no, uraian) VALUES ({PART}, 1, 'x')",
    f"INSERT INTO indikator (hasil_kerja_id, no, uraian) VALUES ({RESULT}, 9, 'x')",
    f"UPDATE indikator SET realisasi = '1' WHERE hasil_kerja_id = {RESULT}",
    f"UPDATE indikator SET hasil_kerja_id = {RESULT}, no = 9 WHERE uraian = 'Indeks kepuasan'",
    (
        "UPDATE indikator SET no = 9, hasil_kerja_id = (SELECT h.id FROM hasil_kerja h "
        f"WHERE h.bagian_id <> {PART}) WHERE hasil_kerja_id = {RESULT} AND no = 1"
    ),
    f"DELETE FROM indikator WHERE hasil_kerja_id = {RESULT}",
    f"INSERT INTO ekspektasi (penilaian_id, perilaku) VALUES ({OF_LOCKED}, 'loyal')",
    f"UPDATE ekspektasi SET umpan_balik = 'x' WHERE penilaian_id = {OF_LOCKED}",
    f"UPDATE ekspektasi SET penilaian_id = {OPEN} WHERE penilaian_id = {OF_LOCKED}",
    f"DELETE FROM ekspektasi WHERE penilaian_id = {OF_LOCKED}",
    (
        "INSERT INTO lampiran (penilaian_id, jenis, no, uraian) "
        f"VALUES ({OF_LOCKED}, 'konsekuensi', 9, 'x')"
    ),
    f"UPDATE lampiran SET uraian = 'x' WHERE penilaian_id = {OF_LOCKED}",
    f"UPDATE lampiran SET penilaian_id = {OPEN} WHERE penilaian_id = {OF_LOCKED}",
    f"DELETE FROM lampiran WHERE penilaian_id = {OF_LOCKED}",
    f"UPDATE periode SET peraturan = 'PP46' WHERE tahun = {TAHUN}",
]


@pytest.mark.parametrize("statement", RAW)
def test_the_database_itself_guards_what_is_signed(locked: Office, statement: str) -> None:
    with (
        closing(connect(locked.path, writing=True)) as connection,
        pytest.raises(sqlite3.IntegrityError, match=r"terkunci|beku"),
    ):
        connection.execute(statement)
    assert locked.findings() == []


def test_how_well_the_unit_did_touches_no_value_and_stays_open(locked: Office) -> None:
    with locked.writing() as writer:
        judge("1.1", CapaianOrganisasi.ISTIMEWA)(locked, writer)
    assert locked.findings() == []


# periksa


FOREIGN = [
    ("UPDATE indikator SET realisasi = '999' WHERE uraian = 'Jumlah berkas'", "realisasi"),
    ("UPDATE hasil_kerja SET uraian = 'lain' WHERE no = 2", "uraian"),
    ("UPDATE ekspektasi SET ekspektasi = NULL WHERE perilaku = 'akuntabel'", "ekspektasi"),
    ("DELETE FROM lampiran WHERE jenis = 'konsekuensi'", "lampiran"),
    ("UPDATE capaian_organisasi SET capaian = 'istimewa'", "capaian"),
    (
        (
            "INSERT INTO capaian_organisasi (periode_id, unit_id, capaian) "
            "SELECT periode_id, 1, 'baik' FROM capaian_organisasi LIMIT 1"
        ),
        "capaian_organisasi",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "words"), FOREIGN)
def test_periksa_tells_of_every_row_that_a_foreign_hand_changed(
    office: Office, statement: str, words: str
) -> None:
    assert office.findings() == []
    office.raw(statement)
    assert any("tidak sesuai dengan jejak" in satu and words in satu for satu in office.findings())


def test_a_row_of_somebody_else_stays_untouched(office: Office) -> None:
    before = office.penilaian(SARI, TAHUN)
    with office.writing() as writer:
        for act in (STEPS["hapus hasil kerja"], STEPS["baru 0"], STEPS["ubah 2"]):
            act(office, writer)
    assert office.penilaian(SARI, TAHUN) == before
