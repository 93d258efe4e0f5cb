"""Which part of a year a BKN workbook is about: who moved has one for each post (A.2)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from skp_tui.domain.dates import shown_date
from skp_tui.errors import Problem
from skp_tui.exchange.bkn.appraisal import Buku
from skp_tui.exchange.bkn.time import whole_year
from skp_tui.exchange.plan.bkn_rows import Putusan
from skp_tui.exchange.plan.stock import OrangTahun
from skp_tui.record import record

Masa = tuple[date | None, date | None]


@record
class Terpasang:
    """A workbook with whose it is and what was decided about it."""

    buku: Buku
    nip: str | None
    putusan: Putusan

    @property
    def orang(self) -> OrangTahun:
        """Return whose year it is about."""
        return self.putusan.tahun, self.nip or ""

    @property
    def masa(self) -> tuple[date, date]:
        """Return its first and last day."""
        jangka, tahun = self.buku.jangka, self.putusan.tahun
        days = None if jangka is None else jangka.hari
        return days or whole_year(tahun)

    @property
    def sidik(self) -> tuple[object, ...]:
        """Return which rows it has, whatever stands in them."""
        numbers = tuple(satu.nomor for satu in self.buku.kegiatan)
        return numbers, tuple(satu.jenis for satu in self.buku.tambahan), set(self.buku.perilaku)

    def refused(self, pesan: str) -> "Terpasang":
        """Return it with one fault more."""
        salah = (*self.putusan.salah, self._problem(pesan))
        return replace(self, putusan=replace(self.putusan, salah=salah))

    def without_behaviour(self, pesan: str) -> "Terpasang":
        """Return it as one whose perilaku is not taken, which is said where it has any."""
        notes = (self._problem(pesan),) if self.buku.perilaku else ()
        catatan = (*self.putusan.catatan, *notes)
        return replace(self, putusan=replace(self.putusan, perilaku=False, catatan=catatan))

    def _problem(self, pesan: str) -> Problem:
        sel = self.buku.jangka.sel if self.buku.jangka else self.buku.awal
        return Problem(pesan, self.buku.nama, sel.baris, lembar=sel.lembar or None)


def with_parts(
    semua: Sequence[Terpasang], stored: Mapping[OrangTahun, Mapping[int, Masa]]
) -> list[Terpasang]:
    """Return each workbook with the number of its part, or with why it has none."""
    found = list(semua)
    groups: dict[OrangTahun, list[int]] = {}
    for index, satu in enumerate(semua):
        if satu.nip is not None:
            groups.setdefault(satu.orang, []).append(index)
    for orang, members in groups.items():
        placed = _of_person([found[index] for index in members], stored.get(orang, {}))
        for index, satu in zip(members, placed, strict=True):
            found[index] = satu
    return found


def _of_person(members: Sequence[Terpasang], stored: Mapping[int, Masa]) -> list[Terpasang]:
    periods = sorted({satu.masa for satu in members})
    if any(start <= end for (_, end), (start, _) in pairwise(periods)):
        # numbered all the same, so that whatever else is wrong with them is said too
        numbers = {masa: nomor for nomor, masa in enumerate(periods, 1)}
        members = [_overlapping(satu, members) for satu in members]
    else:
        numbers = _numbers(periods, stored)
    highest = max((*numbers.values(), *stored), default=1)
    return [_numbered(satu, numbers.get(satu.masa), stored, highest) for satu in members]


def _overlapping(satu: Terpasang, members: Iterable[Terpasang]) -> Terpasang:
    first, last = satu.masa
    others = [
        other
        for other in members
        if other.masa != satu.masa and other.masa[0] <= last and first <= other.masa[1]
    ]
    if not others:
        return satu
    names = ", ".join(f"{other.buku.nama} ({_shown(other.masa)})" for other in others)
    return satu.refused(
        f"jangka waktunya ({_shown(satu.masa)}) bertumpuk dengan {names} dari orang yang sama; "
        "impor salah satu, atau perbaiki jangka waktunya"
    )


def _shown(masa: tuple[date, date]) -> str:
    return f"{shown_date(masa[0])} s.d. {shown_date(masa[1])}"


def _numbers(
    periods: Sequence[tuple[date, date]], stored: Mapping[int, Masa]
) -> dict[tuple[date, date], int]:
    """Return the number of each period: of the stored part that begins with it, or the next one.

    A part that is stored without its first day begins with the year; what begins after the last
    stored part has ended is a new one. A period that fits nowhere has no number.
    """
    known = dict(stored)
    numbers: dict[tuple[date, date], int] = {}
    for start, end in periods:
        nomor = next((n for n, masa in known.items() if _begins(n, masa, start)), None)
        if nomor is None and all(last is not None and last < start for _, last in known.values()):
            nomor = max(known, default=0) + 1
        if nomor is not None:
            known[nomor] = (start, end)
            numbers[start, end] = nomor
    return numbers


def _begins(nomor: int, masa: Masa, start: date) -> bool:
    return masa[0] == start or (masa[0] is None and nomor == 1 and start.month == 1)


def _numbered(
    satu: Terpasang, nomor: int | None, stored: Mapping[int, Masa], highest: int
) -> Terpasang:
    if nomor is None:
        return satu.refused(
            f"jangka waktu {_shown(satu.masa)} tidak cocok dengan bagian yang tersimpan "
            f"({', '.join(map(str, sorted(stored)))}); sesuaikan dahulu harinya di Bagian tahun "
            "ini, atau impor semua buku kerja orang ini sekaligus"
        )
    placed = replace(satu, putusan=replace(satu.putusan, bagian=nomor))
    if nomor == highest:
        return placed
    return placed.without_behaviour(
        f"perilaku diambil dari bagian terakhir tahun ini (bagian {highest}), bukan dari sini"
    )


def same_place(semua: Sequence[Terpasang]) -> list[Putusan]:
    """Return what was decided; workbooks of one part that do not hold the same rows are refused."""
    firsts: dict[tuple[OrangTahun, int], list[Terpasang]] = {}
    for satu in semua:
        if satu.nip is not None and not satu.putusan.salah:
            firsts.setdefault((satu.orang, satu.putusan.bagian), []).append(satu)
    return [_beside(satu, firsts.get((satu.orang, satu.putusan.bagian), ())) for satu in semua]


def _beside(satu: Terpasang, members: Iterable[Terpasang]) -> Putusan:
    others = [other.buku.nama for other in members if other.sidik != satu.sidik]
    if satu.putusan.salah or satu.nip is None or not others:
        return satu.putusan
    return satu.refused(
        f"isinya berbeda dari {', '.join(others)} untuk orang dan tahun yang sama; sisakan satu"
    ).putusan
