"""What the screens of dated notes share: whose they are, and adding, changing, removing one."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from skp_tui.domain.dates import shown_date
from skp_tui.services.base.views import Orang
from skp_tui.services.entry.notes import remove_note
from skp_tui.ui.screens.frame.changing import Changing
from skp_tui.ui.screens.lists.table import PeopleGrid

if TYPE_CHECKING:
    from skp_tui.domain.appraisal import Penilaian
    from skp_tui.domain.progress import Catatan
    from skp_tui.storage.transactions.writer import Writer
    from skp_tui.ui.screens.notes.form import NoteScreen

NONE_HERE = "Belum ada catatan pada tahun ini. Ctrl+N menambah yang pertama."
LOCKED = "Penilaian ini sudah dikunci; catatannya hanya dapat dibaca."


class NotesDesk(Changing):
    """Hold one person's notes; a form adds and changes them."""

    READS_ANEW = True

    def __init__(self, orang: Orang) -> None:
        super().__init__()
        self.penilaian: Penilaian = orang.penilaian
        self.hold("read")

    @property
    def tahun(self) -> int:
        """Return the year."""
        return self.penilaian.tahun

    @property
    def nip(self) -> str:
        """Return whose notes they are."""
        return self.penilaian.pegawai.nip

    @property
    def nama(self) -> str:
        """Return his name."""
        return self.penilaian.pegawai.nama

    @property
    def locked(self) -> bool:
        """Say whether the appraisal is signed and so read-only."""
        return self.penilaian.terkunci

    @property
    def notes(self) -> PeopleGrid:
        """Return the list of notes."""
        return self.query_one("#note-list", PeopleGrid)

    def state_text(self) -> str:
        """Say that nothing can be changed where it is so."""
        return "terkunci" if self.locked else ""

    def undoes_of(self) -> str:
        """Return the NIP of whose notes they are."""
        return self.nip

    # What a subclass says of its notes

    @abstractmethod
    def chosen(self) -> "Catatan | None":
        """Return the note of the cursor."""

    @abstractmethod
    def form(self, catatan: "Catatan | None") -> "NoteScreen | None":
        """Return the form of a note or of a new one; None where there is nothing to note."""

    @abstractmethod
    def about(self) -> str:
        """Name what the notes are about, as the trail does."""

    # Adding, changing, removing

    def action_new_note(self) -> None:
        """Add a note."""
        self._open(None)

    def action_edit_note(self) -> None:
        """Change the note of the cursor."""
        catatan = self.chosen()
        if catatan is None:
            self.tell(NONE_HERE)
        else:
            self._open(catatan)

    def _open(self, catatan: "Catatan | None") -> None:
        if self.locked:
            self.tell(LOCKED, "warning")
            return
        form = self.form(catatan)
        if form is not None:
            self.app.push_screen(form)

    def action_remove_note(self) -> None:
        """Remove the note of the cursor; undo brings it back, so nothing is asked."""
        catatan = self.chosen()
        if self.locked:
            self.tell(LOCKED, "warning")
        elif catatan is None:
            self.tell("Tidak ada catatan pada kursor.")
        else:
            nama, about = self.nama, self.about()
            words = f"Catatan {shown_date(catatan.tanggal)} dihapus. Ctrl+Z mengembalikannya."

            def remove(writer: "Writer") -> str:
                remove_note(writer, nama, catatan, about)
                return words

            self.change(remove)
