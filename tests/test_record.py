"""A record is what the standard frozen dataclass with slots is; it only costs less to define."""

import copy
import inspect
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from skp_tui.record import record


@record
class Titik:
    """A record with every kind of field."""

    x: int
    nama: str = "asal"
    catatan: Mapping[str, int] = field(default_factory=dict)
    asal: object = field(default=None, compare=False, repr=False)

    @property
    def ganda(self) -> int:
        """Return twice x."""
        return 2 * self.x


@record
class Satu:
    """A record with one field."""

    x: int


@dataclass(frozen=True, slots=True)
class Acuan:
    """The same as Titik, as the standard library makes it."""

    x: int
    nama: str = "asal"
    catatan: Mapping[str, int] = field(default_factory=dict)
    asal: object = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class AcuanSatu:
    """The same as Satu, as the standard library makes it."""

    x: int


PAIRS: list[tuple[Callable[..., Any], Callable[..., Any], tuple[Any, ...]]] = [
    (Titik, Acuan, (1,)),
    (Titik, Acuan, (1, "a", {"b": 2}, object())),
    (Satu, AcuanSatu, (3,)),
]


@pytest.mark.parametrize(("ours", "standard", "given"), PAIRS)
def test_a_record_holds_and_shows_what_a_dataclass_does(
    ours: Callable[..., Any], standard: Callable[..., Any], given: tuple[Any, ...]
) -> None:
    mine, theirs = ours(*given), standard(*given)
    assert [getattr(mine, f.name) for f in fields(mine)] == [
        getattr(theirs, f.name) for f in fields(theirs)
    ]
    assert repr(mine).partition("(")[2] == repr(theirs).partition("(")[2]
    assert type(mine).__match_args__ == type(theirs).__match_args__
    assert type(mine).__slots__ == type(theirs).__slots__
    assert is_dataclass(mine)
    assert (
        inspect.signature(ours).parameters.keys() == inspect.signature(standard).parameters.keys()
    )


def test_records_are_equal_by_kind_and_compared_fields_and_so_is_their_hash() -> None:
    assert Titik(1, asal="a") == Titik(1, asal="b")
    assert Titik(1) != Titik(2)
    others: list[object] = [Titik(1), 1, AcuanSatu(1)]
    assert Satu(1) not in others
    assert hash(Satu(1)) == hash(Satu(1)) == hash(AcuanSatu(1))
    assert len({Satu(1), Satu(1), Satu(2)}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Titik(1))


def test_a_record_can_be_given_anew_but_never_changed() -> None:
    titik = Titik(1)
    assert replace(titik, x=5) == Titik(5)
    assert replace(titik, x=5).ganda == 10
    with pytest.raises(FrozenInstanceError, match=r"Titik\.x"):
        titik.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del titik.x
    with pytest.raises(AttributeError):
        titik.lain = 2  # type: ignore[attr-defined]


def test_each_record_gets_a_default_of_its_own_where_a_factory_makes_it() -> None:
    assert Titik(1).catatan == {}
    assert Titik(1).catatan is not Titik(1).catatan


def test_a_record_survives_copying() -> None:
    titik = Titik(1, "a", {"b": 2})
    assert copy.copy(titik) == copy.deepcopy(titik) == titik


def test_a_wrong_call_names_the_record() -> None:
    with pytest.raises(TypeError, match=r"Titik.__init__\(\) missing 1 required"):
        Titik()  # type: ignore[call-arg]


def test_what_a_record_cannot_do_is_refused_where_it_is_defined() -> None:
    class Salah:
        x: int = field(default=0, init=False)

    with pytest.raises(TypeError, match="x needs a standard dataclass"):
        record(Salah)


def test_a_check_after_the_init_is_refused_too_and_not_left_out_in_silence() -> None:
    class Diperiksa:
        x: int

        def __post_init__(self) -> None:
            raise AssertionError

    with pytest.raises(TypeError, match="__post_init__"):
        record(Diperiksa)


def test_methods_that_would_be_overwritten_are_refused() -> None:
    class Sendiri:  # noqa: PLW1641 - Python itself takes its hash away
        x: int

        def __eq__(self, other: object) -> bool:
            raise AssertionError

    with pytest.raises(TypeError, match="__eq__, __hash__"):
        record(Sendiri)


def test_what_follows_from_a_record_is_copied_and_shown_as_itself() -> None:
    class Turunan(Titik):
        pass

    assert type(copy.copy(Turunan(1))) is Turunan
    assert repr(Turunan(1)).startswith(f"{Turunan.__qualname__}(x=1")


def test_a_record_may_have_no_fields_or_one_called_like_a_setter() -> None:
    @record
    class Kosong:
        pass

    @record
    class Setelan:
        set_b: int
        b: int

    assert Kosong() == Kosong()
    assert (Setelan(1, 2).set_b, Setelan(1, 2).b) == (1, 2)
