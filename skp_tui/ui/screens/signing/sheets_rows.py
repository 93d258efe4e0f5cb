"""The list of many people with how far each is, and the words of who is left out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from skp_tui.domain.search import searchable
from skp_tui.services.base.views import Orang, UnitView
from skp_tui.services.signing.lembar import short_state
from skp_tui.services.signing.signing_many import RencanaTetap, Tindakan, lacks, refusal
from skp_tui.ui.screens.lists.mark_grid import MARK
from skp_tui.ui.screens.lists.table import MANY
from skp_tui.ui.screens.unit.rows import shortened
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.grid.layout import width_for
from skp_tui.ui.widgets.row_store import NumberedRows

WIDE = 110
NAMED = 6
"""People left out who are named; the list itself says why of everybody."""
LONGEST_STATE = 22
"""Cells of the longest state, an agreement with its date."""
NILAI: Final = Column("nilai", "Nilai", 6, align="right")


def columns_for(
    width: int, many: int = 0, state: int = LONGEST_STATE, nilai: Column = NILAI
) -> tuple[Column, ...]:
    """Return the columns for a width; what the states leave goes to names and reasons."""
    return (
        Column("tanda", "", 1, frozen=True),
        Column("no", "No", 3 if many < MANY else 5, align="right", frozen=True),
        Column("nama", "Nama", 23 if width < WIDE else 36, frozen=True, flexible=width < WIDE),
        Column("keadaan", "Keadaan", state),
        nilai,
        Column("kunci", "Untuk dikunci", 13, flexible=True),
    )


def row_of(orang: Orang, number: int, marked: bool) -> Row:  # noqa: FBT001 - from the store
    """Return the line of one person: how far he is, and what keeps him from being locked."""
    halangan = refusal(orang, Tindakan.KUNCI, None)
    locked = orang.penilaian.terkunci
    lacking = "" if halangan is not None else lacks(orang)
    ready = halangan.alasan if halangan is not None else "; ".join(filter(None, ("siap", lacking)))
    if orang.hasil.kurang:
        ready = f"kurang {shortened(orang.hasil.kurang)}"
    cells = (
        MARK if marked else "",
        str(number),
        orang.nama,
        short_state(orang),
        result_of(orang),
        "" if locked else ready,
    )
    warned = lacking or halangan is not None
    return Row(orang.nip, cells, mark="muted" if locked else "warning" if warned else "")


def result_of(orang: Orang) -> str:
    """Return what would be locked: the value, or the predikat where the year has no values."""
    hasil = orang.hasil
    return (hasil.sebutan or "–") if orang.peraturan.berperingkat else hasil.nilai_tampil


class Listed(NumberedRows[Orang]):
    """The people of a unit with their lines; everybody keeps his number, whatever is filtered."""

    def __init__(self, view: UnitView) -> None:
        super().__init__(view.orang, nip_of, _searched, row_of)
        self.view = view
        self.state_width = width_for(map(short_state, view.orang), 8, LONGEST_STATE)
        self.nilai = NILAI
        if any(orang.peraturan.berperingkat for orang in view.orang):
            self.nilai = Column("nilai", "Predikat", width_for(map(result_of, view.orang), 8, 15))
        self._ready = {o.nip for o in view.orang if refusal(o, Tindakan.KUNCI, None) is None}

    def ready(self, nips: Collection[str]) -> int:
        """Return how many of some people can be locked."""
        return len(self._ready.intersection(nips))

    def line(self, orang: Orang, *, marked: bool) -> Row:
        """Return the line of one person."""
        return self.numbered(orang, marked)


def listed(view: UnitView) -> Listed:
    """Write the lines of everybody, in the thread that read."""
    found = Listed(view)
    for orang in view.orang:
        found.line(orang, marked=False)
    return found


def plan_words(rencana: RencanaTetap, hidden: int = 0) -> str:
    """Say who takes part, how many of them the filter hides, and who is left out and why."""
    what = "dikunci" if rencana.tindakan is Tindakan.KUNCI else "disepakati"
    lines = [f"{len(rencana.ikut)} pegawai {what}."]
    if rencana.tindakan is Tindakan.KUNCI:
        lines += _lacking_words(rencana.ikut)
    if hidden:
        lines.append(f"{hidden} yang ditandai tidak tampak, karena daftarnya disaring.")
    if rencana.tidak:
        lines.append(f"{len(rencana.tidak)} tidak ikut:")
        lines += [f"  {orang.nama}: {reason}" for orang, reason in rencana.tidak[:NAMED]]
        more = len(rencana.tidak) - NAMED
        if more > 0:
            lines.append(f"  dan {more} lagi; daftar di belakang menyebut sebabnya")
    return "\n".join(lines)


def _lacking_words(people: Iterable[Orang]) -> Iterator[str]:
    counts = Counter(filter(None, map(lacks, people)))
    if counts:
        words = ", ".join(f"{number} di antaranya {what}" for what, number in counts.items())
        yield f"Perhatikan: {words}."


def nip_of(orang: Orang) -> str:
    """Return what tells somebody apart."""
    return orang.nip


def _searched(orang: Orang) -> str:
    return searchable(orang.nama, orang.nip)
