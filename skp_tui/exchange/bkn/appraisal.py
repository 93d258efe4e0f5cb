"""The filled official SKP workbook of one person (regulations A.6), read as one appraisal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path

from skp_tui.domain.nip import digits_in
from skp_tui.errors import InputError, Problem
from skp_tui.exchange.bkn.activities import KegiatanTerbaca, activities_of
from skp_tui.exchange.bkn.extras import Tambah, extras_below
from skp_tui.exchange.bkn.layout import Formulir, forms_in
from skp_tui.exchange.bkn.people import Orang, merged, people_in_turn, people_side_by_side
from skp_tui.exchange.bkn.printed import (
    Tercetak,
    assessed,
    behaviour_of,
    skp_of,
    skp_under,
    value_of,
    worded,
)
from skp_tui.exchange.bkn.sheet import Lembar, SelBuku
from skp_tui.exchange.bkn.table import Tabel, table_of
from skp_tui.exchange.bkn.time import Jangka, period_of
from skp_tui.exchange.reading.table_model import Tabel as Sheet
from skp_tui.exchange.reading.tables import read_tables
from skp_tui.exchange.values import shown_cell
from skp_tui.record import record

_FORM_NEEDED = "realisasinya tidak diimpor; sertakan lembar itu bila sudah diisi"
_NO_ACTIVITIES = (
    "lembar SKP dan PENGUKURAN tidak ditemukan, kegiatan dan realisasinya tidak diimpor; sertakan "
    "lembar itu bila sudah diisi"
)
_LACKING: Mapping[Formulir, str] = {
    Formulir.PENGUKURAN: f"lembar PENGUKURAN tidak ditemukan, {_FORM_NEEDED}",
    Formulir.PENILAIAN: (
        "lembar PENILAIAN tidak ditemukan, perilaku dan atasan pejabat penilai tidak diimpor; "
        "sertakan lembar itu bila sudah diisi"
    ),
}


@record
class Buku:
    """One workbook as read: people, period, rows, printed values, and what is wrong with it.

    ``salah`` are the faults for which all of it is refused; ``nama`` tells it apart in messages;
    ``formulir`` are the forms that it has.
    """

    path: Path
    nama: str
    orang: Mapping[str, Orang]
    jangka: Jangka | None
    kegiatan: tuple[KegiatanTerbaca, ...] = ()
    tambahan: tuple[Tambah, ...] = ()
    perilaku: Mapping[str, SelBuku] = field(default_factory=dict)
    skp_bagian: Tercetak | None = None
    skp: Tercetak | None = None
    nilai: Tercetak | None = None
    salah: tuple[Problem, ...] = ()
    catatan: tuple[Problem, ...] = ()
    formulir: frozenset[Formulir] = frozenset()

    @property
    def jumlah(self) -> int:
        """Return how many rows it makes at most: person, part, activities, extras, perilaku."""
        return 3 + len(self.kegiatan) + len(self.tambahan)

    @property
    def awal(self) -> SelBuku:
        """Return the cell that stands for the workbook where no other one is meant."""
        dinilai = self.orang.get("yang_dinilai", {})
        return next(iter(dinilai.values()), SelBuku("", "", 1, 0))


def read_bkn(path: Path, nama: str) -> Buku:
    """Read a workbook whole; raises InputError for a file that is none of BKN's."""
    tables = read_tables(path)
    forms = forms_in(tables)
    if not forms:
        raise InputError(
            f"{nama} bukan buku kerja SKP dari BKN: tidak ada lembar dengan judul kolom Kegiatan "
            "Tugas Jabatan dan Target, atau unsur perilaku.",
            "Impor berkas lain menurut jenisnya, misalnya skp-tui impor kegiatan.",
        )
    notes = tuple(note for tabel in tables for note in tabel.catatan)
    one = {form: lembar[0] for form, lembar in forms.items()}
    notes = (*notes, *_absent(one, tables, nama))
    return _book(path, nama, one, (*_twice(forms, nama),), notes)


def _twice(forms: Mapping[Formulir, Sequence[Lembar]], nama: str) -> Iterator[Problem]:
    for form, lembar in forms.items():
        if len(lembar) > 1:
            names = ", ".join(f'"{satu.nama}"' for satu in lembar)
            yield Problem(
                f"ada {len(lembar)} lembar {form} ({names}); satu buku kerja untuk satu orang dan "
                "satu masa, pisahkan atau sembunyikan yang lain",
                nama,
                lembar=lembar[1].nama,
            )


def _book(
    path: Path,
    nama: str,
    forms: Mapping[Formulir, Lembar],
    salah: tuple[Problem, ...],
    notes: tuple[Problem, ...],
) -> Buku:
    target, outcome, final = (forms.get(form) for form in Formulir)
    tables = [table_of(lembar, nama) if lembar else None for lembar in (target, outcome)]
    first = people_in_turn(final) if final else {}
    second = people_side_by_side(target) if target else {}
    kegiatan, odd = activities_of(tables[0], tables[1], nama)
    cells = behaviour_of(final) if final else {}
    perilaku, zero = assessed(cells, nama)
    zero = (*zero, *(worded(final, cells, nama) if final else ()))
    return Buku(
        path=path,
        nama=nama,
        orang=merged(first, second),
        jangka=_period(outcome, final, target),
        kegiatan=kegiatan,
        tambahan=extras_below(tables[1]) if tables[1] else (),
        perilaku=perilaku,
        skp_bagian=skp_under(tables[1]) if tables[1] else None,
        skp=skp_of(final) if final else None,
        nilai=value_of(final) if final else None,
        salah=(*salah, *_two_people(first, second, nama)),
        catatan=(*notes, *_of_tables(tables), *odd, *zero),
        formulir=frozenset(forms),
    )


def _period(*lembar: Lembar | None) -> Jangka | None:
    found = (period_of(satu) for satu in lembar if satu is not None)
    return next((satu for satu in found if satu is not None), None)


def _two_people(
    first: Mapping[str, Orang], second: Mapping[str, Orang], nama: str
) -> Iterator[Problem]:
    """Yield the fault of forms that are about different people: one was copied and not filled."""
    one, other = (found.get("yang_dinilai", {}).get("nip") for found in (first, second))
    if one is None or other is None or digits_in(one.teks) == digits_in(other.teks):
        return
    yield Problem(
        f"NIP yang dinilai di sini berbeda dari lembar {other.lembar} baris {other.baris} "
        f'("{other.teks}"); samakan dahulu',
        nama,
        one.baris,
        "nip",
        shown_cell(one.teks),
        one.lembar,
    )


def _absent(
    forms: Mapping[Formulir, Lembar], tables: Sequence[Sheet], nama: str
) -> Iterator[Problem]:
    """Yield what is not imported for want of a form, with the sheets that were taken for none."""
    known = {lembar.nama for lembar in forms.values()}
    others = [satu.lembar or "" for satu in tables if satu.isi and satu.lembar not in known]
    named = ", ".join(f'"{lembar}"' for lembar in others)
    more = f"; lembar lain tidak dikenali sebagai formulir: {named}" if others else ""
    for form, pesan in _LACKING.items():
        if form not in forms:
            bare = form is Formulir.PENGUKURAN and Formulir.SKP not in forms
            yield Problem(f"{_NO_ACTIVITIES if bare else pesan}{more}", nama)


def _of_tables(tables: Sequence[Tabel | None]) -> Iterator[Problem]:
    for satu in tables:
        if satu is not None:
            yield from satu.catatan
