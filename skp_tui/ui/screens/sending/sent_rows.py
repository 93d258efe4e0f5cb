"""The lists of what was sent: packages, and the people of one as they were sent."""

from dataclasses import replace

from rich.text import Text

from skp_tui.domain.dates import shown_moment
from skp_tui.domain.nip import shown_nip
from skp_tui.domain.search import searchable
from skp_tui.exchange.package.bkd import Baris
from skp_tui.exchange.package.sent import shown_cell, value_words
from skp_tui.rules.regulation import peraturan_named
from skp_tui.rules.result import Status
from skp_tui.services.sending.profiles import DIKIRIM
from skp_tui.services.sending.sent import IsiPaket
from skp_tui.settings import Milik, of
from skp_tui.storage.changes.sent import Paket
from skp_tui.ui.screens.lists.table import RATINGS, VALUES
from skp_tui.ui.screens.office.settings_fields import LABELS, shown_setting
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import cut, joined, line
from skp_tui.ui.widgets.row_store import NumberedRows

WIDE = 110
MANY = 1000
REASON = 13
EMPTY = "–"
_SCORED = ("nilai_skp", "rata_rata_perilaku", "nilai_prestasi_kerja")
_RATED = ("hasil_kerja", "perilaku_kerja")

PACKAGES = (
    Column("nomor", "Ke-", 4, align="right", frozen=True),
    Column("waktu", "Dikirim", 17),
    Column("keadaan", "Keadaan", 8),
    Column("dinilai", "Dinilai", 14),
    Column("berkas", "Berkas", 20, flexible=True),
)


def package_row(paket: Paket) -> Row:
    """Return the line of one package."""
    count = paket.hitungan
    cells = (
        str(paket.nomor),
        shown_moment(paket.waktu),
        state_of(paket),
        EMPTY if count is None else f"{count.dinilai} dari {count.wajib_dinilai}",
        paket.nama,
    )
    return Row(str(paket.nomor), cells, mark="warning" if paket.sebagian else "")


def state_of(paket: Paket) -> str:
    """Say whether everybody due was appraised in it."""
    return "sebagian" if paket.sebagian else "lengkap"


def package_foot(paket: Paket | None, width: int) -> Text:
    """Say of the cursor's package where it was written, how many it tells of, its hash whole."""
    if paket is None:
        return line("")
    profil = DIKIRIM.get(paket.profil)
    name = paket.profil if profil is None else profil.sebutan
    words = f"Profil {name} · {counts_of(paket)}"
    place = f"Di {paket.map}" if paket.map else "Mapnya tidak tercatat."
    lines = (line(words), line(f"sha256 {paket.sha256}"), line(place))
    return joined([cut(one, width) for one in lines], "\n")


def counts_of(paket: Paket) -> str:
    """Count the people of a package; an older one kept no values."""
    count = paket.hitungan
    if count is None:
        return "Dikirim dengan skp-tui yang lebih lama: nilainya tidak tersimpan."
    parts = [f"{count.pegawai} pegawai"]
    if count.dikecualikan:
        parts.append(f"{count.dikecualikan} dikecualikan")
    parts.append(f"{count.dinilai} dari {count.wajib_dinilai} dinilai")
    return ", ".join(parts)


def people_columns(width: int, many: int, *, rated: bool) -> tuple[Column, ...]:
    """Return the columns of the people of a package for a width, as the list on Unit has them."""
    wide = width >= WIDE
    unit = (Column("unit", "Unit", 24),) if wide else ()
    *values, last = RATINGS if rated else VALUES
    return (
        Column("no", "No", 3 if many < MANY else 5, align="right", frozen=True),
        Column("nama", "Nama", 36 if wide else 28, frozen=True),
        *unit,
        Column("golongan", "Gol", 5),
        *values,
        # whoever has no value stands there with the reason
        replace(last, width=max(last.width, REASON), flexible=True),
    )


class Listed(NumberedRows[Baris]):
    """The people of a package with their lines; everybody keeps his number under a filter."""

    def __init__(self, isi: IsiPaket) -> None:
        ordered = sorted(isi.baris, key=lambda row: (row["kode_unit"], row["nama"], row["nip"]))
        super().__init__(ordered, lambda row: row["nip"], _searched, person_row)
        self.by_nip = {row["nip"]: row for row in ordered}

    def line(self, row: Baris, *, wide: bool) -> Row:
        """Return the line of one person."""
        return self.numbered(row, wide)


def is_rated(row: Baris) -> bool:
    """Say whether somebody was sent with ratings, as from 2022, and so without a number."""
    peraturan = peraturan_named(row["peraturan"])
    return peraturan is not None and peraturan.berperingkat


def person_row(row: Baris, number: int, wide: bool) -> Row:  # noqa: FBT001 - from the store
    """Return the line of one person as he was sent; a dash is "not yet"."""
    done = row["status"] == Status.DINILAI
    cells = (
        str(number),
        row["nama"],
        *((row["unit_kerja"],) if wide else ()),
        row["golongan"],
        *(shown_cell(nama, row[nama]) for nama in (_RATED if is_rated(row) else _SCORED)),
        row["sebutan"] if done else value_words(row),
    )  # fmt: skip
    excepted = row["status"] == Status.DIKECUALIKAN
    return Row(row["nip"], cells, mark="" if done else "muted" if excepted else "warning")


def person_foot(row: Baris | None, width: int) -> Text:
    """Say of the cursor's person who he is, who appraised him, and what was missing."""
    if row is None:
        return line("")
    who = f"{shown_nip(row['nip'])} · {row['jabatan'] or EMPTY} · {row['unit_kerja']}"
    rater = f"Penilai {row['penilai_nama'] or EMPTY}"
    rest = " · ".join(part for part in (rater, row["keterangan"]) if part)
    return Text("\n", end="", no_wrap=True).join([cut(line(who), width), cut(line(rest), width)])


def settings_words(isi: IsiPaket) -> str:
    """Name the settings that the package was computed with, those that touch a value first."""
    named = (
        f"{LABELS.get(nama, nama).lower()}: {shown_setting(nama, isi.pengaturan[nama] or EMPTY)}"
        for nama in (satu.nama for satu in of(Milik.PERIODE))
        if nama in isi.pengaturan
    )
    return "Pengaturan: " + "; ".join(named)


def _searched(row: Baris) -> str:
    return searchable(row["nama"], row["nip"], row["jabatan"], row["unit_kerja"])
