"""The sheet of one person's year as lines of text: state, agreed targets, objection."""

from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import wrap

from rich.text import Text

from skp_tui.domain.dates import shown_date
from skp_tui.domain.number import printed
from skp_tui.domain.objection import Tahap
from skp_tui.domain.revision import Versi
from skp_tui.domain.text import clean
from skp_tui.rules.objection import Tenggat, waiting
from skp_tui.rules.result import Hasil, Status
from skp_tui.services.signing.lembar import LembarPenilaian, state_words
from skp_tui.services.signing.signing import reason_in
from skp_tui.ui.screens.signing.sheet_targets import day_of, target_lines
from skp_tui.ui.screens.unit.deadlines import left_words
from skp_tui.ui.widgets.lines import cut, line

LABEL = 13


def sheet_lines(
    lembar: LembarPenilaian, versi: Versi | None, today: date, width: int
) -> list[Text]:
    """Return the whole sheet, at most ``width`` cells wide."""
    blocks = [target_lines(lembar, versi, width), _objection(lembar, today, width)]
    if lembar.objection() or lembar.orang.penilaian.terkunci:
        # after the signature one comes for the objection
        blocks.reverse()
    lines = list(_state(lembar, today, width))
    for block in blocks:
        lines += [line(""), *block]
    return [cut(text, width) for text in lines]


def _row(label: str, words: str, width: int, style: str = "") -> Iterator[Text]:
    """Yield a label with its words, which go on below each other where they are long."""
    found = wrap(clean(words), max(10, width - LABEL)) or [""]
    for place, part in enumerate(found):
        head = label if place == 0 else ""
        yield Text.assemble(f"{head:<{LABEL}}", (part, style), no_wrap=True, end="")


def _value(hasil: Hasil) -> str:
    if hasil.nilai_skp is None and hasil.rata_rata_perilaku is None:
        return hasil.ringkas
    parts = f"SKP {hasil.nilai_skp_tampil} · Perilaku {printed(hasil.rata_rata_perilaku)}"
    return f"{hasil.ringkas}   ({parts})"


def _state(lembar: LembarPenilaian, today: date, width: int) -> Iterator[Text]:
    orang, penilaian = lembar.orang, lembar.orang.penilaian
    hasil = orang.hasil
    yield from _row("Keadaan", state_words(orang, lembar.target_berubah), width, "bold")
    yield from _row("Nilai", _value(hasil), width)
    berlaku = lembar.berlaku
    version = f" (versi {berlaku.nomor})" if berlaku is not None and berlaku.nomor > 1 else ""
    agreed = shown_date(penilaian.disepakati, "belum")
    yield from _row("Disepakati", f"{agreed}{version}", width)
    yield from _row("Dikunci", shown_date(penilaian.dikunci, "belum"), width)
    for opened in lembar.pembukaan:
        reason = reason_in(opened.sebab, penilaian.tahun)
        yield from _row("Dibuka lagi", f"{day_of(opened.waktu)}: {reason}", width)
    if hasil.kurang:
        yield from _row("Kurang", "; ".join(satu.pesan for satu in hasil.kurang), width)
    yield from _row("Berikutnya", next_words(lembar, today), width)


def next_words(lembar: LembarPenilaian, today: date) -> str:
    """Say which key comes next."""
    orang = lembar.orang
    if orang.hasil.status is Status.DIKECUALIKAN:
        return "tidak ada; ia dikecualikan tahun ini."
    waits = waiting(lembar.tenggat)
    if waits is not None:
        return f"O mencatat {waits.tahap}, {stage_words(waits, today).removeprefix('– ')}."
    return _after_lock(lembar, today) if orang.penilaian.dikunci else _before_lock(lembar)


def _before_lock(lembar: LembarPenilaian) -> str:
    agreed = lembar.orang.penilaian.disepakati is not None
    complete = lembar.orang.hasil.status is Status.DINILAI
    if lembar.target_berubah:
        return "S menyepakati target yang berubah."
    if not agreed:
        first = "S mencatat kapan target disepakati"
        return f"{first}; K mengunci, setelah ditandatangani." if complete else f"{first}."
    return "K mengunci, setelah ditandatangani." if complete else "lengkapi yang kurang, di Isi."


def _after_lock(lembar: LembarPenilaian, today: date) -> str:
    limit = lembar.tenggat[0].batas
    if lembar.objection() or limit is None or limit < today:
        return "tidak ada. B membuka kembali, bila ada yang harus diubah."
    return f"tidak ada, kecuali ia keberatan (O), sampai {shown_date(limit)}."


# Objection


def _objection(lembar: LembarPenilaian, today: date, width: int) -> Iterator[Text]:
    yield line("Keberatan", "bold underline")
    if not lembar.objection() and not lembar.orang.penilaian.terkunci:
        yield line("Dapat dicatat setelah penilaian dikunci.")
        return
    for satu in lembar.tenggat:
        yield from _stage(satu, today, width)


def _stage(satu: Tenggat, today: date, width: int) -> Iterator[Text]:
    label = satu.tahap.capitalize()
    overdue = satu.tahap is not Tahap.KEBERATAN and (satu.sisa(today) or 0) < 0
    style = "bold" if satu.terlambat or overdue else ""
    yield from _row(label, stage_words(satu, today), width, style)
    if satu.tertulis is not None:
        yield from _row("", satu.tertulis.isi, width)


def stage_words(satu: Tenggat, today: date) -> str:
    """Say when a stage was taken and how late, or until when it is due."""
    if satu.tertulis is not None:
        words = shown_date(satu.tertulis.tanggal)
        if satu.terlambat:
            words += f" · terlambat {satu.terlambat} hari (batas {shown_date(satu.batas)})"
        return words
    left = satu.sisa(today)
    if left is None:
        return "–"
    if satu.tahap is Tahap.KEBERATAN:
        limit = shown_date(satu.batas)
        if left < 0:
            return f"– tidak diajukan; batasnya {limit}"
        return f"– dapat diajukan sampai {limit} ({left_words(left)})"
    return f"– paling lambat {shown_date(satu.batas)} ({left_words(left)})"


def as_text(lines: Iterable[Text]) -> Text:
    """Join the lines."""
    return Text("\n", end="").join(lines)
