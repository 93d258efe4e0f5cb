"""The list of angka kredit: its columns, a line for each person, and the cursor's line in full."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from rich.text import Text

from skp_tui.domain.number import printed, shown
from skp_tui.domain.search import searchable
from skp_tui.domain.text import clean
from skp_tui.rules.angka_kredit import isi_tanggal
from skp_tui.services.recap.credits import Kredit
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import cut, line

EMPTY: Final = (
    "Tidak ada pejabat fungsional yang wajib dinilai di unit ini. "
    "Esc kembali, lalu P: jenis jabatan diatur di sana."
)
READING: Final = "Menghitung…"
NO_MATCH: Final = "Tidak ada yang cocok. Esc menampilkan semua."
NO_LEVEL: Final = (
    "Jenjang tidak terbaca dari jabatannya; tulis misalnya Analis SDM Aparatur Ahli Muda (P)."
)
NARROW: Final = 70
WIDE: Final = 100
NAME: Final = 20
MANY: Final = 1000


def columns(width: int, listed: Sequence[Kredit]) -> tuple[Column, ...]:
    """Return the columns; the post stands there where there is room."""
    longest = max((len(satu.orang.nama) for satu in listed), default=NAME)
    name = max(NAME, min(longest, 36, width - 54))
    found = (
        Column("no", "No", 3 if len(listed) < MANY else 5, align="right", frozen=width < NARROW),
        Column("nama", "Nama", name, frozen=width < NARROW),
        Column("jenjang", "Jenjang", 12),
        Column("bulan", "Bulan", 5, align="right"),
        Column("predikat", "Predikat", 15),
        Column("ak", "AK", 6, align="right"),
    )
    return (*found, Column("jabatan", "Jabatan", 24, flexible=True)) if width >= WIDE else found


def row(number: int, satu: Kredit, width: int) -> Row:
    """Return the line of one person and jenjang; a dash is "not yet", never 0."""
    cells: tuple[str, ...] = (
        str(number),
        satu.orang.nama,
        satu.jenjang or "–",
        "–" if satu.bulan is None else str(satu.bulan),
        satu.orang.hasil.sebutan or "–",
        amount(satu),
    )
    if width >= WIDE:
        cells = (*cells, satu.jabatan)
    return Row(satu.kunci, cells, mark="" if satu.konversi else "warning")


def amount(satu: Kredit) -> str:
    """Return the angka kredit with two decimals, a dash for "not yet"."""
    return printed(None if satu.angka_kredit is None else Fraction(satu.angka_kredit))


def searched(satu: Kredit) -> str:
    """Return what is searched for a line: name, NIP, post and jenjang."""
    return searchable(satu.orang.nama, satu.orang.nip, satu.jabatan, satu.jenjang or "")


def foot(satu: Kredit | None, width: int) -> Text:
    """Return the cursor's line with its post, and how its angka kredit came about."""
    if satu is None:
        return line("")
    post = f"{clean(satu.orang.nama)} · {clean(satu.jabatan) or 'tanpa jabatan'}"
    texts = (cut(line(post), width), cut(line(reason(satu)), width))
    return Text("\n", end="", no_wrap=True).join(texts)


def reason(satu: Kredit) -> str:
    """Say how an angka kredit came about, or what it waits for."""
    if satu.jenjang is None:
        return NO_LEVEL
    if satu.kabur:
        return f"{satu.jenjang}: {isi_tanggal(satu.kabur)} (D di layar Unit)."
    found = satu.konversi
    if found is None:
        return f"Menunggu predikat; {satu.jenjang}, {satu.bulan} bulan."
    return (
        f"{found.predikat} {found.persen} % × koefisien {found.jenjang} {shown(found.koefisien)} "
        f"× {found.bulan} / 12 bulan = {amount(satu)}"
    )
