"""Salin dari… and Salin ke…: by keys alone, from the first key to what is stored and exported."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.screen import Screen

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.services.base.views import read_unit
from skp_tui.services.sending.profiles import data_records
from skp_tui.services.signing.signing import lock
from skp_tui.storage.changes.apply import write
from skp_tui.ui.screens.copying.from_one import PreviewScreen, SourceScreen
from skp_tui.ui.screens.copying.to_many import ActivitiesScreen, ManyPreviewScreen, PeopleToScreen
from tests.ui.conftest import TAHUN, Open, Program

if TYPE_CHECKING:
    from skp_tui.domain.records import Rekaman

LAMA = ("Mengelola arsip kepegawaian", "Menyusun laporan semester")


def remember_last_year(program: Program, name: str, texts: tuple[str, ...] = LAMA) -> str:
    """Store an SKP of the year before, as if it had been imported then."""
    nip = program.nip_of(name)
    records: list[Rekaman] = [
        {
            "tahun": str(TAHUN - 1), "nip": nip, "bagian": "1", "no": str(no), "uraian": text,
            "satuan": "berkas", "satuan_waktu": "bulan", "target_kuantitas": "40",
            "target_kualitas": "100", "target_waktu": "12", "realisasi_kuantitas": "40",
        }
        for no, text in enumerate(texts, 1)
    ]  # fmt: skip

    def remember(writer: object) -> None:
        from skp_tui.storage.transactions.writer import Writer  # noqa: PLC0415 - loads SQLModel

        assert isinstance(writer, Writer)
        with writer.change("tahun lalu") as work:
            write(work, "kegiatan", records)

    program.write(remember)
    return nip


def shows(program: Program, kind: type[Screen[None]]) -> bool:
    """Say whether a kind of screen is on top."""
    return isinstance(program.app.screen, kind)


def activities(program: Program, name: str) -> dict[int, Kegiatan]:
    orang = program.stored().of(program.nip_of(name))
    assert orang is not None
    bagian = orang.penilaian.bagian_terakhir
    return {satu.no: satu for satu in bagian.kegiatan} if bagian else {}


# Salin dari…


async def test_three_keys_copy_last_years_targets_and_the_cursor_waits_on_the_first_outcome(
    open_program: Open,
) -> None:
    async with open_program() as program:
        before = activities(program, "Tiur")
        nip = remember_last_year(program, "Tiur")
        await program.open("tiur")
        await program.press("ctrl+o", "enter", "enter")
        assert program.at(program.isi)
        stored = activities(program, "Tiur")
        new = {no: satu for no, satu in stored.items() if no not in before}
        assert {no: satu.uraian for no, satu in new.items()} == {5: LAMA[0], 6: LAMA[1]}
        assert all(satu.realisasi_kuantitas is None for satu in new.values())
        sheet = program.isi.sheet("kegiatan")
        assert (sheet.cursor_row, sheet.cursor_column) == (f"{nip}/1/5", "realisasi_kuantitas")
        await program.type("38")
        await program.press("enter")
        assert str(activities(program, "Tiur")[5].realisasi_kuantitas) == "38"


async def test_the_copy_is_one_step_of_undo(open_program: Open) -> None:
    async with open_program() as program:
        before = activities(program, "Tiur")
        remember_last_year(program, "Tiur")
        await program.open("tiur")
        await program.press("ctrl+o", "enter", "enter", "ctrl+z")
        assert activities(program, "Tiur") == before
        assert "Salin 2 kegiatan" in program.toasts()[-1]


async def test_the_copied_targets_leave_with_the_export(open_program: Open) -> None:
    async with open_program() as program:
        nip = remember_last_year(program, "Tiur")
        await program.open("tiur")
        await program.press("ctrl+o", "enter", "enter")
        with program.sitting.reading() as connection:
            rows = data_records(connection, read_unit(connection, TAHUN, "1"))["kegiatan"]
        own = [row for row in rows if row["nip"] == nip and row["tahun"] == str(TAHUN)]
        last = next(row for row in own if row["no"] == "6")
        assert (last["uraian"], last["target_kuantitas"]) == (LAMA[1], "40")
        assert last["realisasi_kuantitas"] is None


async def test_the_preview_shows_numbers_and_what_is_there_and_a_mark_leaves_one_out(
    open_program: Open,
) -> None:
    async with open_program(size=(120, 40)) as program:
        known = activities(program, "Tiur")[2].uraian
        remember_last_year(program, "Tiur", (LAMA[0], known.upper(), LAMA[1]))
        await program.open("tiur")
        await program.press("ctrl+o", "enter")
        assert shows(program, PreviewScreen)
        text = program.screen_text()
        assert f"2 kegiatan baru dari SKP {TAHUN - 1}" in text
        assert "1 sudah ada" in text
        await program.press("down", "space")
        assert "Kegiatan ini sudah ada di SKP-nya." in program.toasts()
        await program.press("up", "space")
        assert "1 kegiatan baru" in program.screen_text()
        await program.press("enter")
        assert [satu.uraian for no, satu in activities(program, "Tiur").items() if no > 4] == [
            LAMA[1]
        ]


async def test_nothing_marked_copies_nothing_and_says_so(open_program: Open) -> None:
    async with open_program() as program:
        before = activities(program, "Tiur")
        remember_last_year(program, "Tiur")
        await program.open("tiur")
        await program.press("ctrl+o", "enter", "plus", "enter")
        assert shows(program, PreviewScreen)
        assert "Tidak ada kegiatan baru untuk Tiur Contoh." in program.toasts()[-1]
        await program.press("escape", "escape")
        assert program.at(program.isi)
        assert activities(program, "Tiur") == before


async def test_the_footer_names_enter_only_where_something_would_be_copied(
    open_program: Open,
) -> None:
    async with open_program() as program:
        remember_last_year(program, "Tiur")
        await program.open("tiur")
        await program.press("ctrl+o", "enter")
        assert "Enter Terapkan" in program.line("keys")
        await program.press("plus")
        assert "Terapkan" not in program.line("keys")
        assert "+ Semua" in program.line("keys")
        assert "Spasi menandai baris kursor, + semuanya." in program.line("copy-about")
        await program.press("space")
        assert "Enter Terapkan" in program.line("keys")
        assert "Enter menyalin yang bertanda *." in program.line("copy-about")


async def test_where_all_is_there_already_no_key_to_copy_or_mark_is_named(
    open_program: Open,
) -> None:
    async with open_program() as program:
        known = tuple(satu.uraian for satu in activities(program, "Tiur").values())
        remember_last_year(program, "Tiur", known)
        await program.open("tiur")
        await program.press("ctrl+o", "enter")
        assert not {"Enter", "Spasi", "+"} & set(program.line("keys").split())
        assert "Semuanya sudah ada, jadi tidak ada yang disalin." in program.line("copy-about")


async def test_without_a_last_year_it_says_what_to_do_and_a_colleague_is_found_by_typing(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("tiur")
        await program.press("ctrl+o")
        assert shows(program, SourceScreen)
        assert f"Tidak ada SKP {TAHUN - 1} atas nama pegawai ini" in program.screen_text()
        await program.press("slash")
        await program.type("wayan")
        await program.press("enter")
        assert shows(program, PreviewScreen)
        assert "Wayan Contoh" in program.screen_text()
        await program.press("enter")
        wayan = [satu.uraian for satu in activities(program, "Wayan").values()]
        assert [satu.uraian for satu in activities(program, "Tiur").values()][
            -len(wayan) :
        ] == wayan


async def test_an_empty_office_has_nothing_to_copy_from(open_program: Open) -> None:
    async with open_program() as program:
        everybody = [satu.nip for satu in program.stored().orang]
        program.write(lambda writer: _forget(writer, everybody))
        program.app.reload_screens()
        await program.settle()
        await program.open("tiur")
        await program.press("ctrl+o", "enter")
        assert shows(program, SourceScreen)
        assert "Belum ada kegiatan pegawai mana pun" in program.screen_text()


def _forget(writer: object, nips: list[str]) -> None:
    from skp_tui.storage.changes.apply import remove  # noqa: PLC0415 - here only
    from skp_tui.storage.reading.records import read_records  # noqa: PLC0415 - here only
    from skp_tui.storage.transactions.writer import Writer  # noqa: PLC0415 - loads SQLModel

    assert isinstance(writer, Writer)
    with writer.change("kosong") as work:
        remove(work, "kegiatan", read_records(work.raw, "kegiatan", [TAHUN], nips))


async def test_a_locked_appraisal_is_not_copied_into(open_program: Open) -> None:
    async with open_program() as program:
        nip = program.nip_of("Tiur")
        program.write(lambda writer: lock(writer, TAHUN, [nip], date(2018, 1, 5)))
        program.app.reload_screens()
        await program.settle()
        await program.open("tiur")
        await program.press("ctrl+o")
        assert program.at(program.isi)
        assert "dikunci" in program.toasts()[-1]


async def test_what_is_being_typed_is_stored_before_the_list_opens(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type("91")
        await program.press("ctrl+o")
        assert shows(program, SourceScreen)
        typed = [satu.realisasi_kualitas for satu in activities(program, "Wayan").values()]
        assert "91" in [str(value) for value in typed]


# Salin ke…


async def test_five_keys_copy_one_persons_activities_to_everybody_shown(
    open_program: Open,
) -> None:
    async with open_program() as program:
        source = activities(program, "Tiur")
        before = {satu.nip: len(_of(satu)) for satu in program.stored().orang}
        program.unit.people.move_to(program.nip_of("Tiur"))
        await program.press("s")
        assert shows(program, ActivitiesScreen)
        await program.press("enter")
        assert shows(program, PeopleToScreen)
        await program.press("plus", "enter")
        assert shows(program, ManyPreviewScreen)
        assert "1 dilewati: dikecualikan (pensiun)." in program.screen_text()
        await program.press("enter")
        assert program.at(program.unit)
        after = {satu.nip: len(_of(satu)) for satu in program.stored().orang}
        due = {
            satu.nip for satu in program.stored().orang if satu.penilaian.pengecualian is None
        } - {program.nip_of("Tiur")}
        assert {nip for nip in after if after[nip] != before[nip]} == due
        assert all(after[nip] - before[nip] == len(source) for nip in due)
        await program.press("ctrl+z")
        await program.press("y")
        assert {satu.nip: len(_of(satu)) for satu in program.stored().orang} == before


def _of(orang: object) -> tuple[Kegiatan, ...]:
    from skp_tui.services.base.views import Orang  # noqa: PLC0415 - here only

    assert isinstance(orang, Orang)
    bagian = orang.penilaian.bagian_terakhir
    return bagian.kegiatan if bagian else ()


async def test_chosen_activities_go_to_chosen_people_and_the_filter_keeps_the_marks(
    open_program: Open,
) -> None:
    async with open_program(size=(120, 40)) as program:
        first = activities(program, "Tiur")[1].uraian
        program.unit.people.move_to(program.nip_of("Tiur"))
        await program.press("s", "plus", "space", "enter", "slash")
        await program.type("wayan")
        await program.press("down", "space", "escape", "slash")
        await program.type("sari")
        await program.press("down", "space", "escape")
        assert "2 pegawai ditandai" in program.screen_text()
        await program.press("enter")
        assert "1 kegiatan ke 2 pegawai, jadi 2 baru" in program.screen_text()
        await program.press("enter")
        for name in ("Wayan", "Sari"):
            assert list(activities(program, name).values())[-1].uraian == first
        assert first not in [satu.uraian for satu in activities(program, "Bram").values()]


async def test_with_every_mark_taken_away_the_footer_names_no_enter(open_program: Open) -> None:
    async with open_program() as program:
        program.unit.people.move_to(program.nip_of("Tiur"))
        await program.press("s", "enter", "plus", "enter")
        assert "Enter Terapkan" in program.line("keys")
        await program.press("plus")
        assert "Terapkan" not in program.line("keys")
        assert "Spasi Tandai" in program.line("keys")


async def test_without_marks_the_person_of_the_cursor_gets_them(open_program: Open) -> None:
    async with open_program() as program:
        program.unit.people.move_to(program.nip_of("Tiur"))
        await program.press("s", "enter", "slash")
        await program.type("wayan")
        await program.press("enter", "enter")
        assert "4 kegiatan ke 1 pegawai" in program.screen_text()


async def test_somebody_without_activities_has_nothing_to_give(open_program: Open) -> None:
    async with open_program() as program:
        nip = program.nip_of("Tiur")
        program.write(lambda writer: _forget(writer, [nip]))
        program.app.reload_screens()
        await program.settle()
        program.unit.people.move_to(nip)
        await program.press("s")
        assert program.at(program.unit)
        assert "belum punya kegiatan" in program.toasts()[-1]


@pytest.mark.parametrize("keys", [("escape",), ("enter", "escape", "escape")])
async def test_esc_goes_back_step_by_step_and_nothing_changes(
    open_program: Open, keys: tuple[str, ...]
) -> None:
    async with open_program() as program:
        before = program.stored()
        await program.press("s", *keys)
        assert program.at(program.unit)
        assert program.stored() == before


async def test_the_help_explains_the_step(open_program: Open) -> None:
    async with open_program(size=(80, 40)) as program:
        await program.press("s", "f1")
        assert "semuanya bertanda * mula-mula" in " ".join(program.screen_text().split())
        await program.press("escape", "enter", "f1")
        assert "Yang sejabatan berada di atas" in " ".join(program.screen_text().split())


async def test_a_person_removed_before_enter_stops_the_copy_with_a_sentence(
    open_program: Open,
) -> None:
    async with open_program() as program:
        remember_last_year(program, "Tiur")
        await program.open("tiur")
        await program.press("ctrl+o", "enter")
        nip = program.nip_of("Tiur")
        program.write(lambda writer: _forget(writer, [nip]))
        await program.press("enter")
        assert shows(program, PreviewScreen)
        assert "berubah sejak pratinjau" in program.toasts()[-1]
        assert activities(program, "Tiur") == {}
