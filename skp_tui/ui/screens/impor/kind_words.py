"""Kinds of files as people call them: the same words where files are chosen and in the plan."""

from collections.abc import Iterable, Mapping
from typing import Final

from skp_tui.exchange.kinds.kinds import SKP
from skp_tui.ui.screens.frame.ask import Choice
from skp_tui.ui.widgets.lines import line

SEMUA: Final = "semua"
"""The choice of every kind that a file holds."""

WIDTH: Final = 20

_NAMES: Final[Mapping[str, str]] = {
    "nilai_luar": "nilai luar",
    "hasil_kerja": "hasil kerja",
    "capaian_organisasi": "capaian organisasi",
    SKP: "SKP BKN",
}

TERANG: Final[Mapping[str, str]] = {
    "unit": "kode, nama dan induk setiap unit",
    "pegawai": "DUK, atau daftar nama dengan NIP",
    "bagian": "siapa pindah tugas di tengah tahun",
    "kegiatan": "kegiatan SKP, dengan target dan realisasi",
    "tambahan": "tugas tambahan dan kreativitas",
    "perilaku": "orientasi pelayanan, integritas, …",
    "nilai_luar": "nilai tugas belajar, atau kantor lain",
    "pengecualian": "siapa yang tidak wajib dinilai, dan mengapa",
    "evaluasi": "peringkat hasil dan perilaku kerja, mulai 2022",
    "hasil_kerja": "rencana hasil kerja, mulai 2022",
    "indikator": "target dan realisasi hasil kerja, mulai 2022",
    "ekspektasi": "ekspektasi khusus pimpinan, mulai 2022",
    "lampiran": "dukungan, skema dan konsekuensi, mulai 2022",
    "capaian_organisasi": "istimewa sampai sangat kurang, tiap unit",
    SKP: "buku kerja resmi BKN milik satu orang",
}
"""What tells each kind from the others."""


def kind_words(nama: str) -> str:
    """Name a kind of file as people do, within a sentence."""
    return _NAMES.get(nama, nama)


def kind_title(nama: str) -> str:
    """Name a kind where its name stands first."""
    words = kind_words(nama)
    return f"{words[0].upper()}{words[1:]}"


def kinds_words(jenis: Iterable[str]) -> str:
    """Return kinds as one phrase."""
    return ", ".join(map(kind_title, jenis))


def kind_choices(names: Iterable[str]) -> list[Choice]:
    """Return the kinds that can be read as choices, each with what tells it from the others."""
    return [Choice(nama, line(f"{kind_title(nama):<{WIDTH}}{TERANG[nama]}")) for nama in names]


def all_of(jenis: Iterable[str]) -> Choice:
    """Return the choice of every kind that a file holds."""
    return Choice(SEMUA, line(f"{'Semuanya':<{WIDTH}}{kinds_words(jenis)}"))
