"""The profile ``siasn``: what BKN's web service takes, by the field names of ``/skp/save``.

One service for each regulation; that of PermenPANRB 6/2022 takes ratings instead of values, and
none takes the year 2021. BKN writes codes for golongan and jenis jabatan, and dates with the day
first.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from skp_tui.domain.appraisal import PERILAKU, Penilaian, Peringkat
from skp_tui.domain.dates import editable_date
from skp_tui.domain.nip import StatusPegawai
from skp_tui.domain.number import canonical, fixed
from skp_tui.domain.office import JenisJabatan, Pegawai, Pejabat
from skp_tui.domain.rank import kode_bkn
from skp_tui.errors import InputError
from skp_tui.exchange.writing.csvout import text_csv
from skp_tui.exchange.writing.publishing import NamaBerkas, safe_code
from skp_tui.rules.permenpanrb6 import PERMENPANRB6
from skp_tui.rules.pp46_total import BOBOT_PERILAKU, BOBOT_SKP
from skp_tui.rules.regulation import Peraturan
from skp_tui.rules.result import Hasil, Status

ASLI, BERBOBOT = "asli", "berbobot"
"""The setting ``siasn_nilai``: the values of 0-100, or their shares of the final value."""

_PEJABAT = ("NipNrp", "Nama", "Jabatan", "Golongan", "TmtGolongan", "UnorNama")
_PERILAKU = {nama: nama for nama in PERILAKU} | {
    "orientasi_pelayanan": "orientasiPelayanan",
    "kerja_sama": "kerjasama",
}
KOLOM = (
    "tahun", "pnsDinilaiOrang", "jenisJabatan", "nilaiSkp", *_PERILAKU.values(), "jumlah",
    "nilairatarata", "nilaiPerilakuKerja", "nilaiPrestasiKerja",
    *(f"penilai{akhir}" for akhir in _PEJABAT), "statusPenilai",
    *(f"atasanPenilai{akhir}" for akhir in _PEJABAT), "statusAtasanPenilai",
)  # fmt: skip
_TEKS = frozenset(nama for nama in KOLOM if nama.endswith(("Nama", "Jabatan"))) - {"jenisJabatan"}
_JABATAN: Mapping[JenisJabatan | None, str] = {
    None: "",
    JenisJabatan.STRUKTURAL: "1",
    JenisJabatan.FUNGSIONAL_TERTENTU: "2",
    JenisJabatan.FUNGSIONAL_UMUM: "4",
}
KOLOM_EVALUASI = (
    "tahun", "pnsDinilaiOrang", "hasilKinerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai",
    "penilaiNipNrp", "penilaiNama", "penilaiJabatan", "penilaiGolongan", "penilaiUnorNama",
    "statusPenilai",
)  # fmt: skip
"""The fields of ``/skp22/save``, the service of PermenPANRB 6/2022."""
_PERINGKAT = {str(satu): str(kode) for kode, satu in enumerate(Peringkat, 1)}
_KUADRAN = {predikat: str(kode) for kode, predikat in enumerate(PERMENPANRB6.kategori, 1)}
_KOLOM_PERATURAN: Mapping[str, tuple[str, ...]] = {"PP46": KOLOM, "PERMENPANRB6": KOLOM_EVALUASI}

Baris = dict[str, str]


def siasn_name(kode: str, tahun: int, nilai: str) -> NamaBerkas:
    """Return the name of the file; it says which values are in it, since its columns cannot."""
    return NamaBerkas(f"siasn-{safe_code(kode)}-{tahun}-{nilai}", ".csv")


def check_served(tahun: int, peraturan: Peraturan) -> None:
    """Refuse a year whose results BKN's service does not take; raises InputError."""
    if peraturan.kode not in _KOLOM_PERATURAN:
        raise InputError(
            f"Layanan SIASN tidak menerima nilai tahun {tahun} ({peraturan.nama}).",
            "Pakai profil bkd, excel atau data untuk tahun itu.",
        )


def siasn_csv(
    dinilai: Iterable[tuple[Penilaian, Hasil]],
    people: Mapping[str, Pegawai],
    nilai: str,
    peraturan: Peraturan,
) -> bytes:
    """Write the assessed people, by unit code, then NIP, in the CSV form of exchange 4."""
    assessed = ((satu, hasil) for satu, hasil in dinilai if hasil.status is Status.DINILAI)
    ordered = sorted(assessed, key=lambda pair: (pair[0].unit, pair[0].pegawai.nip))
    rows = (
        siasn_row(*pair, people, nilai) if peraturan.kode == "PP46" else evaluasi_row(*pair, people)
        for pair in ordered
    )
    return text_csv(_KOLOM_PERATURAN[peraturan.kode], rows, _TEKS)


def evaluasi_row(penilaian: Penilaian, hasil: Hasil, people: Mapping[str, Pegawai]) -> Baris:
    """Return one person with both ratings (1 to 3, the best first) and the predikat (1 to 5)."""
    official = _of_official("penilai", penilaian.penilai, people)
    return {
        "tahun": str(penilaian.tahun),
        "pnsDinilaiOrang": penilaian.pegawai.nip,
        "hasilKinerjaNilai": _PERINGKAT[hasil.hasil_kerja or ""],
        "perilakuKerjaNilai": _PERINGKAT[hasil.perilaku_kerja or ""],
        "kuadranKinerjaNilai": _KUADRAN[hasil.sebutan or ""],
        **{nama: text for nama, text in official.items() if nama in KOLOM_EVALUASI},
        "statusPenilai": _status(penilaian.penilai, people),
    }


def siasn_row(
    penilaian: Penilaian, hasil: Hasil, people: Mapping[str, Pegawai], nilai: str
) -> Baris:
    """Return one person; an aspect that does not apply is empty, never 0."""
    berbobot = nilai == BERBOBOT
    aspek = {_PERILAKU[nama]: penilaian.perilaku.aspek(nama) for nama in PERILAKU}
    return {
        "tahun": str(penilaian.tahun),
        "pnsDinilaiOrang": penilaian.pegawai.nip,
        "jenisJabatan": _JABATAN[penilaian.jenis_jabatan],
        "nilaiSkp": _share(hasil.nilai_skp, BOBOT_SKP if berbobot else Fraction(1)),
        **{nama: "" if value is None else canonical(value) for nama, value in aspek.items()},
        "jumlah": _share(hasil.jumlah_perilaku),
        "nilairatarata": _share(hasil.rata_rata_perilaku),
        "nilaiPerilakuKerja": _share(
            hasil.rata_rata_perilaku, BOBOT_PERILAKU if berbobot else Fraction(1)
        ),
        "nilaiPrestasiKerja": _share(hasil.nilai_prestasi_kerja),
        **_of_official("penilai", penilaian.penilai, people),
        "statusPenilai": _status(penilaian.penilai, people),
        **_of_official("atasanPenilai", penilaian.atasan_penilai, people),
        "statusAtasanPenilai": _status(penilaian.atasan_penilai, people),
    }


def _share(value: Fraction | None, bobot: Fraction = Fraction(1)) -> str:
    """Return a share of a value, rounded once."""
    return "" if value is None else fixed(value * bobot)


def _of_official(awal: str, pejabat: Pejabat, people: Mapping[str, Pegawai]) -> Baris:
    known = people.get(pejabat.nip)
    # the date belongs to the golongan that he has now, which may not be the one of that year
    same = known is not None and known.golongan == pejabat.golongan
    values = (
        pejabat.nip,
        pejabat.nama,
        pejabat.jabatan,
        kode_bkn(pejabat.golongan),
        editable_date(known.tmt_golongan) if known is not None and same else "",
        pejabat.unit,
    )
    return {f"{awal}{akhir}": text for akhir, text in zip(_PEJABAT, values, strict=True)}


def _status(pejabat: Pejabat, people: Mapping[str, Pegawai]) -> str:
    """Say whether an official is a civil servant: one without a NIP is none, nor is a PPPK."""
    known = people.get(pejabat.nip)
    if pejabat.nip and (known is None or known.status is not StatusPegawai.PPPK):
        return "PNS"
    return "NON PNS" if pejabat.ditetapkan else ""
