"""The lines of a plan: the columns for a width, what stands in them, and one line in full."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Final

from rich.text import Text

from skp_tui.domain.dates import short_date
from skp_tui.domain.nip import LENGTH, digits_in
from skp_tui.domain.number import shown
from skp_tui.domain.search import searchable
from skp_tui.domain.text import clean
from skp_tui.domain.ukuran import shown_ukuran, stored_ukuran
from skp_tui.errors import Problem
from skp_tui.exchange.kinds.kinds import Jenis, Tipe
from skp_tui.exchange.plan.model import Baris
from skp_tui.services.imports.import_many import Selisih
from skp_tui.ui.screens.impor.kind_words import kind_words
from skp_tui.ui.screens.plan.entries import Butir, Keadaan, Susunan
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.grid.paint import wrap
from skp_tui.ui.widgets.lines import cut, line

WIDE: Final = 110
EMPTY: Final = "–"
ARROW: Final = " → "
TOLD: Final = 8
"""Values of a new record that its line tells; the file has the rest."""
FOOT_LINES: Final = 4
KEPT: Final = 100_000
"""Lines whose searched text is kept: 20 MB."""
REFUSED: Final = (Keadaan.SENGKETA, Keadaan.DITOLAK)

_WRITTEN: Final[Mapping[Tipe, Callable[[str], str]]] = {
    Tipe.ANGKA: lambda text: shown(Decimal(text)),
    Tipe.BIAYA: lambda text: shown(Decimal(text)),
    Tipe.UKURAN: lambda text: shown_ukuran(stored_ukuran(text)),
    Tipe.TANGGAL: lambda text: short_date(date.fromisoformat(text)),
    Tipe.PILIHAN: lambda text: text.replace("_", " "),
}

_SPEAKING: Final = frozenset({Tipe.TEKS, Tipe.GOLONGAN, Tipe.PILIHAN})
"""Kinds of text that need no name before them: 3 says nothing, III/d does."""


_KNOWN_KEYS: Final = frozenset({"tahun", "jenis", "periode", "perilaku"})
"""Parts of a key that need no name before them either."""


class Baca:
    """How the lines of one plan read: what they name beside themselves, and their columns."""

    def __init__(self, susunan: Susunan) -> None:
        self.susunan = susunan
        self._texts: dict[int, str] = {}
        self.many_kinds = len({satu.jenis.nama for satu in susunan.butir}) > 1
        self.many_files = len({satu.isi.berkas for satu in susunan.butir}) > 1
        self.many_sheets = len({satu.isi.lembar for satu in susunan.butir}) > 1
        records = (satu.isi for satu in susunan.butir if isinstance(satu.isi, Baris))
        self.many_years = len({satu.rekaman.get("tahun") or "" for satu in records} - {""}) > 1

    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a width; the name of a field has its own where there is room."""
        wide, placed = width >= WIDE, self.many_files or self.many_sheets
        # where there is no room for both, the file tells of which kind a row is
        kinds = self.many_kinds and (wide or not placed)
        crowded = self.many_kinds or placed
        place = 22 if wide else 18
        return (
            Column("keadaan", "Hasil", 10),
            *((Column("jenis", "Jenis", 11 if wide else 8),) if kinds else ()),
            Column("tempat", "Berkas, baris", place)
            if placed
            else Column("tempat", "Baris", 6, align="right"),
            Column("siapa", "Siapa", 24 if wide else 18),
            *((Column("kolom", "Kolom", 18 if wide else 10),) if wide or not crowded else ()),
            Column("isi", "Isi", 20, flexible=True),
        )

    def write(self, columns: tuple[Column, ...], number: int) -> Row:
        """Write one line."""
        butir = self.susunan.butir[number]
        kolom = kolom_of(butir)
        isi = isi_of(butir)
        keys = {column.key: column.width for column in columns}
        if kolom and "kolom" not in keys:
            isi = f"{kolom}: {isi}"
        cells = {
            "keadaan": str(butir.keadaan),
            "jenis": kind_words(butir.jenis.nama),
            "tempat": self._place(butir, keys["tempat"]),
            "siapa": self.who(butir, whole=self.many_years) or EMPTY,
            "kolom": kolom or EMPTY,
            "isi": isi,
        }
        shown = tuple(cells[key] for key in keys)
        return Row(str(number), shown, mark="warning" if butir.keadaan in REFUSED else "")

    def searched(self, number: int) -> str:
        """Return what is searched in a line; the first texts are kept for the next typed sign."""
        known = self._texts.get(number)
        if known is not None:
            return known
        butir = self.susunan.butir[number]
        text = searchable(
            butir.keadaan, butir.jenis.nama, place_words(butir), self.who(butir), kolom_of(butir),
            isi_of(butir),
        )  # fmt: skip
        if number < KEPT:
            self._texts[number] = text
        return text

    def _place(self, butir: Butir, width: int) -> str:
        isi = butir.isi
        baris = "" if isi.baris is None else str(isi.baris)
        # the file says more than the sheet; the foot has both
        sheet = isi.lembar or "" if self.many_sheets else ""
        name = clean(short_name(isi.berkas) if self.many_files else sheet)
        if not name:
            return baris or EMPTY
        # the line stays whole, and the end of the name: these are looked for in the files
        room = width - len(baris) - 1
        shown = name if len(name) <= room else f"…{name[len(name) - room + 1 :]}"
        return f"{shown} {baris}".strip()

    # Who it is about

    def who(self, butir: Butir, *, whole: bool = True) -> str:
        """Name the person or the unit of a line, with what tells his records apart.

        Not ``whole`` leaves the year out, for a list in which it is the same everywhere.
        """
        isi = butir.isi
        if isinstance(isi, Problem):
            return self._who_refused(isi)
        if isinstance(isi, Selisih):
            return f"{isi.nama} {isi.tahun}"
        kunci = [nama for nama in butir.jenis.kunci if whole or nama != "tahun"]
        return self._who(butir.jenis, isi.rekaman, kunci)

    def nip(self, butir: Butir) -> str:
        """Return the NIP of whom a line is about; empty for a unit, and where it is not whole."""
        isi = butir.isi
        if isinstance(isi, Problem):
            digits = digits_in(self.susunan.cells_of(isi).get("nip", ""))
            return digits if len(digits) == LENGTH else ""
        return isi.nip if isinstance(isi, Selisih) else isi.rekaman.get("nip") or ""

    def _who(self, jenis: Jenis, rekaman: Mapping[str, str | None], kunci: Sequence[str]) -> str:
        if jenis.nama == "unit":
            return f"{rekaman['kode']} {rekaman['nama'] or ''}".strip()
        nip = rekaman.get("nip") or ""
        name = self.susunan.nama.get(nip) or rekaman.get("nama") or nip
        parts = [name] if name else []
        for nama in kunci:
            value = rekaman.get(nama)
            if nama == "nip" or not value or (nama, value) == ("bagian", "1"):
                continue
            plain = value.replace("_", " ")
            parts.append(plain if nama in _KNOWN_KEYS else f"{nama.replace('_', ' ')} {plain}")
        return " ".join(parts)

    def _who_refused(self, problem: Problem) -> str:
        cells = self.susunan.cells_of(problem)
        digits = digits_in(cells.get("nip", ""))
        return (
            cells.get("nama")
            or self.susunan.nama.get(digits)
            or digits
            or cells.get("kode")
            or cells.get("unit", "")
        )


def short_name(berkas: str) -> str:
    """Name a file that several folders have by its folder too, and no more of the path."""
    path = Path(berkas)
    return berkas if path.name == berkas else f"{path.parent.name}/{path.name}"


def kolom_of(butir: Butir) -> str:
    """Name the column that a line is about, as the files have it; empty for a whole row."""
    if butir.perubahan is not None:
        return butir.perubahan.kolom
    if isinstance(butir.isi, Selisih):
        return butir.isi.apa
    return (butir.isi.kolom or "") if isinstance(butir.isi, Problem) else ""


def isi_of(butir: Butir) -> str:
    """Say what is with the row: the value and its fault, old and new, or what comes in."""
    isi = butir.isi
    if isinstance(isi, Problem):
        return isi.pesan if not isi.nilai else f'"{isi.nilai}": {isi.pesan}'
    if isinstance(isi, Selisih):
        tercetak, terhitung = isi.angka
        words = f"tercetak {tercetak}, dihitung di sini {terhitung}"
        return f"{words} ({isi.karena})" if isi.karena else words
    jenis = butir.jenis
    if butir.perubahan is not None:
        write = partial(value_words, jenis, butir.perubahan.kolom)
        return f"{write(butir.perubahan.lama)}{ARROW}{write(butir.perubahan.baru)}"
    return _summary(jenis, isi)


def _summary(jenis: Jenis, baris: Baris) -> str:
    """Tell what a new record holds beside its key and the name that stands before it."""
    known = {*jenis.kunci, "nama"}
    told = (
        _named(jenis, nama, value)
        for nama, value in baris.rekaman.items()
        if value and nama not in known
    )
    return " · ".join([words for words, _ in zip(told, range(TOLD), strict=False)]) or EMPTY


def _named(jenis: Jenis, kolom: str, value: str) -> str:
    """Write a value with the name of its column, unless it speaks for itself."""
    words = value_words(jenis, kolom, value)
    if jenis.kolom_bernama[kolom].tipe in _SPEAKING:
        return words
    return f"{kolom.replace('_', ' ')} {words}"


def value_words(jenis: Jenis, kolom: str, value: str | None) -> str:
    """Write a value of a record as the screens do; a dash for none."""
    if not value:
        return EMPTY
    write = _WRITTEN.get(jenis.kolom_bernama[kolom].tipe)
    return value if write is None else write(value)


def place_words(butir: Butir) -> str:
    """Say where a row stands, in full."""
    isi = butir.isi
    sheet = f'lembar "{isi.lembar}"' if isi.lembar else ""
    row = "" if isi.baris is None else f"baris {isi.baris}"
    return ", ".join(filter(None, (isi.berkas, sheet, row)))


def foot(baca: Baca, number: int | None, width: int, *, low: bool = False) -> Text:
    """Say the cursor's line in full: where it stands, whom it is about, and what is with it.

    On a low screen the list itself has to say where, so that there is room for what is with it.
    """
    if number is None:
        return line("")
    butir = baca.susunan.butir[number]
    jenis = kind_words(butir.jenis.nama) if baca.many_kinds else ""
    who, nip = baca.who(butir), baca.nip(butir)
    head = " · ".join(filter(None, (place_words(butir), jenis, who, "" if nip == who else nip)))
    # of a long path the end tells more than the beginning, and the person more than either
    if 0 < (over := len(head) - width + 1) < len(butir.isi.berkas):
        head = f"…{head[over:]}"
    kolom = kolom_of(butir)
    words = f"{kolom}: {isi_of(butir)}" if kolom else isi_of(butir)
    lines = [] if low else [cut(line(head), width)]
    lines += [line(text, "bold") for text in wrap(words, width, FOOT_LINES - 1, "…")]
    return Text("\n", end="", no_wrap=True).join(lines)
