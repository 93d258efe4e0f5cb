import re
from collections.abc import Callable

import pytest

from skp_tui import paths
from skp_tui.cli.output import now
from skp_tui.domain.recap import TINGKAT_TERBANYAK
from skp_tui.errors import SORRY
from skp_tui.services.base.database import writing
from skp_tui.storage.changes.apply import write
from tests.cli.calls import Desk, Row, call
from tests.cli.office import SARI, UNITS

ENGLISH = re.compile(
    r"\b(usage|error|argument|required|expected|invalid|choose|unrecognized|ignored|explicit|"
    r"positional|options|show this|the following)\b",
    re.IGNORECASE,
)

WRONG = (
    "salah",
    "impor",
    "impor unit",
    "ekspor",
    "ekspor --tahun 2017",
    "ekspor --ke x",
    "rekap",
    "rekap --tahun",
    "rekap --tahun dua",
    "rekap --tahun 20171",
    "rekap --tahun -2017",
    "rekap --tahun ２０１７",
    "rekap --tahun 2017 sisa",
    "rekap --tahun 2017 --taun 2017",
    "rekap --tahun 2017 --json=ya",
    "rekap --db",
    "nilai --tahun 2017",
    "nilai --nip 1",
    "templat unit",
    "templat --ke x",
    "atur a b c",
    "pulihkan",
    "pulihkan a b",
    "cadangkan sini",
    "impor unit a.csv --sebagian",
    "ekspor --tahun 2017 --ke x --periksa",
    "--tahun 2017",
    "--contoh rekap --tahun 2017",
    "--hemat rekap --tahun 2017",
    "--ascii atur",
    "--hemat=ya",
    "rekap --tahun 2017 --ascii",
    "rekap --tah 2017",
)


@pytest.mark.parametrize("words", WRONG)
def test_a_wrong_call_is_refused_in_indonesian_and_does_nothing(desk: Desk, words: str) -> None:
    done = desk.run(*words.split())
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("skp-tui: perintah tidak dimengerti")
    assert not ENGLISH.search(done.err), done.err
    assert not desk.db.exists()


@pytest.mark.parametrize(
    "words",
    ["", "impor", "ekspor", "templat", "nilai", "rekap", "atur", "periksa", "cadangkan",
     "pulihkan", "cetak", "gabung"],
)  # fmt: skip
def test_help_is_indonesian(words: str) -> None:
    done = call(*words.split(), "--help")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("pemakaian: skp-tui")
    assert not ENGLISH.search(done.out), done.out


NOT_BUILT = (
    "cetak",
    "cetak skp --nip 1 --tahun 2017",
    "cetak --tahun 2017 --ke x",
    "gabung",
    "gabung a.json b.json --ke x",
    "gabung --ke x",
    "templat unit --ke unit.xls",
    "templat unit --ke unit.ods",
)


@pytest.mark.parametrize("words", NOT_BUILT)
def test_what_is_not_built_yet_says_so_in_one_sentence(
    office: Desk, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    for name in ("unit.xlsx", "unit.xls", "unit.ODS", "evaluasi.csv"):
        office.file(name, "tahun,nip,periode,kode,nama\n")
    before, stored = office.names(), office.stored()
    done = office.run(*words.split())
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert re.search(r"belum (tersedia|dapat)", done.err)
    assert "tidak dimengerti" not in done.err
    assert (office.names(), office.stored()) == (before, stored)


UNKNOWN = (
    ("impor tugas x.csv", "tugas"),
    ("impor UNIT x.csv", "UNIT"),
    ("templat tugas --ke x.csv", "tugas"),
    ("atur warna", "warna"),
    ("atur warna merah", "warna"),
    ("atur warna merah --tahun 2017", "warna"),
    ("atur penyebut", "penyebut"),
    ("atur penyebut dinilai", "penyebut"),
    ("atur penyebut separuh --tahun 2017", "separuh"),
    ("ekspor --tahun 2017 --ke keluar --profil pdf", "pdf"),
)


@pytest.mark.parametrize(("words", "named"), UNKNOWN)
def test_what_is_unknown_is_named_in_one_sentence(
    office: Desk, words: str, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    office.file("x.csv", "kode,nama\n1,A\n")
    before, stored = office.names(), office.stored()
    done = office.run(*words.split())
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert named in done.err
    assert (office.names(), office.stored()) == (before, stored)


@pytest.mark.parametrize("words", [words for words, _ in UNKNOWN])
def test_what_is_unknown_creates_no_database(
    desk: Desk, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.folder)
    desk.file("x.csv", "kode,nama\n1,A\n")
    before = desk.names()
    assert desk.run(*words.split()).status == 2
    assert desk.names() == before


UNREADABLE = {
    "missing": None,
    "empty": b"",
    "blank": b" \r\n\t\n",
    "without headers": b"1,Badan,\n1.1,Sekretariat,1\n",
    "one header missing": b"kode,induk\n1,\n",
    "headers twice": b"kode,nama,nama\n1,A,B\n",
    "binary": bytes(range(256)) * 8,
    "a picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
    "a zip": b"PK\x03\x04" + b"\0" * 64,
    "an open quote": b'kode,nama\n1,"Badan\n2,Dinas\n',
    "not windows-1252": b"kode,nama\n1,\x81\x8d\n",
    "unknown sep": b"sep=|\nkode|nama\n1|A\n",
}


@pytest.mark.parametrize("what", UNREADABLE)
@pytest.mark.parametrize("option", ["", "--periksa", "--utuh", "--json"])
def test_an_unreadable_file_is_refused_whole_and_nothing_is_done(
    desk: Desk, what: str, option: str
) -> None:
    good = desk.file("baik.csv", "kode,nama\n1,Badan\n")
    bad = desk.folder / "buruk.csv"
    content = UNREADABLE[what]
    if content is not None:
        bad.write_bytes(content)
    before = desk.names()
    done = desk.run("impor", "unit", good, bad, *option.split())
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "buruk.csv" in done.err
    assert done.out == "" or option == "--json"
    assert desk.names() == before


def test_a_directory_is_no_file(desk: Desk) -> None:
    done = desk.run("impor", "unit", desk.folder)
    assert (done.status, done.out) == (2, "")
    assert "bukan berkas" in done.err
    assert not desk.db.exists()


def test_a_missing_header_is_named_with_those_found(desk: Desk) -> None:
    done = desk.bring("unit", "kode,warna\n1,A\n")
    assert "nama" in done.err
    assert "kode" in done.err
    assert "templat" in done.err


def test_json_is_printed_also_when_the_whole_call_is_refused(desk: Desk) -> None:
    done = desk.run("impor", "unit", desk.folder / "tiada.csv", "--json")
    assert done.status == 2
    assert done.json["diterapkan"] is False
    assert (done.json["jenis"], done.json["baru"]) == ("unit", 0)
    assert [one["berkas"] for one in done.json["ditolak"]] == ["tiada.csv"]
    assert "tiada.csv" in done.json["ditolak"][0]["pesan"]


DEEPER = (
    "membuat susunan unit lebih dari 200 tingkat, yang tidak dapat dihitung rekap; periksa induknya"
)
TOO_DEEP = "skp-tui: Susunan unit terlalu dalam. Periksa kolom induk pada data unit.\n"


def chain(levels: int, begin: str = "") -> list[Row]:
    """Return units that stand below one another, the topmost first."""
    return [{"kode": f"{begin}{n:05}", "nama": "A", "induk": f"{begin}{n - 1:05}" if n else ""}
            for n in range(levels)]  # fmt: skip


@pytest.mark.parametrize("step", [1, -1], ids=["topmost first", "lowest first"])
def test_what_makes_a_tree_too_deep_is_refused_and_the_rest_is_counted(
    desk: Desk, step: int
) -> None:
    plan = desk.plan("unit", *chain(3000)[::step])
    assert plan["baru"] == TINGKAT_TERBANYAK
    words = [one["pesan"] for one in plan["ditolak"] if "bergantung" not in one["pesan"]]
    assert words == [DEEPER]
    (first,) = (one for one in plan["ditolak"] if one["pesan"] == DEEPER)
    assert (first["kolom"], first["nilai"]) == ("induk", f"{TINGKAT_TERBANYAK - 1:05}")
    assert desk.run("rekap", "--tahun", 2017).status == 0
    assert desk.run("periksa").status == 0


def test_a_move_that_takes_units_too_deep_is_refused_with_all_else_as_it_was(desk: Desk) -> None:
    desk.must("unit", *chain(TINGKAT_TERBANYAK), *chain(3, "B"))
    moved = {"kode": "B00000", "nama": "A", "induk": f"{TINGKAT_TERBANYAK - 3:05}"}
    plan = desk.plan("unit", moved)
    assert [(one["kolom"], one["pesan"]) for one in plan["ditolak"]] == [("induk", DEEPER)]
    plan = desk.plan("unit", {**moved, "induk": f"{TINGKAT_TERBANYAK - 4:05}"})
    assert (plan["berubah"][0]["baru"], plan["ditolak"]) == (f"{TINGKAT_TERBANYAK - 4:05}", [])


def test_a_tree_that_was_stored_too_deep_is_told_by_recap_and_check(desk: Desk) -> None:
    desk.must("unit", *chain(1))
    below = [{name: str(text) for name, text in row.items()} for row in chain(3000)[1:]]
    with writing(desk.db, now, "lama") as writer, writer.change("lama") as work:
        write(work, "unit", below, [])  # as came in before such trees were refused
    for options in ((), ("--json",)):
        done = desk.run("rekap", "--tahun", 2017, *options)
        assert (done.status, done.out, done.err) == (2, "", TOO_DEEP)
    done = desk.run("periksa")
    assert done.status == 1
    assert f'"{TINGKAT_TERBANYAK:05}": unit ini pada tingkat 201, sehingga rekap tidak' in done.said
    again = desk.plan("unit", {"kode": "02999", "nama": "Baru", "induk": ""})
    assert len(again["berubah"]) == 1, "what stands there is not refused for where it stands"


def test_the_deepest_tree_that_is_counted_is_shown_exported_and_checked(desk: Desk) -> None:
    units = chain(TINGKAT_TERBANYAK)
    desk.must("unit", *units)
    desk.must("pegawai", {"nip": SARI, "nama": "Sari Contoh", "unit": units[-1]["kode"]})
    assert desk.run("rekap", "--tahun", 2017).status == 0
    assert desk.recap()["jumlah_pegawai"] == 1
    for profil in ("bkd", "excel", "rekap"):
        done = desk.export("--unit", "00000", "--profil", profil, "--sebagian")
        assert done.status in {0, 1}, done.err
    (package,) = (desk.folder / "keluar").glob("*.datapackage.json")
    assert desk.run("periksa", package).status == 0


def endless(*arguments: object) -> int:
    """Fail as a bug does that calls itself without end."""
    return endless(*arguments)


def broken(*_: object) -> int:
    """Fail as a bug does."""
    raise ValueError(f"NIP {SARI}")


@pytest.mark.parametrize("bug", [endless, broken])
def test_a_bug_is_a_sentence_a_line_in_the_log_and_a_status_of_its_own(
    desk: Desk, bug: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skp_tui.cli.looking.unit_view", bug)
    desk.must("unit", *UNITS)
    done = desk.run("rekap", "--tahun", 2017)
    log = paths.log_file()
    assert (done.status, done.out) == (70, "")
    assert done.err == f"skp-tui: {SORRY}\nCatatan untuk pembuatnya: {log}\n"
    assert f"in {bug.__name__}" in log.read_text(encoding="utf-8")
    assert SARI not in log.read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_leaves_the_sentence_and_the_status(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.must("unit", *UNITS)
    monkeypatch.setattr("skp_tui.cli.looking.unit_view", broken)
    desk.file("rumah", "a file where the folder of the log should be")
    assert desk.run("rekap", "--tahun", 2017).err == f"skp-tui: {SORRY}\n"
    monkeypatch.setattr("skp_tui.paths.log_file", broken)
    done = desk.run("rekap", "--tahun", 2017)
    assert (done.status, done.err) == (70, f"skp-tui: {SORRY}\n")


def test_a_row_that_is_the_same_stays_the_same_after_a_refused_call(office: Desk) -> None:
    before = office.stored()
    office.rows("unit", *UNITS, {"kode": "", "nama": ""}, options=("--utuh",))
    assert office.stored() == before
