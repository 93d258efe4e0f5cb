"""Every committed change can be taken back, last first; a signature with a reason only."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import JenisTambahan, Tambahan
from skp_tui.errors import DatabaseError, InputError, LockedError
from skp_tui.services.base import editing, importing
from skp_tui.services.base.views import unit_view
from skp_tui.services.entry import entry
from skp_tui.services.history import undoing
from skp_tui.services.office import configuring
from skp_tui.services.sending import sending
from skp_tui.services.signing import signing
from skp_tui.storage.trail.agreed import read_history
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import (
    BRAM,
    KEPALA,
    NOW,
    SARI,
    UNKNOWN,
    Isi,
    Office,
    kegiatan,
    last_step,
    tempat,
)

NEW_NIP = "197508172000122011"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office.filled(tmp_path)
    office.impor("nilai_luar", f"tahun,nip,jenis,nilai,sumber\n2017,{SARI},skp,88,Dinas Lain\n")
    office.impor("pengecualian", f"tahun,nip,alasan,tanggal\n2017,{KEPALA},pensiun,2017-06-01\n")
    office.impor("tambahan", f"tahun,nip,no,jenis,uraian\n2017,{BRAM},1,tugas_tambahan,Panitia\n")
    return office


def save_cell(office: Office, writer: Writer) -> None:
    changed = kegiatan(office, realisasi_kuantitas=Decimal(50))
    entry.save(writer, tempat(), changed, ["realisasi_kuantitas"], "sel")


def clear_cell(office: Office, writer: Writer) -> None:
    changed = kegiatan(office, realisasi_kuantitas=None)
    entry.save(writer, tempat(), changed, ["realisasi_kuantitas"], "sel")


def new_row(_: Office, writer: Writer) -> None:
    row = Tambahan(JenisTambahan.TUGAS_TAMBAHAN, 7, "Panitia baru")
    entry.save(writer, tempat(KEPALA), row, [], "baris baru", baru=True)


def remove_row(office: Office, writer: Writer) -> None:
    entry.remove(writer, tempat(), kegiatan(office, 2), "hapus kegiatan 2")


def remove_person(_: Office, writer: Writer) -> None:
    editing.remove_person(writer, BRAM, "Bram Contoh")


def correct_nip(_: Office, writer: Writer) -> None:
    editing.correct_nip(writer, SARI, NEW_NIP)


def edit_person(_: Office, writer: Writer) -> None:
    isian = {"nip": BRAM, "nama": "Bram Lain", "unit": "1.2", "golongan": "III/b"}
    assert not editing.save_records(writer, "pegawai", [isian], "ubah").ditolak


def new_unit(_: Office, writer: Writer) -> None:
    isian = {"kode": "1.3", "nama": "Bidang Baru", "induk": "1"}
    assert not editing.save_records(writer, "unit", [isian], "unit").ditolak


def remove_unit(_: Office, writer: Writer) -> None:
    editing.remove_unit(writer, "1.2")


def remove_exception(_: Office, writer: Writer) -> None:
    editing.remove_exception(writer, 2017, KEPALA, "Kepala")


def set_of_period(_: Office, writer: Writer) -> None:
    configuring.change_setting(writer, "target_indikator", "96", 2017)


def set_of_new_period(_: Office, writer: Writer) -> None:
    configuring.change_setting(writer, "penyebut", "dinilai", 2019)


def set_of_program(_: Office, writer: Writer) -> None:
    configuring.change_setting(writer, "tempat", "Kota Contoh", None)


def set_many(_: Office, writer: Writer) -> None:
    assert not configuring.change_settings(writer, {"tempat": "Kota", "tema": "terang"}, None)


def new_year(_: Office, writer: Writer) -> None:
    configuring.create_period(writer, 2018)


def agree(_: Office, writer: Writer) -> None:
    signing.agree(writer, 2017, [BRAM, SARI], date(2017, 1, 20))


def import_later_year(office: Office, writer: Writer) -> None:
    file = office.path.with_name("lagi.csv")
    file.write_text(
        f"tahun,nip,no,uraian\n2018,{BRAM},1,Menata\n2018,{SARI},1,Menyusun\n2017,{BRAM},9,Lagi\n"
    )
    pesanan = importing.order("kegiatan", [file], tahun=None, unit=None)
    with writer.reading() as connection:
        stok = importing.stock(connection, pesanan.jenis)
    rencana = importing.make_plan(pesanan, importing.read_tables(pesanan), stok)
    assert not rencana.ditolak
    importing.apply_plan(writer, rencana, "impor")


Change = Callable[[Office, Writer], None]
CHANGES: tuple[Change, ...] = (
    save_cell, clear_cell, new_row, remove_row, remove_person, correct_nip, edit_person, new_unit,
    remove_unit, remove_exception, set_of_period, set_of_new_period, set_of_program, set_many,
    new_year, agree, import_later_year,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_is_one_step_and_is_taken_back_whole(office: Office, change: Change) -> None:
    before, lines = rows_of(office.content()), office.lines()
    with office.writing() as writer:
        start = last_step(writer)
        change(office, writer)
        assert last_step(writer) == start + 1
        changed = office.content()
        assert rows_of(changed) != before
        [step] = writer.steps(start)
        touched = [(satu.tabel, satu.kunci) for satu in step.changes]
        assert len(set(touched)) == len(touched)
        assert set(touched) == differing(before, rows_of(changed))
        undone = writer.undo(start)
        assert undone is not None
        assert undone.langkah == start + 1
        assert rows_of(office.content()) == before
        assert writer.undo(start) is None
    assert office.lines()[: len(lines)] == lines
    assert office.findings() == []


def differing(before: Isi, after: Isi) -> set[tuple[str, int]]:
    """Return which records are not the same."""
    tables = before.keys() | after.keys()
    keys = {(tabel, key) for tabel in tables for key in (before | after)[tabel]}
    keys |= {(tabel, key) for tabel in before for key in before[tabel]}
    return {
        (tabel, key)
        for tabel, key in keys
        if before.get(tabel, {}).get(key) != after.get(tabel, {}).get(key)
    }


def test_all_changes_of_a_sitting_are_taken_back_one_after_another(office: Office) -> None:
    before = rows_of(office.content())
    with office.writing() as writer:
        start = last_step(writer)
        first = {remove_person, correct_nip, remove_unit}
        together = [satu for satu in CHANGES if satu not in first]
        for change in together:
            change(office, writer)
        undone = []
        while (step := writer.undo(start)) is not None:
            undone.append(step.langkah)
    assert undone == list(range(start + len(together), start, -1))
    assert rows_of(office.content()) == before
    assert office.findings() == []


def rows_of(content: Isi) -> Isi:
    """Return the rows; the tables that are empty say nothing."""
    return {tabel: rows for tabel, rows in content.items() if rows}


def test_nothing_before_the_sitting_is_taken_back(office: Office) -> None:
    with office.writing() as writer:
        assert writer.undo(last_step(writer)) is None


def test_after_an_undo_and_a_new_change_the_new_one_is_taken_back_first(office: Office) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        for change in (save_cell, new_unit):
            change(office, writer)
        writer.undo(start)
        set_of_program(office, writer)
        first, second = writer.undo(start), writer.undo(start)
    assert first is not None
    assert second is not None
    assert first.sebab.startswith("pengaturan tempat")
    assert second.sebab == "sel"


def send(office: Office, writer: Writer, folder: Path, tahun: int = 2017) -> None:
    with writer.reading() as connection:
        view = unit_view(connection, tahun, "1")
    sending.send_package(writer, view, folder, NOW, sebagian=True)
    assert office.content()["kiriman"]


def test_what_was_sent_is_never_taken_back(office: Office, tmp_path: Path) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        save_cell(office, writer)
        send(office, writer, tmp_path / "kirim")
        undone = writer.undo(start)
        assert undone is not None
        assert undone.sebab == "sel"
        assert writer.undo(start) is None
    assert len(office.content()["kiriman"]) == 1
    assert office.findings() == []


def test_what_was_sent_of_a_new_year_stays_with_its_year(office: Office, tmp_path: Path) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        send(office, writer, tmp_path / "kirim", 2016)
        assert writer.undo(start) is None
    assert len(office.content()["kiriman"]) == 1


def test_what_something_sent_rests_on_is_not_taken_back(office: Office, tmp_path: Path) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        configuring.create_period(writer, 2018)
        send(office, writer, tmp_path / "kirim", 2018)
        before, lines = office.content(), office.lines()
        with pytest.raises(DatabaseError, match="masih ada yang memerlukannya, misalnya kiriman"):
            writer.undo(start)
        assert (office.content(), office.lines()) == (before, lines)
        save_cell(office, writer)
    assert office.findings() == []


def test_a_lock_is_not_taken_back_without_a_reason_and_nothing_changes(office: Office) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        save_cell(office, writer)
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
        before, lines = office.content(), office.lines()
        with pytest.raises(LockedError, match="mengunci penilaian"):
            writer.undo(start)
        assert (office.content(), office.lines()) == (before, lines)


def test_after_a_reopening_undo_goes_on_through_the_lock_with_a_reason(office: Office) -> None:
    with office.writing() as writer:
        start, before = last_step(writer), office.content()
        save_cell(office, writer)
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
        signing.reopen(writer, 2017, BRAM, "salah ketik")
        again = undoing.take_back(writer, start, start)
        assert again.kalimat == (
            "Buka kembali Bram Contoh 2017: salah ketik — dibatalkan. Penilaiannya terkunci lagi."
        )
        assert office.penilaian(BRAM).dikunci == date(2018, 1, 5)
        asked = undoing.take_back(writer, start, start, sadar=True)
        assert (asked.tanya, asked.beralasan, asked.berubah) == (undoing.OPEN_AGAIN, True, False)
        assert asked.kalimat == (
            "Langkah terakhir: kunci Bram Contoh 2017: 5 Januari 2018. Membatalkannya membuka "
            "kembali yang dikunci itu, jadi perlu alasan; ia tercatat dalam jejak. Ctrl+Y "
            "menguncinya lagi."
        )
        told = undoing.take_back(writer, start, start, sadar=True, alasan="lembar tertukar")
        assert told.kalimat == "Kunci Bram Contoh 2017: 5 Januari 2018 — dibatalkan."
        assert office.penilaian(BRAM).dikunci is None
        assert undoing.take_back(writer, start, start).kalimat == "Sel — dibatalkan."
        assert office.content() == before
    assert office.findings() == []


def test_the_reason_for_which_a_lock_was_taken_back_stays_in_the_sheet(office: Office) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        save_cell(office, writer)
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
        for _ in range(2):
            undoing.take_back(writer, start, start, alasan="lembar tertukar")
        with writer.reading() as connection:
            told = read_history(connection, 2017, BRAM)
    assert told.tanda_tangan == (date(2018, 1, 5),)
    [opened] = told.pembukaan
    assert opened.sebab == "buka kembali Bram Contoh 2017: lembar tertukar"
    assert signing.reason_in(opened.sebab, 2017) == "lembar tertukar"


def test_many_who_were_locked_at_once_are_opened_at_once_and_locked_again(office: Office) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        signing.lock(writer, 2017, [BRAM, SARI], date(2018, 1, 5))
        locked = office.content()
        undoing.take_back(writer, start, start, alasan="tanggal keliru")
        opened = [office.penilaian(nip).dikunci for nip in (BRAM, SARI)]
        assert opened == [None, None]
        assert undoing.repeat(writer, start).kalimat.startswith("Kunci 2 penilaian 2017")
        assert office.content() == locked
        with writer.reading() as connection:
            [once] = read_history(connection, 2017, SARI).pembukaan
        assert signing.reason_in(once.sebab, 2017) == "tanggal keliru"
    assert office.findings() == []


@pytest.mark.parametrize("alasan", [" ", "x" * 121])
def test_a_reason_that_is_none_opens_nothing(office: Office, alasan: str) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
        before = (office.content(), office.lines())
        with pytest.raises(InputError, match=r"[Aa]lasan"):
            undoing.take_back(writer, 0, 0, alasan=alasan)
        assert (office.content(), office.lines()) == before


def test_a_row_that_is_gone_is_removed_in_words(office: Office) -> None:
    with office.writing() as writer:
        row = kegiatan(office, 2)
        entry.remove(writer, tempat(), row, "hapus")
        with pytest.raises(InputError, match="sudah tidak ada"):
            entry.remove(writer, tempat(), row, "hapus lagi")
        with pytest.raises(InputError, match="sudah tidak ada"):
            editing.remove_exception(writer, 2019, BRAM, "Bram")


def test_a_nip_is_corrected_everywhere_at_once(office: Office) -> None:
    with office.writing() as writer:
        assert editing.correct_nip(writer, SARI, NEW_NIP) == NEW_NIP
    assert office.penilaian(BRAM).pegawai.penilai.nip == NEW_NIP
    assert office.penilaian(BRAM).pegawai.penilai.nama == "Sari Contoh"
    assert office.penilaian(NEW_NIP).bagian[0].kegiatan


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (SARI, BRAM, "sudah dipakai pegawai lain"),
        (SARI, "12", "18 angka"),
        (UNKNOWN, NEW_NIP, "Tidak ada yang ber-NIP"),
    ],
)
def test_a_nip_that_cannot_be_is_refused(office: Office, old: str, new: str, words: str) -> None:
    before = (office.content(), office.lines())
    with office.writing() as writer, pytest.raises(InputError, match=words):
        editing.correct_nip(writer, old, new)
    assert (office.content(), office.lines()) == before


def test_a_unit_in_use_is_not_removed(office: Office) -> None:
    with office.writing() as writer, pytest.raises(InputError, match="1 pegawai"):
        editing.remove_unit(writer, "1")


def test_a_cell_that_cannot_be_is_refused_in_words(office: Office) -> None:
    before = office.lines()
    with office.writing() as writer:
        bad = kegiatan(office, target_kuantitas=Decimal(0))
        with pytest.raises(InputError, match="harus lebih dari 0"):
            entry.save(writer, tempat(), bad, ["target_kuantitas"], "sel")
        with pytest.raises(InputError, match="Bagian 2 tahun 2017 belum ada"):
            entry.save(writer, tempat(bagian=2), kegiatan(office), [], "sel", baru=True)
        with pytest.raises(InputError, match="Tidak ada pegawai"):
            entry.save(writer, tempat(UNKNOWN), kegiatan(office), [], "sel", baru=True)
    assert office.lines() == before


def test_texts_of_a_form_are_stored_as_typed(office: Office) -> None:
    with office.writing() as writer:
        for nama in ("'=1+2", "=1+2", "'5 laporan", "@kantor", "-5 derajat", "'"):
            isian = {"kode": "1.2", "nama": nama}
            assert not editing.save_records(writer, "unit", [isian], "unit").ditolak
            assert office.content()["unit"][3]["nama"] == nama


def test_a_refused_change_of_a_locked_appraisal_names_the_way_that_there_is(
    office: Office,
) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
        row = kegiatan(office, realisasi_kuantitas=Decimal(1))
        with pytest.raises(LockedError) as refused:
            entry.save(writer, tempat(), row, ["realisasi_kuantitas"], "sel")
    assert refused.value.kalimat() == (
        "Penilaian terkunci tidak dapat diubah. Buka kembali dahulu lewat Lembar penilaian "
        "(L di layar Unit, Ctrl+L di Isi)."
    )


def test_only_a_record_that_is_absent_is_added_and_a_bug_stays_one(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(*_: object) -> dict[str, object]:
        raise KeyError("uraian")

    monkeypatch.setattr("skp_tui.storage.changes.apply_year._filling", bug)
    before = office.content()
    with office.writing() as writer, pytest.raises(KeyError):
        entry.remove(writer, tempat(), kegiatan(office), "hapus")
    assert office.content() == before


def test_settings_of_a_form_are_stored_all_or_none(office: Office) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
        before = office.content()
        with pytest.raises(LockedError, match="kuantitas_nol tahun 2017 beku"):
            configuring.change_settings(
                writer, {"target_indikator": "95", "kuantitas_nol": "hitung"}, 2017
            )
        assert office.content() == before
        problems = configuring.change_settings(
            writer, {"target_indikator": "95", "pita_capaian": "1"}, 2017
        )
        assert [satu.kolom for satu in problems] == ["pita_capaian"]
        assert office.content() == before
        same = {"target_indikator": "95", "kuantitas_nol": "nol", "batas_waktu": ""}
        assert not configuring.change_settings(writer, same, 2017)
        assert writer.steps()[-1].sebab == "pengaturan target_indikator: 95, batas_waktu: - (2017)"
