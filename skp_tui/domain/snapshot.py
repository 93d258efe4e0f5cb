"""Who a person's appraisers are, and what a part of a year prints (exchange 3, bagian)."""

from collections.abc import Mapping
from dataclasses import replace

from skp_tui.domain.office import JenisJabatan, Pegawai, Pejabat, Unit
from skp_tui.record import record


@record
class Snapshot:
    """Unit, rank, post and appraisers as a part of a year prints them."""

    unit: str
    golongan: str
    jabatan: str
    jenis_jabatan: JenisJabatan | None
    penilai: Pejabat
    atasan_penilai: Pejabat


def resolved(pejabat: Pejabat, people: Mapping[str, Pegawai], units: Mapping[str, Unit]) -> Pejabat:
    """Return the appraiser with what is not given filled from the person who has that NIP."""
    known = people.get(pejabat.nip)
    if known is None:
        return pejabat
    unit = units.get(known.unit)
    return Pejabat(
        nip=pejabat.nip,
        nama=pejabat.nama or known.nama,
        golongan=pejabat.golongan or known.golongan,
        jabatan=pejabat.jabatan or known.jabatan,
        unit=pejabat.unit or (unit.nama if unit else ""),
    )


def with_appraisers(
    pegawai: Pegawai, people: Mapping[str, Pegawai], units: Mapping[str, Unit]
) -> Pegawai:
    """Return the person with both appraisers resolved."""
    penilai = resolved(pegawai.penilai, people, units)
    atasan_penilai = resolved(pegawai.atasan_penilai, people, units)
    if penilai is pegawai.penilai and atasan_penilai is pegawai.atasan_penilai:
        return pegawai
    return replace(pegawai, penilai=penilai, atasan_penilai=atasan_penilai)


def followed(given: Mapping[str, str | None], current: Pejabat) -> Pejabat:
    """Return the appraiser of a part: each field that was not given (None) follows ``current``.

    When the part names another NIP, the rest of ``current`` is about somebody else and is not
    taken over.
    """
    nip = given["nip"]
    base = current if nip is None or nip == current.nip else Pejabat(nip=nip)
    fields = {name: value for name, value in given.items() if value is not None}
    return replace(base, **fields)
