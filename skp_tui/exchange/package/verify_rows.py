"""The rows of a package against the schema of the 30 columns."""

import csv
import io
import re
from collections.abc import Iterator, Mapping

from skp_tui.domain.number import NumberError, parse_number
from skp_tui.errors import Problem
from skp_tui.exchange.package.bkd import NAMA_KOLOM, KolomBkd, columns_under
from skp_tui.exchange.values import shown_cell
from skp_tui.rules.result import Status

Baris = dict[str, str]

_ISI_NILAI = NAMA_KOLOM[NAMA_KOLOM.index("nilai_skp") : NAMA_KOLOM.index("penilai_nip")]


def read_rows(
    content: bytes, berkas: str, skp: Mapping[str, object]
) -> tuple[list[Baris] | None, list[Problem]]:
    """Return the rows by column name with what is wrong in them; None where it is no such table."""
    try:
        reader = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
        lines: list[tuple[int, list[str]]] = []
        start = 1
        for cells in reader:
            lines.append((start, cells))
            start = reader.line_num + 1
    except (UnicodeDecodeError, csv.Error):
        return None, [Problem("bukan CSV UTF-8 yang utuh; minta pengirim mengekspor ulang", berkas)]
    if not lines or tuple(lines[0][1]) != NAMA_KOLOM:
        return None, [Problem("judul kolomnya bukan 30 kolom paket bkd", berkas, 1)]
    rows: list[Baris] = []
    faults: list[Problem] = []
    seen: set[str] = set()
    for baris, cells in lines[1:]:
        if len(cells) != len(NAMA_KOLOM):
            faults.append(Problem(f"berisi {len(cells)} sel, seharusnya 30", berkas, baris))
            continue
        row = dict(zip(NAMA_KOLOM, cells, strict=True))
        for kolom, pesan in _of_row(row, skp, seen):
            faults.append(Problem(pesan, berkas, baris, kolom, shown_cell(row[kolom])))
        seen.add(row["nip"])
        rows.append(row)
    return rows, faults


def _of_row(row: Baris, skp: Mapping[str, object], seen: set[str]) -> Iterator[tuple[str, str]]:
    for kolom in columns_under(str(skp["peraturan"])):
        fault = _of_cell(row[kolom.nama], kolom)
        if fault is not None:
            yield kolom.nama, fault
    if row["nip"] in seen:
        yield "nip", "pegawai ini muncul dua kali"
    if row["tahun"] != str(skp["tahun"]):
        yield "tahun", f"bukan tahun paket ({skp['tahun']})"
    if row["peraturan"] != skp["peraturan"]:
        yield "peraturan", f"bukan peraturan paket ({skp['peraturan']})"
    yield from _of_scores(row)


def _of_scores(row: Baris) -> Iterator[tuple[str, str]]:
    if row["status"] != Status.DINILAI:
        for nama in _ISI_NILAI:
            if row[nama]:
                yield nama, "terisi, padahal pegawai ini tidak dinilai"
    elif not row["sebutan"]:
        yield "sebutan", "kosong, padahal pegawai ini sudah dinilai"


def _of_cell(text: str, kolom: KolomBkd) -> str | None:
    if not text:
        return "wajib diisi" if kolom.wajib else None
    if kolom.pilihan and text not in kolom.pilihan:
        return f"bukan salah satu dari {', '.join(kolom.pilihan)}"
    if kolom.pola and not re.fullmatch(kolom.pola, text, re.ASCII):
        return "bukan NIP 18 angka"
    return None if kolom.tipe == "string" else _of_number(text, kolom)


def _of_number(text: str, kolom: KolomBkd) -> str | None:
    try:
        value = parse_number(text, ".")
    except NumberError as fault:
        return str(fault)
    too_low = kolom.terkecil is not None and value < kolom.terkecil
    if too_low or (kolom.terbesar is not None and value > kolom.terbesar):
        return f"di luar {kolom.terkecil} sampai {kolom.terbesar}"
    return None
