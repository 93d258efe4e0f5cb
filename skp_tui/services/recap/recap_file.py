"""The lists of the recap as CSV: units, years and appraisers, each with the three figures."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from skp_tui.domain.number import fixed
from skp_tui.domain.recap import Rekap
from skp_tui.exchange.writing.csvout import text_csv
from skp_tui.exchange.writing.publishing import NamaBerkas, safe_code
from skp_tui.services.recap.raters import Penilai
from skp_tui.services.recap.tren import Titik, unfolded

Line = dict[str, str]

UNIT: Final = "unit"
TAHUN: Final = "tahun"
PENILAI: Final = "penilai"
DAFTAR: Final = (UNIT, TAHUN, PENILAI)
"""The three lists of the recap."""
COUNTS: Final = (
    "jumlah_pegawai", "dikecualikan", "wajib_dinilai", "dinilai", "belum_dinilai", "minimal_baik",
)  # fmt: skip
SHARES: Final = ("cakupan", "persen_dari_dinilai", "persen_dari_wajib")
INDICATOR: Final = ("target", "capaian")
TEXTS: Final = ("peraturan", "unit_kerja", "kode_unit", "penilai", "jabatan_penilai")


def recap_name(daftar: str, kode: str, tahun: int) -> NamaBerkas:
    """Return the name of the file of a list; the trend has no year of its own."""
    year = "" if daftar == TAHUN else f"-{tahun}"
    return NamaBerkas(f"rekap-{daftar}-{safe_code(kode)}{year}", ".csv")


def unit_lines(rekap: Rekap, peraturan: str) -> list[Line]:
    """Return a line for the unit and each below it, from the top."""
    return [_of_unit(satu, peraturan) for satu, _ in unfolded(rekap)]


def year_lines(points: Iterable[Titik]) -> list[Line]:
    """Return a line for each year that is stored, the oldest first."""
    return [_of_unit(titik.rekap, titik.peraturan) for titik in points if titik.rekap is not None]


def rater_lines(penilai: Iterable[Penilai], peraturan: str) -> list[Line]:
    """Return a line for each appraiser with his mean, where there are numbers."""
    return [
        {
            "tahun": str(satu.rekap.periode.tahun),
            "peraturan": peraturan,
            "nip_penilai": satu.pejabat.nip,
            "penilai": satu.pejabat.nama,
            "jabatan_penilai": satu.pejabat.jabatan,
            **_figures(satu.rekap, SHARES),
            "rata_rata": _fixed(satu.rata_rata),
            **_spread(satu.rekap),
        }
        for satu in penilai
    ]


def lines_csv(lines: Sequence[Line]) -> bytes:
    """Return lines as CSV in the form of the exports.

    Categories that a year does not know are left empty: laws differ in theirs.
    """
    header = list(dict.fromkeys(nama for line in lines for nama in line))
    whole = ({nama: line.get(nama, "") for nama in header} for line in lines)
    return text_csv(header, whole, TEXTS)


def _of_unit(rekap: Rekap, peraturan: str) -> Line:
    return {
        "tahun": str(rekap.periode.tahun),
        "peraturan": peraturan,
        "kode_unit": rekap.unit,
        "unit_kerja": rekap.nama_unit,
        **_figures(rekap, (*SHARES, *INDICATOR)),
        **_spread(rekap),
    }


def _figures(rekap: Rekap, shares: Iterable[str]) -> Line:
    counts = {nama: str(getattr(rekap, nama)) for nama in COUNTS}
    return {**counts, **{nama: _fixed(getattr(rekap, nama)) for nama in shares}}


def _spread(rekap: Rekap) -> Line:
    return {_column(nama): str(jumlah) for nama, jumlah in rekap.sebaran.items()}


def _column(kategori: str) -> str:
    return kategori.lower().replace(" ", "_")


def _fixed(value: Fraction | None) -> str:
    return "" if value is None else fixed(value)
