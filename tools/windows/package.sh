#!/usr/bin/env bash
# Build dist/windows/ksdesk and its installer with what prepare.sh made; `make package-windows` runs it.
#
#   tools/windows/package.sh WORK
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(cd "$1" && pwd)
out="$root/dist/windows"
version=$("$root/.venv/bin/python" -c 'import ksdesk; print(ksdesk.__version__)')
# when the commit was made, not the build
SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 0)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=1

say() { echo "windows: $* ($SECONDS s)"; }

# A copy: PyInstaller's spec asks for the metadata of an installed ksdesk, made here without installing.
rm -rf "$work/source" && mkdir "$work/source"
tar -C "$root" --exclude=__pycache__ -c ksdesk resources tools constraints.txt pyproject.toml ksdesk.spec \
    README.md LICENSE | tar -C "$work/source" -x
cd "$work/source"
PYTHONPATH="$work/python/Lib/site-packages" "$root/.venv/bin/python" -c 'from setuptools import setup; setup()' -q egg_info

say "PyInstaller"
# on C:, or wine's own names of other drives get into the bundle
rm -rf "$work/prefix/drive_c/build"
timeout 7200 "$work/wine" "$work/python/python.exe" -X utf8 -m PyInstaller --noconfirm --log-level WARN \
    --distpath C:/build/dist --workpath C:/build/work ksdesk.spec
mkdir -p "$out" && rm -rf "$out/ksdesk" "$out"/*.exe
cp -r "$work/prefix/drive_c/build/dist/ksdesk" "$out/ksdesk"
rm -rf "$work/prefix/drive_c/build"

say "what is in it"
PYTHONPATH="$work/python/Lib/site-packages" "$root/.venv/bin/python" "$here/bundle.py" "$out/ksdesk" "$work/owned.nsh"

say "installer"
makensis -V2 -INPUTCHARSET UTF8 -DVERSION="$version" -DDIST="$out/ksdesk" -DOWNED="$work/owned.nsh" \
    -DICON="$root/resources/desktop/ksdesk.ico" -DOUT="$out/ksdesk-$version-setup.exe" "$here/installer.nsi"
python=$(awk '$2 == "PY_VERSION" { gsub(/["\r]/, "", $3); print $3 }' "$work/python/include/patchlevel.h")
"$root/.venv/bin/python" "$root/tools/make_sbom.py" "$out/ksdesk" "$out/ksdesk-$version.cdx.json" "$python"
say "done"
du -sh --apparent-size "$out/ksdesk"
ls -l "$out"/*.exe
