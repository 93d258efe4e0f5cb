"""The commands that only look: nilai and rekap."""

import argparse
from collections.abc import Iterator

from skp_tui.cli.output import database, say_json, show, tell
from skp_tui.cli.progress import working
from skp_tui.domain.nip import NipError, StatusPegawai, parse_nip
from skp_tui.domain.number import printed
from skp_tui.domain.recap import Rekap
from skp_tui.errors import InputError
from skp_tui.exchange.package.documents import nilai_document, rekap_document
from skp_tui.rules.result import Status
from skp_tui.services.base.views import Orang, appraisal, unit_view
from skp_tui.services.entry.capaian import peringatan_unit
from skp_tui.storage.database.looking import reading

DINILAI, BELUM = 0, 1


def run_value(arguments: argparse.Namespace) -> int:
    """Carry out ``nilai``."""
    nip = _nip(arguments.nip)
    with working("Menghitung nilai"), reading(database(arguments)) as connection:
        orang, _ = appraisal(connection, arguments.tahun, nip)
    if arguments.json:
        say_json(nilai_document(orang.penilaian, orang.hasil, orang.peraturan))
    else:
        show(*_value_lines(orang))
    for pesan in orang.hasil.peringatan:
        tell(f"peringatan: {pesan}")
    return DINILAI if orang.hasil.status is Status.DINILAI else BELUM


def _nip(text: str) -> str:
    try:
        # whose it is, and so how its middle block is built, only the database knows
        return parse_nip(text, StatusPegawai.PPPK)[0]
    except NipError as error:
        raise InputError(f'NIP "{text}": {error}.') from None


def _value_lines(orang: Orang) -> Iterator[str]:
    hasil = orang.hasil
    yield f"{orang.nama} ({orang.nip}), {orang.penilaian.tahun}: {hasil.status}"
    for satu in hasil.langkah:
        result = f" = {satu.hasil}" if satu.hasil else ""
        yield f"{satu.uraian}: {satu.rumus}{result}  [{satu.dasar}]"
    for kurang in hasil.kurang:
        yield f"kurang: {kurang.pesan}"


def run_recap(arguments: argparse.Namespace) -> int:
    """Carry out ``rekap``."""
    with working("Menghitung indikator"), reading(database(arguments)) as connection:
        view = unit_view(connection, arguments.tahun, arguments.unit)
    if arguments.json:
        say_json(rekap_document(view.rekap))
    else:
        show(*_recap_lines(view.rekap, 0))
        warning = peringatan_unit(view)
        if warning:
            tell(f"peringatan: {warning}")
    return DINILAI


def _recap_lines(rekap: Rekap, depth: int) -> Iterator[str]:
    indent = "  " * depth
    yield (
        f"{indent}{rekap.unit} {rekap.nama_unit}: dinilai {rekap.dinilai} dari "
        f"{rekap.wajib_dinilai} ({printed(rekap.cakupan)} %), minimal baik "
        f"{printed(rekap.persen_dari_wajib)} % dari wajib dinilai, "
        f"{printed(rekap.persen_dari_dinilai)} % dari yang dinilai"
    )
    if depth == 0:
        spread = ", ".join(f"{nama} {jumlah}" for nama, jumlah in rekap.sebaran.items())
        yield f"{spread}; dikecualikan {rekap.dikecualikan}; nilai batas {rekap.nilai_batas}"
        yield (
            f"target {printed(rekap.target)}, realisasi {printed(rekap.realisasi)}, capaian "
            f"{printed(rekap.capaian)} ({rekap.kategori_capaian or 'tanpa target'})"
        )
    for child in rekap.subunit:
        yield from _recap_lines(child, depth + 1)
