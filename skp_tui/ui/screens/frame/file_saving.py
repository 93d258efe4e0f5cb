"""One way to save a file: under a name that one may change, in a thread, told where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skp_tui.paths import typed_file
from skp_tui.ui.screens.frame.ask import TextScreen
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from skp_tui.exchange.writing.publishing import NamaBerkas
    from skp_tui.ui.screens.frame.frame import Frame

    Writing = Callable[[str, Path], Callable[[], Path]]

LOST = "Map ini hilang bersama kantor contoh saat ditutup."


def save_under(
    frame: Frame, title: str, offered: str, writing: Writing, *, group: str, about: str = ""
) -> None:
    """Ask for a name, write in a thread, and say where the file lies; nothing is overwritten.

    ``writing`` makes of the name and the folder what is done in the thread, with what is shown at
    that time. It is told on whatever screen one is by then.
    """
    skp = frame.skp
    folder = skp.writing_folder

    def write(typed: str | None) -> None:
        if typed:
            # by its name, as a newer work of the group would keep this one from being told
            skp.work(skp.home, writing(typed, folder), calling(told), group=f"{group} {typed}")

    def told(path: Path) -> None:
        skp.wrote(path)
        skp.tell(f"Tersimpan: {path}")

    lost = f" {LOST}" if skp.sample_place in {folder, *folder.parents} else ""
    words = f"Di {folder}; berkas yang ada tidak ditimpa.{lost}{about}"
    frame.app.push_screen(TextScreen(title, words, offered, topic="berkas"), write)


def save_list(frame: Frame, daftar: str, nama: NamaBerkas, made: Callable[[], bytes]) -> None:
    """Save a list as CSV; its bytes are made when there is a name."""
    from skp_tui.services.base.list_file import save_list as save  # noqa: PLC0415 - here only

    offered = nama.dengan("")

    def writing(typed: str, folder: Path) -> Callable[[], Path]:
        return lambda: save(made(), typed_file(typed, folder, offered))

    save_under(frame, f"Simpan daftar {daftar} sebagai CSV", offered, writing, group="csv")
