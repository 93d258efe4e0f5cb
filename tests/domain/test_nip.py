"""A NIP is 18 digits of text; what Excel destroyed is refused, what is odd is a warning."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.nip import NipError, StatusPegawai, parse_nip, shown_nip

NIP = "196704121993031007"
PNS, CPNS, PPPK = StatusPegawai.PNS, StatusPegawai.CPNS, StatusPegawai.PPPK
SK = "; periksa SK terakhir"
PPPK_JUGA = ", atau isi status PPPK bila ia PPPK"
EXCEL = (
    "angkanya sudah dirusak Excel, yang hanya menyimpan 15 angka; ketik ulang dari SK, dan format "
    "kolomnya sebagai Teks sebelum mengisi"
)


@pytest.mark.parametrize(
    "text",
    [
        NIP,
        "19670412 199303 1 007",
        "19670412 199303 1007",
        f"  {NIP} ",
        f"NIP. {NIP}",
        f"NIP.{NIP}",
        f"Nip : {NIP}",
        f"NIP. : {NIP}",
        f"NIP/NRP. {NIP}",
        f"NIP Baru: {NIP}",
        f"nip {NIP}",
        "NIP. 19670412 199303 1 007",
        "19670412\u00a0199303\u00a01\u00a0007",
        f"'{NIP}",
    ],
)
def test_blanks_and_the_prefix_are_taken_off(text: str) -> None:
    assert parse_nip(text) == (NIP, ())


@pytest.mark.parametrize(
    ("text", "pesan"),
    [
        ("19670412199303100", "NIP harus 18 angka, di sini 17; periksa SK terakhir"),
        ("1967041219930310071", "NIP harus 18 angka, di sini 19; periksa SK terakhir"),
        ("131234567", "NIP harus 18 angka, di sini 9; periksa SK terakhir"),
        ("", "NIP hanya berisi 18 angka; hapus huruf atau tanda lain"),
        ("-", "NIP hanya berisi 18 angka; hapus huruf atau tanda lain"),
        ("19670412199303100X", "NIP hanya berisi 18 angka; hapus huruf atau tanda lain"),
        ("19670412-199303-1-007", "NIP hanya berisi 18 angka; hapus huruf atau tanda lain"),
        ("١٩٦٧٠٤١٢١٩٩٣٠٣١٠٠٧", "NIP hanya berisi 18 angka; hapus huruf atau tanda lain"),
        ("196713121993031007", f"tanggal lahir dalam NIP tidak ada: 19671312{SK}"),
        ("196702301993031007", f"tanggal lahir dalam NIP tidak ada: 19670230{SK}"),
        ("000004121993031007", f"tanggal lahir dalam NIP tidak ada: 00000412{SK}"),
        ("196704121993033007", f"angka ke-15 NIP harus 1 (pria) atau 2 (wanita), bukan 3{SK}"),
        ("196704121993030007", f"angka ke-15 NIP harus 1 (pria) atau 2 (wanita), bukan 0{SK}"),
        ("196704121993131007", f"bulan pengangkatan dalam NIP tidak ada: 13{SK}{PPPK_JUGA}"),
        ("196704121993001007", f"bulan pengangkatan dalam NIP tidak ada: 00{SK}{PPPK_JUGA}"),
        ("1,96704E+17", f"NIP ini berbentuk notasi ilmiah (E+17): {EXCEL}"),
        ("1.96704E+17", f"NIP ini berbentuk notasi ilmiah (E+17): {EXCEL}"),
        ("1,96704121993031e17", f"NIP ini berbentuk notasi ilmiah (E+17): {EXCEL}"),
        ("NIP. 1,96704E+17", f"NIP ini berbentuk notasi ilmiah (E+17): {EXCEL}"),
        ("196704121993031000", f"NIP ini berakhir 000: {EXCEL}"),
    ],
)
def test_what_is_no_nip_is_refused_with_what_to_do(text: str, pesan: str) -> None:
    for status in (PNS, CPNS):
        with pytest.raises(NipError) as refused:
            parse_nip(text, status)
        assert str(refused.value) == pesan


@pytest.mark.parametrize(
    ("text", "status", "warnings"),
    [
        (NIP, PNS, ()),
        ("196704121985041007", PNS, ()),  # in the month of the 18th birthday
        ("196704121985031007", PNS, ("menurut NIP diangkat pada umur 17 tahun; periksa lagi",)),
        ("196704121985031007", CPNS, ("menurut NIP diangkat pada umur 17 tahun; periksa lagi",)),
        ("196704121960031007", PNS, ("menurut NIP diangkat sebelum lahir; periksa lagi",)),
        (
            "199001012023211005",
            PPPK,
            ("blok tengah NIP ini bukan bulan; pada PPPK hal itu wajar",),
        ),
        ("199001012023012005", PPPK, ()),
    ],
)
def test_what_is_odd_but_possible_is_a_warning_only(
    text: str, status: StatusPegawai, warnings: tuple[str, ...]
) -> None:
    assert parse_nip(text, status) == (text, warnings)


@pytest.mark.parametrize(
    "text",
    ["199013012023211005", "199001012023213005", "1,99001E+17", "199001012023211000", "1990"],
)
def test_birth_date_sex_and_length_bind_a_pppk_too(text: str) -> None:
    with pytest.raises(NipError):
        parse_nip(text, PPPK)


def test_a_nip_is_shown_in_its_blocks() -> None:
    assert shown_nip(NIP) == "19670412 199303 1 007"
    assert shown_nip("123") == "123"
    assert shown_nip("") == ""


@given(st.dates(), st.dates(), st.sampled_from("12"), st.integers(1, 999))
def test_what_is_shown_is_read_back(born: object, since: object, sex: str, serial: int) -> None:
    text = f"{born}".replace("-", "") + f"{since}".replace("-", "")[:6] + f"{sex}{serial:03}"
    assert parse_nip(shown_nip(text))[0] == text


@given(st.text(max_size=25), st.sampled_from(StatusPegawai))
def test_any_text_gives_18_digits_or_a_refusal(text: str, status: StatusPegawai) -> None:
    try:
        digits, _ = parse_nip(text, status)
    except NipError:
        return
    assert re.fullmatch(r"[0-9]{18}", digits)
