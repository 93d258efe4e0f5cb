"""First start: four short questions, then what to do next."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Static

from skp_tui.domain.period import tahun_dikerjakan
from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.office.starting import start_office
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.form.far_year import far_year
from skp_tui.ui.screens.form.field import Field
from skp_tui.ui.screens.form.form import Answers, FormScreen
from skp_tui.ui.screens.form.messages import FormFailed
from skp_tui.ui.screens.form.press import Press
from skp_tui.ui.screens.frame.ask import AskScreen, Choice
from skp_tui.ui.screens.support.ways import TEST_KEYS, TO_SUPPORT, follow_press
from skp_tui.ui.widgets.lines import line

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

WELCOME = (
    "Baru pertama kali? F4: latihan lima menit. F3: melihat-lihat kantor contoh.\n"
    "Punya daftar pegawai (Excel, ODS atau CSV)? Jawab ini, lalu F5 mengimpornya."
)
NEXT = (
    Choice(
        "impor", line("I, F5      Impor daftar pegawai dari berkas Excel, ODS atau CSV"), "i", "f5"
    ),
    Choice("ketik", line("K, Ctrl+N  Ketik sendiri: tambah pegawai pertama"), "k", "ctrl+n"),
    Choice("latihan", line("L, F4      Latihan lima menit di kantor contoh"), "l", "f4"),
    Choice("contoh", line("C, F3      Melihat-lihat kantor contoh dahulu"), "c", "f3"),
    Choice("nanti", line("N, Esc     Nanti saja"), "n"),
)
"""What may follow, by the keys too that the questions and the empty list behind it name."""
QUESTIONS = (
    Field("nama", "Nama unit", "Subbagian Umum", "Unit yang Anda nilai.", wajib=True,
          judul="1. Unit apa yang Anda nilai?"),
    Field("kode", "Kode unit", "1.1.2", "Kode dari BKD; muncul dalam nama berkas kiriman.",
          wajib=True),
    Field("tahun", "Tahun", "", "Tahun yang dinilai, mulai 2014; peraturannya mengikuti tahunnya.",
          wajib=True, judul="2. Tahun penilaian?"),
    Field("penilai_nama", "Nama", "Bram Contoh, S.H.",
          "Bila diisi, Anda menjadi penilai pegawai yang diketik, dan ditawarkan bagi yang "
          "diimpor tanpa penilai.",
          judul="3. Siapa Anda, pejabat penilai?"),
    Field("penilai_nip", "NIP", "19670412 199403 1 005", "18 angka, boleh dengan spasi.",
          nip=True),
    Field("atasan_penilai_nama", "Nama", "Sari Contoh, M.M.",
          "Atasan Anda menjadi atasan pejabat penilai.", judul="4. Siapa atasan Anda?"),
    Field("atasan_penilai_nip", "NIP", "19620214 198503 2 007", "18 angka, boleh dengan spasi.",
          nip=True),
)  # fmt: skip


class StartScreen(FormScreen):
    """Ask what a database needs before anybody can be entered."""

    SUBJECT = Room.AWAL

    room = Room.AWAL
    BINDINGS = bindings_of(Room.AWAL)
    ways = TO_SUPPORT
    SAVE = "Simpan dan lanjut"

    def __init__(self) -> None:
        super().__init__("Selamat datang. Empat pertanyaan singkat:")
        self._then = ""

    def on_mount(self) -> None:
        """Ask."""
        about = Static(WELCOME, markup=False, classes="form-about")
        tahun = str(tahun_dikerjakan(self.skp.today))
        self.ask(
            [replace(satu, contoh=tahun) if satu.nama == "tahun" else satu for satu in QUESTIONS],
            {},
            [about, Press("Coba tombol, bila F1 atau F10 tidak menanggapi", id=TEST_KEYS)],
        )

    def on_press_pressed(self, message: Press.Pressed) -> None:
        """Go where a word in brackets leads."""
        follow_press(self, message.press)

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Make unit, year and appraisers."""
        return start_office(writer, answers)

    def action_import_files(self) -> None:
        """Store the answers first: people come into a unit; then go on to the import."""
        self._then = "impor"
        super().action_save_form()

    def action_save_form(self) -> None:
        """Store the answers; what comes next is asked then."""
        self._then = ""
        super().action_save_form()

    def question(self) -> AskScreen | None:
        """Ask about a year that most likely is mistyped: all that follows would come into it."""
        return far_year(self.answers()["tahun"], self.skp.today)

    def store_if(self, sure: bool | None) -> None:  # noqa: FBT001 - an answer
        """Let what was to come next wait for a better year."""
        if not sure:
            self._then = ""
        super().store_if(sure)

    @on(FormFailed)
    def _stay(self) -> None:
        """Let what was to come next wait for better answers."""
        self._then = ""

    def after_stored(self) -> None:
        """Let the start screen show the new unit, and go on or ask what comes next."""
        answers = self.answers()
        home = self.skp.home
        home.call_later(home.first.answered, int(answers["tahun"]), answers["kode"], self._then)

    def action_go_back(self) -> None:
        """Stay: there is nothing to go back to yet."""

    def action_see_sample(self) -> None:
        """Show the sample office; this database stays as it is."""
        self.skp.see_sample()
