"""The command ``impor skp``: exit status, rehearsal, JSON, and what is said to people."""

from pathlib import Path

import pytest

from skp_tui.errors import BusyError
from skp_tui.services.base.holder import holding
from skp_tui.services.imports.import_many import Borongan, run_many
from tests.cli.calls import Call, Desk
from tests.exchange.bkn_books import KEGIATAN, NIP, Buku, Kegiatan, Orang, write
from tests.services.office import clock

LAIN = "198311102009022003"
SALAH = Buku(
    dinilai=Orang("Tiur Contoh", LAIN, "III/a", "Arsiparis", "1.1"),
    kegiatan=(*KEGIATAN, Kegiatan("Menata", r_kualitas="sembilan")),
)


def book(desk: Desk, name: str = "skp.xlsx", buku: Buku | None = None) -> Path:
    return write(desk.folder / name, buku)


def bring(desk: Desk, *arguments: object) -> Call:
    return desk.run("impor", "skp", *arguments)


def test_a_workbook_comes_in_and_its_value_can_be_explained(office: Desk) -> None:
    done = bring(office, book(office, buku=Buku(skp=88.76, nilai=86.86)))
    assert (done.status, done.err) == (0, "")
    assert done.lines[-1] == "Diterapkan: 1 buku kerja, 0 ditolak."
    assert "kegiatan: 3 baru, 0 berubah, 0 sama" in done.lines
    assert office.value(NIP)["nilai_prestasi_kerja"] == "86.86"


def test_the_second_time_it_is_all_the_same(office: Desk) -> None:
    bring(office, book(office))
    done = bring(office, book(office))
    assert done.status == 0
    assert done.lines == [
        "bagian: 0 baru, 0 berubah, 1 sama",
        "kegiatan: 0 baru, 0 berubah, 3 sama",
        "tambahan: 0 baru, 0 berubah, 1 sama",
        "perilaku: 0 baru, 0 berubah, 1 sama",
        "Diterapkan: 1 buku kerja, 0 ditolak.",
    ]


def test_of_several_workbooks_the_good_ones_come_in(office: Desk) -> None:
    done = bring(office, book(office), book(office, "lain.xlsx", SALAH))
    assert done.status == 1
    assert done.lines[-1] == "Diterapkan: 1 buku kerja, 1 ditolak."
    assert done.err == (
        'ditolak lain.xlsx, lembar "PENGUKURAN", baris 11, kolom realisasi_kualitas: "sembilan": '
        "bukan angka; tulis angka saja, misalnya 12 atau 87,5 (sel M11)\n"
    )
    assert office.run("nilai", "--tahun", 2017, "--nip", LAIN).status == 2
    assert sorted(office.folder.glob("*ditolak*")) == []


def test_whole_or_nothing_brings_nothing_for_one_refusal(office: Desk) -> None:
    before = office.db.read_bytes()
    done = bring(office, book(office), book(office, "lain.xlsx", SALAH), "--utuh")
    assert done.status == 2
    assert done.lines[-1].startswith("Tidak ada yang diterapkan")
    assert office.db.read_bytes() == before


def test_nothing_usable_is_2_and_makes_no_database(desk: Desk) -> None:
    assert bring(desk, book(desk, buku=SALAH)).status == 2
    assert not desk.db.exists()


@pytest.mark.parametrize("options", [(), ("--utuh",)])
def test_a_rehearsal_returns_what_the_real_run_returns_and_writes_nothing(
    office: Desk, options: tuple[str, ...]
) -> None:
    files = book(office), book(office, "lain.xlsx", SALAH)
    before = sorted(office.folder.iterdir()), office.db.read_bytes()
    shown = bring(office, *files, *options, "--periksa")
    assert (sorted(office.folder.iterdir()), office.db.read_bytes()) == before
    assert shown.lines[-1] == (
        "Rencana: 1 buku kerja dapat diterima, 1 ditolak. Belum ada yang ditulis."
    )
    done = bring(office, *files, *options)
    assert (shown.status, shown.err) == (done.status, done.err)
    assert shown.lines[:-1] == done.lines[:-1]


def test_a_rehearsal_works_beside_an_open_screen_and_the_real_run_waits_its_turn(
    office: Desk,
) -> None:
    file = book(office)
    with holding(office.db, "layar", clock()):
        assert bring(office, file, "--periksa").status == 0
        with pytest.raises(BusyError):
            run_many(office.db, Borongan(skp=(file,)), clock, wait=0)


def test_without_a_database_a_rehearsal_plans_on_an_empty_one(desk: Desk) -> None:
    done = bring(desk, book(desk), "--periksa")
    assert done.status == 2
    assert "unit ini belum ada" in done.err
    assert not desk.db.exists()


def test_json_is_one_document_with_a_plan_for_each_kind(office: Desk) -> None:
    file = book(office, buku=Buku(skp=90, nilai=86.86))
    document = bring(office, file, "--json", "--periksa").json
    assert (document["jenis"], document["diterapkan"]) == ("skp", False)
    assert [(one["jenis"], one["baru"]) for one in document["rencana"]] == [
        ("pegawai", 1),
        ("bagian", 1),
        ("kegiatan", 3),
        ("tambahan", 1),
        ("perilaku", 1),
    ]
    assert document["selisih"] == [
        {
            "berkas": "skp.xlsx",
            "lembar": "PENGUKURAN",
            "baris": 13,
            "tahun": 2017,
            "nip": NIP,
            "apa": "nilai capaian SKP",
            "tercetak": "90.00",
            "terhitung": "88.76",
        }
    ]
    assert bring(office, file, "--json").json["diterapkan"] is True


def test_json_names_every_fault_in_the_plan_of_whole_workbooks(office: Desk) -> None:
    document = bring(office, book(office, buku=SALAH), "--json").json
    [plan] = document["rencana"]
    assert (plan["jenis"], plan["baru"], document["diterapkan"]) == ("skp", 0, False)
    [fault] = plan["ditolak"]
    assert (fault["berkas"], fault["lembar"], fault["baris"]) == ("skp.xlsx", "PENGUKURAN", 11)
    assert (fault["kolom"], fault["nilai"]) == ("realisasi_kualitas", "sembilan")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("tiada.xlsx", None, "tidak ada"),
        ("rusak.xlsx", b"PK\x03\x04 bukan zip", "rusak"),
        ("daftar.csv", b"nip,nama\n1,A\n", "bukan buku kerja SKP dari BKN"),
    ],
)
def test_a_file_that_is_none_refuses_the_call_and_nothing_is_done(
    office: Desk, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        office.file(name, content)
    before = office.db.read_bytes()
    done = bring(office, book(office), office.folder / name)
    assert done.status == 2
    assert words in done.err
    assert "Traceback" not in done.err
    assert office.db.read_bytes() == before
    document = bring(office, office.folder / name, "--json").json
    assert (document["jenis"], document["diterapkan"]) == ("skp", False)
    assert words in document["rencana"][0]["ditolak"][0]["pesan"]


@pytest.mark.parametrize("jenis", ["unit", "pegawai", "kegiatan", "perilaku", "tambahan"])
def test_the_workbook_given_to_another_kind_names_this_command(office: Desk, jenis: str) -> None:
    done = office.run("impor", jenis, book(office), "--tahun", 2017, "--unit", "1")
    assert done.status == 2
    assert "Impor dengan: skp-tui impor skp skp.xlsx" in done.err


def test_year_and_unit_stand_in_where_the_workbook_is_silent(office: Desk) -> None:
    dinilai = Orang("Wayan Contoh", NIP, "III/d", "Analis", "Unit Lama")
    file = book(office, buku=Buku(dinilai=dinilai, masa="Januari s.d. Desember"))
    assert bring(office, file).status == 2
    assert bring(office, file, "--tahun", 2016, "--unit", "1.2").status == 0
    assert office.value(NIP, 2016)["bagian"][0]["unit"] == "1.2"


def test_a_year_before_the_regulation_is_a_wrong_call(office: Desk) -> None:
    assert bring(office, book(office), "--tahun", 2013).status == 2


def test_an_unknown_kind_is_told_this_one_too(office: Desk) -> None:
    done = office.run("impor", "bkn", book(office))
    assert done.status == 2
    assert "Untuk buku kerja SKP dari BKN: skp." in done.err


def test_a_screen_escape_in_a_workbook_reaches_nobody(office: Desk) -> None:
    dinilai = Orang("\x1b[31mWayan\x07 Contoh", NIP, "III/d", "Analis", "Entah \x1b]0;x\x07")
    done = bring(office, book(office, buku=Buku(dinilai=dinilai)))
    assert "\x1b" not in done.said
    assert "\x07" not in done.said


def test_a_workbook_that_is_named_twice_counts_once(office: Desk) -> None:
    path = book(office)
    (office.folder / "x").mkdir()
    done = bring(office, path, office.folder / "x" / ".." / path.name, path)
    assert (done.status, done.lines[-1]) == (0, "Diterapkan: 1 buku kerja, 0 ditolak.")
