"""Who is offered as appraiser is named whole in 80 columns; the other words give way first."""

from typing import TYPE_CHECKING

import pytest

from skp_tui.domain.office import Pejabat
from skp_tui.services.office.raters_offered import Bagi, Tawaran
from skp_tui.ui.screens.people.people_rows import offer_line

if TYPE_CHECKING:
    from skp_tui.domain.records import Rekaman

SHORT = "Bram Contoh"
LONG = "Dr. Hj. Noorhayati Contoh Rekaan, S.E., M.M."
LONGEST = "Prof. Dr. Ir. Raden Mas Contoh Rekaan Panjang, S.T., M.Eng., Ph.D."


def offered(name: str) -> Tawaran:
    people: tuple[Rekaman, ...] = tuple({"nip": str(number)} for number in range(41))
    return Tawaran((Bagi(Pejabat(nama=name), Pejabat(), people, {}),))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (SHORT, f"41 dari 42 pegawai belum punya penilai · P memilih · T menetapkan {SHORT}"),
        (LONG, f"41 tanpa penilai · T: {LONG}"),
        (
            "Noorhayati Contoh, S.E.",
            "41 dari 42 belum punya penilai · T menetapkan Noorhayati Contoh, S.E.",
        ),
    ],
)
def test_the_longest_words_that_leave_the_name_whole_are_said(name: str, words: str) -> None:
    assert offer_line(offered(name), 42, 80).plain == words


def test_a_name_wider_than_the_line_is_visibly_cut() -> None:
    assert offer_line(offered(LONGEST), 42, 60).plain.endswith("…")
