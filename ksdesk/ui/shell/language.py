"""Which language the app speaks, and Qt's translators for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ksdesk.paths import resources

_installed: list[QTranslator] = []


def choose(setting: str, system: str) -> str:
    """ "zh" or "en": the setting, else English only on an English system.

    `system` is a locale name such as "en_US"; C and POSIX mean Chinese.
    """
    if setting:
        return setting
    return "en" if system.lower().startswith("en") else "zh"


def speak(language: str) -> None:
    """Install the translators of a language and make it the default for numbers and dates.

    FileNotFoundError where the Chinese texts were not built.
    """
    app = QCoreApplication.instance()
    for old in _installed:
        app.removeTranslator(old)
    _installed.clear()
    chinese = language == "zh"
    QLocale.setDefault(QLocale("zh_CN" if chinese else "en_US"))
    if not chinese:
        return
    texts = resources() / "translations" / "ksdesk_zh_CN.qm"
    translator = QTranslator(app)
    if not translator.load(str(texts)):
        raise FileNotFoundError(f"the Chinese texts are missing: {texts}")
    app.installTranslator(translator)
    _installed.append(translator)
