"""The three lists of the office: their columns, and what each line says."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from skp_tui.domain.dates import parse_date, short_date
from skp_tui.domain.number import canonical
from skp_tui.services.office.listing import DataKantor, Dikecualikan, Tahunan
from skp_tui.ui.screens.unit.read import indented
from skp_tui.ui.widgets.grid.grid import Column, Row

NAMES: Final[Mapping[str, str]] = {
    "unit": "Unit", "tahun": "Tahun", "pengecualian": "Pengecualian",
}  # fmt: skip
EMPTY: Final[Mapping[str, str]] = {
    "unit": "Belum ada unit. Ctrl+N menambah satu, F5 mengimpor daftarnya.",
    "tahun": "Belum ada tahun. Ctrl+N membuat satu.",
    "pengecualian": "Tidak ada yang dikecualikan dari penilaian. Ctrl+N menambah satu.",
}
ABOUT_UNITS: Final = "Pegawai: hanya yang langsung di unit itu; di layar Unit bawahannya ikut."
IDLE: Final[Mapping[str, frozenset[str]]] = {
    "unit": frozenset({"begin_year", "change_regulation"}),
    "tahun": frozenset({"remove_record", "import_files"}),
    "pengecualian": frozenset({"begin_year", "change_regulation"}),
}
"""Keys that belong to another of the lists, by the ids of their actions."""
COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    "unit": (
        Column("nama", "Nama", 30, frozen=True, flexible=True),
        Column("kode", "Kode", 12),
        Column("pegawai", "Pegawai", 7, align="right"),
    ),
    "tahun": (
        Column("tahun", "Tahun", 5, frozen=True),
        Column("peraturan", "Peraturan", 20),
        Column("target", "Target", 8, align="right"),
        Column("batas", "Batas waktu", 11),
        Column("isi", "Penilaian", 20, flexible=True),
    ),
    "pengecualian": (
        Column("tahun", "Tahun", 5, frozen=True),
        Column("nama", "Nama", 24, frozen=True, flexible=True),
        Column("alasan", "Alasan", 24),
        Column("tanggal", "Tanggal", 11),
    ),
}


def rows_of(nama: str, kantor: DataKantor) -> list[Row]:
    """Return the lines of one list."""
    if nama == "unit":
        return _units(kantor)
    if nama == "tahun":
        return [_year(satu) for satu in kantor.tahun]
    return [_exception(satu) for satu in kantor.pengecualian]


def count_of(nama: str, kantor: DataKantor) -> int:
    """Count the lines of one list without writing them."""
    lists = {
        "unit": kantor.daftar.units,
        "tahun": kantor.tahun,
        "pengecualian": kantor.pengecualian,
    }
    return len(lists[nama])


def _units(kantor: DataKantor) -> list[Row]:
    people = Counter(satu["unit"] for satu in kantor.daftar.pegawai.values())
    return [
        Row(unit.kode, (f"{'  ' * depth}{unit.nama}", unit.kode, str(people[unit.kode])))
        for unit, depth in indented(kantor.daftar.units)
    ]


def _year(tahunan: Tahunan) -> Row:
    periode = tahunan.periode
    state = f"{tahunan.dimulai} dimulai"
    if periode.beku:
        state += f", {tahunan.dikunci} dikunci"
    target = periode.target_indikator
    return Row(
        str(periode.tahun),
        (
            str(periode.tahun),
            f"{tahunan.peraturan} !" if tahunan.semestinya else tahunan.peraturan,
            "–" if target is None else f"{canonical(target).replace('.', ',')} %",
            short_date(periode.batas_waktu),
            state,
        ),
    )


def about_year(tahunan: Tahunan | None) -> str:
    """Say what the keys do with a year, and first what is odd about its regulation."""
    if tahunan is not None and not tahunan.dikenal:
        return f"{tahunan.peraturan} belum dikenal program ini: pasang skp-tui yang terbaru."
    if tahunan is not None and tahunan.semestinya:
        return f"! Peraturan tahun ini {tahunan.semestinya}. G mengubahnya, bila memang keliru."
    return "Enter target dan pengaturan; Ctrl+N tahun lain, B sesudahnya, G peraturannya."


def _exception(satu: Dikecualikan) -> Row:
    rekaman = satu.rekaman
    return Row(
        exception_key(satu),
        (
            rekaman["tahun"] or "",
            satu.nama,
            satu.alasan,
            short_date(parse_date(rekaman["tanggal"] or "")),
        ),
    )


def exception_key(satu: Dikecualikan) -> str:
    """Return what tells an exception apart."""
    return f"{satu.rekaman['tahun']}|{satu.rekaman['nip']}"
