"""A small office: four units, people of every sort, and rows that make somebody appraised."""

from collections.abc import Iterator

from tests.cli.calls import Desk, Row

SARI = "196704101990031005"  # head of 1.1, appraised in 2017
BRAM = "197508172000122003"  # in 1.1.1, appraised in 2017
DEWI = "199001012018012001"  # CPNS in 1.2, not appraised
PURNA = "195906121985031942"  # active until the middle of 2017
RETNO = "198203052008012004"  # active from 2018 on
TIUR = "198001012023211007"  # PPPK: the middle block of the NIP is no month
LUAR = "196001011985031002"  # known to nobody

UNITS: tuple[Row, ...] = (
    {"kode": "1", "nama": "Badan Contoh", "induk": ""},
    {"kode": "1.1", "nama": "Sekretariat", "induk": "1"},
    {"kode": "1.1.1", "nama": "Subbagian Umum", "induk": "1.1"},
    {"kode": "1.2", "nama": "Bidang Mutasi", "induk": "1"},
)
PEOPLE: tuple[Row, ...] = (
    {
        "nip": SARI,
        "nama": "Sari Contoh, S.Sos.",
        "unit": "1.1",
        "golongan": "IV/a",
        "jabatan": "Sekretaris",
        "jenis_jabatan": "struktural",
        "penilai_nip": LUAR,
        "penilai_nama": "Wali Contoh",
    },
    {
        "nip": BRAM,
        "nama": "Bram Contoh",
        "unit": "1.1.1",
        "golongan": "III/b",
        "jabatan": "Analis",
        "jenis_jabatan": "fungsional_umum",
        "penilai_nip": SARI,
    },
    {"nip": DEWI, "nama": "Dewi Contoh", "unit": "1.2", "status": "CPNS"},
    {"nip": PURNA, "nama": "Purna Contoh", "unit": "1.2", "aktif_sampai": "2017-06-30"},
    {"nip": RETNO, "nama": "Retno Contoh", "unit": "1.2", "aktif_sejak": "2018-01-01"},
    {"nip": TIUR, "nama": "Tiur Contoh", "unit": "1.2", "status": "PPPK"},
)


def activity(nip: str, no: int = 1, tahun: int = 2017, **cells: object) -> Row:
    """Return an activity that is done: kuantitas 100, mutu 90, waktu 76, so 88.67."""
    return {
        "tahun": tahun,
        "nip": nip,
        "no": no,
        "uraian": f"Kegiatan {no}",
        "target_kuantitas": 12,
        "target_kualitas": 100,
        "target_waktu": 12,
        "realisasi_kuantitas": 12,
        "realisasi_kualitas": 90,
        "realisasi_waktu": 12,
        **cells,
    }


def conduct(nip: str, tahun: int = 2017, **cells: object) -> Row:
    """Return five aspects of 90."""
    names = ("orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerja_sama")
    return {"tahun": tahun, "nip": nip, **dict.fromkeys(names, 90), **cells}


def exception(nip: str, tahun: int = 2017, **cells: object) -> Row:
    """Return an exception."""
    return {"tahun": tahun, "nip": nip, "alasan": "cltn", "tanggal": f"{tahun}-03-01", **cells}


def other_value(nip: str, jenis: str, nilai: object, tahun: int = 2017, **cells: object) -> Row:
    """Return a value from elsewhere."""
    return {"tahun": tahun, "nip": nip, "jenis": jenis, "nilai": nilai, "sumber": "KHS", **cells}


def fill_office(desk: Desk) -> None:
    """Bring in the units and people, and two finished appraisals of 2017."""
    desk.must("unit", *UNITS)
    desk.must("pegawai", *PEOPLE)
    desk.must("kegiatan", activity(SARI), activity(BRAM), activity(BRAM, 2))
    desk.must("perilaku", conduct(SARI, kepemimpinan=90), conduct(BRAM))


def units_of(recap: dict[str, object]) -> Iterator[dict[str, object]]:
    """Yield a recap and every one below it."""
    yield recap
    below = recap["subunit"]
    assert isinstance(below, list)
    for child in below:
        yield from units_of(child)
