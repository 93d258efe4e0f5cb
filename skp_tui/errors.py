"""What can go wrong, as data: a sentence for the user, never a traceback."""

from dataclasses import field

from skp_tui.record import record


@record
class Problem:
    """One fault in one place of what came in: file, sheet, row, column, value and what to do.

    ``baris`` is the line of the file where the record starts, counted from 1, None where a whole
    file is meant. ``pesan`` is one Indonesian sentence that names the remedy. ``sengketa`` is the
    key over which two tables of one call disagree, so that their rows can stand side by side.
    """

    pesan: str
    berkas: str = ""
    baris: int | None = None
    kolom: str | None = None
    nilai: str | None = None
    lembar: str | None = None
    sengketa: str | None = field(default=None, compare=False)

    def kalimat(self) -> str:
        """Return the problem as one line: place, value, remedy."""
        tempat = [self.berkas] if self.berkas else []
        if self.lembar:
            tempat.append(f'lembar "{self.lembar}"')
        if self.baris is not None:
            tempat.append(f"baris {self.baris}")
        if self.kolom:
            tempat.append(f"kolom {self.kolom}")
        awal = ", ".join(tempat)
        if self.nilai is not None:
            awal = f'{awal}: "{self.nilai}"' if awal else f'"{self.nilai}"'
        return f"{awal}: {self.pesan}" if awal else self.pesan


BUKA_KEMBALI = "Buka kembali dahulu lewat Lembar penilaian (L di layar Unit, Ctrl+L di Isi)."
"""What is advised where one locked appraisal is in the way."""

BUKA_SEMUA = "Buka kembali dahulu semua yang terkunci pada tahun itu, lewat Lembar penilaian."
"""What is advised where the settings of a year are frozen by its locked appraisals."""


SORRY = "Maaf, ada kesalahan dalam program. Yang sudah tertulis tersimpan tetap aman."
"""What is said of a bug."""


class SkpError(Exception):
    """Says what happened (pesan) and what to do (saran)."""

    def __init__(self, pesan: str, saran: str = "") -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.saran = saran

    def kalimat(self) -> str:
        """Return the message with its remedy, as one line."""
        return f"{self.pesan} {self.saran}".strip()


class InputError(SkpError):
    """A value, a file or a call that is not usable; nothing was changed.

    ``kolom`` is what of several answers it is about, empty where it is not about one.
    """

    def __init__(self, pesan: str, saran: str = "", kolom: str = "") -> None:
        super().__init__(pesan, saran)
        self.kolom = kolom


def unknown_person(nip: str) -> InputError:
    """Return what is told of a NIP that nobody has."""
    return InputError(f"Tidak ada pegawai dengan NIP {nip}.", "Periksa NIP-nya.")


def not_of_year(nip: str, tahun: int, *, known: bool = True) -> InputError:
    """Return what is told of a person whom a year does not count, be he ``known`` otherwise."""
    there = "" if known else "tidak ada atau "
    return InputError(
        f"Pegawai {nip} {there}tidak termasuk tahun {tahun}.",
        "Periksa aktif_sejak, aktif_sampai dan statusnya.",
    )


class LockedError(SkpError):
    """The appraisal is signed, or the settings are frozen."""


class BusyError(SkpError):
    """Another screen or command holds the database."""


class OnlyJudgedError(Exception):
    """A change was about to begin where answers are only judged; users never see it."""


class DatabaseError(SkpError):
    """The database file is missing, foreign, newer, damaged or not writable."""
