"""Rows to add, to change, same and refused: merging, duplicates, and the second time."""

from dataclasses import replace
from pathlib import Path

import pytest

from skp_tui.errors import InputError
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.model import Perubahan
from skp_tui.exchange.plan.plan import Sumber, plan, plan_read, read_heads
from skp_tui.exchange.plan.stock import Stok
from tests.exchange.samples import (
    ASING,
    BRAM,
    RETNO,
    SARI,
    STOK,
    again,
    faults,
    rencana,
    table,
    words,
)

KEGIATAN = f"""tahun,nip,no,uraian,target_kuantitas,satuan,target_kualitas,target_waktu
2017,{SARI},1,Menyusun,12,laporan,100,12
2017,{SARI},2,Mencatat,5,berkas,100,12
"""


def test_new_rows_have_every_column_and_their_defaults(tmp_path: Path) -> None:
    hasil = rencana(tmp_path, "kegiatan", KEGIATAN)
    assert [baris.kunci for baris in hasil.baru] == [
        ("2017", SARI, "1", "1"),
        ("2017", SARI, "1", "2"),
    ]
    assert tuple(hasil.baru[0].rekaman) == jenis_of("kegiatan").nama_kolom
    assert hasil.baru[0].rekaman["target_biaya"] is None
    assert hasil.usable


def test_the_same_file_changes_nothing_the_second_time(tmp_path: Path) -> None:
    first = rencana(tmp_path, "kegiatan", KEGIATAN)
    second = rencana(tmp_path, "kegiatan", KEGIATAN, again(first))
    assert (second.baru, second.berubah, second.sama) == ((), (), 2)
    assert second.usable


def test_an_empty_cell_leaves_and_a_dash_clears(tmp_path: Path) -> None:
    stok = again(rencana(tmp_path, "kegiatan", KEGIATAN))
    text = f"tahun,nip,no,uraian,target_kuantitas,satuan\n2017,{SARI},1,,13,-\n"
    (baris,) = rencana(tmp_path, "kegiatan", text, stok).berubah
    assert baris.rekaman["uraian"] == "Menyusun"
    assert baris.rekaman["target_kualitas"] == "100"
    assert baris.perubahan == (
        Perubahan("target_kuantitas", "12", "13"),
        Perubahan("satuan", "laporan", None),
    )


def test_a_new_row_needs_its_required_columns(tmp_path: Path) -> None:
    text = f"tahun,nip,no,uraian\n2017,{SARI},1,\n2017,{SARI},,Menyusun\n"
    hasil = rencana(tmp_path, "kegiatan", text)
    assert faults(hasil) == [(2, "uraian"), (3, "no")]
    assert not hasil.usable


def test_a_dash_is_refused_in_key_and_required_columns(tmp_path: Path) -> None:
    text = f"tahun,nip,no,uraian,bagian\n2017,{SARI},-,-,-\n"
    assert set(faults(rencana(tmp_path, "kegiatan", text))) == {
        (2, "no"),
        (2, "uraian"),
        (2, "bagian"),
    }


def test_every_fault_of_a_row_is_named(tmp_path: Path) -> None:
    text = (
        "nip;nama;unit;golongan;tmt_golongan;status\n"
        "1,96704E+17;;9.9;III e;31-02-2017;honorer\n"
    )  # fmt: skip
    hasil = rencana(tmp_path, "pegawai", text)
    assert {kolom for _, kolom in faults(hasil)} == {
        *("nip", "nama", "unit", "golongan", "tmt_golongan", "status")
    }
    problem = hasil.ditolak[0]
    assert (problem.berkas, problem.baris, problem.nilai) == ("berkas.csv", 2, "1,96704E+17")
    assert hasil.jumlah_ditolak == 1


def test_a_fault_in_a_target_does_not_bring_forth_a_second_one(tmp_path: Path) -> None:
    text = (
        "tahun,nip,no,uraian,target_kuantitas,realisasi_kuantitas\n"
        f'2017,{SARI},1,Menyusun,"1,500",9\n'
    )
    assert faults(rencana(tmp_path, "kegiatan", text)) == [(2, "target_kuantitas")]


def test_a_broken_key_still_lets_the_other_cells_be_judged(tmp_path: Path) -> None:
    text = (
        "tahun,nip,no,uraian,realisasi_kuantitas,target_kualitas\n"
        "2017,1967,1,Menyusun,-1,101\n"
        "2017,1967,2,Menyusun,1,100\n"
    )
    assert faults(rencana(tmp_path, "kegiatan", text)) == [
        (2, "nip"),
        (2, "target_kualitas"),
        (2, "realisasi_kuantitas"),
        (3, "nip"),
    ]


@pytest.mark.parametrize("only_new", [True, False])
def test_a_unit_for_new_people_moves_nobody_who_is_stored(
    tmp_path: Path, *, only_new: bool
) -> None:
    stored = again(rencana(tmp_path, "pegawai", f"nip,nama,unit\n{SARI},Sari Contoh,1.1\n"))
    people = table(tmp_path, f"nip,nama,golongan\n{SARI},Sari Contoh,IV/a\n{BRAM},Bram,\n")
    pegawai = jenis_of("pegawai")
    sumber = Sumber([people], unit="1.2", unit_bagi_baru=only_new)
    hasil = plan_read(pegawai, read_heads(pegawai, [sumber]), stored)
    assert [satu.rekaman["unit"] for satu in hasil.baru] == ["1.2"]
    moved = [satu.rekaman["unit"] for satu in hasil.berubah]
    assert moved == (["1.1"] if only_new else ["1.2"])


def test_a_unit_for_new_people_is_no_unit_of_a_part(tmp_path: Path) -> None:
    parts = table(tmp_path, f"tahun,nip,bagian,mulai\n2017,{SARI},1,2017-01-02\n")
    bagian = jenis_of("bagian")
    sumber = Sumber([parts], unit="1.2", unit_bagi_baru=True)
    (baris,) = plan_read(bagian, read_heads(bagian, [sumber]), STOK).baru
    assert not baris.rekaman["unit"]


def test_equal_duplicates_are_the_same_and_differing_ones_all_refused(tmp_path: Path) -> None:
    text = "kode,nama\n8,Satu\n8, Satu\n9,Dua\n9,Tiga\n"
    hasil = rencana(tmp_path, "unit", text)
    assert ([baris.kunci for baris in hasil.baru], hasil.sama) == ([("8",)], 1)
    assert faults(hasil) == [(4, "nama"), (5, "nama")]
    assert "berbeda dari baris 5" in hasil.ditolak[0].pesan
    assert "berbeda dari baris 4" in hasil.ditolak[1].pesan


def test_of_two_that_differ_every_column_is_named_in_which_they_do(tmp_path: Path) -> None:
    text = "kode,nama,induk\n8,Satu,1\n9,Dua,1\n9,Tiga,8\n"
    hasil = rencana(tmp_path, "unit", text)
    assert faults(hasil) == [(3, "nama"), (4, "nama")]
    told = "berbeda dari baris {} yang kuncinya sama; sisakan satu (berbeda juga pada induk)"
    assert [satu.pesan for satu in hasil.ditolak] == [told.format(4), told.format(3)]


def test_duplicates_in_two_files_name_the_other_file(tmp_path: Path) -> None:
    tables = [
        table(tmp_path, "kode,nama\n9,Dua\n", "a.csv"),
        table(tmp_path, "kode;nama\n\n9;Tiga\n", "b.csv"),
    ]
    hasil = plan(jenis_of("unit"), tables, STOK)
    assert [(satu.berkas, satu.baris) for satu in hasil.ditolak] == [("a.csv", 2), ("b.csv", 3)]
    assert "b.csv baris 3" in hasil.ditolak[0].pesan
    assert "a.csv baris 2" in hasil.ditolak[1].pesan


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    tables = [table(tmp_path, "kode,nama\n,A\n"), table(tmp_path / "x", "kode,nama\n,B\n")]
    berkas = [satu.berkas for satu in plan(jenis_of("unit"), tables, STOK).ditolak]
    assert berkas == [str(tmp_path / "berkas.csv"), str(tmp_path / "x" / "berkas.csv")]


def test_rows_that_lead_to_the_same_record_are_equal(tmp_path: Path) -> None:
    stok = again(rencana(tmp_path, "kegiatan", KEGIATAN))
    text = f"tahun,nip,no,uraian\n2017,{SARI},1,\n2017,{SARI},1,Menyusun\n"
    hasil = rencana(tmp_path, "kegiatan", text, stok)
    assert (hasil.sama, hasil.ditolak) == (2, ())


def test_unit_is_read_by_code_and_by_the_name_of_one_unit_only(tmp_path: Path) -> None:
    text = (
        "nip,nama,unit\n"
        f"{SARI},Sari,bidang  MUTASI\n{BRAM},Bram,1.1\n{RETNO},Retno,Seksi Umum\n{ASING},X,9\n"
    )
    hasil = rencana(tmp_path, "pegawai", text)
    assert [baris.rekaman["unit"] for baris in hasil.baru] == ["1.2", "1.1"]
    assert faults(hasil) == [(4, "unit"), (5, "unit")]
    assert "1.2.1, 1.3" in words(hasil.ditolak)


def test_year_and_unit_given_from_outside_stand_in_for_absent_columns(tmp_path: Path) -> None:
    people = table(tmp_path, f"nip,nama\n{SARI},Sari\n")
    assert plan(jenis_of("pegawai"), [people], STOK, unit="1.2").baru[0].rekaman["unit"] == "1.2"
    assert faults(plan(jenis_of("pegawai"), [people], STOK, unit="9")) == [(2, "unit")]
    acts = table(tmp_path, f"nip,no,uraian\n{SARI},1,Menyusun\n")
    hasil = plan(jenis_of("kegiatan"), [acts], STOK, tahun=2018)
    assert hasil.baru[0].kunci == ("2018", SARI, "1", "1")
    assert hasil.periode_baru == (2018,)


def test_a_column_in_the_file_wins_over_what_is_given_from_outside(tmp_path: Path) -> None:
    acts = table(tmp_path, f"tahun,nip,no,uraian\n2017,{SARI},1,A\n,{SARI},2,B\n")
    hasil = plan(jenis_of("kegiatan"), [acts], STOK, tahun=2018)
    assert [baris.kunci[0] for baris in hasil.baru] == ["2017"]
    assert faults(hasil) == [(3, "tahun")]


def test_only_years_that_come_in_are_new(tmp_path: Path) -> None:
    text = f"tahun,nip,integritas\n2016,{SARI},90\n2017,{SARI},90\n2015,{SARI},101\n"
    assert rencana(tmp_path, "perilaku", text).periode_baru == (2016,)


def test_the_order_of_rows_does_not_matter(tmp_path: Path) -> None:
    lines = [
        "kode,nama,induk",
        "a,A,b",
        "b,B,c",
        "c,C,a",
        "d,D,c",
        "e,E,1",
        "f,F,e",
        "f,Lain,e",
        "g,G,f",
    ]
    one = rencana(tmp_path, "unit", "\n".join(lines))
    two = rencana(tmp_path, "unit", "\n".join((lines[0], *reversed(lines[1:]))))
    assert {baris.kunci for baris in one.baru} == {baris.kunci for baris in two.baru} == {("e",)}
    assert {(satu.kolom, satu.nilai) for satu in one.ditolak} == {
        (satu.kolom, satu.nilai) for satu in two.ditolak
    }


def test_progress_is_told_up_to_the_end(tmp_path: Path) -> None:
    text = "kode,nama\n" + "".join(f"k{number},A\n" for number in range(2500))
    seen: list[tuple[int, int]] = []
    tables = [table(tmp_path, text)]
    plan(jenis_of("unit"), tables, Stok(), progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1000, 2500), (2000, 2500), (2500, 2500)]


def test_a_file_without_rows_is_not_usable_and_says_so(tmp_path: Path) -> None:
    hasil = rencana(tmp_path, "unit", "kode,nama\n")
    assert not hasil.usable
    assert "tidak ada baris" in words(hasil.peringatan)


def test_one_bad_file_of_a_call_refuses_the_call(tmp_path: Path) -> None:
    tables = [table(tmp_path, "kode,nama\n9,A\n"), table(tmp_path, "kode\n9\n", "b.csv")]
    with pytest.raises(InputError, match=r"b\.csv"):
        plan(jenis_of("unit"), tables, STOK)


def test_the_reason_column_of_an_earlier_round_is_skipped_silently(tmp_path: Path) -> None:
    hasil = rencana(tmp_path, "unit", "kode,nama,Alasan_Ditolak\n9,A,unit: tidak ada\n")
    assert (len(hasil.baru), hasil.peringatan) == (1, ())


def test_a_second_appraiser_drops_what_belonged_to_the_first(tmp_path: Path) -> None:
    jenis = jenis_of("pegawai")
    lama = {
        **jenis.kosong(),
        "nip": SARI,
        "nama": "Sari",
        "unit": "1.1",
        "penilai_nip": BRAM,
        "penilai_nama": "Bram Contoh",
        "penilai_jabatan": "Sekretaris",
    }
    stok = replace(STOK, rekaman={(SARI,): lama})
    text = f"nip,nama,unit,penilai_nip\n{SARI},,,{RETNO}\n"
    (baris,) = rencana(tmp_path, "pegawai", text, stok).berubah
    assert baris.perubahan == (
        Perubahan("penilai_nip", BRAM, RETNO),
        Perubahan("penilai_nama", "Bram Contoh", None),
        Perubahan("penilai_jabatan", "Sekretaris", None),
    )
    assert rencana(tmp_path, "pegawai", f"nip,nama,unit,penilai_nip\n{SARI},,,{BRAM}\n", stok).sama


def test_a_snapshot_field_is_not_given_given_or_given_as_empty(tmp_path: Path) -> None:
    text = f"tahun,nip,bagian,golongan,jabatan,unit\n2017,{SARI},2,-,Analis,\n"
    (baris,) = rencana(tmp_path, "bagian", text).baru
    snapshot = {nama: baris.rekaman[nama] for nama in ("golongan", "jabatan", "unit")}
    assert snapshot == {"golongan": "", "jabatan": "Analis", "unit": None}
    resolved = {**baris.rekaman, "unit": "1.1", "golongan": None}
    stok = replace(STOK, rekaman={baris.kunci: resolved})
    assert rencana(tmp_path, "bagian", text, stok).sama == 1
    stok = replace(STOK, rekaman={baris.kunci: {**resolved, "golongan": "III/a"}})
    (baris,) = rencana(tmp_path, "bagian", text, stok).berubah
    assert baris.perubahan == (Perubahan("golongan", "III/a", ""),)
