"""What ``.ci/run`` says and in which order it checks, with outside tools that only note their call.

pip and the checks would take minutes and a network; which of them is called, and when, is the rule.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

RUN = Path(__file__).parent.parent / ".ci" / "run"
TOOLS = ("bash", "cat", "chmod", "dirname", "git", "id", "mkdir", "mktemp", "rm", "sed")
README = """\
<!-- uji -->
```sh
python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/pytest -n auto
```
<!-- bundel -->
```sh
python3 -m venv .venv && .venv/bin/pip install -e ".[bundle]" && .venv/bin/python .ci/bundle.py
```
"""
NOTE = """\
#!/usr/bin/env bash
echo "${0##*/} $*" >>"$CALLS"
[ "${0##*/}" != "$FAILS" ]
"""
PYTHON = """\
#!/usr/bin/env bash
mkdir -p .venv/bin
for name in pip ruff mypy lint-imports pytest python; do
    cat "$NOTE" >".venv/bin/$name"
    chmod +x ".venv/bin/$name"
done
"""
CHECKS = ["ruff format --check .", "ruff check .", "mypy ", "lint-imports "]

pytestmark = pytest.mark.skipif(
    os.name == "nt" or any(shutil.which(tool) is None for tool in TOOLS),
    reason="needs bash and git",
)


class Checkout:
    """A repository with ``.ci/run``, and a computer with no other tools than are put there."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.tools, self.calls = folder / "repo", folder / "bin", folder / "calls"
        self.tools.mkdir()
        for tool in TOOLS:
            (self.tools / tool).symlink_to(shutil.which(tool) or tool)
        self.note = self._script(folder / "note", NOTE)
        (self.folder / ".ci").mkdir(parents=True)
        shutil.copy(RUN, self.folder / ".ci" / "run")
        (self.folder / "README.md").write_text(README, encoding="utf-8")
        self._git("init", "-q")
        self._git("add", ".")
        self._git("commit", "-q", "-m", "First")

    def _git(self, *words: str) -> None:
        who = ("-c", "user.name=Wayan", "-c", "user.email=wayan@contoh.invalid")
        env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", *who, *words], cwd=self.folder, env=env, check=True)

    def _script(self, path: Path, text: str) -> Path:
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
        return path

    def install(self, *tools: str) -> None:
        """Put further tools there."""
        for tool in tools:
            self._script(self.tools / tool, PYTHON if tool == "python3" else NOTE)

    def run(self, fails: str = "") -> subprocess.CompletedProcess[str]:
        """Run it; the tool named ``fails`` does."""
        env = {"PATH": str(self.tools), "CALLS": str(self.calls), "NOTE": str(self.note),
               "FAILS": fails, "TMPDIR": str(self.tools.parent)}  # fmt: skip
        return subprocess.run(
            [self.folder / ".ci" / "run"], env=env, capture_output=True, encoding="utf-8",
            check=False,
        )  # fmt: skip

    def called(self) -> list[str]:
        """Return which tools were called, in their order."""
        return self.calls.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """Return a clean checkout on a computer without terminal and trace."""
    return Checkout(tmp_path)


def test_missing_packages_are_named_where_they_cannot_be_installed(checkout: Checkout) -> None:
    checkout.install("python3")
    done = checkout.run()
    assert (done.returncode, done.stdout) == (1, "")
    assert "the tests need tmux strace: install these packages" in done.stderr
    checkout.install("strace")
    assert "the tests need tmux: install" in checkout.run().stderr
    assert not checkout.calls.exists()


def test_work_that_is_not_committed_is_said_to_be_left_out(checkout: Checkout) -> None:
    assert "uncommitted" not in checkout.run().stderr
    (checkout.folder / "new.py").write_text("", encoding="utf-8")
    assert "uncommitted work is left out" in checkout.run().stderr
    assert ", First)." in checkout.run().stderr


def test_what_takes_a_minute_is_checked_before_the_tests(checkout: Checkout) -> None:
    checkout.install("python3", "tmux", "strace")
    done = checkout.run()
    assert done.returncode == 0, done.stderr
    assert checkout.called() == [
        "pip install -q -e .[test,check]", *CHECKS,
        "pip install -e .[test]", "pytest -n auto",
        "pip install -e .[bundle]", "python .ci/bundle.py", "pytest -m long tests/bundle",
    ]  # fmt: skip


@pytest.mark.parametrize("tool", ["ruff", "mypy", "lint-imports", "pytest"])
def test_what_fails_ends_the_run(checkout: Checkout, tool: str) -> None:
    checkout.install("python3", "tmux", "strace")
    assert checkout.run(fails=tool).returncode != 0
    assert checkout.called()[-1].startswith(f"{tool} ")
    assert "pip install -e .[bundle]" not in checkout.called()
