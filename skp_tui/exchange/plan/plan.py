"""The plan of an import: all files of one call, judged together before anything is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.domain.nip import StatusPegawai
from skp_tui.exchange.columns.headers import Terbaca
from skp_tui.exchange.columns.sheets import headed_tables
from skp_tui.exchange.kinds.kinds import Jenis, Kunci
from skp_tui.exchange.plan.blocks import Blok, Potong, with_repeated_apart
from skp_tui.exchange.plan.checks import by_name, judge, status_of
from skp_tui.exchange.plan.links import check_links
from skp_tui.exchange.plan.model import Baris, BarisDitolak, Perubahan, Rencana, TabelDitolak
from skp_tui.exchange.plan.plain import Judges
from skp_tui.exchange.plan.result import result
from skp_tui.exchange.plan.rows import (
    AsalPolos,
    AsalTabel,
    Calon,
    differing_columns,
    place_from,
    signature,
    table_of,
)
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.plan.warnings import warn_odd
from skp_tui.exchange.plan.years import Konteks
from skp_tui.exchange.reading.table_model import Mentah, Tabel
from skp_tui.exchange.values import Sel
from skp_tui.paths import labels
from skp_tui.record import record

if TYPE_CHECKING:
    from skp_tui.exchange.columns.headers import Peta

__all__ = [
    "Baris", "BarisDitolak", "Dibaca", "Perubahan", "Petakan", "Progress", "Rencana", "Sumber",
    "TabelDitolak", "plan", "plan_read", "read_heads",
]  # fmt: skip

Progress = Callable[[int, int], None]
Kelompok = dict[Kunci, Sequence[Calon]]
Petakan = Mapping[tuple[Path, str | None], "Peta"]

_LANGKAH_PROGRES = 1000
_DISEBUT = 3


@record
class Sumber:
    """Tables of one kind, with what stands in for columns that they lack.

    With ``unit_bagi_baru`` the unit is but a place for new people: who is stored stays where he is.
    ``peta`` holds the columns that the user pointed out himself, by file and sheet.
    """

    tables: Sequence[Tabel]
    tahun: int | None = None
    unit: str | None = None
    unit_bagi_baru: bool = False
    peta: Petakan = field(default_factory=dict)

    @property
    def tetap(self) -> dict[str, Sel]:
        """Return what stands in for absent columns, by column."""
        given: dict[str, Sel] = {}
        if self.tahun is not None:
            given["tahun"] = Sel(str(self.tahun), nilai=str(self.tahun))
        if self.unit is not None:
            given["unit"] = Sel(self.unit, nilai=self.unit, bagi_baru=self.unit_bagi_baru)
        return given


@record
class Dibaca:
    """A table whose header is known, the name that tells it apart, and what it is given."""

    nama: str
    terbaca: Terbaca
    tetap: Mapping[str, Sel]


def plan(
    jenis: Jenis,
    tables: Sequence[Tabel],
    stok: Stok,
    *,
    tahun: int | None = None,
    unit: str | None = None,
    progress: Progress | None = None,
) -> Rencana:
    """Judge every row of all tables and return what an import would do; nothing is written.

    ``tahun`` and ``unit`` stand in for columns that a file lacks. ``progress(done, total)`` is
    called now and then. Raises InputError for a file without its required headers.
    """
    return plan_read(
        jenis, read_heads(jenis, [Sumber(tables, tahun, unit)]), stok, progress=progress
    )


def read_heads(jenis: Jenis, sumber: Sequence[Sumber]) -> tuple[Dibaca, ...]:
    """Find the header of every table; raises InputError for a file without its required headers."""
    names = labels(tabel.path for satu in sumber for tabel in satu.tables)
    return tuple(
        Dibaca(names[terbaca.tabel.path], terbaca, satu.tetap)
        for satu in sumber
        for terbaca in headed_tables(satu.tables, jenis, satu.tetap, satu.peta)
    )


def plan_read(
    jenis: Jenis,
    dibaca: Sequence[Dibaca],
    stok: Stok,
    *,
    lain: Sequence[Calon] = (),
    progress: Progress | None = None,
) -> Rencana:
    """Judge the rows of tables, and ``lain`` that were gathered elsewhere, against each other."""
    tables = [
        (table_of(nomor, dari.nama, dari.terbaca, jenis, dari.tetap), dari.terbaca.isi)
        for nomor, dari in enumerate(dibaca)
    ]
    alone = [
        asal.calon(mentah)
        for asal, rows in tables
        if not isinstance(asal, AsalPolos)
        for mentah in rows
    ]
    alone.extend(lain)
    konteks = Konteks(stok, jenis, _statuses(alone, jenis, stok), by_name(stok.units))
    pieces = _judged(tables, alone, konteks, progress)
    good = _without_refused(_grouped(pieces), jenis, stok)
    noted = warn_odd(good, [satu for satu in pieces if isinstance(satu, Blok)], jenis, stok)
    named = [(dari.nama, dari.terbaca) for dari in dibaca]
    return result(jenis, named, _odd(pieces, noted, len(tables)), pieces, good, stok)


def _odd(pieces: Iterable[Potong], noted: Iterable[Calon], tables: int) -> list[Calon]:
    """Return the rows that are refused or earn a remark as they stand in the tables, then others.

    What was gathered elsewhere has an order of its own.
    """
    single = (satu for satu in pieces if isinstance(satu, Calon))
    odd = [satu for satu in single if satu.salah or satu.catatan]
    inside = [*(satu for satu in odd if satu.asal.nomor < tables), *noted]
    inside.sort(key=lambda calon: calon.tempat)
    return [*inside, *(satu for satu in odd if satu.asal.nomor >= tables)]


def _without_refused(kelompok: Kelompok, jenis: Jenis, stok: Stok) -> Kelompok:
    """Judge the rows against each other and return those of the keys that may come in."""
    for members in kelompok.values():
        if len(members) > 1:
            _refuse_differing(members, jenis)
    check_links(kelompok, jenis.nama, stok)
    for kunci in [kunci for kunci, members in kelompok.items() if members[0].salah]:
        del kelompok[kunci]
    return kelompok


def _statuses(calon: Iterable[Calon], jenis: Jenis, stok: Stok) -> dict[str, StatusPegawai]:
    """Return who is what by the rows of this call; where rows disagree, the lenient PPPK."""
    found: dict[str, StatusPegawai] = {}
    if jenis.nama != "pegawai":
        return found
    for satu in calon:
        nip, status = satu.isi("nip").nilai, status_of(satu, stok.pegawai)
        if nip and status and found.get(nip) is not StatusPegawai.PPPK:
            found[nip] = status
    return found


def _judged(
    tables: Iterable[tuple[AsalTabel, Sequence[Mentah]]],
    alone: Sequence[Calon],
    konteks: Konteks,
    progress: Progress | None,
) -> list[Potong]:
    """Judge the rows of tables together where that can be, then those that stand alone."""
    plain = [(asal, rows) for asal, rows in tables if isinstance(asal, AsalPolos)]
    total = len(alone) + sum(len(rows) for _, rows in plain)
    pieces, done = list[Potong](), 0
    for count, some in _in_turn(plain, alone, konteks):
        pieces.extend(some)
        done += count
        if progress is not None:
            progress(done, total)
    return with_repeated_apart(pieces, partial(judge, konteks=konteks))


def _in_turn(
    plain: Iterable[tuple[AsalPolos, Sequence[Mentah]]], alone: Sequence[Calon], konteks: Konteks
) -> Iterator[tuple[int, Sequence[Potong]]]:
    judges = Judges(konteks)
    for asal, rows in plain:
        for start in range(0, len(rows), _LANGKAH_PROGRES):
            some = rows[start : start + _LANGKAH_PROGRES]
            yield len(some), list(judges.judge(asal, some))
    for start in range(0, len(alone), _LANGKAH_PROGRES):
        single = alone[start : start + _LANGKAH_PROGRES]
        for satu in single:
            judge(satu, konteks)
        yield len(single), single


def _grouped(pieces: Iterable[Potong]) -> Kelompok:
    kelompok: Kelompok = {}
    for satu in pieces:
        if isinstance(satu, Blok) or satu.kunci is None:
            continue
        before = kelompok.get(satu.kunci)
        if before is None:
            # nearly every key stands alone, and a tuple is half of what a list takes
            kelompok[satu.kunci] = (satu,)
        elif isinstance(before, list):
            before.append(satu)
        else:
            kelompok[satu.kunci] = [*before, satu]
    return kelompok


def _refuse_differing(members: Sequence[Calon], jenis: Jenis) -> None:
    """Refuse all rows of one key that do not say the same, each naming the others."""
    signs = [signature(satu, jenis) for satu in members]
    firsts: dict[tuple[str | None, ...], Calon] = {}
    for satu, sign in zip(members, signs, strict=True):
        firsts.setdefault(sign, satu)
    if len(firsts) == 1:
        return
    tables = {satu.asal.nomor for satu in members}
    sengketa = " ".join(members[0].kunci or ()) if len(tables) > 1 else None
    for satu, mine in zip(members, signs, strict=True):
        others = list(islice((pair for pair in firsts.items() if pair[0] != mine), _DISEBUT))
        places = [place_from(satu, other) for _, other in others]
        rest = len(firsts) - 1 - len(places)
        named = f"{', '.join(places)} dan {rest} baris lain" if rest else " dan ".join(places)
        kolom, *more = differing_columns(mine, others[0][0], jenis)
        also = f" (berbeda juga pada {', '.join(more)})" if more else ""
        satu.refuse(kolom, f"berbeda dari {named} yang kuncinya sama; sisakan satu{also}", sengketa)
