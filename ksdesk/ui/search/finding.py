"""One question put to everything: done in a worker, in one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from ksdesk.actions import guide
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.products import Product
from ksdesk.domain.rulebook import Rule
from ksdesk.domain.search import (
    ELSEWHERE,
    MOST,
    FoundName,
    FoundOrder,
    Hit,
    fit,
    merge,
    words_of,
)
from ksdesk.storage import Reader
from ksdesk.ui.deposit import words as deposit_words
from ksdesk.ui.guide.find import find_rules, find_sections
from ksdesk.ui.guide.words import topic_of, topic_word
from ksdesk.ui.imports.kind_words import kind_name
from ksdesk.ui.parts import rule_words
from ksdesk.ui.parts.account_words import account_word
from ksdesk.ui.parts.texts import (
    day_text,
    elide,
    moment_text,
    money_text,
    signed_money_text,
    yuan_text,
)
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.products.links.words import named
from ksdesk.ui.products.words import state_word
from ksdesk.ui.search.places import find_places
from ksdesk.ui.shell.context import Context

GROUPS = {
    "page": QT_TRANSLATE_NOOP("Search", "Pages"),
    "product": QT_TRANSLATE_NOOP("Search", "Products"),
    "order": QT_TRANSLATE_NOOP("Search", "Orders"),
    "entry": QT_TRANSLATE_NOOP("Search", "Deposit ledger"),
    "plan": QT_TRANSLATE_NOOP("Search", "Promotion plans"),
    "running_sheet": QT_TRANSLATE_NOOP("Search", "Running orders"),
    "import": QT_TRANSLATE_NOOP("Search", "Imports"),
    "handbook": QT_TRANSLATE_NOOP("Search", "Handbook"),
    "rule": QT_TRANSLATE_NOOP("Search", "Rules"),
}
LONGEST = 120  # characters of a title or second line


def group_word(kind: str) -> str:
    """What a kind of hit is called."""
    return QCoreApplication.translate("Search", GROUPS[kind])


def find(ctx: Context, text: str) -> tuple[Hit, ...]:
    """All that fits a text, grouped and ranked; nothing for an empty one."""
    words = words_of(text)
    if not words:
        return ()
    return merge(
        (
            *find_places(words),
            *_in_book(ctx.reader, words),
            *_sections(words),
            *_rules(ctx.rules().on(ctx.clock().date()).values(), words),
        )
    )


def _in_book(reader: Reader, words: Sequence[str]) -> Iterator[Hit]:
    for product in reader.products.find(words, MOST["product"]):
        yield _product(product, words)
    search = reader.search
    for order in search.orders(words, MOST["order"]):
        yield _order(order, words)
    kinds = {word: _kinds_called(word) for word in words}
    for number, entry in search.entries(words, kinds, MOST["entry"]):
        yield _entry(number, entry, words)
    for plan in search.plans(words, MOST["plan"]):
        yield _named("plan", plan, "promotion", f"plans:{plan.number}", words)
    for sheet in search.running_sheets(words, MOST["running_sheet"]):
        yield _named("running_sheet", sheet, "products", f"running:{sheet.number}", words)
    for file in search.imports(words, MOST["import"]):
        yield _named("import", file, "traffic", str(file.number), words)


def _product(product: Product, words: Sequence[str]) -> Hit:
    title = elide(named(product), LONGEST)
    score = fit(words, title, (product.code, product.item_id))
    price = yuan_text(product.price) if product.price is not None else ""
    second = _joined(price, state_word(product.state), product.category, product.code)
    return Hit("product", title, second, "products", str(product.id), max(score, ELSEWHERE))


def _order(order: FoundOrder, words: Sequence[str]) -> Hit:
    score = fit(words, order.order_no, (order.tracking_no,), order.product)
    paid = yuan_text(order.paid) if order.paid is not None else ""
    second = _joined(order.product, moment_text(order.time), paid, order.status, order.tracking_no)
    return Hit("order", order.order_no, second, "orders", order.order_no, max(score, ELSEWHERE))


def _entry(number: int, entry: NewEntry, words: Sequence[str]) -> Hit:
    title = f"{deposit_words.kind_word(entry)} {signed_money_text(entry.amount)}"
    amounts = (money_text(abs(entry.amount)), f"{abs(entry.amount) / 100:g}")
    score = fit(words, title, (*amounts, entry.order), entry.note)
    account = account_word(entry.account)
    day = day_text(entry.day, year=True)
    second = _joined(day, account, entry.note, entry.order)
    return Hit("entry", title, second, "deposit", str(number), max(score, ELSEWHERE))


def _named(kind: str, found: FoundName, topic: str, target: str, words: Sequence[str]) -> Hit:
    day = day_text(found.day) if found.day is not None else ""
    second = _joined(day, kind_name(found.kind) if found.kind else "")
    score = max(fit(words, found.name), ELSEWHERE)
    return Hit(kind, found.name, second, topic, target, score)


def _sections(words: Sequence[str]) -> Iterator[Hit]:
    for hit in find_sections(guide.sections(rule_words.language()), words):
        title, target = hit.section.title, f"section:{hit.section.name}"
        score = max(fit(words, title), ELSEWHERE)
        yield Hit("handbook", title, hit.excerpt, "guide", target, score)


def _rules(rules: Iterable[Rule], words: Sequence[str]) -> Iterator[Hit]:
    for rule in find_rules(rules, words):
        title = elide(rule_words.rule_text(rule), LONGEST)
        second = _joined(topic_word(topic_of(rule.key)), rule_words.short_value_text(rule))
        score = max(fit(words, title), ELSEWHERE)
        yield Hit("rule", title, second, "guide", f"rule:{rule.key}", score)


def _kinds_called(word: str) -> tuple[str, ...]:
    """The kinds of ledger line whose words hold the word."""
    called = (*deposit_words.KINDS.items(), ("paid_in", deposit_words.FIRST_PAYMENT))
    return tuple(code for code, text in called if word in deposit_words.word(text).casefold())


def _joined(*parts: str) -> str:
    return elide(" · ".join(part for part in parts if part), LONGEST)
