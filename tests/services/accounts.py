"""The account of a database as a test reads it: each line by its name."""

from pathlib import Path

from skp_tui.services.base.holder import Holder
from skp_tui.services.keeping.support import Letak, account
from skp_tui.services.keeping.support_text import check
from skp_tui.services.keeping.veil import Tirai
from skp_tui.storage.database.looking import reading
from tests.services.office import NOW, Office

TIRAI = Tirai((Path("/home/wulansari"),))


def told(office: Path | Office, tirai: Tirai = TIRAI, **given: Holder) -> dict[str, str]:
    """Return every line of the account by its name."""
    path = office.path if isinstance(office, Office) else office
    parts = account(Letak(path, path.parent / "galat.log"), NOW, tirai, **given)
    return {nama: isi for bagian in parts for nama, isi in bagian.baris}


def checked(office: Office) -> dict[str, str]:
    with reading(office.path) as connection:
        return dict(check(connection, lambda _done, _total: None).baris)
