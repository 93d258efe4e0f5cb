"""The lines around the list of sending: what changed since, the profile, the files, a warning."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.text import Text

from skp_tui.domain.dates import shown_moment
from skp_tui.exchange.package.sent import Beda, Macam
from skp_tui.services.sending.attention import Hal, Patut, in_numbers
from skp_tui.services.sending.profiles import DIKIRIM, Profil
from skp_tui.services.sending.sent import Sejak
from skp_tui.ui.screens.office.settings_fields import LABELS, shown_setting
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import cut, line

NAME, REST = 28, 30
_AROUND = 4
"""Cells of a row beside its texts: the cursor's sign, the gap between them, the room at the end."""
_APART = " " * 3
_SETTING = "Pengaturan"


def since_words(sejak: Sejak | None, *, shown: bool, lacking: bool) -> str:
    """Say what changed since the last package, and which key shows it or the other list.

    ``shown`` says that the list is of what changed; ``lacking`` that there is another list.
    """
    if sejak is None:
        return "Belum pernah dikirim ke BKD."
    when = f"kiriman ke-{sejak.paket.nomor} ({shown_moment(sejak.paket.waktu)})"
    if sejak.masalah:
        return sejak.masalah
    if sejak.perbedaan is None:
        return f"{when[0].upper()}{when[1:]} dari versi lama: nilainya tidak tersimpan."
    if not sejak.usang:
        return f"Yang dikirim tidak berubah sejak {when}."
    key = "U: yang belum lengkap." if shown else "U menampilkannya."
    many = _how_many(sejak)
    if shown or " dan " in many:
        # with the moment the key would have no room
        when = f"kiriman ke-{sejak.paket.nomor}"
    return f"{many} berubah sejak {when}. {key if lacking or not shown else ''}".rstrip()


def _how_many(sejak: Sejak) -> str:
    beda = sejak.perbedaan
    if beda is None:
        return ""
    parts = ((len(beda.orang), "pegawai"), (len(beda.pengaturan), "pengaturan"))
    return " dan ".join(f"{number} {what}" for number, what in parts if number)


def list_columns(*, missing: bool, patut: bool) -> tuple[Column, ...]:
    """Return the columns of what is missing, of what should be looked at, or of both."""
    if not patut:
        return _columns("Belum lengkap", "Yang kurang")
    if not missing:
        return _columns("Perlu diperiksa", "Apa")
    return _columns("Kurang, perlu diperiksa", "Apa")


def whole_row(row: Row | None, width: int) -> str:
    """Return the texts of a row that the list shows cut, else nothing."""
    if row is None:
        return ""
    name, text = row.cells
    fits = cell_len(name) <= NAME and cell_len(text) <= width - NAME - _AROUND
    return "" if fits else f"{name}: {text.replace(_APART, '; ')}"


def _columns(who: str, what: str) -> tuple[Column, ...]:
    return (
        Column("nama", who, NAME, frozen=True),
        Column("kurang", what, REST, flexible=True),
    )


def change_columns(nomor: int) -> tuple[Column, ...]:
    """Return the columns of what changed since a package."""
    return (
        Column("nama", f"Sejak kiriman ke-{nomor}", NAME, frozen=True),
        Column("perubahan", "Dikirim → sekarang", REST, flexible=True),
    )


def change_rows(sejak: Sejak | None) -> Sequence[Row]:
    """Return a row for each person who is not as he was sent, and for each setting."""
    if sejak is None or sejak.perbedaan is None:
        return ()
    settings = [
        Row(f"{_SETTING} {nama}", (_SETTING, setting_words(nama, lama, baru)))
        for nama, lama, baru in sejak.perbedaan.pengaturan
    ]
    return [*settings, *(Row(satu.nip, change_cells(satu)) for satu in sejak.perbedaan.orang)]


def setting_words(nama: str, lama: str, baru: str) -> str:
    """Say how a setting of the year differs."""
    label = LABELS.get(nama, nama)
    label = label[:1].lower() + label[1:]
    return f"{label}: {shown_setting(nama, lama)} → {shown_setting(nama, baru)}"


def change_cells(beda: Beda) -> tuple[str, str]:
    """Return name and change of one person; what follows from the value comes after it."""
    columns = "; ".join(f"{judul} {lama} → {baru}" for judul, lama, baru in beda.kolom)
    words: Mapping[Macam, str] = {
        Macam.DATANG: f"baru: {beda.baru}",
        Macam.PERGI: f"tidak ada lagi; dikirim {beda.lama}",
        Macam.NILAI: _APART.join(part for part in (f"{beda.lama} → {beda.baru}", columns) if part),
        Macam.KETERANGAN: columns,
    }
    return beda.nama, words[beda.macam]


def profile_line(profil: Profil, siasn: str, width: int) -> Text:
    """Show the profiles with the chosen one, and what it is for where most of that has room."""
    marks = "  ".join(
        f"({'o' if satu is profil else ' '}) {satu.sebutan}" for satu in DIKIRIM.values()
    )
    guna = f"{profil.guna}; nilai {siasn}" if profil.nama == "siasn" else profil.guna
    shown = line(f"Profil   {marks}")
    told = line(f"   {guna}")
    seen = (width - shown.cell_len) * 3 >= told.cell_len * 2
    return cut(shown.append_text(told) if seen else shown, width)


def files_line(names: Sequence[str], width: int) -> Text:
    """Name the files; of a package the second one by its ending."""
    if not names:
        return line("Nama     –")
    first, *rest = names
    stem = first.rpartition(".")[0]
    tails = (name.removeprefix(stem) if name.startswith(f"{stem}.") else name for name in rest)
    return cut(line(" + ".join((f"Nama     {first}", *tails))), width)


def warning_words(profil: Profil, people: int) -> str:
    """Say what it means for the files that somebody is not complete."""
    if not people:
        return ""
    if profil.bernomor:
        return 'Kirim sekarang akan ditandai "sebagian".'
    if profil.wajib_lengkap:
        return f"{people} pegawai belum lengkap: kolom nilainya akan kosong."
    return f"{people} pegawai belum lengkap tidak ikut ditulis." if profil.hanya_dinilai else ""


def patut_words(found: Sequence[Patut]) -> str:
    """Say how many people should be looked at before the files are written, and for what."""
    if not found:
        return ""
    return f"{in_numbers(found)}: Enter pada barisnya membetulkan."


def question(
    profil: Profil, people: int, sejak: Sejak | None, patut: Sequence[Patut] = (), baru: str = ""
) -> tuple[str, str, str] | None:
    """Return what is asked before writing: title, text and answer; None where nothing is.

    ``baru`` is a folder that would be made: a mistyped one looks like any other.
    Whose appraiser or kepemimpinan is not as it should be goes out as it stands, so that is named
    here once more; of an odd amount there was a word where it was typed.
    """
    asked = in_numbers(satu for satu in patut if satu.hal is not Hal.ANGKA)
    same, odd = "", f"{asked}." if asked else ""
    if profil.bernomor and sejak is not None and sejak.perbedaan is not None and not sejak.usang:
        nomor = sejak.paket.nomor
        same = (
            f"Yang dikirim tidak berubah sejak kiriman ke-{nomor} (target dan realisasi tidak ikut "
            f"dikirim); yang ini menjadi ke-{nomor + 1}."
        )
    asked_of_files = _question_of_files(profil, people, odd, same)
    if not baru:
        return asked_of_files
    folder = f"Map {baru} belum ada; ia akan dibuat."
    if asked_of_files is None:
        return "Buat map baru?", folder, "Buat dan kirim" if profil.bernomor else "Buat dan tulis"
    title, text, answer = asked_of_files
    return title, _sentences(folder, text), answer


def _question_of_files(
    profil: Profil, people: int, odd: str, same: str
) -> tuple[str, str, str] | None:
    """Return what is asked of what the files would hold."""
    if people and profil.bernomor:
        text = f"{people} pegawai belum lengkap; kirimannya akan ditandai sebagian."
        return "Kirim sebagian?", _sentences(text, odd, same), "Kirim"
    if people and profil.wajib_lengkap:
        text = f"{people} pegawai belum lengkap; kolom nilainya akan kosong."
        return "Tulis sebagian?", _sentences(text, odd), "Tulis"
    if odd:
        what = "Kirim" if profil.bernomor else "Tulis"
        return f"{what} apa adanya?", _sentences(odd, same), what
    return ("Kirim lagi yang sama?", same, "Kirim") if same else None


def _sentences(*texts: str) -> str:
    return " ".join(text for text in texts if text)
