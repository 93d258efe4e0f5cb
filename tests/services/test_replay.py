"""Whatever is edited in whatever order: the trail tells the tables, and undo leads to the start."""

# ruff: noqa: D102 - a rule of the machine says by its name what the user does

import shutil
import tempfile
from contextlib import ExitStack, suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from skp_tui.domain.appraisal import JenisTambahan, Kegiatan, Perilaku, Tambahan
from skp_tui.errors import SkpError
from skp_tui.services import configuring, editing, entry, importing, signing
from skp_tui.storage import trail
from skp_tui.storage.writer import Writer
from tests.services.office import BRAM, KEPALA, SARI, Office, clock, last_step, tempat

NIPS = st.sampled_from([KEPALA, SARI, BRAM])
YEARS = st.sampled_from([2016, 2017, 2018])
NUMBERS = st.integers(1, 4)
AMOUNTS = st.none() | st.decimals(Decimal(0), Decimal(120), places=2)
FIELDS = ("target_kuantitas", "target_kualitas", "realisasi_kuantitas", "realisasi_kualitas")
TEXTS = st.sampled_from(["", "Analis", "Penata", "'x", "=1"])


class Editing(RuleBasedStateMachine):
    """A user who edits at random; what is refused must leave no trace."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="skp-uji-"))
        self.office = Office.filled(self.folder)
        self.stack = ExitStack()
        self.writer = self.stack.enter_context(Writer(self.office.path, clock))
        # the tests write some thousand times; what is durable is tested elsewhere
        self.writer._raw.execute("PRAGMA synchronous = OFF")
        self.start = last_step(self.writer)
        self.content = self.rows()
        self.lines = self.office.lines()
        self.locked = False

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            if not self.locked:
                while self.writer.undo(self.start) is not None:
                    pass
                assert self.rows() == self.content
            assert self.office.findings() == []
            self.stack.close()
            shutil.rmtree(self.folder)

    def rows(self) -> dict[str, dict[int, dict[str, object]]]:
        return {tabel: rows for tabel, rows in self.office.content().items() if rows}

    def attempt(self, action: object, *arguments: object, **named: object) -> None:
        before, last = self.rows(), last_step(self.writer)
        try:
            action(*arguments, **named)  # type: ignore[operator]  # a service
        except SkpError:
            assert self.rows() == before
            assert last_step(self.writer) == last

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
        self.attempt(entry.save, self.writer, tempat(nip, 1, tahun), isi, columns, "sel")

    @rule(nip=NIPS, tahun=YEARS, no=NUMBERS)
    def save_extra(self, nip: str, tahun: int, no: int) -> None:
        isi = Tambahan(JenisTambahan.TUGAS_TAMBAHAN, no, "Panitia")
        self.attempt(entry.save, self.writer, tempat(nip, 1, tahun), isi, ["uraian"], "sel")

    @rule(nip=NIPS, tahun=YEARS, value=AMOUNTS)
    def save_perilaku(self, nip: str, tahun: int, value: Decimal | None) -> None:
        isi = Perilaku(integritas=value)
        self.attempt(entry.save, self.writer, tempat(nip, 1, tahun), isi, ["integritas"], "sel")

    @rule(nip=NIPS, tahun=YEARS, no=NUMBERS)
    def remove_activity(self, nip: str, tahun: int, no: int) -> None:
        isi = Kegiatan(no, "x")
        self.attempt(entry.remove, self.writer, tempat(nip, 1, tahun), isi, "hapus")

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

    @rule(nip=NIPS)
    def lock(self, nip: str) -> None:
        with suppress(SkpError):
            signing.lock(self.writer, 2017, [nip], date(2018, 1, 5))
            self.locked = True

    @rule(nip=NIPS)
    def reopen(self, nip: str) -> None:
        self.attempt(signing.reopen, self.writer, 2017, nip, "salah")

    @rule()
    def undo(self) -> None:
        self.attempt(self.writer.undo, self.start)

    @invariant()
    def the_trail_only_grows_and_tells_the_tables(self) -> None:
        if not hasattr(self, "stack"):
            return
        lines = self.office.lines()
        assert lines[: len(self.lines)] == self.lines
        self.lines = lines
        with self.writer.reading() as connection:
            assert trail.broken_link(connection) is None
            told = trail.replayed(trail.steps(connection))
        assert {tabel: rows for tabel, rows in told.items() if rows} == self.rows()


Editing.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestWhateverIsEdited = Editing.TestCase
