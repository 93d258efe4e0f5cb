"""Looks up what was sent of a unit and year, and tells what differs from it now."""

import sqlite3
from collections.abc import Callable

from skp_tui.domain.period import pengaturan_periode
from skp_tui.errors import InputError
from skp_tui.exchange.package.bkd import Baris, bkd_rows
from skp_tui.exchange.package.sent import (
    Perbedaan,
    differences,
    rows_of,
    unpacked,
    unpacked_settings,
)
from skp_tui.record import record
from skp_tui.services.base.views import UnitView
from skp_tui.storage.changes.sent import Paket, sent_packages, sent_values


@record
class IsiPaket:
    """One package with its rows, as they were sent."""

    paket: Paket
    baris: tuple[Baris, ...]
    pengaturan: dict[str, str | None]


@record
class Sejak:
    """The last package and what differs from it; ``perbedaan`` None where that is not known.

    An older version of the program kept no values, or they are damaged as ``masalah`` says.
    """

    paket: Paket
    perbedaan: Perbedaan | None
    masalah: str = ""

    @property
    def usang(self) -> bool:
        """Say whether what BKD has is known not to be what is stored now."""
        return self.perbedaan is not None and self.perbedaan.ada


Bandingkan = Callable[[UnitView], Sejak | None]


def package(connection: sqlite3.Connection, kode: str, tahun: int, nomor: int) -> IsiPaket:
    """Return one package with its rows; raises InputError where there are none."""
    found = next((p for p in sent_packages(connection, kode, tahun) if p.nomor == nomor), None)
    kept = sent_values(connection, kode, tahun, nomor)
    if found is None or kept is None:
        raise InputError(
            f"Isi kiriman ke-{nomor} tidak tersimpan: dikirim dengan skp-tui yang lebih lama.",
            f"Lihat berkasnya, {found.nama}." if found else "",
        )
    pengaturan, isi = kept
    rows = rows_of(unpacked(isi, found.sha256))
    return IsiPaket(found, tuple(rows), unpacked_settings(pengaturan))


def compared(connection: sqlite3.Connection, kode: str, tahun: int) -> Bandingkan:
    """Read the last package; what is returned compares a unit with it, after the look."""
    last = next(iter(sent_packages(connection, kode, tahun, 1)), None)
    kept = None if last is None else sent_values(connection, kode, tahun, last.nomor)

    def compare(view: UnitView) -> Sejak | None:
        if last is None or kept is None:
            return None if last is None else Sejak(last, None)
        pengaturan, isi = kept
        try:
            before = rows_of(unpacked(isi, last.sha256))
        except InputError as damaged:
            return Sejak(last, None, damaged.kalimat())
        dinilai = ((satu.penilaian, satu.hasil) for satu in view.orang)
        rows = bkd_rows(dinilai, view.units, view.peraturan)
        now = pengaturan_periode(view.periode)
        return Sejak(last, differences(before, rows, unpacked_settings(pengaturan), now))

    return compare
