"""A block from a spreadsheet comes in by the terminal's own paste, and goes back by one key."""

from pathlib import Path

import pytest

from tests.terminal.tmux import terminal

pytestmark = pytest.mark.terminal

BLOCK = 'Menata gudang\t1.250\tberkas\t100\t12\r\n"Menyusun\nlaporan"\t4\tlaporan\t100\t30 hari\r\n'


def test_activities_of_a_spreadsheet_are_pasted_shown_applied_and_taken_back(
    tmp_path: Path,
) -> None:
    clipboard = tmp_path / "papan-klip.txt"
    clipboard.write_text(BLOCK, encoding="utf-8", newline="")
    with terminal("--contoh") as pane:
        pane.wait_for("Dinilai 40 dari 41")
        pane.keys("/")
        pane.type("Wayan")
        pane.wait_for("1 dari 42")
        pane.keys("Enter")
        pane.wait_for("Kurang: realisasi mutu")
        pane.keys("C-n")
        pane.tmux("load-buffer", str(clipboard))
        pane.tmux("paste-buffer", "-p")
        pane.wait_for("2 baris baru", "Kegiatan 8 · uraian", "Menyusun laporan", "30 hari")
        pane.keys("Enter")
        pane.wait_for("8 Menyusun laporan", "Ctrl+Z membatalkan", "tersimpan ")
        pane.keys("C-z")
        pane.wait_until(lambda seen: "Menata gudang" not in seen, "the pasted rows are gone")
        pane.keys("C-q")
