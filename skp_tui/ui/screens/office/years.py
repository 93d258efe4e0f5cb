"""The forms of a year: a new one, and the target and settings of one that is stored."""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widgets import Static

from skp_tui.domain.period import batas_waktu, tahun_of
from skp_tui.errors import InputError, Problem
from skp_tui.rules import regulation
from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.base.views import period_or_default
from skp_tui.services.office.configuring import change_settings, create_period
from skp_tui.settings import Milik, of
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.form.far_year import far_year
from skp_tui.ui.screens.form.field import Field
from skp_tui.ui.screens.form.form import Answers, FormScreen
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.office.settings_fields import frozen_words, period_values, setting_field
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from skp_tui.domain.period import Periode
    from skp_tui.storage.transactions.writer import Writer


REGULATION = "Peraturannya diubah dengan G di daftar Tahun."


class NewYearScreen(FormScreen):
    """Ask which year."""

    SUBJECT = Room.UNIT_PERIODE
    KIND = "baru"

    def __init__(self, done: Callable[[str], None]) -> None:
        super().__init__("Tahun baru")
        self._done = done

    def on_mount(self) -> None:
        """Ask, and say which regulation governs which year."""
        lines = [
            f"{masa.dari}{_until(masa.sampai, masa.dari)}  {masa.nama}" for masa in regulation.MASA
        ]
        about = Static("\n".join(lines), markup=False, classes="form-about")
        self.ask(
            [Field("tahun", "Tahun", "2018", "Peraturannya mengikuti tahunnya.", wajib=True)],
            {},
            [about],
        )

    def question(self) -> AskScreen | None:
        """Ask about a year that most likely is mistyped."""
        return far_year(self.answers()["tahun"], self.skp.today)

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Create the year."""
        tahun = tahun_of(answers["tahun"])
        if tahun is None:
            return Tersimpan((Problem("tulis tahun dengan empat angka", kolom="tahun"),))
        try:
            create_period(writer, tahun)
        except InputError as error:
            return Tersimpan((Problem(error.kalimat(), kolom="tahun"),))
        return Tersimpan()

    def after_stored(self) -> None:
        """Say what comes next."""
        self._done(self.answers()["tahun"])
        self.skp.tell("Tahun dibuat. Enter membuka target dan pengaturannya.")


def _until(last: int | None, first: int) -> str:
    if last == first:
        return "     "
    return "–…   " if last is None else f"–{last}"


class YearScreen(FormScreen):
    """Ask for the target and the other settings of a year; frozen ones are only shown."""

    SUBJECT = Room.UNIT_PERIODE

    EXPLAIN = True

    def __init__(self, tahun: int) -> None:
        super().__init__(f"Tahun · {tahun}")
        self._tahun = tahun

    def on_mount(self) -> None:
        """Read the settings first."""
        tahun = self._tahun

        def read(connection: sqlite3.Connection) -> "Periode":
            return period_or_default(connection, tahun)

        self.skp.read(self, read, calling(self._show_period), group="tahun")

    def _show_period(self, periode: "Periode") -> None:
        """Ask."""
        self._title = f"Tahun {self._tahun} · {regulation.nama_peraturan(periode.peraturan)}"
        self.update_headline()
        order = sorted(of(Milik.PERIODE), key=lambda satu: satu.nama != "target_indikator")
        fields = [
            setting_field(satu, frozen=satu.beku and periode.beku, contoh=self._contoh(satu.nama))
            for satu in order
        ]
        words = frozen_words() if periode.beku else REGULATION
        about = Static(words, markup=False, classes="form-about")
        self.ask(fields, period_values(periode), [about])

    def _contoh(self, nama: str) -> str:
        limit = batas_waktu(self._tahun)
        examples = {
            "target_indikator": "96 atau 96,5",
            "batas_waktu": f"{limit:%d-%m-%Y}",
            "pita_capaian": "85;70;55",
        }
        return examples.get(nama, "")

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store what was changed."""
        return Tersimpan(change_settings(writer, answers, self._tahun))

    def prepared(self) -> Answers:
        """Return only what was changed."""
        return self.changed()

    def after_stored(self) -> None:
        """Say so."""
        self.skp.tell(f"Pengaturan tahun {self._tahun} tersimpan. Ctrl+Z membatalkan.")
