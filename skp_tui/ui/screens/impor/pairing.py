"""Which column of a sheet is paired with which of ours, while somebody points that out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from skp_tui.exchange.columns.headers import Peta
from skp_tui.exchange.columns.proposing import Atas, Contoh, likely_header, propose
from skp_tui.exchange.kinds.kinds import Jenis

Petas = Mapping[str | None, Peta]


@dataclass(slots=True)
class Pasangan:
    """What is paired on one sheet: the header's line, and the place of each of our columns.

    ``sendiri`` names those of ours that somebody paired, or left alone, himself; ``dari`` the file
    whose pairs these are. ``ditinggalkan`` says that the sheet is not read at all.
    """

    atas: Atas
    baris: int
    kolom: dict[str, int] = field(default_factory=dict)
    sendiri: set[str] = field(default_factory=set)
    dari: str = ""
    ditinggalkan: bool = False

    @property
    def contoh(self) -> Contoh:
        """Return the sheet's top as the header's line parts it."""
        return self.atas.at(self.baris)

    def owner(self, index: int) -> str | None:
        """Return which of our columns a column of the file is paired with."""
        return next((nama for nama, place in self.kolom.items() if place == index), None)

    def pair(self, nama: str, index: int | None) -> str | None:
        """Pair a column; one of the file stands for one of ours only: returns whose it was."""
        other = None if index is None else self.owner(index)
        if other is not None:
            del self.kolom[other]
        self.kolom.pop(nama, None)
        if index is not None:
            self.kolom[nama] = index
        self.sendiri.add(nama)
        return None if other == nama else other

    def propose(self, jenis: Jenis) -> None:
        """Propose all pairs anew from headers and contents."""
        self.kolom = dict(propose(self.contoh, self.baris, jenis))
        self.sendiri.clear()
        self.dari = ""

    def take_header(self, baris: int, jenis: Jenis) -> None:
        """Take another row as the header: what somebody paired himself stays as it is."""
        kept = {nama: self.kolom[nama] for nama in self.sendiri if nama in self.kolom}
        self.baris = baris
        proposed = propose(self.contoh, baris, jenis)
        own, taken = self.sendiri, frozenset(kept.values())
        free = {n: place for n, place in proposed.items() if n not in own and place not in taken}
        self.kolom = {**free, **kept}

    @property
    def peta(self) -> Peta:
        """Return the pairs as reading takes them; it leaves out a sheet without any."""
        return Peta(self.baris, {} if self.ditinggalkan else dict(self.kolom))


def begun(atas: Atas, jenis: Jenis, peta: Petas) -> Pasangan:
    """Return what a sheet begins with: the pairs of last time, else what is proposed."""
    before = peta.get(atas.lembar)
    if before is not None and before.kolom:
        return Pasangan(atas, before.baris, dict(before.kolom), set(before.kolom))
    contoh = atas.at(None)
    baris = likely_header(contoh, jenis).baris
    proposed = dict(propose(atas.at(baris), baris, jenis))
    return Pasangan(atas, baris, proposed, ditinggalkan=before is not None)


def first(sheets: Sequence[Pasangan], jenis: Jenis) -> int:
    """Return the sheet to begin with: the one of which most required columns are known."""
    wajib = {kolom.nama for kolom in jenis.kolom if kolom.wajib}
    known = [
        (not satu.ditinggalkan, len(wajib & set(satu.kolom)), len(satu.kolom), -at)
        for at, satu in enumerate(sheets)
    ]
    return -max(known)[-1]
