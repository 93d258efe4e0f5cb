"""The activities of a BKN workbook: of PENGUKURAN, where it is silent of the form SKP."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from skp_tui.domain.number import MAX_DECIMALS, editable, shown
from skp_tui.errors import Problem
from skp_tui.exchange.bkn.sheet import SelBuku, amount, is_empty
from skp_tui.exchange.bkn.table import Butir, Tabel, unit_of_time
from skp_tui.exchange.values import shown_cell
from skp_tui.record import record

_NONE = "-"
_OUTCOME = "realisasi_"
_DASHES = ("-", "–", "—", "rp-", "rp.-", "rp0", "0,00", "0.00")


@record
class KegiatanTerbaca:
    """One activity: its number, and by column of kind kegiatan the cell that says it."""

    nomor: int
    isi: Mapping[str, SelBuku]

    @property
    def awal(self) -> SelBuku:
        """Return where it stands."""
        return self.isi["uraian"]


def activities_of(
    target: Tabel | None, outcome: Tabel | None, berkas: str
) -> tuple[tuple[KegiatanTerbaca, ...], tuple[Problem, ...]]:
    """Return the activities of both forms by number, and what is odd between the two.

    PENGUKURAN goes before: it is what was signed at the end, and what its value was computed from.
    """
    planned = _by_number(target)
    measured = _by_number(outcome)
    notes: list[Problem] = []
    found: list[KegiatanTerbaca] = []
    for nomor in sorted(planned.keys() | measured.keys()):
        first, second = measured.get(nomor), planned.get(nomor)
        notes.extend(_between(first, second, berkas, measured=bool(measured)))
        isi = {**(second.isi if second else {}), **(first.isi if first else {})}
        cells, odd = _as_columns(isi, berkas)
        found.append(KegiatanTerbaca(nomor, cells))
        notes.extend(odd)
    filled, unfilled = _filled(found, berkas)
    return filled, (*notes, *unfilled)


def _filled(
    kegiatan: Sequence[KegiatanTerbaca], berkas: str
) -> tuple[tuple[KegiatanTerbaca, ...], tuple[Problem, ...]]:
    """Return the activities without outcomes where every outcome of all of them is 0.

    Such a form is not filled yet: its cells link to empty ones, and are no outcomes of nothing.
    """
    outcomes = [
        sel for satu in kegiatan for nama, sel in satu.isi.items() if nama.startswith(_OUTCOME)
    ]
    zero = [sel for sel in outcomes if amount(sel.teks) == 0]
    if not zero or any(amount(sel.teks) != 0 and not _is_no_cost(sel) for sel in outcomes):
        return tuple(kegiatan), ()
    bare = (
        replace(
            satu,
            isi={nama: sel for nama, sel in satu.isi.items() if not nama.startswith(_OUTCOME)},
        )
        for satu in kegiatan
    )
    pesan = "realisasi semua kegiatan 0 dianggap belum diisi; hanya targetnya yang diimpor"
    return tuple(bare), (_note(zero[0], pesan, berkas),)


def _by_number(tabel: Tabel | None) -> dict[int, Butir]:
    return {} if tabel is None else {satu.nomor or 0: satu for satu in tabel.butir}


def _between(
    first: Butir | None, second: Butir | None, berkas: str, *, measured: bool
) -> Iterator[Problem]:
    if first is None and second is not None and measured:
        yield _note(second.isi["uraian"], "kegiatan ini tidak ada di PENGUKURAN; hanya targetnya "
                    "yang diimpor", berkas)  # fmt: skip
    if first is None or second is None:
        return
    if first.uraian != second.uraian:
        pesan = (
            f"di lembar {second.isi['uraian'].lembar} kegiatan nomor {second.nomor} lain bunyinya "
            f'("{shown_cell(second.isi["uraian"].teks)}"); yang di sini dipakai, periksa urutannya'
        )
        yield _note(first.isi["uraian"], pesan, berkas)
        return
    for nama, sel in first.isi.items():
        other = second.isi.get(nama)
        if nama.startswith("target_") and other and _differs(sel, other):
            pesan = f"di lembar {other.lembar} targetnya {other.teks}; yang di sini dipakai"
            yield _note(sel, pesan, berkas, nama)


def _differs(one: SelBuku, other: SelBuku) -> bool:
    if is_empty(one.teks) and is_empty(other.teks):
        return False
    first, second = amount(one.teks), amount(other.teks)
    return first != second if first is not None and second is not None else one.teks != other.teks


def _as_columns(
    isi: Mapping[str, SelBuku], berkas: str
) -> tuple[dict[str, SelBuku], tuple[Problem, ...]]:
    """Return the cells as the columns of kind kegiatan want them."""
    found = {nama: sel for nama, sel in isi.items() if not nama.endswith("_ak")}
    for side in ("target", "realisasi"):
        sel = found.get(f"{side}_biaya")
        if sel is not None and _is_no_cost(sel):
            # the form prints "-" where there are no costs; linked cells then hold 0
            found[f"{side}_biaya"] = replace(sel, teks=_NONE)
    waktu = found.get("satuan_waktu")
    if waktu is not None:
        teks = unit_of_time(waktu.teks)
        found["satuan_waktu"] = replace(waktu, teks=teks)
    ak, note = _credit(isi, berkas)
    if ak is not None:
        found["ak"] = ak
    return found, () if note is None else (note,)


def _is_no_cost(sel: SelBuku) -> bool:
    bare = sel.teks.replace(" ", "").casefold()
    return bare in _DASHES or is_empty(sel.teks)


def _credit(isi: Mapping[str, SelBuku], berkas: str) -> tuple[SelBuku | None, Problem | None]:
    """Return the angka kredit of one unit: the form prints that of the whole quantity (A.1)."""
    sel, kuantitas = isi.get("target_ak"), isi.get("target_kuantitas")
    if sel is None:
        return None, None
    if _is_no_cost(sel):
        return replace(sel, teks=_NONE), None
    total = amount(sel.teks)
    count = amount(kuantitas.teks) if kuantitas else None
    if total is None or not count:
        return sel, None
    one = total / count * 10**MAX_DECIMALS
    if one.denominator == 1:
        return replace(sel, teks=editable(Decimal(one.numerator).scaleb(-MAX_DECIMALS))), None
    units = shown(Decimal(count.numerator) / Decimal(count.denominator))
    pesan = f"angka kredit ini tidak habis dibagi {units}; AK per satuan dikosongkan, isi sendiri"
    return None, _note(sel, pesan, berkas, "ak")


def _note(sel: SelBuku, pesan: str, berkas: str, kolom: str | None = None) -> Problem:
    return Problem(pesan, berkas, sel.baris, kolom, shown_cell(sel.teks), sel.lembar)
