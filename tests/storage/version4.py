"""A file of version 4, or another, with a row in every table, for what upgrades it."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from skp_tui.storage.changes import periods
from skp_tui.storage.database.migrate import create, migrations, schema_of
from skp_tui.storage.transactions.work import Work
from skp_tui.storage.transactions.writer import Writer

OLD = 4
NIP = "196704101990031005"
HASH = "0" * 64
SIGNED = '{"nilai_skp": "90"}'


def clock() -> datetime:
    return datetime(2018, 1, 5, 9, 30, tzinfo=UTC)


def fill(work: Work) -> None:
    """Give every table of version 4 a row, through the trail."""
    [unit, _] = work.insert(
        "unit", [{"kode": "1", "nama": "Badan"}, {"kode": "1.1", "nama": "Bidang", "induk_id": 1}]
    )
    [orang] = work.insert("pegawai", [{"nip": NIP, "nama": "Sari Contoh", "unit_id": unit}])
    tahun = {"peraturan": "PP46", "target_indikator": "96.5", "batas_waktu": "2018-01-31"}
    [periode] = work.insert("periode", [{"tahun": 2017, "penyebut": "dinilai", **tahun}])
    [penilaian] = work.insert("penilaian", [{"periode_id": periode, "pegawai_id": orang}])
    [bagian] = work.insert("bagian", [{"penilaian_id": penilaian, "nomor": 1}])
    of_year = {"penilaian_id": penilaian}
    kegiatan = {"bagian_id": bagian, "no": 1, "uraian": "Menyusun", "target_kuantitas": "12.50"}
    [first] = work.insert("kegiatan", [kegiatan])
    isi = {"tanggal": "2017-05-01", "isi": "x"}
    others: list[tuple[str, dict[str, object]]] = [
        ("tambahan", {
            "bagian_id": bagian, "jenis": "tugas_tambahan", "no": 1, "uraian": "Panitia",
        }),
        ("perilaku", {**of_year, "integritas": "90"}),
        ("evaluasi", {**of_year, "periode": "tahunan", "hasil_kerja": "sesuai"}),
        ("nilai_luar", {**of_year, "jenis": "skp", "bagian": 1, "nilai": "90", "sumber": "UI"}),
        ("keberatan", {**of_year, "tahap": "keberatan", **isi}),
        ("catatan", {**of_year, "kegiatan_id": first, **isi}),
        ("pengecualian", {
            "periode_id": periode, "pegawai_id": orang, "alasan": "cltn", "tanggal": "2017-02-01",
        }),
        ("kiriman", {
            "unit_id": unit, "periode_id": periode, "nomor": 1, "waktu": "x", "profil": "bkd",
            "berkas": "x.csv", "sha256": HASH, "sebagian": 0,
        }),
        ("pengaturan", {"nama": "tempat", "nilai": "Kota"}),
    ]  # fmt: skip
    for tabel, row in others:
        work.insert(tabel, [row])


def make_old(path: Path, version: int = OLD) -> Path:
    """Make the file: a year was taken back in it, so that its key is never given again."""
    create(path, migrations()[:version])
    with Writer(path, clock) as writer:
        with writer.change("isi") as work:
            fill(work)
        with writer.change("tahun baru") as work:
            periods.set_period(work, 2018, {"penyebut": "dinilai"})
        writer.undo()
        with writer.change("kunci") as work:
            periods.lock(work, 2017, {NIP: SIGNED}, "2018-01-05")
    return path


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table as it is stored, with the keys given out last."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            row[0]
            for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {
            tabel: sorted(connection.execute(f"SELECT * FROM {tabel}").fetchall(), key=repr)
            for tabel in tables
        }


def whole(path: Path) -> tuple[object, ...]:
    """Return all that a step that fails must leave alone."""
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        return version, schema_of(connection), content(path)
