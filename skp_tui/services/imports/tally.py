"""What a plan does to whom, counted in people and values: rows alone do not tell it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from skp_tui.domain.nip import digits_in
from skp_tui.domain.number import shown
from skp_tui.exchange.plan.model import Perubahan, Rencana
from skp_tui.record import record

_PLACED = frozenset({"pegawai", "bagian"})
"""The kinds that say in which unit somebody counts (exchange 1)."""


@record
class Pengganti:
    """How many people come to another unit, and how many other stored values are replaced."""

    pindah: int = 0
    diganti: int = 0


def replaced(rencana: Iterable[Rencana]) -> Pengganti:
    """Count what an import overwrites; a field that was empty until now is not overwritten."""
    moved: set[str | None] = set()
    values = 0
    for satu in rencana:
        placed = satu.jenis.nama in _PLACED
        for baris in satu.berubah:
            old = [one for one in baris.perubahan if one.lama]
            units = [one for one in old if placed and _moves(one)]
            values += len(old) - len(units)
            moved |= {baris.rekaman.get("nip") for _ in units}
    return Pengganti(len(moved), values)


def _moves(satu: Perubahan) -> bool:
    return satu.kolom == "unit"


def follows_no_more(rencana: Sequence[Rencana]) -> str:
    """Say how many parts stop following their people, and whether that is all; empty for none.

    It is a change though every value stays: what ``pegawai`` says later does not reach them.
    """
    pinned = {satu.kunci for one in rencana for satu in one.ditegaskan}
    if not pinned:
        return ""
    changed = {baris.kunci for one in rencana if one.ditegaskan for baris in one.berubah}
    what = "yang diisi berkas" if pinned & changed else "isinya sama, tetapi sejak ini"
    count = shown(Decimal(len(pinned)))
    return f"{count} bagian: {what} tidak lagi mengikuti data pegawai"


def refused_people(rencana: Iterable[Rencana]) -> int:
    """Count the people whom the refused rows are about, as far as these rows name one."""
    people: set[str] = set()
    for tabel in (one for satu in rencana for one in satu.tabel_ditolak):
        place = tabel.letak.get("nip")
        if place is not None:
            cells = (satu.sel[place] for satu in tabel.baris if place < len(satu.sel))
            people |= {digits_in(cell) for cell in cells}
    return len(people - {""})
