"""Hostile files are read as data: nothing in them is run, followed or fetched (by strace)."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.broken.sentences import FOLDER, sections
from tests.reliability.tracing import ROOT

pytestmark = pytest.mark.trace

TAME = ("kosong", "hanya-judul", "sebenarnya", "terpotong", "angka-sel", "tanggal-sel", "sandi")
CALLS = "execve,execveat,socket,connect,sendto,fork,vfork,openat,rename,unlink,mkdir"
OUTSIDE = re.compile(r"\b(execve|execveat|socket|connect|sendto|fork|vfork)\(")
OPENED = re.compile(r'openat\(AT_FDCWD, "([^"]*)", ([A-Z_|]+)')
EVERY = """
import sys
from skp_tui.cli import main
database, *calls = sys.argv[1:]
for call in calls:
    kind, _, path = call.partition("=")
    main(["--db", database, "impor", kind, path])
"""
GUILTY = """
import socket, subprocess
socket.socket().close()
subprocess.run(["true"], check=True)
open("/etc/passwd").close()
"""


def watched(program: str, folder: Path, *arguments: str) -> str:
    """Run a Python program and return the calls by which it reached outside itself."""
    log = folder / "panggilan.strace"
    subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-s", "300", "-o", str(log), "-e", f"trace={CALLS}",
         sys.executable, "-c", program, *arguments],
        cwd=ROOT, check=True, capture_output=True,
        env={"HOME": str(folder), "TMPDIR": str(folder), "LOGNAME": "penguji", "PATH": "/usr/bin",
             "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    return log.read_text(encoding="ascii", errors="replace")


def reached(log: str) -> list[str]:
    """Return the calls that start a program or open a connection, the first start aside."""
    found = [line for line in log.splitlines() if OUTSIDE.search(line)]
    assert "execve(" in found[0]
    return found[1:]


def test_no_file_makes_the_program_start_connect_or_open_anything_else(tmp_path: Path) -> None:
    calls = []
    workbooks = {name: jenis for name, (jenis, _) in sections().items() if name[-4:] != ".csv"}
    for name, jenis in {**workbooks, "penanda-dan-rumus.csv": "unit"}.items():
        if (FOLDER / name).exists() and not name.startswith(TAME):
            path = tmp_path / name
            path.write_bytes((FOLDER / name).read_bytes())
            calls.append(f"{jenis}={path}")
    log = watched(EVERY, tmp_path, str(tmp_path / "skp.db"), *calls)
    assert reached(log) == []
    opened = OPENED.findall(log)
    assert "/etc/passwd" not in [path for path, _ in opened]
    own = (str(tmp_path), "/dev/null")
    assert [path for path, how in opened if "WR" in how and not path.startswith(own)] == []
    read = {Path(path).name for path, _ in opened}
    assert read >= {"tautan-luar.xlsx", "makro.xlsm", "makro.ods", "entitas.xlsx"}


def test_the_watch_sees_what_it_is_there_to_see(tmp_path: Path) -> None:
    log = watched(GUILTY, tmp_path)
    found = reached(log)
    assert any("socket(" in line for line in found)
    assert any("execve(" in line for line in found)
    assert "/etc/passwd" in log
