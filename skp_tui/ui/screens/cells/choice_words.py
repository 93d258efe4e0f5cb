"""What cells of choices can hold: ratings, aspects, kinds of results, in words of one column."""

from collections.abc import Mapping
from typing import Final

from skp_tui.domain.appraisal import (
    ASPEK,
    SEBUTAN_ASPEK,
    SEBUTAN_PERINGKAT,
    Evaluasi,
    Peringkat,
)
from skp_tui.domain.kinerja import JenisHasil
from skp_tui.rules.permenpanrb6_words import NAMA_PERINGKAT
from skp_tui.services.entry.entry import Isi
from skp_tui.ui.widgets.grid.choice import Choices, Pilihan

PERINGKAT_SINGKAT: Final[Mapping[Peringkat, str]] = {
    Peringkat.DI_ATAS: "Di atas",
    Peringkat.SESUAI: "Sesuai",
    Peringkat.DI_BAWAH: "Di bawah",
}
"""The ratings as a cell shows them; that they are against what was expected stands above it."""

RATINGS: Final[Choices] = tuple(
    Pilihan(words, also=(rating, SEBUTAN_PERINGKAT[rating]))
    for rating, words in PERINGKAT_SINGKAT.items()
)
"""1, 2 and 3 only: a letter that strays here from a text must not rate anybody."""

ASPECTS: Final[Choices] = tuple(
    Pilihan(aspek, aspek[0] if aspek != "kualitas" else "m", (SEBUTAN_ASPEK[aspek],))
    for aspek in ASPEK
)
RESULTS: Final[Choices] = tuple(Pilihan(jenis, jenis[0]) for jenis in JenisHasil)


def closed_words(kolom: str) -> str:
    """Say why nobody types into a column that is not computed either."""
    if kolom == "no":
        return "nomor baris tetap, juga bila baris lain dihapus"
    return "kolom ini tidak diubah di sini"


def replaced_rating(before: Isi, new: Isi, kolom: str, nama: str = "") -> str:
    """Say which rating took the place of another one, nothing where none stood before.

    One key changes it, so it must be seen; a name is given where many people stand side by side.
    """
    if not isinstance(before, Evaluasi) or not isinstance(new, Evaluasi):
        return ""
    old, now = before.peringkat(kolom), new.peringkat(kolom)
    if old is None or old == now:
        return ""
    words = "kosong" if now is None else PERINGKAT_SINGKAT[now]
    whose = f"Peringkat {NAMA_PERINGKAT[kolom]} {nama}".rstrip()
    return f"{whose}: {PERINGKAT_SINGKAT[old]} → {words}. Ctrl+Z mengembalikan."
