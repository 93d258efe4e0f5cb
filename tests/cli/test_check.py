import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from skp_tui.cli.output import now
from skp_tui.exchange.package.package import sidik
from skp_tui.services.base.database import writing
from skp_tui.services.signing import signing
from tests.cli.calls import Call, Desk, Json
from tests.cli.office import BRAM


@pytest.fixture
def sent(office: Desk) -> Path:
    """Return the descriptor of a package of the small office."""
    return Path(office.export("--sebagian").lines[1])


def table_of(sent: Path) -> Path:
    return sent.with_name("skp-1-2017.csv")


def check(*packages: object) -> Call:
    """Check packages beside a database that is not there."""
    return Desk(Path("/tiada")).run("periksa", *packages)


def rewrite(sent: Path, change: Callable[[Json], object], *, resign: bool = False) -> None:
    document: Json = json.loads(sent.read_text())
    change(document)
    if resign:
        document["skp"]["sidik"] = sidik(document)
    sent.write_text(json.dumps(document))


def test_a_good_package_needs_no_database_and_has_no_finding(sent: Path) -> None:
    done = check(sent)
    assert (done.status, done.out) == (0, "")


def test_who_finds_nothing_wrong_reads_on_the_side_what_was_checked(
    sent: Path, office: Desk
) -> None:
    clean = check(sent)
    of_package = (
        "Diperiksa: skp-1-2017.datapackage.json: Badan Contoh (1), tahun 2017, kiriman ke-1, "
        "4 pegawai, sebagian."
    )
    assert clean.out == ""
    assert clean.err.splitlines() == [of_package, "Tidak ada temuan."]
    own = office.run("periksa")
    of_database = (
        f"Diperiksa: basis data {office.db}: keutuhan berkas, skema, hubungan antartabel, jejak, "
        "saksi yang terkunci."
    )
    assert own.err.splitlines() == [of_database, "Tidak ada temuan."]


def test_of_many_packages_some_are_named_and_the_others_counted(sent: Path) -> None:
    for number in range(22):
        sent.with_name(f"lagi-{number:02}.datapackage.json").write_bytes(sent.read_bytes())
    said = check(sent.parent).err.splitlines()
    assert sum(line.startswith("Diperiksa: ") for line in said) == 20
    assert "… dan 3 paket lagi." in said


def test_packages_of_one_name_in_two_folders_are_told_apart_by_their_paths(
    sent: Path, tmp_path: Path
) -> None:
    other = tmp_path / "r2"
    other.mkdir()
    for path in (sent, table_of(sent)):
        (other / path.name).write_bytes(path.read_bytes())
    broken = other / table_of(sent).name
    broken.write_bytes(broken.read_bytes().replace(b"2017,PP46", b"2016,PP46", 1))
    done = check(sent.parent, other)
    assert done.status == 1
    assert all(str(other) in line for line in done.out.splitlines())
    assert f"{broken}, baris 2, kolom tahun" in done.out
    assert f"Diperiksa: {sent}: " in done.err
    (other / sent.name).write_text("{")
    assert f"{other / sent.name} bukan JSON yang utuh." in check(sent.parent, other).err


def test_another_layout_of_the_same_document_is_no_finding(sent: Path) -> None:
    rewrite(sent, lambda document: document)
    assert check(sent).status == 0


@pytest.mark.parametrize("place", [0, 300, 700, -3])
def test_a_flipped_bit_in_the_csv_is_found(sent: Path, place: int) -> None:
    content = bytearray(table_of(sent).read_bytes())
    content[place] ^= 1
    table_of(sent).write_bytes(content)
    done = check(sent)
    assert done.status == 1
    assert "hash" in done.out


def test_a_missing_row_is_found_also_when_hash_and_sidik_were_made_again(sent: Path) -> None:
    lines = table_of(sent).read_bytes().split(b"\r\n")
    content = b"\r\n".join([*lines[:2], *lines[3:]])
    table_of(sent).write_bytes(content)
    assert check(sent).status == 1
    from skp_tui.exchange.package.package import hash_of  # noqa: PLC0415 - the forger's tool

    resource = {"bytes": len(content), "hash": hash_of(content)}
    rewrite(sent, lambda document: document["resources"][0].update(resource), resign=True)
    done = check(sent)
    assert done.status == 1
    assert "rekap.jumlah_pegawai tertulis 4, menurut baris-barisnya 3" in done.out


def test_a_changed_setting_is_found(sent: Path) -> None:
    def change(document: Json) -> None:
        document["skp"]["pengaturan"]["penyebut"] = "dinilai"

    rewrite(sent, change)
    done = check(sent)
    assert done.status == 1
    assert "sidik" in done.out
    rewrite(sent, change, resign=True)
    done = check(sent)
    assert done.status == 1
    assert "rekap.penyebut" in done.out


def test_a_changed_figure_of_the_recap_is_found(sent: Path) -> None:
    rewrite(sent, lambda document: document["skp"]["rekap"].update(dinilai=4), resign=True)
    done = check(sent)
    assert done.status == 1
    assert "rekap.dinilai tertulis 4" in done.out


def test_a_changed_number_of_the_package_is_found(sent: Path) -> None:
    rewrite(sent, lambda document: document["skp"].update(kiriman=9))
    assert check(sent).status == 1


def test_a_missing_csv_is_unreadable(sent: Path) -> None:
    table_of(sent).rename(sent.with_name("lain.csv"))
    assert check(sent).status == 2
    rewrite(sent, lambda document: document["resources"][0].update(path="lain.csv"))
    done = check(sent)
    assert done.status == 1
    assert "sidik" in done.out


def _change_resource(values: Json, document: Json) -> None:
    document["resources"][0].update(values)


def test_a_path_that_leads_elsewhere_is_not_followed(sent: Path) -> None:
    for path in ("../keluar/skp-1-2017.csv", "/etc/passwd", "", "a\0b", 7, None):
        elsewhere = {"path": path}
        rewrite(sent, partial(_change_resource, elsewhere))
        assert check(sent).status == 2


NO_PACKAGE = {
    "missing": None,
    "empty": b"",
    "no json": b"kode,nama\n1,A\n",
    "half": b'{"skp": {',
    "a list": b"[]",
    "a number": b"7",
    "another json": b'{"a": 1}',
    "another package": b'{"resources": [{"path": "x.csv"}]}',
    "binary": bytes(range(256)),
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("what", NO_PACKAGE)
def test_what_is_no_package_is_unreadable(desk: Desk, what: str) -> None:
    path = desk.folder / "paket.json"
    content = NO_PACKAGE[what]
    if content is not None:
        path.write_bytes(content)
    done = check(path)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1


def test_a_directory_is_no_package(desk: Desk) -> None:
    assert check(desk.folder).status == 2


def test_every_package_is_checked_also_behind_one_that_cannot_be_read(
    sent: Path, desk: Desk
) -> None:
    table_of(sent).write_bytes(table_of(sent).read_bytes() + b"x")
    done = check(desk.folder / "tiada.json", sent)
    assert done.status == 2
    assert "tiada.json" in done.err
    assert "hash" in done.out


def test_findings_carry_no_signs_of_a_terminal(sent: Path) -> None:
    rewrite(sent, lambda document: document["skp"]["rekap"].update(target="\x1b[2J\u202e9"))
    done = check(sent)
    assert done.status == 1
    assert "\x1b" not in done.said
    assert "\u202e" not in done.said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_no_package_and_nobody_waits_for_it(sent: Path) -> None:
    pipe = sent.with_name("pipa")
    os.mkfifo(pipe)
    assert check(pipe).status == 2
    rewrite(sent, partial(_change_resource, {"path": "pipa"}))
    assert check(sent).status == 2


def test_the_csv_of_a_package_or_its_folder_means_the_package_and_counts_once(sent: Path) -> None:
    assert (check(table_of(sent)).status, check(sent.parent).status) == (0, 0)
    table_of(sent).write_bytes(table_of(sent).read_bytes() + b"x")
    done = check(sent, table_of(sent), sent.parent)
    assert done.status == 1
    assert done.out.count("hash") == 1


def test_a_package_that_cannot_be_read_hides_no_other_of_its_folder(sent: Path) -> None:
    sent.with_name("a-rusak.datapackage.json").write_text("{")
    table_of(sent).write_bytes(table_of(sent).read_bytes() + b"x")
    done = check(sent.parent)
    assert done.status == 2
    assert "a-rusak.datapackage.json bukan JSON yang utuh" in done.err
    assert "hash" in done.out


def test_what_is_no_package_is_refused_with_what_would_be(office: Desk, tmp_path: Path) -> None:
    lone = tmp_path / "pegawai.csv"
    lone.write_text("nip;nama\n")
    book = tmp_path / "daftar.xlsx"
    book.write_bytes(b"PK")
    for path, words in (
        (lone, "pegawai.csv bukan paket BKD: pegawai.datapackage.json tidak ada."),
        (book, "daftar.xlsx bukan paket BKD. Yang diperiksa adalah kiriman profil bkd"),
        (tmp_path, "tidak berisi paket BKD"),
        (office.db, f"skp-tui --db {office.db} periksa"),
    ):
        done = check(path)
        assert (done.status, done.out) == (2, "")
        assert words in done.err


# -- a database


def tamper(desk: Desk, *statements: str) -> None:
    """Change the database from outside, triggers taken away first."""
    with closing(sqlite3.connect(desk.db, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)


def lock(desk: Desk, nip: str) -> None:
    with writing(desk.db, now, "kunci") as writer:
        signing.lock(writer, 2017, [nip], date(2017, 12, 31))


def test_a_clean_database_has_no_finding_and_missing_outcomes_are_none(office: Desk) -> None:
    done = office.run("periksa")
    assert (done.status, done.out) == (0, "")
    lock(office, BRAM)
    assert office.run("periksa").status == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE kegiatan SET realisasi_kualitas = '100' WHERE id = 1",
        "UPDATE pegawai SET nama = 'Lain' WHERE id = 1",
        "DELETE FROM perilaku WHERE id = 1",
        "INSERT INTO pengaturan (nama, nilai) VALUES ('tempat', 'X')",
        "UPDATE jejak SET baru = '{}' WHERE seq = 2",
        "DELETE FROM jejak WHERE seq = 2",
    ],
)
def test_what_was_changed_from_outside_is_found(office: Desk, statement: str) -> None:
    tamper(office, statement)
    done = office.run("periksa")
    assert done.status == 1
    assert "jejak" in done.out


def test_a_row_that_points_to_nothing_is_found(office: Desk) -> None:
    tamper(office, "UPDATE kegiatan SET bagian_id = 99 WHERE id = 1")
    done = office.run("periksa")
    assert done.status == 1
    assert "bagian" in done.out


def test_a_witness_that_differs_is_found(office: Desk) -> None:
    lock(office, BRAM)
    tamper(office, "UPDATE penilaian SET saksi = replace(saksi, 'Baik', 'Buruk') "
                   "WHERE saksi IS NOT NULL")  # fmt: skip
    done = office.run("periksa")
    assert done.status == 1
    assert BRAM in done.out
    assert "Buruk" in done.out


def test_a_damaged_page_is_a_finding_or_unreadable(office: Desk) -> None:
    content = bytearray(office.db.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    office.db.write_bytes(content)
    done = office.run("periksa")
    assert done.status in {1, 2}
    assert "Traceback" not in done.err
    assert "kesalahan dalam program" not in done.err


def test_a_newer_database_is_refused_by_every_command(office: Desk) -> None:
    with closing(sqlite3.connect(office.db, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = office.db.read_bytes()
    path = office.file("unit.csv", "kode,nama\n1,Badan\n")
    for command in (("rekap", "--tahun", 2017), ("periksa",), ("impor", "unit", path),
                    ("impor", "unit", path, "--periksa"), ("atur", "tema", "terang"),
                    ("cadangkan",), ("ekspor", "--tahun", 2017, "--ke", "k")):  # fmt: skip
        done = office.run(*command)
        assert (done.status, done.out) == (2, ""), command
        assert "lebih baru" in done.err, command
    assert office.db.read_bytes() == before
