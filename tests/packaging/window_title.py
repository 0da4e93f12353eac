"""Print the title of the first titled window on an X display: window_title.py DISPLAY SECONDS.

Talks to libX11 through ctypes in a process of its own, so that no tool has to be installed and no
X error can reach the tests.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
import time


def titles(x11: ctypes.CDLL, display: int, window: int) -> list[str]:
    """The _NET_WM_NAME of a window and of all below it that are on screen."""
    found = []
    atom = x11.XInternAtom(display, b"_NET_WM_NAME", 0)
    kind, form, count, rest = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong()
    text = ctypes.c_char_p()
    x11.XGetWindowProperty(
        ctypes.c_void_p(display),
        ctypes.c_ulong(window),
        ctypes.c_ulong(atom),
        ctypes.c_long(0),
        ctypes.c_long(1024),
        0,
        ctypes.c_ulong(0),
        ctypes.byref(kind),
        ctypes.byref(form),
        ctypes.byref(count),
        ctypes.byref(rest),
        ctypes.byref(text),
    )
    if count.value and text.value and is_mapped(x11, display, window):
        found.append(text.value.decode("utf-8", "replace"))
    root, parent, number = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
    children = ctypes.POINTER(ctypes.c_ulong)()
    x11.XQueryTree(
        ctypes.c_void_p(display),
        ctypes.c_ulong(window),
        ctypes.byref(root),
        ctypes.byref(parent),
        ctypes.byref(children),
        ctypes.byref(number),
    )
    for index in range(number.value):
        found += titles(x11, display, children[index])
    return found


def is_mapped(x11: ctypes.CDLL, display: int, window: int) -> bool:
    """Whether a window is viewable (map_state 2 in XWindowAttributes, at offset 92 on 64 bits)."""
    attributes = (ctypes.c_byte * 256)()
    x11.XGetWindowAttributes(ctypes.c_void_p(display), ctypes.c_ulong(window), attributes)
    return ctypes.cast(ctypes.byref(attributes, 92), ctypes.POINTER(ctypes.c_int))[0] == 2


def main() -> int:
    x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    # A window may close while it is asked about.
    handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    quiet = handler(lambda _display, _event: 0)
    x11.XSetErrorHandler(quiet)
    display = x11.XOpenDisplay(sys.argv[1].encode())
    if not display:
        print("the display cannot be opened", file=sys.stderr)
        return 2
    until = time.monotonic() + float(sys.argv[2])
    while time.monotonic() < until:
        for title in titles(x11, display, x11.XDefaultRootWindow(display)):
            sys.stdout.buffer.write(title.encode() + b"\n")
            return 0
        time.sleep(0.1)
    print("no window with a title came up", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
