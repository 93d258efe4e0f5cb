"""What the architecture promises: a pure core, small modules, short functions, all documented."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "skp_tui"
MODULES = sorted(PACKAGE.rglob("*.py"))
PURE = ("domain", "rules")
BELOW = ("errors", "record")
"""Modules that the pure core may use, and that are as pure."""
HEAVY = {"textual", "sqlmodel", "sqlalchemy", "pydantic", "rich", "platformdirs", "filelock"}
HEAVY |= {"sqlite3", "openpyxl", "reportlab"}

LINES_OF_MODULE = 300
LINES_OF_FUNCTION = 30
LONGER_WITH_A_REASON: dict[str, str] = {}  # "skp_tui/….py::function": why it may be longer

Function = ast.FunctionDef | ast.AsyncFunctionDef


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[Function]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, Function)]


def lines_of_body(function: Function) -> int:
    body = function.body
    if ast.get_docstring(function) is not None:
        body = body[1:]
    return body[-1].end_lineno - body[0].lineno + 1 if body and body[-1].end_lineno else 0


def public(body: list[ast.stmt], owner: str = "") -> Iterator[tuple[str, Function | ast.ClassDef]]:
    """Walk the public functions and classes of a module, and the public methods of the latter."""
    for node in body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield f"{owner}{node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{node.name}.")


def loaded_by(modules: list[str]) -> set[str]:
    """Import the modules in a fresh interpreter and return the roots of all that came along."""
    script = (
        "import importlib, json, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *modules],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("room", PURE)
def test_the_pure_core_brings_nothing_heavy_along(room: str) -> None:
    modules = [dotted(path) for path in MODULES if path.is_relative_to(PACKAGE / room)]
    assert len(modules) > 1
    assert not loaded_by(modules) & HEAVY


@pytest.mark.parametrize("room", PURE)
def test_the_pure_core_imports_the_standard_library_and_itself_only(room: str) -> None:
    allowed = {"domain": {"domain"}, "rules": {"rules", "domain"}}[room] | {*BELOW}
    for path in MODULES:
        below = path.parent == PACKAGE and path.stem in BELOW
        if not (path.is_relative_to(PACKAGE / room) or below):
            continue
        for name in imported(path):
            head, _, rest = name.partition(".")
            if head == "skp_tui":
                assert rest.partition(".")[0] in allowed, f"{short(path)} imports {name}"
            else:
                assert head in sys.stdlib_module_names, f"{short(path)} imports {name}"


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("room", PURE)
def test_the_pure_core_holds_no_float(room: str) -> None:
    for path in MODULES:
        if not path.is_relative_to(PACKAGE / room):
            continue
        for node in ast.walk(tree(path)):
            written = isinstance(node, ast.Constant) and isinstance(node.value, float)
            named = isinstance(node, ast.Name) and node.id in {"float", "round"}
            assert not written, f"{short(path)}:{getattr(node, 'lineno', 0)} writes a float"
            assert not named, f"{short(path)}:{getattr(node, 'lineno', 0)} uses float or round"


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_only_storage_asks_the_database(path: Path) -> None:
    asks = (
        isinstance(node, ast.Attribute) and node.attr in {"execute", "executemany"}
        for node in ast.walk(tree(path))
    )
    assert any(asks) <= path.is_relative_to(PACKAGE / "storage")


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_a_module_stays_under_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < LINES_OF_MODULE


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_a_function_stays_under_30_lines(path: Path) -> None:
    long = {
        f"{short(path)}::{function.name}": lines_of_body(function)
        for function in functions(path)
        if lines_of_body(function) >= LINES_OF_FUNCTION
    }
    assert {name: size for name, size in long.items() if name not in LONGER_WITH_A_REASON} == {}


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_whatever_is_public_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(tree(path)), f"{short(path)} has no docstring"
    silent = [name for name, node in public(tree(path).body) if not ast.get_docstring(node)]
    assert silent == []


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_every_function_states_its_return_type(path: Path) -> None:
    assert [function.name for function in functions(path) if function.returns is None] == []


SCREENS = [path for path in MODULES if path.is_relative_to(PACKAGE / "ui")]


@pytest.mark.parametrize("path", SCREENS, ids=short)
def test_no_handler_of_a_message_is_called_by_hand(path: Path) -> None:
    # Textual calls the handlers of the base classes itself: called here too, they run twice
    by_hand = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("on_")
        and node.attr != "on_event"
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value) == "super()"
    ]
    assert by_hand == []
