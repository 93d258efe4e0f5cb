"""Every column of every kind against a table of nasty cells (issue 2, Bad input)."""

from dataclasses import dataclass

import pytest

from tests.cli.calls import Desk, Json, Row, spawn, table
from tests.cli.office import BRAM, LUAR, activity, conduct, exception, other_value

NUMBERS = ("target_", "realisasi_", "ak", "nilai")
DATES = ("tmt_golongan", "aktif_sejak", "aktif_sampai", "mulai", "selesai", "tanggal")
CHOICES = ("jenis_jabatan", "eselon", "status", "jenis", "tingkat", "alasan", "ide_baru",
           "aspek", "perilaku", "capaian")  # fmt: skip
NIPS = ("nip", "penilai_nip", "atasan_penilai_nip")
ASPECTS = ("orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerja_sama",
           "kepemimpinan")  # fmt: skip
MEASURES = ("target", "realisasi")
WHOLE = ("tahun", "no", "no_hasil", "bagian")
RANKS = ("golongan", "penilai_golongan", "atasan_penilai_golongan")

NASTY_NUMBER = ("-1", "NaN", "Infinity", "1e5", "0x1F", "1,5", "1.500,00", "dua", "²", "１",
                "1 000", "9" * 16, "0.0000001", "--", "=1+1", "1;2")  # fmt: skip
NASTY_MEASURE = ("-1", "1e5", "1,5", "1.500,00", "１", "9" * 16, "0.0000001", ".", "31.12.2025")
NASTY_WHOLE = ("0", "-1", "1.5", "satu", "1e2", "９", "NaN", "1,0")
NASTY_DATE = ("kemarin", "2017-02-30", "31/02/2017", "0000-01-01", "2017", "1/2", "10000-01-01",
              "2017-1", "1.2.2017", "45000")  # fmt: skip
NASTY_CHOICE = ("tidak ada", "PNS;CPNS", "0", "'", "🌺", "null")
NASTY_NIP = ("1", "A" * 18, "1.96704E+17", "196704101990031000", "196713101990031005", "0" * 18,
             "1967041019900310055", "🌺", "٣" * 18)  # fmt: skip
NASTY_RANK = ("V/a", "III/f", "III/a III/b", "0", "raja")
LONG = "x" * 501

GOOD: dict[str, Row] = {
    "unit": {"kode": "1.1", "nama": "Sekretariat", "induk": "1"},
    "pegawai": {
        "nip": BRAM, "nama": "Bram Contoh", "unit": "1.1.1", "golongan": "III/b",
        "tmt_golongan": "2015-04-01", "jabatan": "Analis", "jenis_jabatan": "fungsional_umum",
        "eselon": "", "status": "PNS", "penilai_nip": LUAR, "penilai_nama": "Wali",
        "penilai_golongan": "", "penilai_jabatan": "", "penilai_unit": "",
        "atasan_penilai_nip": LUAR, "atasan_penilai_nama": "Wali", "atasan_penilai_golongan": "",
        "atasan_penilai_jabatan": "", "atasan_penilai_unit": "", "aktif_sejak": "",
        "aktif_sampai": "",
    },
    "bagian": {
        "tahun": 2017, "nip": BRAM, "bagian": 1, "mulai": "", "selesai": "", "unit": "1.1",
        "golongan": "", "jabatan": "", "jenis_jabatan": "", "penilai_nip": LUAR,
        "penilai_nama": "Wali", "penilai_golongan": "", "penilai_jabatan": "",
        "penilai_unit": "", "atasan_penilai_nip": LUAR, "atasan_penilai_nama": "Wali",
        "atasan_penilai_golongan": "", "atasan_penilai_jabatan": "", "atasan_penilai_unit": "",
    },
    "kegiatan": activity(BRAM, ak="", satuan="", satuan_waktu="", target_biaya="10",
                         realisasi_biaya="10", bagian=1),
    "tambahan": {"tahun": 2017, "nip": BRAM, "no": 1, "jenis": "kreativitas", "uraian": "A",
                 "tingkat": "unit", "bagian": 1},
    "perilaku": conduct(BRAM, kepemimpinan=""),
    "nilai_luar": other_value(BRAM, "skp", 80, ide_baru="", bagian=1),
    "pengecualian": exception(BRAM, keterangan=""),
    "hasil_kerja": {"tahun": 2025, "nip": BRAM, "no": 2, "uraian": "A", "jenis": "utama",
                    "rencana_pimpinan": "", "bagian": 1},
    "indikator": {"tahun": 2025, "nip": BRAM, "no_hasil": 1, "no": 1, "uraian": "A",
                  "aspek": "waktu", "target": "12.5", "satuan": "hari", "realisasi": "tepat waktu",
                  "bukti": "", "umpan_balik": "", "bagian": 1},
    "ekspektasi": {"tahun": 2025, "nip": BRAM, "perilaku": "loyal", "ekspektasi": "A",
                   "umpan_balik": ""},
    "lampiran": {"tahun": 2025, "nip": BRAM, "jenis": "konsekuensi", "no": 1, "uraian": "A"},
    "capaian_organisasi": {"tahun": 2025, "unit": "1.1", "capaian": "baik"},
}  # fmt: skip


@pytest.fixture
def office(office: Desk) -> Desk:
    """Return the small office with a result to which indicators may belong."""
    office.must("hasil_kerja", {"tahun": 2025, "nip": BRAM, "no": 1, "uraian": "A"})
    return office


@dataclass(frozen=True)
class Attack:
    """One nasty cell in a column of a kind."""

    jenis: str
    kolom: str
    nilai: str


def nasty_for(kolom: str) -> tuple[str, ...]:
    """Return what must never be accepted in a column."""
    tables = (
        (NIPS, NASTY_NIP),
        (DATES, NASTY_DATE),
        (WHOLE, NASTY_WHOLE),
        (CHOICES, NASTY_CHOICE),
        (RANKS, NASTY_RANK),
        (MEASURES, NASTY_MEASURE),
        (ASPECTS, (*NASTY_NUMBER, "100.01")),
    )
    found: list[tuple[str, ...]] = [values for columns, values in tables if kolom in columns]
    if not found and kolom.startswith(NUMBERS):
        zero = ("0", "0.0") if kolom.startswith("target") else ()
        # a ",-" behind and a "Rp" in front are rupiah, and nothing here has them
        found = [(*NASTY_NUMBER, *zero, *(("100.5",) if "kualitas" in kolom else ()))]
    if not found and (kolom in {"unit", "induk"}):
        found = [("9.9", "0", "'=1", "🌺", "Bidang Tiada")]
    if kolom in {"kode", "nama", "uraian", "sumber"}:
        found = [("-",)]
    return (*(found[0] if found else ()), LONG)


ATTACKS = [
    Attack(jenis, kolom, nilai)
    for jenis, row in GOOD.items()
    for kolom in row
    for nilai in nasty_for(kolom)
]


def test_the_good_rows_are_good(office: Desk) -> None:
    for jenis, row in GOOD.items():
        done = office.rows(jenis, row, options=("--periksa",))
        assert done.status == 0, done.said


@pytest.mark.parametrize("jenis", GOOD)
def test_every_nasty_cell_is_refused_with_row_column_and_value(office: Desk, jenis: str) -> None:
    before = office.stored()
    attacks = [attack for attack in ATTACKS if attack.jenis == jenis]
    for attack in attacks:
        row = {**GOOD[jenis], attack.kolom: attack.nilai}
        done = office.rows(jenis, row, options=("--json", "--periksa"))
        faults = [one for one in done.json["ditolak"] if one["kolom"] == attack.kolom]
        assert done.status == 2, attack
        assert faults, (attack, done.json["ditolak"])
        shown = attack.nilai if len(attack.nilai) < 80 else f"{attack.nilai[:80]}…"
        assert (faults[0]["baris"], faults[0]["nilai"]) == (2, shown), attack
        assert len(faults[0]["pesan"].split()) > 3, attack
        assert "Traceback" not in done.err
    assert office.stored() == before
    assert len(attacks) >= 3


def missed(plan: Json, attacks: list[Attack]) -> list[Attack]:
    """Return the attacks whose own cell is not named; that keys repeat is no matter here."""
    named = {
        (one["baris"], one["kolom"])
        for one in plan["ditolak"]
        if "kuncinya sama" not in one["pesan"]
    }
    return [one for line, one in enumerate(attacks, 2) if (line, one.kolom) not in named]


@pytest.mark.parametrize("jenis", GOOD)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_nasty_cell_of_one_file_is_named_whatever_the_delimiter(
    office: Desk, jenis: str, delimiter: str
) -> None:
    # what a comma or a dot means depends on the delimiter
    numbers = set() if delimiter == "," else {"1,5", "1.500,00", "1,0"}
    attacks = [one for one in ATTACKS if one.jenis == jenis and one.nilai not in numbers]
    own_key = [{"kode": f"7.{n}"} if jenis == "unit" else {} for n in range(len(attacks))]
    rows = [
        {**GOOD[jenis], **key, attack.kolom: attack.nilai}
        for key, attack in zip(own_key, attacks, strict=True)
    ]
    before = office.stored()
    done = office.bring(jenis, table(*rows, delimiter=delimiter), "--json")
    assert (done.status, missed(done.json, attacks)) == (2, [])
    assert office.stored() == before


def test_as_a_process_of_its_own_there_is_no_traceback_either(office: Desk) -> None:
    text = 'tahun,nip,no,uraian\n2017,1.9E+17,x,"' + "\u202e\x1b[31m" * 20 + '"\n'
    path = office.file("k.csv", text)
    done = spawn("--db", office.db, "impor", "kegiatan", path)
    assert done.status == 2
    assert "Traceback" not in done.err
    assert "\x1b" not in done.said


@pytest.mark.parametrize(
    "content",
    [
        "tahun,nip,no,uraian\n" + ",,,\n" * 50,
        "tahun,nip,no,uraian\n" + "2017\n" * 50,
        "tahun,nip,no,uraian\n" + '"2017","","",""\n' * 3,
        "tahun,nip,no,uraian" + ",x" * 5000 + "\n2017,1,1,A\n",
        "tahun;nip;no,uraian\n2017;1;1,A\n",
        "tahun,nip,no,uraian\n" + ('"' + "a" * 200_000 + '",1,1,1\n'),
        "\n" * 10_000 + "tahun,nip,no,uraian\n2017,1,1,A\n",
        "tahun,nip,no,uraian\r2017,1,1,A\r",
        "sep=,",
        "sep=;\n",
        "\ufefftahun,nip,no,uraian\n2017,x,y,z",
    ],
)
def test_odd_shapes_of_files_are_refused_in_sentences(office: Desk, content: str) -> None:
    before = office.stored()
    done = office.bring("kegiatan", content, "--json")
    assert done.status == 2
    assert done.json["diterapkan"] is False
    assert "kesalahan dalam program" not in done.err
    assert office.stored() == before
