"""The words around the four grids of the SKP from 2022 on: the rules, the guide, the predikat."""

from collections.abc import Mapping
from typing import Final

from rich.text import Text

from skp_tui.domain.appraisal import SEBUTAN_PERINGKAT, TAHUNAN, Penilaian
from skp_tui.domain.evaluasi import MENURUT_WAKTU, SINGKAT_PERIODE
from skp_tui.domain.kinerja import (
    SEBUTAN_LAMPIRAN,
    BarisIndikator,
    Ekspektasi,
    HasilKerja,
    JenisLampiran,
    Lampiran,
)
from skp_tui.domain.text import clean
from skp_tui.domain.ukuran import shown_ukuran
from skp_tui.rules.permenpanrb6_words import NAMA_PERINGKAT, PANDUAN_BERAKHLAK
from skp_tui.rules.result import Hasil
from skp_tui.rules.target import odd_outcome, reaches, terpenuhi
from skp_tui.services.entry.entry import NAMA_KOLOM, Isi
from skp_tui.ui.screens.cells.kinerja_input import shown_text
from skp_tui.ui.screens.cells.kinerja_kinds import PERINGKAT, Baris, kind_of, number_of_indicator
from skp_tui.ui.screens.entry.guide_text import broken, stacked
from skp_tui.ui.screens.judging.evaluasi_words import guide
from skp_tui.ui.widgets.lines import cut, joined, line

GUIDE_LINES: Final = 2
ROOMY: Final = 20
"""Lines of a screen from which the guide takes more than one."""
TALL: Final = 34
TALL_LINES: Final = 4
PANDUAN_LAMPIRAN: Final[Mapping[JenisLampiran, str]] = {
    JenisLampiran.DUKUNGAN: "Yang dibutuhkan untuk mencapai hasil kerja: orang, anggaran, "
    "peralatan, data, pendampingan pimpinan.",
    JenisLampiran.SKEMA: "Kapan dan bagaimana pegawai melaporkan kemajuannya kepada pimpinan.",
    JenisLampiran.KONSEKUENSI: "Apa yang mengikuti bila hasil kerja tercapai, dan bila tidak.",
}
REACHED: Final[Mapping[bool | None, str]] = {
    True: "target tercapai", False: "target belum tercapai", None: "",
}  # fmt: skip
RATINGS_RULE: Final = "Evaluasi terhadap ekspektasi"
RATING_KEYS: Final = "1 di atas  2 sesuai  3 di bawah"
FOLLOWING: Final[Mapping[str, Mapping[str, str]]] = {
    "hasil": {"uraian": "target", "aspek": "target", "target": "realisasi", "bukti": "umpan_balik"},
    "evaluasi": {"hasil_kerja": "perilaku_kerja"},
    "ekspektasi": {"ekspektasi": "umpan_balik"},
    "lampiran": {},
}
"""Where Enter goes on after the last row, by grid and column; else to the grid below."""
ALONG: Final[Mapping[str, str]] = {"realisasi": "bukti"}
"""Where Enter goes on along a new row besides, for its proof is at hand then."""
NO_PLAN: Final = (
    "Belum ada hasil kerja. Ctrl+N menambah yang pertama. "
    "Ctrl+O menyalin dari tahun lalu atau rekan."
)


def ratings_rule(penilaian: Penilaian, *, opened: bool) -> str:
    """Name the grid of the evaluations: the keys while it is open, else which periods it has."""
    if opened:
        return f"{RATINGS_RULE}: {RATING_KEYS}"
    others = [satu.periode for satu in penilaian.evaluasi if satu.periode != TAHUNAN]
    ordered = sorted(others, key=MENURUT_WAKTU.index)
    return f"{RATINGS_RULE} · {', '.join(SINGKAT_PERIODE[one] for one in (TAHUNAN, *ordered))}"


def conduct_rule(penilaian: Penilaian) -> str:
    """Name the grid of the seven values, and how many have an expectation of their own."""
    given = sum(bool(satu.ekspektasi) for satu in penilaian.ekspektasi)
    return f"Perilaku kerja BerAKHLAK · ekspektasi khusus {given} dari 7"


def attachment_rule(penilaian: Penilaian) -> str:
    """Name the grid of the attachment, and how many lines it has."""
    return f"Lampiran SKP · {len(penilaian.lampiran) or 'belum ada'} baris"


def predikat(penilaian: Penilaian, hasil: Hasil, width: int) -> Text:
    """Return the predikat with both ratings, and how many targets were reached."""
    yearly, reached = penilaian.evaluasi_tahunan, terpenuhi(penilaian)
    pieces = [Text(f" PREDIKAT  {hasil.sebutan or '–'} ", style="bold reverse")]
    for kolom, nama in NAMA_PERINGKAT.items():
        given = yearly.peringkat(kolom)
        words = "–" if given is None else SEBUTAN_PERINGKAT[given].removesuffix(" ekspektasi")
        short = nama.removesuffix(" kerja").capitalize()
        pieces.append(Text.assemble(f"{short} ", (words, "bold")))
    if not reached.terisi:
        return cut(joined(pieces, "   "), width)
    share = f"{reached.terpenuhi}/{reached.berangka}"
    whole = joined([*pieces, line(f"Target tercapai {share}")], "   ")
    return whole if whole.cell_len <= width else cut(joined([*pieces, line(share)], "   "), width)


def following(grid: str, isi: Isi | None, kolom: str, *, along: bool) -> str | None:
    """Return the column in which Enter goes on, along a row or at the top; None for no other."""
    if isinstance(isi, HasilKerja):
        return "rencana_pimpinan" if kolom == "aspek" and along else None
    if along and kolom in ALONG:
        return ALONG[kolom]
    return FOLLOWING[grid].get(kolom)


def lines_of_guide(height: int) -> int:
    """Return how many lines the guide has on a screen of some height."""
    if height < ROOMY:
        return 1
    return GUIDE_LINES if height < TALL else TALL_LINES


def guide_of(isi: Isi | None, kolom: str, width: int, most: int, *, is_cut: bool) -> Text:
    """Return what helps in a cell: the guiding text, its row, or its whole text where it is cut."""
    if kolom in PERINGKAT:
        return guide(kolom, width, brief=most == 1)
    found = stacked(_about(isi), width, most)
    if is_cut and isinstance(isi, Baris) and clean(shown_text(isi, kolom)) not in found.plain:
        return _whole(isi, kolom, width, most)
    return found


def _about(isi: Isi | None) -> list[str]:
    """Return what is said of a row as a whole."""
    if isinstance(isi, HasilKerja):
        served = isi.rencana_pimpinan or "belum diisi; kolom paling kanan"
        return [f"{isi.no} {isi.uraian}", f"Mendukung: {served}"]
    if isinstance(isi, BarisIndikator):
        return _indicator(isi)
    if isinstance(isi, Ekspektasi):
        return [PANDUAN_BERAKHLAK[isi.nilai]]
    if isinstance(isi, Lampiran):
        return [f"{SEBUTAN_LAMPIRAN[isi.jenis]}: {PANDUAN_LAMPIRAN[isi.jenis]}"]
    return [""]


def _whole(isi: Baris, kolom: str, width: int, most: int) -> Text:
    """Return what a cell is and its whole text below, or beside it where lines are few."""
    place = kind_of(isi).place(isi)
    name = f"{place[:1].upper()}{place[1:]} · {NAMA_KOLOM.get(kolom, kolom)}"
    text = clean(shown_text(isi, kolom))
    below = broken(text, width, most)
    rows = [name, *below] if len(below) < most else broken(f"{name}: {text}", width, most)
    return stacked(rows, width, most)


def _indicator(isi: BarisIndikator) -> list[str]:
    satu = isi.indikator
    target = shown_ukuran(satu.target, satu.satuan, "belum diisi")
    if satu.target is None and satu.satuan:
        target = f"{target}, dalam {satu.satuan}"
    pieces = [f"Target {target}", f"realisasi {shown_ukuran(satu.realisasi, satu.satuan, '–')}"]
    if reached := REACHED[reaches(satu)]:
        pieces.append(reached)
    pieces += [
        f"periksa: {pesan.removesuffix('; periksa')}" for pesan in odd_outcome(satu).values()
    ]
    return [f"{number_of_indicator(isi)} {satu.uraian}", " · ".join(pieces)]
