"""The preview of a copy to many: what everybody gets, who gets nothing and why."""

from abc import abstractmethod
from collections.abc import Hashable, Iterable, Sequence

from skp_tui.domain.search import searchable
from skp_tui.domain.validity import KEGIATAN_DISARANKAN
from skp_tui.services.copying.copying import RencanaSalin, Salinan
from skp_tui.ui.screens.copying.list import CopyList
from skp_tui.ui.screens.copying.rows import (
    crowded,
    people_columns,
    remark_of,
    salinan_row,
    skipped_words,
)
from skp_tui.ui.widgets.grid.grid import Column, Row


class PeoplePreview(CopyList[Salinan]):
    """List who gets what; a mark that is taken away leaves somebody out."""

    whole: RencanaSalin | None = None
    chosen: RencanaSalin | None = None
    """The plan for those who are marked."""
    _left_out: tuple[Salinan, ...] = ()
    _notes: tuple[str, ...] = ()
    _skipped = ""

    @abstractmethod
    def heading(self, chosen: RencanaSalin) -> str:
        """Say how many get how much."""

    def prepare(self, rencana: RencanaSalin, others: Iterable[Salinan], width: int) -> None:
        """Write the lines of a plan ahead, in the thread that made it."""
        self._left_out = (*rencana.dilewati, *others)
        self._skipped = skipped_words(satu.alasan for satu in self._left_out)
        self.write_lines(rencana.penerima, width, True)  # noqa: FBT003 - marked
        self.write_lines(self._left_out, width, False)  # noqa: FBT003 - not marked

    def show_plan(self, rencana: RencanaSalin) -> None:
        """Show a plan: who gets something first, with a mark, then the others."""
        self.whole = rencana
        self.list.marked = {satu.nip for satu in rencana.penerima}
        self.after_marks()
        self.show_items([*rencana.penerima, *self._left_out])

    def after_marks(self) -> None:
        """Count again for those who are marked."""
        if self.whole is not None:
            self.chosen = self.whole.only(self.list.marked)
            self._notes = tuple(_notes(self.chosen.penerima))

    def copies_nothing(self) -> bool:
        """Say whether nobody who gets something is marked."""
        return self.chosen is not None and not self.chosen.jumlah

    def about(self) -> Sequence[str]:
        """Say how many get how much, and who is left out and why."""
        if self.chosen is None:
            return ("",)
        skipped = (self._skipped,) if self._skipped else ()
        return (self.heading(self.chosen), *skipped, *self._notes)

    def foot(self) -> str:
        """Say what the keys do with the marks."""
        return f"{len(self.list.marked)} ditandai (*); Spasi melepas yang tidak ikut"

    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a width."""
        # a mark that is taken away says so: the columns stay as they are then
        return people_columns(width, (remark_of(satu, marked=False) for satu in self.list.items))

    def key_of(self, item: Salinan) -> str:
        """Return the NIP."""
        return item.nip

    def text_of(self, item: Salinan) -> str:
        """Return name, NIP, post, and why somebody gets nothing."""
        return searchable(item.pegawai.nama, item.nip, item.jabatan, item.alasan)

    def row_of(self, item: Salinan, *look: Hashable) -> Row:
        """Return the line of a person."""
        return salinan_row(item, int(str(look[0])), marked=bool(look[1]))

    def why_not(self, item: Salinan) -> str:
        """Say why somebody gets nothing."""
        return "" if item.baru else f"{item.pegawai.nama}: {item.alasan or 'tidak ada yang baru'}."


def _notes(who: Sequence[Salinan]) -> Iterable[str]:
    if agreed := sum(satu.disepakati for satu in who):
        yield f"{agreed} sudah disepakati: targetnya berubah."
    if begun := sum(satu.berealisasi for satu in who):
        yield f"{begun} sudah punya realisasi: belum lengkap lagi sampai terisi."
    if many := sum(map(crowded, who)):
        yield f"{many} menjadi lebih dari {KEGIATAN_DISARANKAN} kegiatan yang disarankan."
