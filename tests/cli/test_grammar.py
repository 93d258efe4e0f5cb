from pathlib import Path

import pytest

from skp_tui.cli.grammar import KINDS
from skp_tui.exchange.kinds.kinds import JENIS, SKP
from tests.cli.calls import call
from tests.cli.grammar import README, commands, options, undocumented

CONTRACT = """
| command | does |
|---|---|
| `skp-tui` | opens |
| `skp-tui impor JENIS BERKAS… [--tahun T] [--unit KODE] [--periksa] [--utuh] [--json]` | imports |
| `skp-tui ekspor --tahun T [--unit KODE] --ke DIR [--profil bkd\\|data] [--sebagian]` | exports |
| `skp-tui nilai --tahun T --nip NIP [--json]` | one appraisal |
| `skp-tui rekap --tahun T [--unit KODE] [--json]` | the unit indicator |
| `skp-tui atur [NAMA [NILAI]] [--tahun T]` | settings |
| `skp-tui templat JENIS --ke BERKAS` | an empty file |
| `skp-tui periksa [BERKAS…]` | checks |
| `skp-tui cadangkan [--ke BERKAS]` · `skp-tui pulihkan BERKAS` | backup and restore |
| `skp-tui cetak …` · `skp-tui gabung …` | forms |
"""
EXTENSIONS = ["dukungan", "bantuan"]
"""Commands that this program has beyond the contract."""


def test_the_parser_knows_exactly_the_commands_and_options_of_the_contract() -> None:
    assert undocumented(CONTRACT) == EXTENSIONS
    named = {name: options(parser) for name, parser in commands().items()}
    assert named == {
        "impor": {"--tahun", "--unit", "--periksa", "--utuh", "--json"},
        "ekspor": {"--tahun", "--unit", "--ke", "--profil", "--sebagian"},
        "nilai": {"--tahun", "--nip", "--json"},
        "rekap": {"--tahun", "--unit", "--json"},
        "atur": {"--tahun"},
        "templat": {"--ke"},
        "periksa": set(),
        "cadangkan": {"--ke"},
        "dukungan": {"--ke"},
        "pulihkan": set(),
        "bantuan": {"--pdf", "--kartu"},
        "cetak": set(),
        "gabung": set(),
    }


def test_the_helper_notices_what_is_not_named() -> None:
    assert undocumented(CONTRACT.replace("[--utuh] ", "")) == ["impor --utuh", *EXTENSIONS]
    assert "rekap" in undocumented("")


def has_table(path: Path) -> bool:
    return path.exists() and "| `skp-tui" in path.read_text(encoding="utf-8")


@pytest.mark.skipif(not has_table(README), reason="the README has no command table yet")
def test_the_command_table_of_the_readme_names_every_command_and_option() -> None:
    assert undocumented(README.read_text(encoding="utf-8")) == []


def test_help_names_every_kind_and_where_there_is_more() -> None:
    assert (*JENIS, SKP) == KINDS
    words = " ".join(call("--help").out.split())
    assert "skp-tui PERINTAH --help menjelaskan sebuah perintah." in words
    assert ", ".join(KINDS) in words


def test_help_explains_every_argument_of_every_command() -> None:
    silent = [
        f"{name} {action.metavar or action.dest}"
        for name, command in commands().items()
        for action in command._actions
        if not action.help
    ]
    assert silent == []


def test_the_help_of_a_command_says_what_its_exit_status_and_its_names_mean() -> None:
    impor = " ".join(call("impor", "--help").out.split())
    assert f"JENIS: {', '.join(KINDS)}." in impor
    assert "Keluar dengan 0: tidak ada yang ditolak; 1:" in impor
    assert f"JENIS: {', '.join(JENIS)}." in " ".join(call("templat", "--help").out.split())
    assert "Keluar dengan 0: lengkap; 1:" in " ".join(call("ekspor", "--help").out.split())
