"""The forms of a unit and of an exception."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.text import Text

from skp_tui.domain.appraisal import SEBUTAN_ALASAN
from skp_tui.domain.dates import editable_date, parse_date
from skp_tui.domain.office import subtree
from skp_tui.services.base.editing import Tersimpan, save_records
from skp_tui.services.office.listing import DataKantor
from skp_tui.services.office.unit_saving import save_unit
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.form.field import Field, choices
from skp_tui.ui.screens.form.form import Answers, FormScreen
from skp_tui.ui.screens.office.rows import exception_key
from skp_tui.ui.screens.people.person_fields import people_choices, unit_choices
from skp_tui.ui.widgets.lines import titled

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

CODE = "Kode unit; muncul dalam nama berkas kiriman."
OTHER_CODE = f"{CODE} Kode lain: pegawai, isian dan riwayatnya ikut."


class OfficeUnitScreen(FormScreen):
    """Ask about a unit: a new one, or name and place of one that is stored."""

    SUBJECT = Room.UNIT_PERIODE

    def __init__(
        self,
        kantor: DataKantor,
        kode: str | None,
        induk: str | None,
        done: Callable[[str, str], None],
    ) -> None:
        super().__init__("Unit baru" if kode is None else "Ubah unit")
        self._kantor, self._kode, self._induk, self._done = kantor, kode, induk, done

    def title_text(self) -> Text:
        """Name the parent too, as it stands now: who types name after name looks there."""
        return titled(self._title, self._place_words())

    def _place_words(self) -> str:
        """Say below which unit it comes."""
        entry = self.entries.get("induk")
        if entry is None:
            return ""
        above = self._kantor.daftar.units.get(entry.answer)
        return "unit teratas" if above is None else f"di bawah {above.nama}"

    def on_mount(self) -> None:
        """Ask."""
        units = self._kantor.daftar.units
        inside = subtree(units, self._kode) if self._kode is not None else set()
        above = [satu for satu in unit_choices(units) if satu.kunci not in inside]
        stored = units.get(self._kode or "")
        known = {"induk": self._induk or ""}
        if stored is not None:
            known = {"kode": stored.kode, "nama": stored.nama, "induk": stored.induk or ""}
        self.ask(
            [
                Field("nama", "Nama", "Subbagian Umum", wajib=True),
                Field("kode", "Kode", "1.1.2", CODE if stored is None else OTHER_CODE, wajib=True),
                Field("induk", "Di bawah unit", pilihan=tuple(above), tetap=not above,
                      penjelasan="Unit induknya; Delete mengosongkan: unit teratas."),
            ],
            known,
        )  # fmt: skip
        self.update_headline()

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store the unit."""
        if self._kode is not None:
            return save_unit(writer, self._kode, answers)
        return save_records(writer, "unit", [answers], f"unit baru {answers['nama']}", baru=True)

    def after_stored(self) -> None:
        """Say so, and where it stands."""
        answers = self.answers()
        self._done(answers["kode"], answers.get("induk", ""))
        home = self.skp.home
        if self._kode is not None and home.kode == self._kode != answers["kode"]:
            home.look_at(home.tahun, answers["kode"])
        place = self._place_words()
        self.skp.tell(f"Unit tersimpan{', ' if place else ''}{place}. Ctrl+Z membatalkan.")


class ExceptionScreen(FormScreen):
    """Ask why somebody is not due in a year."""

    SUBJECT = Room.UNIT_PERIODE
    KIND = "kecuali"

    def __init__(
        self, kantor: DataKantor, key: str | None, tahun: int | None, nip: str | None = None
    ) -> None:
        super().__init__("Pengecualian baru" if key is None else "Ubah pengecualian")
        self._kantor, self._tahun, self._nip = kantor, tahun, nip
        self._stored = next(
            (satu for satu in kantor.pengecualian if exception_key(satu) == key), None
        )

    def on_mount(self) -> None:
        """Ask."""
        kantor, stored = self._kantor, self._stored
        years = [str(satu.periode.tahun) for satu in kantor.tahun]
        known = {"tahun": str(self._tahun or (years[0] if years else "")), "nip": self._nip or ""}
        if stored is not None:
            known = {nama: text or "" for nama, text in stored.rekaman.items()}
            known["tanggal"] = editable_date(parse_date(known["tanggal"]))
        reasons = choices([(str(alasan), words) for alasan, words in SEBUTAN_ALASAN.items()])
        fixed = stored is not None or self._nip is not None
        self.ask(
            [
                Field("tahun", "Tahun", wajib=True, tetap=fixed,
                      pilihan=choices([(year, year) for year in years])),
                Field("nip", "Pegawai", wajib=True, tetap=fixed,
                      pilihan=people_choices(kantor.daftar)),
                Field("alasan", "Alasan", pilihan=reasons, wajib=True,
                      penjelasan="Mengapa ia tidak wajib dinilai pada tahun itu."),
                Field("tanggal", "Tanggal", "30-06-2017",
                      "Sejak kapan. Bila tidak kembali, isi juga Aktif sampai di Pegawai.",
                      wajib=True),
                Field("keterangan", "Keterangan", "SK pensiun 800/12/BKD/2017"),
            ],
            known,
        )  # fmt: skip

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store the exception."""
        stored = self._stored
        key: Answers = {}
        if stored is not None:
            key = {nama: stored.rekaman[nama] or "" for nama in ("tahun", "nip")}
        elif self._nip is not None:
            key = {"tahun": str(self._tahun), "nip": self._nip}
        row = {**key, **answers}
        known = self._kantor.daftar.pegawai.get(row["nip"])
        name = known["nama"] if known else row["nip"]
        sebab = f"pengecualian {name} {row['tahun']}"
        return save_records(writer, "pengecualian", [row], sebab, baru=stored is None)

    def after_stored(self) -> None:
        """Say so."""
        self.skp.tell("Pengecualian tersimpan. Ctrl+Z membatalkan.")
