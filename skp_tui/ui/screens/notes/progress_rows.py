"""How progress is shown: a line for each kegiatan, a line for each entry, and the words."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from skp_tui.domain.dates import short_date, shown_date
from skp_tui.domain.number import fixed, printed, rounded, shown
from skp_tui.domain.progress import (
    TRIWULAN,
    Catatan,
    Kedudukan,
    Kemajuan,
    Rentang,
    per_triwulan,
)
from skp_tui.services.entry.progress import Baris
from skp_tui.ui.widgets.grid.grid import Column, Row

BAR: Final = 8
QUARTERS_FROM: Final = 111
OUTCOME_FROM: Final = 122
FROZEN_BELOW: Final = 80
MOST_DECIMALS: Final = 6
SERATUS: Final = 100
OUTSIDE: Final = "(di luar masa) "


def columns_for(width: int, *, moved: bool) -> tuple[Column, ...]:
    """Return the columns of the kegiatan: quarters and outcome only where they fit."""
    narrow = width < FROZEN_BELOW
    found = [
        Column("no", "No", 4 if moved else 2, align="right", frozen=narrow),
        Column("uraian", "Kegiatan", 16, frozen=narrow, flexible=True),
    ]
    if width >= QUARTERS_FROM:
        found.extend(Column(name, name, 7, align="right") for name in TRIWULAN)
    found.append(Column("jumlah", "Jumlah", 7, align="right"))
    if width >= OUTCOME_FROM:
        found.append(Column("realisasi", "Realisasi", 9, align="right"))
    return (
        *found,
        Column("target", "Target", 11),
        Column("capaian", "Capaian", 7, align="right"),
        Column("bagan", "| = kini", BAR + 3),
        Column("kedudukan", "Kedudukan", 16),
    )


def entry_columns(width: int) -> tuple[Column, ...]:
    """Return the columns of the entries: where there is room, more of the evidence."""
    return (
        Column("tanggal", "Tanggal", 11),
        Column("jumlah", "Jumlah", 9, align="right"),
        Column("isi", "Catatan", 20, flexible=True),
        Column("bukti", "Bukti", 18 if width < QUARTERS_FROM else 36),
    )


def key_of(baris: Baris) -> str:
    """Return what tells a kegiatan apart."""
    return f"{baris.bagian}.{baris.kegiatan.no}"


def row_of(baris: Baris, columns: Sequence[Column], *, moved: bool) -> Row:
    """Return the line of a kegiatan; a dash is "not yet", never 0."""
    kegiatan, kemajuan = baris.kegiatan, baris.kemajuan
    quarters = (shown(satu, "–") for satu in per_triwulan(baris.catatan))
    cells = {
        "no": key_of(baris) if moved else str(kegiatan.no),
        "uraian": kegiatan.uraian,
        **dict(zip(TRIWULAN, quarters, strict=True)),
        "jumlah": shown(kemajuan.jumlah, "–"),
        "realisasi": shown(kegiatan.realisasi_kuantitas, "–"),
        "target": f"{shown(kemajuan.target, '–')} {kegiatan.satuan}".strip(),
        "capaian": percent(None if kemajuan.jumlah is None else kemajuan.capaian),
        "bagan": bar(kemajuan),
        "kedudukan": standing(kemajuan),
    }
    behind = kemajuan.kedudukan in {Kedudukan.TERTINGGAL, Kedudukan.BELUM_DICATAT}
    texts = tuple(cells[column.key] for column in columns)
    return Row(key_of(baris), texts, mark="warning" if behind else "")


def entry_row(catatan: Catatan, rentang: Rentang) -> Row:
    """Return the line of an entry; one that its part no longer holds says so."""
    outside = "" if rentang.memuat(catatan.tanggal) else OUTSIDE
    cells = (
        short_date(catatan.tanggal),
        shown(catatan.jumlah, "–"),
        f"{outside}{catatan.isi}",
        catatan.bukti,
    )
    return Row(str(catatan.nomor), cells)


def percent(share: Fraction | None) -> str:
    """Write a share of the target; what is not reached never reads 100 %."""
    if share is None:
        return "–"
    value, decimals = share * SERATUS, 0
    while share < 1 and rounded(value, decimals) >= SERATUS * 10**decimals:
        decimals += 1
        if decimals > MOST_DECIMALS:
            return "< 100 %"
    return f"{fixed(value, decimals, ',')} %"


def bar(kemajuan: Kemajuan) -> str:
    """Draw how far the target is reached; the stroke in it is how far the time is."""
    capaian = kemajuan.capaian
    if capaian is None:
        return ""
    done = min(int(capaian * BAR), BAR)
    now = int(kemajuan.waktu * BAR)
    cells = "#" * done + "-" * (BAR - done)
    return f"[{cells[:now]}|{cells[now:]}]"


def standing(kemajuan: Kemajuan) -> str:
    """Say where a kegiatan stands, with by how much."""
    kedudukan, selisih = kemajuan.kedudukan, kemajuan.selisih
    if kedudukan in {Kedudukan.DI_DEPAN, Kedudukan.TERTINGGAL} and selisih is not None:
        return f"{kedudukan} {abs(selisih)} %"
    return str(kedudukan)


def time_words(baris: Baris, today_days: int, *, moved: bool) -> str:
    """Say how much of the year, or of the part, has gone by."""
    rentang = baris.rentang
    share = printed(baris.kemajuan.waktu * SERATUS)
    what = f"Bagian {baris.bagian}" if moved else "Waktu"
    return (
        f"{what} lewat {share} %: {today_days}/{rentang.hari} hari, "
        f"{shown_date(rentang.mulai)} s.d. {shown_date(rentang.selesai)}"
    )


def offer_words(baris: Baris, *, locked: bool) -> str:
    """Say what the sum is beside the outcome, and which key takes it over."""
    kegiatan = baris.kegiatan
    total, outcome = baris.kemajuan.jumlah, kegiatan.realisasi_kuantitas
    if kegiatan.target_kuantitas is None:
        return "Tanpa target kuantitas: boleh dicatat, tetapi jumlahnya tidak menjadi realisasi."
    kept = f"realisasi {shown(outcome)}" if outcome is not None else "realisasi masih kosong"
    if total is None:
        return f"Belum ada jumlah; {kept}."
    words = f"Jumlah {shown(total)} {kegiatan.satuan}".strip()
    if total == outcome:
        return f"{words} sama dengan realisasinya."
    if locked:
        return f"{words}, {kept}."
    verb = "memakainya" if outcome is None else f"menggantinya dengan {shown(total)}"
    return f"{words}, {kept}: Ctrl+R {verb}."
