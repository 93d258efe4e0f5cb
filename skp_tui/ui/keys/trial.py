"""Which keys arrived and which did not, as far as they were tried; one is asked for at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from skp_tui.ui.keys.table import Tombol, keys_in_use

Tried = dict[str, bool]
Stand = tuple[Tried, Tombol | None]


@dataclass(slots=True)
class Percobaan:
    """A round through all keys; ``hasil`` outlives the screen, so that support can tell of it."""

    hasil: Tried
    semua: Sequence[Tombol] = field(default_factory=keys_in_use)
    diminta: Tombol | None = None

    def __post_init__(self) -> None:
        """Ask for the first key that was not tried yet."""
        self._ask_from(0)

    def of(self, key: str) -> Tombol | None:
        """Return a key of the round, None for one that the program does not use."""
        return next((satu for satu in self.semua if satu.kunci == key), None)

    def arrived(self, key: str) -> Tombol | None:
        """Tick a key, also one that was thought to be missing; the next one is asked for."""
        found = self.of(key)
        if found is not None:
            self.hasil[key] = True
            self._go_on_from(key)
        return found

    def kept(self) -> Stand:
        """Return how far the round is, to be put back when a key turns out to be none."""
        return dict(self.hasil), self.diminta

    def put_back(self, stand: Stand) -> None:
        """Forget what was ticked since."""
        self.hasil.clear()
        self.hasil.update(stand[0])
        self.diminta = stand[1]

    def missing(self) -> Tombol | None:
        """Mark the key that is asked for as one that does not arrive, and ask for the next."""
        asked = self.diminta
        if asked is not None:
            self.hasil[asked.kunci] = False
            self._go_on_from(asked.kunci)
        return asked

    def skip(self) -> None:
        """Ask for the next key; this one is asked for again after the last."""
        if self.diminta is not None:
            self._ask_from(self.semua.index(self.diminta) + 1)

    def start_again(self) -> None:
        """Forget all that was tried."""
        self.hasil.clear()
        self._ask_from(0)

    @property
    def tak_sampai(self) -> tuple[str, ...]:
        """Return the keys that are marked as not arriving."""
        return tuple(satu.kunci for satu in self.semua if self.hasil.get(satu.kunci) is False)

    @property
    def sampai(self) -> tuple[str, ...]:
        """Return the keys that arrived."""
        return tuple(satu.kunci for satu in self.semua if self.hasil.get(satu.kunci) is True)

    def _go_on_from(self, key: str) -> None:
        if self.diminta is None or self.diminta.kunci == key:
            self._ask_from([satu.kunci for satu in self.semua].index(key) + 1)

    def _ask_from(self, place: int) -> None:
        """Ask for the next key that was not tried, from a place on and round; for none at last."""
        turned = (*self.semua[place:], *self.semua[:place])
        self.diminta = next((satu for satu in turned if satu.kunci not in self.hasil), None)


def trial_words(hasil: Tried) -> str:
    """Say in one line what came of the round."""
    if not hasil:
        return "belum dicoba"
    round_ = Percobaan(dict(hasil))
    gone = [satu.nama for satu in round_.semua if satu.kunci in round_.tak_sampai]
    said = f"{len(round_.sampai)} dari {len(round_.semua)} sampai"
    return f"{said}; tidak sampai: {', '.join(gone)}" if gone else said
