"""Making the plan of an import in a thread: how far it is, its end on a key, and what it gave."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from textual.message import Message

from skp_tui.domain.search import fits, words_of
from skp_tui.errors import InputError, SkpError
from skp_tui.exchange.plan.model import Rencana
from skp_tui.exchange.plan.rejected import rejected_places
from skp_tui.files import reason_of
from skp_tui.record import record
from skp_tui.services.history.undoing import is_next
from skp_tui.services.imports.causes import absent_units, common_cause
from skp_tui.services.imports.import_many import Borongan, Dibatalkan, Gladi, Sudah, rehearse
from skp_tui.services.imports.unread import SEMUA_TERBACA, Luput, unread
from skp_tui.services.keeping.sitting import Sitting
from skp_tui.storage.reading.office_reader import read_names
from skp_tui.ui.screens.impor.kind_words import kind_title
from skp_tui.ui.screens.plan.entries import Susunan
from skp_tui.ui.screens.plan.rows import Baca

Cap = Mapping[Path, tuple[int, int] | None]
"""Size and time of the last change of each file, None where it cannot be looked at."""

NAMED: Final = 5
"""Units that are named which are not there yet; the others are counted."""
PIECE: Final = 1000
"""Lines that are searched before somebody looks whether they are still wanted."""


class Laju:
    """How far a rehearsal is, told by its thread and looked at by the screen; it can be ended."""

    def __init__(self) -> None:
        self.done, self.total = 0, 0
        self.ended = False

    def tell(self, done: int, total: int) -> None:
        """Take note of how much is done."""
        self.done, self.total = done, total

    def is_ended(self) -> bool:
        """Say whether nobody wants the plan any more."""
        return self.ended


@record
class Terencana:
    """A plan ready to be shown; ``tempat`` is where its refused rows would go.

    With ``berdiri`` this very import was stored before, and stands again. ``sebab`` says why most
    rows of a kind are refused, where they share it.
    """

    gladi: Gladi
    baca: Baca
    tempat: tuple[Path, ...]
    cap: Cap
    luput: Luput = SEMUA_TERBACA
    berdiri: bool = False
    sebab: tuple[str, ...] = ()

    @property
    def susunan(self) -> Susunan:
        """Return its lines."""
        return self.baca.susunan


class PlanMade(Message):
    """Tell the plan, or in one sentence why there is none; ``laju`` is what it was asked with."""

    def __init__(self, laju: Laju, hasil: Terencana | str) -> None:
        super().__init__()
        self.laju, self.hasil = laju, hasil


class LinesFound(Message):
    """Tell which lines hold the typed words; ``giliran`` says which search it was."""

    def __init__(self, giliran: int, numbers: Sequence[int]) -> None:
        super().__init__()
        self.giliran, self.numbers = giliran, numbers


class ImportDone(Message):
    """Tell what came of the import."""

    def __init__(self, sudah: Sudah) -> None:
        super().__init__()
        self.sudah = sudah


class ImportRefused(Message):
    """Tell why nothing was stored."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


def make_plan(
    sitting: Sitting, borongan: Borongan, laju: Laju, unit: str = "", langkah: int | None = None
) -> Terencana | str:
    """Read the files and plan; returns in a sentence why that is not possible.

    ``unit`` is the one that stands in, in words; ``langkah`` the step that stored them before.
    """
    try:
        cap = stamps(borongan.berkas)
        gladi = rehearse(sitting.path, borongan, sitting.clock, laju.tell, laju.is_ended)
        with sitting.reading() as connection:
            nama = read_names(connection)
            berdiri = langkah is not None and is_next(connection, langkah)
        susunan = Susunan(gladi.rencana, gladi.selisih, nama)
        tempat = tuple(path for satu in gladi.rencana for path in rejected_places(satu))
        luput, sebab = unread(gladi, unit), tuple(shared_causes(gladi.rencana))
        return Terencana(gladi, Baca(susunan), tempat, cap, luput, berdiri, sebab)
    except Dibatalkan:
        return ""
    except SkpError as error:
        return error.kalimat()
    except OSError as error:
        return f"Berkas tidak dapat dibaca: {reason_of(error)}. Periksa tempatnya, lalu coba lagi."


def shared_causes(rencana: Sequence[Rencana]) -> Iterator[str]:
    """Yield the cause that most refused rows of a kind share, with the kind where several are.

    Units that are not there come after it, with where they are made: of a first list most are not.
    """
    for satu in rencana:
        sebab = common_cause(satu.ditolak)
        if sebab is not None:
            kind = f"{kind_title(satu.jenis.nama)}: " if len(rencana) > 1 else ""
            yield f"{kind}{sebab.kalimat()}."
        if names := absent_units(satu.ditolak):
            more = f" dan {len(names) - NAMED} lain" if len(names) > NAMED else ""
            yield f"O di layar Unit membuat yang belum ada: {', '.join(names[:NAMED])}{more}."


def stamps(berkas: Sequence[Path]) -> Cap:
    """Note what the files look like, to tell later whether somebody changed one meanwhile."""
    return {path: _stamp(path) for path in berkas}


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def check_unchanged(cap: Cap) -> None:
    """Raise InputError where a file says something else now than what is shown.

    A file that is gone, on a stick that was pulled out, is not asked: it was read whole.
    """
    changed = [path for path, before in cap.items() if _stamp(path) not in {None, before}]
    if changed:
        raise InputError(
            f"{changed[0].name} berubah sejak dibaca; tidak ada yang disimpan.",
            "Lihat rencananya sekali lagi, lalu terapkan.",
        )


def search(
    baca: Baca, numbers: Sequence[int], typed: str, wanted: Callable[[], bool]
) -> Sequence[int]:
    """Return the numbers of the lines that hold every typed word; none once not ``wanted``."""
    words, found = words_of(typed), []
    for place, number in enumerate(numbers):
        if place % PIECE == 0 and not wanted():
            return ()
        if fits(words, baca.searched(number)):
            found.append(number)
    return found
