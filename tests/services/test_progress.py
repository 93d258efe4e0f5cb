"""Progress: entries are kept exactly, their sum is offered and only a key makes it an outcome."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.domain.progress import Catatan, Kedudukan
from skp_tui.errors import DatabaseError, InputError, LockedError
from skp_tui.services.base import editing
from skp_tui.services.entry import entry, notes, progress
from skp_tui.services.entry.progress import Baris, DaftarKemajuan
from skp_tui.services.keeping import safekeeping
from skp_tui.services.signing import signing
from skp_tui.storage.database.looking import reading
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import BRAM, KEPALA, SARI, UNKNOWN, Office, kegiatan, last_step, tempat

TODAY = date(2017, 7, 2)
ENTRY = {"tanggal": "31-03-2017", "jumlah": "12", "isi": "Triwulan I", "bukti": "E:\\tw1.pdf"}


def lembar(office: Office, nip: str = BRAM, tahun: int = 2017) -> DaftarKemajuan:
    with reading(office.path) as connection:
        return progress.read_progress(connection, tahun, nip, TODAY)


def baris(office: Office, no: int = 1, nip: str = BRAM, bagian: int = 1) -> Baris:
    found = lembar(office, nip).of(bagian, no)
    assert found is not None
    return found


def add(writer: Writer, no: int = 1, whose: str = BRAM, **changed: str) -> None:
    done = progress.save_entry(writer, tempat(whose), no, None, {**ENTRY, **changed})
    assert not done.ditolak


def refusals(office: Office, **changed: str) -> dict[str | None, str]:
    """Return why an entry is refused; nothing may have been stored."""
    before = office.content(), office.lines()
    with office.writing() as writer:
        done = progress.save_entry(writer, tempat(), 1, None, {**ENTRY, **changed})
    assert (office.content(), office.lines()) == before
    return {satu.kolom: satu.pesan for satu in done.ditolak}


def test_an_entry_is_kept_as_it_was_written(office: Office) -> None:
    with office.writing() as writer:
        add(writer, jumlah="12,5")
    [satu] = baris(office).catatan
    expected = Catatan(satu.nomor, date(2017, 3, 31), "Triwulan I", Decimal("12.5"), "E:\\tw1.pdf")
    assert satu == expected
    assert office.findings() == []


def test_where_each_kegiatan_stands_is_computed_exactly(office: Office) -> None:
    with office.writing() as writer:
        add(writer)
        add(writer, tanggal="2017-06-30", jumlah="8,5")
    first, second = lembar(office).baris
    assert first.kemajuan.jumlah == Decimal("20.5")
    assert first.kemajuan.capaian == Fraction(41, 100)
    assert first.kemajuan.waktu == Fraction(183, 365)
    assert first.kemajuan.kedudukan is Kedudukan.TERTINGGAL
    assert second.kemajuan.jumlah is None
    assert first.kegiatan.realisasi_kuantitas == 48


def test_entries_stand_in_the_order_of_their_dates(office: Office) -> None:
    with office.writing() as writer:
        for day in ("30-09-2017", "1-1-2017", "31-03-2017", "31-03-2017"):
            add(writer, tanggal=day, isi=day)
    days = [satu.tanggal for satu in baris(office).catatan]
    assert days == sorted(days)


def test_an_entry_is_changed_and_removed(office: Office) -> None:
    with office.writing() as writer:
        add(writer)
        [satu] = baris(office).catatan
        changed = {**ENTRY, "jumlah": "", "bukti": ""}
        assert not progress.save_entry(writer, tempat(), 1, satu.nomor, changed).ditolak
        [now] = baris(office).catatan
        assert now == replace(satu, jumlah=None, bukti="")
        notes.remove_note(writer, "Bram", now, "kemajuan kegiatan 1")
        assert baris(office).catatan == ()
        sebab = [step.sebab for step in writer.steps()][-3:]
    assert sebab == [
        "catatan kemajuan kegiatan 1 Bram Contoh, 31 Maret 2017",
        "ubah catatan kemajuan kegiatan 1 Bram Contoh, 31 Maret 2017",
        "hapus catatan kemajuan kegiatan 1 Bram, 31 Maret 2017",
    ]


@pytest.mark.parametrize(
    ("changed", "kolom", "words"),
    [
        ({"tanggal": "31-02-2017"}, "tanggal", "tidak ada di kalender"),
        ({"tanggal": "kemarin"}, "tanggal", "bukan tanggal"),
        ({"tanggal": ""}, "tanggal", "bukan tanggal"),
        (
            {"tanggal": "31-12-2016"},
            "tanggal",
            "di luar tahun 2017; tulis tanggal 1 Januari 2017 s.d. 31 Desember 2017",
        ),
        ({"tanggal": "01-01-2018"}, "tanggal", "di luar tahun 2017"),
        ({"jumlah": "0"}, "jumlah", "harus lebih dari 0"),
        ({"jumlah": "-1"}, "jumlah", "harus lebih dari 0"),
        ({"jumlah": "dua"}, "jumlah", "bukan angka"),
        ({"jumlah": "1,1234567"}, "jumlah", "lebih dari 6 angka"),
        ({"jumlah": "1e3"}, "jumlah", "pangkat"),
        ({"jumlah": "", "isi": ""}, "isi", "isi jumlah atau catatannya"),
        ({"jumlah": "  ", "isi": ""}, "isi", "isi jumlah atau catatannya"),
        ({"jumlah": "", "isi": "\x1b[31m\u202e "}, "isi", "isi jumlah atau catatannya"),
    ],
)
def test_what_cannot_be_is_refused_with_one_sentence_and_nothing_is_stored(
    office: Office, changed: dict[str, str], kolom: str, words: str
) -> None:
    found = refusals(office, **changed)
    assert list(found) == [kolom]
    assert words in found[kolom]


def test_all_faults_of_a_form_are_told_at_once(office: Office) -> None:
    assert set(refusals(office, tanggal="x", jumlah="x")) == {"tanggal", "jumlah"}


def test_an_amount_without_words_and_words_without_an_amount_are_enough(office: Office) -> None:
    with office.writing() as writer:
        add(writer, isi="", bukti="")
        add(writer, jumlah="", bukti="")
    assert baris(office).kemajuan.jumlah == 12


@pytest.fixture
def moved(office: Office) -> Office:
    """Give an office in which Bram moved on 1 July and has a kegiatan in his second post."""
    office.impor(
        "bagian",
        f"tahun,nip,bagian,mulai,selesai\n2017,{BRAM},1,,2017-06-30\n2017,{BRAM},2,2017-07-01,\n",
    )
    office.impor(
        "kegiatan",
        f"tahun,nip,bagian,no,uraian,target_kuantitas\n2017,{BRAM},2,1,Melayani,10\n",
    )
    return office


def test_an_entry_lies_in_the_days_of_its_part(moved: Office) -> None:
    late = {**ENTRY, "tanggal": "01-07-2017"}
    with moved.writing() as writer:
        [fault] = progress.save_entry(writer, tempat(), 1, None, late).ditolak
        assert fault.pesan == ("di luar bagian 1; tulis tanggal 1 Januari 2017 s.d. 30 Juni 2017")
        assert not progress.save_entry(writer, tempat(bagian=2), 1, None, late).ditolak
    first, second = baris(moved), baris(moved, bagian=2)
    assert (first.catatan, len(second.catatan)) == ((), 1)
    assert first.kemajuan.waktu == 1
    assert second.kemajuan.waktu == Fraction(2, 184)


def test_the_sum_becomes_the_outcome_only_when_asked_for(office: Office) -> None:
    with office.writing() as writer:
        add(writer)
        assert office.penilaian(BRAM).bagian[0].kegiatan[0].realisasi_kuantitas == 48
        start = last_step(writer)
        words = progress.take_sum(writer, tempat(), 1)
        assert words == "realisasi kuantitas kegiatan 1 Bram Contoh: 48 → 12"
        assert office.penilaian(BRAM).bagian[0].kegiatan[0].realisasi_kuantitas == 12
        [step] = writer.steps(start)
        assert step.sebab == words
        assert [(satu.tabel, satu.baru) for satu in step.changes] == [
            ("kegiatan", {"realisasi_kuantitas": "12"})
        ]
        writer.undo(start)
    assert office.penilaian(BRAM).bagian[0].kegiatan[0].realisasi_kuantitas == 48


def clear(office: Office, writer: Writer, no: int) -> None:
    row = kegiatan(office, no, realisasi_kuantitas=None)
    entry.save(writer, tempat(), row, ["realisasi_kuantitas"], "kosong")


def test_all_empty_outcomes_are_filled_in_one_step_and_full_ones_stay(office: Office) -> None:
    with office.writing() as writer:
        new = Kegiatan(3, "Baru", target_kuantitas=Decimal(4))
        entry.save(writer, tempat(), new, [], "baru", baru=True)
        entry.save(writer, tempat(), Kegiatan(4, "Tanpa target"), [], "baru", baru=True)
        clear(office, writer, 2)
        for no, amount in ((1, "7"), (2, "2,25"), (2, "2,75"), (4, "9")):
            add(writer, no, jumlah=amount)
        start = last_step(writer)
        words = progress.take_sums(writer, tempat())
        assert words == "realisasi kuantitas 1 kegiatan Bram Contoh dari jumlah catatan"
        found = [satu.kegiatan.realisasi_kuantitas for satu in lembar(office).baris]
        assert found == [48, 5, None, None]
        assert last_step(writer) == start + 1
        with pytest.raises(InputError, match="Tidak ada realisasi kosong"):
            progress.take_sums(writer, tempat())
        writer.undo(start)
        assert lembar(office).baris[1].kegiatan.realisasi_kuantitas is None
    assert office.findings() == []


def test_sums_fill_the_outcomes_of_every_part(moved: Office) -> None:
    with moved.writing() as writer:
        clear(moved, writer, 1)
        add(writer)
        late = {**ENTRY, "tanggal": "01-08-2017"}
        assert not progress.save_entry(writer, tempat(bagian=2), 1, None, late).ditolak
        progress.take_sums(writer, tempat())
    assert baris(moved).kegiatan.realisasi_kuantitas == 12
    assert baris(moved, bagian=2).kegiatan.realisasi_kuantitas == 12


def test_a_sum_that_cannot_be_taken_says_why(office: Office) -> None:
    with office.writing() as writer:
        with pytest.raises(InputError, match="Belum ada jumlah pada kegiatan 1"):
            progress.take_sum(writer, tempat(), 1)
        with pytest.raises(InputError, match="Kegiatan 9 sudah tidak ada"):
            progress.take_sum(writer, tempat(), 9)
        entry.save(writer, tempat(), Kegiatan(4, "Tanpa target"), [], "baru", baru=True)
        add(writer, 4)
        with pytest.raises(InputError, match="Kegiatan 4 tanpa target kuantitas"):
            progress.take_sum(writer, tempat(), 4)
        add(writer, jumlah="48")
        with pytest.raises(InputError, match="sudah 48"):
            progress.take_sum(writer, tempat(), 1)
        for _ in range(2):
            add(writer, 2, jumlah="999999999999999")
        with pytest.raises(InputError, match="kegiatan 2: lebih dari 15 angka"):
            progress.take_sum(writer, tempat(), 2)
    assert office.findings() == []


Change = Callable[[Writer, Catatan], object]
OF_LOCKED: list[Change] = [
    lambda writer, _: progress.save_entry(writer, tempat(), 1, None, ENTRY),
    lambda writer, satu: progress.save_entry(writer, tempat(), 1, satu.nomor, ENTRY | {"isi": "x"}),
    lambda writer, satu: notes.remove_note(writer, "Bram", satu, "kemajuan"),
    lambda writer, _: notes.save_note(writer, 2017, BRAM, None, ENTRY),
    lambda writer, _: progress.take_sum(writer, tempat(), 1),
]


@pytest.mark.parametrize("change", OF_LOCKED)
def test_notes_of_a_locked_appraisal_are_read_only(office: Office, change: Change) -> None:
    with office.writing() as writer:
        add(writer)
        signing.agree(writer, 2017, [BRAM], date(2017, 1, 20))
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
        [satu] = baris(office).catatan
        before = office.content(), office.lines()
        with pytest.raises(LockedError, match="Penilaian terkunci tidak dapat diubah"):
            change(writer, satu)
    assert (office.content(), office.lines()) == before


def test_a_removed_kegiatan_takes_its_entries_along_and_undo_brings_all_back(
    office: Office,
) -> None:
    with office.writing() as writer:
        for no in (1, 2, 1):
            add(writer, no)
        assert not notes.save_note(writer, 2017, BRAM, None, ENTRY).ditolak
        before, start = office.content(), last_step(writer)
        entry.remove(writer, tempat(), kegiatan(office, 1), "hapus kegiatan 1")
        assert last_step(writer) == start + 1
        assert [satu.kegiatan.no for satu in lembar(office).baris] == [2]
        assert len(office.content()["catatan"]) == 2
        assert office.findings() == []
        writer.undo(start)
    assert office.content() == before
    assert office.findings() == []


def test_a_removed_person_takes_his_entries_along_and_undo_brings_all_back(
    office: Office,
) -> None:
    with office.writing() as writer:
        add(writer)
        add(writer, whose=SARI)
        assert not notes.save_note(writer, 2017, BRAM, None, ENTRY).ditolak
        assert not notes.save_note(
            writer, 2016, BRAM, None, {**ENTRY, "tanggal": "1-2-2016"}
        ).ditolak
        before, start = office.content(), last_step(writer)
        editing.remove_person(writer, BRAM, "Bram Contoh")
        assert last_step(writer) == start + 1
        assert len(office.content()["catatan"]) == 1
        assert office.findings() == []
        writer.undo(start)
    assert office.content() == before
    assert office.findings() == []


def test_an_entry_of_what_is_gone_is_refused(office: Office) -> None:
    with office.writing() as writer:
        add(writer)
        [satu] = baris(office).catatan
        notes.remove_note(writer, "Bram", satu, "kemajuan")
        before = office.content(), office.lines()
        for attempt in (
            lambda: notes.remove_note(writer, "Bram", satu, "kemajuan"),
            lambda: progress.save_entry(writer, tempat(), 1, satu.nomor, ENTRY),
            lambda: progress.save_entry(writer, tempat(), 9, None, ENTRY),
            lambda: progress.save_entry(writer, tempat(UNKNOWN), 1, None, ENTRY),
        ):
            with pytest.raises(InputError, match="tidak ada"):
                attempt()
    assert (office.content(), office.lines()) == before


def test_a_backup_holds_the_entries_and_periksa_finds_one_that_was_changed_outside(
    office: Office,
) -> None:
    with office.writing() as writer:
        add(writer)
    copy = safekeeping.backup(office.path, None)
    assert Office(copy).content()["catatan"] == office.content()["catatan"]
    assert office.findings() == []
    office.raw("UPDATE catatan SET jumlah = '13'")
    assert any("catatan" in words and "jumlah" in words for words in office.findings())


def test_entries_touch_no_value_and_no_completeness(office: Office) -> None:
    before = office.orang(BRAM)
    with office.writing() as writer:
        add(writer)
        assert not notes.save_note(writer, 2017, BRAM, None, ENTRY).ditolak
    after = office.orang(BRAM)
    assert after.hasil == before.hasil
    assert replace(after.penilaian, catatan_perilaku=0) == before.penilaian


def test_nobody_without_kegiatan_has_progress_to_show(office: Office) -> None:
    assert lembar(office, KEPALA).baris == ()
    with pytest.raises(InputError, match="tidak termasuk tahun 2017"):
        lembar(office, UNKNOWN)


def test_a_year_that_knows_neither_kegiatan_nor_perilaku_is_refused(office: Office) -> None:
    with office.writing() as writer, pytest.raises((InputError, DatabaseError), match="2022"):
        notes.save_note(writer, 2022, BRAM, None, {**ENTRY, "tanggal": "1-2-2022"})
