"""The sample office has the counts of the published report, and the result its README states.

Nothing of skp_tui is used: the calculation below is a second one, written from the regulation.
"""

import csv
import io
import re
from collections import Counter
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

CONTOH = Path(__file__).parent.parent / "data" / "contoh"
TAHUN = "2017"

UNIT = {
    # kode: nama, induk, eselon of its head
    "1": ("Kepala Badan", "", "II.b"),
    "1.1": ("Sekretariat", "1", "III.a"),
    "1.1.1": ("Subbagian Program dan Keuangan", "1.1", "IV.a"),
    "1.1.2": ("Subbagian Umum", "1.1", "IV.a"),
    "1.2": ("Bidang Pengembangan, Pendidikan dan Pelatihan", "1", "III.b"),
    "1.2.1": ("Subbidang Pengembangan ASN", "1.2", "IV.a"),
    "1.2.2": ("Subbidang Pendidikan dan Pelatihan", "1.2", "IV.a"),
    "1.2.3": ("Subbidang Kompetensi dan Kinerja", "1.2", "IV.a"),
    "1.3": ("Bidang Mutasi", "1", "III.b"),
    "1.3.1": ("Subbidang Perencanaan dan Pengadaan ASN", "1.3", "IV.a"),
    "1.3.2": ("Subbidang Mutasi Umum", "1.3", "IV.a"),
    "1.3.3": ("Subbidang Mutasi Jabatan", "1.3", "IV.a"),
    "1.4": ("Bidang Pembinaan dan Informasi ASN", "1", "III.b"),
    "1.4.1": ("Subbidang Pembinaan ASN", "1.4", "IV.a"),
    "1.4.2": ("Subbidang Pengolahan Data dan Sistem Informasi", "1.4", "IV.a"),
    "1.4.3": ("Subbidang Pengelolaan Dokumen Kepegawaian", "1.4", "IV.a"),
}
GOLONGAN = {
    "I/d": 1,
    "II/b": 4,
    "II/c": 8,
    "II/d": 4,
    "III/a": 7,
    "III/b": 5,
    "III/c": 3,
    "III/d": 3,
    "IV/a": 5,
    "IV/b": 1,
    "IV/c": 1,
}
JENIS_KELAMIN = {"1": 23, "2": 19}
ESELON = {"II.b": 1, "III.a": 1, "III.b": 3, "IV.a": 11}
SEBARAN = {"Sangat Baik": 2, "Baik": 34, "Cukup": 3, "Kurang": 1}

PEJABAT = ["nip", "nama", "golongan", "jabatan", "unit"]
PENILAI = [f"{siapa}_{kolom}" for siapa in ("penilai", "atasan_penilai") for kolom in PEJABAT]
PERILAKU = [
    "orientasi_pelayanan",
    "integritas",
    "komitmen",
    "disiplin",
    "kerja_sama",
    "kepemimpinan",
]
KOLOM = {
    "unit": ["kode", "nama", "induk"],
    "pegawai": [
        *("nip", "nama", "unit", "golongan", "tmt_golongan", "jabatan", "jenis_jabatan"),
        *("eselon", "status", *PENILAI, "aktif_sejak", "aktif_sampai"),
    ],
    "bagian": [
        *("tahun", "nip", "bagian", "mulai", "selesai", "unit", "golongan", "jabatan"),
        *("jenis_jabatan", *PENILAI),
    ],
    "kegiatan": [
        *("tahun", "nip", "no", "uraian", "ak", "target_kuantitas", "satuan", "target_kualitas"),
        *("target_waktu", "satuan_waktu", "target_biaya", "realisasi_kuantitas"),
        *("realisasi_kualitas", "realisasi_waktu", "realisasi_biaya", "bagian"),
    ],
    "tambahan": ["tahun", "nip", "no", "jenis", "uraian", "tingkat", "bagian"],
    "perilaku": ["tahun", "nip", *PERILAKU],
    "pengecualian": ["tahun", "nip", "alasan", "tanggal", "keterangan"],
}
KUNCI = {
    "unit": ["kode"],
    "pegawai": ["nip"],
    "bagian": ["tahun", "nip", "bagian"],
    "kegiatan": ["tahun", "nip", "bagian", "no"],
    "tambahan": ["tahun", "nip", "bagian", "jenis", "no"],
    "perilaku": ["tahun", "nip"],
    "pengecualian": ["tahun", "nip"],
}
KOLOM_ANGKA = re.compile(r"ak|no|bagian|tahun|(target|realisasi)_.*|" + "|".join(PERILAKU))
ANGKA_BAKU = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]{0,5}[1-9])?")
NAMA_CONTOH = re.compile(r"(Dr[as]{1,2}\. |Hj?\. )?[A-Z][a-z]+ Contoh(, .+)?")

Row = dict[str, str]


@cache
def rows(jenis: str) -> list[Row]:
    text = (CONTOH / f"{jenis}.csv").read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@cache
def by_person(jenis: str) -> dict[str, list[Row]]:
    return {nip: list(own) for nip, own in groupby(rows(jenis), key=lambda row: row["nip"])}


@cache
def people() -> dict[str, Row]:
    return {row["nip"]: row for row in rows("pegawai")}


@cache
def heads() -> dict[str, Row]:
    return {row["unit"]: row for row in rows("pegawai") if row["eselon"]}


# ── the published counts ─────────────────────────────────────────────────────────────────────────


def test_units_are_those_of_the_report() -> None:
    assert {row["kode"]: (row["nama"], row["induk"]) for row in rows("unit")} == {
        kode: (nama, induk) for kode, (nama, induk, _) in UNIT.items()
    }


def test_counts_by_golongan_and_sex_are_printed_ones() -> None:
    pegawai = rows("pegawai")
    assert len(pegawai) == 42
    assert Counter(row["golongan"] for row in pegawai) == GOLONGAN
    assert Counter(row["nip"][14] for row in pegawai) == JENIS_KELAMIN


def test_every_unit_has_one_head_of_its_eselon() -> None:
    eselon = [(row["unit"], row["eselon"]) for row in rows("pegawai") if row["eselon"]]
    assert sorted(eselon) == [(kode, unit[2]) for kode, unit in sorted(UNIT.items())]
    assert Counter(e for _, e in eselon) == ESELON


def test_heads_and_nobody_else_are_structural() -> None:
    for row in rows("pegawai"):
        assert (row["jenis_jabatan"] == "struktural") is bool(row["eselon"]), row["nama"]


def test_three_posts_are_functional_and_only_they_have_angka_kredit() -> None:
    functional = {
        row["nip"] for row in rows("pegawai") if row["jenis_jabatan"] == "fungsional_tertentu"
    }
    assert len(functional) == 3
    assert {row["nip"] for row in rows("kegiatan") if row["ak"]} == functional


# ── invented, but valid ──────────────────────────────────────────────────────────────────────────


def test_every_name_is_marked_as_invented() -> None:
    pegawai = rows("pegawai")
    names = [row["nama"] for row in pegawai]
    for row in pegawai:
        names += [row["penilai_nama"], row["atasan_penilai_nama"]]
    assert [nama for nama in names if not NAMA_CONTOH.fullmatch(nama)] == []
    first = {nama.split(" Contoh")[0].split()[-1] for nama in names}
    assert len(first) == 44  # 42 people, the Sekretaris Daerah and the Wali Kota


def test_every_nip_is_valid_unique_and_of_a_plausible_age() -> None:
    nips = [row["nip"] for row in rows("pegawai")]
    assert len(set(nips)) == len(nips)
    assert len({nip[15:] for nip in nips}) == len(nips)
    for nip in nips:
        assert re.fullmatch(r"[0-9]{14}[12]9[0-9]{2}", nip)
        born = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
        appointed = date(int(nip[8:12]), int(nip[12:14]), 1)
        assert appointed >= born.replace(year=born.year + 18, day=1), nip
        assert 24 <= 2017 - born.year <= 58, nip


def test_rank_dates_are_promotion_dates_after_the_appointment() -> None:
    for row in rows("pegawai"):
        tmt = date.fromisoformat(row["tmt_golongan"])
        assert (tmt.month, tmt.day) in {(4, 1), (10, 1)}
        appointed = date(int(row["nip"][8:12]), int(row["nip"][12:14]), 1)
        assert appointed <= tmt <= date(2017, 12, 31), row["nama"]


# ── references ───────────────────────────────────────────────────────────────────────────────────


def own_columns(row: Row, siapa: str) -> list[str]:
    return [row[f"{siapa}_{kolom}"] for kolom in PEJABAT]


def resolved(head: Row) -> list[str]:
    return [
        head["nip"],
        head["nama"],
        head["golongan"],
        head["jabatan"],
        UNIT[head["unit"]][0],
    ]


def appraisers(unit: str, *, is_head: bool) -> list[Row]:
    """Return the heads above a post of the unit, nearest first."""
    chain: list[Row] = []
    kode = UNIT[unit][1] if is_head else unit
    while kode:
        chain.append(heads()[kode])
        kode = UNIT[kode][1]
    return chain


@pytest.mark.parametrize("jenis", ["pegawai", "bagian"])
def test_appraisers_are_the_heads_above_and_written_as_resolved(jenis: str) -> None:
    person = people()
    agency_head = heads()["1"]
    outside = own_columns(agency_head, "penilai")
    for row in rows(jenis):
        chain = [
            resolved(h) for h in appraisers(row["unit"], is_head=bool(person[row["nip"]]["eselon"]))
        ]
        chain = [*chain, outside, own_columns(agency_head, "atasan_penilai")]
        assert [own_columns(row, "penilai"), own_columns(row, "atasan_penilai")] == chain[:2]


def test_agency_head_is_appraised_from_outside() -> None:
    head = heads()["1"]
    assert head["penilai_nip"] not in people()
    assert re.fullmatch(r"[0-9]{14}[12][0-9]{3}", head["penilai_nip"])
    assert head["penilai_jabatan"] == "Sekretaris Daerah"
    assert head["penilai_unit"] == "Sekretariat Daerah"
    assert head["atasan_penilai_nip"] == ""
    assert head["atasan_penilai_jabatan"] == "Wali Kota"


def test_every_row_names_a_known_person_unit_and_part() -> None:
    person = people()
    parts = {(row["nip"], row["bagian"]) for row in rows("bagian")}
    assert {row["unit"] for row in [*rows("pegawai"), *rows("bagian")]} == set(UNIT)
    for jenis in ("bagian", "kegiatan", "tambahan", "perilaku", "pengecualian"):
        for row in rows(jenis):
            assert row["tahun"] == TAHUN
            assert row["nip"] in person
            assert (row["nip"], row.get("bagian", "1")) in parts, row


def test_last_part_is_the_person_as_he_is() -> None:
    person = people()
    assert by_person("bagian").keys() == person.keys()
    for nip, parts in by_person("bagian").items():
        last = parts[-1]
        shared = KOLOM["bagian"][5:]
        assert [last[k] for k in shared] == [person[nip][k] for k in shared]
        if len(parts) == 1:
            assert (last["mulai"], last["selesai"]) == ("", "")


def test_one_person_moved_within_the_agency() -> None:
    moved = [parts for parts in by_person("bagian").values() if len(parts) > 1]
    assert len(moved) == 1
    before, after = moved[0]
    assert before["unit"] != after["unit"]
    assert before["penilai_nip"] != after["penilai_nip"]
    dates = [part[k] for part in moved[0] for k in ("mulai", "selesai")]
    assert dates == ["2017-01-01", "2017-06-30", "2017-07-01", "2017-12-31"]
    done = {row["bagian"] for row in rows("kegiatan") if row["nip"] == before["nip"]}
    assert done == {"1", "2"}


def test_excepted_person_retired_and_still_belongs_to_the_year() -> None:
    (row,) = rows("pengecualian")
    assert row["alasan"] == "pensiun"
    assert row["tanggal"] == people()[row["nip"]]["aktif_sampai"] == "2017-06-30"
    assert [p["nip"] for p in people().values() if p["aktif_sampai"]] == [row["nip"]]
    assert all(p["aktif_sejak"] <= "2017-12-31" for p in people().values())


def test_all_are_pns_but_one_cpns() -> None:
    assert Counter(row["status"] for row in rows("pegawai")) == {"PNS": 41, "CPNS": 1}


# ── the work ─────────────────────────────────────────────────────────────────────────────────────


def test_everybody_has_three_to_eight_activities_numbered_from_one() -> None:
    kegiatan = by_person("kegiatan")
    assert kegiatan.keys() == people().keys()
    for own in kegiatan.values():
        assert 3 <= len(own) <= 8
        for _, part in groupby(own, key=lambda row: row["bagian"]):
            numbers = [int(row["no"]) for row in part]
            assert numbers == list(range(1, len(numbers) + 1))


def test_no_two_people_have_the_same_list() -> None:
    lists = Counter(tuple(r["uraian"] for r in own) for own in by_person("kegiatan").values())
    assert max(lists.values()) == 1


def test_targets_are_whole_and_outcomes_stay_within_the_year() -> None:
    for row in rows("kegiatan"):
        assert row["satuan"]
        assert row["satuan_waktu"] == "bulan"
        for aspek in ("kuantitas", "kualitas", "waktu"):
            assert Fraction(row[f"target_{aspek}"]) > 0
        assert int(row["target_waktu"]) <= 12
        assert int(row["realisasi_waktu"] or 0) <= 12
        assert Fraction(row["realisasi_kualitas"] or 0) <= 100
        assert not (row["realisasi_biaya"] and not row["target_biaya"])


def test_kepemimpinan_is_filled_for_structural_posts_only() -> None:
    person = people()
    for row in rows("perilaku"):
        assert all(74 <= Fraction(row[k]) <= 92 for k in PERILAKU if row[k])
        assert all(row[k] for k in PERILAKU[:5])
        structural = person[row["nip"]]["jenis_jabatan"] == "struktural"
        assert bool(row["kepemimpinan"]) is structural


def test_extras_have_a_level_exactly_when_they_are_creations() -> None:
    for row in rows("tambahan"):
        creation = row["jenis"] == "kreativitas"
        assert creation or row["jenis"] == "tugas_tambahan"
        assert row["tingkat"] in (("unit", "organisasi") if creation else ("",))


# ── the result, calculated a second time ─────────────────────────────────────────────────────────


def efficiency_value(target: Fraction, realisasi: Fraction) -> Fraction:
    value = (Fraction(176, 100) * target - realisasi) / target * 100
    return value if 100 - realisasi / target * 100 <= 24 else 176 - value


def activity_value(row: Row) -> Fraction | None:
    if row["realisasi_kuantitas"] == "0":
        return Fraction(0)
    values: list[Fraction] = []
    for aspek in ("kuantitas", "kualitas", "waktu", "biaya"):
        target, realisasi = row[f"target_{aspek}"], row[f"realisasi_{aspek}"]
        if not target:
            continue
        if not realisasi:
            return None
        t, r = Fraction(target), Fraction(realisasi)
        efficient = aspek in ("waktu", "biaya")
        values.append(efficiency_value(t, r) if efficient else r / t * 100)
    return sum(values, Fraction(0)) / len(values)


def extras_value(own: list[Row]) -> int:
    tasks = sum(row["jenis"] == "tugas_tambahan" for row in own)
    levels = [{"unit": 3, "organisasi": 6}[row["tingkat"]] for row in own if row["tingkat"]]
    return min(3, (tasks + 2) // 3) + max(levels, default=0)


def skp_value(nip: str) -> Fraction | None:
    parts: list[Fraction] = []
    for bagian in {row["bagian"] for row in by_person("bagian")[nip]}:
        own = [row for row in by_person("kegiatan")[nip] if row["bagian"] == bagian]
        values = [activity_value(row) for row in own]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            return None
        extras = [row for row in by_person("tambahan").get(nip, []) if row["bagian"] == bagian]
        parts.append(sum(known, Fraction(0)) / len(known) + extras_value(extras))
    return sum(parts, Fraction(0)) / len(parts)


def final_values() -> dict[str, Fraction]:
    """Return the nilai prestasi kerja of everybody who is appraised."""
    values: dict[str, Fraction] = {}
    excepted = {row["nip"] for row in rows("pengecualian")}
    for nip in people().keys() - excepted:
        skp = skp_value(nip)
        aspects = [Fraction(by_person("perilaku")[nip][0][k] or -1) for k in PERILAKU]
        filled = [value for value in aspects if value >= 0]
        if skp is not None:
            values[nip] = skp * 60 / 100 + sum(filled, Fraction(0)) / len(filled) * 40 / 100
    return values


def category(value: Fraction) -> str:
    bands = [(91, "Sangat Baik"), (76, "Baik"), (61, "Cukup"), (51, "Kurang"), (0, "Buruk")]
    return next(name for lowest, name in bands if value >= lowest)


def printed(value: Fraction) -> str:
    hundredths = (value * 200 + 1) // 2
    return f"{hundredths // 100}.{hundredths % 100:02}"


def test_distribution_is_the_one_of_the_readme() -> None:
    assert Counter(category(value) for value in final_values().values()) == SEBARAN
    line = " · ".join(str(SEBARAN.get(nama, 0)) for nama in (*SEBARAN, "Buruk"))
    assert f"| {line} |" in (CONTOH.parent / "README.md").read_text(encoding="utf-8")


def test_three_percentages_differ() -> None:
    values = final_values()
    due = len(people()) - len(rows("pengecualian"))
    reached = sum(value >= 76 for value in values.values())
    assert (due, len(values), reached) == (41, 40, 36)
    assert printed(Fraction(100 * len(values), due)) == "97.56"
    assert printed(Fraction(100 * reached, len(values))) == "90.00"
    assert printed(Fraction(100 * reached, due)) == "87.80"
    assert printed(Fraction(100 * reached, due) / 96 * 100) == "91.46"


def test_two_values_lie_inside_a_boundary() -> None:
    person = people()
    boundary = {
        person[nip]["nama"]: printed(value)
        for nip, value in final_values().items()
        if any(low < value < low + 1 for low in (50, 60, 75, 90))
    }
    assert boundary == {"Bram Contoh": "90.56", "Ferry Contoh": "75.39"}


def test_one_person_lacks_two_outcomes_of_activity_three() -> None:
    excepted = {row["nip"] for row in rows("pengecualian")}
    (missing,) = people().keys() - excepted - final_values().keys()
    wayan = people()[missing]
    assert (wayan["nama"], wayan["unit"]) == ("Wayan Contoh, A.Md.", "1.1.2")
    unassessed = [row for row in by_person("kegiatan")[missing] if activity_value(row) is None]
    assert [row["no"] for row in unassessed] == ["3"]
    assert unassessed[0]["realisasi_kuantitas"] == "480"
    assert unassessed[0]["realisasi_kualitas"] == unassessed[0]["realisasi_waktu"] == ""


def test_one_activity_was_not_done_by_somebody_below_baik() -> None:
    (row,) = [row for row in rows("kegiatan") if row["realisasi_kuantitas"] == "0"]
    assert row["realisasi_kualitas"] == row["realisasi_waktu"] == row["realisasi_biaya"] == ""
    assert category(final_values()[row["nip"]]) == "Kurang"


# ── the form of the files ────────────────────────────────────────────────────────────────────────


def cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if set(text) & set(',"\r\n') else text


def test_exactly_the_kinds_that_have_rows_are_there() -> None:
    assert {path.name for path in CONTOH.iterdir()} == {f"{jenis}.csv" for jenis in KOLOM}


@pytest.mark.parametrize("jenis", sorted(KOLOM))
def test_file_has_the_csv_form_to_the_byte(jenis: str) -> None:
    lines = [KOLOM[jenis], *([row[k] for k in KOLOM[jenis]] for row in rows(jenis))]
    text = "".join(",".join(cell(value) for value in line) + "\r\n" for line in lines)
    assert (CONTOH / f"{jenis}.csv").read_bytes() == text.encode("utf-8")


@pytest.mark.parametrize("jenis", sorted(KOLOM))
def test_rows_are_sorted_by_a_unique_key(jenis: str) -> None:
    keys = [[row[k] for k in KUNCI[jenis]] for row in rows(jenis)]
    assert keys == sorted(keys)
    assert len({tuple(key) for key in keys}) == len(keys) > 0


@pytest.mark.parametrize("jenis", sorted(KOLOM))
def test_values_are_canonical(jenis: str) -> None:
    for row in rows(jenis):
        for kolom, value in row.items():
            assert value == value.strip()
            assert not value.startswith(("'", "=", "+", "-", "@")), value
            if value and KOLOM_ANGKA.fullmatch(kolom):
                assert ANGKA_BAKU.fullmatch(value), (kolom, value)
            if value and kolom in {"mulai", "selesai", "tanggal", "aktif_sejak", "aktif_sampai"}:
                assert date.fromisoformat(value).isoformat() == value
