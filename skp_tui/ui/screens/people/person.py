"""The form of one person, new or stored."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

from skp_tui.domain.nip import appointed_in
from skp_tui.domain.office import KOLOM_PEJABAT, PEJABAT, PENDAMPING, Pejabat
from skp_tui.domain.period import tahun_dikerjakan
from skp_tui.record import record
from skp_tui.services.base.editing import Tersimpan, save_records
from skp_tui.services.office.appraisers import (
    bare,
    changed_answers,
    known_pejabat,
    named_pejabat,
    superior_of,
    superior_words,
    without_followed,
)
from skp_tui.services.office.listing import Daftar, people_list
from skp_tui.services.office.starting import default_pejabat
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.form.field import Field
from skp_tui.ui.screens.form.form import Answers, FormScreen
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.screens.people.person_fields import (
    pejabat_answers,
    person_fields,
    shown,
)

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

PENILAI, ATASAN = PEJABAT
NEW = "Menurut NIP diangkat {}: isi juga Aktif sejak, di akhir formulir."


@record
class Known:
    """Everybody who can be named, and the appraisers that a new person gets."""

    daftar: Daftar
    pejabat: tuple[Pejabat, Pejabat]


class KnownRead(Message):
    """Tell that the people were read."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.known = known


class UsualRead(Message):
    """Tell which appraisers a new person of a unit gets."""

    def __init__(self, unit: str, pejabat: tuple[Pejabat, Pejabat]) -> None:
        super().__init__()
        self.unit, self.pejabat = unit, pejabat


def known_people(connection: sqlite3.Connection, unit: str) -> Known:
    """Read who can be named, and the usual appraisers of a unit."""
    return Known(people_list(connection), default_pejabat(connection, unit))


class RatersForm(FormScreen):
    """A form that names appraisers: a known NIP brings the rest along, and who is above him."""

    daftar: Daftar | None = None

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._filled: dict[str, Pejabat] = {}
        self._put_aside: Pejabat | None = None
        """The superior who stood there before another appraiser brought his own along."""

    def whose(self) -> str:
        """Return the NIP of the person whom the form is about, empty for several."""
        return ""

    def ask_with_raters(
        self, fields: Iterable[Field], values: Mapping[str, str], after: Sequence[Widget] = ()
    ) -> None:
        """Show the questions; what is known of an appraiser belongs to the NIP that is known."""
        for awalan in PEJABAT:
            known = {nama: values.get(f"{awalan}_{nama}", "") for nama in KOLOM_PEJABAT}
            self._filled[awalan] = Pejabat(**known)
        self.ask(fields, values, after)

    def follow(self, nama: str) -> None:
        """Fill in what is known of a NIP; take away what belonged to the one before."""
        awalan = nama.removesuffix("_nip")
        if awalan not in PEJABAT or nama == awalan or self.daftar is None:
            return
        entries, filled = self.entries, self._filled[awalan]
        nip = bare(entries[nama].answer)
        if nip == filled.nip:
            return
        present = {satu: entries[f"{awalan}_{satu}"].answer for satu in PENDAMPING}
        own = named_pejabat(self.daftar, nip)
        untouched = present == {satu: getattr(filled, satu) for satu in PENDAMPING}
        self._filled[awalan] = new = own or Pejabat(nip)
        if own is not None or untouched:
            for satu in PENDAMPING:
                entries[f"{awalan}_{satu}"].put(getattr(new, satu))
        if awalan == PENILAI:
            self._bring_superior(nip)

    def _bring_superior(self, nip: str) -> None:
        """Name who is above another appraiser, as long as nobody typed a superior here.

        Above one of whom nothing is known stays who stood there at first.
        """
        present = {satu: self.entries[f"{ATASAN}_{satu}"].answer for satu in KOLOM_PEJABAT}
        filled = self._filled[ATASAN]
        if self.daftar is None or Pejabat(**present) != filled:
            return
        own = nip == self._asked[f"{PENILAI}_nip"]
        above = None if own else superior_of(self.daftar, nip)
        if above is not None and above.nip == self.whose() != "":
            above = None
        if above is None:
            above, self._put_aside = self._put_aside, None
        elif self._put_aside is None:
            self._put_aside = filled
        if above is not None:
            self._filled[ATASAN] = above
            for satu in KOLOM_PEJABAT:
                self.entries[f"{ATASAN}_{satu}"].put(getattr(above, satu))


class PersonScreen(RatersForm):
    """Ask about one person; without a NIP about a new one."""

    SUBJECT = Room.PEGAWAI

    def __init__(self, unit: str, nip: str | None = None) -> None:
        super().__init__("Pegawai baru" if nip is None else "Ubah pegawai")
        self._unit, self._nip = unit, nip
        self._before: Answers = {}
        self._usual: Answers = {}
        self._given: Answers = {}

    def whose(self) -> str:
        """Return his NIP; that of a new one as it is typed."""
        return self._nip or bare(self.entries["nip"].answer)

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
        self._usual = _usual_answers(daftar, message.known.pejabat)
        known: Answers = {"unit": self._unit, "status": "PNS", **self._usual}
        self.ask_with_raters(person_fields(daftar, baru=True), known)

    def follow(self, nama: str) -> None:
        """Give a new person the appraisers of the unit that is chosen, unless others are named."""
        super().follow(nama)
        if nama == "nip" and self._nip is None:
            self._tell_new(self.entries[nama].answer)
        if nama != "unit" or self._nip is not None or not self._names_the_usual():
            return
        unit = self.entries["unit"].answer
        self.hold("ask")
        self.skp.read(
            self,
            lambda connection: default_pejabat(connection, unit),
            lambda found: UsualRead(unit, found),
            group="penilai",
        )

    def _tell_new(self, nip: str) -> None:
        """Point at the last questions where a NIP says that he came in the year worked on."""
        year, today = appointed_in(nip), self.skp.today
        if year is not None and tahun_dikerjakan(today) <= year <= today.year:
            self.tell(NEW.format(year))

    def _names_the_usual(self) -> bool:
        answers = self.answers()
        return all(answers[nama] == text for nama, text in self._usual.items())

    def on_usual_read(self, message: UsualRead) -> None:
        """Name them, where the unit is still that one and nobody else was named meanwhile."""
        here = self.entries["unit"].answer == message.unit
        if self.daftar is not None and here and self._names_the_usual():
            self._usual = _usual_answers(self.daftar, message.pejabat)
            for awalan in PEJABAT:
                named = {nama: self._usual[f"{awalan}_{nama}"] for nama in KOLOM_PEJABAT}
                self._filled[awalan] = Pejabat(**named)
            entries = self.entries
            for nama, text in self._usual.items():
                entries[nama].put(text)
        self.let_go("ask")

    def prepared(self) -> Answers:
        """Return what was changed; of a new person what is not empty, or may not be."""
        if self.daftar is None:
            return {}
        answers = self.answers()
        if self._nip is None:
            new = without_followed(answers, self.daftar, before={})
            fields = {nama: row.field for nama, row in self.rows.items()}
            return {nama: text for nama, text in new.items() if text or fields[nama].wajib}
        must = {nama: answers[nama] for nama in ("nama", "unit")}
        self._given = changed_answers(answers, self.daftar, before=self._before)
        return {"nip": self._nip, **must, **self._given}

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store the person."""
        new = self._nip is None
        sebab = f"{'pegawai baru' if new else 'ubah pegawai'} {answers['nama']}"
        return save_records(writer, "pegawai", [answers], sebab, baru=new)

    def after_stored(self) -> None:
        """Say so, and put the cursor of the lists on a new person: one goes on with him."""
        self.skp.tell(f"Pegawai tersimpan. Ctrl+Z membatalkan.{self._about_superior()}")
        if self._nip is None:
            for screen in self.app.screen_stack:
                if isinstance(screen, Frame):
                    screen.point_at(bare(self._asked["nip"]))

    def _about_superior(self) -> str:
        stored = None if self.daftar is None else self.daftar.pegawai.get(self._nip or "")
        if self.daftar is None or stored is None:
            return ""
        return superior_words([stored], self._given, self.daftar)


def _usual_answers(daftar: Daftar, pejabat: Iterable[Pejabat]) -> Answers:
    """Return the answers about the usual appraisers, with what is known of them here."""
    found: Answers = {}
    for awalan, satu in zip(PEJABAT, pejabat, strict=True):
        found |= pejabat_answers(awalan, known_pejabat(daftar, satu.nip) or satu)
    return found
