"""What ``periksa`` notices: damage, tampering, a cut tail, and a witness that no longer fits."""

import random
import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest

from skp_tui.errors import DatabaseError
from skp_tui.services.keeping import checking
from skp_tui.services.signing import signing
from skp_tui.storage.trail import trail
from tests.services.office import BRAM, KEPALA, SARI, Office

FLIPS = 400


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Give an office with a locked appraisal; tests take copies of it."""
    office = Office.filled(tmp_path_factory.mktemp("utuh"))
    with office.writing() as writer:
        signing.lock(writer, 2017, [SARI], date(2018, 1, 5))
    return office


@pytest.fixture
def office(whole: Office, tmp_path: Path) -> Office:
    (tmp_path / "skp.db").write_bytes(whole.path.read_bytes())
    return Office(tmp_path / "skp.db")


def tamper(path: Path, *statements: str) -> None:
    """Change rows with the triggers dropped, and put the triggers back afterwards."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in guards:
            connection.execute(sql)


def findings(path: Path) -> list[str]:
    """Return the findings; a file that is refused whole is a finding too."""
    try:
        return [satu.kalimat() for satu in checking.check_database(path)]
    except DatabaseError as refused:
        return [refused.kalimat()]


def test_a_whole_database_has_no_findings(office: Office) -> None:
    assert office.findings() == []


TAMPERED = {
    "UPDATE kegiatan SET realisasi_kualitas = '100' WHERE no = 2": "kegiatan, baris 3",
    "UPDATE pegawai SET nama = 'Lain' WHERE id = 1": "kolom nama",
    "UPDATE perilaku SET disiplin = NULL WHERE id = 1": "kolom disiplin",
    "DELETE FROM perilaku WHERE id = 2": "perilaku, baris 2",
    "INSERT INTO unit (kode, nama) VALUES ('7', 'Lain')": "unit, baris 4",
    "UPDATE penilaian SET dikunci = NULL, saksi = NULL": "kolom dikunci",
    "UPDATE jejak SET baru = replace(baru, 'Sari', 'Sara')": "jejak, baris",
    "UPDATE jejak SET sebab = 'lain' WHERE seq = 2": "jejak, baris 2",
    "UPDATE jejak SET waktu = '2018-01-01T00:00:00' WHERE seq = 3": "jejak, baris 3",
    "UPDATE jejak SET membalik = 1 WHERE seq = 4": "jejak, baris 4",
    "UPDATE jejak SET seq = 999 WHERE seq = 5": "jejak, baris 5",
    "DELETE FROM jejak WHERE seq = 6": "jejak, baris 6",
    "DELETE FROM jejak WHERE seq = (SELECT max(seq) FROM jejak)": "jejak, baris",
    "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'kegiatan'": "kegiatan: nomor terakhir",
    "DELETE FROM sqlite_sequence WHERE name = 'unit'": "unit: nomor terakhir",
    "CREATE TABLE lain (id INTEGER)": "lain: skema (table)",
    "DROP INDEX unit_induk": "unit_induk: skema (index)",
}


@pytest.mark.parametrize("statement", TAMPERED)
def test_what_was_changed_from_outside_is_found(office: Office, statement: str) -> None:
    tamper(office.path, statement)
    assert TAMPERED[statement] in "\n".join(office.findings())


def test_a_missing_trigger_is_found(office: Office) -> None:
    office.raw("DROP TRIGGER jejak_tanpa_delete")
    assert "jejak_tanpa_delete: skema (trigger)" in "\n".join(office.findings())


def test_a_row_that_points_nowhere_is_found(office: Office) -> None:
    tamper(office.path, "UPDATE pegawai SET unit_id = 99 WHERE id = 1")
    assert "menunjuk ke unit yang tidak ada" in "\n".join(office.findings())


def test_a_witness_that_no_longer_fits_is_told_with_both_values(office: Office) -> None:
    before = office.orang(SARI).hasil.nilai_prestasi_kerja
    tamper(office.path, "UPDATE kegiatan SET realisasi_kualitas = '50' WHERE id = 1")
    now = office.orang(SARI).hasil.nilai_prestasi_kerja
    told = next(line for line in office.findings() if "nilai_prestasi_kerja" in line)
    assert f"ditandatangani {before}, sekarang {now}" in told
    assert SARI in told


def test_a_setting_changed_under_a_signature_is_told_as_a_difference(office: Office) -> None:
    office.impor("kegiatan", f"tahun,nip,no,uraian,realisasi_kuantitas\n2017,{BRAM},2,Menata,0\n")
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
    assert office.findings() == []
    tamper(office.path, "UPDATE periode SET kuantitas_nol = 'hitung'")
    told = "\n".join(office.findings())
    assert "periode, baris 1, kolom kuantitas_nol: tidak sesuai dengan jejak" in told
    assert "nilai_skp 2017 ditandatangani" in told


def test_damaged_rows_end_in_findings_and_never_in_a_crash(office: Office) -> None:
    tamper(office.path, "UPDATE periode SET pita_capaian = 'x'")
    assert "tidak dapat dihitung ulang" in "\n".join(office.findings())


def test_missing_outcomes_are_no_finding(office: Office) -> None:
    office.impor("kegiatan", f"tahun,nip,no,uraian\n2017,{KEPALA},1,Memimpin\n")
    assert office.findings() == []


def visible(path: Path) -> object:
    """Return everything that a user of the file could read from it, None when it is not read."""
    with (
        suppress(sqlite3.DatabaseError, UnicodeDecodeError),
        closing(sqlite3.connect(path)) as connection,
    ):
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall()
        tables = [
            connection.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall()
            for (name,) in names
        ]
        schema = connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
        ).fetchall()
        pragmas = [
            connection.execute(f"PRAGMA {name}").fetchone()
            for name in ("user_version", "application_id")
        ]
        return tables, schema, pragmas
    return None


def test_every_flipped_bit_that_can_be_seen_is_found(whole: Office, tmp_path: Path) -> None:
    good, seen = whole.path.read_bytes(), visible(whole.path)
    dice = random.Random(2017)  # noqa: S311 - positions, not secrets
    path, noticed = tmp_path / "skp.db", 0
    for _ in range(FLIPS):
        place, bit = dice.randrange(len(good)), dice.randrange(8)
        path.write_bytes(good[:place] + bytes([good[place] ^ 1 << bit]) + good[place + 1 :])
        if visible(path) != seen:
            noticed += 1
            assert findings(path), f"bit {bit} of byte {place}"
    assert noticed > FLIPS // 20


def values_in(whole: Office) -> list[bytes]:
    """Return texts that stand in rows and in lines of the trail."""
    with closing(sqlite3.connect(whole.path)) as connection:
        rows = [
            row
            for tabel in (*trail.tables_of(connection), "jejak")
            for row in connection.execute(f"SELECT * FROM {tabel}")
        ]
    texts = {text.encode() for row in rows for text in row if isinstance(text, str)}
    return sorted(text for text in texts if len(text) > 1)


def test_every_flipped_byte_of_a_value_is_found(whole: Office, tmp_path: Path) -> None:
    good = whole.path.read_bytes()
    dice = random.Random(46)  # noqa: S311 - positions, not secrets
    path = tmp_path / "skp.db"
    for text in dice.sample(values_in(whole), 60):
        places = [at for at in range(len(good)) if good.startswith(text, at)]
        place = dice.choice(places) + dice.randrange(len(text))
        path.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        if visible(path) != visible(whole.path):
            assert findings(path), text


def test_who_locked_no_longer_belongs_to_the_year_is_told(office: Office) -> None:
    office.impor("pegawai", f"nip,nama,unit,aktif_sampai\n{SARI},Sari Contoh,1.1,2016-12-31\n")
    assert "tidak lagi termasuk tahun 2017" in "\n".join(office.findings())
    assert BRAM not in "\n".join(office.findings())
