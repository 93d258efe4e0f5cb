"""The list of the parts of a year: its columns for a width, a line for each, and what follows."""

from skp_tui.domain.appraisal import Bagian, JenisTambahan
from skp_tui.domain.dates import short_date
from skp_tui.domain.number import printed
from skp_tui.domain.parts import days_of
from skp_tui.services.office.moving import Tugas
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.grid.layout import width_for

FULL = 80
WIDE = 110
ONE = "Pindah tugas tahun ini? Ctrl+N mengakhiri bagian ini dan memulai yang berikut."
MANY = "Enter mengubah bagian. Mengisinya: di layar isian, Ctrl+G berganti bagian."


def columns_for(width: int, tugas: Tugas | None = None) -> tuple[Column, ...]:
    """Return the columns for a width: wider screens show more of unit, post and appraiser.

    Units take no more than theirs need; posts and appraisers share what is left.
    """
    wide, narrow = width >= WIDE, width < FULL
    units = () if tugas is None else [_unit(tugas, part) for part in tugas.bagian]
    posts = () if tugas is None else [part.jabatan for part in tugas.bagian]
    longest = width_for(posts, 10, 30)
    post = min(longest, 30 if wide else 12)
    return (
        Column("nomor", "No", 2, align="right", frozen=narrow),
        Column("mulai", "Mulai", 11, frozen=narrow),
        Column("selesai", "Selesai", 11),
        Column("unit", "Unit", width_for(units, 8, 28 if wide else 13)),
        Column("jabatan", "Jabatan", post, flexible=longest > post),
        Column("penilai", "Penilai", 22 if wide else 11, flexible=True),
        Column("isi", "Isi", 4, align="right"),
        Column("skp", "SKP", 6, align="right"),
    )


def rows_of(tugas: Tugas) -> list[Row]:
    """Return a line for each part, its days as they count even where they are not given."""
    penilaian, parts = tugas.orang.penilaian, tugas.bagian
    values = {satu.nomor: satu.nilai_skp for satu in tugas.orang.hasil.bagian}
    found: list[Row] = []
    for part in parts:
        first, last = days_of(parts, part.nomor, penilaian.pegawai, penilaian.tahun)
        entered = len(part.kegiatan) + len(part.hasil_kerja)
        count = "luar" if part.nilai_luar is not None else str(entered)
        cells = (
            str(part.nomor),
            short_date(first),
            short_date(last),
            _unit(tugas, part),
            part.jabatan or "–",
            part.penilai.nama or "–",
            count,
            printed(values.get(part.nomor)),
        )
        found.append(Row(str(part.nomor), cells, mark="" if part.penilai.nama else "warning"))
    return found


def _unit(tugas: Tugas, part: Bagian) -> str:
    unit = tugas.units.get(part.unit)
    return unit.nama if unit else part.unit


def value_words(tugas: Tugas) -> str:
    """Say how the SKP of the year comes about, in the words of the explanation."""
    tahun = tugas.orang.penilaian.tahun
    step = next((satu for satu in tugas.orang.hasil.langkah if satu.hal == "Nilai SKP"), None)
    return "" if step is None else f"SKP {tahun} = {step.hasil}: {step.rumus}"


def content_words(part: Bagian) -> str:
    """Say what was entered in a part; empty when nothing was."""
    tasks = sum(satu.jenis is JenisTambahan.TUGAS_TAMBAHAN for satu in part.tambahan)
    counts = (
        (len(part.kegiatan), "kegiatan"),
        (len(part.hasil_kerja), "hasil kerja"),
        (tasks, "tugas tambahan"),
        (len(part.tambahan) - tasks, "kreativitas"),
    )
    words = [f"{count} {name}" for count, name in counts if count]
    if part.nilai_luar is not None:
        words.append("nilai SKP dari luar")
    return ", ".join(words)
