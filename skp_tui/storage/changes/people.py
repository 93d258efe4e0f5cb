"""Changes of people and units that touch more than their own row."""

from typing import TYPE_CHECKING

from skp_tui.domain.office import PEJABAT, PENDAMPING, Pejabat
from skp_tui.domain.snapshot import resolved
from skp_tui.storage.changes.keys import Keys
from skp_tui.storage.reading.office_reader import read_office

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skp_tui.storage.trail.trail import Values
    from skp_tui.storage.transactions.work import Work

_NAMING = tuple(f"{awalan}_nip" for awalan in PEJABAT)
_PARTS = (
    "bagian_id IN (SELECT b.id FROM bagian b JOIN penilaian p ON p.id = b.penilaian_id "
    "WHERE p.pegawai_id = ?)"
)
_YEARS = "penilaian_id IN (SELECT id FROM penilaian WHERE pegawai_id = ?)"

# tables of a person from the leaves up, each with the way to his key
_OF_PERSON = (
    ("catatan", _YEARS),
    ("kegiatan", _PARTS),
    ("tambahan", _PARTS),
    ("indikator", f"hasil_kerja_id IN (SELECT id FROM hasil_kerja WHERE {_PARTS})"),
    ("hasil_kerja", _PARTS),
    ("perilaku", _YEARS),
    ("evaluasi", _YEARS),
    ("ekspektasi", _YEARS),
    ("lampiran", _YEARS),
    ("nilai_luar", _YEARS),
    ("keberatan", _YEARS),
    ("bagian", _YEARS),
    ("pengecualian", "pegawai_id = ?"),
    ("penilaian", "pegawai_id = ?"),
    ("pegawai", "id = ?"),
)


def remove_person(work: "Work", nip: str) -> None:
    """Remove a person and everything entered for him.

    Whom he appraises keep his name, rank, post and unit, which were his own until now: a form names
    who signed it, and a list with a NIP that nobody knows would not come in anywhere.
    """
    key = Keys(work, [nip]).person(nip)
    kantor = read_office(work.raw)
    gone = resolved(Pejabat(nip), kantor.people, kantor.units)
    for column in _NAMING:
        for tabel in ("pegawai", "bagian"):
            keys = _naming(work, tabel, column, nip, nip)
            work.update(tabel, _told(work.rows(tabel, list(keys)), column, gone))
    for tabel, where in _OF_PERSON:
        rows = work.raw.execute(f"SELECT id FROM {tabel} WHERE {where}", (key,)).fetchall()
        work.delete(tabel, [row[0] for row in rows])


def _told(rows: "Mapping[int, Values]", column: str, gone: Pejabat) -> dict[int, dict[str, object]]:
    """Return what rows that name an appraiser leave to him, as it is told of him."""
    prefix = column.removesuffix("nip")
    known = {f"{prefix}{nama}": getattr(gone, nama) for nama in PENDAMPING}
    found = {
        key: {name: text for name, text in known.items() if text and row[name] is None}
        for key, row in rows.items()
    }
    return {key: values for key, values in found.items() if values}


def remove_unit(work: "Work", kode: str) -> None:
    """Remove a unit that nothing refers to but what was said of itself: how well it did."""
    key = Keys(work, []).unit[kode]
    rows = work.raw.execute("SELECT id FROM capaian_organisasi WHERE unit_id = ?", (key,))
    work.delete("capaian_organisasi", [row[0] for row in rows.fetchall()])
    work.delete("unit", [key])


def correct_unit_code(work: "Work", old: str, new: str) -> None:
    """Change the code of a unit; all that refers to it names its key, which stays."""
    work.update("unit", {Keys(work, []).unit[old]: {"kode": new}})


def correct_nip(work: "Work", old: str, new: str) -> None:
    """Change a NIP wherever it stands, except in what is locked."""
    work.update("pegawai", _naming(work, "pegawai", "nip", old, new))
    for column in _NAMING:
        work.update("pegawai", _naming(work, "pegawai", column, old, new))
        work.update("bagian", _naming(work, "bagian", column, old, new))


def _naming(work: "Work", tabel: str, column: str, old: str, new: str) -> dict[int, "Values"]:
    open_only = (
        "AND EXISTS (SELECT 1 FROM penilaian p WHERE p.id = x.penilaian_id AND p.dikunci IS NULL)"
        if tabel == "bagian"
        else ""
    )
    statement = f"SELECT x.id FROM {tabel} x WHERE x.{column} = ? {open_only}"
    return {key: {column: new} for (key,) in work.raw.execute(statement, (old,)).fetchall()}
