"""Who belongs to a year, and which units lie above and below one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.nip import StatusPegawai
from skp_tui.domain.office import Pegawai, Unit, children, roots, subtree, upwards


def pegawai(
    since: date | None = None, until: date | None = None, status: StatusPegawai = StatusPegawai.PNS
) -> Pegawai:
    return Pegawai(
        nip="196704121993031007",
        nama="Sari Contoh",
        unit="1",
        status=status,
        aktif_sejak=since,
        aktif_sampai=until,
    )


@pytest.mark.parametrize(
    ("since", "until", "active"),
    [
        (None, None, True),
        (date(2017, 1, 1), None, True),
        (date(2017, 12, 31), None, True),
        (date(2018, 1, 1), None, False),
        (date(1993, 3, 1), None, True),
        (None, date(2017, 1, 1), True),
        (None, date(2016, 12, 31), False),
        (None, date(2019, 1, 1), True),
        (date(2017, 3, 1), date(2017, 3, 1), True),
        (date(2015, 1, 1), date(2018, 1, 1), True),
        (date(2018, 1, 1), date(2019, 1, 1), False),
    ],
)
def test_a_person_is_active_when_his_dates_touch_the_year(
    since: date | None, until: date | None, active: bool
) -> None:
    assert pegawai(since, until).active_in(2017) is active


@pytest.mark.parametrize(
    ("status", "tahun", "belongs"),
    [
        (StatusPegawai.PNS, 2014, True),
        (StatusPegawai.CPNS, 2017, True),
        (StatusPegawai.CPNS, 2022, True),
        (StatusPegawai.PPPK, 2020, False),
        (StatusPegawai.PPPK, 2021, False),
        (StatusPegawai.PPPK, 2022, True),
        (StatusPegawai.PPPK, 2030, True),
    ],
)
def test_pns_and_cpns_belong_to_every_year_pppk_from_2022(
    status: StatusPegawai, tahun: int, belongs: bool
) -> None:
    assert pegawai(status=status).belongs_to(tahun) is belongs


def test_who_left_before_the_year_does_not_belong_to_it() -> None:
    assert not pegawai(until=date(2016, 12, 31)).belongs_to(2017)
    assert not pegawai(until=date(2022, 5, 1), status=StatusPegawai.PPPK).belongs_to(2023)


def office(**induk: str | None) -> dict[str, Unit]:
    return {kode: Unit(kode, f"Unit {kode}", above) for kode, above in induk.items()}


OFFICE = office(a=None, b="a", c="a", d="b", e="d", z=None)
CIRCLE = office(a="c", b="a", c="b", d="b", s="s")


def test_a_unit_counts_itself_and_everything_below_it() -> None:
    assert subtree(OFFICE, "a") == {"a", "b", "c", "d", "e"}
    assert subtree(OFFICE, "d") == {"d", "e"}
    assert subtree(OFFICE, "z") == {"z"}


def test_roots_and_children_are_sorted_by_code_point() -> None:
    units = office(b=None, a=None, B=None, x="b", **{"1.10": "b", "1.2": "b"})
    assert roots(units.values()) == ["B", "a", "b"]
    assert children(units.values()) == {None: ["B", "a", "b"], "b": ["1.10", "1.2", "x"]}


def test_the_way_up_begins_at_the_unit_and_ends_at_the_top() -> None:
    assert list(upwards(OFFICE, "e")) == ["e", "d", "b", "a"]
    assert list(upwards(OFFICE, "z")) == ["z"]
    assert list(upwards(OFFICE, "unknown")) == list(upwards(OFFICE, None)) == []
    assert list(upwards(CIRCLE, "d")) == ["d", "b", "a", "c"]


def test_a_circle_is_walked_once() -> None:
    assert subtree(CIRCLE, "a") == {"a", "b", "c", "d"}
    assert subtree(CIRCLE, "s") == {"s"}


def above(units: dict[str, Unit], kode: str) -> set[str]:
    found: set[str] = set()
    induk = units[kode].induk
    while induk is not None and induk not in found and induk in units:
        found.add(induk)
        induk = units[induk].induk
    return found


CODES = st.sampled_from("abcdefgh")


@given(st.dictionaries(CODES, st.none() | CODES, min_size=1))
def test_what_lies_below_a_unit_has_it_above(induk: dict[str, str | None]) -> None:
    units = office(**induk)
    for kode in units:
        below = subtree(units, kode)
        assert {one for one in units if one == kode or kode in above(units, one)} == below
