"""Small wheels for tests: real files that pip and the bundle read, made in a moment."""

import hashlib
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from pathlib import Path


def make_wheel(
    folder: Path, name: str, version: str = "1.0", requires: Iterable[str] = (), tag: str = "any"
) -> Path:
    """Write a wheel that asks for others, with one module that tells its version."""
    folder.mkdir(parents=True, exist_ok=True)
    module = name.replace("-", "_")
    python = "cp311-cp311" if tag != "any" else "py3-none"
    path = folder / f"{module}-{version}-{python}-{tag}.whl"
    info = f"{module}-{version}.dist-info"
    asked = "".join(f"Requires-Dist: {one}\n" for one in requires)
    files = {
        f"{module}.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{asked}",
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {python}-{tag}\n",
    }
    record = "".join(f"{at},{_digest(text)},{len(text.encode())}\n" for at, text in files.items())
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n"
    with zipfile.ZipFile(path, "w") as archive:
        for at, text in files.items():
            archive.writestr(at, text)
    return path


def _digest(text: str) -> str:
    raw = hashlib.sha256(text.encode()).digest()
    return "sha256=" + urlsafe_b64encode(raw).rstrip(b"=").decode()
