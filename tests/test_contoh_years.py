"""The sample office of 2021 and 2025 is sound, and has the results that its README states.

Nothing of skp_tui is used: predikats are found here a second time, from the regulations.
"""

import csv
import io
import re
from collections import Counter
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

DATA = Path(__file__).parent.parent / "data"
FOLDER = {2017: DATA / "contoh", 2021: DATA / "contoh-2021", 2025: DATA / "contoh-2025"}
LATER = (2021, 2025)
KIND = {
    2021: {"unit", "pegawai", "bagian", "nilai_luar", "pengecualian"},
    2025: {
        *("unit", "pegawai", "bagian", "hasil_kerja", "indikator", "ekspektasi", "lampiran"),
        *("evaluasi", "pengecualian", "capaian_organisasi"),
    },
}
KUNCI = {
    "unit": ("kode",),
    "pegawai": ("nip",),
    "bagian": ("tahun", "nip", "bagian"),
    "nilai_luar": ("tahun", "nip", "jenis", "bagian"),
    "pengecualian": ("tahun", "nip"),
    "hasil_kerja": ("tahun", "nip", "bagian", "no"),
    "indikator": ("tahun", "nip", "bagian", "no_hasil", "no"),
    "ekspektasi": ("tahun", "nip", "perilaku"),
    "lampiran": ("tahun", "nip", "jenis", "no"),
    "evaluasi": ("tahun", "nip", "periode"),
    "capaian_organisasi": ("tahun", "unit"),
}
GOLONGAN = [
    f"{roman}/{letter}"
    for roman in ("I", "II", "III", "IV")
    for letter in "abcde"[: 4 + (roman == "IV")]
]
NAMA_CONTOH = re.compile(r"(Dr[as]{1,2}\. |Hj?\. )?[A-Z][a-z]+ Contoh(, .+)?")
MATRIKS = {
    ("di_atas", "di_atas"): "Sangat Baik",
    ("di_atas", "sesuai"): "Baik",
    ("sesuai", "di_atas"): "Baik",
    ("sesuai", "sesuai"): "Baik",
    ("di_atas", "di_bawah"): "Kurang",
    ("sesuai", "di_bawah"): "Kurang",
    ("di_bawah", "di_atas"): "Butuh Perbaikan",
    ("di_bawah", "sesuai"): "Butuh Perbaikan",
    ("di_bawah", "di_bawah"): "Sangat Kurang",
}
SEBARAN = {
    2021: {"Sangat Baik": 3, "Baik": 34, "Cukup": 2, "Kurang": 1, "Sangat Kurang": 0},
    2025: {"Sangat Baik": 5, "Baik": 30, "Butuh Perbaikan": 3, "Kurang": 1, "Sangat Kurang": 0},
}
PERSEN = {2021: ("97,56", "92,50", "90,24"), 2025: ("95,12", "89,74", "85,37")}

Row = dict[str, str]


@cache
def rows(tahun: int, jenis: str) -> list[Row]:
    text = (FOLDER[tahun] / f"{jenis}.csv").read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@cache
def people(tahun: int) -> dict[str, Row]:
    return {row["nip"]: row for row in rows(tahun, "pegawai")}


def counted(tahun: int) -> set[str]:
    """Return who belongs to the year: everybody who was active on some day of it."""
    return {
        nip
        for nip, row in people(tahun).items()
        if (row["aktif_sejak"] or "0") <= f"{tahun}-12-31"
        and (row["aktif_sampai"] or "9") >= f"{tahun}-01-01"
    }


def nip_of(tahun: int, nama: str) -> str:
    (nip,) = (nip for nip, row in people(tahun).items() if row["nama"].startswith(f"{nama} "))
    return nip


def predikats(tahun: int) -> dict[str, str]:
    if tahun == 2021:
        return {row["nip"]: band(row) for row in rows(2021, "nilai_luar")}
    return {
        row["nip"]: MATRIKS[row["hasil_kerja"], row["perilaku_kerja"]]
        for row in rows(2025, "evaluasi")
        if row["periode"] == "tahunan" and row["hasil_kerja"] and row["perilaku_kerja"]
    }


def band(row: Row) -> str:
    value = Fraction(row["nilai"])
    if value >= 110 and row["ide_baru"] == "ya":
        return "Sangat Baik"
    bands = ((90, "Baik"), (70, "Cukup"), (50, "Kurang"), (0, "Sangat Kurang"))
    return next(name for lowest, name in bands if value >= lowest)


def percent(part: int, whole: int) -> str:
    hundredths = (Fraction(part * 100, whole) * 200 + 1) // 2
    return f"{hundredths // 100},{hundredths % 100:02}"


# ── the results that the README states ───────────────────────────────────────────────────────────


@pytest.mark.parametrize("tahun", LATER)
def test_result_is_the_one_of_the_readme(tahun: int) -> None:
    excepted = {row["nip"] for row in rows(tahun, "pengecualian")}
    due = counted(tahun) - excepted
    assessed = {nip: satu for nip, satu in predikats(tahun).items() if nip in due}
    sebaran = Counter(assessed.values())
    assert {nama: sebaran[nama] for nama in SEBARAN[tahun]} == SEBARAN[tahun]
    reached = sebaran["Sangat Baik"] + sebaran["Baik"]
    shares = (
        percent(len(assessed), len(due)),
        percent(reached, len(assessed)),
        percent(reached, len(due)),
    )
    assert shares == PERSEN[tahun]
    text = (DATA / "README.md").read_text(encoding="utf-8")
    counts = (len(counted(tahun)), len(excepted), len(due), len(assessed))
    assert f"| {' · '.join(str(many) for many in counts)} |" in text
    assert f"| {' · '.join(str(many) for many in SEBARAN[tahun].values())} |" in text
    assert f"| {' · '.join(f'{share} %' for share in shares)} |" in text


def test_values_of_2021_stand_at_the_edges_of_the_bands() -> None:
    values = {row["nip"]: row for row in rows(2021, "nilai_luar")}
    expected = {
        "Fahriansyah": ("110", "ya", "Sangat Baik"),
        "Rante": ("113.2", "", "Baik"),
        "Bram": ("90", "", "Baik"),
        "Ferry": ("89.99", "", "Cukup"),
    }
    for nama, (nilai, ide, disebut) in expected.items():
        row = values[nip_of(2021, nama)]
        assert (row["nilai"], row["ide_baru"], band(row)) == (nilai, ide, disebut)
    assert all(Fraction(row["nilai"]) <= 120 and row["sumber"] for row in values.values())
    assert nip_of(2021, "Usat") not in values


def test_one_baik_too_many_stands_against_the_pattern_of_2025() -> None:
    (whole,) = (row["capaian"] for row in rows(2025, "capaian_organisasi") if row["unit"] == "1")
    assert whole == "baik"
    due = len(counted(2025)) - len(rows(2025, "pengecualian"))
    most = -(-70 * due // 100)
    assert SEBARAN[2025]["Baik"] == most + 1


# ── the same people growing older ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("tahun", LATER)
def test_every_name_is_marked_as_invented(tahun: int) -> None:
    for jenis in ("pegawai", "bagian"):
        for row in rows(tahun, jenis):
            names = [row[kolom] for kolom in row if kolom.endswith("nama")]
            assert all(NAMA_CONTOH.fullmatch(nama) for nama in names), names


def test_who_stays_keeps_his_name_and_nobody_loses_rank() -> None:
    for before, after in pairwise(FOLDER):
        for nip in people(before).keys() & people(after).keys():
            old, new = people(before)[nip], people(after)[nip]
            assert old["nama"] == new["nama"]
            assert GOLONGAN.index(old["golongan"]) <= GOLONGAN.index(new["golongan"])
            assert old["tmt_golongan"] <= new["tmt_golongan"] <= f"{after}-12-31"


def test_who_is_no_longer_there_left_before() -> None:
    for before, after in pairwise(FOLDER):
        gone = counted(before) - counted(after)
        assert gone
        for nip in gone:
            last = people(after).get(nip, people(before)[nip])["aktif_sampai"]
            assert last, nip
            assert last < f"{after}-01-01"


def test_who_is_new_came_after_the_year_before() -> None:
    for before, after in pairwise(FOLDER):
        for nip in people(after).keys() - people(before).keys():
            row = people(after)[nip]
            assert f"{before}-12-31" < row["aktif_sejak"] <= f"{after}-12-31"


@pytest.mark.parametrize("tahun", LATER)
def test_nips_are_valid_and_nobody_works_past_his_age(tahun: int) -> None:
    for nip, row in people(tahun).items():
        assert re.fullmatch(r"[0-9]{14}[12]9[0-9]{2}", nip)
        born = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
        if row["status"] == "PPPK":
            assert nip[12:14] == "21"
        else:
            assert date(int(nip[8:12]), int(nip[12:14]), 1) >= born.replace(
                year=born.year + 18, day=1
            )
        limit = 60 if row["jabatan"] == "Kepala Badan" else 58
        until = date.fromisoformat(row["aktif_sampai"] or f"{tahun}-12-31")
        assert (until.year, until.month) <= (born.year + limit, born.month), row["nama"]


def test_pppk_are_there_from_2022_on_only() -> None:
    assert {row["status"] for row in rows(2021, "pegawai")} == {"PNS", "CPNS"}
    statuses = Counter(people(2025)[nip]["status"] for nip in counted(2025))
    assert statuses == {"PNS": 40, "PPPK": 3, "CPNS": 1}


@pytest.mark.parametrize("tahun", LATER)
def test_exceptions_of_who_left_end_with_his_last_day(tahun: int) -> None:
    for row in rows(tahun, "pengecualian"):
        until = people(tahun)[row["nip"]]["aktif_sampai"]
        assert (row["tanggal"] == until) is (row["alasan"] != "tugas_belajar")


# ── references ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("tahun", LATER)
def test_every_row_names_a_known_person_unit_and_part(tahun: int) -> None:
    units = {row["kode"] for row in rows(tahun, "unit")}
    assert units == {row["kode"] for row in rows(2017, "unit")}
    parts = {(row["nip"], row["bagian"]) for row in rows(tahun, "bagian")}
    assert {nip for nip, _ in parts} == counted(tahun)
    for jenis in KIND[tahun] - {"unit", "pegawai"}:
        for row in rows(tahun, jenis):
            assert row["tahun"] == str(tahun)
            assert row.get("unit", "1") in units
            assert "nip" not in row or (row["nip"], row.get("bagian") or "1") in parts, row


@pytest.mark.parametrize("tahun", LATER)
def test_last_part_is_the_person_as_he_is(tahun: int) -> None:
    parts = {row["nip"]: row for row in rows(tahun, "bagian")}
    shared = [
        kolom for kolom in rows(tahun, "bagian")[0] if kolom in people(tahun)[next(iter(parts))]
    ]
    for nip, last in parts.items():
        now = {kolom: people(tahun)[nip][kolom].removeprefix("-") for kolom in shared}
        assert {kolom: last[kolom] for kolom in shared} == now


def test_results_serve_a_result_of_the_appraiser_of_their_part() -> None:
    own: dict[str, set[str]] = {}
    for row in rows(2025, "hasil_kerja"):
        own.setdefault(row["nip"], set()).add(row["uraian"])
    penilai = {(row["nip"], row["bagian"]): row["penilai_nip"] for row in rows(2025, "bagian")}
    for row in rows(2025, "hasil_kerja"):
        boss = penilai[row["nip"], row["bagian"]]
        if row["jenis"] == "tambahan":
            assert not row["rencana_pimpinan"]
        elif boss in own:
            assert row["rencana_pimpinan"] in own[boss], row
        else:
            assert row["rencana_pimpinan"]
            assert people(2025)[row["nip"]]["jabatan"] == "Kepala Badan"


def test_every_result_has_indicators_and_every_outcome_its_target() -> None:
    def place(row: Row, no: str) -> tuple[str, str, str]:
        return row["nip"], row["bagian"], row[no]

    results = {place(row, "no") for row in rows(2025, "hasil_kerja")}
    assert results == {place(row, "no_hasil") for row in rows(2025, "indikator")}
    for row in rows(2025, "indikator"):
        number = re.fullmatch(r"(0|[1-9][0-9]*)(\.[0-9]*[1-9])?", row["target"])
        assert row["target"]
        assert bool(number) is bool(row["satuan"]), row
        assert row["realisasi"] or not (row["bukti"] or row["umpan_balik"])
    assert {row["aspek"] for row in rows(2025, "indikator")} == {
        "kuantitas", "kualitas", "waktu", "biaya",
    }  # fmt: skip


def test_what_is_missing_in_2025_is_what_the_readme_names() -> None:
    excepted = {row["nip"] for row in rows(2025, "pengecualian")}
    unrated = counted(2025) - excepted - predikats(2025).keys()
    assert unrated == {nip_of(2025, "Wayan"), nip_of(2025, "Mince")}
    empty = {
        (row["nip"], row["no_hasil"])
        for row in rows(2025, "indikator")
        if not row["realisasi"] and row["nip"] not in excepted
    }
    mince = {(nip, no) for nip, no in empty if nip == nip_of(2025, "Mince")}
    assert empty - mince == {(nip_of(2025, "Wayan"), "3")}
    assert len(mince) == 3


# ── the form of the files ────────────────────────────────────────────────────────────────────────


def cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if set(text) & set(',"\r\n') else text


FILES = [(tahun, jenis) for tahun in LATER for jenis in sorted(KIND[tahun])]


@pytest.mark.parametrize("tahun", LATER)
def test_exactly_the_kinds_that_have_rows_are_there(tahun: int) -> None:
    names = {path.name for path in FOLDER[tahun].iterdir()}
    assert names == {f"{jenis}.csv" for jenis in KIND[tahun]}


@pytest.mark.parametrize(("tahun", "jenis"), FILES)
def test_file_has_the_csv_form_to_the_byte(tahun: int, jenis: str) -> None:
    found = rows(tahun, jenis)
    lines = [list(found[0]), *(list(row.values()) for row in found)]
    text = "".join(",".join(cell(value) for value in line) + "\r\n" for line in lines)
    assert (FOLDER[tahun] / f"{jenis}.csv").read_bytes() == text.encode("utf-8")


@pytest.mark.parametrize(("tahun", "jenis"), FILES)
def test_rows_are_sorted_by_a_unique_key(tahun: int, jenis: str) -> None:
    keys = [[row[kolom] for kolom in KUNCI[jenis]] for row in rows(tahun, jenis)]
    assert keys == sorted(keys)
    assert len({tuple(key) for key in keys}) == len(keys) > 0


@pytest.mark.parametrize(("tahun", "jenis"), FILES)
def test_texts_need_no_cleaning(tahun: int, jenis: str) -> None:
    for row in rows(tahun, jenis):
        for value in row.values():
            assert value == value.strip()
            assert value == "-" or not value.startswith(("'", "=", "+", "-", "@"))
            assert len(value) <= 500
