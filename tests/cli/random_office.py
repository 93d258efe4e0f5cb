"""Random offices with nasty texts, as rows to import; every row is one that has to be accepted."""

from dataclasses import dataclass, field
from decimal import Decimal

from hypothesis import strategies as st

from tests.cli.calls import Desk

Cells = dict[str, str]
TAHUN = 2017
ASPECTS = ("kuantitas", "kualitas", "waktu", "biaya")
CONDUCT = ("orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerja_sama")
OFFICERS = ("penilai", "atasan_penilai")
STRANGER = "196001011985031002"
REASONS = ("pensiun", "mutasi_keluar", "cltn", "tugas_belajar", "lainnya")
RANKS = ("", "III/a", "IV/e", "II/c")
POSTS = ("", "struktural", "fungsional_tertentu", "fungsional_umum")
ORDER = ("unit", "pegawai", "bagian", "kegiatan", "tambahan", "perilaku", "nilai_luar",
         "pengecualian")  # fmt: skip

# what is stored; as a cell it may need an apostrophe in front
nasty = st.text("aZ =+-@',;\"ñé“🌺中٣<>[]|\\/.%0", max_size=8).map(lambda text: f"{text}x".lstrip())
maybe_nasty = st.one_of(st.just(""), nasty)


def cell(text: str) -> str:
    """Write a text so that import reads exactly that text."""
    return f"'{text}" if text[:1] in {"'", "=", "+", "-", "@"} else text


def amounts(most: int, decimals: int = 2) -> st.SearchStrategy[str]:
    """Return positive amounts as they stand in a file."""
    return st.decimals(Decimal(1).scaleb(-decimals), most, places=decimals, allow_nan=False).map(
        lambda value: format(value, "f")
    )


@dataclass
class Office:
    """The rows of each kind, and the settings of the year; ``kemudian`` people as they became."""

    rows: dict[str, list[Cells]] = field(default_factory=lambda: {jenis: [] for jenis in ORDER})
    kemudian: list[Cells] = field(default_factory=list)
    kebijakan_batas: str = "batas-bawah"
    kuantitas_nol: str = "nol"

    @property
    def root(self) -> str:
        """Return the code of the first unit."""
        return self.rows["unit"][0]["kode"]

    def of(self, jenis: str, nip: str, tahun: int = TAHUN) -> list[Cells]:
        """Return the rows of one person and year."""
        return [
            row for row in self.rows[jenis] if row["nip"] == nip and row.get("tahun") == str(tahun)
        ]

    def bring_into(self, desk: Desk) -> None:
        """Import everything by CSV and set the settings."""
        for jenis in ORDER:
            self.bring(desk, jenis, self.rows[jenis])
        for nama in ("kebijakan_batas", "kuantitas_nol"):
            done = desk.run("atur", nama, getattr(self, nama), "--tahun", TAHUN)
            assert done.status == 0, done.said

    def bring(self, desk: Desk, jenis: str, rows: list[Cells]) -> None:
        """Import rows of a kind, all of them good."""
        if rows:
            cells = [{name: cell(text) for name, text in row.items()} for row in rows]
            done = desk.rows(jenis, *cells)
            assert done.status == 0, done.said


@st.composite
def offices(draw: st.DrawFn) -> Office:
    """Draw an office with its year."""
    office = Office()
    _draw_units(draw, office)
    nips = [f"197{n}0101199503100{n + 1}" for n in range(draw(st.integers(1, 4)))]
    for nip in nips:
        _draw_person(draw, office, nip, nips)
    for nip in nips:
        _draw_year(draw, office, nip, nips)
    for person in tuple(office.rows["pegawai"]):
        if not person["aktif_sampai"] and draw(st.integers(0, 3)) == 0:
            later = {"tahun": str(TAHUN + 1), "nip": person["nip"], "bagian": "1", "no": "1"}
            office.rows["kegiatan"].append({**later, "uraian": draw(nasty)})
        if draw(st.integers(0, 2)) == 0:
            _draw_person(draw, office, person["nip"], nips, "kemudian")
    office.kebijakan_batas = draw(st.sampled_from(("batas-bawah", "lembar-bkn")))
    office.kuantitas_nol = draw(st.sampled_from(("nol", "hitung")))
    return office


def _draw_units(draw: st.DrawFn, office: Office) -> None:
    codes: list[str] = []
    for number in range(draw(st.integers(1, 5))):
        kode = f"{draw(nasty)}{number}"
        induk = draw(st.sampled_from(["", *codes, *codes[:1] * 4]))
        office.rows["unit"].append({"kode": kode, "nama": draw(nasty), "induk": induk})
        codes.append(kode)


def _kode(draw: st.DrawFn, office: Office) -> str:
    return draw(st.sampled_from([row["kode"] for row in office.rows["unit"]]))


def _draw_person(
    draw: st.DrawFn, office: Office, nip: str, nips: list[str], when: str = "pegawai"
) -> None:
    row = {
        "nip": nip,
        "nama": draw(nasty),
        "unit": _kode(draw, office),
        "golongan": draw(st.sampled_from(RANKS)),
        "jabatan": draw(maybe_nasty),
        "jenis_jabatan": draw(st.sampled_from(POSTS)),
        "eselon": draw(st.sampled_from(("", "II.b", "non"))),
        "status": draw(st.sampled_from(("", "PNS", "CPNS"))),
        "tmt_golongan": draw(st.sampled_from(("", "2015-04-01"))),
        "aktif_sejak": draw(st.sampled_from(("", "2010-02-28"))),
        "aktif_sampai": draw(st.sampled_from(("", "", "2017-06-30"))),
    }
    for who in OFFICERS:
        row.update(_draw_officer(draw, who, nips))
    (office.kemudian if when == "kemudian" else office.rows[when]).append(row)


def _draw_officer(draw: st.DrawFn, who: str, nips: list[str]) -> Cells:
    nip = draw(st.sampled_from(["", STRANGER, *nips]))
    named = {f"{who}_nip": nip, f"{who}_nama": draw(nasty if nip == STRANGER else maybe_nasty)}
    if draw(st.booleans()):
        named[f"{who}_golongan"] = draw(st.sampled_from(RANKS))
        named[f"{who}_jabatan"] = draw(maybe_nasty)
        named[f"{who}_unit"] = draw(maybe_nasty)
    return named


def _draw_year(draw: st.DrawFn, office: Office, nip: str, nips: list[str]) -> None:
    key = {"tahun": str(TAHUN), "nip": nip}
    parts = draw(st.sampled_from(((), ("1",), ("1", "2"), ("2",), ("1", "2", "10"))))
    for part in parts:
        office.rows["bagian"].append({**key, "bagian": part, **_draw_part(draw, office, nips)})
    for part in parts or draw(st.sampled_from(((), ("1",)))):
        _draw_work(draw, office, {**key, "bagian": part})
    if draw(st.integers(0, 3)):
        marks = {aspect: draw(amounts(100)) for aspect in CONDUCT}
        marks["kepemimpinan"] = draw(st.one_of(st.just(""), amounts(100)))
        if draw(st.integers(0, 4)) == 0:
            marks[draw(st.sampled_from(CONDUCT))] = ""
        office.rows["perilaku"].append({**key, **marks})
    _draw_special(draw, office, key)


def _draw_part(draw: st.DrawFn, office: Office, nips: list[str]) -> Cells:
    found: Cells = {
        "mulai": draw(st.sampled_from(("", "2017-01-01"))),
        "selesai": draw(st.sampled_from(("", "2017-06-30"))),
        "unit": draw(st.one_of(st.just(""), st.just(_kode(draw, office)))),
        "golongan": draw(st.sampled_from(RANKS)),
        "jabatan": draw(maybe_nasty),
        "jenis_jabatan": draw(st.sampled_from(POSTS)),
    }
    if draw(st.booleans()):
        found.update(_draw_officer(draw, draw(st.sampled_from(OFFICERS)), nips))
    return found


def _draw_work(draw: st.DrawFn, office: Office, key: Cells) -> None:
    for no in draw(st.sampled_from(((), ("1",), ("1", "2"), ("3", "20", "11")))):
        row = {**key, "no": no, "uraian": draw(nasty), "satuan": draw(maybe_nasty),
               "ak": draw(st.sampled_from(("", "0.500", "12"))), **_draw_amounts(draw)}  # fmt: skip
        office.rows["kegiatan"].append(row)
    for task in range(draw(st.sampled_from((0, 0, 1, 3, 4, 7)))):
        row = {**key, "no": str(task + 1), "jenis": "tugas_tambahan", "uraian": draw(nasty)}
        office.rows["tambahan"].append(row)
    for place, level in enumerate(draw(st.lists(st.sampled_from(("unit", "organisasi", "negara")),
                                             max_size=2)), 1):  # fmt: skip
        row = {**key, "no": str(place), "jenis": "kreativitas", "uraian": draw(nasty),
               "tingkat": level}  # fmt: skip
        office.rows["tambahan"].append(row)
    if draw(st.integers(0, 7)) == 0:
        value = {**key, "jenis": "skp", "nilai": draw(amounts(150)), "sumber": draw(nasty)}
        office.rows["nilai_luar"].append(value)


def _draw_amounts(draw: st.DrawFn) -> Cells:
    row: Cells = {}
    for aspect in ASPECTS:
        if aspect == "biaya" and draw(st.booleans()):
            continue
        most = 100 if aspect == "kualitas" else 1000
        row[f"target_{aspect}"] = draw(amounts(most))
        row[f"realisasi_{aspect}"] = draw(
            st.one_of(amounts(most), st.sampled_from(("0", "0.00", row[f"target_{aspect}"])))
        )
    if draw(st.integers(0, 9)) == 0:
        row[f"realisasi_{draw(st.sampled_from(ASPECTS[:3]))}"] = ""
    return row


def _draw_special(draw: st.DrawFn, office: Office, key: Cells) -> None:
    special = draw(st.integers(0, 7))
    if special == 0:
        value = {**key, "jenis": "akademik", "nilai": draw(amounts(100)), "sumber": draw(nasty)}
        office.rows["nilai_luar"].append(value)
    if special == 1:
        row = {**key, "alasan": draw(st.sampled_from(REASONS)), "tanggal": "2017-03-01",
               "keterangan": draw(maybe_nasty)}  # fmt: skip
        office.rows["pengecualian"].append(row)
