"""What the schema refuses, whoever writes: each bad row is one that is good but for one field."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from skp_tui.storage.database.connection import connect
from skp_tui.storage.database.migrate import create

Row = Mapping[str, object]

HASH = "0" * 64
GOOD: dict[str, Row] = {
    "unit": {"kode": "1", "nama": "Badan"},
    "pegawai": {"nip": "196704101990031005", "nama": "Sari", "unit_id": 1},
    "periode": {"tahun": 2017, "peraturan": "PP46"},
    "penilaian": {"periode_id": 1, "pegawai_id": 1},
    "bagian": {"penilaian_id": 1, "nomor": 1},
    "kegiatan": {"bagian_id": 1, "no": 1, "uraian": "Menyusun"},
    "tambahan": {"bagian_id": 1, "jenis": "tugas_tambahan", "no": 1, "uraian": "Panitia"},
    "perilaku": {"penilaian_id": 1},
    "evaluasi": {"penilaian_id": 1, "periode": "tahunan"},
    "hasil_kerja": {"bagian_id": 1, "no": 1, "uraian": "Berkas tertata"},
    "indikator": {"hasil_kerja_id": 1, "no": 1, "uraian": "Jumlah berkas"},
    "ekspektasi": {"penilaian_id": 1, "perilaku": "akuntabel"},
    "lampiran": {"penilaian_id": 1, "jenis": "konsekuensi", "no": 1, "uraian": "Pembinaan"},
    "capaian_organisasi": {"periode_id": 1, "unit_id": 1, "capaian": "baik"},
    "nilai_luar": {
        "penilaian_id": 1, "jenis": "akademik", "bagian": 0, "nilai": "90", "sumber": "UI",
    },
    "keberatan": {
        "penilaian_id": 1, "tahap": "keberatan", "tanggal": "2018-01-31", "isi": "x",
    },
    "catatan": {"penilaian_id": 1, "kegiatan_id": 1, "tanggal": "2018-01-31", "isi": "x"},
    "pengecualian": {
        "periode_id": 1, "pegawai_id": 1, "alasan": "pensiun", "tanggal": "2017-05-01",
    },
    "kiriman": {
        "unit_id": 1, "periode_id": 1, "nomor": 1, "waktu": "x", "profil": "bkd", "berkas": "x",
        "sha256": HASH, "sebagian": 0,
    },
    "pengaturan": {"nama": "tempat", "nilai": "Kota"},
    "jejak": {
        "langkah": 1, "waktu": "x", "tabel": "unit", "kunci": 1, "baru": "{}", "sebab": "x",
        "sidik": HASH,
    },
}  # fmt: skip

NOT_A_DATE = ("2017-02-30", "2017-2-3", "", "kemarin", "2017-01-01 10:00")
SENT = {"pegawai": 1, "dikecualikan": 0, "dinilai": 1, "pengaturan": "{}", "isi": "QQ=="}
NOT_A_MEASURE = ("-1", "+1", "1,5", "", ".5", "5.", "1.2.3", "1.000,5", ".", ",")
NOT_AN_AMOUNT = ("-1", "1,5", "1e3", "nan", "", ".5", "1.2.3", " 1", "٣")
AMOUNTS = [
    f"{sort}_{aspek}"
    for sort in ("target", "realisasi")
    for aspek in ("kuantitas", "kualitas", "waktu", "biaya")
]
TARGETS = {name.replace("realisasi", "target"): "1" for name in AMOUNTS}
PERILAKU = (
    "orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerja_sama", "kepemimpinan",
)  # fmt: skip

BAD: list[tuple[str, Row]] = [
    ("unit", {"kode": ""}),
    ("unit", {"kode": None}),
    ("unit", {"nama": ""}),
    ("unit", {"kode": "2", "induk_id": 9}),
    *(("pegawai", {"nip": nip}) for nip in ("19670410199003100", "19670410199003100a", "")),
    ("pegawai", {"nip": "1967041019900310055"}),
    ("pegawai", {"nama": ""}),
    ("pegawai", {"unit_id": 9}),
    ("pegawai", {"jenis_jabatan": "lain"}),
    ("pegawai", {"jenis_jabatan": ""}),
    ("pegawai", {"status": "Honorer"}),
    ("pegawai", {"aktif_sejak": "2018-01-02", "aktif_sampai": "2018-01-01"}),
    *(
        ("pegawai", {name: text})
        for name in ("tmt_golongan", "aktif_sejak", "aktif_sampai")
        for text in NOT_A_DATE
    ),
    ("periode", {"tahun": 2013}),
    ("periode", {"tahun": 10000}),
    ("periode", {"peraturan": ""}),
    ("periode", {"peraturan": None}),
    ("periode", {"kebijakan_batas": "lain"}),
    ("periode", {"penyebut": "lain"}),
    ("periode", {"kuantitas_nol": "lain"}),
    *(("periode", {"target_indikator": text}) for text in ("0", "0.0", "-1", "9,5")),
    *(("periode", {"batas_waktu": text}) for text in NOT_A_DATE),
    ("penilaian", {"dikunci": "2018-01-05"}),
    ("penilaian", {"saksi": "{}"}),
    *(("penilaian", {"disepakati": text}) for text in NOT_A_DATE),
    *(("penilaian", {"dikunci": text, "saksi": "{}"}) for text in NOT_A_DATE),
    ("bagian", {"nomor": 0}),
    ("bagian", {"jenis_jabatan": "lain"}),
    ("bagian", {"mulai": "2017-06-01", "selesai": "2017-05-01"}),
    ("bagian", {"unit_id": 9}),
    *(("bagian", {name: text}) for name in ("mulai", "selesai") for text in NOT_A_DATE),
    ("kegiatan", {"no": 0}),
    ("kegiatan", {"uraian": ""}),
    ("kegiatan", {"no": "satu"}),
    ("kegiatan", {"target_kualitas": "100.000001"}),
    ("kegiatan", {**TARGETS, "realisasi_kualitas": "101"}),
    *(
        ("kegiatan", {f"target_{name}": "0"})
        for name in ("kuantitas", "kualitas", "waktu", "biaya")
    ),
    *(("kegiatan", {name: "1"}) for name in AMOUNTS if name.startswith("realisasi")),
    *(("kegiatan", {**TARGETS, name: text}) for name in ("ak", *AMOUNTS) for text in NOT_AN_AMOUNT),
    ("kegiatan", {"target_kuantitas": b"12"}),
    ("tambahan", {"jenis": "lain"}),
    ("tambahan", {"no": 0}),
    ("tambahan", {"uraian": ""}),
    ("tambahan", {"tingkat": "unit"}),
    ("tambahan", {"jenis": "kreativitas"}),
    ("tambahan", {"jenis": "kreativitas", "tingkat": "lain"}),
    *(("perilaku", {name: text}) for name in PERILAKU for text in (*NOT_AN_AMOUNT, "100.5")),
    ("evaluasi", {"periode": ""}),
    ("evaluasi", {"hasil_kerja": "lain"}),
    ("evaluasi", {"perilaku_kerja": "lain"}),
    ("hasil_kerja", {"no": 0}),
    ("hasil_kerja", {"uraian": ""}),
    ("hasil_kerja", {"jenis": "lain"}),
    ("hasil_kerja", {"jenis": None}),
    ("hasil_kerja", {"bagian_id": 9}),
    ("indikator", {"no": 0}),
    ("indikator", {"uraian": ""}),
    ("indikator", {"aspek": "mutu"}),
    ("indikator", {"aspek": None}),
    ("indikator", {"hasil_kerja_id": 9}),
    ("indikator", {"realisasi": "12"}),
    ("indikator", {"target": "31 Desember", "satuan": "laporan"}),
    *(("indikator", {"target": text}) for text in NOT_A_MEASURE),
    *(("indikator", {"target": "1", "realisasi": text}) for text in NOT_A_MEASURE),
    ("ekspektasi", {"perilaku": "integritas"}),
    ("ekspektasi", {"penilaian_id": 9}),
    ("lampiran", {"jenis": "lain"}),
    ("lampiran", {"no": 0}),
    ("lampiran", {"uraian": ""}),
    ("lampiran", {"penilaian_id": 9}),
    ("capaian_organisasi", {"capaian": "cukup"}),
    ("capaian_organisasi", {"capaian": None}),
    ("capaian_organisasi", {"unit_id": 9}),
    ("capaian_organisasi", {"periode_id": 9}),
    ("nilai_luar", {"jenis": "lain"}),
    ("nilai_luar", {"bagian": 1}),
    ("nilai_luar", {"jenis": "skp"}),
    ("nilai_luar", {"bagian": -1}),
    ("nilai_luar", {"sumber": ""}),
    ("nilai_luar", {"ide_baru": "ya"}),
    ("nilai_luar", {"jenis": "akhir", "ide_baru": "tidak"}),
    *(("nilai_luar", {"nilai": text}) for text in NOT_AN_AMOUNT),
    ("keberatan", {"tahap": "lain"}),
    *(("keberatan", {"tanggal": text}) for text in NOT_A_DATE),
    *(("catatan", {"tanggal": text}) for text in NOT_A_DATE),
    *(("catatan", {"jumlah": text}) for text in NOT_AN_AMOUNT),
    ("catatan", {"kegiatan_id": 9}),
    ("pengecualian", {"alasan": "lain"}),
    *(("pengecualian", {"tanggal": text}) for text in NOT_A_DATE),
    ("kiriman", {"nomor": 0}),
    ("kiriman", {"sha256": "abc"}),
    ("kiriman", {"sebagian": 2}),
    ("kiriman", {"pegawai": 1}),
    ("kiriman", {**SENT, "isi": None}),
    ("kiriman", {**SENT, "pegawai": 0}),
    ("kiriman", {**SENT, "dinilai": 2}),
    ("kiriman", {**SENT, "dinilai": -1}),
    ("kiriman", {**SENT, "dikecualikan": -1}),
    ("kiriman", {**SENT, "dikecualikan": 1, "dinilai": 1}),
    ("kiriman", {**SENT, "pengaturan": "bukan"}),
    ("kiriman", {**SENT, "isi": ""}),
    ("kiriman", {**SENT, "isi": "bukan base64"}),
    ("jejak", {"langkah": 0}),
    ("jejak", {"baru": None}),
    ("jejak", {"sidik": "abc"}),
]


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("skema") / "skp.db"
    create(path)
    with closing(connect(path, writing=True)) as connection:
        for tabel, row in GOOD.items():
            insert(connection, tabel, row)
    return path


@pytest.fixture
def database(stored: Path) -> Iterator[sqlite3.Connection]:
    """Give the rows inside a transaction that comes to nothing."""
    with closing(connect(stored, writing=True)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


def insert(connection: sqlite3.Connection, tabel: str, row: Row) -> None:
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {tabel} ({names}) VALUES ({marks})", list(row.values()))


def test_the_good_rows_are_taken(database: sqlite3.Connection) -> None:
    for tabel in GOOD:
        assert database.execute(f"SELECT count(*) FROM {tabel}").fetchone() == (1,)


def label(bad: object) -> str:
    return str(bad)[:60]


@pytest.mark.parametrize(("tabel", "fields"), BAD, ids=label)
def test_a_bad_row_is_refused(database: sqlite3.Connection, tabel: str, fields: Row) -> None:
    settings = ", ".join(f"{name} = ?" for name in fields)
    triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        database.execute(f"DROP TRIGGER {name}")
    with pytest.raises(sqlite3.IntegrityError):  # noqa: PT012 - a foreign key is judged last
        database.execute(f"UPDATE {tabel} SET {settings}", list(fields.values()))
        database.execute("COMMIT")


MEASURES = ["0", "12", "1250.5", "31 Desember 2025", "12%", "1-2 hari", "-", "tidak ada", "3 x 4"]


@pytest.mark.parametrize("text", MEASURES)
def test_a_measure_is_a_number_or_a_text_of_its_own(
    database: sqlite3.Connection, text: str
) -> None:
    for column in ("target", "realisasi"):
        database.execute(f"UPDATE indikator SET {column} = ?", (text,))
    assert database.execute("SELECT target, realisasi FROM indikator").fetchall() == [(text, text)]


def test_a_regulation_that_only_a_later_program_knows_needs_no_migration(
    database: sqlite3.Connection,
) -> None:
    database.execute("UPDATE periode SET peraturan = 'PP99'")
    assert database.execute("SELECT peraturan FROM periode").fetchone() == ("PP99",)


UNIQUE = [
    "unit", "pegawai", "periode", "penilaian", "bagian", "kegiatan", "tambahan", "perilaku",
    "evaluasi", "nilai_luar", "keberatan", "pengecualian", "kiriman", "pengaturan", "hasil_kerja",
    "indikator", "ekspektasi", "lampiran", "capaian_organisasi",
]  # fmt: skip


@pytest.mark.parametrize("tabel", UNIQUE)
def test_a_second_row_of_the_same_key_is_refused(database: sqlite3.Connection, tabel: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        insert(database, tabel, GOOD[tabel])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE jejak SET sebab = 'lain'",
        "DELETE FROM jejak",
        (
            "INSERT OR REPLACE INTO jejak (seq, langkah, waktu, tabel, kunci, baru, sebab, sidik) "
            f"VALUES (1, 1, 'x', 'unit', 1, '{{}}', 'lain', '{HASH}')"
        ),
        "REPLACE INTO jejak SELECT * FROM jejak",
        "UPDATE OR REPLACE jejak SET seq = 1",
    ],
)
def test_a_line_of_the_trail_is_never_changed_or_removed(
    database: sqlite3.Connection, statement: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="jejak hanya bertambah"):
        database.execute(statement)
    assert database.execute("SELECT sebab FROM jejak").fetchall() == [("x",)]
