"""What the sheet says of a plan from 2022 on: as it was agreed, and what became of each row."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from skp_tui.services.entry import entry
from skp_tui.services.signing import signing
from skp_tui.services.signing.lembar import LembarPenilaian, read_lembar
from skp_tui.storage.database.looking import reading
from skp_tui.ui.screens.signing.sheet_targets import target_lines
from tests.services.kinerja import TAHUN, hasil, indikator, plan
from tests.services.office import BRAM, Office, tempat


def revised(folder: Path) -> LembarPenilaian:
    """Agree on a plan, change a target and a result, and return the sheet."""
    office = plan(Office.filled(folder))
    baris = indikator(office)
    target = replace(baris, indikator=replace(baris.indikator, target=Decimal(100)))
    result = replace(hasil(office, 2), rencana_pimpinan="Layanan membaik")
    here = tempat(BRAM, 1, TAHUN)
    with office.writing() as writer:
        signing.agree(writer, TAHUN, [BRAM], date(TAHUN, 1, 12))
        entry.save(writer, here, target, ["target"], "ubah")
        entry.save(writer, here, result, ["rencana_pimpinan"], "ubah")
    with reading(office.path) as connection:
        return read_lembar(connection, TAHUN, BRAM)


def test_every_row_stands_as_agreed_with_what_became_of_it_below(tmp_path: Path) -> None:
    lembar = revised(tmp_path)
    lines = [text.plain.rstrip() for text in target_lines(lembar, lembar.berlaku, 80)]
    assert lines == [
        "Target versi 1, disepakati 12 Januari 2025",
        "2 baris rencana berubah sejak itu (→ yang sekarang).",
        "   1 Berkas kepegawaian tertata   hasil kerja utama",
        " 1.1 Jumlah berkas                120 berkas · kuantitas",
        "     → target 120 berkas → 100 berkas   (diubah 5 Januari 2018)",
        " 1.2 Selesai tepat waktu          31 Desember 2025 · waktu",
        "   2 Panitia pelantikan terbantu  hasil kerja tambahan",
        "     → rencana pimpinan – → Layanan membaik   (diubah 5 Januari 2018)",
        " 2.1 Laporan panitia              1 laporan · kuantitas",
    ]
