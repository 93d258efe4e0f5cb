"""What stands below the ratings of many people: the guiding texts, and the distribution so far."""

from typing import Final

from rich.text import Text

from skp_tui.domain.appraisal import TAHUNAN
from skp_tui.domain.kinerja import SEBUTAN_CAPAIAN, CapaianOrganisasi
from skp_tui.rules.permenpanrb6_words import PEDOMAN
from skp_tui.rules.sebaran import Keadaan, Syarat, selisih_words
from skp_tui.services.base.views import UnitView
from skp_tui.services.entry.capaian import CAPAIAN, expects
from skp_tui.services.entry.rating import SebaranPeriode
from skp_tui.ui.screens.cells.choice_words import PERINGKAT_SINGKAT
from skp_tui.ui.widgets.grid.paint import wrap
from skp_tui.ui.widgets.lines import cut, joined, line

LABEL: Final = 2 + max(len(words) for words in PERINGKAT_SINGKAT.values()) + 2
SPREAD: Final = "Sebaran  "
SHORTER: Final = {"Sangat ": "S. ", "Butuh ": "B. "}
MOST: Final = 3
"""Lines that one guiding text may take."""
TOO_FEW: Final = "tidak dibandingkan, kurang dari empat orang"
NOT_CHOSEN: Final = "Capaian organisasi belum dipilih (B di layar Unit): belum ada pola."


def guide(kolom: str, width: int, *, brief: bool) -> Text:
    """Return what speaks for each rating of a column, each with the number that chooses it.

    Both columns take the same lines, so that nothing moves when the cursor changes columns; where
    there is little room each text is one line.
    """
    room = max(1, width - LABEL)
    texts = {name: _wrapped(name, room, 1 if brief else MOST) for name in PEDOMAN}
    lines: list[Text] = []
    for number, (words, found) in enumerate(zip(RATED, texts[kolom], strict=True), start=1):
        label = f"{number} {words}".ljust(LABEL)
        lines.append(Text.assemble((label, "bold"), line(found[0]), no_wrap=True, end=""))
        lines += [line(" " * LABEL + rest) for rest in found[1:]]
    height = max(sum(map(len, found)) for found in texts.values())
    lines += [line(" ")] * (height - len(lines))
    return joined([cut(one, width) for one in lines], "\n")


RATED: Final = tuple(PERINGKAT_SINGKAT.values())


def _wrapped(kolom: str, room: int, limit: int) -> list[list[str]]:
    return [wrap(PEDOMAN[kolom][rating], room, limit, "…") for rating in PERINGKAT_SINGKAT]


def spread(sebaran: SebaranPeriode, view: UnitView, width: int) -> Text:
    """Return how many have each predikat, and how the expected distribution stands to that.

    Only the yearly predikat is expected to be spread, where the regulation says how.
    """
    found = cut(_counts(sebaran, width), width)
    if sebaran.periode != TAHUNAN or CAPAIAN not in view.peraturan.isian:
        return found
    return joined([found, cut(_pattern(sebaran, expects(view), width), width)], "\n")


def _counts(sebaran: SebaranPeriode, width: int) -> Text:
    """Return the counts; where they do not fit the heading goes first, then whole words."""
    counts = [f"{nama} {jumlah}" for nama, jumlah in sebaran.jumlah.items() if jumlah]
    if sebaran.belum:
        counts.append(f"belum {sebaran.belum}")
    words = " · ".join(counts) or "tidak ada yang wajib dinilai"
    if len(SPREAD) + len(words) <= width:
        return Text.assemble((SPREAD, "bold"), line(words), end="", no_wrap=True)
    if len(words) > width:
        for whole, short in SHORTER.items():
            words = words.replace(whole, short)
    return line(words)


def _pattern(sebaran: SebaranPeriode, capaian: CapaianOrganisasi | None, width: int) -> Text:
    if capaian is None:
        return line(NOT_CHOSEN, "dim")
    head = Text.assemble(("Pola     ", "bold"), f"capaian {SEBUTAN_CAPAIAN[capaian]}: ", end="")
    rules = sorted(sebaran.syarat(capaian), key=lambda satu: satu.keadaan is Keadaan.SESUAI)
    if not rules:
        return Text.assemble(head, TOO_FEW, end="", no_wrap=True)
    pieces = [_rule(satu) for satu in rules]
    whole = Text.assemble(head, joined(pieces, " · "), end="", no_wrap=True)
    off = [piece for piece, satu in zip(pieces, rules, strict=True) if not satu.terpenuhi]
    if whole.cell_len <= width or not off:
        return whole
    return Text.assemble(head, joined(off, " · "), end="", no_wrap=True)


def _rule(satu: Syarat) -> Text:
    """Return one rule; what is off whoever is rated yet stands out."""
    style = "bold reverse" if satu.keadaan is Keadaan.DI_LUAR else ""
    return Text.assemble(f"{satu.uraian}: ", (selisih_words(satu), style), end="", no_wrap=True)
