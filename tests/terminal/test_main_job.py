"""The main job in a real terminal, by keys alone: correct, watch, find, complete, send."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.terminal.tmux import terminal

pytestmark = pytest.mark.terminal

CORRECTED = ("2100", "1500", "3600", "12")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_a_supervisor_corrects_completes_and_sends_by_keys_alone(
    size: tuple[int, int], tmp_path: Path
) -> None:
    with terminal("--contoh", size=size) as pane:
        pane.wait_for("87,80 %", "90,00 %", "Dinilai 40 dari 41")

        # correct one person's outcome, and watch the value follow
        pane.keys("/")
        pane.type("Tiur")
        pane.wait_for("1 dari 42")
        pane.keys("Enter")
        pane.wait_for("NILAI", "72,02 Cukup")
        for amount in CORRECTED:
            pane.type(amount)
            pane.keys("Enter")
        pane.wait_for("NILAI", "79,95 Baik", "tersimpan ")

        # the unit's percentages change with it
        pane.keys("Escape")
        pane.wait_for("90,24 %", "92,50 %", "1 dari 42")
        pane.keys("Escape")

        # find who is missing, and jump to the very cell
        pane.keys("F6")
        pane.wait_for("1 belum lengkap", "Wayan Contoh", "realisasi mutu, waktu (kegiatan 3)")
        pane.keys("Enter")
        pane.wait_for("Kurang: realisasi mutu")
        pane.type("88")
        pane.keys("Tab")
        pane.type("12")
        pane.keys("Enter")
        pane.wait_for("lengkap", "tersimpan ")

        # send, and see the finished file with its hash
        pane.keys("Escape")
        pane.wait_for("41 lengkap", "0 belum lengkap")
        pane.keys("t")
        pane.wait_for("Tempat")
        pane.keys("C-u")
        pane.type(str(tmp_path / "usb"))
        pane.keys("Enter", "F6")
        pane.wait_for("Buat map baru?")
        pane.keys("y")
        seen = pane.wait_for("sha256", "skp-1-2017.csv")
        pane.keys("C-q")

    csv = tmp_path / "usb" / "skp-1-2017.csv"
    digest = hashlib.sha256(csv.read_bytes()).hexdigest()
    assert digest[:16] in "".join(line.strip() for line in seen.splitlines())
    package = json.loads((tmp_path / "usb" / "skp-1-2017.datapackage.json").read_text())
    assert package["skp"]["sebagian"] is False
    assert package["skp"]["rekap"]["belum_dinilai"] == 0
    assert package["resources"][0]["hash"] == f"sha256:{digest}"
