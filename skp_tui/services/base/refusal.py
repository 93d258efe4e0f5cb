"""Why something cannot be done to a person's year, said in one way wherever it is refused."""

from datetime import date

from skp_tui.domain.dates import shown_date
from skp_tui.errors import BUKA_KEMBALI, InputError, LockedError, SkpError
from skp_tui.record import record
from skp_tui.services.base.views import Orang

PENILAIAN = "Penilaian "


@record
class Halangan:
    """Why something cannot be done; ``alasan`` lacks the name, beside which a list shows it.

    ``pokok`` is what a sentence of its own says before the name: that it is about the appraisal.
    """

    alasan: str
    saran: str = ""
    pokok: str = ""
    galat: type[SkpError] = InputError

    def error(self, nama: str) -> SkpError:
        """Return it as a sentence with the name."""
        return self.galat(f"{self.pokok}{nama} {self.alasan}.", self.saran)


def signed(dikunci: date) -> Halangan:
    """Return what a signature says to whoever wants to change what was signed."""
    return Halangan(f"sudah dikunci {shown_date(dikunci)}", BUKA_KEMBALI, PENILAIAN, LockedError)


def refuse_locked(orang: Orang) -> None:
    """Raise LockedError for a signed appraisal."""
    if orang.penilaian.dikunci is not None:
        raise signed(orang.penilaian.dikunci).error(orang.nama)
