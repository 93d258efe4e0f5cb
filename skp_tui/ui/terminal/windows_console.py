"""The console of Windows: whether it obeys escape sequences, which every screen is drawn with."""

import sys
from typing import Any, Final

from skp_tui.errors import InputError

FIRST_BUILD: Final = 10586
"""Windows 10 of November 2015, the first whose console obeys escape sequences."""
MANY_COLOURS: Final = 15063
"""Windows 10 of April 2017, the first whose console shows more than 16 colours."""
OUTPUT: Final = -11
OBEYS: Final = 0x0004
"""ENABLE_VIRTUAL_TERMINAL_PROCESSING."""
NOT_HERE: Final = (
    'Pakai Windows 10 atau lebih baru tanpa "konsol lama" (Properties, Use legacy console), '
    "Windows Terminal atau PuTTY. Perintah tetap dapat dipakai: skp-tui --help"
)


def check_console() -> int:
    """Return how many colours the console has; raises InputError when it cannot show a screen."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only here

        return colours_of(ctypes.WinDLL("kernel32"), sys.getwindowsversion().build)
    raise InputError("Ini bukan Windows.", NOT_HERE)


def colours_of(kernel: Any, build: int) -> int:  # noqa: ANN401 - a library of the system
    """Ask the console through the system's library, and leave it as it was."""
    if build < FIRST_BUILD:
        raise InputError(f"Konsol Windows ini (versi {build}) terlalu lama untuk layar.", NOT_HERE)
    if not _obeys(kernel):
        raise InputError("Konsol ini tidak mengenal perintah layar (VT).", NOT_HERE)
    return 256 if build >= MANY_COLOURS else 16


def _obeys(kernel: Any) -> bool:  # noqa: ANN401 - a library of the system
    from ctypes import byref, c_ulong, c_void_p  # noqa: PLC0415 - only here

    kernel.GetStdHandle.restype = c_void_p
    handle, mode = c_void_p(kernel.GetStdHandle(OUTPUT)), c_ulong()
    if not kernel.GetConsoleMode(handle, byref(mode)):
        return False
    if mode.value & OBEYS:
        return True
    obeyed = bool(kernel.SetConsoleMode(handle, c_ulong(mode.value | OBEYS)))
    kernel.SetConsoleMode(handle, mode)
    return obeyed
