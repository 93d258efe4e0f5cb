"""Takes the last change back or repeats it, and says what that was (design 3)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from skp_tui.domain.dates import shown_moment
from skp_tui.record import record
from skp_tui.services.history.katalog import KatalogJejak, Pokok
from skp_tui.services.signing.signing import lock_taken_back
from skp_tui.storage.database.looking import stored_settings
from skp_tui.storage.trail import steps, trail, trail_lines

if TYPE_CHECKING:
    from sqlite3 import Connection

    from skp_tui.storage.trail.trail import Step
    from skp_tui.storage.trail.trail_lines import Line
    from skp_tui.storage.transactions.writer import Writer

NOTHING_TO_UNDO = "Tidak ada yang dapat dibatalkan."
ONLY_SENT = "Tidak ada yang dapat dibatalkan; yang sudah dikirim tetap terkirim."
NOTHING_TO_REDO = (
    "Tidak ada yang dapat diulangi: belum ada yang dibatalkan sejak perubahan terakhir."
)
BEGINNING = (
    "Tanpa unit itu basis data ini kosong: pertanyaan awal ditanyakan lagi, dan setelah dijawab "
    "yang sudah dibatalkan tidak dapat diulangi."
)
LARGE_STEP = "Batalkan langkah besar?"
OTHER_STEP = "Batalkan langkah lain?"
LARGE_AGAIN = "Ulangi langkah besar?"
OTHER_AGAIN = "Ulangi langkah lain?"
OPEN_AGAIN = "Buka kembali yang dikunci?"
WHY = (
    "Membatalkannya membuka kembali yang dikunci itu, jadi perlu alasan; ia tercatat dalam jejak. "
    "Ctrl+Y menguncinya lagi."
)
LOCKED_AGAIN = "Penilaiannya terkunci lagi."
LAST = "Langkah terakhir"
LAST_BACK = "Langkah yang terakhir dibatalkan"
TO_REPEAT = "Ctrl+Y mengulanginya."
TO_TAKE_BACK = "Ctrl+Z membatalkannya lagi."
LONGEST = 160
LARGE = 100
"""Records from which on a step is large: more than anybody types or pastes for one person."""


@record
class Kabar:
    """What came of it: a sentence, whether anything changed, and the settings where they did.

    With ``tanya``, the title of a question, nothing was done yet: the sentence says what is asked.
    With ``beralasan`` the answer is a reason.
    """

    kalimat: str
    tanya: str = ""
    beralasan: bool = False
    berubah: bool = False
    setelan: Mapping[str, str] | None = None


@record
class Dilihat:
    """What is on the screen: the NIP of whom alone it shows, else empty, and the year, or None.

    A step of another year is told with its year, since what it changes is not to be seen.
    """

    nip: str = ""
    tahun: int | None = None


SEMUA = Dilihat()


def is_next(connection: "Connection", langkah: int) -> bool:
    """Say whether a step stands, with nothing after it that an undo would take back first."""
    return steps.to_take_back(connection, langkah - 1) == langkah


def take_back(
    writer: "Writer",
    dasar: int,
    awal: int,
    dilihat: Dilihat = SEMUA,
    *,
    sadar: bool = False,
    alasan: str = "",
) -> Kabar:
    """Take back the last step above ``dasar``; one from before ``awal`` is told with its date.

    A large step (a new year, an import), the very first one, and on the screen of one person
    a step that is not about that person are asked about, unless the user is ``sadar`` of
    it: one Ctrl+Z too many would else take back like a cell what nobody sees. For a lock the reason
    is asked, as for every reopening (design 3). Raises InputError for a reason that is none and
    DatabaseError where something needs what would go.
    """
    question = None if alasan else _lock_question(writer, dasar)
    if question is None and not sadar:
        question = _question(writer, dasar, dilihat)
    if question is not None:
        return question
    step = writer.undo(dasar, lambda sebab: lock_taken_back(sebab, alasan))
    with writer.reading() as connection:
        sent = steps.sent_since(connection, dasar if step is None else step.langkah)
    if step is None:
        return Kabar(ONLY_SENT if sent else NOTHING_TO_UNDO)
    words = [f"{_words(writer, step, dilihat)} — dibatalkan."]
    if step.langkah <= awal:
        when = shown_moment(datetime.fromisoformat(step.waktu))
        words.append(f"Itu perubahan {when}; Ctrl+Y mengulanginya.")
    if trail.unlocks(step):
        words.append(LOCKED_AGAIN)
    if sent:
        words.append("Yang sudah dikirim tetap terkirim.")
    return _kabar(writer, step, " ".join(words))


def _lock_question(writer: "Writer", dasar: int) -> Kabar | None:
    """Ask why, where the step that would be taken back is a lock."""
    with writer.reading() as connection:
        langkah = steps.to_take_back(connection, dasar)
        if langkah is None or not steps.is_lock(connection, langkah):
            return None
        sebab = steps.size_of(connection, langkah).sebab
    return Kabar(f"{LAST}: {sebab}. {WHY}", OPEN_AGAIN, beralasan=True)


def _question(writer: "Writer", dasar: int, dilihat: Dilihat) -> Kabar | None:
    """Ask about the step that would be taken back, where it is a large one or somebody else's."""
    with writer.reading() as connection:
        langkah = steps.to_take_back(connection, dasar)
        if langkah is None:
            return None
        besar = steps.size_of(connection, langkah)
        if steps.begins(connection, besar):
            return Kabar(f"{LAST}: {besar.sebab}. {BEGINNING}", LARGE_STEP)
        if besar.rekaman < LARGE:
            kata = _Kata(OTHER_STEP, LAST, TO_REPEAT)
            return _of_others(connection, langkah, dilihat, kata)
        year = _other_year(connection, langkah, dilihat)
    return _large(besar, _Kata(LARGE_STEP, LAST, TO_REPEAT), year)


def _question_again(writer: "Writer", dasar: int, dilihat: Dilihat) -> Kabar | None:
    """Ask about the step that would be repeated, where only one person is shown and it is not his.

    Where everybody is shown nothing is asked: it was taken back there knowingly.
    """
    with writer.reading() as connection:
        langkah = steps.to_repeat(connection, dasar) if dilihat.nip else None
        if langkah is None:
            return None
        besar = steps.size_of(connection, langkah)
        if besar.rekaman < LARGE:
            kata = _Kata(OTHER_AGAIN, LAST_BACK, TO_TAKE_BACK)
            return _of_others(connection, langkah, dilihat, kata)
        year = _other_year(connection, langkah, dilihat)
    return _large(besar, _Kata(LARGE_AGAIN, LAST_BACK, TO_TAKE_BACK), year)


@record
class _Kata:
    """The title of a question, how it names the step, and the key that goes the other way."""

    tanya: str
    langkah: str
    kembali: str


def _large(besar: steps.Besar, kata: _Kata, year: str) -> Kabar:
    """Ask about a step of many records at once."""
    many = f"{besar.rekaman} baris berubah sekaligus"
    return Kabar(f"{kata.langkah}: {besar.sebab}{year}. {many}; {kata.kembali}", kata.tanya)


def _of_others(
    connection: "Connection", langkah: int, dilihat: Dilihat, kata: _Kata
) -> Kabar | None:
    """Ask about a step that is about another than the one person, or the year, that is shown."""
    if not dilihat.nip:
        return None
    lines = trail_lines.lines_of_step(connection, langkah, LARGE)
    katalog = KatalogJejak()
    katalog.learn(connection, lines)
    whose = [katalog.subject(line) for line in lines]
    elsewhere = _year_words(katalog, lines, dilihat)
    if not elsewhere and any(pokok.nip == dilihat.nip for pokok in whose):
        return None
    named = _named(lines[0].sebab, whose) + elsewhere
    when = datetime.fromisoformat(lines[0].waktu)
    whom = "tahun ini" if elsewhere else "pegawai ini"
    return Kabar(
        f"{kata.langkah} bukan tentang {whom}: {named}, {shown_moment(when)}. {kata.kembali}",
        kata.tanya,
    )


def _named(sebab: str, whose: Sequence[Pokok]) -> str:
    """Return a cause with the name of whom it is about, where that is one and not in it."""
    names = {pokok.nama for pokok in whose if pokok.nama}
    if len(names) > 1:
        return f"{sebab} ({len(names)} pegawai)"
    nama = "".join(names)
    return sebab if nama in sebab else f"{sebab} ({nama})"


def _other_year(connection: "Connection", langkah: int, dilihat: Dilihat) -> str:
    """Return the year of a step in words, where none of what it changed is of the year shown."""
    lines = trail_lines.lines_of_step(connection, langkah, LARGE)
    katalog = KatalogJejak()
    katalog.learn(connection, lines)
    return _year_words(katalog, lines, dilihat)


def _year_words(katalog: KatalogJejak, lines: Sequence["Line"], dilihat: Dilihat) -> str:
    years = {katalog.year(line) for line in lines} - {""}
    if dilihat.tahun is None or str(dilihat.tahun) in years:
        return ""
    named = [year for year in sorted(years) if year not in lines[0].sebab]
    return f" (tahun {', '.join(named)})" if named else ""


def repeat(writer: "Writer", dasar: int, dilihat: Dilihat = SEMUA, *, sadar: bool = False) -> Kabar:
    """Repeat the last step above ``dasar`` that was taken back; raises DatabaseError.

    On the screen of one person it is asked about as ``take_back`` asks.
    """
    if not sadar and (question := _question_again(writer, dasar, dilihat)):
        return question
    step = writer.redo(dasar)
    if step is None:
        return Kabar(NOTHING_TO_REDO)
    return _kabar(writer, step, f"{_words(writer, step, dilihat)} — diulangi.")


def _words(writer: "Writer", step: "Step", dilihat: Dilihat) -> str:
    """Return the cause as the beginning of a sentence, with its year where it is another one."""
    with writer.reading() as connection:
        year = _other_year(connection, step.langkah, dilihat)
    sebab = step.sebab if len(step.sebab) <= LONGEST else f"{step.sebab[: LONGEST - 1]}…"
    return sebab[:1].upper() + sebab[1:] + year


def _kabar(writer: "Writer", step: "Step", kalimat: str) -> Kabar:
    if all(change.tabel != "pengaturan" for change in step.changes):
        return Kabar(kalimat, berubah=True)
    with writer.reading() as connection:
        return Kabar(kalimat, berubah=True, setelan=stored_settings(connection))
