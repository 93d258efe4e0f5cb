"""Records read many at once are those that reading line by line finds, with the same lines."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.exchange.reading.table_model import Mentah, Tabel
from skp_tui.exchange.reading.tables import QuoteError, records

LINE = st.sampled_from(
    ("1,Surat", "", "  ,", ",", '"1","Dua\nbaris"', '1,"Tiga\r\nbaris\rlagi"', "\u00a0,\u2003",
     "1,Surat ~", "~x,1", '1,"a"b', '2,"terbuka')
)  # fmt: skip


def one_by_one(text: str) -> Iterator[Mentah]:
    """Yield the records as they come, each with the line at which it starts."""
    reader, start = csv.reader(io.StringIO(text, newline=""), strict=True), 1
    for cells in reader:
        if "".join(cells).strip():
            yield Mentah(start, tuple(cells))
        start = 1 + reader.line_num


def read_to_the_end(rows: Iterator[Mentah]) -> tuple[list[Mentah], bool]:
    """Return the records and whether a quote was left open."""
    found: list[Mentah] = []
    try:
        for satu in rows:
            found.append(satu)  # noqa: PERF402 - those before the error count
    except (csv.Error, QuoteError):
        return found, True
    return found, False


@given(st.lists(LINE), st.sampled_from((0, 1, 499, 500, 501, 1100)), st.sampled_from("\n\r"))
def test_records_and_their_lines_are_those_of_reading_one_by_one(
    lines: list[str], before: int, end: str
) -> None:
    text = end.join([*(f"{number},Surat" for number in range(before)), *lines])
    found = read_to_the_end(records(Tabel(Path("a.csv"), text), ","))
    assert found == read_to_the_end(one_by_one(text))


def test_an_open_quote_far_down_is_named_with_its_line() -> None:
    text = "\n".join([*("1,Surat" for _ in range(1234)), '2,"terbuka', "3,Surat"])
    with pytest.raises(QuoteError, match="baris 1235: tanda kutip"):
        list(records(Tabel(Path("a.csv"), text), ","))
