"""What a BKN workbook prints beside what is computed here: a difference is told, never hidden."""

from fractions import Fraction

from skp_tui.domain.number import fixed
from skp_tui.errors import Problem
from skp_tui.record import record

BATAS_SELISIH = Fraction(2, 100)
"""So much may printed and computed value differ without a word: rounding of rounded values."""

Nilai = Fraction | str
"""A number, or a sebutan in words."""


@record
class Selisih:
    """A value printed in a workbook that is not the one computed here.

    ``apa`` says which (``nilai SKP``), ``terhitung`` is None where it cannot be computed yet, for
    the reason ``karena``.
    """

    berkas: str
    lembar: str | None
    baris: int
    tahun: int
    nip: str
    nama: str
    apa: str
    tercetak: Nilai
    terhitung: Nilai | None
    karena: str = ""

    @property
    def angka(self) -> tuple[str, str]:
        """Return both values as a person reads them."""
        return _shown(self.tercetak), _shown(self.terhitung)

    def problem(self) -> Problem:
        """Return it as a sentence with its place."""
        tercetak, terhitung = self.angka
        here = f"di sini {terhitung}" if self.terhitung is not None else "di sini belum ada"
        why = f" ({self.karena})" if self.karena else ""
        pesan = f"{self.apa} {self.nama} {self.tahun} tercetak {tercetak}, {here}{why}; periksa"
        return Problem(pesan, self.berkas, self.baris, lembar=self.lembar)


def differs(tercetak: Fraction | None, terhitung: Fraction | None) -> bool:
    """Say whether a printed number is worth a word beside the computed one."""
    if tercetak is None:
        return False
    return terhitung is None or abs(tercetak - terhitung) > BATAS_SELISIH


def _shown(value: Nilai | None) -> str:
    if value is None:
        return "–"
    return value if isinstance(value, str) else fixed(value, 2, ",")
