"""The words of the distribution: the choices above it, its lines, and the pattern below."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from skp_tui.domain.kinerja import SEBUTAN_CAPAIAN, CapaianOrganisasi
from skp_tui.domain.recap import Rekap
from skp_tui.domain.recap import percent as share_of
from skp_tui.rules.result import Status
from skp_tui.rules.sebaran import Keadaan, Syarat, is_compared, selisih_words
from skp_tui.services.base.views import Orang
from skp_tui.ui.screens.unit.head import bar, percent
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import cut, joined, line

BELUM: Final = "belum"
"""The line of those who have no predikat yet."""
BAR: Final = 30
NARROW: Final = 60
HEAD: Final = "Capaian organisasi"
SHORT_HEAD: Final = "Capaian"
CHOOSE: Final = "1 sampai 5 mencatat capaian organisasi; lalu tampak sebaran yang diharapkan."
TOO_FEW: Final = "Kurang dari empat orang yang wajib dinilai: tidak dibandingkan dengan pola."
ONLY_A_WARNING: Final = "Peringatan saja: predikat siapa pun tetap keputusan pejabat penilai."
STILL_OPEN: Final = "? belum tentu: yang belum dinilai masih dapat memenuhinya."
HEADS: Final = ("Diharapkan", "Batas", "Ada", "Bagian", "Selisih")
SIGNS: Final[Mapping[Keadaan, str]] = {
    Keadaan.SESUAI: " ",
    Keadaan.TERBUKA: "?",
    Keadaan.DI_LUAR: "!",
}
"""Stand before a rule, so that what is off is seen without colour."""


def columns(width: int) -> tuple[Column, ...]:
    """Return the columns of the distribution; the bar gives way first."""
    narrow = width < NARROW
    found = (
        Column("predikat", "Predikat", 15, frozen=narrow),
        Column("orang", "Orang", 6, align="right"),
        Column("bagian", "Bagian", 9, align="right"),
    )
    return found if narrow else (*found, Column("bagan", "dari wajib dinilai", BAR))


def rows(rekap: Rekap, width: int) -> list[Row]:
    """Return a line for each predikat, best first, and one for those who have none yet."""
    due = rekap.wajib_dinilai
    counts = {**rekap.sebaran, BELUM: rekap.belum_dinilai}
    return [_row(nama, many, due, width) for nama, many in counts.items()]


def _row(nama: str, many: int, due: int, width: int) -> Row:
    cells = (label(nama), str(many), percent(share_of(many, due)), bar(many, due, BAR))
    return Row(nama, cells[: len(columns(width))], mark="" if many else "muted")


def label(nama: str) -> str:
    """Return what a line is called."""
    return "Belum dinilai" if nama == BELUM else nama


def with_predikat(people: Iterable[Orang], nama: str) -> tuple[Orang, ...]:
    """Return who has a predikat, or who is due and has none."""
    due = (satu for satu in people if satu.hasil.status is not Status.DIKECUALIKAN)
    wanted = None if nama == BELUM else nama
    return tuple(satu for satu in due if satu.hasil.sebutan == wanted)


def choices(chosen: CapaianOrganisasi | None, width: int) -> Text:
    """Return the five capaian with the keys that choose them; where there is no room the chosen."""
    named = [_choice(nomor, satu, chosen) for nomor, satu in enumerate(CapaianOrganisasi, 1)]
    for head, gap in ((HEAD, "   "), (HEAD, "  "), (SHORT_HEAD, "  "), (SHORT_HEAD, " ")):
        found = Text.assemble((head, "bold"), "  ", joined(named, gap), no_wrap=True, end="")
        if found.cell_len <= width:
            return found
    word = "belum dipilih" if chosen is None else SEBUTAN_CAPAIAN[chosen]
    return cut(Text.assemble((SHORT_HEAD, "bold"), f" (1-5): {word}"), width)


def _choice(nomor: int, satu: CapaianOrganisasi, chosen: CapaianOrganisasi | None) -> Text:
    words = f"{nomor} {SEBUTAN_CAPAIAN[satu]}"
    return line(f"[{words}]", "bold reverse") if satu is chosen else line(words)


def pattern(syarat: Sequence[Syarat], wajib_dinilai: int, width: int) -> Text:
    """Return the rules of the pattern with what there is and by how much it is off."""
    if not syarat:
        return cut(line(CHOOSE if is_compared(wajib_dinilai) else TOO_FEW), width)
    lines = [cut(text, width) for text in _table(syarat, width)]
    lines[0].stylize("dim")
    for text, satu in zip(lines[1:], syarat, strict=True):
        if satu.keadaan is Keadaan.DI_LUAR:
            text.stylize("bold")
    waits = any(satu.keadaan is Keadaan.TERBUKA for satu in syarat)
    notes = [STILL_OPEN, ONLY_A_WARNING] if waits else [ONLY_A_WARNING]
    return Text("\n", end="", no_wrap=True).join(
        [*lines, *(cut(line(note), width) for note in notes)]
    )


def _table(syarat: Sequence[Syarat], width: int) -> list[Text]:
    """Put the rules into columns; the share gives way first, then all but what is off."""
    full = [HEADS, *(_rule(satu) for satu in syarat)]
    signs = [" ", *(SIGNS[satu.keadaan] for satu in syarat)]
    for kept in ((0, 1, 2, 3, 4), (0, 1, 2, 4)):
        cells = [tuple(row[place] for place in kept) for row in full]
        found = _columns(signs, cells)
        if max(text.cell_len for text in found) <= width:
            return found
    rest = zip(signs[1:], full[1:], strict=True)
    return [line(f"  {HEADS[0]}"), *(line(f"{sign} {row[-1]}: {row[0]}") for sign, row in rest)]


def _rule(satu: Syarat) -> tuple[str, ...]:
    counts = str(satu.batas), str(satu.jumlah), percent(satu.bagian)
    return satu.uraian, *counts, selisih_words(satu)


def _columns(signs: Sequence[str], table: Sequence[tuple[str, ...]]) -> list[Text]:
    widths = [max(cell_len(text) for text in column) for column in zip(*table, strict=True)]
    found = []
    for sign, (rule, *figures, off) in zip(signs, table, strict=True):
        numbers = [text.rjust(room) for text, room in zip(figures, widths[1:], strict=False)]
        found.append(line("  ".join([f"{sign} {rule.ljust(widths[0])}", *numbers, off])))
    return found
