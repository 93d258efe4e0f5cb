"""Completion of an uraian from what was typed before, in this post first."""

import sqlite3
from collections.abc import Sequence

from textual import on
from textual.message import Message

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.domain.number import shown
from skp_tui.services.catalogue import Katalog, Tersering, read_for, with_usual
from skp_tui.services.entry import Isi
from skp_tui.services.views import Orang, UnitView
from skp_tui.ui.screens.block_saving import BlockSaved
from skp_tui.ui.screens.isi_input import shown_waktu
from skp_tui.ui.screens.isi_saving import IsiSaving
from skp_tui.ui.screens.isi_sheet import CellSaved
from skp_tui.ui.widgets.grid_suggesting import Suggestion, SuggestionTaken

URAIAN = "uraian"
SAID = "Satuan, mutu dan waktunya diisi seperti yang terakhir; Ctrl+Z membatalkan barisnya."


class CatalogueRead(Message):
    """Tell what was typed in a post, and anywhere."""

    def __init__(self, jabatan: str, own: Sequence[Tersering], every: Sequence[Tersering]) -> None:
        super().__init__()
        self.jabatan, self.own, self.every = jabatan, own, every


class IsiCatalogue(IsiSaving):
    """Offer activities while one is typed; read once for each post, in a thread."""

    def __init__(self, view: UnitView, listed: Sequence[Orang], nip: str) -> None:
        super().__init__(view, listed, nip)
        self.katalog = Katalog()
        self._asked: set[str] = set()
        self._taken: dict[str, Kegiatan] = {}
        self._said = False

    def on_mount(self) -> None:
        """Let the grid of activities ask for suggestions."""
        self.sheet("kegiatan").suggest = self.suggestion

    def fill(self) -> None:
        """Show the person, and read what was typed in a post that is new here."""
        super().fill()
        jabatan = self.bagian.jabatan
        if jabatan in self._asked:
            return
        first = not self._asked
        self._asked.add(jabatan)

        def read(
            connection: sqlite3.Connection,
        ) -> tuple[Sequence[Tersering], Sequence[Tersering]]:
            return read_for(connection, jabatan, everything=first)

        self.skp.read(
            self, read, lambda found: CatalogueRead(jabatan, *found), group=f"katalog {jabatan}"
        )

    def on_catalogue_read(self, message: CatalogueRead) -> None:
        """Offer from now on what was read."""
        self.katalog.take(message.jabatan, message.own, message.every)

    def suggestion(self, row_key: str, column_key: str, text: str) -> Suggestion | None:
        """Return what is likely meant by the beginning of an uraian."""
        if column_key != URAIAN:
            return None
        usual = self._likely(row_key, text)
        if usual is None:
            return None
        is_new = self.draft is not None and self.draft[0] == row_key
        return Suggestion(usual.uraian, _along(usual) if is_new else "")

    def _likely(self, row_key: str, text: str) -> Kegiatan | None:
        others = (isi for key, isi in self.entered.items() if key != row_key)
        has = [isi.uraian for isi in others if isinstance(isi, Kegiatan)]
        return self.katalog.suggest(self.bagian.jabatan, text, has)

    @on(SuggestionTaken)
    def take_suggestion(self, message: SuggestionTaken) -> None:
        """Remember which activity was meant, until the row is committed."""
        usual = self.katalog.find(self.bagian.jabatan, message.text)
        if usual is not None:
            self._taken[message.row_key] = usual

    def changed_row(self, key: str, before: Isi, kolom: str, text: str) -> Isi:
        """Fill a new row with what goes with the activity taken over, and say so the first time."""
        new = super().changed_row(key, before, kolom, text)
        usual = self._taken.pop(key, None)
        begins = self.draft is not None and self.draft[0] == key
        if usual is None or not begins or not isinstance(new, Kegiatan):
            return new
        if new.uraian != usual.uraian:
            return new
        filled = with_usual(new, usual)
        if filled != new and not self._said:
            self._said = True
            self.tell(SAID)
        return filled

    def on_cell_saved(self, message: CellSaved) -> None:
        """Take a stored activity into the catalogue."""
        self._learn(self.bagian.nomor, message.new)

    def on_block_saved(self, message: BlockSaved) -> None:
        """Take the stored activities of a block into the catalogue."""
        for row in message.plan.rows:
            self._learn(row.tempat.bagian, row.new)

    def _learn(self, nomor: int, isi: Isi) -> None:
        post = next((part.jabatan for part in self.parts if part.nomor == nomor), None)
        if post is not None and isinstance(isi, Kegiatan):
            self.katalog.add(post, isi)


def _along(usual: Kegiatan) -> str:
    """Say what a new row takes over: ``berkas, mutu 100, 12 bln``."""
    parts = [
        usual.satuan,
        f"mutu {shown(usual.target_kualitas)}" if usual.target_kualitas else "",
        shown_waktu(usual) if usual.target_waktu else "",
    ]
    return ", ".join(part for part in parts if part)
