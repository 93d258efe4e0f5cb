"""The four grids of PermenPANRB 6/2022: results, evaluations, expected conduct, attachment (C)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from skp_tui.domain.appraisal import TAHUNAN, Bagian, Evaluasi, Penilaian
from skp_tui.domain.evaluasi import MENURUT_WAKTU
from skp_tui.domain.kinerja import (
    BarisIndikator,
    Ekspektasi,
    HasilKerja,
    Indikator,
    JenisHasil,
    NilaiBerakhlak,
)
from skp_tui.domain.parts import parts_of, with_row
from skp_tui.services.base.views import Orang
from skp_tui.services.entry.entry import Isi, next_number
from skp_tui.ui.screens.cells.choice_words import closed_words, replaced_rating
from skp_tui.ui.screens.cells.kinerja_kinds import (
    EKSPEKTASI,
    EVALUASI,
    HASIL,
    JENIS,
    LAMPIRAN,
    Baris,
    kind_of,
    row_key,
)
from skp_tui.ui.screens.entry import kinerja_rows
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.grid.messages import BlockKind

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    HASIL: kinerja_rows.HASIL_COLUMNS,
    EVALUASI: kinerja_rows.EVALUASI_COLUMNS,
    EKSPEKTASI: kinerja_rows.EKSPEKTASI_COLUMNS,
    LAMPIRAN: kinerja_rows.LAMPIRAN_COLUMNS,
}
OF_A_RESULT = frozenset({"uraian", JENIS, "rencana_pimpinan"})


class KinerjaSections:
    """Show each result with its indicators below it, and what belongs to the whole year."""

    names: Sequence[str] = tuple(COLUMNS)

    def columns(self, name: str, bagian: Bagian) -> tuple[Column, ...]:
        """Return the columns of a grid, which are the same for every post."""
        del bagian
        return COLUMNS[name]

    def rows(self, penilaian: Penilaian, bagian: Bagian, draft: Isi | None) -> Iterator[Isi]:
        """Yield the rows, a begun one in its place; all seven values and the year are there."""
        if draft is not None:
            penilaian = with_row(penilaian, bagian.nomor, draft)
            bagian = next(one for one in parts_of(penilaian) if one.nomor == bagian.nomor)
        for hasil in bagian.hasil_kerja:
            yield hasil
            yield from (BarisIndikator(hasil.no, satu) for satu in hasil.indikator)
        yield penilaian.evaluasi_tahunan
        others = [satu for satu in penilaian.evaluasi if satu.periode != TAHUNAN]
        yield from sorted(others, key=lambda satu: MENURUT_WAKTU.index(satu.periode))
        given = {satu.nilai: satu for satu in penilaian.ekspektasi}
        yield from (given.get(nilai, Ekspektasi(nilai)) for nilai in NilaiBerakhlak)
        yield from penilaian.lampiran

    def grid_of(self, isi: Isi) -> str:
        """Return the grid of a kind of row."""
        return kind_of(_of_kinerja(isi)).grid

    def key_of(self, nip: str, nomor: int, isi: Isi) -> str:
        """Return the key of a row; only results and indicators are of a part."""
        return row_key(nip, nomor, _of_kinerja(isi))

    def line(
        self, key: str, isi: Isi, orang: Orang, bagian: Bagian, columns: tuple[Column, ...]
    ) -> Row:
        """Return the line of a row."""
        del bagian
        row, locked = _of_kinerja(isi), orang.penilaian.terkunci
        return kinerja_rows.line_of(key, row, orang.peraturan, columns, locked=locked)

    def numbers(self, bagian: Bagian, isi: Isi) -> Sequence[int]:
        """Return the numbers of the results, or of the indicators of the same result."""
        if isinstance(isi, HasilKerja):
            return [satu.no for satu in bagian.hasil_kerja]
        if isinstance(isi, BarisIndikator):
            of_result = (hasil for hasil in bagian.hasil_kerja if hasil.no == isi.no_hasil)
            return [satu.no for hasil in of_result for satu in hasil.indikator]
        return ()

    def begun_below(self, rows: Iterable[Isi], name: str, texts: Mapping[str, str]) -> Isi | None:
        """Begin a result where a line has nothing else, else an indicator of the last result.

        A line whose aspect names a kind of result is one, as a copied line of the grid says it.
        """
        if name != HASIL:
            return None
        taken = list(rows)
        results = [satu.no for satu in taken if isinstance(satu, HasilKerja)]
        kind = texts.get(JENIS, "").casefold()
        alone = all(not text for kolom, text in texts.items() if kolom not in OF_A_RESULT)
        if not results or kind in set(JenisHasil) or (alone and not kind):
            return HasilKerja(next_number(results), "")
        return indicator_below(taken, max(results))

    def fills_along(self, isi: Isi) -> bool:
        """Let Enter go from one rating of a period to the other."""
        return isinstance(isi, Evaluasi)

    def locked_reason(self, isi: Isi | None, kolom: str) -> str:
        """Say why a cell of an open appraisal is closed."""
        if kolom == "predikat":
            return "predikat mengikuti kedua peringkat; F9 menjelaskannya"
        if isinstance(isi, HasilKerja) and kolom != "no":
            return "diisi pada indikatornya; Ctrl+N menambah indikator"
        if isinstance(isi, BarisIndikator) and kolom == "rencana_pimpinan":
            return "diisi pada baris hasil kerjanya"
        return closed_words(kolom)

    def told(self, before: Isi, new: Isi, kolom: str) -> str:
        """Say which rating was replaced."""
        return replaced_rating(before, new, kolom)

    def minds_closed(self, kind: BlockKind) -> bool:
        """Leave the cells that a row does not have out of what fills many rows at once."""
        return kind == "paste"


def indicator_below(rows: Iterable[Isi], no_hasil: int) -> BarisIndikator:
    """Begin an indicator of a result, with the number after its highest."""
    numbers = [
        satu.indikator.no
        for satu in rows
        if isinstance(satu, BarisIndikator) and satu.no_hasil == no_hasil
    ]
    return BarisIndikator(no_hasil, Indikator(next_number(numbers), ""))


def _of_kinerja(isi: Isi) -> Baris:
    assert isinstance(isi, Baris)  # noqa: S101 - only such rows are shown here
    return isi
