"""What the screens and the commands look at: a unit in a year, or one appraisal."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from skp_tui.domain.appraisal import Penilaian, list_place
from skp_tui.domain.kinerja import CapaianOrganisasi
from skp_tui.domain.office import Unit, roots, subtree
from skp_tui.domain.period import Periode, batas_waktu
from skp_tui.domain.recap import Rekap, Terhitung, rekap
from skp_tui.errors import InputError, not_of_year, unknown_person
from skp_tui.record import record
from skp_tui.rules.regulation import Peraturan, masa_of, peraturan_periode, peraturan_stored
from skp_tui.rules.result import Hasil, Status
from skp_tui.storage.database.looking import end_look
from skp_tui.storage.reading.office_reader import read_period
from skp_tui.storage.reading.year_reader import Tahun, read_year

if TYPE_CHECKING:
    from skp_tui.domain.objection import Tunggakan


@record
class Orang:
    """One person of a year with the result that follows from what was entered, under which law."""

    penilaian: Penilaian
    hasil: Hasil
    peraturan: Peraturan

    @property
    def nip(self) -> str:
        """Return the NIP."""
        return self.penilaian.pegawai.nip

    @property
    def nama(self) -> str:
        """Return the name."""
        return self.penilaian.pegawai.nama


@record
class UnitView:
    """A unit with everything below it in one year.

    ``orang`` is in the order of the list: by unit, then rank from the top, then name.
    ``keberatan`` are the objections of any year that wait for something, where whoever reads wants
    to know. ``capaian`` is how well the unit itself did, None where that was not given.
    """

    tahun: int
    unit: Unit
    units: Mapping[str, Unit]
    periode: Periode
    peraturan: Peraturan
    orang: tuple[Orang, ...]
    rekap: Rekap
    keberatan: "tuple[Tunggakan, ...]" = ()
    capaian: CapaianOrganisasi | None = None

    def of(self, nip: str) -> Orang | None:
        """Return one person of the view."""
        return next((satu for satu in self.orang if satu.nip == nip), None)


def period_or_default(connection: sqlite3.Connection, tahun: int) -> Periode:
    """Return the period, or the one that its first row would create."""
    stored = read_period(connection, tahun)
    if stored is not None:
        return stored
    return Periode(tahun, masa_of(tahun).kode, batas_waktu=batas_waktu(tahun))


def regulation_of(year: Tahun) -> Peraturan:
    """Return the regulation of a year that was read; raises DatabaseError for an unknown one."""
    return peraturan_stored(year.tahun, year.periode.peraturan if year.periode else None)


def valued(penilaian: Penilaian, periode: Periode) -> Orang:
    """Return a person with his result under the regulation of the period."""
    peraturan = peraturan_periode(periode)
    return Orang(penilaian, peraturan.nilai(penilaian, periode), peraturan)


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


@record
class Terbaca:
    """What of a unit in a year stands in the database; nothing is computed yet."""

    year: Tahun
    unit: Unit
    periode: Periode
    people: tuple[Penilaian, ...]


def read_unit(
    connection: sqlite3.Connection, tahun: int, kode: str | None = None, *, with_rows: bool = True
) -> Terbaca:
    """Read everybody who counts in the unit in that year, without rows only who is there."""
    masa_of(tahun)
    year = read_year(connection, tahun, with_rows=with_rows)
    unit = choose_unit(year.kantor.units, kode)
    inside = subtree(year.kantor.units, unit.kode)
    people = tuple(satu for satu in year.penilaian.values() if satu.unit in inside)
    return Terbaca(year, unit, period_or_default(connection, tahun), people)


def unit_view(connection: sqlite3.Connection, tahun: int, kode: str | None = None) -> UnitView:
    """Return everybody who counts in the unit in that year, with results and recap."""
    return assemble(read_unit(connection, tahun, kode))


def assemble(terbaca: Terbaca, *, with_values: bool = True) -> UnitView:
    """Compute what was read of a unit under the regulation of its period; reads nothing more.

    Without values everybody counts as not appraised: enough to know who is there.
    """
    year, periode = terbaca.year, terbaca.periode
    peraturan = peraturan_periode(periode)
    if with_values:
        results = ((satu, peraturan.nilai(satu, periode)) for satu in terbaca.people)
    else:
        results = ((satu, Hasil(Status.BELUM_DINILAI)) for satu in terbaca.people)
    orang = (Orang(satu, hasil, peraturan) for satu, hasil in results)
    ordered = tuple(sorted(orang, key=lambda satu: list_place(satu.penilaian)))
    return UnitView(
        tahun=year.tahun,
        unit=terbaca.unit,
        units=year.kantor.units,
        periode=periode,
        peraturan=peraturan,
        orang=ordered,
        rekap=recap_of(year.kantor.units, terbaca.unit.kode, ordered, periode, peraturan.kategori),
        capaian=year.capaian.get(terbaca.unit.kode),
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
    masa_of(tahun)
    year = read_year(connection, tahun, nips)
    for nip in nips:
        if nip not in year.kantor.people:
            raise unknown_person(nip)
        if nip not in year.penilaian:
            raise not_of_year(nip, tahun)
    periode = period_or_default(connection, tahun)
    return [valued(year.penilaian[nip], periode) for nip in nips]


def still_there(connection: sqlite3.Connection, tahun: int, nips: Sequence[str]) -> list[Orang]:
    """Return those of some people who still belong to the year, in the order given.

    Ends the look: it is the last thing that a screen reads.
    """
    year = read_year(connection, tahun, nips)
    periode = period_or_default(connection, tahun)
    end_look(connection)
    return [valued(year.penilaian[nip], periode) for nip in nips if nip in year.penilaian]
