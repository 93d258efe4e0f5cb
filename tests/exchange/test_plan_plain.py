"""The short way of judging a row says what the thorough one says.

A row with one blank cell more than the header is judged the thorough way and means the same.
"""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skp_tui.domain.records import Larik, Pemetik, letak_of
from skp_tui.errors import Problem
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.blocks import Blok
from skp_tui.exchange.plan.model import Baris, Perubahan, Rencana
from skp_tui.exchange.plan.plain import Judges
from skp_tui.exchange.plan.plain_cells import JENIS_POLOS
from skp_tui.exchange.plan.plan import Sumber, plan, read_heads
from skp_tui.exchange.plan.rows import AsalPolos, table_of
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.plan.years import Konteks
from tests.exchange.samples import ASING, BRAM, RETNO, SARI, STOK, TIUR, again, table

NUMBERS = ("", "", "10", "100", "12.50", "0", "101", "-", "-3", "1,5", "#N/A", "abc", "90.0")
TEXTS = ("", "Surat", "Menyusun laporan", "'=1+2", "-", "Sa\u00adri", " Surat ", "x" * 501)
MEASURES = (
    "",
    "",
    "12",
    "12.50",
    "0",
    "-3",
    "1,5",
    "tepat waktu",
    "12 laporan",
    "-",
    "=1",
    "1.2.3",
)
CELLS = {
    "tahun": ("2017", "2017", "2017", "2018", "2013", "20", ""),
    "nip": (SARI, SARI, BRAM, RETNO, TIUR, ASING, "196704101990031000", ""),
    "no": ("1", "2", "2", "3", "0", "a", ""),
    "bagian": ("", "1", "1", "2", "3", "-"),
    "jenis": ("tugas_tambahan", "kreativitas", "Kreativitas", "lain", ""),
    "tingkat": ("", "unit", "negara", "-"),
    "uraian": TEXTS,
    "satuan": TEXTS,
    "satuan_waktu": TEXTS,
    "no_hasil": ("1", "1", "2", "9", ""),
    "aspek": ("", "waktu", "Biaya", "mutu", "-"),
    "target": MEASURES,
    "realisasi": MEASURES,
    **dict.fromkeys(("bukti", "umpan_balik", "rencana_pimpinan", "ekspektasi"), TEXTS),
}
JENIS_HASIL = ("", "utama", "tambahan", "Tambahan", "lain", "-")
JENIS_LAMPIRAN = ("konsekuensi", "Dukungan Sumber Daya", "lain", "")
NILAI = ("loyal", "loyal", "Berorientasi Pelayanan", "sopan", "")
FROM_2022 = ("hasil_kerja", "indikator", "ekspektasi", "lampiran")
LOCKED = replace(
    STOK,
    bagian={(year, SARI): frozenset({1, 2}) for year in (2017, 2025)},
    terkunci=frozenset({(2017, BRAM), (2025, BRAM)}),
    hasil=frozenset({("2025", SARI, bagian, no) for bagian in "12" for no in "12"}),
)

Rows = list[dict[str, str]]


def rows_of(jenis: str, *, odd: bool) -> st.SearchStrategy[Rows]:
    """Make rows of a kind; without odd ones most of them can be settled the short way."""
    plain = {"tahun": "2017", "nip": SARI, "uraian": "Surat", "jenis": "tugas_tambahan"}
    cells = dict(CELLS)
    if jenis in FROM_2022:
        first = {"hasil_kerja": JENIS_HASIL, "lampiran": JENIS_LAMPIRAN}.get(jenis, ())
        cells |= {"tahun": ("2025", "2025", "2026", "2017", ""), "jenis": first, "perilaku": NILAI}
        plain = {"tahun": "2025", "nip": SARI, "uraian": "Surat", "perilaku": "loyal",
                 "aspek": "", "satuan": ""}  # fmt: skip
        plain |= {"jenis": first[0]} if first else {}
    columns = {
        nama: st.sampled_from(
            cells.get(nama, NUMBERS)
            if odd
            else (plain[nama],)
            if nama in plain
            else ("", "1", "2")
            if nama in {"no", "no_hasil", "bagian"}
            else ("",)
            if nama == "tingkat"
            else ("", "10", "50")
        )
        for nama in jenis_of(jenis).nama_kolom
    }
    return st.lists(st.fixed_dictionaries(columns), min_size=1, max_size=8)


def planned(folder: Path, jenis: str, rows: Rows, stok: Stok, *, wider: bool) -> Rencana:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(jenis_of(jenis).nama_kolom)
    writer.writerows([*row.values(), ""] if wider else list(row.values()) for row in rows)
    return plan(jenis_of(jenis), [table(folder, buffer.getvalue())], stok)


def told(rencana: Rencana) -> tuple[object, ...]:
    """Return what a plan says, a record as a dict however it is kept."""

    def record(baris: Baris) -> tuple[object, ...]:
        return baris.baris, baris.kunci, dict(baris.rekaman), baris.perubahan

    def sentence(problem: Problem) -> str:
        return problem.kalimat()

    return (
        list(map(record, rencana.baru)),
        list(map(record, rencana.berubah)),
        rencana.sama,
        list(map(sentence, rencana.ditolak)),
        list(map(sentence, rencana.peringatan)),
        rencana.periode_baru,
        [[baris.alasan for baris in satu.baris] for satu in rencana.tabel_ditolak],
    )


@pytest.mark.parametrize("jenis", sorted(JENIS_POLOS))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_both_ways_of_judging_lead_to_the_same_plan(
    tmp_path: Path, jenis: str, data: st.DataObject
) -> None:
    stok = LOCKED
    for odd in (False, True, False):
        rows = data.draw(rows_of(jenis, odd=odd))
        short = planned(tmp_path, jenis, rows, stok, wider=False)
        thorough = planned(tmp_path, jenis, rows, stok, wider=True)
        assert told(short) == told(thorough)
        stok = again(short, stok)


def test_a_row_that_says_what_is_stored_is_the_stored_record(tmp_path: Path) -> None:
    row = dict.fromkeys(jenis_of("kegiatan").nama_kolom, "")
    rows = [{**row, "tahun": "2017", "nip": SARI, "no": "1", "uraian": "Surat"}]
    first = planned(tmp_path, "kegiatan", rows, STOK, wider=False)
    assert [baris.rekaman["bagian"] for baris in first.baru] == ["1"]
    second = planned(tmp_path, "kegiatan", rows, again(first), wider=False)
    assert (second.baru, second.berubah, second.sama) == ((), (), 1)


def test_new_rows_among_stored_ones_are_judged_the_short_way_too(tmp_path: Path) -> None:
    row = dict.fromkeys(jenis_of("kegiatan").nama_kolom, "")
    first = [
        {**row, "tahun": "2017", "nip": SARI, "no": str(no), "uraian": "Surat", "bagian": "1"}
        for no in range(1, 9)
    ]
    stok = again(planned(tmp_path, "kegiatan", first[::2], STOK, wider=False))
    rows = [{**satu, "uraian": "Surat lain"} if satu["no"] == "3" else satu for satu in first]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=list(row))
    writer.writeheader()
    writer.writerows(rows)
    jenis = jenis_of("kegiatan")
    [dibaca] = read_heads(jenis, [Sumber([table(tmp_path, text.getvalue())])])
    asal = table_of(0, dibaca.nama, dibaca.terbaca, jenis, {})
    assert isinstance(asal, AsalPolos)
    [blok] = Judges(Konteks(stok, jenis, {}, {})).judge(asal, dibaca.terbaca.isi)
    assert isinstance(blok, Blok)
    assert [None if satu is None else satu.perubahan for satu in blok.hasil] == [
        None, (), (Perubahan("uraian", "Surat", "Surat lain"),), (), None, (), None, (),
    ]  # fmt: skip


def test_a_record_of_many_is_a_mapping_like_any_other() -> None:
    larik = Larik(letak_of(("a", "b")), ("1", None))
    assert larik == {"a": "1", "b": None}
    assert (larik.get("b", "x"), larik.get("c"), larik.get("c", "x")) == (None, None, "x")
    assert ({**larik}, len(larik), "c" in larik) == ({"a": "1", "b": None}, 2, False)
    with pytest.raises(KeyError):
        larik["c"]


@pytest.mark.parametrize("kolom", [(), ("b",), ("b", "a"), ("c", "a"), ("a", "b", "a")])
def test_texts_are_taken_alike_out_of_a_dict_and_of_a_record_of_many(
    kolom: tuple[str, ...],
) -> None:
    letak = letak_of(("a", "b"))
    pick = Pemetik(kolom)
    for isi in (("1", None), ("2", "")):
        satu = Larik(letak, isi)
        assert pick(satu) == pick(dict(satu)) == tuple(satu.get(nama) for nama in kolom)
