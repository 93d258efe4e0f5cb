"""Lets ``python -m skp_tui`` start the program."""

import sys

from skp_tui.cli import main

sys.exit(main())
