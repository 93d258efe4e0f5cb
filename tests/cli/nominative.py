"""A list of 500 people as an office keeps it, with 37 faults of 20 kinds planted in it."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.cli.calls import Row

JUMLAH = 500
UNITS: tuple[Row, ...] = (
    {"kode": "1", "nama": "Badan Kepegawaian Kota Contoh", "induk": ""},
    {"kode": "1.1", "nama": "Sekretariat", "induk": "1"},
    {"kode": "1.2", "nama": "Bidang Mutasi dan Promosi", "induk": "1"},
    {"kode": "1.2.1", "nama": "Seksi Umum", "induk": "1.2"},
    {"kode": "1.3", "nama": "Bidang Pengembangan", "induk": "1"},
    {"kode": "1.3.1", "nama": "Seksi Umum", "induk": "1.3"},
)
UNIT_BY_NAME = ("Sekretariat", "BIDANG MUTASI DAN  PROMOSI", "Bidang Pengembangan")
UNIT_BY_CODE = ("1.1", "1.2", "1.2.1", "1.3", "1.3.1")
JUDUL = {
    "no": "No.",
    "nip": "NIP Baru",
    "nama": "Nama Lengkap",
    "golongan": "Pangkat/Gol. Ruang",
    "tmt_golongan": "TMT Golongan",
    "jabatan": "Nama Jabatan",
    "jenis_jabatan": "Jenis Jabatan",
    "eselon": "Eselon",
    "status": "Status Pegawai",
    "unit": "Unit Kerja",
    "penilai_nip": "Penilai NIP",
    "penilai_nama": "Penilai Nama",
    "aktif_sejak": "Aktif Sejak",
    "aktif_sampai": "Aktif Sampai",
}
ATAS = ("DAFTAR NOMINATIF PEGAWAI", "BADAN KEPEGAWAIAN KOTA CONTOH", "Keadaan 31 Desember 2017")
PERTAMA = 7  # the row of the first person: titles, a blank row, the header, a row of numbers
DEPAN = ("Dr. ", "", "Drs. ", "", "Ir. ", "H. ", "")
NAMA = ("Sari", "Bram", "Tiur", "Wayan", "Retno", "Dewi", "Ucok", "Made", "Nurul", "Yosef")
KELUARGA = ("Contoh", "Percobaan", "Misal", "Umpama", "Teladan", "Andaikan", "Seumpama")
BELAKANG = (", S.Sos., M.Si.", "", ", S.E.", ", A.Md.", "", " S.Kom", ", S.H., M.H.")
GOLONGAN = (
    ("Penata Tk. I/ III/d", "III/d"), ("III d", "III/d"), ("Penata, III/c", "III/c"),
    ("(III/b)", "III/b"), ("Pengatur (II/c)", "II/c"), ("IV/a", "IV/a"), ("", None),
)  # fmt: skip
JENIS = ("struktural", "Fungsional Tertentu", "fungsional umum", "")

Orang = dict[str, str]


@dataclass(frozen=True)
class Cacat:
    """A planted fault: what stands in a cell instead, and the words that name the remedy."""

    kolom: str
    isi: str
    kata: str


Isi = str | Callable[[str], str]

SALAH: tuple[tuple[int, str, Isi, str], ...] = (
    (2, "nip", "1,96704E+17", "format kolomnya sebagai Teks"),
    (2, "nip", lambda nip: f"{nip[:15]}000", "ketik ulang dari SK"),
    (2, "nip", lambda nip: nip[:17], "di sini 17; periksa SK terakhir"),
    (2, "nip", lambda nip: f"{nip[:17]}O", "hapus huruf atau tanda lain"),
    (2, "nip", lambda nip: f"{nip[:4]}13{nip[6:]}", "tanggal lahir dalam NIP"),
    (2, "nip", lambda nip: f"{nip[:12]}13{nip[14:]}", "bulan pengangkatan"),
    (2, "nip", lambda nip: f"{nip[:14]}3{nip[15:]}", "harus 1 (pria) atau 2"),
    (2, "nip", "", "kolom kunci kosong; isi dahulu"),
    (2, "nama", "", "baris baru harus mengisinya"),
    (2, "unit", "", "baris baru harus mengisinya"),
    (2, "unit", "Bidang Tiada", "impor jenis unit dahulu"),
    (2, "unit", "Seksi Umum", "milik beberapa unit (1.2.1, 1.3.1)"),
    (2, "golongan", "III/e", "maksudnya III/d?"),
    (2, "tmt_golongan", "31-02-2015", "tulis misalnya 31-12-2017"),
    (2, "tmt_golongan", "April 2015", "tulis misalnya 31-12-2017"),
    (2, "jenis_jabatan", "pejabat", "tulis salah satu: struktural"),
    (1, "eselon", "VI.a", "tulis salah satu: I.a"),
    (1, "status", "Honorer", "tulis salah satu: PNS, CPNS, PPPK"),
    (1, "penilai_nip", "196001011985031002", "isi juga penilai_nama"),
)
"""Nineteen kinds: how often, where, what stands there (or is made of the NIP), the remedy's words.

The twentieth is a NIP that stands twice.
"""


@dataclass(frozen=True)
class Daftar:
    """The list: who everybody is, where he stands, and what was planted in his row."""

    orang: tuple[Orang, ...]
    cacat: Mapping[int, Cacat]
    kembar: tuple[int, int]

    @property
    def baris(self) -> Mapping[int, int]:
        """Return the row of the sheet in which each person stands; a blank one after every 50."""
        return {n: PERTAMA + n + n // 50 for n in range(len(self.orang))}

    def isi(self, n: int) -> Orang:
        """Return what stands in a person's row."""
        orang = self.orang[n]
        if n == self.kembar[1]:
            return {**orang, "nip": self.orang[self.kembar[0]]["nip"]}
        cacat = self.cacat.get(n)
        return {**orang, cacat.kolom: cacat.isi} if cacat else orang

    def rows(self) -> Iterator[Sequence[str]]:
        """Yield the rows of the sheet as texts, titles and totals included."""
        width = len(JUDUL)
        for title in (*ATAS, ""):
            yield (title,)
        yield tuple(JUDUL.values())
        yield tuple(str(number) for number in range(1, width + 1))
        for n in range(len(self.orang)):
            yield tuple(self.isi(n).values())
            if n % 50 == 49:
                yield ()
        yield ("", "", "JUMLAH", str(len(self.orang)))
        yield ()
        yield ("",) * 10 + ("Kota Contoh, 2 Januari 2018",)
        yield ("",) * 10 + ("Kepala Badan,",)
        yield ("",) * 10 + ("Wali Contoh, S.H.",)


def daftar() -> Daftar:
    """Return the list with its faults spread over it."""
    people = tuple(_person(n) for n in range(JUMLAH))
    faults = [fault for fault in SALAH for _ in range(fault[0])]
    planted = {}
    for number, (_, kolom, isi, kata) in enumerate(faults):
        n = 20 + 13 * number
        text = isi if isinstance(isi, str) else isi(bare_nip(people[n]["nip"]))
        planted[n] = Cacat(kolom, text, kata)
    return Daftar(people, planted, (7, 480))


def _person(n: int) -> Orang:
    """Return a person as written in the list; the first five appraise the others."""
    born = date(1960 + n % 28, n % 12 + 1, n % 27 + 1)
    nip = f"{born:%Y%m%d}{born.year + 24}{n % 9 + 1:02}{n % 2 + 1}{n % 997 + 1:03}"
    blocks = f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
    forms = (nip, blocks, f"NIP. {blocks}", f"'{nip}", f" {nip}\u00a0")
    unit = UNIT_BY_NAME[n % 3] if n % 4 else UNIT_BY_CODE[n % 5]
    head = _person(n % 5) if n >= 5 else None
    nama = f"{DEPAN[n % 7]}{NAMA[n % 10]} {KELUARGA[n // 10 % 7]}{BELAKANG[n // 3 % 7]}"
    return {
        "no": str(n + 1),
        "nip": forms[n % 5],
        "nama": nama,
        "golongan": GOLONGAN[n % 7][0],
        "tmt_golongan": ("01-04-2015", "1/10/2016", "2014-04-01", "")[n % 4],
        "jabatan": f"Analis Kepegawaian {n % 9 + 1}",
        "jenis_jabatan": JENIS[n % 4],
        "eselon": ("III.a", "", "", "Non Eselon")[n % 4],
        "status": "CPNS" if n % 97 == 96 else "PNS",
        "unit": unit,
        "penilai_nip": head["nip"] if head else "",
        "penilai_nama": "",
        "aktif_sejak": "",
        "aktif_sampai": "",
    }


def bare_nip(written: str) -> str:
    """Return the digits of a NIP as it is written in the list."""
    return "".join(sign for sign in written if sign.isdigit())


def write_csv(path: Path, found: Daftar) -> None:
    """Write the list as Indonesian Excel does: semicolons, Windows-1252."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=";").writerows(found.rows())
    path.write_bytes(buffer.getvalue().encode("cp1252"))
