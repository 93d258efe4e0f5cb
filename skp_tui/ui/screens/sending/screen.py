"""Kirim: what is still missing or changed since, then the files with their number and hash."""

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import Input

from skp_tui.errors import InputError
from skp_tui.paths import typed_path
from skp_tui.services.base.views import UnitView
from skp_tui.services.sending.profiles import DIKIRIM
from skp_tui.services.sending.sending import Terkirim, send
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.form.press import Press
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.sending.desk import SendDesk
from skp_tui.ui.screens.sending.done import SentScreen, next_words
from skp_tui.ui.screens.sending.messages import SendFailed, UnitSent
from skp_tui.ui.screens.sending.read import folder_to_make
from skp_tui.ui.screens.sending.words import question
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

PLACE = "kirim"
NOT_READ = "Unit ini masih dibaca; tunggu sebentar."


class SendScreen(SendDesk):
    """Show what a unit still needs before BKD does, jump there, and write the files."""

    room = Room.KIRIM
    BINDINGS = bindings_of(Room.KIRIM)

    def __init__(self, view: UnitView) -> None:
        super().__init__(view)
        self._busy = False

    def action_open_history(self) -> None:
        """List all that was sent."""
        from skp_tui.ui.screens.sending.sent_list import SentListScreen  # noqa: PLC0415 - here only

        self.app.push_screen(SentListScreen(self.view.unit, self.view.tahun))

    # Choosing

    def action_choose_profile(self) -> None:
        """Take the next profile."""
        names = list(DIKIRIM)
        self.profil = DIKIRIM[names[(names.index(self.profil.nama) + 1) % len(names)]]
        self.reload()

    def action_choose_place(self) -> None:
        """Change the folder."""
        field = self.query_one("#folder", Input)
        self.focus_on(field)
        field.cursor_position = len(field.value)

    @on(Input.Changed, "#folder")
    def _follow_place(self) -> None:
        self.look_for_names()

    @on(Input.Submitted, "#folder")
    def _leave_place(self) -> None:
        self.focus_on(self.query_one("#go"))

    def on_key(self, event: events.Key) -> None:
        """Leave the field of the folder with arrows."""
        if event.key in {"up", "down"} and not self.listed.has_focus:
            event.stop()
            if event.key == "up":
                self.focus_previous()
            else:
                self.focus_next()

    def action_go_back(self) -> None:
        """Leave the field of the folder first, then the screen."""
        if self.query_one("#folder", Input).has_focus:
            self.focus_on(self.listed)
        elif not self._busy:
            self._keep_place()
            self.dismiss()

    def _keep_place(self) -> None:
        """Offer the typed folder again for as long as the program is open."""
        with suppress(InputError):
            self.skp.typed_folder = typed_path(self.place, self.around)

    # Sending

    @on(Press.Pressed, "#go")
    def action_send_now(self) -> None:
        """Write the files; ask first when somebody is missing, as a bouncing key must not send."""
        if self._busy:
            return
        if not self.is_read:
            # a click does not wait as keys do
            self.tell(NOT_READ)
            return
        self._busy = True
        self.hold("look")
        place, around, sample = self.place, self.around, self.skp.sample_place
        self.skp.work(
            self, lambda: folder_to_make(place, around, sample), calling(self._ask), group="map"
        )

    def _ask(self, folder: str) -> None:
        """Ask what there is to ask, also whether a folder is to be made."""
        self._busy = False
        asked = question(self.profil, self.incomplete, self.outlook.sejak, self.sent_as_is, folder)
        if asked is None:
            self._send()
        else:
            self.app.push_screen(AskScreen(*asked), self._send_if)
        self.let_go("look")

    def _send_if(self, agreed: bool | None) -> None:  # noqa: FBT001 - an answer
        if agreed:
            self._send()

    def _send(self) -> None:
        """Write what is stored at this moment."""
        self._busy = True
        tahun, kode, profil = self.view.tahun, self.view.unit.kode, self.profil
        place, around, clock = self.place, self.around, self.skp.sitting.clock

        def write(writer: "Writer") -> Terkirim:
            folder = typed_path(place, around)
            return send(writer, tahun, kode, profil, folder, clock())[1]

        self.hold("write")
        self.skp.write(self, write, place=PLACE, saved=UnitSent, failed=SendFailed)

    def waits_for_answer(self) -> bool:
        """Say whether the files are being written."""
        return self._busy

    def on_unit_sent(self, message: UnitSent) -> None:
        """Show what was written and what to do with it."""
        self._busy = False
        self.skp.wrote(message.result.berkas[0])
        self.focus_on(self.listed)
        words = next_words(message.result, self.outlook.siasn, self.skp.sample_place)
        # what was written took its names, and is the last package now
        self.reload()
        self.app.push_screen(SentScreen(message.result, self.view, words))
        self.let_go("write")

    def on_send_failed(self, message: SendFailed) -> None:
        """Say why nothing was written."""
        self._busy = False
        self.tell(message.reason, "error")
        self.let_go("write")
