"""What was sent (kiriman): kept under its number together with its values, and looked up again."""

import re
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

from skp_tui.record import record
from skp_tui.storage.changes.keys import Keys

if TYPE_CHECKING:
    from skp_tui.storage.transactions.work import Work

_SEPARATOR = re.compile(r"[\\/]")
_OF = (
    "FROM kiriman k JOIN unit u ON u.id = k.unit_id JOIN periode t ON t.id = k.periode_id "
    "WHERE u.kode = ? AND t.tahun = ?"
)


@record
class HitunganKiriman:
    """How many people a package tells of, how many of them are not due, how many appraised."""

    pegawai: int
    dikecualikan: int
    dinilai: int

    @property
    def wajib_dinilai(self) -> int:
        """Return how many are due."""
        return self.pegawai - self.dikecualikan


@record
class Sent:
    """What is to be kept of a package: its file, and its values as ``exchange.sent`` packs them."""

    profil: str
    berkas: str
    sha256: str
    sebagian: bool
    hitungan: HitunganKiriman
    pengaturan: str
    isi: str


@record
class Paket:
    """One package that was sent; ``hitungan`` None where an older version kept no values.

    ``berkas`` is its table with the whole path, which another system may have written; an older
    version kept the name alone.
    """

    nomor: int
    waktu: datetime
    profil: str
    berkas: str
    sha256: str
    sebagian: bool
    hitungan: HitunganKiriman | None

    @property
    def nama(self) -> str:
        """Return the name of the table, which two packages in two folders may share."""
        return _SEPARATOR.split(self.berkas)[-1]

    @property
    def map(self) -> str:
        """Return the folder that it was written to, empty where that was not kept."""
        whole = self.berkas.removesuffix(self.nama)
        bare = whole.rstrip("\\/")
        # the top of a drive is named with its separator
        return bare if bare and not bare.endswith(":") else whole


def next_number(connection: sqlite3.Connection, kode: str, tahun: int) -> int:
    """Return the next number of a unit's packages in a year, counted from 1."""
    row = connection.execute(f"SELECT max(k.nomor) {_OF}", (kode, tahun)).fetchone()
    return (row[0] or 0) + 1


def keep_sent(work: "Work", kode: str, tahun: int, nomor: int, sent: Sent) -> bool:
    """Note what was sent under a number; say whether the year was made for it."""
    keys = Keys(work, [])
    is_new = tahun not in keys.periode
    keys.ensure_periods([tahun])
    row = {
        "unit_id": keys.unit[kode],
        "periode_id": keys.periode[tahun],
        "nomor": nomor,
        "waktu": work.waktu.isoformat(timespec="seconds"),
        "profil": sent.profil,
        "berkas": sent.berkas,
        "sha256": sent.sha256,
        "sebagian": int(sent.sebagian),
        "pegawai": sent.hitungan.pegawai,
        "dikecualikan": sent.hitungan.dikecualikan,
        "dinilai": sent.hitungan.dinilai,
        "pengaturan": sent.pengaturan,
        "isi": sent.isi,
    }
    work.insert("kiriman", [row])
    return is_new


def drop_sent(work: "Work", kode: str, tahun: int, nomor: int, *, with_year: bool) -> None:
    """Take the note of a package away whose files never got their names: nobody has it.

    ``with_year``: the year too, which was made for it.
    """
    rows = work.raw.execute(f"SELECT k.id {_OF} AND k.nomor = ?", (kode, tahun, nomor)).fetchall()
    work.delete("kiriman", [key for (key,) in rows])
    if with_year:
        work.delete("periode", [Keys(work, []).periode[tahun]])


def sent_packages(
    connection: sqlite3.Connection, kode: str, tahun: int, limit: int = -1
) -> tuple[Paket, ...]:
    """Return what was sent of a unit and year, the newest first; the values stay where they are."""
    rows = connection.execute(
        "SELECT k.nomor, k.waktu, k.profil, k.berkas, k.sha256, k.sebagian, k.pegawai, "
        f"k.dikecualikan, k.dinilai {_OF} ORDER BY k.nomor DESC LIMIT ?",
        (kode, tahun, limit),
    )
    return tuple(_package(*row) for row in rows)


def _package(
    nomor: int, waktu: str, profil: str, berkas: str, sha256: str, sebagian: int,
    pegawai: int | None, dikecualikan: int | None, dinilai: int | None,
) -> Paket:  # fmt: skip
    known = pegawai is not None and dikecualikan is not None and dinilai is not None
    hitungan = HitunganKiriman(pegawai or 0, dikecualikan or 0, dinilai or 0) if known else None
    moment = datetime.fromisoformat(waktu)
    return Paket(nomor, moment, profil, berkas, sha256, bool(sebagian), hitungan)


def sent_values(
    connection: sqlite3.Connection, kode: str, tahun: int, nomor: int
) -> tuple[str, str] | None:
    """Return settings and rows of a package as they were packed; None where none were kept."""
    row = connection.execute(
        f"SELECT k.pengaturan, k.isi {_OF} AND k.nomor = ?", (kode, tahun, nomor)
    ).fetchone()
    return None if row is None or row[1] is None else (row[0], row[1])
