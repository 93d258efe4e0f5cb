"""After sending: where the files lie, how to tell them apart from others, and what comes next."""

from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from skp_tui.domain.number import readable_size
from skp_tui.domain.text import clean
from skp_tui.services.base.views import UnitView
from skp_tui.services.sending.profiles import PROFIL
from skp_tui.services.sending.sending import Terkirim
from skp_tui.ui.screens.frame.file_saving import LOST
from skp_tui.ui.screens.frame.frame import ROOMS_CSS
from skp_tui.ui.screens.frame.helped import Helped

NEXT = {
    "bkd": "Serahkan kedua berkas ini ke BKD, bersama-sama. Yang dikirim kelak menggantikan ini. "
    "Jangan simpan CSV-nya dari Excel, sebab NIP di dalamnya rusak; untuk dibaca ada profil Excel.",
    "data": "Di komputer lain: F5, pilih map berisi berkas-berkas ini dengan Spasi, F5 lagi "
    "(atau skp-tui impor JENIS BERKAS).",
    "excel": "Untuk dibaca, disaring dan dicetak. Yang diserahkan ke BKD ialah profil BKD.",
    "siasn": "Nilai yang ditulis: {siasn} (Pengaturan, Nilai SIASN). Kolom pnsDinilaiOrang berisi "
    "NIP; BKN meminta nomornya sendiri di sana.",
}

INVENTED = "Isinya dari kantor contoh, semua rekaan: jangan diserahkan."


class SentScreen(Helped[None]):
    """Show the files until Esc."""

    CSS_PATH: ClassVar[Path | None] = ROOMS_CSS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,f6", "dismiss", "Tutup")]

    def __init__(self, sent: Terkirim, view: UnitView, following: str) -> None:
        super().__init__()
        self.topic = "terkirim"
        self._sent, self._view, self._following = sent, view, following

    def compose(self) -> ComposeResult:
        """Yield the files with their size and hash."""
        with Vertical(classes="window sent"):
            with VerticalScroll():
                yield Static(sent_words(self._sent, self._view, self._following))
            yield Static("Enter atau Esc tutup", markup=False, classes="window-keys")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()


def next_words(sent: Terkirim, siasn: str, sample: Path | None) -> str:
    """Say what to do with the files; those of the sample office, which lie in ``sample``, nothing.

    Somebody may have named another place for them; there they stay.
    """
    if sample is None:
        return NEXT[sent.profil].format(siasn=siasn)
    return f"{INVENTED} {LOST}" if sample in sent.berkas[0].parents else INVENTED


def sent_words(sent: Terkirim, view: UnitView, following: str) -> Text:
    """Say what was written: folder, names, size, hash, number, and what follows."""
    profil = PROFIL[sent.profil]
    what = f"Kiriman ke-{sent.nomor}" if profil.bernomor else profil.sebutan
    text = Text(end="")
    text.append(f"{what} ditulis{' (sebagian)' if sent.sebagian else ''}\n", style="bold")
    text.append(clean(f"{view.unit.nama}, tahun {view.tahun}") + "\n\n")
    text.append(f"Di     {clean(str(sent.berkas[0].parent))}\n")
    for path, size in zip(sent.berkas, sent.ukuran, strict=True):
        text.append(f"       {clean(path.name)}", style="bold")
        text.append(f"   {readable_size(size)}\n")
    if sent.sha256:
        text.append(f"sha256 {sent.sha256}\n")
    text.append(f"\n{following}")
    return text
