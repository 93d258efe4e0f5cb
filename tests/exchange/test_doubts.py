"""What is read by the rule and most likely means something else is never read in silence."""

from pathlib import Path

import pytest

from skp_tui.exchange.plan.model import Rencana
from tests.exchange.samples import SARI, rencana, words

HEAD = "tahun,nip,no,uraian,target_kuantitas,target_biaya,ak"


def planned(folder: Path, *rows: str, pemisah: str = ",") -> Rencana:
    lines = [HEAD, *(f"2017,{SARI},{no},Menyusun,{row}" for no, row in enumerate(rows, 1))]
    return rencana(folder, "kegiatan", "\n".join(lines).replace(",", pemisah) + "\n")


@pytest.mark.parametrize(
    ("sel", "kolom", "dibaca", "maksud"),
    [
        ("1.500,,", "target_kuantitas", "1.5", "1500"),
        (",500.000,", "target_biaya", "500", "500000"),
        (",Rp 750.125,", "target_biaya", "750.125", "750125"),
        (",'12.500,", "target_biaya", "12.5", "12500"),
    ],
)
def test_one_that_most_likely_means_thousands_is_pointed_out(
    tmp_path: Path, sel: str, kolom: str, dibaca: str, maksud: str
) -> None:
    hasil = planned(tmp_path, "1,,", sel)
    assert [baris.rekaman[kolom] for baris in hasil.baru][1] == dibaca
    (satu,) = hasil.peringatan
    assert (satu.baris, satu.kolom) == (3, kolom)
    assert satu.pesan.startswith(f"dibaca {dibaca}, karena titik")
    assert satu.pesan.endswith(f"bila maksudnya {maksud}, tulis tanpa titik")


def test_a_whole_column_of_them_is_worth_one_sentence(tmp_path: Path) -> None:
    hasil = planned(tmp_path, *(f"{no}.500,{no}.000.000,0.5" for no in range(1, 8)))
    (satu,) = [one for one in hasil.peringatan if one.kolom == "target_kuantitas"]
    assert (satu.baris, satu.nilai) == (2, "1.500")
    assert "begitu pula 6 sel lain" in satu.pesan


@pytest.mark.parametrize("sel", ["1.125", "0.500", "1500", "1.5", "87.6000", "1500.000", "x.500"])
def test_what_is_plainly_decimal_or_no_number_is_worth_no_word(tmp_path: Path, sel: str) -> None:
    assert "tanda desimal" not in words(planned(tmp_path, f"{sel},,").peringatan)


def test_elsewhere_the_dot_parts_the_thousands_and_nothing_is_said(tmp_path: Path) -> None:
    hasil = planned(tmp_path, "1.500,500.000,", pemisah=";")
    (baris,) = hasil.baru
    assert (baris.rekaman["target_kuantitas"], baris.rekaman["target_biaya"]) == ("1500", "500000")
    assert hasil.peringatan == ()


def test_a_column_of_units_that_holds_figures_only_is_pointed_out(tmp_path: Path) -> None:
    head = "tahun;nip;no;uraian;Output"
    row = f"2017;{SARI};{{}};Menyusun;{{}}"
    lines = (head, row.format(1, "12"), row.format(2, ""), row.format(3, "1.500"))
    hasil = rencana(tmp_path, "kegiatan", "\n".join(lines))
    (satu,) = hasil.peringatan
    assert (satu.baris, satu.kolom, satu.nilai) == (2, "satuan", "12")
    assert "isinya angka semua" in satu.pesan


@pytest.mark.parametrize("satuan", ["laporan", "5S", "", "m2"])
def test_units_in_words_are_worth_none(tmp_path: Path, satuan: str) -> None:
    text = f"tahun;nip;no;uraian;satuan\n2017;{SARI};1;Menyusun;{satuan}\n"
    assert rencana(tmp_path, "kegiatan", text).peringatan == ()
