"""The sentences for a table whose header cannot be used: what is missing, doubled or piled up."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Final

from skp_tui.domain.text import clean
from skp_tui.errors import InputError
from skp_tui.exchange.columns.matching import Judul, match_header
from skp_tui.exchange.kinds.kinds import Jenis
from skp_tui.exchange.reading.table_model import PEMISAH, Mentah, Tabel
from skp_tui.exchange.reading.tables import QuoteError, records
from skp_tui.exchange.reading.windows import column_name

_LOOKED_AT: Final = 60
"""Records from the top among which one is looked for that is a header in a single cell."""
_LAIN: Final = "|"
"""What other programs part columns with; it is told, not read."""
_DISEBUT: Final = {",": "koma", ";": "titik koma", "\t": "tab", _LAIN: "tanda |"}


class NoHeaderError(InputError):
    """No row of a table holds the required headers of the kind.

    ``kurang`` names those that are missing, empty where no row looks like the header at all.
    """

    def __init__(self, pesan: str, saran: str, kurang: Collection[str] = ()) -> None:
        super().__init__(pesan, saran)
        self.kurang = tuple(kurang)


def place(tabel: Tabel) -> str:
    """Return how messages call a table: its file, and its sheet where it has one."""
    return f'{tabel.berkas}, lembar "{tabel.lembar}"' if tabel.lembar else tabel.berkas


def no_header(
    tabel: Tabel, jenis: Jenis, wajib: Collection[str], found: Collection[str]
) -> NoHeaderError:
    """Return the refusal of a table in which the header was not found."""
    piled = next(_piled(tabel, jenis, wajib), None)
    if piled is not None:
        return _piled_up(tabel, *piled)
    missing = [nama for nama in wajib if nama not in found]
    return NoHeaderError(
        f"{place(tabel)}: baris judul tidak ditemukan; kolom wajib yang tidak ada: "
        f"{', '.join(missing)}; "
        f"kolom yang ditemukan: {', '.join(found) or 'tidak satu pun'}.",
        "Lengkapi judul kolomnya; contoh kosong dibuat dengan skp-tui templat.",
        missing if found else (),
    )


def doubled(tabel: Tabel, judul: Judul, jenis: Jenis) -> InputError:
    """Return the refusal of a header that says the same twice, with the columns that say it."""
    called = (satu for nama in judul.kembar for satu in _called(judul.mentah, nama, jenis))
    return InputError(
        f"{place(tabel)}, baris {judul.mentah.baris}: ada dua kolom yang sama artinya: "
        f"{', '.join(judul.kembar)} ({', '.join(called)}).",
        "Hapus salah satu, atau ganti judulnya.",
    )


def _called(mentah: Mentah, nama: str, jenis: Jenis) -> Iterator[str]:
    for index, sel in enumerate(mentah.sel):
        if nama in match_header(Mentah(mentah.baris, (sel,)), jenis).letak:
            yield f'{column_name(index)} "{clean(sel)}"'


def _piled(tabel: Tabel, jenis: Jenis, wajib: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield line and sign of each row that would be the header if its only cell were parted."""
    for pemisah in tabel.pemisah:
        try:
            rows = list(islice(records(tabel, pemisah), _LOOKED_AT))
        except QuoteError:
            continue
        for mentah in rows:
            filled = [sel for sel in mentah.sel if sel.strip()]
            for sign in (*PEMISAH, _LAIN) if len(filled) == 1 else ():
                parts = tuple(part.strip().strip('"') for part in filled[0].split(sign))
                letak = match_header(Mentah(mentah.baris, parts), jenis).letak
                if wajib and all(nama in letak for nama in wajib):
                    yield mentah.baris, sign


def _piled_up(tabel: Tabel, baris: int, sign: str) -> NoHeaderError:
    """Say how columns came into one cell: a sign not read, quotes around rows, a text pasted."""
    if tabel.lembar is not None:
        return NoHeaderError(
            f"{place(tabel)}: semua kolom bertumpuk dalam satu sel (baris {baris}), dipisah dengan "
            f"{_DISEBUT[sign]}.",
            "Bagi dahulu di Excel (Data, Text to Columns) dengan kolom NIP sebagai Teks, atau "
            "impor berkas CSV asalnya.",
        )
    if sign == _LAIN:
        return NoHeaderError(
            f"{place(tabel)}: kolomnya dipisah dengan {_DISEBUT[sign]} (baris {baris}), yang tidak "
            "dapat dibaca.",
            "Simpan ulang dengan pemisah titik koma, koma, atau tab.",
        )
    return NoHeaderError(
        f"{place(tabel)}: setiap baris diapit tanda kutip (baris {baris}), jadi semua kolomnya "
        "terbaca sebagai satu.",
        "Hapus kutip di awal dan akhir setiap baris, atau simpan ulang berkas asalnya sebagai CSV.",
    )
