"""The form of one person, new or stored."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from skp_tui.domain.office import Pejabat
from skp_tui.services.editing import Tersimpan, save_records
from skp_tui.services.listing import Daftar, people_list
from skp_tui.services.starting import default_pejabat
from skp_tui.ui.screens.form import Answers, FormScreen
from skp_tui.ui.screens.form_field import Field
from skp_tui.ui.screens.person_fields import (
    PEJABAT,
    PENDAMPING,
    known_pejabat,
    pejabat_answers,
    person_fields,
    shown,
    without_followed,
)

if TYPE_CHECKING:
    from skp_tui.storage.writer import Writer


@dataclass(frozen=True, slots=True)
class Known:
    """Everybody who can be named, and the appraisers that a new person gets."""

    daftar: Daftar
    pejabat: tuple[Pejabat, Pejabat]


class KnownRead(Message):
    """Tell that the people were read."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.known = known


def known_people(connection: sqlite3.Connection, unit: str) -> Known:
    """Read who can be named, and the usual appraisers of a unit."""
    return Known(people_list(connection), default_pejabat(connection, unit))


class RatersForm(FormScreen):
    """A form that names appraisers: a known NIP brings the rest along."""

    daftar: Daftar | None = None

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._filled: dict[str, Pejabat] = {}

    def ask_with_raters(self, fields: Iterable[Field], values: Mapping[str, str]) -> None:
        """Show the questions; what is known of an appraiser belongs to the NIP that is known."""
        for awalan in PEJABAT:
            known = {nama: values.get(f"{awalan}_{nama}", "") for nama in ("nip", *PENDAMPING)}
            self._filled[awalan] = Pejabat(**known)
        self.ask(fields, values)

    def follow(self, nama: str) -> None:
        """Fill in what is known of a NIP; take away what belonged to the one before."""
        awalan = nama.removesuffix("_nip")
        if awalan not in PEJABAT or nama == awalan or self.daftar is None:
            return
        entries, filled = self.entries, self._filled[awalan]
        nip = "".join(entries[nama].answer.split())
        if nip == filled.nip:
            return
        present = {satu: entries[f"{awalan}_{satu}"].answer for satu in PENDAMPING}
        own = known_pejabat(self.daftar, nip)
        untouched = present == {satu: getattr(filled, satu) for satu in PENDAMPING}
        self._filled[awalan] = new = own or Pejabat(nip)
        if own is not None or untouched:
            for satu in PENDAMPING:
                entries[f"{awalan}_{satu}"].put(getattr(new, satu))


class PersonScreen(RatersForm):
    """Ask about one person; without a NIP about a new one."""

    def __init__(self, unit: str, nip: str | None = None) -> None:
        super().__init__("Pegawai baru" if nip is None else "Ubah pegawai")
        self._unit, self._nip = unit, nip
        self._before: Answers = {}

    def on_mount(self) -> None:
        """Read who can be named, then ask."""
        unit = self._unit
        self.skp.read(
            self, lambda connection: known_people(connection, unit), KnownRead, group="orang"
        )

    def on_known_read(self, message: KnownRead) -> None:
        """Ask."""
        self.daftar = daftar = message.known.daftar
        stored = daftar.pegawai.get(self._nip or "")
        if stored is not None:
            self._before = shown(stored)
            self.ask_with_raters(person_fields(daftar, baru=False), self._before)
            return
        known: Answers = {"unit": self._unit, "status": "PNS"}
        for awalan, pejabat in zip(PEJABAT, message.known.pejabat, strict=True):
            known |= pejabat_answers(awalan, known_pejabat(daftar, pejabat.nip) or pejabat)
        self.ask_with_raters(person_fields(daftar, baru=True), known)

    def prepared(self) -> Answers:
        """Return what was changed; of a new person what is not empty."""
        if self.daftar is None:
            return {}
        answers = without_followed(self.answers(), self.daftar, before=self._before)
        if self._nip is None:
            return {nama: text for nama, text in answers.items() if text}
        must = {"nama", "unit"}
        changed = {
            nama: text
            for nama, text in answers.items()
            if nama in must or text != self._before.get(nama, "")
        }
        return {"nip": self._nip, **changed}

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store the person."""
        new = self._nip is None
        sebab = f"{'pegawai baru' if new else 'ubah pegawai'} {answers['nama']}"
        return save_records(writer, "pegawai", [answers], sebab, baru=new)

    def after_stored(self) -> None:
        """Say so."""
        self.skp.tell("Pegawai tersimpan. Ctrl+Z membatalkan.")
