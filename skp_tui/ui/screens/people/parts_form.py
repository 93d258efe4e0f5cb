"""The forms of a move and of one part of a year."""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import Static

from skp_tui.domain.appraisal import Bagian
from skp_tui.domain.dates import editable_date
from skp_tui.domain.office import KOLOM_PEJABAT, PEJABAT, Pejabat
from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.entry.target_rows import SEBUTAN, jenis_rencana
from skp_tui.services.office.appraisers import known_pejabat
from skp_tui.services.office.listing import Daftar
from skp_tui.services.office.moving import (
    LAMA_MULAI,
    Tugas,
    change_part,
    move,
    snapshot_answers,
    suggested_days,
)
from skp_tui.services.office.starting import default_pejabat
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.form.field import Field, choices
from skp_tui.ui.screens.form.form import Answers
from skp_tui.ui.screens.people.person import RatersForm
from skp_tui.ui.screens.people.person_fields import (
    GOLONGAN,
    KINDS,
    OTHER_UNIT,
    rater_fields,
    unit_choices,
)

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

IKUT = "ikut"
YA = "ya"
ONLY_HERE = (
    "Yang diubah di sini berlaku untuk bagian ini saja dan tidak lagi mengikuti daftar Pegawai; "
    "mengikuti lagi hanya dengan Ctrl+Z."
)


class UsualRead(Message):
    """Tell who appraises most people of a unit."""

    def __init__(self, pejabat: tuple[Pejabat, Pejabat]) -> None:
        super().__init__()
        self.pejabat = pejabat


def post_fields(daftar: Daftar, judul: str) -> list[Field]:
    """Return the questions about a post: unit, rank, what it is, and who appraises in it."""
    return [
        Field("unit", "Unit", penjelasan=f"Unit kerja dalam tugas ini. {OTHER_UNIT}",
              pilihan=unit_choices(daftar.units), wajib=True, judul=judul),
        Field("golongan", "Golongan", penjelasan="Pangkat dan golongan ruang.", pilihan=GOLONGAN),
        Field("jabatan", "Jabatan", "Pengelola Kepegawaian", "Nama jabatan menurut SK."),
        Field("jenis_jabatan", "Jenis jabatan", pilihan=KINDS,
              penjelasan="Hanya jabatan struktural dinilai kepemimpinannya."),
        *rater_fields(daftar),
    ]  # fmt: skip


class MoveScreen(RatersForm):
    """Ask when the new post began and what it is; what stays the same is filled in already."""

    SUBJECT = Room.BAGIAN

    SAVE = "Simpan pindah tugas"

    def __init__(self, tugas: Tugas, done: Callable[[str], None]) -> None:
        super().__init__(f"Pindah tugas · {tugas.orang.nama}")
        self._tugas, self._done = tugas, done
        self._proposed: Answers = {}
        self.daftar = tugas.daftar

    def on_mount(self) -> None:
        """Ask."""
        tugas = self._tugas
        new, old = suggested_days(tugas)
        post = snapshot_answers(tugas.bagian[-1])
        self._proposed = {nama: post[nama] for nama in _rater_columns()}
        known = {
            "mulai": editable_date(new),
            LAMA_MULAI: editable_date(old),
            IKUT: "tidak" if tugas.lanjut else YA,
            **post,
        }
        self.ask_with_raters(self._fields(), known)

    def whose(self) -> str:
        """Return his NIP."""
        return self._tugas.orang.nip

    def _fields(self) -> list[Field]:
        tugas, last = self._tugas, self._tugas.bagian[-1].nomor
        unit = tugas.units.get(tugas.bagian[-1].unit)
        tahun = tugas.orang.penilaian.tahun
        stays = "Tidak: daftar Pegawai tetap seperti sekarang, misalnya untuk tahun yang lalu."
        return [
            Field("mulai", "Mulai tugas baru", f"01-07-{tahun}",
                  "Tanggal mulai bertugas menurut SK. Tugas lama berakhir sehari sebelumnya.",
                  wajib=True, judul="Kapan"),
            Field(LAMA_MULAI, "Mulai tugas lama", f"01-01-{tahun}",
                  f"Bagian {last}: {unit.nama if unit else ''}.", wajib=True),
            *post_fields(tugas.daftar, f"Tugas baru (bagian {last + 1})"),
            Field(IKUT, "Ikut pindah", pilihan=choices([(YA, "ya"), ("tidak", "tidak")]),
                  wajib=True, judul="Data pegawai",
                  penjelasan=f"Ya: unit, jabatan dan penilai di daftar Pegawai berubah. {stays}"),
        ]  # fmt: skip

    def note(self) -> str:
        """Say what the move does."""
        return "Tugas lama tetap seperti tercetak sampai kini. Ctrl+S menyimpan semuanya."

    def follow(self, nama: str) -> None:
        """Offer the usual appraisers of another unit, as long as nobody chose others."""
        super().follow(nama)
        present = {kolom: self.entries[kolom].answer for kolom in _rater_columns()}
        if nama == "unit" and present == self._proposed:
            kode = self.entries["unit"].answer
            self.hold("read")

            def read(connection: sqlite3.Connection) -> tuple[Pejabat, Pejabat]:
                return default_pejabat(connection, kode)

            self.skp.read(self, read, UsualRead, group="penilai")

    def on_usual_read(self, message: UsualRead) -> None:
        """Fill them in; nobody appraises himself."""
        own = self._tugas.orang.nip
        for awalan, usual in zip(PEJABAT, message.pejabat, strict=True):
            if usual == Pejabat() or usual.nip == own:
                continue
            pejabat = known_pejabat(self._tugas.daftar, usual.nip) or usual
            self._filled[awalan] = pejabat
            for nama in KOLOM_PEJABAT:
                self.entries[f"{awalan}_{nama}"].put(getattr(pejabat, nama))
        self._proposed = {kolom: self.entries[kolom].answer for kolom in _rater_columns()}
        self.let_go("read")

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store the move."""
        penilaian = self._tugas.orang.penilaian
        isian = {nama: text for nama, text in answers.items() if nama != IKUT}
        return move(writer, penilaian.tahun, penilaian.pegawai.nip, isian, ikut=answers[IKUT] == YA)

    def after_stored(self) -> None:
        """Say what comes next."""
        nomor = self._tugas.bagian[-1].nomor + 1
        self._done(str(nomor))
        jenis = jenis_rencana(self._tugas.orang.peraturan)
        rows = f"; {SEBUTAN[jenis]}nya diisi di Isi" if jenis else ""
        self.skp.tell(f"Bagian {nomor} tersimpan{rows}. Ctrl+Z membatalkan.")


def _rater_columns() -> list[str]:
    return [f"{awalan}_{nama}" for awalan in PEJABAT for nama in KOLOM_PEJABAT]


class PartScreen(RatersForm):
    """Ask about one part that is there."""

    SUBJECT = Room.BAGIAN

    def __init__(self, tugas: Tugas, bagian: Bagian) -> None:
        super().__init__(f"Bagian {bagian.nomor} · {tugas.orang.nama}")
        self._tugas, self._bagian = tugas, bagian
        self.daftar = tugas.daftar

    def on_mount(self) -> None:
        """Ask."""
        bagian, parts = self._bagian, self._tugas.bagian
        tahun = self._tugas.orang.penilaian.tahun
        known = {
            "mulai": editable_date(bagian.mulai),
            "selesai": editable_date(bagian.selesai),
            **snapshot_answers(bagian),
        }
        fields = [
            Field("mulai", "Mulai", f"01-01-{tahun}", "Hari pertama dalam tugas ini.",
                  wajib=bagian != parts[0], judul="Kapan"),
            Field("selesai", "Selesai", f"30-06-{tahun}",
                  "Hari terakhir dalam tugas ini; kosong: sampai akhir tahun.",
                  wajib=bagian != parts[-1]),
            *post_fields(self._tugas.daftar, "Tugas"),
        ]  # fmt: skip
        about = Static(ONLY_HERE, markup=False, classes="form-about")
        self.ask_with_raters(fields, known, [about])

    def whose(self) -> str:
        """Return his NIP."""
        return self._tugas.orang.nip

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store the part."""
        penilaian = self._tugas.orang.penilaian
        nip, nomor = penilaian.pegawai.nip, self._bagian.nomor
        return change_part(writer, penilaian.tahun, nip, nomor, answers)

    def after_stored(self) -> None:
        """Say so."""
        self.skp.tell(f"Bagian {self._bagian.nomor} tersimpan. Ctrl+Z membatalkan.")
