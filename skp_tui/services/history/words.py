"""Says a line of the trail in words: which column, its values, and in short what a list shows."""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal, InvalidOperation

from skp_tui.domain.appraisal import ASPEK, KOLOM_ANGKA, PERILAKU
from skp_tui.domain.dates import parse_date, short_date
from skp_tui.domain.nip import shown_nip
from skp_tui.domain.number import shown
from skp_tui.domain.office import KOLOM_PEJABAT, PEJABAT, SNAPSHOT
from skp_tui.domain.ukuran import shown_ukuran, stored_ukuran
from skp_tui.rules.regulation import nama_peraturan
from skp_tui.services.base.first_answers import answers_in_words
from skp_tui.services.entry.entry import NAMA_KOLOM
from skp_tui.services.history.katalog import KatalogJejak
from skp_tui.storage.trail.trail_lines import OWNING, Line, Values

EMPTY = "–"
GIVEN_AS_EMPTY = "dikosongkan"
"""What a part says that does not follow the list of employees and has nothing of its own."""
_COPIED = frozenset({"unit_id", *SNAPSHOT} - {"unit"})
"""What a part takes over when it stops following the list of employees."""
_NUMBERS = frozenset({*KOLOM_ANGKA, *PERILAKU, "ak", "nilai", "jumlah", "target_indikator"})
_DATES = frozenset({
    "tanggal", "mulai", "selesai", "disepakati", "dikunci", "batas_waktu", "aktif_sejak",
    "aktif_sampai", "tmt_golongan",
})  # fmt: skip
_MEASURES = frozenset({"target", "realisasi"})
_CHOICES = frozenset({
    "jenis", "jenis_jabatan", "alasan", "hasil_kerja", "perilaku_kerja", "tahap", "capaian",
    "perilaku",
})  # fmt: skip
_COLUMN: Mapping[str, str] = {
    **NAMA_KOLOM,
    "tmt_golongan": "TMT golongan",
    "nip": "NIP",
    **{
        f"{awalan}_{nama}": f"{'NIP' if nama == 'nip' else nama} {awalan.replace('_', ' ')}"
        for awalan in PEJABAT
        for nama in KOLOM_PEJABAT
    },
    "induk_id": "unit induk",
    "saksi": "hasil yang ditandatangani",
    "dikunci": "tanggal kunci",
    "disepakati": "tanggal disepakati",
}
_IN_PLACE = frozenset({"nomor", "no", "bagian", "periode", "perilaku", "tahap", "kode"})
"""What the name of a record says already."""
_SHORT_COLUMN: Mapping[str, str] = {
    **{f"realisasi {aspek}": f"real. {aspek}" for aspek in ASPEK},
    "realisasi kualitas": "real. mutu",
    "target kualitas": "target mutu",
    "rencana hasil kerja pimpinan": "rencana pimpinan",
    "ekspektasi khusus pimpinan": "ekspektasi",
}
_PLACE = re.compile(r"(?:(\d{4}) )?(?:(bagian \d+) (?=\S))?(.*)", re.DOTALL)
_SHORT_PLACE = tuple(
    (re.compile(rf"\b{word} (?=\d)"), short)
    for word, short in (
        ("kegiatan", "keg. "),
        ("hasil kerja", "hasil "),
        ("indikator", "ind. "),
    )
)
# what tells a whole record best; without one all its columns do
_SUMMARY = (
    "uraian", "berkas", "isi", "nilai", "nama", "alasan", "tahun", "capaian", "ekspektasi",
)  # fmt: skip


PACKED = ("kiriman", "isi")
"""The values of a package, packed: nothing to read here."""
SETTING = ("pengaturan", "nilai")
"""What was typed as a setting of the program, which looks like a number and is none."""
PACKED_WORDS = "tersimpan; Riwayat di layar Kirim menampilkannya"


def column_words(kolom: str) -> str:
    """Name a column as people do."""
    return _COLUMN.get(kolom, kolom.removesuffix("_id").replace("_", " "))


def short_words(kolom: str, tempat: str) -> str:
    """Say what was changed with what tells it apart first: ``real. kuantitas · keg. 3 2017``.

    A list shows the beginning; the year, which most of its rows share, stands last.
    """
    found = _PLACE.fullmatch(tempat)
    tahun, bagian, words = found.groups() if found else ("", "", tempat)
    part = bagian and bagian.replace("bagian", "bag.")
    place = " ".join(filter(None, (words, part, tahun)))
    for long, short in _SHORT_PLACE:
        place = long.sub(short, place)
    return f"{_SHORT_COLUMN.get(kolom, kolom)} · {place}"


def value_words(katalog: KatalogJejak, tabel: str, kolom: str, value: object) -> str:
    """Write a value as the screens do; a dash for none."""
    if value is None or value == "":
        return GIVEN_AS_EMPTY if value == "" and tabel == "bagian" else EMPTY
    if kolom in OWNING:
        return _name(katalog, OWNING[kolom], value)
    if (tabel, kolom) == SETTING:
        return answers_in_words(str(value))
    text = PACKED_WORDS if (tabel, kolom) == PACKED else str(value)
    if kolom in _WORDS:
        # a value that the rules of its column never let in is shown as it is stored
        with suppress(InvalidOperation, KeyError, ValueError):
            return _WORDS[kolom](text)
    return text


def was_never_filled(line: Line, kolom: str) -> bool:
    """Say whether a part has nothing in a column before and after, and only its copy says so.

    A part that stops following the list of employees, as by a lock, takes all its columns over at
    once, the empty ones too; taking that back lets go of all. What is emptied alone was filled.
    """
    if line.tabel != "bagian" or line.lama is None or line.baru is None:
        return False
    pair = (line.lama.get(kolom), line.baru.get(kolom))
    return pair in {(None, ""), ("", None)} and line.baru.keys() >= _COPIED


def _signed(text: str) -> str:
    return str(json.loads(text)["sebutan"])


_NIPS = ("nip", "penilai_nip", "atasan_penilai_nip")
_WORDS: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys(_NUMBERS, lambda text: shown(Decimal(text))),
    **dict.fromkeys(_MEASURES, lambda text: shown_ukuran(stored_ukuran(text))),
    **dict.fromkeys(_DATES, lambda text: short_date(parse_date(text))),
    **dict.fromkeys(_NIPS, shown_nip),
    **dict.fromkeys(_CHOICES, lambda text: text.replace("_", " ")),
    "saksi": _signed,
    "peraturan": nama_peraturan,
}


def _name(katalog: KatalogJejak, tabel: str, key: object) -> str:
    values = katalog.of(tabel, key)
    if tabel == "unit" and values:
        return f"{values.get('nama')} ({values.get('kode')})"
    if tabel == "penilaian" and isinstance(key, int):
        return katalog.appraisal(key)
    for kolom in ("nama", "tahun", "nomor", "no"):
        if kolom in values:
            return str(values[kolom])
    return str(key)


def summary(katalog: KatalogJejak, tabel: str, values: Values) -> str:
    """Say what a whole record holds, in a few words."""
    for kolom in _SUMMARY:
        if kolom in values:
            return value_words(katalog, tabel, kolom, values[kolom])
    told = [
        f"{column_words(kolom)} {value_words(katalog, tabel, kolom, value)}"
        for kolom, value in values.items()
        if kolom not in OWNING and kolom not in _IN_PLACE
    ]
    return ", ".join(told) or EMPTY
