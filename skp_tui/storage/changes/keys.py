"""Finds the surrogate keys behind the keys that people use, and makes the rows they imply.

The first row for a year creates its period; part 1 comes with the first row that refers to it.
"""

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from skp_tui.domain.period import batas_waktu
from skp_tui.errors import InputError, unknown_person
from skp_tui.rules.regulation import masa_of
from skp_tui.storage.reading.joins import BAGIAN, PENILAIAN
from skp_tui.storage.reading.year_scope import FEW

if TYPE_CHECKING:
    from skp_tui.storage.transactions.work import Work

PersonYear = tuple[int, str]
PersonPart = tuple[int, str, int]
PersonResult = tuple[int, str, int, int]
"""Year, NIP, part and number of a result."""


class Keys:
    """The keys that a unit of work needs, read once: of some people, or of everybody."""

    def __init__(self, work: "Work", nips: Collection[str] | None = None) -> None:
        self._work = work
        few = sorted(set(nips)) if nips is not None and len(nips) <= FEW else None
        where = "" if few is None else f"WHERE g.nip IN ({', '.join('?' * len(few))})"
        self._where = where
        self._people: tuple[str, ...] = tuple(few or ())
        self.unit: dict[str, int] = dict(self._rows("SELECT kode, id FROM unit"))
        self.periode: dict[int, int] = dict(self._rows("SELECT tahun, id FROM periode"))
        self.pegawai: dict[str, int] = dict(self._of(f"SELECT nip, id FROM pegawai g {where}"))
        self.penilaian: dict[PersonYear, int] = {
            (tahun, nip): key
            for tahun, nip, key in self._of(f"SELECT t.tahun, g.nip, p.id FROM {PENILAIAN} {where}")
        }
        self.bagian: dict[PersonPart, int] = {
            (tahun, nip, nomor): key
            for tahun, nip, nomor, key in self._of(
                f"SELECT t.tahun, g.nip, b.nomor, b.id FROM {BAGIAN} {where}"
            )
        }

    @cached_property
    def hasil_kerja(self) -> dict[PersonResult, int]:
        """Return the keys of the results, read where somebody asks for them."""
        found = self._of(
            f"SELECT t.tahun, g.nip, b.nomor, h.no, h.id FROM {BAGIAN} "
            f"JOIN hasil_kerja h ON h.bagian_id = b.id {self._where}"
        )
        return {(tahun, nip, nomor, no): key for tahun, nip, nomor, no, key in found}

    def _rows(self, statement: str) -> list[tuple[Any, ...]]:
        return self._work.raw.execute(statement).fetchall()

    def _of(self, statement: str) -> list[tuple[Any, ...]]:
        return self._work.raw.execute(statement, self._people).fetchall()

    def person(self, nip: str) -> int:
        """Return the key of a person; raises InputError where there is none."""
        if nip not in self.pegawai:
            raise unknown_person(nip)
        return self.pegawai[nip]

    def ensure_periods(self, years: Iterable[int]) -> None:
        """Create the periods that are missing, each under the regulation of its year."""
        new = sorted(set(years) - self.periode.keys())
        rows = [
            {
                "tahun": tahun,
                "peraturan": masa_of(tahun).kode,
                "batas_waktu": batas_waktu(tahun).isoformat(),
            }
            for tahun in new
        ]
        self.periode.update(zip(new, self._work.insert("periode", rows), strict=True))

    def ensure_penilaian(self, wanted: Iterable[PersonYear]) -> None:
        """Create the appraisals that are missing, with their periods."""
        new = sorted(set(wanted) - self.penilaian.keys())
        self.ensure_periods(tahun for tahun, _ in new)
        rows = [
            {"periode_id": self.periode[tahun], "pegawai_id": self.person(nip)}
            for tahun, nip in new
        ]
        self.penilaian.update(zip(new, self._work.insert("penilaian", rows), strict=True))

    def ensure_first_part(self, wanted: Iterable[PersonYear]) -> None:
        """Create the appraisals, and part 1 of those that have no part 1 yet."""
        pairs = sorted(set(wanted))
        self.ensure_penilaian(pairs)
        new = [(tahun, nip, 1) for tahun, nip in pairs if (tahun, nip, 1) not in self.bagian]
        rows = [{"penilaian_id": self.penilaian[tahun, nip], "nomor": 1} for tahun, nip, _ in new]
        self.bagian.update(zip(new, self._work.insert("bagian", rows), strict=True))

    def part(self, tahun: int, nip: str, nomor: int) -> int:
        """Return the key of a part; raises InputError where there is none."""
        key = self.bagian.get((tahun, nip, nomor))
        if key is None:
            raise InputError(
                f"Bagian {nomor} tahun {tahun} belum ada.", "Buat dahulu dengan impor bagian."
            )
        return key

    def result(self, tahun: int, nip: str, nomor: int, no: int) -> int:
        """Return the key of a result; raises InputError where there is none."""
        key = self.hasil_kerja.get((tahun, nip, nomor, no))
        if key is None:
            raise InputError(
                f"Hasil kerja {no} tahun {tahun} belum ada.", "Isi dahulu hasil kerjanya."
            )
        return key
