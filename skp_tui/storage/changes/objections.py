"""Reads and writes the stages of objections, which a locked appraisal takes too."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from skp_tui.domain.objection import URUTAN, Tahap, TahapTertulis
from skp_tui.storage.changes.keys import Keys

if TYPE_CHECKING:
    from skp_tui.storage.transactions.work import Work

Tahapan = Mapping[Tahap, TahapTertulis]


def read_objections(connection: sqlite3.Connection) -> Mapping[tuple[int, str], Tahapan]:
    """Return the stages of every objection, by year and NIP; few people ever object."""
    return _read(connection)


def read_objection(connection: sqlite3.Connection, tahun: int, nip: str) -> Tahapan:
    """Return the stages of one person's objection, none where there is none."""
    return _read(connection, "WHERE t.tahun = ? AND g.nip = ?", tahun, nip).get((tahun, nip), {})


def _read(
    connection: sqlite3.Connection, where: str = "", *values: object
) -> dict[tuple[int, str], Tahapan]:
    """Read stages; CROSS JOIN keeps the small table first: a city has thousands of appraisals."""
    rows = connection.execute(
        "SELECT t.tahun, g.nip, k.tahap, k.tanggal, k.isi FROM keberatan k "
        "CROSS JOIN penilaian p ON p.id = k.penilaian_id "
        "CROSS JOIN periode t ON t.id = p.periode_id "
        f"CROSS JOIN pegawai g ON g.id = p.pegawai_id {where}",
        values,
    )
    found: defaultdict[tuple[int, str], dict[Tahap, TahapTertulis]] = defaultdict(dict)
    for tahun, nip, tahap, tanggal, isi in rows:
        stage = Tahap(tahap)
        found[tahun, nip][stage] = TahapTertulis(stage, date.fromisoformat(tanggal), isi)
    return {owner: _ordered(stages) for owner, stages in found.items()}


def _ordered(stages: Tahapan) -> Tahapan:
    return {tahap: stages[tahap] for tahap in URUTAN if tahap in stages}


def put_stage(work: "Work", tahun: int, nip: str, tertulis: TahapTertulis) -> None:
    """Write a stage of an objection, new or changed."""
    keys = Keys(work, [nip])
    keys.ensure_penilaian([(tahun, nip)])
    owner = keys.penilaian[tahun, nip]
    values = {"tanggal": tertulis.tanggal.isoformat(), "isi": tertulis.isi}
    stored = _key(work, owner, tertulis.tahap)
    if stored is None:
        work.insert("keberatan", [{"penilaian_id": owner, "tahap": str(tertulis.tahap), **values}])
    else:
        work.update("keberatan", {stored: values})


def remove_stage(work: "Work", tahun: int, nip: str, tahap: Tahap) -> None:
    """Remove a stage of an objection; one that is not there is nothing to remove."""
    owner = Keys(work, [nip]).penilaian.get((tahun, nip))
    stored = None if owner is None else _key(work, owner, tahap)
    if stored is not None:
        work.delete("keberatan", [stored])


def _key(work: "Work", penilaian: int, tahap: Tahap) -> int | None:
    row = work.raw.execute(
        "SELECT id FROM keberatan WHERE penilaian_id = ? AND tahap = ?", (penilaian, tahap)
    ).fetchone()
    return None if row is None else int(row[0])
