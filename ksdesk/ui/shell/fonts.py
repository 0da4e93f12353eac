"""The bundled fonts and the chain of families that the screen is set in."""

from __future__ import annotations

import functools
import logging
import sys

from PySide6.QtGui import QFont, QFontDatabase

from ksdesk.paths import resources

log = logging.getLogger(__name__)

# The system's own faces first, by language; the bundled one ends both chains, so that no
# machine shows boxes.
CHAINS = {
    "zh": ("Microsoft YaHei UI", "PingFang SC"),
    "en": ("Segoe UI", "SF Pro", "Microsoft YaHei UI", "PingFang SC"),
}
BUNDLED = "Noto Sans SC"


@functools.cache
def register() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once a process; the families they brought."""
    families: list[str] = []
    for path in sorted((resources() / "fonts").glob("NotoSansSC-*.otf")):
        if sys.platform == "win32":  # no path with characters beyond the system's own code page
            number = QFontDatabase.addApplicationFontFromData(path.read_bytes())
        else:  # mapped: only what is drawn is in memory, 7 MB less
            number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            log.warning("the bundled font %s cannot be read", path.name)
            continue
        families.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(families))


@functools.cache
def families(lang: str = "zh") -> tuple[str, ...]:
    """The families to ask for, best first: only those that this machine has.

    Asking for a missing family makes Qt search all fonts for an alias (a quarter second).
    """
    bundled = register() or (BUNDLED,)
    return (*(name for name in CHAINS[lang] if QFontDatabase.hasFamily(name)), *bundled)


def font(px: int, *, bold: bool = False, lang: str = "zh") -> QFont:
    """A font of a pixel size with figures of equal width."""
    made = QFont()
    made.setFamilies(list(families(lang)))
    made.setPixelSize(px)
    if bold:
        made.setWeight(QFont.Weight.Bold)
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
