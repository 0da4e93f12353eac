"""Where the seller is, in words: the line above a step's title, and the chapters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ksdesk.domain import opening
from ksdesk.ui.opening.chapters import Chapter
from ksdesk.ui.opening.drafts import Drafts
from ksdesk.ui.opening.words import CHAPTERS, said
from ksdesk.ui.parts import shop_type_words


def crumb(name: str) -> str:
    """Chapter and tap of a step: "第 1 章 · 找入口 · 5 下里的第 3 下"."""
    step = opening.step(name)
    number = opening.CHAPTERS.index(step.chapter) + 1
    word = said(CHAPTERS[step.chapter])
    taps = len(opening.steps_of(step.chapter))
    if taps > 1:
        text = QCoreApplication.translate(
            "OpeningPage", "Chapter {n} · {chapter} · tap {tap} of {taps}"
        )
        return text.format(n=number, chapter=word, tap=step.tap, taps=taps)
    if step.screen:
        text = QCoreApplication.translate("OpeningPage", "Chapter {n} · {chapter} · {screen}")
        return text.format(n=number, chapter=word, screen=step.screen)
    text = QCoreApplication.translate("OpeningPage", "Chapter {n} · {chapter}")
    return text.format(n=number, chapter=word)


def chapters(drafts: Drafts) -> list[Chapter]:
    """All chapters as they stand."""
    saved = {name: drafts.fields(name) for name in drafts.visited}
    shop = str(drafts.fields("type.choose").get("shop_type") or "")
    found = opening.chapter_progress(drafts.place, drafts.done, saved)
    return [_chapter(each, shop) for each in found]


def _chapter(progress: opening.ChapterProgress, shop: str) -> Chapter:
    return Chapter(
        progress.chapter,
        said(CHAPTERS[progress.chapter]),
        progress.state,
        _second(progress, shop),
        attention=progress.attention > 0,
    )


def _second(progress: opening.ChapterProgress, shop: str) -> str:
    """The line under a chapter's word, "" for none."""
    if progress.state == "ahead":
        return ""
    if progress.attention:
        text = QCoreApplication.translate("OpeningPage", "{n} fine, {m} to redo")
        return text.format(n=progress.good, m=progress.attention)
    if progress.chapter == "type" and shop:
        return shop_type_words.said(shop_type_words.TYPES[shop])
    if progress.good:
        return QCoreApplication.translate("OpeningPage", "{n} fine").format(n=progress.good)
    if progress.state == "current" and progress.steps > 1:
        text = QCoreApplication.translate("OpeningPage", "tap {tap} of {taps}")
        return text.format(tap=progress.tap, taps=progress.steps)
    if progress.state == "done":
        return QCoreApplication.translate("OpeningPage", "finished")
    return ""
