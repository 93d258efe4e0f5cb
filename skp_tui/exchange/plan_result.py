"""The judged rows put together as a plan: baru, berubah, sama, ditolak, and what is odd."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from skp_tui.domain.office import PEJABAT, PENDAMPING
from skp_tui.errors import Problem
from skp_tui.exchange.headers import Terbaca
from skp_tui.exchange.kinds import Jenis, Kunci, Tipe
from skp_tui.exchange.plan_model import (
    Baris,
    BarisDitolak,
    Perubahan,
    Rencana,
    TabelDitolak,
    Tegas,
)
from skp_tui.exchange.plan_rows import Calon
from skp_tui.exchange.stock import Stok

Bernama = Sequence[tuple[str, Terbaca]]


def result(
    jenis: Jenis,
    tables: Bernama,
    calon: Sequence[Calon],
    good: Mapping[Kunci, list[Calon]],
    stok: Stok,
) -> Rencana:
    """Return the plan; equal rows of one key beyond the first are "sama"."""
    firsts = [(members[0].lama, _baris(members[0], jenis)) for members in good.values()]
    baru = tuple(baris for lama, baris in firsts if lama is None)
    berubah = tuple(baris for _, baris in firsts if baris.perubahan)
    refused = [satu for satu in calon if satu.salah]
    for satu in refused:
        _sort_by_column(satu, jenis)
    return Rencana(
        jenis=jenis,
        baru=baru,
        berubah=berubah,
        sama=sum(map(len, good.values())) - len(baru) - len(berubah),
        ditolak=tuple(problem for satu in refused for problem in satu.salah),
        peringatan=(*_of_files(tables), *(note for satu in calon for note in satu.catatan)),
        periode_baru=_new_years(jenis, (*baru, *berubah), stok),
        ditegaskan=tuple(_given(jenis, good, stok)) if jenis.nama == "bagian" else (),
        tabel_ditolak=tuple(_refused_tables(tables, refused)),
    )


def _sort_by_column(calon: Calon, jenis: Jenis) -> None:
    order = {nama: index for index, nama in enumerate(jenis.nama_kolom)}
    calon.salah.sort(key=lambda problem: order.get(problem.kolom or "", -1))


def _baris(calon: Calon, jenis: Jenis) -> Baris:
    return Baris(
        berkas=calon.berkas,
        baris=calon.mentah.baris,
        kunci=calon.kunci or (),
        rekaman=calon.jadi,
        perubahan=tuple(_changes(calon, jenis)) if calon.lama is not None else (),
        lembar=calon.lembar,
    )


def _changes(calon: Calon, jenis: Jenis) -> Iterator[Perubahan]:
    lama = calon.lama or {}
    for nama in jenis.nama_kolom:
        before, after = lama.get(nama), calon.jadi.get(nama)
        if (before or None) != (after or None):
            yield Perubahan(nama, before, after)


def _given(jenis: Jenis, good: Mapping[Kunci, list[Calon]], stok: Stok) -> Iterator[Tegas]:
    """Yield the stored parts of which rows give fields, whether these differ or not."""
    follows = [kolom for kolom in jenis.kolom if kolom.warisan]
    for kunci, members in good.items():
        kolom = {
            satu.nama
            for satu in follows
            for sel in (calon.isi(satu.nama) for calon in members)
            if sel.nilai is not None or (sel.hapus and satu.tipe is not Tipe.UNIT)
        }
        jadi = members[0].jadi
        for awalan in PEJABAT:
            nip = f"{awalan}_nip"
            if nip in kolom and jadi[nip] not in stok.pegawai:
                # nobody but this record knows who that is
                kolom.update(f"{awalan}_{nama}" for nama in PENDAMPING)
        if members[0].lama is not None and kolom:
            yield Tegas(kunci, jadi, frozenset(kolom))


def _new_years(jenis: Jenis, rows: Iterable[Baris], stok: Stok) -> tuple[int, ...]:
    if not jenis.tahunan:
        return ()
    years = {int(baris.rekaman["tahun"] or "0") for baris in rows}
    return tuple(sorted(years - stok.periode))


def _refused_tables(tables: Bernama, refused: Iterable[Calon]) -> Iterator[TabelDitolak]:
    of_table: dict[int, list[BarisDitolak]] = {}
    for satu in refused:
        alasan = "; ".join(
            f"{problem.kolom}: {problem.pesan}" if problem.kolom else problem.pesan
            for problem in satu.salah
        )
        baris = BarisDitolak(satu.mentah.baris, satu.mentah.sel, alasan)
        of_table.setdefault(satu.nomor_tabel, []).append(baris)
    for nomor, baris_ditolak in of_table.items():
        terbaca = tables[nomor][1]
        judul = terbaca.judul.mentah.sel
        yield TabelDitolak(terbaca.tabel, terbaca.pemisah, judul, tuple(baris_ditolak))


def _of_files(tables: Bernama) -> Iterator[Problem]:
    for berkas, terbaca in tables:
        mentah, lembar = terbaca.judul.mentah, terbaca.tabel.lembar
        for index in terbaca.judul.asing:
            pesan = "kolom tidak dikenal, diabaikan; periksa judulnya bila seharusnya dibaca"
            yield Problem(pesan, berkas, mentah.baris, mentah.sel[index].strip(), lembar=lembar)
        if not terbaca.isi:
            pesan = "tidak ada baris di bawah judul; isi dahulu"
            yield Problem(pesan, berkas, mentah.baris, lembar=lembar)
