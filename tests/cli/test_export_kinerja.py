"""What an SKP holds from 2022 on travels whole; what version 1 knew travels as ever."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings

from skp_tui.exchange.kinds.kinds import JENIS
from skp_tui.exchange.templates.examples import examples
from tests.cli.calls import Desk, Row, read_csv, table
from tests.cli.office import BRAM, DEWI, SARI, TIUR
from tests.cli.random_kinerja import ORDER, Skp, skps
from tests.cli.test_random_offices import MEMORY, as_book

GOLDEN = Path(__file__).parent.parent / "golden" / "data-versi-1"
VERSI_2 = ("hasil_kerja", "indikator", "ekspektasi", "lampiran", "capaian_organisasi")


@contextmanager
def new_desk() -> Iterator[Desk]:
    folder = Path(tempfile.mkdtemp(prefix="skp-cli-", dir=MEMORY if MEMORY.is_dir() else None))
    try:
        yield Desk(folder)
    finally:
        shutil.rmtree(folder)


def sent(desk: Desk, *options: str, tahun: int = 2025, ke: str = "data") -> dict[str, bytes]:
    """Export the profile data and return its files by kind, in the order in which they are told."""
    done = desk.export("--profil", "data", *options, tahun=tahun, ke=ke)
    assert (done.status, done.err) == (0, "")
    found = {Path(line).stem: Path(line).read_bytes() for line in done.lines}
    shutil.rmtree(desk.folder / ke)
    return found


def bring(desk: Desk, files: Mapping[str, bytes]) -> None:
    """Import files of a data export, in table order and without a word of refusal."""
    for jenis, content in files.items():
        done = desk.bring(jenis, content, "--utuh")
        assert done.status == 0, done.said


def hasil(nip: str, no: int = 1, **cells: object) -> Row:
    return {"tahun": 2025, "nip": nip, "no": no, "uraian": f"Hasil {no}", **cells}


def indikator(nip: str, no: int = 1, no_hasil: int = 1, **cells: object) -> Row:
    return {"tahun": 2025, "nip": nip, "no_hasil": no_hasil, "no": no, "uraian": "I", **cells}


# The whole way, template to template


@pytest.mark.parametrize("ekstensi", ["csv", "xlsx"])
def test_from_the_filled_template_to_another_database_and_back_nothing_is_lost(
    desk: Desk, tmp_path: Path, ekstensi: str
) -> None:
    for nama in JENIS:
        target = desk.folder / f"{nama}.{ekstensi}"
        assert desk.run("templat", nama, "--ke", target).status == 0
        (_fill_csv if ekstensi == "csv" else _fill_book)(target, nama)
        done = desk.run("impor", nama, target, "--json")
        assert (done.status, done.json["ditolak"], done.json["peringatan"]) == (0, [], []), nama
        assert done.json["baru"] == len(examples(JENIS[nama]))
    first = sent(desk)
    assert list(first) == ["unit", "pegawai", "bagian", "evaluasi", *VERSI_2]
    other = Desk(tmp_path / "lain")
    other.folder.mkdir()
    bring(other, first)
    assert sent(other) == first
    for jenis, content in first.items():
        again = other.bring(jenis, content, "--json").json
        assert (again["baru"], again["berubah"], again["ditolak"]) == (0, [], [])
    assert other.run("periksa").status == 0


def _fill_csv(path: Path, nama: str) -> None:
    header = path.read_text(encoding="utf-8").strip().split(",")
    path.write_text(table(*examples(JENIS[nama]), delimiter=";", header=tuple(header)))


def _fill_book(path: Path, nama: str) -> None:
    book = openpyxl.load_workbook(path)
    for baris, row in enumerate(examples(JENIS[nama]), 2):
        for index, kolom in enumerate(JENIS[nama].nama_kolom, 1):
            book[nama].cell(baris, index).value = row.get(kolom) or None
    book.save(path)


def test_what_was_entered_stands_in_the_files_in_canonical_form(office: Desk) -> None:
    office.must("hasil_kerja", hasil(SARI), hasil(SARI, 10, jenis="tambahan"), hasil(SARI, 2))
    rows = (
        indikator(SARI, target="1500.50", satuan="berkas", realisasi="012.0", aspek="waktu"),
        indikator(SARI, 2, target="=besok", realisasi="'+selesai", umpan_balik="-lanjut"),
    )
    office.must("indikator", *rows)
    files = sent(office)
    assert files["hasil_kerja"].decode() == (
        "tahun,nip,no,uraian,jenis,rencana_pimpinan,bagian\r\n"
        f"2025,{SARI},1,Hasil 1,utama,,1\r\n"
        f"2025,{SARI},10,Hasil 10,tambahan,,1\r\n"
        f"2025,{SARI},2,Hasil 2,utama,,1\r\n"
    )
    assert files["indikator"].decode() == (
        "tahun,nip,no_hasil,no,uraian,aspek,target,satuan,realisasi,bukti,umpan_balik,bagian\r\n"
        f"2025,{SARI},1,1,I,waktu,1500.5,berkas,12,,,1\r\n"
        f"2025,{SARI},1,2,I,kuantitas,'=besok,,'+selesai,,'-lanjut,1\r\n"
    )


def test_part_1_comes_with_the_first_result(office: Desk) -> None:
    office.must("ekspektasi", {"tahun": 2025, "nip": BRAM, "perilaku": "loyal"})
    assert "bagian" not in sent(office)
    office.must("hasil_kerja", hasil(BRAM))
    assert [row["nip"] for row in rows_of(sent(office), "bagian")] == [BRAM]


def rows_of(files: Mapping[str, bytes], jenis: str) -> list[dict[str, str]]:
    folder = Path(tempfile.mkdtemp(prefix="skp-cli-"))
    path = folder / "x.csv"
    path.write_bytes(files[jenis])
    try:
        return read_csv(path)
    finally:
        shutil.rmtree(folder)


def test_only_the_rows_of_the_unit_its_people_and_the_year_travel(office: Desk) -> None:
    for nip in (SARI, BRAM, DEWI, TIUR):
        office.must("hasil_kerja", hasil(nip), hasil(nip, tahun=2024))
        office.must("indikator", indikator(nip), indikator(nip, tahun=2024))
    capaian = ({"unit": kode, "capaian": "baik"} for kode in ("1", "1.1", "1.1.1", "1.2"))
    office.must("capaian_organisasi", *({"tahun": 2025, **row} for row in capaian))
    office.must("capaian_organisasi", {"tahun": 2024, "unit": "1.1", "capaian": "kurang"})
    files = sent(office, "--unit", "1.1")
    assert {row["nip"] for row in rows_of(files, "indikator")} == {SARI, BRAM}
    assert {row["tahun"] for row in rows_of(files, "hasil_kerja")} == {"2025"}
    # how the agency above did is for that one to say
    assert [row["unit"] for row in rows_of(files, "capaian_organisasi")] == ["1.1", "1.1.1"]


def test_the_units_of_two_appraisers_are_merged(office: Desk) -> None:
    office.must("hasil_kerja", hasil(SARI), hasil(DEWI))
    office.must("indikator", indikator(SARI, target=3), indikator(DEWI, target="ada"))
    office.must("capaian_organisasi", {"tahun": 2025, "unit": "1.1", "capaian": "baik"},
                {"tahun": 2025, "unit": "1.2", "capaian": "kurang"})  # fmt: skip
    with new_desk() as other:
        for kode in ("1.1", "1.2"):
            bring(other, sent(office, "--unit", kode))
        assert {jenis: sent(other)[jenis] for jenis in VERSI_2 if jenis in sent(office)} == {
            jenis: content for jenis, content in sent(office).items() if jenis in VERSI_2
        }


# Version 1


@pytest.mark.parametrize("tahun", [2017, 2021, 2025])
def test_a_year_without_the_new_rows_is_imported_and_exported_to_the_byte_as_by_version_1(
    tahun: int,
) -> None:
    # written by the program as it was before version 2
    golden = {path.stem.partition("-")[2]: path for path in GOLDEN.glob(f"{tahun}-*.csv")}
    files = {jenis: golden[jenis].read_bytes() for jenis in JENIS if jenis in golden}
    assert len(files) == len(golden) > 2
    with new_desk() as desk:
        bring(desk, files)
        assert sent(desk, tahun=tahun) == files


def test_rows_of_another_year_leave_the_files_of_a_year_as_they_were(office: Desk) -> None:
    before = sent(office, tahun=2017)
    office.must("hasil_kerja", hasil(SARI))
    office.must("indikator", indikator(SARI, target=1))
    office.must("capaian_organisasi", {"tahun": 2025, "unit": "1", "capaian": "baik"})
    assert sent(office, tahun=2017) == before


# Properties


@settings(max_examples=12)
@given(skps())
def test_an_skp_imported_into_an_empty_database_and_exported_again_is_the_same_to_the_byte(
    skp: Skp,
) -> None:
    with new_desk() as first, new_desk() as second:
        skp.bring_into(first)
        files = sent(first)
        assert list(files) == [jenis for jenis in ORDER if jenis in files]
        bring(second, files)
        assert sent(second) == files
        assert second.run("periksa").status == 0


@settings(max_examples=6)
@given(skps())
def test_what_is_exported_is_what_was_entered(skp: Skp) -> None:
    with new_desk() as desk:
        skp.bring_into(desk)
        files = sent(desk)
        for jenis in ("indikator", "lampiran", "ekspektasi", "capaian_organisasi"):
            wanted = {JENIS[jenis].kunci_of({"bagian": "1", **row}): row for row in skp.rows[jenis]}
            found = rows_of(files, jenis) if jenis in files else []
            assert len(found) == len(wanted)
            for row in found:
                entered = wanted[JENIS[jenis].kunci_of(row)]
                for nama in {"uraian", "satuan", "bukti", "ekspektasi", "capaian"} & set(entered):
                    quoted = entered[nama][:1] in {"'", "=", "+", "-", "@"}
                    assert row[nama] == (f"'{entered[nama]}" if quoted else entered[nama])


@settings(max_examples=4)
@given(skps())
def test_an_skp_carried_over_in_workbooks_is_the_same_to_the_byte(skp: Skp) -> None:
    with new_desk() as first, new_desk() as second:
        skp.bring_into(first)
        files = sent(first)
        for jenis, content in files.items():
            path = second.file(f"{jenis}.xlsx", as_book("xlsx", jenis, content))
            done = second.run("impor", jenis, path, "--utuh")
            assert done.status == 0, done.said
        assert sent(second) == files
