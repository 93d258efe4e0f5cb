"""Files that exist whole or not at all: written aside, flushed, renamed, the directory flushed."""

import errno
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from skp_tui.errors import InputError
from skp_tui.files import (
    clear_abandoned,
    create_private,
    flush_folder,
    is_abandoned,
    make_folder,
    part_of,
    patiently,
    reason_of,
)
from skp_tui.record import record

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")


def safe_code(kode: str) -> str:
    """Return a unit's code as file names carry it: ASCII letters, digits, ``.``, ``_``, ``-``."""
    return _UNSAFE.sub("_", kode)


@record
class NamaBerkas:
    """A file name in two halves, since the suffix of a second one goes between them."""

    pangkal: str
    ekstensi: str

    def dengan(self, akhiran: str) -> str:
        """Return the whole name with a suffix: ``""``, ``-2``, ``-3`` …."""
        return f"{self.pangkal}{akhiran}{self.ekstensi}"


def suffixes() -> Iterator[str]:
    """Yield what tells files of one name apart: nothing for the first, then ``-2``, ``-3`` …."""
    yield ""
    for number in count(2):
        yield f"-{number}"


def free_suffix(folder: Path, nama: Iterable[NamaBerkas]) -> str:
    """Return the suffix that files would get there now: the first that is free for all of them.

    It looks at the disk and reserves nothing, so that a screen can name files beforehand.
    """
    wanted = tuple(nama)
    return next(
        akhiran
        for akhiran in suffixes()
        if all(is_free(folder / satu.dengan(akhiran)) for satu in wanted)
    )


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
        self.tertinggal: tuple[Path, ...] = ()
        self._reserved: list[Path] = []
        self._published: list[Path] = []

    def __enter__(self) -> Self:
        """Reserve the first suffix that is free for every file; raises InputError."""
        try:
            make_folder(self.folder)
            self.akhiran = next(akhiran for akhiran in suffixes() if self._reserve(akhiran))
        except OSError as error:
            raise self._failed(error) from error
        return self

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
        """Rename every file to its name, in order; on an error none of them remains.

        Where the system does not even let them be removed, ``tertinggal`` and the InputError name
        those that remain.
        """
        try:
            for nama in self.nama:
                path = self.path(nama)
                _rename(part_of(path), path)
                self._reserved.remove(part_of(path))
                self._published.append(path)
            flush_folder(self.folder)
        except OSError as error:
            self.tertinggal = tuple(path for path in self._published if not _removed(path))
            raise self._failed(error) from error
        return tuple(self._published)

    def _reserve(self, akhiran: str) -> bool:
        for nama in self.nama:
            path = self.folder / nama.dengan(akhiran)
            try:
                clear_abandoned(part_of(path))
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
        names = ", ".join(path.name for path in self.tertinggal)
        left = f"hapus {names} yang tertinggal" if names else "tidak ada berkas yang ditinggalkan"
        return InputError(
            f"Tidak dapat menulis ke {self.folder}: {reason_of(error)}.",
            f"Periksa tempat, izin dan sisa ruangnya; {left}.",
        )


def _removed(path: Path) -> bool:
    """Remove a file; say whether it is gone."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def is_free(path: Path) -> bool:
    """Say whether a file would get this name now: neither it nor its part is there."""
    part = part_of(path)
    return not os.path.lexists(path) and (not os.path.lexists(part) or is_abandoned(part))


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
