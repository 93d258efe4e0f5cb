"""The CSV form of exchange 4: UTF-8 without BOM, comma, CRLF, quotes only where needed."""

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence

from skp_tui.exchange.kinds import HAPUS, JENIS, TIPE_TEKS, Jenis, Kolom

_FORMULA = ("'", "=", "+", "-", "@")


def protected(text: str) -> str:
    """Put one ``'`` before what a spreadsheet would take for a formula; import removes it."""
    return f"'{text}" if text.startswith(_FORMULA) else text


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
    rows = sorted(records, key=jenis.kunci_of)
    return csv_bytes(
        jenis.nama_kolom,
        ([_cell(kolom, row.get(kolom.nama)) for kolom in jenis.kolom] for row in rows),
    )


def _cell(kolom: Kolom, text: str | None) -> str:
    if text is None:
        return ""
    if not text:
        # Given as empty, which must not follow anything again when it is read.
        return HAPUS if kolom.warisan else ""
    return protected(text) if kolom.tipe in TIPE_TEKS else text


def data_files(records: Mapping[str, Iterable[Mapping[str, str | None]]]) -> dict[str, bytes]:
    """Return the files of the profile ``data``: one for each kind that has rows, in table order."""
    files: dict[str, bytes] = {}
    for nama, jenis in JENIS.items():
        rows = list(records.get(nama, ()))
        if rows:
            files[f"{nama}.csv"] = records_csv(jenis, rows)
    return files
