"""The one form: its questions are stored as a whole, each refusal beside its field."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on

from skp_tui.errors import Problem
from skp_tui.services.base.editing import Tersimpan
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.form.field import show_refusals
from skp_tui.ui.screens.form.messages import FormFailed, FormStored, store_or_judge
from skp_tui.ui.screens.form.press import Press
from skp_tui.ui.screens.form.questions import Answers, QuestionsScreen
from skp_tui.ui.screens.frame.ask import AskScreen, Choice, ChooseScreen
from skp_tui.ui.screens.frame.headline import UNSAVED
from skp_tui.ui.widgets.lines import line

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

__all__ = ["Answers", "FormScreen"]

PLACE = "formulir"
STILL_REFUSED = "Belum disimpan: perbaiki dahulu isian yang diberi tanda !."
LEAVING = (
    Choice("simpan", line("S  Simpan"), "s", "ctrl+s"),
    Choice("buang", line("B  Buang yang diketik"), "b"),
)


class FormScreen(QuestionsScreen):
    """Ask some questions and store the answers together.

    A subclass has a title, gives its questions to ``ask`` when it knows them, stores the answers in
    ``store`` (in the writer's thread) and may follow them in ``follow``.
    """

    room = Room.FORM
    BINDINGS = bindings_of(Room.FORM)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._busy = False
        self._dropped = False

    def saving_text(self, *, timed: bool = True) -> str:
        """Return the state of saving; what is typed here is stored with the whole form only."""
        if not self._busy and not self.skp.saving.failed and self.changed():
            return UNSAVED
        return super().saving_text(timed=timed)

    # Storing

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store the answers; runs in the writer's thread and touches no widget."""
        raise NotImplementedError

    def prepared(self) -> Answers:
        """Return what is handed to ``store``."""
        return self.answers()

    def after_stored(self) -> None:
        """Do what follows once all is stored; the form is closed then."""

    @on(Press.Pressed, "#save")
    def action_save_form(self) -> None:
        """Store the form, or show all that is missing and all that is wrong at once."""
        if self._busy:
            return
        missing = [
            Problem("isi dahulu", kolom=nama)
            for nama, entry in self.entries.items()
            if entry.field.wajib and not entry.answer
        ]
        asked = None if missing else self.question()
        if asked is not None:
            self.app.push_screen(asked, self.store_if)
        elif missing or self.changed():
            self._write(missing)
        else:
            self.dismiss()

    def question(self) -> AskScreen | None:
        """Return what is asked before these answers are stored, None where nothing is."""
        return None

    def store_if(self, sure: bool | None) -> None:  # noqa: FBT001 - an answer
        """Store the answers where they are meant as they stand."""
        if sure:
            self._write([])

    def _write(self, missing: Sequence[Problem]) -> None:
        self._busy = True
        self.hold("store")
        answers = self.prepared()
        refused: list[Problem] = []

        def store(writer: "Writer") -> Tersimpan:
            return self.store(writer, answers)

        self.skp.write(
            self, lambda writer: store_or_judge(writer, store, missing, refused),
            place=PLACE, saved=FormStored,
            failed=lambda reason: FormFailed(reason, tuple(refused)),
        )  # fmt: skip

    def refuse(self, problems: Sequence[Problem]) -> None:
        """Show each reason beside its field and go to the first."""
        again = show_refusals(rows := self.rows, problems)
        refused = [row for row in rows.values() if row.refused and row.entry is not None]
        if refused:
            self.set_focus(refused[0].entry)
            self.call_after_refresh(refused[0].scroll_visible, animate=False)
            if again:
                self.tell(STILL_REFUSED, "warning")
        for satu in problems:
            if satu.kolom not in rows:
                self.tell(satu.kalimat(), "error")

    def on_form_stored(self, message: FormStored) -> None:
        """Close the form and say what looks odd."""
        self._busy = False
        for satu in message.peringatan:
            self.skp.tell(satu.kalimat())
        self._asked = self.answers()
        self.dismiss()
        self.skp.home.reload()
        self.after_stored()
        self.skp.settle()
        self.skp.resume_keys()

    def on_form_failed(self, message: FormFailed) -> None:
        """Keep the form open with the reasons."""
        self._busy = False
        if message.ditolak:
            self.refuse(message.ditolak)
        else:
            self.tell(message.reason, "error")
        self.skp.drop_keys()
        self.let_go("store")
        # the state of saving was drawn while the form was still on its way
        self.update_headline()

    # Leaving

    def close_edit(self) -> bool:
        """Say whether nothing typed would be lost."""
        return self._dropped or not self.changed()

    def drop_edit(self) -> None:
        """Give up what was typed."""
        self._dropped = True

    def waits_for_answer(self) -> bool:
        """Say whether the form is on its way to the disk."""
        return self._busy

    def action_go_back(self) -> None:
        """Leave; ask first when something typed would be lost."""
        if self._busy:
            return
        if self.close_edit():
            self.dismiss()
            return
        question = ChooseScreen("Yang diketik belum disimpan", LEAVING, topic="keluar")
        self.app.push_screen(question, self._leave_as_told)

    def _leave_as_told(self, chosen: str | None) -> None:
        if chosen == "simpan":
            self.action_save_form()
        elif chosen == "buang":
            self._dropped = True
            self.dismiss()
