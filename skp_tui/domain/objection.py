"""An objection (keberatan) against a signed result, stage by stage (regulations A.5)."""

from datetime import date
from enum import StrEnum

from skp_tui.record import record


class Tahap(StrEnum):
    """The stages in the order in which they follow each other."""

    KEBERATAN = "keberatan"
    TANGGAPAN = "tanggapan"
    KEPUTUSAN = "keputusan"
    REKOMENDASI = "rekomendasi"


URUTAN = tuple(Tahap)


@record
class TahapTertulis:
    """One stage as it was written down."""

    tahap: Tahap
    tanggal: date
    isi: str


@record
class Hari:
    """Within how many calendar days each stage must follow (setting ``keberatan_hari``)."""

    keberatan: int
    tanggapan: int
    keputusan: int


@record
class Tunggakan:
    """An objection against the result of a year that waits for its answer or decision."""

    tahun: int
    nip: str
    nama: str
    tahap: Tahap
    batas: date
