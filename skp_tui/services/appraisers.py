"""Who appraises whom: what follows an appraiser's own record, and one appraiser for many people."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from skp_tui.domain.office import PEJABAT, PENDAMPING, Pejabat
from skp_tui.domain.records import Rekaman
from skp_tui.errors import Problem
from skp_tui.record import record
from skp_tui.services.editing import Isian, Tersimpan, save_records
from skp_tui.services.listing import Daftar

if TYPE_CHECKING:
    from skp_tui.storage.writer import Writer


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

    Who was marked together with those whom he appraises keeps his own appraiser.
    """
    rows: list[Isian] = []
    passed: list[str] = []
    for satu in people:
        own = {
            awalan for awalan in PEJABAT if bare(answers.get(f"{awalan}_nip", "")) == satu["nip"]
        }
        given = {k: v for k, v in answers.items() if not any(_about(k, awalan) for awalan in own)}
        key = {nama: satu[nama] or "" for nama in ("nip", "nama", "unit")}
        if own:
            passed.append(satu["nama"] or "")
        if given:
            rows.append({**key, **given})
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
