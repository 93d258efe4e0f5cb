"""Who often keeps a key to himself, and the setting of his that frees it."""

from collections.abc import Collection, Sequence
from typing import Final

from skp_tui.record import record
from skp_tui.ui.keys.in_between import KERABAT, Alat

F_KEYS: Final = frozenset(f"f{number}" for number in range(1, 11))
SHIFT_ARROWS: Final = frozenset({"shift+up", "shift+down", "shift+left", "shift+right"})
FLOW: Final = frozenset({"ctrl+s", "ctrl+q"})
WINDOWS_KEYS: Final = frozenset({"ctrl+c", "ctrl+v"})


@record
class Penahan:
    """A program that keeps some keys: what it does with them, and how they are freed."""

    alat: Alat
    tombol: frozenset[str]
    sebab: str
    bebas: str

    @property
    def kalimat(self) -> str:
        """Return both as one line."""
        return f"{self.alat[0].upper()}{self.alat[1:]} {self.sebab}: {self.bebas}."


PENAHAN: Final = (
    Penahan(
        Alat.LAPTOP, F_KEYS, "memakai tombol F untuk suara dan layar",
        "tekan bersama Fn, atau nyalakan Fn Lock (sering Fn+Esc)",
    ),
    Penahan(
        Alat.GNOME, frozenset({"f10"}), "membuka menunya sendiri",
        "Preferensi, Umum, matikan tombol pintas menu (F10)",
    ),
    Penahan(
        Alat.GNOME, frozenset({"f1"}), "membuka bantuannya sendiri",
        "Preferensi, Pintasan, Bantuan, kosongkan F1 (Backspace)",
    ),
    Penahan(
        Alat.XFCE, frozenset({"f1", "f10"}), "membuka bantuan dan menunya sendiri",
        "Preferensi, Tingkat Lanjut, matikan pintasan menu (F10) dan bantuan (F1)",
    ),
    Penahan(
        Alat.KONSOLE, frozenset({"f1", "shift+left", "shift+right"}),
        "membuka bantuannya dan berganti tab",
        "Setelan, Atur Pintasan Papan Ketik, kosongkan yang memakai tombol itu",
    ),
    Penahan(
        Alat.WINDOWS_TERMINAL, WINDOWS_KEYS, "memakainya untuk menyalin dan menempel",
        "Setelan, Tindakan, hapus yang memakai tombol itu",
    ),
    Penahan(
        Alat.KONSOL_WINDOWS, WINDOWS_KEYS | SHIFT_ARROWS, "menyalin, menempel dan menandai sendiri",
        "klik kanan judul jendela, Properties, Options, matikan Enable Ctrl key shortcuts dan "
        "Extended text selection keys",
    ),
    Penahan(
        Alat.PUTTY, F_KEYS, "mengirim tombol F dengan sandi lain",
        "Terminal, Keyboard, The Function keys and keypad: Xterm R6",
    ),
    Penahan(
        Alat.PUTTY, frozenset({"home", "end", "ctrl+home", "ctrl+end"}),
        "mengirim Home dan End dengan sandi lain",
        "Terminal, Keyboard, The Home and End keys: Standard",
    ),
    Penahan(
        Alat.PUTTY, frozenset({"backspace"}), "mengirim Backspace dengan sandi lain",
        "Terminal, Keyboard, The Backspace key: Control-? (127)",
    ),
    Penahan(
        Alat.PUTTY, SHIFT_ARROWS, "tidak membedakan panah bersama Shift",
        "Terminal, Keyboard, Shift/Ctrl/Alt with the arrow keys: xterm-style bitmap",
    ),
    Penahan(
        Alat.VSCODE,
        frozenset({"f1", "f5", "f10", "ctrl+b", "ctrl+e", "ctrl+n", "ctrl+p"}),
        "memakainya untuk penyuntingnya",
        'Settings, nyalakan "Terminal > Integrated: Send Keybindings To Shell"',
    ),
    Penahan(
        Alat.MACOS, frozenset({"home", "end", "pageup", "pagedown"}),
        "menggulir jendelanya sendiri",
        "tekan bersama Shift",
    ),
    Penahan(
        Alat.KONSOL_LINUX, SHIFT_ARROWS | {"ctrl+home", "ctrl+end"},
        "tidak membedakannya dari tombol tanpa Shift dan Ctrl", "pakai cara lain",
    ),
    Penahan(
        Alat.BYOBU, F_KEYS - {"f1", "f10"}, "memakai tombol F untuk jendelanya",
        "Shift+F12 mematikan dan menyalakan tombolnya",
    ),
    Penahan(
        Alat.TMUX, frozenset({"ctrl+b"}), "memakainya sebagai tombol awalan",
        "tekan dua kali, atau di ~/.tmux.conf: set -g prefix C-a",
    ),
    Penahan(
        Alat.TMUX, frozenset({"escape"}), "menahannya sebentar",
        "di ~/.tmux.conf: set -s escape-time 10",
    ),
    Penahan(
        Alat.SCREEN, FLOW, "memakainya untuk membekukan dan melanjutkan layar",
        "di ~/.screenrc: defflow off",
    ),
    Penahan(
        Alat.ZELLIJ,
        frozenset({"ctrl+b", "ctrl+g", "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+t"}) | FLOW,
        "memakainya untuk jendelanya", "Ctrl+G mengunci Zellij, lalu yang lain sampai",
    ),
    Penahan(
        Alat.DOCKER, frozenset({"ctrl+p", "ctrl+q"}), "memakainya untuk melepaskan wadah",
        "jalankan dengan --detach-keys ctrl-],ctrl-]",
    ),
    Penahan(
        Alat.KABEL, FLOW, "membekukan layar dengan Ctrl+S dan melanjutkannya dengan Ctrl+Q",
        "ketik stty -ixon sebelum skp-tui; PuTTY, Connection, Serial, Flow control: None",
    ),
    Penahan(
        Alat.KABEL, frozenset({"ctrl+z"}), "menghentikan program dengan Ctrl+Z",
        "ketik fg lalu Enter untuk kembali; sebelum skp-tui: stty susp undef",
    ),
    Penahan(
        Alat.PERAMBAN,
        frozenset({"f1", "f3", "f5", "f6", "f10", "ctrl+d", "ctrl+n", "ctrl+p", "ctrl+t"}) | FLOW,
        "memakainya untuk dirinya sendiri", "layar penuh (F11), atau pakai terminal biasa",
    ),
)  # fmt: skip


def keepers_of(
    key: str, here: Sequence[Alat], arrived: Collection[str] = ()
) -> tuple[Penahan, ...]:
    """Return who often keeps a key: those that are known to be in between now first.

    Whoever let another one of his keys through is hardly the one, and comes last.
    """
    near = frozenset().union(*(KERABAT.get(alat, frozenset({alat})) for alat in here))
    found = [satu for satu in PENAHAN if key in satu.tombol]
    passed = frozenset(arrived) - {key}
    found.sort(key=lambda satu: not satu.tombol.isdisjoint(passed))
    return tuple(sorted(found, key=lambda satu: satu.alat not in near))
