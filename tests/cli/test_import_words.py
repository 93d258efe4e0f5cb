"""What ``impor`` says to people of what it refuses: the cause once, the way out, what is stored."""

from tests.cli.calls import Desk
from tests.cli.office import BRAM, UNITS, activity

RENAMED = {**UNITS[1], "nama": "Sekretariat Baru"}
BAD = {"kode": "8", "nama": ""}
UNKNOWN = tuple(f"198001012005011{number:03}" for number in range(1, 7))
CAUSE = "NIP ini belum ada di database; periksa angkanya, atau impor jenis pegawai dahulu"


def test_a_list_without_a_year_is_told_the_option_that_stands_in(office: Desk) -> None:
    done = office.bring("kegiatan", f"nip,no,uraian\n{BRAM},1,Menyusun\n")
    assert done.status == 2
    assert "kolom wajib yang tidak ada: tahun;" in done.err
    assert done.err.rstrip().endswith("Tambahkan --tahun, misalnya --tahun 2017.")
    assert "--unit" not in done.err


def test_the_option_is_named_in_the_json_document_too(office: Desk) -> None:
    done = office.bring("pegawai", f"nip,nama\n{BRAM},Bram\n", "--json")
    assert "Tambahkan --unit dengan kodenya." in done.json["ditolak"][0]["pesan"]


def test_an_option_is_not_named_where_no_row_looks_like_the_header(office: Desk) -> None:
    assert "--tahun" not in office.bring("kegiatan", "a,b,c\n1,2,3\n").err


def test_a_cause_that_every_row_shares_is_said_once_more_with_its_count(office: Desk) -> None:
    done = office.rows("kegiatan", *(activity(nip, 1, 2017) for nip in UNKNOWN))
    refused = [line for line in done.err.splitlines() if line.startswith("ditolak ")]
    assert len(refused) == len(UNKNOWN), "each row keeps its line"
    after = done.err.splitlines()[len(refused)]
    assert after == f"6 baris ditolak karena hal yang sama: {CAUSE}"


def test_a_cause_that_most_rows_share_is_counted_among_the_refused(office: Desk) -> None:
    odd = {**activity(BRAM, 9, 2017), "target_kualitas": 101}
    done = office.rows("kegiatan", *(activity(nip, 1, 2017) for nip in UNKNOWN), odd)
    assert f"6 dari 7 baris ditolak karena hal yang sama: {CAUSE}" in done.err.splitlines()


def test_a_few_refused_rows_need_no_line_about_them_all(office: Desk) -> None:
    done = office.rows("kegiatan", *(activity(nip, 1, 2017) for nip in UNKNOWN[:4]))
    assert "hal yang sama" not in done.err


def test_utuh_that_is_refused_says_of_each_change_that_it_did_not_happen(office: Desk) -> None:
    before = office.stored()
    done = office.rows("unit", RENAMED, BAD, options=("--utuh",))
    assert "tidak jadi: berubah 1.1: nama Sekretariat → Sekretariat Baru" in done.lines
    assert not [line for line in done.lines if line.startswith("berubah")]
    assert done.lines[-1].endswith("isi basis data tidak berubah.")
    assert office.stored() == before


def test_utuh_that_is_only_looked_at_shows_the_plan_as_every_plan(office: Desk) -> None:
    done = office.rows("unit", RENAMED, BAD, options=("--utuh", "--periksa"))
    assert "berubah 1.1: nama Sekretariat → Sekretariat Baru" in done.lines
    assert done.lines[-1].endswith("Belum ada yang ditulis.")
