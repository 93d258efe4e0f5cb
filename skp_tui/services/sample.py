"""The sample office: imported by the same way as anybody's files, into a throw-away database."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from skp_tui import paths
from skp_tui.errors import InputError
from skp_tui.exchange.kinds import JENIS
from skp_tui.services.configuring import change_setting
from skp_tui.services.database import writing
from skp_tui.services.importing import apply_plan, make_plan, order, read_tables, stock

TAHUN = 2017
TARGET = "96"


def fill_with_sample(path: Path, clock: Callable[[], datetime]) -> None:
    """Import the sample office into a database; raises InputError where its files are missing."""
    folder = paths.sample_folder()
    if not folder.is_dir():
        raise InputError("Kantor contoh tidak ditemukan.", "Pasang ulang skp-tui.")
    with writing(path, clock, "kantor contoh") as writer:
        for jenis in JENIS:
            file = folder / f"{jenis}.csv"
            if not file.exists():
                continue
            pesanan = order(jenis, [file], tahun=None, unit=None)
            with writer.reading() as connection:
                stok = stock(connection, pesanan.jenis)
            rencana = make_plan(pesanan, read_tables(pesanan), stok)
            apply_plan(writer, rencana, f"kantor contoh: {jenis}")
        change_setting(writer, "target_indikator", TARGET, TAHUN)


@contextmanager
def sample_database(clock: Callable[[], datetime]) -> Iterator[Path]:
    """Make a database of the sample office that is gone at the end."""
    with tempfile.TemporaryDirectory(prefix="skp-contoh-") as folder:
        path = Path(folder) / "contoh.db"
        fill_with_sample(path, clock)
        yield path
