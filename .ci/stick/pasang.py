"""Installs skp-tui for one user from this folder: no network, no administrator.

Run by ``pasang.sh`` or ``pasang.cmd``; needs the standard library only.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # an isolated Python does not look here

from memasang import main

if __name__ == "__main__":
    sys.exit(main())
