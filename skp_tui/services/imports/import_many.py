"""Imports files of several kinds at once: rehearsed first, then one transaction, one undo step."""

from collections.abc import Callable
from dataclasses import field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.domain.text import clean
from skp_tui.errors import InputError, Problem
from skp_tui.exchange.kinds.kinds import JENIS, SKP
from skp_tui.exchange.plan.plan import Progress, Rencana
from skp_tui.exchange.plan.rejected import write_rejected
from skp_tui.paths import here
from skp_tui.record import record
from skp_tui.services.base.database import writing
from skp_tui.services.base.holder import COMMAND_WAITS
from skp_tui.services.base.importing import (
    REFUSED,
    Pesanan,
    each_once,
    source,
    status_of,
    write_plan,
)
from skp_tui.services.imports.import_rounds import (
    Bahan,
    Dibatalkan,
    Hasil,
    Pantau,
    Selisih,
    plan_in_turn,
    read_all,
    rehearse_rounds,
)
from skp_tui.services.imports.undisturbed import UNDISTURBED
from skp_tui.storage.database.connection import is_there
from skp_tui.storage.database.looking import reading
from skp_tui.storage.trail.trail import START, head

if TYPE_CHECKING:
    from skp_tui.storage.transactions.work import Work
    from skp_tui.storage.transactions.writer import Writer

__all__ = [
    "Borongan", "Dibatalkan", "Gladi", "Pesanan", "Selisih", "Sudah", "carry_out", "rehearse",
    "run_many",
]  # fmt: skip


@record
class Borongan:
    """What is imported together: files of several kinds, and BKN workbooks.

    ``tahun`` and ``unit`` stand in where a BKN workbook does not say them; an order has its own.
    With ``utuh`` nothing comes in while anything is refused.
    """

    pesanan: tuple[Pesanan, ...] = ()
    skp: tuple[Path, ...] = ()
    tahun: int | None = None
    unit: str | None = None
    utuh: bool = False

    @property
    def berkas(self) -> tuple[Path, ...]:
        """Return every file once, in the order in which they were named."""
        named = (path for satu in self.pesanan for path in satu.berkas)
        return tuple(dict.fromkeys((*named, *self.skp)))

    @property
    def jenis(self) -> tuple[str, ...]:
        """Return the kinds in table order; BKN workbooks come last."""
        asked = {satu.jenis.nama for satu in self.pesanan}
        return (*(nama for nama in JENIS if nama in asked), *((SKP,) if self.skp else ()))

    @property
    def sebab(self) -> str:
        """Return what trail and undo say of it."""
        kinds = ", ".join(self.jenis)
        if len(self.berkas) == 1:
            return f"impor {kinds} {clean(self.berkas[0].name)}"
        return f"impor {len(self.berkas)} berkas: {kinds}"


@record
class Gladi:
    """What an import would do: a plan for each kind in table order, and what looks wrong.

    ``selisih`` are the values printed in BKN workbooks that differ from ours. ``bahan`` is what was
    read of the files: what is carried out is what was shown, whatever happens to them meanwhile.
    ``kepala`` is where the trail ended then.
    """

    borongan: Borongan
    rencana: tuple[Rencana, ...]
    selisih: tuple[Selisih, ...] = ()
    bahan: Bahan = field(default_factory=Bahan, repr=False, compare=False)
    kepala: tuple[int, str] = (0, START)

    @property
    def status(self) -> int:
        """Return the exit status: 0 nothing refused, 1 something, 2 nothing that could be done."""
        return status_of(self.rencana, utuh=self.borongan.utuh)

    @property
    def jumlah(self) -> int:
        """Return how many records it would write."""
        return sum(len(satu.baru) + len(satu.berubah) for satu in self.rencana)

    @property
    def changes(self) -> bool:
        """Say whether carrying it out would change anything."""
        return any(satu.baru or satu.berubah or satu.ditegaskan for satu in self.rencana)


@record
class Sudah:
    """What came of it: whether it was carried out, and where the refused rows lie.

    ``langkah`` is the step of the trail that undo takes back, None where nothing changed.
    ``peringatan`` is what went wrong after everything was stored.
    """

    gladi: Gladi
    diterapkan: bool
    berkas_ditolak: tuple[Path, ...] = ()
    peringatan: tuple[Problem, ...] = ()
    langkah: int | None = None

    @property
    def status(self) -> int:
        """Return the exit status of the command."""
        return self.gladi.status


def rehearse(
    path: Path,
    borongan: Borongan,
    clock: Callable[[], datetime],
    progress: Progress | None = None,
    stop: Callable[[], bool] | None = None,
) -> Gladi:
    """Return what an import would do; reads only, writes nothing.

    Several kinds are tried one after the other on a copy in memory, so that each sees what the
    earlier ones bring. No database yet is an empty one. Raises InputError for a file that cannot be
    read or lacks its required headers, Dibatalkan once ``stop()`` is True.
    """
    pantau = Pantau(progress, stop)
    with UNDISTURBED:
        return _planned(path, borongan, _read(borongan, pantau), clock, pantau)


def _read(borongan: Borongan, pantau: Pantau) -> Bahan:
    sumber = [
        (satu.jenis, source(satu, pantau.read_tables(each_once(satu.berkas))))
        for satu in borongan.pesanan
    ]
    return read_all(sumber, borongan.skp, borongan.tahun, borongan.unit, pantau)


def _planned(
    path: Path, borongan: Borongan, bahan: Bahan, clock: Callable[[], datetime], pantau: Pantau
) -> Gladi:
    if not is_there(path):
        hasil = rehearse_rounds(None, bahan, clock(), pantau)
        return Gladi(borongan, hasil.rencana, hasil.selisih, hasil.bahan)
    with reading(path) as connection:
        kepala = head(connection)
        hasil = rehearse_rounds(connection, bahan, clock(), pantau)
    return Gladi(borongan, hasil.rencana, hasil.selisih, hasil.bahan, kepala)


def run_many(
    path: Path,
    borongan: Borongan,
    clock: Callable[[], datetime],
    progress: Progress | None = None,
    *,
    wait: float = COMMAND_WAITS,
) -> Sudah:
    """Import at once what can come in, for the command; makes a database only for something good.

    The files are read before anybody has to wait for the database. Raises as ``rehearse``, and
    BusyError where somebody else holds the database for too long.
    """
    with UNDISTURBED:
        return _run(path, borongan, clock, Pantau(progress), wait)


def _run(
    path: Path, borongan: Borongan, clock: Callable[[], datetime], pantau: Pantau, wait: float
) -> Sudah:
    bahan = _read(borongan, pantau)
    gladi: Gladi | None = None
    if not is_there(path):
        gladi = _planned(path, borongan, bahan, clock, pantau)
        if gladi.status == REFUSED:
            return _finished(Sudah(gladi, diterapkan=False), here())
    with writing(path, clock, "impor", wait=wait) as writer:
        if gladi is None or _head(writer) != gladi.kepala:
            # whoever made the database meanwhile did not see this plan, nor did anybody else
            gladi = _planned(path, borongan, bahan, clock, pantau)
        # nobody else writes from here on, so what was read, as big as the files, has served
        gladi, bahan = replace(gladi, bahan=Bahan()), Bahan()
        return carry_out(writer, gladi, here())


def carry_out(writer: "Writer", gladi: Gladi, folder: Path) -> Sudah:
    """Carry out what was shown in one transaction, then write the refused rows beside their files.

    What lies where nobody may write goes to ``folder``. If something was stored since, it is
    planned again; raises InputError, and writes nothing, when that differs from what was shown.
    """
    before = _head(writer)
    done = gladi.status != REFUSED
    if done:
        with UNDISTURBED, writer.change(gladi.borongan.sebab, records=gladi.jumlah) as work:
            _write(work, gladi)
    after = _head(writer)
    return _finished(Sudah(gladi, done, langkah=after[0] if after != before else None), folder)


def _head(writer: "Writer") -> tuple[int, str]:
    with writer.reading() as connection:
        return head(connection)


def _write(work: "Work", gladi: Gladi) -> None:
    if head(work.raw) == gladi.kepala:
        # nothing was stored since: planning again would say the same
        for satu in gladi.rencana:
            write_plan(work, satu)
        return
    again: Hasil = plan_in_turn(work, gladi.bahan, Pantau())
    if again.gagal or again.rencana != gladi.rencana:
        raise InputError(
            "Isi basis data berubah sejak rencana impor ini ditampilkan; tidak ada yang ditulis.",
            "Lihat rencananya sekali lagi, lalu terapkan.",
        )


def _finished(sudah: Sudah, folder: Path) -> Sudah:
    """Write the refused rows; what is stored by now stays stored when no place is left for them."""
    if sudah.gladi.borongan.utuh:
        return sudah
    written: list[Path] = []
    notes: list[Problem] = []
    for rencana in sudah.gladi.rencana:
        try:
            written.extend(write_rejected(rencana, folder))
        except InputError as error:
            pesan = f"baris yang ditolak tidak dapat ditulis ke berkas. {error.kalimat()}"
            notes.append(Problem(pesan))
    return replace(sudah, berkas_ditolak=tuple(written), peringatan=tuple(notes))
