"""Choosing what comes in: a file, several, or a whole folder with all that lies in it."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from textual import on

from skp_tui.services.imports.choosing import Terkumpul, Terpilih, Tinjauan, look_at, look_into
from skp_tui.services.imports.folders import Entri
from skp_tui.ui.screens.impor.asking import Asking
from skp_tui.ui.screens.impor.messages import FileLooked, FolderGathered
from skp_tui.ui.screens.impor.words import gathered_words, is_told
from skp_tui.ui.widgets.grid import messages as grid_messages

if TYPE_CHECKING:
    from skp_tui.ui.screens.plan.list import PlanList


class Choosing(Asking):
    """Mark files and folders; ask only about what the file does not say itself."""

    _scan: Event | None = None
    lone: Path | None = None
    """The file whose plan is shown though nobody marked it."""
    _plan_shown: "PlanList | None" = None
    _spent: Mapping[Path, Terpilih] | None = None
    """What was chosen when its plan had nothing left to bring in."""

    def plan_left(self, _: None = None) -> None:
        """Read the folder anew after a plan: a file may have been mended meanwhile."""
        if self._plan_shown is not None:
            has_all_in = self._plan_shown.has_all_in
            self._spent = dict(self.chosen) if has_all_in else None
            if has_all_in:
                self.note_imported(self.chosen, imported=True)
            self._plan_shown = None
            self._let_lone_go(keeps_pairs=not has_all_in)
            self.read_again()

    def _let_lone_go(self, *, keeps_pairs: bool) -> None:
        """Unmark the file that only F5 had taken: the next F5 is about the file at the cursor."""
        lone, self.lone = self.lone, None
        terpilih = None if lone is None else self.chosen.pop(lone, None)
        if terpilih is None or not keeps_pairs:
            return
        if is_told(terpilih, self.look_of(self.files[terpilih.path])):
            self.aside[terpilih.path] = terpilih

    @property
    def loses_pairs(self) -> bool:
        """Say whether to leave would lose pairs of columns that still bring something in."""
        if self._plan_shown is not None and self._plan_shown.has_all_in:
            return False
        chosen = {} if self.chosen == self._spent else self.chosen
        return any(satu.peta for satu in (*chosen.values(), *self.aside.values()))

    # Keys

    @on(grid_messages.RowChosen)
    def action_open_entry(self) -> None:
        """Open the folder of the cursor's row, or choose its file."""
        entri = self.at_cursor()
        if entri is not None and entri.is_map:
            self.open_folder(entri.path)
        elif entri is not None:
            self._turn(entri)

    def action_mark_entry(self) -> None:
        """Choose the file of the cursor's row, or all files in its folder, or let them go."""
        entri = self.at_cursor()
        if entri is None or (self.isi is not None and entri.path == self.isi.folder.parent):
            return
        if entri.is_map:
            self._turn_folder(entri)
        else:
            self._turn(entri)
            self.listed.step_down()

    def action_mark_entries(self) -> None:
        """Choose all files that are shown and recognised, or let them go when they all are."""
        looks = [self.look_of(entri) for entri in self._shown if not entri.is_map]
        good = [satu for satu in looks if satu is not None and _is_known(satu)]
        if good and all(satu.path in self.chosen for satu in good):
            for satu in good:
                self._drop(satu.entri)
        else:
            for satu in good:
                self._keep(satu)
        self.fill()
        if not good:
            self.tell("Tidak ada berkas yang dikenali di sini; Enter pada berkas memilihnya.")

    # One file

    def _turn(self, entri: Entri) -> None:
        if entri.path in self.chosen:
            self._drop(entri)
            self.show_mark(entri)
        else:
            self.choose(entri)

    def choose(self, entri: Entri, then: Callable[[], None] | None = None) -> None:
        """Choose a file; ask what it holds where it does not say so."""
        self._then = then
        if (before := self.before(entri)) is not None:
            self.put(entri, before)
            self.chosen_now(entri)
            return
        known = self.look_of(entri)
        if known is not None:
            self._take(known)
            return
        self.hold("ask")
        self.skp.work(self, partial(look_at, entri), FileLooked, group="pilih")

    def on_file_looked(self, message: FileLooked) -> None:
        """Take the file by what it seems to hold."""
        self.keep_look(message.tinjauan)
        self._take(message.tinjauan)
        self.let_go("ask")

    def _take(self, tinjauan: Tinjauan) -> None:
        if _is_known(tinjauan):
            self._keep(tinjauan)
            self.chosen_now(tinjauan.entri)
        elif tinjauan.galat:
            self.show_mark(tinjauan.entri)
            self.tell(tinjauan.galat, "warning")
        else:
            self.ask_kind(tinjauan.entri)

    def _keep(self, tinjauan: Tinjauan) -> None:
        if tinjauan.dugaan is not None and tinjauan.path not in self.chosen:
            new = Terpilih(tinjauan.path, tinjauan.dugaan.semua)
            self.put(tinjauan.entri, self.before(tinjauan.entri) or new)

    def _drop(self, entri: Entri) -> None:
        self.chosen.pop(entri.path, None)

    # A whole folder

    @property
    def scanning(self) -> bool:
        """Say whether a folder is being looked through."""
        return self._scan is not None

    def _turn_folder(self, entri: Entri) -> None:
        inside = [path for path in self.chosen if entri.path in path.parents]
        if inside:
            for path in inside:
                del self.chosen[path]
            self.fill()
            return
        self._scan = stop = Event()
        self.hold("ask")
        self.refresh_lines()
        self.skp.work(
            self, partial(look_into, entri.path, stop.is_set), FolderGathered, group="pilih"
        )

    def on_folder_gathered(self, message: FolderGathered) -> None:
        """Choose what was recognised, and say what stays out."""
        self._scan = None
        self._gather(message.found)
        self.let_go("ask")

    def _gather(self, found: Terkumpul) -> None:
        for tinjauan in (*found.dikenali, *found.asing):
            self.keep_look(tinjauan)
        for tinjauan in found.dikenali:
            self._keep(tinjauan)
        self.said = gathered_words(found)
        self.fill()

    def stop_looking(self) -> bool:
        """Give up what a file or folder is being looked through for; False when none is."""
        if "ask" not in self._holds:
            return False
        if self._scan is not None:
            self._scan.set()
        self._scan = self._then = None
        self.workers.cancel_group(self, "pilih")
        self.tell("Dihentikan; tidak ada yang dipilih.")
        self.let_go("ask")
        self.refresh_lines()
        return True

    def let_all_go(self) -> None:
        """Forget what was waited for: its answer will not come, or too late."""
        self._then = None
        super().let_all_go()


def _is_known(tinjauan: Tinjauan) -> bool:
    return tinjauan.dugaan is not None and tinjauan.dugaan.jenis is not None
