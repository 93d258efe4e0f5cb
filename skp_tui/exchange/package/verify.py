"""The examination of a package that came in: bytes, hash, fingerprint, schema, rows, recap."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from skp_tui.domain.period import Periode
from skp_tui.domain.recap import TINGKAT_TERBANYAK
from skp_tui.errors import InputError, Problem
from skp_tui.exchange.package.documents import Json
from skp_tui.exchange.package.package import VERSI, hash_of, schema, sidik
from skp_tui.exchange.package.verify_recap import recap_problems
from skp_tui.exchange.package.verify_rows import read_rows
from skp_tui.exchange.reading.decoding import UKURAN_TERBESAR
from skp_tui.rules.regulation import governing_instead, peraturan_named

_MINTA_LAGI = "minta pengirim mengekspor ulang"
_MINTA = "Minta pengirim mengekspor ulang."
_TERDALAM = 2 * TINGKAT_TERBANYAK + 100
"""How deep values may stand in one another; of each unit a list of those below stands in it."""
_BENTUK: Mapping[str, type] = {
    "unit": str,
    "nama_unit": str,
    "tahun": int,
    "peraturan": str,
    "kiriman": int,
    "sebagian": bool,
    "pengaturan": dict,
    "rekap": dict,
    "program": str,
    "waktu": str,
    "sidik": str,
}


class _FractionError(ValueError):
    """A number with a fraction, which a descriptor never holds."""


def verify_package(path: Path, nama: str = "") -> list[Problem]:
    """Return what is wrong with a package, named by its descriptor; nothing is an empty list.

    ``nama`` is how messages call the descriptor, and the CSV beside it, where its own name does not
    tell it apart. Raises InputError where descriptor or CSV cannot be read at all.
    """
    nama = nama or path.name
    try:
        return _verified(path, nama)
    except _FractionError:
        return [Problem(f"berisi bilangan pecahan, yang tidak pernah ditulis program ini; "
                        f"{_MINTA_LAGI}", nama)]  # fmt: skip


def package_words(path: Path, nama: str = "") -> str:
    """Say of which unit and year a package is, as its descriptor has it; empty without one."""
    nama = nama or path.name
    try:
        skp, _ = _parts(_descriptor(path, nama), nama)
    except (InputError, ValueError):
        return ""
    rekap = skp.get("rekap")
    people = rekap.get("jumlah_pegawai") if isinstance(rekap, dict) else None
    part = ", sebagian" if skp.get("sebagian") is True else ""
    return (
        f"{nama}: {skp.get('nama_unit')} ({skp.get('unit')}), tahun {skp.get('tahun')}, "
        f"kiriman ke-{skp.get('kiriman')}, {people} pegawai{part}"
    )


def regulation_note(path: Path, nama: str = "") -> str:
    """Say that a package is of a year that another regulation governs; empty where it is not.

    It is no fault, since an office may convert a year for a reason. A package that cannot be read
    or whose year nothing governs is told by ``verify_package``.
    """
    nama = nama or path.name
    try:
        skp, _ = _parts(_descriptor(path, nama), nama)
        tahun, kode = skp.get("tahun"), str(skp.get("peraturan"))
        own = peraturan_named(kode)
        if type(tahun) is not int or own is None:
            return ""
        governing = governing_instead(Periode(tahun, kode))
    except (InputError, ValueError):
        return ""
    if governing is None:
        return ""
    return f"{nama}: tahun {tahun} dihitung menurut {own.nama}, bukan {governing.nama}"


def _verified(path: Path, nama: str) -> list[Problem]:
    doc = _descriptor(path, nama)
    skp, resource = _parts(doc, nama)
    csv_path = _csv_path(path, resource, nama)
    csv = _bytes_of(csv_path)
    found = [Problem(pesan, nama) for pesan in _of_descriptor(doc, skp, resource, csv)]
    if any(type(skp.get(nama)) is not bentuk for nama, bentuk in _BENTUK.items()):
        return found
    rows, faults = read_rows(csv, str(Path(nama).with_name(csv_path.name)), skp)
    found.extend(faults)
    if rows is not None:
        found.extend(Problem(pesan, nama) for pesan in recap_problems(skp, rows))
    return found


def _descriptor(path: Path, nama: str) -> Json:
    try:
        doc = json.loads(_bytes_of(path), parse_float=_no_fraction, parse_constant=_no_fraction)
    except _FractionError:
        raise
    except ValueError:
        raise InputError(f"{nama} bukan JSON yang utuh.", _MINTA) from None
    except RecursionError:
        raise _too_deep(nama) from None
    if _is_too_deep(doc):
        raise _too_deep(nama)
    if not isinstance(doc, dict):
        raise InputError(f"{nama} bukan paket data.", _MINTA)
    return doc


def _is_too_deep(doc: object) -> bool:
    """Say whether values stand in one another deeper than in any package of this program."""
    level = [doc]
    for _ in range(_TERDALAM):
        level = [inner for one in level for inner in _inside(one)]
    return bool(level)


def _inside(value: object) -> Iterable[object]:
    """Return the values that stand in a value; nothing stands in a text or a number."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _too_deep(nama: str) -> InputError:
    return InputError(f"{nama} bersarang terlalu dalam.", _MINTA)


def _no_fraction(_text: str) -> NoReturn:
    raise _FractionError


def _bytes_of(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            # a pipe would keep the program waiting for ever
            raise InputError(f"{path} bukan berkas.", "Sebutkan berkas .datapackage.json-nya.")
        with path.open("rb") as file:
            content = file.read(UKURAN_TERBESAR + 1)
    except (OSError, ValueError) as error:
        raise InputError(
            f"Berkas {path} tidak dapat dibaca.", "Periksa nama, tempat dan izinnya."
        ) from error
    if len(content) > UKURAN_TERBESAR:
        raise InputError(f"{path.name} lebih besar dari 50 MB.", _MINTA)
    return content


def _parts(doc: Json, nama: str) -> tuple[Json, Json]:
    skp, resources = doc.get("skp"), doc.get("resources")
    if not isinstance(skp, dict) or not isinstance(resources, list) or len(resources) != 1:
        raise InputError(f"{nama} bukan paket skp.", "Sebutkan berkas .datapackage.json-nya.")
    if skp.get("versi") != VERSI or skp["versi"] is True:
        raise InputError(
            f"{nama}: versi paket {skp.get('versi')} tidak dikenal.",
            "Perbarui program ini, atau minta paket versi 1.",
        )
    if not isinstance(resources[0], dict):
        raise InputError(f"{nama} tidak menyebut berkas CSV-nya.", _MINTA)
    return skp, resources[0]


def _csv_path(path: Path, resource: Json, nama: str) -> Path:
    """Return the CSV beside its descriptor; a path that leads elsewhere is never followed."""
    name = resource.get("path")
    if not isinstance(name, str) or not name or set(name) & set("/\\:\0") or name in {".", ".."}:
        raise InputError(f"{nama} tidak menyebut berkas CSV di sampingnya.", _MINTA)
    return path.parent / name


def _of_descriptor(doc: Json, skp: Json, resource: Json, csv: bytes) -> Iterator[str]:
    for nama, bentuk in _BENTUK.items():
        if type(skp.get(nama)) is not bentuk:
            yield f"skp.{nama} tidak ada atau salah bentuk; {_MINTA_LAGI}"
    if not _is_moment(skp.get("waktu")):
        yield f"skp.waktu bukan waktu dengan selisihnya; {_MINTA_LAGI}"
    if resource.get("bytes") != len(csv):
        yield f"berkas CSV {len(csv)} byte, bukan {resource.get('bytes')}; {_MINTA_LAGI}"
    if resource.get("hash") != hash_of(csv):
        yield f"isi berkas CSV tidak cocok dengan hash-nya: berkas berubah; {_MINTA_LAGI}"
    if resource.get("schema") != schema(str(skp.get("peraturan"))):
        yield f"skema kolomnya bukan skema paket skp; {_MINTA_LAGI}"
    if skp.get("sidik") != _sidik(doc):
        yield f"sidik tidak cocok: keterangan paket berubah; {_MINTA_LAGI}"


def _sidik(doc: Json) -> str | None:
    try:
        return sidik(doc)
    except UnicodeEncodeError:
        return None


def _is_moment(text: object) -> bool:
    try:
        return datetime.fromisoformat(str(text)).tzinfo is not None
    except ValueError:
        return False
