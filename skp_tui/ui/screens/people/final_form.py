"""The form of the final value of 2021: one person after another, the source typed once."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from rich.text import Text

from skp_tui.domain.number import NumberError, editable, parse_number, shown
from skp_tui.domain.validity import fault_of_nilai_luar
from skp_tui.rules.pp30 import predikat
from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.base.views import Orang
from skp_tui.services.office.outside import AKHIR, TempatNilai, save_value
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.form.field import Field, choices
from skp_tui.ui.screens.form.form import Answers
from skp_tui.ui.screens.form.year_form import YearForm
from skp_tui.ui.widgets.lines import Lines, cut, line

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

IDEA = choices([("", "tidak"), ("ya", "ya, bermanfaat bagi organisasi atau negara")])

NOTHING_FOLLOWS = "Predikat: –"


def following_words(text: str, idea: str) -> str:
    """Say which predikat follows from a value as far as it is typed: ``87,5 = Cukup``."""
    try:
        nilai = parse_number(text, ",")
    except NumberError:
        return NOTHING_FOLLOWS
    if fault_of_nilai_luar(AKHIR, nilai) is not None:
        return NOTHING_FOLLOWS
    return f"Predikat: {shown(nilai)} = {predikat(Fraction(nilai), ide_baru=bool(idea))}"


class FinalForm(YearForm):
    """Ask for the value, its source and the new idea.

    Offices have the values of all from one application or list, so the source of the one before is
    offered again.
    """

    SUBJECT = Room.LUAR
    KIND = "akhir"

    def __init__(self, orang: Orang, following: Sequence[Orang], sumber: str = "") -> None:
        super().__init__("Nilai akhir", orang, following)
        self._sumber = sumber

    def on_mount(self) -> None:
        """Ask, with what is stored."""
        self.ask(
            [
                Field("nilai", "Nilai akhir", "98,5", "0 sampai 120, dari aplikasi BKN.",
                      wajib=True),
                Field("sumber", "Sumber", "e-Kinerja BKN, 31-01-2022", "Dari mana nilainya.",
                      wajib=True),
                Field("ide_baru", "Ide baru", pilihan=IDEA,
                      penjelasan="Sangat Baik, 110 sampai 120, hanya dengan ide baru."),
            ],
            self._known(),
            [Lines(self._following_predikat, id="form-predikat", classes="form-about")],
        )  # fmt: skip

    def follow(self, nama: str) -> None:
        """Say anew which predikat follows."""
        del nama
        self.query_one("#form-predikat", Lines).refresh(layout=True)

    def _following_predikat(self, width: int) -> Text:
        answers = self.answers()
        words = following_words(answers.get("nilai", ""), answers.get("ide_baru", ""))
        return cut(line(words, "bold"), width)

    def _known(self) -> Answers:
        stored = self.orang.penilaian.akhir
        if stored is None:
            return {"sumber": self._sumber}
        idea = "ya" if stored.ide_baru else ""
        return {"nilai": editable(stored.nilai), "sumber": stored.sumber, "ide_baru": idea}

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store the value."""
        penilaian = self.orang.penilaian
        return save_value(
            writer, penilaian.tahun, penilaian.pegawai.nip, TempatNilai(AKHIR), answers
        )

    def form_of(self, orang: Orang, following: Sequence[Orang]) -> "FinalForm":
        """Return the form of the next one, with the same source."""
        return FinalForm(orang, following, self.answers()["sumber"])
