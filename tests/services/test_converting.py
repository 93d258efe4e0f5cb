"""A year that holds data changes its regulation only by a conversion, which the trail records."""

from datetime import date
from pathlib import Path

import pytest

from skp_tui.errors import DatabaseError, InputError, LockedError
from skp_tui.services.office.configuring import create_period
from skp_tui.services.office.converting import PerubahanPeraturan, convert, export_notes, pratinjau
from skp_tui.services.sending.sending import export
from skp_tui.services.signing.signing import agree, lock
from skp_tui.storage.changes.periods import set_period
from skp_tui.storage.database.looking import reading
from skp_tui.storage.reading.office_reader import read_period
from tests.services.office import BRAM, SARI, Office, clock, last_step

ALASAN = "dimulai dengan formulir yang lama"
BARU = "PERMENPANRB6"


def regulation(office: Office, tahun: int = 2017) -> str:
    with reading(office.path) as connection:
        periode = read_period(connection, tahun)
    assert periode is not None
    return periode.peraturan


def looked(office: Office, tahun: int = 2017) -> PerubahanPeraturan:
    with reading(office.path) as connection:
        return pratinjau(connection, tahun)


def converted(office: Office, kode: str = BARU, alasan: str = ALASAN, tahun: int = 2017) -> None:
    with office.writing() as writer:
        convert(writer, tahun, kode, alasan)


def refused(office: Office, kode: str = BARU, alasan: str = ALASAN, tahun: int = 2017) -> str:
    before = office.content(), office.lines()
    with pytest.raises((InputError, LockedError, DatabaseError)) as error:
        converted(office, kode, alasan, tahun)
    assert (office.content(), office.lines()) == before
    return error.value.kalimat()


def test_the_preview_counts_what_rests_and_who_is_appraised_and_changes_nothing(
    office: Office,
) -> None:
    before = office.content()
    found = looked(office)
    baru = found.under(BARU)
    assert baru is not None
    assert (found.sekarang.dinilai, found.sekarang.wajib) == (2, 3)
    assert (baru.dinilai, baru.wajib) == (0, 3)
    assert baru.istirahat == {"kegiatan": 3, "perilaku": 2}
    assert baru.dipakai == {}
    assert found.sekarang.dipakai == {"kegiatan": 3, "perilaku": 2}
    assert (found.berisi, found.kiriman, found.terkunci) == (True, 0, 0)
    assert [satu.peraturan.kode for satu in found.pilihan] == ["PP30", BARU]
    assert office.content() == before


def test_it_says_who_has_agreed_on_a_plan_that_would_rest(office: Office) -> None:
    with office.writing() as writer:
        agree(writer, 2017, [BRAM, SARI], date(2017, 1, 5))
    assert looked(office).disepakati == 2


def test_a_value_from_elsewhere_counts_by_its_sort(office: Office) -> None:
    office.impor("nilai_luar", f"tahun,nip,jenis,nilai,sumber\n2017,{BRAM},akademik,88,Transkrip\n")
    pp30 = looked(office).under("PP30")
    assert pp30 is not None
    assert pp30.istirahat["nilai_luar akademik"] == 1


def test_one_step_of_the_trail_records_the_conversion_with_its_reason(office: Office) -> None:
    content = office.content()
    converted(office)
    last = office.lines()[-1]
    assert f"peraturan 2017: PP 46/2011 → PermenPANRB 6/2022: {ALASAN}" in last
    assert '{"peraturan":"PP46"}' in last
    assert '{"peraturan":"PERMENPANRB6"}' in last
    assert regulation(office) == BARU
    now = office.content()
    assert {**now, "periode": None} == {**content, "periode": None}
    assert office.findings() == []


def test_what_was_entered_is_kept_and_counts_again_once_the_year_is_put_back(
    office: Office,
) -> None:
    before = office.orang(BRAM)
    converted(office)
    between = office.orang(BRAM)
    assert between.hasil.sebutan is None
    assert between.penilaian == before.penilaian
    converted(office, "PP46", "keliru")
    assert office.orang(BRAM).hasil == before.hasil


def test_undo_and_redo_know_it(office: Office) -> None:
    with office.writing() as writer:
        convert(writer, 2017, BARU, ALASAN)
        dasar = last_step(writer) - 1
        writer.undo(dasar)
        assert regulation(office) == "PP46"
        writer.redo(dasar)
    assert regulation(office) == BARU
    assert office.findings() == []


@pytest.mark.parametrize("alasan", ["", "   ", "\x00\t"])
def test_a_year_that_holds_data_needs_a_reason(office: Office, alasan: str) -> None:
    assert "perlu alasan" in refused(office, alasan=alasan)
    assert "lebih dari 120 huruf" in refused(office, alasan="x" * 121)


def test_an_exception_or_a_package_alone_is_data_too(tmp_path: Path) -> None:
    office = Office.filled(tmp_path)
    office.impor("pengecualian", f"tahun,nip,alasan,tanggal\n2018,{SARI},cltn,2018-03-01\n")
    assert looked(office, 2018).berisi
    assert "perlu alasan" in refused(office, alasan="", tahun=2018)
    with office.writing() as writer:
        create_period(writer, 2019)
    export(office.path, 2019, None, tmp_path, "bkd", clock, sebagian=True)
    found = looked(office, 2019)
    assert (found.berisi, found.kiriman) == (True, 1)


def test_a_year_without_data_changes_freely(office: Office) -> None:
    with office.writing() as writer:
        create_period(writer, 2018)
    assert not looked(office, 2018).berisi
    converted(office, alasan="", tahun=2018)
    assert regulation(office, 2018) == BARU
    assert "peraturan 2018: PP 46/2011 → PermenPANRB 6/2022" in office.lines()[-1]
    office.impor(
        "evaluasi",
        f"tahun,nip,periode,hasil_kerja,perilaku_kerja\n2018,{BRAM},tahunan,di_atas,sesuai\n",
    )
    assert office.orang(BRAM, 2018).hasil.sebutan == "Baik"


def test_a_signature_holds_the_year_to_its_regulation(office: Office) -> None:
    with office.writing() as writer:
        lock(writer, 2017, [BRAM], date(2018, 1, 5))
    assert looked(office).terkunci == 1
    assert refused(office) == (
        "Peraturan tahun 2017 beku, karena sudah ada penilaian yang dikunci. Buka kembali dahulu "
        "semua yang terkunci pada tahun itu, lewat Lembar penilaian."
    )


@pytest.mark.parametrize(
    ("kode", "tahun", "words"),
    [
        ("PP46", 2017, "sudah memakai PP 46/2011"),
        ("KELAK", 2017, "Tidak ada peraturan KELAK"),
        (BARU, 2030, "Tahun 2030 belum ada"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    office: Office, kode: str, tahun: int, words: str
) -> None:
    assert words in refused(office, kode, tahun=tahun)


def test_a_year_of_a_newer_program_is_left_as_it_is(office: Office) -> None:
    office.raw("UPDATE periode SET peraturan = 'KELAK'")
    assert "belum dikenal program ini" in refused(office)
    with reading(office.path) as connection, pytest.raises(DatabaseError):
        pratinjau(connection, 2017)


def test_a_value_that_rests_stands_in_no_exceptions_way(office: Office) -> None:
    office.impor("nilai_luar", f"tahun,nip,jenis,nilai,sumber\n2017,{BRAM},akademik,88,Transkrip\n")
    row = f"tahun,nip,alasan,tanggal\n2017,{BRAM},pensiun,2017-11-30\n"
    assert office.impor("pengecualian", row).rencana.ditolak
    converted(office)
    assert office.impor("pengecualian", row).status == 0


def test_what_rests_is_not_sent_to_another_computer(office: Office, tmp_path: Path) -> None:
    office.impor("nilai_luar", f"tahun,nip,jenis,nilai,sumber\n2017,{BRAM},akademik,88,Transkrip\n")
    converted(office, "PP30")
    office.impor("nilai_luar", f"tahun,nip,jenis,nilai,sumber\n2017,{SARI},akhir,95,e-Kinerja\n")
    folder = tmp_path / "keluar"
    folder.mkdir()
    export(office.path, 2017, None, folder, "data", clock, sebagian=True)
    written = {file.name: file.read_text().splitlines()[1:] for file in folder.iterdir()}
    assert "kegiatan.csv" not in written
    assert "perilaku.csv" not in written
    assert written["nilai_luar.csv"] == [f"2017,{SARI},akhir,95,e-Kinerja,,"]


def noted(office: Office, profil: str) -> tuple[str, ...]:
    with reading(office.path) as connection:
        return export_notes(connection, 2017, profil)


def test_who_passes_the_files_of_a_converted_year_on_is_told_what_to_know(office: Office) -> None:
    assert noted(office, "data") == ()
    converted(office)
    other = "Tahun 2017 memakai PermenPANRB 6/2022, bukan PP 46/2011."
    elsewhere = (
        "Di komputer lain datanya baru terbaca sesudah tahun itu diubah sama di sana "
        "(Unit dan periode, G)."
    )
    resting = (
        "Tersimpan tetapi tidak dipakai PermenPANRB 6/2022, jadi tidak ikut ditulis: "
        "3 kegiatan, 2 perilaku."
    )
    assert noted(office, "data") == (other, elsewhere, resting)
    assert noted(office, "bkd") == noted(office, "excel") == (other, resting)
    row = f"tahun,nip,periode,hasil_kerja,perilaku_kerja\n2017,{BRAM},tahunan,di_atas,sesuai\n"
    office.impor("evaluasi", row)
    converted(office, "PP46", "keliru")
    assert noted(office, "data") == (
        "Tersimpan tetapi tidak dipakai PP 46/2011, jadi tidak ikut ditulis: 1 evaluasi.",
    )


@pytest.mark.parametrize(
    ("kode", "alasan", "kolom"),
    [(BARU, "", "alasan"), (BARU, "x" * 121, "alasan"), ("KELAK", ALASAN, "peraturan"),
     ("PP46", ALASAN, "peraturan")],
)  # fmt: skip
def test_a_refusal_names_the_answer_that_it_is_about(
    office: Office, kode: str, alasan: str, kolom: str
) -> None:
    with office.writing() as writer, pytest.raises(InputError) as error:
        convert(writer, 2017, kode, alasan)
    assert error.value.kolom == kolom


def test_no_setting_ever_changes_a_regulation(office: Office) -> None:
    with (
        office.writing() as writer,
        pytest.raises(KeyError),
        writer.change("pengaturan") as work,
    ):
        set_period(work, 2017, {"peraturan": BARU})
    assert regulation(office) == "PP46"
