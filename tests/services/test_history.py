"""The trail in words: whose, what, from what to what, why, and whether it still stands."""

import csv
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import date
from decimal import Decimal
from functools import cache, partial
from pathlib import Path

import pytest

from skp_tui.domain.nip import shown_nip
from skp_tui.errors import InputError
from skp_tui.services.base import editing
from skp_tui.services.base.first_answers import PEJABAT_AWAL
from skp_tui.services.entry import entry
from skp_tui.services.history.history import BUDGET, CHUNK, FULL, KINDS, Baris, Lihat, Looking, page
from skp_tui.services.history.katalog import TABLES
from skp_tui.services.history.step import COLUMNS, SHOWN, save_csv, step_in_full
from skp_tui.services.history.words import short_words
from skp_tui.services.office import configuring
from skp_tui.services.signing import signing
from skp_tui.storage.database.connection import connect
from skp_tui.storage.database.looking import reading
from skp_tui.storage.trail import trail
from skp_tui.storage.trail.trail_lines import OWNING
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import BRAM, KEPALA, SARI, Office, clock, kegiatan, last_step, tempat

NEW_NIP = "197508172000122011"
MANY = 2000
WHAT = 30
"""Cells in which a list of 80 columns says what was changed; the last may be an ellipsis."""


def looking(office: Office) -> Looking:
    return partial(reading, office.path)


def rows(office: Office, lihat: Lihat | None = None) -> list[Baris]:
    """Return all rows, page after page, as somebody who goes to the end sees them."""
    found: list[Baris] = []
    before = None
    while True:
        read = page(looking(office), lihat or Lihat(), before)
        found.extend(read.baris)
        before = read.sebelum
        if before is None:
            return found


def newest(office: Office, lihat: Lihat | None = None) -> Baris:
    return rows(office, lihat)[0]


def type_cell(writer: Writer, office: Office, value: str | None = "50.5") -> None:
    amount = None if value is None else Decimal(value)
    changed = kegiatan(office, realisasi_kuantitas=amount)
    entry.save(writer, tempat(), changed, ["realisasi_kuantitas"], "realisasi kuantitas Bram")


def test_a_cell_is_told_as_the_screens_write_it(office: Office) -> None:
    with office.writing() as writer:
        type_cell(writer, office)
    told = newest(office)
    assert (told.nip, told.nama, told.waktu) == (BRAM, "Bram Contoh", "5 Jan 2018 09.30")
    assert told.apa == "2017 kegiatan 1 · realisasi kuantitas"
    assert told.perubahan == "48 → 50,5"
    assert (told.sebab, told.keadaan) == ("realisasi kuantitas Bram", "")


def test_an_emptied_cell_is_a_dash_and_never_nought(office: Office) -> None:
    with office.writing() as writer:
        type_cell(writer, office, None)
    assert newest(office).perubahan == "48 → –"


def test_dates_choices_and_units_are_told_in_words(office: Office) -> None:
    isian = {
        "nip": BRAM, "nama": "Bram Contoh", "unit": "1.2", "golongan": "III/a",
        "jabatan": "Analis", "jenis_jabatan": "struktural", "tmt_golongan": "01-04-2016",
    }  # fmt: skip
    with office.writing() as writer:
        assert not editing.save_records(writer, "pegawai", [isian], "ubah").ditolak
    told = {satu.apa: satu.perubahan for satu in rows(office) if satu.sebab == "ubah"}
    assert told["data pegawai · unit"] == "Sekretariat (1.1) → Bidang Mutasi (1.2)"
    assert told["data pegawai · TMT golongan"] == "– → 1 Apr 2016"
    assert told["data pegawai · jenis jabatan"] == "fungsional umum → struktural"


LONG_AND_SHORT = [
    ("realisasi kuantitas", "2017 kegiatan 12", "real. kuantitas · keg. 12 2017"),
    ("realisasi kualitas", "2017 kegiatan 12", "real. mutu · keg. 12 2017"),
    ("target kualitas", "2017 bagian 2 kegiatan 3", "target mutu · keg. 3 bag. 2 2017"),
    ("realisasi", "2025 hasil kerja 2 indikator 1", "realisasi · hasil 2 ind. 1 2025"),
    ("jabatan penilai", "2017 bagian 2", "jabatan penilai · bagian 2 2017"),
    ("NIP", "data pegawai", "NIP · data pegawai"),
    ("baru", "2025 lampiran konsekuensi 2", "baru · lampiran konsekuensi 2 2025"),
]


@pytest.mark.parametrize(("kolom", "tempat_", "short"), LONG_AND_SHORT)
def test_a_list_says_first_what_tells_changes_apart(kolom: str, tempat_: str, short: str) -> None:
    assert short_words(kolom, tempat_) == short


@pytest.mark.parametrize("aspek", ["kuantitas", "kualitas", "waktu", "biaya"])
@pytest.mark.parametrize("sort", ["target", "realisasi"])
def test_two_columns_of_a_kegiatan_never_look_alike_in_a_list(aspek: str, sort: str) -> None:
    own = short_words(f"{sort} {aspek}", "2017 kegiatan 12")
    assert "keg. 12" in own[: WHAT - 1]
    others = {
        short_words(f"{one} {other}", "2017 kegiatan 12")[: WHAT - 1]
        for one in ("target", "realisasi")
        for other in ("kuantitas", "kualitas", "waktu", "biaya")
        if (one, other) != (sort, aspek)
    }
    assert own[: WHAT - 1] not in others


def test_a_cause_is_told_only_where_it_says_more_than_the_change(office: Office) -> None:
    with office.writing() as writer:
        type_cell(writer, office, "50.5")
        entry.save(
            writer, tempat(), kegiatan(office, realisasi_kuantitas=None), ["realisasi_kuantitas"],
            "realisasi kuantitas kegiatan 1 Bram Contoh: 50,5 → kosong",
        )  # fmt: skip
    emptied, typed = rows(office)[:2]
    assert emptied.perubahan == "50,5 → –"
    assert emptied.sebab_lain == ""
    assert typed.sebab_lain == "", "whose and which column stand in the row"
    assert rows(office)[-1].sebab_lain == rows(office)[-1].sebab, "an import names its file"


def test_who_was_named_at_the_first_start_is_told_by_name(office: Office) -> None:
    named = {
        "penilai_nama": "Kepala Contoh", "penilai_nip": KEPALA, "atasan_penilai_nama": "Wali",
    }  # fmt: skip
    with office.writing() as writer, writer.change("mulai") as work:
        work.insert("pengaturan", [{"nama": PEJABAT_AWAL, "nilai": json.dumps(named)}])
    told = newest(office)
    assert told.apa == "pengaturan penilai dan atasan awal · baru"
    assert told.perubahan == f"penilai Kepala Contoh ({shown_nip(KEPALA)}), atasannya Wali"


def test_a_row_that_belongs_to_an_appraisal_names_its_year_and_person(
    office: Office, tmp_path: Path
) -> None:
    found = saved(office, Lihat(BRAM), tmp_path / "jejak.csv")
    assert {row["baru"] for row in found if row["kolom"] == "penilaian"} == {"2017 Bram Contoh"}


def test_a_part_is_not_told_by_the_number_that_its_name_has(office: Office) -> None:
    part = next(satu for satu in rows(office, Lihat(BRAM)) if satu.apa == "2017 bagian 1 · baru")
    assert "nomor" not in part.perubahan


def test_a_signature_shows_its_day_and_its_sebutan(office: Office) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
    told = {satu.kolom: satu.perubahan for satu in rows(office, Lihat(BRAM, "penilaian"))[:2]}
    assert told == {"tanggal kunci": "– → 5 Jan 2018", "hasil yang ditandatangani": "– → Baik"}


def test_a_lock_empties_nothing_that_was_never_filled(office: Office) -> None:
    """A part that stops following copies empty columns too; of those there is nothing to tell."""

    def changes(langkah: int) -> dict[str, str]:
        with reading(office.path) as connection:
            whole = step_in_full(connection, langkah)
        told = {satu.apa: satu.perubahan for satu in rows(office) if satu.langkah == langkah}
        [part] = (satu for satu in whole.rekaman if "bagian 1" in satu.tempat)
        assert len(part.kolom) == sum("bagian 1" in apa for apa in told)
        return told

    with office.writing() as writer:
        signing.lock(writer, 2017, [SARI], date(2018, 1, 5))
        locked = changes(writer.steps()[-1].langkah)
        assert locked["2017 bagian 1 · nama penilai"] == "– → Kepala Contoh"
        assert not any("dikosongkan" in words for words in locked.values())
        writer.undo(opening=lambda sebab: f"buka kembali {sebab}")
        opened = changes(writer.steps()[-1].langkah)
        assert opened["2017 bagian 1 · nama penilai"] == "Kepala Contoh → –"
        assert not any("dikosongkan" in words for words in opened.values())


def test_what_a_part_was_given_as_empty_is_told(office: Office) -> None:
    rows_ = f"tahun,nip,bagian,penilai_nip\n2017,{BRAM},1,-\n"
    assert office.impor("bagian", rows_).status == 0
    told = {satu.apa: satu.perubahan for satu in rows(office)}
    assert told["2017 bagian 1 · NIP penilai"] == "– → dikosongkan"


def test_a_setting_that_looks_like_a_number_stays_as_it_was_typed(office: Office) -> None:
    with office.writing() as writer:
        configuring.change_setting(writer, "tempat", "Kota 1.5", None)
    told = newest(office)
    assert (told.apa, told.perubahan, told.nama) == ("pengaturan tempat · baru", "Kota 1.5", "")


def test_a_new_row_and_a_removed_one_are_one_row_each(office: Office) -> None:
    with office.writing() as writer:
        entry.remove(writer, tempat(), kegiatan(office, 2), "hapus")
    told = newest(office)
    assert (told.apa, told.perubahan) == ("2017 kegiatan 2 · dihapus", "Menata")
    first = next(satu for satu in rows(office) if satu.apa == "2017 kegiatan 2 · baru")
    assert (first.nama, first.perubahan) == ("Bram Contoh", "Menata")


def test_a_removed_person_and_his_records_are_still_named(office: Office) -> None:
    before = len(rows(office, Lihat(BRAM)))
    with office.writing() as writer:
        editing.remove_person(writer, BRAM, "Bram Contoh")
    gone = rows(office, Lihat(BRAM))
    assert {satu.nama for satu in gone} == {"Bram Contoh"}
    assert {satu.apa for satu in gone if satu.kolom == "dihapus"} == {
        "2017 kegiatan 1 · dihapus", "2017 kegiatan 2 · dihapus", "2017 perilaku · dihapus",
        "2017 bagian 1 · dihapus", "2017 penilaian · dihapus", "data pegawai · dihapus",
    }  # fmt: skip
    assert len(gone) == before + 6


def test_a_person_is_found_under_his_corrected_nip_with_all_that_was_before(
    office: Office,
) -> None:
    before = rows(office, Lihat(SARI))
    with office.writing() as writer:
        editing.correct_nip(writer, SARI, NEW_NIP)
    after = rows(office, Lihat(NEW_NIP))
    assert [satu.kunci for satu in after[1:]] == [satu.kunci for satu in before]
    assert after[0].perubahan == f"{shown_nip(SARI)} → {shown_nip(NEW_NIP)}"
    assert {satu.nip for satu in after} == {NEW_NIP}
    assert after[0] in rows(office, Lihat(kata=(SARI, "nip"))), "found in one piece, too"


def test_whether_a_step_stands_is_told_at_it_and_at_what_took_it_back(office: Office) -> None:
    with office.writing() as writer:
        type_cell(writer, office)
        writer.undo()
        first = newest(office).langkah - 1
        assert [satu.keadaan for satu in rows(office)[:2]] == [
            f"membatalkan langkah {first}", f"dibatalkan langkah {first + 1}",
        ]  # fmt: skip
        writer.redo()
    assert [satu.keadaan for satu in rows(office)[:3]] == [
        f"mengulangi langkah {first}", f"membatalkan langkah {first}", "",
    ]  # fmt: skip
    assert len(rows(office, Lihat(jenis="pembalikan"))) == 2
    with office.writing() as writer:
        writer.undo()
    told = [
        f"membatalkan langkah {first}",
        f"mengulangi langkah {first}, lalu dibatalkan langkah {first + 3}",
        f"membatalkan langkah {first}",
        f"dibatalkan langkah {first + 3}",
    ]
    assert [satu.keadaan for satu in rows(office)[:4]] == told
    # what took back and what was repeated in vain are not said to be alike
    assert [satu.gugur for satu in rows(office)[:4]] == [False, True, False, True]


@pytest.mark.parametrize("nip", [KEPALA, SARI, BRAM])
def test_the_trail_of_a_person_is_his_part_of_the_whole(office: Office, nip: str) -> None:
    assert rows(office, Lihat(nip)) == [satu for satu in rows(office) if satu.nip == nip]
    assert rows(office, Lihat(nip))


def test_nobody_has_no_trail(office: Office) -> None:
    assert rows(office, Lihat("196502021990031009")) == []


def test_the_kinds_part_the_whole_trail(office: Office) -> None:
    tables = [found for _, found in KINDS.values() if found is not None]
    assert sum(len(found) for found in tables) == len(frozenset().union(*tables))
    assert frozenset().union(*tables) == TABLES
    parts = [rows(office, Lihat(jenis=jenis)) for jenis in KINDS if KINDS[jenis][1] is not None]
    together = sorted(satu.kunci for part in parts for satu in part)
    assert together == sorted(satu.kunci for satu in rows(office))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (("bram", "mencatat"), 1),
        (("kegiatan", "2", "menata"), 1),
        ((BRAM, "perilaku"), 1),
        (("05-01-2018", "pegawai.csv", "sari"), 1),
        (("5 jan 2018", "pegawai.csv", "sari"), 1),
        (("5 januari 2018", "pegawai.csv", "sari"), 1),
        (("tidakada",), 0),
    ],
)
def test_words_are_looked_for_in_all_that_is_shown(
    office: Office, typed: tuple[str, ...], found: int
) -> None:
    assert len(rows(office, Lihat(kata=typed))) == found


@pytest.fixture
def long_office(tmp_path: Path) -> Office:
    """Return an office whose trail is longer than what is looked through at once."""
    path = tmp_path / "skp.db"
    path.touch(mode=0o600)
    path.write_bytes(_long())
    return Office(path)


@cache
def _long() -> bytes:
    with tempfile.TemporaryDirectory(prefix="skp-uji-") as folder:
        office = Office.filled(Path(folder))
        with Writer(office.path, clock) as writer:
            with writer.change("unit banyak") as work:
                units = [{"kode": f"9.{n}", "nama": f"Unit ke-{n}"} for n in range(MANY)]
                keys = work.insert("unit", units)
            for turn in range(BUDGET // MANY):
                with writer.change(f"ganti {turn}") as work:
                    work.update("unit", {key: {"nama": f"Unit {key} {turn}"} for key in keys})
        return office.path.read_bytes()


def test_pages_lead_through_the_whole_trail_without_gap_or_repetition(long_office: Office) -> None:
    seen = [int(satu.kunci.partition(":")[0]) for satu in rows(long_office)]
    assert seen == list(range(len(long_office.lines()), 0, -1))


def test_a_page_is_short_and_a_rare_word_is_looked_for_piece_by_piece(long_office: Office) -> None:
    assert len(page(looking(long_office), Lihat()).baris) == FULL
    first = page(looking(long_office), Lihat(kata=("mencatat",)))
    assert first.baris == ()
    assert first.sebelum is not None
    assert first.sampai == "5 Jan 2018 09.30"
    assert len(rows(long_office, Lihat(kata=("mencatat",)))) == 1


def test_a_search_that_nobody_waits_for_any_more_ends(long_office: Office) -> None:
    ended = page(looking(long_office), Lihat(kata=("mencatat",)), None, lambda: True)
    assert ended.baris == ()
    assert ended.sebelum == len(long_office.lines()) - CHUNK + 1


def saving_after_each(looks: Looking, writer: Writer, office: Office, taken: list[int]) -> Looking:
    """Look, and save something as soon as the look has ended, without waiting for any other."""

    @contextmanager
    def look() -> Iterator[sqlite3.Connection]:
        with looks() as connection:
            yield connection
        taken.append(last_step(writer))
        type_cell(writer, office, f"{len(taken)}.5")

    writer._raw.execute("PRAGMA busy_timeout = 0")
    return look


def test_a_search_lets_every_save_go_on_between_its_pieces(long_office: Office) -> None:
    taken: list[int] = []
    before = len(long_office.lines())
    with long_office.writing() as writer:
        look = saving_after_each(looking(long_office), writer, long_office, taken)
        found = page(look, Lihat(kata=("mencatat",)))
    assert len(taken) == BUDGET // CHUNK
    assert found.sebelum == before - BUDGET + 1


def test_the_trail_of_a_person_is_found_without_reading_the_whole(office: Office) -> None:
    asked: list[str] = []
    with closing(connect(office.path, writing=False)) as connection:
        connection.set_trace_callback(asked.append)
        assert page(lambda: nullcontext(connection), Lihat(BRAM)).baris
        connection.set_trace_callback(None)
        plans = [line for query in asked for line in plan_of(connection, query)]
    touched = [line for line in plans if " jejak" in line or " j " in line]
    assert touched
    assert all(line.startswith("SEARCH") for line in touched)


def plan_of(connection: sqlite3.Connection, query: str) -> list[str]:
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]


# One step whole


def test_a_step_is_shown_with_every_column(office: Office) -> None:
    with office.writing() as writer:
        entry.remove(writer, tempat(), kegiatan(office, 2), "hapus kegiatan 2")
        number = writer.steps()[-1].langkah
    with reading(office.path) as connection:
        whole = step_in_full(connection, number)
    assert (whole.sebab, whole.keadaan, whole.lainnya) == ("hapus kegiatan 2", "", 0)
    [record] = whole.rekaman
    assert record.tempat == f"Bram Contoh ({shown_nip(BRAM)}) · 2017 kegiatan 2 · dihapus"
    assert ("realisasi kualitas", "90", "–") in record.kolom
    assert record.utuh
    assert "bagian" not in {kolom for kolom, _, _ in record.kolom}, "its place says so already"


def test_a_long_step_counts_what_it_does_not_list(long_office: Office) -> None:
    with reading(long_office.path) as connection:
        whole = step_in_full(connection, rows(long_office)[0].langkah)
    assert len(whole.rekaman) == SHOWN
    assert whole.lainnya == MANY - SHOWN


# The words cover the schema


@contextmanager
def schema(office: Office) -> Iterator[sqlite3.Connection]:
    with reading(office.path) as connection:
        yield connection


def test_every_table_has_words_and_every_key_leads_to_its_table(office: Office) -> None:
    with schema(office) as connection:
        tables = trail.tables_of(connection)
        keys = {
            (row[3], row[2])
            for tabel in tables
            for row in connection.execute(f"PRAGMA foreign_key_list({tabel})")
        }
    assert frozenset(tables) == TABLES
    assert set(OWNING.items()) == keys


# As a file


def saved(office: Office, lihat: Lihat, path: Path) -> list[dict[str, str]]:
    written = save_csv(looking(office), lihat, path)
    with written.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_file_has_a_row_for_every_column_with_its_stored_value(
    office: Office, tmp_path: Path
) -> None:
    with office.writing() as writer:
        type_cell(writer, office)
        writer.undo()
    read = saved(office, Lihat(BRAM), tmp_path / "jejak.csv")
    assert tuple(read[0]) == COLUMNS
    undone, typed = read[0], read[1]
    assert typed == {
        "langkah": str(int(undone["langkah"]) - 1),
        "waktu": "2018-01-05T09:30:00+00:00",
        "nip": shown_nip(BRAM),
        "nama": "Bram Contoh",
        "jenis": "kegiatan",
        "kunci": "2017 kegiatan 1",
        "kolom": "realisasi_kuantitas",
        "lama": "48",
        "baru": "50.5",
        "sebab": "realisasi kuantitas Bram",
        "membalik": "",
    }
    assert undone["membalik"] == typed["langkah"]
    assert {row["nip"] for row in read} == {shown_nip(BRAM)}


def test_no_nip_in_the_file_is_a_number_to_a_spreadsheet(office: Office, tmp_path: Path) -> None:
    with office.writing() as writer:
        editing.correct_nip(writer, SARI, NEW_NIP)
    corrected = saved(office, Lihat(NEW_NIP), tmp_path / "jejak.csv")[0]
    assert (corrected["lama"], corrected["baru"]) == (shown_nip(SARI), shown_nip(NEW_NIP))
    written = (tmp_path / "jejak.csv").read_text(encoding="utf-8")
    assert SARI not in written
    assert NEW_NIP not in written


def test_the_file_holds_all_that_is_looked_at_and_not_only_the_first_page(
    long_office: Office, tmp_path: Path
) -> None:
    read = saved(long_office, Lihat(kata=("ganti", "3")), tmp_path / "jejak.csv")
    assert len(read) >= MANY
    assert {row["sebab"] for row in read if row["jenis"] == "unit"} >= {"ganti 3"}


def test_the_file_holds_no_save_up_and_is_the_trail_as_it_was_at_its_beginning(
    long_office: Office, tmp_path: Path
) -> None:
    taken: list[int] = []
    before = saved(long_office, Lihat(), tmp_path / "sebelum.csv")
    with long_office.writing() as writer:
        look = saving_after_each(looking(long_office), writer, long_office, taken)
        path = save_csv(look, Lihat(), tmp_path / "sambil.csv")
    assert len(taken) > BUDGET // CHUNK
    with path.open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == before


def test_a_text_that_a_spreadsheet_would_reckon_is_protected(
    office: Office, tmp_path: Path
) -> None:
    with office.writing() as writer:
        isian = {"kode": "1.2", "nama": "=1+2"}
        assert not editing.save_records(writer, "unit", [isian], "=HYPERLINK()").ditolak
    first = saved(office, Lihat(), tmp_path / "jejak.csv")[0]
    assert (first["baru"], first["sebab"]) == ("'=1+2", "'=HYPERLINK()")


def test_another_file_is_never_written_over(office: Office, tmp_path: Path) -> None:
    (tmp_path / "jejak.csv").write_text("milik orang lain", encoding="utf-8")
    assert save_csv(looking(office), Lihat(), tmp_path / "jejak.csv").name == "jejak-2.csv"
    assert (tmp_path / "jejak.csv").read_text(encoding="utf-8") == "milik orang lain"


def test_a_file_that_cannot_be_written_leaves_nothing(office: Office, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="Tidak dapat menulis"):
        save_csv(looking(office), Lihat(), tmp_path / "berkas" / "jejak.csv")
