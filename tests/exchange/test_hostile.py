"""Whatever a file holds: an InputError or a plan, never another error, never a float."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skp_tui.errors import InputError
from skp_tui.exchange.kinds.kinds import JENIS, jenis_of
from skp_tui.exchange.package.documents import dump_json, rencana_document
from skp_tui.exchange.package.package import sidik
from skp_tui.exchange.package.verify import verify_package
from skp_tui.exchange.plan.model import Rencana
from skp_tui.exchange.plan.plan import plan
from skp_tui.exchange.plan.rejected import rejected_bytes
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.reading.decoding import decode
from skp_tui.exchange.reading.table_model import Tabel
from tests.exchange.packages import send
from tests.exchange.samples import BRAM, SARI, STOK, TIUR

BUILT = list(JENIS)
NASTY = [
    *("", "-", "'", "'-", "''", "0", "1", "2", "-1", "1,5", "1.500", "1e9", "NaN", "∞", "٣", "²"),
    *("#N/A", "2017", "2013", "2021", "99999999999999999999", "0.0000001", "Rp 5,-", "=1+1"),
    *("\x1b[31m", "\u202e", "\x85", "\U0001f600", "x" * 501, "[red]", "III/d", "III e"),
    *("2017-02-30", "01-01-2017", "akademik", "skp", "akhir", "kreativitas", "unit", "ya"),
    *("1.1", "Sekretariat", "Seksi Umum", SARI, BRAM, TIUR, "1,96704E+17", f"{SARI[:15]}000"),
]


def judged(jenis: str, text: str) -> None:
    """Plan a text; whatever comes out must be JSON without floats, and writable again."""
    for stok in (Stok(), STOK):
        try:
            hasil = plan(jenis_of(jenis), [Tabel(Path("x.csv"), text)], stok)
        except InputError:
            continue
        check(hasil)


def check(hasil: Rencana) -> None:
    doc = dump_json(rencana_document(hasil, diterapkan=False))
    doc.encode("utf-8", "surrogatepass")
    for baris in (*hasil.baru, *hasil.berubah):
        assert all(value is None or isinstance(value, str) for value in baris.rekaman.values())
    for tabel in hasil.tabel_ditolak:
        rejected_bytes(tabel)


@given(isi=st.binary(max_size=400))
def test_arbitrary_bytes_are_text_or_an_input_error(isi: bytes) -> None:
    text = ""
    with suppress(InputError):
        text = decode(isi, "x.csv")
    assert "\0" not in text


@pytest.mark.parametrize("jenis", BUILT)
@settings(max_examples=40)
@given(text=st.text(max_size=200))
def test_arbitrary_text_below_a_header_never_breaks_the_plan(jenis: str, text: str) -> None:
    header = ",".join(jenis_of(jenis).nama_kolom)
    judged(jenis, f"{header}\n{text}")
    judged(jenis, text)


@pytest.mark.parametrize("jenis", BUILT)
@settings(max_examples=150)
@given(data=st.data())
def test_arbitrary_cells_never_break_the_plan(jenis: str, data: st.DataObject) -> None:
    columns = jenis_of(jenis).nama_kolom
    cell = st.sampled_from(NASTY) | st.text(max_size=8)
    rows = data.draw(st.lists(st.lists(cell, min_size=1, max_size=len(columns) + 1), max_size=5))
    pemisah = data.draw(st.sampled_from([",", ";", "\t"]))
    lines = [pemisah.join(columns)]
    lines += [pemisah.join('"' + text.replace('"', '""') + '"' for text in row) for row in rows]
    judged(jenis, "\r\n".join(lines))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("x.csv"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


def replaced(draw: st.DrawFn, value: object) -> object:
    """Replace one thing somewhere inside a document by something else."""
    if isinstance(value, dict) and value and draw(st.integers(0, 4)):
        key = draw(st.sampled_from(sorted(value)))
        return {**value, key: replaced(draw, value[key])}
    if isinstance(value, list) and value and draw(st.integers(0, 4)):
        return [replaced(draw, value[0]), *value[1:]]
    return draw(JSON)


@settings(max_examples=200)
@given(data=st.data())
def test_any_descriptor_is_examined_or_refused(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("paket")
    path = send(folder)
    doc = json.loads(path.read_text())
    changed = replaced(data.draw, doc)  # type: ignore[arg-type]
    if isinstance(changed, dict) and isinstance(changed.get("skp"), dict):
        changed["skp"]["sidik"] = sidik(changed)
    path.write_text(dump_json(changed))
    with suppress(InputError):
        found = verify_package(path)
        assert all(problem.kalimat() for problem in found)
