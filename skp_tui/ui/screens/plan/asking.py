"""What Enter does with a plan, and the question before: what comes in, goes out, is replaced."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from skp_tui.domain.text import clean
from skp_tui.exchange.plan.model import Rencana
from skp_tui.services.imports.import_many import Gladi
from skp_tui.services.imports.tally import refused_people, replaced
from skp_tui.services.imports.unread import SEMUA_TERBACA, Luput
from skp_tui.ui.screens.impor.kind_words import kind_words
from skp_tui.ui.screens.plan.words import into_unit, number, totals, with_proposals

NAMED: Final = 2
"""Refused files that a question names; the others are counted."""


def comes_in(rencana: Sequence[Rencana]) -> str:
    """Say what would be stored, in words; empty for nothing."""
    parts = []
    for satu in rencana:
        rows = len(satu.baru) + len(satu.berubah)
        if rows or satu.ditegaskan:
            parts.append((rows or len(satu.ditegaskan), kind_words(satu.jenis.nama)))
    if not parts:
        return ""
    total = number(sum(rows for rows, _ in parts))
    if len(parts) == 1:
        return f"{total} baris {parts[0][1]}"
    return f"{total} baris ({', '.join(f'{number(rows)} {kind}' for rows, kind in parts)})"


def refused_rows(rencana: Sequence[Rencana]) -> int:
    """Count the refused rows that are written to a file; BKN workbooks stay as they are."""
    return sum(len(tabel.baris) for satu in rencana for tabel in satu.tabel_ditolak)


def of_people(rencana: Sequence[Rencana]) -> str:
    """Count the people whom the refused rows are about; empty where each row is about another."""
    people = refused_people(rencana)
    return f" dari {number(people)} pegawai" if 0 < people < refused_rows(rencana) else ""


def goes_out(gladi: Gladi, places: Sequence[Path]) -> str:
    """Say where the refused rows go; empty where none are."""
    rows = 0 if gladi.borongan.utuh else refused_rows(gladi.rencana)
    if not rows:
        return ""
    alike = len({path.name for path in places}) < len(places)
    shown = (f"{path.parent.name}/{path.name}" if alike else path.name for path in places)
    names = " dan ".join(clean(name) for name in islice(shown, NAMED))
    if len(places) > NAMED:
        names = f"{names} dan {number(len(places) - NAMED)} berkas lain"
    people = of_people(gladi.rencana)
    return f"{number(rows)}{people and f' baris{people}'} yang ditolak ke {names}"


def beside(gladi: Gladi, places: Sequence[Path]) -> str:
    """Say what does not come in: refused rows with their file, and BKN workbooks, which stay."""
    books = refused_books(gladi)
    words = f"{number(books)} buku kerja BKN ditolak" if books else ""
    return "".join(f"; {part}" for part in (goes_out(gladi, places), words) if part)


def refused_books(gladi: Gladi) -> int:
    """Count the BKN workbooks that are refused, each whole."""
    return sum(satu.buku_ditolak for satu in gladi.rencana)


def nothing_to_do(gladi: Gladi, places: Sequence[Path]) -> str:
    """Say why Enter would do nothing; empty where it does something."""
    _, _, sama, ditolak, _ = totals(gladi.rencana)
    if gladi.borongan.utuh and ditolak:
        return (
            f"{number(ditolak)} ditolak, jadi tidak ada yang masuk: semua atau tidak sama sekali."
        )
    if gladi.changes or goes_out(gladi, places):
        return ""
    if sama and not ditolak:
        same = f"Semua {number(sama)} baris sama dengan yang tersimpan"
        return f"{same}; tidak ada yang perlu diterapkan."
    if ditolak:
        return "Tidak ada yang dapat masuk; perbaiki berkasnya, lalu impor lagi."
    return "Tidak ada baris isian di berkas ini."


def enter_line(gladi: Gladi, places: Sequence[Path], *, low: bool = False) -> str:
    """Say under the list what Enter does; on a low screen first of all that."""
    if nothing := nothing_to_do(gladi, places):
        return f"{nothing} Esc kembali."
    inside, outside = comes_in(gladi.rencana), goes_out(gladi, places)
    if not inside:
        return f"{'' if low else 'Tidak ada yang akan berubah. '}Enter: menulis {outside}."
    return f"Enter: {inside} masuk{beside(gladi, places)}."


def question(gladi: Gladi, places: Sequence[Path], luput: Luput = SEMUA_TERBACA) -> str:
    """Ask once, naming what comes in, into which unit, and what goes to the refused file."""
    inside, outside = comes_in(gladi.rencana), goes_out(gladi, places)
    if not inside:
        return f"Tulis {outside}? Yang tersimpan tidak berubah."
    doubt = luput.tanpa_unit and luput.kolom
    placed = f" Karena tidak ada kolom unit, {into_unit(luput)}." if doubt else ""
    over = _replaces(gladi.rencana)
    return f"Terapkan {inside}{beside(gladi, places)}?{over}{placed}{_left_out(luput)}"


def _replaces(rencana: Sequence[Rencana]) -> str:
    """Say what is overwritten, and where each of it can be seen first; empty for nothing."""
    found = replaced(rencana)
    moved = f"{number(found.pindah)} pegawai pindah unit" if found.pindah else ""
    values = f"{number(found.diganti)} isian lama diganti" if found.diganti else ""
    told = ", ".join(filter(None, (moved, values)))
    return f" {told} (Esc, lalu U menunjukkannya)." if told else ""


def _left_out(luput: Luput) -> str:
    """Say once more, before it is stored, which columns are lost that most likely are ours."""
    if not luput.usul:
        return ""
    likely = ", ".join(with_proposals(luput)[: len(luput.usul)])
    return f" Tidak ikut: kolom {clean(likely)}; Esc, lalu K mencocokkannya."
