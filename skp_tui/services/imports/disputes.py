"""Which of the files that disagree is the later export, as far as their names tell."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from skp_tui.exchange.kinds.kinds import JENIS
from skp_tui.exchange.plan.model import Rencana

_NUMBERED: Final = re.compile(rf"({'|'.join(JENIS)})(?:-([2-9]|[1-9]\d{{1,2}}))?\.csv", re.ASCII)
"""A file of the ``data`` profile: a second export into a folder is called ``-2`` (exchange 4)."""


def later_exports(rencana: Iterable[Rencana]) -> tuple[Path, ...]:
    """Return the disputing files that are the latest export into their folder."""
    return latest_of(_disputing(rencana))


def latest_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return of files that were exported more than once into a folder the latest, by its number.

    Nothing in them says when or on which PC they were written, so the user has to say whether one
    replaces the other: two PCs may have exported into the same folder.
    """
    found: dict[tuple[Path, str], dict[int, Path]] = {}
    for path in paths:
        match = _NUMBERED.fullmatch(path.name)
        if match is not None:
            of_kind = found.setdefault((path.parent, match[1]), {})
            of_kind[int(match[2] or 1)] = path
    return tuple(some[max(some)] for some in found.values() if len(some) > 1)


def _disputing(rencana: Iterable[Rencana]) -> Iterator[Path]:
    for satu in rencana:
        named = {problem.berkas for problem in satu.ditolak if problem.sengketa is not None}
        for tabel in satu.tabel_ditolak:
            path = tabel.tabel.path
            if path.name in named or str(path) in named:
                yield path
