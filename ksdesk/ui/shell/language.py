"""Which language the app speaks, and Qt's translators for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ksdesk.paths import resources
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

# English needs a file too: it holds the singular and plural of what is counted.
LOCALES = {"zh": "zh_CN", "en": "en_US"}
_installed: list[QTranslator] = []

QT_LACKS = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Page &order:"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Pages &per sheet:"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Page &Set:"),
)
"""What Qt's own windows say that its Chinese leaves in English; ours has it."""


def choose(setting: str, system: str) -> str:
    """ "zh" or "en": the setting, else English only on an English system.

    `system` is a locale name such as "en_US"; C and POSIX mean Chinese.
    """
    if setting:
        return setting
    return "en" if system.lower().startswith("en") else "zh"


def speak(language: str) -> None:
    """Install the translators of a language and make it the default for numbers and dates.

    FileNotFoundError where the compiled texts were not built.
    """
    app = QCoreApplication.instance()
    assert app is not None, "the app speaks once it runs"
    for old in _installed:
        app.removeTranslator(old)
        old.deleteLater()
    _installed.clear()
    name = LOCALES[language]
    QLocale.setDefault(QLocale(name))
    for file in _files(name):
        translator = QTranslator(app)
        if not translator.load(str(file)):
            raise FileNotFoundError(f"the texts are missing: {file} (make setup builds them)")
        app.installTranslator(translator)
        _installed.append(translator)


def _files(locale: str) -> list[Path]:
    """Qt's own words (file dialogs, printing, context menus), then ours, which win over them."""
    ours = resources() / "translations" / f"ksdesk_{locale}.qm"
    if locale == "en_US":  # Qt's own words are English
        return [ours]
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return [Path(qt) / f"qtbase_{locale}.qm", ours]
