"""An outcome far from its target is asked about; none is refused for it (regulations A.1)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.rules.pp46_odd import odd_outcomes

KEGIATAN = Kegiatan(
    1,
    "x",
    target_kuantitas=Decimal(10),
    target_waktu=Decimal(12),
    target_biaya=Decimal(1000),
)


@pytest.mark.parametrize(
    ("column", "value", "asked"),
    [
        ("realisasi_waktu", "21.12", None),
        ("realisasi_waktu", "21.13", "waktu 21,13 dari target 12 bulan memberi nilai negatif"),
        ("realisasi_waktu", "0", None),
        ("realisasi_biaya", "1760", None),
        ("realisasi_biaya", "1761", "biaya 1.761 dari target 1.000 memberi nilai negatif"),
        ("realisasi_kuantitas", "30", None),
        ("realisasi_kuantitas", "31", "kuantitas 31 lebih dari 3 kali target 10"),
    ],
)
def test_an_outcome_far_from_its_target_is_asked_about(
    column: str, value: str, asked: str | None
) -> None:
    kegiatan = replace(KEGIATAN, **{column: Decimal(value)})  # type: ignore[arg-type]
    expected = {} if asked is None else {column: f"{asked}; periksa"}
    assert odd_outcomes(kegiatan) == expected


def test_what_was_not_done_and_what_has_no_target_is_not_asked_about() -> None:
    not_done = replace(KEGIATAN, realisasi_kuantitas=Decimal(0), realisasi_waktu=Decimal(99))
    assert odd_outcomes(not_done) == {}
    assert odd_outcomes(Kegiatan(1, "x", realisasi_waktu=Decimal(9))) == {}
