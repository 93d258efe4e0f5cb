"""The sheet of one person's year as lines of text: state, agreed targets, objection."""

from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import wrap

from rich.text import Text

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.domain.dates import parse_date, shown_date
from skp_tui.domain.number import printed, shown
from skp_tui.domain.objection import Tahap
from skp_tui.domain.revision import Perubahan, Revisi, Versi
from skp_tui.domain.text import clean
from skp_tui.rules.objection import Tenggat, waiting
from skp_tui.rules.result import Hasil, Status
from skp_tui.services.lembar import LembarPenilaian, state_words
from skp_tui.services.signing import reason_in
from skp_tui.ui.screens.unit_head import left_words
from skp_tui.ui.widgets.lines import cut, line

LABEL = 13
TARGETS = 36
"""Cells for the targets of an activity; its name gives way to them."""
UNITS = {"bulan": "bln"}
BETWEEN = " · "
DATE = 10
"""Signs of the day in a time of the trail."""


def sheet_lines(
    lembar: LembarPenilaian, versi: Versi | None, today: date, width: int
) -> list[Text]:
    """Return the whole sheet, at most ``width`` cells wide."""
    blocks = [_targets(lembar, versi, width), _objection(lembar, today, width)]
    if lembar.objection() or lembar.orang.penilaian.dikunci is not None:
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
        yield from _row("Dibuka lagi", f"{_day(opened.waktu)}: {reason}", width)
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


# Targets


def _targets(lembar: LembarPenilaian, versi: Versi | None, width: int) -> Iterator[Text]:
    if versi is None:
        yield line("Target yang disepakati", "bold underline")
        yield line("Belum pernah disepakati. S mencatat tanggalnya; sejak itu setiap")
        yield line("perubahan target tampak di sini, di samping yang disepakati.")
        return
    yield line(_title(lembar, versi), "bold underline")
    revisions = lembar.revisions(versi)
    changed = sum(satu.perubahan is not Perubahan.TETAP for satu in revisions)
    yield line(
        f"{changed} kegiatan berubah sejak itu (→ yang sekarang)."
        if changed
        else f"{len(revisions)} kegiatan, tidak ada yang berubah sejak itu."
    )
    parts = len({satu.tempat[0] for satu in revisions})
    named = [satu.semula or satu.kini for satu in revisions]
    room = max((len(clean(satu.uraian)) for satu in named if satu is not None), default=0)
    room = max(10, min(room, width - 7 - TARGETS))
    for revisi in revisions:
        number = f"{revisi.tempat[0]}.{revisi.tempat[1]}" if parts > 1 else str(revisi.tempat[1])
        day = lembar.diubah.get(revisi.tempat, "")
        yield from _revision(revisi, number, _day(day), room, width)


def _title(lembar: LembarPenilaian, versi: Versi) -> str:
    words = f"Target versi {versi.nomor}, disepakati {shown_date(versi.tanggal)}"
    if versi.batal:
        words += ", dibatalkan"
    if len(lembar.versi) > 1:
        words += f"   (V: {len(lembar.versi)} versi)"
    return words


def _day(waktu: str) -> str:
    return shown_date(parse_date(waktu[:DATE])) if waktu else ""


def _revision(revisi: Revisi, number: str, day: str, room: int, width: int) -> Iterator[Text]:
    """Yield an activity as agreed, and below it what became of it since."""
    semula, kini = revisi.semula, revisi.kini
    if semula is None and kini is not None:
        yield from _activity(number, kini, room, width, "bold")
        yield line(f"     → ditambah {day}", "bold")
    elif semula is not None:
        yield from _activity(number, semula, room, width)
        if kini is None:
            yield line(f"     → dihapus {day}", "bold")
        elif revisi.perubahan is Perubahan.DIUBAH:
            words = f"→ {'; '.join(differences(semula, kini))}   (diubah {day})"
            for part in wrap(clean(words), max(10, width - 7), subsequent_indent="  "):
                yield line(f"     {part}", "bold")


def _activity(
    number: str, kegiatan: Kegiatan, room: int, width: int, style: str = ""
) -> Iterator[Text]:
    """Yield number, what it is, and its targets beside it, below each other where they are long."""
    name = cut(line(kegiatan.uraian, style), room)
    for place, words in enumerate(flow(target_words(kegiatan), max(10, width - room - 7))):
        head = Text.assemble(f"{number:>4} ", name) if place == 0 else Text()
        gap = " " * (room + 7 - head.cell_len)
        yield Text.assemble(head, gap, (words, style), no_wrap=True, end="")


def flow(parts: Iterable[str], width: int) -> list[str]:
    """Put parts beside each other as long as there is room; none is broken in two."""
    lines: list[str] = []
    for part in parts:
        if lines and len(lines[-1]) + len(BETWEEN) + len(part) <= width:
            lines[-1] += f"{BETWEEN}{part}"
        else:
            lines.append(part)
    return lines


def target_words(kegiatan: Kegiatan) -> list[str]:
    """Return the targets of an activity, one word each."""
    waktu = UNITS.get(kegiatan.satuan_waktu, kegiatan.satuan_waktu)
    parts = [
        f"{shown(kegiatan.target_kuantitas, '–')} {kegiatan.satuan}".rstrip(),
        f"mutu {shown(kegiatan.target_kualitas, '–')}",
        f"{shown(kegiatan.target_waktu, '–')} {waktu}",
    ]
    if kegiatan.target_biaya is not None:
        parts.append(f"Rp {shown(kegiatan.target_biaya)}")
    return [clean(part) for part in parts]


def differences(semula: Kegiatan, kini: Kegiatan) -> Iterator[str]:
    """Yield what was changed in an activity, old → new."""
    if semula.uraian != kini.uraian:
        yield f"uraian: {semula.uraian} → {kini.uraian}"
    for nama in ("satuan", "satuan_waktu"):
        old, new = getattr(semula, nama), getattr(kini, nama)
        if old != new:
            yield f"{nama.replace('_', ' ')} {old or '–'} → {new or '–'}"
    numbers = {
        "kuantitas": "target_kuantitas",
        "mutu": "target_kualitas",
        "waktu": "target_waktu",
        "biaya": "target_biaya",
        "angka kredit": "ak",
    }
    for words, nama in numbers.items():
        old, new = getattr(semula, nama), getattr(kini, nama)
        if old != new:
            yield f"{words} {shown(old, '–')} → {shown(new, '–')}"


# Objection


def _objection(lembar: LembarPenilaian, today: date, width: int) -> Iterator[Text]:
    yield line("Keberatan", "bold underline")
    if not lembar.objection() and lembar.orang.penilaian.dikunci is None:
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
