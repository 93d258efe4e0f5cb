"""The columns and lines of the entry screen's three grids."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from skp_tui.domain.appraisal import PERILAKU, Bagian, Kegiatan, Penilaian, Tambahan
from skp_tui.domain.number import printed, shown
from skp_tui.domain.office import JenisJabatan
from skp_tui.rules.result import Hasil, HasilBagian, HasilKegiatan
from skp_tui.services.entry.entry import Isi
from skp_tui.ui.screens.cells.isi_input import shown_waktu
from skp_tui.ui.widgets.grid.grid import Column, Row

NUMBER = 24
"""Signs that a number may have while it is typed."""

NAMES = ("Orientasi", "Integritas", "Komitmen", "Disiplin", "Kerja sama", "Kepemimpinan")
TAMBAHAN_COLUMNS = (
    Column("jenis", "Jenis", 14, editable=False),
    Column("no", "No", 3, align="right", editable=False),
    Column("uraian", "Uraian tugas tambahan atau kreativitas", 30, flexible=True),
    Column("tingkat", "Tingkat", 10),
)
PERILAKU_COLUMNS = (
    *(
        Column(kolom, name, max(9, len(name)), align="right", maximum=NUMBER)
        for kolom, name in zip(PERILAKU, NAMES, strict=True)
    ),
    Column("rata", "Rata-rata", 9, align="right", editable=False),
)


def kegiatan_columns(
    jenis: JenisJabatan | None, kegiatan: Sequence[Kegiatan]
) -> tuple[Column, ...]:
    """Return the columns of the official form; AK only where angka kredit exists.

    Cost, which most posts do not have, gets the room that its longest number needs.
    """
    plan = _cost_width(satu.target_biaya for satu in kegiatan)
    spent = _cost_width(satu.realisasi_biaya for satu in kegiatan)
    found = [
        Column("no", "No", 2, align="right", frozen=True, editable=False),
        Column("uraian", "Kegiatan", 18, frozen=True, flexible=True),
    ]
    if jenis is JenisJabatan.FUNGSIONAL_TERTENTU:
        found.append(_amount("ak", "AK", 6, "TARGET"))
    found += [
        _amount("target_kuantitas", "Kuant", 6, "TARGET"),
        Column("satuan", "Satuan", 8, "TARGET"),
        _amount("target_kualitas", "Mutu", 4, "TARGET"),
        _amount("target_waktu", "Waktu", 6, "TARGET"),
        _amount("target_biaya", "Biaya", plan, "TARGET"),
        _amount("realisasi_kuantitas", "Kuant", 6, "REALISASI"),
        _amount("realisasi_kualitas", "Mutu", 5, "REALISASI"),
        _amount("realisasi_waktu", "Waktu", 5, "REALISASI"),
        _amount("realisasi_biaya", "Biaya", spent, "REALISASI"),
        Column("hitung", "Hitung", 7, "NILAI", "right", editable=False),
        Column("capaian", "Capaian", 7, "NILAI", "right", editable=False),
    ]
    return tuple(found)


def _cost_width(costs: Iterable[Decimal | None]) -> int:
    return max(5, *(len(shown(cost)) for cost in costs), 5)


def _amount(key: str, title: str, width: int, group: str) -> Column:
    return Column(key, title, width, group, "right", maximum=NUMBER)


def kegiatan_row(
    key: str,
    kegiatan: Kegiatan,
    hasil: HasilKegiatan | None,
    columns: tuple[Column, ...],
    *,
    locked: bool,
) -> Row:
    """Return the line of one activity; a dash where nothing was entered or computed yet."""
    computed = {
        "no": str(kegiatan.no),
        "uraian": kegiatan.uraian,
        "satuan": kegiatan.satuan,
        "target_waktu": shown_waktu(kegiatan),
        "hitung": printed(hasil.penghitungan if hasil else None),
        "capaian": printed(hasil.nilai_capaian if hasil else None),
    }
    cells = tuple(
        computed[column.key]
        if column.key in computed
        else shown(getattr(kegiatan, column.key), "–")
        for column in columns
    )
    return Row(key, cells, _locked(columns, locked=locked))


def tambahan_row(key: str, tambahan: Tambahan, *, locked: bool) -> Row:
    """Return the line of an extra; only kreativitas has a level."""
    sort = tambahan.jenis.replace("_", " ").capitalize()
    cells = (sort, str(tambahan.no), tambahan.uraian, tambahan.tingkat or "–")
    closed = frozenset() if tambahan.tingkat else frozenset({"tingkat"})
    return Row(key, cells, closed | _locked(TAMBAHAN_COLUMNS, locked=locked))


def perilaku_row(key: str, penilaian: Penilaian, hasil: Hasil, *, locked: bool) -> Row:
    """Return the one line of perilaku with its mean."""
    aspects = (shown(penilaian.perilaku.aspek(nama), "–") for nama in PERILAKU)
    cells = (*aspects, printed(hasil.rata_rata_perilaku))
    return Row(key, cells, _locked(PERILAKU_COLUMNS, locked=locked))


def _locked(columns: tuple[Column, ...], *, locked: bool) -> frozenset[str]:
    return frozenset(column.key for column in columns) if locked else frozenset()


def row_key(nip: str, nomor: int, isi: Isi) -> str:
    """Return the key of a row, different for every person, so that no mark is mixed up."""
    if isinstance(isi, Kegiatan):
        return f"{nip}/{nomor}/{isi.no}"
    if isinstance(isi, Tambahan):
        return f"{nip}/{nomor}/{isi.jenis}/{isi.no}"
    return nip


def result_of(hasil: Hasil, bagian: Bagian) -> HasilBagian | None:
    """Return the result of a part."""
    return next((satu for satu in hasil.bagian if satu.nomor == bagian.nomor), None)
