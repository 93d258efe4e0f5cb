"""The plan of an import: all files of one call, judged together before anything is written."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from skp_tui.domain.nip import StatusPegawai
from skp_tui.exchange.headers import headed
from skp_tui.exchange.kinds import Jenis, Kunci
from skp_tui.exchange.plan_checks import Konteks, by_name, check_cells, check_row, status_of
from skp_tui.exchange.plan_links import check_links
from skp_tui.exchange.plan_model import Baris, BarisDitolak, Perubahan, Rencana, TabelDitolak
from skp_tui.exchange.plan_result import result
from skp_tui.exchange.plan_rows import (
    Calon,
    candidates,
    differing_column,
    key_of,
    merge,
    place_from,
    signature,
)
from skp_tui.exchange.plan_warnings import warn_odd
from skp_tui.exchange.stock import Stok
from skp_tui.exchange.tables import Tabel

__all__ = ["Baris", "BarisDitolak", "Perubahan", "Progress", "Rencana", "TabelDitolak", "plan"]

Progress = Callable[[int, int], None]
Kelompok = dict[Kunci, list[Calon]]

_LANGKAH_PROGRES = 1000
_DISEBUT = 3


def plan(
    jenis: Jenis,
    tables: Sequence[Tabel],
    stok: Stok,
    *,
    tahun: int | None = None,
    unit: str | None = None,
    progress: Progress | None = None,
) -> Rencana:
    """Judge every row of all tables and return what an import would do; nothing is written.

    ``tahun`` and ``unit`` stand in for columns that a file lacks. ``progress(done, total)`` is
    called now and then. Raises InputError for a file without its required headers.
    """
    given = {"tahun": None if tahun is None else str(tahun), "unit": unit}
    tetap = {nama: text for nama, text in given.items() if text is not None}
    bernama = [
        (name, headed(tabel, jenis, tetap))
        for name, tabel in zip(_labels(tables), tables, strict=True)
    ]
    calon = [
        satu
        for nomor, (name, terbaca) in enumerate(bernama)
        for satu in candidates(nomor, name, terbaca, jenis, tetap)
    ]
    status = _statuses(calon, jenis, stok)
    konteks = Konteks(stok, jenis, status, by_name(stok.units))
    _judge(calon, konteks, progress)
    good = _without_refused(_grouped(calon), jenis, stok)
    warn_odd(good, jenis, stok)
    return result(jenis, bernama, calon, good, stok)


def _without_refused(kelompok: Kelompok, jenis: Jenis, stok: Stok) -> Kelompok:
    """Judge the rows against each other and return those of the keys that may come in."""
    for members in kelompok.values():
        _refuse_differing(members, jenis)
    check_links(kelompok, jenis.nama, stok)
    return {kunci: members for kunci, members in kelompok.items() if not members[0].salah}


def _labels(tables: Sequence[Tabel]) -> list[str]:
    names = [tabel.berkas for tabel in tables]
    return [
        name if names.count(name) == 1 else str(tabel.path)
        for name, tabel in zip(names, tables, strict=True)
    ]


def _statuses(calon: Iterable[Calon], jenis: Jenis, stok: Stok) -> dict[str, StatusPegawai]:
    """Return who is what by the rows of this call; where rows disagree, the lenient PPPK."""
    found: dict[str, StatusPegawai] = {}
    if jenis.nama != "pegawai":
        return found
    for satu in calon:
        nip, status = satu.isi("nip").nilai, status_of(satu, stok.pegawai)
        if nip and status and found.get(nip) is not StatusPegawai.PPPK:
            found[nip] = status
    return found


def _judge(calon: Sequence[Calon], konteks: Konteks, progress: Progress | None) -> None:
    for done, satu in enumerate(calon, 1):
        check_cells(satu, konteks)
        satu.kunci = key_of(satu, konteks.jenis)
        if satu.kunci is not None:
            satu.lama = konteks.stok.rekaman.get(satu.kunci)
        merge(satu, konteks.jenis)
        check_row(satu, konteks)
        if progress is not None and (done % _LANGKAH_PROGRES == 0 or done == len(calon)):
            progress(done, len(calon))


def _grouped(calon: Iterable[Calon]) -> Kelompok:
    kelompok: Kelompok = {}
    for satu in calon:
        if satu.kunci is not None:
            kelompok.setdefault(satu.kunci, []).append(satu)
    return kelompok


def _refuse_differing(members: Sequence[Calon], jenis: Jenis) -> None:
    """Refuse all rows of one key that do not say the same, each naming the others."""
    if len(members) == 1:
        return
    signs = [signature(satu, jenis) for satu in members]
    firsts = dict(reversed(list(zip(signs, members, strict=True))))
    if len(firsts) == 1:
        return
    for satu, mine in zip(members, signs, strict=True):
        others = list(islice((pair for pair in firsts.items() if pair[0] != mine), _DISEBUT))
        places = " dan ".join(place_from(satu, other) for _, other in others)
        kolom = differing_column(mine, others[0][0], jenis)
        satu.refuse(kolom, f"berbeda dari {places} yang kuncinya sama; sisakan satu")
