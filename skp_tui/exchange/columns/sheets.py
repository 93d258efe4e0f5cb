"""Which sheets of a workbook are read: those with the header of the kind, unless of another one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from skp_tui.errors import InputError, Problem
from skp_tui.exchange.bkn.layout import is_bkn
from skp_tui.exchange.columns.fitting import TETAP, other_kind, top_records
from skp_tui.exchange.columns.header_words import NoHeaderError, place
from skp_tui.exchange.columns.headers import Peta, Terbaca, best_header, headed
from skp_tui.exchange.kinds.kinds import Jenis
from skp_tui.exchange.reading.table_model import BARIS_TERBANYAK, Tabel, is_legend
from skp_tui.record import record

_ONLY_KEY = "selain kolom kunci tidak ada kolom yang dikenal"
TANPA_PETA: Mapping[tuple[Path, str | None], Peta] = {}


def headed_tables(
    tables: Sequence[Tabel],
    jenis: Jenis,
    tetap: Collection[str] = (),
    peta: Mapping[tuple[Path, str | None], Peta] = TANPA_PETA,
) -> tuple[Terbaca, ...]:
    """Return every table with the header of the kind, files in their order.

    A sheet without it is passed over where another sheet of its workbook has it, with a warning
    when it holds anything; so is one that fits another kind better while another sheet fits this
    one as well, and, without a word, one of which the user paired no column. Raises InputError for
    a file of which no table has it.
    """
    found: list[Terbaca] = []
    for path in dict.fromkeys(tabel.path for tabel in tables):
        of_file = [tabel for tabel in tables if tabel.path == path]
        found += _of_file(of_file, jenis, tetap, peta)
    return tuple(found)


def _of_file(
    tables: Sequence[Tabel],
    jenis: Jenis,
    tetap: Collection[str],
    peta: Mapping[tuple[Path, str | None], Peta],
) -> list[Terbaca]:
    chosen = any((tabel.path, tabel.lembar) in peta for tabel in tables)
    refusal = None if chosen else _bkn_workbook(tables, jenis)
    if refusal is not None:
        raise refusal  # its "NIP" would pass for the header of a kind that needs no more
    tried = _tried(tables, jenis, tetap, peta)
    found = [satu for satu in tried if satu.terbaca is not None]
    own = [satu for satu in found if not _is_elsewhere(satu, tried)]
    if not own:
        raise _nearest(tried)
    read = [satu.terbaca for satu in own if satu.terbaca is not None]
    _check_rows(read)
    full = [satu for satu in read if not _holds_key_only(satu, jenis)] or read
    notes = [
        *(_passed_over(satu.tabel, satu.words(jenis)) for satu in tried
          if satu not in own and _is_told(satu.tabel)),
        *(_passed_over(satu.tabel, _ONLY_KEY) for satu in read if satu not in full),
    ]  # fmt: skip
    return [replace(full[0], catatan=(*full[0].catatan, *notes)), *full[1:]]


@record
class _Lembar:
    """A sheet as one of a kind: its columns, what reading made of it, and what it rather holds."""

    tabel: Tabel
    kolom: frozenset[str]
    terbaca: Terbaca | None = None
    galat: NoHeaderError | None = None
    lain: Jenis | None = None

    def words(self, jenis: Jenis) -> str:
        """Say why it is passed over."""
        if self.lain is not None:
            nama = self.lain.nama
            told = f"isinya tampak {nama}, jadi tidak dibaca sebagai {jenis.nama}"
            return f"{told}; impor sebagai {nama} bila belum"
        return _reason(self.tabel, self.galat) if self.galat is not None else ""


def _tried(
    tables: Sequence[Tabel],
    jenis: Jenis,
    tetap: Collection[str],
    peta: Mapping[tuple[Path, str | None], Peta],
) -> list[_Lembar]:
    """Read every sheet of a file but those of which the user paired no column."""
    found: list[_Lembar] = []
    for tabel in tables:
        pairs = peta.get((tabel.path, tabel.lembar))
        if pairs is not None and not pairs.kolom:
            continue
        try:
            terbaca = headed(tabel, jenis, tetap, pairs)
        except NoHeaderError as error:
            judul = best_header(tabel, jenis, TETAP, top_records(tabel))
            satu = _Lembar(tabel, frozenset(judul.letak if judul else ()), galat=error)
        else:
            satu = _Lembar(tabel, frozenset(terbaca.judul.letak), terbaca)
        if pairs is None and len(tables) > 1 and not is_legend(tabel):
            satu = replace(satu, lain=other_kind(tabel, satu.kolom, jenis))
        found.append(satu)
    return found


def _is_elsewhere(satu: _Lembar, tried: Sequence[_Lembar]) -> bool:
    """Say whether a sheet of another kind has a sheet of this one beside it, read or nearly so."""
    return satu.lain is not None and any(
        other.lain is None
        and (satu.kolom <= other.kolom if other.terbaca else len(satu.kolom) < len(other.kolom))
        for other in tried
    )


def _bkn_workbook(tables: Sequence[Tabel], jenis: Jenis) -> InputError | None:
    """Return the refusal of the official workbook of one person, None for any other file."""
    if not is_bkn(tables):
        return None
    berkas = tables[0].berkas
    return InputError(
        f"{berkas} adalah buku kerja SKP satu orang (format BKN), bukan daftar {jenis.nama}.",
        f"Impor dengan: skp-tui impor skp {berkas}.",
    )


def _nearest(tried: Sequence[_Lembar]) -> InputError:
    """Return the refusal of the sheet that comes nearest: it says best what is missing."""
    nearest = max(
        (satu for satu in tried if satu.galat is not None),
        key=lambda satu: (satu.lain is None, len(satu.kolom), bool(satu.tabel.isi)),
        default=None,
    )
    if nearest is None or nearest.galat is None:
        return InputError("Semua lembar ditinggalkan.", "Cocokkan kolom satu lembar.")
    return nearest.galat


def _holds_key_only(terbaca: Terbaca, jenis: Jenis) -> bool:
    """Say whether a sheet has nothing of the kind but who and when, as sheets of other kinds do."""
    return terbaca.judul.letak.keys() <= set(jenis.kunci)


def _check_rows(found: Sequence[Terbaca]) -> None:
    if sum(len(satu.isi) for satu in found) > BARIS_TERBANYAK:
        raise InputError(
            f"{found[0].tabel.berkas} berisi lebih dari 200.000 baris.",
            "Bagi menjadi beberapa berkas.",
        )


def _is_told(tabel: Tabel) -> bool:
    """Say whether a sheet without the header is worth a word: not an empty one, not our legend."""
    return bool(tabel.isi) and not is_legend(tabel)


def _reason(tabel: Tabel, error: NoHeaderError) -> str:
    return error.pesan.removeprefix(f"{place(tabel)}: ").rstrip(".")


def _passed_over(tabel: Tabel, reason: str) -> Problem:
    return Problem(f"lembar ini dilewati: {reason}", tabel.berkas, lembar=tabel.lembar)
