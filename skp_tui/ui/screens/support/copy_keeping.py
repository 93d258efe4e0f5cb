"""The way from the start screen to a whole copy of the database."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.paths import here, typed_file
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from skp_tui.ui.screens.frame.frame import Frame

COPY = "skp-salinan.db"


def ask_for_copy(frame: Frame) -> None:
    """Ask for a name and keep a whole copy of the database there."""
    from skp_tui.ui.screens.frame.ask import TextScreen  # noqa: PLC0415 - not for the first frame

    target = Path.home() / COPY
    asked = TextScreen(
        "Simpan salinan utuh",
        "Tulis nama berkasnya. Yang sudah ada tidak ditimpa: salinan baru mendapat nomor. "
        "Buka kelak dengan: skp-tui --db BERKAS",
        str(target),
        topic="salinan",
    )
    frame.app.push_screen(asked, partial(keep_copy, frame))


def keep_copy(frame: Frame, name: str | None) -> None:
    """Keep a copy under a name, and say where it lies or why there is none."""
    if not name:
        return

    def keep(writer: object) -> Path:
        del writer  # only its turn is wanted: what is queued before belongs into the copy
        from skp_tui.services.keeping.safekeeping import backup  # noqa: PLC0415 - here only

        return backup(frame.skp.sitting.path, typed_file(name, here(), COPY))

    def kept(path: Path) -> None:
        frame.tell(f"Salinan tersimpan: {path}")

    def refused(reason: str) -> None:
        frame.tell(reason, "error")

    frame.skp.write(frame, keep, place="salinan", saved=calling(kept), failed=calling(refused))
