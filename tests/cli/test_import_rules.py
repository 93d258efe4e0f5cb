import pytest

from tests.cli.calls import Desk, Json
from tests.cli.office import (
    BRAM,
    DEWI,
    LUAR,
    PEOPLE,
    RETNO,
    SARI,
    UNITS,
    activity,
    conduct,
    exception,
    other_value,
)


def places(plan: Json) -> list[tuple[int, str, str | None]]:
    return [(one["baris"], one["kolom"], one["nilai"]) for one in plan["ditolak"]]


REFUSED = [
    ("unit", {"kode": "5", "nama": "A", "induk": "9"}, "induk", "9"),
    ("unit", {"kode": "5", "nama": "A", "induk": "5"}, "induk", "5"),
    ("unit", {"kode": "1", "nama": "A", "induk": "1.1.1"}, "induk", "1.1.1"),
    ("unit", {"kode": "", "nama": "A"}, "kode", None),
    ("unit", {"kode": "5", "nama": ""}, "nama", None),
    ("unit", {"kode": "-", "nama": "A"}, "kode", "-"),
    ("unit", {"kode": "1", "nama": "-"}, "nama", "-"),
    ("pegawai", {"nip": "123", "nama": "A", "unit": "1"}, "nip", "123"),
    ("pegawai", {"nip": LUAR, "nama": "A", "unit": "9"}, "unit", "9"),
    ("pegawai", {"nip": LUAR, "nama": "A", "unit": ""}, "unit", None),
    ("pegawai", {"nip": LUAR, "nama": "A", "unit": "1", "golongan": "V/a"}, "golongan", "V/a"),
    ("pegawai", {"nip": LUAR, "nama": "A", "unit": "1", "status": "TNI"}, "status", "TNI"),
    ("pegawai", {"nip": LUAR, "nama": "A", "unit": "1", "eselon": "VI.a"}, "eselon", "VI.a"),
    ("pegawai", {"nip": LUAR, "nama": "A", "unit": "1", "jenis_jabatan": "guru"},
     "jenis_jabatan", "guru"),
    ("pegawai", {"nip": LUAR, "nama": "A", "unit": "1", "aktif_sejak": "31-02-2017"},
     "aktif_sejak", "31-02-2017"),
    ("pegawai", {"nip": LUAR, "nama": "A", "unit": "1", "aktif_sejak": "2018-01-01",
                 "aktif_sampai": "2017-01-01"}, "aktif_sampai", "2017-01-01"),
    ("pegawai", {"nip": BRAM, "nama": "A", "unit": "1", "penilai_nip": LUAR},
     "penilai_nip", LUAR),
    ("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 0}, "bagian", "0"),
    ("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 1, "unit": "9"}, "unit", "9"),
    ("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 1, "mulai": "2017-07-01",
                "selesai": "2017-06-30"}, "selesai", "2017-06-30"),
    ("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 1, "penilai_nip": LUAR},
     "penilai_nip", LUAR),
    ("kegiatan", activity(LUAR), "nip", LUAR),
    ("kegiatan", activity(RETNO), "nip", RETNO),
    ("kegiatan", activity(BRAM, bagian=2), "bagian", "2"),
    ("kegiatan", activity(BRAM, target_kuantitas=0, realisasi_kuantitas=""),
     "target_kuantitas", "0"),
    ("kegiatan", activity(BRAM, target_waktu=-1), "target_waktu", "-1"),
    ("kegiatan", activity(BRAM, target_biaya=0), "target_biaya", "0"),
    ("kegiatan", activity(BRAM, target_kualitas="100.5"), "target_kualitas", "100.5"),
    ("kegiatan", activity(BRAM, realisasi_kualitas=101), "realisasi_kualitas", "101"),
    ("kegiatan", activity(BRAM, realisasi_waktu=-1), "realisasi_waktu", "-1"),
    ("kegiatan", activity(BRAM, realisasi_biaya=5), "realisasi_biaya", "5"),
    ("kegiatan", activity(BRAM, ak=-1), "ak", "-1"),
    ("kegiatan", activity(BRAM, 0), "no", "0"),
    ("kegiatan", activity(BRAM, uraian="-"), "uraian", "-"),
    ("kegiatan", activity(DEWI, uraian=""), "uraian", None),
    ("tambahan", {"tahun": 2017, "nip": BRAM, "no": 1, "jenis": "kreativitas", "uraian": "A"},
     "tingkat", None),
    ("tambahan", {"tahun": 2017, "nip": BRAM, "no": 1, "jenis": "lembur", "uraian": "A"},
     "jenis", "lembur"),
    ("tambahan", {"tahun": 2017, "nip": BRAM, "no": 1, "jenis": "kreativitas", "uraian": "A",
                  "tingkat": "dunia"}, "tingkat", "dunia"),
    ("tambahan", {"tahun": 2017, "nip": BRAM, "no": 1, "jenis": "tugas_tambahan", "uraian": "A",
                  "bagian": 3}, "bagian", "3"),
    ("perilaku", conduct(BRAM, disiplin="100.01"), "disiplin", "100.01"),
    ("perilaku", conduct(BRAM, integritas=-1), "integritas", "-1"),
    ("perilaku", conduct(LUAR), "nip", LUAR),
    ("nilai_luar", other_value(BRAM, "akademik", 101), "nilai", "101"),
    ("nilai_luar", other_value(BRAM, "akademik", -1), "nilai", "-1"),
    ("nilai_luar", other_value(BRAM, "skp", -1), "nilai", "-1"),
    ("nilai_luar", other_value(BRAM, "skp", 80, bagian=2), "bagian", "2"),
    ("nilai_luar", other_value(BRAM, "skp", 80, sumber=""), "sumber", None),
    ("nilai_luar", other_value(BRAM, "ujian", 80), "jenis", "ujian"),
    ("nilai_luar", other_value(BRAM, "skp", 80, ide_baru="ya"), "ide_baru", "ya"),
    ("pengecualian", exception(BRAM, alasan="malas"), "alasan", "malas"),
    ("pengecualian", exception(BRAM, tanggal=""), "tanggal", None),
    ("pengecualian", exception(BRAM, tanggal="2017"), "tanggal", "2017"),
    ("pengecualian", exception(RETNO), "nip", RETNO),
]  # fmt: skip


@pytest.mark.parametrize(("jenis", "row", "kolom", "nilai"), REFUSED)
def test_a_refused_row_names_file_row_column_value_and_remedy(
    office: Desk, jenis: str, row: dict[str, object], kolom: str, nilai: str | None
) -> None:
    before = office.stored()
    done = office.rows(jenis, row, options=("--json",))
    assert done.status == 2
    assert (2, kolom, nilai) in places(done.json)
    for one in done.json["ditolak"]:
        assert (one["berkas"], one["lembar"]) == (f"{jenis}.csv", None)
        assert len(one["pesan"].split()) > 3
    assert office.stored() == before
    text = office.rows(jenis, row)
    assert f"{jenis}.csv, baris 2, kolom {kolom}" in text.err
    assert nilai is None or f'"{nilai}"' in text.err


def test_every_fault_of_a_row_is_named_never_only_the_first(office: Desk) -> None:
    row = activity(LUAR, target_kuantitas=0, target_kualitas=101, realisasi_waktu="x")
    kolom = [one["kolom"] for one in office.plan("kegiatan", row)["ditolak"]]
    assert kolom == ["nip", "target_kuantitas", "target_kualitas", "realisasi_waktu"]


def test_a_realisasi_is_judged_after_merging_with_what_is_stored(office: Desk) -> None:
    key = {"tahun": 2017, "nip": BRAM, "no": 1, "uraian": ""}
    office.must("kegiatan", {**key, "realisasi_kuantitas": 10})
    (refused,) = places(office.plan("kegiatan", {**key, "target_kuantitas": "-"}))
    assert refused[:2] == (2, "realisasi_kuantitas")
    office.must("kegiatan", {**key, "target_kuantitas": "-", "realisasi_kuantitas": "-"})


def test_an_empty_cell_leaves_and_a_dash_clears(office: Desk) -> None:
    key = {"tahun": 2017, "nip": BRAM, "no": 1, "uraian": ""}
    office.must("kegiatan", activity(BRAM, satuan="berkas", ak="0.5"))
    assert office.plan("kegiatan", {**key, "satuan": "", "ak": ""})["sama"] == 1
    plan = office.plan("kegiatan", {**key, "satuan": "-", "ak": "-"})
    assert [(one["kolom"], one["lama"], one["baru"]) for one in plan["berubah"]] == [
        ("ak", "0.5", None),
        ("satuan", "berkas", None),
    ]


def test_on_a_new_row_a_dash_means_empty(office: Desk) -> None:
    row = {"nip": LUAR, "nama": "A", "unit": "1", "golongan": "-", "status": "-",
           "aktif_sejak": "-"}  # fmt: skip
    office.must("pegawai", row)
    again = {**row, "golongan": "", "status": "PNS", "aktif_sejak": ""}
    assert office.plan("pegawai", again)["sama"] == 1


def test_a_new_row_has_the_defaults(office: Desk) -> None:
    assert office.plan("pegawai", {**PEOPLE[0], "status": "PNS"})["sama"] == 1
    assert office.plan("kegiatan", {**activity(BRAM), "bagian": 1})["sama"] == 1


def test_importing_the_same_files_twice_changes_nothing_the_second_time(office: Desk) -> None:
    kinds = {
        "unit": UNITS,
        "pegawai": PEOPLE,
        "bagian": ({"tahun": 2017, "nip": BRAM, "bagian": 1, "jabatan": "-", "penilai_nip": "-"},),
        "kegiatan": (activity(BRAM, ak="1.50", satuan="-", target_biaya="Rp 1000,-"),),
        "tambahan": ({"tahun": 2017, "nip": BRAM, "no": 9, "jenis": "kreativitas",
                      "uraian": "'=A", "tingkat": "Negara"},),
        "perilaku": (conduct(BRAM, kepemimpinan="-"),),
        "nilai_luar": (other_value(BRAM, "skp", "80.10"), other_value(SARI, "akademik", 70)),
        "pengecualian": (exception(DEWI, keterangan="-"),),
    }  # fmt: skip
    for jenis, rows in kinds.items():
        office.must(jenis, *rows)
    before = office.stored()
    for jenis, rows in kinds.items():
        plan = office.plan(jenis, *rows)
        assert (plan["baru"], plan["berubah"], plan["ditolak"]) == (0, [], []), jenis
        assert plan["sama"] == len(rows)
    assert office.stored() == before


def test_import_never_deletes_a_row(office: Desk) -> None:
    office.must("kegiatan", activity(BRAM, 2))
    assert [one["no"] for one in office.value(BRAM)["bagian"][0]["kegiatan"]] == [1, 2]


def test_numbers_of_rows_may_have_gaps_and_stay_as_they_are(office: Desk) -> None:
    office.must("kegiatan", activity(BRAM, 40), activity(BRAM, 7))
    assert [one["no"] for one in office.value(BRAM)["bagian"][0]["kegiatan"]] == [1, 2, 7, 40]


@pytest.mark.parametrize(
    ("jenis", "row"),
    [
        ("kegiatan", activity(DEWI)),
        ("tambahan", {"tahun": 2017, "nip": DEWI, "no": 1, "jenis": "tugas_tambahan",
                      "uraian": "A"}),
        ("perilaku", conduct(DEWI)),
        ("nilai_luar", other_value(DEWI, "skp", 80)),
    ],
)  # fmt: skip
def test_part_1_comes_with_the_first_row_that_refers_to_it(
    office: Desk, jenis: str, row: dict[str, object]
) -> None:
    office.must(jenis, row)
    assert [part["bagian"] for part in office.value(DEWI)["bagian"]] == [1]


@pytest.mark.parametrize(
    ("jenis", "row"),
    [("pengecualian", exception(DEWI)), ("nilai_luar", other_value(DEWI, "akademik", 80))],
)
def test_what_is_of_the_whole_year_brings_no_part(
    office: Desk, jenis: str, row: dict[str, object]
) -> None:
    office.must(jenis, row)
    assert office.value(DEWI)["bagian"] == []


def test_kind_bagian_creates_only_its_own_part(office: Desk) -> None:
    office.must("bagian", {"tahun": 2017, "nip": DEWI, "bagian": 2})
    assert [part["bagian"] for part in office.value(DEWI)["bagian"]] == [2]
    office.must("kegiatan", activity(DEWI, bagian=2))
    assert [part["bagian"] for part in office.value(DEWI)["bagian"]] == [2]


def test_a_unit_may_be_named_when_only_one_has_the_name(office: Desk) -> None:
    office.must("pegawai", {"nip": DEWI, "nama": "Dewi Contoh", "unit": "SUBBAGIAN  umum"})
    assert office.recap(2017, "--unit", "1.1.1")["jumlah_pegawai"] == 2
    office.must("unit", {"kode": "1.3", "nama": "Subbagian Umum", "induk": "1"})
    row = {"nip": DEWI, "nama": "Dewi Contoh", "unit": "Subbagian Umum"}
    (refused,) = office.plan("pegawai", row)["ditolak"]
    assert "1.1.1" in refused["pesan"]
    assert "1.3" in refused["pesan"]


def test_an_unknown_appraiser_needs_only_his_name(office: Desk) -> None:
    row = {"nip": BRAM, "nama": "Bram Contoh", "unit": "1.1.1", "penilai_nip": LUAR}
    assert office.plan("pegawai", row)["ditolak"]
    assert office.plan("pegawai", {**row, "penilai_nama": "Wali"})["ditolak"] == []


def test_parents_and_appraisers_may_stand_below_those_who_need_them(desk: Desk) -> None:
    desk.must("unit", *reversed(UNITS))
    desk.must("pegawai", *reversed(PEOPLE))
    assert desk.recap()["jumlah_pegawai"] == 4


def test_a_refused_row_takes_along_those_that_need_it(desk: Desk) -> None:
    rows = ({"kode": "1", "nama": "", "induk": ""}, {"kode": "1.1", "nama": "A", "induk": "1"})
    plan = desk.plan("unit", *rows)
    assert [(one["baris"], one["kolom"]) for one in plan["ditolak"]] == [(2, "nama"), (3, "induk")]


def test_a_circle_of_induk_is_refused(office: Desk) -> None:
    rows = (
        {"kode": "1.1", "nama": "Sekretariat", "induk": "1.2"},
        {"kode": "1.2", "nama": "Bidang Mutasi", "induk": "1.1"},
    )
    plan = office.plan("unit", *rows)
    assert {one["kolom"] for one in plan["ditolak"]} == {"induk"}
    assert len(plan["ditolak"]) == 2


def test_tahun_and_unit_stand_in_for_absent_columns(desk: Desk) -> None:
    desk.must("unit", *UNITS)
    assert desk.bring("pegawai", f"nip,nama\n{BRAM},Bram\n").status == 2
    assert desk.bring("pegawai", f"nip,nama\n{BRAM},Bram\n", "--unit", "1.1").status == 0
    text = f"nip,no,uraian\n{BRAM},1,Menyusun\n"
    assert desk.bring("kegiatan", text).status == 2
    assert desk.bring("kegiatan", text, "--tahun", "2016").status == 0
    assert desk.recap(2016, "--unit", "1.1")["jumlah_pegawai"] == 1
    assert desk.value(BRAM, 2016)["bagian"][0]["unit"] == "1.1"


def test_the_columns_of_the_file_win_over_the_options(office: Desk) -> None:
    row = {"tahun": 2016, "nip": BRAM, "no": 1, "uraian": "A"}
    plan = office.plan("kegiatan", row, options=("--tahun", "2017"))
    assert plan["periode_baru"] == [2016]


def test_an_unknown_unit_given_as_an_option_is_refused(desk: Desk) -> None:
    desk.must("unit", *UNITS)
    done = desk.bring("pegawai", f"nip,nama\n{BRAM},Bram\n", "--unit", "9", "--json")
    assert (done.status, done.json["ditolak"][0]["kolom"]) == (2, "unit")


def test_the_first_row_of_a_year_creates_its_period(office: Desk) -> None:
    plan = office.plan("kegiatan", activity(BRAM, 1, 2018), activity(BRAM, 1, 2014))
    assert plan["periode_baru"] == [2014, 2018]
    assert office.plan("kegiatan", activity(BRAM, 2, 2018))["periode_baru"] == []


def test_a_refused_row_creates_no_period(office: Desk) -> None:
    row = activity(BRAM, 1, 2019, target_waktu=0)
    assert office.plan("kegiatan", row, activity(BRAM, 9))["periode_baru"] == []
