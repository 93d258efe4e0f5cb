"""Golongan is a closed list; the spellings met in the field lead to it."""

import pytest

from skp_tui.domain.rank import GOLONGAN_PPPK, PANGKAT, RankError, kode_bkn, parse_golongan

BKN = {
    **{f"1{no}": f"I/{huruf}" for no, huruf in enumerate("abcd", start=1)},
    **{f"2{no}": f"II/{huruf}" for no, huruf in enumerate("abcd", start=1)},
    **{f"3{no}": f"III/{huruf}" for no, huruf in enumerate("abcd", start=1)},
    **{f"4{no}": f"IV/{huruf}" for no, huruf in enumerate("abcde", start=1)},
}


@pytest.mark.parametrize(
    ("text", "golongan"),
    [
        ("III/d", "III/d"),
        ("III d", "III/d"),
        ("(III/d)", "III/d"),
        ("iii/D", "III/d"),
        ("iii-D", "III/d"),
        ("III.d", "III/d"),
        ("IIId", "III/d"),
        (" III / d ", "III/d"),
        ("Gol. III/d", "III/d"),
        ("Penata Tk. I/ III/d", "III/d"),
        ("Penata Tk. I / III/d", "III/d"),
        ("Penata TK-1, III/d", "III/d"),
        ("Penata Tingkat I (III/d)", "III/d"),
        ("III/d - Penata Tk.I", "III/d"),
        ("Penata Tk. I", "III/d"),
        ("Penata Tk. I III/d", "III/d"),
        ("Golongan IX", "IX"),
        ("Gol. X", "X"),
        ("Penata Tk.I/", "III/d"),
        ("PENATA TK-1", "III/d"),
        ("penata tingkat i", "III/d"),
        ("Penata Tkt. I", "III/d"),
        ("Penata", "III/c"),
        ("Penata Muda", "III/a"),
        ("Penata Muda Tk. I, III/b", "III/b"),
        ("Juru Tingkat I I/d", "I/d"),
        ("Juru Muda", "I/a"),
        ("Pengatur Muda Tk.1", "II/b"),
        ("Pembina Utama", "IV/e"),
        ("Pembina Utama Madya, IV/d", "IV/d"),
        ("IV/e", "IV/e"),
        ("IX", "IX"),
        ("ix", "IX"),
        ("(XVII)", "XVII"),
        ("I", "I"),
    ],
)
def test_the_spellings_of_the_field_are_read(text: str, golongan: str) -> None:
    assert parse_golongan(text) == golongan


@pytest.mark.parametrize(("kode", "golongan"), BKN.items())
def test_the_codes_of_bkn_are_read(kode: str, golongan: str) -> None:
    assert parse_golongan(kode) == golongan


@pytest.mark.parametrize("golongan", [*PANGKAT, *GOLONGAN_PPPK])
def test_every_golongan_is_read_as_itself(golongan: str) -> None:
    assert parse_golongan(golongan) == golongan
    assert parse_golongan(golongan.lower()) == golongan


@pytest.mark.parametrize(("golongan", "nama"), PANGKAT.items())
def test_every_pangkat_leads_to_its_golongan(golongan: str, nama: str) -> None:
    assert parse_golongan(nama) == golongan
    assert parse_golongan(f"{nama} ({golongan})") == golongan
    assert parse_golongan(nama.replace("Tingkat I", "Tk. I").upper()) == golongan


@pytest.mark.parametrize(
    ("text", "pesan"),
    [
        ("III e", "golongan itu tidak ada; maksudnya III/d?"),
        ("Penata Muda/ III/e", "golongan itu tidak ada; maksudnya III/a (Penata Muda)?"),
        ("(III/e) Penata Tk. I", "golongan itu tidak ada; maksudnya III/d (Penata Tingkat I)?"),
        ("Pengatur, II/f", "golongan itu tidak ada; maksudnya II/c (Pengatur)?"),
        ("III/e", "golongan itu tidak ada; maksudnya III/d?"),
        ("II/f", "golongan itu tidak ada; maksudnya II/d?"),
        ("I/e", "golongan itu tidak ada; maksudnya I/d?"),
        ("IV/f", "golongan itu tidak ada; maksudnya IV/e?"),
        ("Gol. III", "golongan itu tidak ada; maksudnya III/d?"),
        ("V/a", "bukan golongan; tulis misalnya III/d"),
        ("XVIII", "bukan golongan; tulis misalnya III/d"),
        ("", "bukan golongan; tulis misalnya III/d"),
        ("45a", "bukan golongan; tulis misalnya III/d"),
        ("15", "bukan golongan; tulis misalnya III/d"),
        ("Kepala Subbagian", "bukan golongan; tulis misalnya III/d"),
        ("Penata Besar Tk. I", "bukan golongan; tulis misalnya III/d"),
        ("III/c, III/d", "berisi 2 golongan; tulis satu saja"),
        ("I I I/d", "terputus spasi; maksudnya III/d?"),
        ("II I/d", "terputus spasi; maksudnya III/d?"),
        ("(i ii/b)", "terputus spasi; maksudnya III/b?"),
    ],
)
def test_what_is_no_golongan_is_refused_with_a_guess_or_an_example(text: str, pesan: str) -> None:
    with pytest.raises(RankError) as refused:
        parse_golongan(text)
    assert str(refused.value) == pesan


def test_bkn_s_code_of_a_golongan_is_read_back_as_that_golongan() -> None:
    assert (kode_bkn("III/d"), kode_bkn("IV/e"), kode_bkn("I/a")) == ("34", "45", "11")
    assert {parse_golongan(kode_bkn(golongan)) for golongan in PANGKAT} == set(PANGKAT)


@pytest.mark.parametrize("golongan", ["", "IX", "III/e"])
def test_what_is_no_golongan_of_a_civil_servant_has_no_code(golongan: str) -> None:
    assert kode_bkn(golongan) == ""
