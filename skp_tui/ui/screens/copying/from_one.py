"""Salin dari…: where the rows of one person's plan come from, and which of them come in."""

import sqlite3
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual.screen import Screen

from skp_tui.domain.search import searchable
from skp_tui.domain.text import ended
from skp_tui.services.base.recording import Tempat
from skp_tui.services.copying.copy_sources import Sumber, plan_from, sources
from skp_tui.services.copying.copying import RencanaSalin, apply, nothing_new
from skp_tui.services.entry.target_rows import KEGIATAN, SEBUTAN, Butir
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.copying.list import CopyList, TargetList
from skp_tui.ui.screens.copying.rows import WIDE, butir_row, count_column
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import titled
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer


class SourceScreen(CopyList[Sumber]):
    """List where activities can come from, the likeliest first."""

    room = Room.SALIN
    BINDINGS = bindings_of(Room.SALIN)

    def __init__(
        self,
        base: Screen[None],
        done: Callable[[], None],
        tempat: Tempat,
        nama: str,
        jabatan: str,
        jenis: str = KEGIATAN,
    ) -> None:
        super().__init__(base, done)
        self.tempat, self.nama, self.jabatan = tempat, nama, jabatan
        self.jenis, self.sebutan = jenis, SEBUTAN[jenis]
        self.EMPTY = (
            f"Belum ada {self.sebutan} pegawai mana pun, jadi tidak ada yang dapat disalin. "
            "Esc, lalu Ctrl+N di layar isian mengetiknya."
        )

    def title_text(self) -> Text:
        """Name who gets something."""
        return titled(f"Salin {self.sebutan}", f"ke {self.nama}", str(self.tempat.tahun))

    def reload(self) -> None:
        """Read where can be copied from."""
        tempat, jabatan, jenis = self.tempat, self.jabatan, self.jenis

        def read(connection: sqlite3.Connection) -> list[Sumber]:
            return sources(connection, tempat, jabatan, jenis)

        self.skp.read(self, read, calling(self.show_items), group="sumber")

    def about(self) -> Sequence[str]:
        """Say what is at the top, or what to do without a last year."""
        last = self.tempat.tahun - 1
        own = [
            satu for satu in self.list.items if (satu.nip, satu.tahun) == (self.tempat.nip, last)
        ]
        if own:
            words = f"SKP {last} orang ini ada di baris pertama; yang disalin targetnya saja."
            return (words, f"Enter menunjukkan {self.sebutan}nya dahulu. / mencari rekan.")
        return (
            f"Tidak ada SKP {last} atas nama pegawai ini di basis data.",
            "Pilih SKP rekan di bawah (/ mencari), atau Esc lalu Ctrl+N mengetik sendiri.",
        )

    def foot(self) -> str:
        """Count the sources."""
        return (
            f"{len(self.list.items)} SKP dengan {self.sebutan}; rekan yang sejabatan lebih dahulu"
        )

    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a width."""
        return (
            Column("tahun", "Tahun", 5, frozen=True),
            Column("nama", "Nama", 26 if width < WIDE else 36, frozen=True),
            count_column(self.jenis),
            Column("jabatan", "Jabatan", 20, flexible=True),
            Column("keterangan", "Keterangan", 14),
        )

    def key_of(self, item: Sumber) -> str:
        """Return what tells a part of a year apart."""
        return f"{item.tahun}|{item.nip}|{item.bagian}"

    def text_of(self, item: Sumber) -> str:
        """Return name, NIP, post and year."""
        return searchable(item.nama, item.nip, item.jabatan, str(item.tahun))

    def row_of(self, item: Sumber, *look: Hashable) -> Row:
        """Return the line of a source."""
        del look
        cells = (str(item.tahun), item.nama, str(item.jumlah), item.jabatan, self._remark(item))
        return Row(self.key_of(item), cells)

    def _remark(self, item: Sumber) -> str:
        part = f"bagian {item.bagian}" if item.bagian > 1 else ""
        if item.nip == self.tempat.nip:
            if item.tahun == self.tempat.tahun - 1:
                return f"lalu, {part}" if part else "tahun lalu"
            return part or "orang ini"
        return "sejabatan" if item.jabatan.casefold() == self.jabatan.casefold() else part

    def _take_found(self) -> None:
        self.action_go_on()

    def action_go_on(self) -> None:
        """Show what would come in from the source of the cursor."""
        sumber = self.at_cursor()
        if sumber is not None:
            self.app.push_screen(
                PreviewScreen(self.base, self.done, sumber, self.tempat, self.nama)
            )


class PreviewScreen(TargetList):
    """Show which rows of a source come in, and with which numbers."""

    room = Room.SALIN_PRATINJAU
    BINDINGS = bindings_of(Room.SALIN_PRATINJAU)

    def __init__(
        self,
        base: Screen[None],
        done: Callable[[], None] | None,
        sumber: Sumber,
        tempat: Tempat,
        nama: str,
    ) -> None:
        super().__init__(base, done)
        self.sumber, self.tempat, self.nama = sumber, tempat, nama
        self.jenis = sumber.jenis
        self.whole: RencanaSalin | None = None
        self.rencana: RencanaSalin | None = None
        self._known: frozenset[str] = frozenset()

    def title_text(self) -> Text:
        """Name who gets something."""
        return titled(f"Salin {self.sebutan}", f"ke {self.nama}", str(self.tempat.tahun))

    def reload(self) -> None:
        """Read what would come in."""
        sumber, tempat = self.sumber, self.tempat

        def read(connection: sqlite3.Connection) -> RencanaSalin:
            return plan_from(connection, sumber, tempat)

        self.skp.read(self, read, calling(self._show_plan), group="rencana")

    def _show_plan(self, rencana: RencanaSalin) -> None:
        """Show it, with a mark on all that is new."""
        self.whole = self.rencana = rencana
        satu = rencana.orang[0]
        source = rencana.pesanan.sumber[satu.nip]
        self._known = frozenset(self.key_of(found) for found in satu.ada)
        self.list.marked = (
            {self.key_of(found) for found in source} - self._known if satu.baru else set()
        )
        self.show_items(source)

    def about(self) -> Sequence[str]:
        """Say how many come in, and from whom."""
        if self.rencana is None:
            return ("",)
        satu = self.rencana.orang[0]
        whence = f"SKP {self.sumber.tahun} {self.sumber.nama}"
        if satu.alasan and not satu.ada:
            return (f"{satu.pegawai.nama}: {satu.alasan}.", ended(f"Dari {whence}"))
        known = f"; {len(self._known)} sudah ada" if self._known else ""
        return (
            ended(f"{self.rencana.jumlah} {self.sebutan} baru dari {whence}{known}"),
            self._next_words(),
        )

    def _next_words(self) -> str:
        """Say what is copied, or how it comes that nothing is."""
        if not self.copies_nothing():
            return "Targetnya ikut, realisasi tidak. Enter menyalin yang bertanda *."
        if self.takes_marks():
            return "Tidak ada yang bertanda *: Spasi menandai baris kursor, + semuanya."
        return "Semuanya sudah ada, jadi tidak ada yang disalin. Esc memilih sumber lain."

    def copies_nothing(self) -> bool:
        """Say whether no row is marked that is not there yet."""
        return self.rencana is not None and not self.rencana.jumlah

    def foot(self) -> str:
        """Say how many there will be."""
        if self.rencana is None:
            return ""
        satu = self.rencana.orang[0]
        before, new = len(satu.tersimpan), len(satu.baru)
        return f"Sekarang {before} {self.sebutan}, sesudah disalin {before + new}"

    def look_of(self, item: Butir) -> tuple[Hashable, ...]:
        """Return mark and new number."""
        key = self.key_of(item)
        return key in self.list.marked, self._numbers().get(key)

    def row_of(self, item: Butir, *look: Hashable) -> Row:
        """Return the line of a row with the number that it gets."""
        key = self.key_of(item)
        marked = key in self.list.marked
        remark = "sudah ada" if key in self._known else "baru" if marked else "tidak"
        no = self._numbers().get(key)
        return butir_row(item, int(str(look[0])), marked=marked, no=no, remark=remark)

    def _numbers(self) -> dict[str, int]:
        if self.rencana is None:
            return {}
        chosen = [self.key_of(item) for item in self.list.chosen]
        new = (found.no for found in self.rencana.orang[0].baru)
        return dict(zip(chosen, new, strict=False))

    def why_not(self, item: Butir) -> str:
        """Say that an equal one is not doubled."""
        return (
            f"{self.sebutan.capitalize()} ini sudah ada di SKP-nya."
            if self.key_of(item) in self._known
            else ""
        )

    def after_marks(self) -> None:
        """Give the marked ones their numbers anew."""
        if self.whole is not None:
            wanted = [item for item in self.list.items if self._wanted(item)]
            self.rencana = self.whole.choosing(wanted)

    def touched(self, item: Butir) -> Sequence[Butir]:
        """Return all: the numbers move up and down."""
        del item
        return self.list.shown

    def _wanted(self, item: Butir) -> bool:
        key = self.key_of(item)
        return key in self.list.marked or key in self._known

    def action_go_on(self) -> None:
        """Copy what is marked."""
        rencana = self.rencana
        if rencana is None:
            return
        if not rencana.jumlah:
            self.tell(nothing_new(rencana).kalimat(), "warning")
            return
        number, sumber = rencana.jumlah, self.sumber
        what = self.sebutan
        sebab = f"salin {number} {what} {sumber.nama} {sumber.tahun} ke {self.nama}"

        def copy(writer: "Writer") -> str:
            apply(writer, rencana, f"{sebab} {self.tempat.tahun}")
            return f"{number} {what} disalin; realisasinya kosong. Ctrl+Z membatalkan."

        self.change(copy)
