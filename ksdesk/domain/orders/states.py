"""Where an order stands, read from what the platform's files call it, old words and new ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from ksdesk.domain.order_states import is_sale

STATES: Final = ("unknown", "unpaid", "blocked", "to_ship", "part", "shipped", "done", "closed")
"""blocked: paid, and must not be shipped yet (拼团中, 风控审核中); part: some of it is on its way;
closed: 订单失败, 交易关闭, cancelled, paid back as a whole."""

WAITING: Final = ("to_ship", "part", "blocked")
"""Where something of an order is still to be sent."""

CODES: Final = {
    "0": "unknown",
    "10": "unpaid",
    "30": "to_ship",
    "40": "shipped",
    "50": "shipped",
    "70": "done",
    "80": "closed",
}
"""The numbers of the platform: 未知, 待付款, 已付款, 已发货, 已签收, 订单成功, 订单失败."""

_WORDS: Final = (
    ("unpaid", r"[待未](付|支付|买家付|用户付)|等待.{0,4}付款|付款中|支付中"),
    ("blocked", r"拼团中|待成团|未成团|拼团进行|风控|审核中|履约拦截"),
    ("part", r"部分(已)?发货"),
    # What awaits its shipping is told before what is paid or shipped: 买家已付款，等待卖家发货.
    (
        "to_ship",
        r"[待未](卖家|商家)?(发货|出库|揽收前)|等待(卖家|商家)?(发货|出库)|备货中|配货"
        r"|待(打单|接单|拣货|备货)|已接单",
    ),
    ("done", r"完成|(?<!支付)(?<!付款)成功|已结算|[已待]评价|已收货"),
    (
        "shipped",
        r"已(发货|出库|寄出|签收|揽收)|待(收货|揽收|签收)|等待(买家)?确认|揽收中|运输|派送|配送中",
    ),
    ("to_ship", r"已(付款|支付)|付款成功|支付成功"),
)
_ENGLISH: Final = (
    ("unpaid", r"unpaid|(awaiting|pending)[ _-]?payment|wait[ _-]?buyer[ _-]?pay"),
    ("part", r"part(ial(ly)?|ly)?[ _-]?(shipped|fulfilled)|consigned[ _-]?part"),
    (
        "to_ship",
        r"(to|awaiting|pending)[ _-]?(be )?ship|wait[ _-]?seller[ _-]?(send|consign)"
        r"|unfulfilled|unshipped|^paid$|processing",
    ),
    ("done", r"complete|finished|success"),
    ("shipped", r"shipped|delivered|in[ _-]transit|fulfilled|wait[ _-]?buyer[ _-]?confirm"),
)


@lru_cache(maxsize=1024)
def state_of(status: str | None) -> str:
    """Which of STATES a state is in a file, by its words or its number.

    >>> (
    ...     state_of("30"),
    ...     state_of("待发货"),
    ...     state_of("订单失败"),
    ...     state_of("交易关闭"),
    ...     state_of(None),
    ... )
    ('to_ship', 'to_ship', 'closed', 'closed', 'unknown')
    """
    text = re.sub(r"\s+", " ", status or "").strip()
    if text in CODES:
        return CODES[text]
    if not text:
        return "unknown"
    for state, words in (*_WORDS[:2], *_ENGLISH[:1]):
        if re.search(words, text, re.IGNORECASE):
            return state
    if not is_sale(text):
        return "closed"
    for state, words in (*_WORDS[2:], *_ENGLISH[1:]):
        if re.search(words, text, re.IGNORECASE):
            return state
    return "unknown"


def joined(states: tuple[str, ...]) -> str:
    """Where an order stands whose lines stand differently: some shipped and some not is part."""
    kinds = set(states)
    if len(kinds) == 1:
        return states[0]
    if "blocked" in kinds:
        return "blocked"
    if kinds & {"to_ship", "part"}:
        return "part" if kinds & {"part", "shipped", "done"} else "to_ship"
    kinds -= {"closed", "unknown"}
    return min(kinds, key=STATES.index) if kinds else "closed"


_NOT_DONE: Final = r"(?!款?(申请|待|中|处理|失败|关闭|取消|撤销|被?拒|被?驳))"
_PART: Final = re.compile(
    rf"部分(商品)?(退货)?退[款货]{_NOT_DONE}|(运费|补偿|差价)退款{_NOT_DONE}|退(差价|运费){_NOT_DONE}"
    r"|退款[(（]部分|part(ial(ly)?)?[ _-]?refund",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    rf"(全额|全部|全款)退款?{_NOT_DONE}|全款已退|已(全额|全部|全款)?退[款货]|^60$"
    r"|(退款|退货|售后)(已)?(成功|完成|完毕|到账)"
    r"|(?<!un)refunded|full[ _-]?refund|refund[ _-]?(success|complete)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def _told(said: str) -> str:
    if _PART.search(said):
        return "part"
    return "whole" if _WHOLE.search(said) else ""


def refund_of(paid: int | None, refunded: int, said: str = "") -> str:
    """What went back of an order: "" nothing, part, whole. Amounts are fen; `said` is what the
    files call its after-sales, which counts where they name no amount.

    >>> refund_of(5_000, 5_000), refund_of(5_000, 1_200), refund_of(5_000, 0, "退款成功")
    ('whole', 'part', 'whole')
    """
    if refunded > 0:
        return "part" if paid is None or refunded < paid else "whole"
    return _told(said)


def refund_of_lines(refunded: int, lines: Iterable[tuple[int | None, str]]) -> str:
    """What went back of an order of several lines, each with what was paid for it and what the
    files call its after-sales; `refunded` is fen of the whole order. Where no amount is named it is
    the whole only if the files say so of every line that was paid for.
    """
    known = [*lines]
    if refunded > 0:
        amounts = [paid for paid, _ in known if paid is not None]
        return refund_of(sum(amounts) if amounts else None, refunded)
    found = {refund_of(None, 0, said) for paid, said in known if paid != 0 or len(known) == 1}
    return found.pop() if len(found) == 1 else "part" if found else ""


def waits(status: str | None, after_sale: str) -> bool:
    """Whether a line of an order is still to be sent: paid, and neither shipped nor paid back."""
    return state_of(status) in WAITING and refund_of(None, 0, after_sale) != "whole"
