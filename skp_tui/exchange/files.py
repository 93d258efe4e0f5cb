"""Files that exist whole or not at all: written aside, flushed, renamed, the directory flushed."""

import errno
import os
import re
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from skp_tui.errors import InputError

HANYA_PEMILIK = 0o600
SABAR_DETIK = 2.5
_JEDA_DETIK = 0.05
_TANPA_FLUSH = frozenset({errno.EINVAL, errno.ENOTSUP})

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
            self.folder.mkdir(parents=True, exist_ok=True)
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
            with _part(self.path(nama)).open("r+b") as file:
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
                _rename(_part(path), path)
                self._reserved.remove(_part(path))
                self._published.append(path)
            flush_directory(self.folder)
        except OSError as error:
            for path in self._published:
                path.unlink(missing_ok=True)
            raise self._failed(error) from error
        return tuple(self._published)

    def _reserve(self) -> bool:
        for nama in self.nama:
            path = self.path(nama)
            try:
                descriptor = os.open(
                    _part(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, HANYA_PEMILIK
                )
            except FileExistsError:
                self._release()
                return False
            os.close(descriptor)
            self._reserved.append(_part(path))
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
        reason = error.strerror or type(error).__name__
        return InputError(
            f"Tidak dapat menulis ke {self.folder}: {reason}.",
            "Periksa tempat, izin dan sisa ruangnya; tidak ada berkas yang ditinggalkan.",
        )


def write_atomically(folder: Path, files: Mapping[NamaBerkas, bytes]) -> tuple[Path, ...]:
    """Write files that need nothing in between; returns their paths, in order."""
    with Berkas(folder, tuple(files)) as berkas:
        for nama, isi in files.items():
            berkas.write(nama, isi)
        return berkas.publish()


def flush_directory(folder: Path) -> None:
    """Make a rename last through a power cut; Windows and some network drives cannot."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _TANPA_FLUSH:
            raise
    finally:
        os.close(descriptor)


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


def _rename(source: Path, target: Path) -> None:
    """Rename without overwriting; a virus scanner may hold the file for a moment (Windows)."""
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, "sementara itu ada berkas lain bernama sama")
    patience = time.monotonic() + SABAR_DETIK
    while True:
        try:
            source.rename(target)
        except PermissionError:
            if time.monotonic() > patience:
                raise
            time.sleep(_JEDA_DETIK)
        else:
            return
