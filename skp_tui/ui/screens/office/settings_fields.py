"""Settings as questions: of the program, or of a year."""

from contextlib import suppress

from skp_tui.domain.dates import DateError, editable_date, parse_date, shown_date
from skp_tui.domain.period import Periode, pengaturan_periode
from skp_tui.errors import BUKA_SEMUA
from skp_tui.settings import Setelan
from skp_tui.ui.screens.form.field import Field, choices

LABELS = {
    "kebijakan_batas": "Kebijakan batas",
    "penyebut": "Penyebut",
    "kuantitas_nol": "Kuantitas nol",
    "target_indikator": "Target minimal Baik",
    "pita_capaian": "Pita capaian",
    "batas_waktu": "Batas waktu",
    "tema": "Tema",
    "hemat": "Hemat",
    "ascii": "ASCII",
    "cadangan_dir": "Map cadangan",
    "keberatan_hari": "Hari keberatan",
    "siasn_nilai": "Nilai SIASN",
    "tempat": "Nama kota",
    "kop_surat": "Kop surat",
    "lambang": "Lambang daerah",
}


def setting_field(satu: Setelan, *, frozen: bool = False, contoh: str = "") -> Field:
    """Return the question about a setting."""
    pilihan = choices([(kunci, kunci) for kunci in satu.pilihan])
    label = LABELS[satu.nama]
    if frozen:
        label += " (beku)"
    return Field(
        satu.nama, label, contoh, satu.penjelasan, pilihan, wajib=bool(pilihan), tetap=frozen
    )


def period_values(periode: Periode) -> dict[str, str]:
    """Return the settings of a year as a form shows them."""
    found = {nama: text or "" for nama, text in pengaturan_periode(periode).items()}
    found["target_indikator"] = found["target_indikator"].replace(".", ",")
    found["pita_capaian"] = found["pita_capaian"].replace(".", ",")
    if found["batas_waktu"]:
        found["batas_waktu"] = editable_date(parse_date(found["batas_waktu"]))
    return found


def shown_setting(nama: str, text: str) -> str:
    """Write a stored setting of a year as people read it: ``31 Januari 2018``, ``96,5``."""
    if nama == "batas_waktu":
        with suppress(DateError):
            return shown_date(parse_date(text))
    return text.replace(".", ",") if nama in {"target_indikator", "pita_capaian"} else text


def frozen_words() -> str:
    """Say why some settings are only shown."""
    return (
        f"Yang beku menyentuh nilai: sudah ada penilaian yang dikunci pada tahun ini. {BUKA_SEMUA}"
    )
