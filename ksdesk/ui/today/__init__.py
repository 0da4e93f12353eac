"""今日: what must be done now, what today, and how yesterday went."""

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.page import PageSpec

PAGE = PageSpec(
    "today",
    QT_TRANSLATE_NOOP("Nav", "Today"),
    icon="today",
    where="ksdesk.ui.today.page:TodayPage",
    names="今日 jinri jr today tasks 任务",
    concerns=frozenset(
        ("today", "opening", "deposit", "products", "traffic", "imports", "backups")
    ),
)
