"""The way from other screens to the import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from skp_tui.ui.screens.frame.frame import Frame


def import_files(frame: Frame, unit: str | None = None) -> None:
    """Choose files to import, once all that was typed is stored."""
    frame.leave(lambda: open_import(frame, unit))


def open_import(frame: Frame, unit: str | None = None) -> None:
    """Choose files to import; the unit, else the one on Unit, stands in where a file names none."""
    from skp_tui.ui.screens.impor.files import ImportScreen  # noqa: PLC0415 - when asked for

    home = frame.skp.home
    frame.app.push_screen(ImportScreen(home.tahun, unit or home.kode))


TO_IMPORT: Final[Mapping[str, Callable[[Frame], None]]] = {"import_files": import_files}
"""By the id of the action."""
