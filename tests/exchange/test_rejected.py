"""Refused rows go to a file of their own, verbatim, which can be mended and imported."""

from pathlib import Path

import pytest

from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.plan import plan
from skp_tui.exchange.plan.rejected import rejected_bytes, write_rejected
from skp_tui.exchange.plan.stock import Stok
from tests.exchange.samples import SARI, STOK, rencana, table, words

TITLED = f"DAFTAR\nNIP Baru;Nama;OPD;Catatan\n1,96704E+17; Sari ;1.1;x\n{SARI};Bram;1.1;y\n"


def test_cells_stay_verbatim_with_the_reason_last(tmp_path: Path) -> None:
    hasil = rencana(tmp_path, "pegawai", TITLED)
    (path,) = write_rejected(hasil, tmp_path)
    assert path == tmp_path / "berkas.ditolak.csv"
    header, row = path.read_bytes().decode().split("\r\n")[:2]
    assert header == "NIP Baru;Nama;OPD;Catatan;alasan_ditolak"
    assert row.startswith('1,96704E+17; Sari ;1.1;x;"nip: NIP ini berbentuk notasi ilmiah')


def test_a_mended_file_is_imported_and_a_second_one_gets_a_suffix(tmp_path: Path) -> None:
    (path,) = write_rejected(rencana(tmp_path, "pegawai", TITLED), tmp_path)
    mended = path.read_text().replace("1,96704E+17", "'196704101990031013")
    hasil = plan(jenis_of("pegawai"), [table(tmp_path, mended, "baik.csv")], STOK)
    assert [baris.rekaman["nama"] for baris in hasil.baru] == ["Sari"]
    assert "alasan" not in words(hasil.peringatan)
    (again,) = write_rejected(rencana(tmp_path, "pegawai", TITLED), tmp_path)
    assert again.name == "berkas.ditolak-2.csv"


def test_the_reason_of_an_earlier_round_is_replaced(tmp_path: Path) -> None:
    text = "alasan_ditolak,kode,nama\nlama,,Badan\n"
    (tabel,) = rencana(tmp_path, "unit", text).tabel_ditolak
    assert rejected_bytes(tabel) == (
        b"kode,nama,alasan_ditolak\r\n,Badan,kode: kolom kunci kosong; isi dahulu\r\n"
    )


def test_a_row_with_too_many_cells_stays_refused_on_its_way_back(tmp_path: Path) -> None:
    (tabel,) = rencana(tmp_path, "unit", "kode,nama\n1,Umum, Keuangan\n").tabel_ditolak
    text = rejected_bytes(tabel).decode()
    assert text.startswith("alasan_ditolak,kode,nama\r\n")
    assert not rencana(tmp_path, "unit", text).usable


def test_only_tables_with_refused_rows_get_a_file(tmp_path: Path) -> None:
    tables = [
        table(tmp_path, "kode,nama\n9,A\n", "baik.csv"),
        table(tmp_path, "kode\tnama\n\tA\n", "buruk.txt"),
    ]
    (path,) = write_rejected(plan(jenis_of("unit"), tables, Stok()), tmp_path)
    assert path.name == "buruk.ditolak.txt"
    assert path.read_text().startswith("kode\tnama\talasan_ditolak")


def test_where_the_place_is_not_writable_it_goes_to_the_current_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasil = rencana(tmp_path, "unit", "kode,nama\n,A\n")
    cwd = tmp_path / "kerja"
    monkeypatch.setattr("os.access", lambda *_: False)
    (path,) = write_rejected(hasil, cwd)
    assert path == cwd / "berkas.ditolak.csv"
