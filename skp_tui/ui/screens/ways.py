"""The ways from the start screen to sending, people, units, settings and a copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.message import Message

from skp_tui.paths import here, typed_file
from skp_tui.ui.screens.import_ways import ImportWays
from skp_tui.ui.screens.support_ways import SupportWays

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen

    from skp_tui.rules.result import Kurang
    from skp_tui.services.views import Orang, UnitView

COPY = "skp-salinan.db"
NO_UNIT = "Belum ada unit; jawab dahulu pertanyaan pertama."


def entry_screen(
    view: UnitView, listed: Sequence[Orang], nip: str, at: Kurang | None = None
) -> Screen[Any]:
    """Return the screen in which a person's year is entered under its regulation."""
    isian = view.peraturan.isian
    if "kegiatan" in isian:
        from skp_tui.ui.screens.isi import IsiScreen  # noqa: PLC0415 - not for the first frame

        return IsiScreen(view, listed, nip, at)
    if "hasil_kerja" in isian:
        from skp_tui.ui.screens.kinerja import KinerjaScreen  # noqa: PLC0415 - from 2022 only

        return KinerjaScreen(view, listed, nip, at)
    from skp_tui.ui.screens.final_form import FinalForm  # noqa: PLC0415 - for 2021 only
    from skp_tui.ui.screens.year_form import after  # noqa: PLC0415 - for 2021 only

    orang, following = after(nip, listed)
    return FinalForm(orang, following)


class CopyKept(Message):
    """Tell where a copy of the database lies."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


class CopyFailed(Message):
    """Tell why there is no copy."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class Ways(ImportWays, SupportWays):
    """Open the other screens for the unit and year that are shown."""

    view: UnitView | None = None
    tahun: int | None = None
    kode: str | None = None
    _asks = False

    def view_or_why(self) -> UnitView | None:
        """Return the unit that is shown; say why nothing opens where there is none yet."""
        if self.view is None:
            self.tell(NO_UNIT, "warning")
        return self.view

    def action_send(self) -> None:
        """Show what is missing, and send."""
        view = self.view_or_why()
        if view is not None:
            from skp_tui.ui.screens.send import SendScreen  # noqa: PLC0415 - not for the first frame

            self.app.push_screen(SendScreen(view))

    def action_open_sheets(self) -> None:
        """List the people of the unit, to agree or lock many at once."""
        view = self.view_or_why()
        if view is not None:
            from skp_tui.ui.screens.sheets import SheetsScreen  # noqa: PLC0415 - when asked for

            self.app.push_screen(SheetsScreen(view))

    def action_open_recap(self) -> None:
        """Count unit by unit, year by year and appraiser by appraiser."""
        view = self.view_or_why()
        if view is not None:
            from skp_tui.ui.screens.rekap import RekapScreen  # noqa: PLC0415 - when asked for

            self.app.push_screen(RekapScreen(view))

    def action_open_pattern(self) -> None:
        """Compare the predikats with what the capaian organisasi lets expect."""
        view = self.view_or_why()
        if view is not None and self.takes(view.peraturan, view.tahun, "capaian_organisasi"):
            from skp_tui.ui.screens.sebaran import SebaranScreen  # noqa: PLC0415 - when asked for

            self.app.push_screen(SebaranScreen(view))

    def action_open_credits(self) -> None:
        """List the angka kredit of those in a jabatan fungsional."""
        view = self.view_or_why()
        if view is None:
            return
        from skp_tui.services.credits import why_none  # noqa: PLC0415 - when asked for
        from skp_tui.ui.screens.angka_kredit import CreditsScreen  # noqa: PLC0415 - when asked for

        refusal = why_none(view)
        if refusal:
            self.tell(f"{refusal} T memilih tahun lain.", "warning")
        else:
            self.app.push_screen(CreditsScreen(view))

    def look_at(self, tahun: int, kode: str) -> None:
        """Show another unit or year, as another screen asks for."""
        self.tahun, self.kode = tahun, kode
        self.hold("read")
        self.reload()

    def action_open_people(self) -> None:
        """List the people of the unit."""
        view = self.view_or_why()
        if view is not None:
            from skp_tui.ui.screens.people import PeopleScreen  # noqa: PLC0415 - not for the first frame

            self.app.push_screen(PeopleScreen(view.unit, view.tahun))

    def action_new_person(self) -> None:
        """Add a person to the unit."""
        if self.kode is None:
            self.tell(NO_UNIT, "warning")
            return
        from skp_tui.ui.screens.person import PersonScreen  # noqa: PLC0415 - not for the first frame

        self.app.push_screen(PersonScreen(self.kode))

    def action_open_office(self) -> None:
        """List units, years and exceptions."""
        from skp_tui.ui.screens.office import OfficeScreen  # noqa: PLC0415 - not for the first frame

        tahun = None if self.view is None else self.view.tahun
        self.app.push_screen(OfficeScreen(tahun))

    def action_open_settings(self) -> None:
        """Show the settings of the program."""
        from skp_tui.ui.screens.settings import SettingsScreen  # noqa: PLC0415 - not at first

        self.app.push_screen(SettingsScreen())

    def action_keep_copy(self) -> None:
        """Ask for a name and keep a whole copy of the database there."""
        from skp_tui.ui.screens.ask import TextScreen  # noqa: PLC0415 - not for the first frame

        target = Path.home() / COPY
        asked = TextScreen(
            "Simpan salinan utuh",
            "Tulis nama berkasnya. Yang sudah ada tidak ditimpa: salinan baru mendapat nomor. "
            "Buka kelak dengan: skp-tui --db BERKAS",
            str(target),
            topic="salinan",
        )
        self.app.push_screen(asked, self._keep_copy)

    def _keep_copy(self, name: str | None) -> None:
        if not name:
            return

        def keep(writer: object) -> Path:
            del writer  # only its turn is wanted: what is queued before belongs into the copy
            from skp_tui.services.safekeeping import backup  # noqa: PLC0415 - here only

            return backup(self.skp.sitting.path, typed_file(name, here(), COPY))

        self.skp.write(self, keep, place="salinan", saved=CopyKept, failed=CopyFailed)

    def on_copy_kept(self, message: CopyKept) -> None:
        """Say where the copy lies."""
        self.tell(f"Salinan tersimpan: {message.path}")

    def on_copy_failed(self, message: CopyFailed) -> None:
        """Say why there is no copy."""
        self.tell(message.reason, "error")

    # First start

    def open_start(self) -> None:
        """Ask the first questions, where there is no unit yet."""
        self.view = None
        self._asks = not self.is_current
        if self._asks:
            return
        from skp_tui.ui.screens.start import StartScreen  # noqa: PLC0415 - in an empty database

        self.app.push_screen(StartScreen())

    def on_screen_resume(self) -> None:
        """Ask the first questions when the last unit went away meanwhile."""
        if self._asks:
            self.open_start()

    def after_start(self, tahun: int, kode: str, then: str = "") -> None:
        """Show the new unit, and go on as was asked for, or ask what comes next."""
        from skp_tui.ui.screens.ask import ChooseScreen  # noqa: PLC0415 - in an empty database
        from skp_tui.ui.screens.start import NEXT  # noqa: PLC0415 - in an empty database

        self.tahun, self.kode = tahun, kode
        self.reload()
        if then:
            self._go_on(then)
            return
        # the year once more: who mistyped it sees it here
        stored = f"Unit {kode} dan tahun {tahun} tersimpan. Lalu?"
        chooser = ChooseScreen(stored, NEXT, topic="lalu")
        self.app.push_screen(chooser, self._go_on)

    def _go_on(self, chosen: str | None) -> None:
        if chosen == "ketik":
            self.action_new_person()
        elif chosen == "impor":
            self.open_import()
        elif chosen == "contoh":
            self.skp.see_sample()
        elif chosen == "latihan":
            self.skp.practise()
