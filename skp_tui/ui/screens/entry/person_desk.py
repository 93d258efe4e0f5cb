"""Who is shown in an entry screen: of whom in the list, which part, and how he counts by now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skp_tui.domain.parts import parts_of
from skp_tui.services.base.recording import Tempat
from skp_tui.services.base.views import valued
from skp_tui.ui.screens.cells.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from skp_tui.domain.appraisal import Bagian, Penilaian
    from skp_tui.services.base.views import Orang, UnitView


class PersonDesk(Desk):
    """Hold all who are listed, of whom one is shown; all rows are of his part that is shown.

    ``changed`` hears of every person who is taken in.
    """

    def __init__(
        self,
        view: UnitView,
        listed: Sequence[Orang],
        nip: str,
        changed: Callable[[Orang], None],
    ) -> None:
        super().__init__(view)
        self._changed = changed
        self.people = {satu.nip: satu for satu in listed}
        self.order = list(self.people)
        self.nip = nip
        self.nomor = self.parts[0].nomor

    # Who is shown

    def show_person(self, nip: str) -> None:
        """Show somebody, from his first part on."""
        self.nip = nip
        self.nomor = self.parts[0].nomor

    def show_part(self, nomor: int) -> None:
        """Show another part."""
        self.nomor = nomor

    @property
    def orang(self) -> Orang:
        """Return the person with what was entered so far."""
        return self.people[self.nip]

    @property
    def parts(self) -> tuple[Bagian, ...]:
        """Return the parts of the person's year."""
        return parts_of(self.orang.penilaian)

    @property
    def bagian(self) -> Bagian:
        """Return the part that is shown."""
        return next((part for part in self.parts if part.nomor == self.nomor), self.parts[-1])

    @property
    def locked(self) -> bool:
        """Say whether the appraisal is signed and so read-only."""
        return self.orang.penilaian.terkunci

    @property
    def tempat(self) -> Tempat:
        """Return whose year and which part is entered."""
        return Tempat(self.view.tahun, self.nip, self.bagian.nomor)

    def tempat_of(self, key: str) -> Tempat:
        """Return whose year and which part is entered; all rows are of them."""
        del key
        return self.tempat

    def name_of(self, key: str) -> str:
        """Return the name of the person who is shown."""
        del key
        return self.orang.nama

    def only_nip(self) -> str:
        """Return the NIP of the person who is shown."""
        return self.nip

    # What is counted with

    def take_in(self, penilaian: Penilaian) -> None:
        """Count with an appraisal as it is now, stored or on its way."""
        self.accept(valued(penilaian, self.view.periode))

    def accept(self, orang: Orang) -> None:
        """Count with a person as he is now."""
        self.people[orang.nip] = orang
        self._changed(orang)
