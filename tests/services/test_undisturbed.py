"""The collector is off while somebody works undisturbed, and as it was before afterwards."""

import gc
from collections.abc import Iterator

import pytest

from skp_tui.services.undisturbed import Undisturbed


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    was = gc.isenabled()
    yield
    (gc.enable if was else gc.disable)()


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_as_it_was_once_nobody_is_left(on: bool) -> None:
    (gc.enable if on else gc.disable)()
    quiet = Undisturbed()
    with quiet:
        assert not gc.isenabled()
        with quiet:
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled() is on


def test_an_error_turns_it_on_again() -> None:
    gc.enable()
    with pytest.raises(ValueError, match="x"), Undisturbed():
        raise ValueError("x")
    assert gc.isenabled()
