"""Takes out of a place what somebody named: of a folder stays what kind of place it is."""

import re
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

from skp_tui.domain.text import clean
from skp_tui.paths import NAMA, here
from skp_tui.record import record

HOME: Final = "~"
VEILED: Final = "*"
"""What stands for one name that somebody gave."""
BETWEEN: Final = "…"
"""What stands for all folders between a kind of place and the name of a file."""

ELSEWHERE: Final = "(map lain)"
OF_OTHERS: Final = "(map pemakai lain)"
REMOVABLE: Final = "(diska lain)"
NETWORK: Final = "(map jaringan)"
_KINDS: Final = {
    "home": OF_OTHERS, "users": OF_OTHERS,
    "media": REMOVABLE, "mnt": REMOVABLE, "run": REMOVABLE, "volumes": REMOVABLE,
}  # fmt: skip

_OURS: Final = frozenset({NAMA, "skp.db", "galat.log", "cadangan"})
_OF_SYSTEMS: Final = frozenset(
    {
        ".local",
        "share",
        "state",
        "log",
        "AppData",
        "Local",
        "Logs",
        "Library",
        "Application Support",
    }
)
"""The folders under a home in which systems keep what belongs to a program."""
_ENDINGS: Final = frozenset({".db", ".sqlite", ".sqlite3", ".bak", ".log"})

_PLACE: Final = re.compile(r"(?<![\w~*)…])(?:/|[A-Za-z]:\\|\\\\)\S*[^\s.,;:]")
"""What looks like a place in a sentence, as far as no blank is in it."""


@record
class Tirai:
    """Whose home is told from other places: it may be known under more than one name."""

    rumah: tuple[PurePath, ...]

    def path(self, path: PurePath) -> str:
        """Return a whole place without any name that somebody gave.

        Under the own home stay the program's own names, and how deep the place lies; elsewhere only
        the kind of place. An ending stays where it is a usual one.
        """
        for rumah in self.rumah:
            if len(rumah.parts) > 1 and path.is_relative_to(rumah):
                *folders, name = path.relative_to(rumah).parts or (HOME,)
                shown = [part if part in _OURS | _OF_SYSTEMS else VEILED for part in folders]
                return HOME if name == HOME else str(type(path)(HOME, *shown, _name(name)))
        return str(type(path)(_kind(path), BETWEEN, _ending(path.name)))

    def text(self, text: str, *known: Path) -> str:
        """Return a sentence with its places veiled; those with blanks in them must be known."""
        shown = text
        for path in sorted((one for one in known if one.name), key=lambda one: -len(str(one))):
            place = self.path(here() / path).replace("\\", "\\\\")
            for named in {str(path), clean(str(path))}:
                shown = re.sub(rf"(?<![^\W_]){re.escape(named)}(?![^\W_])", place, shown)
        return _PLACE.sub(lambda found: self.path(Path(found[0])), shown)


def _name(name: str) -> str:
    return name if name in _OURS | _OF_SYSTEMS else _ending(name)


def _ending(name: str) -> str:
    ending = PurePath(name).suffix.casefold()
    return f"{VEILED}{ending}" if ending in _ENDINGS else VEILED


def _kind(path: PurePath) -> str:
    if path.drive.startswith("\\\\"):
        return NETWORK
    first = path.parts[1].casefold() if len(path.parts) > 1 else ""
    if isinstance(path, PureWindowsPath) and path.drive and path.drive.casefold() != "c:":
        return REMOVABLE
    return _KINDS.get(first, ELSEWHERE)


def tirai() -> Tirai:
    """Return whose home is the own one now; a system that cannot say veils every place alike."""
    try:
        rumah = Path.home()
        return Tirai((rumah, rumah.resolve()))
    except (RuntimeError, OSError):
        return Tirai(())
