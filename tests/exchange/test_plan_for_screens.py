"""What a plan tells a screen beside its counts: disputes, whose row it is, where the refused go."""

from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.plan import Rencana, plan
from skp_tui.exchange.plan.rejected import rejected_places, write_rejected
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.reading.tables import read_tables

if TYPE_CHECKING:
    from skp_tui.exchange.reading.table_model import Tabel

UNIT = jenis_of("unit")


def planned(folder: Path, **files: str) -> Rencana:
    tables: list[Tabel] = []
    for name, text in files.items():
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        tables.extend(read_tables(path))
    return plan(UNIT, tables, Stok())


def test_rows_of_two_files_that_disagree_carry_their_common_key(tmp_path: Path) -> None:
    rencana = planned(tmp_path, a="kode,nama\n1,Satu\n2,Dua\n", b="kode,nama\n1,Lain\n2,Dua\n")
    assert [(satu.berkas, satu.sengketa) for satu in rencana.ditolak] == [
        ("a.csv", "1"), ("b.csv", "1"),
    ]  # fmt: skip


def test_rows_of_one_file_that_disagree_are_no_dispute_between_files(tmp_path: Path) -> None:
    rencana = planned(tmp_path, a="kode,nama\n1,Satu\n1,Lain\n")
    assert [satu.sengketa for satu in rencana.ditolak] == [None, None]


def test_a_refused_row_knows_which_column_stands_where(tmp_path: Path) -> None:
    (tabel,) = planned(tmp_path, a="nama,kode\nSatu,1\nLain,1\n").tabel_ditolak
    assert dict(tabel.letak) == {"nama": 0, "kode": 1}


def test_the_named_place_is_where_the_refused_rows_go(tmp_path: Path) -> None:
    rencana = planned(tmp_path, a="kode,nama\n1,Satu\n1,Lain\n")
    assert rejected_places(rencana) == (tmp_path / "a.ditolak.csv",)
    assert list(tmp_path.iterdir()) == [tmp_path / "a.csv"]
    for name in ("a.ditolak.csv", "a.ditolak-2.csv"):
        expected = rejected_places(rencana)
        assert expected == (tmp_path / name,)
        assert write_rejected(rencana, tmp_path) == expected
