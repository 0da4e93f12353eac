"""手册: the handbook and the rule book."""

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.page import PageSpec

PAGE = PageSpec(
    "guide",
    QT_TRANSLATE_NOOP("Nav", "Handbook"),
    icon="guide",
    where="ksdesk.ui.guide.page:GuidePage",
    names="手册 shouce sc guide handbook 规则",
    concerns=frozenset({"guide"}),
)
