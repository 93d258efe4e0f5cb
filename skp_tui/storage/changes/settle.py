"""Keeps the snapshot rule: a part that no longer follows the person holds its own copy.

Rank, post, unit and appraisers of the last part follow the person until the appraisal is locked,
the part has an end, or the person has a row of a later year; never by the clock (exchange 3).
"""

from collections.abc import Collection
from typing import TYPE_CHECKING

from skp_tui.domain.office import SNAPSHOT
from skp_tui.storage.reading.office_reader import ATASAN, PENILAI, Kantor, read_office
from skp_tui.storage.reading.records import snapshot_texts
from skp_tui.storage.reading.year_reader import read_snapshot
from skp_tui.storage.trail.trail import Values

if TYPE_CHECKING:
    from skp_tui.storage.transactions.work import Work

_TOUCHING = frozenset({"penilaian", "bagian", "pengecualian"})

_COPIED = ("unit_id", *(name for name in SNAPSHOT if name != "unit"))
_OPEN = " OR ".join(f"b.{name} IS NULL" for name in _COPIED)

_ENDED = """b.selesai IS NOT NULL
    OR EXISTS (SELECT 1 FROM bagian x WHERE x.penilaian_id = b.penilaian_id AND x.nomor > b.nomor)
    OR EXISTS (SELECT 1 FROM penilaian q JOIN periode r ON r.id = q.periode_id
        WHERE q.pegawai_id = p.pegawai_id AND r.tahun > t.tahun)
    OR EXISTS (SELECT 1 FROM pengecualian q JOIN periode r ON r.id = q.periode_id
        WHERE q.pegawai_id = p.pegawai_id AND r.tahun > t.tahun)"""


def settle(work: "Work") -> None:
    """Copy the snapshot into every part that stopped following with this unit of work."""
    if work.touches(_TOUCHING):
        _freeze(work, _ENDED, ())


def freeze_parts(work: "Work", penilaian: Collection[int]) -> None:
    """Copy the snapshot into the parts of some appraisals, because they are being locked."""
    marks = ", ".join("?" * len(penilaian))
    _freeze(work, f"p.id IN ({marks})", tuple(penilaian))


def _freeze(work: "Work", condition: str, parameters: tuple[int, ...]) -> None:
    rows = work.raw.execute(
        "SELECT b.id, g.nip, u.kode, b.golongan, b.jabatan, b.jenis_jabatan, "
        f"{PENILAI.format('b')}, {ATASAN.format('b')} FROM bagian b "
        "JOIN penilaian p ON p.id = b.penilaian_id JOIN periode t ON t.id = p.periode_id "
        "JOIN pegawai g ON g.id = p.pegawai_id LEFT JOIN unit u ON u.id = b.unit_id "
        f"WHERE p.dikunci IS NULL AND ({_OPEN}) AND ({condition})",
        parameters,
    ).fetchall()
    if not rows:
        return
    kantor = read_office(work.raw)
    units = dict(work.raw.execute("SELECT kode, id FROM unit").fetchall())
    work.update("bagian", {key: _copy(stored, nip, kantor, units) for key, nip, *stored in rows})


def _copy(stored: list[str | None], nip: str, kantor: Kantor, units: dict[str, int]) -> Values:
    snapshot = read_snapshot(stored, kantor.people[nip], kantor)
    texts = {name: text or "" for name, text in snapshot_texts(snapshot).items()}
    kode = texts.pop("unit")
    return {**texts, "unit_id": units[kode]}
