"""The page about version 2 of the files says what the program does, column for column."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from skp_tui.exchange.kinds.kinds import JENIS, Kolom
from skp_tui.exchange.kinds.kinerja import JENIS_KINERJA
from skp_tui.rules.permenpanrb6 import KATEGORI
from skp_tui.services.keeping.sample import fill_with_sample
from skp_tui.services.sending.sending import export

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "data" / "berkas-versi-2.md"
_NOTE = re.compile(r"\s*\(([^()]*)\)")


def table(title: str) -> Iterator[list[str]]:
    """Yield the cells of the rows below a heading of the page."""
    section = PAGE.read_text(encoding="utf-8").split(f"## {title}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    yield from ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)


def written(kolom: Kolom) -> str:
    return f"**{kolom.nama}**" if kolom.wajib else kolom.nama


def test_the_page_has_every_column_of_the_new_kinds_in_its_order() -> None:
    rows = list(table("Jenis dan kolomnya"))
    assert [nama for nama, _, _ in rows] == [f"`{jenis.nama}`" for jenis in JENIS_KINERJA]
    for jenis, (_, kolom, kunci) in zip(JENIS_KINERJA, rows, strict=True):
        assert _NOTE.sub("", kolom) == ", ".join(map(written, jenis.kolom))
        assert kunci == ", ".join(jenis.kunci)


def test_the_page_names_every_choice_and_every_default() -> None:
    rows = {nama.strip("`"): kolom for nama, kolom, _ in table("Jenis dan kolomnya")}
    for jenis in JENIS_KINERJA:
        noted = dict(re.findall(r"\*{0,2}(\w+)\*{0,2} \(([^()]*)\)", rows[jenis.nama]))
        for kolom in jenis.kolom:
            said = noted.get(kolom.nama, "")
            choices, _, default = said.partition("bila kosong ")
            if kolom.pilihan:
                assert re.findall(r"`(\w+)`", choices) == list(kolom.pilihan)
            assert (default.strip("`") or None) == kolom.bawaan, (jenis.nama, kolom.nama)


def test_the_page_lists_every_other_header_that_is_known() -> None:
    found = {
        (jenis.strip("`"), kolom): tuple(names.split(" · "))
        for jenis, kolom, names in table("Judul kolom lain yang dikenal")
    }
    assert found == {
        (jenis.nama, kolom.nama): kolom.alias
        for jenis in JENIS_KINERJA
        for kolom in jenis.kolom
        if kolom.alias and kolom.nama not in {"nip", "unit"}
    }


def test_the_page_names_the_kinds_of_version_1_as_they_are() -> None:
    old = [nama for nama in JENIS if JENIS[nama] not in JENIS_KINERJA]
    text = PAGE.read_text(encoding="utf-8").split("## ")[0]
    assert [nama for nama in re.findall(r"`([a-z_]+)`", text) if nama in JENIS] == old


def test_the_readme_names_every_kind_in_table_order_and_the_page() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    said = text.split("The kinds (`JENIS`) are")[1].split("\n\n")[0]
    assert [nama for nama in re.findall(r"`([a-z_]+)`", said) if nama in JENIS] == list(JENIS)
    assert "data/berkas-versi-2.md" in text


def test_the_page_has_every_column_of_the_lists(tmp_path: Path) -> None:
    database = tmp_path / "contoh.db"
    fill_with_sample(database, lambda: datetime(2026, 1, 19, tzinfo=UTC), (2021, 2025))
    rows = list(table("Daftar angka kredit dan rekap"))
    said = {re.findall(r"`([a-z-]+)-KODE", berkas)[0]: kolom for _, berkas, kolom in rows}
    found = {}
    for profil in ("angka_kredit", "rekap"):
        _, sent = export(database, 2025, None, tmp_path, profil, datetime.now, sebagian=False)
        assert sent is not None
        for path in sent.berkas:
            found[path.name.split("-1")[0]] = path.read_text(encoding="utf-8").splitlines()[0]
    assert found["angka-kredit"].split(",") == said["angka-kredit"].split(", ")
    spread = ",".join(_column(nama) for nama in KATEGORI)
    for nama in ("rekap-unit", "rekap-penilai"):
        columns = said[nama].removesuffix(", lalu satu kolom setiap sebutan").split(", ")
        assert found[nama] == f"{','.join(columns)},{spread}"
    assert set(found["rekap-unit"].split(",")) <= set(found["rekap-tahun"].split(","))
    assert set(found) == set(said)


def _column(kategori: str) -> str:
    return kategori.lower().replace(" ", "_")
