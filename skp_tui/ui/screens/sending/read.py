"""What the screen of sending reads: the unit, what it lacks, what changed, and names of files."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from skp_tui.domain.appraisal import SEBUTAN_ALASAN
from skp_tui.errors import InputError
from skp_tui.exchange.writing.publishing import NamaBerkas, free_suffix
from skp_tui.paths import typed_path
from skp_tui.record import record
from skp_tui.rules.result import Kurang, Status
from skp_tui.services.base.views import Orang, UnitView, assemble, read_unit
from skp_tui.services.office.converting import export_notes
from skp_tui.services.sending.attention import Patut, attention, without_kind, without_plan
from skp_tui.services.sending.profiles import Profil, siasn_value, waiting
from skp_tui.services.sending.sent import Sejak, compared
from skp_tui.storage.database.looking import end_look


@record
class Missing:
    """What one person still needs in one place, and the first cell of it."""

    orang: Orang
    pesan: str
    at: Kurang


@record
class Findings:
    """What should be done before sending: what is missing, and what should be looked at."""

    missing: tuple[Missing, ...] = ()
    patut: tuple[Patut, ...] = ()

    @property
    def incomplete(self) -> int:
        """Count the people of whom something is missing."""
        return len({satu.orang.nip for satu in self.missing})

    @property
    def by_row(self) -> dict[str, Missing | Patut]:
        """Return all by the key of its row, what is missing first; one person may have several."""
        missing = {f"{one.orang.nip}|{place}": one for place, one in enumerate(self.missing)}
        patut = {f"{one.orang.nip}|periksa {place}": one for place, one in enumerate(self.patut)}
        return {**missing, **patut}

    def people_with(self, one: Missing | Patut) -> list[Orang]:
        """Return everybody in whose cells something of that kind is to be mended, each once."""
        alike: Sequence[Missing | Patut] = self.missing if isinstance(one, Missing) else self.patut
        return list({satu.orang.nip: satu.orang for satu in alike if satu.at is not None}.values())


@record
class Outlook:
    """The unit as it would be sent now, what changed since, and the files of the profile.

    ``catatan`` says what whoever passes the files on must know: of the year's regulation, and that
    nothing was planned for anybody.
    """

    view: UnitView
    counted: str = ""
    found: Findings = Findings()
    wanted: tuple[NamaBerkas, ...] = ()
    sejak: Sejak | None = None
    siasn: str = ""
    catatan: tuple[str, ...] = ()


def outlook(connection: sqlite3.Connection, tahun: int, kode: str, profil: Profil) -> Outlook:
    """Read the unit anew and say what would be written."""
    terbaca = read_unit(connection, tahun, kode)
    wanted = tuple(profil.nama_berkas(connection, terbaca))
    compare = compared(connection, kode, tahun)
    siasn = siasn_value(connection)
    catatan = export_notes(connection, tahun, profil.nama)
    end_look(connection)
    view = assemble(terbaca)
    catatan = (*catatan, *without_plan(view))
    if not (profil.tanpa_nilai or profil.daftar):
        catatan = (*catatan, *without_kind(view))
    found = Findings(tuple(missing_of(view)), attention(view))
    counted = counts(view, found.patut)
    return Outlook(view, counted, found, wanted, compare(view), siasn, catatan)


def free_names(place: str, around: Path, wanted: Sequence[NamaBerkas]) -> tuple[str, ...]:
    """Return the names that the next files will get: with the first suffix free for all of them.

    A place that is not whole is meant in the folder ``around``. None for a typed one that cannot be
    a place; why is told when it is sent to, not at every key.
    """
    try:
        folder = typed_path(place, around)
    except InputError:
        return ()
    suffix = free_suffix(folder, wanted)
    return tuple(nama.dengan(suffix) for nama in wanted)


def folder_to_make(place: str, around: Path, sample: Path | None) -> str:
    """Return the folder that is not there yet; empty for one that is, or that cannot be one.

    It looks at the disk, which may be a slow stick. What goes with the sample office, in the folder
    ``sample``, may come with it too.
    """
    with suppress(InputError, OSError):
        folder = typed_path(place, around)
        if sample not in {folder, *folder.parents} and not folder.exists():
            return str(folder)
    return ""


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


def counts(view: UnitView, patut: Sequence[Patut]) -> str:
    """Count who is complete, who is not, who should be looked at, and who is not due and why."""
    rekap = view.rekap
    parts = [f"{rekap.dinilai} lengkap", f"{rekap.belum_dinilai} belum lengkap"]
    odd = len({satu.orang.nip for satu in patut})
    if odd:
        parts.append(f"{odd} perlu diperiksa")
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
