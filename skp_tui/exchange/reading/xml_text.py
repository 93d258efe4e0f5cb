"""Texts and attributes of XML as they are read where no parser stands between."""

import re
from collections.abc import Mapping
from typing import Final

_ENTITY = re.compile(r"&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));", re.IGNORECASE)
_NAMED: Final[Mapping[str, str]] = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LAST: Final = 0x10FFFF


def plain(text: str) -> str:
    """Return a text with its entities, numeric ones too, as the signs that they stand for."""
    return _ENTITY.sub(_sign, text) if "&" in text else text


def attributes_of(raw: str) -> dict[str, str]:
    """Return the attributes of an element by name."""
    return {name: plain(double or single) for name, double, single in _ATTRIBUTE.findall(raw)}


def _sign(match: re.Match[str]) -> str:
    if match[3]:
        return _NAMED[match[3].lower()]
    number = int(match[1], 16) if match[1] else int(match[2])
    return chr(number) if number <= _LAST else ""
