"""The rows of an SKP from 2022 on: stored whole, taken back whole, and moved with their owner."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import Evaluasi, Penilaian
from skp_tui.domain.kinerja import (
    BarisIndikator,
    Ekspektasi,
    HasilKerja,
    Indikator,
    JenisLampiran,
    Lampiran,
    NilaiBerakhlak,
)
from skp_tui.domain.parts import Isi, Terhapus, with_row, without_row
from skp_tui.services.base import editing
from skp_tui.services.entry import entry
from skp_tui.services.office import moving, part_removal
from skp_tui.storage.transactions.writer import Writer
from tests.services.kinerja import OF_PERSON, TAHUN, hasil, plan
from tests.services.kinerja_steps import (
    CHANGED,
    HERE,
    NEW,
    STEPS,
    kind,
    own,
)
from tests.services.office import BRAM, Office, last_step


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return plan(Office.filled(tmp_path))


# Every kind of row: added, changed, removed, taken back, repeated


@pytest.mark.parametrize("isi", NEW, ids=kind)
def test_a_new_row_is_stored_as_the_screen_shows_it(office: Office, isi: Isi) -> None:
    expected = with_row(own(office), 1, isi)
    with office.writing() as writer:
        entry.save(writer, HERE, isi, [], "baru", baru=True)
    assert own(office) == expected
    assert office.findings() == []


@pytest.mark.parametrize(("isi", "kolom"), CHANGED, ids=kind)
def test_a_changed_row_is_stored_as_the_screen_shows_it(
    office: Office, isi: Isi, kolom: str
) -> None:
    with office.writing() as writer:
        entry.save(writer, HERE, isi, kolom.split(), "ubah")
        [step] = writer.steps(last_step(writer) - 1)
    stored = own(office)
    assert with_row(stored, 1, _stored(stored, isi)) == stored
    [change] = step.changes
    assert set(change.baru or {}) <= set(kolom.split())
    assert office.findings() == []


def _stored(penilaian: Penilaian, isi: Isi) -> Isi:
    """Return the stored row of the same place."""
    [part] = penilaian.bagian
    results = {satu.no: satu for satu in part.hasil_kerja}
    if isinstance(isi, HasilKerja):
        return results[isi.no]
    if isinstance(isi, BarisIndikator):
        of_result = {satu.no: satu for satu in results[isi.no_hasil].indikator}
        return BarisIndikator(isi.no_hasil, of_result[isi.indikator.no])
    return isi


@pytest.mark.parametrize("act", STEPS.values(), ids=STEPS)
def test_every_step_is_one_that_is_taken_back_and_repeated_whole(
    office: Office, act: Callable[[Office, Writer], object]
) -> None:
    before = office.content()
    with office.writing() as writer:
        start = last_step(writer)
        act(office, writer)
        after = office.content()
        assert after != before
        assert len(writer.steps(start)) == 1
        writer.undo(start)
        assert office.content() == before
        assert office.findings() == []
        writer.redo(start)
    assert office.content() == after
    assert office.findings() == []


# What goes where its owner goes


def test_a_result_goes_with_its_indicators_and_comes_back_with_them(office: Office) -> None:
    whole = hasil(office)
    assert len(whole.indikator) == 2
    with office.writing() as writer:
        entry.remove(writer, HERE, whole, "hapus hasil kerja 1")
        assert [satu.no for satu in own(office).bagian[0].hasil_kerja] == [2]
        assert len(office.content()["indikator"]) == 2
        writer.undo()
    assert hasil(office) == whole


def test_a_person_goes_with_every_row_of_his(office: Office) -> None:
    with office.writing() as writer:
        editing.remove_person(writer, BRAM, "Bram Contoh")
    left = office.content()
    assert {tabel: len(left[tabel]) for tabel in OF_PERSON} == {
        "hasil_kerja": 1, "indikator": 1, "ekspektasi": 0, "lampiran": 0,
    }  # fmt: skip
    assert office.findings() == []


def test_a_unit_takes_along_how_well_it_did_and_nothing_else(office: Office) -> None:
    with office.writing() as writer:
        editing.remove_unit(writer, "1.2")
    assert {satu["unit"] for satu in office.records("capaian_organisasi", TAHUN)} == {"1.1"}
    assert len(office.records("indikator", TAHUN)) == 4


def test_a_corrected_nip_takes_every_row_along(office: Office) -> None:
    before, new = own(office), "197508172000122011"
    with office.writing() as writer:
        editing.correct_nip(writer, BRAM, new)
    after = office.penilaian(new, TAHUN)
    assert replace(after, pegawai=before.pegawai) == before
    assert office.findings() == []


MOVE = {"lama_mulai": "", "mulai": "01-07-2025", "unit": "1.2", "jabatan": "Analis Mutasi"}


@pytest.fixture
def moved(office: Office) -> Office:
    """Return an office in which Bram moved in 2025 and has results in both parts."""
    with office.writing() as writer:
        assert not moving.move(writer, TAHUN, BRAM, MOVE, ikut=True).ditolak
    second = f"tahun,nip,bagian,no,uraian\n2025,{BRAM},2,1,Mutasi lancar\n"
    of_second = f"tahun,nip,bagian,no_hasil,no,uraian,target\n2025,{BRAM},2,1,1,Usul,30\n"
    assert office.impor("hasil_kerja", second).status == 0
    assert office.impor("indikator", of_second).status == 0
    return office


def test_a_move_leaves_the_results_in_the_part_they_were_entered_in(moved: Office) -> None:
    first, second = own(moved).bagian
    assert [satu.uraian for satu in first.hasil_kerja] == [
        "Berkas kepegawaian tertata", "Panitia pelantikan terbantu",
    ]  # fmt: skip
    assert [satu.uraian for satu in second.hasil_kerja] == ["Mutasi lancar"]
    assert second.hasil_kerja[0].indikator == (Indikator(1, "Usul", target=Decimal(30)),)


@pytest.mark.parametrize("keep", [True, False])
def test_a_removed_part_moves_its_results_with_their_indicators_or_takes_them_along(
    moved: Office,
    keep: bool,
) -> None:
    before = moved.content()
    with moved.writing() as writer:
        part_removal.remove_last_part(writer, TAHUN, BRAM, 2, keep_content=keep, kembali=True)
    [part] = own(moved).bagian
    numbers = [(satu.no, satu.uraian, len(satu.indikator)) for satu in part.hasil_kerja]
    assert numbers[:2] == [
        (1, "Berkas kepegawaian tertata", 2),
        (2, "Panitia pelantikan terbantu", 1),
    ]
    assert numbers[2:] == ([(3, "Mutasi lancar", 1)] if keep else [])
    assert moved.findings() == []
    with moved.writing() as writer:
        writer.undo()
    assert moved.content() == before


# In mind, before anything is stored


def test_a_result_that_is_changed_keeps_its_indicators_in_mind_too(office: Office) -> None:
    changed = with_row(own(office), 1, HasilKerja(1, "Lain"))
    [first, second] = changed.bagian[0].hasil_kerja
    assert (first.uraian, first.indikator) == ("Lain", hasil(office, 1).indikator)
    assert second == hasil(office, 2)


@pytest.mark.parametrize(
    "isi",
    [
        HasilKerja(2, ""), BarisIndikator(1, Indikator(2, "")),
        Ekspektasi(NilaiBerakhlak.AKUNTABEL), Lampiran(JenisLampiran.DUKUNGAN, 2, ""),
        Evaluasi("triwulan-1"),
    ],
    ids=kind,
)  # fmt: skip
def test_a_removed_row_is_gone_as_the_screen_shows_it(office: Office, isi: Terhapus) -> None:
    expected = without_row(own(office), 1, isi)
    assert expected != own(office)
    with office.writing() as writer:
        entry.remove(writer, HERE, isi, "hapus")
    assert own(office) == expected


def test_an_indicator_of_no_result_changes_nothing_in_mind(office: Office) -> None:
    stray = BarisIndikator(9, Indikator(1, "x"))
    assert with_row(own(office), 1, stray) == own(office)
