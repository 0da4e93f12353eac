"""The look of the app: colours, sizes, the palette and the one stylesheet.

The theme that `apply` set last is the current one, kept in this module: a page is rebuilt on
a switch of scheme, text size or language, so no part needs to follow a change. A part asks
`theme_of(self)` while it is built and again while it paints.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ksdesk.charts.palette import DARK, LIGHT
from ksdesk.ui.shell import fonts
from ksdesk.ui.shell.stylesheet import sheet

TITLE = 22
FRAME = (16, 40)  # what a system puts around a window: with it a screen of 1280×800 holds it
BODY = 14
SMALL = 12
# Height of a line of each size, at 100 % text size.
LINES = {TITLE: 32, BODY: 22, SMALL: 18}
# The names of months and days, and what `parts.texts` takes for the app's language.
LOCALES = {
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
}


class Theme:
    """Colours by token, fonts by size and heights by text size.

    scheme: "light" or "dark"; scale: the seller's text size, 0.9 to 1.5; updown: "red" (a rise
    is red, China's habit) or "green" (a rise is green); lang: "zh" or "en".
    """

    def __init__(
        self, scheme: str = "light", scale: float = 1.0, updown: str = "red", lang: str = "zh"
    ) -> None:
        self.scheme = "dark" if scheme == "dark" else "light"
        self.scale = min(1.5, max(0.9, scale))
        self.updown = updown
        self.lang = "en" if lang == "en" else "zh"
        self.palette = dict(DARK if self.scheme == "dark" else LIGHT)
        rise, fall = ("good", "bad") if updown == "green" else ("bad", "good")
        self.palette["up"] = self.palette[rise]
        self.palette["down"] = self.palette[fall]
        self._colors = {name: QColor(value) for name, value in self.palette.items()}
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self._metrics: dict[tuple[int, bool], QFontMetrics] = {}
        self._widths: dict[tuple[str, int, bool], int] = {}

    @property
    def tokens(self) -> dict[str, str]:
        """Token name to "#RRGGBB"; the same as `palette`."""
        return self.palette

    def color(self, token: str) -> QColor:
        """The colour of a token; KeyError for a name that is none."""
        return QColor(self._colors[token])

    def px(self, size: float) -> int:
        """A height that holds text, at the seller's text size (spacing does not grow)."""
        return round(size * self.scale)

    def font(self, size: int = BODY, bold: bool = False) -> QFont:
        """The font of a size (TITLE, BODY or SMALL) with tabular figures."""
        key = (size, bold)
        if key not in self._fonts:
            self._fonts[key] = fonts.font(self.px(size), bold=bold, lang=self.lang)
        return QFont(self._fonts[key])

    def metrics(self, size: int = BODY, bold: bool = False) -> QFontMetrics:
        """Measures of `font(size, bold)`."""
        key = (size, bold)
        if key not in self._metrics:
            self._metrics[key] = QFontMetrics(self.font(size, bold))
        return self._metrics[key]

    def width(self, text: str, size: int = BODY, bold: bool = False) -> int:
        """Width of a text in px; texts that come again are measured once."""
        key = (text, size, bold)
        if key not in self._widths:
            if len(self._widths) > 4000:
                self._widths.clear()
            self._widths[key] = self.metrics(size, bold).horizontalAdvance(text)
        return self._widths[key]

    def elided(self, text: str, room: int, size: int = BODY, bold: bool = False) -> str:
        """A text with … at its end where it is wider than `room` px."""
        if self.width(text, size, bold) <= room:
            return text
        return self.metrics(size, bold).elidedText(text, Qt.TextElideMode.ElideRight, room)

    def line(self, size: int = BODY) -> int:
        """Height of one line of text in px, never below what the font needs."""
        return max(self.px(LINES[size]), self.metrics(size).height())

    def control(self, height: int = 32) -> int:
        """Height of a control in px: the token's height, or what its text needs if more."""
        return max(self.px(height), self.metrics().height() + 8)

    def qt_palette(self) -> QPalette:
        """Our own full palette, all roles and groups."""
        return _qt_palette(self)

    def qss(self) -> str:
        """The one stylesheet, filled from the tokens."""
        return sheet(self.palette, self.control(), self.control(40), self.line())

    def apply(self, app: QApplication) -> None:
        """Make this the current theme: font, palette, stylesheet and locale of the app."""
        global _current
        _current = self
        QLocale.setDefault(LOCALES[self.lang])
        app.setFont(self.font())
        app.setPalette(self.qt_palette())
        app.setStyleSheet(self.qss())


_current: Theme | None = None


def current() -> Theme:
    """The theme applied last; before any was applied, the light one."""
    global _current
    if _current is None:
        _current = Theme()
    return _current


def theme_of(widget: QWidget | None = None) -> Theme:
    """The theme a widget is drawn with: the current one for all."""
    return current()


@contextmanager
def wearing(theme: Theme) -> Iterator[None]:
    """What is built and painted within the block looks as this theme says: a picture that leaves
    the app. Nothing of it may outlive the block."""
    global _current
    before, _current = current(), theme
    try:
        yield
    finally:
        _current = before


def _qt_palette(theme: Theme) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "bg",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sub",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "on_accent",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Link: "accent_text",
        QPalette.ColorRole.LinkVisited: "accent_text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Light: "surface",
        QPalette.ColorRole.Midlight: "sub",
        QPalette.ColorRole.Mid: "border",
        QPalette.ColorRole.Dark: "control",
        QPalette.ColorRole.Shadow: "axis",
    }
    palette = QPalette()
    for role, token in roles.items():
        palette.setColor(role, theme.color(token))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("muted"))
    palette.setColor(
        QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, theme.color("border")
    )
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Base, theme.color("sub"))
    return palette


def system_scheme(app: QApplication) -> str:
    """What the system asks for: "light" or "dark" (light where it says nothing)."""
    dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"
