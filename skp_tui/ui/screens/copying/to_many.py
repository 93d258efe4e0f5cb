"""Salin ke…: which rows of one person's plan go to whom, and what comes of it."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual.screen import Screen

from skp_tui.domain.search import searchable
from skp_tui.services.copying.copy_sources import Calon, candidates
from skp_tui.services.copying.copying import (
    PesananSalin,
    RencanaSalin,
    apply,
    nothing_new,
    plan,
)
from skp_tui.services.entry.target_rows import (
    KEGIATAN,
    SEBUTAN,
    Butir,
    butir_of,
    jenis_rencana,
    without_outcomes,
)
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.copying.list import CopyList, TargetList
from skp_tui.ui.screens.copying.people import PeoplePreview
from skp_tui.ui.screens.copying.rows import WIDE, butir_row, count_column
from skp_tui.ui.screens.lists.mark_grid import MARK
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.grid.layout import width_for
from skp_tui.ui.widgets.lines import titled
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from skp_tui.services.base.views import Orang, UnitView
    from skp_tui.storage.transactions.writer import Writer


class ActivitiesScreen(TargetList):
    """Choose which rows of a person are copied; all of them at first."""

    room = Room.SALIN_PILIH
    BINDINGS = bindings_of(Room.SALIN_PILIH)

    def __init__(self, base: Screen[None], view: "UnitView", orang: "Orang") -> None:
        super().__init__(base)
        self.view, self.orang = view, orang
        self.jenis = jenis_rencana(view.peraturan) or KEGIATAN

    def title_text(self) -> Text:
        """Name whose rows they are."""
        return titled(f"Salin {self.sebutan}", f"dari {self.orang.nama}", str(self.view.tahun))

    def reload(self) -> None:
        """Show the rows of the last part, with a mark on each."""
        bagian = self.orang.penilaian.bagian_terakhir
        found = without_outcomes(butir_of(bagian, self.jenis))
        self.list.marked = {self.key_of(satu) for satu in found}
        self.show_items(found)

    def about(self) -> Sequence[str]:
        """Say what comes next."""
        question = f"Langkah 1 dari 3: {self.sebutan} mana yang disalin?"
        return (
            f"{question} {len(self.list.marked)} ditandai.",
            "Spasi melepas atau memberi tanda *; Enter memilih pegawainya.",
        )

    def row_of(self, item: Butir, *look: Hashable) -> Row:
        """Return the line of a row."""
        marked = self.list.is_marked(item)
        remark = "" if marked else "tidak"
        return butir_row(item, int(str(look[0])), marked=marked, no=item.no, remark=remark)

    def action_go_on(self) -> None:
        """Choose to whom."""
        chosen = self.list.chosen
        if not chosen:
            self.tell(f"Tandai dahulu {self.sebutan} yang disalin.", "warning")
            return
        people = PeopleToScreen(self.base, self.view, self.orang, chosen, self.jenis)
        self.app.push_screen(people)


class PeopleToScreen(CopyList[Calon]):
    """Choose who gets the rows, those in the same post first."""

    room = Room.SALIN_PILIH
    BINDINGS = bindings_of(Room.SALIN_PILIH)
    EMPTY = "Tidak ada pegawai lain di unit ini. Esc kembali, lalu U memilih unit yang lebih luas."

    def __init__(
        self,
        base: Screen[None],
        view: "UnitView",
        orang: "Orang",
        butir: tuple[Butir, ...],
        jenis: str = KEGIATAN,
    ) -> None:
        super().__init__(base)
        self.view, self.orang, self.butir = view, orang, butir
        self.jenis, self.sebutan = jenis, SEBUTAN[jenis]

    def title_text(self) -> Text:
        """Name whose rows they are."""
        return titled(f"Salin {self.sebutan}", f"dari {self.orang.nama}", str(self.view.tahun))

    def help_topics(self) -> tuple[str, ...]:
        """Name the step."""
        return ("pegawai",)

    def reload(self) -> None:
        """Read to whom can be copied."""
        tahun, kode, nip = self.view.tahun, self.view.unit.kode, self.orang.nip
        width, looking = self.size.width, self.skp.sitting.reading

        def read() -> list[Calon]:
            with looking() as connection:
                found = candidates(connection, tahun, kode, nip)
            self.write_lines(found, width, False)  # noqa: FBT003 - not marked
            return found

        self.skp.work(self, read, calling(self.show_items), group="calon")

    def about(self) -> Sequence[str]:
        """Say what comes next."""
        same = sum(satu.sejabatan for satu in self.list.items)
        keys = "Spasi menandai, + semua, / menyaring; Enter ke pratinjau."
        question = f"Langkah 2 dari 3: {len(self.butir)} {self.sebutan} ini ke siapa?"
        return f"{question} {len(self.list.marked)} pegawai ditandai.", f"{same} sejabatan. {keys}"

    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a width; posts get what the remarks leave."""
        remarks = width_for(map(_remark, self.list.items), 10, 20 if width < WIDE else 30)
        return (
            Column("tanda", "", 1, frozen=True),
            Column("nama", "Nama", 26 if width < WIDE else 36, frozen=True),
            count_column(self.jenis),
            Column("jabatan", "Jabatan", 20, flexible=True),
            Column("keterangan", "Keterangan", remarks),
        )

    def key_of(self, item: Calon) -> str:
        """Return the NIP."""
        return item.pegawai.nip

    def text_of(self, item: Calon) -> str:
        """Return name, NIP and post."""
        return searchable(item.pegawai.nama, item.pegawai.nip, item.jabatan)

    def row_of(self, item: Calon, *look: Hashable) -> Row:
        """Return the line of a person."""
        marked = bool(look[1])
        cells = (
            MARK if marked else "",
            item.pegawai.nama,
            str(item.jumlah) if item.jumlah else "–",
            item.jabatan,
            _remark(item),
        )
        return Row(item.pegawai.nip, cells, mark="muted" if item.alasan else "")

    def action_go_on(self) -> None:
        """Show what would come of it, for the person of the cursor where nobody is marked."""
        at = self.at_cursor()
        nips = [self.key_of(item) for item in self.list.chosen]
        if not nips and at is not None:
            nips = [self.key_of(at)]
        if nips:
            sumber = dict.fromkeys(nips, self.butir)
            pesanan = PesananSalin(self.view.tahun, sumber, jenis=self.jenis)
            self.app.push_screen(ManyPreviewScreen(self.base, self.orang.nama, pesanan))


class ManyPreviewScreen(PeoplePreview):
    """Show what everybody gets, who is left out and why."""

    room = Room.SALIN_PRATINJAU
    BINDINGS = bindings_of(Room.SALIN_PRATINJAU)

    def __init__(self, base: Screen[None], nama: str, pesanan: PesananSalin) -> None:
        super().__init__(base)
        self.nama, self.pesanan = nama, pesanan

    def title_text(self) -> Text:
        """Name whose rows they are."""
        return titled(f"Salin {self.pesanan.sebutan}", f"dari {self.nama}", str(self.pesanan.tahun))

    def help_topics(self) -> tuple[str, ...]:
        """Name the step."""
        return ("pegawai",)

    def reload(self) -> None:
        """Read what would come of it."""
        pesanan, width, looking = self.pesanan, self.size.width, self.skp.sitting.reading

        def read() -> RencanaSalin:
            with looking() as connection:
                rencana = plan(connection, pesanan)
            self.prepare(rencana, (), width)
            return rencana

        self.skp.work(self, read, calling(self.show_plan), group="rencana")

    def heading(self, chosen: RencanaSalin) -> str:
        """Say how many get how much."""
        number = len(next(iter(self.pesanan.sumber.values())))
        return (
            f"Langkah 3 dari 3: {number} {self.pesanan.sebutan} ke {len(chosen.penerima)} "
            f"pegawai, jadi {chosen.jumlah} baru."
        )

    def action_go_on(self) -> None:
        """Copy to everybody who is marked."""
        rencana = self.chosen
        if self.whole is None or rencana is None:
            return
        if not rencana.jumlah:
            self.tell(nothing_new(self.whole).kalimat(), "warning")
            return
        whom = f"{len(rencana.penerima)} pegawai"
        what = self.pesanan.sebutan
        sebab = f"salin {rencana.jumlah} {what} {self.nama} ke {whom} {self.pesanan.tahun}"

        def copy(writer: "Writer") -> str:
            number = apply(writer, rencana, sebab)
            return f"{number} {what} disalin ke {whom}. Ctrl+Z membatalkan semuanya."

        self.change(copy)


def _remark(item: Calon) -> str:
    """Say why somebody gets nothing, or that his post is the same."""
    return item.alasan or ("sejabatan" if item.sejabatan else "")
