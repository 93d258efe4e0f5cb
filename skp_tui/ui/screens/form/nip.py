"""An answer that is a NIP: shown in its groups as everywhere else, given as its bare digits."""

from skp_tui.domain.nip import (
    NipError,
    StatusPegawai,
    digits_in,
    is_bare_nip,
    parse_nip,
    shown_nip,
)
from skp_tui.domain.text import clean
from skp_tui.ui.screens.form.field import Field, TextEntry


class NipEntry(TextEntry):
    """Groups the 18 digits as soon as they are left; what is no NIP stays as typed, and says so."""

    def __init__(self, field: Field, value: str) -> None:
        super().__init__(field, grouped(value))

    @property
    def answer(self) -> str:
        """Return the bare digits of a NIP, so that no way to write it makes it another answer."""
        text = clean(self.value)
        return digits_in(text) if is_bare_nip(text) else text

    def put(self, value: str) -> None:
        """Show another NIP in its groups."""
        super().put(grouped(value))

    def on_blur(self) -> None:
        """Group what was typed in one piece; a wrong one is told before the rest is typed."""
        if (text := grouped(self.value)) != self.value:
            with self.prevent(TextEntry.Changed):
                self.value = text
        if reason := why_no_nip(self.answer):
            self.post_message(self.Doubted(reason))


def why_no_nip(text: str) -> str:
    """Return why a text is nobody's NIP; nothing for none, or for what some status allows."""
    try:
        if text:
            # the status may be answered later, and that of a PPPK allows the most
            parse_nip(text, StatusPegawai.PPPK)
    except NipError as error:
        return str(error)
    return ""


def grouped(text: str) -> str:
    """Return a NIP in its groups, anything else as it is."""
    return shown_nip(digits_in(text)) if is_bare_nip(text) else text
