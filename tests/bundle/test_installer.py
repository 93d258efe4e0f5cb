"""What the installers write and refuse, without installing anything."""

import os
import platform
import re
import shlex
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

import hapus
import memasang
import peluncur
import periksa
from packing import folder, windows
from packing.targets import PYTHONS
from packing.wheelhouse import GUIDE, STICK, copy_text

PROJECT = Path(__file__).parents[2]
SH, CMD = (STICK / "pasang.sh").read_text(), (STICK / "pasang.cmd").read_text()
ADDRESS = re.compile(r"https?://|pypi|index-url", re.IGNORECASE)


@pytest.mark.parametrize(
    "home", ["/home/ani", "/home/ani wati", "/home/o'neil", '/home/a"b$c`d\\e%f']
)
def test_the_launcher_starts_the_program_from_any_home(home: str, tmp_path: Path) -> None:
    place = tmp_path / home.removeprefix("/") / "0001-1.0"
    python = place / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    python.chmod(0o755)
    launcher = tmp_path / "skp-tui"
    peluncur.write_script(launcher, peluncur.linux_launcher(place))
    done = subprocess.run([launcher, "--db", "a b", ""], capture_output=True, text=True, check=True)
    assert done.stdout == "-I|-m|skp_tui|--db|a b||"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_the_menu_of_linux_names_the_launcher_as_desktops_read_it() -> None:
    entry = peluncur.desktop_entry(Path("/home/ani/.local/bin/skp-tui"))
    assert 'Exec="/home/ani/.local/bin/skp-tui"\n' in entry
    assert "Terminal=true\n" in entry
    odd = peluncur.desktop_entry(Path('/a b/c"d$e%f/skp-tui'))
    assert r'Exec="/a b/c\\"d\\$e%%f/skp-tui"' in odd


def test_the_launcher_of_windows_spells_no_name_of_a_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(hapus, "WINDOWS", True)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    place = tmp_path / "skp-tui-program" / "0003-1.0"
    text = peluncur.windows_launcher(place)
    assert text == '@"%~dp00003-1.0\\python.exe" -I -m skp_tui %*\r\n'
    (place / "Scripts").mkdir(parents=True)
    (place / "Scripts" / "python.exe").touch()
    assert "0003-1.0\\Scripts\\python.exe" in peluncur.windows_launcher(place)
    entry = peluncur.windows_entry(tmp_path / "skp-tui.cmd")
    assert f'call "%LOCALAPPDATA%{os.sep}skp-tui.cmd" %*\r\n' in entry
    assert entry.endswith("if errorlevel 1 pause\r\n")
    assert 'call "/lain/100%%/x.cmd"' in peluncur.windows_entry(Path("/lain/100%/x.cmd"))


def test_the_embeddable_python_looks_for_packages_beside_itself(tmp_path: Path) -> None:
    (tmp_path / "python311._pth").write_text("python311.zip\n.\n\n#import site\n")
    memasang.add_libraries(tmp_path)
    lines = (tmp_path / "python311._pth").read_text().split()
    assert lines[:2] + lines[-1:] == ["python311.zip", ".", "lib"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"python_version_tuple": lambda: ("3", "10", "1")}, r"Python 3\.10 tidak didukung"),
        ({"python_version_tuple": lambda: ("3", "15", "0")}, r"perlu 3\.11 - 3\.14"),
        ({"get_platform": lambda: "win32"}, r"Python ini untuk win32; perlu Windows"),
        ({"libc_ver": lambda: ("", "")}, r"tanpa glibc"),
    ],
)
def test_a_computer_without_wheels_in_the_bundle_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, object], words: str
) -> None:
    periksa.check_computer(list(PYTHONS))
    for name, answer in change.items():
        monkeypatch.setattr(sysconfig if hasattr(sysconfig, name) else platform, name, answer)
    with pytest.raises(hapus.RefusedError, match=words):
        periksa.check_computer(list(PYTHONS))


def test_pip_looks_into_the_bundle_only_and_at_hashes() -> None:
    options = memasang.wheel_options()
    assert {"--isolated", "--no-index", "--require-hashes", "--only-binary=:all:"} <= set(options)


@pytest.mark.parametrize("shell", ["sh", "dash", "bash"])
def test_the_script_of_linux_is_one_that_every_shell_reads(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"needs {shell}")
    assert subprocess.run([shell, "-n", STICK / "pasang.sh"], check=False).returncode == 0


def test_the_script_of_linux_says_so_where_no_python_fits(tmp_path: Path) -> None:
    for name in ("dirname", "sh"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    command = ["/bin/sh", str(STICK / "pasang.sh")]
    done = subprocess.run(
        command, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "tidak punya Python 3.11 sampai 3.14" in done.stderr
    assert "bentuk folder" in done.stderr


def test_both_scripts_hand_over_what_they_are_called_with() -> None:
    fits = f"(3, {PYTHONS[0][2:]}) <= sys.version_info[:2] <= (3, {PYTHONS[-1][2:]})"
    assert fits in SH
    assert '-I "$sini/pasang.py" "$@"' in SH
    assert CMD.count('-I "%~dp0pasang.py" %*') == 2
    assert f"%~dp0{windows.FOLDER}\\python.exe" in CMD


def test_the_script_of_windows_asks_for_every_python_of_the_bundle_the_newest_first() -> None:
    """``py -3`` starts the newest only, which may be one that the bundle has no wheels for."""
    [tried] = re.findall(r"for %%v in \((.+)\) do if not defined versi py -%%v ", CMD)
    assert tried.split() == list(reversed(PYTHONS))
    assert 'py -%versi% -I "%~dp0pasang.py" %*' in CMD
    assert "py -3 " not in CMD


def test_the_script_of_windows_is_plain() -> None:
    """Every jump has its label, every quote its end; no block hides a variable."""
    lines = CMD.splitlines()
    assert lines[0] == "@echo off"
    assert lines[-1] == "exit /b %hasil%"
    labels = {line[1:] for line in lines if line.startswith(":")}
    jumps = set(re.findall(r"\bgoto (\w+)", CMD))
    assert jumps == labels
    assert all(line.count('"') % 2 == 0 for line in lines)
    assert [line for line in lines if "(" in re.sub(r'"[^"]*"| in \(.+\) do ', "", line)] == []
    assert CMD.isascii()


def test_a_text_for_windows_gets_the_ends_of_lines_of_windows(tmp_path: Path) -> None:
    copy_text(STICK / "pasang.cmd", tmp_path / "pasang.cmd")
    copy_text(GUIDE, tmp_path / "BACA-DULU.txt")
    copy_text(STICK / "pasang.sh", tmp_path / "pasang.sh")
    for name in ("pasang.cmd", "BACA-DULU.txt"):
        content = (tmp_path / name).read_bytes()
        assert content.count(b"\r\n") == content.count(b"\n") > 10
    assert b"\r" not in (tmp_path / "pasang.sh").read_bytes()
    assert os.access(tmp_path / "pasang.sh", os.X_OK)


def test_nothing_of_the_bundle_names_the_address_of_a_registry() -> None:
    files = [path for path in (PROJECT / ".ci").rglob("*") if path.suffix in {".py", ".sh", ".cmd"}]
    assert len(files) > 8
    assert [path.name for path in (*files, GUIDE) if ADDRESS.search(path.read_text())] == []


def test_the_guide_tells_every_sentence_that_may_meet_an_admin() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    said = "".join(path.read_text() for path in STICK.glob("*.py")) + SH + CMD
    for quoted in re.findall(r'"([^"]+)"', guide.partition("## Bila tidak berhasil")[2]):
        known = said + (PROJECT / "skp_tui/storage/database/migrate.py").read_text()
        assert quoted in known, quoted
    assert f"Python {PYTHONS[0]} sampai {PYTHONS[-1]}" in guide


def test_the_readme_has_one_command_that_makes_both_bundles() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    command = readme.partition("<!-- bundel -->")[2].partition("```sh\n")[2].partition("\n```")[0]
    words = shlex.split(command)
    assert words[-2:] == [".venv/bin/python", ".ci/bundle.py"]
    assert ".[bundle]" in words
    assert windows.NAME in readme


def test_the_folder_build_is_a_folder_with_all_commands_manual_and_schema_in_it() -> None:
    options = " ".join(folder.options())
    assert "--onedir" in options
    assert "--collect-submodules skp_tui --collect-data skp_tui" in options
