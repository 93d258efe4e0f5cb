"""The words below the lists of the recap: the cursor's line in full."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from rich.cells import cell_len
from rich.text import Text

from skp_tui.domain.number import printed
from skp_tui.domain.recap import Rekap
from skp_tui.services.recap.raters import Penilai
from skp_tui.services.recap.tren import Titik
from skp_tui.ui.screens.frame.ask import Choice
from skp_tui.ui.screens.rekap.rows import NAMES, READING
from skp_tui.ui.screens.unit.head import progress, shares, spread
from skp_tui.ui.widgets.lines import cut, line

NAME = 40
"""Cells that a name takes at most where it is chosen."""
STILL_READING = "Masih membaca tahun lain; tunggu sebentar."
NO_DATA = "Tahun itu belum ada datanya."


def names(shown: str, count: Callable[[str], int | None], width: int) -> Text:
    """Name the lists with how many lines each has; the one that is shown stands in brackets."""
    text = Text(end="", no_wrap=True)
    for nama, title in NAMES.items():
        chosen = nama == shown
        style = "bold reverse" if chosen else ""
        text.append(f"[{title}]" if chosen else f" {title} ", style=style)
        many = count(nama)
        text.append(f" {READING if many is None else many}   ")
    return cut(text, width)


def unit_foot(rekap: Rekap, width: int) -> Text:
    """Tell a unit as the start screen tells the one that it shows."""
    return _joined(
        [line(f"{rekap.nama_unit}: {counts(rekap)}", "bold"), *_indicator(rekap, width)], width
    )


def year_foot(titik: Titik, width: int) -> Text:
    """Tell a year, and how it may be compared with the one before."""
    lines = [line(compared(titik), "bold")]
    if titik.rekap is not None:
        lines.extend(_indicator(titik.rekap, width))
    return _joined(lines, width)


def rater_foot(penilai: Penilai, width: int) -> Text:
    """Tell an appraiser: his post, whom he has still to judge, and how he judged."""
    rekap, who = penilai.rekap, penilai.pejabat
    post = f"{who.nama} · {who.jabatan}" if who.jabatan else who.nama
    mean = f", rata-rata {printed(penilai.rata_rata)}" if penilai.rata_rata is not None else ""
    lines = [
        line(post, "bold"),
        line(f"{counts(rekap)}{mean}"),
        shares(rekap, width),
        spread(rekap, width),
    ]
    return _joined(lines, width)


def judged(penilai: Penilai) -> list[Choice]:
    """List whom an appraiser judged, and how."""
    width = min(NAME, max(cell_len(satu.nama) for satu in penilai.orang))
    return [
        Choice(satu.nip, Text.assemble(_padded(satu.nama, width), f"  {satu.hasil.ringkas}"))
        for satu in penilai.orang
    ]


def _padded(nama: str, width: int) -> Text:
    shown = cut(line(nama), width)
    shown.pad_right(width - cell_len(shown.plain))
    return shown


def counts(rekap: Rekap) -> str:
    """Count who is there, who is not due, and who is not appraised yet."""
    parts = [f"{rekap.jumlah_pegawai} pegawai"]
    if rekap.dikecualikan:
        parts.append(f"{rekap.dikecualikan} dikecualikan")
    parts.append(f"{rekap.belum_dinilai} belum dinilai" if rekap.belum_dinilai else "semua dinilai")
    parts.append(f"{rekap.minimal_baik} minimal Baik")
    return ", ".join(parts)


def compared(titik: Titik) -> str:
    """Say how a year stands to the one before, and whether both were measured alike."""
    years = f"{titik.dari}" if titik.dari == titik.sampai else f"{titik.dari}-{titik.sampai}"
    if not titik.peraturan:
        return f"{years}: belum ada data."
    words = f"{years} · {titik.peraturan}"
    if titik.tahun_sebelum is None:
        return f"{words} · tahun pertama yang tersimpan"
    if titik.sebelum:
        return (
            f"{words}, menggantikan {titik.sebelum}: tidak sebanding langsung dengan "
            f"{titik.tahun_sebelum}"
        )
    return f"{words}{_change(titik.selisih, titik.tahun_sebelum)}"


def _change(selisih: Fraction | None, tahun: int) -> str:
    if selisih is None:
        return ""
    if not selisih:
        return f" · dari wajib dinilai sama dengan {tahun}"
    verb = "naik" if selisih > 0 else "turun"
    return f" · dari wajib dinilai {verb} {printed(abs(selisih))} poin sejak {tahun}"


def _indicator(rekap: Rekap, width: int) -> list[Text]:
    return [shares(rekap, width), progress(rekap, width), spread(rekap, width)]


def _joined(lines: Sequence[Text], width: int) -> Text:
    return Text("\n", end="", no_wrap=True).join(cut(satu, width) for satu in lines)
