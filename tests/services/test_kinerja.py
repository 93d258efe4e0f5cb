"""The rows of an SKP from 2022 on: stored whole, taken back whole, and guarded by the lock."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import Evaluasi, Penilaian, Peringkat
from skp_tui.domain.kinerja import (
    BarisIndikator,
    CapaianOrganisasi,
    Ekspektasi,
    HasilKerja,
    Indikator,
    JenisHasil,
    JenisLampiran,
    Lampiran,
    NilaiBerakhlak,
)
from skp_tui.domain.parts import Isi, Terhapus, with_row, without_row
from skp_tui.errors import InputError, LockedError
from skp_tui.services import editing, entry, moving, part_removal, signing
from skp_tui.services.history import Lihat, page
from skp_tui.services.views import unit_view
from skp_tui.storage.capaian import set_capaian
from skp_tui.storage.connection import connect
from skp_tui.storage.looking import reading
from skp_tui.storage.writer import Writer
from tests.services.kinerja import OF_PERSON, TAHUN, hasil, indikator, plan
from tests.services.office import BRAM, KEPALA, SARI, Office, last_step, tempat

HERE = tempat(BRAM, 1, TAHUN)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return plan(Office.filled(tmp_path))


def own(office: Office) -> Penilaian:
    return office.penilaian(BRAM, TAHUN)


# Every kind of row: added, changed, removed, taken back, repeated

NEW: tuple[Isi, ...] = (
    HasilKerja(3, "Arsip digital tersedia", JenisHasil.UTAMA, "Arsip tertib"),
    BarisIndikator(2, Indikator(2, "Anggaran terserap", "biaya", Decimal(2500000), "rupiah")),
    BarisIndikator(2, Indikator(7, "Berita acara", target="ada", realisasi="ada", bukti="BA 7")),
    Ekspektasi(NilaiBerakhlak.LOYAL, "Jaga rahasia jabatan"),
    Lampiran(JenisLampiran.SKEMA, 1, "Laporan setiap Jumat"),
    Evaluasi("bulan-07", Peringkat.SESUAI),
)
CHANGED: tuple[tuple[Isi, str], ...] = (
    (HasilKerja(1, "Berkas tertata semua", rencana_pimpinan="Layanan membaik"), "uraian"),
    (BarisIndikator(1, Indikator(1, "Jumlah berkas", target="semua")), "target satuan realisasi"),
    (Ekspektasi(NilaiBerakhlak.AKUNTABEL, "Catat tiap hari", "Baik"), "ekspektasi"),
    (Lampiran(JenisLampiran.KONSEKUENSI, 1, "Teguran"), "uraian"),
    (Evaluasi("tahunan", Peringkat.DI_ATAS, Peringkat.SESUAI), "hasil_kerja"),
)


def kind(isi: object) -> str:
    return type(isi).__name__ if not isinstance(isi, str) else isi.replace(" ", "+")


@pytest.mark.parametrize("isi", NEW, ids=kind)
def test_a_new_row_is_stored_as_the_screen_shows_it(office: Office, isi: Isi) -> None:
    expected = with_row(own(office), 1, isi)
    with office.writing() as writer:
        entry.save(writer, HERE, isi, [], "baru", baru=True)
    assert own(office) == expected
    assert office.findings() == []


@pytest.mark.parametrize(("isi", "kolom"), CHANGED, ids=kind)
def test_a_changed_row_is_stored_as_the_screen_shows_it(
    office: Office, isi: Isi, kolom: str
) -> None:
    with office.writing() as writer:
        entry.save(writer, HERE, isi, kolom.split(), "ubah")
        [step] = writer.steps(last_step(writer) - 1)
    stored = own(office)
    assert with_row(stored, 1, _stored(stored, isi)) == stored
    [change] = step.changes
    assert set(change.baru or {}) <= set(kolom.split())
    assert office.findings() == []


def _stored(penilaian: Penilaian, isi: Isi) -> Isi:
    """Return the stored row of the same place."""
    [part] = penilaian.bagian
    results = {satu.no: satu for satu in part.hasil_kerja}
    if isinstance(isi, HasilKerja):
        return results[isi.no]
    if isinstance(isi, BarisIndikator):
        of_result = {satu.no: satu for satu in results[isi.no_hasil].indikator}
        return BarisIndikator(isi.no_hasil, of_result[isi.indikator.no])
    return isi


def add(isi: Isi) -> Callable[[Office, Writer], object]:
    return lambda _, writer: entry.save(writer, HERE, isi, [], "baru", baru=True)


def change(isi: Isi, kolom: str) -> Callable[[Office, Writer], object]:
    return lambda _, writer: entry.save(writer, HERE, isi, kolom.split(), "ubah")


def remove(isi: Terhapus) -> Callable[[Office, Writer], object]:
    return lambda _, writer: entry.remove(writer, HERE, isi, "hapus")


def remove_everybody(_: Office, writer: Writer) -> None:
    editing.remove_person(writer, BRAM, "Bram Contoh")


def remove_unit(_: Office, writer: Writer) -> None:
    editing.remove_unit(writer, "1.2")


def judge(unit: str, capaian: CapaianOrganisasi | None) -> Callable[[Office, Writer], None]:
    def act(_: Office, writer: Writer) -> None:
        with writer.change("capaian organisasi") as work:
            set_capaian(work, TAHUN, unit, capaian)

    return act


STEPS: dict[str, Callable[[Office, Writer], object]] = {
    **{f"baru {place}": add(isi) for place, isi in enumerate(NEW)},
    **{f"ubah {place}": change(*satu) for place, satu in enumerate(CHANGED)},
    "hapus hasil kerja": remove(HasilKerja(1, "")),
    "hapus indikator": remove(BarisIndikator(1, Indikator(2, ""))),
    "hapus ekspektasi": remove(Ekspektasi(NilaiBerakhlak.AKUNTABEL)),
    "hapus lampiran": remove(Lampiran(JenisLampiran.DUKUNGAN, 1, "")),
    "hapus evaluasi": remove(Evaluasi("triwulan-1")),
    "hapus pegawai": remove_everybody,
    "hapus unit": remove_unit,
    "capaian baru": judge("1", CapaianOrganisasi.ISTIMEWA),
    "capaian ubah": judge("1.1", CapaianOrganisasi.KURANG),
    "capaian hapus": judge("1.1", None),
}


@pytest.mark.parametrize("act", STEPS.values(), ids=STEPS)
def test_every_step_is_one_that_is_taken_back_and_repeated_whole(
    office: Office, act: Callable[[Office, Writer], object]
) -> None:
    before = office.content()
    with office.writing() as writer:
        start = last_step(writer)
        act(office, writer)
        after = office.content()
        assert after != before
        assert len(writer.steps(start)) == 1
        writer.undo(start)
        assert office.content() == before
        assert office.findings() == []
        writer.redo(start)
    assert office.content() == after
    assert office.findings() == []


# What goes where its owner goes


def test_a_result_goes_with_its_indicators_and_comes_back_with_them(office: Office) -> None:
    whole = hasil(office)
    assert len(whole.indikator) == 2
    with office.writing() as writer:
        entry.remove(writer, HERE, whole, "hapus hasil kerja 1")
        assert [satu.no for satu in own(office).bagian[0].hasil_kerja] == [2]
        assert len(office.content()["indikator"]) == 2
        writer.undo()
    assert hasil(office) == whole


def test_a_person_goes_with_every_row_of_his(office: Office) -> None:
    with office.writing() as writer:
        editing.remove_person(writer, BRAM, "Bram Contoh")
    left = office.content()
    assert {tabel: len(left[tabel]) for tabel in OF_PERSON} == {
        "hasil_kerja": 1, "indikator": 1, "ekspektasi": 0, "lampiran": 0,
    }  # fmt: skip
    assert office.findings() == []


def test_a_unit_takes_along_how_well_it_did_and_nothing_else(office: Office) -> None:
    with office.writing() as writer:
        editing.remove_unit(writer, "1.2")
    assert {satu["unit"] for satu in office.records("capaian_organisasi", TAHUN)} == {"1.1"}
    assert len(office.records("indikator", TAHUN)) == 4


def test_a_corrected_nip_takes_every_row_along(office: Office) -> None:
    before, new = own(office), "197508172000122011"
    with office.writing() as writer:
        editing.correct_nip(writer, BRAM, new)
    after = office.penilaian(new, TAHUN)
    assert replace(after, pegawai=before.pegawai) == before
    assert office.findings() == []


MOVE = {"lama_mulai": "", "mulai": "01-07-2025", "unit": "1.2", "jabatan": "Analis Mutasi"}


@pytest.fixture
def moved(office: Office) -> Office:
    """Return an office in which Bram moved in 2025 and has results in both parts."""
    with office.writing() as writer:
        assert not moving.move(writer, TAHUN, BRAM, MOVE, ikut=True).ditolak
    second = f"tahun,nip,bagian,no,uraian\n2025,{BRAM},2,1,Mutasi lancar\n"
    of_second = f"tahun,nip,bagian,no_hasil,no,uraian,target\n2025,{BRAM},2,1,1,Usul,30\n"
    assert office.impor("hasil_kerja", second).status == 0
    assert office.impor("indikator", of_second).status == 0
    return office


def test_a_move_leaves_the_results_in_the_part_they_were_entered_in(moved: Office) -> None:
    first, second = own(moved).bagian
    assert [satu.uraian for satu in first.hasil_kerja] == [
        "Berkas kepegawaian tertata", "Panitia pelantikan terbantu",
    ]  # fmt: skip
    assert [satu.uraian for satu in second.hasil_kerja] == ["Mutasi lancar"]
    assert second.hasil_kerja[0].indikator == (Indikator(1, "Usul", target=Decimal(30)),)


@pytest.mark.parametrize("keep", [True, False])
def test_a_removed_part_moves_its_results_with_their_indicators_or_takes_them_along(
    moved: Office,
    keep: bool,
) -> None:
    before = moved.content()
    with moved.writing() as writer:
        part_removal.remove_last_part(writer, TAHUN, BRAM, 2, keep_content=keep, kembali=True)
    [part] = own(moved).bagian
    numbers = [(satu.no, satu.uraian, len(satu.indikator)) for satu in part.hasil_kerja]
    assert numbers[:2] == [
        (1, "Berkas kepegawaian tertata", 2),
        (2, "Panitia pelantikan terbantu", 1),
    ]
    assert numbers[2:] == ([(3, "Mutasi lancar", 1)] if keep else [])
    assert moved.findings() == []
    with moved.writing() as writer:
        writer.undo()
    assert moved.content() == before


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


# What the views and the trail say


def test_a_unit_knows_how_well_it_did_itself(office: Office) -> None:
    found = {}
    for kode in ("1", "1.1", "1.2"):
        with reading(office.path) as connection:
            found[kode] = unit_view(connection, TAHUN, kode).capaian
    assert found == {"1": None, "1.1": CapaianOrganisasi.BAIK, "1.2": CapaianOrganisasi.KURANG}


def test_a_year_without_a_row_has_no_capaian(office: Office) -> None:
    with reading(office.path) as connection:
        assert unit_view(connection, 2024, "1.1").capaian is None


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (
            change(BarisIndikator(1, Indikator(1, "x", realisasi=Decimal("1250.5"),
                                               target=Decimal(120))), "realisasi"),
            ("2025 hasil kerja 1 indikator 1", "realisasi", "118,5 → 1.250,5"),
        ),
        (change(HasilKerja(2, "Lain"), "uraian"),
         ("2025 hasil kerja 2", "uraian", "Panitia pelantikan terbantu → Lain")),
        (change(Ekspektasi(NilaiBerakhlak.AKUNTABEL, "Rapi"), "ekspektasi"),
         ("2025 ekspektasi akuntabel", "ekspektasi khusus pimpinan",
          "Catat setiap berkas → Rapi")),
        (add(Lampiran(JenisLampiran.SKEMA, 1, "Laporan")),
         ("2025 lampiran skema pertanggungjawaban 1", "baru", "Laporan")),
        (judge("1.1", CapaianOrganisasi.BUTUH_PERBAIKAN),
         ("2025 capaian organisasi Sekretariat", "capaian", "baik → butuh perbaikan")),
        (judge("1.1", None),
         ("2025 capaian organisasi Sekretariat", "dihapus", "baik")),
    ],
)  # fmt: skip
def test_the_trail_says_in_words_whose_and_what(
    office: Office, act: Callable[[Office, Writer], object], words: tuple[str, str, str]
) -> None:
    with office.writing() as writer:
        act(office, writer)
    first = page(lambda: reading(office.path), Lihat()).baris[0]
    assert (first.tempat, first.kolom, first.perubahan) == words
    assert first.nama == ("" if "capaian" in words[0] else "Bram Contoh")


def test_the_trail_of_a_person_has_his_new_rows_also_the_removed_ones(office: Office) -> None:
    with office.writing() as writer:
        entry.remove(writer, HERE, hasil(office), "hapus hasil kerja 1")
    of_bram = page(lambda: reading(office.path), Lihat(nip=BRAM)).baris
    places = {satu.tempat for satu in of_bram if satu.kolom == "dihapus"}
    assert places == {
        "2025 hasil kerja 1", "2025 hasil kerja 1 indikator 1", "2025 hasil kerja 1 indikator 2",
    }  # fmt: skip
    of_kepala = page(lambda: reading(office.path), Lihat(nip=KEPALA)).baris
    assert not any("hasil kerja" in satu.tempat for satu in of_kepala)


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


# In mind, before anything is stored


def test_a_result_that_is_changed_keeps_its_indicators_in_mind_too(office: Office) -> None:
    changed = with_row(own(office), 1, HasilKerja(1, "Lain"))
    [first, second] = changed.bagian[0].hasil_kerja
    assert (first.uraian, first.indikator) == ("Lain", hasil(office, 1).indikator)
    assert second == hasil(office, 2)


@pytest.mark.parametrize(
    "isi",
    [
        HasilKerja(2, ""), BarisIndikator(1, Indikator(2, "")),
        Ekspektasi(NilaiBerakhlak.AKUNTABEL), Lampiran(JenisLampiran.DUKUNGAN, 2, ""),
        Evaluasi("triwulan-1"),
    ],
    ids=kind,
)  # fmt: skip
def test_a_removed_row_is_gone_as_the_screen_shows_it(office: Office, isi: Terhapus) -> None:
    expected = without_row(own(office), 1, isi)
    assert expected != own(office)
    with office.writing() as writer:
        entry.remove(writer, HERE, isi, "hapus")
    assert own(office) == expected


def test_an_indicator_of_no_result_changes_nothing_in_mind(office: Office) -> None:
    stray = BarisIndikator(9, Indikator(1, "x"))
    assert with_row(own(office), 1, stray) == own(office)
