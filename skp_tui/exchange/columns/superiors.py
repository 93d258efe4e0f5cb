"""A column "Atasan Langsung" of a list: it says who appraises, by NIP, name or post.

Like every proposal it is looked at before it counts; reading knows the closed names only.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Final

_CALLED: Final = (frozenset({"atasan", "langsung"}), frozenset({"pejabat", "penilai"}))
_SAID: Final = {"nip": "penilai_nip", "nama": "penilai_nama", "jabatan": "penilai_jabatan"}
_POSTS: Final = frozenset(
    {"asisten", "camat", "direktur", "inspektur", "kabag", "kabid", "kasi", "kasubag", "kasubbag",
     "kasubbid", "kepala", "ketua", "lurah", "plh", "plt", "sekda", "sekretaris"}
)  # fmt: skip
"""With what a post begins that somebody's superior holds; no name does."""


def superior_in(
    words: Collection[str], cells: Sequence[str], is_nip: Callable[[str], bool]
) -> str | None:
    """Return which of our columns a heading of these words and its contents stand for, or None."""
    said = next((set(words) - called for called in _CALLED if called <= set(words)), None)
    if said is None or len(said) > 1:
        return None
    if said:
        return _SAID.get(said.pop())
    if _most(cells, is_nip):
        return "penilai_nip"
    return "penilai_jabatan" if _most(cells, _is_post) else "penilai_nama"


def _is_post(text: str) -> bool:
    return not _POSTS.isdisjoint(text.casefold().replace(".", " ").split()[:1])


def _most(cells: Sequence[str], check: Callable[[str], bool]) -> bool:
    return 2 * sum(map(check, cells)) > len(cells)
