"""Write the version resource of the Windows program from `ksdesk.__version__`."""

from __future__ import annotations

import re
from pathlib import Path

import ksdesk

TEXT = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0,
                    OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('080404B0', [
      StringStruct('CompanyName', 'The ksdesk authors'),
      StringStruct('FileDescription', 'ksdesk 快手小店助手'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'ksdesk'),
      StringStruct('LegalCopyright', 'The ksdesk authors, MIT License'),
      StringStruct('OriginalFilename', 'ksdesk.exe'),
      StringStruct('ProductName', 'ksdesk'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [0x0804, 1200])]),
  ])
"""


def numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers Windows wants: "0.1.0" and "0.1.0rc2" are (0, 1, 0, 0)."""
    release = re.match(r"\d+(\.\d+)*", version)
    if release is None:
        raise ValueError(f"{version!r} does not begin with a number")
    parts = [int(part) for part in release.group().split(".")][:4]
    first, second, third, fourth = parts + [0] * (4 - len(parts))
    return first, second, third, fourth


def write(target: Path) -> str:
    """Write the resource's text and return its path as PyInstaller wants it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    version = ksdesk.__version__
    target.write_text(TEXT.format(numbers=numbers(version), version=version), encoding="utf-8")
    return str(target)


if __name__ == "__main__":
    print(write(Path("build/version.txt")))
