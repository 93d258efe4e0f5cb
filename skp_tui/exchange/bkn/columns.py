"""Where the columns of an activity table stand: found by their headings, wherever they moved."""

from collections.abc import Iterator, Mapping, Sequence

from skp_tui.domain.appraisal import ASPEK
from skp_tui.exchange.bkn.layout import KEGIATAN
from skp_tui.exchange.bkn.sheet import Lembar, SelBuku
from skp_tui.record import record

_HEADS: Mapping[str, tuple[str, ...]] = {
    "kuantitas": ("kuant",),
    "kualitas": ("kual", "mutu"),
    "waktu": ("waktu",),
    "biaya": ("biaya",),
    "ak": ("ak", "angkakredit"),
    "akhir": ("penghitungan", "nilaicapaian"),
}
_HEADER_ROWS = 4
SIDES = ("target", "realisasi")


@record
class Kolom:
    """The columns of a table, each from its first to before the next: merged ones are wide.

    ``letak`` holds ``target_kuantitas`` and the like, ``target_ak``, ``realisasi_ak`` and
    ``akhir``, where the values stand.
    """

    judul: int
    nomor: int
    uraian: tuple[int, int]
    letak: Mapping[str, tuple[int, int]]

    def cells(self, row: Sequence[SelBuku], nama: str) -> list[SelBuku]:
        """Return the cells of a row that stand in one of the columns."""
        first, end = self.letak.get(nama, (0, 0))
        return [sel for sel in row if first <= sel.kolom < end]

    def text(self, row: Sequence[SelBuku]) -> SelBuku | None:
        """Return what the row is about, its words put together."""
        first, end = self.uraian
        some = [sel for sel in row if first <= sel.kolom < end and sel.teks != "0"]
        if not some:
            return None
        teks = " ".join(sel.teks for sel in some)
        return SelBuku(teks, some[0].lembar, some[0].baris, some[0].kolom)

    def number(self, row: Sequence[SelBuku]) -> int | None:
        """Return the number with which the row begins."""
        found = (sel.nomor for sel in row if self.nomor <= sel.kolom < self.uraian[0])
        return next(found, None)


def columns_of(lembar: Lembar) -> Kolom | None:
    """Return the columns of the activity table of a form."""
    head = lembar.find(*KEGIATAN)
    if head is None:
        return None
    rows = [lembar.row(head.baris + below) for below in range(_HEADER_ROWS)]
    marks = sorted(_marks(rows, head), key=lambda mark: mark[1])
    if not marks:
        return None
    ends = [*(kolom for _, kolom, _ in marks[1:]), 10_000]
    letak: dict[str, tuple[int, int]] = {}
    for (nama, first, _), end in zip(marks, ends, strict=True):
        for side in ("",) if nama == "akhir" else SIDES:
            if letak.setdefault(f"{side}_{nama}" if side else nama, (first, end)) == (first, end):
                break
    nomor = next((sel.kolom for row in rows for sel in row if sel.padat == "no"), 0)
    bottom = max(baris for _, _, baris in marks)
    return Kolom(bottom, min(nomor, head.kolom), (head.kolom, marks[0][1]), letak)


def _marks(rows: Sequence[Sequence[SelBuku]], head: SelBuku) -> Iterator[tuple[str, int, int]]:
    """Yield the headings right of the activities: name, column, row; each column counts once."""
    seen: set[int] = set()
    for row in rows:
        for sel in row:
            nama = _named(sel.padat)
            if nama and sel.kolom > head.kolom and sel.kolom not in seen:
                seen.add(sel.kolom)
                yield nama, sel.kolom, sel.baris


def _named(padat: str) -> str:
    if padat in _HEADS["ak"]:
        return "ak"
    for nama in (*ASPEK, "akhir"):
        if padat.startswith(_HEADS[nama]):
            return nama
    return ""
