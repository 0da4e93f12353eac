#!/bin/sh
# Start the app; where no display can be opened, say so and walk the tour into ./tour instead.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python

has_display() {
    [ "$(uname -s)" = Linux ] || return 0
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 1
    # Qt aborts where a named display cannot be opened, so another process tries first.
    ( "$python" -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication([])' ) >/dev/null 2>&1
}

if has_display; then
    exec "$python" -m ksdesk "$@"
fi
echo "There is no display here, so no window can open: ksdesk walks its tour and puts the pictures into ./tour."
QT_QPA_PLATFORM=offscreen exec "$python" -m ksdesk --tour tour
