"""The commands that read and write files: impor, ekspor, templat."""

import argparse

from skp_tui.cli.output import database, now, progress_bar, say, tell
from skp_tui.errors import Problem
from skp_tui.exchange.documents import dump_json, rencana_document
from skp_tui.exchange.kinds import jenis_of
from skp_tui.exchange.plan import Rencana
from skp_tui.services import importing, sending
from skp_tui.services.templates import write_template

COMPLETE, PARTIAL, REFUSED = 0, 1, 2


def run_import(arguments: argparse.Namespace) -> int:
    """Carry out ``impor``."""
    pesanan = importing.order(
        arguments.jenis,
        arguments.berkas,
        tahun=arguments.tahun,
        unit=arguments.unit,
        utuh=arguments.utuh,
    )
    path = database(arguments)
    with progress_bar("Memeriksa baris") as progress:
        if arguments.periksa:
            done = importing.preview(path, pesanan, progress)
        else:
            done = importing.run_import(path, pesanan, now, progress)
    if arguments.json:
        say(dump_json(rencana_document(done.rencana, diterapkan=done.diterapkan)))
    else:
        _show_plan(done, periksa=arguments.periksa)
    return done.status


def _show_plan(done: importing.Kesudahan, *, periksa: bool) -> None:
    rencana = done.rencana
    for tahun in rencana.periode_baru:
        tell(f"periode {tahun} ({_peraturan(tahun)}) baru")
    for baris in rencana.berubah:
        key = " ".join(baris.kunci)
        for satu in baris.perubahan:
            tell(f"berubah {key}: {satu.kolom} {satu.lama or '-'} → {satu.baru or '-'}")
    _show("peringatan", rencana.peringatan)
    _show("ditolak", rencana.ditolak)
    for path in done.berkas_ditolak:
        tell(f"baris yang ditolak ada di {path}")
    say(_summary(rencana, diterapkan=done.diterapkan, periksa=periksa))


def _show(what: str, problems: tuple[Problem, ...]) -> None:
    for satu in problems:
        tell(f"{what} {satu.kalimat()}")


def _summary(rencana: Rencana, *, diterapkan: bool, periksa: bool) -> str:
    counts = (
        f"{len(rencana.baru)} baru, {len(rencana.berubah)} berubah, {rencana.sama} sama, "
        f"{rencana.jumlah_ditolak} ditolak"
    )
    if periksa:
        return f"Rencana {rencana.jenis.nama}: {counts}. Belum ada yang ditulis."
    outcome = "Diterapkan" if diterapkan else "Tidak ada yang diterapkan"
    return f"{outcome}, {rencana.jenis.nama}: {counts}."


def _peraturan(tahun: int) -> str:
    from skp_tui.rules.regulation import masa_of  # noqa: PLC0415 - for new periods only

    return masa_of(tahun).kode


def run_export(arguments: argparse.Namespace) -> int:
    """Carry out ``ekspor``."""
    view, sent = sending.export(
        database(arguments),
        arguments.tahun,
        arguments.unit,
        arguments.ke,
        arguments.profil,
        now,
        sebagian=arguments.sebagian,
    )
    missing = sending.waiting(view)
    if arguments.profil == "bkd":
        for orang in missing:
            words = "; ".join(satu.pesan for satu in orang.hasil.kurang)
            tell(f"belum dinilai: {orang.nama} ({orang.nip}): {words}")
    if sent is None:
        tell(
            f"skp-tui: {len(missing)} pegawai belum dinilai, jadi tidak ada yang ditulis. "
            "Lengkapi dahulu, atau tambahkan --sebagian."
        )
        return REFUSED
    say(*(str(path) for path in sent.berkas))
    return PARTIAL if sent.sebagian else COMPLETE


def run_template(arguments: argparse.Namespace) -> int:
    """Carry out ``templat``."""
    say(str(write_template(jenis_of(arguments.jenis), arguments.ke)))
    return COMPLETE
