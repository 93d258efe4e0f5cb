"""What a plan allows but points out: too many activities, kepemimpinan against the post."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, filterfalse

from skp_tui.domain.appraisal import PERILAKU
from skp_tui.domain.validity import many_kegiatan, odd_akademik, odd_kepemimpinan
from skp_tui.exchange.kinds.kinds import Jenis, Kunci
from skp_tui.exchange.plan.blocks import Blok
from skp_tui.exchange.plan.rows import AsalPolos, Calon
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.plan.years import orang_tahun
from skp_tui.exchange.reading.table_model import Mentah

Good = Mapping[Kunci, Sequence[Calon]]
Bloks = Sequence[Blok]
_Row = Calon | tuple[AsalPolos, Mentah]


def warn_odd(good: Good, bloks: Bloks, jenis: Jenis, stok: Stok) -> list[Calon]:
    """Add the warnings that need more than one row, or the person; the rules use the same words.

    ``bloks`` are the good rows that were judged together. Returns those of them, each by itself,
    that earn a warning.
    """
    if jenis.nama == "kegiatan":
        return list(_count_kegiatan(good, bloks, stok))
    warn = _WARNINGS.get(jenis.nama)
    if warn is not None:
        warn(good, stok)
    return []


def _count_kegiatan(good: Good, bloks: Bloks, stok: Stok) -> Iterator[Calon]:
    given = set(chain(good, *(blok.kunci for blok in bloks)))
    count: Counter[Kunci] = Counter([kunci[:3] for kunci in given])
    for kunci in filterfalse(given.__contains__, stok.rekaman):
        if kunci[:3] in count:
            count[kunci[:3]] += 1
    odd = {part: pesan for part, many in count.items() if (pesan := _many(part, many)) is not None}
    for part, row in _last_rows(good, bloks, odd).items():
        if isinstance(row, Calon):
            row.warn("no", odd[part])
            continue
        asal, mentah = row
        calon = asal.calon(mentah)
        calon.warn("no", odd[part])
        yield calon


def _many(part: Kunci, count: int) -> str | None:
    return many_kegiatan(int(part[2]), count)


def _last_rows(good: Good, bloks: Bloks, parts: Collection[Kunci]) -> dict[Kunci, _Row]:
    """Return the row of each part that stands last."""
    last: dict[Kunci, tuple[tuple[int, int], _Row]] = {}
    for kunci, tempat, row in chain(_by_themselves(good), _together(bloks)) if parts else ():
        part = kunci[:3]
        if part in parts and (part not in last or last[part][0] < tempat):
            last[part] = tempat, row
    return {part: row for part, (_, row) in last.items()}


def _by_themselves(good: Good) -> Iterator[tuple[Kunci, tuple[int, int], _Row]]:
    return ((kunci, members[-1].tempat, members[-1]) for kunci, members in good.items())


def _together(bloks: Bloks) -> Iterator[tuple[Kunci, tuple[int, int], _Row]]:
    for blok in bloks:
        nomor = blok.asal.nomor
        for kunci, mentah in zip(blok.kunci, blok.rows, strict=True):
            yield kunci, (nomor, mentah.baris), (blok.asal, mentah)


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
    "perilaku": _check_kepemimpinan,
    "nilai_luar": _check_akademik,
}
