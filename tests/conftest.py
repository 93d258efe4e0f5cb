"""Shared by all tests: tools that a machine may lack."""

import os
import shutil

import pytest

TOOLS = {"terminal": "tmux", "trace": "strace", "office": "soffice", "offline": "unshare"}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tool is absent; where the tool is owed, fail instead."""
    for marker, tool in TOOLS.items():
        if item.get_closest_marker(marker) and shutil.which(tool) is None:
            if os.environ.get("SKP_TUI_WAJIB_ALAT"):
                pytest.fail(f"{tool} is missing")
            pytest.skip(f"needs {tool}")
