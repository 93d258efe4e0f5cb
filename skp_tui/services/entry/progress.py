"""Progress through the year: dated entries of each kegiatan, whose sum is offered as outcome."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from skp_tui.domain.appraisal import Kegiatan, Penilaian
from skp_tui.domain.number import NumberError, canonical, parse_number, shown
from skp_tui.domain.progress import Catatan, Kemajuan, Rentang, jumlah, rentang_bagian
from skp_tui.errors import InputError
from skp_tui.record import record
from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.base.recording import Tempat, part_record
from skp_tui.services.entry.notes import Jawaban, appraisal_of, judged, on, store
from skp_tui.storage.changes import apply, notes
from skp_tui.storage.transactions.edit import Edit

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

KOLOM = frozenset({"realisasi_kuantitas"})


@record
class Baris:
    """One kegiatan of one part with its entries, oldest first, and where it stands today."""

    bagian: int
    kegiatan: Kegiatan
    rentang: Rentang
    catatan: tuple[Catatan, ...]
    kemajuan: Kemajuan

    @property
    def ditawarkan(self) -> Decimal | None:
        """Return the sum that is offered as outcome; None where there is none or no target."""
        return None if self.kegiatan.target_kuantitas is None else self.kemajuan.jumlah


@record
class DaftarKemajuan:
    """The progress of one person: every kegiatan of every part."""

    penilaian: Penilaian
    baris: tuple[Baris, ...]

    @property
    def kosong(self) -> tuple[Baris, ...]:
        """Return the kegiatan whose outcome is empty and whose sum can fill it."""
        return tuple(
            satu
            for satu in self.baris
            if satu.kegiatan.realisasi_kuantitas is None and satu.ditawarkan is not None
        )

    def of(self, bagian: int, no: int) -> Baris | None:
        """Return one kegiatan."""
        places = ((satu, (satu.bagian, satu.kegiatan.no)) for satu in self.baris)
        return next((satu for satu, place in places if place == (bagian, no)), None)


def read_progress(
    connection: sqlite3.Connection, tahun: int, nip: str, today: date
) -> DaftarKemajuan:
    """Return a person's progress; raises InputError for who is not of that year."""
    penilaian = appraisal_of(connection, tahun, nip)
    found = notes.read_notes(connection, tahun, nip)
    baris: list[Baris] = []
    for part in penilaian.bagian:
        rentang = rentang_bagian(penilaian, part.nomor)
        waktu = rentang.bagian_lewat(today)
        for kegiatan in part.kegiatan:
            entries = found.get((part.nomor, kegiatan.no), ())
            kemajuan = Kemajuan(jumlah(entries), kegiatan.target_kuantitas, waktu)
            baris.append(Baris(part.nomor, kegiatan, rentang, entries, kemajuan))
    return DaftarKemajuan(penilaian, tuple(baris))


def save_entry(
    writer: "Writer", tempat: Tempat, no: int, nomor: int | None, jawaban: Jawaban
) -> Tersimpan:
    """Store a new entry of a kegiatan, or change one; nothing is stored where one is refused."""
    tahun, nip, bagian = tempat.tahun, tempat.nip, tempat.bagian
    with writer.reading() as connection:
        penilaian = appraisal_of(connection, tahun, nip)
    rentang = rentang_bagian(penilaian, bagian)
    masa = f"bagian {bagian}" if len(penilaian.bagian) > 1 else f"tahun {tahun}"
    values, ditolak = judged(jawaban, rentang, masa)
    if ditolak:
        return Tersimpan(ditolak)
    apa = "ubah catatan" if nomor is not None else "catatan"
    sebab = f"{apa} kemajuan kegiatan {no} {penilaian.pegawai.nama}, {on(values)}"
    store(writer, (tahun, nip, (bagian, no)), nomor, values, sebab)
    return Tersimpan()


def take_sum(writer: "Writer", tempat: Tempat, no: int) -> str:
    """Store the sum of a kegiatan's entries as its outcome and return the change in words.

    Raises InputError where there is no sum, no target, or nothing to change.
    """
    lembar = _stored(writer, tempat)
    satu = lembar.of(tempat.bagian, no)
    if satu is None:
        raise InputError(f"Kegiatan {no} sudah tidak ada.", "Buka lagi untuk melihat isi kini.")
    if satu.kegiatan.target_kuantitas is None:
        raise InputError(f"Kegiatan {no} tanpa target kuantitas.", "Isi dahulu targetnya di Isi.")
    if satu.kemajuan.jumlah is None:
        raise InputError(f"Belum ada jumlah pada kegiatan {no}.", "Ctrl+N menambah catatan.")
    old, new = satu.kegiatan.realisasi_kuantitas, satu.kemajuan.jumlah
    if old == new:
        raise InputError(f"Realisasi kegiatan {no} sudah {shown(new)}.")
    nama = lembar.penilaian.pegawai.nama
    words = f"realisasi kuantitas kegiatan {no} {nama}: {shown(old, 'kosong')} → {shown(new)}"
    _write(writer, tempat, [satu], words)
    return words


def take_sums(writer: "Writer", tempat: Tempat) -> str:
    """Store the sums as outcomes of all kegiatan that have none yet; return what was done.

    Raises InputError where there is none to fill.
    """
    lembar = _stored(writer, tempat)
    filled = lembar.kosong
    if not filled:
        raise InputError("Tidak ada realisasi kosong yang punya jumlah catatan.")
    nama = lembar.penilaian.pegawai.nama
    words = f"realisasi kuantitas {len(filled)} kegiatan {nama} dari jumlah catatan"
    _write(writer, tempat, filled, words)
    return words


def _stored(writer: "Writer", tempat: Tempat) -> DaftarKemajuan:
    with writer.reading() as connection:
        # where a kegiatan stands is not asked here, so any day will do
        return read_progress(connection, tempat.tahun, tempat.nip, date(tempat.tahun, 12, 31))


def _write(writer: "Writer", tempat: Tempat, baris: Sequence[Baris], sebab: str) -> None:
    edits = [Edit(part_record(_place(tempat, satu), _filled(satu)), KOLOM) for satu in baris]
    with writer.change(sebab) as work:
        apply.write(work, "kegiatan", [], edits)


def _place(tempat: Tempat, satu: Baris) -> Tempat:
    return replace(tempat, bagian=satu.bagian)


def _filled(satu: Baris) -> Kegiatan:
    """Return the kegiatan with its sum as outcome; raises InputError for an unreadable one."""
    total = satu.kemajuan.jumlah or Decimal(0)
    try:
        value = parse_number(canonical(total), ".")
    except NumberError as fault:
        raise InputError(f"Jumlah catatan kegiatan {satu.kegiatan.no}: {fault}.") from None
    return replace(satu.kegiatan, realisasi_kuantitas=value)
