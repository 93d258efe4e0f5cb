"""The judged rows put together as a plan: baru, berubah, sama, ditolak, and what is odd."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace

from skp_tui.domain.office import PEJABAT, PENDAMPING
from skp_tui.domain.records import Pemetik
from skp_tui.errors import Problem
from skp_tui.exchange.columns.headers import Terbaca
from skp_tui.exchange.columns.leftovers import numbers_rows
from skp_tui.exchange.columns.unseen import TAK_DIKENAL
from skp_tui.exchange.kinds.kinds import Jenis, Kunci, Tipe
from skp_tui.exchange.plan.blocks import Blok, Potong
from skp_tui.exchange.plan.first import BERTUMPU
from skp_tui.exchange.plan.model import (
    Baris,
    BarisDitolak,
    Perubahan,
    Rencana,
    TabelDitolak,
    Tegas,
    changes_between,
)
from skp_tui.exchange.plan.rows import Calon, place_of
from skp_tui.exchange.plan.stock import Stok

_TERLALU_KANAN = "sel di kanan kolom IV tidak ikut tersalin ke berkas ini"
_NOMOR_URUT = "hanya nomor urut, tidak dibaca; biarkan saja"

Bernama = Sequence[tuple[str, Terbaca]]


def result(
    jenis: Jenis,
    tables: Bernama,
    odd: Sequence[Calon],
    pieces: list[Potong],
    good: MutableMapping[Kunci, Sequence[Calon]],
    stok: Stok,
) -> Rencana:
    """Return the plan; equal rows of one key beyond the first are "sama".

    ``odd`` are the rows that are refused or earn a remark, ``pieces`` all rows in their order,
    ``good`` those among them by themselves that may come in. Both are emptied: what the plan says
    of a row takes as much memory as the row.
    """
    refused = [satu for satu in odd if satu.salah]
    for satu in refused:
        _sort_by_column(satu, jenis)
    ditegaskan = tuple(_given(jenis, good, stok)) if jenis.nama == "bagian" else ()
    jumlah = sum(map(len, good.values()))
    jumlah += sum(len(satu.rows) for satu in pieces if isinstance(satu, Blok))
    baru, berubah = _parted(pieces, good, jenis)
    return Rencana(
        jenis=jenis,
        baru=baru,
        berubah=berubah,
        sama=jumlah - len(baru) - len(berubah),
        ditolak=tuple(problem for satu in refused for problem in satu.salah),
        peringatan=(*_of_files(tables), *(note for satu in odd for note in satu.catatan)),
        periode_baru=_new_years(jenis, (*baru, *berubah), stok),
        ditegaskan=ditegaskan,
        tabel_ditolak=tuple(_refused_tables(tables, refused)),
        kunci_ditolak=dict(_refused_keys(jenis, refused)),
    )


def _parted(
    pieces: list[Potong], good: MutableMapping[Kunci, Sequence[Calon]], jenis: Jenis
) -> tuple[tuple[Baris, ...], tuple[Baris, ...]]:
    """Return the new records and the changed ones, and empty what they are taken from."""
    baru: list[Baris] = []
    berubah: list[Baris] = []
    texts = Pemetik(jenis.nama_kolom)
    pieces.reverse()
    while pieces:
        piece = pieces.pop()
        for satu in piece.hasil if isinstance(piece, Blok) else _first(piece, good, texts):
            if satu is not None:
                (berubah if satu.perubahan else baru).append(satu)
    return tuple(baru), tuple(berubah)


def _first(
    calon: Calon, good: MutableMapping[Kunci, Sequence[Calon]], texts: Pemetik
) -> Iterator[Baris]:
    """Yield what the first row of a key adds or changes; the others of that key say the same."""
    members = good.pop(calon.kunci, ()) if calon.kunci is not None else ()
    if not members:
        return
    perubahan = _changes(calon, texts)
    if calon.lama is None or perubahan:
        asal, baris = calon.asal, calon.mentah.baris
        yield Baris(asal.berkas, baris, calon.kunci or (), calon.jadi, perubahan, asal.lembar)


def _changes(calon: Calon, texts: Pemetik) -> tuple[Perubahan, ...]:
    if calon.lama is None:
        return ()
    return changes_between(texts.kolom, texts(calon.lama), texts(calon.jadi))


def _sort_by_column(calon: Calon, jenis: Jenis) -> None:
    order = {nama: index for index, nama in enumerate(jenis.nama_kolom)}
    ordered = sorted(calon.salah, key=lambda problem: order.get(problem.kolom or "", -1))
    calon.salah = tuple(ordered)


def _given(jenis: Jenis, good: Mapping[Kunci, Sequence[Calon]], stok: Stok) -> Iterator[Tegas]:
    """Yield the stored parts of which rows give fields that follow, whether these differ or not."""
    follows = [kolom for kolom in jenis.kolom if kolom.warisan]
    for kunci, members in good.items():
        kolom = {
            satu.nama
            for satu in follows
            for sel in (calon.isi(satu.nama) for calon in members)
            if sel.nilai is not None or (sel.hapus and satu.tipe is not Tipe.UNIT)
        }
        lama, jadi = members[0].lama, members[0].jadi
        if lama is None:
            continue
        tegas = set(stok.tegas.get(kunci, ()))
        for awalan in PEJABAT:
            nip, rest = f"{awalan}_nip", {f"{awalan}_{nama}" for nama in PENDAMPING}
            if nip in kolom and jadi[nip] not in stok.pegawai:
                # nobody but this record knows who that is
                kolom |= rest
            if lama.get(nip) != jadi[nip]:
                # what was given about the former one goes, so that it would follow again
                tegas -= rest
        if not kolom <= tegas:
            yield Tegas(kunci, jadi, frozenset(kolom - tegas))


def _new_years(jenis: Jenis, rows: Iterable[Baris], stok: Stok) -> tuple[int, ...]:
    if not jenis.tahunan:
        return ()
    place = jenis.kunci.index("tahun")
    years = {baris.kunci[place] for baris in rows}
    return tuple(sorted(set(map(int, years)) - stok.peraturan.keys()))


def _refused_keys(jenis: Jenis, refused: Iterable[Calon]) -> Iterator[tuple[Kunci, str]]:
    """Yield where the last refused row of each key stands, for kinds that others lean on."""
    named = jenis.kolom_bernama
    if jenis.nama in BERTUMPU:
        for satu in refused:
            texts = [satu.isi(nama).nilai or named[nama].bawaan for nama in jenis.kunci]
            kunci = tuple([text for text in texts if text])
            if len(kunci) == len(texts):
                yield kunci, place_of(satu)


def _refused_tables(tables: Bernama, refused: Iterable[Calon]) -> Iterator[TabelDitolak]:
    of_table: dict[int, list[BarisDitolak]] = {}
    for satu in refused:
        if satu.asal.nomor >= len(tables):
            continue  # gathered from a workbook that comes in whole or not at all
        baris = BarisDitolak(satu.mentah.baris, satu.mentah.semua_sel, "; ".join(_reasons(satu)))
        of_table.setdefault(satu.asal.nomor, []).append(baris)
    for nomor, baris_ditolak in of_table.items():
        terbaca = tables[nomor][1]
        judul, rows = terbaca.judul, tuple(baris_ditolak)
        yield TabelDitolak(terbaca.tabel, terbaca.pemisah, judul.mentah.sel, rows, judul.letak)


def _reasons(calon: Calon) -> Iterator[str]:
    """Yield why a row is refused, then what of it does not stand in the file of refused rows."""
    for problem in calon.salah:
        yield f"{problem.kolom}: {problem.pesan}" if problem.kolom else problem.pesan
    yield from (f"{satu.kolom}: {satu.pesan}" for satu in calon.mentah.cacat if not satu.menolak)
    if calon.mentah.lebih:
        yield _TERLALU_KANAN


def _of_files(tables: Bernama) -> Iterator[Problem]:
    """Yield what there is to say about each table; a running number is worth one calm word."""
    numbered: list[Problem] = []
    for berkas, terbaca in tables:
        yield from (replace(satu, berkas=berkas) for satu in terbaca.catatan)
        mentah, lembar = terbaca.judul.mentah, terbaca.tabel.lembar
        for index in terbaca.judul.asing:
            judul = mentah.sel[index].strip()
            cells = (satu.sel[index] for satu in terbaca.isi if index < len(satu.sel))
            if numbers_rows(judul, cells):
                numbered.append(Problem(_NOMOR_URUT, berkas, mentah.baris, judul, lembar=lembar))
            else:
                yield Problem(TAK_DIKENAL, berkas, mentah.baris, judul, lembar=lembar)
        if not terbaca.isi:
            pesan = "tidak ada baris di bawah judul; isi dahulu"
            yield Problem(pesan, berkas, mentah.baris, lembar=lembar)
    yield from numbered[:1]
