"""流量: what paid traffic brought, as curves."""

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.page import PageSpec

PAGE = PageSpec(
    "traffic",
    QT_TRANSLATE_NOOP("Nav", "Traffic"),
    icon="traffic",
    where="ksdesk.ui.traffic.page:TrafficPage",
    names="流量 liuliang ll traffic 曲线 导入",
    concerns=frozenset({"traffic", "imports", "several", "ways", "guide"}),
)
