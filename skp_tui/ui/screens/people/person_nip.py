"""A mistyped NIP, corrected everywhere at once."""

from typing import TYPE_CHECKING

from skp_tui.domain.nip import shown_nip
from skp_tui.errors import InputError, Problem
from skp_tui.services.base.editing import Tersimpan, correct_nip
from skp_tui.storage.reading.records import Rekaman
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.form.field import Field
from skp_tui.ui.screens.form.form import Answers, FormScreen

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer


class NipScreen(FormScreen):
    """Ask for the right NIP of one person."""

    SUBJECT = Room.PEGAWAI

    def __init__(self, pegawai: Rekaman) -> None:
        super().__init__(f"Betulkan NIP · {pegawai['nama'] or ''}")
        self._pegawai = pegawai

    def on_mount(self) -> None:
        """Ask."""
        self.ask(
            [
                Field("nama", "Nama", tetap=True),
                Field("lama", "NIP sekarang", tetap=True),
                Field(
                    "nip", "NIP yang benar", "19670412 199403 1 005", wajib=True, nip=True,
                    penjelasan="Isian, penilai dan riwayatnya ikut; yang terkunci tidak diubah.",
                ),
            ],
            {"nama": self._pegawai["nama"] or "", "lama": shown_nip(self._pegawai["nip"] or "")},
        )  # fmt: skip

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Correct it wherever it stands."""
        try:
            correct_nip(writer, self._pegawai["nip"] or "", answers["nip"])
        except InputError as error:
            return Tersimpan((Problem(error.kalimat(), kolom="nip"),))
        return Tersimpan()

    def after_stored(self) -> None:
        """Say so."""
        self.skp.tell("NIP dibetulkan di semua tempat. Ctrl+Z membatalkan.")
