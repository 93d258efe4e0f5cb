"""Peraturan tahun: which regulation a year is under, and what another one would make of it."""

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from textual.widgets import Static

from skp_tui.errors import InputError, Problem
from skp_tui.rules import regulation
from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.office.converting import (
    ALASAN,
    DI_TEMPAT_LAIN,
    Akibat,
    PerubahanPeraturan,
    convert,
    pratinjau,
    rows_in_words,
)
from skp_tui.services.office.converting import PERATURAN as NAMA
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.form.field import Field, Pilihan
from skp_tui.ui.screens.form.form import Answers, FormScreen
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

KEPT: Final = (
    "Tidak ada yang dihapus: yang tidak dipakai tetap tersimpan, dan terpakai lagi bila "
    "peraturannya dikembalikan. Ctrl+Z membatalkan."
)
EMPTY: Final = "Tahun ini belum berisi apa pun, jadi tidak perlu alasan."


class RegulationScreen(FormScreen):
    """Ask for another regulation of a year and why; what it would do follows the choice."""

    SUBJECT = Room.UNIT_PERIODE
    KIND = "ubah"

    SAVE = "Ubah peraturan"

    def __init__(self, tahun: int) -> None:
        super().__init__(f"Peraturan tahun · {tahun}")
        self._tahun = tahun
        self._perubahan: PerubahanPeraturan | None = None
        self._about = Static(markup=False, classes="form-about")

    def on_mount(self) -> None:
        """Read what each regulation would make of the year."""
        tahun = self._tahun

        def read(connection: sqlite3.Connection) -> PerubahanPeraturan:
            return pratinjau(connection, tahun)

        self.skp.read(self, read, calling(self._show_conversion), group="peraturan")

    def _show_conversion(self, perubahan: PerubahanPeraturan) -> None:
        """Ask."""
        self._perubahan = perubahan
        governing = regulation.peraturan_of(self._tahun)
        fields = [
            Field(NAMA, "Peraturan", pilihan=tuple(_choices(perubahan)), wajib=True,
                  penjelasan=f"Yang berlaku untuk {self._tahun} menurut program ini: "
                  f"{governing.nama}. Ketik untuk memilih."),
            Field(ALASAN, "Alasan", "dimulai sebelum program mengenal peraturannya",
                  "Tercatat di riwayat (jejak) bersama perubahannya.",
                  wajib=perubahan.berisi, tetap=not perubahan.berisi),
        ]  # fmt: skip
        self._tell_about("")
        self.ask(fields, {}, [self._about])

    def follow(self, nama: str) -> None:
        """Say what the chosen regulation would do."""
        if nama == NAMA:
            self._tell_about(self.answers()[NAMA])

    def _tell_about(self, kode: str) -> None:
        if self._perubahan is not None:
            self._about.update("\n".join(about(self._perubahan, kode)))

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Convert the year; a refusal stands beside what it is about."""
        try:
            convert(writer, self._tahun, answers[NAMA], answers.get(ALASAN, ""))
        except InputError as error:
            return Tersimpan((Problem(error.kalimat(), kolom=error.kolom or NAMA),))
        return Tersimpan()

    def after_stored(self) -> None:
        """Say so, and let every screen show the year anew."""
        nama = regulation.nama_peraturan(self.answers()[NAMA])
        self.skp.reload_screens()
        self.skp.tell(f"Tahun {self._tahun} sekarang memakai {nama}. Ctrl+Z membatalkan.")


def _choices(perubahan: PerubahanPeraturan) -> Iterator[Pilihan]:
    for masa in regulation.MASA:
        if masa.kode == perubahan.sekarang.peraturan.kode:
            continue
        years = f"{masa.dari}–{masa.sampai}" if masa.sampai else f"mulai {masa.dari}"
        years = str(masa.dari) if masa.sampai == masa.dari else years
        yield Pilihan(masa.kode, f"{masa.nama} ({years})")


def about(perubahan: PerubahanPeraturan, kode: str) -> Iterator[str]:
    """Say what a year is now, and what it would be under a regulation."""
    now, then = perubahan.sekarang, perubahan.under(kode)
    yield f"Sekarang {now.peraturan.nama}: {_assessed(now)}."
    if then is None:
        yield "Pilih peraturan lain untuk melihat akibatnya."
        return
    yield f"Menjadi {then.peraturan.nama}: {_assessed(then)}. Yang diisi: {then.peraturan.diisi}."
    governing = regulation.peraturan_of(perubahan.tahun)
    if then.peraturan.kode != governing.kode:
        yield f"Yang berlaku untuk {perubahan.tahun} {governing.nama}. {DI_TEMPAT_LAIN}"
    if then.dipakai:
        yield f"Terpakai dari yang tersimpan: {rows_in_words(then.dipakai)}."
    if then.istirahat:
        yield f"Tidak dipakai: {rows_in_words(then.istirahat)}."
    if perubahan.kiriman:
        yield f"Sudah {perubahan.kiriman} kali dikirim ke BKD; kirim lagi sesudahnya."
    if perubahan.disepakati:
        yield f"{perubahan.disepakati} orang sudah menyepakati targetnya; sepakati lagi sesudahnya."
    yield KEPT if perubahan.berisi else EMPTY


def _assessed(akibat: Akibat) -> str:
    return f"{akibat.dinilai} dari {akibat.wajib} dinilai"
