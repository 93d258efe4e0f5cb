"""The guided first round: steps as data, each done when the program's real state says so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from skp_tui.record import record
from skp_tui.rules.result import Status
from skp_tui.services.recap.saringan import Saringan
from skp_tui.ui.actions.model import EVERYWHERE, Room

if TYPE_CHECKING:
    from skp_tui.services.base.views import Orang
    from skp_tui.ui.practising import Practising

NAME: Final = "Latihan"
ASIDE: Final = "F10 lalu = : berhenti, lewati."
"""What follows the first step's words: how the round is left."""


class Keadaan:
    """What the program shows and holds at this moment; each part is looked up when asked for."""

    def __init__(self, app: "Practising") -> None:
        self._app = app

    @cached_property
    def ruang(self) -> Room | None:
        """Return the room that is seen, behind a window too."""
        return None if self._app.frame is None else self._app.frame.room

    @cached_property
    def jendela(self) -> str:
        """Return the name of the window's class that stands open, empty for none."""
        top = self._app.screen
        return "" if top is self._app.frame else type(top).__name__

    @cached_property
    def di_bawah(self) -> bool:
        """Say whether the cursor of the start screen left the first line."""
        people = self._app.home.people
        return bool(people.rows) and people.cursor_row != people.rows[0].key

    @cached_property
    def saring(self) -> str:
        """Return which named filter is on."""
        return self._app.home.bar.only

    @cached_property
    def orang(self) -> Mapping[str, "Orang"]:
        """Return everybody of the unit with what was entered so far, by NIP."""
        return self._app.home.as_entered()

    @cached_property
    def belum(self) -> int:
        """Return how many are not complete yet."""
        return sum(satu.hasil.status is Status.BELUM_DINILAI for satu in self.orang.values())

    @cached_property
    def mengisi_yang_kurang(self) -> bool:
        """Say whether somebody is being entered of whom something is missing."""
        frame = self._app.frame
        shown = None if frame is None else frame.cursor_person()
        satu = None if shown is None else self.orang.get(shown.nip)
        return self.ruang is Room.ISI and satu is not None and bool(satu.hasil.kurang)

    @cached_property
    def lengkap(self) -> bool:
        """Say whether nobody lacks anything, on the disk too."""
        saving = self._app.saving
        return bool(self.orang) and not self.belum and not saving.pending and not saving.failed

    @cached_property
    def realisasi(self) -> tuple[tuple[object, ...], ...]:
        """Return every outcome of the unit."""
        return tuple(
            (nip, satu.no, satu.realisasi_kuantitas, satu.realisasi_kualitas, satu.realisasi_waktu)
            for nip, orang in self.orang.items()
            for bagian in orang.penilaian.bagian
            for satu in bagian.kegiatan
        )

    def dibetulkan(self, awal: "Awal") -> bool:
        """Say whether an outcome is another number now; an emptied one is none."""
        return not self._app.saving.pending and any(
            kini != dulu and kini.count(None) <= dulu.count(None)
            for kini, dulu in zip(self.realisasi, awal.realisasi, strict=False)
        )


@record
class Langkah:
    """One step: what the strip says, where it is done, what was learned, and how that is seen.

    ``tombol`` stands in the words, and with ``pelajaran`` in the list of what was learned.
    ``selesai`` gets the state of now and what there was when the step began. ``kapan_saja`` when
    doing it earlier counts too.
    """

    teks: str
    tombol: str
    pelajaran: str
    ruang: frozenset[Room]
    selesai: Callable[[Keadaan, "Awal"], bool]
    kapan_saja: bool = False


@record
class Awal:
    """What a step compares with: the outcomes when it began."""

    realisasi: tuple[tuple[object, ...], ...]


UNIT: Final = frozenset({Room.UNIT})
ISI: Final = frozenset({Room.ISI})

LANGKAH: Final[tuple[Langkah, ...]] = (
    Langkah(
        "Persentase unit: MINIMAL BAIK di bawah ini. Tekan panah bawah.",
        "panah", "berjalan di daftar; persentase unit selalu di atasnya",
        UNIT, lambda kini, _: kini.di_bawah or kini.mengisi_yang_kurang,
    ),
    Langkah(
        "Tekan 1: hanya yang belum lengkap yang tampak.",
        "1", "menampilkan siapa yang belum lengkap; Esc: semua lagi",
        UNIT, lambda kini, _: kini.saring == Saringan.BELUM_LENGKAP or kini.mengisi_yang_kurang,
        kapan_saja=True,
    ),
    Langkah(
        "Tekan Enter: isiannya terbuka, kursor di sel yang kosong.",
        "Enter", "membuka isian pegawai tepat di sel yang kurang",
        UNIT, lambda kini, _: kini.mengisi_yang_kurang or kini.lengkap,
    ),
    Langkah(
        "Isi yang kurang: ketik 90 Tab, 12 Enter. Tersimpan sendiri.",
        "Tab", "menyimpan sel lalu ke kanan, Enter: ke bawah",
        ISI, lambda kini, _: kini.lengkap,
    ),
    Langkah(
        "Nilainya terbit di bawah. Tekan F9: mengapa demikian?",
        "F9", "menjelaskan nilai langkah demi langkah, dengan pasalnya",
        ISI, lambda kini, _: kini.ruang is Room.MENGAPA,
    ),
    Langkah(
        "Esc sampai kembali ke unit: MINIMAL BAIK sudah mengikuti.",
        "Esc", "kembali; nilai dan persentase sudah mengikuti isian",
        EVERYWHERE, lambda kini, _: kini.ruang is Room.UNIT and kini.lengkap,
    ),
    Langkah(
        "Ctrl+Z membatalkan isian terakhir: lihat angkanya kembali.",
        "Ctrl+Z", "membatalkan yang terakhir, di layar mana pun",
        UNIT | ISI, lambda kini, awal: kini.realisasi != awal.realisasi,
    ),
    Langkah(
        "Ctrl+Y mengulanginya; tidak perlu diketik lagi.",
        "Ctrl+Y", "mengulangi yang dibatalkan",
        UNIT | ISI, lambda kini, awal: kini.realisasi != awal.realisasi,
    ),
    Langkah(
        "Betulkan realisasi: Esc, Enter, ketik angka lain, Enter.",
        "angka", "mengganti isi sel; F2 mengubahnya",
        UNIT | ISI, lambda kini, awal: kini.dibetulkan(awal),
    ),
    Langkah(
        "Tekan F6, F6 lagi: berkas BKD, di map sementara.",
        "F6", "menunjukkan yang kurang, lalu menulis berkas untuk BKD",
        UNIT | {Room.KIRIM}, lambda kini, _: kini.jendela == "SentScreen",
        kapan_saja=True,
    ),
    Langkah(
        "Esc, lalu F1: bantuan layar dan sel. F10: semua tombol.",
        "F1", "menjelaskan layar dan sel; F10 mendaftar semuanya",
        EVERYWHERE, lambda kini, _: kini.jendela == "HelpScreen",
    ),
    Langkah(
        "Esc menutup jendela.", "", "",
        EVERYWHERE, lambda kini, _: not kini.jendela,
    ),
)  # fmt: skip


@dataclass(slots=True)
class Practice:
    """How far the round is; ``berhenti`` while it is left, to be taken up again."""

    di: int = 0
    sudah: set[int] = field(default_factory=set)
    berhenti: bool = False
    _awal: Awal | None = None

    @property
    def tamat(self) -> bool:
        """Say whether every step is done."""
        return self.di >= len(LANGKAH)

    @property
    def tampak(self) -> bool:
        """Say whether the strip leads on."""
        return not (self.tamat or self.berhenti)

    def look(self, kini: Keadaan) -> bool:
        """Take note of what is done by now; True when the strip has something else to say."""
        if not self.tampak or kini.ruang is None or not kini.orang:
            return False
        before = self.di
        for nomor, langkah in enumerate(LANGKAH[self.di :], self.di):
            if nomor == self.di or langkah.kapan_saja:
                awal = self._awal or self._begin(kini)
                if langkah.selesai(kini, awal):
                    self.sudah.add(nomor)
            self._go_on(kini)
        return self.di != before

    def skip(self, kini: Keadaan) -> None:
        """Leave the present step out."""
        self.sudah.add(self.di)
        self._go_on(kini)

    def _go_on(self, kini: Keadaan) -> None:
        while self.di in self.sudah:
            self.di += 1
            self._begin(kini)

    def _begin(self, kini: Keadaan) -> Awal:
        self._awal = Awal(kini.realisasi)
        return self._awal

    def strip(self, room: Room) -> str:
        """Return what is to be done next, with the way back from another room before it."""
        langkah = LANGKAH[self.di]
        back = "" if room in langkah.ruang else "Esc kembali. "
        aside = f" {ASIDE}" if self.di == 0 else ""
        return f"{NAME} {self.di + 1}/{len(LANGKAH)}: {back}{langkah.teks}{aside}"


def learned() -> str:
    """Return what the round taught, a line for each step."""
    return "\n".join(f"{satu.tombol:<7} {satu.pelajaran}" for satu in LANGKAH if satu.pelajaran)
