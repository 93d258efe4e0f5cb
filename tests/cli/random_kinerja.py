"""Random SKPs of 2025 with nasty texts, as rows to import; every row has to be accepted."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from skp_tui.domain.appraisal import ASPEK, PERIODE_EVALUASI, Peringkat
from skp_tui.domain.kinerja import CapaianOrganisasi, JenisHasil, JenisLampiran, NilaiBerakhlak
from skp_tui.domain.ukuran import is_figure
from tests.cli.calls import Desk
from tests.cli.random_office import Cells, amounts, cell, maybe_nasty, nasty

TAHUN = "2025"
ORDER = (
    "unit", "pegawai", "bagian", "pengecualian", "evaluasi", "hasil_kerja", "indikator",
    "ekspektasi", "lampiran", "capaian_organisasi",
)  # fmt: skip
UNITS = ("1", "1.1", "1.2")
texts = st.one_of(st.sampled_from(("12 laporan", "tepat waktu", "'12 x", "31-12-2025")), nasty)
measures = st.one_of(amounts(10**6), st.sampled_from(("0", "0.000001", "12.125")), texts)
ratings = st.sampled_from(("", *map(str, Peringkat)))


@dataclass
class Skp:
    """The rows of each kind."""

    rows: dict[str, list[Cells]] = field(default_factory=lambda: {jenis: [] for jenis in ORDER})

    def bring_into(self, desk: Desk) -> None:
        """Import everything by CSV."""
        for jenis in ORDER:
            if self.rows[jenis]:
                cells = [written(jenis, row) for row in self.rows[jenis]]
                done = desk.rows(jenis, *cells)
                assert done.status == 0, done.said


def written(jenis: str, row: Cells) -> Cells:
    """Write a row so that import reads exactly what stands in it; a number has no apostrophe."""
    numbers = {"target", "realisasi"} if jenis == "indikator" else set()
    return {
        name: text if name in numbers and is_figure(text) else cell(text)
        for name, text in row.items()
    }


@st.composite
def skps(draw: st.DrawFn) -> Skp:
    """Draw an office with its SKPs of 2025."""
    skp = Skp()
    for kode in UNITS:
        induk = "" if kode == "1" else "1"
        skp.rows["unit"].append({"kode": kode, "nama": draw(nasty), "induk": induk})
    for nomor in range(1, draw(st.integers(1, 3)) + 1):
        nip = f"197{nomor}0101199503100{nomor}"
        unit = draw(st.sampled_from(UNITS))
        skp.rows["pegawai"].append({"nip": nip, "nama": draw(nasty), "unit": unit})
        _draw_person(draw, skp, {"tahun": TAHUN, "nip": nip})
    for kode in draw(st.lists(st.sampled_from(UNITS), unique=True)):
        capaian = str(draw(st.sampled_from(list(CapaianOrganisasi))))
        skp.rows["capaian_organisasi"].append({"tahun": TAHUN, "unit": kode, "capaian": capaian})
    return skp


def _draw_person(draw: st.DrawFn, skp: Skp, key: Cells) -> None:
    parts = draw(st.sampled_from(((), ("1",), ("1", "2"), ("2", "10"))))
    skp.rows["bagian"] += [{**key, "bagian": part} for part in parts]
    for part in parts or ("1",):
        _draw_results(draw, skp, {**key, "bagian": part})
    for nilai in draw(st.lists(st.sampled_from(list(NilaiBerakhlak)), unique=True, max_size=7)):
        row = {**key, "perilaku": str(nilai), "ekspektasi": draw(maybe_nasty)}
        skp.rows["ekspektasi"].append({**row, "umpan_balik": draw(maybe_nasty)})
    for jenis in draw(st.lists(st.sampled_from(list(JenisLampiran)), unique=True)):
        for no in draw(st.sampled_from((("1",), ("2", "11")))):
            row = {**key, "jenis": str(jenis), "no": no, "uraian": draw(nasty)}
            skp.rows["lampiran"].append(row)
    for periode in draw(st.lists(st.sampled_from(PERIODE_EVALUASI), unique=True, max_size=3)):
        row = {**key, "periode": periode, "hasil_kerja": draw(ratings)}
        skp.rows["evaluasi"].append({**row, "perilaku_kerja": draw(ratings)})
    if draw(st.integers(0, 4)) == 0:
        skp.rows["pengecualian"].append({**key, "alasan": "cltn", "tanggal": "2025-03-01"})


def _draw_results(draw: st.DrawFn, skp: Skp, key: Cells) -> None:
    for no in draw(st.sampled_from(((), ("1",), ("1", "2"), ("3", "20", "11")))):
        row = {**key, "no": no, "uraian": draw(nasty), "rencana_pimpinan": draw(maybe_nasty)}
        jenis = draw(st.sampled_from(("", *map(str, JenisHasil))))
        skp.rows["hasil_kerja"].append({**row, "jenis": jenis})
        for nomor in draw(st.sampled_from(((), ("1",), ("1", "2"), ("2", "10")))):
            indikator = {**key, "no_hasil": no, "no": nomor, "uraian": draw(nasty)}
            skp.rows["indikator"].append({**indikator, **_draw_measures(draw)})


def _draw_measures(draw: st.DrawFn) -> Cells:
    target = draw(st.one_of(st.just(""), measures))
    counted = is_figure(target) or not target
    return {
        "aspek": draw(st.sampled_from(("", *ASPEK))),
        "target": target,
        "satuan": draw(maybe_nasty) if counted else "",
        "realisasi": draw(st.one_of(st.just(""), measures)) if target else "",
        "bukti": draw(maybe_nasty),
        "umpan_balik": draw(maybe_nasty),
    }
