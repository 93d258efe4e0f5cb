"""What a user edits at random, for the machines that walk the history."""

# ruff: noqa: D102 - a rule of the machine says by its name what the user does

import shutil
import tempfile
from contextlib import ExitStack
from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from skp_tui.domain.appraisal import (
    Evaluasi,
    JenisTambahan,
    Kegiatan,
    Perilaku,
    Peringkat,
    Tambahan,
)
from skp_tui.domain.kinerja import (
    BarisIndikator,
    CapaianOrganisasi,
    Ekspektasi,
    HasilKerja,
    Indikator,
    JenisLampiran,
    Lampiran,
    NilaiBerakhlak,
)
from skp_tui.domain.parts import Terhapus
from skp_tui.domain.progress import Catatan
from skp_tui.errors import SkpError
from skp_tui.services.base import editing, importing
from skp_tui.services.base.recording import Tempat, record_of
from skp_tui.services.entry import entry, notes, progress
from skp_tui.services.office import configuring
from skp_tui.services.signing import signing
from skp_tui.storage.changes.capaian import set_capaian
from skp_tui.storage.trail import trail
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import BRAM, KEPALA, SARI, Office, clock, last_step, tempat

NIPS = st.sampled_from([KEPALA, SARI, BRAM])
YEARS = st.sampled_from([2016, 2017, 2018])
NUMBERS = st.integers(1, 4)
AMOUNTS = st.none() | st.decimals(Decimal(0), Decimal(120), places=2)
FIELDS = ("target_kuantitas", "target_kualitas", "realisasi_kuantitas", "realisasi_kualitas")
LATER = st.sampled_from([2022, 2023])
FEW = st.integers(1, 2)
MEASURES = st.none() | st.sampled_from([Decimal(0), Decimal("12.5"), "ada"])
KINERJA = st.one_of(
    st.builds(HasilKerja, FEW, st.sampled_from(["Tertata", "Lancar"])),
    st.builds(
        BarisIndikator,
        FEW,
        st.builds(Indikator, FEW, st.just("Jumlah"), target=MEASURES, realisasi=MEASURES),
    ),
    st.builds(Ekspektasi, st.sampled_from(list(NilaiBerakhlak)[:2]), st.sampled_from(["", "x"])),
    st.builds(Lampiran, st.sampled_from(JenisLampiran), FEW, st.just("Komputer")),
    st.builds(Evaluasi, st.sampled_from(["tahunan", "bulan-01"]), st.sampled_from(Peringkat)),
)
TYPED = st.sampled_from(["", "0", "2,5", "30"])
TEXTS = st.sampled_from(["", "Analis", "Penata", "'x", "=1"])

Rows = dict[str, dict[int, dict[str, object]]]


class Edits(RuleBasedStateMachine):
    """A user who edits at random; what is refused must leave no trace."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="skp-uji-"))
        self.office = Office.filled(self.folder)
        self.stack = ExitStack()
        self.begin_writing()
        self.start = last_step(self.writer)
        self.content = self.rows()
        self.lines = self.office.lines()
        self.begin()

    def begin(self) -> None:
        """Get ready, once the database is open."""

    def begin_writing(self) -> None:
        self.writer = self.stack.enter_context(Writer(self.office.path, clock))
        # the tests write some thousand times; what is durable is tested elsewhere
        self.writer._raw.execute("PRAGMA synchronous = OFF")

    def finish(self) -> None:
        """Check what must hold at the end, while the database is still open."""

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            self.finish()
            assert self.office.findings() == []
            self.stack.close()
            shutil.rmtree(self.folder)

    def rows(self) -> Rows:
        return {tabel: rows for tabel, rows in self.office.content().items() if rows}

    def attempt(self, action: object, *arguments: object, **named: object) -> bool:
        """Do something and say whether it was done."""
        before, last = self.rows(), last_step(self.writer)
        try:
            action(*arguments, **named)  # type: ignore[operator]  # a service
        except SkpError:
            assert self.rows() == before
            assert last_step(self.writer) == last
        return last_step(self.writer) > last

    @rule(
        nip=NIPS, tahun=YEARS, no=NUMBERS, amounts=st.tuples(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS),
        columns=st.sets(st.sampled_from(FIELDS)),
    )  # fmt: skip
    def save_activity(
        self,
        nip: str,
        tahun: int,
        no: int,
        amounts: tuple[Decimal | None, ...],
        columns: set[str],
    ) -> None:
        values = dict(zip(FIELDS, amounts, strict=True))
        isi = Kegiatan(no, f"Kegiatan {no}", **values)  # type: ignore[arg-type]  # by name
        self._save(tempat(nip, 1, tahun), isi, columns)

    @rule(nip=NIPS, tahun=YEARS, no=NUMBERS)
    def save_extra(self, nip: str, tahun: int, no: int) -> None:
        isi = Tambahan(JenisTambahan.TUGAS_TAMBAHAN, no, "Panitia")
        self._save(tempat(nip, 1, tahun), isi, {"uraian"})

    def _save(self, place: Tempat, isi: entry.Isi, columns: set[str]) -> None:
        """Add a row; where its number is taken change the one that has it."""
        if not self.attempt(entry.save, self.writer, place, isi, columns, "sel", baru=True):
            self.attempt(entry.save, self.writer, place, isi, columns, "sel")

    @rule(nip=NIPS, tahun=YEARS, value=AMOUNTS)
    def save_perilaku(self, nip: str, tahun: int, value: Decimal | None) -> None:
        isi = Perilaku(integritas=value)
        self.attempt(entry.save, self.writer, tempat(nip, 1, tahun), isi, ["integritas"], "sel")

    @rule(nip=NIPS, tahun=LATER, isi=KINERJA)
    def save_row_of_2022(self, nip: str, tahun: int, isi: entry.Isi) -> None:
        _, record = record_of(tempat(nip, 1, tahun), isi)
        self._save(tempat(nip, 1, tahun), isi, set(record) - {"tahun", "nip", "bagian", "no_hasil"})

    @rule(nip=NIPS, tahun=LATER, isi=KINERJA)
    def remove_row_of_2022(self, nip: str, tahun: int, isi: Terhapus) -> None:
        self.attempt(entry.remove, self.writer, tempat(nip, 1, tahun), isi, "hapus")

    @rule(
        tahun=LATER, unit=st.sampled_from(["1", "1.1", "1.2"]),
        capaian=st.none() | st.sampled_from(CapaianOrganisasi),
    )  # fmt: skip
    def judge_unit(self, tahun: int, unit: str, capaian: CapaianOrganisasi | None) -> None:
        self.attempt(self._judge, tahun, unit, capaian)

    def _judge(self, tahun: int, unit: str, capaian: CapaianOrganisasi | None) -> None:
        with self.writer.change("capaian organisasi") as work:
            set_capaian(work, tahun, unit, capaian)

    @rule(unit=st.sampled_from(["1.1", "1.2"]))
    def remove_unit(self, unit: str) -> None:
        self.attempt(editing.remove_unit, self.writer, unit)

    @rule(nip=NIPS, tahun=YEARS, no=NUMBERS)
    def remove_activity(self, nip: str, tahun: int, no: int) -> None:
        isi = Kegiatan(no, "x")
        self.attempt(entry.remove, self.writer, tempat(nip, 1, tahun), isi, "hapus")

    @rule(nip=NIPS, tahun=YEARS, no=NUMBERS, month=st.integers(1, 12), amount=TYPED)
    def note_progress(self, nip: str, tahun: int, no: int, month: int, amount: str) -> None:
        place, answers = tempat(nip, 1, tahun), {"jumlah": amount, "isi": "x", "bukti": ""}
        answers["tanggal"] = f"15-{month}-{tahun}"
        self.attempt(progress.save_entry, self.writer, place, no, None, answers)

    @rule(nip=NIPS, tahun=YEARS, month=st.integers(1, 12))
    def note_perilaku(self, nip: str, tahun: int, month: int) -> None:
        answers = {"tanggal": f"15-{month}-{tahun}", "isi": "Baik"}
        self.attempt(notes.save_note, self.writer, tahun, nip, None, answers)

    @rule(nip=NIPS, number=st.integers(1, 8), amount=TYPED)
    def change_note(self, nip: str, number: int, amount: str) -> None:
        answers = {"tanggal": "1-2-2017", "jumlah": amount, "isi": "lain", "bukti": "SK"}
        self.attempt(progress.save_entry, self.writer, tempat(nip), 1, number, answers)

    @rule(number=st.integers(1, 8))
    def remove_note(self, number: int) -> None:
        note = Catatan(number, date(2017, 2, 1))
        self.attempt(notes.remove_note, self.writer, "Nama", note)

    @rule(nip=NIPS, tahun=YEARS)
    def take_sums(self, nip: str, tahun: int) -> None:
        self.attempt(progress.take_sums, self.writer, tempat(nip, 1, tahun))

    @rule(nip=NIPS, jabatan=TEXTS, unit=st.sampled_from(["1", "1.1", "1.2"]), penilai=NIPS)
    def edit_person(self, nip: str, jabatan: str, unit: str, penilai: str) -> None:
        isian = {"nip": nip, "nama": "Nama", "unit": unit, "jabatan": jabatan}
        isian["penilai_nip"] = "" if penilai == nip else penilai
        self.attempt(editing.save_records, self.writer, "pegawai", [isian], "ubah")

    @rule(
        nip=NIPS, tahun=YEARS, nomor=st.integers(1, 3), jabatan=TEXTS, penilai=NIPS,
        selesai=st.sampled_from(["", "05-30"]),
    )  # fmt: skip
    def import_part(
        self, nip: str, tahun: int, nomor: int, jabatan: str, penilai: str, selesai: str
    ) -> None:
        ended = f"{tahun}-{selesai}" if selesai else ""
        self.import_rows(
            "bagian",
            "tahun,nip,bagian,jabatan,penilai_nip,selesai",
            f"{tahun},{nip},{nomor},{jabatan},{penilai},{ended}",
        )

    @rule(nip=NIPS, tahun=YEARS, alasan=st.sampled_from(["pensiun", "cltn"]))
    def import_exception(self, nip: str, tahun: int, alasan: str) -> None:
        row = f"{tahun},{nip},{alasan},{tahun}-02-03"
        self.import_rows("pengecualian", "tahun,nip,alasan,tanggal", row)

    def import_rows(self, jenis: str, header: str, row: str) -> None:
        file = self.folder / "berkas.csv"
        file.write_text(f"{header}\n{row}\n", encoding="utf-8")
        pesanan = importing.order(jenis, [file], tahun=None, unit=None)
        with self.writer.reading() as connection:
            stok = importing.stock(connection, pesanan.jenis)
        rencana = importing.make_plan(pesanan, importing.read_tables(pesanan), stok)
        self.attempt(importing.apply_plan, self.writer, rencana, f"impor {jenis}")

    @rule(nip=NIPS, tahun=YEARS)
    def remove_exception(self, nip: str, tahun: int) -> None:
        self.attempt(editing.remove_exception, self.writer, tahun, nip, "Nama")

    @rule(nip=NIPS)
    def remove_person(self, nip: str) -> None:
        self.attempt(editing.remove_person, self.writer, nip, "Nama")

    @rule(old=NIPS, new=st.sampled_from(["197508172000122011", "196704101990031013"]))
    def correct_nip(self, old: str, new: str) -> None:
        self.attempt(editing.correct_nip, self.writer, old, new)

    @rule(tahun=YEARS, value=st.sampled_from(["nol", "hitung", "-"]))
    def change_setting(self, tahun: int, value: str) -> None:
        self.attempt(configuring.change_setting, self.writer, "kuantitas_nol", value, tahun)

    @rule(nip=NIPS, tahun=YEARS)
    def agree(self, nip: str, tahun: int) -> None:
        self.attempt(signing.agree, self.writer, tahun, [nip], date(tahun, 1, 20))

    @invariant()
    def the_trail_only_grows_and_tells_the_tables(self) -> None:
        if not hasattr(self, "stack"):
            return
        lines = self.office.lines()
        assert lines[: len(self.lines)] == self.lines
        self.lines = lines
        with self.writer.reading() as connection:
            assert trail.broken_link(connection) is None
            told = trail.told(connection, lambda: None)
        assert {tabel: rows for tabel, rows in told.items() if rows} == self.rows()
