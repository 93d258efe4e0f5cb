"""The commands and their options (exchange 2); each imports what it needs when it is called."""

import argparse
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

import skp_tui
from skp_tui.cli.parser import Parser, year

DIPILIH = "Layar dibuka bila tidak ada perintah."
OF_THE_SCREEN = ("contoh", "hemat", "ascii")
KINDS = (
    "unit", "pegawai", "bagian", "kegiatan", "tambahan", "perilaku", "nilai_luar", "pengecualian",
    "evaluasi", "hasil_kerja", "indikator", "ekspektasi", "lampiran", "capaian_organisasi", "skp",
)  # fmt: skip
"""What can be imported, named here once more: help loads nothing of the exchange."""
MORE = (
    "skp-tui PERINTAH --help menjelaskan sebuah perintah. JENIS untuk impor dan templat (skp hanya "
    f"impor): {', '.join(KINDS)}."
)
OF_IMPORT = (
    f"JENIS: {', '.join(KINDS)}. Basis data yang baru diisi menurut urutan itu. Keluar dengan 0: "
    "tidak ada yang ditolak; 1: ada yang ditolak, yang lain masuk; 2: tidak ada yang masuk."
)
OF_EXPORT = (
    "Keluar dengan 0: lengkap; 1: ditulis walau belum lengkap (--sebagian); 2: belum lengkap, jadi "
    "tidak ada yang ditulis. Map tujuan dibuat bila belum ada."
)
OF_TEMPLATE = f"JENIS: {', '.join(KINDS[:-1])}."
OF_SETTINGS = (
    "Tanpa NAMA: daftar semua pengaturan; tanpa NILAI: isinya sekarang; - mengosongkan. Pengaturan "
    "sebuah periode memerlukan --tahun, juga untuk daftarnya."
)
BELUM_ADA = {"cetak": "formulir", "gabung": "gabungan BKD"}


class Grammar:
    """Builds the parser of all commands."""

    def __init__(self) -> None:
        self.parser = Parser(
            "skp-tui",
            f"Penilaian prestasi kerja PNS (SKP), di terminal, tanpa jaringan. {DIPILIH}",
        )
        self.parser.epilog = MORE
        versi = f"skp-tui {skp_tui.__version__}"
        self.parser.options.add_argument(
            "--version", "--versi", action="version", version=versi, help="tampilkan versi"
        )
        self.parser.options.add_argument(
            "--contoh", action="store_true", help="buka salinan sementara kantor contoh"
        )
        _flag(self.parser, "--hemat", "hemat tulisan ke layar, untuk sambungan lambat")
        _flag(self.parser, "--ascii", "tanpa garis dan tanda di luar ASCII, untuk terminal lama")
        _add_database(self.parser, None)
        self.parser.set_defaults(run=_runner("screen", "open_screen"))
        self._commands = self.parser.add_subparsers(
            title="perintah", metavar="PERINTAH", dest="perintah", parser_class=Parser
        )
        self._import()
        self._export()
        self._template()
        self._looking()
        self._keeping()
        self._teaching()
        self._later()

    def command(self, name: str, run: str, explanation: str, more: str = "") -> Parser:
        """Add a command; ``run`` names a module of this room and a function in it."""
        parser: Parser = self._commands.add_parser(name, help=explanation, description=explanation)
        parser.epilog = more
        # suppressed, so that --db before the command is not undone by its absence behind it
        _add_database(parser, argparse.SUPPRESS)
        parser.set_defaults(run=_runner(*run.split(".")))
        return parser

    def _import(self) -> None:
        impor = self.command("impor", "imports.run_import", "impor berkas ke basis data", OF_IMPORT)
        impor.arguments.add_argument(
            "jenis", metavar="JENIS", help="jenis isiannya; skp: buku kerja BKN"
        )
        impor.arguments.add_argument(
            "berkas", metavar="BERKAS", nargs="+", type=Path, help=".csv, .xlsx, .xls atau .ods"
        )
        _add_year(impor, "tahun bila tidak tertulis di berkas")
        _add_unit(impor, "unit bila tidak tertulis di berkas")
        _flag(impor, "--periksa", "hanya tampilkan rencananya, tanpa menulis apa pun")
        _flag(impor, "--utuh", "tolak semuanya bila satu baris ditolak")
        _flag(impor, "--json", "cetak rencana sebagai JSON")

    def _export(self) -> None:
        ekspor = self.command("ekspor", "files.run_export", "tulis berkas untuk BKD", OF_EXPORT)
        _add_year(ekspor, "tahun yang diekspor", required=True)
        _add_unit(ekspor, "unit dengan semua di bawahnya (bawaan: unit teratas)")
        ekspor.options.add_argument(
            "--ke", type=Path, metavar="MAP", required=True, help="map tujuan"
        )
        ekspor.options.add_argument(
            "--profil",
            metavar="PROFIL",
            default="bkd",
            help="bkd (bawaan), data, excel, siasn, angka_kredit, rekap",
        )
        _flag(ekspor, "--sebagian", "tulis juga bila masih ada yang belum dinilai")

    def _template(self) -> None:
        templat = self.command(
            "templat", "files.run_template", "tulis berkas kosong untuk diisi", OF_TEMPLATE
        )
        templat.arguments.add_argument("jenis", metavar="JENIS", help="jenis isiannya")
        templat.options.add_argument(
            "--ke",
            type=Path,
            metavar="BERKAS",
            required=True,
            help="berkas yang ditulis; .xlsx berisi pilihan dan petunjuk, yang lain CSV",
        )

    def _looking(self) -> None:
        nilai = self.command("nilai", "looking.run_value", "satu penilaian dengan langkahnya")
        _add_year(nilai, "tahun penilaian", required=True)
        nilai.options.add_argument("--nip", metavar="NIP", required=True, help="NIP yang dinilai")
        _flag(nilai, "--json", "cetak sebagai JSON")

        rekap = self.command("rekap", "looking.run_recap", "indikator unit")
        _add_year(rekap, "tahun penilaian", required=True)
        _add_unit(rekap, "unit dengan semua di bawahnya (bawaan: unit teratas)")
        _flag(rekap, "--json", "cetak sebagai JSON")

        atur = self.command(
            "atur", "keeping.run_settings", "lihat atau ubah pengaturan", OF_SETTINGS
        )
        atur.arguments.add_argument("nama", metavar="NAMA", nargs="?", help="nama pengaturan")
        atur.arguments.add_argument("nilai", metavar="NILAI", nargs="?", help="nilainya yang baru")
        _add_year(atur, "tahun, untuk pengaturan sebuah periode")

    def _keeping(self) -> None:
        periksa = self.command("periksa", "keeping.run_check", "periksa basis data atau kiriman")
        periksa.arguments.add_argument(
            "berkas",
            metavar="BERKAS",
            nargs="*",
            type=Path,
            help="kiriman BKD (.datapackage.json, CSV-nya, atau mapnya); tanpa itu: basis datanya",
        )

        cadangkan = self.command("cadangkan", "keeping.run_backup", "salin basis data utuh")
        cadangkan.options.add_argument(
            "--ke", type=Path, metavar="BERKAS", help="bawaan: bernomor, di map cadangan"
        )

        pulihkan = self.command("pulihkan", "keeping.run_restore", "kembalikan dari cadangan")
        pulihkan.arguments.add_argument(
            "berkas", metavar="BERKAS", type=Path, help="salinan yang dibuat cadangkan"
        )

        dukungan = self.command(
            "dukungan", "support.run_support", "keterangan untuk minta bantuan, tanpa nama"
        )
        dukungan.options.add_argument(
            "--ke", type=Path, metavar="BERKAS", help="tulis ke berkas; tidak ada yang ditimpa"
        )

    def _teaching(self) -> None:
        bantuan = self.command(
            "bantuan", "manual.run_manual", "petunjuk, satu halaman setiap layar"
        )
        bantuan.arguments.add_argument(
            "halaman", metavar="HALAMAN", nargs="?", help="misalnya isi; tanpa itu: daftar isinya"
        )
        bantuan.options.add_argument(
            "--pdf", type=Path, metavar="BERKAS", help="tulis seluruh petunjuk untuk dicetak"
        )
        bantuan.options.add_argument(
            "--kartu", type=Path, metavar="BERKAS", help="tulis kartu tombol, satu halaman"
        )

    def _later(self) -> None:
        for name, what in BELUM_ADA.items():
            later = self.command(name, "keeping.refuse_later", f"{what} (belum tersedia)")
            later.arguments.add_argument("sisa", nargs="*", help=argparse.SUPPRESS)


@cache
def build_parser() -> Parser:
    """Return the parser of all commands."""
    return Grammar().parser


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what was called for; a wrong call is refused and ends the program with 2."""
    parser = build_parser()
    arguments, unknown = parser.parse_known_args(argv)
    if unknown and arguments.perintah not in BELUM_ADA:
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    for name in OF_THE_SCREEN if arguments.perintah else ():
        if getattr(arguments, name):
            parser.error(f"--{name} hanya untuk membuka layar")
    return arguments


def _runner(module: str, function: str) -> Callable[[argparse.Namespace], int]:
    def run(arguments: argparse.Namespace) -> int:
        status: int = getattr(import_module(f"skp_tui.cli.{module}"), function)(arguments)
        return status

    return run


def _add_database(parser: Parser, default: object) -> None:
    parser.options.add_argument(
        "--db",
        type=Path,
        metavar="BERKAS",
        default=default,
        help="basis data (bawaan: SKP_TUI_DB, atau map data Anda)",
    )


def _add_year(parser: Parser, explanation: str, *, required: bool = False) -> None:
    parser.options.add_argument(
        "--tahun", type=year, metavar="T", required=required, help=explanation
    )


def _add_unit(parser: Parser, explanation: str) -> None:
    parser.options.add_argument("--unit", metavar="KODE", help=explanation)


def _flag(parser: Parser, name: str, explanation: str) -> None:
    parser.options.add_argument(name, action="store_true", help=explanation)
