"""The one form: questions under each other, stored as a whole, each refusal beside its field."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from skp_tui.errors import Problem
from skp_tui.services.editing import Tersimpan
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.form.field import ChoiceEntry, Entry, Field, FieldRow, Press, show_refusals
from skp_tui.ui.screens.form.help import FormHelp
from skp_tui.ui.screens.form.messages import FormFailed, FormStored, store_or_judge
from skp_tui.ui.screens.form.pick import PickScreen
from skp_tui.ui.screens.frame.ask import Choice, ChooseScreen
from skp_tui.ui.screens.frame.headline import UNSAVED
from skp_tui.ui.widgets.lines import Lines, line, titled

if TYPE_CHECKING:
    from skp_tui.storage.writer import Writer

PLACE = "formulir"
NOTE_LINES = 2
STILL_REFUSED = "Belum disimpan: perbaiki dahulu isian yang diberi tanda !."
LEAVING = (
    Choice("simpan", line("S  Simpan"), "s"),
    Choice("buang", line("B  Buang yang diketik"), "b"),
)

Answers = dict[str, str]


class FormScreen(FormHelp):
    """Ask some questions and store the answers together.

    A subclass has a title, gives its questions to ``ask`` when it knows them, stores the answers in
    ``store`` (in the writer's thread) and may follow them in ``follow``.
    """

    room = Room.FORM
    BINDINGS = bindings_of(Room.FORM)
    SAVE = "Simpan"
    EXPLAIN: ClassVar[bool] = False
    """Whether every explanation stands under its field, not only that of the present one."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._asked: Answers = {}
        self._busy = False
        self._dropped = False
        self.hold("ask")

    def title_text(self) -> Text:
        """Name what is asked about."""
        return titled(*self._title.split(" · "))

    def saving_text(self, *, timed: bool = True) -> str:
        """Return the state of saving; what is typed here is stored with the whole form only."""
        typed = (text != self._asked.get(nama, text) for nama, text in self.answers().items())
        if not self._busy and not self.skp.saving.failed and any(typed):
            return UNSAVED
        return super().saving_text(timed=timed)

    def content(self) -> ComposeResult:
        """Yield the questions and the explanation of the one that has the keyboard."""
        yield VerticalScroll(id="form", can_focus=False)
        yield Lines(self._note, id="form-note")

    # The questions

    def ask(
        self, fields: Iterable[Field], values: Mapping[str, str], after: Sequence[Widget] = ()
    ) -> None:
        """Show the questions with what is known, and begin with the first that must be answered."""
        rows = [FieldRow(field, values.get(field.nama, "")) for field in fields]
        shown = [part for row in rows for part in row.with_neighbours(explained=self.EXPLAIN)]
        form = self.query_one("#form")
        form.remove_children()
        form.mount_all([*shown, Press(self.SAVE, id="save"), *after])
        self._asked = {row.field.nama: row.entry.answer for row in rows if row.entry is not None}
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        entries = list(self.entries.values())
        open_ones = (entry for entry in entries if entry.field.wajib and not entry.answer)
        if entries:
            self.set_focus(next(open_ones, entries[0]))
        self.let_go("ask")

    @property
    def rows(self) -> dict[str, FieldRow]:
        """Return the questions by the names of their fields."""
        return {row.field.nama: row for row in self.query(FieldRow)}

    @property
    def entries(self) -> dict[str, Entry]:
        """Return where the answers are given."""
        return {nama: row.entry for nama, row in self.rows.items() if row.entry is not None}

    def answers(self) -> Answers:
        """Return all answers as they stand now."""
        return {nama: entry.answer for nama, entry in self.entries.items()}

    def changed(self) -> Answers:
        """Return the answers that differ from what was known."""
        return {nama: text for nama, text in self.answers().items() if text != self._asked[nama]}

    def note(self) -> str:
        """Return what stands under the form where a question has no explanation."""
        return "* wajib diisi. Enter ke isian berikut; Ctrl+S menyimpan semuanya."

    def _note(self, width: int) -> Text:
        entry = self.focused
        field = entry.field if isinstance(entry, Entry) else None
        words = self.note()
        if field is not None and field.penjelasan and not self.EXPLAIN:
            words = field.penjelasan
            if field.pilihan and field.bebas:
                words = f"{words} F2 memilih dari daftar."
        return Text("\n".join(wrap(words, width)[:NOTE_LINES]), end="")

    # Keys

    def on_descendant_focus(self) -> None:
        """Explain the question that has the keyboard now."""
        self.query_one("#form-note", Lines).refresh()

    def on_key(self, event: events.Key) -> None:
        """Walk through the questions with the arrows too."""
        if event.key in {"up", "down"}:
            event.stop()
            self._walk(1 if event.key == "down" else -1)

    @on(Entry.Finished)
    def _go_on(self) -> None:
        self._walk(1)

    def _walk(self, step: int) -> None:
        found = [widget for widget in self.focus_chain if isinstance(widget, Entry | Press)]
        if self.focused not in found:
            return
        place = found.index(self.focused) + step
        if 0 <= place < len(found):
            self.set_focus(found[place])

    @on(ChoiceEntry.Searched)
    def _search(self, message: ChoiceEntry.Searched) -> None:
        if not message.entry.field.langsung:
            self._pick(message.entry, message.typed)
        elif found := message.entry.field.begun_by(message.typed):
            self._take(message.entry, found.kunci)

    def action_pick_value(self) -> None:
        """Choose the answer from a list."""
        entry = self.focused
        if isinstance(entry, Entry) and entry.field.pilihan:
            self._pick(entry, "")
        else:
            self.tell("Isian ini diketik saja; tidak ada daftarnya.")

    def _pick(self, entry: Entry, typed: str) -> None:
        picker = PickScreen(
            entry.field.label, entry.field.pilihan, typed=typed, current=entry.answer
        )
        self.app.push_screen(picker, partial(self._take, entry))

    def _take(self, entry: Entry, value: str | None) -> None:
        if value is not None:
            entry.put(value)
            self._walk(1)

    @on(Entry.Altered)
    def _altered(self, message: Entry.Altered) -> None:
        row = self.rows.get(message.entry.field.nama)
        if row is not None and row.refused:
            row.refuse("")
        self.follow(message.entry.field.nama)
        self.update_headline()

    def follow(self, nama: str) -> None:
        """Fill in other answers that follow from one."""

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
        if missing or self.changed():
            self._write(missing)
        else:
            self.dismiss()

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
