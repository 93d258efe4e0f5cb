"""What a chosen file holds, and which column of it is which, where somebody has to say so."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from skp_tui.domain.text import clean
from skp_tui.exchange.kinds.kinds import JENIS, SKP
from skp_tui.services.imports.choosing import Pencocokan, Terpilih, columns_of
from skp_tui.services.imports.folders import Entri
from skp_tui.ui.screens.frame.ask import ChooseScreen
from skp_tui.ui.screens.impor.folder import FolderList
from skp_tui.ui.screens.impor.kind_words import SEMUA, all_of, kind_choices, kinds_words
from skp_tui.ui.screens.impor.messages import ColumnsRead

if TYPE_CHECKING:
    from skp_tui.exchange.columns.headers import Peta


class Asking(FolderList):
    """Ask for kind and columns of a file; what it is said to be replaces the guess."""

    _then: Callable[[], None] | None = None
    """What is done once the file is chosen that somebody is being asked about."""

    @property
    @abstractmethod
    def given(self) -> Mapping[str, str]:
        """Return what stands in for absent columns, by column and in words."""

    def put(self, entri: Entri, terpilih: Terpilih) -> None:
        """Choose a file; with pairs of columns it is known again, also when this was left."""
        if terpilih.peta:
            self.skp.told_files[entri] = terpilih
        else:
            self.skp.told_files.pop(entri, None)
        self.files[entri.path] = entri
        self.chosen[entri.path] = terpilih
        self.aside.pop(entri.path, None)

    def before(self, entri: Entri) -> Terpilih | None:
        """Return what a file was chosen as, though it may have been let go since."""
        here = self.chosen.get(entri.path) or self.aside.get(entri.path)
        return here or self.skp.told_files.get(entri)

    def chosen_now(self, entri: Entri) -> None:
        """Show that a file is chosen, and go on with what waits for it."""
        self.show_mark(entri)
        then, self._then = self._then, None
        if then is not None:
            then()

    # What it holds

    def action_choose_kind(self) -> None:
        """Say what the file of the cursor's row holds."""
        entri = self.at_cursor()
        if entri is None or entri.is_map:
            self.tell("J menentukan isi sebuah berkas; pindahkan dahulu kursor ke berkasnya.")
            return
        self._then = None
        tinjauan = self.look_of(entri)
        if tinjauan is not None and tinjauan.dugaan is None:
            self.tell(tinjauan.galat, "warning")
        else:
            self.ask_kind(entri)

    def ask_kind(self, entri: Entri) -> None:
        """Ask what a file holds; what it is taken for has the cursor."""
        title = f"Apa isi {clean(entri.path.name)}?"
        choices, found = kind_choices((*JENIS, SKP)), self._guessed(entri)
        if len(found) > 1:
            choices = [all_of(found), *choices]
        now = self._taken_for(entri)
        chooser = ChooseScreen(title, choices, now[0] if len(now) == 1 else SEMUA, topic="jenis")
        self.app.push_screen(chooser, partial(self._take_kind, entri))

    def _guessed(self, entri: Entri) -> tuple[str, ...]:
        tinjauan = self.look_of(entri)
        dugaan = tinjauan.dugaan if tinjauan else None
        return dugaan.semua or (dugaan.mirip or "pegawai",) if dugaan else ("pegawai",)

    def _taken_for(self, entri: Entri) -> tuple[str, ...]:
        """Return the kinds that a file was chosen as, else those that it seems to be."""
        chosen = self.before(entri)
        return chosen.jenis if chosen else self._guessed(entri)

    def _take_kind(self, entri: Entri, nama: str | None) -> None:
        if nama is None:
            self._then = None
        elif nama in {SEMUA, SKP}:
            self.put(entri, Terpilih(entri.path, self._guessed(entri) if nama == SEMUA else (SKP,)))
            self.chosen_now(entri)
        else:
            self._read_columns(entri, nama, asked=False)

    def _take_one(self, entri: Entri, terpilih: Terpilih) -> None:
        """Choose a file as what somebody said that it is, and say what else of it stays out."""
        self.put(entri, terpilih)
        left = [nama for nama in self._guessed(entri) if nama not in terpilih.jenis]
        if len(self._guessed(entri)) > 1 and left:
            words = f"hanya {kinds_words(terpilih.jenis)}; {kinds_words(left)} tidak ikut"
            self.tell(f"Dari {entri.path.name} {words}. J, Semuanya mengambil lagi semuanya.")
        self.chosen_now(entri)

    # Which column is which

    def action_match_columns(self) -> None:
        """Point out the columns of the file at the cursor."""
        entri = self.at_cursor()
        if entri is None or entri.is_map:
            self.tell("K mencocokkan kolom sebuah berkas; pindahkan dahulu kursor ke berkasnya.")
            return
        self._then = None
        kinds = self._taken_for(entri)
        tinjauan = self.look_of(entri)
        if kinds == (SKP,):
            self.tell(
                "Buku kerja SKP BKN dibaca menurut susunannya; tidak ada kolom untuk dicocokkan."
            )
        elif tinjauan is not None and tinjauan.dugaan is None:
            self.tell(tinjauan.galat, "warning")
        elif len(kinds) > 1:
            title = f"Kolom isi yang mana dari {clean(entri.path.name)}?"
            chooser = ChooseScreen(title, kind_choices(kinds), topic="jenis")
            self.app.push_screen(chooser, partial(self._match_kind, entri))
        else:
            self._match_kind(entri, kinds[0])

    def _match_kind(self, entri: Entri, nama: str | None) -> None:
        if nama is not None:
            self._read_columns(entri, nama, asked=True)

    def _read_columns(self, entri: Entri, nama: str, *, asked: bool) -> None:
        self.hold("ask")
        self.skp.work(
            self,
            partial(columns_of, entri.path, JENIS[nama], tuple(self.given)),
            partial(ColumnsRead, entri, asked=asked),
            group="pilih",
        )

    def on_columns_read(self, message: ColumnsRead) -> None:
        """Choose the file; where its header is not known, let columns be pointed out."""
        entri, found = message.entri, message.found
        if found.cocok and not message.asked:
            self._take_one(entri, Terpilih(entri.path, (found.jenis.nama,)))
        else:
            self._open_columns(entri, found, asked=message.asked)
        self.let_go("ask")

    def match_again(self, entri: Entri, found: Pencocokan, then: Callable[[], None]) -> None:
        """Let columns of a chosen file be pointed out over its plan, then go on with that."""
        # kept here it would keep the plan's screen too
        self._then = None
        self._open_columns(entri, found, then, asked=True)

    def _open_columns(
        self,
        entri: Entri,
        found: Pencocokan,
        then: Callable[[], None] | None = None,
        *,
        asked: bool,
    ) -> None:
        """Let columns of one kind be pointed out; other kinds that the file is taken for stay."""
        if not found.atas:
            self.tell(f"{entri.path.name} tidak berisi apa-apa.", "warning")
            return
        from skp_tui.ui.screens.impor.columns import ColumnsScreen  # noqa: PLC0415 - when asked

        before = self.before(entri)
        peta = before.peta if before else {}
        kinds = self._taken_for(entri) if asked else (found.jenis.nama,)

        def take(jenis: str, new: "Mapping[str | None, Peta]") -> None:
            kept = {nama: peta[nama] for nama in kinds if nama in peta}
            self._take_one(entri, Terpilih(entri.path, kinds, {**kept, jenis: new}))
            if then is not None:
                then()

        own = peta.get(found.jenis.nama, {})
        self.app.push_screen(ColumnsScreen(found, self.given, own, take, self.skp.paired))
