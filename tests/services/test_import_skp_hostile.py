"""Whatever stands in the cells of a BKN workbook: a sentence or an appraisal, never half of one."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skp_tui.errors import InputError
from skp_tui.services.imports.import_many import Borongan, carry_out, rehearse
from tests.exchange.bkn_books import NIP, Buku, write
from tests.exchange.bkn_writers import Sheets
from tests.services.office import Office, clock

SHEETS = ("SKP", "PENGUKURAN", "PENILAIAN")
TEXTS = st.one_of(
    st.none(),
    st.integers(-5, 200),
    st.floats(-1e6, 1e6, allow_nan=False, width=32),
    st.sampled_from(
        (
            "-", "0", "#DIV/0!", "NIP", "No", "Nama", ":", "1,5", "1.500", "12 laporan", "100 %",
            "Kreativitas:", "II. TUGAS TAMBAHAN", "Target", "REALISASI", "Jumlah", NIP, "III/z",
            "31 Februari 2017", "Jangka waktu penilaian 1900", "=1+1", "[@click=app.quit]x[/]",
            "\x1b[31mx", "\u202eabc", "x" * 600, "Yang dinilai", "Pejabat Penilai,", "5e10", "١٢",
        )
    ),
    st.text(max_size=20),
)  # fmt: skip
EDITS = st.lists(
    st.tuples(st.sampled_from(SHEETS), st.integers(0, 36), st.integers(0, 17), TEXTS), max_size=6
)


def edited(edits: list[tuple[str, int, int, object]]) -> Buku:
    def put(sheets: Sheets) -> None:
        for name, row, column, value in edits:
            sheets[name][row, column] = value

    return Buku(ubah=put)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(EDITS)
def test_any_cells_bring_a_whole_appraisal_or_none(
    edits: list[tuple[str, int, int, object]],
) -> None:
    folder = Path(tempfile.mkdtemp(prefix="skp-uji-"))
    try:
        office = Office.filled(folder)
        before = office.content()
        file = write(folder / "skp.xlsx", edited(edits))
        try:
            gladi = rehearse(office.path, Borongan(skp=(file,)), clock)
        except InputError:
            return  # no form of BKN any more
        with office.writing() as writer:
            done = carry_out(writer, gladi, folder)
        assert office.findings() == []
        assert (office.content() == before) == (not done.diterapkan)
        assert gladi.status in {0, 2}
        again = rehearse(office.path, Borongan(skp=(file,)), clock)
        assert not done.diterapkan or not any(one.baru or one.berubah for one in again.rencana)
    finally:
        shutil.rmtree(folder)
