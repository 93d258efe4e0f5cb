"""What the screens and the commands look at: a unit in a year, or one appraisal."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skp_tui.domain.appraisal import Penilaian, list_place
from skp_tui.domain.office import Unit, roots, subtree
from skp_tui.domain.period import Periode, batas_waktu
from skp_tui.domain.recap import Rekap, Terhitung, rekap
from skp_tui.errors import InputError
from skp_tui.rules.regulation import Masa, Peraturan, masa_of, peraturan_of
from skp_tui.rules.result import Hasil, Status
from skp_tui.storage.looking import end_look
from skp_tui.storage.office_reader import read_period
from skp_tui.storage.year_reader import Tahun, read_year

if TYPE_CHECKING:
    from skp_tui.services.objecting import Tunggakan


@dataclass(frozen=True, slots=True)
class Orang:
    """One person of a year with the result that follows from what was entered."""

    penilaian: Penilaian
    hasil: Hasil

    @property
    def nip(self) -> str:
        """Return the NIP."""
        return self.penilaian.pegawai.nip

    @property
    def nama(self) -> str:
        """Return the name."""
        return self.penilaian.pegawai.nama


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit with everything below it in one year.

    ``orang`` is in the order of the list: by unit, then rank from the top, then name.
    ``keberatan`` are the objections of any year that wait for something, where whoever reads wants
    to know.
    """

    tahun: int
    unit: Unit
    units: Mapping[str, Unit]
    periode: Periode
    masa: Masa
    orang: tuple[Orang, ...]
    rekap: Rekap
    keberatan: "tuple[Tunggakan, ...]" = ()

    def of(self, nip: str) -> Orang | None:
        """Return one person of the view."""
        return next((satu for satu in self.orang if satu.nip == nip), None)


def period_or_default(connection: sqlite3.Connection, tahun: int) -> Periode:
    """Return the period, or the one that its first row would create."""
    stored = read_period(connection, tahun)
    if stored is not None:
        return stored
    return Periode(tahun, masa_of(tahun).kode, batas_waktu=batas_waktu(tahun))


def choose_unit(units: Mapping[str, Unit], kode: str | None) -> Unit:
    """Return the unit, or without a code the single root; raises InputError with what there is."""
    if kode is not None:
        if kode in units:
            return units[kode]
        raise InputError(
            f"Unit {kode} tidak ada.", f"Unit teratas: {_codes(roots(units.values()))}."
        )
    tops = roots(units.values())
    if not tops:
        raise InputError("Belum ada unit.", "Isi dahulu: skp-tui impor unit BERKAS.csv")
    if len(tops) > 1:
        raise InputError("Ada beberapa unit teratas.", f"Pilih dengan --unit: {_codes(tops)}.")
    return units[tops[0]]


def _codes(codes: Iterable[str]) -> str:
    return ", ".join(codes) or "belum ada"


@dataclass(frozen=True, slots=True)
class Terbaca:
    """What of a unit in a year stands in the database; nothing is computed yet."""

    year: Tahun
    unit: Unit
    periode: Periode
    people: tuple[Penilaian, ...]


def read_unit(connection: sqlite3.Connection, tahun: int, kode: str | None = None) -> Terbaca:
    """Read everybody who counts in the unit in that year."""
    masa_of(tahun)
    year = read_year(connection, tahun)
    unit = choose_unit(year.kantor.units, kode)
    inside = subtree(year.kantor.units, unit.kode)
    people = tuple(satu for satu in year.penilaian.values() if satu.unit in inside)
    return Terbaca(year, unit, period_or_default(connection, tahun), people)


def unit_view(connection: sqlite3.Connection, tahun: int, kode: str | None = None) -> UnitView:
    """Return everybody who counts in the unit in that year, with results and recap."""
    return assemble(read_unit(connection, tahun, kode))


def assemble(terbaca: Terbaca, *, valued: bool = True) -> UnitView:
    """Compute what was read of a unit under the regulation of the year; reads nothing more.

    Without values everybody counts as not appraised: enough to know who is there.
    """
    year, periode = terbaca.year, terbaca.periode
    masa = masa_of(year.tahun)
    if valued:
        nilai = masa.peraturan.nilai
        orang = tuple(Orang(satu, nilai(satu, periode)) for satu in terbaca.people)
    else:
        orang = tuple(Orang(satu, Hasil(Status.BELUM_DINILAI)) for satu in terbaca.people)
    ordered = tuple(sorted(orang, key=lambda satu: list_place(satu.penilaian)))
    return UnitView(
        tahun=year.tahun,
        unit=terbaca.unit,
        units=year.kantor.units,
        periode=periode,
        masa=masa,
        orang=ordered,
        rekap=recap_of(
            year.kantor.units, terbaca.unit.kode, ordered, periode, masa.peraturan.kategori
        ),
    )


def recap_of(
    units: Mapping[str, Unit],
    kode: str,
    orang: Iterable[Orang],
    periode: Periode,
    kategori: tuple[str, ...],
) -> Rekap:
    """Return the indicator of the unit from results that are already known."""
    return rekap(units, kode, (counted(satu) for satu in orang), periode, kategori)


def counted(orang: Orang) -> Terhitung:
    """Return a person as the recap counts him."""
    hasil = orang.hasil
    dinilai = hasil.status is Status.DINILAI
    return Terhitung(
        unit=orang.penilaian.unit,
        dikecualikan=hasil.status is Status.DIKECUALIKAN,
        sebutan=hasil.sebutan if dinilai else None,
        minimal_baik=dinilai and hasil.minimal_baik,
        batas=dinilai and hasil.batas,
    )


def appraisal(connection: sqlite3.Connection, tahun: int, nip: str) -> tuple[Orang, Periode]:
    """Return one appraisal; raises InputError when the person is unknown or not of that year."""
    return appraisals(connection, tahun, [nip])[0], period_or_default(connection, tahun)


def appraisals(connection: sqlite3.Connection, tahun: int, nips: Sequence[str]) -> list[Orang]:
    """Return some appraisals in the order given; raises InputError as for one."""
    peraturan: Peraturan = peraturan_of(tahun)
    year = read_year(connection, tahun, nips)
    for nip in nips:
        if nip not in year.kantor.people:
            raise InputError(f"Tidak ada pegawai dengan NIP {nip}.", "Periksa NIP-nya.")
        if nip not in year.penilaian:
            raise InputError(
                f"Pegawai {nip} tidak termasuk tahun {tahun}.",
                "Periksa aktif_sejak, aktif_sampai dan statusnya.",
            )
    periode = period_or_default(connection, tahun)
    people = (year.penilaian[nip] for nip in nips)
    return [Orang(satu, peraturan.nilai(satu, periode)) for satu in people]


def still_there(connection: sqlite3.Connection, tahun: int, nips: Sequence[str]) -> list[Orang]:
    """Return those of some people who still belong to the year, in the order given.

    Ends the look: it is the last thing that a screen reads.
    """
    year = read_year(connection, tahun, nips)
    periode = period_or_default(connection, tahun)
    end_look(connection)
    peraturan = peraturan_of(tahun)
    there = (year.penilaian[nip] for nip in nips if nip in year.penilaian)
    return [Orang(satu, peraturan.nilai(satu, periode)) for satu in there]
