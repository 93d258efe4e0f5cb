import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.calls import Desk
from tests.cli.office import UNITS

KINDS = {
    "unit": "kode,nama,induk",
    "pegawai": "nip,nama,unit,golongan,tmt_golongan,jabatan,jenis_jabatan,eselon,status,"
    "penilai_nip,penilai_nama,penilai_golongan,penilai_jabatan,penilai_unit,atasan_penilai_nip,"
    "atasan_penilai_nama,atasan_penilai_golongan,atasan_penilai_jabatan,atasan_penilai_unit,"
    "aktif_sejak,aktif_sampai",
    "bagian": "tahun,nip,bagian,mulai,selesai,unit,golongan,jabatan,jenis_jabatan,penilai_nip,"
    "penilai_nama,penilai_golongan,penilai_jabatan,penilai_unit,atasan_penilai_nip,"
    "atasan_penilai_nama,atasan_penilai_golongan,atasan_penilai_jabatan,atasan_penilai_unit",
    "kegiatan": "tahun,nip,no,uraian,ak,target_kuantitas,satuan,target_kualitas,target_waktu,"
    "satuan_waktu,target_biaya,realisasi_kuantitas,realisasi_kualitas,realisasi_waktu,"
    "realisasi_biaya,bagian",
    "tambahan": "tahun,nip,no,jenis,uraian,tingkat,bagian",
    "perilaku": "tahun,nip,orientasi_pelayanan,integritas,komitmen,disiplin,kerja_sama,"
    "kepemimpinan",
    "nilai_luar": "tahun,nip,jenis,nilai,sumber,ide_baru,bagian",
    "pengecualian": "tahun,nip,alasan,tanggal,keterangan",
}


@pytest.mark.parametrize("jenis", KINDS)
def test_templat_writes_an_empty_file_with_the_columns_in_order(desk: Desk, jenis: str) -> None:
    target = desk.folder / "baru" / "isi.csv"
    done = desk.run("templat", jenis, "--ke", target)
    assert (done.status, done.out) == (0, f"{target}\n")
    assert target.read_bytes() == f"{KINDS[jenis]}\r\n".encode()
    assert not desk.db.exists()


def test_templat_overwrites_nothing(desk: Desk) -> None:
    target = desk.file("isi.csv", "milik saya")
    done = desk.run("templat", "unit", "--ke", target)
    assert done.lines == [str(desk.folder / "isi-2.csv")]
    assert target.read_text() == "milik saya"


def test_templat_into_a_directory_is_named_after_its_kind(desk: Desk) -> None:
    assert desk.run("templat", "unit", "--ke", desk.folder).lines == [str(desk.folder / "unit.csv")]


def test_a_filled_template_is_imported(desk: Desk) -> None:
    path = Path(desk.run("templat", "unit", "--ke", desk.folder / "u.csv").out.strip())
    path.write_bytes(path.read_bytes() + b"1,Badan,\r\n")
    assert desk.run("impor", "unit", path).status == 0


@pytest.mark.parametrize("target", [None, "salinan.db", "map/baru/salinan.db", "."])
def test_cadangkan_prints_the_path_of_a_whole_copy(office: Desk, target: str | None) -> None:
    options = () if target is None else ("--ke", office.folder / target)
    done = office.run("cadangkan", *options)
    copy = Path(done.out.strip())
    assert (done.status, len(done.lines)) == (0, 1)
    other = Desk(office.folder)
    other.db = copy
    assert other.stored() == office.stored()
    assert other.run("periksa").status == 0
    assert not [path.name for path in copy.parent.iterdir() if ".part" in path.name]


def test_cadangkan_overwrites_nothing(office: Desk) -> None:
    target = office.file("salinan.db", "milik saya")
    assert office.run("cadangkan", "--ke", target).lines == [str(office.folder / "salinan-2.db")]
    assert target.read_text() == "milik saya"
    assert len({office.run("cadangkan").out for _ in range(3)}) == 3


def test_cadangkan_obeys_its_setting(office: Desk) -> None:
    folder = office.folder / "aman"
    office.run("atur", "cadangan_dir", folder)
    assert Path(office.run("cadangkan").out.strip()).parent == folder


def test_cadangkan_of_a_missing_database_makes_no_directory(desk: Desk) -> None:
    assert desk.run("cadangkan", "--ke", desk.folder / "map" / "x.db").status == 2
    assert desk.names() == set()


def test_cadangkan_into_what_is_no_directory_is_refused(office: Desk) -> None:
    office.file("berkas", "x")
    done = office.run("cadangkan", "--ke", office.folder / "berkas" / "x.db")
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1


def test_pulihkan_brings_back_what_was_and_keeps_what_is(office: Desk) -> None:
    copy = office.run("cadangkan").out.strip()
    before = office.stored()
    office.must("unit", {"kode": "1", "nama": "Salah"})
    changed = office.stored()
    done = office.run("pulihkan", copy)
    assert done.status == 0
    assert office.stored() == before
    kept = next(path for path in (office.folder / "cadangan").iterdir() if "sebelum" in path.name)
    assert str(kept) in done.err
    other = Desk(office.folder)
    other.db = kept
    assert other.stored() == changed


def test_pulihkan_replaces_a_damaged_database_and_keeps_its_bytes(office: Desk) -> None:
    copy = office.run("cadangkan").out.strip()
    before = office.stored()
    office.db.write_bytes(b"rusak" * 1000)
    assert office.run("pulihkan", copy).status == 0
    assert office.stored() == before
    kept = [path.read_bytes() for path in (office.folder / "cadangan").iterdir()]
    assert b"rusak" * 1000 in kept


def _another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE lain (a)")
        connection.commit()


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize(
    "what", ["missing", "directory", "empty", "text", "another program", "half", "newer", "itself"]
)
def test_pulihkan_refuses_what_is_no_backup_and_changes_nothing(office: Desk, what: str) -> None:
    source = office.folder / "sumber.db"
    if what == "directory":
        source.mkdir()
    elif what == "empty":
        source.write_bytes(b"")
    elif what == "text":
        source.write_text("bukan basis data " * 500)
    elif what == "another program":
        _another_program(source)
    elif what == "half":
        source.write_bytes(office.db.read_bytes()[:40_000])
    elif what == "newer":
        source.write_bytes(office.db.read_bytes())
        _newer(source)
    elif what == "itself":
        source = office.db
    before, names = office.db.read_bytes(), office.names()
    done = office.run("pulihkan", source)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert office.db.read_bytes() == before
    assert office.names() - {"skp.db.lock"} == names


def test_pulihkan_of_what_is_no_backup_creates_no_database(desk: Desk) -> None:
    source = desk.file("sumber.db", b"")
    desk.db = desk.folder / "map" / "skp.db"
    for path in (source, desk.folder / "tiada.db"):
        assert desk.run("pulihkan", path).status == 2
    assert desk.names() == {"sumber.db"}


def test_what_was_restored_goes_on_where_it_was(office: Desk) -> None:
    copy = office.run("cadangkan").out.strip()
    assert office.run("pulihkan", copy).status == 0
    office.must("unit", *UNITS, {"kode": "1.9", "nama": "Baru", "induk": "1"})
    assert office.run("periksa").status == 0
