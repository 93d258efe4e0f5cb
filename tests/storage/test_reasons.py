"""Why the system refused is said in Indonesian, never in the words of the system."""

import errno
import os

import pytest

from skp_tui.files import reason_of


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "diska penuh"),
        (errno.EACCES, "tidak diizinkan"),
        (errno.EPERM, "tidak diizinkan"),
        (errno.EROFS, "hanya dapat dibaca"),
        (errno.ENOENT, "tidak ada"),
        (errno.ENAMETOOLONG, "namanya terlalu panjang"),
        (errno.EIO, "diskanya bermasalah"),
        (errno.ENODEV, "diskanya terlepas"),
        (errno.ENOLCK, "diskanya tidak dapat mengunci berkas"),
        (errno.ELOOP, "tautannya berputar-putar"),
        (errno.EXDEV, f"galat {errno.EXDEV}"),
    ],
)
def test_a_reason_is_in_indonesian_words(number: int, words: str) -> None:
    assert reason_of(OSError(number, os.strerror(number))) == words


def test_a_reason_without_a_number_is_unknown() -> None:
    assert reason_of(OSError("broken")) == "galat yang tidak dikenal"
