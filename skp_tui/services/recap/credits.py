"""The angka kredit of a unit: everybody in a jabatan fungsional, and the list as a file (C)."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from skp_tui.domain.number import canonical, fixed
from skp_tui.domain.office import JenisJabatan
from skp_tui.domain.parts import parts_of
from skp_tui.exchange.writing.csvout import text_csv
from skp_tui.exchange.writing.publishing import NamaBerkas, safe_code
from skp_tui.record import record
from skp_tui.rules.angka_kredit import (
    TAHUN_KONVERSI,
    Jenjang,
    Konversi,
    bagian_kabur,
    konversi,
    masa_jenjang,
)
from skp_tui.rules.result import Status
from skp_tui.services.base.views import Orang, UnitView

TEXTS: Final = ("nama", "nip", "jabatan", "unit")
HEADER: Final = (
    "tahun", "unit", "nip", "nama", "jabatan", "jenjang", "bulan", "predikat", "persen",
    "koefisien", "angka_kredit",
)  # fmt: skip


@record
class Kredit:
    """One person's months in one jenjang, with their angka kredit as soon as there is a predikat.

    ``jenjang`` is None of somebody in a jabatan fungsional tertentu whose post names none;
    ``kabur`` are the parts whose days must be filled in before the months are known.
    """

    orang: Orang
    jabatan: str
    jenjang: Jenjang | None
    bulan: int | None = None
    konversi: Konversi | None = None
    kabur: tuple[int, ...] = ()

    @property
    def kunci(self) -> str:
        """Return what tells it apart from the others."""
        return f"{self.orang.nip} {self.jenjang or ''}"

    @property
    def angka_kredit(self) -> Decimal | None:
        """Return the angka kredit, None for "not yet"."""
        return None if self.konversi is None else self.konversi.angka_kredit


def why_none(view: UnitView) -> str:
    """Say why the predikats of a year are not converted, empty where they are."""
    if view.tahun < TAHUN_KONVERSI:
        reason = f"Peraturan BKN 3/2023 berlaku sejak {TAHUN_KONVERSI}"
    elif not view.peraturan.konversi_ak:
        reason = f"{view.peraturan.nama} tidak mengenal konversinya"
    else:
        return ""
    return f"Predikat tahun {view.tahun} tidak dikonversi ke angka kredit: {reason}."


def credits_of(view: UnitView) -> tuple[Kredit, ...]:
    """Return everybody of the unit in a jabatan fungsional who is due, in the order of the list."""
    due = (satu for satu in view.orang if satu.hasil.status is not Status.DIKECUALIKAN)
    return tuple(kredit for orang in due for kredit in _of_person(orang))


def _of_person(orang: Orang) -> Iterator[Kredit]:
    parts = {part.nomor: part for part in parts_of(orang.penilaian)}
    served = masa_jenjang(orang.penilaian)
    converted = {satu.jenjang: satu for satu in konversi(orang.penilaian, orang.hasil)}
    kabur = bagian_kabur(orang.penilaian)
    for masa in served:
        jabatan = parts[masa.bagian[-1]].jabatan
        found = converted.get(masa.jenjang)
        yield Kredit(orang, jabatan, masa.jenjang, masa.bulan, found, kabur)
    last = parts[max(parts)]
    if not served and last.jenis_jabatan is JenisJabatan.FUNGSIONAL_TERTENTU:
        yield Kredit(orang, last.jabatan, None)


def credits_name(kode: str, tahun: int) -> NamaBerkas:
    """Return the name of the file of the list."""
    return NamaBerkas(f"angka-kredit-{safe_code(kode)}-{tahun}", ".csv")


def credits_csv(view: UnitView, listed: Iterable[Kredit]) -> bytes:
    """Return the list as CSV in the form of the exports."""
    return text_csv(HEADER, (_line(view, satu) for satu in listed), TEXTS)


def _line(view: UnitView, satu: Kredit) -> dict[str, str]:
    found = satu.konversi
    penilaian = satu.orang.penilaian
    return {
        "tahun": str(view.tahun),
        "unit": penilaian.unit,
        "nip": satu.orang.nip,
        "nama": satu.orang.nama,
        "jabatan": satu.jabatan,
        "jenjang": satu.jenjang or "",
        "bulan": "" if satu.bulan is None else str(satu.bulan),
        "predikat": satu.orang.hasil.sebutan or "",
        "persen": "" if found is None else str(found.persen),
        "koefisien": "" if found is None else canonical(found.koefisien),
        "angka_kredit": "" if found is None else fixed(Fraction(found.angka_kredit)),
    }
