"""What is judged of the kinds of version 2: measures, results and their indicators, units."""

from dataclasses import replace
from pathlib import Path

import pytest

from skp_tui.domain.records import Rekaman
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.model import Rencana
from skp_tui.exchange.plan.plan import plan
from tests.exchange.samples import ASING, BRAM, RETNO, SARI, STOK, TIUR, faults, table, words

ORANG = f"2025,{SARI}"
HASIL = frozenset({("2025", SARI, "1", "1")})
STOK_2025 = replace(STOK, hasil=HASIL)
KEPALA = {
    "hasil_kerja": "tahun,nip,no,uraian,jenis,rencana_pimpinan,bagian",
    "indikator": "tahun,nip,no_hasil,no,uraian,aspek,target,satuan,realisasi,bukti,umpan_balik",
    "ekspektasi": "tahun,nip,perilaku,ekspektasi,umpan_balik",
    "lampiran": "tahun,nip,jenis,no,uraian",
    "capaian_organisasi": "tahun,unit,capaian",
}


def rencana(folder: Path, jenis: str, *rows: str, stored: Rekaman | None = None) -> Rencana:
    """Plan rows of a kind, cells as they stand in the columns of ``KEPALA``."""
    kind = jenis_of(jenis)
    known = {kind.kunci_of(stored): stored} if stored else {}
    text = "\n".join((KEPALA[jenis], *rows, ""))
    return plan(kind, [table(folder, text)], replace(STOK_2025, rekaman=known))


def measures(folder: Path, *rows: str, name: str = "berkas.csv") -> list[tuple[str | None, ...]]:
    """Return target, satuan and realisasi of the indicators that come in."""
    kind = jenis_of("indikator")
    hasil = plan(kind, [table(folder, "\n".join((*rows, "")), name)], STOK_2025)
    assert hasil.ditolak == (), words(hasil.ditolak)
    names = ("target", "satuan", "realisasi")
    return [tuple(baris.rekaman[nama] for nama in names) for baris in hasil.baru]


REFUSED: list[tuple[str, str, str, str]] = [
    ("hasil_kerja", f"2021,{SARI},1,A,,,", "tahun", "tidak memakai hasil_kerja"),
    ("hasil_kerja", f"2017,{SARI},1,A,,,", "tahun", "PP 46/2011"),
    ("hasil_kerja", f"{ORANG},1,,,,", "uraian", "wajib kosong"),
    ("hasil_kerja", f"{ORANG},0,A,,,", "no", "mulai 1"),
    ("hasil_kerja", f"{ORANG},1,A,sampingan,,", "jenis", "utama, tambahan"),
    ("hasil_kerja", f"{ORANG},1,A,,,2", "bagian", "bagian 2 tahun 2025 belum ada"),
    ("hasil_kerja", f"2025,{ASING},1,A,,,", "nip", "belum ada di database"),
    ("hasil_kerja", f"{ORANG},1,-,,,", "uraian", "tidak dapat dikosongkan"),
    ("indikator", f"{ORANG},2,1,A,,,,,,", "no_hasil", "hasil kerja nomor 2 belum ada"),
    ("indikator", f"2025,{BRAM},1,1,A,,,,,,", "no_hasil", "impor jenis hasil_kerja dahulu"),
    ("indikator", f"{ORANG},,1,A,,,,,,", "no_hasil", "kunci kosong"),
    ("indikator", f"{ORANG},1,1,A,mutu,,,,,", "aspek", "kuantitas, kualitas, waktu, biaya"),
    ("indikator", f"{ORANG},1,1,A,,,,5,,", "realisasi", "tanpa target"),
    ("indikator", f"{ORANG},1,1,A,,,,selesai,,", "realisasi", "tanpa target"),
    ("indikator", f"{ORANG},1,1,A,,-5,,,,", "target", "negatif"),
    ("indikator", f"{ORANG},1,1,A,,5,,-0.5,,", "realisasi", "negatif"),
    ("indikator", f'{ORANG},1,1,A,,"1,500",,,,', "target", "dapat dibaca 1500 atau 1.500"),
    ("indikator", f"{ORANG},1,1,A,,1.2.3,,,,", "target", "bukan angka"),
    ("indikator", f"{ORANG},1,1,A,,...,,,,", "target", "tulis dengan kata"),
    ("indikator", f"{ORANG},1,1,A,,1E5,,,,", "target", "pangkat"),
    ("indikator", f"{ORANG},1,1,A,,1 000,,,,", "target", "berspasi; tulis 1000; bila"),
    ("indikator", f"{ORANG},1,1,A,,9,,1\u00a0000,,", "realisasi", "berspasi; tulis 1000; bila"),
    ("indikator", f"{ORANG},1,1,A,,٣,,,,", "target", "bukan angka"),
    ("indikator", f"{ORANG},1,1,A,,0.1234567,,,,", "target", "6 angka"),
    ("indikator", f"{ORANG},1,1,A,,selesai,laporan,,,", "satuan", "angka"),
    ("indikator", f"2025,{ASING},1,1,A,,,,,,", "nip", "belum ada di database"),
    ("indikator", f"2017,{SARI},1,1,A,,,,,,", "tahun", "tidak memakai indikator"),
    ("ekspektasi", f"{ORANG},sopan,A,", "perilaku", "berorientasi_pelayanan, akuntabel"),
    ("ekspektasi", f"{ORANG},,A,", "perilaku", "kunci kosong"),
    ("ekspektasi", f"2020,{SARI},loyal,A,", "tahun", "tidak memakai ekspektasi"),
    ("lampiran", f"{ORANG},tugas_tambahan,1,A", "jenis", "dukungan_sumber_daya"),
    ("lampiran", f"{ORANG},konsekuensi,1,", "uraian", "wajib kosong"),
    ("capaian_organisasi", "2017,1,baik", "tahun", "tidak memakai capaian_organisasi"),
    ("capaian_organisasi", "2025,9,baik", "unit", "unit ini belum ada"),
    ("capaian_organisasi", "2025,Seksi Umum,baik", "unit", "1.2.1, 1.3"),
    ("capaian_organisasi", "2025,1,Cukup", "capaian", "istimewa, baik"),
    ("capaian_organisasi", "2025,1,", "capaian", "wajib kosong"),
]


@pytest.mark.parametrize(("jenis", "row", "kolom", "kata"), REFUSED)
def test_a_row_that_breaks_a_rule_is_refused_in_words(
    tmp_path: Path, jenis: str, row: str, kolom: str, kata: str
) -> None:
    hasil = rencana(tmp_path, jenis, row)
    assert faults(hasil) == [(2, kolom)]
    assert kata in words(hasil.ditolak)
    assert not hasil.usable


@pytest.mark.parametrize("jenis", ["hasil_kerja", "indikator", "ekspektasi", "lampiran"])
def test_a_row_of_a_locked_appraisal_is_refused(tmp_path: Path, jenis: str) -> None:
    cells = {"hasil_kerja": "1,A,,,", "indikator": "1,1,A,,,,,,", "ekspektasi": "loyal,A,",
             "lampiran": "konsekuensi,1,A"}  # fmt: skip
    stok = replace(STOK_2025, terkunci=frozenset({(2025, SARI)}))
    tabel = table(tmp_path, f"{KEPALA[jenis]}\n{ORANG},{cells[jenis]}\n")
    hasil = plan(jenis_of(jenis), [tabel], stok)
    assert faults(hasil) == [(2, "nip")]
    assert "dikunci" in words(hasil.ditolak)


def test_pppk_have_their_results_from_2022_on(tmp_path: Path) -> None:
    assert len(rencana(tmp_path, "hasil_kerja", f"2025,{TIUR},1,A,,,").baru) == 1
    assert len(rencana(tmp_path, "hasil_kerja", f"2025,{RETNO},1,A,,,").baru) == 1


# Measures


def test_digits_dots_and_commas_are_a_number_in_the_notation_of_the_file(tmp_path: Path) -> None:
    head = "tahun{0}nip{0}no_hasil{0}no{0}uraian{0}target{0}realisasi"
    comma = [head.format(","), f"{ORANG},1,1,A,1500.50,012", f"{ORANG},1,2,A,0.125,0"]
    assert measures(tmp_path, *comma) == [("1500.5", None, "12"), ("0.125", None, "0")]
    orang = ORANG.replace(",", ";")
    semicolon = [head.format(";"), f"{orang};1;1;A;1.500,50;12,0", f"{orang};1;2;A;2.500;0.5"]
    assert measures(tmp_path, *semicolon) == [("1500.5", None, "12"), ("2500", None, "0.5")]


@pytest.mark.parametrize(
    "text",
    ["tepat waktu", "31 Desember 2025", "31-12-2025", "100 % berkas 2024", "3²", "12-", "=A1"],
)
def test_anything_else_is_a_text_of_its_own(tmp_path: Path, text: str) -> None:
    hasil = rencana(tmp_path, "indikator", f"{ORANG},1,1,A,,{text},,{text},,")
    assert (hasil.ditolak, hasil.peringatan) == ((), ())
    (baris,) = hasil.baru
    assert (baris.rekaman["target"], baris.rekaman["realisasi"]) == (text, text)


@pytest.mark.parametrize(
    ("text", "angka", "satuan"),
    [
        ("12 laporan", "12", "laporan"), ("100%", "100", "%"), ("Rp. 500000", "500000", "rupiah"),
        ("Rp 5.000.000", "5.000.000", "rupiah"), ("1.5 hari kerja", "1.5", "hari kerja"),
        ("1 000 laporan", "1000", "laporan"),
    ],
)  # fmt: skip
def test_a_number_with_its_unit_in_one_cell_is_kept_as_text_and_pointed_out(
    tmp_path: Path, text: str, angka: str, satuan: str
) -> None:
    hasil = rencana(tmp_path, "indikator", f"{ORANG},1,1,A,,{text},,{text},,")
    assert [baris.rekaman["target"] for baris in hasil.baru] == [text]
    first, second = hasil.peringatan
    assert (first.kolom, second.kolom) == ("target", "realisasi")
    assert first.pesan.endswith(f"tulis {angka} saja, dengan {satuan} di kolom satuan")
    assert second.pesan.endswith(f"tulis {angka} saja")


def test_a_target_of_nothing_found_is_a_target(tmp_path: Path) -> None:
    hasil = rencana(tmp_path, "indikator", f"{ORANG},1,1,A,kualitas,0,temuan,2,,")
    assert (hasil.ditolak, len(hasil.baru)) == ((), 1)


def test_a_unit_may_come_before_its_target_and_a_text_meet_a_number(tmp_path: Path) -> None:
    rows = [f"{ORANG},1,1,A,,,laporan,,,", f"{ORANG},1,2,A,,12,laporan,hilang,,",
            f"{ORANG},1,3,A,,tepat waktu,,1,,"]  # fmt: skip
    hasil = rencana(tmp_path, "indikator", *rows)
    assert (hasil.ditolak, len(hasil.baru)) == ((), 3)


def stored(**cells: str) -> Rekaman:
    """Return a stored indicator."""
    row: Rekaman = {**jenis_of("indikator").kosong(), "tahun": "2025", "nip": SARI}
    return {**row, "no_hasil": "1", "no": "1", "uraian": "A", **cells}


def test_rows_are_judged_as_they_stand_after_merging(tmp_path: Path) -> None:
    full = stored(target="12", satuan="laporan", realisasi="10")
    bring = [
        (f"{ORANG},1,1,,,tepat waktu,,,,", ["satuan"]),
        (f"{ORANG},1,1,,,tepat waktu,-,,,", []),
        (f"{ORANG},1,1,,,-,,,,", ["realisasi"]),
        (f"{ORANG},1,1,,,-,,-,,", []),
        (f"{ORANG},1,1,,,1.2.3,,8,,", ["target"]),
    ]
    for row, kolom in bring:
        hasil = rencana(tmp_path, "indikator", row, stored=full)
        assert [place[1] for place in faults(hasil)] == kolom, row
        assert len(hasil.berubah) == (not kolom)


@pytest.mark.parametrize(
    ("row", "kata"),
    [
        (f"{ORANG},1,1,,,tepat waktu,,,,", "tulis - di kolom satuan"),
        (f"{ORANG},1,1,,,tepat waktu,laporan,,,", "kosongkan satuannya"),
        (f"{ORANG},1,1,,,-,,,,", "isi targetnya, atau tulis - di kolom realisasi"),
        (f"{ORANG},1,1,,,-,,11,,", "isi dahulu targetnya, atau kosongkan realisasinya"),
    ],
)
def test_a_fault_in_what_is_stored_is_mended_by_a_dash_and_what_was_just_written_by_itself(
    tmp_path: Path, row: str, kata: str
) -> None:
    full = stored(target="12", satuan="laporan", realisasi="10")
    (salah,) = rencana(tmp_path, "indikator", row, stored=full).ditolak
    assert salah.pesan.endswith(kata)


def test_an_empty_cell_with_a_default_stands_for_it_only_in_a_new_row(tmp_path: Path) -> None:
    (baris,) = rencana(tmp_path, "indikator", f"{ORANG},1,1,A,,,,,,").baru
    assert (baris.rekaman["aspek"], baris.rekaman["bagian"]) == ("kuantitas", "1")
    hasil = rencana(
        tmp_path, "indikator", f"{ORANG},1,1,,,,,,foto,", stored=stored(aspek="waktu")
    )  # fmt: skip
    (changed,) = hasil.berubah
    assert [satu.kolom for satu in changed.perubahan] == ["bukti"]
    assert changed.rekaman["aspek"] == "waktu"
    hasil = rencana(tmp_path, "indikator", f"{ORANG},1,1,,-,,,,,", stored=stored(aspek="waktu"))
    assert hasil.berubah[0].rekaman["aspek"] == "kuantitas"


def test_evidence_and_feedback_need_a_row_and_no_outcome(tmp_path: Path) -> None:
    hasil = rencana(tmp_path, "indikator", f"{ORANG},1,1,A,,,,,foto kegiatan,teruskan")
    assert hasil.baru[0].rekaman["umpan_balik"] == "teruskan"
    hasil = rencana(tmp_path, "ekspektasi", f"{ORANG},Berorientasi Pelayanan,,ramah")
    assert hasil.baru[0].kunci == ("2025", SARI, "berorientasi_pelayanan")


# Units


def test_the_unit_of_an_achievement_is_its_code_or_its_only_name(tmp_path: Path) -> None:
    rows = ["2025,1,istimewa", "2025,Bidang  mutasi,Butuh Perbaikan"]
    hasil = rencana(tmp_path, "capaian_organisasi", *rows)
    assert [(baris.kunci, baris.rekaman["capaian"]) for baris in hasil.baru] == [
        (("2025", "1"), "istimewa"),
        (("2025", "1.2"), "butuh_perbaikan"),
    ]
    assert hasil.periode_baru == (2025,)


def test_year_and_unit_may_be_given_for_the_whole_file(tmp_path: Path) -> None:
    tabel = table(tmp_path, "capaian\nbaik\n")
    kind = jenis_of("capaian_organisasi")
    hasil = plan(kind, [tabel], STOK, tahun=2025, unit="Sekretariat")
    assert [baris.kunci for baris in hasil.baru] == [("2025", "1.1")]


def test_a_unit_given_twice_by_code_and_by_name_must_say_the_same(tmp_path: Path) -> None:
    rows = ["2025,1.2,baik", "2025,Bidang Mutasi,kurang"]
    hasil = rencana(tmp_path, "capaian_organisasi", *rows)
    assert faults(hasil) == [(2, "capaian"), (3, "capaian")]
    same = rencana(tmp_path, "capaian_organisasi", "2025,1.2,baik", "2025,Bidang Mutasi,Baik")
    assert (len(same.baru), same.sama) == (1, 1)


# Indicators and their results in one call


def test_an_indicator_names_the_refused_row_of_its_result(tmp_path: Path) -> None:
    rows = [f"{ORANG},1,A,sampingan,,", f"2025,{BRAM},1,B,,,7"]
    refused = rencana(tmp_path, "hasil_kerja", *rows).kunci_ditolak
    assert set(refused) == {("2025", SARI, "1", "1"), ("2025", BRAM, "7", "1")}
    ditolak = {("hasil_kerja", kunci): place for kunci, place in refused.items()}
    stok = replace(STOK, ditolak=ditolak)
    tabel = table(tmp_path, f"{KEPALA['indikator']}\n{ORANG},1,1,A,,,,,,\n", "indikator.csv")
    hasil = plan(jenis_of("indikator"), [tabel], stok)
    assert "bergantung pada berkas.csv baris 2, yang ditolak" in words(hasil.ditolak)


@pytest.mark.parametrize(
    ("jenis", "row"),
    [
        ("hasil_kerja", f"{ORANG},1,A,,,"), ("indikator", f"{ORANG},1,1,A,,12,x,10.50,,"),
        ("ekspektasi", f"{ORANG},loyal,A,"), ("lampiran", f"{ORANG},konsekuensi,1,A"),
    ],
)  # fmt: skip
def test_the_short_way_and_the_thorough_one_lead_to_the_same_plan(
    tmp_path: Path, jenis: str, row: str
) -> None:
    short = rencana(tmp_path, jenis, row)
    # a blank that is clipped away, and one cell too few, are judged thoroughly
    thorough = rencana(tmp_path, jenis, row.replace(",A", ",A\u200b"))
    assert [dict(baris.rekaman) for baris in short.baru] == [
        dict(baris.rekaman) for baris in thorough.baru
    ]
    assert list(short.baru[0].rekaman) == list(jenis_of(jenis).nama_kolom)
    again = rencana(tmp_path, jenis, row, stored=dict(short.baru[0].rekaman))
    assert (again.sama, again.baru, again.berubah) == (1, (), ())
