"""The CSV form of exchange 4: UTF-8 without BOM, comma, CRLF, quotes only where needed."""

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import getitem

from skp_tui.domain.records import Pemetik
from skp_tui.domain.ukuran import is_figure
from skp_tui.exchange.kinds.kinds import HAPUS, JENIS, TIPE_TEKS, Jenis, Kolom, Tipe

_DIINGAT = 4096
_FORMULA = ("'", "=", "+", "-", "@")


def protected(text: str) -> str:
    """Put one ``'`` before what a spreadsheet would take for a formula; import removes it."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def written(kolom: Kolom, text: str) -> str:
    """Return a canonical text as a cell of its column: only text is protected, numbers never."""
    if kolom.tipe in TIPE_TEKS or (kolom.tipe is Tipe.UKURAN and not is_figure(text)):
        return protected(text)
    return text


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]], pemisah: str = ",") -> bytes:
    """Write a table with CRLF and the fewest quotes."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=pemisah, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue().encode("utf-8")


def text_csv(
    header: Sequence[str], rows: Iterable[Mapping[str, str]], text_columns: Collection[str]
) -> bytes:
    """Write rows by column name; only text columns are protected, numbers never."""
    return csv_bytes(
        header,
        (
            [protected(row[nama]) if nama in text_columns else row[nama] for nama in header]
            for row in rows
        ),
    )


def records_csv(jenis: Jenis, records: Iterable[Mapping[str, str | None]]) -> bytes:
    """Write records of one kind, all columns in table order, sorted by key by code point.

    Numbers in the key sort as text too ("10" before "2"), since exchange 4 says that all rows sort
    by code point.
    """
    kunci, texts = Pemetik(jenis.kunci), Pemetik(jenis.nama_kolom)
    rows = sorted(records, key=lambda satu: tuple([text or "" for text in kunci(satu)]))
    columns = [_Written(kolom) for kolom in jenis.kolom]
    return csv_bytes(
        jenis.nama_kolom,
        (list(map(getitem, columns, texts(row))) for row in rows),
    )


class _Written(dict[str | None, str]):
    """How the texts of one column are written; it remembers: columns repeat a few texts."""

    def __init__(self, kolom: Kolom) -> None:
        super().__init__({None: ""})
        # given as empty, which must not follow anything again when it is read
        self[""] = HAPUS if kolom.warisan else ""
        self._kolom = kolom

    def __missing__(self, text: str) -> str:
        found = written(self._kolom, text)
        if len(self) < _DIINGAT:
            self[text] = found
        return found


def data_files(records: Mapping[str, Iterable[Mapping[str, str | None]]]) -> dict[str, bytes]:
    """Return the files of the profile ``data``: one for each kind that has rows, in table order."""
    files: dict[str, bytes] = {}
    for nama, jenis in JENIS.items():
        rows = list(records.get(nama, ()))
        if rows:
            files[f"{nama}.csv"] = records_csv(jenis, rows)
    return files
