"""Several kinds in one import: who needs a row that is refused is sent to that row."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.services.imports.import_many import (
    Borongan,
    Pesanan,
)
from tests.services.many import bring, look, orders
from tests.services.office import (
    BRAM,
    SARI,
    UNIT,
    UNKNOWN,
    Office,
)


def test_who_leans_on_a_refused_row_of_an_earlier_kind_is_sent_to_that_row(
    kosong: Office, tmp_path: Path
) -> None:
    bring(kosong, orders(tmp_path, {"unit": UNIT}))
    files: list[Pesanan] = []
    for name, nama in (("komputer-a", "Sari"), ("komputer-b", "Sari Contoh")):
        (tmp_path / name).mkdir()
        for jenis, text in (
            ("pegawai", f"nip,nama,unit\n{SARI},{nama},1.1\n"),
            ("perilaku", f"tahun,nip,integritas\n2017,{SARI},90\n"),
        ):
            file = tmp_path / name / f"{jenis}.csv"
            file.write_text(text, encoding="utf-8")
            files.append(Pesanan(jenis_of(jenis), (file,)))
    _, perilaku = look(kosong, Borongan(tuple(files))).rencana
    needed = f"{tmp_path / 'komputer-b' / 'pegawai.csv'} baris 2"
    pesan = f"baris ini bergantung pada {needed}, yang ditolak; perbaiki baris itu dahulu"
    assert [satu.pesan for satu in perilaku.ditolak] == [pesan, pesan]


@pytest.mark.parametrize(
    ("texts", "kolom", "place"),
    [
        (
            {"unit": "kode,nama,induk\n1.9,,1\n", "pegawai": f"nip,nama,unit\n{BRAM},Bram,1.9\n"},
            "unit",
            "unit.csv baris 2",
        ),
        (
            {
                "bagian": f"tahun,nip,bagian,mulai\n2017,{BRAM},2,2017-13-01\n",
                "kegiatan": f"tahun,nip,no,uraian,bagian\n2017,{BRAM},1,Menata,2\n",
            },
            "bagian",
            "bagian.csv baris 2",
        ),
        (
            {
                "pegawai": f"nip,nama,unit\n{UNKNOWN},,1\n",
                "bagian": f"tahun,nip,bagian,penilai_nip\n2017,{BRAM},1,{UNKNOWN}\n",
            },
            "penilai_nip",
            "pegawai.csv baris 2",
        ),
    ],
)
def test_every_way_to_lean_on_a_refused_row_names_that_row(
    office: Office, tmp_path: Path, texts: Mapping[str, str], kolom: str, place: str
) -> None:
    _, later = look(office, orders(tmp_path, texts)).rencana
    (problem,) = later.ditolak
    assert problem.kolom == kolom
    assert problem.pesan.startswith(f"baris ini bergantung pada {place}, yang ditolak")


def test_who_is_in_no_file_of_the_call_still_has_to_be_imported_first(
    office: Office, tmp_path: Path
) -> None:
    texts = {
        "pegawai": f"nip,nama,unit\n{SARI},,1\n",
        "perilaku": f"tahun,nip,integritas\n2017,{UNKNOWN},90\n",
    }
    _, perilaku = look(office, orders(tmp_path, texts)).rencana
    assert "impor jenis pegawai dahulu" in perilaku.ditolak[0].pesan
