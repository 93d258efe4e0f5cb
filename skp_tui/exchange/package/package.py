"""The data package for BKD: a CSV and its descriptor, which carries the recap and a fingerprint."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime

from skp_tui.domain.office import Unit
from skp_tui.domain.period import pengaturan_periode
from skp_tui.domain.recap import Rekap
from skp_tui.exchange.package.bkd import KolomBkd, columns_under
from skp_tui.exchange.package.documents import Json, rekap_document
from skp_tui.exchange.writing.publishing import NamaBerkas, safe_code
from skp_tui.record import record

VERSI = 1
EKSTENSI = ".datapackage.json"


@record
class Kiriman:
    """What a package says about itself; ``nomor`` counts from 1 per unit and year.

    ``waktu`` carries its offset, ``program`` the name and version of the writer. The recap brings
    the period with its settings.
    """

    unit: Unit
    rekap: Rekap
    nomor: int
    sebagian: bool
    program: str
    waktu: datetime


def package_names(kode: str, tahun: int) -> tuple[NamaBerkas, NamaBerkas]:
    """Return the names of CSV and descriptor, in the order in which they are to be published."""
    pangkal = f"skp-{safe_code(kode)}-{tahun}"
    return NamaBerkas(pangkal, ".csv"), NamaBerkas(pangkal, EKSTENSI)


def descriptor(csv: bytes, kiriman: Kiriman, akhiran: str = "") -> Json:
    """Return the descriptor of a CSV, for the suffix under which both will be published.

    ``Berkas.akhiran`` is known before anything is written, so that path and name can point at it.
    """
    if kiriman.waktu.tzinfo is None:
        raise ValueError("waktu kiriman harus menyebut selisih waktunya")
    periode = kiriman.rekap.periode
    berkas, _ = package_names(kiriman.unit.kode, periode.tahun)
    name = f"{berkas.pangkal}{akhiran}".lower()
    skp = _about(kiriman)
    doc: Json = {
        "profile": "tabular-data-package",
        "name": name,
        "title": f"Penilaian prestasi kerja {periode.tahun}: {kiriman.unit.nama}",
        "resources": [_resource(name, berkas.dengan(akhiran), csv, periode.peraturan)],
        "skp": skp,
    }
    return {**doc, "skp": {**skp, "sidik": sidik(doc)}}


def _about(kiriman: Kiriman) -> Json:
    periode = kiriman.rekap.periode
    return {
        "versi": VERSI,
        "unit": kiriman.unit.kode,
        "nama_unit": kiriman.unit.nama,
        "tahun": periode.tahun,
        "peraturan": periode.peraturan,
        "kiriman": kiriman.nomor,
        "sebagian": kiriman.sebagian,
        "pengaturan": pengaturan_periode(periode),
        "rekap": rekap_document(kiriman.rekap),
        "program": kiriman.program,
        "waktu": kiriman.waktu.isoformat(timespec="seconds"),
    }


def sidik(doc: Mapping[str, object]) -> str:
    """Return the fingerprint: sha256 of the descriptor's canonical JSON without ``skp.sidik``."""
    skp = doc.get("skp")
    bare = dict(skp) if isinstance(skp, dict) else {}
    bare.pop("sidik", None)
    text = json.dumps(
        {**doc, "skp": bare}, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def hash_of(csv: bytes) -> str:
    """Return the hash of a file as a descriptor writes it."""
    return f"sha256:{hashlib.sha256(csv).hexdigest()}"


def _resource(name: str, path: str, csv: bytes, peraturan: str) -> Json:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "bytes": len(csv),
        "hash": hash_of(csv),
        "schema": schema(peraturan),
    }


def schema(peraturan: str) -> Json:
    """Return the table schema of the 30 columns; numbers have the decimal point.

    A regulation that came after version 1 stands beside those that a package could name then, in
    its own packages only: nothing changes in the others.
    """
    return {
        "fields": [_field(kolom) for kolom in columns_under(peraturan)],
        "missingValues": [""],
        "primaryKey": ["tahun", "nip"],
    }


def _field(kolom: KolomBkd) -> Json:
    constraints: Json = {
        "required": kolom.wajib or None,
        "enum": [str(pilihan) for pilihan in kolom.pilihan] or None,
        "pattern": kolom.pola or None,
        "minimum": kolom.terkecil,
        "maximum": kolom.terbesar,
    }
    given = {nama: value for nama, value in constraints.items() if value is not None}
    decimals: Json = {"decimalChar": "."} if kolom.tipe == "number" else {}
    field: Json = {"name": kolom.nama, "type": kolom.tipe, "title": kolom.judul, **decimals}
    return {**field, "constraints": given} if given else field
