"""The plan of an import as one list: what needs a look first, each line told apart by a number."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import Final

from skp_tui.domain.nip import LENGTH, digits_in
from skp_tui.errors import Problem
from skp_tui.exchange.columns.unseen import gathered
from skp_tui.exchange.kinds.kinds import JENIS_SKP, Jenis
from skp_tui.exchange.plan.model import Baris, Perubahan, Rencana, TabelDitolak
from skp_tui.record import record
from skp_tui.services.imports.import_many import Selisih

Isi = tuple[Problem | Baris | Selisih, Perubahan | None]
Tempat = tuple[str, str | None, int | None]
"""Where a row stands: file, sheet, line."""


class Keadaan(StrEnum):
    """What a line says of its row, in the order in which the list shows them."""

    SENGKETA = "berselisih"
    DITOLAK = "ditolak"
    NILAI = "nilai beda"
    PERINGATAN = "peringatan"
    BERUBAH = "berubah"
    BARU = "baru"


@record
class Butir:
    """One line: a fault or a warning, one field that changes, a new record, or a value."""

    keadaan: Keadaan
    jenis: Jenis
    isi: Problem | Baris | Selisih
    perubahan: Perubahan | None = None


class Susunan:
    """All lines of a plan, in the order in which they are shown, and who their rows are about.

    Lines of one state and one kind lie together, so that a filter is a few ranges, whatever their
    number.
    """

    def __init__(
        self,
        rencana: Sequence[Rencana],
        selisih: Sequence[Selisih] = (),
        nama: Mapping[str, str] | None = None,
    ) -> None:
        self.rencana, self.selisih = tuple(rencana), tuple(selisih)
        self.butir: list[Butir] = []
        self._spans: dict[tuple[Keadaan, str], range] = {}
        known = (nama or {}).items()
        self.nama = dict(chain(_names_refused(rencana), known, _names(rencana)))
        for keadaan in Keadaan:
            for satu in self.rencana:
                self._add(keadaan, satu.jenis, _LINES[keadaan](satu))
            if keadaan is Keadaan.NILAI:
                self._add(keadaan, JENIS_SKP, ((one, None) for one in self.selisih))
        self._refused: dict[Tempat, tuple[Mapping[str, int], tuple[str, ...]]] = {}
        for tabel in chain.from_iterable(satu.tabel_ditolak for satu in self.rencana):
            self._note_refused(tabel)

    def _add(self, keadaan: Keadaan, jenis: Jenis, isi: Iterator[Isi]) -> None:
        begin = len(self.butir)
        self.butir.extend(Butir(keadaan, jenis, satu, perubahan) for satu, perubahan in isi)
        self._spans[keadaan, jenis.nama] = range(begin, len(self.butir))

    def _note_refused(self, tabel: TabelDitolak) -> None:
        dari = tabel.tabel
        for baris in tabel.baris:
            for berkas in (dari.berkas, str(dari.path)):
                self._refused[berkas, dari.lembar, baris.baris] = tabel.letak, baris.sel

    def numbers(self, keadaan: Sequence[Keadaan], jenis: str = "") -> Sequence[int]:
        """Return the numbers of the lines in some states and of one kind, in ascending order."""
        found = [
            span
            for (state, kind), span in self._spans.items()
            if state in keadaan and jenis in {"", kind} and span
        ]
        if not found:
            return range(0)
        if sum(map(len, found)) == found[-1].stop - found[0].start:
            return range(found[0].start, found[-1].stop)
        return list(chain.from_iterable(found))

    def count(self, keadaan: Sequence[Keadaan], jenis: str = "") -> int:
        """Count the lines in some states."""
        return len(self.numbers(keadaan, jenis))

    def cells_of(self, problem: Problem) -> Mapping[str, str]:
        """Return the cells of a refused row by column, empty ones left out; none of another row."""
        found = self._refused.get((problem.berkas, problem.lembar, problem.baris))
        if found is None:
            return {}
        letak, sel = found
        return {nama: sel[at] for nama, at in letak.items() if at < len(sel) and sel[at].strip()}


def _disputed(rencana: Rencana) -> Iterator[Isi]:
    """Yield rows of one key together: what one file says stands above what the other does."""
    found = (satu for satu in rencana.ditolak if satu.sengketa is not None)
    return ((satu, None) for satu in sorted(found, key=lambda one: one.sengketa or ""))


def _refused(rencana: Rencana) -> Iterator[Isi]:
    return ((satu, None) for satu in rencana.ditolak if satu.sengketa is None)


def _changes(rencana: Rencana) -> Iterator[Isi]:
    return ((baris, satu) for baris in rencana.berubah for satu in baris.perubahan)


_LINES: Final[Mapping[Keadaan, Callable[[Rencana], Iterator[Isi]]]] = {
    Keadaan.SENGKETA: _disputed,
    Keadaan.DITOLAK: _refused,
    Keadaan.NILAI: lambda _: iter(()),
    Keadaan.PERINGATAN: lambda rencana: ((satu, None) for satu in gathered(rencana.peringatan)),
    Keadaan.BERUBAH: _changes,
    Keadaan.BARU: lambda rencana: ((baris, None) for baris in rencana.baru),
}


def _names(rencana: Iterable[Rencana]) -> Iterator[tuple[str, str]]:
    """Yield who comes in with his name."""
    for satu in rencana:
        if satu.jenis.nama == "pegawai":
            for baris in (*satu.baru, *satu.berubah):
                yield baris.rekaman["nip"] or "", baris.rekaman["nama"] or ""


def _names_refused(rencana: Iterable[Rencana]) -> Iterator[tuple[str, str]]:
    """Yield whose own row is refused, so that nothing but that row names him."""
    for tabel in (one for satu in rencana for one in satu.tabel_ditolak):
        nip, nama = tabel.letak.get("nip"), tabel.letak.get("nama")
        if nip is None or nama is None:
            continue
        for sel in (satu.sel for satu in tabel.baris if max(nip, nama) < len(satu.sel)):
            digits = digits_in(sel[nip])
            if len(digits) == LENGTH and sel[nama].strip():
                yield digits, sel[nama].strip()
