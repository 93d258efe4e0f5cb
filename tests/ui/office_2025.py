"""An invented office of twelve people in 2025, and the entry screen of that year."""

from datetime import date
from pathlib import Path

from textual import events
from textual.keys import _character_to_key, key_to_character

from skp_tui.domain.kinerja import HasilKerja
from skp_tui.services.base.database import prepare
from skp_tui.services.base.editing import save_records
from skp_tui.services.base.views import Orang
from skp_tui.services.keeping.sitting import sitting
from skp_tui.services.office.configuring import change_setting
from skp_tui.ui.screens.entry.kinerja import KinerjaScreen
from tests.ui.conftest import Program, clock

TAHUN = 2025
TODAY = date(2025, 12, 20)
PEOPLE = tuple(
    (f"198{no % 10}0{no % 9 + 1}1020100{no % 9 + 1}1{no:03}", f"{nama} Rekaan")
    for no, nama in enumerate(
        (
            "Arum", "Bagus", "Cahya", "Dewi", "Eko", "Fitri",
            "Galih", "Hana", "Indra", "Joko", "Kirana", "Lestari",
        ),
        1,
    )
)  # fmt: skip

PLAN = (
    "ctrl+n", '"Layanan tepat waktu', "enter",
    '"Berkas selesai', "enter", '"120 berkas', "enter", '"118', "enter",
)  # fmt: skip
"""The keys for one result with one indicator, its target and its outcome."""


def fill_office(path: Path) -> None:
    """Make the database: one unit, twelve people of the same rank, nothing entered."""
    prepare(path)
    rows = [
        {"nip": nip, "nama": nama, "golongan": "III/a", "jabatan": "Arsiparis", "unit": "1"}
        for nip, nama in PEOPLE
    ]
    with sitting(path, clock) as opened:
        unit = [{"kode": "1", "nama": "Dinas Rekaan"}]
        opened.submit(lambda writer: save_records(writer, "unit", unit, "unit")).result()
        done = opened.submit(lambda writer: save_records(writer, "pegawai", rows, "pegawai"))
        assert not done.result().ditolak
        begin = opened.submit(
            lambda writer: change_setting(writer, "target_indikator", "92", TAHUN)
        )
        begin.result()


def kinerja(program: Program) -> KinerjaScreen:
    """Return the entry screen."""
    return next(one for one in program.app.screen_stack if isinstance(one, KinerjaScreen))


def person(program: Program, place: int = 0) -> Orang:
    """Return somebody by his place in the list, as he is stored."""
    return program.stored(TAHUN).orang[place]


def results(program: Program, place: int = 0) -> tuple[HasilKerja, ...]:
    """Return the results of somebody's last part, as they are stored."""
    bagian = person(program, place).penilaian.bagian
    return bagian[-1].hasil_kerja if bagian else ()


async def keys(program: Program, *pressed: str) -> None:
    """Press keys and type texts, which begin with a quote, all at once and in this order."""
    for one in pressed:
        if one.startswith('"'):
            for sign in one[1:]:
                program.app.post_message(events.Key(_character_to_key(sign), sign))
        else:
            program.app.post_message(events.Key(one, key_to_character(one)))
    await program.settle()
