"""What nobody sees in a list: columns that are left out, and hidden rows, which are read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from skp_tui.domain.text import clean
from skp_tui.errors import Problem
from skp_tui.exchange.columns.leftovers import URUTAN
from skp_tui.exchange.columns.matching import Judul
from skp_tui.exchange.reading.table_model import Mentah, Tabel
from skp_tui.exchange.reading.windows import column_name
from skp_tui.exchange.values import shown_cell

TAK_DIKENAL = "kolom tidak dikenal, diabaikan; periksa judulnya bila seharusnya dibaca"
TANPA_JUDUL = (
    "kolom ini tidak berjudul, jadi isinya tidak dibaca; beri judul bila seharusnya dibaca"
)
_COLUMNS = (TAK_DIKENAL, TANPA_JUDUL)
TERSEMBUNYI = (
    "{} baris yang tersembunyi, misalnya oleh saringan, ikut dibaca mulai di sini; hapus dari "
    "berkasnya bila tidak seharusnya diimpor"
)


def unheaded(judul: Judul, rows: Sequence[Mentah], tabel: Tabel) -> Iterator[Problem]:
    """Yield a warning for each such column: titles behind a name, what an unquoted comma cut off.

    Columns that only count the rows are nobody's loss, and who points the columns out himself has
    seen them all.
    """
    if judul.bawah is not None:
        return
    known = set(judul.letak.values())
    for index, sel in enumerate(judul.mentah.sel):
        if index in known or clean(sel):
            continue
        filled = list(_filled(rows, index))
        if filled and not _counts(text for _, text in filled):
            baris, text = filled[0]
            yield Problem(
                TANPA_JUDUL, tabel.berkas, baris, column_name(index), shown_cell(text), tabel.lembar
            )


def hidden_rows(rows: Sequence[Mentah], tabel: Tabel) -> Iterator[Problem]:
    """Yield a warning where rows came in that the workbook does not show: nobody looked at them."""
    hidden = [mentah.baris for mentah in rows if mentah.baris in tabel.tersembunyi]
    if hidden:
        pesan = TERSEMBUNYI.format(len(hidden))
        yield Problem(pesan, tabel.berkas, hidden[0], lembar=tabel.lembar)


def gathered(warnings: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return warnings as people read them: the unread columns of one table in one line, first.

    ``impor --json`` names each by itself, for a script that looks at its ``kolom``.
    """
    unread = _of_columns(warnings)
    if not unread:
        return tuple(warnings)
    found: dict[object, list[Problem]] = {}
    for satu in unread:
        found.setdefault(_together(satu), []).append(satu)
    others = (satu for satu in warnings if satu.pesan not in _COLUMNS)
    return (*map(_as_one, found.values()), *others)


def count_gathered(warnings: Sequence[Problem]) -> int:
    """Count the lines that people read; a screen asks while it draws, of very many warnings."""
    unread = _of_columns(warnings)
    return len(warnings) - len(unread) + len(set(map(_together, unread)))


def _of_columns(warnings: Iterable[Problem]) -> list[Problem]:
    return [satu for satu in warnings if satu.pesan in _COLUMNS]


def _together(problem: Problem) -> tuple[str, str, str | None]:
    return problem.pesan, problem.berkas, problem.lembar


def _as_one(same: Sequence[Problem]) -> Problem:
    first, *others = same
    if not others:
        return first
    names = ", ".join([satu.kolom or "" for satu in same])
    return replace(first, pesan=f"{len(same)} {first.pesan}: {names}", kolom=None, nilai=None)


def _filled(rows: Iterable[Mentah], index: int) -> Iterator[tuple[int, str]]:
    """Yield the cells of a column that hold anything, with their lines."""
    for mentah in rows:
        text = clean(mentah.sel[index]) if index < len(mentah.sel) else ""
        if text:
            yield mentah.baris, text


def _counts(cells: Iterable[str]) -> bool:
    """Say whether cells count 1, 2, 3 and on."""
    matches = [URUTAN.fullmatch(text) for text in cells]
    numbers = [int(match[1]) for match in matches if match]
    return numbers == list(range(1, len(matches) + 1))
