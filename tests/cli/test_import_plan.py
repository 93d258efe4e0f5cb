from tests.cli.calls import Desk
from tests.cli.office import BRAM, LUAR, PEOPLE, SARI, UNITS, activity, conduct

# -- duplicates


def test_equal_duplicates_are_the_same(office: Desk) -> None:
    plan = office.plan("kegiatan", activity(BRAM, 5), activity(BRAM, 5), activity(BRAM, 5, ak=""))
    assert (plan["baru"], plan["sama"], plan["ditolak"]) == (1, 2, [])


def test_differing_duplicates_are_all_refused_each_naming_the_other(office: Desk) -> None:
    plan = office.plan("kegiatan", activity(BRAM, 5), activity(BRAM, 6), activity(BRAM, 5, ak=1))
    assert [(one["baris"], one["kolom"]) for one in plan["ditolak"]] == [(2, "ak"), (4, "ak")]
    assert "baris 4" in plan["ditolak"][0]["pesan"]
    assert "baris 2" in plan["ditolak"][1]["pesan"]
    assert plan["baru"] == 1


def test_of_many_differing_duplicates_each_names_three_and_how_many_more(office: Desk) -> None:
    rows = ({"tahun": "2017", "nip": SARI, "disiplin": str(80 + number)} for number in range(6))
    plan = office.plan("perilaku", *rows)
    assert [one["pesan"].partition(" yang ")[0] for one in plan["ditolak"]][:2] == [
        "berbeda dari baris 3, baris 4, baris 5 dan 2 baris lain",
        "berbeda dari baris 2, baris 4, baris 5 dan 2 baris lain",
    ]


def test_a_cell_that_is_refused_is_not_looked_for_as_a_unit_as_well(desk: Desk) -> None:
    desk.must("unit", *UNITS)
    [sari, *_] = PEOPLE
    plan = desk.plan("pegawai", {**sari, "unit": "03-Jan"})
    assert [one["kolom"] for one in plan["ditolak"]] == ["unit"]


def test_duplicates_are_found_across_the_files_of_a_call(office: Desk) -> None:
    one = office.file("satu.csv", "kode,nama\n5,A\n6,B\n")
    two = office.file("dua.csv", "kode;nama\n6;B\n5;C\n")
    plan = office.run("impor", "unit", one, two, "--json").json
    assert (plan["baru"], plan["sama"]) == (1, 1)
    assert [(bad["berkas"], bad["baris"]) for bad in plan["ditolak"]] == [
        ("satu.csv", 2),
        ("dua.csv", 3),
    ]
    assert "dua.csv baris 3" in plan["ditolak"][0]["pesan"]
    assert "satu.csv baris 2" in plan["ditolak"][1]["pesan"]


def test_all_files_of_a_call_make_one_plan_and_one_transaction(desk: Desk) -> None:
    child = desk.file("anak.csv", "kode,nama,induk\n1.1,B,1\n")
    parent = desk.file("induk.csv", "kode,nama,induk\n1,A,\n")
    assert desk.run("impor", "unit", child, parent).status == 0


def test_a_copy_of_a_file_in_a_call_is_the_same(desk: Desk) -> None:
    path, copy = (desk.file(name, "kode,nama\n1,A\n") for name in ("unit.csv", "salinan.csv"))
    plan = desk.run("impor", "unit", path, copy, "--json").json
    assert (plan["baru"], plan["sama"], plan["ditolak"]) == (1, 1, [])


def test_a_file_that_is_named_twice_in_a_call_counts_once(desk: Desk) -> None:
    path = desk.file("unit.csv", "kode,nama\n1,A\n")
    plan = desk.run("impor", "unit", path, path, "--json").json
    assert (plan["baru"], plan["sama"], plan["ditolak"]) == (1, 0, [])


# -- the JSON of a plan


def test_the_json_of_a_plan_has_what_is_promised(office: Desk) -> None:
    rows = (
        {**activity(BRAM), "realisasi_kualitas": "80.50", "satuan": "berkas", "warna": "x"},
        activity(BRAM, 3, 2018),
        activity(LUAR, warna="y"),
        activity(BRAM, 2),
    )
    plan = office.plan("kegiatan", *rows)
    assert list(plan) == [
        "jenis", "baru", "berubah", "sama", "ditolak", "peringatan", "periode_baru", "diterapkan",
    ]  # fmt: skip
    assert (plan["jenis"], plan["baru"], plan["sama"]) == ("kegiatan", 1, 1)
    assert (plan["periode_baru"], plan["diterapkan"]) == ([2018], True)
    key = {"tahun": "2017", "nip": BRAM, "bagian": "1", "no": "1"}
    assert plan["berubah"] == [
        {"kunci": key, "kolom": "satuan", "lama": None, "baru": "berkas"},
        {"kunci": key, "kolom": "realisasi_kualitas", "lama": "90", "baru": "80.5"},
    ]
    (refused,) = plan["ditolak"]
    assert list(refused) == ["berkas", "lembar", "baris", "kolom", "nilai", "pesan"]
    assert (refused["lembar"], refused["baris"]) == (None, 4)
    (odd,) = plan["peringatan"]
    assert (odd["kolom"], odd["baris"]) == ("warna", 1)


def test_the_line_of_a_record_is_where_it_starts_titles_and_header_counted(desk: Desk) -> None:
    text = 'DAFTAR UNIT,,\n\n,,\nkode,nama,induk\n1,"A\nB",\n\n2,,\n'
    plan = desk.bring("unit", text, "--json").json
    assert plan["baru"] == 1
    assert [one["baris"] for one in plan["ditolak"]] == [8]


def test_the_column_has_its_canonical_name(desk: Desk) -> None:
    desk.must("unit", *UNITS)
    plan = desk.bring("pegawai", "NIP Baru,Nama Lengkap,SKPD\n12,A,1\n", "--json").json
    assert [(one["kolom"], one["nilai"]) for one in plan["ditolak"]] == [("nip", "12")]


def test_fields_that_follow_no_more_are_told_once_and_not_the_second_time(office: Desk) -> None:
    text = f"tahun,nip,bagian,jabatan\n2017,{BRAM},1,Analis Muda\n"
    office.must("perilaku", conduct(BRAM))
    words = "1 bagian: yang diisi berkas tidak lagi mengikuti data pegawai"
    assert words in office.bring("bagian", text).lines
    again = office.bring("bagian", text)
    assert (again.status, again.lines) == (
        0,
        ["Diterapkan, bagian: 0 baru, 0 berubah, 1 sama, 0 ditolak."],
    )


def test_fields_that_stay_the_same_but_follow_no_more_are_told_so(office: Desk) -> None:
    office.must("perilaku", conduct(BRAM))
    done = office.bring("bagian", f"tahun,nip,bagian,jabatan\n2017,{BRAM},1,Analis\n")
    assert done.lines == [
        "1 bagian: isinya sama, tetapi sejak ini tidak lagi mengikuti data pegawai",
        "Diterapkan, bagian: 0 baru, 0 berubah, 1 sama, 0 ditolak.",
    ]
