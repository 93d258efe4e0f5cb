"""What a user can type: every command and option of the parser, for comparing with the README."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from skp_tui.cli.grammar import BELUM_ADA, build_parser

README = Path(__file__).parents[2] / "README.md"
EVERYWHERE = frozenset({"-h", "--help", "--db"})


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command by its name."""
    for action in build_parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def options(parser: argparse.ArgumentParser) -> set[str]:
    """Return the options that a command has of its own."""
    found = {name for action in parser._actions for name in action.option_strings}
    return found - EVERYWHERE


def table_lines(text: str) -> Iterator[str]:
    """Yield the first cells of a Markdown table whose rows begin with a command."""
    for line in text.splitlines():
        if line.startswith("| `skp-tui"):
            yield line.split(" | ")[0]


def undocumented(text: str) -> list[str]:
    """Return each command and option that a command table does not name.

    A command that is not built yet may be left out.
    """
    lines = list(table_lines(text))
    missing: list[str] = []
    for name, parser in commands().items():
        own = [line for line in lines if f"skp-tui {name}" in line]
        if not own and name not in BELUM_ADA:
            missing.append(name)
            continue
        missing.extend(
            f"{name} {option}"
            for option in sorted(options(parser))
            if not any(option in line for line in own)
        )
    return missing
