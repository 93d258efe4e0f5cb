"""Rows that are judged together keep their order, their duplicates and their warnings."""

from itertools import count
from pathlib import Path

from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.model import Rencana
from skp_tui.exchange.plan.plan import plan
from tests.exchange.samples import BRAM, SARI, STOK, again, table

HEAD = "tahun,nip,no,uraian,target_kuantitas\n"
MANY = 2_500
"""More than are judged together at a time."""


def row(no: int, *, nip: str = SARI, jumlah: int = 5) -> str:
    return f"2017,{nip},{no},Menyusun laporan nomor {no},{jumlah}\n"


def planned(folder: Path, *texts: str) -> Rencana:
    tables = [
        table(folder, HEAD + text, f"berkas {number}.csv") for number, text in enumerate(texts, 1)
    ]
    return plan(jenis_of("kegiatan"), tables, STOK)


def test_the_same_rows_of_two_files_come_in_once_and_the_others_are_the_same(
    tmp_path: Path,
) -> None:
    text = "".join(map(row, range(1, MANY + 1)))
    twice = planned(tmp_path, text, text)
    assert (len(twice.baru), twice.sama, twice.ditolak) == (MANY, MANY, ())
    assert [baris.berkas for baris in twice.baru] == ["berkas 1.csv"] * MANY
    assert [baris.kunci[-1] for baris in twice.baru] == list(map(str, range(1, MANY + 1)))


def test_only_rows_that_differ_under_one_key_are_refused_each_naming_the_other(
    tmp_path: Path,
) -> None:
    numbers = [*range(1, MANY + 1), 7, 1200, 1300]
    # 1200 comes again with another target, 7 and 1300 say what their first rows say
    jumlah = [9 if place == MANY + 1 else 5 for place in range(len(numbers))]
    text = "".join(row(no, jumlah=many) for no, many in zip(numbers, jumlah, strict=True))
    found = planned(tmp_path, text)
    assert (len(found.baru), found.sama) == (MANY - 1, 2)
    assert [(satu.baris, satu.kolom) for satu in found.ditolak] == [
        (1201, "target_kuantitas"),
        (MANY + 3, "target_kuantitas"),
    ]
    assert f"baris {MANY + 3} yang kuncinya sama" in found.ditolak[0].pesan
    assert "baris 1201 yang kuncinya sama" in found.ditolak[1].pesan
    assert [satu.baris for satu in found.tabel_ditolak[0].baris] == [1201, MANY + 3]
    rest = [no for no in range(1, MANY + 1) if no != 1200]
    assert [baris.kunci[-1] for baris in found.baru] == list(map(str, rest))


def test_a_changed_row_given_twice_changes_once(tmp_path: Path) -> None:
    stok = again(planned(tmp_path, "".join(map(row, range(1, 9)))))
    text = row(1) + row(3, jumlah=6) + row(3, jumlah=6) + row(9)
    found = plan(jenis_of("kegiatan"), [table(tmp_path, HEAD + text)], stok)
    assert [baris.kunci[-1] for baris in found.berubah] == ["3"]
    assert [baris.kunci[-1] for baris in found.baru] == ["9"]
    assert (found.sama, found.ditolak) == (2, ())


def test_too_many_activities_are_told_at_the_last_row_of_each_part_in_the_order_of_the_file(
    tmp_path: Path,
) -> None:
    numbers = count(1)
    sari = [row(next(numbers)) for _ in range(11)]
    bram = [row(no, nip=BRAM) for no in range(1, 12)]
    # a cell with a remark between them, judged by itself
    remarked = f"2017,{SARI},12,Surat,'5\n"
    text = "".join([*sari[:5], *bram, *sari[5:], remarked])
    found = planned(tmp_path, text)
    assert (len(found.baru), found.ditolak) == (23, ())
    many = [satu for satu in found.peringatan if "menyarankan paling banyak" in satu.pesan]
    places = [(satu.baris, satu.kolom, satu.nilai) for satu in many]
    assert places == [(17, "no", "11"), (24, "no", "12")]
    assert ["berisi 11" in satu.pesan for satu in many] == [True, False]
