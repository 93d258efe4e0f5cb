"""The package for BKD: 30 columns, a valid descriptor, a fingerprint, and its examination."""

import csv
import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from skp_tui.domain.recap import TINGKAT_TERBANYAK
from skp_tui.errors import InputError
from skp_tui.exchange.package.bkd import NAMA_KOLOM, bkd_csv, bkd_rows
from skp_tui.exchange.package.package import Kiriman, descriptor, hash_of, package_names
from skp_tui.exchange.package.verify import verify_package
from skp_tui.rules.pp46 import PP46
from tests.exchange.packages import (
    BRAM_2017,
    RETNO_2017,
    SARI_2017,
    UNITS,
    nilai,
    recap,
    send,
    tamper,
)
from tests.exchange.samples import BRAM, SARI

HEADER = (
    "tahun, peraturan, kode_unit, unit_kerja, nip, nama, golongan, jabatan, jenis_jabatan, "
    "status_pegawai, status, nilai_skp, orientasi_pelayanan, integritas, komitmen, disiplin, "
    "kerja_sama, kepemimpinan, jumlah_perilaku, rata_rata_perilaku, nilai_prestasi_kerja, "
    "sebutan, batas, hasil_kerja, perilaku_kerja, penilai_nip, penilai_nama, "
    "atasan_penilai_nip, atasan_penilai_nama, keterangan"
)


def words(path: Path) -> str:
    return "\n".join(problem.kalimat() for problem in verify_package(path))


def test_the_thirty_columns_stand_in_the_order_of_the_contract() -> None:
    assert ", ".join(NAMA_KOLOM) == HEADER
    assert len(NAMA_KOLOM) == 30


def test_a_row_prints_the_snapshot_and_scores_only_where_assessed() -> None:
    orang = (SARI_2017, RETNO_2017, BRAM_2017)
    rows = bkd_rows([(satu, nilai(satu)) for satu in orang], UNITS, PP46)
    assert [row["kode_unit"] for row in rows] == ["1", "1", "1.1"]
    bram, retno, sari = rows
    assert (sari["golongan"], sari["jabatan"], sari["unit_kerja"]) == (
        *("III/c", "-Analis", "=Sekretariat"),
    )
    assert (sari["status"], sari["nilai_skp"], sari["disiplin"]) == ("dinilai", "89.67", "90.5")
    assert (sari["kepemimpinan"], sari["jumlah_perilaku"]) == ("", "452.50")
    assert (sari["nilai_prestasi_kerja"], sari["sebutan"], sari["batas"]) == (
        *("90.00", "Baik", ""),
    )
    assert (sari["penilai_nip"], sari["keterangan"]) == (BRAM, "")
    assert (retno["status"], retno["keterangan"]) == ("dikecualikan", "mutasi keluar: ke provinsi")
    assert bram["status"] == "belum_dinilai"
    assert "realisasi kuantitas" in bram["keterangan"]
    score = NAMA_KOLOM[11:25]
    assert {row[nama] for row in (bram, retno) for nama in score} == {""}


def test_the_csv_protects_text_and_not_numbers() -> None:
    text = bkd_csv(bkd_rows([(SARI_2017, nilai(SARI_2017))], UNITS, PP46)).decode()
    line = text.split("\r\n")[1]
    assert line.startswith(f"2017,PP46,1.1,'=Sekretariat,{SARI},\"Sari Contoh, S.Sos.\",III/c,'-")


def test_the_descriptor_carries_bytes_hash_recap_and_fingerprint(tmp_path: Path) -> None:
    path = send(tmp_path)
    doc: dict[str, Any] = json.loads(path.read_text(), parse_float=pytest.fail)
    content = (tmp_path / "skp-1-2017.csv").read_bytes()
    resource, skp = doc["resources"][0], doc["skp"]
    assert (resource["path"], resource["name"]) == ("skp-1-2017.csv", "skp-1-2017")
    assert (resource["bytes"], resource["hash"]) == (
        len(content),
        f"sha256:{hashlib.sha256(content).hexdigest()}",
    )
    assert [field["name"] for field in resource["schema"]["fields"]] == list(NAMA_KOLOM)
    assert list(skp) == [
        *("versi", "unit", "nama_unit", "tahun", "peraturan", "kiriman", "sebagian"),
        *("pengaturan", "rekap", "program", "waktu", "sidik"),
    ]
    assert (skp["versi"], skp["kiriman"], skp["sebagian"]) == (1, 3, True)
    assert skp["waktu"] == "2018-01-31T08:00:00+00:00"
    assert skp["pengaturan"] == {
        "kebijakan_batas": "batas-bawah",
        "penyebut": "semua",
        "kuantitas_nol": "nol",
        "target_indikator": "96.5",
        "pita_capaian": "85;70;55",
        "batas_waktu": "2018-01-31",
    }
    given = skp.pop("sidik")
    text = json.dumps(doc, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(text.encode()).hexdigest() == given


def test_a_second_package_points_at_its_own_csv(tmp_path: Path) -> None:
    path = send(tmp_path, "-2")
    assert path.name == "skp-1-2017-2.datapackage.json"
    doc = json.loads(path.read_text())
    assert (doc["name"], doc["resources"][0]["path"]) == ("skp-1-2017-2", "skp-1-2017-2.csv")
    assert verify_package(path) == []


def test_names_are_harmless_and_in_the_descriptor_lower_case() -> None:
    csv_name, doc_name = package_names("DINAS/A 1", 2017)
    assert csv_name.dengan("-2") == "skp-DINAS_A_1-2017-2.csv"
    assert doc_name.dengan("") == "skp-DINAS_A_1-2017.datapackage.json"


def test_a_moment_without_its_offset_is_refused() -> None:
    kiriman = Kiriman(
        UNITS["1"],
        recap(SARI_2017),
        1,
        sebagian=False,
        program="x",
        waktu=datetime(2018, 1, 1),  # noqa: DTZ001 - the very thing that is refused
    )
    with pytest.raises(ValueError, match="selisih"):
        descriptor(b"", kiriman)


@pytest.mark.filterwarnings("ignore")
def test_an_outsider_accepts_the_package(tmp_path: Path) -> None:
    from frictionless import Package, validate  # noqa: PLC0415 - slow, and only this test needs it

    path = send(tmp_path)
    assert Package.validate_descriptor(json.loads(path.read_text())).valid
    report = validate(str(path))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])
    assert report.tasks[0].stats["rows"] == 3
    content = (tmp_path / "skp-1-2017.csv").read_bytes()
    (tmp_path / "skp-1-2017.csv").write_bytes(content.replace(b"90.5", b"xx.5", 1))
    assert not validate(str(path)).valid


def test_a_whole_package_is_without_findings(tmp_path: Path) -> None:
    assert verify_package(send(tmp_path)) == []


def test_every_flipped_byte_of_the_csv_is_found(tmp_path: Path) -> None:
    path = send(tmp_path)
    target = tmp_path / "skp-1-2017.csv"
    content = target.read_bytes()
    for place in range(0, len(content), 37):
        target.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert "hash" in words(path)


def test_a_missing_row_is_found_even_with_a_new_hash(tmp_path: Path) -> None:
    path = send(tmp_path)
    target = tmp_path / "skp-1-2017.csv"
    content = b"".join(target.read_bytes().splitlines(keepends=True)[:-1])
    target.write_bytes(content)

    def mend(doc: dict[str, Any]) -> None:
        doc["resources"][0] |= {"bytes": len(content), "hash": hash_of(content)}

    tamper(path, mend, resign=True)
    assert "rekap.jumlah_pegawai tertulis 3, menurut baris-barisnya 2" in words(path)
    assert "rekap.subunit[0].dinilai tertulis 1" in words(path)


CHANGES: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda doc: doc["skp"]["pengaturan"].update(penyebut="dinilai"), "rekap.penyebut"),
    (lambda doc: doc["skp"]["pengaturan"].update(target_indikator="90"), "rekap.target"),
    (lambda doc: doc["skp"]["pengaturan"].update(penyebut="x"), "tidak dapat dibaca"),
    (lambda doc: doc["skp"]["rekap"].update(capaian="100.00"), "rekap.capaian"),
    (lambda doc: doc["skp"]["rekap"]["sebaran"].update(Baik=True), "rekap.sebaran.Baik"),
    (lambda doc: doc["skp"].update(tahun=2018), "bukan tahun paket"),
    (lambda doc: doc["skp"].update(sebagian=False), "tidak ditandai sebagian"),
    (lambda doc: doc["skp"].update(kiriman="3"), "skp.kiriman"),
    (lambda doc: doc["skp"].update(waktu="2018-01-31"), "skp.waktu"),
    (lambda doc: doc["skp"].update(kiriman=3.0), "bilangan pecahan"),
    (lambda doc: doc["resources"][0]["schema"]["fields"].pop(), "skema"),
]


@pytest.mark.parametrize(("change", "kata"), CHANGES)
def test_a_changed_descriptor_is_found_with_and_without_a_new_fingerprint(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], kata: str
) -> None:
    path = send(tmp_path)
    tamper(path, change, resign=False)
    assert "sidik tidak cocok" in words(path) or kata == "bilangan pecahan"
    tamper(path, change, resign=True)
    assert kata in words(path)


def test_a_changed_number_of_the_shipment_breaks_the_fingerprint(tmp_path: Path) -> None:
    path = send(tmp_path)
    tamper(path, lambda doc: doc["skp"].update(kiriman=9), resign=False)
    assert words(path).count("\n") == 0
    assert "sidik" in words(path)


def test_a_faulty_cell_is_named_with_its_row_and_column(tmp_path: Path) -> None:
    path = send(tmp_path)
    target = tmp_path / "skp-1-2017.csv"
    rows = list(csv.reader(io.StringIO(target.read_text(), newline="")))
    rows[1][NAMA_KOLOM.index("nip")] = "123"
    rows[1][NAMA_KOLOM.index("nilai_skp")] = "80"
    rows[3][NAMA_KOLOM.index("disiplin")] = "101"
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    target.write_text(buffer.getvalue(), newline="")
    found = {(problem.baris, problem.kolom) for problem in verify_package(path)}
    assert {(2, "nip"), (2, "nilai_skp"), (4, "disiplin")} <= found


def deepen(doc: dict[str, Any], levels: int) -> None:
    """Put units below one another into the recap, so that its tree has so many levels."""
    below: list[dict[str, Any]] = []
    for number in range(levels - 1):
        below = [{**doc["skp"]["rekap"], "unit": f"D{number}", "subunit": below}]
    doc["skp"]["rekap"]["subunit"].extend(below)


def test_a_tree_that_is_too_deep_to_be_counted_is_a_finding_and_no_more_than_that(
    tmp_path: Path,
) -> None:
    path = send(tmp_path)
    tamper(path, lambda doc: deepen(doc, TINGKAT_TERBANYAK), resign=True)
    assert "tingkat" not in words(path)
    tamper(send(tmp_path), lambda doc: deepen(doc, TINGKAT_TERBANYAK + 1), resign=True)
    (second,) = tmp_path.glob("*-2.datapackage.json")
    assert words(second) == (
        f"{second.name}: pohon unitnya lebih dari 200 tingkat, tidak dapat dihitung"
    )


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"", "bukan JSON"),
        (b"[1]", "bukan paket data"),
        (b"{}", "bukan paket skp"),
        (b'{"skp": {"versi": 2}, "resources": [{}]}', "versi paket 2"),
        (b'{"skp": {"versi": 1}, "resources": [{"path": "../x.csv"}]}', "di sampingnya"),
        (b'{"skp": {"versi": 1}, "resources": [{"path": "x.csv"}]}', "tidak dapat dibaca"),
        (b"[" * 100_000, "terlalu dalam"),
        (b'{"skp": ' + b"[" * 600 + b"]" * 600 + b"}", "terlalu dalam"),
        (b'{"skp": ' + b"[" * 400 + b"]" * 400 + b"}", "bukan paket skp"),
        (b"\xff\xfe\x00", "bukan JSON"),
    ],
)
def test_what_is_no_package_is_unreadable(tmp_path: Path, isi: bytes, kata: str) -> None:
    path = tmp_path / "x.datapackage.json"
    path.write_bytes(isi)
    with pytest.raises(InputError, match=kata):
        verify_package(path)


def test_a_missing_descriptor_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="tidak dapat dibaca"):
        verify_package(tmp_path / "tidak-ada.datapackage.json")


def test_a_person_without_a_part_is_printed_as_pegawai_says() -> None:
    (row,) = bkd_rows([(replace(SARI_2017, bagian=()), nilai(SARI_2017))], UNITS, PP46)
    assert (row["golongan"], row["jabatan"], row["kode_unit"]) == ("III/d", "Lama", "1")
