"""What the screen of importing is told by its workers."""

from pathlib import Path

from textual.message import Message

from skp_tui.services.imports.choosing import Pencocokan, Sekitar, Terkumpul, Tinjauan
from skp_tui.services.imports.folders import Entri, Isi


class FolderRead(Message):
    """Tell what stands in a folder."""

    def __init__(self, isi: Isi) -> None:
        super().__init__()
        self.isi = isi


class FolderClosed(Message):
    """Tell why a folder cannot be opened."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class FilesLooked(Message):
    """Tell what some files seem to hold."""

    def __init__(self, found: list[Tinjauan]) -> None:
        super().__init__()
        self.found = found


class FileLooked(Message):
    """Tell what the file seems to hold that somebody chose."""

    def __init__(self, tinjauan: Tinjauan) -> None:
        super().__init__()
        self.tinjauan = tinjauan


class FolderGathered(Message):
    """Tell what a whole folder brings."""

    def __init__(self, found: Terkumpul) -> None:
        super().__init__()
        self.found = found


class ColumnsRead(Message):
    """Tell how the columns of a file stand, so that somebody may point them out."""

    def __init__(self, entri: Entri, found: Pencocokan, *, asked: bool) -> None:
        super().__init__()
        self.entri, self.found, self.asked = entri, found, asked


class SurroundingsRead(Message):
    """Tell which units and years are stored."""

    def __init__(self, sekitar: Sekitar) -> None:
        super().__init__()
        self.sekitar = sekitar


class PlacesFound(Message):
    """Tell which drives and folders there are."""

    def __init__(self, places: tuple[Path, ...]) -> None:
        super().__init__()
        self.places = places


class TemplateWritten(Message):
    """Tell where an empty file lies."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
