"""The rows of the files as candidates: cells read, faults collected, merged with what is stored."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from skp_tui.domain.number import DecimalSign
from skp_tui.domain.office import PEJABAT, PENDAMPING
from skp_tui.domain.records import Isian, Rekaman
from skp_tui.errors import Problem
from skp_tui.exchange.columns.headers import Terbaca
from skp_tui.exchange.kinds.kinds import Jenis, Kolom, Kunci, Tipe
from skp_tui.exchange.plan.plain_cells import JENIS_POLOS, PlainReader
from skp_tui.exchange.reading.table_model import LEWAT_BARIS, Mentah
from skp_tui.exchange.values import KOSONG, Sel, read_cell, shown_cell

_DIINGAT = 4096
_TANPA_NIP = "; yang tanpa NIP (bukan PNS, CPNS atau PPPK) tidak dinilai di sini"
_SETIAP_BARIS = ": NIP pada setiap baris, juga bila orangnya sama dengan baris di atasnya"


@dataclass(eq=False, slots=True)
class Asal:
    """The table that a row comes from: its number in this call, its file, its sheet."""

    nomor: int
    berkas: str
    lembar: str | None


@dataclass(eq=False, slots=True)
class Calon:
    """One row on its way into the plan; ``salah`` holds every fault, a refused row has some.

    ``lama`` is the stored record, ``jadi`` the record as it would stand after merging.
    """

    asal: Asal
    mentah: Mentah
    sel: dict[str, Sel]
    kunci: Kunci | None = None
    lama: Isian | None = None
    jadi: Isian = field(default_factory=dict)
    salah: tuple[Problem, ...] = ()
    catatan: tuple[Problem, ...] = ()

    @property
    def tempat(self) -> tuple[int, int]:
        """Return where the row stands, for sorting: file, line."""
        return self.asal.nomor, self.mentah.baris

    def isi(self, kolom: str) -> Sel:
        """Return the cell of a column, an empty one where the file has none."""
        return self.sel.get(kolom, KOSONG)

    def is_broken(self, kolom: str | None) -> bool:
        """Say whether a fault makes unknown what will stand in the column (None: in the row)."""
        return bool(self.salah) and any(problem.kolom == kolom for problem in self.salah)

    def problem(self, kolom: str | None, pesan: str) -> Problem:
        """Return a sentence about this row with its place and value."""
        asli = self.isi(kolom).asli if kolom else ""
        berkas, lembar = self.asal.berkas, self.asal.lembar
        return Problem(pesan, berkas, self.mentah.baris, kolom, shown_cell(asli), lembar)

    def refuse(self, kolom: str | None, pesan: str, sengketa: str | None = None) -> None:
        """Add a fault, unless the same one is there already."""
        problem = self.problem(kolom, pesan)
        if sengketa is not None:
            problem = replace(problem, sengketa=sengketa)
        if problem not in self.salah:
            self.salah = (*self.salah, problem)

    def warn(self, kolom: str | None, pesan: str) -> None:
        """Add a warning."""
        self.catatan = (*self.catatan, self.problem(kolom, pesan))


@dataclass(eq=False, slots=True)
class AsalTabel(Asal):
    """A table of rows that are read: how wide its header is, and what reads a row by cell."""

    lebar: int
    cells: Callable[[Mentah], dict[str, Sel]]

    def calon(self, mentah: Mentah) -> Calon:
        """Return one row with its cells read, and what is to be said of these."""
        calon = Calon(self, mentah, self.cells(mentah))
        _note_cells(calon, self.lebar)
        return calon


@dataclass(eq=False, slots=True)
class AsalPolos(AsalTabel):
    """A table of rows in which most likely nothing is odd, with what reads many of them at once."""

    polos: PlainReader


def table_of(
    nomor: int, berkas: str, terbaca: Terbaca, jenis: Jenis, tetap: Mapping[str, Sel]
) -> AsalTabel:
    """Return what reads the records of one table; ``tetap`` stands in for columns it lacks."""
    cells = _cells_of(terbaca, jenis, tetap)
    lebar, lembar = len(terbaca.judul.mentah.sel), terbaca.tabel.lembar
    if jenis.nama not in JENIS_POLOS:
        return AsalTabel(nomor, berkas, lembar, lebar, cells)
    return AsalPolos(nomor, berkas, lembar, lebar, cells, PlainReader(terbaca, jenis, tetap))


def _cells_of(
    terbaca: Terbaca, jenis: Jenis, tetap: Mapping[str, Sel]
) -> Callable[[Mentah], dict[str, Sel]]:
    """Return what reads the cells of one record by column."""
    letak = terbaca.judul.letak
    places = [
        (kolom.nama, letak[kolom.nama], _reader(kolom, terbaca.desimal))
        for kolom in jenis.kolom
        if kolom.nama in letak
    ]
    given = {
        nama: sel
        for nama, sel in tetap.items()
        if nama not in letak and stands_in(sel, jenis.kolom_bernama.get(nama))
    }

    def cells(mentah: Mentah) -> dict[str, Sel]:
        found = dict(given)
        for nama, index, read in places:
            if index < len(mentah.sel) and mentah.sel[index]:
                found[nama] = read(mentah.sel[index])
        return found

    return cells


def stands_in(sel: Sel, kolom: Kolom | None) -> bool:
    """Say whether a text stands in for an absent column: a mere place only where one must be."""
    return kolom is not None and (kolom.wajib or not sel.bagi_baru)


def _reader(kolom: Kolom, desimal: DecimalSign) -> Callable[[str], Sel]:
    """Return the reading of one column, which remembers: columns repeat a few texts."""
    return lru_cache(maxsize=_DIINGAT)(lambda asli: read_cell(asli, kolom, desimal))


def _note_cells(calon: Calon, lebar: int) -> None:
    sel = calon.mentah.sel
    if len(sel) > lebar and any(satu.strip() for satu in sel[lebar:]):
        calon.refuse(
            None,
            f"baris ini berisi {len(sel)} sel, judulnya {lebar}; apit dengan kutip sel yang "
            "berisi pemisah kolom",
        )
    elif len(sel) != lebar and any("\n" in satu or "\r" in satu for satu in sel):
        calon.refuse(None, LEWAT_BARIS)
    for cacat in calon.mentah.cacat:
        (calon.refuse if cacat.menolak else calon.warn)(cacat.kolom, cacat.pesan)
    for nama, satu in calon.sel.items():
        if satu.salah is not None and not calon.is_broken(nama):
            calon.refuse(nama, satu.salah)
        if satu.catatan is not None:
            calon.warn(nama, satu.catatan)


def is_unknown(calon: Calon, kolom: str) -> bool:
    """Say whether the merged value is not known: a broken cell, or a row whose key is broken."""
    return calon.is_broken(kolom) or (calon.kunci is None and calon.isi(kolom).kosong)


def key_of(calon: Calon, jenis: Jenis) -> Kunci | None:
    """Return the key of a row, or None after naming every key column that is not usable."""
    texts: Rekaman = {}
    for kolom in jenis.kolom_kunci:
        sel = calon.isi(kolom.nama)
        texts[kolom.nama] = sel.nilai or kolom.bawaan
        if sel.hapus:
            pesan = "kolom kunci tidak dapat dikosongkan dengan tanda -"
            calon.refuse(kolom.nama, pesan + (_TANPA_NIP if kolom.nama == "nip" else ""))
        elif sel.kosong and kolom.wajib:
            calon.refuse(kolom.nama, f"kolom kunci kosong; isi dahulu{_hint(kolom, jenis)}")
    if jenis.nama == "nilai_luar" and texts["jenis"] == "skp":
        texts["bagian"] = texts["bagian"] or "1"
    calon.jadi = {**calon.jadi, **texts}
    broken = any(calon.is_broken(nama) for nama in jenis.kunci)
    return None if broken else jenis.kunci_of(texts)


def _hint(kolom: Kolom, jenis: Jenis) -> str:
    """Say what an empty NIP mostly means: nobody with one, or the person of the row above."""
    if kolom.nama != "nip":
        return ""
    return _TANPA_NIP if jenis.nama == "pegawai" else _SETIAP_BARIS * ("no" in jenis.kunci)


def merge(calon: Calon, jenis: Jenis) -> None:
    """Lay the row over the stored record: an empty cell leaves, ``-`` clears, the rest is set."""
    lama = calon.lama
    jadi = {**jenis.kosong(), **(lama or {})}
    if lama is not None:
        jadi.update(_stale_companions(calon, lama))
    jadi.update(calon.jadi)
    for nama, sel in calon.sel.items():
        if nama not in jenis.kunci and not calon.is_broken(nama):
            _set(calon, jenis.kolom_bernama[nama], sel, jadi)
    for nama in jenis.wajib_isi if lama is None else ():
        if calon.isi(nama).kosong:
            calon.refuse(nama, "kolom wajib kosong; baris baru harus mengisinya")
    calon.jadi = jadi


def _set(calon: Calon, kolom: Kolom, sel: Sel, jadi: Rekaman) -> None:
    if sel.nilai is not None:
        if calon.lama is None or not sel.bagi_baru:
            jadi[kolom.nama] = sel.nilai
    elif sel.hapus and kolom.wajib:
        calon.refuse(kolom.nama, "kolom wajib tidak dapat dikosongkan dengan tanda -")
    elif sel.hapus and kolom.tipe is Tipe.UNIT:
        calon.warn(kolom.nama, "bagian selalu punya unit; tanda - diabaikan")
    elif sel.hapus and not (kolom.warisan and calon.lama and not jadi[kolom.nama]):
        jadi[kolom.nama] = "" if kolom.warisan else kolom.bawaan


def _stale_companions(calon: Calon, lama: Isian) -> Rekaman:
    """Drop name, rank, post and unit of the former appraiser where the row names another NIP."""
    stale: Rekaman = {}
    for awalan in PEJABAT:
        sel, before = calon.isi(f"{awalan}_nip"), lama.get(f"{awalan}_nip")
        if before and (sel.hapus or sel.nilai) and sel.nilai != before:
            stale.update({f"{awalan}_{nama}": None for nama in PENDAMPING})
    return stale


def signature(calon: Calon, jenis: Jenis) -> tuple[str | None, ...]:
    """Return what makes two rows of one key equal: the merged texts, raw where a cell is broken."""
    texts = (
        f"\0{calon.isi(nama).asli}" if calon.is_broken(nama) else calon.jadi.get(nama) or None
        for nama in jenis.nama_kolom
    )
    return (*texts, *(calon.mentah.sel if calon.is_broken(None) else ()))


def differing_columns(
    mine: Sequence[str | None], other: Sequence[str | None], jenis: Jenis
) -> list[str]:
    """Return the columns in which two rows of one key differ, the key where none does."""
    pairs = zip(jenis.nama_kolom, mine, other, strict=False)
    return [nama for nama, left, right in pairs if left != right] or [jenis.kunci[-1]]


def place_from(calon: Calon, other: Calon) -> str:
    """Name another row as seen from this one: with its file only where that differs."""
    if other.asal.nomor == calon.asal.nomor:
        return f"baris {other.mentah.baris}"
    return place_of(other)


def place_of(calon: Calon) -> str:
    """Name a row with its file and sheet."""
    asal = calon.asal
    lembar = f' lembar "{asal.lembar}"' if asal.lembar else ""
    return f"{asal.berkas}{lembar} baris {calon.mentah.baris}"


def leans_on(place: str) -> str:
    """Return the sentence for a row that needs a refused one."""
    return f"baris ini bergantung pada {place}, yang ditolak; perbaiki baris itu dahulu"
