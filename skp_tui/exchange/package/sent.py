"""The values of a package as they are kept, and what differs from them now (design 3, kiriman).

Kept is the CSV itself, compressed. So everything that BKD was told can be looked up, not a choice
of it; its hash proves that it is what was sent; and no second form has to be kept in step with the
package. Of 5,000 people it takes 0.25 MB, a sixth of the file, and as much again in the trail; one
person takes 50 bytes. Base64, because the trail tells every column as JSON.
"""

import base64
import binascii
import csv
import hashlib
import io
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from skp_tui.errors import InputError
from skp_tui.exchange.package.bkd import KOLOM, KOLOM_TEKS, NAMA_KOLOM, Baris
from skp_tui.exchange.reading.decoding import UKURAN_TERBESAR
from skp_tui.exchange.values import unquoted
from skp_tui.record import record
from skp_tui.rules.regulation import nama_peraturan
from skp_tui.rules.result import Status

Pengaturan = Mapping[str, str | None]

KOSONG = "–"
_STATUS: Mapping[str, str] = {
    Status.BELUM_DINILAI: "belum dinilai",
    Status.DIKECUALIKAN: "dikecualikan",
}
_JUDUL = {kolom.nama: kolom.judul for kolom in KOLOM}
_ANGKA = frozenset(kolom.nama for kolom in KOLOM if kolom.tipe == "number")
_KATA: Mapping[str, Callable[[str], str]] = {
    "peraturan": nama_peraturan,
    **dict.fromkeys(
        ("jenis_jabatan", "hasil_kerja", "perilaku_kerja"), lambda text: text.replace("_", " ")
    ),
    **dict.fromkeys(_ANGKA, lambda text: text.replace(".", ",")),
}
"""How people read what the columns hold, where they do not read it as it was sent."""
_DALAM_NILAI = frozenset({"status", "nilai_prestasi_kerja", "sebutan"})
"""What the value in words tells already, so that it is not told twice."""
_ISI_NILAI = frozenset(NAMA_KOLOM[NAMA_KOLOM.index("nilai_skp") : NAMA_KOLOM.index("penilai_nip")])
"""The columns that all come or go together with the value."""


class Macam(StrEnum):
    """What became of a person since: other values, came, went, or only other words about him."""

    NILAI = "nilai"
    DATANG = "datang"
    PERGI = "pergi"
    KETERANGAN = "keterangan"


@record
class Beda:
    """One person who is not as he was sent: his value then and now, and every other column.

    ``kolom`` holds title, old and new text.
    """

    macam: Macam
    nip: str
    nama: str
    lama: str
    baru: str
    kolom: tuple[tuple[str, str, str], ...] = ()


@record
class Perbedaan:
    """What differs: people, and settings of the period with their old and new value."""

    orang: tuple[Beda, ...] = ()
    pengaturan: tuple[tuple[str, str, str], ...] = ()

    @property
    def ada(self) -> bool:
        """Say whether anything differs."""
        return bool(self.orang or self.pengaturan)


def packed(content: bytes) -> str:
    """Return the CSV of a package as it is kept."""
    return base64.b64encode(zlib.compress(content, 9)).decode("ascii")


def packed_settings(pengaturan: Pengaturan) -> str:
    """Return the settings of the period as they are kept."""
    return json.dumps(pengaturan, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def unpacked_settings(text: str) -> dict[str, str | None]:
    """Return the settings that a package was computed with."""
    found: dict[str, str | None] = json.loads(text)
    return found


def unpacked(isi: str, sha256: str) -> bytes:
    """Return the CSV as it was sent; raises InputError where it is not what the hash says."""
    inflate = zlib.decompressobj()
    try:
        content = inflate.decompress(base64.b64decode(isi, validate=True), UKURAN_TERBESAR)
    except (binascii.Error, zlib.error):
        content = b""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise InputError(
            "Isi kiriman ini tidak cocok dengan sha256-nya: basis data diubah dari luar program.",
            "Jalankan skp-tui periksa.",
        )
    return content


def rows_of(content: bytes) -> list[Baris]:
    """Return the rows of a package by column name, as they were before a ``'`` protected them."""
    reader = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))
    return [
        {nama: unquoted(text) if nama in KOLOM_TEKS else text for nama, text in row.items()}
        for row in reader
    ]


def differences(
    lama: Sequence[Baris], baru: Sequence[Baris], dulu: Pengaturan, kini: Pengaturan
) -> Perbedaan:
    """Return what differs between the rows and settings that were sent and those of now.

    Those whose value changed come first, then who came and went, then who is only described
    otherwise; each in the order of the package.
    """
    order = list(Macam)
    people = sorted(_people(lama, baru), key=lambda satu: order.index(satu.macam))
    names = {**dulu, **kini}
    settings = tuple(
        (nama, dulu.get(nama) or KOSONG, kini.get(nama) or KOSONG)
        for nama in names
        if dulu.get(nama) != kini.get(nama)
    )
    return Perbedaan(tuple(people), settings)


def _people(lama: Iterable[Baris], baru: Iterable[Baris]) -> Iterator[Beda]:
    before = {row["nip"]: row for row in lama}
    for row in baru:
        old = before.pop(row["nip"], None)
        if old is None:
            yield Beda(Macam.DATANG, row["nip"], row["nama"], "", value_words(row))
        elif old != row:
            yield _changed(old, row)
    for old in before.values():
        yield Beda(Macam.PERGI, old["nip"], old["nama"], value_words(old), "")


def _changed(old: Baris, row: Baris) -> Beda:
    then, now = value_words(old), value_words(row)
    told = _DALAM_NILAI if old["status"] == row["status"] else _DALAM_NILAI | _ISI_NILAI
    other = tuple(
        (_JUDUL.get(nama, nama), shown_cell(nama, old.get(nama, "")), shown_cell(nama, row[nama]))
        for nama in row
        if nama not in told and old.get(nama, "") != row[nama]
    )
    macam = Macam.KETERANGAN if then == now else Macam.NILAI
    return Beda(macam, row["nip"], row["nama"], then, now, other)


def value_words(row: Baris) -> str:
    """Return the value of a row in words: ``87,60 Baik``, or why there is none.

    From 2022 there is no number, so that the predikat stands alone.
    """
    if row["status"] != Status.DINILAI:
        return _STATUS.get(row["status"], row["status"])
    number = row["nilai_prestasi_kerja"]
    parts = (shown_cell("nilai_prestasi_kerja", number) if number else "", row["sebutan"])
    return " ".join(filter(None, parts))


def shown_cell(nama: str, text: str) -> str:
    """Write what a column of a package holds as people read it: ``di bawah``, ``87,60``."""
    if not text:
        return KOSONG
    return _KATA[nama](text) if nama in _KATA else text
