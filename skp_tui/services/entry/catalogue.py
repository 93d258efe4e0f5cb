"""The catalogue of texts that grows from what was typed: completion while typing."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from skp_tui.domain.appraisal import ASPEK, Kegiatan
from skp_tui.domain.kinerja import BarisIndikator, HasilKerja, Indikator
from skp_tui.domain.parts import Isi
from skp_tui.domain.rows import URAIAN, value_of
from skp_tui.storage.reading.catalogue_reader import Terketik, Tersering, read_catalogue
from skp_tui.storage.reading.kinerja_reader import read_hasil_kerja
from skp_tui.storage.reading.year_scope import Scope

__all__ = [
    "Katalog", "Terketik", "Tersering", "beginning", "read_for", "read_results", "text_of",
    "with_usual",
]  # fmt: skip

IN_POST = 1000
ANYWHERE = 4000
"""So many are offered at most: a search through them takes less than a key."""
FEWEST = 2
"""Signs from which on something is offered; one would bring the same text up all day."""

Usual = dict[str, Terketik]
"""Rows by their uraian without regard to capitals, the likeliest first."""
Temuan = Mapping[type[Terketik], tuple[list[Tersering], list[Tersering]]]
"""By the kind of row, what was typed in a post, and what was typed anywhere."""


@dataclass(slots=True)
class Katalog:
    """What was typed before into rows of one kind, by post and anywhere."""

    jabatan: dict[str, Usual] = field(default_factory=dict)
    semua: Usual = field(default_factory=dict)

    def take(self, jabatan: str, own: Iterable[Tersering], every: Iterable[Tersering]) -> None:
        """Take in what was read for a post, and what was read of all."""
        self.jabatan[jabatan] = {**_by_text(own), **self.jabatan.get(jabatan, {})}
        self.semua = {**self.semua, **_by_text(every)}

    def add(self, jabatan: str, isi: Terketik) -> None:
        """Take in what was typed just now."""
        usual = _usual(isi)
        for where in (self.jabatan.setdefault(jabatan, {}), self.semua):
            where[text_of(isi).casefold()] = usual

    def suggest(self, jabatan: str, typed: str, has: Collection[str] = ()) -> Terketik | None:
        """Return the likeliest row that begins as typed: of the post first, then of others.

        What the person ``has`` already is not offered again.
        """
        taken = {text.casefold() for text in has}
        for where in (self.jabatan.get(jabatan, {}), self.semua):
            found = beginning((text for text in where if text not in taken), typed)
            if found is not None:
                return where[found]
        return None

    def find(self, jabatan: str, uraian: str) -> Terketik | None:
        """Return a row as it was typed last: in the post, else anywhere."""
        text = uraian.casefold()
        return self.jabatan.get(jabatan, {}).get(text) or self.semua.get(text)


def beginning(texts: Iterable[str], typed: str, fewest: int = FEWEST) -> str | None:
    """Return the first text that begins as typed and goes on, whatever its capitals."""
    begin = typed.casefold()
    if len(begin.strip()) < fewest:
        return None
    for text in texts:
        folded = text.casefold()
        if folded.startswith(begin) and len(folded) > len(begin):
            return text
    return None


def text_of(isi: Isi) -> str:
    """Return the text with which a row begins, empty where it has none."""
    return str(value_of(isi, URAIAN) or "")


# Reading


def read_for(
    connection: sqlite3.Connection,
    jabatan: str,
    kinds: Iterable[type[Terketik]],
    *,
    everything: bool,
) -> Temuan:
    """Read what was typed in a post, and the first time also what was typed most anywhere."""
    return {
        jenis: (
            list(read_catalogue(connection, jenis, IN_POST, jabatan)),
            list(read_catalogue(connection, jenis, ANYWHERE)) if everything else [],
        )
        for jenis in kinds
    }


def read_results(connection: sqlite3.Connection, tahun: int, nip: str) -> tuple[str, ...]:
    """Return the results of somebody in a year, of all parts, for those who serve them."""
    parts = read_hasil_kerja(connection, Scope(tahun, [nip]))
    return tuple(hasil.uraian for _, some in sorted(parts.items()) for hasil in some)


# What goes with a text


def with_usual(new: Terketik, usual: Terketik) -> Terketik:
    """Return a new row with what nearly always goes with its uraian.

    Of an activity that is unit, quality and time, of an indicator aspect and unit. How much is to
    be done and what it may cost differ from year to year and are left to be typed.
    """
    if isinstance(new, Kegiatan) and isinstance(usual, Kegiatan):
        return replace(
            new,
            satuan=new.satuan or usual.satuan,
            target_kualitas=new.target_kualitas or usual.target_kualitas,
            target_waktu=new.target_waktu or usual.target_waktu,
            satuan_waktu=new.satuan_waktu if new.target_waktu else usual.satuan_waktu,
        )
    if isinstance(new, BarisIndikator) and isinstance(usual, BarisIndikator):
        return replace(new, indikator=_counted(new.indikator, usual.indikator))
    return new


def _counted(new: Indikator, usual: Indikator) -> Indikator:
    """Return an indicator with aspect and unit of another, but for what was chosen already."""
    aspek = usual.aspek if new.aspek == ASPEK[0] else new.aspek
    satuan = "" if isinstance(new.target, str) else new.satuan or usual.satuan
    return replace(new, aspek=aspek, satuan=satuan)


def _usual(isi: Terketik) -> Terketik:
    if isinstance(isi, Kegiatan):
        return with_usual(Kegiatan(0, isi.uraian), isi)
    if isinstance(isi, HasilKerja):
        return HasilKerja(0, isi.uraian)
    return with_usual(BarisIndikator(0, Indikator(0, isi.indikator.uraian)), isi)


def _by_text(found: Iterable[Tersering]) -> Usual:
    texts: Usual = {}
    for satu in found:
        texts.setdefault(text_of(satu.isi).casefold(), satu.isi)
    return texts
