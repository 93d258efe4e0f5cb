"""The parts of a year after a move: changed alone, removed with what is in them, in one step."""

from datetime import date

import pytest

from skp_tui.domain.dates import editable_date
from skp_tui.domain.office import Pejabat
from skp_tui.errors import InputError
from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.office import moving, part_removal
from skp_tui.storage.database.looking import reading
from tests.services.moves import (
    AFTER,
    BEFORE,
    NEW,
    days,
    faults,
    move,
    parts,
    printed,
    steps,
    undo,
)
from tests.services.office import BRAM, KEPALA, SARI, UNKNOWN, Office

# One part


def change(office: Office, nomor: int, **changed: str) -> Tersimpan:
    """Change a part as the form does, which hands over everything that it shows."""
    part = next((satu for satu in parts(office) if satu.nomor == nomor), parts(office)[-1])
    form = {
        "mulai": editable_date(part.mulai),
        "selesai": editable_date(part.selesai),
        **moving.snapshot_answers(part),
    }
    with office.writing() as writer:
        return moving.change_part(writer, 2017, BRAM, nomor, {**form, **changed})


def test_a_changed_part_is_changed_alone(office: Office) -> None:
    move(office)
    kepala = {nama: text for nama, text in NEW.items() if nama.startswith("penilai_")}
    assert change(office, 1, jabatan="Analis Muda", **kepala) == Tersimpan()
    first, second = parts(office)
    assert printed(first) == ("1.1", "III/a", "Analis Muda", "Kepala Contoh")
    assert first.penilai.jabatan == "Kepala Badan"
    assert printed(second) == AFTER
    assert office.penilaian(BRAM).pegawai.jabatan == "Analis Mutasi"


@pytest.mark.parametrize(
    ("nomor", "changed", "kolom", "words"),
    [
        (1, {"selesai": "01-07-2017"}, "selesai", "bertumpuk dengan bagian 2"),
        (1, {"selesai": ""}, "selesai", "sesudahnya ada bagian 2"),
        (1, {"mulai": "01-07-2017"}, "selesai", "jatuh sesudah"),
        (2, {"mulai": "30-06-2017"}, "mulai", "bertumpuk dengan bagian 1"),
        (2, {"mulai": ""}, "mulai", "mengikuti bagian lain"),
        (2, {"selesai": "01-01-2018"}, "selesai", "di luar tahun 2017"),
    ],
)
def test_parts_run_one_after_the_other(
    office: Office, nomor: int, changed: dict[str, str], kolom: str, words: str
) -> None:
    move(office)
    before = office.content()
    assert words in faults(change(office, nomor, **changed))[kolom]
    assert office.content() == before


def test_the_days_of_a_part_and_its_other_faults_are_told_at_once(office: Office) -> None:
    assert move(office) == Tersimpan()
    told = faults(change(office, 2, mulai="01-07-2018", penilai_nip="123"))
    assert "di luar tahun" in told["mulai"]
    assert "18 angka" in told["penilai_nip"]
    told = faults(change(office, 2, mulai="besok", penilai_nip="123"))
    assert "bukan tanggal" in told["mulai"]
    assert "18 angka" in told["penilai_nip"]


def test_days_between_two_parts_may_be_missing(office: Office) -> None:
    move(office)
    assert change(office, 1, selesai="15-06-2017") == Tersimpan()
    assert days(office)[0] == (date(2017, 1, 1), date(2017, 6, 15))


def test_a_part_that_is_gone_says_so(office: Office) -> None:
    with pytest.raises(InputError, match="Bagian 2 sudah tidak ada"):
        change(office, 2, jabatan="Lain")


# The last part


def remove(office: Office, nomor: int = 2, *, keep: bool, kembali: bool = False) -> None:
    with office.writing() as writer:
        part_removal.remove_last_part(writer, 2017, BRAM, nomor, keep_content=keep, kembali=kembali)


def before(office: Office) -> part_removal.Sebelumnya:
    with reading(office.path) as connection:
        return part_removal.part_before(moving.posts(connection, 2017, BRAM))


@pytest.fixture
def moved(office: Office) -> Office:
    """Return an office in which Bram moved and has entries in his second part."""
    move(office)
    for jenis, text in (
        ("kegiatan", f"tahun,nip,bagian,no,uraian\n2017,{BRAM},2,1,Satu\n2017,{BRAM},2,4,Empat\n"),
        (
            "tambahan",
            (
                "tahun,nip,bagian,jenis,no,uraian\n"
                f"2017,{BRAM},1,tugas_tambahan,1,Panitia\n2017,{BRAM},2,tugas_tambahan,1,Plt.\n"
            ),
        ),
        ("nilai_luar", f"tahun,nip,jenis,bagian,nilai,sumber\n2017,{BRAM},skp,2,80,Kertas\n"),
    ):
        assert office.impor(jenis, text).status == 0
    return office


def test_what_was_entered_moves_to_the_part_before_with_numbers_of_its_own(moved: Office) -> None:
    before = moved.content()
    remove(moved, keep=True)
    [part] = parts(moved)
    assert [(satu.no, satu.uraian) for satu in part.kegiatan] == [
        (1, "Mencatat"), (2, "Menata"), (3, "Satu"), (4, "Empat"),
    ]  # fmt: skip
    assert [(satu.no, satu.uraian) for satu in part.tambahan] == [(1, "Panitia"), (2, "Plt.")]
    assert part.nilai_luar is None
    assert (part.mulai, part.selesai) == (date(2017, 1, 1), None)
    assert printed(part) == BEFORE
    assert moved.findings() == []
    undo(moved)
    assert moved.content() == before


def test_or_it_is_removed_with_its_part_and_undo_brings_all_back(moved: Office) -> None:
    before = moved.content()
    remove(moved, keep=False)
    [part] = parts(moved)
    assert [satu.uraian for satu in part.kegiatan] == ["Mencatat", "Menata"]
    assert len(part.tambahan) == 1
    undo(moved)
    assert moved.content() == before


def test_the_part_before_keeps_an_end_that_was_not_the_day_before(moved: Office) -> None:
    change(moved, 1, selesai="15-06-2017")
    remove(moved, keep=True)
    assert days(moved) == [(date(2017, 1, 1), date(2017, 6, 15))]


def test_only_the_last_of_several_parts_can_be_removed(moved: Office) -> None:
    for nomor in (1, 3):
        with pytest.raises(InputError, match="Hanya bagian terakhir"):
            remove(moved, nomor, keep=True)
    remove(moved, keep=True)
    with pytest.raises(InputError, match="Hanya bagian terakhir"):
        remove(moved, 1, keep=False)


def test_a_removed_move_takes_the_person_back_and_his_part_follows_him_again(
    office: Office,
) -> None:
    people = office.content()["pegawai"]
    move(office)
    asked = before(office)
    assert asked.dapat_kembali
    assert asked.dulu == ("unit Sekretariat", "jabatan Analis", "penilai Sari Contoh")
    assert asked.kini == ("unit Bidang Mutasi", "jabatan Analis Mutasi", "penilai Kepala Contoh")
    removed, number = office.content(), steps(office)
    remove(office, keep=True, kembali=True)
    assert office.content()["pegawai"] == people
    assert [printed(part) for part in parts(office)] == [BEFORE]
    assert steps(office) == number + 1
    undo(office)
    assert office.content() == removed
    remove(office, keep=True, kembali=True)
    office.impor(
        "pegawai",
        f"nip,nama,unit,golongan,jabatan,penilai_nip\n{BRAM},Bram Contoh,1,III/b,Lurah,{KEPALA}\n",
    )
    assert printed(parts(office)[0]) == ("1", "III/b", "Lurah", "Kepala Contoh")
    assert office.findings() == []


def test_or_the_person_stays_in_the_new_post_and_his_part_keeps_the_old_one(
    office: Office,
) -> None:
    move(office)
    person = office.content()["pegawai"]
    remove(office, keep=True)
    assert office.content()["pegawai"] == person
    assert [printed(part) for part in parts(office)] == [BEFORE]
    office.impor("pegawai", f"nip,nama,unit,golongan\n{BRAM},Bram Contoh,1,III/b\n")
    assert parts(office)[0].golongan == "III/b"
    assert parts(office)[0].jabatan == "Analis"


def test_a_part_follows_a_person_again_who_never_moved(office: Office) -> None:
    move(office, ikut=False)
    asked = before(office)
    assert (asked.dapat_kembali, asked.dulu, asked.kini) == (False, (), ())
    remove(office, keep=True)
    office.impor("pegawai", f"nip,nama,unit,golongan,jabatan\n{BRAM},Bram Contoh,1,III/b,Lurah\n")
    assert printed(parts(office)[0]) == ("1", "III/b", "Lurah", "Sari Contoh")


def test_a_person_who_has_a_third_post_by_now_is_not_put_back(office: Office) -> None:
    move(office, ikut=False)
    office.impor("pegawai", f"nip,nama,unit,jabatan\n{BRAM},Bram Contoh,1,Lurah\n")
    asked = before(office)
    assert not asked.dapat_kembali
    assert asked.kini == ("unit Badan", "jabatan Lurah")
    stored = office.content()
    with pytest.raises(InputError, match="Pegawai sudah berubah"):
        remove(office, keep=True, kembali=True)
    assert office.content() == stored


def test_a_part_of_an_earlier_year_follows_nobody_after_a_removal(office: Office) -> None:
    office.impor("perilaku", f"tahun,nip,disiplin\n2018,{BRAM},80\n")
    move(office, ikut=False)
    remove(office, keep=True)
    office.impor("pegawai", f"nip,nama,unit,golongan\n{BRAM},Bram Contoh,1.1,IV/a\n")
    assert parts(office)[0].golongan == "III/a"


@pytest.mark.parametrize("kembali", [True, False])
def test_what_a_part_prints_of_its_own_stays_after_a_removal(office: Office, kembali: bool) -> None:
    move(office)
    assert change(office, 1, penilai_jabatan="Plt. Sekretaris") == Tersimpan()
    office.impor("pegawai", f"nip,nama,unit,golongan\n{SARI},Sari Contoh,1.1,IV/a\n")
    shown = moving.snapshot_answers(parts(office)[0])
    assert shown["penilai_golongan"] == "III/d"
    remove(office, keep=True, kembali=kembali)
    assert moving.snapshot_answers(parts(office)[0]) == shown
    if kembali:
        # the person himself is appraised by Sari as she is now
        assert office.penilaian(BRAM).pegawai.penilai.golongan == "IV/a"


def test_a_new_appraiser_who_is_nobody_here_is_named(office: Office) -> None:
    guest = {
        "penilai_nip": UNKNOWN, "penilai_nama": "Tamu Contoh", "penilai_golongan": "",
        "penilai_jabatan": "Camat", "penilai_unit": "",
    }  # fmt: skip
    assert move(office, guest) == Tersimpan()
    assert parts(office)[1].penilai == Pejabat(UNKNOWN, "Tamu Contoh", "", "Camat", "")
    assert parts(office)[0].penilai.nip == SARI
