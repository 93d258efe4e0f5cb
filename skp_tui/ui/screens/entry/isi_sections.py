"""The three grids of PP 46/2011: kegiatan, tambahan, perilaku."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from skp_tui.domain.appraisal import (
    Bagian,
    JenisTambahan,
    Kegiatan,
    Penilaian,
    Tambahan,
)
from skp_tui.services.base.views import Orang
from skp_tui.services.entry.entry import Isi, next_number
from skp_tui.ui.screens.cells.choice_words import closed_words
from skp_tui.ui.screens.entry import isi_rows
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.grid.messages import BlockKind

KEGIATAN, TAMBAHAN, PERILAKU = "kegiatan", "tambahan", "perilaku"


class Pp46Sections:
    """Show activities, extras, and the one row of perilaku."""

    names: Sequence[str] = (KEGIATAN, TAMBAHAN, PERILAKU)

    def columns(self, name: str, bagian: Bagian) -> tuple[Column, ...]:
        """Return the columns of a grid; those of kegiatan depend on the post and on costs."""
        if name == KEGIATAN:
            return isi_rows.kegiatan_columns(bagian.jenis_jabatan, bagian.kegiatan)
        return isi_rows.TAMBAHAN_COLUMNS if name == TAMBAHAN else isi_rows.PERILAKU_COLUMNS

    def rows(self, penilaian: Penilaian, bagian: Bagian, draft: Isi | None) -> Iterator[Isi]:
        """Yield the rows; one that is begun has the highest number of its kind."""
        yield from bagian.kegiatan
        yield from bagian.tambahan
        yield penilaian.perilaku
        if draft is not None:
            yield draft

    def grid_of(self, isi: Isi) -> str:
        """Return the grid of a kind of row."""
        if isinstance(isi, Kegiatan):
            return KEGIATAN
        return TAMBAHAN if isinstance(isi, Tambahan) else PERILAKU

    def key_of(self, nip: str, nomor: int, isi: Isi) -> str:
        """Return the key of a row; perilaku is of no part."""
        return isi_rows.row_key(nip, nomor, isi)

    def line(
        self, key: str, isi: Isi, orang: Orang, bagian: Bagian, columns: tuple[Column, ...]
    ) -> Row:
        """Return the line of a row, an activity with what is computed of it."""
        locked = orang.penilaian.terkunci
        if isinstance(isi, Tambahan):
            return isi_rows.tambahan_row(key, isi, locked=locked)
        if not isinstance(isi, Kegiatan):
            return isi_rows.perilaku_row(key, orang.penilaian, orang.hasil, locked=locked)
        part = isi_rows.result_of(orang.hasil, bagian)
        of_row = (satu for satu in part.kegiatan if satu.no == isi.no) if part else iter(())
        return isi_rows.kegiatan_row(key, isi, next(of_row, None), columns, locked=locked)

    def numbers(self, bagian: Bagian, isi: Isi) -> Sequence[int]:
        """Return the numbers of the activities, or of the extras of the same kind."""
        if isinstance(isi, Kegiatan):
            return [satu.no for satu in bagian.kegiatan]
        if isinstance(isi, Tambahan):
            return [satu.no for satu in bagian.tambahan if satu.jenis is isi.jenis]
        return ()

    def begun_below(self, rows: Iterable[Isi], name: str, texts: Mapping[str, str]) -> Isi | None:
        """Begin an activity or an extra; of perilaku there is one row only."""
        if name == KEGIATAN:
            numbers = [satu.no for satu in rows if isinstance(satu, Kegiatan)]
            return Kegiatan(next_number(numbers), "")
        return _extra(rows, texts) if name == TAMBAHAN else None

    def fills_along(self, isi: Isi) -> bool:
        """Let Enter go down in all rows."""
        del isi
        return False

    def locked_reason(self, isi: Isi | None, kolom: str) -> str:
        """Say why a cell of an open appraisal is closed."""
        del isi
        if kolom in {"hitung", "capaian", "rata"}:
            return "kolom ini dihitung sendiri; F9 menjelaskan nilainya"
        if kolom == "tingkat":
            return "hanya kreativitas yang bertingkat"
        return closed_words(kolom)

    def told(self, before: Isi, new: Isi, kolom: str) -> str:
        """Say nothing: numbers are seen."""
        del before, new, kolom
        return ""

    def minds_closed(self, kind: BlockKind) -> bool:
        """Let no block pass a closed cell over."""
        del kind
        return True


def _extra(rows: Iterable[Isi], texts: Mapping[str, str]) -> Tambahan:
    """Begin an extra: one with a level is a kreativitas."""
    creative = texts.get("tingkat", "") not in {"", "-", "–"}
    jenis = JenisTambahan.KREATIVITAS if creative else JenisTambahan.TUGAS_TAMBAHAN
    numbers = [satu.no for satu in rows if isinstance(satu, Tambahan) and satu.jenis is jenis]
    return Tambahan(jenis, next_number(numbers), "")
