"""The appraisers whom people without one may get: offered in words, taken at one key, undoable."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from skp_tui.domain.office import KOLOM_PEJABAT, PEJABAT, Pegawai, Pejabat, subtree
from skp_tui.domain.records import Rekaman
from skp_tui.record import record
from skp_tui.services.base.editing import Tersimpan, save_records
from skp_tui.services.base.first_answers import first_answers
from skp_tui.services.office.appraisers import without_followed
from skp_tui.services.office.listing import Daftar, people_list
from skp_tui.services.office.raters_recognised import Pengenal, nips_of, recognised
from skp_tui.services.office.starting import most_common
from skp_tui.storage.reading.office_reader import Kantor, read_office

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

KEYS = ("nip", "nama", "unit")
NAMED = 2
"""Appraisers whom the sentence names; the others are counted."""


@record
class Bagi:
    """Who would appraise some people, and his superior; empty where they have one already."""

    penilai: Pejabat
    atasan: Pejabat
    orang: tuple[Rekaman, ...]
    isian: Mapping[str, str]
    dikenal: bool = False
    """Whether they have him already, by his name alone, and now get his NIP."""

    @property
    def kalimat(self) -> str:
        """Say who would become whose appraiser."""
        above = f" (atasannya {self.atasan.nama})" if self.atasan.nama else ""
        return f"{self.penilai.nama}{above} menjadi penilai {len(self.orang)} pegawai"


@record
class Tawaran:
    """Who would be appraised by whom: nothing of it is stored before it is accepted."""

    bagi: tuple[Bagi, ...]

    @property
    def jumlah(self) -> int:
        """Count the people who would get an appraiser."""
        return sum(len(satu.orang) for satu in self.bagi)

    @property
    def dikenal(self) -> bool:
        """Say whether it is about appraisers who are there by their names alone."""
        return any(satu.dikenal for satu in self.bagi)

    @property
    def nama(self) -> str:
        """Name the appraisers, as many as a line has room for."""
        found = (satu.penilai.nama or satu.atasan.nama for satu in self.bagi)
        names = list(dict.fromkeys(found))
        rest = f" dan {len(names) - NAMED} pejabat lain" if len(names) > NAMED else ""
        return f"{', '.join(names[:NAMED])}{rest}"

    @property
    def kalimat(self) -> str:
        """Say who would become whose appraiser."""
        if self.dikenal:
            return f"Penilai {self.jumlah} pegawai dihubungkan ke datanya sendiri: {self.nama}"
        if len(self.bagi) == 1:
            return self.bagi[0].kalimat
        return f"{self.nama} menjadi penilai {self.jumlah} pegawai menurut unitnya"


def offer(connection: sqlite3.Connection, nips: frozenset[str]) -> Tawaran | None:
    """Return who would appraise some people who came without an appraiser, or without his NIP."""
    daftar = people_list(connection)
    known = nips & daftar.pegawai.keys()
    return offered(connection, daftar, [daftar.pegawai[nip] for nip in sorted(known)])


def offered(
    connection: sqlite3.Connection, daftar: Daftar, meant: Iterable[Rekaman]
) -> Tawaran | None:
    """Return the offer for some of the people who are listed.

    First those without an appraiser, then those whose appraiser is an employee by his name alone.
    """
    meant = tuple(meant)
    return _usual(connection, daftar, meant) or _by_name(daftar, meant)


def _by_name(daftar: Daftar, meant: Iterable[Rekaman]) -> Tawaran | None:
    groups: dict[tuple[Pejabat, Pejabat], list[Rekaman]] = {}
    for satu, pair in recognised(daftar, meant):
        groups.setdefault(pair, []).append(satu)
    found = [
        Bagi(*pair, tuple(orang), nips_of(pair), dikenal=True) for pair, orang in groups.items()
    ]
    return _sorted(found)


def _usual(
    connection: sqlite3.Connection, daftar: Daftar, meant: Iterable[Rekaman]
) -> Tawaran | None:
    """Return the offer for those without an appraiser.

    Each would get the appraiser of most of his unit's staff, or else who leads it, or else who
    answered the questions of the first start. Nobody is offered to himself or to his superior.
    """
    lacking = [satu for satu in meant if not _has(satu, "penilai")]
    if not lacking:
        return None
    kantor, first = read_office(connection), first_answers(connection)
    groups: dict[tuple[Pejabat, Pejabat], list[Rekaman]] = {}
    known = Pengenal(daftar)
    usual = {
        kode: tuple(map(known.employee, usual_pejabat(kantor, kode, first)))
        for kode in {_unit(satu) for satu in lacking}
    }
    for satu in lacking:
        penilai, atasan = usual[_unit(satu)]
        pegawai = kantor.people[satu["nip"] or ""]
        if penilai.nama and not any(is_pejabat(pegawai, one) for one in (penilai, atasan)):
            left = Pejabat() if _has(satu, "atasan_penilai") else atasan
            groups.setdefault((penilai, left), []).append(satu)
    found = [Bagi(*pair, tuple(orang), _answers(daftar, pair)) for pair, orang in groups.items()]
    return _sorted(found)


def _sorted(found: list[Bagi]) -> Tawaran | None:
    found.sort(key=lambda satu: (-len(satu.orang), satu.penilai.nama))
    return Tawaran(tuple(found)) if found else None


def accept(writer: "Writer", tawaran: Tawaran) -> Tersimpan:
    """Store what was offered, for all in one step or for nobody."""
    columns = sorted(set(chain.from_iterable(satu.isian for satu in tawaran.bagi)))
    rows = [
        # what is not given to one of several stays with him as it is
        {nama: given.get(nama, satu[nama] or "") for nama in (*KEYS, *columns)}
        for given, orang in ((bagi.isian, bagi.orang) for bagi in tawaran.bagi)
        for satu in orang
    ]
    return save_records(writer, "pegawai", rows, tawaran.kalimat)


def _answers(daftar: Daftar, pair: tuple[Pejabat, Pejabat]) -> Mapping[str, str]:
    answers = {
        f"{awalan}_{nama}": getattr(satu, nama)
        for awalan, satu in zip(PEJABAT, pair, strict=True)
        for nama in KOLOM_PEJABAT
        if getattr(satu, nama)
    }
    return without_followed(answers, daftar, before={})


def _has(pegawai: Rekaman, awalan: str) -> bool:
    return bool(pegawai[f"{awalan}_nip"] or pegawai[f"{awalan}_nama"])


def _unit(pegawai: Rekaman) -> str:
    return pegawai["unit"] or ""


def usual_pejabat(
    kantor: Kantor, unit: str, pertama: tuple[Pejabat, Pejabat]
) -> tuple[Pejabat, Pejabat]:
    """Return who appraises the staff of a unit.

    Who leads it is appraised from above, so his own appraiser counts not: where only he is there,
    the next one is his.
    """
    inside = subtree(kantor.units, unit) if unit in kantor.units else set()
    people = [satu for satu in kantor.people.values() if not is_pejabat(satu, pertama[0])]
    below = [satu for satu in people if satu.unit in inside]
    led = Counter(satu.penilai.nip for satu in below if satu.penilai.nip != satu.nip)
    near = [satu for satu in below if satu.unit == unit]
    staff = [satu for satu in near if satu.nip not in led]
    heads = [satu for satu in near if satu.nip in led]
    return most_common(staff) or _leading(heads, led) or most_common(below) or pertama


def _leading(heads: Sequence[Pegawai], led: Mapping[str, int]) -> tuple[Pejabat, Pejabat] | None:
    """Return who appraises most people, with his own appraiser as the superior."""
    if not heads:
        return None
    head = max(heads, key=lambda satu: (led[satu.nip], satu.nip))
    return Pejabat(head.nip, head.nama), head.penilai


def is_pejabat(pegawai: Pegawai, pejabat: Pejabat) -> bool:
    """Say whether somebody is an appraiser himself: by NIP, by name where that is all there is."""
    if pejabat.nip:
        return pegawai.nip == pejabat.nip
    return bool(pejabat.nama) and pegawai.nama.casefold() == pejabat.nama.casefold()
