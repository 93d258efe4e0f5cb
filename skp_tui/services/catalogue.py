"""The catalogue of activities that grows from what was typed: completion while typing."""

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.storage.activities import Tersering, read_catalogue

__all__ = ["Katalog", "Tersering", "read_for", "with_usual"]

IN_POST = 1000
ANYWHERE = 4000
"""So many are offered at most: a search through them takes less than a key."""
FEWEST = 2
"""Signs from which on something is offered; one would bring the same activity up all day."""

Isi = dict[str, Kegiatan]
"""Activities by their uraian without regard to capitals, the likeliest first."""


@dataclass(slots=True)
class Katalog:
    """What was typed before, by post and anywhere; ``suggest`` finds the likeliest."""

    jabatan: dict[str, Isi] = field(default_factory=dict)
    semua: Isi = field(default_factory=dict)

    def knows(self, jabatan: str) -> bool:
        """Say whether the catalogue of a post was read."""
        return jabatan in self.jabatan

    def take(self, jabatan: str, own: Iterable[Tersering], every: Iterable[Tersering]) -> None:
        """Take in what was read for a post, and what was read of all."""
        self.jabatan[jabatan] = {**_by_text(own), **self.jabatan.get(jabatan, {})}
        self.semua = {**self.semua, **_by_text(every)}

    def add(self, jabatan: str, kegiatan: Kegiatan) -> None:
        """Take in what was typed just now."""
        usual = _usual(kegiatan)
        for where in (self.jabatan.setdefault(jabatan, {}), self.semua):
            where[kegiatan.uraian.casefold()] = usual

    def suggest(self, jabatan: str, typed: str, has: Collection[str] = ()) -> Kegiatan | None:
        """Return the likeliest activity that begins as typed: of the post first, then of others.

        What the person ``has`` already is not offered again.
        """
        begin = typed.casefold()
        if len(begin.strip()) < FEWEST:
            return None
        taken = {text.casefold() for text in has}
        for where in (self.jabatan.get(jabatan, {}), self.semua):
            for text, kegiatan in where.items():
                if text.startswith(begin) and len(text) > len(begin) and text not in taken:
                    return kegiatan
        return None

    def find(self, jabatan: str, uraian: str) -> Kegiatan | None:
        """Return an activity as it was typed last: in the post, else anywhere."""
        text = uraian.casefold()
        return self.jabatan.get(jabatan, {}).get(text) or self.semua.get(text)


def read_for(
    connection: sqlite3.Connection, jabatan: str, *, everything: bool
) -> tuple[list[Tersering], list[Tersering]]:
    """Read what was typed in a post, and the first time also what was typed most anywhere."""
    own = list(read_catalogue(connection, IN_POST, jabatan))
    return own, list(read_catalogue(connection, ANYWHERE)) if everything else []


def with_usual(new: Kegiatan, usual: Kegiatan) -> Kegiatan:
    """Return a new row with what nearly always goes with its uraian: unit, quality and time.

    How much is to be done and what it may cost differ from year to year and are left to be typed.
    """
    return replace(
        new,
        satuan=new.satuan or usual.satuan,
        target_kualitas=new.target_kualitas or usual.target_kualitas,
        target_waktu=new.target_waktu or usual.target_waktu,
        satuan_waktu=new.satuan_waktu if new.target_waktu else usual.satuan_waktu,
    )


def _usual(kegiatan: Kegiatan) -> Kegiatan:
    empty = Kegiatan(0, kegiatan.uraian)
    return with_usual(empty, kegiatan)


def _by_text(found: Iterable[Tersering]) -> Isi:
    texts: Isi = {}
    for satu in found:
        texts.setdefault(satu.kegiatan.uraian.casefold(), satu.kegiatan)
    return texts
