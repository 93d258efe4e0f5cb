"""What stands in a folder, what its files hold, and the order that comes of what is chosen."""

from pathlib import Path

import pytest

from skp_tui.domain.office import Unit
from skp_tui.errors import InputError
from skp_tui.exchange.columns.headers import Peta
from skp_tui.exchange.kinds.kinds import JENIS, SKP
from skp_tui.services.imports.choosing import (
    TERBANYAK,
    Sekitar,
    Terpilih,
    batch,
    columns_of,
    is_leftover,
    look_at,
    look_into,
)
from skp_tui.services.imports.folders import Entri, places, visit
from tests.storage.nobody import as_nobody, shared_folder

HEADER = "nip;nama;unit\n"
PCS = ("PC1", "PC2", "PC3")


def made(folder: Path, *names: str, text: str = HEADER) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_folders_come_first_and_only_what_could_be_imported_is_listed(tmp_path: Path) -> None:
    made(tmp_path, "b.csv", "A.XLSX", "c.ods", "d.pdf", "e.docx", ".f.csv", "~$A.xlsx", "z/g.csv")
    isi = visit(tmp_path)
    assert [entri.path.name for entri in isi.entri] == ["z", "A.XLSX", "b.csv", "c.ods"]
    assert isi.lain == 2
    assert isi.entri[2].ukuran == len(HEADER)


def test_a_file_that_was_named_leads_to_its_folder(tmp_path: Path) -> None:
    made(tmp_path, "DUK.csv")
    isi = visit(tmp_path / "DUK.csv")
    assert (isi.folder, isi.pada) == (tmp_path, tmp_path / "DUK.csv")


def test_a_link_that_leads_nowhere_hides_nothing_else(tmp_path: Path) -> None:
    made(tmp_path, "ada.csv")
    (tmp_path / "putus.csv").symlink_to(tmp_path / "hilang.csv")
    (tmp_path / "putar").symlink_to(tmp_path / "putar")
    assert "ada.csv" in [entri.path.name for entri in visit(tmp_path).entri]


@pytest.mark.parametrize("name", ["hilang", "ada.csv/dalam"])
def test_a_place_that_is_no_folder_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    made(tmp_path, "ada.csv")
    with pytest.raises(InputError, match="tidak dapat dibuka") as refused:
        visit(tmp_path / name)
    assert "flash disk" in refused.value.kalimat()


def test_a_folder_without_permission_is_refused_in_one_sentence() -> None:
    with shared_folder() as folder:
        closed = folder / "rahasia"
        closed.mkdir()
        closed.chmod(0)
        assert as_nobody(lambda: visit(closed)).startswith(
            f"Map {closed} tidak dapat dibuka: tidak diizinkan."
        )


def test_a_file_without_permission_says_so_in_its_line() -> None:
    with shared_folder() as folder:
        made(folder, "rahasia.csv")
        (folder / "rahasia.csv").chmod(0)

        def look() -> None:
            tinjauan = look_at(Entri(folder / "rahasia.csv"))
            raise InputError(tinjauan.galat)

        assert "tidak dapat dibaca: tidak diizinkan" in as_nobody(look)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("pegawai.ditolak.csv", True),
        ("DUK 2017.ditolak-2.xlsx", True),
        ("PEGAWAI.DITOLAK.ODS", True),
        ("usul ditolak.csv", False),
        ("ditolak.csv", False),
    ],
)
def test_files_of_refused_rows_are_known_by_the_name_they_get(name: str, is_one: bool) -> None:
    assert is_leftover(Path(name)) == is_one


def test_a_folder_of_three_pcs_brings_all_files_but_those_of_refused_rows(tmp_path: Path) -> None:
    for pc in PCS:
        made(tmp_path, f"{pc}/pegawai.csv", f"{pc}/pegawai.ditolak.csv")
        made(tmp_path, f"{pc}/unit.csv", text="kode;nama\n")
    made(tmp_path, "catatan.txt", text="halo\n")
    made(tmp_path, "skp-1-2017.datapackage.json", text="{}")
    found = look_into(tmp_path)
    wanted = [tmp_path / pc / name for pc in PCS for name in ("pegawai.csv", "unit.csv")]
    assert [satu.path for satu in found.dikenali] == wanted
    assert [satu.path.name for satu in found.asing] == ["catatan.txt"]
    assert (found.sisa, found.terpotong) == (3, False)


def test_more_files_than_anybody_means_are_cut_and_said_to_be(tmp_path: Path) -> None:
    made(tmp_path, *(f"{number:03}.csv" for number in range(TERBANYAK + 1)))
    found = look_into(tmp_path)
    assert (len(found.dikenali), found.terpotong) == (TERBANYAK, True)


def test_a_folder_that_leads_into_itself_ends(tmp_path: Path) -> None:
    made(tmp_path, "PC1/unit.csv", text="kode;nama\n")
    (tmp_path / "PC1" / "lagi").symlink_to(tmp_path, target_is_directory=True)
    assert len(look_into(tmp_path).dikenali) == 1


def test_looking_through_a_folder_can_be_given_up(tmp_path: Path) -> None:
    made(tmp_path, "a.csv", "b.csv")
    assert not look_into(tmp_path, lambda: True).dikenali


def test_a_big_folder_is_not_listed_on_once_it_was_given_up(tmp_path: Path) -> None:
    made(tmp_path, *(f"{number:02}/a.csv" for number in range(20)))
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 3

    assert len(look_into(tmp_path, stop).dikenali) <= 2
    assert len(asked) < 10


def test_the_order_has_one_part_a_kind_in_table_order(tmp_path: Path) -> None:
    a, b, c, d = (tmp_path / name for name in "abcd")
    peta: dict[str | None, Peta] = {None: Peta(3, {"nip": 0})}
    chosen = [
        Terpilih(a, ("perilaku",)),
        Terpilih(b, ("pegawai", "perilaku")),
        Terpilih(c, (SKP,)),
        Terpilih(d, ("pegawai",), {"pegawai": peta}),
    ]
    borongan = batch(chosen, 2017, "1.1")
    assert [satu.jenis.nama for satu in borongan.pesanan] == ["pegawai", "perilaku"]
    assert [satu.berkas for satu in borongan.pesanan] == [(b, d), (a, b)]
    assert dict(borongan.pesanan[0].peta) == {(d, None): peta[None]}
    assert not borongan.pesanan[1].peta
    assert borongan.skp == (c,)
    told = {(satu.tahun, satu.unit, satu.unit_bagi_baru) for satu in borongan.pesanan}
    assert told == {(2017, "1.1", True)}


def test_columns_need_no_pointing_out_where_reading_finds_them(tmp_path: Path) -> None:
    made(tmp_path, "a.csv", text="nip;nama\n")
    assert columns_of(tmp_path / "a.csv", JENIS["pegawai"], {"unit"}).cocok
    assert not columns_of(tmp_path / "a.csv", JENIS["pegawai"], set()).cocok


def test_the_only_unit_without_another_above_it_stands_in(tmp_path: Path) -> None:
    del tmp_path
    one = {"1": Unit("1", "Dinas"), "1.1": Unit("1.1", "Subbagian", "1")}
    assert Sekitar(one, {}).sole_root() == "1"
    assert Sekitar({**one, "2": Unit("2", "Badan")}, {}).sole_root() is None


def test_places_that_are_offered_are_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "Downloads").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    found = places()
    assert found[:2] == (tmp_path, tmp_path / "Downloads")
    assert all(place.is_dir() for place in found)
