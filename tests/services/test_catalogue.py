"""The catalogue grows from what was typed, in the post first, most used first."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.services.catalogue import Katalog, read_for, with_usual
from skp_tui.storage.activities import Tersering
from skp_tui.storage.looking import reading
from tests.services.office import BRAM, KEPALA, SARI, UNKNOWN, Office

HEAD = "tahun,nip,no,uraian,target_kuantitas,satuan,target_kualitas,target_waktu,satuan_waktu\n"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.filled(tmp_path)


def catalogue(office: Office, jabatan: str) -> Katalog:
    katalog = Katalog()
    with reading(office.path) as connection:
        katalog.take(jabatan, *read_for(connection, jabatan, everything=True))
    return katalog


def text(found: Kegiatan | None) -> str | None:
    return None if found is None else found.uraian


def test_what_was_typed_most_in_the_post_comes_before_what_others_typed(office: Office) -> None:
    office.impor("pegawai", f"nip,nama,unit,jabatan\n{UNKNOWN},Zainal Contoh,1.2,Analis\n")
    rows = [
        f"2016,{SARI},{no},Menelaah surat,1,surat,100,12,bulan" for no in range(1, 6)
    ] + [
        f"2016,{BRAM},1,Menelaah data,1,data,100,12,bulan",
        f"2016,{BRAM},2,Menelaah usul,1,usul,100,12,bulan",
        f"2015,{UNKNOWN},1,Menelaah usul,1,usul,100,12,bulan",
    ]  # fmt: skip
    office.impor("kegiatan", HEAD + "\n".join(rows) + "\n")
    katalog = catalogue(office, "Analis")
    assert text(katalog.suggest("Analis", "menel")) == "Menelaah usul"
    assert text(katalog.suggest("Analis", "Menelaah d")) == "Menelaah data"
    assert text(katalog.suggest("Analis", "Menelaah s")) == "Menelaah surat"
    assert text(katalog.suggest("Sekretaris", "menel")) == "Menelaah surat"


def test_it_is_as_it_was_typed_last(office: Office) -> None:
    for year, satuan, waktu in ((2015, "buah", 3), (2016, "lembar", 6)):
        office.impor("kegiatan", f"{HEAD}{year},{BRAM},1,Mengarsip,9,{satuan},90,{waktu},minggu\n")
    found = catalogue(office, "Analis").suggest("Analis", "menga")
    assert found == Kegiatan(
        0, "Mengarsip", "lembar", "minggu", target_kualitas=Decimal(90), target_waktu=Decimal(6)
    )


def test_the_post_is_that_of_the_part_not_what_the_person_became(office: Office) -> None:
    parts = f"tahun,nip,bagian,jabatan\n2017,{BRAM},1,Pengolah\n"
    office.impor("bagian", parts)
    katalog = catalogue(office, "Pengolah")
    assert set(katalog.jabatan["Pengolah"]) == {"mencatat", "menata"}
    assert catalogue(office, "Analis").jabatan["Analis"] == {}


def test_what_the_person_has_already_or_has_typed_whole_is_not_offered(office: Office) -> None:
    katalog = catalogue(office, "Analis")
    assert text(katalog.suggest("Analis", "Men")) in {"Mencatat", "Menata"}
    assert text(katalog.suggest("Analis", "Menca", ["MENCATAT"])) is None
    assert katalog.suggest("Analis", "Mencatat") is None


def test_one_sign_offers_nothing(office: Office) -> None:
    katalog = catalogue(office, "Analis")
    assert katalog.suggest("Analis", "M") is None
    assert katalog.suggest("Analis", " ") is None


def test_what_is_typed_now_is_offered_at_once() -> None:
    katalog = Katalog()
    katalog.add("Analis", Kegiatan(4, "Memverifikasi usul", "usul", target_kuantitas=Decimal(3)))
    found = katalog.suggest("Analis", "memver")
    assert found == Kegiatan(0, "Memverifikasi usul", "usul")
    assert katalog.suggest("Sekretaris", "memver") == found


def test_a_new_row_takes_unit_quality_and_time_but_no_amount_and_no_cost() -> None:
    usual = Kegiatan(
        0, "Menata", "berkas", "hari", Decimal(1), Decimal(5), Decimal(100), Decimal(30), Decimal(9)
    )
    filled = with_usual(Kegiatan(7, "Menata"), usual)
    assert filled == Kegiatan(
        7, "Menata", "berkas", "hari", target_kualitas=Decimal(100), target_waktu=Decimal(30)
    )


def test_an_empty_office_has_an_empty_catalogue(tmp_path: Path) -> None:
    assert catalogue(Office(tmp_path / "kosong.db"), "Analis").semua == {}


@given(st.lists(st.text(max_size=8)), st.text(max_size=4))
def test_a_suggestion_always_begins_as_typed_and_is_longer(texts: list[str], typed: str) -> None:
    katalog = Katalog()
    some = [Tersering("A", Kegiatan(0, text), 1) for text in texts]
    katalog.take("A", some, some)
    found = katalog.suggest("A", typed)
    if found is not None:
        assert found.uraian in texts
        assert found.uraian.casefold().startswith(typed.casefold())
        assert found.uraian.casefold() != typed.casefold()


def test_nobody_without_entries_is_in_it(office: Office) -> None:
    assert office.penilaian(KEPALA).bagian == ()
    assert catalogue(office, "Kepala Badan").jabatan["Kepala Badan"] == {}
