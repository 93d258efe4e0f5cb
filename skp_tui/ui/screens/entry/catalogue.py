"""Completion of an uraian from what was typed before, in this post first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.domain.kinerja import BarisIndikator, HasilKerja
from skp_tui.domain.number import shown
from skp_tui.domain.rows import URAIAN
from skp_tui.services.entry.catalogue import Katalog, Terketik, read_for, text_of, with_usual
from skp_tui.ui.screens.cells.isi_input import shown_waktu
from skp_tui.ui.screens.cells.sheet import CellSaved, place_of
from skp_tui.ui.widgets.grid.suggesting import Suggestion
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from skp_tui.services.entry.catalogue import Temuan
    from skp_tui.services.entry.entry import Isi
    from skp_tui.ui.screens.cells.block_saving import BlockSaved
    from skp_tui.ui.screens.entry.screen import EntryScreen
    from skp_tui.ui.widgets.grid.suggesting import SuggestionTaken

SAID: Final[Mapping[type[Terketik], str]] = {
    Kegiatan: "Satuan, mutu dan waktunya diisi seperti yang terakhir; Ctrl+Z membatalkan barisnya.",
    BarisIndikator: "Aspek dan satuannya diisi seperti yang terakhir; Ctrl+Z membatalkan barisnya.",
}
"""What is said the first time that more than a text is taken over."""


class Catalogue:
    """Offer texts while one is typed; read once for each post, in a thread.

    It is read anew when a text may have gone that only stood there: undone, corrected, removed.
    """

    def __init__(self, screen: EntryScreen) -> None:
        self._screen, self._desk = screen, screen.desk
        self._known = {jenis: Katalog() for jenis in screen.learnt}
        self._asked: set[str] = set()
        self._wanted = self._shown = 0
        self._since: list[tuple[str, Terketik]] = []
        self._taken: dict[str, Terketik] = {}
        self._given_up: set[str] = set()
        self._said = False

    def read(self) -> None:
        """Read what was typed in the post that is shown, if it is new here."""
        jabatan = self._desk.bagian.jabatan
        if jabatan in self._asked:
            return
        first, kinds, putaran = not self._asked, tuple(self._known), self._wanted
        self._asked.add(jabatan)

        def read(connection: sqlite3.Connection) -> Temuan:
            return read_for(connection, jabatan, kinds, everything=first)

        self._screen.skp.read(
            self._screen,
            read,
            calling(partial(self._take, jabatan, putaran)),
            group=f"katalog {jabatan}",
        )

    def read_anew(self) -> None:
        """Read again what is stored; what was read before is offered until the answer is there."""
        self._wanted += 1
        self._asked.clear()
        self._since.clear()
        self.read()

    def _take(self, jabatan: str, putaran: int, found: Temuan) -> None:
        """Offer from now on what was read; ``putaran`` tells readings anew apart."""
        if putaran < self._wanted:
            return
        if putaran > self._shown:
            self._shown = putaran
            self._known = {jenis: Katalog() for jenis in self._known}
            for post, isi in self._since:
                self._known[type(isi)].add(post, isi)
        for jenis, (own, every) in found.items():
            self._known[jenis].take(jabatan, own, every)

    def suggestion(self, row_key: str, column_key: str, text: str) -> Suggestion | None:
        """Return what is likely meant by the beginning of an uraian."""
        known = self._of_row(row_key, column_key)
        if known is None:
            return None
        usual = known.suggest(self._desk.bagian.jabatan, text, list(self._beside(row_key)))
        if usual is None:
            return None
        along = _along(usual) if self._desk.is_new_row(row_key) else ""
        return Suggestion(text_of(usual), along)

    def _of_row(self, row_key: str, column_key: str) -> Katalog | None:
        """Return what was typed into rows of the same kind, None for a cell that is no uraian."""
        isi = self._desk.entered.get(row_key)
        return self._known.get(type(isi)) if column_key == URAIAN else None  # type: ignore[arg-type]  # any kind may ask

    def _beside(self, row_key: str) -> Iterator[str]:
        """Yield the texts of the rows of the same kind, of indicators those of the same result."""
        entered = self._desk.entered
        mine = entered[row_key]
        for key, isi in entered.items():
            if key != row_key and type(isi) is type(mine) and _owner(isi) == _owner(mine):
                yield text_of(isi)

    def remember(self, message: SuggestionTaken) -> None:
        """Remember which row was meant, until the one that is typed is committed."""
        known = self._of_row(message.row_key, message.column_key)
        usual = known.find(self._desk.bagian.jabatan, message.text) if known else None
        if usual is not None:
            self._taken[message.row_key] = usual

    def completed(self, key: str, before: Isi, kolom: str, new: Isi) -> Isi:
        """Return a changed row with what goes with the text that was taken over."""
        filled = self._filled(key, new)
        if _gives_up(before, filled):
            self._given_up.add(place_of(key, kolom))
        return filled

    def _filled(self, key: str, new: Isi) -> Isi:
        """Fill a new row with what goes with the text taken over, and say so the first time."""
        usual = self._taken.pop(key, None)
        if usual is None or not self._desk.is_new_row(key) or not isinstance(new, Terketik):
            return new
        if text_of(new) != text_of(usual):
            return new
        filled = with_usual(new, usual)
        if filled != new and not self._said:
            self._said = True
            self._screen.tell(SAID[type(new)])
        return filled

    def learn(self, message: CellSaved | BlockSaved) -> None:
        """Take stored rows in, and out of what is offered what they said before."""
        if isinstance(message, CellSaved):
            self._learn(self._desk.bagian.nomor, message.new)
            gone = message.place in self._given_up
            self._given_up.discard(message.place)
        else:
            rows = message.plan.rows
            for row in rows:
                self._learn(row.tempat.bagian, row.new)
            gone = any(_gives_up(row.before, row.new) for row in rows)
        if gone:
            self.read_anew()

    def _learn(self, nomor: int, isi: Isi) -> None:
        parts = self._desk.parts
        post = next((part.jabatan for part in parts if part.nomor == nomor), None)
        if post is not None and isinstance(isi, Terketik) and type(isi) in self._known:
            self._known[type(isi)].add(post, isi)
            self._since.append((post, isi))


def _gives_up(before: Isi, new: Isi) -> bool:
    """Say whether a row had another text before, which may have stood nowhere else."""
    return text_of(before) not in {"", text_of(new)}


def _owner(isi: Isi) -> int | None:
    return isi.no_hasil if isinstance(isi, BarisIndikator) else None


def _along(usual: Terketik) -> str:
    """Say what a new row takes over: ``berkas, mutu 100, 12 bln``, ``waktu, hari``."""
    if isinstance(usual, HasilKerja):
        return ""
    if isinstance(usual, BarisIndikator):
        parts = [usual.indikator.aspek, usual.indikator.satuan]
    else:
        parts = [
            usual.satuan,
            f"mutu {shown(usual.target_kualitas)}" if usual.target_kualitas else "",
            shown_waktu(usual) if usual.target_waktu else "",
        ]
    return ", ".join(part for part in parts if part)
