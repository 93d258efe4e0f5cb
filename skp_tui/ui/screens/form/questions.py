"""Questions under each other: asked, walked through, answered by typing or from a list."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from textwrap import wrap
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from skp_tui.domain.text import clean
from skp_tui.ui.screens.form.field import ChoiceEntry, Entry, Field, FieldRow
from skp_tui.ui.screens.form.help import FormHelp
from skp_tui.ui.screens.form.pick import PickScreen
from skp_tui.ui.screens.form.press import Press
from skp_tui.ui.widgets.lines import Lines, joined, line, titled

NOTE_LINES = 2

Answers = dict[str, str]


class QuestionsScreen(FormHelp):
    """Show some questions with what is known, and go from one to the next.

    A subclass gives its questions to ``ask`` when it knows them, and may let one answer bring
    others along in ``follow``.
    """

    SAVE = "Simpan"
    EXPLAIN: ClassVar[bool] = False
    """Whether every explanation stands under its field, not only that of the present one."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._asked: Answers = {}
        self.hold("ask")

    def title_text(self) -> Text:
        """Name what is asked about."""
        return titled(*self._title.split(" · "))

    def content(self) -> ComposeResult:
        """Yield the questions and the explanation of the one that has the keyboard."""
        yield VerticalScroll(id="form", can_focus=False)
        yield Lines(self._note, id="form-note")

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
        """Return the answers that differ from what was known; none while they are not asked yet."""
        answers = self.answers().items()
        return {nama: text for nama, text in answers if text != self._asked.get(nama, text)}

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
        lines = wrap(clean(words), width)[:NOTE_LINES]
        return joined([line(one) for one in lines], "\n")

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
