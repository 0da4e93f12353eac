"""What to write to a buyer at each step of a case: a text to copy, in spoken Chinese.

A fact that is not known is marked as a gap, so that it can be filled in.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from ksdesk.domain.aftersales.cases import AftersalesCase
from ksdesk.domain.aftersales.files import place

_TEXTS: Final = {
    "calm": "您好，{goods}没让您满意，对不住。我马上去查，{by}给您答复。",
    "check": "您好，{goods}的事正在查{reason}。方便的话发两张照片给我，{by}给您答复。",
    "report": "您好，{goods}的事查清楚了，{fault}。{plan}。您看这样行吗？",
    "ask": "您好，{goods}的事给您办了：{plan}。您看满意吗？还有什么不合适，直接跟我说。",
    "end": "您好，{goods}这件事办好了，谢谢您体谅。以后有事随时找我。",
}
_FAULTS: Final = {
    "mine": "是我们没弄好",
    "courier": "是路上弄坏的",
    "buyer": "发货前检查过，没有这个问题",
    "unclear": "说不准是哪一步出的岔子",
    "": "〔查到什么〕",
}
_PLANS: Final = {
    "refunded": "{money}退给您，货不用寄回",
    "returned": "您把货寄回来，收到就退{money}",
    "partly": "给您补{money}，货您留着用",
    "exchanged": "给您换一件，寄到告诉您单号",
    "resent": "给您再补发一份，发了告诉您单号",
    "kept": "这次退不了，您有难处跟我说，咱们再商量",
    "withdrawn": "申请您已经撤了",
    "": "〔打算怎么办〕",
}


def draft(case: AftersalesCase, by: datetime | None) -> str:
    """The text for where a case is; `by` is when the seller must, or wants to, have answered."""
    file = case.file
    here = "end" if case.closed else place(file)
    here = "report" if here == "check" and file.plan else here
    money = "〔多少钱〕" if case.refund is None else f" {_yuan(case.refund)} 元"
    return _TEXTS[here].format(
        goods=case.product.strip() or "这件货",
        by=f"{by.month}月{by.day}日 {by:%H:%M} 前" if by else "〔几点前〕",
        reason=f"（{case.reason.strip()}）" if case.reason.strip() else "",
        fault=_FAULTS[file.fault],
        plan=_PLANS[file.plan].format(money=money),
    )


def _yuan(fen: int) -> str:
    return f"{fen // 100}" if fen % 100 == 0 else f"{fen // 100}.{fen % 100:02}"
