"""What is opened, how, and what is refused without being touched."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from skp_tui.errors import DatabaseError
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.services.base import database
from skp_tui.services.imports.import_many import Borongan, Pesanan, rehearse
from skp_tui.services.keeping import safekeeping
from skp_tui.services.keeping.checking import check_database
from skp_tui.services.keeping.sitting import sitting
from skp_tui.storage.database.connection import APPLICATION_ID, PRAGMAS, READER_PRAGMAS, connect
from skp_tui.storage.database.looking import reading
from skp_tui.storage.database.migrate import create, migrations
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import UNIT, Office, clock
from tests.storage.nobody import as_nobody, shared_folder, told


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE foto (id INTEGER PRIMARY KEY)")


def foreign_marked(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 77")


def empty_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")


def newer(path: Path) -> None:
    create(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrations()) + 1}")


def text(path: Path) -> None:
    path.write_text("nip,nama\n196704101990031005,Sari\n" * 200, encoding="utf-8")


def short_text(path: Path) -> None:
    path.write_bytes(b"x")


def zero_bytes(path: Path) -> None:
    path.touch()


def truncated(path: Path) -> None:
    create(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def header_only(path: Path) -> None:
    create(path)
    path.write_bytes(path.read_bytes()[:100])


def folder(path: Path) -> None:
    path.mkdir()


BAD: dict[Callable[[Path], None], str] = {
    foreign: "bukan basis data skp-tui",
    foreign_marked: "bukan basis data skp-tui",
    empty_database: "bukan basis data skp-tui",
    newer: "yang lebih baru",
    text: "bukan basis data skp-tui",
    short_text: "bukan basis data skp-tui",
    zero_bytes: "kosong (0 byte)",
    truncated: "rusak",
    header_only: "rusak",
    folder: "adalah map, bukan berkas",
}


def look(path: Path) -> None:
    with reading(path) as connection:
        connection.execute("SELECT count(*) FROM pegawai").fetchone()


def sit(path: Path) -> None:
    with sitting(path, clock):
        pass


def write(path: Path) -> None:
    with database.writing(path, clock, "uji", wait=0):
        pass


def backup(path: Path) -> None:
    safekeeping.backup(path, None)


USES = (look, sit, write, backup, check_database)


def state(path: Path) -> object:
    return path.read_bytes() if path.is_file() else sorted(path.iterdir())


@pytest.mark.parametrize("use", USES, ids=lambda use: use.__name__)
@pytest.mark.parametrize("make", BAD, ids=lambda make: make.__name__)
def test_what_is_no_database_of_ours_is_refused_in_one_sentence_and_not_touched(
    tmp_path: Path, make: Callable[[Path], None], use: Callable[[Path], object]
) -> None:
    path = tmp_path / "lain.db"
    make(path)
    before = state(path)
    with pytest.raises(DatabaseError) as refused:
        use(path)
    assert BAD[make] in refused.value.pesan
    assert str(path) in refused.value.kalimat()
    assert refused.value.saran
    assert state(path) == before
    assert not path.with_name("lain.db-wal").exists()
    assert not path.with_name("lain.db-journal").exists()


@pytest.mark.parametrize("use", USES, ids=lambda use: use.__name__)
def test_a_foreign_database_in_wal_mode_keeps_its_mode_and_its_pending_pages(
    tmp_path: Path, use: Callable[[Path], object]
) -> None:
    path, wal = tmp_path / "lain.db", tmp_path / "lain.db-wal"
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("PRAGMA journal_mode = WAL")
        holder.execute("CREATE TABLE foto (id INTEGER PRIMARY KEY)")
        kept = (path.read_bytes(), wal.read_bytes())
    path.write_bytes(kept[0])
    wal.write_bytes(kept[1])
    with pytest.raises(DatabaseError, match="bukan basis data"):
        use(path)
    assert (path.read_bytes(), wal.read_bytes()) == kept


@pytest.mark.parametrize("use", [look, backup, check_database], ids=lambda use: use.__name__)
def test_a_missing_file_is_not_created_by_a_look(
    tmp_path: Path, use: Callable[[Path], object]
) -> None:
    with pytest.raises(DatabaseError, match="tidak ada"):
        use(tmp_path / "tiada" / "skp.db")
    assert list(tmp_path.iterdir()) == []


def test_a_file_without_write_permission_can_be_looked_at_but_not_written() -> None:
    with shared_folder() as place:
        office = Office(place / "skp.db")
        write(office.path)
        for entry in place.iterdir():
            entry.chmod(0o666)
        office.path.chmod(0o444)
        before = office.path.read_bytes()
        assert "hanya dapat dibaca" in as_nobody(lambda: write(office.path))
        assert "hanya dapat dibaca" in as_nobody(lambda: sit(office.path))
        assert as_nobody(lambda: look(office.path)) == ""
        assert office.path.read_bytes() == before


def test_a_folder_without_write_permission_is_named() -> None:
    with shared_folder() as place:
        office = Office(place / "dalam" / "skp.db")
        office.path.chmod(0o644)
        office.path.parent.chmod(0o555)
        assert "tidak dapat ditulisi" in as_nobody(lambda: write(office.path))
        assert as_nobody(lambda: look(office.path)) == ""
        office.path.parent.chmod(0o755)


def test_a_folder_that_may_not_be_entered_is_a_sentence_and_no_traceback() -> None:
    with shared_folder() as place:
        office = Office(place / "dalam" / "skp.db")
        office.impor("unit", UNIT)
        file = place / "unit.csv"
        file.write_text(UNIT)
        office.path.parent.chmod(0o000)
        try:
            borongan = Borongan((Pesanan(jenis_of("unit"), (file,)),))
            for use in USES:
                assert str(office.path.parent) in as_nobody(partial(use, office.path))
            assert as_nobody(lambda: rehearse(office.path, borongan, clock))
        finally:
            office.path.parent.chmod(0o755)


def test_an_unreadable_file_is_named() -> None:
    with shared_folder() as place:
        office = Office(place / "skp.db")
        office.path.chmod(0o000)
        assert "tidak dapat dibuka" in as_nobody(lambda: look(office.path))


@pytest.mark.parametrize(
    ("writing", "wanted"), [(True, PRAGMAS), (False, READER_PRAGMAS)], ids=["writer", "reader"]
)
def test_every_connection_has_its_pragmas(
    tmp_path: Path, *, writing: bool, wanted: dict[str, tuple[str, object]]
) -> None:
    create(tmp_path / "skp.db")
    with closing(connect(tmp_path / "skp.db", writing=writing)) as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
        assert found == {name: value for name, (_, value) in wanted.items()}
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.isolation_level is None


def test_the_safest_journal_is_asked_for() -> None:
    assert PRAGMAS["journal_mode"][1] == "truncate"
    assert PRAGMAS["synchronous"][1] == 3
    assert PRAGMAS["foreign_keys"][1] == PRAGMAS["recursive_triggers"][1] == 1


def test_the_writing_connection_of_the_writer_has_its_pragmas(tmp_path: Path) -> None:
    create(tmp_path / "skp.db")
    with Writer(tmp_path / "skp.db", clock) as writer, writer.change("uji") as work:
        for name, (_, value) in PRAGMAS.items():
            assert work.raw.execute(f"PRAGMA {name}").fetchone()[0] == value, name


def test_a_pragma_that_does_not_take_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(tmp_path / "skp.db")
    monkeypatch.setitem(PRAGMAS, "page_size", ("8192", 8192))  # fixed once the file exists
    with pytest.raises(DatabaseError, match="page_size tetap 4096"):
        connect(tmp_path / "skp.db", writing=True)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO unit (kode, nama) VALUES ('1', 'Badan')",
        "DELETE FROM jejak",
        "PRAGMA user_version = 9",
        "CREATE TABLE lain (id INTEGER)",
    ],
)
def test_a_reader_can_change_nothing(tmp_path: Path, statement: str) -> None:
    create(tmp_path / "skp.db")
    before = (tmp_path / "skp.db").read_bytes()
    with (
        closing(connect(tmp_path / "skp.db", writing=False)) as connection,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        connection.execute(statement)
    assert (tmp_path / "skp.db").read_bytes() == before


def test_a_look_is_consistent_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    office = Office(tmp_path / "skp.db")
    with office.writing() as writer:
        writer._raw.execute("PRAGMA busy_timeout = 0")
        with reading(office.path) as connection:
            assert connection.execute("SELECT count(*) FROM unit").fetchone() == (0,)
            said = told(lambda: _add_unit(writer))
            assert "sedang dipakai" in said
            assert connection.execute("SELECT count(*) FROM unit").fetchone() == (0,)
        assert told(lambda: _add_unit(writer)) == ""


def _add_unit(writer: Writer) -> None:
    with writer.change("uji") as work:
        work.insert("unit", [{"kode": "1", "nama": "Badan"}])


def test_a_look_beside_a_growing_file_sees_no_damage(tmp_path: Path) -> None:
    office = Office(tmp_path / "skp.db")
    with office.writing() as writer:
        # pages reach the file before the commit
        writer._raw.executescript("PRAGMA cache_spill = ON; PRAGMA cache_size = 1")
        with writer.change("uji") as work:
            work.insert("unit", [{"kode": str(number), "nama": "x" * 400} for number in range(400)])
            assert "sedang dipakai" in told(lambda: _quick_look(office.path))
    assert told(lambda: look(office.path)) == ""


def test_a_change_larger_than_the_cache_keeps_no_reader_out_before_its_commit(
    tmp_path: Path,
) -> None:
    office = Office(tmp_path / "skp.db")
    with office.writing() as writer:
        writer._raw.execute("PRAGMA cache_size = 1")
        with writer.change("uji") as work:
            work.insert("unit", [{"kode": str(number), "nama": "x" * 400} for number in range(400)])
            assert told(lambda: _quick_look(office.path)) == ""


def _quick_look(path: Path) -> None:
    with closing(connect(path, writing=False)) as connection:
        connection.execute("SELECT count(*) FROM unit").fetchone()
