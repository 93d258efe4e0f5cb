"""Bytes of a file into text: refuses what only pretends to be text, tells the encodings apart."""

import codecs
import re
from collections.abc import Mapping

from skp_tui.errors import InputError

UKURAN_TERBESAR = 50 * 1024 * 1024

_SIMPAN_CSV = "Buka berkas itu di Excel atau LibreOffice dan simpan sebagai CSV."
_SIMPAN_BUKU = (
    "Buka berkas itu di Excel atau LibreOffice, simpan sebagai .xlsx, lalu impor yang baru itu."
)
_MINTA = "Isinya tidak dapat dibaca sebagai daftar; minta daftarnya sebagai berkas Excel atau CSV."
_BUKU = (".xlsx", ".xlsm", ".xls", ".ods")
_TERBUKA_DI_EXCEL = ("buku kerja", "halaman", "berkas XML")
"""Beginnings of what a spreadsheet program opens, so that it can be saved anew."""

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
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|table|meta|style|div)[\s/>]|<!--", re.IGNORECASE
)
_XML = re.compile(rb"<\?xml[\s>]|<!doctype", re.IGNORECASE)

_BOM: Mapping[bytes, str] = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_RUSAK = "\ufffd"
"""What stands for bytes that are no letter."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f\ufffd]")
_SAMPLE = 4096
_PIECE = 1 << 20
_MOSTLY = 4  # a quarter of the signs: Latin text in UTF-16 has a zero byte in nearly every one


def decode(isi: bytes, berkas: str) -> str:
    """Return the text of a file in UTF-8, UTF-16 or Windows-1252; raises InputError."""
    return isi.decode(encoding_of(isi, berkas))


def encoding_of(isi: bytes, berkas: str) -> str:
    """Return in which encoding all of a file is text; raises InputError where in none."""
    _refuse_other_formats(isi, berkas)
    encoding = next((name for bom, name in _BOM.items() if isi.startswith(bom)), None)
    encoding = encoding or _utf16_without_bom(isi)
    for name in (encoding,) if encoding else ("utf-8", "cp1252"):
        if _is_text(isi, name):
            return name
        if name.startswith("utf-8"):
            _refuse_damaged(isi, berkas)
    raise InputError(
        f"{berkas} bukan berkas teks: isinya biner atau rusak.", "Simpan ulang sebagai CSV UTF-8."
    )


def _is_text(isi: bytes, encoding: str) -> bool:
    """Say whether all bytes are text in an encoding, a piece at a time to spare the memory."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(isi) + 1, _PIECE):
            piece = isi[start : start + _PIECE]
            if "\0" in decoder.decode(piece, final=start + _PIECE > len(isi)):
                return False
    except UnicodeDecodeError:
        return False
    return True


def _refuse_damaged(isi: bytes, berkas: str) -> None:
    """Refuse UTF-8 with single bytes that are none: read otherwise, each letter of it is garbled.

    Text of Windows-1252 is hardly ever UTF-8 by chance, so whatever has as many right signs as
    wrong bytes was meant as UTF-8.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    wrong = right = 0
    line = 1
    for start in range(0, len(isi) + 1, _PIECE):
        text = decoder.decode(isi[start : start + _PIECE], final=start + _PIECE > len(isi))
        if not wrong:
            line += text.partition(_RUSAK)[0].count("\n")
        wrong += text.count(_RUSAK)
        right += len(_BEYOND_ASCII.findall(text))
    if 0 < wrong <= right:
        raise InputError(
            f"{berkas}, baris {line}: huruf di sini rusak; berkas ini sebagian besar UTF-8, tetapi "
            "tidak seluruhnya.",
            "Perbaiki huruf itu, atau simpan ulang berkas asalnya sebagai CSV UTF-8.",
        )


def _refuse_other_formats(isi: bytes, berkas: str) -> None:
    what = next((name for magic, name in _MAGIC.items() if isi.startswith(magic)), None)
    what = what or _markup(isi[:_SAMPLE])
    if what is None:
        return
    is_book = berkas.lower().endswith(_BUKU)
    called = "buku kerja" if is_book else "CSV"
    saran = _MINTA
    if what.startswith(_TERBUKA_DI_EXCEL):
        saran = _SIMPAN_BUKU if is_book else _SIMPAN_CSV
    raise InputError(f"{berkas} bukan {called}, melainkan {what}.", saran)


def _markup(beginning: bytes) -> str | None:
    """Say which markup a file starts with, in whichever encoding it is."""
    start = beginning.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _XML.match(start) is not None:
        if b"office:spreadsheet" in start or b"Excel.Sheet" in start:
            return "berkas XML Excel 2003"
        return "halaman HTML" if b"<html" in start.lower() else "berkas XML"
    if start.startswith(b"MIME-Version:"):
        return "halaman web (mht)"
    return "halaman HTML" if _MARKUP.match(start) is not None else None


def _utf16_without_bom(isi: bytes) -> str | None:
    sample = isi[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 2 // _MOSTLY
    if odd > enough and not even:
        return "utf-16-le"
    return "utf-16-be" if even > enough and not odd else None
