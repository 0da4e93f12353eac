"""The way to one's own 快手小店 as the phone shows it: chapters, steps and what each step keeps.

The steps are those of the chapter of 2021-04-02 (SEED), in its order. What a step may keep is
declared in ``opening_fields``; pictures and the ID number are in no declaration.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ksdesk.domain.opening.fields import FIELDS, StepField, reasons_of

CHAPTERS: Final = ("entry", "open", "realname", "type", "deposit", "done")
"""找入口, 开店, 实名, 店铺类型, 保证金, 完成."""

PATH_DATE: Final = date(2021, 4, 2)
"""When the path of STEPS was described; newer versions of the app may look different."""


@dataclass(frozen=True, slots=True)
class PhoneStep:
    """One screen of the phone.

    ``tap`` counts from 1 within the chapter. ``screen`` is the page's title on the phone,
    ``control`` the words on what is tapped, both as the phone letters them, empty where unknown;
    ``spot`` says where it is: ``list``, ``service_list`` (「服务」栏), ``lower_right``, ``bottom``,
    ``upper_right``, ``prompt``, or empty where nothing is tapped.
    """

    name: str
    chapter: str
    tap: int
    screen: str = ""
    control: str = ""
    spot: str = ""

    @property
    def fields(self) -> tuple[StepField, ...]:
        """What this step keeps, in order; the seller's note (我的手机不一样) is always among it."""
        return FIELDS[self.name]


STEPS: Final = (
    PhoneStep("entry.settings", "entry", 1, "", "设置", "list"),
    PhoneStep("entry.fentiao", "entry", 2, "设置", "快手粉条", "service_list"),
    PhoneStep("entry.promo", "entry", 3, "快手粉条", "小店推广", "lower_right"),
    # The tap before leads here: this step is to see that one has come to the right page.
    PhoneStep("entry.works", "entry", 4, "推广小店作品", "", ""),
    PhoneStep("entry.go_open", "entry", 5, "推广小店作品", "去开通小店", "bottom"),
    PhoneStep("open.start", "open", 1, "快手小店", "开店", "upper_right"),
    PhoneStep("open.verify", "open", 2, "开通快手小店需要通过实名认证", "去认证", "prompt"),
    PhoneStep("realname.upload", "realname", 1, "上传身份证明"),
    PhoneStep("type.choose", "type", 1),
    PhoneStep("deposit.quote", "deposit", 1),
    PhoneStep("done", "done", 1),
)

STEP_NAMES: Final = tuple(step.name for step in STEPS)
_BY_NAME: Final = {step.name: step for step in STEPS}


def step(name: str) -> PhoneStep:
    """The step of that name; KeyError for another."""
    return _BY_NAME[name]


def steps_of(chapter: str) -> tuple[PhoneStep, ...]:
    """The steps of a chapter, in order."""
    return tuple(each for each in STEPS if each.chapter == chapter)


def step_after(name: str) -> str | None:
    """The name of the next step; None behind the last."""
    at = STEP_NAMES.index(name) + 1
    return STEP_NAMES[at] if at < len(STEP_NAMES) else None


def step_before(name: str) -> str | None:
    """The name of the step before; None before the first."""
    at = STEP_NAMES.index(name)
    return STEP_NAMES[at - 1] if at else None


def clean_fields(name: str, fields: Mapping[str, object]) -> dict[str, object]:
    """What may be written down of a step's fields: only declared ones, each in its own shape.

    This is the seam that keeps pictures and ID numbers out of the book: whatever is not declared
    for the step, or does not have its field's shape all the way down, is left out. The result
    holds str, int, float, bool, None, lists and dicts only, ready for JSON.
    """
    kept: dict[str, object] = {}
    for field in step(name).fields:
        if field.name in fields:
            value = field.clean(fields[field.name])
            if value is not None:
                kept[field.name] = value
    return kept


def with_defaults(name: str, fields: Mapping[str, object]) -> dict[str, object]:
    """All fields of a step: what was kept, the defaults for the rest."""
    kept = clean_fields(name, fields)
    return {field.name: kept.get(field.name, field.default()) for field in step(name).fields}


ChapterState = Literal["done", "current", "ahead", "visited"]


@dataclass(frozen=True, slots=True)
class ChapterProgress:
    """Where a chapter stands.

    ``state``: ``done`` (all its steps finished), ``current``, ``visited`` (left before it was
    finished, may be opened again), ``ahead``. ``finished`` of ``steps`` taps are made; ``tap`` is
    the current one, 0 elsewhere. ``good`` and ``attention`` count the checks kept in its fields
    that are fine and that ask for another look (建议重拍, 不可用, 请人工核对 …).
    """

    chapter: str
    state: ChapterState
    steps: int
    finished: int
    tap: int
    good: int
    attention: int


def chapter_progress(
    current: str,
    finished: Collection[str],
    saved: Mapping[str, Mapping[str, object]],
) -> tuple[ChapterProgress, ...]:
    """All chapters in order, from the current step, the finished ones and the saved fields."""
    return tuple(_progress_of(chapter, current, finished, saved) for chapter in CHAPTERS)


def _progress_of(
    chapter: str,
    current: str,
    finished: Collection[str],
    saved: Mapping[str, Mapping[str, object]],
) -> ChapterProgress:
    names = [each.name for each in steps_of(chapter)]
    made = sum(name in finished for name in names)
    here = step(current).chapter == chapter
    state: ChapterState = "ahead"
    if here:
        state = "current"
    elif made == len(names):
        state = "done"
    elif made or any(name in saved for name in names):
        state = "visited"
    checks = [check for name in names for check in _checks(name, saved.get(name, {}))]
    return ChapterProgress(
        chapter=chapter,
        state=state,
        steps=len(names),
        finished=made,
        tap=step(current).tap if here else 0,
        good=sum(fine for fine in checks),
        attention=sum(not fine for fine in checks),
    )


def _checks(name: str, fields: Mapping[str, object]) -> list[bool]:
    """Each check kept among the fields: whether it needs no further look."""
    kept = clean_fields(name, fields)
    checks = [
        kept[each.name] for each in step(name).fields if each.kind == "check" and each.name in kept
    ]
    return [_is_fine(check) for check in checks if isinstance(check, dict)]


def _is_fine(check: Mapping[str, object]) -> bool:
    warned = any(each.level == "warn" for each in reasons_of(check))
    return check["status"] in ("good", "ok") and not warned
