"""Files that exist whole or not at all: written aside, flushed, renamed, the directory flushed."""

import errno
import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from skp_tui.errors import InputError
from skp_tui.files import create_private, flush_folder, make_folder, part_of, patiently, reason_of

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")


def safe_code(kode: str) -> str:
    """Return a unit's code as file names carry it: ASCII letters, digits, ``.``, ``_``, ``-``."""
    return _UNSAFE.sub("_", kode)


@dataclass(frozen=True, slots=True)
class NamaBerkas:
    """A file name in two halves, since the suffix of a second one goes between them."""

    pangkal: str
    ekstensi: str

    def dengan(self, akhiran: str) -> str:
        """Return the whole name with a suffix: ``""``, ``-2``, ``-3`` …."""
        return f"{self.pangkal}{akhiran}{self.ekstensi}"


class Berkas:
    """Some files that come into being together, under one suffix that is free for all of them.

    Entering reserves the names by creating ``<name>.part`` (nobody else then takes them) and sets
    ``akhiran``; ``write`` fills and flushes one; ``publish`` renames all in their order and flushes
    the directory. Leaving without ``publish``, or with an error, leaves nothing behind. A database
    row that must agree with the files is committed between ``write`` and ``publish``.
    """

    def __init__(self, folder: Path, nama: Sequence[NamaBerkas]) -> None:
        self.folder = folder
        self.nama = tuple(nama)
        self.akhiran = ""
        self._reserved: list[Path] = []
        self._published: list[Path] = []

    def __enter__(self) -> Self:
        """Reserve the first suffix that is free for every file; raises InputError."""
        try:
            make_folder(self.folder)
            for number in count(1):
                self.akhiran = "" if number == 1 else f"-{number}"
                if self._reserve():
                    return self
        except OSError as error:
            raise self._failed(error) from error
        raise AssertionError  # count never ends

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove what was reserved and not published."""
        self._release()

    def path(self, nama: NamaBerkas) -> Path:
        """Return where one of the files will stand."""
        return self.folder / nama.dengan(self.akhiran)

    def write(self, nama: NamaBerkas, isi: bytes) -> None:
        """Fill one reserved file and flush it to the disk; raises InputError."""
        try:
            with part_of(self.path(nama)).open("r+b") as file:
                file.write(isi)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise self._failed(error) from error

    def publish(self) -> tuple[Path, ...]:
        """Rename every file to its name, in order; on an error none of them remains."""
        try:
            for nama in self.nama:
                path = self.path(nama)
                _rename(part_of(path), path)
                self._reserved.remove(part_of(path))
                self._published.append(path)
            flush_folder(self.folder)
        except OSError as error:
            for path in self._published:
                path.unlink(missing_ok=True)
            raise self._failed(error) from error
        return tuple(self._published)

    def _reserve(self) -> bool:
        for nama in self.nama:
            path = self.path(nama)
            try:
                create_private(part_of(path))
            except FileExistsError:
                self._release()
                return False
            self._reserved.append(part_of(path))
            # Looked at only now: whoever published this name held its part until he was done.
            if os.path.lexists(path):
                self._release()
                return False
        return True

    def _release(self) -> None:
        for part in self._reserved:
            with suppress(OSError):
                part.unlink()
        self._reserved.clear()

    def _failed(self, error: OSError) -> InputError:
        self._release()
        return InputError(
            f"Tidak dapat menulis ke {self.folder}: {reason_of(error)}.",
            "Periksa tempat, izin dan sisa ruangnya; tidak ada berkas yang ditinggalkan.",
        )


def write_atomically(folder: Path, files: Mapping[NamaBerkas, bytes]) -> tuple[Path, ...]:
    """Write files that need nothing in between; returns their paths, in order."""
    with Berkas(folder, tuple(files)) as berkas:
        for nama, isi in files.items():
            berkas.write(nama, isi)
        return berkas.publish()


def _rename(source: Path, target: Path) -> None:
    """Rename without overwriting."""
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    patiently(lambda: source.rename(target))
