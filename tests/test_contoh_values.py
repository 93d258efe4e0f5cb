"""The sample office has the result that its README states.

Nothing of skp_tui is used: the calculation below is a second one, written from the regulation.
"""

from collections import Counter
from fractions import Fraction

from tests.contoh import (
    CONTOH,
    PERILAKU,
    SEBARAN,
    Row,
    by_person,
    people,
    rows,
)


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
