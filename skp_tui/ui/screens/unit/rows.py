"""A line for each person of the list of employees."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from skp_tui.domain.appraisal import SEBUTAN_ALASAN, SEBUTAN_PERINGKAT
from skp_tui.domain.number import printed
from skp_tui.domain.search import searchable
from skp_tui.rules.result import Hasil, Kurang, Status
from skp_tui.services.base.views import Orang
from skp_tui.services.sending.attention import (
    has_odd_amount,
    is_doubtful,
    lacks_kepemimpinan,
    open_outcomes,
    without_rater,
)
from skp_tui.ui.screens.lists.table import WIDE
from skp_tui.ui.widgets.grid.grid import Row
from skp_tui.ui.widgets.row_store import RowStore

FINAL = "nilai"
"""The column of what is missing where the final value is all there is (2021)."""
CHECK = "periksa"
"""The remark about somebody whose entries look mistyped, or do not fit the post."""
NONE = frozenset[str]()
LOCKED = "terkunci"
"""The remark about somebody who is signed, and of whom there is nothing else to say."""


SHORT: Mapping[str, str] = {
    kode: nama.removesuffix(" ekspektasi") for kode, nama in SEBUTAN_PERINGKAT.items()
}  # fmt: skip


class UnitRows(RowStore[Orang]):
    """The lines of the list, and who is to be checked; a line depends on its number and width.

    Both are kept, for finding out anew whom to check takes long in a large unit.
    """

    def __init__(self) -> None:
        super().__init__(lambda satu: satu.nip, searched, self._made)
        self._judged: dict[str, tuple[Orang, bool]] = {}

    def is_to_check(self, orang: Orang) -> bool:
        """Say whether somebody is to be checked, judged anew only where he changed."""
        known = self._judged.get(orang.nip)
        if known is None or known[0] is not orang:
            known = self._judged[orang.nip] = (orang, is_to_check(orang))
        return known[1]

    def _made(self, orang: Orang, number: int, wide: bool) -> Row:  # noqa: FBT001 - from the store
        periksa = self.is_to_check(orang)
        # whoever is complete and not to be checked has no odd amount: it need not be looked for
        may_be_odd = periksa or bool(orang.hasil.kurang) or bool(unsigned(orang))
        odd_skp = may_be_odd and has_odd_amount(orang)
        return row_of(orang, number, remark(orang, periksa=periksa), wide=wide, odd_skp=odd_skp)


def rows_of(
    store: UnitRows, people: Iterable[Orang], numbers: Mapping[str, int], width: int
) -> list[Row]:
    """Return the lines of some people."""
    wide = width >= WIDE
    return [store.row(satu, numbers[satu.nip], wide) for satu in people]


def searched(orang: Orang) -> str:
    """Return what is searched for somebody: name, NIP and post."""
    pegawai = orang.penilaian.pegawai
    return searchable(pegawai.nama, pegawai.nip, orang.penilaian.jabatan)


def row_of(orang: Orang, number: int, said: str, *, wide: bool, odd_skp: bool = False) -> Row:
    """Return the line of one person; a dash is "not yet", never 0.

    ``odd_skp`` gives the SKP a sign of its own: the remark may have no room, or say more.
    """
    hasil, pegawai = orang.hasil, orang.penilaian.pegawai
    cells: tuple[str, ...] = (
        str(number),
        pegawai.nama,
        orang.penilaian.golongan,
        *_values(orang),
        hasil.sebutan or "–",
        said,
    )
    if wide:
        cells = (*cells, orang.penilaian.jabatan)
    excepted = hasil.status is Status.DIKECUALIKAN
    warned = hasil.status is Status.BELUM_DINILAI or not (excepted or hasil.minimal_baik)
    warned = warned or odd_skp or bool(unsigned(orang))
    return Row(
        orang.nip,
        cells,
        mark="muted" if excepted else "warning" if warned else "",
        odd=_of_skp(orang) if odd_skp and not excepted else NONE,
    )


def _of_skp(orang: Orang) -> frozenset[str]:
    """Return the column that tells of the SKP: from 2022 it is the rating of the results."""
    return frozenset({"hasil_kerja" if orang.peraturan.berperingkat else "skp"})


def _values(orang: Orang) -> tuple[str, ...]:
    if not orang.peraturan.berperingkat:
        hasil = orang.hasil
        return hasil.nilai_skp_tampil, printed(hasil.rata_rata_perilaku), hasil.nilai_tampil
    evaluasi = orang.penilaian.evaluasi_tahunan
    given = (evaluasi.hasil_kerja, evaluasi.perilaku_kerja)
    return tuple("–" if satu is None else SHORT[satu] for satu in given)


def remark(orang: Orang, *, periksa: bool) -> str:
    """Say what is missing, why the person is not due, or what should be looked at."""
    exception = orang.penilaian.pengecualian
    if exception is not None:
        return f"({SEBUTAN_ALASAN[exception.alasan]})"
    kurang = orang.hasil.kurang
    # the value beside it already shows that the others are missing, should these be cut
    missing = [*unsigned(orang), *([shortened(kurang)] if kurang else ())]
    if missing:
        return ", ".join(missing)
    return CHECK if periksa else odd(orang.hasil) or (LOCKED if orang.penilaian.terkunci else "")


def is_to_check(orang: Orang) -> bool:
    """Say whether all that somebody needs is there, and some of it should be looked at."""
    due = orang.penilaian.pengecualian is None
    return due and not orang.hasil.kurang and not unsigned(orang) and is_doubtful(orang)


def unsigned(orang: Orang) -> list[str]:
    """Name what is missing though a value is there without it: appraiser, outcomes from 2022."""
    if orang.hasil.status is Status.DIKECUALIKAN:
        return []
    found = {
        "penilai": without_rater(orang),
        "kepemimpinan": lacks_kepemimpinan(orang),
        "realisasi": bool(open_outcomes(orang)),
    }
    return [nama for nama, lacks in found.items() if lacks]


def odd(hasil: Hasil) -> str:
    """Name what is allowed but should be looked at."""
    if hasil.batas:
        return "± batas"
    return "pembinaan" if hasil.sebutan is not None and not hasil.minimal_baik else ""


def shortened(kurang: Sequence[Kurang]) -> str:
    """Count what is missing by kind: ``2 realisasi``, ``5 perilaku``."""
    if kurang[0].kolom == FINAL:
        return kurang[0].pesan
    counts = Counter(_kind(satu) for satu in kurang)
    return ", ".join(f"{number} {kind}" if kind else "kegiatan" for kind, number in counts.items())


def _kind(kurang: Kurang) -> str:
    if not kurang.kolom:
        return ""
    if kurang.pokok == "evaluasi":
        return kurang.pokok
    head = kurang.kolom.partition("_")[0]
    return head if head in {"target", "realisasi"} else "perilaku"
