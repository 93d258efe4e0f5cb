"""How the rows of a plan and people stand in the lists of copying."""

from collections import Counter
from collections.abc import Iterable, Sequence

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.domain.kinerja import HasilKerja
from skp_tui.domain.number import shown
from skp_tui.domain.ukuran import shown_ukuran
from skp_tui.domain.validity import KEGIATAN_DISARANKAN
from skp_tui.services.copying.copying import Salinan
from skp_tui.services.entry.target_rows import KEGIATAN, Butir
from skp_tui.ui.screens.cells.isi_input import shown_waktu
from skp_tui.ui.screens.lists.mark_grid import MARK
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.grid.layout import width_for

WIDE = 110
NOTHING_NEW = "tidak ada yang baru"


def kegiatan_columns(width: int) -> tuple[Column, ...]:
    """Return the columns of activities: what is copied of them, and what becomes of it."""
    found = (
        Column("tanda", "", 1, frozen=True),
        Column("no", "No", 3, align="right", frozen=True),
        Column("uraian", "Kegiatan", 24, frozen=True, flexible=True),
        Column("kuantitas", "Target", 14),
        Column("mutu", "Mutu", 5, align="right"),
        Column("waktu", "Waktu", 7, align="right"),
    )
    cost = (Column("biaya", "Biaya", 14, align="right"),) if width >= WIDE else ()
    return (*found, *cost, Column("keterangan", "", 9))


def kegiatan_row(
    kegiatan: Kegiatan, width: int, *, marked: bool, no: int | None, remark: str
) -> Row:
    """Return the line of an activity with its targets."""
    amount = shown(kegiatan.target_kuantitas, "–")
    cells: tuple[str, ...] = (
        MARK if marked else "",
        "" if no is None else str(no),
        kegiatan.uraian,
        f"{amount} {kegiatan.satuan}".strip(),
        shown(kegiatan.target_kualitas, "–"),
        shown_waktu(kegiatan),
    )
    if width >= WIDE:
        cells = (*cells, shown(kegiatan.target_biaya, "–"))
    return Row(str(kegiatan.no), (*cells, remark), mark="" if marked else "muted")


def hasil_columns() -> tuple[Column, ...]:
    """Return the columns of results: each with its indicators in one cell."""
    return (
        Column("tanda", "", 1, frozen=True),
        Column("no", "No", 3, align="right", frozen=True),
        Column("uraian", "Hasil kerja", 24, frozen=True, flexible=True),
        Column("jenis", "Jenis", 8),
        Column("indikator", "Target indikator", 22),
        Column("keterangan", "", 9),
    )


def hasil_row(hasil: HasilKerja, *, marked: bool, no: int | None, remark: str) -> Row:
    """Return the line of a result with the targets of its indicators."""
    cells = (
        MARK if marked else "",
        "" if no is None else str(no),
        hasil.uraian,
        str(hasil.jenis),
        targets_of(hasil),
    )
    return Row(str(hasil.no), (*cells, remark), mark="" if marked else "muted")


def targets_of(hasil: HasilKerja) -> str:
    """Return the targets of a result's indicators, a dash for one without."""
    texts = (shown_ukuran(satu.target, satu.satuan, "–") for satu in hasil.indikator)
    return "; ".join(texts) or "tanpa indikator"


def butir_columns(jenis: str, width: int) -> tuple[Column, ...]:
    """Return the columns of the rows of a plan, by their kind."""
    return kegiatan_columns(width) if jenis == KEGIATAN else hasil_columns()


def butir_row(butir: Butir, width: int, *, marked: bool, no: int | None, remark: str) -> Row:
    """Return the line of one row of a plan."""
    if isinstance(butir, HasilKerja):
        return hasil_row(butir, marked=marked, no=no, remark=remark)
    return kegiatan_row(butir, width, marked=marked, no=no, remark=remark)


def words_of(butir: Butir) -> tuple[str, ...]:
    """Return what is searched in a row of a plan."""
    if isinstance(butir, HasilKerja):
        return butir.uraian, *(satu.uraian for satu in butir.indikator)
    return butir.uraian, butir.satuan


COUNTED = {KEGIATAN: "Keg"}
"""What stands over the number of rows that somebody has."""


def count_column(jenis: str) -> Column:
    """Return the column that counts the rows of somebody's plan."""
    return Column("jumlah", COUNTED.get(jenis, "HK"), 3, align="right")


def people_columns(width: int, remarks: Iterable[str]) -> tuple[Column, ...]:
    """Return the columns of people who get something, or not; names get what remarks leave."""
    wide = width >= WIDE
    remark = width_for(remarks, 10, 30 if wide else 26)
    found = (
        Column("tanda", "", 1, frozen=True),
        Column("nama", "Nama", 30, frozen=True, flexible=True),
        Column("baru", "Baru", 4, align="right"),
        Column("no", "No", 7),
        Column("keterangan", "Keterangan", remark, flexible=not wide),
    )
    return (*found, Column("jabatan", "Jabatan", 30, flexible=True)) if wide else found


def salinan_row(satu: Salinan, width: int, *, marked: bool) -> Row:
    """Return the line of what a person gets."""
    cells: tuple[str, ...] = (
        MARK if marked else "",
        satu.pegawai.nama,
        str(len(satu.baru)) if satu.baru else "–",
        span([butir.no for butir in satu.baru]),
        remark_of(satu, marked=marked),
    )
    if width >= WIDE:
        cells = (*cells, satu.jabatan)
    return Row(satu.nip, cells, mark="" if marked else "muted")


def remark_of(satu: Salinan, *, marked: bool) -> str:
    """Say why somebody gets nothing, or what to know about what he gets."""
    if not satu.baru:
        return satu.alasan or NOTHING_NEW
    words = [] if marked else ["tidak disalin"]
    if satu.ada:
        words.append(f"{len(satu.ada)} sudah ada")
    if satu.disepakati:
        words.append("sudah disepakati")
    if satu.berealisasi:
        words.append("ada realisasi")
    if crowded(satu):
        words.append(f"jadi {total_of(satu)}")
    return "; ".join(words)


def total_of(satu: Salinan) -> int:
    """Return how many rows somebody has then."""
    return len(satu.tersimpan) + len(satu.baru)


def crowded(satu: Salinan) -> bool:
    """Say whether somebody gets more kegiatan than the filling instruction asks for."""
    counted = not any(isinstance(butir, HasilKerja) for butir in satu.baru)
    return counted and total_of(satu) > KEGIATAN_DISARANKAN


def skipped_words(reasons: Iterable[str]) -> str:
    """Count who is left out by reason: ``3 dilewati: 2 sudah dikunci, 1 tidak aktif``."""
    counts = Counter(reason or NOTHING_NEW for reason in reasons)
    if not counts:
        return ""
    if len(counts) == 1:
        reason, number = counts.most_common()[0]
        return f"{number} dilewati: {reason}."
    each = ", ".join(f"{number} {reason}" for reason, number in counts.most_common())
    return f"{counts.total()} dilewati: {each}."


def span(numbers: Sequence[int]) -> str:
    """Write consecutive numbers shortly: ``9–12``."""
    if not numbers:
        return ""
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
