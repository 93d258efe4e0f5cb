"""Parses calls in Indonesian: headings, refusals and help, with nothing heavier than argparse."""

import argparse
import re
import sys
from typing import TYPE_CHECKING, NoReturn

from skp_tui.cli.output import say

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_SENTENCES = (
    (r"the following arguments are required: (.*)", r"kurang: \1"),
    (r"unrecognized arguments: (.*)", r"tidak dikenal: \1"),
    (r"argument (.*): expected (?:one|at least one) argument", r"\1 perlu nilai"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"tidak ada \2; pilih \3"),
    (r"argument (.*): invalid \w+ value: (.*)", r"\1: \2 tidak dapat dibaca"),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 tidak memakai nilai, di sini \2"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 tidak dapat bersama \2"),
    (r"argument ([^:]*): (.*)", r"\1: \2"),
)
_USAGE = "usage: "


class Parser(argparse.ArgumentParser):
    """A parser whose headings and refusals are Indonesian; a wrong call exits with 2."""

    def __init__(self, prog: str | None = None, description: str | None = None) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self.arguments = self.add_argument_group("argumen")
        self.options = self.add_argument_group("pilihan")
        self.options.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def format_help(self) -> str:
        """Return the help with its first word in Indonesian."""
        return super().format_help().replace(_USAGE, "pemakaian: ", 1)

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Print help and version as every other output: a full disk is told, not passed over."""
        if file is sys.stdout:
            say(message.removesuffix("\n"))
        else:
            super()._print_message(message, file)

    def error(self, message: str) -> NoReturn:
        """Refuse the call in one Indonesian sentence."""
        for pattern, sentence in _SENTENCES:
            if re.fullmatch(pattern, message, re.DOTALL):
                message = re.sub(pattern, sentence, message, count=1, flags=re.DOTALL)
                break
        print(f"skp-tui: perintah tidak dimengerti ({message}).", file=sys.stderr)
        print(f"Bantuan: {self.prog} --help", file=sys.stderr)
        sys.exit(2)


def year(text: str) -> int:
    """Read a year of four digits."""
    if not re.fullmatch(r"\d{4}", text, re.ASCII):
        raise argparse.ArgumentTypeError(f'tahun "{text}" bukan empat angka')
    return int(text)
