"""The first start: four questions make a unit, a year, and the appraisers of new people."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from skp_tui.domain.nip import NipError, digits_in, parse_nip
from skp_tui.domain.office import Pegawai, Pejabat, subtree
from skp_tui.domain.period import tahun_of
from skp_tui.domain.text import clean
from skp_tui.errors import InputError, Problem
from skp_tui.exchange.reading.table_model import Tabel
from skp_tui.exchange.writing.csvout import csv_bytes
from skp_tui.rules.regulation import peraturan_of
from skp_tui.services.base.editing import FORMULIR, Tersimpan
from skp_tui.services.base.first_answers import PEJABAT_AWAL, first_answers
from skp_tui.services.base.importing import make_plan, order, stock
from skp_tui.storage.changes.apply import write
from skp_tui.storage.changes.periods import set_period, set_program
from skp_tui.storage.reading.office_reader import read_office

if TYPE_CHECKING:
    from skp_tui.exchange.plan.plan import Rencana
    from skp_tui.storage.transactions.writer import Writer

Isian = Mapping[str, str]
Pejabat2 = tuple[Pejabat, Pejabat]

PERTANYAAN = (
    "kode", "nama", "tahun", "penilai_nama", "penilai_nip", "atasan_penilai_nama",
    "atasan_penilai_nip",
)  # fmt: skip


def start_office(writer: "Writer", isian: Isian) -> Tersimpan:
    """Make unit, year and appraisers of the first start in one step; refusals are by question."""
    texts = {nama: clean(isian.get(nama, "")) for nama in PERTANYAAN}
    problems = [*_empty(texts), *_year_fault(texts["tahun"]), *_nip_faults(texts)]
    rencana = _unit_plan(writer, texts)
    named = {satu.kolom for satu in problems}
    problems += [satu for satu in rencana.ditolak if satu.kolom not in named]
    if problems:
        return Tersimpan(tuple(problems))
    tahun = int(texts["tahun"])
    pejabat = {
        nama: digits_in(texts[nama]) if nama.endswith("_nip") else texts[nama]
        for nama in PERTANYAAN[3:]
    }
    with writer.change(f"mulai: {texts['nama']}, {tahun}") as work:
        write(work, "unit", [dict(satu.rekaman) for satu in rencana.baru], [])
        set_period(work, tahun, {})
        set_program(work, PEJABAT_AWAL, json.dumps(pejabat, ensure_ascii=False))
    return Tersimpan()


def _empty(texts: Isian) -> Iterator[Problem]:
    for nama in ("kode", "nama", "tahun"):
        if not texts[nama]:
            yield Problem("isi dahulu", kolom=nama)


def _year_fault(text: str) -> Iterator[Problem]:
    if not text:
        return
    tahun = tahun_of(text)
    if tahun is None:
        yield Problem("tulis tahun dengan empat angka, misalnya 2017", kolom="tahun", nilai=text)
        return
    try:
        peraturan_of(tahun)
    except InputError as error:
        yield Problem(error.kalimat(), kolom="tahun", nilai=text)


def _nip_faults(texts: Isian) -> Iterator[Problem]:
    for awalan in ("penilai", "atasan_penilai"):
        nama, nip = texts[f"{awalan}_nama"], texts[f"{awalan}_nip"]
        if not nip:
            continue
        if not nama:
            yield Problem("isi namanya juga", kolom=f"{awalan}_nama")
        try:
            parse_nip(nip)
        except NipError as error:
            yield Problem(str(error), kolom=f"{awalan}_nip", nilai=nip)


def _unit_plan(writer: "Writer", texts: Isian) -> "Rencana":
    pesanan = order("unit", (), tahun=None, unit=None)
    with writer.reading() as connection:
        stok = stock(connection, pesanan.jenis)
    header = ("kode", "nama")
    text = csv_bytes(header, [[texts[nama] for nama in header]], ";").decode()
    return make_plan(pesanan, [Tabel(FORMULIR, text, (";",))], stok)


def default_pejabat(connection: sqlite3.Connection, unit: str) -> Pejabat2:
    """Return the appraisers that a new person of a unit gets: those most of his colleagues have.

    Where there are no colleagues yet, it is who answered the questions of the first start.
    """
    kantor = read_office(connection)
    inside = subtree(kantor.units, unit) if unit in kantor.units else set()
    near = [satu for satu in kantor.people.values() if satu.unit == unit]
    below = [satu for satu in kantor.people.values() if satu.unit in inside]
    return most_common(near) or most_common(below) or first_answers(connection)


def most_common(people: Iterable[Pegawai]) -> Pejabat2 | None:
    """Return the appraisers that most of some people have, None where nobody has any."""
    pairs = Counter(
        (satu.penilai, satu.atasan_penilai) for satu in people if satu.penilai != Pejabat()
    )
    return pairs.most_common(1)[0][0] if pairs else None
