"""How well an organisation did: chosen for a unit, and what distribution it lets expect (C)."""

from typing import TYPE_CHECKING

from skp_tui.domain.kinerja import SEBUTAN_CAPAIAN, CapaianOrganisasi
from skp_tui.rules.sebaran import Syarat, di_luar, peringatan, pola
from skp_tui.services.base.views import UnitView
from skp_tui.services.entry.entry import check_used
from skp_tui.storage.changes.capaian import set_capaian

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

CAPAIAN = "capaian_organisasi"
NOTHING = "–"


def expects(view: UnitView) -> CapaianOrganisasi | None:
    """Return the capaian of the unit where its regulation knows one."""
    return view.capaian if CAPAIAN in view.peraturan.isian else None


def syarat_unit(view: UnitView) -> tuple[Syarat, ...]:
    """Return the rules of the unit's pattern, none where its capaian is not chosen yet.

    Everybody who is due counts, with all units below; who is excepted does not.
    """
    capaian = expects(view)
    if capaian is None:
        return ()
    return pola(capaian, view.rekap.sebaran, view.rekap.belum_dinilai)


def di_luar_pola(view: UnitView) -> tuple[Syarat, ...]:
    """Return the rules that the unit breaks, which is a warning and hinders nothing."""
    return di_luar(syarat_unit(view))


def peringatan_unit(view: UnitView) -> str:
    """Return the warning of a unit off its pattern in one line, empty where there is none."""
    return peringatan(expects(view), view.rekap.sebaran, view.rekap.belum_dinilai)


def choose_capaian(writer: "Writer", view: UnitView, capaian: CapaianOrganisasi | None) -> str:
    """Store how well a unit did, None to take it away; return in words what was done.

    Raises InputError where the year does not use it as it is stored now.
    """
    unit, tahun = view.unit, view.tahun
    words = f"{_name(view.capaian)} → {_name(capaian)}"
    with writer.change(f"Capaian organisasi {unit.nama} {tahun}: {words}") as work:
        check_used(work.raw, tahun, CAPAIAN)
        set_capaian(work, tahun, unit.kode, capaian)
    if capaian is None:
        return f"Capaian organisasi {unit.nama} dikosongkan."
    return f"Capaian organisasi {unit.nama}: {_name(capaian)}."


def _name(capaian: CapaianOrganisasi | None) -> str:
    return NOTHING if capaian is None else SEBUTAN_CAPAIAN[capaian]
