"""The manual: its pages in their order, their sections by cell and field, and what finds them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from skp_tui.domain.search import fits, searchable
from skp_tui.errors import InputError
from skp_tui.record import record
from skp_tui.ui.actions.model import Room

FOLDER: Final = Path(__file__).parents[2] / "bantuan"
COMMANDS: Final = "perintah"
"""The one page that no screen has: the commands."""
EXAMPLE: Final = "Contoh:"
TOPIC: Final = "## "
ITEM: Final = "- "

CHAPTERS: Final[Mapping[str, tuple[str, ...]]] = {
    "Memulai": (Room.AWAL, Room.UNIT, Room.FORM),
    "Mengisi": (
        Room.ISI, Room.KINERJA, Room.PERILAKU, Room.EVALUASI, Room.MENGAPA,
        Room.SALIN, Room.SALIN_PILIH, Room.SALIN_PRATINJAU,
    ),
    "Sepanjang tahun": (
        Room.LEMBAR, Room.SEPAKAT, Room.KEMAJUAN, Room.CATATAN, Room.BAGIAN, Room.LUAR, Room.JEJAK,
    ),
    "Mengimpor": (Room.IMPOR, Room.KOLOM, Room.RENCANA),
    "Melihat dan mengirim": (
        Room.REKAP, Room.SEBARAN, Room.ANGKA_KREDIT, Room.KIRIM, Room.KIRIMAN, Room.KIRIMAN_ISI,
    ),
    "Kantor dan program": (
        Room.PEGAWAI, Room.UNIT_PERIODE, Room.TAHUN_BARU, Room.PENGATURAN, COMMANDS,
    ),
    "Bila ada masalah": (Room.TOMBOL, Room.DUKUNGAN),
}  # fmt: skip
"""The pages of the manual by chapter, in the order in which they are read."""
OTHERS: Final = "Lain-lain"


@record
class Section:
    """A part of a page; ``topics`` are the cells, fields and windows that it is about."""

    title: str
    topics: frozenset[str]
    text: tuple[str, ...]

    @property
    def example(self) -> str:
        """Return its line with an example; empty where it has none."""
        return next((part for part in self.text if part.startswith(EXAMPLE)), "")


@record
class Page:
    """The page of a screen: its title, what is said of the whole screen, and its sections."""

    name: str
    title: str
    intro: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def general(self) -> tuple[Section, ...]:
        """Return the sections about the screen as a whole."""
        return tuple(satu for satu in self.sections if not satu.topics)

    @property
    def fields(self) -> tuple[Section, ...]:
        """Return the sections about single cells, fields and windows."""
        return tuple(satu for satu in self.sections if satu.topics)

    def about(self, topics: Sequence[str]) -> Section | None:
        """Return the section about the first of some topics that has one; ``TW I`` is ``TW_I``."""
        named = (topic.replace(" ", "_") for topic in topics)
        found = (satu for topic in named for satu in self.sections if topic in satu.topics)
        return next(found, None)


def chapters() -> Mapping[str, tuple[str, ...]]:
    """Return all chapters; a room that none of them names stands in a last one."""
    named = {name for names in CHAPTERS.values() for name in names}
    rest = tuple(room for room in Room if room not in named)
    return {**CHAPTERS, OTHERS: rest} if rest else CHAPTERS


def names() -> tuple[str, ...]:
    """Return the names of all pages in the order of the chapters."""
    return tuple(str(name) for names in chapters().values() for name in names)


@cache
def page(name: str) -> Page:
    """Return a page by the name of its screen; raises InputError with the names there are."""
    if name not in names():
        raise InputError(f"Tidak ada halaman {name}.", f"Yang ada: {', '.join(names())}.")
    return parsed(name, (FOLDER / f"{name}.md").read_text(encoding="utf-8"))


def parsed(name: str, markdown: str) -> Page:
    """Read a page: ``# title``, paragraphs, then ``## title {topics}`` with paragraphs each."""
    head, *blocks = f"\n{markdown}".split(f"\n{TOPIC}")
    title, _, intro = head.strip().partition("\n")
    return Page(
        name, title.removeprefix("# ").strip(), _paragraphs(intro),
        tuple(_section(block) for block in blocks),
    )  # fmt: skip


def _section(block: str) -> Section:
    heading, _, body = block.partition("\n")
    title, _, topics = heading.partition("{")
    return Section(title.strip(), frozenset(topics.rstrip("} ").split()), _paragraphs(body))


def _paragraphs(text: str) -> tuple[str, ...]:
    """Return paragraphs as one line each; the items of a list are paragraphs of their own."""
    blocks = text.replace(f"\n{ITEM}", f"\n\n{ITEM}").split("\n\n")
    return tuple(" ".join(block.split()) for block in blocks if block.strip())


def find(words: Sequence[str]) -> Iterator[tuple[Page, Section | None]]:
    """Yield pages and sections with all words: those with the words in their title first."""
    everything = [(page(name), part) for name in names() for part in (None, *page(name).sections)]
    titled = [found for found in everything if fits(words, searchable(_title(*found)))]
    yield from titled
    for satu in everything:
        if satu not in titled and fits(words, searchable(_title(*satu), _text(*satu))):
            yield satu


def _title(halaman: Page, bagian: Section | None) -> str:
    return halaman.title if bagian is None else bagian.title


def _text(halaman: Page, bagian: Section | None) -> str:
    return " ".join(halaman.intro if bagian is None else bagian.text)
