"""The people of a BKN workbook: who is appraised, the appraiser and the superior."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from skp_tui.domain.office import KOLOM_PEJABAT
from skp_tui.exchange.bkn.layout import ATASAN, KEGIATAN, PENILAI, YANG_DINILAI
from skp_tui.exchange.bkn.sheet import Lembar, SelBuku, compact

Orang = dict[str, SelBuku]
"""What a form says of one person: nip, nama, golongan, jabatan, unit."""

_LABELS: Mapping[str, re.Pattern[str]] = {
    "nip": re.compile(r"nip(baru|nrp)?"),
    "nama": re.compile(r"nama(lengkap|pegawai|pns)?"),
    "golongan": re.compile(r"(pangkat)?(gol|golongan)?(ruang)?(tmt)?(?<=.)"),
    "jabatan": re.compile(r"(nama)?jabatan(pekerjaan)?(tmt)?"),
    "unit": re.compile(r"unit(kerja|organisasi)?|unitkerjaorganisasi|skpd|opd"),
}
_FILLER = re.compile(r"[:\s]*")
_ROW_NUMBER = re.compile(r"\d{1,2}[.)]?", re.ASCII)

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "yang_dinilai": YANG_DINILAI,
    "penilai": PENILAI,
    "atasan_penilai": ATASAN,
}


def people_side_by_side(lembar: Lembar) -> dict[str, Orang]:
    """Return appraiser and appraised of the form SKP, whose blocks stand beside each other."""
    heads: dict[str, SelBuku] = {}
    found: dict[str, Orang] = {}
    for row in lembar:
        if any(sel.padat.startswith(KEGIATAN) for sel in row):
            break
        heads = heads or _heads(row)
        if heads:
            _take(row, heads, found)
    return found


def _heads(row: Sequence[SelBuku]) -> dict[str, SelBuku]:
    return {
        who: sel
        for sel in row
        for who, names in _HEADINGS.items()
        if sel.padat in names and who != "atasan_penilai"
    }


def _take(row: Sequence[SelBuku], heads: Mapping[str, SelBuku], found: dict[str, Orang]) -> None:
    """Give each label of a row to the block above it; of two labels the left one is the left's."""
    order = sorted(heads, key=lambda who: heads[who].kolom)
    labels = [(sel, nama, rest) for sel in row for nama, rest in [_label(sel)] if nama]
    for index, (sel, nama, rest) in enumerate(labels):
        if len(labels) == len(order):
            who = order[index]
        else:
            left = [one for one in order if heads[one].kolom <= sel.kolom + 1]
            who = left[-1] if left else order[0]
        until = labels[index + 1][0].kolom if index + 1 < len(labels) else None
        value = replace(sel, teks=rest) if rest else _value(row, sel.kolom, until)
        if value is not None:
            found.setdefault(who, {}).setdefault(nama, value)


def people_in_turn(lembar: Lembar) -> dict[str, Orang]:
    """Return the three people of the form PENILAIAN, whose blocks stand under each other."""
    found: dict[str, Orang] = {}
    who = ""
    for row in lembar:
        if any(sel.padat in ("unsuryangdinilai", "orientasipelayanan") for sel in row):
            break
        for sel in row:
            who = next((one for one, names in _HEADINGS.items() if sel.padat in names), who)
        if not who:
            continue
        for sel in row:
            nama, rest = _label(sel)
            value = replace(sel, teks=rest) if rest else _value(row, sel.kolom, None)
            if nama and value is not None:
                found.setdefault(who, {}).setdefault(nama, value)
                break
    return found


def _label(sel: SelBuku) -> tuple[str, str]:
    """Return which field a cell asks for, and the value where it stands in the same cell."""
    head, colon, rest = sel.teks.partition(":")
    text = compact(head)
    nama = next((one for one, form in _LABELS.items() if text and form.fullmatch(text)), "")
    return nama, rest.strip() if nama and colon else ""


def _value(row: Iterable[SelBuku], after: int, until: int | None) -> SelBuku | None:
    return next(_values(row, after, until), None)


def _values(row: Iterable[SelBuku], after: int, until: int | None) -> Iterator[SelBuku]:
    for sel in row:
        inside = sel.kolom > after and (until is None or sel.kolom < until)
        text = sel.teks.lstrip(": ").strip()
        if inside and text and not _FILLER.fullmatch(sel.teks) and not _ROW_NUMBER.fullmatch(text):
            yield replace(sel, teks=text)


def merged(first: Mapping[str, Orang], second: Mapping[str, Orang]) -> dict[str, Orang]:
    """Return each person with what the first form says, and where it is silent the second one."""
    names = dict.fromkeys((*first, *second))
    return {who: {**second.get(who, {}), **first.get(who, {})} for who in names}


def is_known(orang: Mapping[str, SelBuku]) -> bool:
    """Say whether a form names anybody: a dash stands where there is nobody."""
    return any(nama in orang and orang[nama].teks != "-" for nama in KOLOM_PEJABAT[:2])
