"""The targets of one person's year as lines of text: as agreed, and what became of them since."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from rich.text import Text

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.domain.dates import parse_date, shown_date
from skp_tui.domain.kinerja import HasilKerja, Indikator
from skp_tui.domain.number import shown
from skp_tui.domain.revision import Butir, Perubahan, Revisi, TempatSasaran, Versi
from skp_tui.domain.text import clean
from skp_tui.domain.ukuran import shown_ukuran
from skp_tui.services.signing.lembar import LembarPenilaian
from skp_tui.ui.widgets.lines import cut, line

TARGETS = 36
"""Cells for the targets of a row; its name gives way to them."""
UNITS = {"bulan": "bln"}
BETWEEN = " · "
DATE = 10
"""Signs of the day in a time of the trail."""


def target_lines(lembar: LembarPenilaian, versi: Versi | None, width: int) -> Iterator[Text]:
    """Yield the targets as agreed, with what became of each since."""
    if versi is None:
        yield line("Target yang disepakati", "bold underline")
        yield line("Belum pernah disepakati. S mencatat tanggalnya; sejak itu setiap")
        yield line("perubahan target tampak di sini, di samping yang disepakati.")
        return
    yield line(_title(lembar, versi), "bold underline")
    revisions = lembar.revisions(versi)
    changed = sum(satu.perubahan is not Perubahan.TETAP for satu in revisions)
    what = _sort(revisions)
    yield line(
        f"{changed} {what} berubah sejak itu (→ yang sekarang)."
        if changed
        else f"{len(revisions)} {what}, tidak ada yang berubah sejak itu."
    )
    parts = len({satu.tempat[0] for satu in revisions})
    named = [satu.semula or satu.kini for satu in revisions]
    room = max((len(clean(satu.uraian)) for satu in named if satu is not None), default=0)
    room = max(10, min(room, width - 7 - TARGETS))
    for revisi in revisions:
        number = _number(revisi.tempat, parts)
        day = lembar.diubah.get(revisi.tempat, "")
        yield from _revision(revisi, number, day_of(day), room, width)


def _sort(revisions: Sequence[Revisi]) -> str:
    """Name what was agreed on: kegiatan, from 2022 on the rows of a plan."""
    rows = (satu.semula or satu.kini for satu in revisions)
    return "kegiatan" if all(isinstance(satu, Kegiatan) for satu in rows) else "baris rencana"


def _number(tempat: TempatSasaran, parts: int) -> str:
    """Write ``3`` or ``3.1``; the part comes before it where there are several."""
    part, *numbers = tempat
    shown_ones = [str(no) for no in numbers if no]
    return ".".join([str(part), *shown_ones] if parts > 1 else shown_ones)


def _title(lembar: LembarPenilaian, versi: Versi) -> str:
    words = f"Target versi {versi.nomor}, disepakati {shown_date(versi.tanggal)}"
    if versi.batal:
        words += ", dibatalkan"
    if len(lembar.versi) > 1:
        words += f"   (V: {len(lembar.versi)} versi)"
    return words


def day_of(waktu: str) -> str:
    """Return the day of a time of the trail, in words."""
    return shown_date(parse_date(waktu[:DATE])) if waktu else ""


def _revision(revisi: Revisi, number: str, day: str, room: int, width: int) -> Iterator[Text]:
    """Yield an activity as agreed, and below it what became of it since."""
    semula, kini = revisi.semula, revisi.kini
    if semula is None and kini is not None:
        yield from _row(number, kini, room, width, "bold")
        yield line(f"     → ditambah {day}", "bold")
    elif semula is not None:
        yield from _row(number, semula, room, width)
        if kini is None:
            yield line(f"     → dihapus {day}", "bold")
        elif revisi.perubahan is Perubahan.DIUBAH:
            words = f"→ {'; '.join(differences(semula, kini))}   (diubah {day})"
            for part in wrap(clean(words), max(10, width - 7), subsequent_indent="  "):
                yield line(f"     {part}", "bold")


def _row(number: str, butir: Butir, room: int, width: int, style: str = "") -> Iterator[Text]:
    """Yield number, what it is, and its targets beside it, below each other where they are long."""
    name = cut(line(butir.uraian, style), room)
    for place, words in enumerate(flow(target_words(butir), max(10, width - room - 7))):
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


def target_words(butir: Butir) -> list[str]:
    """Return what is agreed on beside the words of a row, one part each."""
    if isinstance(butir, HasilKerja):
        return [f"hasil kerja {butir.jenis}"]
    if isinstance(butir, Indikator):
        return [clean(shown_ukuran(butir.target, butir.satuan, "–")), butir.aspek]
    waktu = UNITS.get(butir.satuan_waktu, butir.satuan_waktu)
    parts = [
        f"{shown(butir.target_kuantitas, '–')} {butir.satuan}".rstrip(),
        f"mutu {shown(butir.target_kualitas, '–')}",
        f"{shown(butir.target_waktu, '–')} {waktu}",
    ]
    if butir.target_biaya is not None:
        parts.append(f"Rp {shown(butir.target_biaya)}")
    return [clean(part) for part in parts]


def differences(semula: Butir, kini: Butir) -> Iterator[str]:
    """Yield what was changed in a row, old → new."""
    if semula.uraian != kini.uraian:
        yield f"uraian: {semula.uraian} → {kini.uraian}"
    before, now = _told(semula), _told(kini)
    for words in before:
        if before[words] != now.get(words):
            yield f"{words} {before[words] or '–'} → {now.get(words) or '–'}"


def _told(butir: Butir) -> Mapping[str, str]:
    """Return what is agreed on beside the words of a row, by its name."""
    if isinstance(butir, HasilKerja):
        return {"jenis": butir.jenis, "rencana pimpinan": butir.rencana_pimpinan}
    if isinstance(butir, Indikator):
        return {"aspek": butir.aspek, "target": shown_ukuran(butir.target, butir.satuan)}
    return {
        "satuan": butir.satuan,
        "satuan waktu": butir.satuan_waktu,
        "kuantitas": shown(butir.target_kuantitas),
        "mutu": shown(butir.target_kualitas),
        "waktu": shown(butir.target_waktu),
        "biaya": shown(butir.target_biaya),
        "angka kredit": shown(butir.ak),
    }
