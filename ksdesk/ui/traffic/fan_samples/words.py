"""What a sample of new fans says, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.traffic.fan_sample import FEW, Fan, SampleVerdict, verdict
from ksdesk.domain.traffic.notes import FanSample
from ksdesk.ui.parts.texts import percent_text

KINDS = {"few": "neutral", "odd": "bad", "unclear": "warn", "fine": "good"}

translate = QCoreApplication.translate


def judged(sample: FanSample) -> SampleVerdict:
    """What a sample says."""
    return verdict(
        Fan(works, follows, followers, None if avatar is None else bool(avatar))
        for works, follows, followers, avatar in sample.fans
    )


def verdict_word(found: SampleVerdict) -> str:
    """The verdict for a pill."""
    texts = {
        "few": translate("Samples", "Too few yet"),
        "odd": translate("Samples", "Looks off"),
        "unclear": translate("Samples", "Cannot tell"),
        "fine": translate("Samples", "As real fans are"),
    }
    return texts[found.word]


def verdict_sentence(found: SampleVerdict) -> str:
    """The share with its interval: 50 个里 19 个像假粉：38%，大概在 26%–52% 之间."""
    if found.word == "few":
        text = translate("Samples", "{fakes} of {n} look made up. Note {least} at least to tell.")
        return text.format(fakes=found.fakes, n=found.n, least=FEW)
    text = translate(
        "Samples", "{fakes} of {n} look made up: {share}, with a 95% interval of {low}–{high}"
    )
    return text.format(
        fakes=found.fakes,
        n=found.n,
        share=percent_text(found.share, 0),
        low=percent_text(found.low, 0),
        high=percent_text(found.high, 0),
    )


def interval_text(found: SampleVerdict) -> str:
    """The 95 % interval of the share."""
    return f"{percent_text(found.low, 0)}–{percent_text(found.high, 0)}"


def share_text(share: float) -> str:
    """A share in whole percent."""
    return percent_text(share, 0)
