"""People without an appraiser are offered one: by unit, never themselves, undone in one step."""

import json

from skp_tui.domain.office import Pejabat
from skp_tui.services.base.first_answers import PEJABAT_AWAL, first_answers
from skp_tui.services.office.listing import people_list
from skp_tui.services.office.raters_offered import Tawaran, accept, offer, offered
from skp_tui.storage.changes.periods import set_program
from skp_tui.storage.database.looking import reading
from tests.services.office import BRAM, KEPALA, SARI, Office
from tests.services.test_appraisers import nip_of

FIRST = "196703121993031908"
ANDA = {"penilai_nama": "Anda Contoh", "penilai_nip": "19670312 199303 1 908",
        "atasan_penilai_nama": "Sari Contoh", "atasan_penilai_nip": ""}  # fmt: skip


def named_first(office: Office) -> None:
    with office.writing() as writer, writer.change("mulai") as work:
        set_program(work, PEJABAT_AWAL, json.dumps(ANDA))


def bring(office: Office, *rows: str) -> None:
    head = "nip,nama,unit,penilai_nip,penilai_nama,atasan_penilai_nama\n"
    assert office.impor("pegawai", head + "\n".join(rows) + "\n").status == 0


def of_unit(office: Office, unit: str) -> Tawaran | None:
    with reading(office.path) as connection:
        daftar = people_list(connection)
        return offered(connection, daftar, daftar.inside(unit))


def raters(office: Office) -> dict[str, tuple[str | None, ...]]:
    columns = ("penilai_nip", "penilai_nama", "penilai_jabatan", "atasan_penilai_nama")
    with reading(office.path) as connection:
        people = people_list(connection).pegawai.values()
        return {satu["nip"] or "": tuple(satu[nama] for nama in columns) for satu in people}


def test_where_everybody_has_an_appraiser_nothing_is_offered(office: Office) -> None:
    assert of_unit(office, "1.1") is None


def test_each_gets_the_appraiser_of_his_own_units_staff(office: Office) -> None:
    named_first(office)
    bring(office, f"{nip_of(1)},Orang 1,1.1,,,", f"{nip_of(2)},Orang 2,1.2,,,")
    found = of_unit(office, "1")
    assert found is not None
    assert {satu.penilai.nama: len(satu.orang) for satu in found.bagi} == {
        "Anda Contoh": 1, "Sari Contoh": 1,
    }  # fmt: skip
    assert found.kalimat == ("Anda Contoh, Sari Contoh menjadi penilai 2 pegawai menurut unitnya")
    with office.writing() as writer:
        assert not accept(writer, found).ditolak
    now = raters(office)
    assert now[nip_of(2)][:2] == (FIRST, "Anda Contoh")
    assert now[nip_of(1)][0] == SARI
    assert now[KEPALA][0] is None


def test_the_first_appraiser_is_offered_with_his_superior_and_undone_in_one_step(
    office: Office,
) -> None:
    named_first(office)
    before = office.content()
    bring(office, f"{nip_of(1)},Orang 1,1.2,,,", f"{nip_of(2)},Orang 2,1.2,,,")
    there = office.content()
    with reading(office.path) as connection:
        found = offer(connection, frozenset({nip_of(1), nip_of(2)}))
    assert found is not None
    assert found.kalimat == "Anda Contoh (atasannya Sari Contoh) menjadi penilai 2 pegawai"
    assert office.content() == there
    with office.writing() as writer:
        assert not accept(writer, found).ditolak
    assert raters(office)[nip_of(1)] == (FIRST, "Anda Contoh", None, "Sari Contoh")
    assert raters(office)[nip_of(2)] == (FIRST, "Anda Contoh", None, "Sari Contoh")
    with office.writing() as writer:
        writer.undo()
    assert office.content() == there != before


def test_nobody_is_offered_to_himself_or_to_his_superior(office: Office) -> None:
    named_first(office)
    bring(office, f"{FIRST},Anda Contoh,1.2,,,", f"{nip_of(1)},sari contoh,1.2,,,")
    assert of_unit(office, "1.2") is None


def test_who_appraises_the_first_appraiser_is_not_taken_for_the_usual_one(office: Office) -> None:
    named_first(office)
    bring(office, f"{FIRST},Anda Contoh,1.2,{KEPALA},,", f"{nip_of(1)},Orang 1,1.2,,,")
    found = of_unit(office, "1.2")
    assert found is not None
    assert found.nama == "Anda Contoh"


def test_a_superior_who_is_named_already_stays(office: Office) -> None:
    named_first(office)
    bring(office, f"{nip_of(1)},Orang 1,1.2,,,Camat Contoh", f"{nip_of(2)},Orang 2,1.2,,,")
    found = of_unit(office, "1.2")
    assert found is not None
    with office.writing() as writer:
        assert not accept(writer, found).ditolak
    assert raters(office)[nip_of(1)] == (FIRST, "Anda Contoh", None, "Camat Contoh")
    assert raters(office)[nip_of(2)] == (FIRST, "Anda Contoh", None, "Sari Contoh")


def test_an_appraiser_who_is_an_employee_goes_on_following_his_own_record(office: Office) -> None:
    bring(office, f"{nip_of(1)},Orang 1,1.1,,,", f"{nip_of(2)},Orang 2,1.1,{SARI},,")
    found = of_unit(office, "1.1")
    assert found is not None
    assert found.bagi[0].penilai.nip == SARI
    with office.writing() as writer:
        assert not accept(writer, found).ditolak
    text = f"nip,nama,unit,jabatan\n{found.bagi[0].penilai.nip},Nama Baru,1.1,Jabatan Baru\n"
    assert office.impor("pegawai", text).status == 0
    with reading(office.path) as connection:
        row = connection.execute(
            "SELECT penilai_nama, penilai_jabatan FROM pegawai WHERE nip = ?", (nip_of(1),)
        ).fetchone()
    assert tuple(row) == (None, None)


def test_a_list_of_who_can_be_named_has_the_first_appraiser_once(office: Office) -> None:
    named_first(office)
    with reading(office.path) as connection:
        assert first_answers(connection)[1] == Pejabat(nama="Sari Contoh")
        assert [satu.nip for satu in people_list(connection).pejabat] == [FIRST]
    bring(office, f"{FIRST},Anda Contoh,1.2,{BRAM},,")
    with reading(office.path) as connection:
        assert people_list(connection).pejabat == ()


def test_who_is_alone_with_the_head_of_a_unit_is_appraised_by_the_head(office: Office) -> None:
    # Kepala appraises Sari, who leads 1.1 and appraises Bram
    bring(office, f"{nip_of(1)},Orang 1,1,,,", f"{KEPALA},Kepala Contoh,1,,Wali Kota,")
    found = of_unit(office, "1")
    assert found is not None
    assert found.kalimat == "Kepala Contoh (atasannya Wali Kota) menjadi penilai 1 pegawai"


def test_the_appraiser_of_a_units_head_is_not_offered_to_his_staff(office: Office) -> None:
    bring(office, f"{nip_of(1)},Orang 1,1.1,,,")
    found = of_unit(office, "1.1")
    assert found is not None
    assert found.bagi[0].penilai.nip == SARI, "as for Bram, though Kepala appraises Sari"


NAMED = (
    f'{nip_of(1)},"Dra. Retno Contoh, M.Si.",1.2,,Sari Contoh,',
    f'{nip_of(2)},Orang 2,1.2,,"DRA RETNO  CONTOH, M.Si",',
    f"{nip_of(3)},Orang 3,1.2,,Dra. Retno Contoh M.Si.,Camat Contoh",
    f"{nip_of(4)},Orang 4,1.2,,Orang Luar,",
)


def test_an_appraiser_who_has_only_a_name_is_known_by_it_and_gets_his_nip(office: Office) -> None:
    bring(office, *NAMED)
    found = of_unit(office, "1.2")
    assert found is not None
    assert (found.jumlah, found.dikenal) == (3, True)
    assert found.kalimat == (
        "Penilai 3 pegawai dihubungkan ke datanya sendiri: Dra. Retno Contoh, M.Si., Sari Contoh"
    )
    there = office.content()
    with office.writing() as writer:
        assert not accept(writer, found).ditolak
    now = raters(office)
    assert now[nip_of(1)][:2] == (SARI, "Sari Contoh")
    # the superior comes along, unless somebody is named already
    assert [now[nip_of(n)][0] for n in (2, 3)] == [nip_of(1)] * 2
    assert now[nip_of(2)][3] == "Sari Contoh"
    assert now[nip_of(3)][3] == "Camat Contoh"
    assert now[nip_of(4)][:2] == (None, "Orang Luar")
    assert of_unit(office, "1.2") is None
    with office.writing() as writer:
        writer.undo()
    assert office.content() == there


def test_a_name_that_two_people_have_tells_no_appraiser(office: Office) -> None:
    bring(
        office,
        f"{nip_of(1)},Retno Contoh,1.2,{SARI},,",
        f"{nip_of(2)},retno contoh,1.2,{SARI},,",
        f"{nip_of(3)},Orang 3,1.2,,Retno Contoh,",
    )
    assert of_unit(office, "1.2") is None


def test_nobody_is_known_as_his_own_appraiser_or_superior(office: Office) -> None:
    bring(
        office,
        f"{nip_of(1)},Retno Contoh,1.2,,Retno Contoh,",
        f"{nip_of(2)},Orang 2,1.2,{nip_of(3)},,",
        f"{nip_of(3)},Orang 3,1.2,,Orang 2,",
    )
    found = of_unit(office, "1.2")
    assert found is not None
    assert [(satu.penilai.nip, satu.atasan.nip) for satu in found.bagi] == [(nip_of(2), "")]


def test_who_has_no_appraiser_at_all_is_helped_first(office: Office) -> None:
    named_first(office)
    bring(office, *NAMED, f"{nip_of(5)},Orang 5,1.2,,,")
    found = of_unit(office, "1.2")
    assert found is not None
    assert (found.jumlah, found.dikenal) == (1, False)
