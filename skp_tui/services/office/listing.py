"""What the lists of people, units, years and exceptions show."""

import sqlite3
from collections.abc import Mapping

from skp_tui.domain.appraisal import SEBUTAN_ALASAN, Alasan
from skp_tui.domain.office import Pejabat, Unit, subtree
from skp_tui.domain.period import Periode
from skp_tui.domain.records import Rekaman
from skp_tui.errors import SkpError
from skp_tui.record import record
from skp_tui.rules.regulation import governing_instead, nama_peraturan, peraturan_named
from skp_tui.services.base.first_answers import first_answers
from skp_tui.services.base.views import period_or_default
from skp_tui.services.office.converting import check_free
from skp_tui.storage.reading.belongings import appraisals_of_year, of_person
from skp_tui.storage.reading.office_reader import read_office, read_years
from skp_tui.storage.reading.records import read_records


@record
class Daftar:
    """Everybody who is stored, as records of kind ``pegawai``, and the units.

    ``pejabat`` are appraisers who were named with their NIP and are no employees here.
    """

    pegawai: Mapping[str, Rekaman]
    units: Mapping[str, Unit]
    pejabat: tuple[Pejabat, ...] = ()

    def inside(self, kode: str) -> tuple[Rekaman, ...]:
        """Return the people of a unit and of all below it, by unit, then name."""
        inside = subtree(self.units, kode) if kode in self.units else set(self.units)
        found = (satu for satu in self.pegawai.values() if satu["unit"] in inside)
        return tuple(sorted(found, key=lambda satu: (satu["unit"], satu["nama"], satu["nip"])))


@record
class Tahunan:
    """A year that is stored, with the number of appraisals begun and locked in it."""

    periode: Periode
    dimulai: int
    dikunci: int

    @property
    def peraturan(self) -> str:
        """Name its regulation, an unknown one by its code."""
        return nama_peraturan(self.periode.peraturan)

    @property
    def dikenal(self) -> bool:
        """Say whether this program knows its regulation: one of a newer program it does not."""
        return peraturan_named(self.periode.peraturan) is not None

    @property
    def semestinya(self) -> str:
        """Name the regulation that governs the year, where the period is under another one."""
        governing = governing_instead(self.periode)
        return "" if governing is None else governing.nama

    @property
    def terikat(self) -> str:
        """Say why the year cannot be put under another regulation, empty where it can."""
        try:
            check_free(self.periode)
        except SkpError as error:
            return error.kalimat()
        return ""


@record
class Dikecualikan:
    """Somebody who is not due in a year, and why."""

    rekaman: Rekaman
    nama: str

    @property
    def alasan(self) -> str:
        """Return the reason in words."""
        return SEBUTAN_ALASAN[Alasan(self.rekaman["alasan"] or Alasan.LAINNYA)]


@record
class DataKantor:
    """Units, years and exceptions, and who can be excepted."""

    daftar: Daftar
    tahun: tuple[Tahunan, ...]
    pengecualian: tuple[Dikecualikan, ...]

    def year(self, tahun: str) -> Tahunan | None:
        """Return a year that is stored, by its four digits."""
        return next((satu for satu in self.tahun if str(satu.periode.tahun) == tahun), None)


def people_list(connection: sqlite3.Connection) -> Daftar:
    """Return all people and units, and who else was named as an appraiser."""
    people = {satu["nip"] or "": dict(satu) for satu in read_records(connection, "pegawai")}
    kantor = read_office(connection)
    named = (one for satu in kantor.people.values() for one in (satu.penilai, satu.atasan_penilai))
    strangers = {
        satu.nip: satu
        for satu in (*first_answers(connection), *named)
        if satu.nip and satu.nama and satu.nip not in people
    }
    return Daftar(people, kantor.units, tuple(strangers.values()))


def office(connection: sqlite3.Connection) -> DataKantor:
    """Return what the screen of units and years shows, newest year first."""
    daftar = people_list(connection)
    years = read_years(connection)
    records = read_records(connection, "pengecualian", years)
    excepted = (Dikecualikan(dict(satu), _name(daftar, satu["nip"])) for satu in records)
    return DataKantor(
        daftar,
        tuple(_year(connection, tahun) for tahun in years),
        tuple(sorted(excepted, key=lambda satu: (-int(satu.rekaman["tahun"] or 0), satu.nama))),
    )


def _name(daftar: Daftar, nip: str | None) -> str:
    known = daftar.pegawai.get(nip or "")
    return (known["nama"] or "") if known else ""


def _year(connection: sqlite3.Connection, tahun: int) -> Tahunan:
    begun, locked = appraisals_of_year(connection, tahun)
    return Tahunan(period_or_default(connection, tahun), begun, locked)


def belongings(connection: sqlite3.Connection, nip: str) -> str:
    """Say what is removed together with a person, in words; empty when there is nothing."""
    counts = of_person(connection, nip) or {}
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count)
