"""Turns domain values into records of the exchange, which is what storage writes."""

from dataclasses import dataclass, fields
from decimal import Decimal

from skp_tui.domain.appraisal import PERILAKU, Kegiatan, Perilaku, Tambahan
from skp_tui.domain.number import canonical
from skp_tui.domain.records import Rekaman


@dataclass(frozen=True, slots=True)
class Tempat:
    """Whose year, and which part of it."""

    tahun: int
    nip: str
    bagian: int = 1

    def kunci(self) -> Rekaman:
        """Return the key columns."""
        return {"tahun": str(self.tahun), "nip": self.nip, "bagian": str(self.bagian)}


def kegiatan_record(tempat: Tempat, kegiatan: Kegiatan) -> Rekaman:
    """Return an activity as a record."""
    values = {field.name: getattr(kegiatan, field.name) for field in fields(kegiatan)}
    return {**tempat.kunci(), **{name: as_text(value) for name, value in values.items()}}


def tambahan_record(tempat: Tempat, tambahan: Tambahan) -> Rekaman:
    """Return an extra as a record."""
    values = {field.name: getattr(tambahan, field.name) for field in fields(tambahan)}
    return {**tempat.kunci(), **{name: as_text(value) for name, value in values.items()}}


def perilaku_record(tempat: Tempat, perilaku: Perilaku) -> Rekaman:
    """Return the perilaku of a year as a record."""
    aspek = {nama: as_text(perilaku.aspek(nama)) for nama in PERILAKU}
    return {"tahun": str(tempat.tahun), "nip": tempat.nip, **aspek}


def as_text(value: object) -> str | None:
    """Return the canonical text of an entered value, None for an empty one."""
    if isinstance(value, Decimal):
        return canonical(value)
    return str(value) if value not in {None, ""} else None
