"""What goes out as it stands is named: no appraiser, a stale superior, kepemimpinan (A.3)."""

from datetime import date

import pytest

from skp_tui.rules.result import Kurang, Status
from skp_tui.services.base.views import UnitView, unit_view
from skp_tui.services.sending.attention import (
    Hal,
    attention,
    attention_of,
    in_numbers,
    is_doubtful,
    sounds_structural,
    without_kind,
    without_plan,
)
from skp_tui.services.sending.profiles import profile_of
from skp_tui.services.signing import signing
from skp_tui.storage.database.looking import reading
from tests.services.kinerja import TAHUN, plan
from tests.services.office import BRAM, KEPALA, SARI, Office


def seen(office: Office) -> UnitView:
    with reading(office.path) as connection:
        return unit_view(connection, 2017, "1")


def told(office: Office) -> dict[tuple[str, Hal], str]:
    return {(satu.orang.nip, satu.hal): satu.pesan for satu in attention(seen(office))}


def test_who_has_no_appraiser_is_named_and_stays_as_complete_as_he_is(office: Office) -> None:
    before = seen(office).rekap
    assert told(office) == {(KEPALA, Hal.PENILAI): "pejabat penilai belum ditetapkan"}
    assert (
        office.impor("pegawai", f"nip,nama,unit,penilai_nip\n{BRAM},Bram Contoh,1.1,-\n").status
        == 0
    )
    assert (BRAM, Hal.PENILAI) in told(office)
    assert seen(office).rekap == before


def test_a_structural_post_without_kepemimpinan_is_warned_of_once_it_is_judged(
    office: Office,
) -> None:
    assert office.impor("perilaku", f"tahun,nip,kepemimpinan\n2017,{SARI},-\n").status == 0
    (found,) = (satu for satu in attention(seen(office)) if satu.hal is Hal.KEPEMIMPINAN)
    assert found.kalimat.endswith("kepemimpinan kosong, padahal jabatannya struktural")
    assert found.at is not None
    assert found.at.kolom == "kepemimpinan"


def test_a_superior_who_stayed_behind_is_named_with_who_is_above_now(office: Office) -> None:
    rows = f"nip,nama,unit,atasan_penilai_nip\n{BRAM},Bram Contoh,1.1,-\n"
    assert office.impor("pegawai", rows).status == 0
    assert told(office)[BRAM, Hal.ATASAN] == (
        "atasan pejabat penilai kosong, padahal penilainya dinilai Kepala Contoh"
    )


def test_only_what_a_profile_writes_is_warned_of_and_counted(office: Office) -> None:
    found = attention(seen(office))
    assert in_numbers(found) == "1 pegawai tanpa pejabat penilai"
    numbers = {nama: len(attention_of(profile_of(nama), found)) for nama in ("bkd", "data")}
    assert numbers == {"bkd": 1, "data": 0}
    # who heads the office is not appraised yet, so that SIASN leaves him out
    assert attention_of(profile_of("siasn"), found) == ()


def test_who_is_not_locked_is_named_once_somebody_is_and_only_who_is_complete(
    office: Office,
) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [SARI], date(2018, 1, 5))
    # who heads the office lacks his ratings, and is named for those
    assert told(office) == {
        (KEPALA, Hal.PENILAI): "pejabat penilai belum ditetapkan",
        (BRAM, Hal.KUNCI): "belum dikunci, padahal 1 pegawai lain sudah",
    }
    assert in_numbers(attention(seen(office))).endswith("1 pegawai belum dikunci")
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
    assert not any(hal is Hal.KUNCI for _, hal in told(office))


def test_who_has_no_plan_is_named_where_others_have_one_else_all_are_counted(
    office: Office,
) -> None:
    rated = "".join(f"{TAHUN},{nip},tahunan,sesuai,sesuai\n" for nip in (BRAM, KEPALA))
    office.impor("evaluasi", f"tahun,nip,periode,hasil_kerja,perilaku_kerja\n{rated}")

    def unplanned() -> tuple[list[str], list[str]]:
        with reading(office.path) as connection:
            view = unit_view(connection, TAHUN, "1")
        found = [satu for satu in attention(view) if satu.hal is Hal.HASIL_KERJA]
        return [satu.orang.nip for satu in found], list(without_plan(view))

    assert unplanned() == ([], ["Perhatikan: 3 pegawai belum ada hasil kerja."])
    plan(office)
    assert unplanned() == ([KEPALA], [])


def test_an_outcome_in_words_of_a_numeric_target_is_named_with_its_cell(office: Office) -> None:
    """It is no fault, so whoever is rated stays so; words for words are free (C)."""
    plan(office)
    word = f"tahun,nip,no_hasil,no,uraian,realisasi\n{TAHUN},{BRAM},2,1,Laporan panitia,k\n"
    assert office.impor("indikator", word).status == 0
    with reading(office.path) as connection:
        view = unit_view(connection, TAHUN, "1")
    (found,) = (satu for satu in attention(view) if satu.hal is Hal.ANGKA)
    assert found.kalimat == (
        f"Bram Contoh ({BRAM}): indikator 2.1: realisasi bukan angka, "
        "padahal targetnya 1 laporan; periksa"
    )
    assert found.at == Kurang("periksa", 1, 2, "realisasi", indikator=1)
    assert found.orang.hasil.status is Status.DINILAI
    assert is_doubtful(found.orang)


def test_a_post_that_looks_structural_without_its_kind_is_counted_until_it_is_known(
    office: Office,
) -> None:
    assert list(without_kind(seen(office))) == []
    row = f"nip,nama,unit,jabatan,jenis_jabatan\n{BRAM},Bram Contoh,1.1,Kepala Seksi Mutasi,"
    assert office.impor("pegawai", f"{row}-\n").status == 0
    (words,) = without_kind(seen(office))
    assert words.startswith("Perhatikan: 1 pegawai jabatannya tampak struktural")
    assert words.endswith("isi jenis jabatan di Pegawai.")
    assert office.impor("pegawai", f"{row}struktural\n").status == 0
    assert list(without_kind(seen(office))) == []


def test_whose_kepemimpinan_was_judged_needs_no_kind_of_post(office: Office) -> None:
    row = f"nip,nama,unit,jabatan,jenis_jabatan\n{SARI},Sari Contoh,1.1,Sekretaris,-\n"
    assert office.impor("pegawai", row).status == 0
    assert list(without_kind(seen(office))) == []


@pytest.mark.parametrize(
    ("jabatan", "structural"),
    [
        ("Kepala Subbagian Umum", True),
        ("KEPALA  BIDANG MUTASI", True),
        ("Sekretaris", True),
        ("Camat Contoh", True),
        ("Lurah", True),
        ("Kepala Seksi Sekolah Dasar", True),
        ("Kepala Sekolah", False),
        ("Kepala UPTD Puskesmas Contoh", False),
        ("Sekretaris Pimpinan", False),
        ("Inspektur Tambang Muda", False),
        ("Asisten Apoteker Penyelia", False),
        ("Analis Kepala Daerah", False),
        ("", False),
    ],
)
def test_a_structural_post_is_known_by_how_it_begins(jabatan: str, structural: bool) -> None:
    assert sounds_structural(jabatan) is structural
