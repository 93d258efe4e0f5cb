"""Writes the README's table of keys from the registry: ``python -m tests.readme``."""

from pathlib import Path

from skp_tui.ui.actions import ACTIONS, Room

README = Path(__file__).parent.parent / "README.md"
HEAD, TAIL = "<!-- keys -->\n", "<!-- /keys -->"
ROOMS = {
    Room.UNIT: "Unit",
    Room.ISI: "Isi",
    Room.KINERJA: "Isi sejak 2022",
    Room.MENGAPA: "Mengapa",
    Room.KIRIM: "Kirim",
    Room.KIRIMAN: "Riwayat kiriman",
    Room.KIRIMAN_ISI: "isi kiriman",
    Room.PEGAWAI: "Pegawai",
    Room.UNIT_PERIODE: "Unit dan periode",
    Room.PENGATURAN: "Pengaturan",
    Room.AWAL: "awal",
    Room.FORM: "formulir",
    Room.LEMBAR: "Lembar penilaian",
    Room.SEPAKAT: "Sepakati dan kunci",
    Room.SALIN: "Salin dari",
    Room.SALIN_PILIH: "Salin ke",
    Room.SALIN_PRATINJAU: "pratinjau salinan",
    Room.TAHUN_BARU: "Tahun baru",
    Room.PERILAKU: "Perilaku",
    Room.EVALUASI: "Evaluasi",
    Room.JEJAK: "Jejak",
    Room.BAGIAN: "Pindah tugas",
    Room.LUAR: "Nilai dari luar",
    Room.KEMAJUAN: "Kemajuan",
    Room.CATATAN: "Catatan perilaku",
    Room.RENCANA: "Rencana impor",
    Room.IMPOR: "Impor",
    Room.KOLOM: "Cocokkan kolom",
    Room.REKAP: "Rekap",
    Room.SEBARAN: "Sebaran",
    Room.ANGKA_KREDIT: "Angka kredit",
}


def key_table() -> str:
    """Return the table of keys, in the order of the registry."""
    lines = ["| tombol | mengerjakan | layar |", "|---|---|---|"]
    for action in ACTIONS:
        if not action.label:
            continue
        everywhere = action.rooms == frozenset(Room)
        rooms = (name for room, name in ROOMS.items() if room in action.rooms)
        where = "semua" if everywhere else ", ".join(rooms)
        lines.append(f"| {action.label} | **{action.word}**: {action.tooltip} | {where} |")
    return "\n".join(lines) + "\n"


def with_keys(text: str) -> str:
    """Return the README with its table of keys made anew."""
    before, _, rest = text.partition(HEAD)
    _, tail, after = rest.partition(TAIL)
    return f"{before}{HEAD}{key_table()}{tail}{after}"


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
