"""What is sent as it stands though it should be looked at first: it is allowed, so it only warns.

Whether somebody is complete is the regulation's to say (exchange 2): an appraiser who is not named,
an empty kepemimpinan and from 2022 an empty realisasi hinder no value. They leave a form unsigned
and a column empty all the same, so whoever sends is told of whom, and where it is mended.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from skp_tui.domain.office import Pejabat
from skp_tui.record import record
from skp_tui.rules.permenpanrb6 import TANPA_HASIL_KERJA
from skp_tui.rules.pp46_odd import is_odd, odd_amounts
from skp_tui.rules.result import Kurang, Status
from skp_tui.rules.target import without_outcome
from skp_tui.services.base.views import Orang, UnitView
from skp_tui.services.entry.judging import KEPEMIMPINAN, has_mean, oddity

if TYPE_CHECKING:
    from skp_tui.services.sending.profiles import Profil

TANPA_PENILAI: Final = "pejabat penilai belum ditetapkan"
STRUKTURAL: Final[Mapping[str, frozenset[str]]] = {
    "kepala": frozenset({"sekolah", "puskesmas"}),
    "sekretaris": frozenset({"pimpinan"}),
    "direktur": frozenset(),
    "inspektur": frozenset({"tambang", "ketenagalistrikan", "minyak"}),
    "camat": frozenset(),
    "lurah": frozenset(),
}
"""What a structural post begins with, each with the next words that make it none.

Short and closed, for it only guesses: a warning of too many would be read by nobody. Asisten is
not here, as far more of them are functional (Asisten Apoteker) than assistants of a Sekda.
"""
UPT: Final = frozenset({"upt", "uptd"})
"""What may stand between, as in Kepala UPTD Puskesmas."""


class Hal(StrEnum):
    """What is to be looked at; its value follows a number of people."""

    PENILAI = "tanpa pejabat penilai"
    ATASAN = "dengan atasan penilai yang patut diperiksa"
    KEPEMIMPINAN = "dengan kepemimpinan yang tidak cocok dengan jabatannya"
    REALISASI = "dinilai sebelum realisasinya lengkap"
    ANGKA = "dengan angka yang patut diperiksa"


@record
class Patut:
    """One thing about one person; ``at`` is its cell, None where it is who appraises him."""

    orang: Orang
    hal: Hal
    pesan: str
    at: Kurang | None = None

    @property
    def kalimat(self) -> str:
        """Say of whom, and what."""
        return f"{self.orang.nama} ({self.orang.nip}): {self.pesan}"


def attention(view: UnitView) -> tuple[Patut, ...]:
    """Return what should be looked at, in the order of the list; of those who are due only."""
    raters = {satu.nip: satu.penilaian.penilai for satu in view.orang}
    due = (satu for satu in view.orang if satu.hasil.status is not Status.DIKECUALIKAN)
    return tuple(found for satu in due for found in _of_person(satu, raters))


def attention_of(profil: "Profil", found: Iterable[Patut]) -> tuple[Patut, ...]:
    """Return what should be looked at in the files of a profile: of those whom it writes.

    Files for another computer, and the lists of other screens, are not handed in.
    """
    if profil.tanpa_nilai or profil.daftar:
        return ()
    everybody = not profil.hanya_dinilai
    return tuple(satu for satu in found if everybody or satu.orang.hasil.status is Status.DINILAI)


def in_numbers(found: Iterable[Patut]) -> str:
    """Count the people by what is to be looked at: ``2 pegawai tanpa pejabat penilai``."""
    people = {(satu.hal, satu.orang.nip) for satu in found}
    counts = Counter(hal for hal, _ in people)
    words = [f"{counts[hal]} pegawai {hal}" for hal in Hal if counts[hal]]
    return ", ".join(words)


def without_rater(orang: Orang) -> bool:
    """Say whether nobody is named to sign for somebody's year."""
    return not orang.penilaian.penilai.ditetapkan


def lacks_kepemimpinan(orang: Orang) -> bool:
    """Say whether perilaku of a structural post was judged without kepemimpinan (A.3)."""
    return bool(_odd_kepemimpinan(orang)) and orang.penilaian.perilaku.kepemimpinan is None


def open_outcomes(orang: Orang) -> str:
    """Say of how many indicators no outcome is known though the year is rated (from 2022)."""
    if orang.hasil.status is not Status.DINILAI:
        return ""
    empty, number = without_outcome(orang.penilaian)
    return f"realisasi belum diisi: {empty} dari {number} indikator" if empty else ""


def is_doubtful(orang: Orang) -> bool:
    """Say whether something that is filled in looks mistyped, or does not fit the post."""
    return is_odd(orang.penilaian) or bool(_odd_kepemimpinan(orang))


def without_plan(view: UnitView) -> Iterator[str]:
    """Say of how many people nothing was planned; they may be sent, for the ratings decide."""
    number = sum(TANPA_HASIL_KERJA in satu.hasil.peringatan for satu in view.orang)
    if number:
        yield f"Perhatikan: {number} pegawai {TANPA_HASIL_KERJA}."


def without_kind(view: UnitView) -> Iterator[str]:
    """Say of how many people the post looks structural though its kind is empty (A.3).

    Nobody is asked for their kepemimpinan then, so they are complete without it.
    """
    number = sum(_may_lack_kepemimpinan(satu) for satu in view.orang)
    if number:
        yield (
            f"Perhatikan: {number} pegawai jabatannya tampak struktural, tetapi jenis jabatannya "
            "kosong, jadi kepemimpinannya tidak diminta: isi jenis jabatan di Pegawai."
        )


def sounds_structural(jabatan: str) -> bool:
    """Say whether a post begins with a word of a structural one, as lists of offices write it."""
    first, *rest = jabatan.casefold().split() or [""]
    following = next((word for word in rest if word not in UPT), "")
    return first in STRUKTURAL and following not in STRUKTURAL[first]


def _may_lack_kepemimpinan(orang: Orang) -> bool:
    year = orang.penilaian
    return (
        "perilaku" in orang.peraturan.isian
        and orang.hasil.status is not Status.DIKECUALIKAN
        and year.jenis_jabatan is None
        and year.perilaku.kepemimpinan is None
        and sounds_structural(year.jabatan)
    )


def _of_person(orang: Orang, raters: Mapping[str, Pejabat]) -> Iterator[Patut]:
    if without_rater(orang):
        yield Patut(orang, Hal.PENILAI, TANPA_PENILAI)
    elif pesan := _odd_superior(orang, raters):
        yield Patut(orang, Hal.ATASAN, pesan)
    if pesan := open_outcomes(orang):
        yield Patut(orang, Hal.REALISASI, pesan, Kurang("realisasi"))
    if pesan := _odd_kepemimpinan(orang):
        yield Patut(orang, Hal.KEPEMIMPINAN, pesan, Kurang("perilaku", kolom=KEPEMIMPINAN))
    for bagian in orang.penilaian.bagian:
        for kegiatan in bagian.kegiatan:
            for kolom, pesan in odd_amounts(kegiatan).items():
                at = Kurang("periksa", bagian.nomor, kegiatan.no, kolom)
                yield Patut(orang, Hal.ANGKA, f"kegiatan {kegiatan.no}: {pesan}", at)


def _odd_superior(orang: Orang, raters: Mapping[str, Pejabat]) -> str:
    """Say that the superior is not the one who appraises the appraiser, where both are known.

    He stays behind where only the appraiser was changed.
    """
    above = raters.get(orang.penilaian.penilai.nip, Pejabat())
    given = orang.penilaian.atasan_penilai
    if not above.nip or above.nip in {given.nip, orang.nip}:
        return ""
    if not given.ditetapkan:
        return f"atasan pejabat penilai kosong, padahal penilainya dinilai {_called(above)}"
    if not given.nip:
        return ""
    return f"atasan pejabat penilai {_called(given)}, padahal penilainya dinilai {_called(above)}"


def _called(pejabat: Pejabat) -> str:
    return pejabat.nama or pejabat.nip


def _odd_kepemimpinan(orang: Orang) -> str:
    """Say what does not fit the post, once perilaku is judged in a year that asks for it."""
    asked = "perilaku" in orang.peraturan.isian and has_mean(orang)
    return oddity(orang) if asked else ""
