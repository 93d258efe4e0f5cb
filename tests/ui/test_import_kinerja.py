"""An SKP from 2022 on comes in by keys with the office it belongs to, and goes by one undo."""

from pathlib import Path

import pytest

from skp_tui.exchange.kinds.kinds import JENIS
from skp_tui.exchange.templates.examples import examples
from skp_tui.services.base.views import read_unit
from skp_tui.services.sending.profiles import data_records
from skp_tui.ui.screens.plan.screen import PlanScreen
from tests.cli.calls import table
from tests.ui.conftest import Open, Program
from tests.ui.desk import names, open_import
from tests.ui.plan_files import cells

KINDS = ("hasil_kerja", "indikator", "ekspektasi", "lampiran", "capaian_organisasi")
STAF = "198507242010011023"
TAHUN = "2033"
"""A year of which the sample office knows nothing."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write the rows that the templates show: an office with an SKP."""
    place = tmp_path / "E"
    place.mkdir()
    for nama in ("unit", "pegawai", *KINDS):
        text = table(*examples(JENIS[nama]), delimiter=";", header=JENIS[nama].nama_kolom)
        (place / f"{nama}.csv").write_text(text.replace("2025", TAHUN), encoding="utf-8")
    return place


def stored(program: Program) -> dict[str, int]:
    """Count what is stored of each new kind for the unit of the examples."""
    with program.sitting.reading() as connection:
        read = data_records(connection, read_unit(connection, int(TAHUN), "1"))
        return {nama: len(read[nama]) for nama in KINDS}


async def test_files_of_all_kinds_come_in_by_one_step_and_go_by_one_undo(
    open_program: Open, folder: Path
) -> None:
    async with open_program(size=(80, 24)) as program:
        before = stored(program)
        assert not any(before.values())
        await open_import(program, folder)
        assert names(program)["capaian_organisasi.csv"] == "Capaian organisasi"
        await program.press("plus", "f5")
        assert isinstance(program.app.screen, PlanScreen)
        assert "yang ditolak ke" not in program.screen_text()
        assert "2 capaian organisasi) masuk." in program.screen_text()
        await program.press("enter", "enter")
        assert "sudah diterapkan" in program.line("headline")
        assert stored(program) == {nama: len(examples(JENIS[nama])) for nama in KINDS}
        await program.press("ctrl+z")
        assert stored(program) == before


async def test_a_line_of_the_plan_names_its_row_in_words(open_program: Open, folder: Path) -> None:
    async with open_program(size=(120, 40)) as program:
        await open_import(program, folder)
        await program.press("plus", "f5")
        rows = list(zip(cells(program, "jenis"), cells(program, "siapa"), cells(program, "isi"),
                        strict=True))  # fmt: skip
        said = {(jenis, siapa): isi for jenis, siapa, isi in rows}
        assert said["capaian organisasi", "unit 1.1.2"] == "baik"
        assert said["indikator", "Dimas Contoh, A.Md. no hasil 1 no 1"].startswith(
            "Jumlah kenaikan gaji berkala yang selesai · kuantitas · target 120 · berkas · "
            "realisasi 118,5"
        )
        assert "Dimas Contoh, A.Md. konsekuensi no 1" in {siapa for _, siapa in said}


async def test_a_changed_measure_shows_old_and_new_as_the_screens_write_them(
    open_program: Open, folder: Path
) -> None:
    async with open_program(size=(120, 40)) as program:
        await open_import(program, folder)
        await program.press("plus", "f5")
        await program.press("enter", "enter")
        await program.press("enter")
        for nama in ("unit", "pegawai", *KINDS):
            (folder / f"{nama}.csv").unlink()
        change = {"tahun": TAHUN, "nip": STAF, "no_hasil": 1, "no": 1, "target": "1.250,50",
                  "realisasi": "12 berkas"}  # fmt: skip
        broken = {**change, "no": 2, "realisasi": "1.2.3", "target": ""}
        header = ("tahun", "nip", "no_hasil", "no", "uraian", "target", "realisasi")
        text = table(change, broken, delimiter=";", header=header)
        (folder / "perbaikan.csv").write_text(text, encoding="utf-8")
        await open_import(program, folder)
        await program.press("plus", "f5")
        said = list(zip(cells(program, "keadaan"), cells(program, "isi"), strict=True))
        assert ("berubah", "120 → 1.250,5") in said
        assert ("berubah", "118,5 → 12 berkas") in said
        assert any(isi.startswith('"1.2.3": bukan angka') for keadaan, isi in said)
