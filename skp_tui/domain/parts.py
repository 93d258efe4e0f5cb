"""The parts of a year: which there are, what is in them, and their days (regulations A.2)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from skp_tui.domain.appraisal import (
    Bagian,
    Evaluasi,
    JenisTambahan,
    Kegiatan,
    Penilaian,
    Perilaku,
    Tambahan,
)
from skp_tui.domain.dates import shown_date
from skp_tui.domain.kinerja import (
    BarisIndikator,
    Ekspektasi,
    HasilKerja,
    Indikator,
    JenisLampiran,
    Lampiran,
    NilaiBerakhlak,
)
from skp_tui.domain.office import Pegawai

Terhapus = Kegiatan | Tambahan | HasilKerja | BarisIndikator | Ekspektasi | Lampiran | Evaluasi
"""One row that can be removed."""

Isi = Terhapus | Perilaku
"""One row of what is entered for a person."""

SEHARI = timedelta(days=1)
_URUTAN = (JenisTambahan.TUGAS_TAMBAHAN, JenisTambahan.KREATIVITAS)
_NILAI = tuple(NilaiBerakhlak)
_LAMPIRAN = tuple(JenisLampiran)


def parts_of(penilaian: Penilaian) -> tuple[Bagian, ...]:
    """Return the parts; somebody without any entry has the one that his first row makes."""
    if penilaian.bagian:
        return penilaian.bagian
    pegawai = penilaian.pegawai
    return (
        Bagian(
            nomor=1,
            unit=pegawai.unit,
            golongan=pegawai.golongan,
            jabatan=pegawai.jabatan,
            jenis_jabatan=pegawai.jenis_jabatan,
            penilai=pegawai.penilai,
            atasan_penilai=pegawai.atasan_penilai,
        ),
    )


# With one row more, changed or less


def with_row(penilaian: Penilaian, nomor: int, isi: Isi) -> Penilaian:
    """Return the appraisal with a row added or changed; nothing is stored here.

    A result that is there already keeps its indicators, which are rows of their own.
    """
    if isinstance(isi, Perilaku):
        return replace(penilaian, bagian=parts_of(penilaian), perilaku=isi)
    return _with_rows(penilaian, nomor, isi, keep=True)


def without_row(penilaian: Penilaian, nomor: int, isi: Terhapus) -> Penilaian:
    """Return the appraisal without a row; the others keep their numbers.

    A result goes with its indicators.
    """
    return _with_rows(penilaian, nomor, isi, keep=False)


def _with_rows(penilaian: Penilaian, nomor: int, isi: Terhapus, *, keep: bool) -> Penilaian:
    if isinstance(isi, Ekspektasi):
        return replace(penilaian, ekspektasi=_among(penilaian.ekspektasi, isi, keep=keep))
    if isinstance(isi, Lampiran):
        return replace(penilaian, lampiran=_among(penilaian.lampiran, isi, keep=keep))
    if isinstance(isi, Evaluasi):
        return replace(penilaian, evaluasi=_among(penilaian.evaluasi, isi, keep=keep))
    parts = tuple(
        _part(bagian, isi, keep=keep) if bagian.nomor == nomor else bagian
        for bagian in parts_of(penilaian)
    )
    return replace(penilaian, bagian=parts)


def _part(
    bagian: Bagian, isi: Kegiatan | Tambahan | HasilKerja | BarisIndikator, *, keep: bool
) -> Bagian:
    if isinstance(isi, Kegiatan):
        return replace(bagian, kegiatan=_among(bagian.kegiatan, isi, keep=keep))
    if isinstance(isi, Tambahan):
        return replace(bagian, tambahan=_among(bagian.tambahan, isi, keep=keep))
    known = {hasil.no: hasil for hasil in bagian.hasil_kerja}
    if isinstance(isi, HasilKerja):
        own = known.get(isi.no, isi).indikator
        whole = replace(isi, indikator=own)
        return replace(bagian, hasil_kerja=_among(bagian.hasil_kerja, whole, keep=keep))
    if isi.no_hasil not in known:
        return bagian
    hasil = known[isi.no_hasil]
    changed = replace(hasil, indikator=_among(hasil.indikator, isi.indikator, keep=keep))
    return replace(bagian, hasil_kerja=_among(bagian.hasil_kerja, changed, keep=True))


_Baris = TypeVar(
    "_Baris", Kegiatan, Tambahan, HasilKerja, Indikator, Ekspektasi, Lampiran, Evaluasi
)


def _among(rows: Iterable[_Baris], isi: _Baris, *, keep: bool) -> tuple[_Baris, ...]:
    """Return rows with one of them replaced or added, or without it, in their order."""
    chosen: list[_Baris] = [satu for satu in rows if _place(satu) != _place(isi)]
    if keep:
        chosen.append(isi)
    return tuple(sorted(chosen, key=_place))


def _place(
    isi: Kegiatan | Tambahan | HasilKerja | Indikator | Ekspektasi | Lampiran | Evaluasi,
) -> tuple[str, int]:
    """Return what tells a row apart from its like and orders them, as they are read."""
    if isinstance(isi, Evaluasi):
        return isi.periode, 0
    if isinstance(isi, Ekspektasi):
        return "", _NILAI.index(isi.nilai)
    if isinstance(isi, Tambahan):
        return str(_URUTAN.index(isi.jenis)), isi.no
    if isinstance(isi, Lampiran):
        return str(_LAMPIRAN.index(isi.jenis)), isi.no
    return "", isi.no


# Their days


def first_day(pegawai: Pegawai, tahun: int) -> date:
    """Return the first day of the year on which the person was active."""
    start = date(tahun, 1, 1)
    return max(start, pegawai.aktif_sejak or start)


def last_day(pegawai: Pegawai, tahun: int) -> date:
    """Return the last day of the year on which the person was active."""
    end = date(tahun, 12, 31)
    return min(end, pegawai.aktif_sampai or end)


def days_of(parts: Sequence[Bagian], nomor: int, pegawai: Pegawai, tahun: int) -> tuple[date, date]:
    """Return from when to when a part counts; a day that is not given follows from the others."""
    place = [part.nomor for part in parts].index(nomor)
    before, part, after = parts[:place], parts[place], parts[place + 1 :]
    ended = max(_known_days(before), default=None)
    begins = min(_known_days(after), default=None)
    start = first_day(pegawai, tahun) if ended is None else ended + SEHARI
    end = last_day(pegawai, tahun) if begins is None else begins - SEHARI
    return part.mulai or start, part.selesai or end


def faults_of_days(
    parts: Sequence[Bagian], nomor: int, pegawai: Pegawai, tahun: int
) -> dict[str, str]:
    """Return why the days of one part cannot be, by column.

    Parts run one after the other in the order of their numbers, inside the year and the person's
    active dates; between two of them days may be missing, but none counts twice.
    """
    place = [part.nomor for part in parts].index(nomor)
    before, part, after = parts[:place], parts[place], parts[place + 1 :]
    faults: dict[str, str] = {}
    if before and part.mulai is None:
        faults["mulai"] = "isi dahulu; bagian ini mengikuti bagian lain"
    if after and part.selesai is None:
        faults["selesai"] = f"isi dahulu; sesudahnya ada bagian {after[0].nomor}"
    if part.mulai and part.selesai and part.mulai > part.selesai:
        faults["selesai"] = f"jatuh sebelum mulainya, {shown_date(part.mulai)}"
    for kolom, hari in (("mulai", part.mulai), ("selesai", part.selesai)):
        fault = hari and (_outside(hari, pegawai, tahun) or _overlapping(hari, before, after))
        if fault:
            faults.setdefault(kolom, fault)
    return faults


def _outside(hari: date, pegawai: Pegawai, tahun: int) -> str | None:
    if hari.year != tahun:
        return f"di luar tahun {tahun}"
    if hari < first_day(pegawai, tahun):
        return f"sebelum ia aktif, {shown_date(pegawai.aktif_sejak)}"
    if hari > last_day(pegawai, tahun):
        return f"sesudah ia berhenti aktif, {shown_date(pegawai.aktif_sampai)}"
    return None


def _overlapping(hari: date, before: Sequence[Bagian], after: Sequence[Bagian]) -> str | None:
    for part in reversed(before):
        known = max(_known_days([part]), default=None)
        if known is not None and hari <= known:
            return f"bertumpuk dengan bagian {part.nomor}, yang memuat {shown_date(known)}"
    for part in after:
        known = min(_known_days([part]), default=None)
        if known is not None and hari >= known:
            return f"bertumpuk dengan bagian {part.nomor}, yang memuat {shown_date(known)}"
    return None


def _known_days(parts: Iterable[Bagian]) -> Iterator[date]:
    for part in parts:
        yield from (hari for hari in (part.mulai, part.selesai) if hari is not None)
