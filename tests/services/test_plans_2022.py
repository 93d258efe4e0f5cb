"""From 2022 on the plan is taken over too: results, indicators, expectations, attachment."""

from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.domain.kinerja import (
    Ekspektasi,
    HasilKerja,
    Indikator,
    JenisHasil,
    JenisLampiran,
    Lampiran,
    NilaiBerakhlak,
)
from skp_tui.errors import InputError
from skp_tui.services.base.recording import Tempat
from skp_tui.services.base.views import unit_view
from skp_tui.services.copying.copy_sources import candidates, plan_from, sources
from skp_tui.services.copying.copying import RencanaSalin, apply
from skp_tui.services.copying.new_year import TahunBaru, begin_year, plan_year
from skp_tui.services.entry.target_rows import jenis_rencana
from skp_tui.storage.database.looking import reading
from tests.services.office import BRAM, KEPALA, SARI, Office, last_step

HASIL = "tahun,nip,no,uraian,jenis,rencana_pimpinan\n"
INDIKATOR = "tahun,nip,no_hasil,no,uraian,aspek,target,satuan,realisasi,bukti,umpan_balik\n"
EKSPEKTASI = "tahun,nip,perilaku,ekspektasi,umpan_balik\n"
LAMPIRAN = "tahun,nip,jenis,no,uraian\n"
HASIL_KERJA = "hasil_kerja"

BERSIH = HasilKerja(
    1,
    "Arsip tertata",
    JenisHasil.UTAMA,
    "Layanan arsip cepat",
    (
        Indikator(1, "Berkas tertata", "kuantitas", Decimal(120), "berkas"),
        Indikator(2, "Ketepatan", "waktu", "sesuai jadwal"),
    ),
)
"""What is taken over of Bram's first result: no outcome, no evidence, no feedback."""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return the office with a plan of 2024: Bram has two results, Sari one."""
    office = Office.filled(tmp_path)
    rows = {
        "hasil_kerja": (
            f"{HASIL}2024,{BRAM},1,Arsip tertata,utama,Layanan arsip cepat\n"
            f"2024,{BRAM},4,Panitia hari jadi,tambahan,\n2024,{SARI},1,Laporan bulanan,utama,\n"
        ),
        "indikator": (
            f"{INDIKATOR}2024,{BRAM},1,1,Berkas tertata,kuantitas,120,berkas,100,rekap.pdf,Baik\n"
            f"2024,{BRAM},1,2,Ketepatan,waktu,sesuai jadwal,,sesuai jadwal,,\n"
        ),
        "ekspektasi": (
            f"{EKSPEKTASI}2024,{BRAM},loyal,Menjaga rahasia,Sudah\n2024,{BRAM},adaptif,,Bagus\n"
        ),
        "lampiran": (
            f"{LAMPIRAN}2024,{BRAM},dukungan_sumber_daya,1,Lemari arsip\n"
            f"2024,{BRAM},konsekuensi,1,Pembinaan\n"
        ),
        "evaluasi": (
            f"tahun,nip,periode,hasil_kerja,perilaku_kerja\n2024,{BRAM},tahunan,sesuai,sesuai\n"
        ),
    }
    for jenis, text in rows.items():
        assert office.impor(jenis, text).rencana.ditolak == ()
    return office


def planned(office: Office, dari: int = 2024) -> TahunBaru:
    with reading(office.path) as connection:
        return plan_year(connection, dari)


def begun(office: Office, rencana: TahunBaru) -> int:
    with office.writing() as writer:
        return begin_year(writer, rencana, None)


def copied(office: Office, rencana: RencanaSalin) -> int:
    with office.writing() as writer:
        return apply(writer, rencana, "salin")


def results(office: Office) -> tuple[HasilKerja, ...]:
    return office.penilaian(BRAM, 2025).bagian[0].hasil_kerja


def left_out(rencana: TahunBaru) -> dict[str, str]:
    return {satu.pegawai.nip: satu.alasan for satu in rencana.tinggal}


def test_a_new_year_takes_over_the_plan_and_nothing_that_came_of_it(office: Office) -> None:
    assert begun(office, planned(office)) == 3
    new = office.penilaian(BRAM, 2025)
    assert new.bagian[0].hasil_kerja == (
        BERSIH, HasilKerja(2, "Panitia hari jadi", JenisHasil.TAMBAHAN),
    )  # fmt: skip
    assert new.ekspektasi == (Ekspektasi(NilaiBerakhlak.LOYAL, "Menjaga rahasia"),)
    assert new.lampiran == (
        Lampiran(JenisLampiran.DUKUNGAN, 1, "Lemari arsip"),
        Lampiran(JenisLampiran.KONSEKUENSI, 1, "Pembinaan"),
    )
    assert new.evaluasi == ()
    assert office.orang(BRAM, 2025).hasil.sebutan is None
    assert office.penilaian(SARI, 2025).bagian[0].hasil_kerja[0].uraian == "Laporan bulanan"
    assert left_out(planned(office)) == {
        KEPALA: "tidak punya hasil kerja 2024",
        SARI: "sudah punya hasil kerja 2025",
        BRAM: "sudah punya hasil kerja 2025",
    }


def test_it_is_one_step_that_undo_takes_back_whole(office: Office) -> None:
    before = office.content()
    with office.writing() as writer:
        start = last_step(writer)
        begin_year(writer, planned(office), None)
        assert last_step(writer) == start + 1
        writer.undo(start)
    assert office.content() == before
    assert office.findings() == []


def test_who_has_begun_his_attachment_keeps_it_and_gets_the_rest(office: Office) -> None:
    office.impor("lampiran", f"{LAMPIRAN}2025,{BRAM},konsekuensi,1,Teguran\n")
    office.impor("ekspektasi", f"{EKSPEKTASI}2025,{BRAM},loyal,Hadir,\n")
    begun(office, planned(office))
    new = office.penilaian(BRAM, 2025)
    assert [(satu.jenis, satu.uraian) for satu in new.lampiran] == [
        (JenisLampiran.DUKUNGAN, "Lemari arsip"),
        (JenisLampiran.KONSEKUENSI, "Teguran"),
    ]
    assert new.ekspektasi == (Ekspektasi(NilaiBerakhlak.LOYAL, "Hadir"),)
    assert new.bagian[0].hasil_kerja[0] == BERSIH


def test_the_first_year_of_a_regulation_has_nothing_to_take_over(office: Office) -> None:
    office.impor("kegiatan", f"tahun,nip,no,uraian\n2020,{BRAM},1,Menata\n")
    everybody = (KEPALA, SARI, BRAM)
    found = left_out(planned(office, 2020))
    assert found == dict.fromkeys(everybody, "tahun 2021 tidak memakai kegiatan")
    found = left_out(planned(office, 2021))
    assert found == dict.fromkeys(everybody, "tidak punya hasil kerja 2021")


def test_results_come_from_the_own_last_year_and_from_colleagues(office: Office) -> None:
    tempat = Tempat(2025, SARI)
    office.impor("hasil_kerja", f"{HASIL}2025,{BRAM},1,Arsip baru,utama,\n")
    with reading(office.path) as connection:
        listed = sources(connection, tempat, "Sekretaris", HASIL_KERJA)
        assert [(satu.tahun, satu.nip, satu.jumlah) for satu in listed] == [
            (2024, SARI, 1), (2025, BRAM, 1),
        ]  # fmt: skip
        assert sources(connection, tempat, "Sekretaris") == [
            satu for satu in sources(connection, tempat, "Sekretaris") if satu.tahun == 2017
        ]
        rencana = plan_from(connection, listed[0], tempat)
    assert copied(office, rencana) == 1
    assert office.penilaian(SARI, 2025).bagian[0].hasil_kerja == (HasilKerja(1, "Laporan bulanan"),)


def test_a_result_that_is_there_is_not_doubled_and_numbers_go_on(office: Office) -> None:
    office.impor("hasil_kerja", f"{HASIL}2025,{BRAM},3,ARSIP  tertata,utama,\n")
    with reading(office.path) as connection:
        own = sources(connection, Tempat(2025, BRAM), "Analis", HASIL_KERJA)[0]
        rencana = plan_from(connection, own, Tempat(2025, BRAM))
    (satu,) = rencana.orang
    assert [found.uraian for found in satu.ada] == ["Arsip tertata"]
    assert copied(office, rencana) == 1
    assert {found.no: found.uraian for found in results(office)} == {
        3: "ARSIP  tertata",
        4: "Panitia hari jadi",
    }
    with reading(office.path) as connection:
        again = plan_from(connection, own, Tempat(2025, BRAM))
    with pytest.raises(InputError, match="Tidak ada hasil kerja baru"):
        copied(office, again)


def test_who_could_get_results_is_counted_by_results(office: Office) -> None:
    with reading(office.path) as connection:
        found = candidates(connection, 2024, "1", SARI)
        kind = jenis_rencana(unit_view(connection, 2024).peraturan)
    assert {satu.pegawai.nip: satu.jumlah for satu in found} == {KEPALA: 0, BRAM: 2}
    assert kind == HASIL_KERJA
