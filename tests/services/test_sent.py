"""What was sent is kept with its values, and later changes are told from it."""

import errno
import hashlib
import sqlite3
from contextlib import closing
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.errors import InputError
from skp_tui.exchange.package.sent import Macam
from skp_tui.services.base import editing
from skp_tui.services.base.views import unit_view
from skp_tui.services.entry import entry
from skp_tui.services.history import undoing
from skp_tui.services.history.history import Lihat, page
from skp_tui.services.history.step import save_csv, step_in_full
from skp_tui.services.office import configuring
from skp_tui.services.sending import sending
from skp_tui.services.sending.profiles import PROFIL
from skp_tui.services.sending.sent import Sejak, compared, package
from skp_tui.storage.changes.sent import HitunganKiriman, Paket, sent_packages
from skp_tui.storage.database.backup import backup_before_upgrade
from skp_tui.storage.database.looking import reading
from skp_tui.storage.database.migrate import create, migrations, upgrade
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import BRAM, KEPALA, NOW, SARI, Office, kegiatan, tempat

OLD_VERSION = 3


def send(office: Office, folder: Path, kode: str = "1", tahun: int = 2017) -> sending.Terkirim:
    with office.writing() as writer:
        return sending.send(writer, tahun, kode, PROFIL["bkd"], folder, NOW)[1]


def sent(office: Office, kode: str = "1", tahun: int = 2017) -> tuple[Paket, ...]:
    with reading(office.path) as connection:
        return sent_packages(connection, kode, tahun)


def since(office: Office, kode: str = "1", tahun: int = 2017) -> Sejak | None:
    with reading(office.path) as connection:
        return compared(connection, kode, tahun)(unit_view(connection, tahun, kode))


def save_cell(office: Office, writer: Writer, nilai: str = "45") -> None:
    isi = kegiatan(office, realisasi_kuantitas=Decimal(nilai))
    entry.save(writer, tempat(), isi, {"realisasi_kuantitas"}, "sel")


def test_a_package_keeps_number_time_profile_counts_hash_and_values(
    office: Office, tmp_path: Path
) -> None:
    done = send(office, tmp_path / "kirim")
    [paket] = sent(office)
    content = done.berkas[0].read_bytes()
    assert (paket.nomor, paket.waktu, paket.profil) == (1, NOW, "bkd")
    assert paket.hitungan == HitunganKiriman(pegawai=3, dikecualikan=0, dinilai=2)
    assert (paket.nama, paket.sebagian) == ("skp-1-2017.csv", True)
    assert paket.sha256 == hashlib.sha256(content).hexdigest()
    with reading(office.path) as connection:
        isi = package(connection, "1", 2017, 1)
    assert {row["nip"]: row["sebutan"] for row in isi.baris} == {
        KEPALA: "",
        SARI: "Baik",
        BRAM: "Baik",
    }
    assert isi.pengaturan["kebijakan_batas"] == "batas-bawah"
    assert office.findings() == []


def test_packages_are_counted_per_unit_and_year_and_the_newest_comes_first(
    office: Office, tmp_path: Path
) -> None:
    for kode in ("1", "1", "1.1"):
        send(office, tmp_path, kode)
    assert [paket.nomor for paket in sent(office)] == [2, 1]
    assert [paket.nomor for paket in sent(office, "1.1")] == [1]
    assert sent(office, "1", 2018) == ()


def test_a_package_whose_files_get_no_name_was_not_sent(office: Office, tmp_path: Path) -> None:
    taken = tmp_path / "kirim" / "skp-1-2017.datapackage.json"

    def clock() -> datetime:
        # somebody takes the name after it was reserved
        taken.write_text("milik orang")
        return NOW

    with office.writing() as writer:
        save_cell(office, writer)
    before = office.content()
    with Writer(office.path, clock) as writer:
        with pytest.raises(InputError, match="sudah ada berkas bernama sama"):
            sending.send(writer, 2017, "1", PROFIL["bkd"], taken.parent, NOW)
        assert list(taken.parent.iterdir()) == [taken]
        assert sent(office) == ()
        assert office.content() == before
        told = undoing.take_back(writer, 0, 0)
    assert told.kalimat == "Sel — dibatalkan."
    with office.writing() as writer:
        repeated = writer.redo()
    assert repeated is not None
    done = send(office, taken.parent)
    assert (done.nomor, done.berkas[0].name) == (1, "skp-1-2017-2.csv")
    assert taken.read_text() == "milik orang"
    assert office.findings() == []


def test_a_year_that_was_made_for_a_package_goes_with_it(office: Office, tmp_path: Path) -> None:
    taken = tmp_path / "kirim" / "skp-1-2019.datapackage.json"

    def clock() -> datetime:
        taken.write_text("milik orang")
        return NOW

    before = office.content()
    with Writer(office.path, clock) as writer:
        with pytest.raises(InputError, match="sudah ada berkas bernama sama"):
            sending.send(writer, 2019, "1", PROFIL["bkd"], taken.parent, NOW)
        assert office.content() == before
        taken.unlink()
    with office.writing() as writer:
        _, done = sending.send(writer, 2019, "1", PROFIL["bkd"], taken.parent, NOW)
    assert done.nomor == 1
    assert office.findings() == []


def test_a_package_whose_file_cannot_be_taken_back_keeps_its_number(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "skp-1-2017.datapackage.json"
    real = Path.unlink

    def unlink(self: Path, *, missing_ok: bool = False) -> None:
        if self.suffix == ".csv":
            raise PermissionError(errno.EPERM, "tidak diizinkan")
        real(self, missing_ok=missing_ok)

    def clock() -> datetime:
        taken.write_text("milik orang")
        return NOW

    with Writer(office.path, clock) as writer:
        monkeypatch.setattr(Path, "unlink", unlink)
        with pytest.raises(InputError) as caught:
            sending.send(writer, 2017, "1", PROFIL["bkd"], tmp_path, NOW)
        monkeypatch.undo()
    assert caught.value.kalimat().endswith("; hapus skp-1-2017.csv yang tertinggal.")
    [paket] = sent(office)
    assert paket.nomor == 1
    kept = (tmp_path / "skp-1-2017.csv").read_bytes()
    assert hashlib.sha256(kept).hexdigest() == paket.sha256
    assert send(office, tmp_path).nomor == 2
    assert office.findings() == []


def test_nothing_differs_right_after_sending(office: Office, tmp_path: Path) -> None:
    assert since(office) is None
    send(office, tmp_path)
    sejak = since(office)
    assert sejak is not None
    assert sejak.perbedaan is not None
    assert not sejak.usang


def test_a_later_value_differs_and_sending_again_takes_the_whole_unit(
    office: Office, tmp_path: Path
) -> None:
    send(office, tmp_path)
    with office.writing() as writer:
        save_cell(office, writer)
    sejak = since(office)
    assert sejak is not None
    assert sejak.perbedaan is not None
    [beda] = sejak.perbedaan.orang
    assert (beda.nip, beda.macam) == (BRAM, Macam.NILAI)
    assert beda.lama != beda.baru
    done = send(office, tmp_path)
    assert done.nomor == 2
    assert len(done.berkas[0].read_text().splitlines()) == 4
    again = since(office)
    assert again is not None
    assert (again.paket.nomor, again.usang) == (2, False)


def test_a_change_that_was_taken_back_does_not_differ(office: Office, tmp_path: Path) -> None:
    send(office, tmp_path)
    with office.writing() as writer:
        save_cell(office, writer)
        assert writer.undo() is not None
    sejak = since(office)
    assert sejak is not None
    assert not sejak.usang


def test_who_came_went_and_what_settings_changed_differs(office: Office, tmp_path: Path) -> None:
    send(office, tmp_path, "1.1")
    with office.writing() as writer:
        editing.save_records(writer, "pegawai", [
            {"nip": SARI, "nama": "Sari Contoh", "unit": "1.2"},
            {"nip": KEPALA, "nama": "Kepala Contoh", "unit": "1.1"},
        ], "pindah")  # fmt: skip
        configuring.change_setting(writer, "target_indikator", "96,5", 2017)
    sejak = since(office, "1.1")
    assert sejak is not None
    assert sejak.perbedaan is not None
    found = {beda.nip: beda.macam for beda in sejak.perbedaan.orang}
    assert found == {KEPALA: Macam.DATANG, SARI: Macam.PERGI}
    assert sejak.perbedaan.pengaturan == (("target_indikator", "–", "96.5"),)


def test_another_year_and_another_unit_do_not_differ(office: Office, tmp_path: Path) -> None:
    with office.writing() as writer:
        moved = {"nip": KEPALA, "nama": "Kepala Contoh", "unit": "1.2"}
        editing.save_records(writer, "pegawai", [moved], "pindah")
    send(office, tmp_path, "1.2")
    with office.writing() as writer:
        save_cell(office, writer)
        configuring.create_period(writer, 2018)
    sejak = since(office, "1.2")
    assert sejak is not None
    assert not sejak.usang


def old_database(path: Path) -> None:
    """Make a database of version 3 in which a package was sent."""
    create(path, migrations()[:OLD_VERSION])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO unit (kode, nama) VALUES ('1', 'Badan')")
        connection.execute("INSERT INTO periode (tahun, peraturan) VALUES (2017, 'PP46')")
        connection.execute(
            "INSERT INTO kiriman (unit_id, periode_id, nomor, waktu, profil, berkas, sha256, "
            "sebagian) VALUES (1, 1, 1, ?, 'bkd', 'skp-1-2017.csv', ?, 0)",
            (NOW.isoformat(), "a" * 64),
        )
        connection.commit()


def test_what_an_older_version_sent_migrates_and_has_no_values(tmp_path: Path) -> None:
    path = tmp_path / "lama.db"
    old_database(path)
    upgrade(path, backup_before_upgrade)
    with reading(path) as connection:
        [paket] = sent_packages(connection, "1", 2017)
        assert (paket.nomor, paket.hitungan, paket.waktu) == (1, None, NOW)
        sejak = compared(connection, "1", 2017)(unit_view(connection, 2017, "1"))
        with pytest.raises(InputError, match="dikirim dengan skp-tui yang lebih lama"):
            package(connection, "1", 2017, 1)
    assert sejak == Sejak(paket, None)
    assert not sejak.usang


def test_after_an_older_package_the_next_number_follows(tmp_path: Path) -> None:
    office = Office.filled(tmp_path)
    send(office, tmp_path / "a")
    columns = "pegawai, dikecualikan, dinilai, pengaturan, isi"
    nothing = ", ".join(f"{name} = NULL" for name in columns.split(", "))
    office.raw(f"UPDATE kiriman SET {nothing}")
    assert send(office, tmp_path / "a").nomor == 2
    assert [paket.hitungan is None for paket in sent(office)] == [False, True]


def test_values_are_kept_whole_or_not_at_all(office: Office, tmp_path: Path) -> None:
    send(office, tmp_path)
    with pytest.raises(sqlite3.IntegrityError):
        office.raw("UPDATE kiriman SET isi = NULL")


def test_values_that_were_changed_outside_are_told_and_never_shown(
    office: Office, tmp_path: Path
) -> None:
    send(office, tmp_path)
    office.raw("UPDATE kiriman SET isi = replace(isi, substr(isi, 9, 6), 'AAAAAA')")
    sejak = since(office)
    assert sejak is not None
    assert "tidak cocok dengan sha256" in sejak.masalah
    assert not sejak.usang
    with reading(office.path) as connection, pytest.raises(InputError, match="tidak cocok"):
        package(connection, "1", 2017, 1)
    assert any("kiriman" in finding for finding in office.findings())


def test_the_trail_names_the_file_and_not_the_packed_values(office: Office, tmp_path: Path) -> None:
    send(office, tmp_path)
    with reading(office.path) as connection:
        langkah = connection.execute("SELECT max(langkah) FROM jejak").fetchone()[0]
        rincian = step_in_full(connection, langkah)
        isi = connection.execute("SELECT isi FROM kiriman").fetchone()[0]
    halaman = page(lambda: reading(office.path), Lihat(jenis="kantor"))
    assert halaman.baris[0].baru == str(tmp_path / "skp-1-2017.csv")
    told = {kolom: baru for rekaman in rincian.rekaman for kolom, _, baru in rekaman.kolom}
    assert told["isi"] == "tersimpan; Riwayat di layar Kirim menampilkannya"
    saved = save_csv(lambda: reading(office.path), Lihat(), tmp_path / "jejak.csv")
    assert isi not in saved.read_text(encoding="utf-8")


def test_twenty_sendings_of_five_people_hardly_grow_the_database(
    office: Office, tmp_path: Path
) -> None:
    send(office, tmp_path)
    before = office.path.stat().st_size
    for _ in range(20):
        send(office, tmp_path)
    assert office.path.stat().st_size - before < 20 * 4096
    assert office.findings() == []
