"""An answer that is a NIP: shown in its groups as everywhere else, given as its bare digits."""

from skp_tui.domain.nip import StatusPegawai, digits_in, is_bare_nip, shown_nip
from skp_tui.domain.text import clean
from skp_tui.exchange.values import nip_fault
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
        # the status may be answered later, and that of a PPPK allows the most
        reason = nip_fault(self.answer, StatusPegawai.PPPK) if self.answer else None
        if reason is not None:
            self.post_message(self.Doubted(reason))


def grouped(text: str) -> str:
    """Return a NIP in its groups, anything else as it is."""
    return shown_nip(digits_in(text)) if is_bare_nip(text) else text
