"""What rows of one call need of each other: units their induk, people their appraisers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from skp_tui.domain.office import PEJABAT
from skp_tui.domain.recap import TINGKAT_TERBANYAK, levels
from skp_tui.exchange.kinds.kinds import Kunci
from skp_tui.exchange.plan.checks import is_nameless, nameless
from skp_tui.exchange.plan.rows import Calon, leans_on, place_from
from skp_tui.exchange.plan.stock import Stok

Kelompok = Mapping[Kunci, Sequence[Calon]]
PerUnit = Mapping[str, Sequence[Calon]]
TOO_DEEP = (
    f"membuat susunan unit lebih dari {TINGKAT_TERBANYAK} tingkat, yang tidak dapat dihitung "
    "rekap; periksa induknya"
)
Perlu = Callable[[Calon, Stok], Iterable[tuple[str, str]]]


def check_links(kelompok: Kelompok, jenis: str, stok: Stok) -> None:
    """Refuse the rows whose induk or appraiser is neither stored nor brought by a good row.

    ``kelompok`` holds for each key its equal rows. A refused row takes along those that need it,
    every circle of induk that the rows would close, and what would stand too deep to be counted;
    the order of the rows does not matter.
    """
    perlu = _NEEDS.get(jenis)
    if perlu is None:
        return
    _refuse_unmet(kelompok, perlu, stok)
    while jenis == "unit" and (_refuse_circles(kelompok, stok) or _refuse_deep(kelompok, stok)):
        _refuse_unmet(kelompok, perlu, stok)


def _needs_induk(calon: Calon, stok: Stok) -> Iterable[tuple[str, str]]:
    induk = calon.jadi.get("induk")
    if induk and not calon.is_broken("induk") and induk not in stok.units:
        yield "induk", induk


def _needs_appraisers(calon: Calon, stok: Stok) -> Iterable[tuple[str, str]]:
    for awalan in PEJABAT:
        nip = calon.jadi.get(f"{awalan}_nip")
        if nip and nip not in stok.pegawai and is_nameless(calon, awalan):
            yield f"{awalan}_nip", nip


_NEEDS: Mapping[str, Perlu] = {"unit": _needs_induk, "pegawai": _needs_appraisers}


def _refuse_unmet(kelompok: Kelompok, perlu: Perlu, stok: Stok) -> None:
    dependants: dict[str, list[tuple[Calon, str]]] = {}
    for members in kelompok.values():
        for calon in members:
            for kolom, kunci in perlu(calon, stok):
                dependants.setdefault(kunci, []).append((calon, kolom))
    waiting = [kunci for kunci in dependants if not _is_good(kelompok, kunci)]
    while waiting:
        refused = waiting.pop()
        for calon, kolom in dependants.pop(refused, ()):
            calon.refuse(kolom, _unmet(calon, kolom, kelompok.get((refused,))))
            waiting.extend(calon.kunci or ())


def _is_good(kelompok: Kelompok, kunci: str) -> bool:
    members = kelompok.get((kunci,), ())
    return bool(members) and not any(calon.salah for calon in members)


def _unmet(calon: Calon, kolom: str, members: Iterable[Calon] | None) -> str:
    refused = next(iter(members or ()), None)
    if refused is None:
        if kolom == "induk":
            return "unit induk ini belum ada; tambahkan barisnya, atau periksa kodenya"
        return nameless(kolom.removesuffix("_nip"))
    return leans_on(place_from(calon, refused))


def _refuse_circles(kelompok: Kelompok, stok: Stok) -> bool:
    good, induk = _tree(kelompok, stok)
    found = False
    for circle in _circles(induk):
        way = " → ".join((*circle, circle[0]))
        for kode in circle:
            if _is_placed_anew(kode, good, stok):
                for calon in good[kode]:
                    calon.refuse("induk", f"membentuk lingkaran induk ({way}); ubah salah satunya")
                found = True
    return found


def _refuse_deep(kelompok: Kelompok, stok: Stok) -> bool:
    """Refuse what puts units below the last level that a recap counts."""
    good, induk = _tree(kelompok, stok)
    first = [kode for kode, level in levels(induk).items() if level == TINGKAT_TERBANYAK + 1]
    to_blame = {who for kode in first if (who := _placed_by(kode, good, induk, stok)) is not None}
    for calon in chain.from_iterable(good[kode] for kode in to_blame):
        calon.refuse("induk", TOO_DEEP)
    return bool(to_blame)


def _placed_by(kode: str, good: PerUnit, induk: Mapping[str, str | None], stok: Stok) -> str | None:
    """Return which good row puts a unit there: its own, or of the nearest above that is moved."""
    found: str | None = kode
    for _ in range(TINGKAT_TERBANYAK + 1):
        if found is None or _is_placed_anew(found, good, stok):
            return found
        found = induk.get(found)
    return None


def _is_placed_anew(kode: str, good: PerUnit, stok: Stok) -> bool:
    """Say whether a good row brings a unit, or moves it below another one."""
    stored = stok.units.get(kode)
    return kode in good and (stored is None or stored.induk != good[kode][0].jadi.get("induk"))


def _tree(kelompok: Kelompok, stok: Stok) -> tuple[PerUnit, dict[str, str | None]]:
    """Return the good rows by their unit, and which unit would stand above which."""
    good = {
        kunci[0]: members for kunci, members in kelompok.items() if _is_good(kelompok, kunci[0])
    }
    induk: dict[str, str | None] = {kode: unit.induk for kode, unit in stok.units.items()}
    induk.update({kode: members[0].jadi.get("induk") for kode, members in good.items()})
    return good, induk


def _circles(induk: Mapping[str, str | None]) -> list[list[str]]:
    """Return each circle once, from its first code on, walking every unit at most twice."""
    found: list[list[str]] = []
    walk_of: dict[str, int] = {}
    for number, start in enumerate(sorted(induk)):
        way: list[str] = []
        kode: str | None = start
        while kode is not None and kode in induk and kode not in walk_of:
            walk_of[kode] = number
            way.append(kode)
            kode = induk[kode]
        if kode is not None and walk_of.get(kode) == number:
            circle = way[way.index(kode) :]
            first = circle.index(min(circle))
            found.append(circle[first:] + circle[:first])
    return found
