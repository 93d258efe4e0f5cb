"""Bytes of a file into text: refuses what only pretends to be text, tells the encodings apart."""

import codecs
from collections.abc import Mapping

from skp_tui.errors import InputError

UKURAN_TERBESAR = 50 * 1024 * 1024

_SIMPAN_CSV = "Buka berkas itu di Excel atau LibreOffice dan simpan sebagai CSV."

_MAGIC: Mapping[bytes, str] = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "buku kerja atau arsip zip (xlsx, ods)",
    b"PK\x05\x06": "arsip zip kosong",
    b"\xd0\xcf\x11\xe0": "buku kerja Excel lama (xls)",
    b"\x09\x08\x10\x00": "buku kerja Excel lama (xls)",
    b"\x89PNG": "gambar PNG",
    b"\xff\xd8\xff": "gambar JPEG",
    b"GIF8": "gambar GIF",
    b"II*\x00": "gambar TIFF",
    b"MM\x00*": "gambar TIFF",
    b"RIFF": "gambar atau suara",
    b"{\\rtf": "dokumen RTF",
    b"SQLite format 3": "database SQLite",
    b"\x1f\x8b": "arsip gzip",
    b"7z\xbc\xaf": "arsip 7z",
    b"Rar!": "arsip RAR",
    b"\x7fELF": "program",
}
_MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml")

_BOM: Mapping[bytes, str] = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_SAMPLE = 4096
_MOSTLY = 4  # a quarter of the signs: Latin text in UTF-16 has a zero byte in nearly every one


def decode(isi: bytes, berkas: str) -> str:
    """Return the text of a file in UTF-8, UTF-16 or Windows-1252; raises InputError."""
    _refuse_other_formats(isi, berkas)
    encoding = next((name for bom, name in _BOM.items() if isi.startswith(bom)), None)
    encoding = encoding or _utf16_without_bom(isi)
    text = _decoded(isi, (encoding,) if encoding else ("utf-8", "cp1252"))
    if text is None or "\0" in text:
        raise InputError(
            f"{berkas} bukan berkas teks: isinya biner atau rusak.",
            "Simpan ulang sebagai CSV UTF-8.",
        )
    return text


def _decoded(isi: bytes, encodings: tuple[str, ...]) -> str | None:
    for encoding in encodings:
        try:
            return isi.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _refuse_other_formats(isi: bytes, berkas: str) -> None:
    what = next((name for magic, name in _MAGIC.items() if isi.startswith(magic)), None)
    if what is None and isi.lstrip()[:16].lower().startswith(_MARKUP):
        what = "halaman HTML atau XML"
    if what is not None:
        raise InputError(f"{berkas} bukan CSV, melainkan {what}.", _SIMPAN_CSV)


def _utf16_without_bom(isi: bytes) -> str | None:
    sample = isi[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 2 // _MOSTLY
    if odd > enough and not even:
        return "utf-16-le"
    return "utf-16-be" if even > enough and not odd else None
