"""How well a unit did is chosen, taken back and told; a unit off its pattern is only warned."""

from pathlib import Path

import pytest

from skp_tui.domain.kinerja import CapaianOrganisasi
from skp_tui.services.base.views import UnitView, unit_view
from skp_tui.services.entry.capaian import (
    choose_capaian,
    di_luar_pola,
    peringatan_unit,
    syarat_unit,
)
from skp_tui.services.history.undoing import take_back
from skp_tui.storage.database.looking import reading
from tests.services.office import BRAM, KEPALA, SARI, Office

TAHUN = 2025
MORE = tuple(f"19800{month}012005011001" for month in range(1, 8))
"""Seven people more, in the unit below."""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return ten people, one in unit 1, two in 1.1 and seven in 1.2."""
    office = Office.filled(tmp_path)
    rows = "".join(f"{nip},Orang {nip[5]},1.2\n" for nip in MORE)
    assert office.impor("pegawai", f"nip,nama,unit\n{rows}").status == 0
    return office


def rate(office: Office, *nips: str, hasil_kerja: str = "sesuai") -> None:
    """Rate people of 2025, sesuai for their conduct."""
    rows = "".join(f"{TAHUN},{nip},tahunan,{hasil_kerja},sesuai\n" for nip in nips)
    head = "tahun,nip,periode,hasil_kerja,perilaku_kerja\n"
    assert office.impor("evaluasi", f"{head}{rows}").status == 0


def view(office: Office, kode: str = "1", tahun: int = TAHUN) -> UnitView:
    """Return a unit as it is stored."""
    with reading(office.path) as connection:
        return unit_view(connection, tahun, kode)


def choose(office: Office, capaian: CapaianOrganisasi | None, kode: str = "1") -> str:
    """Choose the capaian of a unit."""
    with office.writing() as writer:
        return choose_capaian(writer, view(office, kode), capaian)


def causes(office: Office) -> list[str]:
    """Return the causes of the trail, oldest first."""
    return [str(row[0]) for row in office.raw("SELECT DISTINCT sebab FROM jejak ORDER BY langkah")]


def test_it_is_chosen_changed_and_cleared_with_words_that_say_so(office: Office) -> None:
    assert choose(office, CapaianOrganisasi.BAIK) == "Capaian organisasi Badan: Baik."
    assert view(office).capaian is CapaianOrganisasi.BAIK
    assert choose(office, CapaianOrganisasi.BUTUH_PERBAIKAN) == (
        "Capaian organisasi Badan: Butuh Perbaikan."
    )
    assert choose(office, None) == "Capaian organisasi Badan dikosongkan."
    assert view(office).capaian is None
    assert causes(office)[-3:] == [
        "Capaian organisasi Badan 2025: – → Baik",
        "Capaian organisasi Badan 2025: Baik → Butuh Perbaikan",
        "Capaian organisasi Badan 2025: Butuh Perbaikan → –",
    ]
    assert office.findings() == []


def test_each_choice_is_undone_by_itself(office: Office) -> None:
    before = office.content()
    choose(office, CapaianOrganisasi.BAIK)
    choose(office, CapaianOrganisasi.KURANG)
    with office.writing() as writer:
        take_back(writer, 0, 0, sadar=True)
        assert view(office).capaian is CapaianOrganisasi.BAIK
        take_back(writer, 0, 0, sadar=True)
    assert view(office).capaian is None
    assert office.content()["capaian_organisasi"] == before["capaian_organisasi"]


def test_a_unit_has_its_own_and_another_year_none(office: Office) -> None:
    choose(office, CapaianOrganisasi.BAIK, "1.1")
    assert view(office, "1.1").capaian is CapaianOrganisasi.BAIK
    assert view(office, "1").capaian is None
    assert view(office, "1.1", 2024).capaian is None


def test_a_person_is_told_of_his_unit_or_the_nearest_above(office: Office) -> None:
    choose(office, CapaianOrganisasi.ISTIMEWA, "1")
    choose(office, CapaianOrganisasi.KURANG, "1.1")
    told = {satu.nip: satu.penilaian.capaian for satu in view(office).orang}
    assert told[KEPALA] is told[MORE[0]] is CapaianOrganisasi.ISTIMEWA
    assert told[BRAM] is told[SARI] is CapaianOrganisasi.KURANG
    step = office.orang(BRAM, TAHUN).hasil.langkah[-1]
    assert (step.hal, step.hasil) == ("Capaian organisasi", "Kurang")
    assert {satu.nip: satu.penilaian.unit_capaian for satu in view(office).orang} == {
        KEPALA: "Badan", **dict.fromkeys(MORE, "Badan"), BRAM: "Sekretariat", SARI: "Sekretariat",
    }  # fmt: skip
    assert step.rumus.startswith("diharapkan di Sekretariat: ")
    [own] = [
        step
        for step in office.orang(MORE[0], TAHUN).hasil.langkah
        if step.hal == "Capaian organisasi"
    ]
    assert own.rumus.startswith("diharapkan di Badan: ")


def test_everybody_below_counts_and_who_is_excepted_does_not(office: Office) -> None:
    choose(office, CapaianOrganisasi.BAIK)
    rate(office, KEPALA, BRAM, *MORE)
    away = f"tahun,nip,alasan,tanggal\n{TAHUN},{SARI},pensiun,2025-05-01\n"
    assert office.impor("pengecualian", away).status == 0
    most, some = syarat_unit(view(office))
    assert (most.jumlah, most.dari, most.batas, most.selisih) == (9, 9, 6, 3)
    assert (some.jumlah, some.selisih) == (0, 1)


def test_a_unit_off_its_pattern_is_warned_in_one_line(office: Office) -> None:
    choose(office, CapaianOrganisasi.BAIK)
    rate(office, KEPALA, SARI, BRAM, *MORE[:5])
    assert peringatan_unit(view(office)) == (
        "Di luar pola capaian organisasi Baik: Baik paling banyak 70 % (lebih 1 orang)"
    )
    rate(office, *MORE[5:], hasil_kerja="di_bawah")
    rate(office, MORE[4], hasil_kerja="di_bawah")
    assert not peringatan_unit(view(office))


def test_nothing_is_warned_while_those_who_are_left_can_mend_it(office: Office) -> None:
    choose(office, CapaianOrganisasi.BUTUH_PERBAIKAN)
    rate(office, KEPALA, SARI, BRAM, MORE[0])
    assert [satu.selisih for satu in syarat_unit(view(office))] == [6, 0]
    assert not di_luar_pola(view(office))
    rate(office, MORE[1])
    assert [satu.pasti for satu in di_luar_pola(view(office))] == [1]


def test_without_a_capaian_or_under_another_regulation_there_is_no_pattern(office: Office) -> None:
    rate(office, KEPALA, SARI, BRAM, *MORE)
    assert syarat_unit(view(office)) == ()
    assert not peringatan_unit(view(office))
    assert syarat_unit(view(office, tahun=2017)) == ()


def test_fewer_than_four_people_are_not_compared(office: Office) -> None:
    choose(office, CapaianOrganisasi.BAIK, "1.1")
    rate(office, BRAM, SARI)
    assert view(office, "1.1").rekap.wajib_dinilai < 4
    assert syarat_unit(view(office, "1.1")) == ()
    assert not peringatan_unit(view(office, "1.1"))
