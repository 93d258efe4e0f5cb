"""The guided first round in a real terminal of 80 × 24, from the first start to its end."""

from pathlib import Path

import pytest

from tests.terminal.tmux import terminal

pytestmark = pytest.mark.terminal


def test_the_first_start_leads_through_the_round_and_back_to_an_empty_database(
    tmp_path: Path,
) -> None:
    database = tmp_path / "skp.db"
    with terminal("--db", str(database)) as pane:
        pane.wait_for("Empat pertanyaan singkat", "F4: latihan lima menit")
        pane.keys("F4")
        pane.wait_for("Latihan 1/", "MINIMAL BAIK", "Dinilai 40 dari 41")
        pane.keys("Down")
        pane.wait_for("Latihan 2/")
        pane.type("1")
        pane.wait_for("Latihan 3/", "1 dari 42")
        pane.keys("Enter")
        pane.wait_for("Latihan 4/", "Kurang: realisasi mutu (kegiatan 3)")
        pane.type("90")
        pane.keys("Tab")
        pane.type("12")
        pane.keys("Enter")
        pane.wait_for("Latihan 5/", "lengkap · tersimpan")
        pane.keys("F9")
        pane.wait_for("Latihan 6/", "Mengapa ")
        pane.keys("Escape")
        pane.wait_for("Esc sampai kembali ke unit", "NILAI")
        pane.keys("Escape")
        pane.wait_for("Latihan 7/", "Dinilai 41 dari 41")
        for key, seen in (("C-z", "Latihan 8/"), ("C-y", "Latihan 9/")):
            pane.keys(key)
            pane.wait_for(seen)
        pane.keys("Escape")
        pane.wait_for("Drs. Baharuddin")
        pane.keys("Enter")
        pane.wait_for("Perilaku kerja")
        pane.type("3")
        pane.keys("Enter")
        pane.wait_for("Latihan 10/")
        pane.keys("Escape")
        pane.wait_for("MINIMAL BAIK")
        pane.keys("F6")
        pane.wait_for("[ Kirim ]", "skp-1-2017.csv")
        pane.keys("F6")
        pane.wait_for("Kiriman ke-1 ditulis")
        pane.keys("Escape")
        pane.wait_for("Latihan 11/")
        pane.keys("F1")
        pane.wait_for("Esc tutup")
        pane.keys("Escape")
        pane.wait_for("Latihan selesai", "membatalkan yang terakhir")
        pane.keys("Enter")
        pane.wait_until(lambda seen: "Latihan" not in seen, "the round is over")
        pane.keys("C-q")
        pane.wait_for("Empat pertanyaan singkat")
        assert sorted(path.name for path in tmp_path.iterdir() if "csv" in path.name) == []
        pane.keys("C-q")
