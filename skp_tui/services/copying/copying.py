"""Copies plans from one person or year to others: looked at first, then carried out in one step."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING, Final

from skp_tui.domain.appraisal import SEBUTAN_ALASAN, Bagian, Penilaian
from skp_tui.domain.kinerja import Ekspektasi, Lampiran
from skp_tui.domain.office import TAHUN_PPPK, Pegawai
from skp_tui.domain.text import ended
from skp_tui.errors import InputError, SkpError, unknown_person
from skp_tui.record import record
from skp_tui.rules.regulation import check_isian
from skp_tui.services.base.recording import Tempat
from skp_tui.services.base.refusal import Halangan, signed
from skp_tui.services.base.views import regulation_of
from skp_tui.services.entry.entry import NAMA_KOLOM, next_number
from skp_tui.services.entry.target_rows import (
    KEGIATAN,
    SEBUTAN,
    Butir,
    Kelompok,
    Pelengkap,
    butir_of,
    faults_of_butir,
    has_outcome,
    missing_of,
    numbered,
)
from skp_tui.services.entry.target_rows import records_of as records_by_kind
from skp_tui.storage.changes.apply import write
from skp_tui.storage.reading.year_reader import Tahun, read_year

if TYPE_CHECKING:
    from skp_tui.storage.transactions.work import Work
    from skp_tui.storage.transactions.writer import Writer

SUDAH_ADA = "sudah ada semuanya"
TERKUNCI = "sudah dikunci"
NOTHING: Final = Pelengkap()


@record
class PesananSalin:
    """What is to be copied to whom, in the order in which it is shown.

    ``sumber`` has the rows of kind ``jenis`` that are wanted, by NIP, ``pelengkap`` what else comes
    along with them. With ``bagian`` they go into that part and only a lock refuses them, because
    somebody looks at it; without, into everybody's last part by the rules for many. With
    ``hanya_kosong`` who has a row already is left out.
    """

    tahun: int
    sumber: Mapping[str, tuple[Butir, ...]]
    bagian: int | None = None
    hanya_kosong: bool = False
    jenis: str = KEGIATAN
    pelengkap: Mapping[str, Pelengkap] = field(default_factory=dict)

    @property
    def sebutan(self) -> str:
        """Return what its rows are called."""
        return SEBUTAN[self.jenis]


@record
class Salinan:
    """What comes of it for one person: new rows with their numbers, or why there are none.

    ``ada`` are those of the source that he has already, by their uraian; ``tersimpan`` is all that
    he has.
    """

    pegawai: Pegawai
    tempat: Tempat
    jabatan: str
    baru: tuple[Butir, ...] = ()
    ada: tuple[Butir, ...] = ()
    tersimpan: tuple[Butir, ...] = field(default=(), repr=False)
    pelengkap: Pelengkap = NOTHING
    alasan: str = ""
    disepakati: bool = False
    terkunci: Halangan | None = None

    @property
    def nip(self) -> str:
        """Return whose it is."""
        return self.pegawai.nip

    @property
    def berealisasi(self) -> bool:
        """Say whether outcomes were entered: new rows leave the value open again."""
        return any(map(has_outcome, self.tersimpan))


@record
class RencanaSalin:
    """The plan: what every person gets, or why he gets nothing."""

    pesanan: PesananSalin
    orang: tuple[Salinan, ...]

    @property
    def penerima(self) -> tuple[Salinan, ...]:
        """Return who gets something."""
        return tuple(satu for satu in self.orang if satu.baru)

    @property
    def dilewati(self) -> tuple[Salinan, ...]:
        """Return who gets nothing."""
        return tuple(satu for satu in self.orang if not satu.baru)

    @property
    def jumlah(self) -> int:
        """Return how many rows are new."""
        return sum(len(satu.baru) for satu in self.orang)

    def only(self, nips: Collection[str]) -> "RencanaSalin":
        """Return the plan for some of the people."""
        sumber = {nip: some for nip, some in self.pesanan.sumber.items() if nip in nips}
        orang = tuple(satu for satu in self.orang if satu.nip in nips)
        return RencanaSalin(replace(self.pesanan, sumber=sumber), orang)

    def choosing(self, rows: Sequence[Butir]) -> "RencanaSalin":
        """Return the plan with some of the rows, the same for everybody."""
        wanted = tuple(rows)
        sumber = dict.fromkeys(self.pesanan.sumber, wanted)
        pesanan = replace(self.pesanan, sumber=sumber)
        return RencanaSalin(pesanan, tuple(_filled(satu, wanted, pesanan) for satu in self.orang))


# What would come of it


def plan(connection: sqlite3.Connection, pesanan: PesananSalin) -> RencanaSalin:
    """Return what an order would do; raises InputError for a year without such rows."""
    year = read_year(connection, pesanan.tahun, list(pesanan.sumber))
    check_isian(regulation_of(year), pesanan.tahun, pesanan.jenis)
    return plan_in(year, pesanan)


def plan_in(year: Tahun, pesanan: PesananSalin) -> RencanaSalin:
    """Return what an order would do in a year that was read."""
    return RencanaSalin(pesanan, tuple(_for_person(year, pesanan, nip) for nip in pesanan.sumber))


def _for_person(year: Tahun, pesanan: PesananSalin, nip: str) -> Salinan:
    pegawai, penilaian = year.kantor.people.get(nip), year.penilaian.get(nip)
    if pegawai is None:
        raise unknown_person(nip)
    bagian = _part(penilaian, pesanan.bagian)
    nomor = bagian.nomor if bagian else pesanan.bagian or 1
    jabatan = (bagian or pegawai).jabatan
    empty = Salinan(pegawai, Tempat(pesanan.tahun, nip, nomor), jabatan)
    many = pesanan.bagian is None
    if alasan := obstacle(pegawai, penilaian, pesanan.tahun, pesanan.jenis, explicit=not many):
        day = None if penilaian is None else penilaian.dikunci
        return replace(empty, alasan=alasan, terkunci=None if day is None else signed(day))
    agreed = penilaian is not None and penilaian.disepakati is not None
    along = missing_of(pesanan.pelengkap.get(nip, NOTHING), penilaian)
    stored = butir_of(bagian, pesanan.jenis)
    satu = replace(empty, tersimpan=stored, disepakati=agreed, pelengkap=along)
    return _filled(satu, pesanan.sumber[nip], pesanan)


def _part(penilaian: Penilaian | None, nomor: int | None) -> Bagian | None:
    if penilaian is None or nomor is None:
        return penilaian.bagian_terakhir if penilaian else None
    return next((part for part in penilaian.bagian if part.nomor == nomor), None)


def _filled(satu: Salinan, rows: Sequence[Butir], pesanan: PesananSalin) -> Salinan:
    if satu.alasan not in {"", SUDAH_ADA}:
        return satu
    if pesanan.hanya_kosong and satu.tersimpan:
        return replace(satu, alasan=f"sudah punya {pesanan.sebutan} {pesanan.tahun}")
    baru, ada = into(satu.tersimpan, rows)
    return replace(satu, baru=baru, ada=ada, alasan=SUDAH_ADA if ada and not baru else "")


def into(
    stored: Sequence[Butir], coming: Sequence[Butir]
) -> tuple[tuple[Butir, ...], tuple[Butir, ...]]:
    """Return the coming rows that are new, numbered after the highest, and those known."""
    known = {same_text(satu.uraian) for satu in stored}
    ada = tuple(satu for satu in coming if same_text(satu.uraian) in known)
    new = [satu for satu in coming if same_text(satu.uraian) not in known]
    first = next_number([satu.no for satu in stored])
    return numbered(new, first), ada


def same_text(text: str) -> str:
    """Return what two texts have in common that differ in capitals and blanks only."""
    return " ".join(text.casefold().split())


def obstacle(
    pegawai: Pegawai,
    penilaian: Penilaian | None,
    tahun: int,
    jenis: str = KEGIATAN,
    *,
    explicit: bool = False,
) -> str:
    """Return why nothing is copied to somebody, in words; empty where something can be."""
    if penilaian is None:
        if pegawai.active_in(tahun):
            return f"PPPK, baru dinilai mulai {TAHUN_PPPK}"
        return f"tidak aktif tahun {tahun}"
    if penilaian.terkunci:
        return TERKUNCI
    return "" if explicit else _not_due(penilaian, jenis)


def _not_due(penilaian: Penilaian, jenis: str) -> str:
    bagian = penilaian.bagian_terakhir
    if penilaian.pengecualian is not None:
        return f"dikecualikan ({SEBUTAN_ALASAN[penilaian.pengecualian.alasan]})"
    if jenis != KEGIATAN:
        return ""
    if penilaian.akademik is not None:
        return "tugas belajar, SKP dari nilai akademik"
    if bagian is not None and bagian.nilai_luar is not None:
        return "SKP dinilai di tempat lain"
    return ""


# Carrying it out


def apply(writer: "Writer", rencana: RencanaSalin, sebab: str) -> int:
    """Copy as planned, in one step, and return how many rows came in.

    Raises InputError when what is stored is no longer what the plan was made from, LockedError for
    a single person whose appraisal is signed.
    """
    check(writer, rencana)
    with writer.change(sebab) as work:
        write_rows(work, rencana)
    return rencana.jumlah


def write_rows(work: "Work", rencana: RencanaSalin) -> None:
    """Write what is new, as a part of a unit of work."""
    for jenis, records in records_of(rencana).items():
        write(work, jenis, records)


def check(writer: "Writer", rencana: RencanaSalin) -> None:
    """Refuse a plan that has nothing new, is no longer true, or holds what entry would refuse."""
    with writer.reading() as connection:
        now = plan(connection, rencana.pesanan)
    if now != rencana:
        raise InputError(
            "Isian berubah sejak pratinjau ini dibuat; tidak ada yang disalin.",
            "Kembali dengan Esc, lalu ulangi.",
        )
    if not rencana.jumlah:
        raise nothing_new(rencana)
    for satu in rencana.orang:
        for nama, pesan in _faults(satu.baru):
            raise InputError(f"{NAMA_KOLOM.get(nama, nama).capitalize()}: {pesan}.")


def _faults(rows: Sequence[Butir]) -> Iterator[tuple[str, str]]:
    for satu in rows:
        yield from faults_of_butir(satu).items()


def nothing_new(rencana: RencanaSalin) -> SkpError:
    """Return why a plan that copies nothing cannot be carried out."""
    if len(rencana.orang) != 1:
        return InputError(
            f"Tidak ada {rencana.pesanan.sebutan} baru untuk disalin.", "Tandai yang akan disalin."
        )
    satu = rencana.orang[0]
    if satu.terkunci is not None:
        return satu.terkunci.error(satu.pegawai.nama)
    return InputError(
        ended(f"Tidak ada {rencana.pesanan.sebutan} baru untuk {satu.pegawai.nama}"),
        f"{satu.alasan.capitalize() or 'Belum ada yang ditandai'}.",
    )


def records_of(rencana: RencanaSalin) -> Kelompok:
    """Return what is new as records by kind."""
    return records_by_kind(_new(rencana))


def _new(rencana: RencanaSalin) -> Iterator[tuple[Tempat, Butir | Ekspektasi | Lampiran]]:
    for satu in rencana.penerima:
        along = satu.pelengkap
        for row in (*satu.baru, *along.ekspektasi, *along.lampiran):
            yield satu.tempat, row
