"""Appraisers who are known by their name alone though they are employees here: found by the name.

A list from elsewhere has the names of the superiors and no NIP of theirs. Without the NIP what is
handed in has no appraiser's NIP, and nobody's rank and post follow his own record.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from skp_tui.domain.office import PEJABAT, Pejabat
from skp_tui.domain.records import Rekaman
from skp_tui.services.office.appraisers import known_pejabat
from skp_tui.services.office.listing import Daftar


class Pengenal:
    """The employees by their names; a name that two of them have tells nobody apart."""

    def __init__(self, daftar: Daftar) -> None:
        self._daftar = daftar
        self._nips = {key: satu["nip"] or "" for key, satu in _alone(daftar.pegawai.values())}

    def named(self, pegawai: Rekaman, awalan: str) -> Pejabat | None:
        """Return whom somebody's appraiser is by the name, None where a NIP says it already."""
        name = pegawai[f"{awalan}_nama"]
        if not name or pegawai[f"{awalan}_nip"]:
            return None
        nip = self._nips.get(_key(name), "")
        return known_pejabat(self._daftar, nip) if nip and nip != pegawai["nip"] else None

    def employee(self, pejabat: Pejabat) -> Pejabat:
        """Return an appraiser as the employee he is, by NIP or by name; else as he is named."""
        nip = pejabat.nip or self._nips.get(_key(pejabat.nama), "")
        return (known_pejabat(self._daftar, nip) if nip else None) or pejabat

    def superior(self, pejabat: Pejabat) -> Pejabat | None:
        """Return who appraises an appraiser, where that is an employee too."""
        own = self._daftar.pegawai[pejabat.nip]
        return known_pejabat(self._daftar, own["penilai_nip"] or "") or self.named(own, "penilai")


def recognised(
    daftar: Daftar, meant: Iterable[Rekaman]
) -> Iterator[tuple[Rekaman, tuple[Pejabat, Pejabat]]]:
    """Yield whose appraiser, or superior of one, is an employee by the name, and who these are.

    A superior whom nobody named comes along with the appraiser; one who is there stays as he is.
    """
    known = Pengenal(daftar)
    for satu in meant:
        penilai, atasan = (known.named(satu, awalan) for awalan in PEJABAT)
        if penilai is not None and not (satu["atasan_penilai_nip"] or satu["atasan_penilai_nama"]):
            atasan = known.superior(penilai)
        if atasan is not None and atasan.nip == satu["nip"]:
            atasan = None
        if penilai is not None or atasan is not None:
            yield satu, (penilai or Pejabat(), atasan or Pejabat())


def nips_of(pair: tuple[Pejabat, Pejabat]) -> Mapping[str, str]:
    """Return the answers that name both by NIP; the names go, as they follow their own records."""
    answers: dict[str, str] = {}
    for awalan, satu in zip(PEJABAT, pair, strict=True):
        if satu.nip:
            answers |= {f"{awalan}_nip": satu.nip, f"{awalan}_nama": ""}
    return answers


def _alone(people: Iterable[Rekaman]) -> Iterator[tuple[str, Rekaman]]:
    keyed = [(_key(satu["nama"] or ""), satu) for satu in people]
    counts = Counter(key for key, _ in keyed)
    return ((key, satu) for key, satu in keyed if key and counts[key] == 1)


def _key(name: str) -> str:
    """Return what two spellings of a name share: lists differ in blanks, signs and capitals."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())
