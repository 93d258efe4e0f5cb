"""A period stays under the regulation that it was begun under, whatever governs its year by now."""

import json
from datetime import date
from pathlib import Path

import pytest

from skp_tui.errors import DatabaseError
from skp_tui.exchange.package.verify import verify_package
from skp_tui.services.base.views import unit_view
from skp_tui.services.copying.new_year import plan_year
from skp_tui.services.entry.notes import read_book
from skp_tui.services.office.outside import outside
from skp_tui.services.sending.sending import export
from skp_tui.services.signing.signing import lock
from skp_tui.storage.database.looking import reading
from tests.services.office import BRAM, SARI, Office, clock

OLD = "UPDATE periode SET tahun = 2025"
"""What was entered under PP 46 becomes a year that another law governs by the table."""
LATER = "UPDATE periode SET peraturan = 'KELAK'"
"""The regulation of a newer program."""
UNKNOWN = (
    "Tahun 2017 memakai peraturan KELAK, yang belum dikenal program ini. "
    "Pasang skp-tui yang terbaru; isinya tidak disentuh."
)


@pytest.fixture
def old(tmp_path: Path) -> Office:
    """Return 2025 stored under PP 46, as an older program would have begun it."""
    office = Office.filled(tmp_path)
    office.raw(OLD)
    return office


@pytest.fixture
def later(tmp_path: Path) -> Office:
    """Return a year stored under a regulation that is not known here."""
    office = Office.filled(tmp_path)
    office.raw(LATER)
    return office


def test_values_and_recap_follow_the_stored_regulation(old: Office) -> None:
    with reading(old.path) as connection:
        view = unit_view(connection, 2025)
    assert (view.peraturan.kode, view.rekap.dinilai) == ("PP46", 2)
    assert "Buruk" in view.rekap.sebaran
    orang = old.orang(BRAM, 2025)
    assert (orang.peraturan.kode, orang.hasil.sebutan) == ("PP46", "Baik")
    assert orang.hasil.nilai_prestasi_kerja is not None


def test_rows_that_the_stored_regulation_knows_come_in_and_others_do_not(old: Office) -> None:
    taken = old.impor("kegiatan", f"tahun,nip,no,uraian\n2025,{BRAM},3,Menyurat\n")
    assert taken.status == 0
    refused = old.impor(
        "evaluasi", f"tahun,nip,periode,hasil_kerja,perilaku_kerja\n2025,{BRAM},tahunan,1,1\n"
    )
    assert "Tahun 2025 diatur PP 46/2011, yang tidak memakai evaluasi" in "".join(
        satu.kalimat() for satu in refused.rencana.ditolak
    )


def test_a_sort_of_value_is_judged_by_the_stored_regulation(old: Office) -> None:
    row = f"tahun,nip,jenis,nilai,sumber\n2025,{BRAM},{{}},88,Transkrip\n"
    assert old.impor("nilai_luar", row.format("akademik")).status == 0
    refused = old.impor("nilai_luar", row.format("akhir"))
    assert "tahun 2025 (PP 46/2011) hanya menerima nilai akademik, skp" in "".join(
        satu.kalimat() for satu in refused.rencana.ditolak
    )
    with reading(old.path) as connection:
        kinds = {satu.tempat.jenis for satu in outside(connection, 2025, BRAM).nilai}
    assert kinds == {"akademik", "skp"}


def test_a_package_names_the_stored_regulation_and_is_sound(old: Office, tmp_path: Path) -> None:
    _, sent = export(old.path, 2025, None, tmp_path, "bkd", clock, sebagian=True)
    assert sent is not None
    table, about = sent.berkas
    assert {row.split(",")[1] for row in table.read_text().splitlines()[1:]} == {"PP46"}
    assert json.loads(about.read_text())["skp"]["peraturan"] == "PP46"
    assert verify_package(about) == []


def test_siasn_has_the_form_of_the_stored_regulation(old: Office, tmp_path: Path) -> None:
    _, sent = export(old.path, 2025, None, tmp_path, "siasn", clock, sebagian=True)
    assert sent is not None
    assert sent.berkas[0].read_text().startswith("tahun,pnsDinilaiOrang,jenisJabatan,nilaiSkp")


def test_a_witness_is_compared_under_the_stored_regulation(old: Office) -> None:
    with old.writing() as writer:
        lock(writer, 2025, [BRAM], date(2025, 12, 31))
    found = [satu for satu in old.findings() if "ditandatangani" in satu]
    assert found == []


def test_notes_and_a_new_year_ask_the_period_too(old: Office) -> None:
    with reading(old.path) as connection:
        assert read_book(connection, 2025, SARI).penilaian.tahun == 2025
        rencana = plan_year(connection, 2025)
    assert rencana.periode.peraturan == "PERMENPANRB6"


def test_a_regulation_of_a_newer_program_earns_one_sentence(later: Office) -> None:
    with reading(later.path) as connection, pytest.raises(DatabaseError) as refused:
        unit_view(connection, 2017)
    assert refused.value.kalimat() == UNKNOWN
    with pytest.raises(DatabaseError) as refused:
        later.orang(BRAM)
    assert refused.value.kalimat() == UNKNOWN


def test_no_row_comes_into_a_year_whose_regulation_is_not_known(later: Office) -> None:
    before = later.content()
    done = later.impor("kegiatan", f"tahun,nip,no,uraian\n2017,{BRAM},3,Menyurat\n")
    assert UNKNOWN in done.rencana.ditolak[0].kalimat()
    assert later.content() == before


def test_periksa_says_which_witnesses_it_cannot_compare(tmp_path: Path) -> None:
    office = Office.filled(tmp_path)
    with office.writing() as writer:
        lock(writer, 2017, [BRAM], date(2018, 1, 5))
    office.raw("DROP TRIGGER periode_beku", LATER)
    assert UNKNOWN in office.findings()


def test_a_changed_regulation_that_no_trail_records_is_found(later: Office) -> None:
    assert any("kolom peraturan: tidak sesuai dengan jejak" in satu for satu in later.findings())
