"""Writes units and people."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from skp_tui.domain.office import KOLOM_PEJABAT, PEJABAT, PENDAMPING, Pejabat
from skp_tui.domain.records import Isian, Rekaman
from skp_tui.domain.snapshot import resolved
from skp_tui.storage.changes.keys import Keys
from skp_tui.storage.reading.office_reader import Kantor, read_office
from skp_tui.storage.trail.trail import Values
from skp_tui.storage.transactions.edit import Edit

if TYPE_CHECKING:
    from skp_tui.storage.transactions.work import Work


def write_units(work: "Work", keys: Keys, baru: Sequence[Isian], ubah: Sequence[Edit]) -> None:
    """Add and change units; parents come before their children, wherever they stand in the file."""
    for satu in _parents_first(baru):
        row = {"kode": satu["kode"], "nama": satu["nama"]}
        induk = satu.get("induk")
        induk_id = keys.unit[induk] if induk else None
        keys.unit[satu["kode"] or ""] = work.insert("unit", [{**row, "induk_id": induk_id}])[0]
    changed: dict[int, Values] = {}
    for edit in ubah:
        values = {name: edit.rekaman[name] for name in edit.kolom}
        changed[keys.unit[edit.rekaman["kode"] or ""]] = with_unit(keys, values, "induk")
    work.update("unit", changed)


def _parents_first(records: Sequence[Isian]) -> list[Isian]:
    waiting = {satu["kode"]: satu for satu in records}
    ordered: list[Isian] = []

    while waiting:
        upwards = [waiting.pop(next(iter(waiting)))]
        while (induk := upwards[-1].get("induk")) in waiting:
            upwards.append(waiting.pop(induk))
        ordered.extend(reversed(upwards))
    return ordered


def write_people(work: "Work", keys: Keys, baru: Sequence[Isian], ubah: Sequence[Edit]) -> None:
    """Add and change people; what only repeats an appraiser who is a person here is left out."""
    kantor = read_office(work.raw)
    coming = {satu["nip"]: satu for satu in (*baru, *(edit.rekaman for edit in ubah))}
    lean = [_without_known(satu, kantor, coming) for satu in baru]
    work.insert("pegawai", [with_unit(keys, satu, "unit") for satu in lean])
    changed: dict[int, Values] = {}
    for edit in ubah:
        satu = _without_known(edit.rekaman, kantor, coming)
        values = {name: satu[name] for name in edit.kolom}
        changed[keys.person(edit.rekaman["nip"] or "")] = with_unit(keys, values, "unit")
    work.update("pegawai", changed)


def _without_known(satu: Isian, kantor: Kantor, coming: Mapping[str | None, Isian]) -> Rekaman:
    lean = dict(satu)
    for who in PEJABAT:
        nip = satu.get(f"{who}_nip")
        known = _known(nip, kantor, coming)
        for name in PENDAMPING:
            if nip and satu.get(f"{who}_{name}") == known.get(name):
                lean[f"{who}_{name}"] = None
    return lean


def _known(
    nip: str | None, kantor: Kantor, coming: Mapping[str | None, Isian]
) -> Mapping[str, str | None]:
    if nip in coming:
        satu = coming[nip]
        unit = kantor.units.get(satu["unit"] or "")
        return {**satu, "unit": unit.nama if unit else None}
    pejabat = resolved(Pejabat(nip=nip or ""), kantor.people, kantor.units)
    return {name: getattr(pejabat, name) or None for name in KOLOM_PEJABAT}


def with_unit(keys: Keys, values: Mapping[str, object], column: str) -> Values:
    """Return the fields with a unit's code replaced by its key."""
    found = dict(values)
    if column in found:
        kode = found.pop(column)
        found[f"{column}_id"] = keys.unit[str(kode)] if kode else None
    return found
