#!/bin/sh
# Name what the system lacks, in one sentence with the exact apt line; install it where that is possible.
#
#   tools/preflight.sh setup|run|test|package
#
# Prints the Python to use on stdout (nothing else goes there). As root with apt the missing packages
# are installed at once; otherwise the line to type is shown and the exit code is 1.
set -eu

purpose=${1:-setup}

say() { echo "$*" >&2; }

# The first Python of 3.11 or newer. A name on PATH may be a shim that cannot run, so each is tried.
find_python() {
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
        if "$name" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            echo "$name"
            return 0
        fi
    done
    return 1
}

# library file → Debian/Ubuntu package. The Qt plugins xcb, wayland and offscreen load these.
qt_libraries='
libEGL.so.1 libegl1
libGL.so.1 libgl1
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libglib-2.0.so.0 libglib2.0-0
libgssapi_krb5.so.2 libgssapi-krb5-2
libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-glx.so.0 libxcb-glx0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
'

missing_packages() {
    if python=$(find_python); then
        "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 || echo python3-venv
    elif ! command -v python3 >/dev/null 2>&1; then
        echo python3
        echo python3-venv
    fi
    known=$( (ldconfig -p || /sbin/ldconfig -p) 2>/dev/null || true)
    if [ -n "$known" ]; then
        echo "$qt_libraries" | while read -r library package; do
            [ -z "$library" ] || echo "$known" | grep -qF "$library " || echo "$package"
        done
    fi
    if [ "$purpose" = test ] || [ "$purpose" = package ]; then
        command -v Xvfb >/dev/null 2>&1 || echo xvfb
        command -v xauth >/dev/null 2>&1 || echo xauth
        command -v desktop-file-validate >/dev/null 2>&1 || echo desktop-file-utils
        command -v strace >/dev/null 2>&1 || echo strace
    fi
    if [ "$purpose" = package ]; then
        command -v objdump >/dev/null 2>&1 || echo binutils
        # PyInstaller packs the shared libpython, which Debian keeps in a package of its own.
        python=$(find_python) && "$python" - <<'PY'
import pathlib, subprocess, sys, sysconfig
name = sysconfig.get_config_var("INSTSONAME") or sysconfig.get_config_var("LDLIBRARY") or ""
places = [sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("LIBPL"), sys.base_prefix + "/lib"]
version = f"{sys.version_info[0]}.{sys.version_info[1]}"
found = any(place and list(pathlib.Path(place).glob(f"**/libpython{version}.so*")) for place in places[:2])
cache = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True).stdout
if not found and f"libpython{version}.so" not in cache:
    print(f"libpython{version}")
PY
    fi
    return 0
}

python_or_stop() {
    if ! find_python; then
        say "ksdesk needs Python 3.11 or newer, and this system offers none: name one with PYTHON=/path/to/python3."
        exit 1
    fi
}

[ "$(uname -s)" = Linux ] || { python_or_stop; exit 0; }

# Some needs show only once others are met (which libpython, once there is a Python): so up to thrice.
for pass in first second third; do
    missing=$(missing_packages | sort -u | tr '\n' ' ' | sed 's/ *$//')
    [ -n "$missing" ] || break
    line="apt-get install -y --no-install-recommends $missing"
    if ! command -v apt-get >/dev/null 2>&1; then
        say "ksdesk needs what Debian calls $missing; please install these with this system's own package tool."
        exit 1
    elif [ "$(id -u)" != 0 ]; then
        say "ksdesk needs some system packages; please type: sudo $line"
        exit 1
    elif [ "$pass" = third ]; then
        say "ksdesk still misses $missing after installing them; please look at: $line"
        exit 1
    fi
    say "ksdesk needs some system packages and installs them now: $line"
    export DEBIAN_FRONTEND=noninteractive
    install="apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends $missing"
    $install >/dev/null 2>&1 || {
        apt-get update -qq >&2
        $install >/dev/null
    }
done
python_or_stop
