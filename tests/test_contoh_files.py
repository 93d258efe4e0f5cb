"""The files of the sample office have the form that exports have, to the byte."""

from datetime import date

import pytest

from tests.contoh import (
    ANGKA_BAKU,
    CONTOH,
    KOLOM,
    KOLOM_ANGKA,
    KUNCI,
    rows,
)


def cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if set(text) & set(',"\r\n') else text


def test_exactly_the_kinds_that_have_rows_are_there() -> None:
    assert {path.name for path in CONTOH.iterdir()} == {f"{jenis}.csv" for jenis in KOLOM}


@pytest.mark.parametrize("jenis", sorted(KOLOM))
def test_file_has_the_csv_form_to_the_byte(jenis: str) -> None:
    lines = [KOLOM[jenis], *([row[k] for k in KOLOM[jenis]] for row in rows(jenis))]
    text = "".join(",".join(cell(value) for value in line) + "\r\n" for line in lines)
    assert (CONTOH / f"{jenis}.csv").read_bytes() == text.encode("utf-8")


@pytest.mark.parametrize("jenis", sorted(KOLOM))
def test_rows_are_sorted_by_a_unique_key(jenis: str) -> None:
    keys = [[row[k] for k in KUNCI[jenis]] for row in rows(jenis)]
    assert keys == sorted(keys)
    assert len({tuple(key) for key in keys}) == len(keys) > 0


@pytest.mark.parametrize("jenis", sorted(KOLOM))
def test_values_are_canonical(jenis: str) -> None:
    for row in rows(jenis):
        for kolom, value in row.items():
            assert value == value.strip()
            assert not value.startswith(("'", "=", "+", "-", "@")), value
            if value and KOLOM_ANGKA.fullmatch(kolom):
                assert ANGKA_BAKU.fullmatch(value), (kolom, value)
            if value and kolom in {"mulai", "selesai", "tanggal", "aktif_sejak", "aktif_sampai"}:
                assert date.fromisoformat(value).isoformat() == value
