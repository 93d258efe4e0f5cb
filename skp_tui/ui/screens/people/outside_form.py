"""The form of a value from elsewhere."""

from typing import TYPE_CHECKING

from skp_tui.domain.number import editable, printed
from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.base.views import Orang
from skp_tui.services.office.outside import Luar, save_value
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.form.field import Field
from skp_tui.ui.screens.form.form import Answers, FormScreen

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer


class OutsideForm(FormScreen):
    """Ask for a value and where it comes from."""

    SUBJECT = Room.LUAR
    KIND = "luar"

    def __init__(self, orang: Orang, luar: Luar) -> None:
        super().__init__(f"{luar.tempat.sebutan.capitalize()} · {orang.nama}")
        self._orang, self._luar = orang, luar

    def on_mount(self) -> None:
        """Ask, and show what the value takes the place of."""
        luar = self._luar
        of_year = luar.tempat.bagian is None
        about = "Nilai akademik setahun, 0 sampai 100; menjadi nilai SKP tahun ini."
        example, source = "88,5", "Transkrip Universitas Contoh 2017"
        if not of_year:
            about = "SKP seluruhnya, termasuk tugas tambahan; kegiatan bagian ini tidak dihitung."
            example, source = "85,22", "Formulir SKP Kecamatan Contoh, 30-06-2017"
        stored = luar.nilai
        self.ask(
            [
                Field("tanpa", "Menggantikan", tetap=True),
                Field("nilai", "Nilai", example, about, wajib=True),
                Field("sumber", "Sumber", source, "Dari mana: surat, transkrip atau formulirnya.",
                      wajib=True),
            ],
            {
                "tanpa": f"{printed(luar.tanpa)}, dihitung dari {luar.dari}",
                "nilai": editable(stored.nilai) if stored else "",
                "sumber": stored.sumber if stored else "",
            },
        )  # fmt: skip

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store the value."""
        penilaian = self._orang.penilaian
        return save_value(
            writer, penilaian.tahun, penilaian.pegawai.nip, self._luar.tempat, answers
        )

    def after_stored(self) -> None:
        """Say so."""
        words = self._luar.tempat.sebutan.capitalize()
        self.skp.tell(f"{words} tersimpan. Ctrl+Z membatalkan.")
