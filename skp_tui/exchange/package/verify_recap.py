"""The recap of a package, counted again from its rows with its own settings."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from skp_tui.domain.number import parse_number
from skp_tui.domain.office import Unit
from skp_tui.domain.period import (
    KebijakanBatas,
    KuantitasNol,
    Penyebut,
    Periode,
    pengaturan_periode,
)
from skp_tui.domain.recap import TINGKAT_TERBANYAK, Terhitung, levels, rekap
from skp_tui.exchange.package.documents import Json, rekap_document
from skp_tui.exchange.values import unquoted
from skp_tui.rules.regulation import Peraturan, peraturan_named
from skp_tui.rules.result import Status


def recap_problems(skp: Json, rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Yield every figure of the recap that its rows and settings do not bear out."""
    periode = _periode(skp)
    units, twins = _units(skp["rekap"])
    root = str(skp["unit"])
    if periode is None or twins or root not in units:
        yield "pengaturan atau pohon unit dalam paket tidak dapat dibaca; minta ekspor ulang"
        return
    if max(levels({kode: unit.induk for kode, unit in units.items()}).values()) > TINGKAT_TERBANYAK:
        yield f"pohon unitnya lebih dari {TINGKAT_TERBANYAK} tingkat, tidak dapat dihitung"
        return
    if pengaturan_periode(periode) != skp["pengaturan"]:
        yield "skp.pengaturan tidak lengkap atau tidak baku; minta ekspor ulang"
    if units[root].nama != skp["nama_unit"]:
        yield "skp.nama_unit berbeda dari nama unit dalam rekap"
    peraturan = peraturan_named(periode.peraturan)
    if peraturan is None:
        yield f"memakai peraturan {periode.peraturan}, yang belum dikenal; pasang skp-tui terbaru"
        return
    foreign = {kode for row in rows if (kode := unquoted(row["kode_unit"])) not in units}
    if foreign:
        yield f"baris memakai unit di luar rekap: {', '.join(sorted(foreign))}"
    orang = [_counted(row, peraturan) for row in rows]
    counted = rekap_document(rekap(units, root, orang, periode, peraturan.kategori))
    yield from _differences(counted, skp["rekap"], "rekap")
    if counted["belum_dinilai"] and not skp["sebagian"]:
        yield "masih ada yang belum dinilai, padahal paket tidak ditandai sebagian"


def _periode(skp: Json) -> Periode | None:
    given = skp["pengaturan"]
    if not isinstance(given, dict):
        return None
    try:
        target = given["target_indikator"]
        high, middle, low = (parse_number(text, ".") for text in given["pita_capaian"].split(";"))
        return Periode(
            tahun=int(str(skp["tahun"])),
            peraturan=str(skp["peraturan"]),
            kebijakan_batas=KebijakanBatas(given["kebijakan_batas"]),
            penyebut=Penyebut(given["penyebut"]),
            kuantitas_nol=KuantitasNol(given["kuantitas_nol"]),
            target_indikator=None if target is None else parse_number(str(target), "."),
            pita_capaian=(high, middle, low),
            batas_waktu=date.fromisoformat(given["batas_waktu"]),
        )
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def _units(doc: object) -> tuple[dict[str, Unit], bool]:
    """Return the units of a recap document, and whether one of them stands in it twice."""
    units: dict[str, Unit] = {}
    twins = False
    waiting: list[tuple[object, str | None]] = [(doc, None)]
    while waiting:
        node, induk = waiting.pop()
        if not isinstance(node, dict):
            continue
        kode = str(node.get("unit"))
        twins = twins or kode in units
        units[kode] = Unit(kode, str(node.get("nama_unit")), induk)
        below = node.get("subunit")
        waiting.extend((child, kode) for child in (below if isinstance(below, list) else ()))
    return units, twins


def _counted(row: Mapping[str, str], peraturan: Peraturan) -> Terhitung:
    done = row["status"] == Status.DINILAI
    return Terhitung(
        unit=unquoted(row["kode_unit"]),
        dikecualikan=row["status"] == Status.DIKECUALIKAN,
        sebutan=row["sebutan"] if done else None,
        minimal_baik=done and row["sebutan"] in peraturan.minimal_baik,
        batas=done and row["batas"] == "ya",
    )


def _differences(counted: object, written: object, place: str) -> Iterator[str]:
    if isinstance(counted, dict) and isinstance(written, dict):
        for nama in (*counted, *(nama for nama in written if nama not in counted)):
            yield from _differences(counted.get(nama), written.get(nama), f"{place}.{nama}")
    elif isinstance(counted, list) and isinstance(written, list) and len(counted) == len(written):
        for number, (mine, theirs) in enumerate(zip(counted, written, strict=True)):
            yield from _differences(mine, theirs, f"{place}[{number}]")
    elif counted != written or type(counted) is not type(written):
        yield f"{place} tertulis {_short(written)}, menurut baris-barisnya {_short(counted)}"


def _short(value: object) -> str:
    return "beberapa nilai" if isinstance(value, (dict, list)) else str(value)
