"""One question of a form: its label, an example, its choices, and why its answer was refused."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from skp_tui.domain.text import clean
from skp_tui.errors import Problem
from skp_tui.record import record
from skp_tui.ui.safe import safe, safe_lines
from skp_tui.ui.widgets.lines import line

LONGEST: Final = 300
NOT_KNOWN: Final = "–"


@record
class Pilihan:
    """One possible answer: what is stored, and the words it is shown with."""

    kunci: str
    teks: str


def choices(pairs: Sequence[tuple[str, str]]) -> tuple[Pilihan, ...]:
    """Return possible answers from pairs of what is stored and what is shown."""
    return tuple(Pilihan(kunci, teks) for kunci, teks in pairs)


@record
class Field:
    """One question: ``nama`` is the column of its answer, ``contoh`` stands in it while empty.

    With ``pilihan`` the answer is one of them, found by typing; ``bebas`` allows others too;
    ``langsung`` takes the one that begins with a typed sign at once.
    ``tetap`` is only shown, ``panjang`` has several lines, ``nip`` is shown in its groups.
    ``judul`` is the heading that stands before it.
    """

    nama: str
    label: str
    contoh: str = ""
    penjelasan: str = ""
    pilihan: tuple[Pilihan, ...] = ()
    bebas: bool = False
    langsung: bool = False
    wajib: bool = False
    tetap: bool = False
    panjang: bool = False
    nip: bool = False
    judul: str = ""

    def begun_by(self, sign: str) -> Pilihan | None:
        """Return the possible answer that begins with a sign."""
        return next((satu for satu in self.pilihan if sign and satu.teks.startswith(sign)), None)

    def words(self, value: str) -> str:
        """Return the words of an answer."""
        found = (satu.teks for satu in self.pilihan if satu.kunci == value)
        return next(found, value)


class Entry(Widget):
    """Where an answer is given; a message of it names itself."""

    field: Field

    class Finished(Message):
        """Tell that Enter ended an answer."""

    class Altered(Message):
        """Tell that an answer is another one now."""

        def __init__(self, entry: "Entry") -> None:
            super().__init__()
            self.entry = entry

    class Doubted(Message):
        """Tell why an answer would be refused, before the form is stored."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    @property
    def answer(self) -> str:
        """Return the answer as it is stored."""
        raise NotImplementedError

    def put(self, value: str) -> None:
        """Give the answer that is known already."""
        raise NotImplementedError


class TextEntry(Input, Entry):
    """An answer that is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "select_all", show=False)]

    def __init__(self, field: Field, value: str) -> None:
        example = f"misalnya {field.contoh}" if field.contoh else ""
        super().__init__(
            clean(value), placeholder=example, max_length=LONGEST, select_on_focus=False,
            compact=True,
        )  # fmt: skip
        self.field = field
        self.cursor_blink = False

    @property
    def answer(self) -> str:
        """Return what was typed, without harmful signs."""
        return clean(self.value)

    def put(self, value: str) -> None:
        """Show another text."""
        self.value = clean(value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the form."""
        event.stop()
        self.post_message(self.Altered(self))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next question."""
        event.stop()
        self.post_message(self.Finished())


class ChoiceEntry(Entry, can_focus=True):
    """An answer that is chosen: typing searches, Delete takes it away."""

    class Searched(Message):
        """Tell that a choice is to be made, beginning with a typed sign."""

        def __init__(self, entry: "ChoiceEntry", typed: str) -> None:
            super().__init__()
            self.entry, self.typed = entry, typed

    def __init__(self, field: Field, value: str) -> None:
        super().__init__()
        self.field = field
        self._value = value

    @property
    def answer(self) -> str:
        """Return the key of what was chosen."""
        return self._value

    def put(self, value: str) -> None:
        """Show another choice."""
        if value != self._value:
            self._value = value
            self.refresh()
            self.post_message(self.Altered(self))

    def render(self) -> RenderResult:
        """Draw the chosen words, with a hint where the keyboard is."""
        shown = safe(self.field.words(self._value) or NOT_KNOWN)
        if self.has_focus:
            shown.append("  ")
            many = len(self.field.pilihan)
            hint = f"ketik 1–{many}" if self.field.langsung else "ketik untuk mencari"
            shown.append(hint, style="italic")
        return shown

    def on_key(self, event: events.Key) -> None:
        """Search with what is typed."""
        if event.key == "enter":
            self.post_message(self.Finished())
        elif event.key in {"delete", "backspace"} and not self.field.wajib:
            self.put("")
        elif event.is_printable and event.character is not None:
            self.post_message(self.Searched(self, event.character.strip()))
        else:
            return
        event.stop()
        event.prevent_default()

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Take every printable key as the beginning of a search."""
        return character is not None and character.isprintable()


class FieldRow(Horizontal):
    """A label with its answer; the reason why that was refused comes under it when there is one.

    Heading, reason and explanation are neighbours, not children: a form of a person has twenty
    rows, and every widget costs time on an old machine.
    """

    def __init__(self, field: Field, value: str) -> None:
        super().__init__(classes="field long" if field.panjang else "field")
        self.field = field
        self.entry: Entry | None = None if field.tetap else entry_of(field, value)
        self._value = value
        self._fault: Static | None = None
        self.refused = ""

    def compose(self) -> ComposeResult:
        """Yield label and answer."""
        star = " *" if self.field.wajib and not self.field.tetap else ""
        yield Static(line(f"{self.field.label}{star}"), classes="field-label")
        if self.entry is None:
            yield Static(safe(self.field.words(self._value) or NOT_KNOWN), classes="field-fixed")
        else:
            yield self.entry

    def with_neighbours(self, *, explained: bool) -> Iterator[Widget]:
        """Yield the heading before the row, the row, and its explanation."""
        if self.field.judul:
            yield Static(line(self.field.judul, "bold"), classes="field-heading")
        yield self
        if explained:
            yield Static(safe_lines(self.field.penjelasan), classes="field-about")

    def on_entry_doubted(self, message: Entry.Doubted) -> None:
        """Show why the answer would be refused."""
        message.stop()
        if message.reason != self.refused:
            self.refuse(message.reason)

    def refuse(self, reason: str) -> None:
        """Show why the answer was refused; an empty text takes the reason away."""
        if self._fault is not None:
            self._fault.remove()
            self._fault = None
        self.refused = reason
        if reason and isinstance(self.parent, Widget):
            self._fault = Static(safe_lines(f"! {reason}"), classes="fault")
            self.parent.mount(self._fault, after=self)


def show_refusals(rows: Mapping[str, FieldRow], problems: Iterable[Problem]) -> bool:
    """Show each reason beside its field, no other; say whether the same stood there before."""
    before = {nama: row.refused for nama, row in rows.items()}
    reasons = {satu.kolom: satu.pesan for satu in problems}
    for nama, row in rows.items():
        row.refuse(reasons.get(nama, ""))
    return before == {nama: row.refused for nama, row in rows.items()}


def entry_of(field: Field, value: str) -> Entry:
    """Return where the answer to a question is given."""
    if field.pilihan and not field.bebas:
        return ChoiceEntry(field, value)
    if field.panjang:
        from skp_tui.ui.screens.form.long import LongEntry  # noqa: PLC0415 - needs this module

        return LongEntry(field, value)
    if field.nip:
        from skp_tui.ui.screens.form.nip import NipEntry  # noqa: PLC0415 - needs this module

        return NipEntry(field, value)
    return TextEntry(field, value)
