"""The words above and below the list of a unit: percentages, distribution, what is to be done."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rich.text import Text

from skp_tui.domain.dates import short_date
from skp_tui.domain.number import printed
from skp_tui.domain.office import roots
from skp_tui.domain.period import Penyebut
from skp_tui.domain.recap import Rekap
from skp_tui.domain.text import clean
from skp_tui.record import record
from skp_tui.rules.regulation import governing_instead
from skp_tui.rules.result import Status
from skp_tui.services.base.views import UnitView
from skp_tui.services.recap.saringan import Saringan, kept
from skp_tui.ui.screens.unit.deadlines import (
    bare_deadline,
    deadline,
    least_deadline,
    left_words,
    tight_deadline,
)
from skp_tui.ui.widgets.lines import cut, joined, line, titled

if TYPE_CHECKING:
    from skp_tui.domain.objection import Tunggakan

BAR = 10
HEAD = "Kerjakan: "
KEY = r"\((?:\d|F6)\)"
"""A key in brackets, in the words of what is to be done."""


def title(view: UnitView) -> Text:
    """Name unit, year and regulation, and the one of the year where the period is under another."""
    governing = governing_instead(view.periode)
    instead = "" if governing is None else f" (bukan {governing.nama})"
    return titled("SKP", view.unit.nama, str(view.tahun), f"{view.peraturan.nama}{instead}")


def head(view: UnitView, width: int) -> Text:
    """Return the lines of the indicator."""
    rekap = view.rekap
    lines = [shares(rekap, width), progress(rekap, width), spread(rekap, width), *off_pattern(view)]
    lines += other_tops(view)
    return Text("\n", end="", no_wrap=True).join(cut(text, width) for text in lines)


def other_tops(view: UnitView) -> list[Text]:
    """Say that other top units are not counted here, as after the data of several computers."""
    tops = roots(view.units.values())
    others = [view.units[kode].nama for kode in tops if kode != view.unit.kode]
    if not others or view.unit.kode not in tops:
        return []
    return [line(f"Ada {len(tops)} unit teratas; U memilih yang lain: {', '.join(others)}", "bold")]


def off_pattern(view: UnitView) -> list[Text]:
    """Return the warning of a unit off the pattern of its capaian organisasi, or nothing."""
    if view.capaian is None:
        return []
    from skp_tui.domain.kinerja import SEBUTAN_CAPAIAN  # noqa: PLC0415 - for some years only
    from skp_tui.rules.sebaran import ringkas  # noqa: PLC0415 - for some years only
    from skp_tui.services.entry.capaian import di_luar_pola  # noqa: PLC0415 - for some years only

    broken = "; ".join(ringkas(satu) for satu in di_luar_pola(view))
    head = f"! Di luar pola {SEBUTAN_CAPAIAN[view.capaian]} (B): "
    return [line(f"{head}{broken}", "bold")] if broken else []


def percent(value: Fraction | None) -> str:
    """Write a percentage; a percentage of nothing is a dash."""
    return printed(value) if value is None else f"{printed(value)} %"


def shares(rekap: Rekap, width: int) -> Text:
    """Return both shares at baik or better; the official one is the bold one."""
    by_due = rekap.periode.penyebut is not Penyebut.DINILAI
    return _fullest(
        (
            Text.assemble(
                ("MINIMAL BAIK  ", "bold"),
                _share_text(rekap.persen_dari_wajib, official=by_due),
                f" dari {due}   ",
                _share_text(rekap.persen_dari_dinilai, official=not by_due),
                f" dari {judged}",
            )
            for due, judged in (("wajib dinilai", "yang dinilai"), ("wajib", "dinilai"))
        ),
        width,
    )


def _fullest(texts: Iterable[Text], width: int) -> Text:
    """Return the first text that has room, else the last one, which is the shortest."""
    found = Text("")
    for found in texts:
        if found.cell_len <= width:
            break
    return found


def _share_text(value: Fraction | None, *, official: bool) -> Text:
    """Turn the official share round; one dash alone would look like a cursor."""
    words = percent(value)
    if official and value is None:
        words = f" {words} "
    return Text(words, style="bold reverse" if official else "")


def progress(rekap: Rekap, width: int) -> Text:
    """Return target and capaian, and how far the unit is; the bar gives way first."""
    parts = [_target(rekap)]
    if rekap.capaian is not None:
        parts.append(f"Capaian {percent(rekap.capaian)} {rekap.kategori_capaian}")
    dinilai, wajib = rekap.dinilai, rekap.wajib_dinilai
    far = f"Dinilai {dinilai} dari {wajib}"
    shorter = (f"{far} [{bar(dinilai, wajib)}]", far, f"{dinilai} dari {wajib}")
    return _fullest((line("  ".join((*parts, words))) for words in shorter), width)


def _target(rekap: Rekap) -> str:
    return "Target –" if rekap.target is None else f"Target {percent(rekap.target)}"


def bar(part: int, whole: int, width: int = BAR) -> str:
    """Draw a share; it is full only when nothing is missing, and empty only at nothing."""
    if whole <= 0:
        return "-" * width
    filled = part * width // whole
    if part:
        filled = max(1, filled)
    return "#" * filled + "-" * (width - filled)


def spread(rekap: Rekap, width: int) -> Text:
    """Return how many have each sebutan, with a bar in proportion where all of them have room."""
    words = [f"{nama} {jumlah}" for nama, jumlah in rekap.sebaran.items()]
    gap = "   " if len("   ".join(words)) <= width else "  "
    held = sum(jumlah > 0 for jumlah in rekap.sebaran.values())
    room = width - len(gap.join(words)) - held
    total = sum(rekap.sebaran.values())
    pieces = [
        Text.assemble(word, " ", (_share(jumlah, total, room), "bold"))
        if jumlah and room >= held
        else line(word, "" if jumlah else "dim")
        for word, jumlah in zip(words, rekap.sebaran.values(), strict=True)
    ]
    return joined(pieces, gap)


def _share(part: int, total: int, room: int) -> str:
    return "#" * max(1, part * max(0, room - 5) // total)


@record
class Wording:
    """The words of what is to be done: counts by filter, sending again, and the deadline."""

    names: tuple[str, ...]
    again: str
    until: Callable[[date, date], str]


def to_do(
    view: UnitView, today: date, width: int, *, usang: bool = False, periksa: int = 0
) -> Text:
    """Return what still has to be done, and until when; shorter words where there is no room.

    In brackets stands the key that lists just those people; ``usang`` where the last package is
    not what is stored now, so that it is to be sent again; ``periksa`` counts the lines that say
    so, which no key lists.
    """
    rekap, unjudged = view.rekap, len(kept(Saringan.TANPA_PERILAKU, view.orang))
    below = rekap.dinilai - rekap.minimal_baik
    counts = (rekap.belum_dinilai, below, rekap.nilai_batas, unjudged)
    for wording in WORDINGS:
        if wording is PERILAKU_KEPT and not unjudged:
            continue
        found = _to_do(view, today, wording, counts, usang=usang, periksa=periksa)
        if found.cell_len <= width:
            break
    if not view.keberatan:
        return _in_two(found, width)
    found = cut(found, width)
    first = objections(view, today, width)
    rest = Text(" " * len(HEAD), end="").append_text(found[len(HEAD) :])
    return Text("\n", end="", no_wrap=True).join([first, rest])


def _in_two(found: Text, width: int) -> Text:
    """Return what is to be done in a second line too where the tightest words are too long."""
    if found.cell_len <= width:
        return found
    at = found.plain.rfind(" · ", 0, width)
    if at < len(HEAD):
        return cut(found, width)
    first, rest = found[:at], found[at + len(" · ") :]
    second = Text.assemble(" " * len(HEAD), rest, no_wrap=True, end="")
    return Text("\n", end="", no_wrap=True).join([first, cut(second, width)])


def _to_do(
    view: UnitView,
    today: date,
    wording: Wording,
    counts: Sequence[int],
    *,
    usang: bool,
    periksa: int,
) -> Text:
    rekap, brief = view.rekap, not wording.again.startswith("(")
    parts = [
        text.format(number)
        for number, text in zip(counts, wording.names, strict=True)
        if number and text
    ]
    if not rekap.belum_dinilai and rekap.wajib_dinilai and not (brief and usang):
        parts.insert(0, "semua dinilai" if brief else "semua sudah dinilai")
    if periksa:
        parts.insert(0, f"periksa {periksa}" if brief else f"{periksa} periksa")
    if usang:
        parts.append(wording.again)
    if view.periode.batas_waktu is not None:
        parts.append(wording.until(view.periode.batas_waktu, today))
    waits = usang or any(counts) or periksa
    found = Text.assemble((HEAD, "bold" if waits else ""), " · ".join(parts), no_wrap=True, end="")
    found.highlight_regex(KEY, "bold")
    return found


def objections(view: UnitView, today: date, width: int) -> Text:
    """Say how many objections wait (5 lists them), for what the first one, until when, and whose.

    Its year stands before it where another one is shown; whose it is gives way first.
    """
    first = view.keberatan[0]
    year = "" if first.tahun == view.tahun else f"{first.tahun}: "
    many = f"(5) {len(view.keberatan)} keberatan"
    when = f"{short_date(first.batas)} ({left_words((first.batas - today).days)})"
    name = clean(first.nama)
    full = f"{HEAD}{many} · {year}{first.tahap} paling lambat {when} · {name}"
    if len(full) > width:
        full = f"{HEAD}{many} · {year}{first.tahap} {when} · {name}"
    found = line(full)
    found.stylize("bold", 0, len(f"{HEAD}(5)"))
    return cut(found, width)


def waiting_line(satu: "Tunggakan", today: date) -> Text:
    """Return an objection as a line of a list: its year, for what it waits, until when, whose."""
    when = f"{short_date(satu.batas)} ({left_words((satu.batas - today).days)})"
    return line(f"{satu.tahun}  {satu.tahap:<9}  {when:<29}  {clean(satu.nama)}")


_LONG = ("(1) {} belum lengkap", "(2) {} di bawah Baik", "(3) {} nilai batas")
_KEYED = ("(1) {} belum", "(2) {} < Baik", "(3) {} ± batas")
_COUNTS = ("belum {}", "< Baik {}", "± batas {}")
"""The number last, as one in front would look like a key where none stands in brackets."""
AGAIN, AGAIN_BRIEF = "(F6) kirim lagi", "kirim lagi"
PERILAKU_KEPT = Wording((*_KEYED, "(4) {} perilaku"), AGAIN, bare_deadline)
"""The days that are left give way to who lacks perilaku, where there is such a one."""
WORDINGS = (
    Wording((*_LONG, "(4) {} tanpa perilaku"), AGAIN, deadline),
    Wording((_KEYED[0], _LONG[1], _KEYED[2], "(4) {} tanpa perilaku"), AGAIN, deadline),
    Wording((*_KEYED, "(4) {} perilaku"), AGAIN, deadline),
    Wording((*_KEYED, "(4) {} perilaku"), AGAIN, tight_deadline),
    PERILAKU_KEPT,
    Wording((*_KEYED, ""), AGAIN, tight_deadline),
    Wording((*_COUNTS, "perilaku {}"), AGAIN_BRIEF, tight_deadline),
    Wording((*_COUNTS, ""), AGAIN_BRIEF, tight_deadline),
    Wording((*_COUNTS, ""), AGAIN_BRIEF, bare_deadline),
    Wording((*_COUNTS, ""), AGAIN_BRIEF, least_deadline),
)
"""From the fullest words to the tightest, each after its key as long as there is room for keys."""


def state_of(status: Status, kurang: int, *, locked: bool) -> str:
    """Name the state of one appraisal."""
    if locked:
        return "terkunci"
    if status is Status.DIKECUALIKAN:
        return "dikecualikan"
    return "draf" if kurang else "lengkap"
