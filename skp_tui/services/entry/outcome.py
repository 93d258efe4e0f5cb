"""Outcomes set to their targets, because that is the commonest case; the user says so by a key."""

from dataclasses import replace

from skp_tui.domain.appraisal import ASPEK, Kegiatan
from skp_tui.domain.period import KuantitasNol
from skp_tui.rules.pp46_activity import is_not_done


def same_as_target(kegiatan: Kegiatan) -> Kegiatan:
    """Return the activity with every outcome that has a target set to it."""
    return _with_targets(kegiatan, [nama for nama in ASPEK if kegiatan.target(nama) is not None])


def empty_as_target(kegiatan: Kegiatan, kuantitas_nol: KuantitasNol) -> Kegiatan:
    """Return the activity with its empty outcomes set to their targets.

    One that was not done and so scores 0 needs no other outcome (regulations A.1): 100 beside its
    0 would say that something was done well.
    """
    if is_not_done(kegiatan, kuantitas_nol):
        return kegiatan
    return _with_targets(
        kegiatan,
        [
            nama
            for nama in ASPEK
            if kegiatan.target(nama) is not None and kegiatan.realisasi(nama) is None
        ],
    )


def _with_targets(kegiatan: Kegiatan, aspek: list[str]) -> Kegiatan:
    outcomes = {f"realisasi_{nama}": kegiatan.target(nama) for nama in aspek}
    return replace(kegiatan, **outcomes)  # type: ignore[arg-type]  # number columns
