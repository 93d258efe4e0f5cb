"""Which sheets of a workbook are read: those with the header of the kind, all of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from skp_tui.errors import InputError, Problem
from skp_tui.exchange.bkn.layout import is_bkn
from skp_tui.exchange.columns.header_words import NoHeaderError, place
from skp_tui.exchange.columns.headers import Peta, Terbaca, best_header, headed
from skp_tui.exchange.kinds.kinds import Jenis
from skp_tui.exchange.reading.table_model import BARIS_TERBANYAK, Tabel, is_legend

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
    when it holds anything. Raises InputError for a file of which no table has it.
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
    found: list[Terbaca] = []
    failed: list[tuple[Tabel, NoHeaderError]] = []
    for tabel in tables:
        try:
            found.append(headed(tabel, jenis, tetap, peta.get((tabel.path, tabel.lembar))))
        except NoHeaderError as error:
            failed.append((tabel, error))
    if not found:
        raise _nearest(failed, jenis)
    _check_rows(found)
    full = [satu for satu in found if not _holds_key_only(satu, jenis)] or found
    notes = [
        *(_passed_over(tabel, _reason(tabel, error)) for tabel, error in failed if _is_told(tabel)),
        *(_passed_over(satu.tabel, _ONLY_KEY) for satu in found if satu not in full),
    ]
    return [replace(full[0], catatan=(*full[0].catatan, *notes)), *full[1:]]


def _bkn_workbook(tables: Sequence[Tabel], jenis: Jenis) -> InputError | None:
    """Return the refusal of the official workbook of one person, None for any other file."""
    if not is_bkn(tables):
        return None
    berkas = tables[0].berkas
    return InputError(
        f"{berkas} adalah buku kerja SKP satu orang (format BKN), bukan daftar {jenis.nama}.",
        f"Impor dengan: skp-tui impor skp {berkas}.",
    )


def _nearest(failed: Sequence[tuple[Tabel, NoHeaderError]], jenis: Jenis) -> NoHeaderError:
    """Return the refusal of the sheet that comes nearest: it says best what is missing."""
    return max(failed, key=lambda pair: _likeness(pair[0], jenis))[1]


def _holds_key_only(terbaca: Terbaca, jenis: Jenis) -> bool:
    """Say whether a sheet has nothing of the kind but who and when, as sheets of other kinds do."""
    return terbaca.judul.letak.keys() <= set(jenis.kunci)


def _likeness(tabel: Tabel, jenis: Jenis) -> tuple[int, int]:
    judul = best_header(tabel, jenis)
    return (len(judul.letak) if judul else 0, int(bool(tabel.isi)))


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
