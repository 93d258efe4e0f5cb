"""How activities and people stand in the lists of copying."""

from collections import Counter
from collections.abc import Iterable, Sequence

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.domain.number import shown
from skp_tui.domain.validity import KEGIATAN_DISARANKAN
from skp_tui.services.copying import Salinan
from skp_tui.ui.screens.isi_input import shown_waktu
from skp_tui.ui.screens.people_rows import MARK
from skp_tui.ui.widgets.grid import Column, Row

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


def people_columns(width: int) -> tuple[Column, ...]:
    """Return the columns of people who get something, or not."""
    found = (
        Column("tanda", "", 1, frozen=True),
        Column("nama", "Nama", 30, frozen=True),
        Column("baru", "Baru", 4, align="right"),
        Column("no", "No", 7),
        Column("keterangan", "Keterangan", 26, flexible=True),
    )
    return (*found, Column("jabatan", "Jabatan", 34)) if width >= WIDE else found


def salinan_row(satu: Salinan, width: int, *, marked: bool) -> Row:
    """Return the line of what a person gets."""
    cells: tuple[str, ...] = (
        MARK if marked else "",
        satu.pegawai.nama,
        str(len(satu.baru)) if satu.baru else "–",
        span([kegiatan.no for kegiatan in satu.baru]),
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
    if (total := total_of(satu)) > KEGIATAN_DISARANKAN:
        words.append(f"jadi {total}")
    return "; ".join(words)


def total_of(satu: Salinan) -> int:
    """Return how many activities somebody has then."""
    return len(satu.tersimpan) + len(satu.baru)


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
