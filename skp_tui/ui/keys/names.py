"""How keys are called in plain words: ``ctrl+home`` is Ctrl+Home, ``shift+up`` Shift+panah atas."""

from typing import Final

from textual.keys import KEY_NAME_REPLACEMENTS, key_to_character

from skp_tui.domain.text import clean

NAMES: Final = {
    "up": "panah atas",
    "down": "panah bawah",
    "left": "panah kiri",
    "right": "panah kanan",
    "pageup": "Page Up",
    "pagedown": "Page Down",
    "escape": "Esc",
    "space": "Spasi",
}
_LONG: Final = {short: long for long, short in KEY_NAME_REPLACEMENTS.items()}


def key_name(key: str) -> str:
    """Return what stands on the keys that were pressed together."""
    *held, last = key.split("+") if key != "+" else [key]
    words = [*(word.capitalize() for word in held), _one(last, held=bool(held))]
    first, *rest = words
    return "+".join([first[:1].upper() + first[1:], *rest])


def _one(key: str, *, held: bool) -> str:
    if key in NAMES:
        return NAMES[key]
    if is_sign(key):
        sign = clean(sign_of(key))
        return sign.upper() if held else sign
    return clean(key.replace("_", " ")).capitalize()


def sign_of(key: str) -> str:
    """Return the sign that a key writes, empty for one that writes none."""
    return key_to_character(_LONG.get(key, key)) or ""


def is_sign(key: str) -> bool:
    """Say whether a key writes a sign: such a one every terminal hands on."""
    sign = sign_of(key)
    return len(sign) == 1 and sign.isprintable()
