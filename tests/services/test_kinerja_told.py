"""What unit and trail tell of an SKP from 2022 on, in words."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.domain.kinerja import (
    BarisIndikator,
    CapaianOrganisasi,
    Ekspektasi,
    HasilKerja,
    Indikator,
    JenisLampiran,
    Lampiran,
    NilaiBerakhlak,
)
from skp_tui.services.base.views import unit_view
from skp_tui.services.entry import entry
from skp_tui.services.history.history import Lihat, page
from skp_tui.storage.database.looking import reading
from skp_tui.storage.transactions.writer import Writer
from tests.services.kinerja import TAHUN, hasil, plan
from tests.services.kinerja_steps import (
    HERE,
    add,
    change,
    judge,
)
from tests.services.office import BRAM, KEPALA, Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return plan(Office.filled(tmp_path))


def test_a_unit_knows_how_well_it_did_itself(office: Office) -> None:
    found = {}
    for kode in ("1", "1.1", "1.2"):
        with reading(office.path) as connection:
            found[kode] = unit_view(connection, TAHUN, kode).capaian
    assert found == {"1": None, "1.1": CapaianOrganisasi.BAIK, "1.2": CapaianOrganisasi.KURANG}


def test_a_year_without_a_row_has_no_capaian(office: Office) -> None:
    with reading(office.path) as connection:
        assert unit_view(connection, 2024, "1.1").capaian is None


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (
            change(BarisIndikator(1, Indikator(1, "x", realisasi=Decimal("1250.5"),
                                               target=Decimal(120))), "realisasi"),
            ("2025 hasil kerja 1 indikator 1", "realisasi", "118,5 → 1.250,5"),
        ),
        (change(HasilKerja(2, "Lain"), "uraian"),
         ("2025 hasil kerja 2", "uraian", "Panitia pelantikan terbantu → Lain")),
        (change(Ekspektasi(NilaiBerakhlak.AKUNTABEL, "Rapi"), "ekspektasi"),
         ("2025 ekspektasi akuntabel", "ekspektasi khusus pimpinan",
          "Catat setiap berkas → Rapi")),
        (add(Lampiran(JenisLampiran.SKEMA, 1, "Laporan")),
         ("2025 lampiran skema pertanggungjawaban 1", "baru", "Laporan")),
        (judge("1.1", CapaianOrganisasi.BUTUH_PERBAIKAN),
         ("2025 capaian organisasi Sekretariat", "capaian", "baik → butuh perbaikan")),
        (judge("1.1", None),
         ("2025 capaian organisasi Sekretariat", "dihapus", "baik")),
    ],
)  # fmt: skip
def test_the_trail_says_in_words_whose_and_what(
    office: Office, act: Callable[[Office, Writer], object], words: tuple[str, str, str]
) -> None:
    with office.writing() as writer:
        act(office, writer)
    first = page(lambda: reading(office.path), Lihat()).baris[0]
    assert (first.tempat, first.kolom, first.perubahan) == words
    assert first.nama == ("" if "capaian" in words[0] else "Bram Contoh")


def test_the_trail_of_a_person_has_his_new_rows_also_the_removed_ones(office: Office) -> None:
    with office.writing() as writer:
        entry.remove(writer, HERE, hasil(office), "hapus hasil kerja 1")
    of_bram = page(lambda: reading(office.path), Lihat(nip=BRAM)).baris
    places = {satu.tempat for satu in of_bram if satu.kolom == "dihapus"}
    assert places == {
        "2025 hasil kerja 1", "2025 hasil kerja 1 indikator 1", "2025 hasil kerja 1 indikator 2",
    }  # fmt: skip
    of_kepala = page(lambda: reading(office.path), Lihat(nip=KEPALA)).baris
    assert not any("hasil kerja" in satu.tempat for satu in of_kepala)
