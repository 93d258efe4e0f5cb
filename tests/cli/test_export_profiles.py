"""The profiles that are looked at or handed to others: excel and siasn, and what a call returns."""

import csv
from pathlib import Path

import pytest

from tests.cli.calls import Desk, read_csv
from tests.cli.office import BRAM, DEWI, PURNA, SARI, activity, exception

LOOKED_AT = ("data", "excel", "siasn", "rekap")


def complete(desk: Desk) -> None:
    desk.must("pengecualian", exception(DEWI), exception(PURNA))


@pytest.mark.parametrize("profil", ["bkd", "excel"])
def test_completeness_binds_bkd_and_excel(office: Desk, profil: str) -> None:
    refused = office.export("--profil", profil)
    assert (refused.status, refused.out) == (2, "")
    assert "belum dinilai: Dewi Contoh" in refused.err
    assert not (office.folder / "keluar").exists()
    partial = office.export("--profil", profil, "--sebagian")
    assert partial.status == 1
    assert all(Path(line).exists() for line in partial.lines)
    complete(office)
    assert office.export("--profil", profil, ke="lengkap").status == 0


@pytest.mark.parametrize("profil", ["data", "siasn"])
def test_data_and_siasn_return_0_whoever_is_missing(office: Desk, profil: str) -> None:
    done = office.export("--profil", profil)
    assert done.status == 0
    assert all(Path(line).exists() for line in done.lines)


@pytest.mark.parametrize("profil", LOOKED_AT)
def test_only_bkd_keeps_a_number(office: Desk, profil: str) -> None:
    before = office.stored()
    assert office.export("--profil", profil, "--sebagian").status in {0, 1}
    assert office.stored() == before


def test_siasn_writes_who_is_assessed_and_says_how_many_are_not(office: Desk) -> None:
    done = office.export("--profil", "siasn")
    [path] = map(Path, done.lines)
    assert path.name == "siasn-1-2017-asli.csv"
    assert [row["pnsDinilaiOrang"] for row in read_csv(path)] == [SARI, BRAM]
    assert "2 pegawai belum dinilai, jadi tidak ikut ditulis." in done.err


def test_siasn_is_the_csv_form_of_all_files_that_go_out(office: Desk) -> None:
    [path] = map(Path, office.export("--profil", "siasn").lines)
    content = path.read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert len(next(csv.reader([content.decode().split("\r\n")[0]]))) == 28


def test_siasn_of_an_appraiser_who_is_known_tells_his_rank_and_its_date(office: Desk) -> None:
    office.must(
        "pegawai",
        {"nip": SARI, "nama": "Sari Contoh, S.Sos.", "unit": "1.1", "tmt_golongan": "2013-10-01"},
    )
    [path] = map(Path, office.export("--profil", "siasn").lines)
    row = next(row for row in read_csv(path) if row["pnsDinilaiOrang"] == BRAM)
    assert row["jenisJabatan"] == "4"
    assert (row["penilaiNipNrp"], row["penilaiNama"]) == (SARI, "Sari Contoh, S.Sos.")
    assert (row["penilaiGolongan"], row["penilaiTmtGolongan"]) == ("41", "01-10-2013")
    assert (row["penilaiJabatan"], row["penilaiUnorNama"]) == ("Sekretaris", "Sekretariat")
    assert (row["statusPenilai"], row["statusAtasanPenilai"]) == ("PNS", "")
    # 266/3, five times 90; 60 % and 40 % of them are the final value
    values = ("nilaiSkp", "nilairatarata", "nilaiPerilakuKerja", "nilaiPrestasiKerja")
    assert [row[name] for name in values] == ["88.67", "90.00", "90.00", "89.20"]


def test_siasn_nilai_chooses_the_shares_instead(office: Desk) -> None:
    office.run("atur", "siasn_nilai", "berbobot")
    [path] = map(Path, office.export("--profil", "siasn").lines)
    assert path.name == "siasn-1-2017-berbobot.csv"
    row = next(row for row in read_csv(path) if row["pnsDinilaiOrang"] == BRAM)
    assert (row["nilaiSkp"], row["nilaiPerilakuKerja"]) == ("53.20", "36.00")
    assert row["nilaiPrestasiKerja"] == "89.20"


def test_siasn_of_a_unit_in_which_nobody_is_assessed_is_refused(office: Desk) -> None:
    done = office.export("--profil", "siasn", "--unit", "1.2")
    assert (done.status, done.out) == (2, "")
    assert "Belum ada yang dinilai di Bidang Mutasi pada tahun 2017" in done.err
    assert not (office.folder / "keluar").exists()


def test_siasn_of_2021_which_no_service_takes_is_refused(office: Desk) -> None:
    done = office.export("--profil", "siasn", tahun=2021)
    assert (done.status, done.out) == (2, "")
    assert "tidak menerima nilai tahun 2021 (PP 30/2019)" in done.err
    assert done.err.count("\n") == 1


def test_excel_is_one_workbook_that_is_never_overwritten(office: Desk) -> None:
    complete(office)
    names = [Path(office.export("--profil", "excel").lines[0]).name for _ in range(2)]
    assert names == ["skp-1-2017.xlsx", "skp-1-2017-2.xlsx"]
    assert (office.folder / "keluar" / names[0]).read_bytes()[:2] == b"PK"


def test_an_unknown_profile_names_those_there_are(office: Desk) -> None:
    done = office.export("--profil", "pdf")
    assert (done.status, done.out) == (2, "")
    assert "Tidak ada profil pdf. Pilih: bkd, data, excel, siasn, angka_kredit, rekap." in done.err


def test_a_later_value_goes_out_with_the_next_call(office: Desk) -> None:
    office.must("kegiatan", activity(BRAM, realisasi_kualitas=60))
    [path] = map(Path, office.export("--profil", "siasn").lines)
    row = next(row for row in read_csv(path) if row["pnsDinilaiOrang"] == BRAM)
    # the mean of 78,67 and 88,67
    assert row["nilaiSkp"] == "83.67"
