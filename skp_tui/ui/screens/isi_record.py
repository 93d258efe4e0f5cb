"""What was entered for a person, with one row more, changed or less; nothing is stored here."""

from collections.abc import Iterable
from dataclasses import replace

from skp_tui.domain.appraisal import Bagian, JenisTambahan, Kegiatan, Penilaian, Perilaku, Tambahan
from skp_tui.services.entry import Isi

_ORDER = (JenisTambahan.TUGAS_TAMBAHAN, JenisTambahan.KREATIVITAS)


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


def put(penilaian: Penilaian, nomor: int, isi: Isi) -> Penilaian:
    """Return the appraisal with a row added or changed."""
    if isinstance(isi, Perilaku):
        return replace(penilaian, bagian=parts_of(penilaian), perilaku=isi)
    return _with_rows(penilaian, nomor, isi, (isi,))


def take(penilaian: Penilaian, nomor: int, isi: Kegiatan | Tambahan) -> Penilaian:
    """Return the appraisal without a row; the others keep their numbers."""
    return _with_rows(penilaian, nomor, isi, ())


def _with_rows(
    penilaian: Penilaian,
    nomor: int,
    isi: Kegiatan | Tambahan,
    instead: Iterable[Kegiatan | Tambahan],
) -> Penilaian:
    parts = tuple(
        _part(bagian, isi, instead) if bagian.nomor == nomor else bagian
        for bagian in parts_of(penilaian)
    )
    return replace(penilaian, bagian=parts)


def _part(
    bagian: Bagian, isi: Kegiatan | Tambahan, instead: Iterable[Kegiatan | Tambahan]
) -> Bagian:
    if isinstance(isi, Kegiatan):
        others = [satu for satu in bagian.kegiatan if satu.no != isi.no]
        others += [satu for satu in instead if isinstance(satu, Kegiatan)]
        return replace(bagian, kegiatan=tuple(sorted(others, key=lambda satu: satu.no)))
    key = (isi.jenis, isi.no)
    extras = [satu for satu in bagian.tambahan if (satu.jenis, satu.no) != key]
    extras += [satu for satu in instead if isinstance(satu, Tambahan)]
    extras.sort(key=lambda satu: (_ORDER.index(satu.jenis), satu.no))
    return replace(bagian, tambahan=tuple(extras))
