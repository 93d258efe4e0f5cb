"""What the screen of the plan says around its list: counts, what is not read, what disagrees."""

from collections.abc import Iterator, Sequence
from itertools import starmap
from typing import TYPE_CHECKING, Final

from rich.text import Text

from skp_tui.domain.text import clean
from skp_tui.exchange.columns.unseen import count_gathered
from skp_tui.exchange.plan.model import Rencana
from skp_tui.rules.regulation import masa_of
from skp_tui.services.imports.disputes import later_exports
from skp_tui.services.imports.import_many import Borongan, Gladi
from skp_tui.services.imports.tally import follows_no_more
from skp_tui.services.imports.unread import Luput
from skp_tui.ui.screens.impor.kind_words import kind_words
from skp_tui.ui.screens.impor.words import column_words
from skp_tui.ui.screens.plan.entries import Keadaan, Susunan
from skp_tui.ui.screens.unit.head import bar
from skp_tui.ui.widgets.grid.paint import wrap
from skp_tui.ui.widgets.lines import cut, joined, line, titled

if TYPE_CHECKING:
    from skp_tui.ui.screens.plan.reading import Terencana

UNREAD_LINES: Final = 2
NAME: Final = 13
BAR: Final = 30
SLOW: Final = 1.0
"""Seconds after which a screen counts them."""
CANCEL: Final = "Belum ada yang disimpan; Esc membatalkan."
KEYS: Final = ("B", "U", "S", "D", "P")
WORDS: Final = ("baru", "berubah", "sama", "ditolak", "peringatan")
WAY_OUT: Final = "Jalan keluar: impor hanya berkas PC yang benar, atau betulkan salah satunya."
TITLES: Final = tuple(f"{key} {word}" for key, word in zip(KEYS, WORDS, strict=True))


def number(count: int) -> str:
    """Write a count as people here do: ``50.000``."""
    return f"{count:,}".replace(",", ".")


def title(borongan: Borongan) -> Text:
    """Name what is imported: the file, or how many, and of which kinds."""
    what = file_words(borongan)
    kinds = ", ".join(kind_words(jenis) for jenis in borongan.jenis)
    return titled("Rencana impor", what, kinds)


def lasting(words: str, seconds: float) -> str:
    """Add for how long something goes on, once that is worth a word: it is alive."""
    return f"{words}… {int(seconds)} detik" if seconds >= SLOW else f"{words}…"


def reading(done: int, total: int, seconds: float, width: int) -> Text:
    """Say how far reading and checking is."""
    if total:
        share = f"{number(done)} dari {number(total)} baris"
        first = f"Memeriksa  [{bar(done, total, BAR)}]  {share}"
    else:
        first = lasting("Membaca berkas", seconds)
    lines = [cut(line(first, "bold"), width), cut(line(CANCEL), width)]
    return Text("\n", end="", no_wrap=True).join(lines)


def file_words(borongan: Borongan) -> str:
    """Name the file, or count them."""
    berkas = borongan.berkas
    return berkas[0].name if len(berkas) == 1 else f"{number(len(berkas))} berkas"


# The counts


def counts_of(rencana: Rencana) -> tuple[int, ...]:
    """Count the rows of one kind: new, changed, same, refused, and its warnings."""
    return (
        len(rencana.baru), len(rencana.berubah), rencana.sama, rencana.jumlah_ditolak,
        count_gathered(rencana.peringatan),
    )  # fmt: skip


def totals(rencana: Sequence[Rencana]) -> tuple[int, ...]:
    """Count the rows of all kinds."""
    found = [counts_of(satu) for satu in rencana]
    return tuple(map(sum, zip(*found, strict=True))) if found else (0,) * len(WORDS)


def head(plan: "Terencana", width: int, height: int) -> Text:
    """Count first, kind by kind where there are several and the screen is high enough."""
    kinds = plan.gladi.rencana
    most = UNREAD_LINES if height > UNREAD_LINES else 1
    unread = [
        line(part, style)
        for words, style in unread_notes(plan.luput)
        for part in wrap(clean(words), width, most, "…")
    ]
    # on a low screen the list keeps the room, and the cursor's line says why
    causes = [
        line(part, "bold")
        for words in (plan.sebab if height > UNREAD_LINES else ())
        for part in wrap(clean(words), width, most, "…")
    ]
    notes = [*causes, *unread, *_wrapped(notes_of(plan.gladi, plan.susunan), width, most)]
    if len(kinds) == 1 or len(kinds) + len(notes) > height:
        lines = [_in_words(totals(kinds), width), *notes]
    else:
        lines = [*_table(kinds), *notes]
    return Text("\n", end="", no_wrap=True).join(cut(text, width) for text in lines)


def _wrapped(notes: Iterator[str], width: int, most: int) -> Iterator[Text]:
    return (line(part) for words in notes for part in wrap(words, width, most, "…"))


def _in_words(counts: Sequence[int], width: int) -> Text:
    """Return the counts in one line; where it is narrow, what is not there is left out."""
    told = list(zip(KEYS, WORDS, counts, strict=True))
    words = joined(list(starmap(_counted, told)), "   ")
    if words.cell_len <= width:
        return words
    return joined([_counted(*satu) for satu in told if satu[-1]], "  ")


def _counted(key: str, word: str, count: int) -> Text:
    words = f"{number(count)} {word}"
    return Text.assemble((key, "bold"), " ", (words, "bold" if count else ""))


def _table(kinds: Sequence[Rencana]) -> Iterator[Text]:
    widths = [max(9, len(words)) for words in TITLES]
    names = [kind_words(satu.jenis.nama) for satu in kinds]
    room = max([NAME, *(len(name) + 1 for name in names)])
    yield line(_row(" " * room, TITLES, widths), "bold")
    for name, satu in zip(names, kinds, strict=True):
        yield line(_row(f"{name:<{room}}", map(number, counts_of(satu)), widths))


def _row(name: str, cells: "Sequence[str] | Iterator[str]", widths: Sequence[int]) -> str:
    texts = (cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    return f"{name}{'  '.join(texts)}"


def unread_notes(luput: Luput) -> Iterator[tuple[str, str]]:
    """Say which unit rows come into for want of a column, which columns stay out, and the key.

    Each sentence comes with its style.

    Loudly where both are so: the unit may stand under a heading that nobody knows.
    """
    names = ", ".join(with_proposals(luput))
    unread = f"K mencocokkan {number(len(luput.kolom))} kolom yang tidak dibaca: {names}."
    if not luput.tanpa_unit:
        # a column that most likely is one of ours must not be lost unseen
        yield from [(unread, "bold" if luput.usul else "")] if names else ()
        return
    loud = "bold" if names else ""
    yield f"Tidak ada kolom unit: {into_unit(luput)}.", loud
    words = f"Unitnya di kolom lain? {unread}" if names else "Unit lain? Esc, lalu U memilihnya."
    yield words, loud


def with_proposals(luput: Luput) -> list[str]:
    """Name the columns that are not read, first those of which is known what they may be."""
    likely = [f"{judul} (mungkin {_ours(judul, nama)})" for judul, nama in luput.usul.items()]
    return [*likely, *(judul for judul in dict.fromkeys(luput.kolom) if judul not in luput.usul)]


def _ours(judul: str, nama: str) -> str:
    """Name a column of ours beside a heading, which may say the same but is no known name of it."""
    words = column_words(nama)
    return "sama" if words.casefold() == judul.casefold() else words


def into_unit(luput: Luput) -> str:
    """Say how many new people come into the unit that stands in."""
    return f"{number(luput.tanpa_unit)} pegawai baru masuk ke {clean(luput.unit)}"


def notes_of(gladi: Gladi, susunan: Susunan) -> Iterator[str]:
    """Say what the counts do not: new years, files that disagree, values that differ."""
    years = sorted({tahun for satu in gladi.rencana for tahun in satu.periode_baru})
    if years:
        words = ", ".join(f"{tahun} ({masa_of(tahun).nama})" for tahun in years)
        yield f"Periode baru: {words}."
    disputed = susunan.count([Keadaan.SENGKETA])
    if disputed:
        keys = {satu.sengketa for one in gladi.rencana for satu in one.ditolak if satu.sengketa}
        yield (
            f"Antar berkas berselisih: {number(disputed)} baris tentang {number(len(keys))} data, "
            "ditolak; paling atas."
        )
        yield _way_out(gladi)
    if gladi.selisih:
        count = number(len(gladi.selisih))
        yield f"N: {count} nilai tercetak di buku kerja BKN berbeda dari yang dihitung di sini."
    if pinned := follows_no_more(gladi.rencana):
        yield f"{pinned}."


def _way_out(gladi: Gladi) -> str:
    """Say what to do where files disagree: of exports into one folder the latest is known."""
    later = [clean(path.name) for path in later_exports(gladi.rencana)]
    if not later:
        return WAY_OUT
    rest = f" dan {number(len(later) - 1)} berkas lain" if len(later) > 1 else ""
    return (
        f"Lebih baru menurut nomornya: {later[0]}{rest}. PC yang sama? Esc, lalu Spasi melepas "
        "yang lama."
    )
