"""The named settings (exchange 7): whose they are, their default, what they do, what they take."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import partial
from itertools import pairwise

from skp_tui.domain.dates import DateError, parse_date
from skp_tui.domain.number import NumberError, canonical, parse_number
from skp_tui.domain.period import KebijakanBatas, KuantitasNol, Penyebut
from skp_tui.errors import InputError
from skp_tui.record import record

TANPA = "-"
PERSEN_TERTINGGI = 100


class Milik(StrEnum):
    """Whose a setting is: of one period, or of the program on this computer."""

    PERIODE = "periode"
    PROGRAM = "program"


@record
class Setelan:
    """One setting; ``baca`` returns the canonical text of a value or raises InputError.

    ``bawaan`` None: none unless set. Those that are ``beku`` touch a value and freeze with the
    first locked appraisal of their period. Those that are for ``kelak`` are kept, and nothing reads
    them yet.
    """

    nama: str
    milik: Milik
    bawaan: str | None
    penjelasan: str
    baca: Callable[[str], str]
    pilihan: tuple[str, ...] = ()
    beku: bool = False
    kelak: bool = False


def _choice(pilihan: tuple[str, ...], text: str) -> str:
    if text.lower() in pilihan:
        return text.lower()
    raise InputError(f'"{text}" tidak dikenal.', f"Pilih: {', '.join(pilihan)}.")


def _percent(text: str) -> str:
    try:
        value = parse_number(text.rstrip("% "), "," if "," in text else ".")
    except NumberError as error:
        raise InputError(f'"{text}" {error}.') from None
    if not 0 < value <= PERSEN_TERTINGGI:
        raise InputError(f'"{text}" di luar 0 sampai 100.', "Tulis persen, misalnya 96 atau 96,5.")
    return canonical(value)


def _bands(text: str) -> str:
    parts = [part.strip() for part in text.split(";")]
    if len(parts) != 3:  # noqa: PLR2004 - the three limits between four categories
        raise InputError(f'"{text}" bukan tiga batas.', "Tulis misalnya 85;70;55.")
    limits = [_percent(part) for part in parts]
    if not all(Decimal(high) > Decimal(low) for high, low in pairwise(limits)):
        raise InputError(f'"{text}" tidak menurun.', "Tulis dari batas tertinggi: 85;70;55.")
    return ";".join(limits)


def _date(text: str) -> str:
    try:
        return parse_date(text).isoformat()
    except DateError as error:
        raise InputError(f'"{text}" {error}.') from None


def _days(text: str) -> str:
    parts = [part.strip() for part in text.split(";")]
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):  # noqa: PLR2004
        raise InputError(f'"{text}" bukan tiga jumlah hari.', "Tulis misalnya 14;14;21.")
    return ";".join(str(int(part)) for part in parts)


def _text(text: str) -> str:
    return text


def _of_period(
    nama: str, bawaan: str | None, penjelasan: str, *, pilihan: tuple[str, ...] = (),
    baca: Callable[[str], str] | None = None, beku: bool = False,
) -> Setelan:  # fmt: skip
    read = baca or partial(_choice, pilihan)
    return Setelan(nama, Milik.PERIODE, bawaan, penjelasan, read, pilihan, beku)


def _of_program(
    nama: str, penjelasan: str, *, bawaan: str | None = None, pilihan: tuple[str, ...] = (),
    baca: Callable[[str], str] = _text, kelak: bool = False,
) -> Setelan:  # fmt: skip
    read = partial(_choice, pilihan) if pilihan else baca
    return Setelan(nama, Milik.PROGRAM, bawaan, penjelasan, read, pilihan, kelak=kelak)


_ALL = (
    _of_period(
        "kebijakan_batas", KebijakanBatas.BATAS_BAWAH,
        "Cara membaca celah antara angka sebutan yang tercetak: batas-bawah (76 ke atas Baik) atau "
        "lembar-bkn (di atas 75 Baik, seperti lembar kerja BKN).",
        pilihan=tuple(KebijakanBatas), beku=True,
    ),
    _of_period(
        "penyebut", Penyebut.SEMUA,
        "Pembagi indikator unit: semua yang wajib dinilai, atau hanya yang sudah dinilai.",
        pilihan=tuple(Penyebut),
    ),
    _of_period(
        "kuantitas_nol", KuantitasNol.NOL,
        "Kegiatan yang tidak dikerjakan (realisasi kuantitas 0): nol untuk semua aspek, atau mutu "
        "dan waktunya tetap dihitung.",
        pilihan=tuple(KuantitasNol), beku=True,
    ),
    _of_period(
        "target_indikator", None,
        "Target persentase pegawai dengan nilai minimal baik, misalnya 96 atau 96,5.",
        baca=_percent,
    ),
    _of_period(
        "pita_capaian", "85;70;55",
        "Batas bawah kategori capaian Sangat Baik, Baik dan Cukup Baik.",
        baca=_bands,
    ),
    _of_period(
        "batas_waktu", None,
        "Tanggal penyerahan ke BKD; bawaannya 31 Januari tahun berikutnya.",
        baca=_date,
    ),
    _of_program(
        "keberatan_hari", "Tenggat keberatan, tanggapan dan keputusan, dalam hari.",
        bawaan="14;14;21", baca=_days,
    ),
    _of_program(
        "siasn_nilai",
        "Nilai yang ditulis profil SIASN. asli: nilaiSkp dan nilaiPerilakuKerja 0-100 (86,00 dan "
        "90,00). berbobot: 60 % dan 40 % daripadanya (51,60 dan 36,00), yang jumlahnya "
        "nilaiPrestasiKerja. Isian lainnya sama.",
        bawaan="asli", pilihan=("asli", "berbobot"),
    ),
    _of_program("tempat", "Nama kota pada formulir yang dicetak.", kelak=True),
    _of_program("kop_surat", "Kop surat pada formulir yang dicetak.", kelak=True),
    _of_program("lambang", "Berkas gambar lambang daerah untuk formulir.", kelak=True),
    _of_program(
        "tema",
        "Tema warna layar. otomatis: gelap, atau 16-warna bila terminal hanya mengenal 16 warna.",
        bawaan="otomatis", pilihan=("otomatis", "gelap", "terang", "16-warna"),
    ),
    _of_program(
        "hemat",
        "Hemat untuk sambungan lambat: hanya yang berubah yang ditulis, paling banyak 15 kali "
        "sedetik, tanpa tetikus.",
        bawaan="tidak", pilihan=("tidak", "ya"),
    ),
    _of_program(
        "ascii",
        "Tanpa garis dan tanda khusus, untuk terminal lama. otomatis: bila terminal tidak memakai "
        "UTF-8.",
        bawaan="otomatis", pilihan=("otomatis", "ya", "tidak"),
    ),
    _of_program("cadangan_dir", "Map untuk salinan cadangan; bawaannya di samping basis data."),
)  # fmt: skip

SETELAN: Mapping[str, Setelan] = {satu.nama: satu for satu in _ALL}


def setelan(nama: str) -> Setelan:
    """Return a setting by its name; raises InputError with the names there are."""
    if nama in SETELAN:
        return SETELAN[nama]
    raise InputError(f"Tidak ada pengaturan {nama}.", f"Yang ada: {', '.join(SETELAN)}.")


def of(milik: Milik) -> tuple[Setelan, ...]:
    """Return the settings of the periods, or of the program, in their order."""
    return tuple(satu for satu in _ALL if satu.milik is milik)
