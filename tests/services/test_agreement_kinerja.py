"""Agreed plans from 2022 on: results and indicators stay visible as they were agreed on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.domain.kinerja import BarisIndikator, HasilKerja, Indikator
from skp_tui.domain.revision import Perubahan
from skp_tui.errors import InputError
from skp_tui.services.base.views import appraisals
from skp_tui.services.entry import entry
from skp_tui.services.office import moving, part_removal
from skp_tui.services.signing import signing, signing_many
from skp_tui.services.signing.lembar import LembarPenilaian, read_lembar, state_words
from skp_tui.services.signing.signing_many import Tindakan
from skp_tui.storage.database.looking import reading
from skp_tui.storage.transactions.writer import Writer
from skp_tui.ui.screens.signing.sheets_rows import plan_words
from tests.services.kinerja import TAHUN, hasil, indikator, plan
from tests.services.office import BRAM, KEPALA, Office, tempat

JANUARY, MAY = date(TAHUN, 1, 12), date(TAHUN, 5, 3)
HERE = tempat(BRAM, 1, TAHUN)
ALL = {(1, 1, 0), (1, 1, 1), (1, 1, 2), (1, 2, 0), (1, 2, 1)}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = plan(Office.filled(tmp_path))
    with office.writing() as writer:
        signing.agree(writer, TAHUN, [BRAM], JANUARY)
    return office


def sheet(office: Office) -> LembarPenilaian:
    with reading(office.path) as connection:
        return read_lembar(connection, TAHUN, BRAM)


def changes(office: Office) -> dict[tuple[int, ...], Perubahan]:
    found = sheet(office)
    assert found.berlaku is not None
    revisions = found.revisions(found.berlaku)
    return {
        satu.tempat: satu.perubahan for satu in revisions if satu.perubahan is not Perubahan.TETAP
    }


def save(writer: Writer, isi: entry.Isi, *kolom: str) -> None:
    entry.save(writer, HERE, isi, kolom, "ubah", baru=not kolom)


def with_target(office: Office, target: str) -> BarisIndikator:
    baris = indikator(office)
    changed = replace(baris.indikator, target=Decimal(target))
    return replace(baris, indikator=changed)


def test_who_is_locked_without_a_plan_is_told_apart(office: Office) -> None:
    rated = "".join(f"{TAHUN},{nip},tahunan,sesuai,sesuai\n" for nip in (BRAM, KEPALA))
    office.impor("evaluasi", f"tahun,nip,periode,hasil_kerja,perilaku_kerja\n{rated}")
    with reading(office.path) as connection:
        people = appraisals(connection, TAHUN, [BRAM, KEPALA])
    rencana = signing_many.plan(people, Tindakan.KUNCI, date(TAHUN, 12, 31))
    assert set(rencana.nips) == {BRAM, KEPALA}
    lacking = {orang.nip: signing_many.lacks(orang) for orang in rencana.ikut}
    assert lacking == {KEPALA: "belum ada hasil kerja", BRAM: "realisasinya belum lengkap"}
    assert plan_words(rencana).splitlines()[1] == (
        "Perhatikan: 1 di antaranya realisasinya belum lengkap, "
        "1 di antaranya belum ada hasil kerja."
    )


def test_a_plan_is_agreed_on_with_every_result_and_indicator(office: Office) -> None:
    berlaku = sheet(office).berlaku
    assert berlaku is not None
    assert set(berlaku.sasaran) == ALL
    assert berlaku.sasaran[1, 1, 0] == HasilKerja(
        1, "Berkas kepegawaian tertata", rencana_pimpinan="Layanan kepegawaian membaik"
    )
    assert berlaku.sasaran[1, 1, 1] == Indikator(
        1, "Jumlah berkas", target=Decimal(120), satuan="berkas"
    )
    assert changes(office) == {}


def test_outcome_evidence_and_feedback_are_no_revision_of_the_plan(office: Office) -> None:
    baris = indikator(office)
    told = replace(baris.indikator, realisasi=Decimal(1), bukti="BA", umpan_balik="Lanjutkan")
    with office.writing() as writer:
        save(writer, replace(baris, indikator=told), "realisasi", "bukti", "umpan_balik")
    assert changes(office) == {}


def test_a_changed_target_is_one_until_it_is_put_back(office: Office) -> None:
    with office.writing() as writer:
        save(writer, with_target(office, "100"), "target")
        assert changes(office) == {(1, 1, 1): Perubahan.DIUBAH}
        assert sheet(office).target_berubah == 1
        assert "1 target berubah" in state_words(sheet(office).orang, 1)
        save(writer, with_target(office, "120"), "target")
    assert changes(office) == {}


def test_a_removed_result_is_named_with_its_indicators_and_undo_takes_it_back(
    office: Office,
) -> None:
    with office.writing() as writer:
        entry.remove(writer, HERE, hasil(office), "hapus")
        gone = {(1, 1, 0), (1, 1, 1), (1, 1, 2)}
        assert changes(office) == dict.fromkeys(gone, Perubahan.DIHAPUS)
        writer.undo()
    assert changes(office) == {}


def test_agreeing_again_makes_a_new_version_and_the_first_stays_as_it_was(office: Office) -> None:
    with office.writing() as writer:
        save(writer, HasilKerja(3, "Arsip digital tersedia"))
        save(writer, BarisIndikator(3, Indikator(1, "Berkas terpindai", target="semua")))
        assert set(changes(office)) == {(1, 3, 0), (1, 3, 1)}
        signing.agree(writer, TAHUN, [BRAM], MAY)
    first, second = sheet(office).versi
    assert set(first.sasaran) == ALL
    assert set(second.sasaran) == ALL | {(1, 3, 0), (1, 3, 1)}
    assert changes(office) == {}


def test_results_of_a_removed_part_are_agreed_targets_of_that_part(office: Office) -> None:
    move = {"lama_mulai": "", "mulai": "01-07-2025", "unit": "1.2", "jabatan": "Analis Mutasi"}
    with office.writing() as writer:
        assert not moving.move(writer, TAHUN, BRAM, move, ikut=True).ditolak
        second = tempat(BRAM, 2, TAHUN)
        entry.save(writer, second, HasilKerja(1, "Mutasi lancar"), [], "baru", baru=True)
        row = BarisIndikator(1, Indikator(1, "Usul", target=Decimal(30)))
        entry.save(writer, second, row, [], "baru", baru=True)
        signing.agree(writer, TAHUN, [BRAM], MAY)
        part_removal.remove_last_part(writer, TAHUN, BRAM, 2, keep_content=True, kembali=True)
    assert changes(office) == {
        (1, 3, 0): Perubahan.DITAMBAH,
        (1, 3, 1): Perubahan.DITAMBAH,
        (2, 1, 0): Perubahan.DIHAPUS,
        (2, 1, 1): Perubahan.DIHAPUS,
    }


def test_nothing_is_agreed_that_has_no_result(office: Office) -> None:
    with office.writing() as writer, pytest.raises(InputError, match="belum punya hasil kerja"):
        signing.agree(writer, TAHUN, [KEPALA], JANUARY)


def test_a_year_without_targets_is_not_agreed_on(office: Office) -> None:
    with office.writing() as writer, pytest.raises(InputError, match="hanya nilai akhirnya"):
        signing.agree(writer, 2021, [BRAM], date(2021, 1, 12))
