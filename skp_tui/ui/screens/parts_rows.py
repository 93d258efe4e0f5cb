"""The list of the parts of a year: its columns for a width, a line for each, and what follows."""

from skp_tui.domain.appraisal import Bagian, JenisTambahan
from skp_tui.domain.dates import editable_date
from skp_tui.domain.number import printed
from skp_tui.domain.parts import days_of
from skp_tui.services.moving import Tugas
from skp_tui.ui.widgets.grid import Column, Row

FULL = 80
WIDE = 110
ONE = "Pindah tugas tahun ini? Ctrl+N mengakhiri bagian ini dan memulai yang berikut."
MANY = "Enter mengubah bagian. Mengisinya: di layar isian, Ctrl+G berganti bagian."


def columns_for(width: int) -> tuple[Column, ...]:
    """Return the columns for a width: wider screens show more of unit, post and appraiser."""
    wide, narrow = width >= WIDE, width < FULL
    return (
        Column("nomor", "No", 2, align="right", frozen=narrow),
        Column("mulai", "Mulai", 10, frozen=narrow),
        Column("selesai", "Selesai", 10),
        Column("unit", "Unit", 28 if wide else 13),
        Column("jabatan", "Jabatan", 12, flexible=True),
        Column("penilai", "Penilai", 22 if wide else 11),
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
        unit = tugas.units.get(part.unit)
        entered = len(part.kegiatan) + len(part.hasil_kerja)
        count = "luar" if part.nilai_luar is not None else str(entered)
        cells = (
            str(part.nomor),
            editable_date(first),
            editable_date(last),
            unit.nama if unit else part.unit,
            part.jabatan or "–",
            part.penilai.nama or "–",
            count,
            printed(values.get(part.nomor)),
        )
        found.append(Row(str(part.nomor), cells, mark="" if part.penilai.nama else "warning"))
    return found


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
