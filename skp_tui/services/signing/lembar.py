"""What one screen shows about one person's year: state, dates, agreed targets, objection."""

import sqlite3
from collections.abc import Mapping

from skp_tui.domain.dates import short_date, shown_date
from skp_tui.domain.revision import (
    Revisi,
    TempatSasaran,
    Versi,
    changed,
    compare,
    in_force,
    targets,
)
from skp_tui.record import record
from skp_tui.rules.objection import Tenggat
from skp_tui.rules.result import Status
from skp_tui.services.base.views import Orang, appraisal
from skp_tui.services.signing.objecting import days_allowed, stages_since
from skp_tui.storage.changes.objections import read_objection
from skp_tui.storage.trail.agreed import Pembukaan, read_history


@record
class LembarPenilaian:
    """One appraisal with its history: versions of the targets, reopenings, objection."""

    orang: Orang
    versi: tuple[Versi, ...]
    diubah: Mapping[TempatSasaran, str]
    pembukaan: tuple[Pembukaan, ...]
    tenggat: tuple[Tenggat, ...]

    @property
    def berlaku(self) -> Versi | None:
        """Return the version that is agreed on now, None where there is none."""
        return in_force(self.versi)

    def revisions(self, versi: Versi) -> tuple[Revisi, ...]:
        """Return every activity as it was in a version and as it is now."""
        return compare(versi.sasaran, targets(self.orang.penilaian.bagian))

    @property
    def target_berubah(self) -> int:
        """Return how many activities differ from what is agreed on now."""
        return 0 if self.berlaku is None else changed_targets(self.berlaku, self.orang)

    def objection(self) -> bool:
        """Say whether there is an objection."""
        return any(satu.tertulis is not None for satu in self.tenggat)


def read_lembar(connection: sqlite3.Connection, tahun: int, nip: str) -> LembarPenilaian:
    """Read one appraisal with its history."""
    orang, _ = appraisal(connection, tahun, nip)
    told = read_history(connection, tahun, nip)
    tahapan = read_objection(connection, tahun, nip)
    dikunci = orang.penilaian.dikunci
    tenggat = stages_since(tahapan, told.tanda_tangan, dikunci, days_allowed(connection))
    return LembarPenilaian(orang, told.versi, told.diubah, told.pembukaan, tenggat)


def read_agreed(connection: sqlite3.Connection, tahun: int, nip: str) -> Versi | None:
    """Return what is agreed on now, None where nothing is."""
    return in_force(read_history(connection, tahun, nip).versi)


def changed_targets(versi: Versi, orang: Orang) -> int:
    """Return how many activities of a person differ from what was agreed on."""
    return changed(versi.sasaran, targets(orang.penilaian.bagian))


def state_words(orang: Orang, berubah: int = 0) -> str:
    """Say how far an appraisal is: agreed, complete, locked, each with its day."""
    penilaian, hasil = orang.penilaian, orang.hasil
    if penilaian.terkunci:
        return f"dikunci {shown_date(penilaian.dikunci)}"
    if hasil.status is Status.DIKECUALIKAN:
        return "dikecualikan"
    complete = "lengkap" if hasil.status is Status.DINILAI else "belum lengkap"
    if penilaian.disepakati is None:
        return "lengkap" if complete == "lengkap" else "draf"
    agreed = f"disepakati {shown_date(penilaian.disepakati)}"
    revised = f", {berubah} target berubah" if berubah else ""
    return f"{agreed}{revised} · {complete}"


def short_state(orang: Orang) -> str:
    """Say the same in a column of a list."""
    penilaian = orang.penilaian
    if penilaian.terkunci:
        return f"dikunci {short_date(penilaian.dikunci)}"
    if penilaian.disepakati is not None and orang.hasil.status is not Status.DIKECUALIKAN:
        return f"disepakati {short_date(penilaian.disepakati)}"
    return state_words(orang)
