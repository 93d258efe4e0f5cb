"""Imports of several kinds at once, from texts: looked at, carried out, counted."""

from collections.abc import Mapping
from pathlib import Path

from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.services.imports.import_many import (
    Borongan,
    Gladi,
    Pesanan,
    Sudah,
    carry_out,
    rehearse,
)
from tests.services.office import (
    KEGIATAN,
    PEGAWAI,
    PERILAKU,
    UNIT,
    Office,
    clock,
)

SEMUA = {"perilaku": PERILAKU, "kegiatan": KEGIATAN, "pegawai": PEGAWAI, "unit": UNIT}
"""Everything of the small office, the wrong way round."""


def orders(folder: Path, texts: Mapping[str, str], *, utuh: bool = False) -> Borongan:
    found: list[Pesanan] = []
    for jenis, text in texts.items():
        file = folder / f"{jenis}.csv"
        file.write_text(text, encoding="utf-8")
        found.append(Pesanan(jenis_of(jenis), (file,)))
    return Borongan(tuple(found), utuh=utuh)


def look(office: Office, borongan: Borongan) -> Gladi:
    return rehearse(office.path, borongan, clock)


def bring(office: Office, borongan: Borongan) -> Sudah:
    gladi = look(office, borongan)
    with office.writing() as writer:
        return carry_out(writer, gladi, office.path.parent)


def counts(gladi: Gladi) -> dict[str, tuple[int, int, int, int]]:
    return {
        satu.jenis.nama: (len(satu.baru), len(satu.berubah), satu.sama, satu.jumlah_ditolak)
        for satu in gladi.rencana
    }
