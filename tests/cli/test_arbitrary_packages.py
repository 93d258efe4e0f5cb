"""Packages of arbitrary offices: an outsider accepts each, and any change in them is found."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.calls import Desk
from tests.cli.random_office import Office, offices
from tests.cli.test_random_offices import new_desk

EXAMPLES = 5


def sent(desk: Desk, office: Office) -> tuple[Path, Path] | None:
    """Export the package of an office; None where it has no employee of that year."""
    office.bring_into(desk)
    done = desk.export("--sebagian", f"--unit={office.root}")
    if done.status == 2:
        assert "Tidak ada pegawai" in done.err
        return None
    table, descriptor = map(Path, done.lines)
    return table, descriptor


def findings(desk: Desk, descriptor: Path) -> int:
    """Return the exit status of ``periksa`` for a package."""
    done = desk.run("periksa", descriptor)
    assert "Traceback" not in done.said
    assert done.status == 0 or done.said.strip()
    return done.status


@settings(max_examples=EXAMPLES)
@given(office=offices(), data=st.data())
def test_a_flipped_bit_a_missing_row_or_a_changed_setting_is_always_found(
    office: Office, data: st.DataObject
) -> None:
    with new_desk() as desk:
        files = sent(desk, office)
        if files is None:
            return
        table, descriptor = files
        assert findings(desk, descriptor) == 0
        for path in (table, table, descriptor, descriptor):
            whole = path.read_bytes()
            content = bytearray(whole)
            content[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
            path.write_bytes(content)
            assert findings(desk, descriptor) in {1, 2}
            path.write_bytes(whole)
        lines = table.read_bytes().split(b"\r\n")
        lines.pop(data.draw(st.integers(1, len(lines) - 2)))
        whole = table.read_bytes()
        table.write_bytes(b"\r\n".join(lines))
        assert findings(desk, descriptor) == 1
        table.write_bytes(whole)
        document = json.loads(descriptor.read_text(encoding="utf-8"))
        settings_of_year = document["skp"]["pengaturan"]
        nama = data.draw(st.sampled_from(sorted(settings_of_year)))
        settings_of_year[nama] = "lain"
        descriptor.write_text(json.dumps(document), encoding="utf-8")
        assert findings(desk, descriptor) in {1, 2}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@settings(max_examples=EXAMPLES)
@given(office=offices())
def test_frictionless_accepts_every_package(office: Office) -> None:
    from frictionless import Package  # noqa: PLC0415 - slow, and needed here only

    with new_desk() as desk:
        files = sent(desk, office)
        if files is not None:
            report = Package(str(files[1])).validate()
            assert report.valid, report.flatten(["type", "note"])
