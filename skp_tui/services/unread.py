"""What a plan does not take from its files: unknown columns, and a unit that no column tells."""

from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.exchange.columns.unseen import TAK_DIKENAL
from skp_tui.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skp_tui.errors import Problem
    from skp_tui.exchange.plan.model import Baris, Rencana
    from skp_tui.exchange.plan.plan import Dibaca
    from skp_tui.services.import_many import Gladi

UNIT = "unit"


@record
class Luput:
    """What is not read; ``tanpa_unit`` counts the rows that go into ``unit``, which stands in.

    ``kolom`` has the heading of each unknown column. ``berkas`` are the tables whose columns
    somebody may want to match, each as the name of its file, its kind and the path: those with
    unknown columns first, then those without a unit.
    """

    kolom: tuple[str, ...] = ()
    tanpa_unit: int = 0
    unit: str = ""
    berkas: tuple[tuple[str, str, Path], ...] = ()


SEMUA_TERBACA = Luput()


def unread(gladi: "Gladi", unit: str) -> Luput:
    """Return what a plan does not take from its files; ``unit`` stands in, in words."""
    odd, lacking = list[tuple[str, str, Path]](), list[tuple[str, str, Path]]()
    names: list[str] = []
    rows = 0
    for rencana in gladi.rencana:
        nama, tables = rencana.jenis.nama, gladi.bahan.dibaca.get(rencana.jenis.nama, ())
        found = [satu for satu in rencana.peringatan if satu.pesan == TAK_DIKENAL]
        names += [satu.kolom or "" for satu in found]
        odd += [(one.nama, nama, one.terbaca.tabel.path) for one in tables if _has(one, found)]
        without = [satu for satu in tables if _lacks_unit(rencana, satu)]
        lacking += [(one.nama, nama, one.terbaca.tabel.path) for one in without]
        rows += sum(1 for _ in _placed(rencana, without))
    return Luput(tuple(names), rows, unit, tuple(dict.fromkeys((*odd, *lacking))))


def _has(dibaca: "Dibaca", found: "Sequence[Problem]") -> bool:
    here = (dibaca.nama, dibaca.terbaca.tabel.lembar)
    return any((satu.berkas, satu.lembar) == here for satu in found)


def _lacks_unit(rencana: "Rencana", dibaca: "Dibaca") -> bool:
    kolom = rencana.jenis.kolom_bernama.get(UNIT)
    return kolom is not None and kolom.wajib and UNIT not in dibaca.terbaca.judul.letak


def _placed(rencana: "Rencana", without: "Sequence[Dibaca]") -> "Iterator[Baris]":
    """Yield the new rows of some tables, and those that move somebody who is stored."""
    tables = {(satu.nama, satu.terbaca.tabel.lembar) for satu in without}
    if tables:
        moved = (
            satu for satu in rencana.berubah if any(one.kolom == UNIT for one in satu.perubahan)
        )
        for some in (rencana.baru, moved):
            yield from (satu for satu in some if (satu.berkas, satu.lembar) in tables)
