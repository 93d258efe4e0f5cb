"""A record that is looked up by its key is the one that reading all of them finds."""

import random
from pathlib import Path

import pytest

from skp_tui.domain.records import Pemetik
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.storage.database.looking import reading
from skp_tui.storage.reading.records import read_records
from skp_tui.storage.reading.stored import BERTAHAP, LarikTersimpan
from tests.cli.calls import Desk
from tests.cli.office import BRAM, PEOPLE, SARI, UNITS

MANY = 40
"""Activities of one person: more than are read at once."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.must("unit", *UNITS)
    desk.must("pegawai", *PEOPLE)
    key = [{"tahun": 2017, "nip": nip} for nip in (SARI, BRAM)]
    desk.must("bagian", {**key[0], "bagian": 2, "mulai": "2017-07-01"})
    numbers = range(1, 2 * MANY, 2)
    desk.must(
        "kegiatan", *({**who, "no": no, "uraian": f"Surat {no}"} for no in numbers for who in key)
    )
    desk.must("kegiatan", {**key[0], "no": 1, "uraian": "Sesudah pindah", "bagian": 2})
    extra = {"uraian": "Panitia", "jenis": "tugas_tambahan"}
    new = {"uraian": "Aplikasi", "jenis": "kreativitas", "tingkat": "unit"}
    desk.must(
        "tambahan", *({**key[0], **row, "no": no} for no in (1, 2, 10) for row in (extra, new))
    )
    desk.must("perilaku", *({**who, "disiplin": 80} for who in key))
    return desk


@pytest.mark.parametrize("jenis", sorted(BERTAHAP))
@pytest.mark.parametrize("seed", [None, 1, 2])
def test_every_record_is_found_by_its_key_in_whatever_order(
    desk: Desk, jenis: str, seed: int | None
) -> None:
    with reading(desk.db) as connection:
        kunci = Pemetik(jenis_of(jenis).kunci)
        wanted = {kunci(satu): dict(satu) for satu in read_records(connection, jenis, [2017])}
        found = LarikTersimpan(connection, jenis)
        order = sorted(wanted, key=lambda key: [(len(text or ""), text or "") for text in key])
        if seed is not None:
            random.Random(seed).shuffle(order)  # noqa: S311 - an order, no secret
        assert {key: dict(found[tuple(filter(None, key))]) for key in order} == wanted
        assert sorted(found) == sorted(tuple(filter(None, key)) for key in wanted)
        assert len(found) == len(wanted) > 1


@pytest.mark.parametrize("jenis", sorted(BERTAHAP))
@pytest.mark.parametrize("many", [1, 3, 500])
def test_records_read_ahead_are_those_that_are_found_one_by_one(
    desk: Desk, jenis: str, many: int
) -> None:
    with reading(desk.db) as connection:
        keys = sorted(LarikTersimpan(connection, jenis))
        absent = [("2017", "x", *keys[0][2:]), (*keys[0][:-1], "999"), ("2016", *keys[0][1:])]
        asked = [*keys, *absent]
        random.Random(many).shuffle(asked)  # noqa: S311 - an order, no secret
        single, ahead = LarikTersimpan(connection, jenis), LarikTersimpan(connection, jenis)
        for start in range(0, len(asked), many):
            some = asked[start : start + many]
            assert ahead.of_all(some) == [single.get(key) for key in some]
        assert [key for key in asked if key in ahead] == [key for key in asked if key in keys]


@pytest.mark.parametrize("jenis", sorted(BERTAHAP))
def test_a_key_that_is_not_stored_finds_nothing(desk: Desk, jenis: str) -> None:
    with reading(desk.db) as connection:
        found = LarikTersimpan(connection, jenis)
        first = next(iter(found))
        for absent in (("2016", *first[1:]), (*first[:-1], "12"), (*first[:-1], "9" * 30)):
            assert found.get(absent) is None
            with pytest.raises(KeyError):
                found[absent]
        assert found[first] == found[first]
