"""A block of cells is stored whole, in one step of undo, or not at all."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from skp_tui.domain.appraisal import ASPEK, Kegiatan, Perilaku
from skp_tui.domain.period import KuantitasNol
from skp_tui.errors import InputError, LockedError
from skp_tui.services.base.recording import Tempat
from skp_tui.services.entry import entry
from skp_tui.services.entry.block import Ubahan, save_block
from skp_tui.services.entry.outcome import empty_as_target, same_as_target
from skp_tui.services.signing import signing
from tests.services.office import BRAM, SARI, Office, last_step

BARU = Kegiatan(7, "Menata arsip", "berkas", target_kuantitas=Decimal(5))
KUANTITAS = frozenset({"realisasi_kuantitas"})


def rows(office: Office, nip: str) -> tuple[Kegiatan, ...]:
    return office.orang(nip).penilaian.bagian[0].kegiatan


def a_block(office: Office) -> list[Ubahan]:
    """Change a row of one person, add one, and change the perilaku of another."""
    first = replace(rows(office, BRAM)[0], realisasi_kuantitas=Decimal(40))
    return [
        Ubahan(Tempat(2017, BRAM), first, KUANTITAS),
        Ubahan(Tempat(2017, BRAM), BARU, frozenset({"uraian"}), baru=True),
        Ubahan(Tempat(2017, SARI), Perilaku(disiplin=Decimal(70)), frozenset({"disiplin"})),
    ]


def test_cells_of_many_rows_and_people_are_one_step_that_undo_takes_back(office: Office) -> None:
    before = office.content()
    with office.writing() as writer:
        last = last_step(writer)
        save_block(writer, a_block(office), "tempelan 3 sel")
        assert [step.sebab for step in writer.steps(last)] == ["tempelan 3 sel"]
    assert rows(office, BRAM)[0].realisasi_kuantitas == Decimal(40)
    assert rows(office, BRAM)[0].realisasi_kualitas == Decimal(88)
    assert rows(office, BRAM)[-1] == BARU
    perilaku = office.orang(SARI).penilaian.perilaku
    assert (perilaku.disiplin, perilaku.komitmen) == (Decimal(70), Decimal(87))
    with office.writing() as writer:
        writer.undo(last)
    assert office.content() == before


def test_one_fault_refuses_the_whole_block(office: Office) -> None:
    before = office.content()
    wrong = replace(rows(office, BRAM)[1], target_kuantitas=None)
    block = [*a_block(office), Ubahan(Tempat(2017, BRAM), wrong, frozenset({"target_kuantitas"}))]
    with office.writing() as writer, pytest.raises(InputError, match="tanpa target"):
        save_block(writer, block, "tempelan")
    assert office.content() == before


def test_one_signed_appraisal_refuses_the_whole_block(office: Office) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [SARI], date(2017, 12, 29))
    before = office.content()
    with office.writing() as writer, pytest.raises(LockedError, match="terkunci"):
        save_block(writer, a_block(office), "tempelan")
    assert office.content() == before


PENUH = Kegiatan(
    1,
    "x",
    target_kuantitas=Decimal(12),
    target_kualitas=Decimal(100),
    target_waktu=Decimal(12),
)


def changed_outcomes(before: Kegiatan, after: Kegiatan) -> set[str]:
    """Return the outcomes in which two states of an activity differ."""
    pairs = (
        (f"realisasi_{aspek}", before.realisasi(aspek), after.realisasi(aspek)) for aspek in ASPEK
    )
    return {name for name, old, new in pairs if old != new}


def test_outcomes_become_their_targets_and_cost_only_where_it_has_one() -> None:
    done = same_as_target(replace(PENUH, realisasi_kualitas=Decimal(80)))
    assert changed_outcomes(PENUH, done) == {
        "realisasi_kuantitas", "realisasi_kualitas", "realisasi_waktu",
    }  # fmt: skip
    assert done.realisasi_kualitas == Decimal(100)
    with_cost = same_as_target(replace(PENUH, target_biaya=Decimal(500)))
    assert with_cost.realisasi_biaya == Decimal(500)


def test_only_empty_outcomes_are_filled() -> None:
    done = empty_as_target(replace(PENUH, realisasi_kualitas=Decimal(80)), KuantitasNol.NOL)
    assert (done.realisasi_kuantitas, done.realisasi_kualitas) == (Decimal(12), Decimal(80))


@pytest.mark.parametrize(("setting", "count"), [(KuantitasNol.NOL, 0), (KuantitasNol.HITUNG, 2)])
def test_what_was_not_done_needs_no_other_outcome(setting: KuantitasNol, count: int) -> None:
    not_done = replace(PENUH, realisasi_kuantitas=Decimal(0))
    assert len(changed_outcomes(not_done, empty_as_target(not_done, setting))) == count


@pytest.mark.parametrize("baru", [False, True])
def test_a_row_that_is_gone_or_whose_number_is_taken_refuses_the_whole_block(
    office: Office, baru: bool
) -> None:
    before = office.content()
    row, said = (rows(office, BRAM)[1], "terpakai") if baru else (BARU, "sudah tidak ada")
    block = [*a_block(office)[::2], Ubahan(Tempat(2017, BRAM), row, KUANTITAS, baru)]
    with office.writing() as writer, pytest.raises(InputError, match=said):
        save_block(writer, block, "tempelan")
    assert office.content() == before


def test_a_cell_of_a_row_that_is_gone_does_not_bring_the_row_to_life(office: Office) -> None:
    before, tempat = office.content(), Tempat(2017, BRAM)
    with office.writing() as writer:
        last = last_step(writer)
        with pytest.raises(InputError, match="Barisnya sudah tidak ada"):
            entry.save(writer, tempat, BARU, KUANTITAS, "sel")
        with pytest.raises(InputError, match="Nomor barisnya sudah terpakai"):
            entry.save(writer, tempat, replace(BARU, no=1), ["uraian"], "baris baru", baru=True)
        assert last_step(writer) == last
    assert office.content() == before


def test_perilaku_that_nobody_judged_yet_is_added_by_its_first_cell(office: Office) -> None:
    judged = Perilaku(disiplin=Decimal(70))
    with office.writing() as writer:
        entry.save(writer, Tempat(2018, BRAM), judged, ["disiplin"], "sel")
        save_block(writer, [Ubahan(Tempat(2018, SARI), judged, frozenset({"disiplin"}))], "isi")
    assert [office.penilaian(nip, 2018).perilaku for nip in (BRAM, SARI)] == [judged] * 2
