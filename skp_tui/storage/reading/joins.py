"""How the tables of a year hang together, said once for the queries of several modules."""

from typing import Final

PERIODE_PEGAWAI: Final = (
    "JOIN periode t ON t.id = p.periode_id JOIN pegawai g ON g.id = p.pegawai_id"
)
"""The period (``t``) and the person (``g``) of a table ``p`` that has both."""
PENILAIAN: Final = f"penilaian p {PERIODE_PEGAWAI}"
"""The appraisals (``p``) with their period and person."""
BAGIAN: Final = f"bagian b JOIN penilaian p ON p.id = b.penilaian_id {PERIODE_PEGAWAI}"
"""The parts of appraisals (``b``) with their appraisal, period and person."""
