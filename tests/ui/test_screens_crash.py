"""A bug shows a short sentence and the place of its log; neither names anybody."""

from pathlib import Path

import pytest
from textual.message import Message

from skp_tui.errors import InputError
from skp_tui.services.keeping import faults
from skp_tui.ui.screens.frame.fault import FaultScreen
from skp_tui.ui.screens.unit.screen import UnitScreen
from tests.ui.conftest import Open, clock

SECRETS = ("Siti Rahasia", "196108171986031901", "87.65")
MESSAGE = "nilai " + " ".join(SECRETS)


class BugError(Exception):
    """A fault whose text, cause and local variables all name somebody."""


def bug(*_: object, **__: object) -> None:
    nama, nip, nilai = SECRETS
    try:
        int(nama + nip + nilai)
    except ValueError as error:
        raise BugError(MESSAGE) from error


def nobody_in(text: str) -> bool:
    return not any(secret in text for secret in SECRETS)


async def test_a_bug_in_a_handler_ends_with_a_sentence_and_the_place_of_the_log(
    open_program: Open,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(UnitScreen, "action_explain", bug)
    with pytest.raises(BugError):
        async with open_program() as program:
            await program.pilot.press("f9")
    shown = "".join(capsys.readouterr())
    log = (tmp_path / "galat.log").read_text(encoding="utf-8")
    assert "Maaf, ada kesalahan dalam program." in shown
    assert "galat.log" in shown.replace("\n", "")
    assert "Traceback" not in shown
    assert "in bug" in log
    assert "BugError" in log
    assert nobody_in(shown)
    assert nobody_in(log)


async def test_a_bug_in_a_worker_shows_a_modal_and_the_program_goes_on(
    open_program: Open,
) -> None:
    async with open_program() as program:
        program.app.read(program.unit, bug, lambda _: Message(), group="x")
        await program.settle()
        assert isinstance(program.app.screen, FaultScreen)
        shown = program.screen_text()
        assert "Maaf, ada kesalahan dalam program." in shown
        assert nobody_in(shown)
        assert nobody_in(program.log.read_text(encoding="utf-8"))
        await program.press("escape")
        assert program.at(program.unit)


async def test_a_bug_in_a_write_shows_a_modal_and_puts_the_text_back(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skp_tui.services.entry.entry.save", bug)
    async with open_program() as program:
        await program.open("wayan")
        await program.type("90")
        await program.press("enter")
        assert isinstance(program.app.screen, FaultScreen)
        assert nobody_in(program.log.read_text(encoding="utf-8"))
        await program.press("escape")
        assert program.isi.sheet("kegiatan").refused_cells


async def test_an_expected_failure_of_a_worker_is_a_toast_and_no_modal(open_program: Open) -> None:
    def refuse(*_: object) -> None:
        raise InputError("Berkas [/] rusak.", "Pulihkan cadangan.")

    async with open_program() as program:
        program.app.read(program.unit, refuse, lambda _: Message(), group="x")
        await program.settle()
        assert program.at(program.unit)
        assert program.toasts() == ["Berkas [/] rusak. Pulihkan cadangan."]


async def test_what_asyncio_would_print_goes_to_the_log(open_program: Open) -> None:
    async with open_program() as program:
        program.app._on_loop_error(None, {"exception": BugError(MESSAGE), "message": MESSAGE})
        assert nobody_in(program.log.read_text(encoding="utf-8"))


def test_the_log_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "catatan" / "galat.log"
    assert faults.write_log(path, BugError(MESSAGE), clock())
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
