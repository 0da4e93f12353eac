"""设置: preferences, data, backups, and what this program is."""

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.page import PageSpec, Place

PAGE = PageSpec(
    "settings",
    QT_TRANSLATE_NOOP("Nav", "Settings"),
    icon="settings",
    where="ksdesk.ui.settings.page:SettingsPage",
    names="设置 shezhi sz settings",
    concerns=frozenset({"settings", "backups"}),
    places=(
        Place(
            "look",
            "SettingsPage",
            QT_TRANSLATE_NOOP("SettingsPage", "Language and look"),
            "语言 外观 深色 字号 yuyan waiguan dark theme language",
        ),
        Place(
            "data",
            "SettingsPage",
            QT_TRANSLATE_NOOP("SettingsPage", "Data and backups"),
            "数据 备份 店铺 shuju beifen bf sj backup restore shops",
        ),
        Place(
            "about",
            "SettingsPage",
            QT_TRANSLATE_NOOP("SettingsPage", "About"),
            "关于 版本 许可 guanyu gy about version licence",
        ),
    ),
    foot=True,
)
