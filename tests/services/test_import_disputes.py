"""Which of the files that disagree is the later export, and what an import does to whom."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.services.imports.disputes import later_exports
from skp_tui.services.imports.import_many import Borongan, Gladi, Pesanan, rehearse
from skp_tui.services.imports.tally import Pengganti, refused_people, replaced
from tests.services.many import SEMUA, bring, orders
from tests.services.office import BRAM, SARI, Office, clock

KEPALA = "kode,nama,induk\n"


def disagreeing(office: Office, folder: Path, names: Sequence[str]) -> Gladi:
    """Plan one unit that every file calls by another name."""
    paths = [folder / name for name in names]
    for number, path in enumerate(paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{KEPALA}9,Nama {number},\n", encoding="utf-8")
    return rehearse(office.path, Borongan((Pesanan(jenis_of("unit"), tuple(paths)),)), clock)


@pytest.mark.parametrize(
    ("names", "later"),
    [
        (["unit.csv", "unit-2.csv"], ["unit-2.csv"]),
        (["unit-2.csv", "unit-10.csv", "unit.csv"], ["unit-10.csv"]),
        (["unit-2.csv", "unit-3.csv"], ["unit-3.csv"]),
        (["pc1/unit.csv", "pc2/unit-2.csv"], []),
        (["pc1/unit.csv", "pc1/unit-2.csv", "pc2/unit.csv"], ["pc1/unit-2.csv"]),
        (["unit.csv", "unit-2017.csv"], []),
        (["unit.csv", "unit-02.csv"], []),
        (["unit.csv", "unit-1.csv"], []),
        (["unit.csv", "unit baru-2.csv"], []),
    ],
)
def test_the_highest_number_of_an_export_into_one_folder_is_the_later(
    office: Office, tmp_path: Path, names: list[str], later: list[str]
) -> None:
    gladi = disagreeing(office, tmp_path / "kiriman", names)
    found = later_exports(gladi.rencana)
    assert found == tuple(tmp_path / "kiriman" / name for name in later)


def test_files_that_agree_are_no_matter_of_which_is_later(office: Office, tmp_path: Path) -> None:
    for name in ("unit.csv", "unit-2.csv"):
        (tmp_path / name).write_text(f"{KEPALA}9,Sama,\n", encoding="utf-8")
    files = (tmp_path / "unit.csv", tmp_path / "unit-2.csv")
    gladi = rehearse(office.path, Borongan((Pesanan(jenis_of("unit"), files),)), clock)
    assert later_exports(gladi.rencana) == ()


def test_who_comes_to_another_unit_is_counted_once_and_apart_from_other_old_values(
    office: Office, tmp_path: Path
) -> None:
    bring(office, orders(tmp_path, SEMUA))
    pegawai = "nip,nama,unit,jabatan,aktif_sejak\n"
    bagian = "tahun,nip,bagian,unit,jabatan\n"
    kegiatan = "tahun,nip,no,uraian,target_kuantitas,satuan\n"
    texts = {
        # unit and post were stored before, the day since when he is active was not
        "pegawai": f"{pegawai}{BRAM},Bram Contoh,1.2,Arsiparis,2001-01-01\n",
        "bagian": f"{bagian}2017,{BRAM},1,1.2,Arsiparis\n2017,{SARI},1,1.2,\n",
        "kegiatan": f"{kegiatan}2017,{BRAM},1,Mencatat,60,buku\n",
    }
    gladi = rehearse(office.path, orders(tmp_path, texts), clock)
    assert replaced(gladi.rencana) == Pengganti(pindah=2, diganti=3)


def test_the_same_once_more_replaces_nothing(office: Office, tmp_path: Path) -> None:
    bring(office, orders(tmp_path, SEMUA))
    gladi = rehearse(office.path, orders(tmp_path, SEMUA), clock)
    assert replaced(gladi.rencana) == Pengganti()


def test_refused_people_are_counted_once_over_all_kinds(office: Office, tmp_path: Path) -> None:
    rows = "".join(f"2017,{nip},{no},X,-1\n" for nip in (BRAM, SARI) for no in (1, 2, 3))
    texts = {
        "kegiatan": f"tahun,nip,no,uraian,target_kuantitas\n{rows}",
        "perilaku": f"tahun,nip,disiplin\n2017,{BRAM},101\n2017,,90\n",
        "unit": f"{KEPALA}1,,Tiada\n",
    }
    gladi = rehearse(office.path, orders(tmp_path, texts), clock)
    assert sum(satu.jumlah_ditolak for satu in gladi.rencana) == 9
    assert refused_people(gladi.rencana) == 2
