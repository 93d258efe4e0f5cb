"""Every screen and the keys that lead there, in the order of the manual."""

from typing import Final, NamedTuple

OPEN: Final = ("slash", "w", "a", "y", "a", "n", "enter")
FILE: Final = ("slash", "p", "e", "g", "a", "w", "enter", "escape")


class Scene(NamedTuple):
    """A screen: the name of its file, what it is called, and the keys from the Unit screen.

    ``page`` names the page of the manual that it belongs to, where that is not its own name.
    """

    name: str
    title: str
    keys: tuple[str, ...]
    page: str = ""

    @property
    def chapter(self) -> str:
        """Return the page of the manual that it belongs to."""
        return self.page or self.name


FIRST: Final = (
    Scene("awal", "First start", ()),
    Scene("awal-selesai", "First start, stored", (
        *"Subbagian Umum", "enter", *"1.1.2", "enter", *"2017", "enter", "ctrl+s",
    ), "awal"),
    Scene("kosong", "A new unit", ("n",), "unit"),
)  # fmt: skip
"""On an empty database, one after the other."""

YEAR_2017: Final = (
    Scene("unit", "Unit", ()),
    Scene("bantuan", "Help", ("f1",), "unit"),
    Scene("menu", "Menu", ("f10",), "unit"),
    Scene("palet", "Palette", ("ctrl+p", *"wayan"), "unit"),
    Scene("tahun", "Choose a year", ("t",), "unit"),
    Scene("cari", "Search", ("slash", *"arsip"), "unit"),
    Scene("belum-lengkap", "Who is incomplete", ("1",), "unit"),
    Scene("isi", "Entry", OPEN),
    Scene("isi-ditolak", "A refused entry", (*OPEN, *"101", "enter"), "isi"),
    Scene("perilaku", "Behaviour of all", ("r",)),
    Scene("mengapa", "Why this value", ("down", "down", "f9")),
    Scene("salin", "Copy from", (*OPEN, "ctrl+o")),
    Scene("salin_pilih", "Copy to: whom", ("s", "enter")),
    Scene("salin_pratinjau", "Copy to: preview", ("s", "enter", "plus", "enter")),
    Scene("kemajuan", "Progress", ("m",)),
    Scene("catatan", "Notes on behaviour", ("c",)),
    Scene("lembar", "Appraisal sheet", ("l",)),
    Scene("sepakat", "Agree and lock", ("k", "plus")),
    Scene("bagian", "Parts of the year", ("d",)),
    Scene("luar", "Values from elsewhere", ("v",)),
    Scene("impor", "Import", ("f5",)),
    Scene("kolom", "Match columns", ("f5", *FILE, "k")),
    Scene("rencana", "Plan of an import", ("f5", *FILE, "enter", "f5")),
    Scene("rekap", "Recap", ("h",)),
    Scene("pegawai", "Employees", ("p",)),
    Scene("formulir", "Form of a person", ("p", "enter")),
    Scene("unit_periode", "Units", ("o",)),
    Scene("periode", "Years", ("o", "tab"), "unit_periode"),
    Scene("tahun_baru", "A new year", ("o", "tab", "b")),
    Scene("pengaturan", "Settings", ("a",)),
    Scene("kirim", "Send", ("f6",)),
    Scene("kirim-selesai", "Sent", ("f6", "f6", "y"), "kirim"),
    Scene("kiriman", "What was sent", ("f6", "r")),
    Scene("kiriman_isi", "Values of a package", ("f6", "r", "enter")),
    Scene("jejak", "Trail", ("j",)),
    Scene("tombol", "Test my keys", ("f10", "-")),
    Scene("dukungan", "Support", ("f10", "+")),
)  # fmt: skip
"""On the sample office in 2017; only a package is written, so the order is free before that."""

YEAR_2025: Final = (
    Scene("unit-2025", "Unit since 2022", (), "unit"),
    Scene("kinerja", "Entry since 2022", ("down", "enter")),
    Scene("evaluasi", "Ratings of all", ("r",)),
    Scene("mengapa-2025", "Why this predikat", ("down", "f9"), "mengapa"),
    Scene("sebaran", "Distribution", ("b",)),
    Scene("angka_kredit", "Angka kredit", ("n",)),
)
"""On the sample office in 2025."""

ROUND: Final = (
    Scene("latihan", "Guided first round", ("f10", "="), "unit"),
    Scene("latihan-isi", "Guided first round: entry", ("f10", "=", "down", "1", "enter"), "isi"),
)  # fmt: skip
"""On a throw-away copy of the sample office."""

ALL: Final = (*FIRST, *YEAR_2017, *YEAR_2025, *ROUND)
