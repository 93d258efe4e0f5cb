"""Makes the offices that are measured: one unit, its people and their activities, all invented."""

from pathlib import Path

from skp_tui.cli import main as command

HEADER = (
    "tahun,nip,no,uraian,target_kuantitas,target_kualitas,target_waktu,"
    "realisasi_kuantitas,realisasi_kualitas,realisasi_waktu"
)
DONE = "10,100,12,10,88,12"


def nip_of(number: int) -> str:
    """Return the NIP of a person of the office."""
    return f"19800101{2001 + number // 999}011{number % 999 + 1:03}"


def make_office(folder: Path, people: int = 50, activities: int = 8, tahun: int = 2017) -> Path:
    """Make a database of one unit in which everybody is appraised, and return its path.

    Without activities the people are all there is, and no year.
    """
    db = folder / "bench.db"
    nips = [nip_of(number) for number in range(people)]
    digits = max(2, len(str(people)))  # so that they are ordered by name as by number
    aspects = "orientasi_pelayanan,integritas,komitmen,disiplin,kerja_sama"
    tables = {
        "unit": ["kode,nama", "1,Unit Bench"],
        "pegawai": ["nip,nama,unit,golongan"]
        + [f"{nip},Orang{number:0{digits}} Contoh,1,III/a" for number, nip in enumerate(nips, 1)],
        "kegiatan": [HEADER]
        + [
            f"{tahun},{nip},{no},Kegiatan {no},{DONE}"
            for nip in nips
            for no in range(1, activities + 1)
        ],
        "perilaku": [f"tahun,nip,{aspects}"] + [f"{tahun},{nip},85,85,85,85,85" for nip in nips],
    }
    if not activities:
        del tables["kegiatan"], tables["perilaku"]
    for jenis, lines in tables.items():
        file = folder / f"{jenis}.csv"
        file.write_text("\n".join(lines), encoding="utf-8")
        if command(["impor", jenis, str(file), "--db", str(db)]) != 0:
            raise SystemExit(f"{jenis} was refused")
    return db
