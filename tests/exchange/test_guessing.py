"""What kind a file is, told by its headers, and what is proposed where they are not known."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.exchange.columns.fitting import SEARCHED
from skp_tui.exchange.columns.guessing import Dugaan, guess
from skp_tui.exchange.columns.headers import best_header, headed
from skp_tui.exchange.columns.proposing import likely_header, propose, top_of
from skp_tui.exchange.kinds.kinds import ALASAN_DITOLAK, JENIS, Jenis, Kolom
from skp_tui.exchange.package.bkd import NAMA_KOLOM
from skp_tui.exchange.reading.table_model import Mentah, Tabel
from skp_tui.rules.regulation import peraturan_of

BRAM = "198105062006041921"
READABLE = list(JENIS.values())
LOOKS_LIKE = {"lampiran", "capaian_organisasi"}
"""Kinds that, where a column is lacking, have no column that some other kind does not have."""


def csv(text: str, nama: str = "daftar.csv") -> Tabel:
    return Tabel(Path(nama), text)


def sheet(name: str, *rows: str) -> Tabel:
    """Return a sheet whose cells are parted by ``|``."""
    isi = tuple(Mentah(no, tuple(row.split("|"))) for no, row in enumerate(rows, 1))
    return Tabel(Path("buku.xlsx"), pemisah=(";",), lembar=name, isi=isi)


def row_of(jenis: Jenis) -> dict[str, str]:
    """Return cells by which a row tells its kind: its choices and, where it has one, its year."""
    telling = {kolom.nama: kolom.pilihan[0] for kolom in jenis.kolom if kolom.pilihan}
    year = "2017" if jenis.nama in peraturan_of(2017).isian else "2025"
    return {nama: year if nama == "tahun" else telling.get(nama, "1") for nama in jenis.nama_kolom}


def required(jenis: Jenis) -> Iterable[Kolom]:
    return (kolom for kolom in jenis.kolom if kolom.wajib)


@pytest.mark.parametrize("jenis", READABLE, ids=lambda jenis: jenis.nama)
@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
def test_a_file_with_all_columns_of_a_kind_is_of_that_kind(jenis: Jenis, pemisah: str) -> None:
    rows = (jenis.nama_kolom, row_of(jenis).values())
    assert guess([csv("\n".join(map(pemisah.join, rows)))]) == Dugaan(jenis.nama)


ROWS_OF_PEOPLE = "NIP Baru;Nama Pegawai;No. Keg;Tugas Jabatan"


@pytest.mark.parametrize(
    ("nama", "judul", "jenis", "mirip"),
    [
        ("daftar.csv", ROWS_OF_PEOPLE, "pegawai", None),
        ("kegiatan 2018.csv", ROWS_OF_PEOPLE, None, "kegiatan"),
        ("Rekap Perilaku.csv", ROWS_OF_PEOPLE, None, "perilaku"),
        ("daftar.csv", f"{ROWS_OF_PEOPLE};Target Kuantitas", None, "kegiatan"),
        ("daftar.csv", f"{ROWS_OF_PEOPLE};REALISASI", None, "kegiatan"),
        ("kegiatan pegawai.csv", ROWS_OF_PEOPLE, None, "kegiatan"),
        ("pegawai bagian umum.csv", ROWS_OF_PEOPLE, "pegawai", None),
        ("bagian umum.csv", ROWS_OF_PEOPLE, "pegawai", None),
        ("kegiatan 2018.csv", f"{ROWS_OF_PEOPLE};Unit Kerja", "pegawai", None),
    ],
)
def test_names_of_people_alone_make_no_list_of_people_where_something_else_is_told(
    nama: str, judul: str, jenis: str | None, mirip: str | None
) -> None:
    dugaan = guess([csv(f"{judul}\n{BRAM};Bram;1;Menyusun laporan\n")], nama)
    assert (dugaan.jenis, dugaan.mirip) == (jenis, mirip)


@pytest.mark.parametrize("jenis", READABLE, ids=lambda jenis: jenis.nama)
def test_the_order_of_columns_their_spelling_and_titles_above_do_not_matter(jenis: Jenis) -> None:
    names = [nama.upper().replace("_", " ") for nama in reversed(jenis.nama_kolom)]
    title = "DAFTAR REKAPITULASI\nDinas Rekaan;Tahun Anggaran\n"
    row = ";".join(reversed(row_of(jenis).values()))
    assert guess([csv(f"{title}{';'.join(names)}\n{row}\n")]).jenis == jenis.nama


@pytest.mark.parametrize("jenis", READABLE, ids=lambda jenis: jenis.nama)
def test_the_file_of_refused_rows_is_of_the_kind_it_came_from(jenis: Jenis) -> None:
    header = ";".join((ALASAN_DITOLAK, *jenis.nama_kolom))
    row = ";".join(("salah", *row_of(jenis).values()))
    assert guess([csv(f"{header}\n{row}\n")]).jenis == jenis.nama


@pytest.mark.parametrize(
    ("header", "jenis", "dari_luar"),
    [
        ("No;Nama Pegawai;NIP Baru;Gol. Ruang;Nama Jabatan", "pegawai", ("unit",)),
        ("NIP/NRP,Nama Lengkap,OPD,Pangkat/Gol. Ruang", "pegawai", ()),
        ("nip;no;Kegiatan Tugas Jabatan;Output", "kegiatan", ("tahun",)),
        ("NIP;OPL;INT;KOM;DIS;KSM;KPM", "perilaku", ("tahun",)),
        ("tahun;nip;jenis;no;uraian", "tambahan", ()),
        ("tahun;nip;jenis;nilai;sumber", "nilai_luar", ()),
        ("nip;alasan;tanggal", "pengecualian", ("tahun",)),
        ("kode;nama", "unit", ()),
    ],
)
def test_an_alias_and_an_absent_year_or_unit_still_tell_the_kind(
    header: str, jenis: str, dari_luar: tuple[str, ...]
) -> None:
    assert guess([csv(header)]) == Dugaan(jenis, dari_luar=dari_luar)


@pytest.mark.parametrize("nama", ["perilaku.csv", "kegiatan 2017.csv", "foto.csv"])
def test_the_name_of_a_file_never_outweighs_its_headers(nama: str) -> None:
    assert guess([csv("nip;nama;unit", nama)], nama).jenis == "pegawai"


def test_of_two_kinds_with_equal_headers_the_name_decides() -> None:
    header = "tahun;nip;no;uraian;bagian;jenis"
    assert guess([csv(header)], "tambahan lurah.csv").jenis == "tambahan"
    both = "nip;nama;unit;kode;induk"
    assert guess([csv(both)], "daftar unit.csv").jenis == "unit"
    assert guess([csv(both)], "daftar pegawai.csv").jenis == "pegawai"


@pytest.mark.parametrize(
    ("header", "tahun", "jenis"),
    [
        ("tahun;nip;no;uraian", "2017", "kegiatan"),
        ("tahun;nip;no;uraian", "2025", "hasil_kerja"),
        ("tahun;nip;no;jenis;uraian", "2022", "hasil_kerja"),
    ],
)
def test_of_two_kinds_with_equal_headers_the_year_decides_before_any_name(
    header: str, tahun: str, jenis: str
) -> None:
    rows = [row.replace("TAHUN", tahun) for row in (f"TAHUN;{BRAM};1;;A", f"TAHUN;{BRAM};2;;B")]
    text = "\n".join([header, *rows])
    assert guess([csv(text)]).jenis == jenis
    for nama in ("kegiatan", "hasil_kerja", "tambahan", "lampiran"):
        assert guess([csv(text)], f"{nama}.csv").jenis == jenis


def test_of_two_kinds_with_equal_headers_the_choices_decide_where_no_year_stands() -> None:
    header = "nip;jenis;no;uraian"
    assert guess([csv(f"{header}\n{BRAM};Konsekuensi;1;A")]).jenis == "lampiran"
    assert guess([csv(f"{header}\n{BRAM};Tugas Tambahan;1;A")]).jenis == "tambahan"
    assert guess([csv(f"nip;no;uraian;jenis\n{BRAM};1;A;utama")]).jenis == "hasil_kerja"


def test_of_two_kinds_with_equal_headers_the_name_of_a_sheet_decides_after_that_of_the_file() -> (
    None
):
    for nama in ("lampiran", "tambahan"):
        assert guess([sheet(nama, "tahun|nip|jenis|no|uraian")]).jenis == nama
    named = [sheet("lampiran", "tahun|nip|jenis|no|uraian")]
    assert guess(named, "tambahan.xlsx").jenis == "tambahan"


@pytest.mark.parametrize("jenis", READABLE, ids=lambda jenis: jenis.nama)
def test_one_lacking_header_names_the_nearest_kind_and_what_it_lacks(jenis: Jenis) -> None:
    lacking = next(kolom.nama for kolom in required(jenis) if kolom.nama not in {"tahun", "unit"})
    names = [nama for nama in jenis.nama_kolom if nama != lacking]
    dugaan = guess([csv(";".join(names))])
    assert dugaan.jenis is None or dugaan.jenis != jenis.nama
    if dugaan.mirip == jenis.nama:
        assert dugaan.kurang == (lacking,)
    elif dugaan.mirip is not None:
        assert jenis.nama in LOOKS_LIKE
        assert set(names) <= set(JENIS[dugaan.mirip].nama_kolom)


@pytest.mark.parametrize("text", ["", "a;b;c\n1;2;3", "nip\n1", 'x"y\n"', "Nomor Induk;Nm;Gol Rg"])
def test_what_says_nothing_is_of_no_kind(text: str) -> None:
    assert guess([csv(text)]).jenis is None


def test_a_header_in_two_rows_tells_the_kind_as_reading_takes_it() -> None:
    rows = ("Tahun|Pegawai||Perilaku||", "|NIP|Nama|Integritas|Disiplin|Kerjasama")
    merged = ((1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 1, 5))
    first = f"2017|{BRAM}|Bram Contoh|90|90|90"
    tabel = replace(sheet("Perilaku", *rows, first), gabungan=merged)
    assert set(headed(tabel, JENIS["perilaku"]).judul.letak) >= {"tahun", "nip", "integritas"}
    assert guess([tabel]) == Dugaan("perilaku")


@pytest.mark.parametrize("jenis", READABLE, ids=lambda jenis: jenis.nama)
def test_the_header_that_is_guessed_is_the_one_that_is_read(jenis: Jenis) -> None:
    tabel = csv("Rekap;;\n" + ";".join(reversed(jenis.nama_kolom)) + "\n")
    assert best_header(tabel, jenis) == headed(tabel, jenis).judul


def test_a_header_below_the_top_of_a_long_file_is_not_looked_for() -> None:
    assert guess([csv("x;y\n" * (SEARCHED + 1) + "nip;nama;unit\n")]) == Dugaan(None)


@pytest.mark.parametrize("name", ["Petunjuk", "petunjuk", "PETUNJUK "])
def test_the_legend_of_a_template_is_no_list_however_its_name_is_typed(name: str) -> None:
    legend = sheet(name, "nip|nama|unit|golongan|jabatan")
    assert guess([legend, sheet("Isi", "kode|nama")]).semua == ("unit",)


def test_no_table_at_all_is_of_no_kind() -> None:
    assert guess([]) == Dugaan(None)


def test_sheets_of_several_kinds_are_all_named_in_table_order() -> None:
    tables = [
        sheet("Perilaku", "tahun|nip|integritas|disiplin"),
        sheet("Catatan", "apa saja"),
        sheet("Pegawai", "DUK", "nip|nama|unit|golongan|jabatan"),
    ]
    assert guess(tables).semua == ("pegawai", "perilaku")


@pytest.mark.parametrize(
    "header",
    [
        ",".join(NAMA_KOLOM),
        "No;NIP;Nama;Nilai SKP;Nilai prestasi kerja;Sebutan",
        "tahun,pnsDinilaiOrang,nilaiSkp,nilaiPrestasiKerja",
    ],
)
def test_results_that_were_sent_are_no_input(header: str) -> None:
    assert guess([csv(header)]) == Dugaan(None, hasil=True)


def test_an_open_quote_below_the_header_does_not_hide_the_kind() -> None:
    assert guess([csv('nip;nama;unit\n1;"A;B')]).jenis == "pegawai"


FOREIGN = (
    "DATA APARATUR;;;;\n;;;;\n"
    "No;Nomor Induk Pegawai;Nm. Pegawai;Pangkat Terakhir;Jab.\n"
    "1;19810506 200604 1 921;Budi Rekaan, S.E.;Penata, III/c;Arsiparis\n"
)


def test_the_header_of_a_foreign_list_is_found_below_its_titles() -> None:
    atas = top_of(csv(FOREIGN))
    assert atas is not None
    assert likely_header(atas.at(None), JENIS["pegawai"]).baris == 3


def test_initials_short_forms_and_contents_propose_columns() -> None:
    atas = top_of(csv(FOREIGN))
    assert atas is not None
    found = propose(atas.at(3), 3, JENIS["pegawai"])
    assert found == {"nip": 1, "nama": 2, "golongan": 3, "jabatan": 4}


def test_a_column_of_nips_is_proposed_by_what_it_holds() -> None:
    atas = top_of(csv("A;B\nBudi;198105062006041921\nCitra;198207082008012902\n"))
    assert atas is not None
    assert propose(atas.at(1), 1, JENIS["pegawai"]) == {"nip": 1}


def test_the_appraiser_s_columns_are_never_proposed_for_the_person() -> None:
    atas = top_of(csv("Nama Penilai;NIP Penilai;Nama;NIP\n"))
    assert atas is not None
    assert propose(atas.at(1), 1, JENIS["pegawai"]) == {
        "penilai_nama": 0, "penilai_nip": 1, "nama": 2, "nip": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("judul", "isi", "found"),
    [
        ("ATASAN LANGSUNG", "Bram Contoh, S.H.", {"penilai_nama": 0}),
        ("Atasan Langsung", BRAM, {"penilai_nip": 0}),
        ("Atasan Langsung", "Plt. Kepala Bidang Data", {"penilai_jabatan": 0}),
        ("Nama Atasan Langsung", "Kepala, Bram", {"penilai_nama": 0}),
        ("NIP Atasan Langsung", BRAM, {"penilai_nip": 0}),
        ("Jabatan Atasan Langsung", "Pengawas", {"penilai_jabatan": 0}),
        ("Pejabat Penilai", "Bram Contoh", {"penilai_nama": 0}),
        ("Atasan Pejabat Penilai", "Bram Contoh", {"atasan_penilai_nama": 0}),
        ("Telepon Atasan Langsung", "0812", {}),
    ],
)
def test_the_superior_of_a_list_is_proposed_as_the_appraiser_by_what_stands_there(
    judul: str, isi: str, found: dict[str, int]
) -> None:
    atas = top_of(csv(f"{judul};x\n{isi};y\n"))
    assert atas is not None
    assert propose(atas.at(1), 1, JENIS["pegawai"]) == found


@pytest.mark.parametrize(
    ("judul", "found"),
    [("Nama dan Gelar", {"nama": 0}), ("Nama Lengkap dan Gelar", {"nama": 0}), ("Nama Ibu", {})],
)
def test_a_name_with_titles_is_proposed_as_the_name_and_another_person_s_is_not(
    judul: str, found: dict[str, int]
) -> None:
    atas = top_of(csv(f"{judul};x\nBudi Rekaan, S.E.;y\n"))
    assert atas is not None
    assert propose(atas.at(1), 1, JENIS["pegawai"]) == found


TWO_ROWS = (
    "DAFTAR KEGIATAN;;;;;;;\n"
    "NIP Baru;Nama Pegawai;No. Keg;Tugas Jabatan;Target;;Realisasi;\n"
    ";;;;Kuantitas;Mutu;Kuantitas;Mutu\n"
    "1;2;3;4;5;6;7;8\n"
    f"{BRAM};Bram;1;Menyusun laporan;12;100;11;90\n"
)


def test_a_header_in_two_rows_is_proposed_by_the_names_of_both() -> None:
    atas = top_of(csv(TWO_ROWS))
    assert atas is not None
    contoh, kegiatan = atas.at(None), JENIS["kegiatan"]
    judul = likely_header(contoh, kegiatan)
    assert judul.baris == 3
    assert judul.sel[3:7] == (
        "Tugas Jabatan", "Target Kuantitas", "Target Mutu", "Realisasi Kuantitas",
    )  # fmt: skip
    found = propose(contoh, 3, kegiatan)
    assert found == {
        "nip": 0, "no": 2, "uraian": 3, "target_kuantitas": 4, "realisasi_kuantitas": 6,
    }  # fmt: skip
    assert contoh.judul(2).sel[4:] == ("Target", "", "Realisasi", ""), "as it stands in the file"


MERGED = (
    "DAFTAR PEGAWAI;;;;;;\n"
    "No;Identitas Pegawai;;Kepangkatan;;Pejabat Penilai;\n"
    ";Nama / Gelar;NIP;Pangkat/Gol. Ruang;TMT Golongan;Nama;NIP\n"
    f"1;Bram, S.E.;{BRAM};Penata/ III/c;01-04-2015;Sari;{BRAM}\n"
)


def test_the_lower_heading_alone_is_proposed_where_both_together_say_nothing() -> None:
    atas = top_of(csv(MERGED))
    assert atas is not None
    contoh, pegawai = atas.at(None), JENIS["pegawai"]
    assert likely_header(contoh, pegawai).baris == 3
    assert propose(contoh, 3, pegawai) == {
        "nama": 1, "nip": 2, "golongan": 3, "tmt_golongan": 4, "penilai_nama": 5, "penilai_nip": 6,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("isi", "found"),
    [
        ("Meningkatnya layanan posyandu", {}),
        ("1. Meningkatnya layanan posyandu", {}),
        ("2", {"no_hasil": 1}),
        ("2.", {"no_hasil": 1}),
        ("RHK 2", {}),
        ("", {"no_hasil": 1}),
    ],
)
def test_a_column_of_sentences_is_never_proposed_for_a_number(
    isi: str, found: dict[str, int]
) -> None:
    atas = top_of(csv(f"x;Rencana Hasil Kerja\ny;{isi}\n"))
    assert atas is not None
    assert propose(atas.at(1), 1, JENIS["indikator"]) == found


def test_a_list_of_people_beside_targets_is_guessed_as_people() -> None:
    target = sheet("Target 2026", "Nama|NIP|Rencana Hasil Kerja|Indikator|Target")
    people = sheet("Daftar", "No|Nama|NIP|Golongan|Jabatan")
    for tables in ((people, target), (target, people)):
        assert guess(tables).semua == ("pegawai",)
    assert guess([target]) == Dugaan(None, mirip="indikator", kurang=("no_hasil", "no"))


def test_a_row_that_only_counts_the_columns_is_no_example_of_what_they_hold() -> None:
    atas = top_of(csv(TWO_ROWS))
    assert atas is not None
    assert [atas.at(3).isi(3, place) for place in (0, 3)] == [BRAM, "Menyusun laporan"]


def test_a_title_above_a_header_is_no_upper_row_of_it() -> None:
    atas = top_of(csv("DINAS REKAAN;;;Tahun 2018;\nNIP;Nama;Unit;Jabatan;Eselon\n"))
    assert atas is not None
    assert not atas.at(None).berkelompok


def test_one_word_of_a_longer_name_proposes_nothing() -> None:
    atas = top_of(csv("Jabatan;Jabatan Terakhir;Tempat Asal\n"))
    assert atas is not None
    assert propose(atas.at(1), 1, JENIS["pegawai"]) == {"jabatan": 0}


@pytest.mark.parametrize("jenis", READABLE, ids=lambda jenis: jenis.nama)
def test_known_headers_are_proposed_as_reading_takes_them(jenis: Jenis) -> None:
    atas = top_of(csv(";".join(jenis.nama_kolom)))
    assert atas is not None
    assert propose(atas.at(1), 1, jenis) == {nama: i for i, nama in enumerate(jenis.nama_kolom)}


WORDS = st.sampled_from(
    [
        "nip",
        "Nama",
        "unit",
        "tahun",
        "no",
        "uraian",
        "jenis",
        "",
        '"',
        "19810506 200604 1 921",
        "=1",
    ]
)
TABLES = st.lists(st.lists(WORDS | st.text(max_size=8), max_size=6), max_size=8)


@given(TABLES, st.sampled_from(";,\t"))
def test_any_table_is_guessed_and_matched_without_a_fault(
    rows: list[list[str]], pemisah: str
) -> None:
    tabel = csv("\n".join(pemisah.join(row) for row in rows))
    dugaan = guess([tabel], "apa saja.csv")
    assert dugaan == guess([tabel], "apa saja.csv")
    assert set(dugaan.semua) <= set(JENIS)
    atas = top_of(tabel)
    if atas is None:
        return
    for jenis in READABLE:
        contoh = atas.at(None)
        baris = likely_header(contoh, jenis).baris
        found = propose(atas.at(baris), baris, jenis)
        width = len(atas.at(baris).judul(baris).sel)
        assert set(found) <= set(jenis.nama_kolom)
        assert all(place < width for place in found.values())
        assert len(set(found.values())) == len(found)
