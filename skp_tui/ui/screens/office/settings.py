"""Pengaturan: the settings of the program on this computer."""

import sqlite3
from typing import TYPE_CHECKING

from textual.widgets import Static

from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.office.configuring import Values, change_settings, program_settings
from skp_tui.settings import Milik, of
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.form.form import Answers, FormScreen
from skp_tui.ui.screens.form.press import Press
from skp_tui.ui.screens.office.settings_fields import LABELS, setting_field
from skp_tui.ui.screens.support.ways import SUPPORT, TEST_KEYS, TO_SUPPORT, follow_press
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

SET_ONCE = ("keberatan_hari", "siasn_nilai")
"""What an office settles once, and so is asked last."""
LATER = tuple(satu for satu in of(Milik.PROGRAM) if satu.kelak)
ASKED = sorted(
    (satu for satu in of(Milik.PROGRAM) if not satu.kelak), key=lambda satu: satu.nama in SET_ONCE
)


class SettingsScreen(FormScreen):
    """Ask for the settings of the program, each with its explanation."""

    SUBJECT = Room.PENGATURAN

    room = Room.PENGATURAN
    BINDINGS = bindings_of(Room.PENGATURAN)
    ways = TO_SUPPORT
    EXPLAIN = True

    def __init__(self) -> None:
        super().__init__("Pengaturan program")

    def on_mount(self) -> None:
        """Read the settings first."""

        def read(connection: sqlite3.Connection) -> Values:
            return program_settings(connection)

        self.skp.read(self, read, calling(self._show_settings), group="pengaturan")

    def _show_settings(self, stored: Values) -> None:
        """Ask, and name those that are not used yet."""
        values = {nama: text or "" for nama, text in stored.items()}
        example = str(self.skp.sitting.path.parent / "cadangan")
        fields = [
            setting_field(satu, contoh=example if satu.nama == "cadangan_dir" else "")
            for satu in ASKED
        ]
        later = ", ".join(LABELS[satu.nama].lower() for satu in LATER)
        shown = self.skp.rendering
        told = "".join(f"{satu}\n" for satu in (shown.why, shown.why_ascii) if satu)
        about = (
            f"{told}Belum dipakai di versi ini: {later}.\n"
            "Target dan pengaturan sebuah tahun: O (Unit dan periode) di layar awal.\n"
            "Lewat perintah: skp-tui atur"
        )
        ways = [Press("Coba tombol", id=TEST_KEYS), Press("Dukungan", id=SUPPORT)]
        self.ask(fields, values, [Static(about, markup=False, classes="form-about"), *ways])

    def on_press_pressed(self, message: Press.Pressed) -> None:
        """Go where a word in brackets leads."""
        follow_press(self, message.press)

    def prepared(self) -> Answers:
        """Return only what was changed."""
        return self.changed()

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store what was changed."""
        return Tersimpan(change_settings(writer, answers, None))

    def after_stored(self) -> None:
        """Let the new look be seen at once."""
        self.skp.use_settings({**self.skp.settings, **self.answers()})
        self.skp.tell("Pengaturan tersimpan. Ctrl+Z membatalkan.")
