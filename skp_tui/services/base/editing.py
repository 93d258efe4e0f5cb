"""Saves what forms bring: a form is judged as a file, so that both refuse in the same words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.domain.nip import NipError, StatusPegawai, parse_nip, shown_nip
from skp_tui.errors import InputError, OnlyJudgedError, Problem, SkpError
from skp_tui.exchange.kinds.kinds import HAPUS, Jenis, jenis_of
from skp_tui.exchange.plan.plan import Rencana
from skp_tui.exchange.reading.table_model import Tabel
from skp_tui.exchange.writing.csvout import csv_bytes, written
from skp_tui.record import record
from skp_tui.services.base.importing import apply_plan, make_plan, order, stock
from skp_tui.storage.changes import people
from skp_tui.storage.changes.apply import remove
from skp_tui.storage.reading import belongings
from skp_tui.storage.reading.office_reader import read_office

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

Isian = Mapping[str, str]
FORMULIR = Path("formulir")


@record
class Tersimpan:
    """What came of a form: stored when ``ditolak`` is empty; warnings never keep it from that."""

    ditolak: tuple[Problem, ...] = ()
    peringatan: tuple[Problem, ...] = ()


def only_judged(writer: "Writer", store: "Callable[[Writer], Tersimpan]") -> Tersimpan:
    """Return what storing a form would refuse; nothing is stored, whatever it answers.

    Every store judges its answers before it begins the change, which does not begin here.
    """
    try:
        with writer.judging():
            return store(writer)
    except OnlyJudgedError:
        return Tersimpan()
    except SkpError as error:
        return Tersimpan((Problem(error.kalimat()),))


def save_records(
    writer: "Writer", jenis: str, isian: Sequence[Isian], sebab: str, *, baru: bool = False
) -> Tersimpan:
    """Save rows of one kind as forms bring them, all or none.

    Texts are as typed (decimal comma). A field of an existing record that is left empty is cleared;
    a field that the form does not have stays as it is. With ``baru`` a record whose key is taken is
    refused: an import would change it, but who fills in an empty form does not mean that.
    """
    rencana = plan_of_form(writer, jenis, isian)
    taken = _taken(writer, rencana, isian) if baru else ()
    if rencana.ditolak or taken:
        return Tersimpan((*rencana.ditolak, *taken), rencana.peringatan)
    if rencana.baru or rencana.berubah:
        apply_plan(writer, rencana, sebab)
    return Tersimpan(peringatan=rencana.peringatan)


def _taken(writer: "Writer", rencana: Rencana, isian: Sequence[Isian]) -> tuple[Problem, ...]:
    """Refuse keys that are taken, also those of rows that are refused for something else."""
    kind, free = rencana.jenis, len(rencana.baru) == len(isian)
    if rencana.ditolak:
        # a stored record says the same as its mere key; a new one would need more
        keys = [{nama: satu.get(nama, "") for nama in kind.kunci} for satu in isian]
        bare = [{**dict.fromkeys(kind.wajib_isi, ""), **satu} for satu in keys]
        free = not plan_of_form(writer, kind.nama, bare).sama
    words = "sudah dipakai; ubah yang ada, atau tulis yang lain"
    return () if free else (Problem(words, kolom=kind.kunci[-1]),)


def plan_of_form(writer: "Writer", jenis: str, isian: Sequence[Isian]) -> Rencana:
    """Return the plan of rows as forms bring them; nothing is written.

    A form shows every field: only what was changed in it stops following.
    """
    kind = jenis_of(jenis)
    with writer.reading() as connection:
        stok = stock(connection, kind)
    pesanan = order(jenis, (), tahun=None, unit=None)
    return replace(make_plan(pesanan, [_as_table(kind, isian)], stok), ditegaskan=())


def _as_table(jenis: Jenis, isian: Sequence[Isian]) -> Tabel:
    header = [kolom.nama for kolom in jenis.kolom if any(kolom.nama in satu for satu in isian)]
    rows = [[_cell(jenis, nama, satu.get(nama, "").strip()) for nama in header] for satu in isian]
    return Tabel(FORMULIR, csv_bytes(header, rows, ";").decode(), (";",))


def _cell(jenis: Jenis, nama: str, text: str) -> str:
    kolom = jenis.kolom_bernama[nama]
    if not text:
        return "" if kolom.wajib or nama in jenis.kunci else HAPUS
    return text if text == HAPUS else written(kolom, text)


def correct_nip(writer: "Writer", old: str, new: str) -> str:
    """Correct a mistyped NIP everywhere at once and return its digits; raises InputError."""
    with writer.reading() as connection:
        people_now = read_office(connection).people
    known = people_now.get(old)
    try:
        digits, _ = parse_nip(new, known.status if known else StatusPegawai.PNS)
    except NipError as error:
        raise InputError(f'NIP "{new}": {error}.', "Periksa SK-nya.") from None
    if digits in people_now:
        raise InputError(f"NIP {shown_nip(digits)} sudah dipakai pegawai lain.", "Periksa SK-nya.")
    with writer.change(f"NIP {shown_nip(old)} menjadi {shown_nip(digits)}") as work:
        people.correct_nip(work, old, digits)
        if not work.changes:
            raise InputError(f"Tidak ada yang ber-NIP {shown_nip(old)}.", "Periksa NIP-nya.")
    return digits


def remove_person(writer: "Writer", nip: str, nama: str) -> None:
    """Remove a person with everything entered for him; undoable. Raises LockedError."""
    with writer.change(f"hapus pegawai {nama}") as work:
        people.remove_person(work, nip)


def remove_unit(writer: "Writer", kode: str) -> None:
    """Remove a unit that nothing belongs to; raises InputError where something does."""
    with writer.reading() as connection:
        uses = belongings.of_unit(connection, kode)
    if uses is None:
        raise InputError(f"Unit {kode} tidak ada.", "Periksa kodenya.")
    left = [f"{count} {name}" for name, count in uses.items() if count]
    if left:
        raise InputError(f"Unit {kode} masih punya {', '.join(left)}.", "Pindahkan dahulu.")
    with writer.change(f"hapus unit {kode}") as work:
        people.remove_unit(work, kode)


def remove_exception(writer: "Writer", tahun: int, nip: str, nama: str) -> None:
    """Remove an exception; the person is due again."""
    with writer.change(f"hapus pengecualian {nama} {tahun}") as work:
        remove(work, "pengecualian", [{"tahun": str(tahun), "nip": nip}])
