"""The sample office: imported by the same way as anybody's files, into a throw-away database."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from skp_tui import paths
from skp_tui.errors import InputError
from skp_tui.exchange.kinds.kinds import JENIS
from skp_tui.exchange.plan.plan import Sumber
from skp_tui.exchange.reading.tables import read_tables
from skp_tui.services.base.database import writing
from skp_tui.services.imports.import_rounds import Bahan, Pantau, plan_in_turn, read_all
from skp_tui.services.office.configuring import change_setting

TAHUN: Final = 2017
"""The year that the sample office is shown in first."""
TARGET: Final[Mapping[int, str]] = {TAHUN: "96", 2021: "98", 2025: "92"}
"""The years of the sample office with the target of each: settings do not travel in files."""


def fill_with_sample(
    path: Path, clock: Callable[[], datetime], years: Sequence[int] = (TAHUN,)
) -> None:
    """Import years of the sample office into a database, each in one go, the oldest first.

    A later year tells what became of the people meanwhile. Raises InputError where its files are
    missing.
    """
    read = {tahun: _read(folder_of(tahun)) for tahun in sorted(years)}
    with writing(path, clock, "kantor contoh") as writer:
        for tahun, bahan in read.items():
            with writer.change(f"kantor contoh {tahun}", records=bahan.jumlah) as work:
                plan_in_turn(work, bahan, Pantau())
            change_setting(writer, "target_indikator", TARGET[tahun], tahun)


def folder_of(tahun: int) -> Path:
    """Return the directory of a year; each holds the whole office as it was then."""
    first = paths.sample_folder()
    return first if tahun == TAHUN else first.with_name(f"{first.name}-{tahun}")


def _read(folder: Path) -> Bahan:
    if not folder.is_dir():
        raise InputError("Kantor contoh tidak ditemukan.", "Pasang ulang skp-tui.")
    files = ((jenis, folder / f"{nama}.csv") for nama, jenis in JENIS.items())
    sources = [(jenis, Sumber(read_tables(file))) for jenis, file in files if file.exists()]
    return read_all(sources, (), None, None, Pantau())


@contextmanager
def sample_database(
    clock: Callable[[], datetime], years: Sequence[int] = tuple(TARGET)
) -> Iterator[Path]:
    """Make a database of the sample office, by default all of it, that is gone at the end."""
    with tempfile.TemporaryDirectory(prefix="skp-contoh-") as folder:
        path = Path(folder) / "contoh.db"
        fill_with_sample(path, clock, years)
        yield path
