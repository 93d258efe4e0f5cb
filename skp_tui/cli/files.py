"""The commands that write files to pass on: ekspor, templat."""

import argparse
from collections.abc import Iterable, Iterator

from skp_tui.cli.output import database, now, say, tell
from skp_tui.cli.progress import working
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.services.base.views import Orang, UnitView
from skp_tui.services.imports.templates import write_template
from skp_tui.services.office import converting
from skp_tui.services.sending import sending
from skp_tui.services.sending.attention import (
    SOAL_PENILAI,
    attention,
    attention_of,
    without_kind,
    without_plan,
)
from skp_tui.services.sending.profiles import Profil, profile_of, waiting
from skp_tui.storage.database.looking import reading

COMPLETE, PARTIAL, REFUSED = 0, 1, 2


def run_export(arguments: argparse.Namespace) -> int:
    """Carry out ``ekspor``."""
    profil = profile_of(arguments.profil)
    with working("Mengekspor"):
        view, sent = sending.export(
            database(arguments),
            arguments.tahun,
            arguments.unit,
            arguments.ke,
            profil.nama,
            now,
            sebagian=arguments.sebagian,
        )
    with reading(database(arguments)) as connection:
        notes = converting.export_notes(connection, view.tahun, profil.nama)
    missing = waiting(view)
    tell(*(f"skp-tui: {words}" for words in notes))
    tell(*_missing(missing if profil.wajib_lengkap else ()), *_warnings(view, profil))
    if sent is None:
        tell(
            f"skp-tui: {len(missing)} pegawai belum dinilai, jadi tidak ada yang ditulis. "
            "Lengkapi dahulu, atau tambahkan --sebagian."
        )
        return REFUSED
    if profil.hanya_dinilai and missing:
        tell(f"{len(missing)} pegawai belum dinilai, jadi tidak ikut ditulis.")
    say(*(str(path) for path in sent.berkas))
    return PARTIAL if sent.sebagian else COMPLETE


def _missing(people: Iterable[Orang]) -> Iterator[str]:
    """Yield who is not assessed yet, with what is missing."""
    for orang in people:
        words = "; ".join(satu.pesan for satu in orang.hasil.kurang)
        yield f"belum dinilai: {orang.nama} ({orang.nip}): {words}"


def _warnings(view: UnitView, profil: Profil) -> Iterator[str]:
    """Yield what goes out as it stands though it should be looked at; it hinders nothing."""
    found = attention_of(profil, attention(view))
    for satu in found:
        yield f"peringatan: {satu.kalimat}"
    if any(satu.hal in SOAL_PENILAI for satu in found):
        yield "peringatan: penilai dan atasannya ditetapkan di layar Pegawai dengan P."
    if not (profil.tanpa_nilai or profil.daftar):
        notes = (*without_plan(view), *without_kind(view))
        yield from (f"peringatan: {words}" for words in notes)


def run_template(arguments: argparse.Namespace) -> int:
    """Carry out ``templat``."""
    say(str(write_template(jenis_of(arguments.jenis), arguments.ke)))
    return COMPLETE
