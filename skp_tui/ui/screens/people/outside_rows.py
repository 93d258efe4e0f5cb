"""The list of values from elsewhere and the exception: its columns, and a line for each."""

from skp_tui.domain.appraisal import SEBUTAN_ALASAN
from skp_tui.domain.dates import shown_date
from skp_tui.domain.number import printed, shown
from skp_tui.services.office.outside import AKHIR, DariLuar, Luar
from skp_tui.ui.widgets.grid.grid import Column, Row

FULL = 80
WIDE = 110
PENGECUALIAN = "pengecualian"


def columns_for(width: int) -> tuple[Column, ...]:
    """Return the columns for a width."""
    wide = width >= WIDE
    return (
        Column("apa", "Apa", 14, frozen=width < FULL),
        Column("nilai", "Nilai", 9, align="right"),
        Column("sumber", "Sumber atau alasan", 19, flexible=True),
        Column("tanpa", "Dihitung", 9, align="right"),
        Column("dari", "Dari isian", 11),
        *((Column("masa", "Masa", 36),) if wide else ()),
    )


def rows_of(luar: DariLuar, width: int) -> list[Row]:
    """Return a line for each value, stored or not, and one for the exception."""
    rows = (*(_value(satu) for satu in luar.nilai), _exception(luar))
    count = len(columns_for(width))
    return [Row(row.key, row.cells[:count]) for row in rows]


def _value(satu: Luar) -> Row:
    tempat, given = satu.tempat, satu.nilai
    name = f"Nilai {tempat.jenis}" if tempat.bagian is None else f"SKP bagian {tempat.bagian}"
    value, source = ("–", "") if given is None else (shown(given.nilai), given.sumber)
    if given is not None and given.ide_baru:
        source = f"{source}; dengan ide baru"
    without = "" if tempat.jenis == AKHIR else printed(satu.tanpa)
    cells = (name, value, source, without, satu.dari, satu.masa)
    return Row(satu.tempat.kunci, cells)


def _exception(luar: DariLuar) -> Row:
    given = luar.orang.penilaian.pengecualian
    if given is None:
        return Row(PENGECUALIAN, ("Pengecualian", "–", "", "", "", ""))
    words = [SEBUTAN_ALASAN[given.alasan], shown_date(given.tanggal), given.keterangan]
    about = ", ".join(word for word in words if word)
    return Row(PENGECUALIAN, ("Pengecualian", "ya", about, "", "", ""))


def state_words(luar: DariLuar) -> str:
    """Say what counts for this person now."""
    penilaian, hasil = luar.orang.penilaian, luar.orang.hasil
    if penilaian.pengecualian is not None:
        return f"Dikecualikan: tidak dihitung dalam persentase tahun {penilaian.tahun}."
    if penilaian.akademik is not None:
        return f"SKP {penilaian.tahun} adalah nilai akademik, {hasil.nilai_skp_tampil}."
    if luar.of(AKHIR) is not None:
        what = f"{hasil.nilai_tampil} ({hasil.sebutan})" if hasil.sebutan else "belum diisi"
        return f"Nilai {penilaian.tahun}: {what}. Enter mengisi baris tempat kursor."
    if not luar.nilai:
        return "Tahun ini tidak memakai nilai dari luar; Enter mengisi pengecualiannya."
    return f"SKP {penilaian.tahun}: {hasil.nilai_skp_tampil}. Enter mengisi baris tempat kursor."
