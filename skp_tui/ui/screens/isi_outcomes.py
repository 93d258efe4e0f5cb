"""Outcomes that are as their targets: for the row by one key, for the whole person by another."""

from collections.abc import Iterator

from skp_tui.domain.appraisal import ASPEK, ASPEK_WAJIB, SEBUTAN_ASPEK, Kegiatan
from skp_tui.domain.number import shown
from skp_tui.services.outcome import changed_outcomes, empty_as_target, same_as_target
from skp_tui.services.recording import Tempat
from skp_tui.ui.screens import isi_rows
from skp_tui.ui.screens.block_plan import BlockPlan, RowPlan
from skp_tui.ui.screens.block_saving import UNDO, BlockWords
from skp_tui.ui.screens.isi_blocks import IsiBlocks

NOT_HERE = "Ctrl+R berlaku pada baris kegiatan; pindahkan dahulu kursornya ke sana."
NO_ROWS = "Belum ada kegiatan; Ctrl+N menambah baris."


class IsiOutcomes(IsiBlocks):
    """Set outcomes to their targets; what was set is always said, and one step of undo."""

    def action_same_as_target(self) -> None:
        """Set the outcomes of the cursor's row, or of the marked rows, to their targets."""
        sheet = self.sheet("kegiatan")
        if not self.may_change() or not self.close_edit():
            return
        if self.focused is not sheet or sheet.block is None:
            self.tell(NOT_HERE, "warning")
            return
        chosen = [self.entered[key] for key in sheet.block.rows if key in self.entered]
        sheet.end_mark()
        kegiatan = [satu for satu in chosen if isinstance(satu, Kegiatan) and satu.uraian]
        rows = [self._outcomes(self.bagian.nomor, satu, same_as_target(satu)) for satu in kegiatan]
        changed = tuple(row for row in rows if row.columns)
        numbers = _numbers(satu.no for satu in kegiatan)
        lacking = _without_target(kegiatan)
        if changed:
            self._set(changed, f"{numbers} = target{_replaced(changed)}", lacking)
        elif lacking:
            self.tell(f"Tidak ada yang diisi.{lacking}", "warning")
        else:
            self.tell(f"Realisasi {numbers} sudah sama dengan target.")

    def action_fill_as_target(self) -> None:
        """Set the empty outcomes of all rows of the person to their targets."""
        if not self.may_change() or not self.close_edit():
            return
        plans = [row for row, _ in self._all_rows()]
        kegiatan = [satu for _, satu in self._all_rows()]
        if not kegiatan:
            self.tell(NO_ROWS)
            return
        changed = tuple(row for row in plans if row.columns)
        filled = sum(len(row.columns) for row in changed)
        left = sum(satu.realisasi(nama) is not None for satu in kegiatan for nama in ASPEK)
        kept = f" {left} yang sudah terisi dibiarkan." if left else ""
        lacking = _without_target(kegiatan)
        if changed:
            what = f"{filled} realisasi kosong pada {len(changed)} kegiatan = target"
            self._set(changed, what, f"{kept}{lacking}")
        else:
            self.tell(f"Tidak ada realisasi kosong yang dapat diisi.{kept}{lacking}")

    def _all_rows(self) -> Iterator[tuple[RowPlan, Kegiatan]]:
        """Yield the rows of all parts; one that was scored elsewhere needs no outcomes."""
        for bagian in self.parts:
            if bagian.nilai_luar is None:
                for satu in bagian.kegiatan:
                    after = empty_as_target(satu, self.view.periode.kuantitas_nol)
                    yield self._outcomes(bagian.nomor, satu, after), satu

    def _outcomes(self, nomor: int, before: Kegiatan, after: Kegiatan) -> RowPlan:
        key = isi_rows.row_key(self.nip, nomor, before)
        tempat = Tempat(self.view.tahun, self.nip, nomor)
        differing = changed_outcomes(before, after)
        columns = tuple(name for nama in ASPEK if (name := f"realisasi_{nama}") in differing)
        return RowPlan(key, tempat, before, after, columns)

    def _set(self, rows: tuple[RowPlan, ...], what: str, also: str) -> None:
        words = BlockWords(
            f"realisasi {what.removeprefix('realisasi ')}, {self.orang.nama}",
            f"{'' if 'realisasi' in what else 'Realisasi '}{what}.{also} {UNDO}",
        )
        self.apply_block(self.sheet("kegiatan"), BlockPlan(rows), words)


def _numbers(numbers: Iterator[int]) -> str:
    """Name activities by their numbers: one, a few, or how many."""
    found = list(numbers)
    if len(found) == 1:
        return f"kegiatan {found[0]}"
    return f"kegiatan {found[0]}–{found[-1]}" if found else "kegiatan"


def _replaced(rows: tuple[RowPlan, ...]) -> str:
    """Say which outcomes gave way, so that none is replaced silently."""
    old = [
        f"{shown(value)} → {shown(getattr(row.new, column))}"
        for row in rows
        for column in row.columns
        if (value := getattr(row.before, column)) is not None
    ]
    if not old:
        return ""
    some = ", ".join(old[:3])
    return f" (mengganti {some}{f' dan {len(old) - 3} lagi' if len(old) > 3 else ''})"  # noqa: PLR2004 - as many fit


def _without_target(kegiatan: list[Kegiatan]) -> str:
    """Name the activities that lack a target, which their outcome would need."""
    lacking = [
        f"{satu.no} ({', '.join(names)})"
        for satu in kegiatan
        if (names := [SEBUTAN_ASPEK[n] for n in ASPEK_WAJIB if satu.target(n) is None])
    ]
    return f" Tanpa target: kegiatan {', '.join(lacking)}." if lacking else ""
