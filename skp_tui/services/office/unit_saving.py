"""Saves what was changed of a unit, its code too: what belongs to it is bound to its own key."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from skp_tui.errors import Problem
from skp_tui.services.base.editing import Tersimpan, plan_of_form
from skp_tui.services.base.importing import write_plan
from skp_tui.storage.changes.people import correct_unit_code

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

TAKEN = "sudah dipakai unit lain; tulis yang lain"


def save_unit(writer: "Writer", kode: str, isian: Mapping[str, str]) -> Tersimpan:
    """Change name, place and code of a stored unit in one step, or say why not.

    Everything of the unit goes along with another code; what was sent keeps its file names.
    """
    rencana = plan_of_form(writer, "unit", [{**isian, "kode": kode}])
    typed = plan_of_form(writer, "unit", [{"kode": isian["kode"], "nama": isian["nama"]}])
    refused = [*rencana.ditolak, *(satu for satu in typed.ditolak if satu.kolom == "kode")]
    new = next((satu.rekaman["kode"] or "" for satu in typed.baru), kode)
    if not typed.baru and not typed.ditolak and isian["kode"].strip() != kode:
        refused.append(Problem(TAKEN, kolom="kode"))
    if refused:
        return Tersimpan(tuple(refused), rencana.peringatan)
    if rencana.berubah or new != kode:
        words = f"unit {kode} menjadi {new}" if new != kode else f"ubah unit {isian['nama']}"
        with writer.change(words) as work:
            write_plan(work, rencana)
            if new != kode:
                correct_unit_code(work, kode, new)
    return Tersimpan(peringatan=rencana.peringatan)
