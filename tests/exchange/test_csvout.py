"""The CSV form of exports, and the way back."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skp_tui.domain.records import Rekaman
from skp_tui.domain.text import clean
from skp_tui.domain.ukuran import is_figure
from skp_tui.exchange.kinds.kinds import JENIS, Jenis, Kolom, Kunci, Tipe, jenis_of
from skp_tui.exchange.plan.plan import plan
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.reading.table_model import Tabel
from skp_tui.exchange.values import GALAT_EXCEL, unquoted
from skp_tui.exchange.writing.csvout import csv_bytes, data_files, protected, records_csv
from tests.exchange.samples import BRAM, RETNO, SARI, STOK


def test_the_form_is_rfc_4180_with_the_fewest_quotes() -> None:
    rows = [["1", "Umum, Keuangan"], ["2", 'Seksi "A"'], ["3", ""], ["4", "é"]]
    assert csv_bytes(["kode", "nama"], rows) == (
        'kode,nama\r\n1,"Umum, Keuangan"\r\n2,"Seksi ""A"""\r\n3,\r\n4,é\r\n'.encode()
    )


def test_text_is_protected_and_a_number_never() -> None:
    jenis = jenis_of("kegiatan")
    row: Rekaman = {**jenis.kosong(), "tahun": "2017", "nip": SARI, "no": "1"}
    row |= {"uraian": "=1+2", "ak": "-1", "satuan": "'kutip", "satuan_waktu": "-"}
    line = records_csv(jenis, [row]).decode().splitlines()[1]
    assert line == f"2017,{SARI},1,'=1+2,-1,,''kutip,,,'-,,,,,,1"


@pytest.mark.parametrize("text", ["'", "'a", "''", "=1", "+1", "-1", "-", "@a", "a'", "1", "'1"])
def test_reading_takes_off_exactly_what_writing_put_there(text: str) -> None:
    assert unquoted(protected(text)) == text


def test_rows_sort_by_the_code_points_of_their_key() -> None:
    jenis = jenis_of("unit")
    rows = [{"kode": kode, "nama": "A", "induk": None} for kode in ("b", "10", "2", "B", "1.1")]
    lines = records_csv(jenis, rows).decode().splitlines()[1:]
    assert [line.split(",")[0] for line in lines] == ["1.1", "10", "2", "B", "b"]


def test_given_as_empty_is_a_dash_and_not_given_an_empty_cell() -> None:
    jenis = jenis_of("bagian")
    row: Rekaman = {**jenis.kosong(), "tahun": "2017", "nip": SARI, "bagian": "1"}
    line = records_csv(jenis, [{**row, "golongan": "", "mulai": ""}]).decode().splitlines()[1]
    assert line == f"2017,{SARI},1,,,,-" + "," * 12


def test_only_kinds_with_rows_become_files_in_table_order() -> None:
    records: dict[str, list[Rekaman]] = {
        "perilaku": [{"tahun": "2017", "nip": SARI}],
        "unit": [{"kode": "1", "nama": "A", "induk": None}],
        "tambahan": [],
    }
    assert list(data_files(records)) == ["unit.csv", "perilaku.csv"]


TEXT = (
    st.text(st.characters(codec="utf-8"), max_size=60)
    .map(clean)
    .filter(lambda text: bool(text) and text.upper() not in GALAT_EXCEL)
)
VALUES: dict[Tipe, st.SearchStrategy[str]] = {
    Tipe.TEKS: TEXT,
    Tipe.KODE: TEXT,
    Tipe.UNIT: st.sampled_from(["1", "1.1", "1.2"]),
    Tipe.NIP: st.sampled_from([SARI, BRAM]),
    Tipe.GOLONGAN: st.sampled_from(["I/a", "III/d", "IV/e", "IX"]),
    Tipe.TAHUN: st.sampled_from(["2014", "2017", "2020"]),
    Tipe.NOMOR: st.integers(1, 999).map(str),
    Tipe.ANGKA: st.integers(1, 100).map(str) | st.sampled_from(["0.5", "90.25", "99.999999"]),
    Tipe.BIAYA: st.integers(1, 10**12).map(str),
    Tipe.UKURAN: st.sampled_from(["0", "12", "0.5", "1500.25", "1 laporan", "'12 x", "=A1 b"])
    | TEXT.filter(lambda text: not is_figure(text)),
    Tipe.TANGGAL: st.dates().map(lambda day: day.isoformat()),
}
ALWAYS = {"induk": None, "bagian": "1"}
FROM_2022 = {
    "evaluasi", "hasil_kerja", "indikator", "ekspektasi", "lampiran", "capaian_organisasi",
}  # fmt: skip


def values(jenis: Jenis, kolom: Kolom) -> st.SearchStrategy[str | None]:
    if kolom.nama in ALWAYS and jenis.nama != "bagian":
        return st.just(kolom.bawaan)
    present = st.sampled_from(kolom.pilihan) if kolom.pilihan else VALUES[kolom.tipe]
    needed = (
        kolom.wajib or kolom.bawaan or kolom.nama.startswith("target") or kolom.nama == "tingkat"
    )
    return present if needed else st.none() | present


@st.composite
def records(draw: st.DrawFn, nama: str) -> list[Rekaman]:
    """Draw valid records of a kind, each key once."""
    jenis = jenis_of(nama)
    drawn = draw(
        st.lists(
            st.fixed_dictionaries({kolom.nama: values(jenis, kolom) for kolom in jenis.kolom}),
            min_size=1,
            max_size=5,
            unique_by=jenis.kunci_of,
        )
    )
    return [_settled(nama, record) for record in drawn]


def _settled(nama: str, record: Rekaman) -> Rekaman:
    if record.get("jenis") == "tugas_tambahan":
        record["tingkat"] = None
    for first, last in (("aktif_sejak", "aktif_sampai"), ("mulai", "selesai")):
        start, end = record.get(first), record.get(last)
        if start and end and start > end:
            record[first], record[last] = end, start
    if nama == "nilai_luar":
        record |= {"jenis": "akademik", "ide_baru": None, "bagian": None}
    if nama == "indikator":
        record["bagian"] = "1"
        record["satuan"] = record["satuan"] if (record["target"] or "").isdecimal() else None
    if nama in FROM_2022:
        record["tahun"] = str(int(record["tahun"] or 0) + 10)  # that regulation begins in 2022
    return record


@pytest.mark.parametrize("nama", list(JENIS))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_records_come_back_equal_and_then_are_the_same(nama: str, data: st.DataObject) -> None:
    jenis = jenis_of(nama)
    rows = data.draw(records(nama))
    keyed = {jenis.kunci_of(row): row for row in rows}
    tabel = Tabel(Path(f"{nama}.csv"), records_csv(jenis, keyed.values()).decode())
    hasil = {kunci[:4] for kunci in keyed} if nama == "indikator" else frozenset[Kunci]()
    empty = Stok() if nama == "unit" else replace(STOK, hasil=hasil)
    first = plan(jenis, [tabel], empty)
    assert first.ditolak == ()
    assert {baris.kunci: baris.rekaman for baris in first.baru} == keyed
    stored = replace(empty, rekaman=keyed)
    second = plan(jenis, [tabel], stored)
    assert (second.sama, second.baru, second.berubah) == (len(keyed), (), ())
    assert records_csv(jenis, [dict(baris.rekaman) for baris in first.baru]) == tabel.teks.encode()
    assert RETNO not in tabel.teks
