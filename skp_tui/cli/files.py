"""The commands that read and write files: impor, ekspor, templat."""

import argparse

from skp_tui.cli.output import database, now, refusal, say, say_json, show, tell
from skp_tui.cli.progress import working
from skp_tui.errors import InputError, Problem, SkpError
from skp_tui.exchange.documents import rencana_document
from skp_tui.exchange.kinds import Jenis, jenis_of
from skp_tui.exchange.plan import Rencana
from skp_tui.rules.regulation import masa_of, peraturan_of
from skp_tui.services import importing, sending
from skp_tui.services.templates import write_template

COMPLETE, PARTIAL, REFUSED = 0, 1, 2


def run_import(arguments: argparse.Namespace) -> int:
    """Carry out ``impor``."""
    try:
        done = _imported(arguments)
    except (SkpError, OSError, RecursionError) as error:
        if arguments.json:
            say_json(_refused_call(arguments, refusal(error)))
        raise
    if arguments.json:
        say_json(rencana_document(done.rencana, diterapkan=done.diterapkan))
    else:
        _show_plan(done, periksa=arguments.periksa)
    return done.status


def _imported(arguments: argparse.Namespace) -> importing.Kesudahan:
    if arguments.tahun is not None:
        peraturan_of(arguments.tahun)
    pesanan = importing.order(
        arguments.jenis,
        arguments.berkas,
        tahun=arguments.tahun,
        unit=arguments.unit,
        utuh=arguments.utuh,
    )
    path = database(arguments)
    with working("Memeriksa baris") as progress:
        if arguments.periksa:
            return importing.preview(path, pesanan, progress)
        return importing.run_import(path, pesanan, now, progress)


def _refused_call(arguments: argparse.Namespace, error: SkpError) -> dict[str, object]:
    """Return the plan of a call that was refused whole, so that a script reads why."""
    about_file = isinstance(error, InputError) and len(arguments.berkas) == 1
    berkas = arguments.berkas[0].name if about_file else ""
    rencana = Rencana(Jenis(arguments.jenis, (), ()), ditolak=(Problem(error.kalimat(), berkas),))
    return rencana_document(rencana, diterapkan=False)


def _show_plan(done: importing.Kesudahan, *, periksa: bool) -> None:
    rencana = done.rencana
    for tahun in rencana.periode_baru:
        show(f"periode {tahun} ({masa_of(tahun).kode}) baru")
    for baris in rencana.berubah:
        key = " ".join(baris.kunci).strip()
        for satu in baris.perubahan:
            show(f"berubah {key}: {satu.kolom} {satu.lama or '-'} → {satu.baru or '-'}")
    _tell("peringatan", rencana.peringatan)
    _tell("ditolak", rencana.ditolak)
    for path in done.berkas_ditolak:
        tell(f"baris yang ditolak ada di {path}")
    say(_summary(rencana, diterapkan=done.diterapkan, periksa=periksa))


def _tell(what: str, problems: tuple[Problem, ...]) -> None:
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


def run_export(arguments: argparse.Namespace) -> int:
    """Carry out ``ekspor``."""
    with working("Mengekspor"):
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
