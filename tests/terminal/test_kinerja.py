"""One person's SKP of 2025 in a real terminal of 80 × 24: plan, outcome, rating, undo."""

from pathlib import Path

import pytest

from tests.terminal.tmux import terminal
from tests.ui.office_2025 import fill_office

pytestmark = pytest.mark.terminal


def test_a_plan_is_typed_fulfilled_rated_and_taken_back_by_keys_alone(tmp_path: Path) -> None:
    database = tmp_path / "skp.db"
    fill_office(database)
    with terminal("--db", str(database)) as pane:
        pane.wait_for("2025 · PermenPANRB 6/2022", "Dinilai 0 dari 12", "Arum Rekaan")

        # the plan: Enter goes from the result to its indicator, and on to the target
        pane.keys("Enter")
        pane.wait_for("Belum ada hasil kerja. Ctrl+N menambah yang pertama.", "1 dari 12")
        pane.keys("C-n")
        pane.type("Arsip dinas tertata")
        pane.keys("Enter")
        pane.type("Boks arsip tertata")
        pane.keys("Enter")
        pane.type("40 boks")
        pane.keys("Enter")
        pane.type("41")
        pane.keys("Enter")
        pane.wait_for("40 boks       41", "realisasi 41 boks · target tercapai", "tersimpan ")

        # both ratings by one key each, with the guiding text beside, and the predikat follows
        pane.keys("C-End", "Down")
        pane.wait_for("1 Di atas", "2 Sesuai", "3 Di bawah", "yang belum hanya sebagian kecil")
        pane.keys("2")
        pane.wait_for("Kurang: evaluasi perilaku kerja", "Ketujuh nilai BerAKHLAK")
        pane.keys("1")
        pane.wait_for("PREDIKAT  Baik", "lengkap", "Hasil sesuai", "Perilaku di atas")
        pane.keys("Down")
        pane.type("Ramah kepada tamu")
        pane.keys("Enter")
        pane.wait_for("ekspektasi khusus 1 dari 7")

        # why, and back
        pane.keys("F9")
        pane.wait_for("Mengapa Baik?", "41 / 40 boks")
        pane.keys("Escape")
        pane.wait_for("PREDIKAT  Baik")

        # the unit follows, and undo is felt there too
        pane.keys("Escape")
        pane.wait_for("Dinilai 1 dari 12", "8,33 % dari wajib dinilai")
        pane.keys("C-z", "C-z")
        pane.wait_for("Dinilai 0 dari 12")
        pane.keys("C-q")
