"""Whatever is done in whatever order: undoing all leads to the start, redoing all back."""

# ruff: noqa: D102 - a rule of the machine says by its name what the user does

import sqlite3
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.errors import SkpError
from skp_tui.services.base.views import unit_view
from skp_tui.services.copying import new_year
from skp_tui.services.entry import block
from skp_tui.services.office import moving, outside, part_removal
from skp_tui.services.sending import sending
from skp_tui.storage.transactions.writer import Writer
from tests.services.edits import AMOUNTS, NIPS, NUMBERS, YEARS, Edits, Rows
from tests.services.office import NOW, tempat

ROWS = (
    "SELECT g.nip, k.no FROM kegiatan k JOIN bagian b ON b.id = k.bagian_id "
    "JOIN penilaian p ON p.id = b.penilaian_id JOIN pegawai g ON g.id = p.pegawai_id "
    "JOIN periode t ON t.id = p.periode_id WHERE t.tahun = 2017 AND b.nomor = 1"
)


class History(Edits):
    """A user who changes, undoes, redoes, sends and restarts, beside a plain list of all states.

    ``states`` is what a linear history is: what was stored after each change, and where one is.
    """

    def begin(self) -> None:
        self.states, self.at = [self.answered()], 0

    def answered(self) -> Rows:
        """Return all that undo answers for: what was sent stays sent."""
        return {tabel: rows for tabel, rows in self.rows().items() if tabel != "kiriman"}

    def attempt(self, action: object, *arguments: object, **named: object) -> bool:
        done = super().attempt(action, *arguments, **named)
        if done:
            self.states = [*self.states[: self.at + 1], self.answered()]
            self.at += 1
        return done

    def finish(self) -> None:
        while self.at:
            self.undo()
        self.undo()
        while self.at < len(self.states) - 1:
            self.redo()
        self.redo()

    # What else is done

    @rule(nips=st.sets(NIPS, min_size=1), amount=AMOUNTS, numbers=st.sets(NUMBERS, min_size=1))
    def paste(self, nips: set[str], amount: Decimal | None, numbers: set[int]) -> None:
        with self.writer.reading() as connection:
            there = set(connection.execute(ROWS))
        cells = [
            block.Ubahan(
                tempat(nip),
                Kegiatan(no, f"Tempelan {no}", target_kuantitas=amount),
                frozenset({"uraian", "target_kuantitas"}),
                (nip, no) not in there,
            )
            for nip in sorted(nips)
            for no in sorted(numbers)
        ]
        self.attempt(block.save_block, self.writer, cells, "tempel")

    @rule(nip=NIPS, bulan=st.integers(2, 12), unit=st.sampled_from(["1.1", "1.2"]))
    def move(self, nip: str, bulan: int, unit: str) -> None:
        isian = {"lama_mulai": "", "mulai": f"01-{bulan:02}-2017", "unit": unit, "jabatan": "Baru"}
        self.attempt(moving.move, self.writer, 2017, nip, isian, ikut=bulan % 2 == 0)

    @rule(nip=NIPS, keep=st.booleans(), kembali=st.booleans())
    def take_move_back(self, nip: str, keep: bool, kembali: bool) -> None:
        with suppress(SkpError):
            with self.writer.reading() as connection:
                last = moving.posts(connection, 2017, nip).bagian[-1].nomor
            remove = part_removal.remove_last_part
            self.attempt(remove, self.writer, 2017, nip, last, keep_content=keep, kembali=kembali)

    @rule(nip=NIPS, nilai=st.sampled_from(["80", "91,5"]))
    def value_from_outside(self, nip: str, nilai: str) -> None:
        isian = {"nilai": nilai, "sumber": "Dinas Lain"}
        place = outside.TempatNilai(outside.AKADEMIK)
        self.attempt(outside.save_value, self.writer, 2017, nip, place, isian)

    @rule(tahun=YEARS)
    def begin_year(self, tahun: int) -> None:
        with suppress(SkpError):
            with self.writer.reading() as connection:
                plan = new_year.plan_year(connection, tahun)
            self.attempt(new_year.begin_year, self.writer, plan, None)

    @rule()
    def send(self) -> None:
        """Send: that is no change of data, so it is passed over and ends no redo."""
        with self.writer.reading() as connection:
            view = unit_view(connection, 2017, "1")
        with suppress(SkpError):  # nobody is left to be sent
            sending.send_package(self.writer, view, self.folder / "kirim", NOW, sebagian=True)

    # The history

    @rule()
    def undo(self) -> None:
        step = self.writer.undo(self.start)
        assert (step is None) == (self.at == 0)
        self.at -= step is not None
        assert self.answered() == self.states[self.at]

    @rule()
    def redo(self) -> None:
        step = self.writer.redo(self.start)
        assert (step is None) == (self.at == len(self.states) - 1)
        self.at += step is not None
        assert self.answered() == self.states[self.at]

    @rule()
    def restart(self) -> None:
        self.writer.close()
        self.begin_writing()

    @invariant()
    def the_trail_refuses_to_be_altered(self) -> None:
        if not hasattr(self, "states"):
            return
        for statement in ("UPDATE jejak SET sebab = 'lain'", "DELETE FROM jejak"):
            with pytest.raises(sqlite3.IntegrityError, match="jejak hanya bertambah"):
                self.office.raw(statement)


def deep(examples: int, steps: int, phases: tuple[Phase, ...] = tuple(Phase)) -> settings:
    return settings(
        phases=phases,
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


def test_undoing_all_leads_to_the_start_and_redoing_all_back() -> None:
    run_state_machine_as_test(History, settings=deep(12, 20))


@pytest.mark.long
def test_undoing_all_leads_to_the_start_and_redoing_all_back_deeply() -> None:
    run_state_machine_as_test(History, settings=deep(200, 50))


def test_the_machine_notices_a_history_that_forgets_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Writer, "redo", lambda *_: None)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(History, settings=deep(12, 20, (Phase.generate,)))
