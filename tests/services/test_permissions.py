"""Everything that is written is readable by its owner only, whatever the umask says."""

import os
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.services.imports.import_many import Borongan, Pesanan, run_many
from skp_tui.services.imports.templates import write_template
from skp_tui.services.keeping import safekeeping
from skp_tui.services.keeping.faults import write_log
from skp_tui.services.keeping.sitting import sitting
from skp_tui.services.sending import sending
from skp_tui.services.signing import signing
from skp_tui.storage.database.backup import backup_before_upgrade
from tests.services.office import BRAM, NOW, UNIT, Office, clock


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    """Work under the umask that most systems have."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    """Return the files that somebody else may read."""
    return [
        f"{path.relative_to(folder)}: {stat.filemode(path.stat().st_mode)}"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.stat().st_mode & 0o077
    ]


def test_database_lock_note_journal_and_copies_are_for_their_owner(tmp_path: Path) -> None:
    place = tmp_path / "data"
    with sitting(place / "skp.db", clock) as sat:
        names = {path.name for path in place.iterdir()}
        assert {"skp.db", "skp.db.lock", "skp.db.pemegang"} <= names

        def look_inside(writer: object) -> list[str]:
            with writer.change("uji") as work:  # type: ignore[attr-defined]  # the Writer
                work.insert("unit", [{"kode": "1", "nama": "Badan"}])
                assert (place / "skp.db-journal").stat().st_size > 0
                return open_to_others(place)

        assert sat.submit(look_inside).result(60) == []
        safekeeping.backup(place / "skp.db", None)
        safekeeping.backup(place / "skp.db", place / "lain" / "salinan.db")
    backup_before_upgrade(place / "skp.db")
    safekeeping.restore(place / "skp.db", place / "lain" / "salinan.db", clock)
    assert open_to_others(place) == []
    assert stat.S_IMODE((place / "cadangan").stat().st_mode) == 0o700
    assert stat.S_IMODE(place.stat().st_mode) == 0o700


def test_what_is_exported_is_for_its_owner(tmp_path: Path) -> None:
    office = Office.filled(tmp_path)
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
    out = tmp_path / "keluar"
    for profil in ("bkd", "data"):
        sending.export(office.path, 2017, "1", out, profil, clock, sebagian=True)
    write_template(jenis_of("unit"), out)
    write_log(out / "galat.log", ValueError("x"), NOW)
    assert len(list(out.iterdir())) > 5
    assert open_to_others(out) == []


def test_refused_rows_are_for_their_owner(tmp_path: Path) -> None:
    office = Office(tmp_path / "skp.db")
    file = tmp_path / "unit.csv"
    file.write_text(UNIT + "9,Tanpa Induk,8\n", encoding="utf-8")
    file.chmod(0o600)
    done = run_many(office.path, Borongan((Pesanan(jenis_of("unit"), (file,)),)), clock)
    assert done.berkas_ditolak
    assert open_to_others(tmp_path) == []
