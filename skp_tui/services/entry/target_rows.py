"""The rows of a plan, which a new year and a colleague can take over: one sort for each regulation.

Under PP 46/2011 it is the kegiatan, from 2022 on the hasil kerja with its indicators; a year like
2021, of which only the final value is entered, has none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from skp_tui.domain.appraisal import Bagian, Kegiatan, Penilaian
from skp_tui.domain.kinerja import BarisIndikator, Ekspektasi, HasilKerja, Lampiran
from skp_tui.domain.records import Rekaman
from skp_tui.domain.revision import indicator_only, target_only
from skp_tui.record import record
from skp_tui.rules.regulation import Peraturan
from skp_tui.services.base.recording import Tempat, record_of
from skp_tui.services.entry.entry import faults_of

Butir = Kegiatan | HasilKerja
"""One row of a plan; the indicators of a result come along with it."""

KEGIATAN: Final = "kegiatan"
SEBUTAN: Final[Mapping[str, str]] = {KEGIATAN: "kegiatan", "hasil_kerja": "hasil kerja"}
"""What the rows of a plan are called, by their kind."""


@record
class Pelengkap:
    """What belongs to a plan beside its rows, from 2022 on: expected conduct, and attachment."""

    ekspektasi: tuple[Ekspektasi, ...] = ()
    lampiran: tuple[Lampiran, ...] = ()


def jenis_rencana(peraturan: Peraturan) -> str | None:
    """Return the kind of a plan's rows under a regulation, None where there is no plan."""
    return next((jenis for jenis in SEBUTAN if jenis in peraturan.isian), None)


def butir_of(bagian: Bagian | None, jenis: str) -> tuple[Butir, ...]:
    """Return the rows of a part's plan."""
    if bagian is None:
        return ()
    return bagian.kegiatan if jenis == KEGIATAN else bagian.hasil_kerja


def without_outcomes(rows: Iterable[Butir]) -> tuple[Butir, ...]:
    """Return rows without what came of them, which is never copied."""
    return tuple(_planned(satu) for satu in rows)


def _planned(butir: Butir) -> Butir:
    if isinstance(butir, Kegiatan):
        return target_only(butir)
    return replace(butir, indikator=tuple(map(indicator_only, butir.indikator)))


def pelengkap_of(penilaian: Penilaian, jenis: str) -> Pelengkap:
    """Return what else of a year's plan can be taken over, without feedback."""
    if jenis == KEGIATAN:
        return Pelengkap()
    expected = (replace(satu, umpan_balik="") for satu in penilaian.ekspektasi)
    return Pelengkap(tuple(satu for satu in expected if satu.ekspektasi), penilaian.lampiran)


def missing_of(pelengkap: Pelengkap, penilaian: Penilaian | None) -> Pelengkap:
    """Return what somebody lacks; a list of the attachment comes whole or not at all."""
    if penilaian is None:
        return pelengkap
    known = {satu.nilai for satu in penilaian.ekspektasi}
    begun = {satu.jenis for satu in penilaian.lampiran}
    return Pelengkap(
        tuple(satu for satu in pelengkap.ekspektasi if satu.nilai not in known),
        tuple(satu for satu in pelengkap.lampiran if satu.jenis not in begun),
    )


def has_outcome(butir: Butir) -> bool:
    """Say whether an outcome was entered on which the value waits for its like.

    From 2022 on no value is computed from the outcomes.
    """
    return isinstance(butir, Kegiatan) and butir.realisasi_kuantitas is not None


def faults_of_butir(butir: Butir) -> dict[str, str]:
    """Return why a row cannot be stored as it is, by column; with those of its indicators."""
    found = faults_of(butir)
    if isinstance(butir, HasilKerja):
        for satu in butir.indikator:
            found.update(faults_of(BarisIndikator(butir.no, satu)))
    return found


Kelompok = dict[str, list[Rekaman]]


def records_of(rows: Iterable[tuple[Tempat, Butir | Ekspektasi | Lampiran]]) -> Kelompok:
    """Return rows as records by kind, each kind after the one that it hangs on."""
    found: Kelompok = {}
    for tempat, row in rows:
        for jenis, given in _records(tempat, row):
            found.setdefault(jenis, []).append(given)
    return found


def _records(tempat: Tempat, row: Butir | Ekspektasi | Lampiran) -> Iterator[tuple[str, Rekaman]]:
    yield record_of(tempat, row)
    if isinstance(row, HasilKerja):
        for satu in row.indikator:
            yield record_of(tempat, BarisIndikator(row.no, satu))


def numbered(rows: Sequence[Butir], first: int) -> tuple[Butir, ...]:
    """Return rows with consecutive numbers."""
    return tuple(replace(satu, no=no) for no, satu in enumerate(rows, first))
