"""The profiles of an export: what each is for, which files it writes, and what binds it."""

import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from skp_tui.domain.office import Pegawai, subtree
from skp_tui.domain.records import Isian
from skp_tui.errors import InputError
from skp_tui.exchange.kinds.kinds import JENIS
from skp_tui.exchange.package.bkd import bkd_rows
from skp_tui.exchange.package.package import package_names
from skp_tui.exchange.writing.csvout import data_files
from skp_tui.exchange.writing.publishing import NamaBerkas
from skp_tui.record import record
from skp_tui.rules.regulation import peraturan_periode
from skp_tui.rules.result import Status
from skp_tui.services.base.views import Orang, Terbaca, UnitView
from skp_tui.settings import setelan
from skp_tui.storage.database.looking import stored_settings
from skp_tui.storage.reading.records import has_records, read_records, unit_records, with_ancestors

Files = Mapping[NamaBerkas, bytes]
Pembuat = Callable[[UnitView, datetime], Files]
"""Makes the files of a profile from a unit and the moment of writing; reads nothing more."""


@record
class Profil:
    """One profile; ``wajib_lengkap`` where somebody not appraised makes it incomplete.

    ``hanya_dinilai`` where whoever is not appraised is left out; ``tanpa_nilai`` where no value is
    written, so that none is computed.

    ``daftar`` where it is the list of a screen, which saves it: Kirim does not offer it.

    ``siapkan`` reads what its files need besides the unit; it is None for the profile with a
    number, whose files are written together with its record (``sending.send_package``). Only that
    one has a number: BKD tells by it which of two packages replaces the other, and a profile that
    keeps nothing works beside an open screen (exchange 2).
    """

    nama: str
    sebutan: str
    guna: str
    nama_berkas: Callable[[sqlite3.Connection, Terbaca], Sequence[NamaBerkas]]
    siapkan: Callable[[sqlite3.Connection, Terbaca], Pembuat] | None = None
    wajib_lengkap: bool = False
    daftar: bool = False
    hanya_dinilai: bool = False
    tanpa_nilai: bool = False

    @property
    def bernomor(self) -> bool:
        """Say whether it is a package whose number and values are kept."""
        return self.siapkan is None


def profile_of(nama: str) -> Profil:
    """Return a profile by its name; raises InputError with the names there are."""
    if nama in PROFIL:
        return PROFIL[nama]
    raise InputError(f"Tidak ada profil {nama}.", f"Pilih: {', '.join(PROFIL)}.")


def waiting(view: UnitView) -> tuple[Orang, ...]:
    """Return who is due and not appraised yet."""
    return tuple(satu for satu in view.orang if satu.hasil.status is Status.BELUM_DINILAI)


# bkd


def _bkd_names(_: sqlite3.Connection, terbaca: Terbaca) -> Sequence[NamaBerkas]:
    return package_names(terbaca.unit.kode, terbaca.year.tahun)


# data


def _data_names(connection: sqlite3.Connection, terbaca: Terbaca) -> Sequence[NamaBerkas]:
    return [NamaBerkas(jenis, ".csv") for jenis in JENIS if _has(connection, terbaca, jenis)]


def _has(connection: sqlite3.Connection, terbaca: Terbaca, jenis: str) -> bool:
    """Say whether ``data_records`` has any of a kind; Kirim asks at every look."""
    if jenis in _SOME_ONLY:
        return bool(_records_of(connection, terbaca, jenis))
    if not JENIS[jenis].tahunan:
        return jenis == "unit" or bool(terbaca.people)
    return _is_of_year(terbaca, jenis) and has_records(
        connection, jenis, [terbaca.year.tahun], _nips(terbaca)
    )


def _data(connection: sqlite3.Connection, terbaca: Terbaca) -> Pembuat:
    records = data_records(connection, terbaca)

    def make(_view: UnitView, _waktu: datetime) -> Files:
        files = data_files(records)
        return {NamaBerkas(Path(name).stem, ".csv"): isi for name, isi in files.items()}

    return make


def data_records(connection: sqlite3.Connection, terbaca: Terbaca) -> Mapping[str, Sequence[Isian]]:
    """Return the records of the unit by kind, with every unit that a row names and all above.

    What rests under the regulation of a converted year stays behind: import would refuse it.
    """
    found = {nama: _records_of(connection, terbaca, nama) for nama in JENIS if nama != "unit"}
    named = _named_units(terbaca, found)
    found["unit"] = [unit for unit in unit_records(terbaca.year.kantor) if unit["kode"] in named]
    return found


def _records_of(connection: sqlite3.Connection, terbaca: Terbaca, jenis: str) -> Sequence[Isian]:
    if not _is_of_year(terbaca, jenis):
        return ()
    year = terbaca.year
    found = read_records(connection, jenis, [year.tahun], _nips(terbaca), year.kantor)
    counts = _SOME_ONLY.get(jenis)
    if counts is None:
        return found
    kolom, wanted = counts(terbaca)
    return [satu for satu in found if satu[kolom] in wanted]


def _is_of_year(terbaca: Terbaca, jenis: str) -> bool:
    return not JENIS[jenis].tahunan or jenis in peraturan_periode(terbaca.periode).isian


def _nips(terbaca: Terbaca) -> list[str]:
    return [satu.pegawai.nip for satu in terbaca.people]


_SOME_ONLY: Mapping[str, Callable[[Terbaca], tuple[str, Collection[str | None]]]] = {
    "nilai_luar": lambda terbaca: ("jenis", peraturan_periode(terbaca.periode).nilai_luar),
    "capaian_organisasi": lambda terbaca: (
        "unit", subtree(terbaca.year.kantor.units, terbaca.unit.kode),
    ),
}  # fmt: skip
"""The kinds of which only some records go along: the column that decides, and what it may hold."""


def _named_units(terbaca: Terbaca, records: Mapping[str, Collection[Isian]]) -> set[str]:
    units = terbaca.year.kantor.units
    rows = [*records["pegawai"], *records["bagian"]]
    codes = subtree(units, terbaca.unit.kode) | {satu["unit"] or "" for satu in rows}
    return with_ancestors(units, codes)


# excel


def _excel_names(_: sqlite3.Connection, terbaca: Terbaca) -> Sequence[NamaBerkas]:
    from skp_tui.exchange.package.excel import excel_name  # noqa: PLC0415 - for this profile only

    return [excel_name(terbaca.unit.kode, terbaca.year.tahun)]


def _excel(connection: sqlite3.Connection, terbaca: Terbaca) -> Pembuat:
    [name] = _excel_names(connection, terbaca)

    def make(view: UnitView, waktu: datetime) -> Files:
        from skp_tui.exchange.package.excel import excel_bytes  # noqa: PLC0415 - loads XlsxWriter

        dinilai = ((satu.penilaian, satu.hasil) for satu in view.orang)
        rows = bkd_rows(dinilai, view.units, view.peraturan)
        return {name: excel_bytes(rows, view.rekap, waktu, terbaca.year.capaian)}

    return make


# siasn


def siasn_value(connection: sqlite3.Connection) -> str:
    """Return which values the profile siasn writes: ``asli`` or ``berbobot``."""
    return stored_settings(connection).get("siasn_nilai") or setelan("siasn_nilai").bawaan or ""


def _siasn_names(connection: sqlite3.Connection, terbaca: Terbaca) -> Sequence[NamaBerkas]:
    from skp_tui.exchange.package.siasn import siasn_name  # noqa: PLC0415 - for this profile only

    return [siasn_name(terbaca.unit.kode, terbaca.year.tahun, siasn_value(connection))]


def _siasn(connection: sqlite3.Connection, terbaca: Terbaca) -> Pembuat:
    [name] = _siasn_names(connection, terbaca)
    nilai = siasn_value(connection)
    people: Mapping[str, Pegawai] = terbaca.year.kantor.people

    def make(view: UnitView, _waktu: datetime) -> Files:
        from skp_tui.exchange.package.siasn import siasn_csv  # noqa: PLC0415 - for this profile only

        if not view.rekap.dinilai:
            raise InputError(
                f"Belum ada yang dinilai di {view.unit.nama} pada tahun {view.tahun}; SIASN hanya "
                "menerima yang sudah dinilai.",
                "Lengkapi dahulu isiannya.",
            )
        dinilai = ((satu.penilaian, satu.hasil) for satu in view.orang)
        return {name: siasn_csv(dinilai, people, nilai, view.peraturan)}

    return make


# angka kredit and rekap


def _credit_names(_: sqlite3.Connection, terbaca: Terbaca) -> Sequence[NamaBerkas]:
    from skp_tui.services.sending.list_profiles import credit_names  # noqa: PLC0415 - for this profile only

    return credit_names(terbaca.unit.kode, terbaca.year.tahun)


def _credits(_connection: sqlite3.Connection, _terbaca: Terbaca) -> Pembuat:
    def make(view: UnitView, _waktu: datetime) -> Files:
        from skp_tui.services.sending.list_profiles import credit_files  # noqa: PLC0415 - here only

        return credit_files(view)

    return make


def _recap_names(_: sqlite3.Connection, terbaca: Terbaca) -> Sequence[NamaBerkas]:
    from skp_tui.services.sending.list_profiles import recap_names  # noqa: PLC0415 - for this profile only

    return recap_names(terbaca.unit.kode, terbaca.year.tahun)


def _recap(connection: sqlite3.Connection, terbaca: Terbaca) -> Pembuat:
    from skp_tui.services.sending.list_profiles import other_years, recap_files  # noqa: PLC0415 - here only

    others = other_years(connection, terbaca.year.tahun, terbaca.unit.kode)
    return lambda view, _waktu: recap_files(view, others)


_ALL = (
    Profil(
        "bkd", "BKD", "paket untuk BKD", _bkd_names,
        wajib_lengkap=True,
    ),
    Profil("data", "Data", "untuk digabung di komputer lain", _data_names, _data, tanpa_nilai=True),
    Profil(
        "excel", "Excel", "untuk dibaca dan dicetak", _excel_names, _excel,
        wajib_lengkap=True,
    ),
    Profil("siasn", "SIASN", "layanan BKN", _siasn_names,
           _siasn, hanya_dinilai=True),
    Profil("angka_kredit", "Angka kredit", "daftar angka kredit", _credit_names, _credits,
           daftar=True),
    Profil("rekap", "Rekap", "tabel unit, tahun dan penilai", _recap_names, _recap, daftar=True),
)  # fmt: skip

PROFIL: Mapping[str, Profil] = {satu.nama: satu for satu in _ALL}
DIKIRIM: Mapping[str, Profil] = {nama: satu for nama, satu in PROFIL.items() if not satu.daftar}
"""The profiles that the screen of sending offers."""
