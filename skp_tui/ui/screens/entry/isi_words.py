"""The words of the entry screen: who, which part, the extras, the value, what is missing."""

from collections import Counter
from collections.abc import Mapping, Sequence

from rich.text import Text

from skp_tui.domain.appraisal import SEBUTAN_ALASAN, Bagian, JenisTambahan, Penilaian
from skp_tui.domain.dates import shown_date
from skp_tui.domain.number import printed, shown
from skp_tui.domain.office import Unit
from skp_tui.domain.parts import days_of
from skp_tui.rules.result import Hasil, HasilBagian, Kurang
from skp_tui.ui.widgets.lines import cut, line


def who(penilaian: Penilaian, bagian: Bagian) -> Text:
    """Name the person, with rank and post of the part."""
    parts = [text for text in (bagian.golongan, bagian.jabatan) if text]
    rest = "".join(f" · {part}" for part in parts)
    return Text.assemble(
        line(penilaian.pegawai.nama, "bold"), line(rest).plain, no_wrap=True, end=""
    )


def which_part(
    penilaian: Penilaian, bagian: Bagian, parts: Sequence[Bagian], units: Mapping[str, Unit]
) -> Text:
    """Name the part of a moved person: its days as they count even where not given, unit, post."""
    place = parts.index(bagian) + 1
    first, last = days_of(parts, bagian.nomor, penilaian.pegawai, penilaian.tahun)
    unit = units.get(bagian.unit)
    names = [unit.nama if unit else bagian.unit, bagian.jabatan]
    return Text.assemble(
        (f"Bagian {place} dari {len(parts)}", "bold"),
        " (Ctrl+G ganti)  ",
        f"{shown_date(first)} s.d. {shown_date(last)}",
        line("".join(f" · {name}" for name in names if name)).plain,
        no_wrap=True,
        end="",
    )


def notes(penilaian: Penilaian, bagian: Bagian, hasil: Hasil) -> list[str]:
    """Return what the reader must know beside the numbers."""
    found: list[str] = []
    if penilaian.terkunci:
        since = f"Dikunci {shown_date(penilaian.dikunci)}; hanya dapat dibaca"
        found.append(f"{since}. Ctrl+L, lalu B: buka kembali.")
    if penilaian.pengecualian is not None:
        reason = penilaian.pengecualian
        when = shown_date(reason.tanggal)
        found.append(f"Dikecualikan: {SEBUTAN_ALASAN[reason.alasan]}, {when}.")
    if penilaian.akademik is not None:
        found.append(
            f"Tugas belajar: nilai akademik {shown(penilaian.akademik.nilai)} menggantikan SKP."
        )
    if bagian.nilai_luar is not None:
        value = shown(bagian.nilai_luar.nilai)
        found.append(f"SKP bagian ini dinilai di tempat lain: {value}; kegiatannya tidak dihitung.")
    found.extend(f"Perhatikan: {warning}." for warning in hasil.peringatan)
    return found


def extras(bagian: Bagian, hasil: HasilBagian | None) -> str:
    """Return how many extras there are and what they add."""
    number = Counter(satu.jenis for satu in bagian.tambahan)
    tasks = number[JenisTambahan.TUGAS_TAMBAHAN]
    creations = number[JenisTambahan.KREATIVITAS]
    task_value = printed(hasil.nilai_tugas_tambahan) if hasil else "–"
    creation_value = printed(hasil.nilai_kreativitas) if hasil else "–"
    return (
        f"Tugas tambahan {tasks or '–'}{f' → +{task_value}' if tasks else ''} · "
        f"Kreativitas {creations or '–'}{f' → +{creation_value}' if creations else ''}"
    )


def judged(penilaian: Penilaian) -> str:
    """Name the grid of perilaku, with the notes to be read beside it."""
    number = penilaian.catatan_perilaku
    return f"Perilaku kerja (0–100){f' · {number} catatan, Ctrl+E' if number else ''}"


def rule(words: str, width: int) -> Text:
    """Draw a line with words in it, above a part of the screen."""
    head = cut(line(f"─ {words} "), width)
    return Text.assemble(head, "─" * (width - head.cell_len), no_wrap=True, end="")


def total(hasil: Hasil) -> Text:
    """Return SKP, perilaku and value with their sebutan."""
    pieces = [
        Text.assemble("SKP ", (hasil.nilai_skp_tampil, "bold"), _also(hasil.sebutan_skp)),
        Text.assemble("Perilaku ", (printed(hasil.rata_rata_perilaku), "bold")),
        Text.assemble("NILAI ", (f" {hasil.ringkas} ", "bold reverse")),
    ]
    if hasil.batas:
        pieces.append(Text("± nilai batas", style="bold"))
    return Text("   ", end="", no_wrap=True).join(pieces)


def _also(sebutan: str | None) -> str:
    return f" {sebutan}" if sebutan else ""


def missing(kurang: Sequence[Kurang], width: int) -> Text:
    """Name what is missing, as much as fits, and how much more there is."""
    words = [satu.pesan for satu in kurang]
    if not words:
        return Text("", end="")
    for number in range(len(words), 0, -1):
        more = len(words) - number
        text = f"Kurang: {'; '.join(words[:number])}" + (f"; dan {more} lagi" if more else "")
        if len(text) <= width or number == 1:
            break
    return cut(line(text), width)
