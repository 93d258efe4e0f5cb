"""Nothing is stored that its year does not use, however old the screen is on which it is typed."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import Evaluasi, Kegiatan, Perilaku, Peringkat
from skp_tui.domain.kinerja import CapaianOrganisasi
from skp_tui.errors import InputError
from skp_tui.services.base.views import unit_view
from skp_tui.services.entry.block import Ubahan, save_block
from skp_tui.services.entry.capaian import choose_capaian
from skp_tui.services.entry.entry import remove, save
from skp_tui.services.office.converting import convert
from skp_tui.storage.database.looking import reading
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import BRAM, SARI, Office, tempat

HERE = tempat(BRAM, 1, 2017)
NEW = Kegiatan(9, "Menyusul")
PERILAKU = Perilaku(disiplin=Decimal(70))
UNUSED = "Tahun 2017 diatur PermenPANRB 6/2022, yang tidak memakai {}. Yang diisi: hasil kerja,"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office whose 2017 was put under the regulation of 2022."""
    filled = Office.filled(tmp_path)
    with filled.writing() as writer:
        convert(writer, 2017, "PERMENPANRB6", "keliru")
    return filled


def refused(office: Office, action: Callable[[Writer], object]) -> str:
    before = office.content(), office.lines()
    with office.writing() as writer, pytest.raises(InputError) as error:
        action(writer)
    assert (office.content(), office.lines()) == before
    return error.value.kalimat()


def test_a_new_row_a_cell_and_a_removal_are_refused(office: Office) -> None:
    stored = office.penilaian(BRAM, 2017).bagian[0].kegiatan[0]
    for action in (
        lambda writer: save(writer, HERE, NEW, (), "baru", baru=True),
        lambda writer: save(writer, HERE, stored, ["uraian"], "sel"),
        lambda writer: remove(writer, HERE, stored, "hapus"),
    ):
        assert refused(office, action).startswith(UNUSED.format("kegiatan"))
    words = refused(office, lambda writer: save(writer, HERE, PERILAKU, ["disiplin"], "sel"))
    assert words.startswith(UNUSED.format("perilaku"))


def test_a_block_is_refused_whole_where_one_row_of_it_is_of_such_a_kind(office: Office) -> None:
    rated = Evaluasi(hasil_kerja=Peringkat.SESUAI)
    rows = [
        Ubahan(tempat(SARI, 1, 2017), rated, frozenset({"hasil_kerja"})),
        Ubahan(HERE, PERILAKU, frozenset({"disiplin"})),
    ]
    assert "yang tidak memakai perilaku" in refused(office, lambda w: save_block(w, rows, "isi"))
    with office.writing() as writer:
        save_block(writer, rows[:1], "isi")
    assert office.penilaian(SARI, 2017).evaluasi == (rated,)


def test_a_year_that_has_no_period_yet_goes_by_the_table(office: Office) -> None:
    here = tempat(BRAM, 1, 2025)
    words = refused(office, lambda writer: save(writer, here, NEW, (), "baru", baru=True))
    assert "Tahun 2025 diatur PermenPANRB 6/2022" in words
    with office.writing() as writer:
        save(writer, here, Evaluasi(hasil_kerja=Peringkat.SESUAI), ["hasil_kerja"], "sel")
    assert office.penilaian(BRAM, 2025).evaluasi


def test_the_capaian_of_a_year_that_was_put_back_is_refused(office: Office) -> None:
    with reading(office.path) as connection:
        view = unit_view(connection, 2017, "1")
    with office.writing() as writer:
        choose_capaian(writer, view, CapaianOrganisasi.BAIK)
        convert(writer, 2017, "PP46", "keliru")
    words = refused(office, lambda writer: choose_capaian(writer, view, None))
    assert "Tahun 2017 diatur PP 46/2011, yang tidak memakai capaian_organisasi" in words
