"""How the entry screen takes activities over from elsewhere."""

from abc import abstractmethod

from skp_tui.services.views import Orang
from skp_tui.ui.screens.isi_catalogue import IsiCatalogue
from skp_tui.ui.screens.person_ways import PersonWays


class IsiCopying(PersonWays, IsiCatalogue):
    """Copy into the person who is shown, and go on at the first cell that is missing then."""

    _copied = False

    @abstractmethod
    def go_to_next(self) -> None:
        """Put the cursor on the first cell that is missing."""

    @abstractmethod
    def tell_locked(self) -> None:
        """Say that the appraisal is signed."""

    def action_copy_from(self) -> None:
        """List where the activities can come from."""
        if self.locked:
            self.tell_locked()
            return
        from skp_tui.ui.screens.copy_from import SourceScreen  # noqa: PLC0415 - here only

        self.open_for_person(
            lambda orang: SourceScreen(
                self, self._after_copy, self.tempat, orang.nama, self.bagian.jabatan
            )
        )

    def _after_copy(self) -> None:
        self._copied = True
        self.hold("read")

    def show_stored(self, orang: Orang) -> None:
        """Go to what is to be typed next, once the desk has shown the copied rows."""
        super().show_stored(orang)
        if self._copied and orang.nip == self.nip:
            self._copied = False
            self.call_after_refresh(self._go_on)

    def _go_on(self) -> None:
        self.go_to_next()
        self.let_go("read")
