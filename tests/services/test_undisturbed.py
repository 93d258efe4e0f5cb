"""The collector is off while somebody works undisturbed, and as it was before afterwards."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from skp_tui.errors import InputError
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.services.imports.import_many import (
    Borongan,
    Dibatalkan,
    Pesanan,
    carry_out,
    rehearse,
    run_many,
)
from skp_tui.services.imports.undisturbed import Undisturbed
from tests.services.office import UNIT, Office, clock

WAITS = 30


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


def test_of_two_threads_the_last_one_turns_it_on_whoever_began() -> None:
    gc.enable()
    quiet, inside, leave = Undisturbed(), Event(), Event()

    def work() -> None:
        with quiet:
            inside.set()
            leave.wait(WAITS)

    thread = Thread(target=work)
    with quiet:
        thread.start()
        assert inside.wait(WAITS)
    assert not gc.isenabled()
    leave.set()
    thread.join(WAITS)
    assert gc.isenabled()


def order(folder: Path, text: str) -> Borongan:
    file = folder / "unit.csv"
    file.write_text(text, encoding="utf-8")
    return Borongan((Pesanan(jenis_of("unit"), (file,)),))


def looked_at(office: Office, folder: Path) -> None:
    rehearse(office.path, order(folder, UNIT), clock)


def carried_out(office: Office, folder: Path) -> None:
    gladi = rehearse(office.path, order(folder, UNIT), clock)
    with office.writing() as writer:
        carry_out(writer, gladi, folder)


def run(office: Office, folder: Path) -> None:
    run_many(office.path, order(folder, UNIT), clock)


def stopped(office: Office, folder: Path) -> None:
    with pytest.raises(Dibatalkan):
        rehearse(office.path, order(folder, UNIT), clock, stop=lambda: True)


def unreadable(office: Office, folder: Path) -> None:
    with pytest.raises(InputError):
        run_many(office.path, order(folder, "bukan,judulnya\n1,2\n"), clock)


def overtaken(office: Office, folder: Path) -> None:
    gladi = rehearse(office.path, order(folder, UNIT), clock)
    office.impor("unit", "kode,nama\n1,Nama Lain\n")
    with office.writing() as writer, pytest.raises(InputError):
        carry_out(writer, gladi, folder)


@pytest.mark.parametrize("way", [looked_at, carried_out, run, stopped, unreadable, overtaken])
def test_however_an_import_ends_the_collector_works_again(
    tmp_path: Path, way: Callable[[Office, Path], None]
) -> None:
    gc.enable()
    way(Office(tmp_path / "kosong.db"), tmp_path)
    assert gc.isenabled()


def test_an_import_is_read_and_planned_without_the_collector(tmp_path: Path) -> None:
    gc.enable()
    seen: list[bool] = []
    rehearse(
        tmp_path / "belum.db",
        order(tmp_path, UNIT),
        clock,
        progress=lambda *_: seen.append(gc.isenabled()),
    )
    assert seen
    assert not any(seen)
