"""What the screen of sending shows: counts, who still needs what, and the names of the files."""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby

from skp_tui.domain.appraisal import SEBUTAN_ALASAN
from skp_tui.errors import InputError
from skp_tui.exchange.package import package_names
from skp_tui.exchange.publishing import NamaBerkas
from skp_tui.paths import here, typed_path
from skp_tui.rules.result import Kurang, Status
from skp_tui.services.sending import data_records, waiting
from skp_tui.services.views import Orang, UnitView, unit_view


@dataclass(frozen=True, slots=True)
class Missing:
    """What one person still needs in one place, and the first cell of it."""

    orang: Orang
    words: str
    at: Kurang


@dataclass(frozen=True, slots=True)
class Outlook:
    """The unit as it would be sent now, and the files of the profile."""

    view: UnitView
    missing: tuple[Missing, ...]
    wanted: tuple[NamaBerkas, ...]


def outlook(connection: sqlite3.Connection, tahun: int, kode: str, profil: str) -> Outlook:
    """Read the unit anew and say what would be written."""
    view = unit_view(connection, tahun, kode)
    return Outlook(view, tuple(missing_of(view)), tuple(_names(connection, view, profil)))


def _names(connection: sqlite3.Connection, view: UnitView, profil: str) -> Sequence[NamaBerkas]:
    if profil == "bkd":
        return package_names(view.unit.kode, view.tahun)
    records = data_records(connection, view)
    return [NamaBerkas(jenis, ".csv") for jenis, rows in records.items() if rows]


def free_names(place: str, wanted: Sequence[NamaBerkas]) -> tuple[str, ...]:
    """Return the names that the next files will get: with the first suffix free for all of them.

    None for a typed place that cannot be one; why is told when it is sent to, not at every key.
    """
    try:
        folder = typed_path(place, here())
    except InputError:
        return ()
    for number in count(1):
        suffix = "" if number == 1 else f"-{number}"
        names = tuple(nama.dengan(suffix) for nama in wanted)
        if not any(os.path.lexists(folder / name) for name in names):
            return names
    raise AssertionError  # count never ends


def missing_of(view: UnitView) -> Iterator[Missing]:
    """Yield what is missing, place by place, in the order of the list."""
    for orang in waiting(view):
        kurang = orang.hasil.kurang or (Kurang("belum dapat dinilai"),)
        for _, group in groupby(kurang, key=lambda satu: (satu.bagian, satu.kegiatan)):
            found = list(group)
            yield Missing(orang, in_words(found), found[0])


def in_words(kurang: Sequence[Kurang]) -> str:
    """Put what is missing in one place into one phrase: ``realisasi mutu, waktu (kegiatan 3)``."""
    if len(kurang) == 1:
        return kurang[0].pesan
    by_sort: dict[str, list[str]] = {}
    for satu in kurang:
        by_sort.setdefault(satu.pokok, []).append(satu.rincian)
    words = "; ".join(f"{sort} {', '.join(aspek)}" for sort, aspek in by_sort.items())
    return f"{words} {kurang[0].tempat}".strip()


def counts(view: UnitView) -> str:
    """Count who is complete, who is not, and who is not due and why."""
    rekap = view.rekap
    parts = [f"{rekap.dinilai} lengkap", f"{rekap.belum_dinilai} belum lengkap"]
    reasons = Counter(
        SEBUTAN_ALASAN[satu.penilaian.pengecualian.alasan]
        for satu in view.orang
        if satu.hasil.status is Status.DIKECUALIKAN and satu.penilaian.pengecualian is not None
    )
    if rekap.dikecualikan:
        words = ", ".join(
            reason if number == 1 else f"{number} {reason}" for reason, number in reasons.items()
        )
        parts.append(f"{rekap.dikecualikan} dikecualikan ({words})")
    return "   ".join(parts)


def readable_size(size: int) -> str:
    """Write a number of bytes as people read it."""
    if size < 1000:  # noqa: PLR2004 - bytes of a kilobyte
        return f"{size} byte"
    unit, whole = ("kB", 1000) if size < 1000**2 else ("MB", 1000**2)
    return f"{size / whole:.1f} {unit}".replace(".", ",")
