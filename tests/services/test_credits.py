"""The angka kredit of a unit: who is listed, with which months, and the list as a file."""

from pathlib import Path

import pytest

from skp_tui.errors import InputError
from skp_tui.services.base.list_file import save_list
from skp_tui.services.base.views import UnitView, unit_view
from skp_tui.services.recap.credits import credits_csv, credits_of, why_none
from skp_tui.storage.database.looking import reading
from skp_tui.ui.screens.rekap.credit_rows import reason
from tests.services.office import BRAM, KEPALA, SARI, Office

TAHUN = 2025
GURU = "198001012005011001"
POSTS = f"""nip,nama,unit,jabatan,jenis_jabatan
{BRAM},Bram Contoh,1.1,Analis SDM Aparatur Ahli Muda,fungsional_tertentu
{SARI},Sari Contoh,1.1,Arsiparis,fungsional_tertentu
{GURU},=Guru Contoh,1.2,Guru Ahli Madya,fungsional_tertentu
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return a head, and three in a jabatan fungsional of whom one post names no jenjang."""
    office = Office.filled(tmp_path)
    assert office.impor("pegawai", POSTS).status == 0
    parts = (
        "tahun,nip,bagian,mulai,selesai,unit,jabatan\n"
        f"{TAHUN},{GURU},1,,2025-03-31,1.2,Guru Ahli Muda\n{TAHUN},{GURU},2,2025-04-01,,,\n"
    )
    assert office.impor("bagian", parts).status == 0
    return office


def rate(office: Office, nip: str, hasil_kerja: str) -> None:
    """Rate somebody."""
    row = f"{TAHUN},{nip},tahunan,{hasil_kerja},{hasil_kerja}\n"
    head = "tahun,nip,periode,hasil_kerja,perilaku_kerja\n"
    assert office.impor("evaluasi", f"{head}{row}").status == 0


def view(office: Office, tahun: int = TAHUN) -> UnitView:
    """Return the whole office."""
    with reading(office.path) as connection:
        return unit_view(connection, tahun, "1")


def listed(office: Office) -> list[tuple[str, str | None, int | None, str]]:
    """Return name, jenjang, months and angka kredit of each line."""
    return [
        (satu.orang.nama, satu.jenjang, satu.bulan, str(satu.angka_kredit))
        for satu in credits_of(view(office))
    ]


def test_who_holds_a_jabatan_fungsional_is_listed_before_there_is_a_predikat(
    office: Office,
) -> None:
    assert listed(office) == [
        ("Sari Contoh", None, None, "None"),
        ("Bram Contoh", "Ahli Muda", 12, "None"),
        ("=Guru Contoh", "Ahli Muda", 3, "None"),
        ("=Guru Contoh", "Ahli Madya", 9, "None"),
    ]


def test_a_predikat_is_converted_by_each_jenjang(office: Office) -> None:
    rate(office, BRAM, "di_atas")
    rate(office, GURU, "sesuai")
    rate(office, KEPALA, "sesuai")
    assert [line[3] for line in listed(office)] == ["None", "37.50", "6.25", "28.13"]


def test_who_is_excepted_is_not_listed(office: Office) -> None:
    away = f"tahun,nip,alasan,tanggal\n{TAHUN},{GURU},pensiun,2025-05-01\n"
    assert office.impor("pengecualian", away).status == 0
    assert [line[0] for line in listed(office)] == ["Sari Contoh", "Bram Contoh"]


def test_the_file_has_a_line_for_each_jenjang_and_takes_no_formula(office: Office) -> None:
    rate(office, GURU, "sesuai")
    path = office.path.with_name("ak.csv")
    found = view(office)
    assert save_list(credits_csv(found, credits_of(found)), path) == path
    assert path.read_bytes().decode().split("\r\n") == [
        "tahun,unit,nip,nama,jabatan,jenjang,bulan,predikat,persen,koefisien,angka_kredit",
        f"2025,1.1,{SARI},Sari Contoh,Arsiparis,,,,,,",
        f"2025,1.1,{BRAM},Bram Contoh,Analis SDM Aparatur Ahli Muda,Ahli Muda,12,,,,",
        f"2025,1.2,{GURU},'=Guru Contoh,Guru Ahli Muda,Ahli Muda,3,Baik,100,25,6.25",
        f"2025,1.2,{GURU},'=Guru Contoh,Guru Ahli Madya,Ahli Madya,9,Baik,100,37.5,28.13",
        "",
    ]


def test_another_file_is_never_overwritten(office: Office) -> None:
    found = view(office)
    path = office.path.with_name("ak.csv")
    path.write_text("punya orang lain", encoding="utf-8")
    written = save_list(credits_csv(found, credits_of(found)), path)
    assert written != path
    assert path.read_text(encoding="utf-8") == "punya orang lain"
    with pytest.raises(InputError):
        save_list(credits_csv(found, credits_of(found)), path / "bawah" / "ak.csv")


@pytest.mark.parametrize(("tahun", "refused"), [(2017, True), (2022, True), (2023, False)])
def test_predikats_are_converted_from_2023_on(office: Office, tahun: int, refused: bool) -> None:
    said = why_none(view(office, tahun))
    assert bool(said) is refused
    if refused:
        assert said.startswith(f"Predikat tahun {tahun} tidak dikonversi ke angka kredit")


# Parts without days


def undated(office: Office) -> None:
    """Let the days of the two parts of the teacher be unknown."""
    rows = f"{TAHUN},{GURU},1,,-\n{TAHUN},{GURU},2,-,\n"
    assert office.impor("bagian", f"tahun,nip,bagian,mulai,selesai\n{rows}").status == 0


def test_two_jenjang_without_days_are_listed_and_earn_nothing(office: Office) -> None:
    rate(office, GURU, "sesuai")
    undated(office)
    assert listed(office)[2:] == [
        ("=Guru Contoh", "Ahli Muda", None, "None"),
        ("=Guru Contoh", "Ahli Madya", None, "None"),
    ]
    found = credits_of(view(office))
    assert [satu.kabur for satu in found] == [(), (), (1, 2), (1, 2)]
    assert reason(found[2]) == (
        "Ahli Muda: isi dahulu tanggal bagian 1 dan 2, tanpa bertumpuk (D di layar Unit)."
    )
    lines = credits_csv(view(office), found).decode().split("\r\n")
    assert lines[3:5] == [
        f"2025,1.2,{GURU},'=Guru Contoh,Guru Ahli Muda,Ahli Muda,,Baik,,,",
        f"2025,1.2,{GURU},'=Guru Contoh,Guru Ahli Madya,Ahli Madya,,Baik,,,",
    ]
    steps = office.orang(GURU, TAHUN).hasil.langkah
    assert [(step.rumus, step.hasil) for step in steps if step.hal == "Angka kredit"] == [
        ("isi dahulu tanggal bagian 1 dan 2, tanpa bertumpuk", "–")
    ]
