"""Who appraises whom: what follows an appraiser's own record, and one appraiser for many people."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from skp_tui.domain.office import KOLOM_PEJABAT, PEJABAT, PENDAMPING, Pejabat
from skp_tui.domain.records import Rekaman
from skp_tui.errors import Problem
from skp_tui.record import record
from skp_tui.services.base.editing import Isian, Tersimpan, save_records
from skp_tui.services.office.listing import Daftar

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer


def known_pejabat(daftar: Daftar, nip: str) -> Pejabat | None:
    """Return who has a NIP, as an appraiser; None when he is not in this database."""
    known = daftar.pegawai.get(bare(nip))
    if known is None:
        return None
    unit = daftar.units.get(known["unit"] or "")
    return Pejabat(
        known["nip"] or "", known["nama"] or "", known["golongan"] or "", known["jabatan"] or "",
        unit.nama if unit else "",
    )  # fmt: skip


def named_pejabat(daftar: Daftar, nip: str) -> Pejabat | None:
    """Return who has a NIP, also one who is no employee here but was named as appraiser before."""
    others = (satu for satu in daftar.pejabat if satu.nip == bare(nip))
    return known_pejabat(daftar, nip) or next(others, None)


def superior_of(daftar: Daftar, nip: str) -> Pejabat | None:
    """Return the superior of an appraiser; None where nobody is known.

    It is who appraises the appraiser himself; of one who is no employee here, the superior that
    most of those whom he appraises have.
    """
    own = daftar.pegawai.get(bare(nip))
    above = None if own is None else _named_in(own, "penilai", daftar)
    if above is not None or not bare(nip):
        return above
    judged = (satu for satu in daftar.pegawai.values() if satu["penilai_nip"] == bare(nip))
    named = (_named_in(satu, "atasan_penilai", daftar) for satu in judged)
    most = Counter(satu for satu in named if satu is not None).most_common(1)
    return most[0][0] if most else None


def _named_in(pegawai: Rekaman, awalan: str, daftar: Daftar) -> Pejabat | None:
    """Return who judges a person, None where nobody is named."""
    said = {nama: pegawai[f"{awalan}_{nama}"] or "" for nama in KOLOM_PEJABAT}
    if not (said["nip"] or said["nama"]):
        return None
    return known_pejabat(daftar, said["nip"]) or Pejabat(**said)


def superior_words(before: Sequence[Rekaman], given: Mapping[str, str], daftar: Daftar) -> str:
    """Say what became of the superior where another appraiser was named, else nothing.

    ``before`` are the people as they were. He follows nobody by himself, so that it is told.
    """
    nip, nama = given.get("penilai_nip"), given.get("penilai_nama")
    if not (nip or nama):
        return ""
    changed = [
        satu
        for satu in before
        if (bare(nip) != (satu["penilai_nip"] or "") if nip else nama != satu["penilai_nama"])
    ]
    if not changed:
        return ""
    if any(_about(kolom, "atasan_penilai") for kolom in given):
        known = known_pejabat(daftar, given.get("atasan_penilai_nip", ""))
        name = known.nama if known else given.get("atasan_penilai_nama", "")
        return f" Atasan penilainya: {name}." if name else ""
    kept = {satu["atasan_penilai_nama"] for satu in changed} - {None, ""}
    if not kept:
        return " Atasan penilainya belum ada."
    name = f"tetap {kept.pop()}" if len(kept) == 1 else "tetap seperti semula"
    return f" Atasan penilainya {name}; periksa."


def bare(nip: str) -> str:
    """Return a NIP without the blanks it may be written with."""
    return "".join(nip.split())


def without_followed(
    answers: Mapping[str, str], daftar: Daftar, *, before: Mapping[str, str]
) -> dict[str, str]:
    """Leave out what follows the appraiser's own record, so that it goes on following.

    Of an appraiser who was named before, only what was changed is given.
    """
    kept = dict(answers)
    for awalan in PEJABAT:
        nip = kept.get(f"{awalan}_nip", "")
        same = bare(nip) == bare(before.get(f"{awalan}_nip", ""))
        own = known_pejabat(daftar, nip)
        for nama in PENDAMPING:
            kolom = f"{awalan}_{nama}"
            text = kept.get(kolom, "")
            follows = own is not None and text == getattr(own, nama)
            unchanged = text == before.get(kolom, "")
            if (same and unchanged) or (not same and (follows or not text)):
                kept.pop(kolom, None)
    return kept


def changed_answers(
    answers: Mapping[str, str], daftar: Daftar, *, before: Mapping[str, str]
) -> dict[str, str]:
    """Return what a form changes: what differs, and all that was said of another appraiser.

    Of another one also what reads as that of the former must be given, or it would go with him.
    """
    others = [
        awalan
        for awalan in PEJABAT
        if bare(answers.get(f"{awalan}_nip", "")) != bare(before.get(f"{awalan}_nip", ""))
    ]
    return {
        kolom: text
        for kolom, text in without_followed(answers, daftar, before=before).items()
        if text != before.get(kolom, "") or any(_about(kolom, awalan) for awalan in others)
    }


@record
class Penetapan:
    """What many people get alike: the answers, and who cannot take them over himself."""

    isian: tuple[Isian, ...]
    dilewati: tuple[str, ...]


def assignment(people: Sequence[Rekaman], answers: Mapping[str, str]) -> Penetapan:
    """Return what each person gets; nobody becomes his own appraiser or superior of one.

    Who was marked together with those whom he appraises, or whose appraiser he is above, keeps his
    own appraiser and superior.
    """
    named = {bare(answers.get(f"{awalan}_nip", "")) for awalan in PEJABAT}
    rows: list[Isian] = []
    passed: list[str] = []
    for satu in people:
        own = satu["nip"] in named
        about = {k for k in answers if any(_about(k, awalan) for awalan in PEJABAT)}
        kept = {k: satu[k] or "" for k in about} if own else {}
        key = {nama: satu[nama] or "" for nama in ("nip", "nama", "unit")}
        if own:
            passed.append(satu["nama"] or "")
        if answers.keys() - kept.keys():
            # what one of several keeps is said too, or it would be cleared
            rows.append({**key, **answers, **kept})
    return Penetapan(tuple(rows), tuple(passed))


def _about(kolom: str, awalan: str) -> bool:
    return kolom.startswith(f"{awalan}_")


def assign(writer: "Writer", people: Sequence[Rekaman], answers: Mapping[str, str]) -> Tersimpan:
    """Give many people the same appraiser, superior or unit in one step, all or none."""
    for awalan in PEJABAT:
        lonely = [nama for nama in PENDAMPING if f"{awalan}_{nama}" in answers]
        if lonely and not {f"{awalan}_nip", f"{awalan}_nama"} & set(answers):
            return Tersimpan((Problem("isi NIP atau namanya juga", kolom=f"{awalan}_nip"),))
    rows = assignment(people, answers).isian
    if not rows:
        words = "tidak ada yang menilai dirinya sendiri; pilih orang lain"
        return Tersimpan((Problem(words, kolom="penilai_nip"),))
    return save_records(writer, "pegawai", rows, _sebab(answers, len(rows)))


def _sebab(answers: Mapping[str, str], number: int) -> str:
    """Name what was answered, as the trail and undo tell it."""
    named = [awalan for awalan in PEJABAT if any(_about(kolom, awalan) for kolom in answers)]
    words = [nama.replace("_", " ") for nama in named]
    if "unit" in answers:
        words.append("unit")
    *first, last = words
    return f"{', '.join(first)}{' dan ' if first else ''}{last} bagi {number} pegawai"
