"""One stage of an objection: its day and what it says."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from skp_tui.domain.dates import DateError, editable_date, parse_date, shown_date
from skp_tui.domain.objection import Tahap, TahapTertulis
from skp_tui.errors import InputError, Problem
from skp_tui.rules.objection import Tenggat
from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.base.views import Orang
from skp_tui.services.signing import objecting
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.form.field import Field, TextEntry
from skp_tui.ui.screens.form.form import Answers, FormScreen

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

WHAT = {
    Tahap.KEBERATAN: "Apa yang tidak disetujui pegawai, dan alasannya.",
    Tahap.TANGGAPAN: "Tanggapan pejabat penilai atas keberatan itu.",
    Tahap.KEPUTUSAN: "Keputusan atasan pejabat penilai.",
    Tahap.REKOMENDASI: "Rekomendasi atasan pejabat penilai, misalnya pelatihan.",
}


class StageScreen(FormScreen):
    """Ask for the day and the words of one stage; a late one is taken, and marked."""

    SUBJECT = Room.LEMBAR

    def __init__(self, orang: Orang, tenggat: Tenggat, done: Callable[[date], None]) -> None:
        super().__init__(f"{tenggat.tahap.capitalize()} · {orang.nama}")
        self._orang, self._tenggat, self._done = orang, tenggat, done

    def on_mount(self) -> None:
        """Ask."""
        tertulis, batas = self._tenggat.tertulis, self._tenggat.batas
        limit = "Tidak ada tenggatnya." if batas is None else f"Tenggat {shown_date(batas)}."
        limit += " Ketik untuk mengganti; Enter lalu [ Simpan ], atau Ctrl+S."
        fields = [
            Field(
                "isi",
                "Isi",
                penjelasan=f"{WHAT[self._tenggat.tahap]} Enter ke tanggalnya.",
                wajib=True,
                panjang=True,
            ),
            Field("tanggal", "Tanggal", "22-01-2018", limit, wajib=True),
        ]
        day = self.skp.today if tertulis is None else tertulis.tanggal
        isi = "" if tertulis is None else tertulis.isi
        self.ask(fields, {"tanggal": editable_date(day), "isi": isi})
        entry = self.entries["tanggal"]
        if isinstance(entry, TextEntry):
            # today is only a guess: the first sign typed replaces it
            entry.select_on_focus = True

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store the stage; what looks odd is said and kept."""
        try:
            day = parse_date(answers["tanggal"])
        except DateError as error:
            return Tersimpan((Problem(str(error), kolom="tanggal"),))
        penilaian = self._orang.penilaian
        tertulis = TahapTertulis(self._tenggat.tahap, day, answers["isi"])
        try:
            objecting.save_stage(writer, penilaian.tahun, self._orang.nip, tertulis)
        except InputError as error:
            return Tersimpan((Problem(error.kalimat(), kolom=error.kolom or "tanggal"),))
        odd = objecting.odd_stage(day, self.skp.today)
        return Tersimpan(peringatan=(Problem(f"{odd}."),) if odd else ())

    def after_stored(self) -> None:
        """Say so, show it everywhere, and go on with what follows from a decision."""
        day = parse_date(self.answers()["tanggal"])
        late = Tenggat(
            self._tenggat.tahap, TahapTertulis(self._tenggat.tahap, day, ""), self._tenggat.batas
        ).terlambat
        words = f", terlambat {late} hari" if late else ""
        self.skp.tell(f"{self._tenggat.tahap.capitalize()} tercatat{words}. Ctrl+Z membatalkan.")
        self.skp.reload_screens()
        self._done(day)
