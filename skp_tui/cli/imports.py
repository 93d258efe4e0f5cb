"""The command ``impor``: files of one kind, or BKN workbooks, each of them one appraisal."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from skp_tui.cli.advice import advice_on, with_advice
from skp_tui.cli.output import database, now, refusal, say, say_json, show, show_all, tell
from skp_tui.cli.progress import working
from skp_tui.errors import InputError, Problem, SkpError
from skp_tui.exchange.columns.unseen import gathered
from skp_tui.exchange.kinds.kinds import SKP, Jenis
from skp_tui.exchange.package.documents import rencana_document, skp_document
from skp_tui.exchange.plan.plan import Rencana
from skp_tui.rules.regulation import masa_of, peraturan_of
from skp_tui.services.base.importing import each_once, order
from skp_tui.services.imports.causes import common_cause
from skp_tui.services.imports.import_many import Borongan, Selisih, Sudah, rehearse, run_many
from skp_tui.services.imports.tally import follows_no_more, refused_people

UNDONE: Final = "tidak jadi: "
"""What stands before each line of a plan that was not carried out, so that nobody takes it so."""
NOTHING_CHANGED: Final = "Karena --utuh semuanya ditolak; isi basis data tidak berubah."


def run_import(arguments: argparse.Namespace) -> int:
    """Carry out ``impor``."""
    try:
        done = _imported(arguments)
    except (SkpError, OSError) as error:
        told = with_advice(arguments, refusal(error))
        if arguments.json:
            refused = _refused_call(arguments, told)
            say_json(_document(arguments.jenis, (refused,), (), diterapkan=False))
        if isinstance(error, SkpError):
            raise told from None
        raise
    plans = _plans(done)
    if arguments.json:
        selisih = done.gladi.selisih
        say_json(_document(arguments.jenis, plans, selisih, diterapkan=done.diterapkan))
    else:
        _show(done, plans, periksa=arguments.periksa)
        tell(*(words for satu in plans for words in advice_on(arguments, satu)))
    return done.status


def _imported(arguments: argparse.Namespace) -> Sudah:
    if arguments.tahun is not None:
        peraturan_of(arguments.tahun)
    borongan = _order(arguments)
    path = database(arguments)
    with working("Memeriksa buku kerja" if borongan.skp else "Memeriksa baris") as progress:
        if arguments.periksa:
            return Sudah(rehearse(path, borongan, now, progress), diterapkan=False)
        return run_many(path, borongan, now, progress)


def _order(arguments: argparse.Namespace) -> Borongan:
    tahun, unit, utuh = arguments.tahun, arguments.unit, arguments.utuh
    if arguments.jenis == SKP:
        return Borongan(skp=each_once(arguments.berkas), tahun=tahun, unit=unit, utuh=utuh)
    pesanan = order(arguments.jenis, arguments.berkas, tahun=tahun, unit=unit)
    return Borongan((pesanan,), utuh=utuh)


def _refused_call(arguments: argparse.Namespace, error: SkpError) -> Rencana:
    """Return the plan of a call that was refused whole, so that a script reads why."""
    about_file = isinstance(error, InputError) and len(arguments.berkas) == 1
    berkas = arguments.berkas[0].name if about_file else ""
    return Rencana(Jenis(arguments.jenis, (), ()), ditolak=(Problem(error.kalimat(), berkas),))


def _plans(done: Sudah) -> tuple[Rencana, ...]:
    """Return the plans; what went wrong after everything was stored stands in the first."""
    first, *rest = done.gladi.rencana or (Rencana(Jenis(SKP, (), ())),)
    return (replace(first, peringatan=(*first.peringatan, *done.peringatan)), *rest)


def _document(
    jenis: str, plans: Sequence[Rencana], selisih: Sequence[Selisih], *, diterapkan: bool
) -> dict[str, object]:
    if jenis == SKP:
        return skp_document(plans, selisih, diterapkan=diterapkan)
    (rencana,) = plans
    return rencana_document(rencana, diterapkan=diterapkan)


def _show(done: Sudah, plans: Sequence[Rencana], *, periksa: bool) -> None:
    skp = bool(done.gladi.borongan.skp)
    undone = "" if done.diterapkan or periksa else UNDONE
    for tahun in sorted({tahun for satu in plans for tahun in satu.periode_baru}):
        show(f"{undone}periode {tahun} ({masa_of(tahun).kode}) baru")
    for rencana in plans:
        _show_plan(rencana, f"{rencana.jenis.nama} " if skp else "", undone)
    _tell("selisih", (satu.problem() for satu in done.gladi.selisih))
    for path in done.berkas_ditolak:
        tell(f"baris yang ditolak ada di {path}")
    whole = f" {NOTHING_CHANGED}" if undone and done.gladi.borongan.utuh else ""
    if skp:
        say(*(f"{satu.jenis.nama}: {_counts(satu)}" for satu in plans if satu.usable))
        say(f"{_summary_of_books(done, periksa=periksa)}{whole}")
    else:
        (rencana,) = plans
        say(f"{_summary(rencana, diterapkan=done.diterapkan, periksa=periksa)}{whole}")


def _show_plan(rencana: Rencana, jenis: str, undone: str) -> None:
    show_all(f"{undone}{words}" for words in _changed(rencana, jenis))
    if pinned := follows_no_more((rencana,)):
        show(f"{undone}{pinned}")
    _tell("peringatan", gathered(rencana.peringatan))
    _tell("ditolak", rencana.ditolak)
    if (sebab := common_cause(rencana.ditolak)) is not None:
        tell(sebab.kalimat())


def _changed(rencana: Rencana, jenis: str) -> Iterator[str]:
    for baris in rencana.berubah:
        key = " ".join(baris.kunci).strip()
        for satu in baris.perubahan:
            yield f"berubah {jenis}{key}: {satu.kolom} {satu.lama or '-'} → {satu.baru or '-'}"


def _tell(what: str, problems: Iterable[Problem]) -> None:
    for satu in problems:
        tell(f"{what} {satu.kalimat()}")


def _counts(rencana: Rencana) -> str:
    return f"{len(rencana.baru)} baru, {len(rencana.berubah)} berubah, {rencana.sama} sama"


def _refused(rencana: Rencana) -> str:
    rows, people = rencana.jumlah_ditolak, refused_people((rencana,))
    return f"{rows} ditolak (dari {people} pegawai)" if 0 < people < rows else f"{rows} ditolak"


def _summary(rencana: Rencana, *, diterapkan: bool, periksa: bool) -> str:
    counts = f"{rencana.jenis.nama}: {_counts(rencana)}, {_refused(rencana)}"
    if periksa:
        return f"Rencana {counts}. Belum ada yang ditulis."
    return f"{'Diterapkan' if diterapkan else 'Tidak ada yang diterapkan'}, {counts}."


def _summary_of_books(done: Sudah, *, periksa: bool) -> str:
    refused = sum(satu.buku_ditolak for satu in done.gladi.rencana)
    good = len(done.gladi.borongan.berkas) - refused
    counts = f"{good} buku kerja dapat diterima, {refused} ditolak"
    if periksa:
        return f"Rencana: {counts}. Belum ada yang ditulis."
    if not done.diterapkan:
        return f"Tidak ada yang diterapkan: {counts}."
    return f"Diterapkan: {good} buku kerja, {refused} ditolak."
