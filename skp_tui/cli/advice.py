"""The very command to run where ``impor`` cannot do what was asked: another, or another first."""

import argparse
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from skp_tui.cli.output import database
from skp_tui.errors import InputError, SkpError
from skp_tui.exchange.kinds.kinds import SKP
from skp_tui.exchange.plan.first import BERTUMPU, to_bring_first
from skp_tui.exchange.plan.plan import Rencana
from skp_tui.services.imports.disputes import later_exports
from skp_tui.services.imports.folders import KETERANGAN, Entri, is_descriptor
from skp_tui.storage.database.connection import is_there

RESULTS: Final = (
    "Ini hasil penilaian (paket BKD, Excel atau SIASN), bukan isian, jadi tidak diimpor. Untuk "
    "menggabung, minta berkas profil data."
)
DESCRIPTOR: Final = "Ini keterangan paket, bukan isian, jadi tidak diimpor."
_NUMBER: Final = re.compile(r"(-\d{1,3})?", re.ASCII)
_STANDS_IN: Final = {
    "tahun": "Seluruh berkasnya satu tahun? Tambahkan --tahun, misalnya --tahun 2017.",
    "unit": "Semuanya satu unit? Tambahkan --unit dengan kodenya.",
}


def command(arguments: argparse.Namespace, *words: str | Path) -> str:
    """Return a command on the database of the call, as somebody can type it."""
    db = () if arguments.db is None else ("--db", arguments.db)
    return " ".join(("skp-tui", *map(_typed, (*db, *words))))


def _typed(word: str | Path) -> str:
    text = str(word)
    return f'"{text}"' if " " in text else text


# A file that is refused whole


def with_advice(arguments: argparse.Namespace, error: SkpError) -> SkpError:
    """Say of a file that is refused what it is and which command reads it, if any does.

    Else name the options that stand in for missing columns; a screen has keys for them instead.
    """
    told = (path for path in arguments.berkas if path.name in error.pesan)
    path = next(told, None)
    use = "" if path is None or arguments.jenis == SKP else _use_of(arguments, path)
    if use:
        return InputError(error.pesan, use)
    options = [_STANDS_IN[nama] for nama in getattr(error, "kurang", ()) if nama in _STANDS_IN]
    if not options:
        return error
    return InputError(error.pesan, f"{error.saran} {' '.join(options)}")


def _use_of(arguments: argparse.Namespace, path: Path) -> str:
    """Say what a file is instead of one of the kind that was asked for; empty where it may be."""
    from skp_tui.services.imports.choosing import look_at  # noqa: PLC0415 - for a refused call only

    if is_descriptor(path):
        return f"{DESCRIPTOR}{_checked_with(path)}"
    dugaan = look_at(Entri(path)).dugaan
    if dugaan is None or arguments.jenis in dugaan.semua:
        return ""
    if dugaan.hasil:
        return f"{RESULTS}{_checked_with(path.with_name(f'{path.stem}{KETERANGAN}'))}"
    if dugaan.jenis is None or dugaan.jenis == SKP:
        return ""
    call = command(arguments, "impor", dugaan.jenis, path)
    return f"Tampaknya isinya {dugaan.jenis}; satu panggilan satu jenis, jadi tersendiri: {call}"


def _checked_with(descriptor: Path) -> str:
    there = descriptor.is_file()
    return f" Paketnya diperiksa dengan: skp-tui periksa {_typed(descriptor)}" if there else ""


# Rows that are refused


def advice_on(arguments: argparse.Namespace, rencana: Rencana) -> Iterator[str]:
    """Yield what to run first for rows that wait for another kind, and which file is the later."""
    commands = [
        command(arguments, "impor", nama, path) for nama, path in _first(arguments, rencana)
    ]
    if commands:
        yield f"Belum diimpor? Dahulu: {'; lalu: '.join(commands)}; lalu ulangi perintah ini."
    if later := later_exports((rencana,)):
        call = command(arguments, "impor", rencana.jenis.nama, *later)
        yield f"Menurut nomornya {_names(later)} lebih baru. Dari PC yang sama? Cukup: {call}"


def _names(paths: Iterable[Path]) -> str:
    return ", ".join(path.name for path in paths)


def _first(arguments: argparse.Namespace, rencana: Rencana) -> Iterator[tuple[str, str | Path]]:
    """Yield the kinds that rows wait for, each with its file in the same folder if there is one.

    Where there is no database yet, these wait for the earlier ones themselves. A file that is not
    known is named only where nothing came in: elsewhere a wrong NIP is likelier.
    """
    wanted = to_bring_first(rencana.ditolak)
    last = BERTUMPU.index(wanted[-1]) + 1 if wanted else 0
    for nama in BERTUMPU[:last]:
        beside = _beside(arguments.berkas, rencana.jenis.nama, nama)
        if beside is not None and (nama in wanted or not is_there(database(arguments))):
            yield nama, beside
        elif nama in wanted and not rencana.usable:
            yield nama, "BERKAS"


def _beside(berkas: Iterable[Path], jenis: str, nama: str) -> Path | None:
    """Return the file of another kind beside those of a call, called as exports call them."""
    for path in berkas:
        own = path.stem.removeprefix(jenis)
        stem = f"{nama}{own}" if path.stem.startswith(jenis) and _NUMBER.fullmatch(own) else nama
        if (found := path.with_name(f"{stem}{path.suffix}")).is_file():
            return found
    return None
