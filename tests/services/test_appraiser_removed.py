"""Whoever is removed stays named by those whom he appraised."""

from pathlib import Path

from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.services.base import editing
from skp_tui.services.imports.import_many import Borongan, Pesanan, run_many
from tests.services.office import KEPALA, Office, clock
from tests.services.test_carried_over import sent_of

NAMED = (
    "SELECT nip, penilai_nip, penilai_nama, penilai_golongan, penilai_jabatan, penilai_unit, "
    "atasan_penilai_nip, atasan_penilai_nama FROM pegawai ORDER BY nip"
)


def test_a_removed_appraiser_is_still_named_and_undo_makes_the_names_follow_again(
    tmp_path: Path,
) -> None:
    office = Office.filled(tmp_path)
    before = office.raw(NAMED)
    with office.writing() as writer:
        editing.remove_person(writer, KEPALA, "Kepala Contoh")
    of_sari, of_bram = office.raw(NAMED)
    assert of_sari[1:6] == (KEPALA, "Kepala Contoh", "IV/b", "Kepala Badan", "Badan")
    assert of_bram[6:] == (KEPALA, "Kepala Contoh")
    with office.writing() as writer:
        writer.undo()
    assert office.raw(NAMED) == before


def test_what_is_exported_after_an_appraiser_is_removed_comes_in_again(tmp_path: Path) -> None:
    office = Office.filled(tmp_path)
    with office.writing() as writer:
        editing.remove_person(writer, KEPALA, "Kepala Contoh")
    sent = sent_of(office, 2017, "data", tmp_path / "data")
    orders = [
        Pesanan(jenis_of(jenis), (tmp_path / "data" / f"{jenis}.csv",))
        for jenis in ("unit", "pegawai", "bagian", "kegiatan")
        if jenis in sent
    ]
    done = run_many(tmp_path / "lain.db", Borongan(tuple(orders)), clock)
    assert (done.status, len(sent) > 2) == (0, True)
