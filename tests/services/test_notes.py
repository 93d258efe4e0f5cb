"""The book of notes on perilaku: dated, numbered by date, and seen beside the judgement."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from skp_tui.errors import InputError
from skp_tui.services.entry import entry, notes, progress
from skp_tui.services.entry.notes import Buku
from skp_tui.storage.database.looking import reading
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import BRAM, KEPALA, SARI, Office, kegiatan, last_step, tempat

if TYPE_CHECKING:
    from collections.abc import Callable

NOTE = {"tanggal": "03-02-2017", "isi": "Menyelesaikan berkas rekan yang sakit."}


def book(office: Office, nip: str = BRAM, tahun: int = 2017) -> Buku:
    with reading(office.path) as connection:
        return notes.read_book(connection, tahun, nip)


def add(writer: Writer, nip: str = BRAM, tahun: int = 2017, **changed: str) -> None:
    assert not notes.save_note(writer, tahun, nip, None, {**NOTE, **changed}).ditolak


def test_the_book_is_read_by_date(office: Office) -> None:
    with office.writing() as writer:
        for day in ("31-12-2017", "01-01-2017", "15-08-2017"):
            add(writer, tanggal=day, isi=day)
    assert [satu.isi for satu in book(office).catatan] == ["01-01-2017", "15-08-2017", "31-12-2017"]
    assert book(office, SARI).catatan == ()


def test_a_note_is_one_step_that_names_person_and_day(office: Office) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        add(writer)
        [satu] = book(office).catatan
        assert not notes.save_note(writer, 2017, BRAM, satu.nomor, {**NOTE, "isi": "Lain"}).ditolak
        assert [note.isi for note in book(office).catatan] == ["Lain"]
        notes.remove_note(writer, "Bram Contoh", satu)
        assert book(office).catatan == ()
        assert [step.sebab for step in writer.steps(start)] == [
            "catatan perilaku Bram Contoh, 3 Februari 2017",
            "ubah catatan perilaku Bram Contoh, 3 Februari 2017",
            "hapus catatan perilaku Bram Contoh, 3 Februari 2017",
        ]
        while writer.undo(start) is not None:
            pass
    assert book(office).catatan == ()
    assert office.findings() == []


def test_a_long_text_is_kept_whole(office: Office) -> None:
    words = "Sangat teliti " * 60
    with office.writing() as writer:
        add(writer, isi=words)
    assert book(office).catatan[0].isi == words.strip()


@pytest.mark.parametrize(
    ("changed", "kolom", "words"),
    [
        ({"tanggal": "31-12-2016"}, "tanggal", "di luar tahun 2017"),
        ({"tanggal": "2018-01-01"}, "tanggal", "di luar tahun 2017"),
        ({"tanggal": "30-02-2017"}, "tanggal", "kalender"),
        ({"isi": "  "}, "isi", "isi uraiannya"),
    ],
)
def test_a_note_outside_the_year_or_without_words_is_refused(
    office: Office, changed: dict[str, str], kolom: str, words: str
) -> None:
    before = office.content(), office.lines()
    with office.writing() as writer:
        [fault] = notes.save_note(writer, 2017, BRAM, None, {**NOTE, **changed}).ditolak
    assert fault.kolom == kolom
    assert words in fault.pesan
    assert (office.content(), office.lines()) == before


@pytest.mark.parametrize(("kolom", "longest"), notes.LONGEST.items())
def test_a_note_is_as_long_as_a_page_at_most_for_the_trail_keeps_it_for_ever(
    office: Office, kolom: str, longest: int
) -> None:
    answers = {**NOTE, "jumlah": "1", "bukti": "", kolom: "x" * longest}
    with office.writing() as writer:
        assert not progress.save_entry(writer, tempat(), 1, None, answers).ditolak
        before = office.content(), office.lines()
        longer = {**answers, kolom: "x" * (longest + 1)}
        [fault] = progress.save_entry(writer, tempat(), 1, None, longer).ditolak
        assert (fault.kolom, fault.pesan) == (
            kolom, f"{longest + 1} huruf; paling banyak {longest}, ringkaslah",
        )  # fmt: skip
        assert len(notes.save_note(writer, 2017, BRAM, None, longer).ditolak) == 1
    assert (office.content(), office.lines()) == before


def test_a_note_is_changed_only_as_what_it_is(office: Office) -> None:
    with office.writing() as writer:
        add(writer)
        add(writer, SARI)
        add(writer, tahun=2016, tanggal="03-02-2016")
        [own], [other], [older] = (
            book(office, nip, tahun).catatan
            for nip, tahun in ((BRAM, 2017), (SARI, 2017), (BRAM, 2016))
        )
        answers = {**NOTE, "jumlah": "1", "bukti": ""}
        assert not progress.save_entry(writer, tempat(), 1, None, answers).ditolak
        with reading(office.path) as connection:
            lembar = progress.read_progress(connection, 2017, BRAM, date(2017, 5, 1))
        [entered] = [note for satu in lembar.baris for note in satu.catatan]
        before = office.content(), office.lines()
        attempts: list[Callable[[], object]] = [
            lambda: notes.save_note(writer, 2017, BRAM, other.nomor, NOTE),
            lambda: notes.save_note(writer, 2017, BRAM, older.nomor, NOTE),
            lambda: notes.save_note(writer, 2017, BRAM, entered.nomor, NOTE),
            lambda: progress.save_entry(writer, tempat(), 1, own.nomor, answers),
            lambda: progress.save_entry(writer, tempat(), 2, entered.nomor, answers),
            lambda: progress.save_entry(writer, tempat(SARI), 1, entered.nomor, answers),
        ]
        for attempt in attempts:
            with pytest.raises(InputError, match="Catatan itu sudah tidak ada"):
                attempt()
    assert (office.content(), office.lines()) == before


def test_somebody_without_any_entry_can_have_a_note(office: Office) -> None:
    with office.writing() as writer:
        before, start = office.content()["penilaian"], last_step(writer)
        add(writer, KEPALA)
        add(writer, KEPALA, 2019, tanggal="1-3-2019")
        assert len(office.content()["penilaian"]) == len(before) + 2
        assert office.findings() == []
        while writer.undo(start) is not None:
            pass
    assert office.content()["penilaian"] == before


def test_a_note_of_a_later_year_settles_the_snapshot_of_the_earlier_one(office: Office) -> None:
    with office.writing() as writer:
        add(writer, BRAM, 2018, tanggal="1-3-2018")
    [part] = [row for row in office.content()["bagian"].values() if row.get("jabatan") == "Analis"]
    assert part["golongan"] == "III/a"


def test_the_appraisal_counts_notes_on_perilaku_and_not_those_of_kegiatan(office: Office) -> None:
    with office.writing() as writer:
        for _ in range(2):
            add(writer)
        answers = {**NOTE, "jumlah": "1", "bukti": ""}
        assert not progress.save_entry(writer, tempat(), 1, None, answers).ditolak
    assert office.penilaian(BRAM).catatan_perilaku == 2
    assert office.penilaian(SARI).catatan_perilaku == 0


def test_notes_on_perilaku_stay_when_a_kegiatan_goes(office: Office) -> None:
    with office.writing() as writer:
        add(writer)
        entry.remove(writer, tempat(), kegiatan(office, 1), "hapus")
    assert len(book(office).catatan) == 1


def test_the_book_names_who_appraised_on_that_day(office: Office) -> None:
    assert book(office).penilai(date(2017, 5, 1)).nama == "Sari Contoh"
    office.impor(
        "bagian",
        "tahun,nip,bagian,mulai,selesai,penilai_nip\n"
        f"2017,{BRAM},1,,2017-06-30,{SARI}\n2017,{BRAM},2,2017-07-01,,{KEPALA}\n",
    )
    assert book(office).penilai(date(2017, 6, 30)).nama == "Sari Contoh"
    assert book(office).penilai(date(2017, 7, 1)).nama == "Kepala Contoh"
    assert book(office, KEPALA).penilai(date(2017, 7, 1)).nama == ""
