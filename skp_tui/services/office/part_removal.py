"""Removing the last part of a year: what comes last again, and the person's record with it."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from skp_tui.domain.appraisal import Bagian
from skp_tui.domain.office import PEJABAT, PENDAMPING, SNAPSHOT
from skp_tui.domain.parts import SEHARI
from skp_tui.errors import InputError
from skp_tui.record import record
from skp_tui.services.base.importing import write_plan
from skp_tui.services.office.appraisers import changed_answers, known_pejabat
from skp_tui.services.office.moving import Tugas, open_posts, person_plans, snapshot_answers
from skp_tui.storage.changes import parts

if TYPE_CHECKING:
    from skp_tui.exchange.plan.plan import Rencana
    from skp_tui.storage.transactions.writer import Writer

_NAMES: Mapping[str, str] = {
    "unit": "unit", "jabatan": "jabatan", "jenis_jabatan": "jenis jabatan",
    "golongan": "golongan", "penilai": "penilai", "atasan_penilai": "atasan penilai",
}  # fmt: skip


@record
class Sebelumnya:
    """The part that comes last again, and where the person's record differs from it.

    ``dulu`` and ``kini`` name, in the same order, what that part and what the record say of each
    difference; both are empty where they agree. ``dapat_kembali`` when the record says what the
    removed part says: the move is in it, and can be taken out of it again.
    """

    bagian: Bagian
    terbuka: bool
    dulu: tuple[str, ...]
    kini: tuple[str, ...]
    dapat_kembali: bool


def part_before(tugas: Tugas) -> Sebelumnya:
    """Return what comes last once the last part is gone; raises InputError for the only one."""
    if len(tugas.bagian) == 1:
        raise InputError("Hanya bagian terakhir dari beberapa yang dapat dihapus.")
    *_, former, last = tugas.bagian
    record = _record(tugas)
    dulu = tuple(_differing(tugas, snapshot_answers(former), record))
    kini = tuple(_differing(tugas, record, snapshot_answers(former)))
    joined = former.selesai is not None and last.mulai == former.selesai + SEHARI
    return Sebelumnya(
        former,
        terbuka=joined or former.selesai is None,
        dulu=dulu,
        kini=kini,
        dapat_kembali=bool(dulu) and not any(_differing(tugas, snapshot_answers(last), record)),
    )


def remove_last_part(
    writer: "Writer", tahun: int, nip: str, nomor: int, *, keep_content: bool, kembali: bool = False
) -> None:
    """Remove the last part; what was entered in it goes to the part before, or is removed too.

    The part before has no last day any more when the removed one began on the next; what it prints
    stays, and where the person's record says the same it follows that again. With ``kembali`` the
    record is put back first, to what the part before says. Raises LockedError for a signed
    appraisal, InputError for a part that is not the last of several.
    """
    tugas = open_posts(writer, tahun, nip)
    before = part_before(tugas)
    if tugas.bagian[-1].nomor != nomor:
        raise InputError("Hanya bagian terakhir dari beberapa yang dapat dihapus.")
    former = before.bagian.nomor
    plans = _put_back(writer, tugas, before) if kembali else []
    words = ", Pegawai kembali ke tugas lama" if plans else ""
    with writer.change(f"hapus bagian {nomor} {tugas.orang.nama} {tahun}{words}") as work:
        for rencana in plans:
            write_plan(work, rencana)
        parts.remove_part(
            work, tahun, nip, nomor,
            to=former if keep_content else None,
            open_end=former if before.terbuka else None,
        )  # fmt: skip
        if before.terbuka and not tugas.lanjut:
            parts.follow_again(work, tahun, nip, former)


def _put_back(writer: "Writer", tugas: Tugas, before: Sebelumnya) -> "list[Rencana]":
    """Return the plan for the person's record; raises InputError where it may not be changed."""
    if not before.dapat_kembali:
        raise InputError("Data Pegawai sudah berubah.", "Ubah di daftar Pegawai.")
    answers = snapshot_answers(before.bagian)
    for awalan in PEJABAT:
        if known_pejabat(tugas.daftar, answers[f"{awalan}_nip"]) is not None:
            # who is a person here brings his own rank and post along, as they are now
            answers = {k: v for k, v in answers.items() if k not in _beside(awalan)}
    plans = person_plans(
        writer, tugas, changed_answers(answers, tugas.daftar, before=_record(tugas))
    )
    refused = [problem for rencana in plans for problem in rencana.ditolak]
    if refused:
        raise InputError(f"Data Pegawai: {refused[0].kalimat()}", "Ubah di daftar Pegawai.")
    return plans


def _beside(awalan: str) -> set[str]:
    return {f"{awalan}_{nama}" for nama in PENDAMPING}


def _record(tugas: Tugas) -> dict[str, str]:
    stored = tugas.daftar.pegawai[tugas.orang.nip]
    return {nama: stored[nama] or "" for nama in SNAPSHOT}


def _differing(tugas: Tugas, post: Mapping[str, str], other: Mapping[str, str]) -> Iterator[str]:
    """Name in what a post differs from another one; an appraiser is who has his NIP."""
    for nama, label in _NAMES.items():
        if nama in PEJABAT:
            differs = _who(post, nama) != _who(other, nama)
            text = post[f"{nama}_nama"] or post[f"{nama}_nip"]
        else:
            differs, text = post[nama] != other[nama], post[nama]
        if differs:
            unit = tugas.units.get(text) if nama == "unit" else None
            yield f"{label} {unit.nama if unit else text.replace('_', ' ') or '–'}"


def _who(post: Mapping[str, str], awalan: str) -> str:
    return post[f"{awalan}_nip"] or post[f"{awalan}_nama"]
