"""What a part of a year prints: it follows the person until it stops, and what was given stays."""

from datetime import date
from pathlib import Path

import pytest

from skp_tui.domain.office import Pejabat
from skp_tui.services.base import editing
from skp_tui.services.sending import sending
from skp_tui.services.signing import signing
from tests.services.office import BRAM, KEPALA, SARI, UNKNOWN, Office, clock

FORMER = "196502021990032004"
MOVED = (
    "nip,nama,unit,golongan,jabatan,jenis_jabatan,penilai_nip\n"
    f"{BRAM},Bram Contoh,1.2,III/b,Penata,struktural,{KEPALA}\n"
)


def printed(office: Office, nomor: int = 1, tahun: int = 2017) -> tuple[str, str, str, str]:
    """Return unit, rank, post and appraiser of one of Bram's parts."""
    part = next(satu for satu in office.penilaian(BRAM, tahun).bagian if satu.nomor == nomor)
    return part.unit, part.golongan, part.jabatan, part.penilai.nama


BEFORE = ("1.1", "III/a", "Analis", "Sari Contoh")
AFTER = ("1.2", "III/b", "Penata", "Kepala Contoh")


def bagian(office: Office, header: str, *rows: str) -> None:
    done = office.impor("bagian", "\n".join((f"tahun,nip,bagian,{header}", *rows)) + "\n")
    assert done.status == 0, done.rencana.ditolak


def test_the_last_part_follows_the_person(office: Office) -> None:
    assert printed(office) == BEFORE
    office.impor("pegawai", MOVED)
    assert printed(office) == AFTER


def test_a_part_with_an_end_stops_following(office: Office) -> None:
    bagian(office, "selesai", f"2017,{BRAM},1,2017-06-30")
    office.impor("pegawai", MOVED)
    assert printed(office) == BEFORE


def test_a_part_stops_following_when_a_later_one_begins(office: Office) -> None:
    bagian(office, "mulai", f"2017,{BRAM},2,2017-07-01")
    office.impor("pegawai", MOVED)
    assert printed(office, 1) == BEFORE
    assert printed(office, 2) == AFTER


@pytest.mark.parametrize(
    ("jenis", "text"),
    [
        ("kegiatan", f"tahun,nip,no,uraian\n2018,{BRAM},1,Mencatat\n"),
        ("perilaku", f"tahun,nip,disiplin\n2018,{BRAM},80\n"),
        ("pengecualian", f"tahun,nip,alasan,tanggal\n2018,{BRAM},cltn,2018-01-02\n"),
    ],
)
def test_a_part_stops_following_at_a_row_of_a_later_year(
    office: Office, jenis: str, text: str
) -> None:
    office.impor(jenis, text)
    office.impor("pegawai", MOVED)
    assert printed(office) == BEFORE


@pytest.mark.parametrize("later", ["perilaku", "pengecualian"])
def test_a_part_that_comes_after_a_row_of_a_later_year_never_follows(
    office: Office, later: str
) -> None:
    texts = {
        "perilaku": f"tahun,nip,disiplin\n2018,{BRAM},80\n",
        "pengecualian": f"tahun,nip,alasan,tanggal\n2018,{BRAM},cltn,2018-01-02\n",
    }
    office.impor(later, texts[later])
    office.impor("kegiatan", f"tahun,nip,no,uraian\n2016,{BRAM},1,Mencatat\n")
    office.impor("pegawai", MOVED)
    assert printed(office, tahun=2016) == BEFORE


def test_a_row_of_an_earlier_year_does_not_stop_a_part(office: Office) -> None:
    office.impor("kegiatan", f"tahun,nip,no,uraian\n2016,{BRAM},1,Mencatat\n")
    office.impor("pegawai", MOVED)
    assert printed(office) == AFTER
    assert printed(office, tahun=2016) == BEFORE


def test_a_lock_stops_a_part_for_good(office: Office) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
        signing.reopen(writer, 2017, BRAM, "salah")
    office.impor("pegawai", MOVED)
    assert printed(office) == BEFORE


def test_a_stopped_part_has_nothing_left_that_follows(office: Office) -> None:
    bagian(office, "selesai", f"2017,{BRAM},1,2017-06-30")
    [row] = [row for row in office.content()["bagian"].values() if row.get("selesai")]
    assert len(row) == 3 + 14  # place, number and end beside the snapshot; an empty text is one
    office.impor("pegawai", f"nip,nama,unit,jabatan,golongan\n{SARI},Sari Lain,1.2,Lurah,IV/a\n")
    office.impor("unit", "kode,nama\n1.1,Sekretariat Lain\n")
    penilai = office.penilaian(BRAM).bagian[0].penilai
    assert penilai == Pejabat(SARI, "Sari Contoh", "III/d", "Sekretaris", "Sekretariat")


def test_what_a_stopped_appraiser_did_not_have_is_not_filled_in_later(office: Office) -> None:
    office.impor("pegawai", f"nip,nama,unit,jabatan\n{SARI},Sari Contoh,1.1,-\n")
    bagian(office, "selesai", f"2017,{BRAM},1,2017-06-30")
    office.impor("pegawai", f"nip,nama,unit,jabatan\n{SARI},Sari Contoh,1.1,Lurah\n")
    assert office.penilaian(BRAM).bagian[0].penilai.jabatan == ""


def test_appraisers_are_resolved_by_nip_and_follow_their_own_changes(office: Office) -> None:
    part = office.penilaian(BRAM).bagian[0]
    assert part.penilai == Pejabat(SARI, "Sari Contoh", "III/d", "Sekretaris", "Sekretariat")
    assert part.atasan_penilai.nama == "Kepala Contoh"
    office.impor("pegawai", f"nip,nama,unit,golongan\n{SARI},Sari Lain,1.2,IV/a\n")
    part = office.penilaian(BRAM).bagian[0]
    assert part.penilai == Pejabat(SARI, "Sari Lain", "IV/a", "Sekretaris", "Bidang Mutasi")


@pytest.mark.parametrize("jabatan", ["Analis", "Perancang"])
def test_a_given_field_no_longer_follows_whether_it_differs_or_not(
    office: Office, jabatan: str
) -> None:
    bagian(office, "jabatan", f"2017,{BRAM},1,{jabatan}")
    office.impor("pegawai", MOVED)
    assert printed(office) == ("1.2", "III/b", jabatan, "Kepala Contoh")


def test_a_given_field_that_says_the_same_is_counted_as_same_and_the_second_time_changes_nothing(
    office: Office,
) -> None:
    text = f"tahun,nip,bagian,unit,jabatan\n2017,{BRAM},1,1.1,Analis\n"
    first = office.impor("bagian", text)
    assert (len(first.rencana.berubah), first.rencana.sama, first.status) == (0, 1, 0)
    lines = office.lines()
    second = office.impor("bagian", text)
    assert (len(second.rencana.berubah), second.rencana.sama) == (0, 1)
    assert office.lines() == lines
    office.impor("pegawai", MOVED)
    assert printed(office) == ("1.1", "III/b", "Analis", "Kepala Contoh")


def test_beside_a_field_that_changes_the_given_same_ones_are_kept_too(office: Office) -> None:
    bagian(office, "jabatan,golongan", f"2017,{BRAM},1,Perancang,III/a")
    office.impor("pegawai", MOVED)
    assert printed(office) == ("1.2", "III/a", "Perancang", "Kepala Contoh")


def test_a_form_keeps_only_what_was_changed_in_it(office: Office) -> None:
    isian = {
        "tahun": "2017", "nip": BRAM, "bagian": "1", "unit": "1.1", "golongan": "III/a",
        "jabatan": "Perancang",
    }  # fmt: skip
    with office.writing() as writer:
        assert not editing.save_records(writer, "bagian", [isian], "bagian").ditolak
    office.impor("pegawai", MOVED)
    assert printed(office) == ("1.2", "III/b", "Perancang", "Kepala Contoh")


def test_a_dash_gives_a_field_as_empty(office: Office) -> None:
    bagian(office, "jabatan,penilai_jabatan", f"2017,{BRAM},1,-,-")
    office.impor("pegawai", MOVED)
    part = office.penilaian(BRAM).bagian[0]
    assert (part.jabatan, part.penilai.jabatan, part.golongan) == ("", "", "III/b")
    [record] = [satu for satu in office.records("bagian") if satu["nip"] == BRAM]
    assert (record["jabatan"], record["penilai_jabatan"]) == ("", "")


def test_a_dash_where_there_is_nothing_is_kept_for_later(office: Office) -> None:
    office.impor("pegawai", f"nip,nama,unit,jabatan\n{BRAM},Bram Contoh,1.1,-\n")
    bagian(office, "jabatan", f"2017,{BRAM},1,-")
    office.impor("pegawai", MOVED)
    assert printed(office)[2] == ""


def test_another_appraiser_of_a_part_leaves_nothing_of_the_former_behind(office: Office) -> None:
    bagian(
        office,
        "penilai_nip,penilai_nama,penilai_golongan,penilai_jabatan,penilai_unit",
        f"2017,{BRAM},1,{UNKNOWN},Tamu Contoh,IV/c,Camat,Kecamatan",
    )
    bagian(office, "penilai_nip", f"2017,{BRAM},1,{KEPALA}")
    penilai = office.penilaian(BRAM).bagian[0].penilai
    assert penilai == Pejabat(KEPALA, "Kepala Contoh", "IV/b", "Kepala Badan", "Badan")


def test_what_was_given_as_empty_about_the_former_appraiser_goes_with_him(office: Office) -> None:
    bagian(office, "penilai_jabatan", f"2017,{BRAM},1,-")
    bagian(office, "penilai_nip", f"2017,{BRAM},1,{KEPALA}")
    assert office.penilaian(BRAM).bagian[0].penilai.jabatan == "Kepala Badan"


def test_another_appraiser_of_a_person_leaves_nothing_of_the_former_behind(office: Office) -> None:
    head = "nip,nama,unit,penilai_nip,penilai_nama,penilai_jabatan"
    office.impor("pegawai", f"{head}\n{BRAM},Bram Contoh,1.1,{UNKNOWN},Tamu Contoh,Camat\n")
    office.impor("pegawai", f"nip,nama,unit,penilai_nip\n{BRAM},Bram Contoh,1.1,{KEPALA}\n")
    penilai = office.penilaian(BRAM).pegawai.penilai
    assert penilai == Pejabat(KEPALA, "Kepala Contoh", "IV/b", "Kepala Badan", "Badan")


def test_a_corrected_nip_of_an_unknown_appraiser_keeps_the_name_that_comes_with_it(
    office: Office,
) -> None:
    head = "nip,nama,unit,penilai_nip,penilai_nama"
    for nip in (UNKNOWN, FORMER):
        office.impor("pegawai", f"{head}\n{BRAM},Bram Contoh,1.1,{nip},Tamu Contoh\n")
    assert office.penilaian(BRAM).pegawai.penilai == Pejabat(FORMER, "Tamu Contoh")
    for nip in (UNKNOWN, FORMER):
        bagian(office, "penilai_nip,penilai_nama", f"2017,{BRAM},1,{nip},Tamu Lain")
    assert office.penilaian(BRAM).bagian[0].penilai == Pejabat(FORMER, "Tamu Lain")


def test_the_given_nip_of_an_unknown_appraiser_keeps_what_is_known_of_him(office: Office) -> None:
    head = "nip,nama,unit,penilai_nip,penilai_nama"
    office.impor("pegawai", f"{head}\n{BRAM},Bram Contoh,1.1,{UNKNOWN},Tamu Contoh\n")
    bagian(office, "penilai_nip", f"2017,{BRAM},1,{UNKNOWN}")
    office.impor("pegawai", MOVED)
    assert office.penilaian(BRAM).bagian[0].penilai == Pejabat(UNKNOWN, "Tamu Contoh")


KINDS = ("unit", "pegawai", "bagian", "kegiatan", "perilaku", "pengecualian", "nilai_luar")


def exported(office: Office, folder: Path) -> dict[str, bytes]:
    sending.export(office.path, 2017, None, folder, "data", clock, sebagian=False)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_an_export_imported_and_exported_again_is_the_same_to_the_byte(
    office: Office, tmp_path: Path
) -> None:
    head = "penilai_nip,penilai_nama,penilai_jabatan,jabatan,selesai"
    bagian(office, head, f"2017,{BRAM},1,{UNKNOWN},Tamu Contoh,-,-,2017-05-31")
    bagian(office, "mulai,golongan", f"2017,{BRAM},2,2017-06-01,-")
    bagian(office, "penilai_jabatan,penilai_golongan", f"2017,{SARI},1,-,III/c")
    office.impor("pegawai", f"nip,nama,unit,jabatan\n{KEPALA},Kepala Contoh,1,'=Kepala\n")
    first = exported(office, tmp_path / "satu")
    assert b",-," in first["bagian.csv"]
    other = Office(tmp_path / "lain.db")
    for jenis in KINDS:
        if f"{jenis}.csv" in first:
            done = other.impor(jenis, first[f"{jenis}.csv"].decode())
            assert done.status == 0, done.rencana.ditolak
    assert exported(other, tmp_path / "dua") == first
    assert other.penilaian(BRAM).bagian == office.penilaian(BRAM).bagian
    again = [other.impor(jenis, first[f"{jenis}.csv"].decode()) for jenis in ("pegawai", "bagian")]
    assert [(done.rencana.baru, done.rencana.berubah) for done in again] == [((), ())] * 2
    assert other.findings() == office.findings() == []
