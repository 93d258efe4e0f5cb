"""The values of an office calculated a second time, straight from regulations.md A and D.

Nothing here comes from skp_tui: a table of what an appraiser would fill in on paper.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from fractions import Fraction as Pecahan
from math import floor

from tests.cli.random_office import ASPECTS, CONDUCT, Cells, Office

# the limits of the names from the second on, and whether a limit itself belongs to its name
BANDS: dict[str, tuple[tuple[Pecahan, ...], Callable[..., int]]] = {
    "batas-bawah": ((Pecahan(51), Pecahan(61), Pecahan(76), Pecahan(91)), bisect_right),
    "lembar-bkn": ((Pecahan(50), Pecahan(60), Pecahan(75), Pecahan("90.99")), bisect_left),
}
NAMES = ("Buruk", "Kurang", "Cukup", "Baik", "Sangat Baik")
LEVELS = {"unit": 3, "organisasi": 6, "negara": 12}


def two_decimals(value: Pecahan) -> str:
    """Print half away from zero, never as minus zero."""
    cents = floor(abs(value) * 100 + Pecahan(1, 2))
    sign = "-" if value < 0 and cents else ""
    return f"{sign}{cents // 100}.{cents % 100:02}"


def plain(text: str) -> str:
    """Print an entered number without trailing zeros."""
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0")
    return f"{whole}.{rest}" if rest else whole


def score_of_activity(row: Cells, zero: str) -> Pecahan | None:
    """Return the nilai capaian of a row, None where something is open."""
    target = {name: row.get(f"target_{name}", "") for name in ASPECTS}
    result = {name: row.get(f"realisasi_{name}", "") for name in ASPECTS}
    asked = [name for name in ASPECTS if target[name]]
    if zero == "nol" and result["kuantitas"] and Pecahan(result["kuantitas"]) == 0:
        return Pecahan(0)
    if not all(result[name] for name in asked):
        return None
    points = []
    for name in asked:
        ratio = Pecahan(result[name]) / Pecahan(target[name]) * 100
        if name in {"waktu", "biaya"}:
            saved, base = 100 - ratio, 176 - ratio
            ratio = 76 - (base - 100) if saved > 24 else base
        points.append(ratio)
    return sum(points, Pecahan(0)) / len(points)


def score_of_part(office: Office, nip: str, part: str) -> Pecahan | None:
    """Return the SKP of a part, None where it is open."""
    for row in office.of("nilai_luar", nip):
        if (row["jenis"], row.get("bagian")) == ("skp", part):
            return Pecahan(row["nilai"])
    work = [row for row in office.of("kegiatan", nip) if row["bagian"] == part]
    scores = [score_of_activity(row, office.kuantitas_nol) for row in work]
    known = [score for score in scores if score is not None]
    if not work or len(known) < len(work):
        return None
    extras = [row for row in office.of("tambahan", nip) if row["bagian"] == part]
    tasks = sum(row["jenis"] == "tugas_tambahan" for row in extras)
    bonus = (tasks > 0) + (tasks > 3) + (tasks > 6)
    level = max((LEVELS[row["tingkat"]] for row in extras if row.get("tingkat")), default=0)
    return sum(known, Pecahan(0)) / len(known) + bonus + level


def parts_of(office: Office, nip: str) -> list[str]:
    """Return the parts of somebody's year, the last one last."""
    kinds = ("bagian", "kegiatan", "tambahan", "nilai_luar")
    found = {row.get("bagian", "") for kind in kinds for row in office.of(kind, nip)} - {""}
    if office.of("perilaku", nip):
        found.add("1")
    return sorted(found, key=int)


def score_of_year(office: Office, nip: str) -> Pecahan | None:
    """Return the SKP of the year: academic, or the mean of the parts."""
    for row in office.of("nilai_luar", nip):
        if row["jenis"] == "akademik":
            return Pecahan(row["nilai"])
    scores = [score_of_part(office, nip, part) for part in parts_of(office, nip)]
    known = [score for score in scores if score is not None]
    return sum(known, Pecahan(0)) / len(known) if known and len(known) == len(scores) else None


def unit_of(office: Office, person: Cells) -> str:
    """Return the unit that counts somebody."""
    parts = parts_of(office, person["nip"])
    rows = [row for row in office.of("bagian", person["nip"]) if row["bagian"] in parts[-1:]]
    return (rows[0]["unit"] if rows else "") or person["unit"]


def row_of(office: Office, person: Cells) -> Cells:
    """Return the score columns of somebody's row in a package."""
    nip = person["nip"]
    row = {"kode_unit": unit_of(office, person), "status": "belum_dinilai"}
    if office.of("pengecualian", nip):
        return {**row, "status": "dikecualikan"}
    skp = score_of_year(office, nip)
    marks = [row for row in office.of("perilaku", nip) if all(row[name] for name in CONDUCT)]
    if skp is None or not marks:
        return row
    filled = [Pecahan(text) for name in (*CONDUCT, "kepemimpinan") if (text := marks[0][name])]
    mean = sum(filled, Pecahan(0)) / len(filled)
    value = (3 * skp + 2 * mean) / 5
    bounds, place = BANDS[office.kebijakan_batas]
    return {
        **row,
        "status": "dinilai",
        "nilai_skp": two_decimals(skp),
        **{name: plain(marks[0][name]) for name in (*CONDUCT, "kepemimpinan")},
        "jumlah_perilaku": two_decimals(sum(filled, Pecahan(0))),
        "rata_rata_perilaku": two_decimals(mean),
        "nilai_prestasi_kerja": two_decimals(value),
        "sebutan": NAMES[place(bounds, value)],
        "batas": "ya" if any(low < value < low + 1 for low in (50, 60, 75, 90)) else "",
    }


def below(office: Office, root: str) -> set[str]:
    """Return the codes of a unit and of everything below it."""
    found = {root}
    for _ in office.rows["unit"]:
        found |= {row["kode"] for row in office.rows["unit"] if row["induk"] in found}
    return found
