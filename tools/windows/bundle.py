"""What the Windows folder holds and needs: stops on a file of wine's, or a library from elsewhere.

    bundle.py FOLDER LIST

Writes LIST, an include of the installer: one Delete for each file of the folder, one RMDir for each
folder below it, so that uninstalling removes what was put there and nothing else.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import pefile

OF_WINDOWS = set(
    """advapi32 authz bcrypt bcryptprimitives comctl32 comdlg32 crypt32 d3d11 d3d12 d3d9 dnsapi
    dwmapi dwrite dxgi gdi32 icuuc imm32 iphlpapi kernel32 mpr msvcrt netapi32 ntdll ole32 oleaut32
    propsys rpcrt4 secur32 setupapi shell32 shlwapi uiautomationcore user32 userenv uxtheme
    version winhttp winmm
    winspool.drv ws2_32 wtsapi32""".split()
)
"""Parts of Windows 10 that may be asked for."""
NEVER = {
    "ucrtbase.dll",
    "wucrtbase.dll",
    "mscms.dll",
    "wmscms.dll",
    "icuuc.dll",
    "bcryptprimitives.dll",
}
"""Windows' own, or stand-ins of the building machine."""
ALWAYS = {"msvcp140.dll", "python3.dll", "vcruntime140.dll"}


def faults(folder: Path) -> list[str]:
    """Sentences on what must not be so; empty where the folder may ship."""
    binaries = [
        path for path in folder.rglob("*") if path.suffix.lower() in {".dll", ".pyd", ".exe"}
    ]
    names = {path.name.lower() for path in binaries}
    found = [f"{name} is missing" for name in sorted(ALWAYS - names)]
    found += [f"{name} must not ship" for name in sorted(NEVER & names)]
    asked: dict[str, list[str]] = defaultdict(list)
    for path in binaries:
        data = path.read_bytes()
        if b"Wine builtin" in data[:4096]:
            found.append(f"{path.name} is wine's own")
        for name in imported(data):
            own = name in names or name.startswith("api-ms-win-")
            if not own and name.removesuffix(".dll") not in OF_WINDOWS:
                asked[name].append(path.name)
    found += [
        f"{name} is not there: {', '.join(by[:4])} want it" for name, by in sorted(asked.items())
    ]
    program = pefile.PE(data=(folder / "ksdesk.exe").read_bytes(), fast_load=True)
    if program.OPTIONAL_HEADER.Subsystem != pefile.SUBSYSTEM_TYPE["IMAGE_SUBSYSTEM_WINDOWS_GUI"]:
        found.append("ksdesk.exe would open a console window")
    return found


def imported(data: bytes) -> list[str]:
    """Names of the libraries that a program or library loads, in lower case."""
    image = pefile.PE(data=data, fast_load=True)
    image.parse_data_directories([1, 13])  # imports, delayed imports
    entries = [
        *getattr(image, "DIRECTORY_ENTRY_IMPORT", []),
        *getattr(image, "DIRECTORY_ENTRY_DELAY_IMPORT", []),
    ]
    return [entry.dll.decode().lower() for entry in entries]


def owned(folder: Path) -> str:
    """The installer's lines that delete each file and each empty folder, deepest first."""
    below = sorted(folder.rglob("*"), key=lambda path: (-len(path.parts), str(path)))
    lines = [(path, "RMDir" if path.is_dir() else "Delete") for path in below]
    return "".join(
        f'{verb} "$INSTDIR\\{_windows(path.relative_to(folder))}"\n' for path, verb in lines
    )


def _windows(path: Path) -> str:
    return str(path).replace("/", "\\").replace("$", "$$")


def main() -> None:
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    if found := faults(folder):
        sys.exit("\n".join(found))
    target.write_text(owned(folder), encoding="utf-8")
    print(
        f"{sum(path.is_file() for path in folder.rglob('*'))} files, nothing of wine's among them"
    )


if __name__ == "__main__":
    main()
