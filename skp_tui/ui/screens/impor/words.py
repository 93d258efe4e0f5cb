"""What the screens of importing say of files, of what they hold, and of their columns."""

from collections.abc import Iterable, Sequence
from typing import Final

from skp_tui.exchange.columns.guessing import Dugaan
from skp_tui.exchange.kinds.kinds import JENIS, SKP
from skp_tui.services.imports.choosing import Terkumpul, Terpilih, Tinjauan
from skp_tui.services.imports.disputes import latest_of
from skp_tui.ui.screens.impor.kind_words import kind_title, kind_words, kinds_words

NO_ROWS: Final = "Belum ada baris di bawah judulnya: isi dahulu, simpan, lalu impor."

LEFTOVER: Final = "Ini baris yang dahulu ditolak: perbaiki dahulu, lalu impor."
IMPORTED: Final = "Ini baris yang dahulu ditolak; sudah diimpor dan tidak berubah sejak itu."


def column_words(nama: str) -> str:
    """Return a column as people call it: ``penilai_nip`` is "NIP penilai"."""
    for awalan in ("atasan_penilai", "penilai"):
        rest = nama.removeprefix(f"{awalan}_")
        if rest != nama:
            return f"{_capital(rest)} {awalan.replace('_', ' ')}"
    return _capital(nama)


def _capital(nama: str) -> str:
    words = {
        "nip": "NIP", "ak": "Angka kredit", "tmt_golongan": "TMT golongan",
        "no_hasil": "No hasil kerja",
    }  # fmt: skip
    return words.get(nama, nama.replace("_", " ").capitalize())


def columns_words(names: Iterable[str]) -> str:
    """Return columns as one phrase."""
    return ", ".join(column_words(nama) for nama in names)


def short_words(tinjauan: Tinjauan | None) -> str:
    """Return what a file seems to hold, in a few words for its line."""
    if tinjauan is None:
        return ""
    dugaan = tinjauan.dugaan
    if dugaan is None or dugaan.hasil:
        return "! tidak diimpor"
    if dugaan.jenis is None:
        return f"? {kind_title(dugaan.mirip)}" if dugaan.mirip else "? belum dikenal"
    words = kinds_words(dugaan.semua)
    if tinjauan.kosong:
        return f"{words}, kosong"
    if tinjauan.sisa:
        return f"{words}, sudah diimpor" if tinjauan.masuk else f"{words}, sisa"
    return words


def long_words(tinjauan: Tinjauan | None, tahun: str, unit: str) -> str:
    """Return all there is to say about a file: what it seems to be, and what is still needed."""
    if tinjauan is None:
        return "Belum dilihat isinya."
    if tinjauan.galat or tinjauan.dugaan is None:
        return tinjauan.galat
    dugaan = tinjauan.dugaan
    if dugaan.jenis is None:
        return _unknown(dugaan)
    words = f"{kinds_words(dugaan.semua)} (tebakan; J mengubah)."
    if tinjauan.kosong:
        return f"{words} {NO_ROWS}"
    absent = [_stands_in(nama, tahun, unit) for nama in dugaan.dari_luar]
    if absent:
        words += f" Tidak ada {' dan '.join(absent)}."
    if tinjauan.sisa:
        words += f" {IMPORTED if tinjauan.masuk else LEFTOVER}"
    return words


def is_told(terpilih: Terpilih, tinjauan: Tinjauan | None) -> bool:
    """Say whether somebody said what a chosen file is, so that the guess is not what counts."""
    dugaan = tinjauan.dugaan if tinjauan else None
    return bool(terpilih.peta) or dugaan is None or terpilih.jenis != dugaan.semua


def told_words(terpilih: Terpilih, tahun: str, unit: str, *, chosen: bool = True) -> str:
    """Return what a file was chosen as, and what stands in for columns that were not paired."""
    words = f"{'Dipilih sebagai ' if chosen else ''}{kinds_words(terpilih.jenis)}; J mengubah."
    if terpilih.peta:
        words += " Kolomnya sudah dicocokkan; K mengubah."
    absent = [
        _stands_in(nama, tahun, unit) for nama in ("tahun", "unit") if _is_absent(terpilih, nama)
    ]
    return f"{words} Tidak ada {' dan '.join(absent)}." if absent else words


def _is_absent(terpilih: Terpilih, nama: str) -> bool:
    return any(
        nama not in satu.kolom
        for jenis, petas in terpilih.peta.items()
        for satu in petas.values()
        if satu.kolom and any(kolom.nama == nama for kolom in JENIS[jenis].kolom)
    )


def _stands_in(nama: str, tahun: str, unit: str) -> str:
    return f"kolom tahun: dipakai {tahun}" if nama == "tahun" else f"kolom unit: masuk ke {unit}"


def _unknown(dugaan: Dugaan) -> str:
    if dugaan.mirip is None:
        return "Judul kolomnya belum dikenal. Enter menanyakan apa isinya, lalu mencocokkan kolom."
    lacks = columns_words(dugaan.kurang)
    return (
        f"Mirip {kind_words(dugaan.mirip)}, tetapi kolom {lacks} belum ketemu. "
        "Enter atau K mencocokkan kolomnya."
    )


def gathered_words(found: Terkumpul) -> str:
    """Say what a whole folder brought, and what of it stays out and why."""
    name = found.folder.name or str(found.folder)
    if not found.dikenali:
        words = f"Tidak ada berkas isian di {name}."
    else:
        words = f"{len(found.dikenali)} berkas dipilih dari {name}."
    if later := [path.name for path in latest_of(satu.path for satu in found.dikenali)]:
        words += f" Lebih baru menurut nomornya: {_some(later)}; PC yang sama? Lepas yang lama."
    if found.asing:
        words += f" Tidak ikut: {_some([satu.path.name for satu in found.asing])}."
    if found.sisa:
        words += f" {found.sisa} berkas .ditolak. tidak ikut; pilih sendiri bila sudah diperbaiki."
    if found.terpotong:
        words += " Selebihnya terlalu banyak: pilih map demi map."
    return words


def _some(names: Sequence[str], most: int = 2) -> str:
    shown = ", ".join(names[:most])
    return f"{shown} dan {len(names) - most} lagi" if len(names) > most else shown


def chosen_words(jenis: Sequence[tuple[str, ...]]) -> str:
    """Count what is chosen, kind by kind."""
    if not jenis:
        return "Belum ada yang dipilih."
    counts = {nama: sum(nama in satu for satu in jenis) for nama in (*JENIS, SKP)}
    parts = (f"{kind_title(nama)} {number}" for nama, number in counts.items() if number)
    return f"{len(jenis)} berkas dipilih: {', '.join(parts)}."
