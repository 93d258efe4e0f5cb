"""Whatever was done in a long sitting: its records, carried into a fresh database, are the same."""

# ruff: noqa: D102 - a rule of the machine says by its name what the user does

from contextlib import suppress
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule

from skp_tui.errors import SkpError
from skp_tui.exchange.kinds.kinds import JENIS, jenis_of
from skp_tui.services.imports.import_many import Borongan, Pesanan, run_many
from skp_tui.services.office import configuring
from skp_tui.services.sending import sending
from skp_tui.services.sending.profiles import profile_of
from skp_tui.services.signing import signing
from tests.services.edits import NIPS, YEARS, Edits
from tests.services.office import BRAM, Office, clock, last_step

ROOT = "1"
NOL = "kuantitas_nol"
EVERY_YEAR = (2016, 2017, 2018, 2022, 2023)


def sent_of(office: Office, tahun: int, profil: str, folder: Path) -> dict[str, bytes]:
    """Export a year; return each CSV by its name, none where nobody is of that year."""
    try:
        sending.export(office.path, tahun, ROOT, folder, profil, clock, sebagian=True)
    except SkpError as refused:
        assert "Tidak ada pegawai" in refused.kalimat()  # noqa: PT017 - both ways are right
        return {}
    return {path.stem: path.read_bytes() for path in folder.glob("*.csv")}


def keep_setting(office: Office, fresh: Office, tahun: int) -> None:
    """Set what does not travel with the records, and what a value depends on."""
    rows = office.raw(f"SELECT {NOL} FROM periode WHERE tahun = {tahun}")
    with fresh.writing() as writer:
        for (nilai,) in rows:
            configuring.change_setting(writer, NOL, str(nilai), tahun)


def carried_over(files: dict[str, bytes], folder: Path) -> Office:
    """Import files in table order into a database of their own."""
    fresh = Office(folder / "baru.db")
    for jenis in (nama for nama in JENIS if nama in files):
        file = folder / f"{jenis}.csv"
        file.write_bytes(files[jenis])
        done = run_many(fresh.path, Borongan((Pesanan(jenis_of(jenis), (file,)),)), clock, wait=0)
        assert done.status == 0, done.gladi.rencana[0].ditolak
    return fresh


class Sitting(Edits):
    """Enters, imports, removes, undoes, repeats, locks, reopens and sends, in any order.

    Some of what it tries is refused; so that not all may be, it begins with a lock that is opened
    again and with both ways of sending.
    """

    def begin(self) -> None:
        signing.lock(self.writer, 2017, [BRAM], date(2018, 1, 5))
        signing.reopen(self.writer, 2017, BRAM, "salah")
        for profil in ("bkd", "data"):
            self._send(2017, profil)
        self.start = last_step(self.writer)

    def finish(self) -> None:
        self.stack.close()
        for tahun in EVERY_YEAR:
            place = self.folder / str(tahun)
            records = sent_of(self.office, tahun, "data", place / "data")
            if records:
                fresh = carried_over(records, place)
                keep_setting(self.office, fresh, tahun)
                assert sent_of(fresh, tahun, "data", place / "lagi") == records
                values = sent_of(self.office, tahun, "bkd", place / "nilai")
                assert values == sent_of(fresh, tahun, "bkd", place / "nilai-lagi")
                assert fresh.findings() == []

    @rule()
    def undo(self) -> None:
        self.attempt(self.writer.undo, self.start)

    @rule()
    def redo(self) -> None:
        self.attempt(self.writer.redo, self.start)

    @rule(nip=NIPS)
    def lock(self, nip: str) -> None:
        with suppress(SkpError):
            signing.lock(self.writer, 2017, [nip], date(2018, 1, 5))

    @rule(nip=NIPS)
    def reopen(self, nip: str) -> None:
        self.attempt(signing.reopen, self.writer, 2017, nip, "salah")

    @rule(tahun=YEARS, profil=st.sampled_from(["bkd", "data"]))
    def send(self, tahun: int, profil: str) -> None:
        with suppress(SkpError):
            self._send(tahun, profil)

    def _send(self, tahun: int, profil: str) -> None:
        folder = self.folder / "keluar"
        _, sent = sending.send(self.writer, tahun, ROOT, profile_of(profil), folder, clock())
        assert sent.berkas
        assert all(path.is_file() for path in sent.berkas)


Sitting.TestCase.settings = settings(
    max_examples=7,  # the first two do hardly anything
    stateful_step_count=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestALongSitting = Sitting.TestCase
