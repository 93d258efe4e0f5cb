"""The values of a package as they are kept, and what is told to differ from them."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.appraisal import Penilaian
from skp_tui.domain.period import pengaturan_periode
from skp_tui.errors import InputError
from skp_tui.exchange.package.bkd import KOLOM_TEKS, NAMA_KOLOM, Baris, bkd_csv, bkd_rows
from skp_tui.exchange.package.sent import (
    Beda,
    Macam,
    differences,
    packed,
    packed_settings,
    rows_of,
    unpacked,
    unpacked_settings,
)
from skp_tui.rules.pp46 import PP46
from tests.exchange.packages import BRAM_2017, PERIODE, RETNO_2017, SARI_2017, UNITS, nilai
from tests.exchange.samples import BRAM, RETNO, SARI

SETTINGS = pengaturan_periode(PERIODE)
ALL = (SARI_2017, BRAM_2017, RETNO_2017)
# what a cell may hold once it was cleaned
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf"]), max_size=20)


def rows(*orang: Penilaian) -> list[Baris]:
    return bkd_rows([(satu, nilai(satu)) for satu in orang or ALL], UNITS, PP46)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def changed(nip: str, **cells: str) -> list[Baris]:
    return [{**row, **cells} if row["nip"] == nip else row for row in rows()]


def told(baru: list[Baris]) -> tuple[Beda, ...]:
    return differences(rows(), baru, SETTINGS, SETTINGS).orang


def test_what_is_kept_is_what_was_sent_to_the_byte() -> None:
    content = bkd_csv(rows())
    assert unpacked(packed(content), sha256(content)) == content
    assert rows_of(content) == rows()


@given(st.dictionaries(st.sampled_from(sorted(KOLOM_TEKS)), TEXT))
def test_any_text_comes_back_from_a_package_as_it_went_in(cells: dict[str, str]) -> None:
    before = [{**dict.fromkeys(NAMA_KOLOM, ""), **cells}]
    assert rows_of(bkd_csv(before)) == before


def test_values_that_are_not_what_the_hash_says_are_refused() -> None:
    content = bkd_csv(rows())
    other = packed(content.replace(b"Sari", b"Siti"))
    for damaged in (other, packed(content)[:40], "bukan base64!", ""):
        with pytest.raises(InputError, match="tidak cocok dengan sha256"):
            unpacked(damaged, sha256(content))


def test_a_package_that_unpacks_without_end_is_not_followed() -> None:
    endless = packed(bytes(60 * 1024 * 1024))
    with pytest.raises(InputError, match="tidak cocok"):
        unpacked(endless, sha256(bytes(60 * 1024 * 1024)))


def test_5_000_people_take_a_quarter_of_a_megabyte() -> None:
    row = {**rows(SARI_2017)[0]}
    many = [
        {
            **row,
            "nip": f"{196001011985031000 + n * 7919}",
            "nama": f"Orang {n * 2654435761 % 99991} Contoh, S.{n % 7}.",
            "nilai_prestasi_kerja": f"{70 + n * 7 % 23}.{n * 31 % 100:02}",
            "nilai_skp": f"{70 + n * 11 % 23}.{n * 37 % 100:02}",
            **{nama: str(70 + (n * k) % 25) for k, nama in enumerate(("disiplin", "komitmen"), 3)},
        }
        for n in range(5000)
    ]
    assert len(packed(bkd_csv(many))) < 250_000


def test_settings_come_back_as_they_were() -> None:
    assert unpacked_settings(packed_settings(SETTINGS)) == SETTINGS


def test_nothing_differs_from_itself() -> None:
    assert not differences(rows(), rows(), SETTINGS, SETTINGS).ada


def test_another_value_is_told_with_the_columns_that_made_it() -> None:
    [beda] = told(changed(SARI, nilai_prestasi_kerja="76.00", disiplin="80", sebutan="Baik"))
    assert (beda.macam, beda.nama) == (Macam.NILAI, "Sari Contoh, S.Sos.")
    assert (beda.lama, beda.baru) == ("90,00 Baik", "76,00 Baik")
    assert beda.kolom == (("Disiplin", "90,5", "80"),)


def test_another_state_is_told_in_words() -> None:
    done = rows(SARI_2017)[0]
    new = {**done, "nip": BRAM, "nama": "Bram Contoh"}
    [beda] = told([new if row["nip"] == BRAM else row for row in rows()])
    assert (beda.lama, beda.baru) == ("belum dinilai", "90,00 Baik")
    # not every column that came with the value
    assert {judul for judul, _, _ in beda.kolom} == {"Kode unit", "Unit kerja", "Keterangan"}


def test_who_came_and_who_went_is_told() -> None:
    before, after = rows(SARI_2017, RETNO_2017), rows(SARI_2017, BRAM_2017)
    found = differences(before, after, SETTINGS, SETTINGS).orang
    assert [(satu.macam, satu.nip, satu.lama, satu.baru) for satu in found] == [
        (Macam.DATANG, BRAM, "", "belum dinilai"),
        (Macam.PERGI, RETNO, "dikecualikan", ""),
    ]


def test_other_words_about_somebody_come_after_other_values() -> None:
    baru = [
        {**row, "jabatan": "Analis Muda"} if row["nip"] == SARI
        else {**row, "status": "dikecualikan"} if row["nip"] == BRAM else row
        for row in rows()
    ]  # fmt: skip
    assert [(satu.macam, satu.nip) for satu in told(baru)] == [
        (Macam.NILAI, BRAM),
        (Macam.KETERANGAN, SARI),
    ]
    assert told(baru)[1].kolom == (("Jabatan", "-Analis", "Analis Muda"),)


def test_a_setting_is_told_with_both_values() -> None:
    now = pengaturan_periode(replace(PERIODE, target_indikator=None))
    found = differences(rows(), rows(), SETTINGS, now)
    assert found.pengaturan == (("target_indikator", "96.5", "–"),)
    assert found.ada


def rated(**cells: str) -> Baris:
    row = {**dict.fromkeys(NAMA_KOLOM, ""), "peraturan": "PERMENPANRB6", "nip": SARI}
    row |= {"status": "dinilai", "sebutan": "Baik", "jenis_jabatan": "fungsional_umum"}
    return {**row, "hasil_kerja": "sesuai", "perilaku_kerja": "di_atas", **cells}


def test_what_a_package_holds_is_told_in_peoples_words_and_not_in_its_codes() -> None:
    now = rated(hasil_kerja="di_bawah", sebutan="Butuh Perbaikan", jenis_jabatan="struktural")
    [beda] = differences([rated()], [now], SETTINGS, SETTINGS).orang
    assert (beda.lama, beda.baru) == ("Baik", "Butuh Perbaikan"), "no dash for a number"
    assert beda.kolom == (
        ("Jenis jabatan", "fungsional umum", "struktural"),
        ("Hasil kerja", "sesuai", "di bawah"),
    )


def test_another_regulation_is_told_by_the_name_that_people_use() -> None:
    [beda] = differences([rated(peraturan="PP46")], [rated()], SETTINGS, SETTINGS).orang
    assert beda.kolom == (("Peraturan", "PP 46/2011", "PermenPANRB 6/2022"),)
