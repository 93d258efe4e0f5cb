"""How far an import is, and which keys are named then."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from skp_tui.ui.screens.plan.asking import nothing_to_do
from skp_tui.ui.screens.plan.rows import REFUSED

if TYPE_CHECKING:
    from skp_tui.ui.screens.plan.reading import Terencana


class Tahap(Enum):
    """How far the import is."""

    MEMBACA = auto()
    RENCANA = auto()
    GAGAL = auto()
    MENULIS = auto()
    SELESAI = auto()
    TETAP = auto()
    """Done, but nothing came in: there is nothing of this import that could be taken back."""


NOT_YET: Final = "Rencana ini belum diterapkan; Esc meninggalkannya, dan tidak ada yang berubah."
UNAPPLIED: Final = "belum diterapkan; tidak ada yang masuk."
FIRST_THIS: Final = "Rencana ini belum diterapkan: Enter menerapkannya, Esc kembali ke berkas."
NOTHING_TO_UNDO: Final = "Impor ini tidak mengubah apa-apa, jadi tidak ada yang dibatalkan."
DONE: Final = frozenset({Tahap.SELESAI, Tahap.TETAP})

KEYS: Final = {
    Tahap.MEMBACA: (("Esc", "Batal"), ("F1", "Bantuan"), ("F10", "Semua")),
    Tahap.GAGAL: (("Enter", "Coba lagi"), ("Esc", "Kembali"), ("F1", "Bantuan"), ("F10", "Semua")),
    Tahap.SELESAI: (
        ("Enter", "Kembali"), ("Ctrl+Z", "Batalkan impor"), ("F5", "Impor lain"), ("F1", "Bantuan"),
    ),
    Tahap.TETAP: (
        ("Enter", "Kembali"), ("F5", "Impor lain"), ("F1", "Bantuan"), ("F10", "Semua"),
    ),
}  # fmt: skip
"""The keys that are named while the list is not there."""
REFUSED_ONLY: Final = (
    ("F1", "Bantuan"), ("Enter", "Tulis yang ditolak"), ("/", "Cari"), ("Esc", "Kembali"),
    ("F10", "Semua"),
)  # fmt: skip
TAKE: Final = ("T", "Penilai")


def keys_in(
    tahap: Tahap, plan: "Terencana | None", *, offers: bool
) -> tuple[tuple[str, str], ...] | None:
    """Return the keys that are named instead of the usual ones, with T where it means something."""
    if tahap is Tahap.RENCANA and plan is not None and _writes_refused_only(plan):
        return REFUSED_ONLY
    keys = KEYS.get(tahap)
    return (keys[0], TAKE, *keys[1:]) if keys and offers and tahap is Tahap.SELESAI else keys


def _writes_refused_only(plan: "Terencana") -> bool:
    """Say whether nothing would come in, and Enter only writes what is refused."""
    return not plan.gladi.changes and not nothing_to_do(plan.gladi, plan.tempat)


def idle_in(plan: "Terencana | None") -> Iterator[str]:
    """Yield the ids of what would do nothing in a plan, so that the footer leaves it out."""
    if plan is None:
        return
    if nothing_to_do(plan.gladi, plan.tempat):
        yield "apply_plan"
    if not plan.susunan.count(REFUSED):
        yield "show_refused"
