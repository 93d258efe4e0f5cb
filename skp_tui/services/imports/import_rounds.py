"""Plans several kinds in turn, each on top of what the earlier ones bring."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.errors import Problem, SkpError
from skp_tui.exchange.bkn.selisih import Selisih
from skp_tui.exchange.kinds.kinds import JENIS, Jenis, Kunci
from skp_tui.exchange.plan.plan import (
    Dibaca,
    Progress,
    Rencana,
    Sumber,
    plan_read,
    read_heads,
)
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.reading.table_model import Tabel
from skp_tui.exchange.reading.tables import read_tables
from skp_tui.paths import labels
from skp_tui.record import record
from skp_tui.services.base.importing import each_once, stock, write_plan

if TYPE_CHECKING:
    from skp_tui.exchange.bkn.appraisal import Buku
    from skp_tui.exchange.plan.rows import Calon
    from skp_tui.services.imports.import_skp import Naskah
    from skp_tui.storage.transactions.work import Work

__all__ = [
    "Bahan", "Dibatalkan", "Hasil", "Pantau", "Selisih", "Sumber", "plan_alone",
    "plan_in_turn", "read_all", "rehearse_rounds",
]  # fmt: skip


class Dibatalkan(SkpError):  # noqa: N818 - what happened, and no mistake of anybody
    """The user ended a rehearsal; nothing was written."""

    def __init__(self) -> None:
        super().__init__("Impor dibatalkan; tidak ada yang ditulis.")


class Pantau:
    """Tells how far a rehearsal is over all kinds, and ends it when the user says so."""

    def __init__(
        self, progress: Progress | None = None, stop: Callable[[], bool] | None = None
    ) -> None:
        self._progress = progress
        self._stop = stop
        self._total = 0
        self._before = 0

    def check(self) -> None:
        """Raise Dibatalkan when the user does not want to wait any more."""
        if self._stop is not None and self._stop():
            raise Dibatalkan

    def expect(self, total: int) -> None:
        """Say how many rows there are in all."""
        self._total = total
        self._before = 0

    def tell(self, done: int, total: int) -> None:
        """Tell how many rows of the kind at hand are judged."""
        self.check()
        if self._progress is not None:
            self._progress(min(self._before + done, self._total), self._total)
        if done == total:
            self._before += total

    def tell_read(self, done: int, total: int) -> None:
        """Tell how many workbooks are read, which takes longer than judging what is in them."""
        self.check()
        if self._progress is not None:
            self._progress(done, total)

    def read_tables(self, berkas: Sequence[Path]) -> tuple[Tabel, ...]:
        """Read files whole, one after the other."""
        tables: list[Tabel] = []
        for path in berkas:
            self.check()
            tables.extend(read_tables(path))
        return tuple(tables)


@record
class Bahan:
    """What was read of the files: by kind the tables whose headers are known, and BKN workbooks.

    ``tahun`` and ``unit`` stand in where a workbook is silent. ``gagal`` are the faults of the
    workbooks that are refused, by their path; these are not among ``buku`` any more.
    """

    dibaca: Mapping[str, tuple[Dibaca, ...]] = field(default_factory=dict)
    buku: "tuple[Buku, ...]" = ()
    tahun: int | None = None
    unit: str | None = None
    gagal: Mapping[Path, tuple[Problem, ...]] = field(default_factory=dict)

    @property
    def single(self) -> bool:
        """Say whether one kind is all there is, so that no plan needs to see another."""
        return len(self.dibaca) == 1 and not self.buku and not self.gagal

    @property
    def jumlah(self) -> int:
        """Return how many rows there are."""
        rows = sum(len(satu.terbaca.isi) for some in self.dibaca.values() for satu in some)
        return rows + sum(satu.jumlah for satu in self.buku)

    def without(self, gagal: Mapping[Path, tuple[Problem, ...]]) -> "Bahan":
        """Return it without the workbooks that are refused, each of them whole."""
        buku = tuple(satu for satu in self.buku if satu.path not in gagal)
        return replace(self, buku=buku, gagal={**self.gagal, **gagal})


@record
class Hasil:
    """The plans of all kinds with what was found on the way.

    ``gagal`` are the workbooks of which a row was refused: what is planned here still has the rest
    of them, so that it is planned again without.
    """

    rencana: tuple[Rencana, ...]
    bahan: Bahan
    selisih: tuple[Selisih, ...] = ()
    gagal: Mapping[Path, tuple[Problem, ...]] = field(default_factory=dict)


def read_all(
    sumber: Sequence[tuple[Jenis, Sumber]],
    skp: Sequence[Path],
    tahun: int | None,
    unit: str | None,
    pantau: Pantau,
) -> Bahan:
    """Find the headers of all tables; raises InputError for a file without the required ones."""
    by_kind: dict[str, list[Sumber]] = {nama: [] for nama in JENIS}
    for jenis, satu in sumber:
        by_kind[jenis.nama].append(satu)
    dibaca: dict[str, tuple[Dibaca, ...]] = {}
    for nama, some in by_kind.items():
        if some:
            pantau.check()
            dibaca[nama] = read_heads(JENIS[nama], some)
    return Bahan(dibaca, _read_books(skp, pantau), tahun, unit)


def _read_books(skp: Sequence[Path], pantau: Pantau) -> "tuple[Buku, ...]":
    if not skp:
        return ()
    from skp_tui.exchange.bkn.appraisal import read_bkn  # noqa: PLC0415 - only for BKN workbooks

    paths = each_once(skp)
    names = labels(paths)
    found: list[Buku] = []
    for done, path in enumerate(paths, 1):
        found.append(read_bkn(path, names[path]))
        pantau.tell_read(done, len(paths))
    return tuple(found)


def plan_alone(connection: sqlite3.Connection | None, bahan: Bahan, pantau: Pantau) -> Rencana:
    """Return the plan of the only kind there is, against what is stored or against nothing."""
    pantau.expect(bahan.jumlah)
    ((nama, dibaca),) = bahan.dibaca.items()
    jenis = JENIS[nama]
    stok = Stok() if connection is None else stock(connection, jenis)
    return plan_read(jenis, dibaca, stok, progress=pantau.tell)


def rehearse_rounds(
    source: sqlite3.Connection | None, bahan: Bahan, waktu: datetime, pantau: Pantau
) -> Hasil:
    """Plan all kinds on a copy of what is stored, which is forgotten afterwards.

    A BKN workbook of which a row is refused is taken out whole, and the rest planned again: what
    leans on it would fail too.
    """
    if bahan.single:
        return Hasil((plan_alone(source, bahan, pantau),), bahan)
    from skp_tui.storage.transactions.rehearsing import on_a_copy  # noqa: PLC0415 - loads SQLModel, 350 ms

    with on_a_copy(source, waktu, pantau.check) as rehearsal:
        while True:
            with rehearsal.attempt() as work:
                hasil = plan_in_turn(work, bahan, pantau)
            if not hasil.gagal:
                return hasil
            bahan = bahan.without(hasil.gagal)


def plan_in_turn(work: "Work", bahan: Bahan, pantau: Pantau) -> Hasil:
    """Plan the kinds in table order and write each, as a part of a unit of work."""
    pantau.expect(bahan.jumlah)
    naskah = _books(work, bahan)
    plans: list[Rencana] = []
    refused: dict[tuple[str, Kunci], str] = {}
    for nama, jenis in JENIS.items():
        pantau.check()
        dibaca = bahan.dibaca.get(nama, ())
        lain: list[Calon] = [*naskah.rows(nama, len(dibaca))] if naskah else []
        if not dibaca and not lain:
            continue
        stok = replace(stock(work.raw, jenis), ditolak=refused)
        rencana = plan_read(jenis, dibaca, stok, lain=lain, progress=pantau.tell)
        refused.update(((nama, kunci), place) for kunci, place in rencana.kunci_ditolak.items())
        write_plan(work, rencana)
        if naskah:
            naskah.collect(nama, lain)
        plans.append(rencana)
    if naskah is None:
        return Hasil(tuple(plans), bahan)
    whole = naskah.refused_whole(bahan.gagal)
    selisih = () if naskah.gagal else naskah.differences(work.raw)
    return Hasil((*plans, *whole), bahan, selisih, naskah.gagal)


def _books(work: "Work", bahan: Bahan) -> "Naskah | None":
    if not bahan.buku and not bahan.gagal:
        return None
    from skp_tui.services.imports.import_skp import Naskah  # noqa: PLC0415 - only for BKN workbooks

    return Naskah(work.raw, bahan.buku, bahan.tahun, bahan.unit)
