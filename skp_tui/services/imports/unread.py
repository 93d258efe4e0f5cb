"""What a plan does not take from its files: unknown columns, and a unit that no column tells."""

from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.exchange.columns.proposing import LOOKED_AT, Contoh, propose
from skp_tui.exchange.columns.unseen import TAK_DIKENAL
from skp_tui.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from skp_tui.errors import Problem
    from skp_tui.exchange.plan.model import Rencana
    from skp_tui.exchange.plan.plan import Dibaca
    from skp_tui.services.imports.import_many import Gladi

UNIT = "unit"


@record
class Luput:
    """What is not read; ``tanpa_unit`` counts the new people who go into ``unit``.

    ``kolom`` has the heading of each unknown column, ``usul`` the column of ours that is proposed
    for a heading; nothing is paired before somebody has seen it. ``berkas`` are the tables whose
    columns somebody may want to match, each as the name of its file, its kind and the path: those
    with unknown columns first, then those without a unit.
    """

    kolom: tuple[str, ...] = ()
    tanpa_unit: int = 0
    unit: str = ""
    berkas: tuple[tuple[str, str, Path], ...] = ()
    usul: "Mapping[str, str]" = field(default_factory=dict)


SEMUA_TERBACA = Luput()


def unread(gladi: "Gladi", unit: str) -> Luput:
    """Return what a plan does not take from its files; ``unit`` stands in, in words."""
    odd, lacking = list[tuple[str, str, Path]](), list[tuple[str, str, Path]]()
    names: list[str] = []
    usul: dict[str, str] = {}
    rows = 0
    for rencana in gladi.rencana:
        nama, tables = rencana.jenis.nama, gladi.bahan.dibaca.get(rencana.jenis.nama, ())
        found = [satu for satu in rencana.peringatan if satu.pesan == TAK_DIKENAL]
        names += [satu.kolom or "" for satu in found]
        foreign = [one for one in tables if _has(one, found)]
        odd += [(one.nama, nama, one.terbaca.tabel.path) for one in foreign]
        for one in foreign:
            usul |= _proposals(rencana, one, {satu.kolom or "" for satu in found})
        without = [satu for satu in tables if _lacks_unit(rencana, satu)]
        lacking += [(one.nama, nama, one.terbaca.tabel.path) for one in without]
        rows += _placed(rencana, without)
    return Luput(tuple(names), rows, unit, tuple(dict.fromkeys((*odd, *lacking))), usul)


def _has(dibaca: "Dibaca", found: "Sequence[Problem]") -> bool:
    here = (dibaca.nama, dibaca.terbaca.tabel.lembar)
    return any((satu.berkas, satu.lembar) == here for satu in found)


def _proposals(rencana: "Rencana", dibaca: "Dibaca", unknown: "AbstractSet[str]") -> dict[str, str]:
    """Return what the screen of columns would propose for unknown headings, by heading.

    Who pointed the columns out himself has seen them all, and is asked no more.
    """
    judul = dibaca.terbaca.judul
    if judul.bawah is not None and judul.atas is None:
        return {}
    contoh = Contoh((judul.mentah, *dibaca.terbaca.isi[:LOOKED_AT]))
    found = propose(contoh, judul.mentah.baris, rencana.jenis)
    named = ((judul.mentah.sel[index].strip(), nama) for nama, index in found.items())
    return {text: nama for text, nama in named if text in unknown and nama not in judul.letak}


def _lacks_unit(rencana: "Rencana", dibaca: "Dibaca") -> bool:
    kolom = rencana.jenis.kolom_bernama.get(UNIT)
    return kolom is not None and kolom.wajib and UNIT not in dibaca.terbaca.judul.letak


def _placed(rencana: "Rencana", without: "Sequence[Dibaca]") -> int:
    """Count the new rows of some tables: who is stored stays in his unit."""
    tables = {(satu.nama, satu.terbaca.tabel.lembar) for satu in without}
    return sum(1 for satu in rencana.baru if (satu.berkas, satu.lembar) in tables) if tables else 0
