"""The commands that keep house: atur, periksa, cadangkan, pulihkan."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from skp_tui.cli.output import database, now, refusal, say, show, tell
from skp_tui.cli.progress import working
from skp_tui.errors import InputError, Problem, SkpError
from skp_tui.rules.regulation import peraturan_of
from skp_tui.services.base.database import prepare, writing
from skp_tui.services.base.holder import COMMAND_WAITS, holding
from skp_tui.services.keeping import checking, safekeeping
from skp_tui.services.office import configuring
from skp_tui.settings import TANPA, setelan
from skp_tui.storage.database.looking import reading

DONE, FINDINGS, UNREADABLE = 0, 1, 2
SHOWN = 20
"""Packages that are named one by one; BKD has some hundred."""
PENGGANTI = {
    "cetak": "Untuk dibaca dan dicetak: skp-tui ekspor --profil excel.",
    "gabung": "Untuk menggabung: ekspor --profil data di setiap PC, lalu impor semua berkasnya.",
}
"""What serves instead of a command that the contract names for later."""
CHECKED = ("keutuhan berkas", "skema", "hubungan antartabel", "jejak", "saksi yang terkunci")


def run_settings(arguments: argparse.Namespace) -> int:
    """Carry out ``atur``."""
    path, nama, tahun = database(arguments), arguments.nama, arguments.tahun
    _check_call(nama, arguments.nilai, tahun)
    if arguments.nilai is not None:
        with working("Menyimpan"), writing(path, now, "pengaturan") as writer:
            configuring.change_setting(writer, nama, arguments.nilai, tahun)
    elif not path.exists():
        with working("Membuat basis data"), holding(path, "pengaturan", now(), wait=COMMAND_WAITS):
            prepare(path)
    with reading(path) as connection:
        values = (
            configuring.all_settings(connection, tahun)
            if nama is None
            else {nama: configuring.one_setting(connection, nama, tahun)}
        )
    say(*(f"{name}\t{TANPA if value is None else value}" for name, value in values.items()))
    later = [name for name in values if setelan(name).kelak]
    if later:
        tell(f"Disimpan untuk kelak, belum dipakai di versi ini: {', '.join(later)}.")
    return DONE


def _check_call(nama: str | None, nilai: str | None, tahun: int | None) -> None:
    """Refuse before a database is made what would be refused whatever it holds."""
    if tahun is not None:
        peraturan_of(tahun)
    if nama is not None and nilai is not None:
        configuring.check_setting(nama, nilai, tahun)
    elif nama is not None:
        configuring.check_name(nama, tahun)


def run_check(arguments: argparse.Namespace) -> int:
    """Carry out ``periksa``."""
    if arguments.berkas:
        return _check_packages(arguments.berkas)
    path = database(arguments)
    with working("Memeriksa"):
        findings = checking.check_database(path)
    if not findings:
        tell(f"Diperiksa: basis data {path}: {', '.join(CHECKED)}.")
    return _report(findings, unreadable=0)


def _check_packages(packages: list[Path]) -> int:
    """Name what is wrong with every package, also behind one that cannot be read."""
    refused: list[SkpError] = []
    seen: dict[Path, None] = {}
    with working("Memeriksa"):
        for path in packages:
            try:
                seen.update(dict.fromkeys(checking.packages_at(path)))
            except (SkpError, OSError) as error:
                refused.append(refusal(error))
        found = checking.check_packages(list(seen))
        refused.extend(map(refusal, found.tak_terbaca))
    tell(*(f"Diperiksa: {words}." for words in found.paket[:SHOWN]))
    if len(found.paket) > SHOWN:
        tell(f"… dan {len(found.paket) - SHOWN} paket lagi.")
    tell(*(f"skp-tui: {note}." for note in found.catatan))
    tell(*(f"skp-tui: {error.kalimat()}" for error in refused))
    return _report(found.temuan, unreadable=len(refused))


def _report(findings: Sequence[Problem], *, unreadable: int) -> int:
    show(*(satu.kalimat() for satu in findings))
    if unreadable and not findings:
        return UNREADABLE
    tell(f"{len(findings)} temuan." if findings else "Tidak ada temuan.")
    return UNREADABLE if unreadable else FINDINGS if findings else DONE


def run_backup(arguments: argparse.Namespace) -> int:
    """Carry out ``cadangkan``."""
    with working("Menyalin"):
        path = safekeeping.backup(database(arguments), arguments.ke)
    say(str(path))
    return DONE


def run_restore(arguments: argparse.Namespace) -> int:
    """Carry out ``pulihkan``."""
    with working("Memulihkan"):
        kept = safekeeping.restore(database(arguments), arguments.berkas, now)
    tell(f"Basis data dipulihkan dari {arguments.berkas}.")
    if kept is not None:
        tell(f"Yang sebelumnya disimpan di {kept}.")
    return DONE


def refuse_later(arguments: argparse.Namespace) -> int:
    """Refuse what the contract names and this version does not have yet."""
    raise InputError(
        f"Perintah {arguments.perintah} belum tersedia di versi ini.",
        PENGGANTI[arguments.perintah],
    )
