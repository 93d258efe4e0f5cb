"""Changes of people and units that touch more than their own row."""

from typing import TYPE_CHECKING

from skp_tui.storage.keys import Keys

if TYPE_CHECKING:
    from skp_tui.storage.trail import Values
    from skp_tui.storage.work import Work

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
    """Remove a person and everything entered for him."""
    key = Keys(work, [nip]).person(nip)
    for tabel, where in _OF_PERSON:
        rows = work.raw.execute(f"SELECT id FROM {tabel} WHERE {where}", (key,)).fetchall()
        work.delete(tabel, [row[0] for row in rows])


def remove_unit(work: "Work", kode: str) -> None:
    """Remove a unit that nothing refers to but what was said of itself: how well it did."""
    key = Keys(work, []).unit[kode]
    rows = work.raw.execute("SELECT id FROM capaian_organisasi WHERE unit_id = ?", (key,))
    work.delete("capaian_organisasi", [row[0] for row in rows.fetchall()])
    work.delete("unit", [key])


def correct_nip(work: "Work", old: str, new: str) -> None:
    """Change a NIP wherever it stands, except in what is locked."""
    work.update("pegawai", _naming(work, "pegawai", "nip", old, new))
    for column in ("penilai_nip", "atasan_penilai_nip"):
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
