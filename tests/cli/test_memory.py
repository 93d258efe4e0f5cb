"""A file at the bounds of the contract is imported within 300 MB, by a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter

from tests.broken.making import MEGABYTE
from tests.broken.sentences import sections
from tests.cli.calls import Desk
from tests.cli.office import BRAM, PEOPLE, SARI, UNITS
from tests.reliability.tracing import ROOT

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads the kernel's count"),
]

MOST = 300
ROWS = 200_000
URAIAN = "Menyusun laporan kegiatan nomor {} pada subbagian umum dan kepegawaian"
REST = "{}, lengkap dengan lampiran serta dokumentasi pelaksanaan selama triwulan berjalan"
COLUMNS = ("tahun", "nip", "no", "uraian", "ak", "target_kuantitas", "satuan", "target_kualitas",
           "target_waktu", "satuan_waktu", "target_biaya", "realisasi_kuantitas",
           "realisasi_kualitas", "realisasi_waktu", "realisasi_biaya", "bagian")  # fmt: skip
# not ru_maxrss: a process takes over the peak of the one that started it
PEAK = """
import re, sys
from pathlib import Path
def peak():
    return re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]
"""
PROGRAM = f"""{PEAK}
from skp_tui.cli import main
status = main(sys.argv[1:])
print("puncak", peak(), file=sys.stderr)
sys.exit(status)
"""
EVERY = f"""{PEAK}
import json
from tests.broken.sentences import place, verdict
for name, jenis in json.loads(sys.argv[2]).items():
    verdict(place(name, Path(sys.argv[1])), jenis)
print(peak())
"""


def activities(biaya: int = 1_400_000) -> Iterator[tuple[str | float, ...]]:
    """Yield as many activities as a file may hold."""
    for number in range(ROWS):
        nip = SARI if number % 2 else BRAM
        yield (2017, nip, number // 2 + 1, REST.format(URAIAN.format(number)), 0.5, 12, "laporan",
               100, 12, "bulan", 1_500_000, 12, 90, 12, biaya, 1)  # fmt: skip


def write_csv(path: Path, *biaya: int) -> None:
    """Write the activities as text: nearly 50 MB."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{','.join(COLUMNS)}\r\n")
        for row in activities(*biaya):
            cells = (f'"{cell}"' if "," in str(cell) else str(cell) for cell in row)
            file.write(f"{','.join(cells)}\r\n")
    assert 45 * MEGABYTE < path.stat().st_size < 50 * MEGABYTE


def write_xlsx(path: Path) -> None:
    """Write the activities as a workbook: hundreds of megabytes once it is unpacked."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("Kegiatan")
    sheet.write_row(0, 0, COLUMNS)
    for line, row in enumerate(activities(), 1):
        sheet.write_row(line, 0, row)
    book.close()


@pytest.mark.parametrize("ekstensi", ["csv", "xlsx"])
def test_a_file_at_the_bounds_is_planned_and_imported_within_300_megabytes(
    desk: Desk, ekstensi: str
) -> None:
    desk.must("unit", *UNITS)
    desk.must("pegawai", *PEOPLE)
    path = desk.folder / f"kegiatan.{ekstensi}"
    {"csv": write_csv, "xlsx": write_xlsx}[ekstensi](path)
    steps: list[tuple[Path, tuple[str, ...], str]]
    steps = [(path, ("--periksa",), "baru"), (path, (), "baru"), (path, (), "sama")]
    if ekstensi == "csv":
        changed = desk.folder / "berubah.csv"
        write_csv(changed, 1_300_000)
        steps += [(changed, ("--periksa",), "berubah"), (changed, (), "berubah")]
    for file, options, told in steps:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, "--db", desk.db, "impor", "kegiatan", file, *options],
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-2000:]
        assert f"{ROWS} {told}" in done.stdout
        peak = int(done.stderr.rsplit("puncak ", 1)[1]) / 1024
        assert peak < MOST, f"{peak:.0f} MB {options} {told}"


def test_no_broken_file_takes_more_memory_than_a_file_at_the_bounds(desk: Desk) -> None:
    kinds = {name: jenis for name, (jenis, _) in sections().items()}
    done = subprocess.run(
        [sys.executable, "-c", EVERY, desk.folder, json.dumps(kinds)],
        capture_output=True, encoding="utf-8", check=True, cwd=ROOT,
    )  # fmt: skip
    assert int(done.stdout) / 1024 < MOST
