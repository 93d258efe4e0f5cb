"""The refused rows as a file of their own, to be mended and imported again."""

import os
from collections.abc import Iterator
from pathlib import Path

from skp_tui.errors import InputError
from skp_tui.exchange.csvout import csv_bytes
from skp_tui.exchange.headers import normal
from skp_tui.exchange.kinds import ALASAN_DITOLAK
from skp_tui.exchange.plan_model import Rencana, TabelDitolak
from skp_tui.exchange.publishing import NamaBerkas, write_atomically


def write_rejected(rencana: Rencana, cwd: Path) -> tuple[Path, ...]:
    """Write ``<name>.ditolak.<ext>`` beside each file with refused rows; returns the paths.

    Where that directory is not writable it goes to ``cwd``. Cells stay verbatim, the delimiter too.
    """
    return tuple(_write(tabel, cwd) for tabel in rencana.tabel_ditolak)


def _write(tabel: TabelDitolak, cwd: Path) -> Path:
    path = tabel.tabel.path
    files = {NamaBerkas(f"{path.stem}.ditolak", path.suffix): rejected_bytes(tabel)}
    beside = path.parent
    if os.access(beside, os.W_OK):
        try:
            return write_atomically(beside, files)[0]
        except InputError:
            if beside.resolve() == cwd.resolve():
                raise
    return write_atomically(cwd, files)[0]


def rejected_bytes(tabel: TabelDitolak) -> bytes:
    """Return the refused rows with their header and a column ``alasan_ditolak``, in UTF-8.

    The column stands last; it stands first where a row has more cells than the header, so that its
    cells keep their columns. A reason of an earlier round is left out.
    """
    old = [
        index for index, text in enumerate(tabel.judul) if normal(text) == normal(ALASAN_DITOLAK)
    ]
    first = any(len(baris.sel) > len(tabel.judul) for baris in tabel.baris)
    rows = list(_rows(tabel, old, first=first))
    return csv_bytes(rows[0], rows[1:], tabel.pemisah)


def _rows(tabel: TabelDitolak, old: list[int], *, first: bool) -> Iterator[list[str]]:
    width = len(tabel.judul) - len(old)
    pairs = [(tabel.judul, ALASAN_DITOLAK), *((baris.sel, baris.alasan) for baris in tabel.baris)]
    for cells, alasan in pairs:
        kept = [text for index, text in enumerate(cells) if index not in old]
        kept += [""] * (width - len(kept))
        yield [alasan, *kept] if first else [*kept, alasan]
