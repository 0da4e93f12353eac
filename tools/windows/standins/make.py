"""Build what Debian's wine lacks of Windows, for the building machine alone: none of it ships.

    make.py WINE_LIBRARIES OUT

ucrtbase and mscms are wine's own with a few functions more: all else is forwarded to wine's copy
under another name. icuuc and bcryptprimitives are small and whole.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pefile

HERE = Path(__file__).resolve().parent
MARK = b"Wine builtin DLL"  # wine takes no library for a foreign one that bears it, at 0x40
ALONE = {"icuuc": [], "bcryptprimitives": ["-ladvapi32"]}
FORWARDING = ("ucrtbase", "mscms")


def compile_library(target: Path, *parts: str | Path) -> None:
    command = [
        "x86_64-w64-mingw32-gcc",
        "-O2",
        "-fno-builtin",
        "-shared",
        "-static",
        "-s",
        "-o",
        target,
    ]
    subprocess.run([str(word) for word in (*command, *parts)], check=True)


def own_functions(source: Path) -> set[str]:
    """Names of the functions that a stand-in brings itself: its source calls them own_NAME."""
    made = subprocess.run(
        ["x86_64-w64-mingw32-gcc", "-E", "-P", str(source)],
        check=True,
        capture_output=True,
        text=True,
    )
    return set(re.findall(r"\bown_(\w+)\s*\(", made.stdout))


def forward(name: str, wine: Path, out: Path) -> None:
    data = bytearray((wine / f"{name}.dll").read_bytes())
    if data[0x40 : 0x40 + len(MARK)] != MARK:
        raise SystemExit(f"{name}.dll of this wine is laid out otherwise than expected")
    exported = {
        symbol.name.decode()
        for symbol in pefile.PE(data=bytes(data)).DIRECTORY_ENTRY_EXPORT.symbols
        if symbol.name
    }
    data[0x40:0x60] = bytes(0x20)
    (out / f"w{name}.dll").write_bytes(data)
    own = own_functions(HERE / f"{name}.c")
    lines = [
        f' "{one}" = {f"own_{one}" if one in own else f""""w{name}.{one}" """}'
        for one in sorted(exported | own)
    ]
    exports = out / f"{name}.def"
    exports.write_text("\n".join([f"LIBRARY {name}.dll", "EXPORTS", *lines, ""]))
    compile_library(out / f"{name}.dll", HERE / f"{name}.c", exports)
    exports.unlink()


def main() -> None:
    wine, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    for name in FORWARDING:
        forward(name, wine, out)
    for name, libraries in ALONE.items():
        compile_library(out / f"{name}.dll", HERE / f"{name}.c", *libraries)


if __name__ == "__main__":
    main()
