"""The sample office has the counts of the published report, and nobody in it is real."""

import re
from collections import Counter
from datetime import date
from fractions import Fraction
from itertools import groupby

import pytest

from tests.contoh import (
    ESELON,
    GOLONGAN,
    JENIS_KELAMIN,
    KOLOM,
    NAMA_CONTOH,
    PEJABAT,
    PERILAKU,
    TAHUN,
    UNIT,
    Row,
    by_person,
    heads,
    people,
    rows,
)

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
