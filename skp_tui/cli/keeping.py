"""The commands that keep house: atur, periksa, cadangkan, pulihkan."""

import argparse

from skp_tui.cli.output import database, now, say, tell
from skp_tui.errors import InputError
from skp_tui.services import checking, configuring, safekeeping
from skp_tui.services.database import prepare, writing
from skp_tui.services.holder import COMMAND_WAITS, holding
from skp_tui.settings import TANPA
from skp_tui.storage.office_reader import reading

DONE, FINDINGS = 0, 1


def run_settings(arguments: argparse.Namespace) -> int:
    """Carry out ``atur``."""
    path, nama, tahun = database(arguments), arguments.nama, arguments.tahun
    if arguments.nilai is not None:
        configuring.check_setting(nama, arguments.nilai, tahun)
        with writing(path, now, "pengaturan") as writer:
            configuring.change_setting(writer, nama, arguments.nilai, tahun)
    elif nama is not None:
        configuring.check_name(nama, tahun)
    if not path.exists():
        with holding(path, "pengaturan", now(), wait=COMMAND_WAITS):
            prepare(path)
    with reading(path) as connection:
        values = (
            configuring.all_settings(connection, tahun)
            if nama is None
            else {nama: configuring.one_setting(connection, nama, tahun)}
        )
    say(*(f"{name}\t{TANPA if value is None else value}" for name, value in values.items()))
    return DONE


def run_check(arguments: argparse.Namespace) -> int:
    """Carry out ``periksa``."""
    if arguments.berkas:
        findings = checking.check_packages(arguments.berkas)
    else:
        findings = checking.check_database(database(arguments))
    say(*(satu.kalimat() for satu in findings))
    tell(f"{len(findings)} temuan." if findings else "Tidak ada temuan.")
    return FINDINGS if findings else DONE


def run_backup(arguments: argparse.Namespace) -> int:
    """Carry out ``cadangkan``."""
    say(str(safekeeping.backup(database(arguments), arguments.ke)))
    return DONE


def run_restore(arguments: argparse.Namespace) -> int:
    """Carry out ``pulihkan``."""
    kept = safekeeping.restore(database(arguments), arguments.berkas, now)
    tell(f"Basis data dipulihkan dari {arguments.berkas}.")
    if kept is not None:
        tell(f"Yang sebelumnya disimpan di {kept}.")
    return DONE


def refuse_later(arguments: argparse.Namespace) -> int:
    """Refuse what the contract names and this version does not have yet."""
    raise InputError(f"Perintah {arguments.perintah} belum tersedia di versi ini.")
