"""A small xlsx workbook of one sheet, made for the library that reads it: nothing but cells."""

import io
import zipfile
from collections.abc import Sequence
from typing import Final

from skp_tui.exchange.reading.archives import part

MAIN: Final = "xl/workbook.xml"

_NS = "http://schemas.openxmlformats.org"
_MAIN_NS = f"{_NS}/spreadsheetml/2006/main"
_REL_NS = f"{_NS}/officeDocument/2006/relationships"
_TYPES = f'<Types xmlns="{_NS}/package/2006/content-types"/>'
_RELS = (
    f'<Relationships xmlns="{_NS}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_REL_NS}/{{kind}}" Target="{{target}}"/></Relationships>'
)
_WORKBOOK = (
    f'<workbook xmlns="{_MAIN_NS}" xmlns:r="{_REL_NS}"><workbookPr{{flag}}/>'
    '<sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_WORKBOOK_RELS = (
    f'<Relationships xmlns="{_NS}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_REL_NS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_REL_NS}/styles" Target="styles.xml"/>'
    "</Relationships>"
)


def without_rows(styles: bytes | None, *, since_1904: bool) -> bytes:
    """Return a workbook with nothing but the styles, whose one sheet is still missing."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as arsip:
        arsip.writestr(part("[Content_Types].xml"), _TYPES)
        arsip.writestr(part("_rels/.rels"), _RELS.format(kind="officeDocument", target=MAIN))
        flag = ' date1904="1"' if since_1904 else ""
        arsip.writestr(part(MAIN), _WORKBOOK.format(flag=flag))
        arsip.writestr(part("xl/_rels/workbook.xml.rels"), _WORKBOOK_RELS)
        if styles is not None:
            arsip.writestr(part("xl/styles.xml"), styles)
    return file.getvalue()


def with_rows(empty: bytes, rows: Sequence[bytes]) -> io.BytesIO:
    """Return a workbook without rows with some in its sheet."""
    file = io.BytesIO(empty)
    start = f'<worksheet xmlns="{_MAIN_NS}" xmlns:r="{_REL_NS}"><sheetData>'.encode()
    with zipfile.ZipFile(file, "a") as arsip:
        arsip.writestr(
            part("xl/worksheets/sheet1.xml"),
            b"".join((start, *rows, b"</sheetData></worksheet>")),
        )
    file.seek(0)
    return file
