"""The catalogue grows from what was typed, in the post first, most used first."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.domain.kinerja import BarisIndikator, HasilKerja, Indikator
from skp_tui.services.entry.catalogue import (
    Katalog,
    Terketik,
    Tersering,
    beginning,
    read_for,
    read_results,
    text_of,
    with_usual,
)
from skp_tui.storage.database.looking import reading
from tests.services.office import BRAM, KEPALA, SARI, UNKNOWN, Office

HEAD = "tahun,nip,no,uraian,target_kuantitas,satuan,target_kualitas,target_waktu,satuan_waktu\n"


def catalogue(office: Office, jabatan: str, jenis: type[Terketik] = Kegiatan) -> Katalog:
    katalog = Katalog()
    with reading(office.path) as connection:
        found = read_for(connection, jabatan, [jenis], everything=True)[jenis]
    katalog.take(jabatan, *found)
    return katalog


def text(found: Terketik | None) -> str:
    return "" if found is None else text_of(found)


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
    assert text(katalog.suggest("Analis", "Menca", ["MENCATAT"])) == ""
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
        assert text(found) in texts
        assert text(found).casefold().startswith(typed.casefold())
        assert text(found).casefold() != typed.casefold()


def test_nobody_without_entries_is_in_it(office: Office) -> None:
    assert office.penilaian(KEPALA).bagian == ()
    assert catalogue(office, "Kepala Badan").jabatan["Kepala Badan"] == {}


# From 2022 on

RESULTS = "tahun,nip,no,uraian\n"
INDICATORS = "tahun,nip,no_hasil,no,uraian,aspek,target,satuan\n"


@pytest.fixture
def plans(office: Office) -> Office:
    """Fill plans of two years, in which one text stands with two units."""
    rows = [f"{year},{BRAM},{no},{text}" for year in (2023, 2024)
            for no, text in ((1, "Layanan mutasi"), (2, f"Layanan arsip {year}"))]  # fmt: skip
    office.impor("hasil_kerja", RESULTS + "\n".join(rows) + "\n")
    rows = [f"2023,{BRAM},1,1,Berkas selesai,kuantitas,9,berkas",
            f"2024,{BRAM},2,1,Berkas selesai,waktu,5,hari",
            f"2024,{BRAM},1,1,Keluhan,kualitas,tidak ada,"]  # fmt: skip
    office.impor("indikator", INDICATORS + "\n".join(rows) + "\n")
    return office


def test_results_and_indicators_are_offered_in_the_order_of_use_as_typed_last(
    plans: Office,
) -> None:
    results = catalogue(plans, "Analis", HasilKerja)
    assert results.suggest("Analis", "lay") == HasilKerja(0, "Layanan mutasi")
    assert text(results.suggest("Analis", "lay", ["Layanan mutasi"])) == "Layanan arsip 2024"
    indicators = catalogue(plans, "Sekretaris", BarisIndikator)
    assert indicators.suggest("Sekretaris", "berk") == BarisIndikator(
        0, Indikator(0, "Berkas selesai", "waktu", satuan="hari")
    )
    assert indicators.suggest("Sekretaris", "lay") is None


def test_a_new_indicator_takes_aspect_and_unit_but_neither_target_nor_outcome() -> None:
    usual = BarisIndikator(
        4, Indikator(7, "A", "biaya", Decimal(9), "rupiah", Decimal(8), "nota", "baik")
    )
    katalog = Katalog()
    katalog.add("Analis", usual)
    found = katalog.find("Analis", "a")
    assert found is not None
    new = BarisIndikator(1, Indikator(2, "A"))
    assert with_usual(new, found) == BarisIndikator(1, Indikator(2, "A", "biaya", satuan="rupiah"))
    words = BarisIndikator(1, Indikator(2, "A", "waktu", target="segera"))
    assert with_usual(words, found) == words
    assert with_usual(HasilKerja(1, "A"), found) == HasilKerja(1, "A")


def test_the_results_of_a_superior_are_those_of_the_year_in_their_order(plans: Office) -> None:
    with reading(plans.path) as connection:
        assert read_results(connection, 2024, BRAM) == ("Layanan mutasi", "Layanan arsip 2024")
        assert read_results(connection, 2022, BRAM) == ()


def test_a_text_is_offered_from_so_many_signs_on_and_only_while_it_goes_on() -> None:
    texts = ("Layanan", "LAYANAN mutasi")
    assert beginning(texts, "l") is None
    assert beginning(texts, "l", 1) == "Layanan"
    assert beginning(texts, "layanan") == "LAYANAN mutasi"
    assert beginning(texts, "arsip", 1) is beginning(texts, " ", 1) is None
