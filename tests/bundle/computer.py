"""A computer of a user as an admin with a stick finds it: a fresh home, no network."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.terminal.tmux import Terminal, terminal

WITHOUT_NETWORK = ("unshare", "-rn")
KINDS = ("unit", "pegawai", "bagian", "kegiatan", "tambahan", "perilaku", "pengecualian")


@dataclass(frozen=True, slots=True)
class Computer:
    """A home in which programs run in a namespace of their own, that has no network."""

    home: Path

    @property
    def launcher(self) -> Path:
        """Return what the installer lets the user start."""
        return self.home / ".local" / "bin" / "skp-tui"

    @property
    def root(self) -> Path:
        """Return where the installer puts the program."""
        return self.home / ".local" / "share" / "skp-tui-program"

    @property
    def database(self) -> Path:
        """Return where the program keeps the user's data."""
        return self.home / ".local" / "share" / "skp-tui" / "skp.db"

    def environment(self, path: str = "/usr/bin:/bin") -> dict[str, str]:
        """Return all that a program of the user sees of the environment."""
        return {"HOME": str(self.home), "PATH": path, "LANG": "C.UTF-8"}

    def run(self, *command: object) -> subprocess.CompletedProcess[str]:
        """Run a command without a network."""
        return subprocess.run(
            [*WITHOUT_NETWORK, *map(str, command)],
            env=self.environment(),
            cwd=self.home,
            capture_output=True,
            text=True,
            check=False,
        )

    def install(self, wheels: Path, *options: str) -> subprocess.CompletedProcess[str]:
        """Run the installer of a bundle as its guide says."""
        return self.run("sh", wheels / "pasang.sh", *options)

    def said(self, *command: object) -> str:
        """Run a command that must succeed and return its output."""
        done = self.run(*command)
        assert done.returncode == 0, done.stderr
        return done.stdout

    @contextmanager
    def screen(self, program: Path, *arguments: str) -> Iterator[Terminal]:
        """Open the program in a terminal without a network."""
        settings = [f"{name}={value}" for name, value in self.environment().items()]
        settings.append("TERM=screen-256color")
        command = ["env", "-i", *settings, *WITHOUT_NETWORK, str(program)]
        with terminal(*arguments, program=command) as pane:
            yield pane

    def exported(self, program: Path, source: Path, tahun: int = 2017) -> dict[str, bytes]:
        """Import a folder of files, export the same profile, and return the files by name."""
        for kind in KINDS:
            self.said(program, "impor", kind, source / f"{kind}.csv")
        target = self.home / "stik"
        self.said(program, "ekspor", "--tahun", tahun, "--profil", "data", "--ke", target)
        return {path.name: path.read_bytes() for path in target.glob("*.csv")}
