"""What a plan allows but points out: too many activities, kepemimpinan against the post."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import filterfalse

from skp_tui.domain.appraisal import PERILAKU
from skp_tui.domain.validity import many_kegiatan, odd_akademik, odd_kepemimpinan
from skp_tui.exchange.kinds import Jenis, Kunci
from skp_tui.exchange.plan_rows import Calon
from skp_tui.exchange.plan_years import orang_tahun
from skp_tui.exchange.stock import Stok

Good = Mapping[Kunci, Sequence[Calon]]


def warn_odd(good: Good, jenis: Jenis, stok: Stok) -> None:
    """Add the warnings that need more than one row, or the person; the rules use the same words."""
    warn = _WARNINGS.get(jenis.nama)
    if warn is not None:
        warn(good, stok)


def _count_kegiatan(good: Good, stok: Stok) -> None:
    count: Counter[Kunci] = Counter([kunci[:3] for kunci in good])
    for kunci in filterfalse(good.__contains__, stok.rekaman):
        if kunci[:3] in count:
            count[kunci[:3]] += 1
    odd = {part: many_kegiatan(int(part[2]), number) for part, number in count.items()}
    last: dict[Kunci, Calon] = {}
    for kunci, members in good.items() if any(odd.values()) else ():
        before = last.setdefault(kunci[:3], members[-1])
        last[kunci[:3]] = max(before, members[-1], key=lambda calon: calon.tempat)
    for part, calon in last.items():
        pesan = odd[part]
        if pesan is not None:
            calon.warn("no", pesan)


def _check_kepemimpinan(good: Good, stok: Stok) -> None:
    for members in good.values():
        calon = members[0]
        orang = orang_tahun(calon)
        if orang is None or orang[1] not in stok.pegawai:
            continue
        if not any(calon.jadi.get(nama) for nama in PERILAKU):
            continue
        filled = bool(calon.jadi.get("kepemimpinan"))
        pesan = odd_kepemimpinan(stok.pegawai[orang[1]].jenis_jabatan, filled=filled)
        if pesan is not None:
            calon.warn("kepemimpinan", pesan)


def _check_akademik(good: Good, stok: Stok) -> None:
    del stok
    for members in good.values():
        jadi = members[0].jadi
        nilai = jadi.get("nilai")
        if jadi.get("jenis") == "akademik" and nilai is not None:
            pesan = odd_akademik(Decimal(nilai))
            if pesan is not None:
                members[0].warn("nilai", pesan)


_WARNINGS: Mapping[str, Callable[[Good, Stok], None]] = {
    "kegiatan": _count_kegiatan,
    "perilaku": _check_kepemimpinan,
    "nilai_luar": _check_akademik,
}
