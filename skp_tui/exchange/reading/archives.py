"""Which workbook a file is by its content, and whether its directory keeps within the bounds."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from skp_tui.errors import InputError
from skp_tui.exchange.reading.ole import Ole, OleError
from skp_tui.exchange.reading.table_model import Bentuk

TERBUKA_TERBESAR: Final = 500 * 1024 * 1024
"""Bytes of a workbook once it is unpacked (exchange 3)."""
_BAGIAN_TERBANYAK: Final = 10_000
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)

_SIMPAN: Final = "Buka di Excel atau LibreOffice dan simpan sebagai .xlsx, .ods atau CSV."
_TANPA_SANDI: Final = (
    "Buka di Excel atau LibreOffice, simpan tanpa kata sandi, lalu impor berkas itu."
)
_SALIN: Final = "Salin ulang dari asalnya, atau buka dan simpan ulang di Excel atau LibreOffice."

_ARSIP: Final[Mapping[str, str]] = {
    "xl/workbook.bin": "buku kerja biner (xlsb)",
    "word/document.xml": "dokumen Word (docx)",
    "ppt/presentation.xml": "presentasi (pptx)",
    "index/document.iwa": "dokumen Apple (numbers, pages)",
    "meta-inf/manifest.mf": "program Java (jar)",
}
_DOKUMEN: Final[Mapping[str, str]] = {
    "WordDocument": "dokumen Word lama (doc)",
    "PowerPoint Document": "presentasi lama (ppt)",
    "__properties_version1.0": "surel Outlook (msg)",
}
_SPREADSHEET: Final = b"application/vnd.oasis.opendocument.spreadsheet"


def part(nama: str) -> zipfile.ZipInfo:
    """Return a part for an archive of ours, always of the same moment: the same bytes every time.

    A zip knows no time before 1980, which is what a computer with an empty battery may show.
    """
    return zipfile.ZipInfo(nama, _MOMENT)


def damaged(path: Path, what: str = "buku kerja") -> InputError:
    """Return the refusal of a file that is cut off or broken."""
    return InputError(f"{path.name} adalah {what} yang rusak atau terpotong.", _SALIN)


def locked(path: Path) -> InputError:
    """Return the refusal of a workbook with a password."""
    return InputError(f"{path.name} dikunci dengan kata sandi.", _TANPA_SANDI)


def too_large(path: Path, what: str) -> InputError:
    """Return the refusal of a workbook beyond the bounds."""
    return InputError(
        f"{path.name}: {what}.", "Salin hanya daftarnya ke buku kerja baru, atau simpan per bagian."
    )


def other(path: Path, what: str) -> InputError:
    """Return the refusal of a file that is something else."""
    return InputError(f"{path.name} bukan daftar, melainkan {what}.", _SIMPAN)


def check_archive(path: Path, arsip: zipfile.ZipFile) -> Bentuk:
    """Say which workbook a zip archive is, by its directory alone; raises InputError.

    Nothing is unpacked before the sizes that the directory states are within the bounds; more than
    what it states is never unpacked.
    """
    parts = arsip.infolist()
    size = sum(part.file_size for part in parts)
    if size > TERBUKA_TERBESAR:
        shown = f"{size // (1024 * 1024):,} MB".replace(",", ".")
        raise too_large(path, f"isinya {shown} setelah dibuka; paling banyak 500 MB")
    if len(parts) > _BAGIAN_TERBANYAK:
        shown = f"{len(parts):,}".replace(",", ".")
        what = f"di dalamnya ada {shown} berkas (gambar dan lain-lain); paling banyak 10.000"
        raise too_large(path, what)
    names = {part.filename.casefold() for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise locked(path)
    if "xl/workbook.xml" in names or (
        "[content_types].xml" in names and any(name.startswith("xl/") for name in names)
        and "xl/workbook.bin" not in names
    ):  # fmt: skip
        return Bentuk.XLSX
    if "mimetype" in names and "content.xml" in names:
        return _opendocument(path, arsip)
    what = next((words for name, words in _ARSIP.items() if name in names), "arsip zip")
    raise other(path, what)


def _opendocument(path: Path, arsip: zipfile.ZipFile) -> Bentuk:
    kind = arsip.open("mimetype").read(200)
    if not kind.startswith(_SPREADSHEET):
        raise other(path, "dokumen OpenDocument yang bukan buku kerja")
    if "META-INF/manifest.xml" in arsip.namelist():
        with arsip.open("META-INF/manifest.xml") as file:
            if b"encryption-data" in file.read(1 << 20):
                raise locked(path)
    return Bentuk.ODS


def old_workbook(path: Path, isi: bytes) -> bytes:
    """Return the records of an old workbook (xls) out of its compound file; raises InputError."""
    try:
        ole = Ole(isi)
        names = ole.arus.keys()
        if "EncryptedPackage" in names:
            raise locked(path)
        name = next((name for name in ("Workbook", "Book") if name in names), None)
        if name is not None:
            return ole.read(name)
    except OleError:
        raise damaged(path, "buku kerja Excel lama (xls)") from None
    what = next((words for name, words in _DOKUMEN.items() if name in names), "dokumen lain")
    raise other(path, what)
