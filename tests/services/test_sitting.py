"""One screen at a time, and writes one after another."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.errors import BusyError, DatabaseError, InputError
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.services.base.database import writing
from skp_tui.services.base.holder import COMMAND_WAITS, holding
from skp_tui.services.entry import entry
from skp_tui.services.imports.import_many import Borongan, Pesanan, rehearse, run_many
from skp_tui.services.keeping import safekeeping
from skp_tui.services.keeping.checking import check_database
from skp_tui.services.keeping.sitting import sitting
from skp_tui.services.sending import sending
from skp_tui.storage.database.connection import connect
from skp_tui.storage.database.looking import reading
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import NOW, UNIT, Office, clock, kegiatan, tempat

ROOT = Path(__file__).parent.parent.parent
HOLD = """
import sys
from datetime import datetime
from pathlib import Path
from skp_tui.services.keeping.sitting import sitting
with sitting(Path(sys.argv[1]), lambda: datetime(2018, 1, 5, 8, 15)):
    print("dipegang", flush=True)
    sys.stdin.read()
"""


class Holder:
    """Another process that sits on the database until it is told or killed."""

    def __init__(self, path: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "dipegang\n"

    def kill(self) -> None:
        """Let it die as in a power cut."""
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()

    def leave(self) -> None:
        """Let it close as a user does."""
        self.process.communicate("")


def test_a_second_sitting_is_refused_and_told_who_holds_it_since_when(office: Office) -> None:
    holder = Holder(office.path)
    try:
        with pytest.raises(BusyError) as refused, sitting(office.path, clock):
            pass
    finally:
        holder.kill()
    said = refused.value.kalimat()
    assert "sedang dipakai layar oleh" in said
    assert f"(proses {holder.process.pid})" in said
    assert "sejak 05-01-2018 pukul 08.15" in said
    assert "Tutup yang itu dahulu" in said


def test_a_second_sitting_in_the_same_program_is_refused_too(office: Office) -> None:
    with (
        sitting(office.path, clock),
        pytest.raises(BusyError, match=f"proses {os.getpid()}"),
        sitting(office.path, clock),
    ):
        pass


def test_a_killed_holder_frees_the_database_at_once_and_his_note_does_no_harm(
    office: Office,
) -> None:
    holder = Holder(office.path)
    holder.kill()
    note = office.path.with_name("skp.db.pemegang")
    assert note.exists()
    with (
        sitting(office.path, clock),
        pytest.raises(BusyError, match=f"proses {os.getpid()}"),
        writing(office.path, clock, "uji", wait=0),
    ):
        pass
    assert not note.exists()


def test_a_holder_who_leaves_takes_his_note_along(office: Office) -> None:
    Holder(office.path).leave()
    assert not office.path.with_name("skp.db.pemegang").exists()
    with sitting(office.path, clock):
        pass


def test_a_note_that_cannot_be_removed_fails_nothing_and_keeps_nobody_out(office: Office) -> None:
    note = office.path.with_name("skp.db.pemegang")
    with sitting(office.path, clock):
        note.unlink()
        note.mkdir()  # as refused as a file that somebody reads on Windows
    assert note.is_dir()
    with sitting(office.path, clock):
        pass


def test_a_database_beside_whose_name_no_lock_fits_is_told_why(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 249}.db"
    with (
        pytest.raises(DatabaseError, match="namanya terlalu panjang"),
        sitting(path, clock),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"siapa": 1}', "\x00\xff", json.dumps({"siapa": "\x1b[2J"})]
)
def test_a_spoilt_note_only_leaves_out_the_name(office: Office, text: str) -> None:
    with sitting(office.path, clock):
        office.path.with_name("skp.db.pemegang").write_text(text, encoding="utf-8")
        with (
            pytest.raises(BusyError, match=r"sedang dipakai\.$"),
            sitting(office.path, clock),
        ):
            pass


def test_a_note_cannot_bring_escapes_onto_the_screen(office: Office) -> None:
    with sitting(office.path, clock):
        note = {"siapa": "Siti\x1b[2J\u202e", "apa": "layar", "sejak": "kemarin"}
        office.path.with_name("skp.db.pemegang").write_text(json.dumps(note), encoding="utf-8")
        with pytest.raises(BusyError) as refused, sitting(office.path, clock):
            pass
    assert not {"\x1b", "\u202e"} & set(refused.value.kalimat())


def imports(office: Office, wait: float) -> None:
    file = office.path.with_name("unit.csv")
    file.write_text(UNIT, encoding="utf-8")
    borongan = Borongan((Pesanan(jenis_of("unit"), (file,)),))
    run_many(office.path, borongan, clock, wait=wait)


def sends(office: Office, wait: float) -> None:
    folder = office.path.with_name("keluar")
    sending.export(office.path, 2017, "1", folder, "bkd", clock, sebagian=True, wait=wait)


def restores(office: Office, wait: float) -> None:
    copy = office.path.with_name("salinan.db")
    copy.write_bytes(office.path.read_bytes())
    safekeeping.restore(office.path, copy, clock, wait=wait)


def sets(office: Office, wait: float) -> None:
    with writing(office.path, clock, "pengaturan", wait=wait):
        pass


WRITING = (imports, sends, restores, sets)


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command.__name__)
def test_a_writing_command_is_refused_with_the_same_sentence_beside_a_screen(
    office: Office, command: Callable[[Office, float], None]
) -> None:
    before = office.path.read_bytes()
    with sitting(office.path, clock), pytest.raises(BusyError, match="sedang dipakai layar oleh"):
        command(office, 0)
    assert office.path.read_bytes() == before


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command.__name__)
def test_a_writing_command_waits_for_its_turn(
    office: Office, command: Callable[[Office, float], None]
) -> None:
    started, errors = threading.Event(), list[BaseException]()

    def run() -> None:
        started.set()
        try:
            command(office, 60)
        except BaseException as error:  # noqa: BLE001 - for the assertion below
            errors.append(error)

    with holding(office.path, "layar", NOW):
        thread = threading.Thread(target=run)
        thread.start()
        assert started.wait(10)
    thread.join(60)
    assert not thread.is_alive()
    assert errors == []


def test_a_command_waits_five_seconds_unless_told_otherwise() -> None:
    assert COMMAND_WAITS == 5.0
    for function in (run_many, sending.export, safekeeping.restore):
        assert (function.__kwdefaults__ or {})["wait"] == COMMAND_WAITS


def test_reading_commands_work_beside_a_screen(office: Office) -> None:
    holder = Holder(office.path)
    try:
        with reading(office.path) as connection:
            assert connection.execute("SELECT count(*) FROM pegawai").fetchone() == (3,)
        assert check_database(office.path) == []
        assert safekeeping.backup(office.path, None).exists()
        file = office.path.with_name("unit.csv")
        file.write_text(UNIT, encoding="utf-8")
        borongan = Borongan((Pesanan(jenis_of("unit"), (file,)),))
        assert rehearse(office.path, borongan, clock).rencana[0].sama == 3
        folder = office.path.with_name("keluar")
        _, sent = sending.export(office.path, 2017, "1", folder, "data", clock, sebagian=False)
        assert sent is not None
    finally:
        holder.kill()


# Writes in order


def save(office: Office, value: int) -> Callable[[Writer], object]:
    row = kegiatan(office, realisasi_kuantitas=Decimal(value))
    return lambda writer: entry.save(writer, tempat(), row, ["realisasi_kuantitas"], f"sel {value}")


def test_queued_writes_are_carried_out_in_their_order(office: Office) -> None:
    with sitting(office.path, clock) as sat:
        actions = [save(office, value) for value in range(1, 31)]
        futures = [sat.submit(action) for action in actions]
        for future in futures:
            future.result(60)
        steps = sat.submit(lambda writer: writer.steps(sat.awal)).result(60)
    assert [step.sebab for step in steps] == [f"sel {value}" for value in range(1, 31)]
    assert kegiatan(office).realisasi_kuantitas == Decimal(30)


def test_closing_carries_out_what_is_still_queued(office: Office) -> None:
    gate = threading.Event()
    with sitting(office.path, clock) as sat:
        sat.submit(lambda _: gate.wait(60))
        futures = [sat.submit(save(office, value)) for value in range(1, 11)]
        assert not any(future.done() for future in futures)
        gate.set()
    assert all(future.done() for future in futures)
    assert kegiatan(office).realisasi_kuantitas == Decimal(10)


def test_a_write_that_fails_keeps_no_later_one_from_happening(office: Office) -> None:
    bad = kegiatan(office, target_kuantitas=Decimal(0))

    def fail(writer: Writer) -> None:
        entry.save(writer, tempat(), bad, ["target_kuantitas"], "sel")

    def half(writer: Writer) -> object:
        with writer.change("separuh") as work:
            work.insert("unit", [{"kode": "9", "nama": "Setengah"}])
            raise ZeroDivisionError

    before = office.content()["unit"]
    with sitting(office.path, clock) as sat:
        futures = [sat.submit(action) for action in (fail, half, save(office, 42))]
        assert isinstance(futures[0].exception(60), InputError)
        assert isinstance(futures[1].exception(60), ZeroDivisionError)
        assert futures[2].exception(60) is None
    assert kegiatan(office).realisasi_kuantitas == Decimal(42)
    assert office.content()["unit"] == before
    assert office.findings() == []


def test_the_sitting_knows_where_it_began_so_that_undo_stops_there(office: Office) -> None:
    with sitting(office.path, clock) as sat:
        sat.submit(save(office, 42)).result(60)
        undone = sat.submit(lambda writer: writer.undo(sat.awal)).result(60)
        assert undone is not None
        assert undone.langkah == sat.awal + 1
        assert sat.submit(lambda writer: writer.undo(sat.awal)).result(60) is None


def test_a_look_during_a_write_waits_and_sees_all_or_nothing(office: Office) -> None:
    seen: list[tuple[int, int]] = []
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            with sat.reading() as connection:
                counts = connection.execute(
                    "SELECT (SELECT count(*) FROM unit), (SELECT count(*) FROM jejak)"
                ).fetchone()
            seen.append(counts)

    def add(number: int) -> Callable[[Writer], None]:
        def action(writer: Writer) -> None:
            with writer.change("unit") as work:
                rows = [{"kode": f"9.{number}.{part}", "nama": "x"} for part in range(5)]
                work.insert("unit", rows)

        return action

    with sitting(office.path, clock) as sat:
        thread = threading.Thread(target=look)
        thread.start()
        for future in [sat.submit(add(number)) for number in range(30)]:
            future.result(60)
        stop.set()
        thread.join(60)
    first_units, first_lines = 3, len(office.lines()) - 150
    assert {units - first_units - (lines - first_lines) for units, lines in seen} == {0}
    assert {(units - first_units) % 5 for units, _ in seen} == {0}


def test_time_in_the_trail_may_run_backwards_but_the_steps_never_do(office: Office) -> None:
    times = iter([NOW, NOW - timedelta(days=400), NOW])
    with Writer(office.path, lambda: next(times)) as writer:
        for value in (1, 2, 3):
            save(office, value)(writer)
        steps = writer.steps()[-3:]
    assert [step.langkah for step in steps] == sorted(step.langkah for step in steps)
    assert steps[1].waktu < steps[0].waktu
    with closing(connect(office.path, writing=False)) as connection:
        assert connection.execute("SELECT max(seq) = count(*) FROM jejak").fetchone() == (1,)
    assert office.findings() == []
