"""What a plan allows but points out: too many activities, kepemimpinan against the post."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from skp_tui.domain.appraisal import PERILAKU, Bagian, Kegiatan, Penilaian, Perilaku
from skp_tui.domain.office import Pegawai
from skp_tui.exchange.kinds import Jenis, Kunci
from skp_tui.exchange.plan_checks import orang_tahun
from skp_tui.exchange.plan_rows import Calon
from skp_tui.exchange.stock import Stok
from skp_tui.rules.pp46_missing import peringatan

Good = Mapping[Kunci, list[Calon]]


def warn_odd(good: Good, jenis: Jenis, stok: Stok) -> None:
    """Add the warnings that need more than one row, or the person; the words are of the rules."""
    warn = _WARNINGS.get(jenis.nama)
    if warn is not None:
        warn(good, stok)


def _count_kegiatan(good: Good, stok: Stok) -> None:
    numbers: dict[Kunci, set[str]] = {}
    last: dict[Kunci, Calon] = {}
    for kunci, members in good.items():
        numbers.setdefault(kunci[:3], set()).add(kunci[3])
        before = last.setdefault(kunci[:3], members[-1])
        last[kunci[:3]] = max(before, members[-1], key=lambda calon: calon.tempat)
    for kunci in stok.rekaman:
        if kunci[:3] in numbers:
            numbers[kunci[:3]].add(kunci[3])
    for part, calon in last.items():
        tahun, nip, bagian = part
        kegiatan = tuple(Kegiatan(int(no), "") for no in numbers[part])
        parts = (Bagian(int(bagian), "", kegiatan=kegiatan),)
        for pesan in peringatan(Penilaian(int(tahun), Pegawai(nip, "", ""), parts)):
            calon.warn("no", pesan)


def _check_kepemimpinan(good: Good, stok: Stok) -> None:
    for members in good.values():
        calon = members[0]
        orang = orang_tahun(calon)
        if orang is None or orang[1] not in stok.pegawai:
            continue
        values = {
            nama: Decimal(text) if (text := calon.jadi.get(nama)) else None for nama in PERILAKU
        }
        penilaian = Penilaian(orang[0], stok.pegawai[orang[1]], perilaku=Perilaku(**values))
        for pesan in peringatan(penilaian) if any(values.values()) else ():
            calon.warn("kepemimpinan", pesan)


_WARNINGS: Mapping[str, Callable[[Good, Stok], None]] = {
    "kegiatan": _count_kegiatan,
    "perilaku": _check_kepemimpinan,
}
