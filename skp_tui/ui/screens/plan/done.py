"""What the screen of the plan says once the import is done: what came in, and what comes next."""

from collections.abc import Iterator
from typing import Final

from rich.text import Text

from skp_tui.domain.text import clean
from skp_tui.exchange.plan.model import Rencana
from skp_tui.rules.regulation import masa_of
from skp_tui.services.imports.choosing import is_leftover
from skp_tui.services.imports.import_many import Sudah
from skp_tui.services.office.raters_offered import Tawaran
from skp_tui.ui.screens.impor.kind_words import kind_title
from skp_tui.ui.screens.plan.asking import comes_in, of_people, refused_books, refused_rows
from skp_tui.ui.screens.plan.words import WORDS, counts_of, number

ALONE: Final = "pegawai dari impor ini belum punya pejabat penilai"
BY_HAND: Final = "di Pegawai (P), tandai dengan Spasi atau +, lalu P."
OTHERWISE: Final = f"Menetapkan orang lain: {BY_HAND}"


def done_words(sudah: Sudah, tawaran: Tawaran | None = None, given: str = "") -> Text:
    """Say what came in, where the refused rows lie, and what comes next.

    Who came without an appraiser is offered one, or it is said that they were ``given`` one.
    """
    gladi, text = sudah.gladi, Text(end="")
    inside = comes_in(gladi.rencana) if sudah.langkah is not None else ""
    first = f"Selesai: {inside} masuk dalam satu langkah." if inside else "Tidak ada yang masuk."
    text.append(f"{clean(first)}\n\n", style="bold")
    for satu in gladi.rencana:
        text.append(f"{clean(_counted(satu))}\n")
    for tahun in sorted({tahun for satu in gladi.rencana for tahun in satu.periode_baru}):
        text.append(f"Periode {tahun} ({masa_of(tahun).nama}) dibuat.\n")
    for note in sudah.peringatan:
        text.append(f"\n{clean(note.kalimat())}\n", style="bold")
    alone = sum(len(satu.tanpa_penilai) for satu in gladi.rencana) if inside else 0
    if about := "\n".join(_about_raters(alone, tawaran, given)):
        text.append(f"\n{about}\n", style="bold")
    _append_refused(text, sudah)
    if inside:
        undo = "penilai itu, lalu seluruh impornya" if given else "semuanya sekaligus"
        text.append(f"\nCtrl+Z membatalkan {undo}, juga nanti.")
    text.append("\nEnter atau Esc kembali; F5 mengimpor berkas lain.")
    return text


def _counted(rencana: Rencana) -> str:
    """Count the rows of a kind by what became of them, in words that a narrow screen may break."""
    counts = zip(counts_of(rencana), WORDS, strict=True)
    words = ", ".join(f"{number(count)} {word}" for count, word in counts if count)
    return f"{kind_title(rencana.jenis.nama)}: {words or 'tidak ada baris'}."


def _about_raters(alone: int, tawaran: Tawaran | None, given: str) -> Iterator[str]:
    if given:
        yield clean(given.strip())
    elif alone and tawaran is None:
        yield f"{number(alone)} {ALONE}; {BY_HAND}"
    elif alone:
        yield f"{number(alone)} {ALONE}."
    if tawaran is not None:
        yield f"T: {clean(tawaran.kalimat)}."
        yield OTHERWISE


def _append_refused(text: Text, sudah: Sudah) -> None:
    rows = refused_rows(sudah.gladi.rencana)
    told = f"{number(rows)} baris{of_people(sudah.gladi.rencana)}"
    if sudah.berkas_ditolak:
        text.append(f"\n{told} yang ditolak ada di\n")
        for path in sudah.berkas_ditolak:
            text.append(f"  {clean(str(path))}\n", style="bold")
        text.append("Perbaiki di sana menurut kolom alasan_ditolak, lalu impor berkas itu saja.\n")
        for path in filter(is_leftover, sudah.gladi.borongan.berkas):
            text.append(f"{clean(path.name)} sudah selesai; sisanya hanya di berkas baru itu.\n")
    elif rows:
        text.append(f"\n{told} yang ditolak hanya ada di berkas asalnya; ")
        text.append("perbaiki di sana, lalu impor lagi: yang sudah masuk tidak berubah.\n")
    if books := refused_books(sudah.gladi):
        text.append(f"\n{number(books)} buku kerja BKN ditolak seluruhnya; perbaiki di aslinya.\n")
