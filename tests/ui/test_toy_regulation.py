"""A fourth regulation is a small class and one line: entry, recap and export know it at once."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from skp_tui.cli import main
from skp_tui.domain.appraisal import Evaluasi, Penilaian, Peringkat
from skp_tui.domain.period import Periode
from skp_tui.exchange.package.verify import verify_package
from skp_tui.rules import regulation
from skp_tui.rules.result import Hasil, PeraturanDasar, categorised
from skp_tui.services.recap.credits import why_none
from skp_tui.services.recap.saringan import Saringan, kept
from skp_tui.ui.screens.entry.kinerja import KinerjaScreen
from skp_tui.ui.screens.judging.evaluasi import EvaluasiScreen
from tests.readme import README
from tests.ui.conftest import Open, Program

TAHUN = 2031
TODAY = date(2032, 1, 19)
PARTIAL = 1
HEADER = 6
OUTCOME = 5
"""Cells from the first target to the first outcome."""


def code_of(text: str) -> str:
    """Return the code that the README gives."""
    return text.partition("### A new regulation")[2].partition("```python\n")[2].partition("```")[0]


def of_readme() -> regulation.Peraturan:
    """Return the regulation that the README shows, as it stands there."""
    names: dict[str, Any] = {}
    exec(compile(code_of(README.read_text(encoding="utf-8")), README.name, "exec"), names)  # noqa: S102 - our own text
    made: regulation.Peraturan = names["Mainan"]()
    return made


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> regulation.Peraturan:
    """Register the toy for one test, as one line of the table would."""
    mainan = of_readme()
    monkeypatch.setattr(regulation, "MASA", (*regulation.MASA, regulation.Masa(TAHUN, mainan)))
    return mainan


def test_a_line_in_the_table_is_all_that_registers_it(toy: regulation.Peraturan) -> None:
    assert regulation.peraturan_of(TAHUN) is toy
    assert regulation.peraturan_of(TAHUN - 1).kode == "PERMENPANRB6"
    assert regulation.nama_peraturan("MAINAN") == toy.nama
    assert [masa.sampai for masa in regulation.MASA] == [2020, 2021, TAHUN - 1, None]


class Berperingkat(PeraturanDasar):
    """A regulation that rates as that of 2022 does, and calls what comes of it otherwise."""

    kode, nama, diisi = "PERINGKAT", "Peraturan Peringkat 2/2031", "hasil kerja dan evaluasi"
    kategori: tuple[str, ...] = ("Melampaui", "Memenuhi", "Belum")
    minimal_baik = frozenset({"Melampaui", "Memenuhi"})
    isian = frozenset({"bagian", "hasil_kerja", "indikator", "evaluasi", "pengecualian"})

    def predikat_of(self, evaluasi: Evaluasi) -> str | None:
        """Return a predikat by the results alone."""
        ratings = tuple(Peringkat)
        given = evaluasi.hasil_kerja
        return None if given is None else self.kategori[ratings.index(given)]

    def nilai(self, penilaian: Penilaian, periode: Periode) -> Hasil:
        """Return the yearly predikat."""
        del periode
        return categorised(self, penilaian, self.predikat_of(penilaian.evaluasi_tahunan))


@pytest.fixture
def rating(monkeypatch: pytest.MonkeyPatch) -> Berperingkat:
    """Register the other toy for one test."""
    found = Berperingkat()
    monkeypatch.setattr(regulation, "MASA", (*regulation.MASA, regulation.Masa(TAHUN, found)))
    return found


async def enter(program: Program) -> None:
    """Make the year by keys, and enter one kegiatan for Wayan that is done and one for Tiur."""
    await program.press("o", "tab", "ctrl+n")
    assert "2031–…     Peraturan Mainan 1/2031" in program.screen_text()
    await program.type(str(TAHUN))
    await program.press("ctrl+s", "y", "escape", "t", "home", "down", "down", "enter")
    assert "2031 · Peraturan Mainan 1/2031" in program.screen_text()
    assert "Tuntas 0   Belum Tuntas 0" in program.line("head")
    for name, done in (("wayan", "12"), ("tiur", "11")):
        await program.open(name)
        await program.press("ctrl+n")
        await program.type("Menata arsip")
        await program.press("tab")
        await program.type("12")
        await program.press(*["tab"] * OUTCOME)
        await program.type(done)
        await program.press("enter")
        shown = toy_words(program)
        await program.press("escape", "escape")
        assert shown == ("Belum Tuntas" if done == "11" else "Tuntas")


def toy_words(program: Program) -> str:
    return program.line("total").rpartition("NILAI")[2].strip()


async def test_it_is_entered_by_keys_and_the_unit_counts_it(
    open_program: Open, toy: regulation.Peraturan
) -> None:
    async with open_program(today=TODAY) as program:
        await enter(program)
        assert "Tuntas 1" in program.line("head")
        assert "2,44 % dari wajib dinilai   50,00 % dari yang dinilai" in program.line("head")
        await program.press("slash")
        await program.type("tiur")
        await program.press("down", "escape", "f9")
        assert toy.nama in program.screen_text()
        assert "1 kegiatan" in program.screen_text()
        view = program.stored(TAHUN)
    assert view.periode.peraturan == "MAINAN"
    assert dict(view.rekap.sebaran) == {"Tuntas": 1, "Belum Tuntas": 1}


async def test_recap_value_and_package_carry_it(
    open_program: Open,
    toy: regulation.Peraturan,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with open_program(today=TODAY) as program:
        await enter(program)
        nip = program.nip_of("Wayan")
        path = str(program.sitting.path)
    tahun = ["--tahun", str(TAHUN), "--db", path]
    assert main(["rekap", *tahun, "--json"]) == 0
    recap = json.loads(capsys.readouterr().out)
    assert (recap["peraturan"], recap["dinilai"], recap["minimal_baik"]) == ("MAINAN", 2, 1)
    assert recap["sebaran"] == {"Tuntas": 1, "Belum Tuntas": 1}
    assert main(["nilai", "--nip", nip, *tahun, "--json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert (value["peraturan"], value["sebutan"]) == ("MAINAN", "Tuntas")
    assert value["langkah"][0]["dasar"] == toy.nama
    for profil, status in (("bkd", PARTIAL), ("data", 0), ("excel", PARTIAL)):
        done = ["ekspor", "--profil", profil, "--ke", str(tmp_path), *tahun, "--sebagian"]
        assert main(done) == status
    assert main(["ekspor", "--profil", "siasn", "--ke", str(tmp_path), *tahun]) == 2
    assert f"tidak menerima nilai tahun 2031 ({toy.nama})" in capsys.readouterr().err
    (about,) = tmp_path.glob("skp-*.datapackage.json")
    assert verify_package(about) == []
    rows = tmp_path.joinpath("kegiatan.csv").read_text()
    assert "Menata arsip" in rows


async def test_what_it_left_behind_earns_one_sentence_where_it_is_not_known(
    open_program: Open,
    toy: regulation.Peraturan,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with open_program(today=TODAY) as program:
        await enter(program)
        path = str(program.sitting.path)
    tahun = ["--tahun", str(TAHUN), "--db", path]
    assert main(["ekspor", "--ke", str(tmp_path), *tahun, "--sebagian"]) == PARTIAL
    monkeypatch.setattr(regulation, "MASA", regulation.MASA[:-1])
    assert regulation.peraturan_named(toy.kode) is None
    capsys.readouterr()
    for command in (["rekap", *tahun], ["ekspor", "--ke", str(tmp_path), *tahun]):
        assert main(command) == 2
        told = capsys.readouterr().err
        assert "Tahun 2031 memakai peraturan MAINAN, yang belum dikenal program ini." in told
        assert "Traceback" not in told
    (about,) = tmp_path.glob("skp-*.datapackage.json")
    found = [satu.pesan for satu in verify_package(about)]
    assert found == ["memakai peraturan MAINAN, yang belum dikenal; pasang skp-tui terbaru"]
    async with open_program(today=TODAY) as program:
        assert program.unit.view is not None
        assert program.unit.view.tahun != TAHUN


async def make_year(program: Program) -> None:
    await program.press("o", "tab", "ctrl+n")
    await program.type(str(TAHUN))
    await program.press("ctrl+s", "y", "escape", "t", "home", "down", "down", "enter")


async def test_one_that_rates_has_its_own_predikats_wherever_they_stand(
    open_program: Open, rating: Berperingkat
) -> None:
    async with open_program(today=TODAY) as program:
        await make_year(program)
        assert "Melampaui 0   Memenuhi 0   Belum 0" in program.line("head")
        await program.open("wayan")
        (kinerja,) = (
            found for found in program.app.screen_stack if isinstance(found, KinerjaScreen)
        )
        sheet = kinerja.sheet("evaluasi")
        kinerja.focus_on(sheet)
        sheet.move_to(sheet.rows[0].key, "hasil_kerja")
        await program.press("1")
        assert sheet.rows[0].cells[-1] == rating.kategori[0]
        await program.press("escape", "escape", "r")
        assert isinstance(program.app.screen, EvaluasiScreen)
        assert "Melampaui 1 · belum 40" in program.line("rating-spread")
        assert "Capaian organisasi" not in program.line("rating-spread")
        await program.press("escape")
        assert "Melampaui 1" in program.line("head")
        view = program.stored(TAHUN)
    lacking = kept(Saringan.TANPA_PERILAKU, view.orang)
    assert len(lacking) == len(view.orang)
    assert dict(view.rekap.sebaran) == {"Melampaui": 1, "Memenuhi": 0, "Belum": 0}
    words = (
        "tidak dikonversi ke angka kredit: Peraturan Peringkat 2/2031 tidak mengenal konversinya."
    )
    assert words in why_none(view)


@pytest.mark.parametrize(("bands", "word"), [(False, "Predikat"), (True, "Sebutan")])
async def test_the_recap_sheet_speaks_of_bands_only_where_the_regulation_has_them(
    open_program: Open,
    toy: regulation.Peraturan,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    bands: bool,
    word: str,
) -> None:
    monkeypatch.setattr(toy, "punya_pita", bands)
    async with open_program(today=TODAY) as program:
        await make_year(program)
        path = str(program.sitting.path)
    tahun = ["--tahun", str(TAHUN), "--db", path]
    main(["ekspor", "--profil", "excel", "--ke", str(tmp_path), *tahun, "--sebagian"])
    (file,) = tmp_path.glob("*.xlsx")
    header = [cell.value for cell in openpyxl.load_workbook(file)["Rekap"][HEADER]]
    assert header[-2:] == [f"{word} Tuntas", f"{word} Belum Tuntas"]
    assert ("Nilai di antara dua pita" in header) is bands
