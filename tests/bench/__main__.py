"""Measures speed and weight against a bare Textual program and against others, in one table.

All programs run in pseudo-terminals and are watched from outside, in turns. Every figure is the
median of the rounds; ratios are taken round by round. What the system cannot do is left out: the
count of files needs strace, a quarter of one core needs root.

Run: ``python -m tests.bench [ROUNDS] [--lain FOLDER] [--tulis]``
"""

import argparse
from pathlib import Path

from tests.bench import others
from tests.bench.figures import take
from tests.bench.programs import BARE, OURS
from tests.bench.programs import others as programs_of
from tests.bench.table import markdown, write_readme

ROUNDS = 5


def main() -> None:
    """Take all figures, print the table and the seconds of each screen."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("rounds", nargs="?", type=int, default=ROUNDS)
    parser.add_argument(
        "--lain", type=Path, help="measure posting, harlequin and visidata too, installed in there"
    )
    parser.add_argument("--tulis", action="store_true", help="put the table into README.md")
    wanted = parser.parse_args()
    programs = [OURS, BARE]
    if wanted.lain is not None:
        others.install(wanted.lain)
        programs += programs_of(wanted.lain)
    figures = take(programs, wanted.rounds)
    table = markdown(figures, wanted.rounds)
    print(table)
    for one in sorted(figures.screens, key=lambda one: -one.seconds):
        print(f"{one.seconds:6.2f} s  {one.scene.title}")
    if wanted.tulis:
        write_readme(table)


if __name__ == "__main__":
    main()
