"""The form of one dated note: of a kegiatan, or of a person's perilaku."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from skp_tui.domain.dates import editable_date
from skp_tui.domain.number import editable
from skp_tui.domain.progress import Catatan, Rentang
from skp_tui.domain.text import clean
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.form.field import Field
from skp_tui.ui.screens.form.form import Answers, FormScreen

if TYPE_CHECKING:
    from skp_tui.services.base.editing import Tersimpan
    from skp_tui.storage.transactions.writer import Writer

Store = Callable[["Writer", Answers], "Tersimpan"]

ABOUT_DAY = "Kapan terjadinya, dalam tahun atau bagian tahun yang dinilai."


class NoteScreen(FormScreen):
    """Ask for a note; a new one begins with today, or the nearest day that it may have."""

    def __init__(
        self, title: str, catatan: Catatan | None, store: Store, satuan: str | None = None
    ) -> None:
        super().__init__(title)
        self._catatan, self._store, self._satuan = catatan, store, satuan

    def help_pages(self) -> tuple[str, ...]:
        """Return the page of the book that the note belongs to."""
        return (Room.CATATAN if self._satuan is None else Room.KEMAJUAN, *super().help_pages())

    def begin_on(self, today: date, rentang: Rentang) -> "NoteScreen":
        """Choose the day that a new note begins with."""
        self._catatan = self._catatan or Catatan(0, rentang.terdekat(today))
        return self

    def on_mount(self) -> None:
        """Ask."""
        stored = self._catatan
        known = {} if stored is None else {
            "tanggal": editable_date(stored.tanggal),
            "jumlah": editable(stored.jumlah),
            "isi": stored.isi,
            "bukti": stored.bukti,
        }  # fmt: skip
        fields = [Field("tanggal", "Tanggal", "31-03-2017", ABOUT_DAY, wajib=True)]
        if self._satuan is None:
            fields.append(
                Field("isi", "Uraian", "membantu rekan yang sakit",
                      "Perilaku yang dilihat, baik atau kurang; apa adanya.",
                      wajib=True, panjang=True)
            )  # fmt: skip
        else:
            fields.extend(_of_progress(clean(self._satuan)))
        self.ask(fields, known)

    def store(self, writer: "Writer", answers: Answers) -> "Tersimpan":
        """Store the note."""
        return self._store(writer, answers)

    def after_stored(self) -> None:
        """Say so, and let the other screens count it."""
        self.skp.tell("Catatan tersimpan. Ctrl+Z membatalkan.")
        self.skp.reload_screens()


def _of_progress(satuan: str) -> list[Field]:
    amount = f"Berapa {satuan or 'hasil'} yang selesai; kosongkan bila hanya catatan."
    return [
        Field("jumlah", "Jumlah", "12", amount),
        Field("isi", "Catatan", "berkas bulan Maret", "Apa yang dikerjakan, dengan kata sendiri."),
        Field("bukti", "Bukti", "SK 800/12/2017 atau E:\\bukti\\maret.pdf",
              "Nomor surat, atau tempat berkasnya; hanya dicatat, tidak dibuka."),
    ]  # fmt: skip
