import pytest

from tests.cli.calls import Desk
from tests.cli.office import (
    BRAM,
    DEWI,
    PURNA,
    RETNO,
    SARI,
    TIUR,
    activity,
    conduct,
    exception,
    other_value,
    units_of,
)

ORANG = "197101011995031001"


def counts(desk: Desk, tahun: int = 2017) -> dict[str, int]:
    """Return how many people each unit counts."""
    return {str(one["unit"]): int(str(one["jumlah_pegawai"]))
            for one in units_of(desk.recap(tahun))}  # fmt: skip


def person(**cells: object) -> dict[str, object]:
    return {"nip": ORANG, "nama": "Orang Contoh", "unit": "1.2", **cells}


def is_of(desk: Desk, tahun: int, nip: str = ORANG) -> bool:
    return desk.run("nilai", "--tahun", tahun, "--nip", nip).status != 2


@pytest.mark.parametrize(
    ("since", "until", "belongs"),
    [
        ("", "", True),
        ("2017-12-31", "", True),
        ("2018-01-01", "", False),
        ("", "2017-01-01", True),
        ("", "2016-12-31", False),
        ("2017-05-01", "2017-05-01", True),
        ("2010-01-01", "2030-12-31", True),
        ("2018-01-01", "2019-12-31", False),
        ("2010-01-01", "2016-12-31", False),
    ],
)
def test_a_person_belongs_to_the_years_that_his_dates_touch(
    office: Desk, since: str, until: str, belongs: bool
) -> None:
    office.must("pegawai", person(aktif_sejak=since, aktif_sampai=until))
    assert is_of(office, 2017) is belongs
    assert counts(office)["1.2"] == 2 + belongs
    refused = office.plan("kegiatan", activity(ORANG))["ditolak"]
    assert bool(refused) is not belongs
    assert all(one["kolom"] == "nip" for one in refused)


@pytest.mark.parametrize("status", ["PNS", "CPNS", ""])
def test_pns_and_cpns_count_in_every_year(office: Desk, status: str) -> None:
    office.must("pegawai", person(status=status))
    assert [is_of(office, tahun) for tahun in range(2014, 2021)] == [True] * 7


def test_pppk_belong_to_no_year_before_2022_and_their_rows_are_refused(office: Desk) -> None:
    assert not is_of(office, 2020, TIUR)
    assert counts(office)["1.2"] == 2
    for jenis, row in (
        ("kegiatan", activity(TIUR)),
        ("perilaku", conduct(TIUR)),
        ("pengecualian", exception(TIUR)),
        ("nilai_luar", other_value(TIUR, "akademik", 80)),
        ("bagian", {"tahun": 2017, "nip": TIUR, "bagian": 1}),
    ):
        (refused,) = office.plan(jenis, row)["ditolak"]
        assert refused["kolom"] == "nip"
        assert "PPPK" in refused["pesan"]


def test_a_unit_counts_itself_and_everything_below_it(office: Desk) -> None:
    assert counts(office) == {"1": 4, "1.1": 2, "1.1.1": 1, "1.2": 2}


def test_a_person_counts_once_in_the_unit_of_his_last_part(office: Desk) -> None:
    moved = [{"tahun": 2017, "nip": BRAM, "bagian": 2, "unit": "1.2"},
             {"tahun": 2017, "nip": BRAM, "bagian": 10, "unit": "1"}]  # fmt: skip
    office.must("bagian", moved[0])
    assert counts(office) == {"1": 4, "1.1": 1, "1.1.1": 0, "1.2": 3}
    office.must("bagian", moved[1])  # 10 is above 2, also as a number
    assert counts(office) == {"1": 4, "1.1": 1, "1.1.1": 0, "1.2": 2}
    assert counts(office, 2018)["1.1.1"] == 1


def test_without_a_part_the_unit_of_the_person_counts(office: Desk) -> None:
    office.must("pegawai", {"nip": DEWI, "nama": "Dewi Contoh", "unit": "1.1"})
    assert counts(office)["1.2"] == 1


def test_an_exception_wins_over_a_finished_appraisal(office: Desk) -> None:
    before = office.recap()
    office.must("pengecualian", exception(BRAM))
    after = office.recap()
    assert office.value(BRAM)["status"] == "dikecualikan"
    assert (after["dikecualikan"], after["dinilai"]) == (1, before["dinilai"] - 1)
    assert after["wajib_dinilai"] == after["jumlah_pegawai"] - 1
    assert after["dinilai"] + after["belum_dinilai"] == after["wajib_dinilai"]


def test_dinilai_needs_every_part(office: Desk) -> None:
    office.must("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 2})
    value = office.value(BRAM)
    assert (value["status"], value["nilai_skp"]) == ("belum_dinilai", None)
    assert value["kurang"] == ["belum ada kegiatan, bagian 2"]
    office.must("kegiatan", activity(BRAM, bagian=2, realisasi_kualitas=30))
    assert office.value(BRAM)["nilai_skp"] == "78.67"


@pytest.mark.parametrize(
    "aspek", ["orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerja_sama"]
)
def test_dinilai_needs_the_five_aspects(office: Desk, aspek: str) -> None:
    office.must("perilaku", {"tahun": 2017, "nip": BRAM, aspek: "-"})
    value = office.value(BRAM)
    assert (value["status"], value["rata_rata_perilaku"]) == ("belum_dinilai", None)
    assert len(value["kurang"]) == 1


def test_kepemimpinan_may_be_empty_and_then_the_divisor_is_five(office: Desk) -> None:
    office.must("perilaku", {"tahun": 2017, "nip": SARI, "kepemimpinan": 60})
    assert office.value(SARI)["rata_rata_perilaku"] == "85.00"
    office.must("perilaku", {"tahun": 2017, "nip": SARI, "kepemimpinan": "-"})
    assert office.value(SARI)["rata_rata_perilaku"] == "90.00"


def test_dinilai_needs_at_least_one_activity(office: Desk) -> None:
    office.must("perilaku", conduct(DEWI))
    value = office.value(DEWI)
    assert (value["status"], value["kurang"]) == ("belum_dinilai", ["belum ada kegiatan"])


@pytest.mark.parametrize("aspek", ["kuantitas", "kualitas", "waktu"])
def test_dinilai_needs_the_three_targets_and_outcomes(office: Desk, aspek: str) -> None:
    cells = {f"realisasi_{aspek}": "-"}
    office.must("kegiatan", {**activity(BRAM), **cells})
    value = office.value(BRAM)
    assert (value["status"], value["nilai_skp"]) == ("belum_dinilai", None)
    assert len(value["kurang"]) == 1
    office.must("kegiatan", {**activity(BRAM), **cells, f"target_{aspek}": "-"})
    assert len(office.value(BRAM)["kurang"]) == 2


def test_a_cost_target_may_be_absent_and_then_asks_for_no_outcome(office: Desk) -> None:
    assert office.value(BRAM)["status"] == "dinilai"
    office.must("kegiatan", activity(BRAM, target_biaya=1000))
    assert office.value(BRAM)["kurang"] == ["realisasi biaya (kegiatan 1)"]
    office.must("kegiatan", activity(BRAM, target_biaya=1000, realisasi_biaya=760))
    first = office.value(BRAM)["bagian"][0]["kegiatan"][0]
    assert (first["biaya"], first["nilai_capaian"]) == ("100.00", "91.50")


def test_the_skp_of_a_part_is_the_mean_of_its_activities_plus_its_own_extras(
    office: Desk,
) -> None:
    office.must("kegiatan", activity(BRAM, 2, realisasi_kualitas=0))
    office.must(
        "tambahan",
        *({"tahun": 2017, "nip": BRAM, "no": no, "jenis": "tugas_tambahan", "uraian": "A"}
          for no in range(1, 5)),
        {"tahun": 2017, "nip": BRAM, "no": 1, "jenis": "kreativitas", "uraian": "B",
         "tingkat": "unit"},
        {"tahun": 2017, "nip": BRAM, "no": 2, "jenis": "kreativitas", "uraian": "C",
         "tingkat": "organisasi"},
    )  # fmt: skip
    part = office.value(BRAM)["bagian"][0]
    assert (part["nilai_tugas_tambahan"], part["nilai_kreativitas"]) == ("2.00", "6.00")
    assert part["nilai_skp"] == "81.67"  # (88.666… + 58.666…) / 2 + 2 + 6


def test_a_skp_value_from_elsewhere_is_the_whole_skp_of_its_part(office: Desk) -> None:
    office.must(
        "tambahan",
        {"tahun": 2017, "nip": BRAM, "no": 1, "jenis": "tugas_tambahan", "uraian": "A"},
    )
    office.must("nilai_luar", other_value(BRAM, "skp", "70.5"))
    assert office.value(BRAM)["nilai_skp"] == "70.50"
    office.must("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 2})
    office.must("nilai_luar", other_value(BRAM, "skp", "80.5", bagian=2))
    value = office.value(BRAM)
    assert [part["nilai_skp"] for part in value["bagian"]] == ["70.50", "80.50"]
    assert (value["nilai_skp"], value["status"]) == ("75.50", "dinilai")


def test_a_skp_value_from_elsewhere_needs_no_activity(office: Desk) -> None:
    office.must("nilai_luar", other_value(DEWI, "skp", 90))
    office.must("perilaku", conduct(DEWI))
    assert office.value(DEWI)["nilai_prestasi_kerja"] == "90.00"


def test_the_parts_count_alike_whatever_their_length(office: Desk) -> None:
    office.must(
        "bagian",
        {"tahun": 2017, "nip": BRAM, "bagian": 2, "mulai": "2017-12-01", "selesai": "2017-12-31"},
    )
    office.must("kegiatan", activity(BRAM, bagian=2, realisasi_kuantitas=6))
    assert office.value(BRAM)["nilai_skp"] == "80.33"  # (88.666… + 72) / 2


def test_with_an_academic_value_the_parts_are_not_asked(office: Desk) -> None:
    office.must("nilai_luar", other_value(DEWI, "akademik", "85.25"))
    assert office.value(DEWI)["status"] == "belum_dinilai"
    office.must("perilaku", conduct(DEWI))
    value = office.value(DEWI)
    assert (value["status"], value["nilai_skp"]) == ("dinilai", "85.25")
    assert value["nilai_prestasi_kerja"] == "87.15"  # 51.15 + 36
    office.must("kegiatan", {"tahun": 2017, "nip": DEWI, "no": 1, "uraian": "Belum"})
    assert office.value(DEWI)["nilai_skp"] == "85.25"


def test_an_academic_value_wins_over_the_parts(office: Desk) -> None:
    office.must("nilai_luar", other_value(BRAM, "akademik", 60))
    assert office.value(BRAM)["nilai_skp"] == "60.00"


def test_an_academic_value_beside_an_exception_is_refused_whichever_came_first(
    office: Desk,
) -> None:
    office.must("nilai_luar", other_value(DEWI, "akademik", 80))
    belajar = exception(DEWI, alasan="tugas_belajar")
    assert office.plan("pengecualian", belajar)["ditolak"][0]["baris"] == 2
    assert office.value(DEWI)["status"] == "belum_dinilai"
    office.must("pengecualian", exception(PURNA, alasan="tugas_belajar"))
    assert office.plan("nilai_luar", other_value(PURNA, "akademik", 80))["ditolak"]
    assert office.value(PURNA)["status"] == "dikecualikan"
    assert office.rows("nilai_luar", other_value(PURNA, "skp", 80)).status == 0


def test_the_final_value_of_2021_belongs_to_no_other_year(office: Desk) -> None:
    (refused,) = office.plan("nilai_luar", other_value(BRAM, "akhir", 100))["ditolak"]
    assert (refused["kolom"], refused["nilai"]) == ("jenis", "akhir")


def test_a_year_of_its_own_starts_empty(office: Desk) -> None:
    assert office.value(RETNO, 2018)["bagian"] == []
    assert office.recap(2018)["dinilai"] == 0


# -- the snapshot of a part


def part_of(desk: Desk, nip: str, tahun: int) -> dict[str, str]:
    """Return the row of kind bagian as it is exported."""
    folder = f"data-{tahun}-{len(desk.names())}"
    assert desk.export("--profil", "data", tahun=tahun, ke=folder).status == 0
    from tests.cli.calls import read_csv  # noqa: PLC0415 - only here

    rows = read_csv(desk.folder / folder / "bagian.csv")
    return next(row for row in rows if row["nip"] == nip and row["bagian"] == "1")


def test_the_last_part_follows_the_person(office: Desk) -> None:
    office.must("pegawai", {"nip": BRAM, "nama": "Bram Contoh", "unit": "1.2",
                            "jabatan": "Arsiparis", "golongan": "III/c"})  # fmt: skip
    part = part_of(office, BRAM, 2017)
    assert (part["unit"], part["jabatan"], part["golongan"]) == ("1.2", "Arsiparis", "III/c")
    assert counts(office)["1.2"] == 3


@pytest.mark.parametrize("why", ["later year", "end", "another part", "later exception"])
def test_a_part_that_is_over_no_longer_follows(office: Desk, why: str) -> None:
    if why == "later year":
        office.must("kegiatan", {"tahun": 2018, "nip": BRAM, "no": 1, "uraian": "A"})
    elif why == "later exception":
        office.must("pengecualian", exception(BRAM, 2019))
    elif why == "end":
        office.must("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 1, "selesai": "2017-12-31"})
    else:
        office.must("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 2})
    office.must("pegawai", {"nip": BRAM, "nama": "Bram Contoh", "unit": "1.2",
                            "jabatan": "Arsiparis", "penilai_nip": DEWI})  # fmt: skip
    part = part_of(office, BRAM, 2017)
    assert (part["unit"], part["jabatan"], part["penilai_nip"]) == ("1.1.1", "Analis", SARI)


def test_a_field_given_by_kind_bagian_no_longer_follows(office: Desk) -> None:
    office.must("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 1, "jabatan": "Pranata"})
    office.must("pegawai", {"nip": BRAM, "nama": "Bram Contoh", "unit": "1.2",
                            "jabatan": "Arsiparis"})  # fmt: skip
    part = part_of(office, BRAM, 2017)
    assert (part["unit"], part["jabatan"]) == ("1.2", "Pranata")


def test_the_appraiser_of_a_part_is_printed_as_he_is_known(office: Desk) -> None:
    part = part_of(office, BRAM, 2017)
    assert part["penilai_nama"] == "Sari Contoh, S.Sos."
    assert part["penilai_jabatan"] == "Sekretaris"
    assert part["penilai_unit"] == "Sekretariat"


def test_2021_counts_who_has_a_final_value(office: Desk) -> None:
    office.must("nilai_luar", other_value(BRAM, "akhir", 115, 2021, ide_baru="ya"))
    value = office.value(BRAM, 2021)
    assert (value["status"], value["nilai_prestasi_kerja"], value["sebutan"]) == (
        "dinilai",
        "115.00",
        "Sangat Baik",
    )
    assert (value["nilai_skp"], value["rata_rata_perilaku"], value["kurang"]) == (None, None, [])
    recap = office.recap(2021)
    assert (recap["peraturan"], recap["dinilai"], recap["minimal_baik"]) == ("PP30", 1, 1)
    assert recap["sebaran"]["Sangat Kurang"] == 0
    assert office.value(DEWI, 2021)["kurang"] == ["nilai akhir"]
    assert office.export("--sebagian", tahun=2021).status == 1
    assert office.run("periksa").status == 0
