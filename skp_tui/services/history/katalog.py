"""Names the records that the trail tells of: whose each is, of which year, and which one."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from skp_tui.record import record
from skp_tui.services.base.first_answers import PEJABAT_AWAL
from skp_tui.storage.trail.trail_lines import OWNING, Line, Record, Values, record_values

OWNED_BY = ("pegawai_id", "penilaian_id", "bagian_id", "hasil_kerja_id")
"""The columns that lead from a record to its person."""
_KEPT = frozenset({
    "nip", "nama", "kode", "tahun", "nomor", "no", "jenis", "bagian", "tahap", "periode", "tanggal",
    "perilaku", *OWNING,
})  # fmt: skip
_YEARLY = ("periode_id", "penilaian_id", "bagian_id", "hasil_kerja_id")
"""The columns that lead from a record to its year."""


@record
class Pokok:
    """Whom and what a record is about, as people name it."""

    nip: str
    nama: str
    tempat: str


class KatalogJejak:
    """The records that lines speak of, each read once; removed ones are known from the trail.

    It keeps no connection: what was learnt is put in words after the look has ended.
    """

    def __init__(self) -> None:
        self._known: dict[str, dict[int, Values]] = {}
        self._named: dict[Record, Pokok] = {}

    def learn(self, connection: sqlite3.Connection, lines: Iterable[Line]) -> None:
        """Read the records of some lines, and all that they belong to or point to."""
        wanted: set[Record] = set()
        for line in lines:
            wanted.add((line.tabel, line.kunci))
            wanted |= _pointed_to(line.lama) | _pointed_to(line.baru)
        while wanted:
            wanted = self._read(connection, wanted)

    def _read(self, connection: sqlite3.Connection, wanted: set[Record]) -> set[Record]:
        following: set[Record] = set()
        for tabel in {tabel for tabel, _ in wanted}:
            known = self._known.setdefault(tabel, {})
            keys = {key for name, key in wanted if name == tabel} - known.keys()
            if not keys:
                continue
            found = record_values(connection, tabel, keys)
            for key in keys:
                values = found.get(key, {})
                known[key] = {name: values[name] for name in _KEPT & values.keys()}
                following |= _pointed_to(values)
        return following

    def of(self, tabel: str, key: object) -> Values:
        """Return what is known of a record; nothing of one that never was."""
        return self._known.get(tabel, {}).get(key, {}) if isinstance(key, int) else {}

    def subject(self, line: Line) -> Pokok:
        """Return whom and what the record of a learnt line is about."""
        record = line.tabel, line.kunci
        named = self._named.get(record)
        if named is None:
            person = self._person(*record)
            nip, nama = str(person.get("nip", "")), str(person.get("nama", ""))
            named = self._named[record] = Pokok(nip, nama, self._place(*record))
        return named

    def _person(self, tabel: str, key: object) -> Values:
        if tabel == "pegawai":
            return self.of(tabel, key)
        values = self.of(tabel, key)
        for kolom in OWNED_BY:
            if values.get(kolom) is not None:
                return self._person(OWNING[kolom], values[kolom])
        return {}

    def _year(self, tabel: str, key: object) -> str:
        values = self.of(tabel, key)
        for kolom in _YEARLY:
            if values.get(kolom) is not None:
                owner = OWNING[kolom]
                own = self.of(owner, values[kolom])
                return (
                    str(own.get("tahun", ""))
                    if owner == "periode"
                    else self._year(owner, values[kolom])
                )
        return ""

    def _place(self, tabel: str, key: int) -> str:
        """Name a record: ``2017 kegiatan 3``."""
        values = self.of(tabel, key)
        if tabel in _OWN:
            words = _OWN[tabel](self, values)
        else:
            words = _PLAIN[tabel].format_map(defaultdict(str, values))
        return f"{self._year(tabel, key)} {words}".strip()

    def year(self, line: Line) -> str:
        """Return the year of the record of a learnt line; empty where it has none."""
        if line.tabel == "periode":
            return str(self.of(line.tabel, line.kunci).get("tahun", ""))
        return self._year(line.tabel, line.kunci)

    def appraisal(self, key: int) -> str:
        """Name an appraisal by its year and its person."""
        return f"{self._year('penilaian', key)} {self._person('penilaian', key).get('nama', '')}"

    def part(self, values: Values) -> str:
        """Name the part of a year that a record belongs to, where it is not the first one."""
        nomor = self.of("bagian", values.get("bagian_id")).get("nomor", 1)
        return "" if nomor == 1 else f"bagian {nomor} "


def _pointed_to(values: Values | None) -> set[Record]:
    found = values or {}
    return {
        (OWNING[name], key)
        for name in OWNING.keys() & found.keys()
        if isinstance(key := found[name], int)
    }


def _of_note(katalog: KatalogJejak, values: Values) -> str:
    kegiatan = katalog.of("kegiatan", values.get("kegiatan_id"))
    if not kegiatan:
        return "catatan perilaku"
    return f"kemajuan {katalog.part(kegiatan)}kegiatan {kegiatan.get('no')}"


def _of_value(_: KatalogJejak, values: Values) -> str:
    part = values.get("bagian")
    return f"nilai luar {values.get('jenis')}{f' bagian {part}' if part else ''}"


def _of_extra(katalog: KatalogJejak, values: Values) -> str:
    jenis = str(values.get("jenis", "")).replace("_", " ")
    return f"{katalog.part(values)}{jenis} {values.get('no', '')}"


def _of_activity(katalog: KatalogJejak, values: Values) -> str:
    return f"{katalog.part(values)}kegiatan {values.get('no', '')}"


def _of_result(katalog: KatalogJejak, values: Values) -> str:
    return f"{katalog.part(values)}hasil kerja {values.get('no', '')}"


def _of_indicator(katalog: KatalogJejak, values: Values) -> str:
    hasil = _of_result(katalog, katalog.of("hasil_kerja", values.get("hasil_kerja_id")))
    return f"{hasil} indikator {values.get('no', '')}"


def _of_expectation(_: KatalogJejak, values: Values) -> str:
    return f"ekspektasi {str(values.get('perilaku', '')).replace('_', ' ')}"


def _of_attachment(_: KatalogJejak, values: Values) -> str:
    return f"lampiran {str(values.get('jenis', '')).replace('_', ' ')} {values.get('no', '')}"


def _of_organisation(katalog: KatalogJejak, values: Values) -> str:
    unit = katalog.of("unit", values.get("unit_id"))
    return f"capaian organisasi {unit.get('nama', '')}".strip()


def _of_setting(_: KatalogJejak, values: Values) -> str:
    nama = str(values.get("nama", ""))
    words = "penilai dan atasan awal" if nama == PEJABAT_AWAL else nama.replace("_", " ")
    return f"pengaturan {words}"


def _of_objection(_: KatalogJejak, values: Values) -> str:
    tahap = values.get("tahap")
    return "keberatan" if tahap == "keberatan" else f"keberatan: {tahap}"


_PLAIN: Mapping[str, str] = {
    "unit": "unit {kode}",
    "pegawai": "data pegawai",
    "periode": "tahun {tahun}",
    "penilaian": "penilaian",
    "bagian": "bagian {nomor}",
    "perilaku": "perilaku",
    "evaluasi": "evaluasi {periode}",
    "pengecualian": "pengecualian",
    "kiriman": "kiriman {nomor}",
}
_OWN: Mapping[str, Callable[[KatalogJejak, Values], str]] = {
    "kegiatan": _of_activity,
    "tambahan": _of_extra,
    "hasil_kerja": _of_result,
    "indikator": _of_indicator,
    "ekspektasi": _of_expectation,
    "lampiran": _of_attachment,
    "capaian_organisasi": _of_organisation,
    "nilai_luar": _of_value,
    "keberatan": _of_objection,
    "pengaturan": _of_setting,
    "catatan": _of_note,
}
TABLES = frozenset({*_PLAIN, *_OWN})
"""The tables whose records have words of their own."""
