"""The ways from the person of the cursor to the screens about him, of Unit and of Isi, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.screen import Screen

    from skp_tui.services.base.views import Orang
    from skp_tui.ui.screens.frame.frame import Frame

NOBODY_HERE = "Tidak ada pegawai pada kursor. Esc menampilkan semua, Ctrl+N menambah."


def open_for_person(frame: Frame, make: Callable[[Orang], Screen[Any]]) -> None:
    """Open a screen about the cursor's person, as he stands once what is typed is stored."""
    if frame.cursor_person() is None:
        frame.tell(NOBODY_HERE, "warning")
        return

    def go() -> None:
        orang = frame.cursor_person()
        if orang is not None:
            frame.app.push_screen(make(orang))

    frame.leave(go)


def _of_person(make: Callable[[Orang], Screen[Any]], isian: str = "") -> Callable[[Frame], None]:
    """Return a way to a screen; ``isian`` is what is entered there, which not every year takes."""

    def go(frame: Frame) -> None:
        orang = frame.cursor_person()
        if not isian or orang is None or frame.takes(orang.peraturan, orang.penilaian.tahun, isian):
            open_for_person(frame, make)

    return go


def _open_trail(frame: Frame) -> None:
    """Show what was changed of the cursor's person, or of anything where there is nobody."""
    from skp_tui.ui.screens.trail.screen import TrailScreen  # noqa: PLC0415 - where used

    orang = frame.cursor_person()
    asked = TrailScreen() if orang is None else TrailScreen(orang.nip, orang.nama)
    frame.leave(lambda: frame.app.push_screen(asked))


# What opens is loaded when it is asked for


def _parts(orang: Orang) -> Screen[Any]:
    from skp_tui.ui.screens.people.parts import PartsScreen  # noqa: PLC0415 - when asked for

    return PartsScreen(orang.penilaian.tahun, orang.nip)


def _outside(orang: Orang) -> Screen[Any]:
    from skp_tui.ui.screens.people.outside import OutsideScreen  # noqa: PLC0415 - when asked for

    return OutsideScreen(orang.penilaian.tahun, orang.nip)


def _progress(orang: Orang) -> Screen[Any]:
    from skp_tui.ui.screens.notes.progress import ProgressScreen  # noqa: PLC0415 - when asked for

    return ProgressScreen(orang)


def _notes(orang: Orang) -> Screen[Any]:
    from skp_tui.ui.screens.notes.notes import NotesScreen  # noqa: PLC0415 - when asked for

    return NotesScreen(orang)


def _sheet(orang: Orang) -> Screen[Any]:
    from skp_tui.ui.screens.signing.sheet import SheetScreen  # noqa: PLC0415 - when asked for

    return SheetScreen(orang.penilaian.tahun, orang.nip, orang.nama)


FROM_ENTRY: Final[Mapping[str, Callable[[Frame], None]]] = {
    "open_trail": _open_trail,
    "open_sheet": _of_person(_sheet, "pengecualian"),
}
"""By the ids of the actions; the sheet is where agreement, lock and objection are."""
TO_NOTES: Final[Mapping[str, Callable[[Frame], None]]] = {
    "open_progress": _of_person(_progress, "kegiatan"),
    "open_notes": _of_person(_notes, "perilaku"),
}
"""What is noted through a year of activities."""
OF_PERSON: Final[Mapping[str, Callable[[Frame], None]]] = {
    **FROM_ENTRY,
    **TO_NOTES,
    "open_parts": _of_person(_parts),
    "open_outside": _of_person(_outside),
}
