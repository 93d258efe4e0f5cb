"""The questions about a person: the columns of kind ``pegawai`` in plain words."""

from collections.abc import Mapping

from skp_tui.domain.dates import editable_date, parse_date
from skp_tui.domain.nip import StatusPegawai, shown_nip
from skp_tui.domain.office import ESELON, KOLOM_PEJABAT, PEJABAT, JenisJabatan, Pejabat, Unit
from skp_tui.domain.rank import GOLONGAN_PPPK, PANGKAT
from skp_tui.services.office.listing import Daftar
from skp_tui.storage.reading.records import Rekaman
from skp_tui.ui.screens.form.field import Field, Pilihan, choices
from skp_tui.ui.screens.unit.read import indented

DATES = ("tmt_golongan", "aktif_sejak", "aktif_sampai")
GOLONGAN = (
    *choices([(golongan, f"{golongan}  {nama}") for golongan, nama in PANGKAT.items()]),
    *choices([(golongan, f"{golongan}  (PPPK)") for golongan in GOLONGAN_PPPK]),
)
KINDS = choices([(jenis, jenis.replace("_", " ")) for jenis in JenisJabatan])
STATUS = choices([(status, status) for status in StatusPegawai])
LEVELS = choices([(eselon, eselon) for eselon in (*ESELON, "non")])
JUDUL = {"penilai": "Pejabat penilai", "atasan_penilai": "Atasan pejabat penilai"}
KNOWN = "Bila ia pegawai di basis data ini, cukup NIP-nya: yang lain ikut datanya sendiri."

OTHER_UNIT = "Yang belum ada dibuat dahulu: O di layar Unit."


def unit_choices(units: Mapping[str, Unit]) -> tuple[Pilihan, ...]:
    """Return the units as a tree."""
    return choices(
        [(unit.kode, f"{'  ' * depth}{unit.nama} ({unit.kode})") for unit, depth in indented(units)]
    )


def rater_choices(daftar: Daftar) -> tuple[Pilihan, ...]:
    """Return who can be named as an appraiser: everybody, and who was named before."""
    others = ((satu.nip, f"{satu.nama}  {shown_nip(satu.nip)}") for satu in daftar.pejabat)
    both = (*people_choices(daftar), *choices(list(others)))
    return tuple(sorted(both, key=lambda satu: satu.teks))


def people_choices(daftar: Daftar) -> tuple[Pilihan, ...]:
    """Return everybody by name, to be found by name or NIP."""
    people = sorted(daftar.pegawai.values(), key=lambda satu: satu["nama"] or "")
    return choices(
        [(satu["nip"] or "", f"{satu['nama']}  {shown_nip(satu['nip'] or '')}") for satu in people]
    )


def person_fields(daftar: Daftar, *, baru: bool) -> list[Field]:
    """Return the questions; the NIP of somebody who is stored is only shown."""
    nip = "18 angka, boleh dengan spasi."
    if not baru:
        nip = "NIP dibetulkan dengan N di daftar pegawai."
    return [
        Field("nip", "NIP", "19670412 199403 1 005", nip, wajib=True, tetap=not baru, nip=True),
        Field("nama", "Nama", "Sari Contoh, S.Sos.", "Nama dengan gelar.", wajib=True),
        Field(
            "unit", "Unit", penjelasan=f"Memilih unit lain memindahkan pegawai ini. {OTHER_UNIT}",
            pilihan=unit_choices(daftar.units), wajib=True,
        ),
        Field("status", "Status", penjelasan="PPPK dinilai mulai 2022.", pilihan=STATUS,
              wajib=True),
        Field("golongan", "Golongan", penjelasan="Pangkat dan golongan ruang.", pilihan=GOLONGAN),
        Field("tmt_golongan", "TMT golongan", "01-04-2015", "Sejak kapan golongan itu."),
        Field("jabatan", "Jabatan", "Pengelola Kepegawaian", "Nama jabatan menurut SK."),
        Field("jenis_jabatan", "Jenis jabatan", pilihan=KINDS,
              penjelasan="Hanya jabatan struktural dinilai kepemimpinannya."),
        Field("eselon", "Eselon", penjelasan="Untuk jabatan struktural.", pilihan=LEVELS),
        *rater_fields(daftar),
        Field("aktif_sejak", "Aktif sejak", "01-03-2014", "Kosong: sejak semula.",
              judul="Masa kerja di unit ini"),
        Field("aktif_sampai", "Aktif sampai", "30-06-2017", "Kosong: masih aktif. Terakhir aktif."),
    ]  # fmt: skip


def rater_fields(daftar: Daftar) -> list[Field]:
    """Return the questions about the appraiser and his superior."""
    people = rater_choices(daftar)
    found: list[Field] = []
    for awalan in PEJABAT:
        found += [
            Field(f"{awalan}_nip", "NIP", "19620214 198503 1 977", KNOWN, people, bebas=True,
                  nip=True, judul=JUDUL[awalan]),
            Field(f"{awalan}_nama", "Nama", "Bram Contoh, S.H.", KNOWN),
            Field(f"{awalan}_golongan", "Golongan", pilihan=GOLONGAN, penjelasan=KNOWN),
            Field(f"{awalan}_jabatan", "Jabatan", "Kepala Subbagian Umum", KNOWN),
            Field(f"{awalan}_unit", "Unit kerja", "Sekretariat", KNOWN),
        ]  # fmt: skip
    return found


def shown(pegawai: Rekaman) -> dict[str, str]:
    """Return what is stored as a form shows it: dates with the day first, the NIP in blocks."""
    found = {nama: text or "" for nama, text in pegawai.items()}
    for nama in DATES:
        if found.get(nama):
            found[nama] = editable_date(parse_date(found[nama]))
    found["nip"] = shown_nip(found.get("nip", ""))
    return found


def pejabat_answers(awalan: str, pejabat: Pejabat) -> dict[str, str]:
    """Return the answers about an appraiser."""
    return {f"{awalan}_{nama}": getattr(pejabat, nama) for nama in KOLOM_PEJABAT}
