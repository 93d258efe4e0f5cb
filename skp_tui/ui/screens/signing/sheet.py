"""Lembar penilaian: one person's year from agreement to objection."""

import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from skp_tui.domain.dates import shown_date
from skp_tui.domain.revision import Versi
from skp_tui.services.base.refusal import Halangan
from skp_tui.services.signing import signing
from skp_tui.services.signing.lembar import LembarPenilaian, read_lembar
from skp_tui.services.signing.signing_many import lacks
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.ask import AskScreen, TextScreen
from skp_tui.ui.screens.frame.day import DayScreen, Verdict
from skp_tui.ui.screens.signing.sheet_objection import SheetObjection
from skp_tui.ui.screens.signing.sheet_text import as_text, sheet_lines
from skp_tui.ui.widgets.lines import titled
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from skp_tui.storage.transactions.writer import Writer


class SheetScreen(SheetObjection):
    """Show the year of one person, and change its dates by letters."""

    room = Room.LEMBAR
    BINDINGS = bindings_of(Room.LEMBAR)

    def __init__(self, tahun: int, nip: str, nama: str) -> None:
        super().__init__()
        self.tahun, self.nip, self.nama = tahun, nip, nama
        self._versi = -1
        self.hold("read")

    def content(self) -> ComposeResult:
        """Yield the sheet."""
        with VerticalScroll(id="sheet"):
            yield Static(id="sheet-lines", markup=False)

    def on_mount(self) -> None:
        """Read the sheet."""
        self.focus_on(self.query_one("#sheet"))
        self.reload()

    def title_text(self) -> Text:
        """Name the person and the year."""
        return titled("Lembar penilaian", self.nama, str(self.tahun))

    def help_topics(self) -> tuple[str, ...]:
        """Name what the help begins with."""
        return ("terkunci",) if self._dikunci else ()

    def undoes_of(self) -> str:
        """Return the NIP of whose sheet it is."""
        return self.nip

    # Reading

    def reload(self) -> None:
        """Read the sheet anew."""
        self.hold("read")
        tahun, nip = self.tahun, self.nip

        def read(connection: sqlite3.Connection) -> LembarPenilaian:
            return read_lembar(connection, tahun, nip)

        self.skp.read(self, read, calling(self._show_sheet), group="lembar")

    def _show_sheet(self, lembar: LembarPenilaian) -> None:
        """Show it; the version that is looked at stays the same one."""
        if self.lembar is None or len(self.lembar.versi) != len(lembar.versi):
            self._versi = -1
        self.lembar, self.nama = lembar, lembar.orang.nama
        self._fill(self.size.width)
        self.update_headline()
        self.let_go("read")

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines for another width."""
        self._fill(event.size.width)

    def _fill(self, width: int) -> None:
        if self.lembar is not None:
            lines = sheet_lines(self.lembar, self._shown, self.skp.today, max(20, width - 4))
            self.query_one("#sheet-lines", Static).update(as_text(lines))

    @property
    def _shown(self) -> Versi | None:
        versi = () if self.lembar is None else self.lembar.versi
        return versi[self._versi] if versi else None

    @property
    def _dikunci(self) -> "date | None":
        return None if self.lembar is None else self.lembar.orang.penilaian.dikunci

    def action_next_version(self) -> None:
        """Show the version before, and after the first one the last again."""
        if self.lembar is None or len(self.lembar.versi) < 2:  # noqa: PLR2004 - two to choose from
            self.tell("Hanya ada satu versi." if self._shown else "Target belum pernah disepakati.")
            return
        count = len(self.lembar.versi)
        self._versi = (self._versi % count - 1) % count
        self._fill(self.size.width)

    def action_explain(self) -> None:
        """Explain the value."""
        if self.lembar is not None:
            from skp_tui.ui.screens.mengapa.screen import MengapaScreen  # noqa: PLC0415 - not at first

            self.app.push_screen(MengapaScreen(self.lembar.orang))

    # Agreement

    def action_agree(self) -> None:
        """Ask for the day on which the targets were agreed on."""
        if self.lembar is None or self._refuse(signing.not_agreed(self.lembar.orang)):
            return
        berlaku, berubah = self.lembar.berlaku, self.lembar.target_berubah
        if berubah and berlaku is not None:
            about = f"{berubah} target berubah sejak {shown_date(berlaku.tanggal)}; yang sekarang "
            about += f"menjadi versi {berlaku.nomor + 1}, yang lama tetap tampak."
        elif berlaku is not None:
            since = shown_date(berlaku.tanggal)
            about = f"Membetulkan tanggal; target belum berubah sejak {since}."
        else:
            about = "Target yang sekarang menjadi target yang disepakati."
        tahun, nip, today = self.tahun, self.nip, self.skp.today

        def judge(day: "date") -> Verdict:
            same = berlaku is not None and day == berlaku.tanggal and not berubah
            refused = "sudah disepakati pada tanggal itu; target belum berubah" if same else ""
            return Verdict(refused, signing.odd_agreement(tahun, day, today), about)

        def agree(day: "date", writer: "Writer") -> str:
            signing.agree(writer, tahun, [nip], day)
            return f"Disepakati {shown_date(day)}. Ctrl+Z membatalkan."

        self._ask_day("Kapan target disepakati?", "sepakati", judge, agree)

    def action_cancel_agreement(self) -> None:
        """Ask before an agreement is called off."""
        if self.lembar is None:
            return
        if self._dikunci is not None:
            self._refuse(signing.not_agreed(self.lembar.orang))
            return
        agreed = self.lembar.orang.penilaian.disepakati
        if agreed is None:
            self.tell("Target belum disepakati, jadi tidak ada yang dibatalkan.", "warning")
            return
        question = AskScreen(
            "Batalkan kesepakatan?",
            f"Target {self.nama} disepakati {shown_date(agreed)}. Yang pernah disepakati tetap "
            "dapat dilihat.",
            "Batalkan",
        )
        self.app.push_screen(question, self._disagree)

    def _disagree(self, sure: bool | None) -> None:  # noqa: FBT001 - an answer
        def disagree(writer: "Writer") -> str:
            signing.disagree(writer, self.tahun, self.nip)
            return "Kesepakatan dibatalkan. Ctrl+Z mengembalikan."

        if sure:
            self.change(disagree)

    # Lock

    def action_lock(self) -> None:
        """Ask for the day of the signature; say what is missing where it cannot be yet."""
        if self.lembar is None or self._refuse(signing.not_locked(self.lembar.orang)):
            return
        orang, tahun, today = self.lembar.orang, self.tahun, self.skp.today
        value = orang.hasil.ringkas
        about = f"Nilai {value} ditandatangani dan tidak dapat diubah sesudahnya, kecuali dibuka "
        about += "kembali dengan alasan."
        if self.lembar.target_berubah:
            about += f" {self.lembar.target_berubah} target berubah sejak disepakati."
        if lacking := lacks(orang):
            about += f" Perhatikan: {lacking}."

        def judge(day: "date") -> Verdict:
            refusal = signing.not_locked(orang, day)
            refused = "" if refusal is None else refusal.error(orang.nama).kalimat()
            return Verdict(refused, signing.odd_lock(tahun, day, today), about)

        def lock(day: "date", writer: "Writer") -> str:
            signing.lock(writer, tahun, [orang.nip], day)
            return f"Dikunci {shown_date(day)}. B membuka kembali, dengan alasan."

        self._ask_day("Kapan ditandatangani?", "kunci", judge, lock)

    def _ask_day(
        self,
        title: str,
        verb: str,
        judge: "Callable[[date], Verdict]",
        act: "Callable[[date, Writer], str]",
    ) -> None:
        asked = DayScreen(title, verb, self.skp.today, judge)
        self.app.push_screen(asked, lambda day: self.change(partial(act, day)) if day else None)

    def action_reopen(self) -> None:
        """Ask why a locked appraisal is opened again."""
        if self._dikunci is None:
            self.tell("Penilaian ini tidak terkunci; langsung ubah di Isi.", "warning")
        else:
            self.ask_reason("")

    def ask_reason(self, known: str) -> None:
        """Ask for the reason of a reopening."""
        about = "Tulis alasannya; ia tercatat dalam jejak. Nilai yang ditandatangani dapat diubah "
        about += "lagi, lalu dikunci dengan tanggal baru."
        asked = TextScreen(
            f"Buka kembali penilaian {self.nama}",
            about,
            known,
            signing.LONGEST_REASON,
            topic="alasan",
        )
        self.app.push_screen(asked, self._reopen)

    def _reopen(self, alasan: str | None) -> None:
        if alasan is None:
            return
        if not alasan:
            self.tell("Membuka kembali perlu alasan: tulis alasannya.", "warning")
            self.ask_reason("")
            return

        def reopen(writer: "Writer") -> str:
            signing.reopen(writer, self.tahun, self.nip, alasan)
            return "Dibuka kembali; sekarang dapat diubah di Isi."

        self.change(reopen)

    def _refuse(self, halangan: Halangan | None) -> bool:
        """Say why something cannot be; False where it can."""
        if halangan is not None:
            error = halangan.error(self.nama)
            saran = "B membukanya kembali." if self._dikunci is not None else error.saran
            self.tell(f"{error.pesan} {saran}", "warning")
        return halangan is not None
