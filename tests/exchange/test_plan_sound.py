"""What is asked of columns is what is asked of each row."""

from itertools import product

import pytest

from skp_tui.domain.appraisal import ASPEK
from skp_tui.domain.number import parse_number
from skp_tui.domain.validity import faults_of_kegiatan
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.sound import SOUND
from tests.exchange.samples import STOK

AMOUNTS = (None, "", "1", "0.5", "100", "100.01", "150", "0", "-1")
KOLOM = jenis_of("kegiatan").nama_kolom


@pytest.mark.parametrize("aspek", ASPEK)
@pytest.mark.parametrize("count", [1, 2])
def test_targets_and_outcomes_are_sound_together_where_each_pair_is(aspek: str, count: int) -> None:
    sound = SOUND["kegiatan"]({nama: place for place, nama in enumerate(KOLOM)}, STOK)
    pairs = list(product(AMOUNTS, repeat=2))
    for rows in product(pairs, repeat=count):
        columns = {nama: [None] * count for nama in KOLOM}
        target, realisasi = zip(*rows, strict=True)
        given = {f"target_{aspek}": target, f"realisasi_{aspek}": realisasi}
        faults = [
            faults_of_kegiatan(
                {
                    nama: parse_number(text, ".") if text else None
                    for nama, text in zip(given, row, strict=True)
                }
            )
            for row in rows
        ]
        assert sound(list({**columns, **given}.values())) == (not any(faults)), rows
