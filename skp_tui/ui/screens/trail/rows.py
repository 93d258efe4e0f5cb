"""The list of what was changed: its columns for a width, a line for each row, and its foot."""

from rich.text import Text

from skp_tui.domain.nip import shown_nip
from skp_tui.domain.text import clean
from skp_tui.services.history.history import Baris
from skp_tui.services.history.step import Rincian
from skp_tui.services.history.words import EMPTY
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.grid.paint import wrap
from skp_tui.ui.widgets.lines import cut, joined, line

WIDE = 120
NAME, WIDER_NAME = 14, 22
WHAT, WIDER_WHAT = 30, 36
CAUSE = 24
FOOT_LINES = 3
TAKEN_BACK = "batal: "
"""What stands before a change that does not stand any more."""
LONGEST_NAME = 40


def columns_for(width: int, *, everybody: bool) -> tuple[Column, ...]:
    """Return the columns for a width; whose it was only where several people are listed."""
    wide = width >= WIDE
    person = (Column("nama", "Nama", WIDER_NAME if wide else NAME),) if everybody else ()
    cause = (Column("sebab", "Sebab", CAUSE),) if wide else ()
    return (
        Column("waktu", "Waktu", 17),
        *person,
        Column("apa", "Apa", WHAT if everybody and not wide else WIDER_WHAT),
        Column("perubahan", "Lama → baru", 12, flexible=True),
        *cause,
    )


def row_of(baris: Baris, width: int, *, everybody: bool) -> Row:
    """Return the line of one change; one that does not stand is said so, not only dimmed."""
    cells = (
        baris.waktu,
        *((baris.nama or "–",) if everybody else ()),
        baris.singkat,
        f"{TAKEN_BACK if baris.gugur else ''}{baris.perubahan}",
        *((baris.sebab_lain,) if width >= WIDE else ()),
    )
    return Row(baris.kunci, cells, mark="muted" if baris.gugur else "")


def foot(baris: Baris | None, width: int) -> Text:
    """Say the cursor's change whole: whose, what, and why where that says more."""
    if baris is None:
        return line("")
    whose = f"{baris.nama} ({shown_nip(baris.nip)})" if baris.nip else ""
    head = " · ".join(filter(None, (whose, f"langkah {baris.langkah}", baris.keadaan)))
    cause = (cut(line(f"Sebab: {baris.sebab_lain}"), width),) if baris.sebab_lain else ()
    room = FOOT_LINES - 1 - len(cause)
    change = wrap(clean(f"{baris.apa}: {baris.perubahan}"), width, room, "…")
    lines = (
        cut(line(head[:1].upper() + head[1:]), width),
        *(line(words, "bold") for words in change),
        *cause,
    )
    return joined(lines, "\n")


def step_text(rincian: Rincian) -> Text:
    """Return a whole step, record by record and column by column."""
    text = Text.assemble((f"Langkah {rincian.langkah} · {rincian.waktu}\n", "bold"), end="")
    text.append(f"Sebab: {clean(rincian.sebab)}\n")
    if rincian.keadaan:
        text.append(f"Langkah ini {rincian.keadaan}.\n")
    for rekaman in rincian.rekaman:
        text.append(f"\n{clean(rekaman.tempat)}\n", style="bold")
        for kolom, lama, baru in rekaman.kolom:
            change = f"{lama} → {baru}"
            if rekaman.utuh:
                change = lama if baru == EMPTY else baru
            if change != EMPTY:
                text.append(f"  {clean(kolom)}: {clean(change)}\n")
    if rincian.lainnya:
        text.append(f"\n… dan {rincian.lainnya} lagi; S di daftar menyimpan semuanya.\n")
    return text


def file_name(nama: str) -> str:
    """Return the name that is offered for the file."""
    words = "".join(sign if sign.isalnum() else " " for sign in clean(nama).lower()).split()
    return f"jejak-{'-'.join(words)[:LONGEST_NAME] or 'semua'}.csv"
