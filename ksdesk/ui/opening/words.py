"""The wizard's words by step, reason and shop type. The phone's own words stay Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

said = Words("Opening")

CHAPTERS: Final[Mapping[str, str]] = {
    "entry": QT_TRANSLATE_NOOP("Opening", "Find the way in"),
    "open": QT_TRANSLATE_NOOP("Opening", "Open the shop"),
    "realname": QT_TRANSLATE_NOOP("Opening", "Real name"),
    "type": QT_TRANSLATE_NOOP("Opening", "Kind of shop"),
    "deposit": QT_TRANSLATE_NOOP("Opening", "Deposit"),
    "done": QT_TRANSLATE_NOOP("Opening", "Done"),
}

TITLES: Final[Mapping[str, str]] = {
    "entry.settings": QT_TRANSLATE_NOOP("Opening", "Tap 「设置」 (settings)"),
    "entry.fentiao": QT_TRANSLATE_NOOP("Opening", "Under 「服务」 (services), tap 「快手粉条」"),
    "entry.promo": QT_TRANSLATE_NOOP("Opening", "Tap 「小店推广」 (shop promotion), lower right"),
    "entry.works": QT_TRANSLATE_NOOP("Opening", "Arrive at 「推广小店作品」 (promote works)"),
    "entry.go_open": QT_TRANSLATE_NOOP("Opening", "Tap 「去开通小店」 (open a shop) below"),
    "open.start": QT_TRANSLATE_NOOP("Opening", "Tap 「开店」 (open shop), upper right"),
    "open.verify": QT_TRANSLATE_NOOP("Opening", "In the prompt, tap 「去认证」 (verify)"),
    "realname.upload": QT_TRANSLATE_NOOP("Opening", "Check the photos here before uploading them"),
    "type.choose": QT_TRANSLATE_NOOP("Opening", "Choose the kind of shop"),
    "deposit.quote": QT_TRANSLATE_NOOP("Opening", "How much deposit is due"),
    "done": QT_TRANSLATE_NOOP("Opening", "You have been through all of it"),
}

SENTENCES: Final[Mapping[str, str]] = {
    "entry.settings": QT_TRANSLATE_NOOP(
        "Opening",
        "Open Kuaishou on the phone and find 「设置」; where it is differs from version to version."
        " Tapping the drawing goes on too, so you can rehearse first.",
    ),
    "entry.fentiao": QT_TRANSLATE_NOOP(
        "Opening",
        "You should be on the page 「设置」 now. Scroll to the section 「服务」;"
        " 「快手粉条」 is in it.",
    ),
    "entry.promo": QT_TRANSLATE_NOOP(
        "Opening",
        "You should be on the page 「快手粉条」 now. It is the rightmost in the bottom row."
        " Tapping the drawing goes on too, so you can rehearse first.",
    ),
    "entry.works": QT_TRANSLATE_NOOP(
        "Opening",
        "After that tap the title at the top should read 「推广小店作品」. If it does not,"
        " go back on the phone and tap 「小店推广」 again.",
    ),
    "entry.go_open": QT_TRANSLATE_NOOP(
        "Opening",
        "Still on the page 「推广小店作品」. 「去开通小店」 at the bottom leads to 「快手小店」.",
    ),
    "open.start": QT_TRANSLATE_NOOP(
        "Opening",
        "You should be on the page 「快手小店」 now. 「开店」 at the upper right"
        " applies for a shop.",
    ),
    "open.verify": QT_TRANSLATE_NOOP(
        "Opening",
        "A prompt says 「开通快手小店需要通过实名认证」: opening needs real-name verification."
        " The page after 「去认证」 asks for photos, so check them here first.",
    ),
    "realname.upload": "",
    "type.choose": QT_TRANSLATE_NOOP(
        "Opening",
        "Papers and deposit differ with the kind. Once chosen, the papers it needs are listed"
        " below: tick off what you have.",
    ),
    "deposit.quote": QT_TRANSLATE_NOOP(
        "Opening",
        "The rule book says so line by line below. What the phone shows counts: once you see it,"
        " type it in.",
    ),
    "done": "",
}

MEANINGS: Final[Mapping[str, str]] = {
    "设置": QT_TRANSLATE_NOOP("Phone", "Settings"),
    "服务": QT_TRANSLATE_NOOP("Phone", "Services"),
    "快手粉条": QT_TRANSLATE_NOOP("Phone", "Kuaishou Fentiao, paid promotion"),
    "小店推广": QT_TRANSLATE_NOOP("Phone", "Shop promotion"),
    "推广小店作品": QT_TRANSLATE_NOOP("Phone", "Promote the shop's works"),
    "去开通小店": QT_TRANSLATE_NOOP("Phone", "Go and open a shop"),
    "快手小店": QT_TRANSLATE_NOOP("Phone", "Kuaishou shop"),
    "开店": QT_TRANSLATE_NOOP("Phone", "Open a shop"),
    "开通快手小店需要通过实名认证": QT_TRANSLATE_NOOP(
        "Phone", "Opening a Kuaishou shop needs real-name verification"
    ),
    "去认证": QT_TRANSLATE_NOOP("Phone", "Go and verify"),
    "上传身份证明": QT_TRANSLATE_NOOP("Phone", "Upload proof of identity"),
    "身份证正面": QT_TRANSLATE_NOOP("Phone", "Front of the ID card"),
    "身份证背面": QT_TRANSLATE_NOOP("Phone", "Back of the ID card"),
    "手持身份证": QT_TRANSLATE_NOOP("Phone", "You, holding the ID card"),
    "开店类型": QT_TRANSLATE_NOOP("Phone", "Kind of shop"),
    "保证金": QT_TRANSLATE_NOOP("Phone", "Deposit"),
    "应缴": QT_TRANSLATE_NOOP("Phone", "Due"),
}


def chapter_of(step: str) -> str:
    """The chapter that a step belongs to."""
    return step.partition(".")[0]


def meanings() -> dict[str, str]:
    """What the phone's words mean, in the app's language."""
    return {word: QCoreApplication.translate("Phone", text) for word, text in MEANINGS.items()}
