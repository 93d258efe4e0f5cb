"""Kirim: what is still missing, then the files for BKD with their number and their hash."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from skp_tui.domain.text import clean
from skp_tui.paths import here, typed_path
from skp_tui.services.sending import Terkirim, send_data, send_package
from skp_tui.services.views import Orang, UnitView, unit_view
from skp_tui.ui.actions import Room, bindings_of
from skp_tui.ui.screens.ask import AskScreen
from skp_tui.ui.screens.form_field import Press
from skp_tui.ui.screens.frame import Frame
from skp_tui.ui.screens.send_done import SentScreen
from skp_tui.ui.screens.send_messages import NamesFound, OutlookRead, SendFailed, UnitSent
from skp_tui.ui.screens.send_read import Missing, counts, free_names, missing_of, outlook
from skp_tui.ui.screens.unit_table import PeopleGrid
from skp_tui.ui.widgets import grid_messages
from skp_tui.ui.widgets.grid import Column, Row
from skp_tui.ui.widgets.lines import Lines, cut, line

if TYPE_CHECKING:
    from skp_tui.exchange.publishing import NamaBerkas
    from skp_tui.storage.writer import Writer

PLACE = "kirim"
PROFILES = {
    "bkd": "BKD: paket untuk BKD, satu baris setiap pegawai",
    "data": "Data: semua isian, untuk digabung dengan komputer lain",
}
COMPLETE = "Semua yang wajib dinilai sudah lengkap. F6 mengirim."
COLUMNS = (
    Column("nama", "Belum lengkap", 28, frozen=True),
    Column("kurang", "Yang kurang", 30, flexible=True),
)


class SendScreen(Frame):
    """Show what a unit still needs before BKD does, jump there, and write the files."""

    room = Room.KIRIM
    BINDINGS = bindings_of(Room.KIRIM)

    def __init__(self, view: UnitView) -> None:
        super().__init__()
        self.view = view
        self.profil = "bkd"
        self._wanted: tuple[NamaBerkas, ...] = ()
        self._names: tuple[str, ...] = ()
        self._missing: dict[str, Missing] = {}
        self._first = True
        self._busy = False
        self.hold("read")

    def content(self) -> ComposeResult:
        """Yield the counts, the list, and what is about to be written."""
        yield Lines(self._counts, id="send-counts")
        yield PeopleGrid(COLUMNS, cursor="row", empty="Membaca…", id="missing-list")
        yield Lines(self._profile, id="send-profile")
        with Horizontal(id="send-place"):
            yield Lines(lambda _: line("Tempat   "), id="send-place-word")
            yield Input(
                str(self.skp.last_folder or Path.home()),
                id="folder", select_on_focus=False, max_length=500, compact=True,
            )  # fmt: skip
        yield Lines(self._files, id="send-names")
        yield Lines(self._warning, id="send-warning")
        with Horizontal(id="send-keys"):
            yield Press("Lengkapi dahulu", id="complete")
            yield Press("Kirim", id="go")

    @property
    def listed(self) -> PeopleGrid:
        """Return the list of what is missing."""
        return self.query_one("#missing-list", PeopleGrid)

    @property
    def place(self) -> str:
        """Return the place as it was typed."""
        return clean(self.query_one("#folder", Input).value)

    def on_mount(self) -> None:
        """Read the unit, then let the user choose."""
        self.query_one("#folder", Input).cursor_blink = False
        self.focus_on(self.listed)
        self._list(missing_of(self.view))

    def on_screen_suspend(self) -> None:
        """Hold keys typed ahead until the list is read anew."""
        self.hold("read")

    def on_screen_resume(self) -> None:
        """Count anew: somebody may have been completed meanwhile."""
        self.reload()

    def title_text(self) -> Text:
        """Name unit and year."""
        return Text.assemble(
            ("Kirim ke BKD  ", "bold"),
            line(f"{self.view.unit.nama} · {self.view.tahun}", "bold"),
            no_wrap=True,
            end="",
        )

    # Reading

    def reload(self) -> None:
        """Read what would be sent now."""
        tahun, kode = self.view.tahun, self.view.unit.kode
        profil = self.profil
        self.hold("read")
        self.skp.read(
            self,
            lambda connection: outlook(connection, tahun, kode, profil),
            OutlookRead,
            group="kirim",
        )

    def on_outlook_read(self, message: OutlookRead) -> None:
        """Show it; where nothing is missing, the next key sends."""
        result = message.result
        self.view, self._wanted = result.view, result.wanted
        self._list(result.missing)
        if self._first and not self._missing:
            self.focus_on(self.query_one("#go"))
        self._first = False
        self.look_for_names()
        self.let_go("read")

    def _list(self, missing: Iterable[Missing]) -> None:
        self._missing = {f"{satu.orang.nip}|{number}": satu for number, satu in enumerate(missing)}
        self.listed.say_when_empty(COMPLETE)
        self.listed.show(
            COLUMNS,
            [Row(key, (satu.orang.nama, satu.words)) for key, satu in self._missing.items()],
        )
        self.query_one("#complete").display = bool(self._missing)

    def look_for_names(self) -> None:
        """See which names are free in the folder; it may be a stick, and slow."""
        place, wanted = self.place, self._wanted
        self.skp.work(self, lambda: free_names(place, wanted), NamesFound, group="nama")

    def on_names_found(self, message: NamesFound) -> None:
        """Show them with everything else."""
        self._names = message.names
        for lines in self.query(Lines):
            lines.refresh(layout=True)

    # What is written around the list

    def _counts(self, width: int) -> Text:
        return cut(line(counts(self.view), "bold"), width)

    def _profile(self, width: int) -> Text:
        marks = "   ".join(
            f"({'o' if nama == self.profil else ' '}) {nama.upper() if nama == 'bkd' else 'Data'}"
            for nama in PROFILES
        )
        about = PROFILES[self.profil].partition(": ")[2]
        return cut(line(f"Profil   {marks}   {about}"), width)

    def _files(self, width: int) -> Text:
        if not self._names:
            return line("Nama     –")
        shown = f"Nama     {self._names[0]}"
        if self.profil == "bkd":
            tail = self._names[1].removeprefix(self._names[0].removesuffix(".csv"))
            shown += f" + {tail}"
        else:
            shown += "".join(f" + {name}" for name in self._names[1:])
        return cut(line(shown), width)

    def _warning(self, width: int) -> Text:
        if self._missing and self.profil == "bkd":
            return cut(line('Kirim sekarang akan ditandai "sebagian".', "bold"), width)
        return line("")

    # Choosing

    def action_choose_profile(self) -> None:
        """Take the other profile."""
        names = list(PROFILES)
        self.profil = names[(names.index(self.profil) + 1) % len(names)]
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
            self.dismiss()

    @on(Press.Pressed, "#complete")
    def action_open_missing(self) -> None:
        """Open the entry screen on the very cell."""
        key = self.listed.cursor_row
        if key is None:
            return
        from skp_tui.ui.screens.isi import IsiScreen  # noqa: PLC0415 - here only

        satu = self._missing[key]
        people: dict[str, Orang] = {one.orang.nip: one.orang for one in self._missing.values()}
        at = satu.at if satu.at.kolom or satu.at.bagian else None
        self.app.push_screen(IsiScreen(self.view, list(people.values()), satu.orang.nip, at))

    @on(grid_messages.RowChosen)
    def _chosen(self) -> None:
        self.action_open_missing()

    # Sending

    @on(Press.Pressed, "#go")
    def action_send_now(self) -> None:
        """Write the files; ask first when somebody is missing, as a bouncing key must not send."""
        if self._busy:
            return
        if self.profil != "bkd" or not self._missing:
            self._send()
            return
        people = len({satu.orang.nip for satu in self._missing.values()})
        question = AskScreen(
            "Kirim sebagian?",
            f"{people} pegawai belum lengkap; kirimannya akan ditandai sebagian.",
            "Kirim",
        )
        self.app.push_screen(question, self._send_if)

    def _send_if(self, agreed: bool | None) -> None:  # noqa: FBT001 - an answer
        if agreed:
            self._send()

    def _send(self) -> None:
        """Write what is stored at this moment."""
        self._busy = True
        tahun, kode, profil = self.view.tahun, self.view.unit.kode, self.profil
        place, clock = self.place, self.skp.sitting.clock

        def send(writer: "Writer") -> Terkirim:
            folder = typed_path(place, here())
            with writer.reading() as connection:
                view = unit_view(connection, tahun, kode)
                if profil == "data":
                    return send_data(connection, view, folder)
            return send_package(writer, view, folder, clock(), sebagian=True)

        self.hold("write")
        self.skp.write(self, send, place=PLACE, saved=UnitSent, failed=SendFailed)

    def waits_for_answer(self) -> bool:
        """Say whether the files are being written."""
        return self._busy

    def on_unit_sent(self, message: UnitSent) -> None:
        """Show what was written and what to do with it."""
        self._busy = False
        self.skp.last_folder = message.result.berkas[0].parent
        self.focus_on(self.listed)
        self.app.push_screen(SentScreen(message.result, self.view))
        self.let_go("write")

    def on_send_failed(self, message: SendFailed) -> None:
        """Say why nothing was written."""
        self._busy = False
        self.tell(message.reason, "error")
        self.let_go("write")
