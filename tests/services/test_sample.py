"""The sample office goes in whole, and comes out again as its files are."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from skp_tui.errors import InputError
from skp_tui.exchange.kinds.kinds import JENIS
from skp_tui.exchange.writing.csvout import records_csv
from skp_tui.services.base.views import assemble, read_unit, unit_view
from skp_tui.services.keeping.sample import (
    TAHUN,
    TARGET,
    fill_with_sample,
    folder_of,
    sample_database,
)
from skp_tui.services.sending.profiles import PROFIL, data_records
from skp_tui.storage.database.looking import reading
from skp_tui.storage.reading.office_reader import read_office
from skp_tui.storage.reading.year_scope import FEW

ATAS = "1"


def clock() -> datetime:
    return datetime(2026, 1, 19, 10, 42, 7, tzinfo=UTC)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contoh") / "contoh.db"
    fill_with_sample(path, clock, tuple(TARGET))
    return path


@pytest.mark.parametrize("tahun", TARGET)
def test_every_year_goes_in_whole_and_comes_out_as_its_files(whole: Path, tahun: int) -> None:
    with reading(whole) as connection:
        records = data_records(connection, read_unit(connection, tahun, ATAS))
    files = {path.stem for path in folder_of(tahun).glob("*.csv")}
    assert {jenis for jenis, rows in records.items() if rows} == files
    for jenis in files - {"pegawai"}:
        # people are as they are now; what a year needs of them stands in its parts
        written = records_csv(JENIS[jenis], records[jenis])
        assert written == (folder_of(tahun) / f"{jenis}.csv").read_bytes(), jenis


@pytest.mark.parametrize("few", [FEW, 0], ids=["some are named", "all are read"])
@pytest.mark.parametrize("tahun", TARGET)
def test_the_files_that_kirim_offers_are_those_that_are_written(
    whole: Path, tahun: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skp_tui.storage.reading.records.FEW", few)
    data, offers = PROFIL["data"], set()
    with reading(whole) as connection:
        for kode in read_office(connection).units:
            terbaca = read_unit(connection, tahun, kode)
            offered = tuple(data.nama_berkas(connection, terbaca))
            assert data.siapkan is not None
            written = data.siapkan(connection, terbaca)(assemble(terbaca), clock())
            assert offered == tuple(written), kode
            offers.add(offered)
    assert len(offers) > 1, "units that have different kinds are what tells them apart"


def test_later_years_leave_2017_as_it_was(whole: Path) -> None:
    with sample_database(clock, (TAHUN,)) as alone, reading(alone) as connection:
        before = unit_view(connection, TAHUN, ATAS)
    with reading(whole) as connection:
        after = unit_view(connection, TAHUN, ATAS)
    assert before.rekap == after.rekap
    assert [satu.nip for satu in before.orang] == [satu.nip for satu in after.orang]
    for old, new in zip(before.orang, after.orang, strict=True):
        assert old.hasil == new.hasil
        assert old.penilaian.bagian == new.penilaian.bagian
        assert old.penilaian.golongan == new.penilaian.golongan
        assert old.penilaian.jabatan == new.penilaian.jabatan


@pytest.mark.parametrize("tahun", TARGET)
def test_each_year_has_its_regulation_and_its_target(whole: Path, tahun: int) -> None:
    with reading(whole) as connection:
        view = unit_view(connection, tahun, ATAS)
    expected = {2017: "PP46", 2021: "PP30", 2025: "PERMENPANRB6"}
    assert view.periode.peraturan == view.peraturan.kode == expected[tahun]
    assert str(view.periode.target_indikator) == TARGET[tahun]


@pytest.mark.parametrize("tahun", TARGET)
def test_a_year_can_be_imported_alone(tmp_path: Path, tahun: int) -> None:
    path = tmp_path / "satu.db"
    fill_with_sample(path, clock, (tahun,))
    with reading(path) as connection:
        assert unit_view(connection, tahun, ATAS).rekap.wajib_dinilai == 41


def test_a_missing_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skp_tui.paths.sample_folder", lambda: tmp_path / "contoh")
    with pytest.raises(InputError, match="Kantor contoh tidak ditemukan"):
        fill_with_sample(tmp_path / "contoh.db", clock)
    assert not (tmp_path / "contoh.db").exists()
