"""What is sent as it stands though it should be looked at first: it is allowed, so it only warns.

Whether somebody is complete is the regulation's to say (exchange 2): an appraiser who is not named,
an empty kepemimpinan and from 2022 an empty realisasi hinder no value. They leave a form unsigned
and a column empty all the same, so whoever sends is told of whom, and where it is mended.

An office may do without locking, and from 2022 without plans. Where some of a unit have them, those
without are told of like the others: most likely somebody was forgotten.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from skp_tui.domain.kinerja import HasilKerja
from skp_tui.domain.office import Pejabat
from skp_tui.record import record
from skp_tui.rules.permenpanrb6 import TANPA_HASIL_KERJA
from skp_tui.rules.pp46_odd import is_odd, odd_amounts
from skp_tui.rules.result import Kurang, Status
from skp_tui.rules.target import has_odd_outcome, odd_outcome, without_outcome
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
    HASIL_KERJA = "tanpa hasil kerja"
    REALISASI = "dinilai sebelum realisasinya lengkap"
    KUNCI = "belum dikunci"
    ANGKA = "dengan angka yang patut diperiksa"


SOAL_PENILAI: Final = frozenset({Hal.PENILAI, Hal.ATASAN})
"""What is mended where it is said who appraises somebody."""


@record
class Patut:
    """One thing about one person; ``at`` is its cell, None where it is mended on another screen."""

    orang: Orang
    hal: Hal
    pesan: str
    at: Kurang | None = None

    @property
    def kalimat(self) -> str:
        """Say of whom, and what."""
        return f"{self.orang.nama} ({self.orang.nip}): {self.pesan}"


@record
class _Seunit:
    """What the people of a unit have, by which somebody of them may stand out."""

    raters: Mapping[str, Pejabat]
    dikunci: int
    ada_rencana: bool


def attention(view: UnitView) -> tuple[Patut, ...]:
    """Return what should be looked at, in the order of the list; of those who are due only."""
    due = [satu for satu in view.orang if satu.hasil.status is not Status.DIKECUALIKAN]
    unit = _Seunit(
        {satu.nip: satu.penilaian.penilai for satu in view.orang},
        dikunci=sum(satu.penilaian.terkunci for satu in due),
        ada_rencana=_some_planned(due),
    )
    return tuple(found for satu in due for found in _of_person(satu, unit))


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
    return has_odd_amount(orang) or bool(_odd_kepemimpinan(orang))


def has_odd_amount(orang: Orang) -> bool:
    """Say whether an amount of an activity or an outcome of an indicator looks mistyped."""
    return is_odd(orang.penilaian) or has_odd_outcome(orang.penilaian)


def without_plan(view: UnitView) -> Iterator[str]:
    """Say that nothing was planned for anybody; they may be sent, for the ratings decide.

    Where some have a plan, those without are named one by one instead (``attention``).
    """
    number = sum(_is_unplanned(satu) for satu in view.orang)
    if number and not _some_planned(view.orang):
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


def _is_unplanned(orang: Orang) -> bool:
    return TANPA_HASIL_KERJA in orang.hasil.peringatan


def _some_planned(people: Iterable[Orang]) -> bool:
    """Say whether somebody who is due has what was planned for him; only from 2022 that matters."""
    due = (satu for satu in people if satu.hasil.status is not Status.DIKECUALIKAN)
    return any(not _is_unplanned(satu) for satu in due)


def _may_lack_kepemimpinan(orang: Orang) -> bool:
    year = orang.penilaian
    return (
        "perilaku" in orang.peraturan.isian
        and orang.hasil.status is not Status.DIKECUALIKAN
        and year.jenis_jabatan is None
        and year.perilaku.kepemimpinan is None
        and sounds_structural(year.jabatan)
    )


def _of_person(orang: Orang, unit: _Seunit) -> Iterator[Patut]:
    if without_rater(orang):
        yield Patut(orang, Hal.PENILAI, TANPA_PENILAI)
    elif pesan := _odd_superior(orang, unit.raters):
        yield Patut(orang, Hal.ATASAN, pesan)
    if unit.ada_rencana and _is_unplanned(orang):
        yield Patut(orang, Hal.HASIL_KERJA, TANPA_HASIL_KERJA, Kurang("hasil kerja"))
    if pesan := open_outcomes(orang):
        yield Patut(orang, Hal.REALISASI, pesan, Kurang("realisasi"))
    if pesan := _odd_kepemimpinan(orang):
        yield Patut(orang, Hal.KEPEMIMPINAN, pesan, Kurang("perilaku", kolom=KEPEMIMPINAN))
    yield from _odd_amounts(orang)
    if unit.dikunci and _can_be_locked(orang):
        pesan = f"belum dikunci, padahal {unit.dikunci} pegawai lain sudah"
        yield Patut(orang, Hal.KUNCI, pesan)


def _odd_amounts(orang: Orang) -> Iterator[Patut]:
    for bagian in orang.penilaian.bagian:
        for kegiatan in bagian.kegiatan:
            for kolom, pesan in odd_amounts(kegiatan).items():
                at = Kurang("periksa", bagian.nomor, kegiatan.no, kolom)
                yield Patut(orang, Hal.ANGKA, f"kegiatan {kegiatan.no}: {pesan}", at)
        for hasil in bagian.hasil_kerja:
            yield from _odd_outcomes(orang, bagian.nomor, hasil)


def _odd_outcomes(orang: Orang, bagian: int, hasil: HasilKerja) -> Iterator[Patut]:
    for indikator in hasil.indikator:
        for kolom, pesan in odd_outcome(indikator).items():
            at = Kurang("periksa", bagian, hasil.no, kolom, indikator=indikator.no)
            where = f"indikator {hasil.no}.{indikator.no}"
            yield Patut(orang, Hal.ANGKA, f"{where}: {pesan}", at)


def _can_be_locked(orang: Orang) -> bool:
    """Say whether somebody only waits to be locked; of others it is known what they wait for."""
    return orang.hasil.status is Status.DINILAI and not orang.penilaian.terkunci


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
