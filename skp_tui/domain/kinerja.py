"""The SKP from 2022 on: results with their indicators, expected conduct, attachment (C).

A measure (*target* or *realisasi* of an indicator) is an exact number of some unit, or a text where
no number says it; None is "not yet".
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from skp_tui.record import record

Ukuran = Decimal | str


class JenisHasil(StrEnum):
    """Whether a result belongs to the post or came on top."""

    UTAMA = "utama"
    TAMBAHAN = "tambahan"


class NilaiBerakhlak(StrEnum):
    """The seven values of perilaku kerja, in the order of the form."""

    BERORIENTASI_PELAYANAN = "berorientasi_pelayanan"
    AKUNTABEL = "akuntabel"
    KOMPETEN = "kompeten"
    HARMONIS = "harmonis"
    LOYAL = "loyal"
    ADAPTIF = "adaptif"
    KOLABORATIF = "kolaboratif"


SEBUTAN_BERAKHLAK: Mapping[NilaiBerakhlak, str] = {
    nilai: nilai.replace("_", " ").capitalize() for nilai in NilaiBerakhlak
}


class JenisLampiran(StrEnum):
    """The three lists of the attachment of an SKP."""

    DUKUNGAN = "dukungan_sumber_daya"
    SKEMA = "skema_pertanggungjawaban"
    KONSEKUENSI = "konsekuensi"


SEBUTAN_LAMPIRAN: Mapping[JenisLampiran, str] = {
    jenis: jenis.replace("_", " ").capitalize() for jenis in JenisLampiran
}


class CapaianOrganisasi(StrEnum):
    """How well the organisation did, which sets the expected distribution of its predikats."""

    ISTIMEWA = "istimewa"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


SEBUTAN_CAPAIAN: Mapping[CapaianOrganisasi, str] = {
    capaian: capaian.replace("_", " ").title() for capaian in CapaianOrganisasi
}


@record
class Indikator:
    """One individual indicator of a result, with what came of it and where that is seen.

    ``satuan`` counts target and realisasi, empty where the target is a text.
    """

    no: int
    uraian: str
    aspek: str = "kuantitas"
    target: Ukuran | None = None
    satuan: str = ""
    realisasi: Ukuran | None = None
    bukti: str = ""
    umpan_balik: str = ""


@record
class HasilKerja:
    """One planned result (*rencana hasil kerja*) and the superior's result that it serves."""

    no: int
    uraian: str
    jenis: JenisHasil = JenisHasil.UTAMA
    rencana_pimpinan: str = ""
    indikator: tuple[Indikator, ...] = ()


@record
class BarisIndikator:
    """An indicator as a row of its own, which names the result that it belongs to."""

    no_hasil: int
    indikator: Indikator


@record
class Ekspektasi:
    """What the leader expects of one value in particular, and the feedback on it."""

    nilai: NilaiBerakhlak
    ekspektasi: str = ""
    umpan_balik: str = ""


@record
class Lampiran:
    """One line of the attachment."""

    jenis: JenisLampiran
    no: int
    uraian: str
