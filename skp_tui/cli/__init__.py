"""The command line: data on standard output, messages on standard error, never a traceback."""

import sys
from collections.abc import Sequence
from datetime import datetime

from skp_tui.cli.grammar import build_parser
from skp_tui.errors import SkpError

REFUSED = 2
FAULT = 70
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit status (exchange 2)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # an old console may not know every sign; a file must not depend on it
            stream.reconfigure(errors="backslashreplace")
    arguments = build_parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except SkpError as error:
        print(f"skp-tui: {error.kalimat()}", file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read the output has gone
        return INTERRUPTED
    except KeyboardInterrupt:
        print("skp-tui: dihentikan; tidak ada yang setengah tersimpan.", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a bug becomes a sentence and a line in the log
        return _fault(error)
    return status


def _fault(error: Exception) -> int:
    from skp_tui import paths  # noqa: PLC0415 - on a fault only
    from skp_tui.services.faults import sentence, write_log  # noqa: PLC0415 - on a fault only

    place = paths.log_file()
    logged = write_log(place, error, datetime.now().astimezone())
    print(f"skp-tui: {sentence(place, logged=logged)}", file=sys.stderr)
    return FAULT
