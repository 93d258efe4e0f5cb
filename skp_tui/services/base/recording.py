"""Turns domain values into records of the exchange, which is what storage writes."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from skp_tui.domain.appraisal import PERILAKU, Evaluasi, Kegiatan, Perilaku, Tambahan
from skp_tui.domain.kinerja import BarisIndikator, Ekspektasi, HasilKerja, Indikator, Lampiran
from skp_tui.domain.number import canonical
from skp_tui.domain.parts import Isi
from skp_tui.domain.records import Rekaman
from skp_tui.record import record


@record
class Tempat:
    """Whose year, and which part of it."""

    tahun: int
    nip: str
    bagian: int = 1

    def kunci(self) -> Rekaman:
        """Return the key columns."""
        return {**self.tahunan(), "bagian": str(self.bagian)}

    def tahunan(self) -> Rekaman:
        """Return the key columns of what belongs to the year, and to no part of it."""
        return {"tahun": str(self.tahun), "nip": self.nip}


def part_record(tempat: Tempat, isi: Kegiatan | Tambahan) -> Rekaman:
    """Return an activity or an extra as a record."""
    return {**tempat.kunci(), **_texts(isi)}


def perilaku_record(tempat: Tempat, perilaku: Perilaku) -> Rekaman:
    """Return the perilaku of a year as a record."""
    aspek = {nama: as_text(perilaku.aspek(nama)) for nama in PERILAKU}
    return {**tempat.tahunan(), **aspek}


def hasil_kerja_record(tempat: Tempat, hasil: HasilKerja) -> Rekaman:
    """Return a result as a record; its indicators are records of their own."""
    return {
        **tempat.kunci(),
        "no": str(hasil.no),
        "jenis": str(hasil.jenis),
        "uraian": as_text(hasil.uraian),
        "rencana_pimpinan": as_text(hasil.rencana_pimpinan),
    }


def indikator_record(tempat: Tempat, baris: BarisIndikator) -> Rekaman:
    """Return an indicator as a record."""
    return {**tempat.kunci(), "no_hasil": str(baris.no_hasil), **_texts(baris.indikator)}


def ekspektasi_record(tempat: Tempat, ekspektasi: Ekspektasi) -> Rekaman:
    """Return what is expected of one of the seven values as a record."""
    return {
        **tempat.tahunan(),
        "perilaku": str(ekspektasi.nilai),
        "ekspektasi": as_text(ekspektasi.ekspektasi),
        "umpan_balik": as_text(ekspektasi.umpan_balik),
    }


def lampiran_record(tempat: Tempat, lampiran: Lampiran) -> Rekaman:
    """Return a line of the attachment as a record."""
    return {**tempat.tahunan(), **_texts(lampiran)}


def evaluasi_record(tempat: Tempat, evaluasi: Evaluasi) -> Rekaman:
    """Return the two ratings of a period as a record."""
    return {
        **tempat.tahunan(),
        "periode": evaluasi.periode,
        "hasil_kerja": as_text(evaluasi.hasil_kerja),
        "perilaku_kerja": as_text(evaluasi.perilaku_kerja),
    }


_RECORDS: Mapping[type[Isi], tuple[str, Callable[[Tempat, Any], Rekaman]]] = {
    Kegiatan: ("kegiatan", part_record),
    Tambahan: ("tambahan", part_record),
    Perilaku: ("perilaku", perilaku_record),
    Evaluasi: ("evaluasi", evaluasi_record),
    HasilKerja: ("hasil_kerja", hasil_kerja_record),
    BarisIndikator: ("indikator", indikator_record),
    Ekspektasi: ("ekspektasi", ekspektasi_record),
    Lampiran: ("lampiran", lampiran_record),
}


def record_of(tempat: Tempat, isi: Isi) -> tuple[str, Rekaman]:
    """Return the kind and the record of a row."""
    jenis, make = _RECORDS[type(isi)]
    return jenis, make(tempat, isi)


def _texts(isi: Kegiatan | Tambahan | Indikator | Lampiran) -> Rekaman:
    """Return what a row holds, whose columns are named as its fields are."""
    return {field.name: as_text(getattr(isi, field.name)) for field in fields(isi)}


def as_text(value: object) -> str | None:
    """Return the canonical text of an entered value, None for an empty one."""
    if isinstance(value, Decimal):
        return canonical(value)
    return str(value) if value not in {None, ""} else None
