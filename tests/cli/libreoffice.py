"""LibreOffice without a screen: opens files and saves them in another format."""

import subprocess
from pathlib import Path

FILTERS = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "xls": "xls:MS Excel 97", "ods": "ods:calc8",
           "csv": "csv:Text - txt - csv (StarCalc):44,34,76"}  # fmt: skip
TEXT, AS_IT_COMES = 2, 1
COMMA, QUOTE, UTF_8, ENGLISH = 44, 34, 76, 1033


def saved_as(ekstensi: str, into: Path, *files: Path, columns: tuple[int, ...] = ()) -> list[Path]:
    """Let LibreOffice save files in a format; ``columns`` says how those of a CSV are taken.

    It has a profile of its own, so that nobody's open office is in the way.
    """
    formats = "/".join(f"{number}/{how}" for number, how in enumerate(columns, 1))
    opened = [f"--infilter=CSV:{COMMA},{QUOTE},{UTF_8},1,{formats},{ENGLISH}"] if columns else []
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(into.parent / 'profil').as_uri()}", "--headless",
         *opened, "--convert-to", FILTERS[ekstensi], "--outdir", into, *files],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return [into / f"{file.stem}.{ekstensi}" for file in files]
