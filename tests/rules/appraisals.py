"""Small appraisals for the tests of the rules, and strategies for arbitrary ones."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from skp_tui.domain.appraisal import (
    Bagian,
    JenisTambahan,
    Kegiatan,
    NilaiLuar,
    Penilaian,
    Perilaku,
    Tambahan,
    Tingkat,
)
from skp_tui.domain.office import JenisJabatan, Pegawai
from skp_tui.domain.period import KebijakanBatas, KuantitasNol, Periode

Angka = int | str | Decimal | None

PEGAWAI = Pegawai(nip="196704121993031007", nama="Sari Contoh, S.Sos.", unit="1.1")


def dec(value: Angka) -> Decimal | None:
    """Return a number of a case exactly as written; None stays "not filled"."""
    return None if value is None else Decimal(str(value))


def periode(
    kebijakan: KebijakanBatas = KebijakanBatas.BATAS_BAWAH,
    kuantitas_nol: KuantitasNol = KuantitasNol.NOL,
) -> Periode:
    """Return a year under PP 46."""
    return Periode(2017, "PP46", kebijakan_batas=kebijakan, kuantitas_nol=kuantitas_nol)


def kegiatan(
    no: int = 1,
    target: Sequence[Angka] = (10, 100, 12, None),
    realisasi: Sequence[Angka] = (10, 90, 12, None),
) -> Kegiatan:
    """Return an activity; its four numbers stand in the order of the form."""
    t, r = [dec(value) for value in target], [dec(value) for value in realisasi]
    return Kegiatan(
        no,
        f"Kegiatan contoh {no}",
        target_kuantitas=t[0],
        target_kualitas=t[1],
        target_waktu=t[2],
        target_biaya=t[3],
        realisasi_kuantitas=r[0],
        realisasi_kualitas=r[1],
        realisasi_waktu=r[2],
        realisasi_biaya=r[3],
    )


def tambahan(jumlah: int = 0, tingkat: Sequence[Tingkat] = ()) -> tuple[Tambahan, ...]:
    """Return so many tugas tambahan and one kreativitas of each given level."""
    tugas = [Tambahan(JenisTambahan.TUGAS_TAMBAHAN, no + 1, "Tugas") for no in range(jumlah)]
    kreasi = [
        Tambahan(JenisTambahan.KREATIVITAS, no, "Kreasi", satu)
        for no, satu in enumerate(tingkat, start=1)
    ]
    return (*tugas, *kreasi)


def perilaku(*values: Angka, kepemimpinan: Angka = None) -> Perilaku:
    """Return the five aspects (one value stands for all five) and kepemimpinan."""
    one, two, three, four, five = values * 5 if len(values) == 1 else values
    return Perilaku(dec(one), dec(two), dec(three), dec(four), dec(five), dec(kepemimpinan))


def penilaian(*bagian: Bagian, nilai_perilaku: Perilaku | None = None) -> Penilaian:
    """Return an appraisal of the parts; perilaku is 80 throughout unless given."""
    values = perilaku(80) if nilai_perilaku is None else nilai_perilaku
    return Penilaian(2017, PEGAWAI, bagian, values)


def satu_bagian(*isi: Kegiatan, jumlah: int = 0, tingkat: Sequence[Tingkat] = ()) -> Bagian:
    """Return part 1 with its activities and extras."""
    return Bagian(1, "1.1", kegiatan=isi, tambahan=tambahan(jumlah, tingkat))


PERIODE = st.builds(periode, st.sampled_from(KebijakanBatas), st.sampled_from(KuantitasNol))


def decimals(low: str, high: str) -> st.SearchStrategy[Decimal]:
    """Return numbers as they can be entered: at most six decimals."""
    return st.decimals(Decimal(low), Decimal(high), places=6)


POSITIVE = decimals("0.000001", "1000000000") | st.integers(1, 12).map(Decimal)
OUTCOME = decimals("0", "1000000000") | st.integers(0, 24).map(Decimal)
PERCENT = decimals("0", "100") | st.integers(0, 100).map(Decimal)


def maybe(values: st.SearchStrategy[Decimal], *, complete: bool) -> st.SearchStrategy[Angka]:
    """Return the values, or where holes are wanted sometimes none."""
    return values if complete else st.none() | values


@st.composite
def activities(draw: st.DrawFn, *, complete: bool = True) -> Kegiatan:
    """Draw an activity, complete or with holes in targets and outcomes."""
    cost = draw(st.booleans())
    target = [
        draw(maybe(POSITIVE, complete=complete)),
        draw(maybe(decimals("0.01", "100"), complete=complete)),
        draw(maybe(POSITIVE, complete=complete)),
        draw(POSITIVE) if cost else None,
    ]
    realisasi = [
        draw(maybe(OUTCOME, complete=complete)),
        draw(maybe(PERCENT, complete=complete)),
        draw(maybe(OUTCOME, complete=complete)),
        draw(maybe(OUTCOME, complete=complete)) if cost else None,
    ]
    return kegiatan(draw(st.integers(1, 99)), target, realisasi)


EXTRAS = st.builds(
    tambahan, st.integers(0, 9), st.lists(st.sampled_from(Tingkat), max_size=3).map(tuple)
)
PERILAKU_LENGKAP = st.builds(
    Perilaku, PERCENT, PERCENT, PERCENT, PERCENT, PERCENT, st.none() | PERCENT
)
MAYBE = st.none() | PERCENT
PERILAKU_APA_SAJA = st.builds(Perilaku, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE)


@st.composite
def appraisals(draw: st.DrawFn, *, complete: bool = True) -> Penilaian:
    """Draw an appraisal of one to three parts, complete or with anything missing."""
    least = 1 if complete else 0
    bagian = []
    for nomor in range(1, draw(st.integers(least, 3)) + 1):
        isi = draw(st.lists(activities(complete=complete), min_size=least, max_size=4))
        luar = draw(st.none() | st.builds(NilaiLuar, PERCENT, st.just("Dinas Contoh")))
        bagian.append(
            Bagian(nomor, "1.1", kegiatan=tuple(isi), tambahan=draw(EXTRAS), nilai_luar=luar)
        )
    values = draw(PERILAKU_LENGKAP if complete else PERILAKU_APA_SAJA)
    akademik = draw(st.none() | st.builds(NilaiLuar, PERCENT, st.just("Universitas Contoh")))
    jenis = draw(st.none() | st.sampled_from(JenisJabatan))
    pegawai = replace(PEGAWAI, jenis_jabatan=jenis)
    return Penilaian(2017, pegawai, tuple(bagian), values, akademik)
