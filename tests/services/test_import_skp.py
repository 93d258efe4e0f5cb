"""BKN workbooks: each one appraisal, which comes in whole or not at all, beside what is stored."""

from dataclasses import replace
from datetime import date

import pytest

from skp_tui.errors import InputError, Problem
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.rules.result import Status
from skp_tui.services.imports.import_many import (
    Borongan,
    Dibatalkan,
    Gladi,
    Pesanan,
    Sudah,
    carry_out,
    rehearse,
)
from skp_tui.services.signing import signing
from tests.exchange.bkn_books import (
    KEGIATAN,
    NIP,
    PENILAI,
    PERILAKU,
    Buku,
    Kegiatan,
    Orang,
    write,
)
from tests.exchange.bkn_writers import Sheets
from tests.services.office import BRAM, SARI, Office, clock

ORANG_LAIN = Orang("Tiur Contoh", "198203052008012004", "III/a", "Arsiparis", "1.1")
SEPARUH = "1 Januari s.d. 30 Juni 2017", "1 Juli s.d. 31 Desember 2017"


def look(office: Office, *buku: Buku, tahun: int | None = None, unit: str | None = None) -> Gladi:
    folder = office.path.parent
    files = [write(folder / f"skp-{nomor}.xlsx", satu) for nomor, satu in enumerate(buku, 1)]
    return rehearse(office.path, Borongan(skp=tuple(files), tahun=tahun, unit=unit), clock)


def bring(office: Office, *buku: Buku, tahun: int | None = None, unit: str | None = None) -> Sudah:
    gladi = look(office, *buku, tahun=tahun, unit=unit)
    with office.writing() as writer:
        return carry_out(writer, gladi, office.path.parent)


def refused(gladi: Gladi) -> list[Problem]:
    return [problem for rencana in gladi.rencana for problem in rencana.ditolak]


def places(gladi: Gladi) -> list[tuple[str, str | None, int | None, str | None]]:
    return [(one.berkas, one.lembar, one.baris, one.kolom) for one in refused(gladi)]


def warned(gladi: Gladi) -> str:
    return "\n".join(
        problem.kalimat() for rencana in gladi.rencana for problem in rencana.peringatan
    )


def changed(sheet: str, row: int, column: int, value: object) -> Buku:
    """Return the usual workbook with one cell changed, counted as in the file."""

    def put(sheets: Sheets) -> None:
        sheets[sheet][row - 1, column] = value

    return Buku(ubah=put)


def test_one_workbook_is_one_appraisal_of_a_new_person(office: Office) -> None:
    done = bring(office, Buku())
    assert (done.diterapkan, done.gladi.status) == (True, 0)
    orang = office.orang(NIP)
    pegawai = orang.penilaian.pegawai
    assert (pegawai.nama, pegawai.unit, pegawai.golongan, pegawai.jabatan) == (
        "Wayan Contoh, A.Md.",
        "1.1",
        "III/d",
        "Analis",
    )
    [part] = orang.penilaian.bagian
    assert (part.penilai.nip, part.penilai.golongan) == (SARI, "IV/a")
    assert part.atasan_penilai.jabatan == "Kepala Badan"
    assert [satu.uraian for satu in part.kegiatan] == [satu.uraian for satu in KEGIATAN]
    assert part.kegiatan[0].target_biaya is None
    assert part.kegiatan[2].realisasi_biaya == 1_400_000
    assert len(part.tambahan) == 1
    assert orang.penilaian.perilaku.kepemimpinan is None
    assert orang.hasil.status is Status.DINILAI
    assert office.findings() == []


def test_it_is_one_step_that_undo_takes_back_whole(office: Office) -> None:
    before = office.content()
    bring(office, Buku(masa="Januari s.d. Desember 2016"))
    with office.writing() as writer:
        assert writer.steps()[-1].sebab == "impor skp skp-1.xlsx"
        assert writer.undo(0) is not None
    assert office.content() == before


def test_the_second_time_nothing_changes(office: Office) -> None:
    bring(office, Buku())
    lines = office.lines()
    gladi = look(office, Buku())
    assert [(len(one.baru), len(one.berubah)) for one in gladi.rencana] == [(0, 0)] * 4
    assert warned(gladi) == ""
    assert bring(office, Buku()).langkah is None
    assert office.lines() == lines


def test_an_old_workbook_does_not_touch_the_data_of_a_person_of_today(office: Office) -> None:
    pegawai = office.penilaian(BRAM).pegawai
    bram = Orang("Bram Contoh", BRAM, "Penata Muda, II/d", "Pengadministrasi", "Badan")
    done = bring(office, Buku(dinilai=bram, masa="Januari s.d. Desember 2015"))
    assert office.penilaian(BRAM).pegawai == pegawai
    [part] = office.penilaian(BRAM, 2015).bagian
    assert (part.golongan, part.jabatan, part.unit) == ("II/d", "Pengadministrasi", "1")
    assert "data pegawai tidak diubah: golongan (III/a), jabatan (Analis) tetap" in warned(
        done.gladi
    )
    assert "dicatat untuk 2015 saja" in warned(done.gladi)
    assert office.penilaian(BRAM).bagian[0].jabatan == "Analis"


def test_the_latest_of_several_years_makes_the_person(office: Office) -> None:
    years = {2015: "III/b", 2017: "III/d", 2016: "III/c"}
    books = [
        Buku(
            dinilai=Orang("Wayan Contoh", NIP, pangkat, f"Analis {tahun}", "1.1"),
            masa=f"Januari s.d. Desember {tahun}",
        )
        for tahun, pangkat in years.items()
    ]
    done = bring(office, *books)
    assert done.gladi.status == 0
    assert office.penilaian(NIP).pegawai.golongan == "III/d"
    for tahun, pangkat in years.items():
        part = office.penilaian(NIP, tahun).bagian[0]
        assert (part.golongan, part.jabatan) == (pangkat, f"Analis {tahun}")


def test_values_that_agree_are_not_spoken_of(office: Office) -> None:
    assert look(office, Buku(skp=88.76, nilai=86.86)).selisih == ()
    assert look(office, Buku(skp=88.7444444, nilai=86.87)).selisih == ()


def test_a_printed_value_that_differs_is_told_with_both_numbers(office: Office) -> None:
    gladi = look(office, Buku(skp=90.12, nilai=87.67))
    assert [(one.apa, one.angka) for one in gladi.selisih] == [
        ("nilai capaian SKP", ("90,12", "88,76")),
        ("nilai prestasi kerja", ("87,67", "86,86")),
    ]
    assert gladi.selisih[0].problem().kalimat() == (
        'skp-1.xlsx, lembar "PENGUKURAN", baris 13: nilai capaian SKP Wayan Contoh, A.Md. 2017 '
        "tercetak 90,12, di sini 88,76; periksa"
    )
    assert gladi.status == 0


def test_what_cannot_be_computed_here_is_told_with_what_is_missing(office: Office) -> None:
    satu = Kegiatan("Menyusun", r_kualitas=None)
    [first, second] = look(office, Buku(kegiatan=(satu,), skp=80, nilai=81)).selisih
    assert (first.terhitung, second.terhitung) == (None, None)
    assert "di sini belum ada (kurang: realisasi mutu (kegiatan 1))" in first.problem().pesan


def test_a_sebutan_that_only_the_bands_explain_is_told(office: Office) -> None:
    satu = Kegiatan("Menyusun", r_kuantitas=9, r_kualitas=70)
    perilaku = dict.fromkeys(PERILAKU, 76) | {"Kepemimpinan": "-"}
    book = Buku(kegiatan=(satu,), tambahan=((1, "Panitia"),), perilaku=perilaku)
    bring(office, book)
    nilai = office.orang(NIP).hasil.nilai_prestasi_kerja
    assert nilai is not None
    assert 75 < nilai < 76
    printed = book.but(nilai=round(float(nilai), 4), sebutan="(Baik)")
    [one] = look(office, printed).selisih
    assert (one.apa, one.angka) == ("sebutan", ("Baik", "Cukup"))


def test_one_fault_refuses_the_whole_workbook_and_the_good_ones_come_in(office: Office) -> None:
    bad = Buku(
        dinilai=ORANG_LAIN, kegiatan=(*KEGIATAN[:2], Kegiatan("Menata", r_kualitas="sembilan"))
    )
    done = bring(office, Buku(), bad)
    assert (done.gladi.status, done.diterapkan) == (1, True)
    [problem] = refused(done.gladi)
    assert problem.kalimat() == (
        'skp-2.xlsx, lembar "PENGUKURAN", baris 10, kolom realisasi_kualitas: "sembilan": '
        "bukan angka; tulis angka saja, misalnya 12 atau 87,5 (sel M10)"
    )
    assert done.gladi.rencana[-1].jumlah_ditolak == 1
    assert done.berkas_ditolak == ()
    with pytest.raises(InputError):
        office.penilaian("198203052008012004")
    assert office.orang(NIP).hasil.status is Status.DINILAI


def test_every_fault_of_a_workbook_is_named_with_its_cell(office: Office) -> None:
    book = Buku(
        dinilai=Orang("Wayan", "198013152005011004", "III e", "Analis", "Dinas Lain"),
        penilai=Orang("Sari", "1,96704E+17", "IV/a", "Sekretaris", "Badan"),
        kegiatan=(
            Kegiatan("A", kualitas=101),
            Kegiatan("B", 0, r_kuantitas=5),
            Kegiatan("C", r_waktu="setahun"),
        ),
        tambahan=((1, "Kreativitas: X", 5),),
        perilaku={**PERILAKU, "Disiplin": 830},
        masa="Januari s.d. Desember",
    )
    gladi = look(office, book)
    assert gladi.status == 2
    assert [(one.lembar, one.baris, one.kolom, one.nilai) for one in refused(gladi)] == [
        (None, None, None, None),
        ("PENILAIAN", 9, "nip", "198013152005011004"),
        ("PENILAIAN", 12, "unit", "Dinas Lain"),
        ("PENILAIAN", 10, "golongan", "III e"),
        ("PENILAIAN", 15, "penilai_nip", "1,96704E+17"),
        ("PENGUKURAN", 8, "target_kualitas", "101"),
        ("PENGUKURAN", 9, "target_kuantitas", "0"),
        ("PENGUKURAN", 10, "realisasi_waktu", "setahun"),
        ("PENGUKURAN", 12, "tingkat", "5"),
        ("PENILAIAN", 30, "disiplin", "830"),
    ]
    assert "perintah: --tahun" in refused(gladi)[0].pesan


def test_the_year_given_from_outside_stands_in_for_one_that_is_not_printed(
    office: Office,
) -> None:
    book = Buku(masa="Januari s.d. Desember")
    assert bring(office, book, tahun=2016).gladi.status == 0
    assert len(office.penilaian(NIP, 2016).bagian) == 1


def test_a_printed_year_wins_over_the_given_one(office: Office) -> None:
    gladi = look(office, Buku(), tahun=2016)
    assert gladi.rencana[1].baru[0].kunci == ("2017", NIP, "1")
    assert warned(gladi) == ""


def test_a_period_over_two_years_needs_the_year_from_outside(office: Office) -> None:
    book = Buku(masa="1 Juli 2016 s.d. 30 Juni 2017")
    [problem] = refused(look(office, book))
    assert "menyebut 2016 dan 2017" in problem.pesan
    assert look(office, book, tahun=2017).status == 0


@pytest.mark.parametrize("tahun", [2013, 2021, 2023])
def test_years_of_other_regulations_are_refused(office: Office, tahun: int) -> None:
    gladi = look(office, Buku(masa=f"Januari s.d. Desember {tahun}"))
    assert gladi.status == 2
    assert {one.kolom for one in refused(gladi)} == {"tahun"}


def test_the_unit_is_read_by_name_or_code_else_as_given(office: Office) -> None:
    lain = Orang("Wayan", NIP, "III/a", "Analis", "Sekretariat Daerah")
    assert [one.kolom for one in refused(look(office, Buku(dinilai=lain)))] == ["unit"]
    done = bring(office, Buku(dinilai=lain), unit="1.2")
    assert "dipakai unit yang dipilih untuk impor ini (1.2 Bidang Mutasi)" in warned(done.gladi)
    assert office.penilaian(NIP).pegawai.unit == "1.2"
    bring(office, Buku(masa="Januari s.d. Desember 2016"), unit="1.2")
    assert office.penilaian(NIP, 2016).bagian[0].unit == "1.1"


def test_an_unknown_unit_of_a_known_person_stays_his_and_it_is_said(office: Office) -> None:
    bram = Orang("Bram Contoh", BRAM, "III/a", "Analis", "Bagian Tata Usaha (lama)")
    done = bring(office, Buku(dinilai=bram), unit="1.2")
    assert "tidak dikenal; dipakai unit pegawai ini sekarang (1.1 Sekretariat)" in warned(
        done.gladi
    )
    assert office.penilaian(BRAM).bagian[0].unit == "1.1"


def test_a_code_that_became_a_number_still_names_its_unit(office: Office) -> None:
    bring(office, Buku(dinilai=Orang("Wayan", NIP, "III/a", "Analis", 1.2)))
    assert office.penilaian(NIP).pegawai.unit == "1.2"


def test_a_nip_that_became_a_number_is_refused_with_the_explanation(office: Office) -> None:
    dinilai = Orang("Wayan", 198006152005011004, "III/a", "Analis", "1.1")
    gladi = look(office, Buku(dinilai=dinilai))
    assert gladi.status == 2
    [problem] = refused(gladi)
    assert "NIP ini" in problem.pesan
    assert "dirusak Excel" in problem.pesan


def test_a_locked_appraisal_is_left_alone(office: Office) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
    before = office.content()
    bram = Orang("Bram Contoh", BRAM, "III/a", "Analis", "1.1")
    gladi = look(office, Buku(dinilai=bram))
    assert gladi.status == 2
    assert {one.kolom for one in refused(gladi)} == {"nip"}
    assert all("sudah dikunci" in one.pesan for one in refused(gladi))
    assert office.content() == before


def test_what_is_stored_beside_is_changed_field_by_field_and_nothing_is_removed(
    office: Office,
) -> None:
    bram = Orang("Bram Contoh", BRAM, "III/a", "Analis", "1.1")
    rows = (Kegiatan("Mencatat", 60, "berkas", r_kuantitas=55, r_kualitas=88),)
    gladi = look(office, Buku(dinilai=bram, kegiatan=rows))
    kegiatan = next(one for one in gladi.rencana if one.jenis.nama == "kegiatan")
    assert [(one.kolom, one.lama, one.baru) for one in kegiatan.berubah[0].perubahan] == [
        ("target_kuantitas", "50", "60"),
        ("satuan_waktu", None, "bulan"),
        ("realisasi_kuantitas", "48", "55"),
    ]
    with office.writing() as writer:
        carry_out(writer, gladi, office.path.parent)
    stored = office.penilaian(BRAM).bagian[0].kegiatan
    assert [satu.uraian for satu in stored] == ["Mencatat", "Menata"]


def test_what_is_stored_and_struck_out_of_the_workbook_is_named(office: Office) -> None:
    extras = ((1, "Panitia lelang"), (2, "Bendahara"), (3, "Kreativitas: Aplikasi", 3))
    bring(office, Buku(tambahan=extras))
    done = bring(office, Buku(kegiatan=KEGIATAN[:2], tambahan=extras[:1]))
    assert done.gladi.status == 0
    assert done.langkah is None
    assert len(office.penilaian(NIP).bagian[0].kegiatan) == 3
    remedy = "hapus dengan F8 di layar Isi bila memang tidak ada"
    assert warned(done.gladi).splitlines() == [
        f'skp-1.xlsx: "{words}": {what} tersimpan dan tidak ada di buku kerja ini; {remedy}'
        for words, what in (
            ("Mengelola arsip", "kegiatan 3"),
            ("Aplikasi", "kreativitas 1"),
            ("Bendahara", "tugas tambahan 2"),
        )
    ]


def test_a_workbook_without_the_form_of_extras_says_nothing_of_stored_ones(
    office: Office,
) -> None:
    bring(office, Buku())
    gladi = look(office, Buku(tanpa=frozenset({"PENGUKURAN"})))
    assert "tersimpan dan tidak ada" not in warned(gladi)
    assert "tersimpan dan tidak ada" not in warned(
        look(office, Buku(tanpa=frozenset({"PENGUKURAN", "SKP"})))
    )


def test_other_people_and_parts_are_not_compared_with_a_workbook(office: Office) -> None:
    bring(office, *(Buku(masa=masa, dinilai=ORANG_LAIN) for masa in SEPARUH))
    gladi = look(office, Buku(masa=SEPARUH[0], dinilai=ORANG_LAIN, kegiatan=KEGIATAN[:1]))
    assert warned(gladi).count("tersimpan dan tidak ada") == 2


def test_a_form_of_linked_zeros_assesses_nobody_and_touches_no_stored_value(
    office: Office,
) -> None:
    zero = {f"r_{aspek}": 0 for aspek in ("kuantitas", "kualitas", "waktu", "biaya")}
    blank = Buku(
        kegiatan=tuple(replace(satu, **zero) for satu in KEGIATAN),
        perilaku=dict.fromkeys(PERILAKU, 0),
    )
    done = bring(office, blank)
    assert done.gladi.status == 0
    assert office.orang(NIP).hasil.status is Status.BELUM_DINILAI
    assert office.penilaian(NIP).perilaku.integritas is None
    assert "perilaku bernilai 0 dianggap belum dinilai" in warned(done.gladi)
    assert "realisasi semua kegiatan 0 dianggap belum diisi" in warned(done.gladi)
    bring(office, Buku())
    assert bring(office, blank).langkah is None
    assert office.orang(NIP).hasil.status is Status.DINILAI


def test_a_period_that_begins_in_mid_january_is_a_part_with_its_days(office: Office) -> None:
    book = Buku(masa="15 Januari s.d. 31 Desember 2017")
    bring(office, book)
    [part] = office.penilaian(NIP).bagian
    assert (part.mulai, part.selesai) == (date(2017, 1, 15), date(2017, 12, 31))
    assert bring(office, book).langkah is None


def test_two_posts_in_one_year_are_two_parts(office: Office) -> None:
    books = [
        Buku(masa=SEPARUH[1], dinilai=ORANG_LAIN, perilaku={**PERILAKU, "Integritas": 90}),
        Buku(masa=SEPARUH[0], dinilai=ORANG_LAIN, skp=88.76, nilai=50),
    ]
    done = bring(office, *books)
    assert done.gladi.status == 0, refused(done.gladi)
    penilaian = office.penilaian("198203052008012004")
    assert [(one.nomor, one.mulai, one.selesai) for one in penilaian.bagian] == [
        (1, date(2017, 1, 1), date(2017, 6, 30)),
        (2, date(2017, 7, 1), date(2017, 12, 31)),
    ]
    assert penilaian.perilaku.integritas == 90
    assert "perilaku diambil dari bagian terakhir tahun ini (bagian 2)" in warned(done.gladi)
    # what an earlier part prints as the value of the year is none
    assert done.gladi.selisih == ()


def test_a_second_post_that_comes_later_becomes_the_next_part(office: Office) -> None:
    for masa in SEPARUH:
        assert bring(office, Buku(masa=masa, dinilai=ORANG_LAIN)).gladi.status == 0
    assert len(office.penilaian("198203052008012004").bagian) == 2
    assert bring(office, Buku(masa=SEPARUH[0], dinilai=ORANG_LAIN)).langkah is None


def test_a_period_that_fits_no_stored_part_is_refused(office: Office) -> None:
    assert bring(office, Buku(masa=SEPARUH[1], dinilai=ORANG_LAIN)).gladi.status == 0
    [problem] = refused(look(office, Buku(masa=SEPARUH[0], dinilai=ORANG_LAIN)))
    assert "tidak cocok dengan bagian yang tersimpan (1)" in problem.pesan


def test_periods_of_one_person_that_overlap_are_refused_and_name_each_other(
    office: Office,
) -> None:
    gladi = look(
        office,
        Buku(masa="1 Januari s.d. 31 Juli 2017"),
        Buku(masa="1 Juli s.d. 31 Desember 2017"),
        Buku(dinilai=ORANG_LAIN),
    )
    first, second = refused(gladi)
    assert "bertumpuk dengan skp-2.xlsx (1 Juli 2017 s.d. 31 Desember 2017)" in first.pesan
    assert "bertumpuk dengan skp-1.xlsx" in second.pesan
    assert gladi.status == 1


def test_the_same_workbook_twice_is_taken_once(office: Office) -> None:
    done = bring(office, Buku(), Buku())
    assert done.gladi.status == 0
    kegiatan = next(one for one in done.gladi.rencana if one.jenis.nama == "kegiatan")
    assert (len(kegiatan.baru), kegiatan.sama) == (3, 3)


def test_two_workbooks_of_one_person_that_differ_are_both_refused(office: Office) -> None:
    other = (Kegiatan("Menyusun laporan kinerja", r_kualitas=95), *KEGIATAN[1:])
    gladi = look(office, Buku(), Buku(kegiatan=other))
    assert places(gladi) == [
        ("skp-1.xlsx", "PENGUKURAN", 8, "realisasi_kualitas"),
        ("skp-2.xlsx", "PENGUKURAN", 8, "realisasi_kualitas"),
    ]
    assert 'skp-2.xlsx lembar "PENGUKURAN" baris 8' in refused(gladi)[0].pesan
    gladi = look(office, Buku(), Buku(kegiatan=KEGIATAN[:2]))
    assert ["isinya berbeda dari" in one.pesan for one in refused(gladi)] == [True, True]


def test_workbooks_and_lists_come_in_together(office: Office) -> None:
    folder = office.path.parent
    units = folder / "unit.csv"
    units.write_text("kode,nama,induk\n1.9,Bidang Baru,1\n", encoding="utf-8")
    dinilai = Orang("Wayan", NIP, "III/a", "Analis", "Bidang Baru")
    file = write(folder / "skp.xlsx", Buku(dinilai=dinilai))
    borongan = Borongan((Pesanan(jenis_of("unit"), (units,)),), skp=(file,))
    gladi = rehearse(office.path, borongan, clock)
    assert gladi.status == 0
    assert [one.jenis.nama for one in gladi.rencana] == [
        "unit",
        "pegawai",
        "bagian",
        "kegiatan",
        "tambahan",
        "perilaku",
    ]
    assert borongan.sebab == "impor 2 berkas: unit, skp"
    with office.writing() as writer:
        carry_out(writer, gladi, folder)
    assert office.penilaian(NIP).pegawai.unit == "1.9"


def test_progress_tells_of_workbooks_read_and_then_of_their_rows(office: Office) -> None:
    books = Buku(), Buku(dinilai=ORANG_LAIN)
    files = [write(office.path.parent / f"{n}.xlsx", one) for n, one in enumerate(books)]
    seen: list[tuple[int, int]] = []
    borongan = Borongan(skp=tuple(files))
    rehearse(office.path, borongan, clock, lambda *both: seen.append(both))
    assert seen[:2] == [(1, 2), (2, 2)]
    assert (seen[2:], seen[-1]) == (sorted(seen[2:]), (14, 14))


def test_reading_many_workbooks_ends_when_the_user_says_so(office: Office) -> None:
    files = [write(office.path.parent / f"{n}.xlsx") for n in range(3)]
    asked: list[None] = []

    def stop() -> bool:
        asked.append(None)
        return len(asked) > 1

    with pytest.raises(Dibatalkan):
        rehearse(office.path, Borongan(skp=tuple(files)), clock, stop=stop)
    assert len(asked) == 2


def test_a_form_of_targets_only_is_the_start_of_a_year(office: Office) -> None:
    done = bring(office, Buku(tanpa=frozenset({"PENGUKURAN", "PENILAIAN"})), tahun=2018)
    assert done.gladi.status == 0
    assert office.orang(NIP, 2018).hasil.status is Status.BELUM_DINILAI
    assert "lembar PENGUKURAN tidak ditemukan" in warned(done.gladi)


def test_an_error_of_a_formula_counts_as_empty_and_is_said(office: Office) -> None:
    gladi = look(office, changed("PENGUKURAN", 8, 12, "#DIV/0!"))
    assert gladi.status == 0
    assert "galat Excel #DIV/0! dianggap kosong" in warned(gladi)


def test_appraisers_who_are_nobody_are_left_out(office: Office) -> None:
    nobody = Orang("-", "-", "-", "-", "-")
    assert bring(office, Buku(atasan=nobody, penilai=PENILAI)).gladi.status == 0
    [part] = office.penilaian(NIP).bagian
    assert part.atasan_penilai.nama == ""
    assert part.penilai.nama == PENILAI.nama


def test_a_rank_with_its_date_gives_both(office: Office) -> None:
    dinilai = Orang("Wayan", NIP, "Penata Tk. I, III/d, 01-04-2016", "Analis", "1.1")
    bring(office, Buku(dinilai=dinilai))
    pegawai = office.penilaian(NIP).pegawai
    assert (pegawai.golongan, pegawai.tmt_golongan) == ("III/d", date(2016, 4, 1))
