"""Amounts that the law allows but that are more likely mistyped than meant (PP 46/2011)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from skp_tui.domain.appraisal import Kegiatan, Penilaian
from skp_tui.domain.number import shown
from skp_tui.rules.pp46_activity import nilai_aspek

BERLIPAT = 3
"""Times the target that an amount may be before it is asked about; no article limits it."""
SETAHUN: Final[Mapping[str, Decimal]] = {
    "bulan": Decimal(12),
    "minggu": Decimal(53),
    "hari": Decimal(366),
    "triwulan": Decimal(4),
    "semester": Decimal(2),
    "tahun": Decimal(1),
}
"""What a year has of each unit of time at most: nobody works longer on the SKP of one year."""


def odd_amounts(kegiatan: Kegiatan) -> dict[str, str]:
    """Return what is asked about an activity that is stored all the same, by column.

    An outcome far from its target says more than that it takes longer than a year.
    """
    return {
        **_number_as_unit(kegiatan),
        **dict(_longer_than_a_year(kegiatan)),
        **odd_outcomes(kegiatan),
    }


def _number_as_unit(kegiatan: Kegiatan) -> dict[str, str]:
    """Ask about a number where its unit belongs: a pasted block began one column too early."""
    if not kegiatan.satuan.isdecimal():
        return {}
    return {"satuan": f"satuan {kegiatan.satuan} berupa angka, bukan nama satuan; periksa kolomnya"}


def odd_outcomes(kegiatan: Kegiatan) -> dict[str, str]:
    """Return what is asked about outcomes that are stored all the same, by column.

    Time and cost past 1,76 times their target turn the aspect negative (regulations A.1), and with
    it the whole activity; an amount of many times its target lifts it as far.
    """
    if kegiatan.realisasi_kuantitas == 0:
        return {}
    found = {
        f"realisasi_{aspek}": _negative(kegiatan, aspek)
        for aspek in ("waktu", "biaya")
        if _is_negative(kegiatan, aspek)
    }
    target, realisasi = kegiatan.target_kuantitas, kegiatan.realisasi_kuantitas
    if target is not None and realisasi is not None and realisasi > BERLIPAT * target > 0:
        found["realisasi_kuantitas"] = (
            f"kuantitas {shown(realisasi)} lebih dari {BERLIPAT} kali target {shown(target)}; "
            "periksa"
        )
    return found


def is_odd(penilaian: Penilaian) -> bool:
    """Say whether an activity of the year is to be asked about."""
    return any(odd_amounts(kegiatan) for bagian in penilaian.bagian for kegiatan in bagian.kegiatan)


def _longer_than_a_year(kegiatan: Kegiatan) -> Iterator[tuple[str, str]]:
    """Yield the times that no year has room for; an unknown unit of time has no limit."""
    unit = kegiatan.satuan_waktu
    most = SETAHUN.get(unit.casefold())
    done = kegiatan.realisasi_kuantitas != 0
    amounts = {"target": kegiatan.target_waktu, "realisasi": kegiatan.realisasi_waktu}
    for jenis, waktu in amounts.items():
        if most is not None and waktu is not None and waktu > most and (jenis == "target" or done):
            words = f"{jenis} waktu {shown(waktu)} {unit} lebih lama dari setahun"
            yield f"{jenis}_waktu", f"{words} ({shown(most)} {unit}); periksa"


def _is_negative(kegiatan: Kegiatan, aspek: str) -> bool:
    target, realisasi = kegiatan.target(aspek), kegiatan.realisasi(aspek)
    if target is None or realisasi is None or target <= Decimal(0):
        return False
    return nilai_aspek(aspek, target, realisasi) < 0


def _negative(kegiatan: Kegiatan, aspek: str) -> str:
    target, realisasi = shown(kegiatan.target(aspek)), shown(kegiatan.realisasi(aspek))
    unit = f" {kegiatan.satuan_waktu}" if aspek == "waktu" else ""
    return f"{aspek} {realisasi} dari target {target}{unit} memberi nilai negatif; periksa"
