"""Forms of a year that one person after another fills: the next one opens when one is stored."""

from abc import abstractmethod
from collections.abc import Sequence

from skp_tui.services.base.views import Orang
from skp_tui.ui.screens.form.form import FormScreen

LAST = "Tersimpan; tidak ada lagi yang belum dinilai di daftar ini. Ctrl+Z membatalkan."


class YearForm(FormScreen):
    """Ask for what a year needs of one person, then of the next one who lacks it."""

    def __init__(self, nama: str, orang: Orang, following: Sequence[Orang]) -> None:
        left = f" · {len(following)} lagi" if following else ""
        super().__init__(f"{nama} · {orang.nama} · {orang.penilaian.tahun}{left}")
        self.orang, self._following = orang, tuple(following)

    @abstractmethod
    def form_of(self, orang: Orang, following: Sequence[Orang]) -> "YearForm":
        """Return the same form for somebody else, with what is offered again."""

    def note(self) -> str:
        """Say how one goes on."""
        return "Ctrl+S menyimpan dan membuka orang berikut yang belum dinilai."

    def after_stored(self) -> None:
        """Open the form of the next one."""
        if not self._following:
            self.skp.tell(LAST)
            return
        orang, *following = self._following
        self.skp.push_screen(self.form_of(orang, following))


def after(nip: str, listed: Sequence[Orang]) -> tuple[Orang, list[Orang]]:
    """Return a person of a list, and who of it lacks something, from him on and round."""
    place = next(place for place, satu in enumerate(listed) if satu.nip == nip)
    rest = (*listed[place + 1 :], *listed[:place])
    return listed[place], [satu for satu in rest if satu.hasil.kurang]
