"""What was found in a photo, a number or a day, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.reasons import Reason
from ksdesk.ui.parts.texts import day_text, number_text, size_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

say = Words("Checks")

SIDES = {
    "front": QT_TRANSLATE_NOOP("Checks", "Front"),
    "back": QT_TRANSLATE_NOOP("Checks", "Back"),
    "holding": QT_TRANSLATE_NOOP("Checks", "Held"),
}
VERDICTS = {
    "good": QT_TRANSLATE_NOOP("Checks", "Good"),
    "retake": QT_TRANSLATE_NOOP("Checks", "Retake"),
    "unusable": QT_TRANSLATE_NOOP("Checks", "Unusable"),
}
PLACES = {
    "upper_left": QT_TRANSLATE_NOOP("Checks", "Glare, upper left, {percent}%"),
    "upper_right": QT_TRANSLATE_NOOP("Checks", "Glare, upper right, {percent}%"),
    "lower_left": QT_TRANSLATE_NOOP("Checks", "Glare, lower left, {percent}%"),
    "lower_right": QT_TRANSLATE_NOOP("Checks", "Glare, lower right, {percent}%"),
    "upper": QT_TRANSLATE_NOOP("Checks", "Glare at the top, {percent}%"),
    "lower": QT_TRANSLATE_NOOP("Checks", "Glare at the bottom, {percent}%"),
    "left": QT_TRANSLATE_NOOP("Checks", "Glare at the left, {percent}%"),
    "right": QT_TRANSLATE_NOOP("Checks", "Glare at the right, {percent}%"),
    "centre": QT_TRANSLATE_NOOP("Checks", "Glare in the middle, {percent}%"),
}

# code: what was found, what is advised.
PHOTO = {
    "sharp": (QT_TRANSLATE_NOOP("Checks", "Sharp, no glare"), ""),
    "blurred": (
        QT_TRANSLATE_NOOP("Checks", "Blurred"),
        QT_TRANSLATE_NOOP("Checks", "Rest your arms, or let somebody take it"),
    ),
    "glare": (
        QT_TRANSLATE_NOOP("Checks", "Glare, {percent}% lost"),
        QT_TRANSLATE_NOOP("Checks", "Turn a little from the light and retake it"),
    ),
    "dark": (
        QT_TRANSLATE_NOOP("Checks", "Too dark"),
        QT_TRANSLATE_NOOP("Checks", "Go to a window and retake it"),
    ),
    "card_aspect": (
        QT_TRANSLATE_NOOP("Checks", "Not of the shape of a card"),
        QT_TRANSLATE_NOOP("Checks", "Crop it to the edges of the card"),
    ),
    "too_small": (
        QT_TRANSLATE_NOOP("Checks", "Too small: {short_side} px"),
        QT_TRANSLATE_NOOP("Checks", "The short side needs {least} px"),
    ),
    "empty": (
        QT_TRANSLATE_NOOP("Checks", "The file is empty"),
        QT_TRANSLATE_NOOP("Checks", "Choose another photo"),
    ),
    "not_a_picture": (
        QT_TRANSLATE_NOOP("Checks", "This is no picture"),
        QT_TRANSLATE_NOOP("Checks", "Take JPEG or PNG"),
    ),
    "other_type": (
        QT_TRANSLATE_NOOP("Checks", "{type} cannot be used"),
        QT_TRANSLATE_NOOP("Checks", "Take JPEG or PNG"),
    ),
    "broken": (
        QT_TRANSLATE_NOOP("Checks", "The file is broken"),
        QT_TRANSLATE_NOOP("Checks", "Send it again or take it anew"),
    ),
    "too_many_bytes": (
        QT_TRANSLATE_NOOP("Checks", "The file is too large: {bytes}"),
        QT_TRANSLATE_NOOP("Checks", "Take a normal photo of the card"),
    ),
    "too_many_pixels": (
        QT_TRANSLATE_NOOP("Checks", "The picture is too large"),
        QT_TRANSLATE_NOOP("Checks", "Take it without the high-resolution mode"),
    ),
    "heic_missing": (
        QT_TRANSLATE_NOOP("Checks", "HEIC cannot be read here"),
        QT_TRANSLATE_NOOP("Checks", "Send it as JPEG"),
    ),
    "file_unreadable": (
        QT_TRANSLATE_NOOP("Checks", "The file cannot be opened"),
        QT_TRANSLATE_NOOP("Checks", "Is it still there?"),
    ),
    "crop_to_edges": ("", QT_TRANSLATE_NOOP("Checks", "Crop to the card's edges")),
    "large_file": ("", QT_TRANSLATE_NOOP("Checks", "{bytes}; advised up to 5 MB")),
    "other_format": ("", QT_TRANSLATE_NOOP("Checks", "{type}; JPEG is safest")),
}

NUMBER = {
    "check_digit_ok": QT_TRANSLATE_NOOP("Checks", "check digit right"),
    "old_enough": QT_TRANSLATE_NOOP("Checks", "16 or older"),
    "wrong_character": QT_TRANSLATE_NOOP("Checks", "A character does not belong there"),
    "wrong_character_at": QT_TRANSLATE_NOOP("Checks", "Character {position} does not belong there"),
    "wrong_length": QT_TRANSLATE_NOOP("Checks", "It needs 18 characters"),
    "wrong_length_of": QT_TRANSLATE_NOOP("Checks", "{length} characters, it needs {expected}"),
    "check_digit": QT_TRANSLATE_NOOP("Checks", "The check digit is wrong: compare it again"),
    "birthday_impossible": QT_TRANSLATE_NOOP("Checks", "The birthday in it does not exist"),
    "birthday_in_future": QT_TRANSLATE_NOOP("Checks", "The birthday in it is still to come"),
    "birthday_too_long_ago": QT_TRANSLATE_NOOP("Checks", "The birthday in it is too long ago"),
    "birthday_doubtful": QT_TRANSLATE_NOOP("Checks", "the birthday is doubtful"),
    "too_young": QT_TRANSLATE_NOOP("Checks", "Younger than 16: opening is advised from 16"),
    "unknown_region": QT_TRANSLATE_NOOP("Checks", "unknown region, compare the first 6 digits"),
    "residence_permit": QT_TRANSLATE_NOOP(
        "Checks", "residence permit of Hong Kong, Macao or Taiwan: compare it by eye"
    ),
    "foreign_resident": QT_TRANSLATE_NOOP("Checks", "foreign resident's card: compare it by eye"),
    "old_number": QT_TRANSLATE_NOOP("Checks", "old number of 15 digits: compare it by eye"),
    "code_ok": QT_TRANSLATE_NOOP("Checks", "check digit right"),
    "other_kind": QT_TRANSLATE_NOOP("Checks", "it is the code of another kind of subject"),
    "long_term": QT_TRANSLATE_NOOP("Checks", "Long-term, does not end"),
    "valid": QT_TRANSLATE_NOOP("Checks", "Valid for {days} days"),
    "ends_soon": QT_TRANSLATE_NOOP("Checks", "Ends in {days} days, better renew it first"),
    "expired": QT_TRANSLATE_NOOP("Checks", "Ended {days} days ago, renew it first"),
    "very_late": QT_TRANSLATE_NOOP("Checks", "Over {years} years away: mistyped?"),
    "empty": "",
}
ONE_DAY = {
    "valid": QT_TRANSLATE_NOOP("Checks", "Valid for 1 day"),
    "ends_soon": QT_TRANSLATE_NOOP("Checks", "Ends in 1 day, better renew it first"),
    "expired": QT_TRANSLATE_NOOP("Checks", "Ended 1 day ago, renew it first"),
}
KINDS = {"good": "good", "hint": "good", "warn": "warn", "review": "warn", "bad": "bad"}


def photo_lines(reasons: Sequence[Reason]) -> tuple[str, str]:
    """What was found in a photo and what is advised, one line each."""
    heavy = [each for each in reasons if each.code not in ("no_glare",)]
    first = next((_photo(each)[0] for each in heavy if _photo(each)[0]), "")
    second = next((_photo(each)[1] for each in heavy if _photo(each)[1]), "")
    return first, second


def _photo(found: Reason) -> tuple[str, str]:
    facts = _figures(found.facts)
    first, second = PHOTO.get(found.code, ("", ""))
    if found.code == "glare":
        first = PLACES.get(str(found.facts.get("place")), first)
    return say(first, **facts), say(second, **facts)


def _figures(facts: Mapping[str, object]) -> dict[str, object]:
    """The figures as they are read: sizes with their unit, no needless decimals."""
    said: dict[str, object] = {}
    for name, value in facts.items():
        if name == "bytes" and isinstance(value, int):
            said[name] = size_text(value)
        elif isinstance(value, float):
            said[name] = f"{value:g}" if value == int(value) else number_text(value, 1)
        else:
            said[name] = value
    return said


def number_line(reasons: Sequence[Reason], level: str) -> tuple[str, str]:
    """Kind and sentence under a number or a day."""
    if level in ("bad", "review"):
        told = [each for each in reasons if each.level == level]
    else:
        told = list(reasons)
    words = [_number(each) for each in told]
    sentence = _joined([word for word in words if word])
    return KINDS[level], sentence


def _number(found: Reason) -> str:
    longer = {"wrong_character": "wrong_character_at", "wrong_length": "wrong_length_of"}
    code = longer.get(found.code, found.code) if found.facts else found.code
    texts = ONE_DAY if found.facts.get("days") == 1 else NUMBER
    return say(texts.get(code, ""), **found.facts)


def _joined(words: Sequence[str]) -> str:
    text = QCoreApplication.translate("Checks", ", ").join(words)
    return text[:1].upper() + text[1:]


def looked_at(day: str | None) -> str:
    """When something was checked whose content is gone."""
    if not day:
        return ""
    text = QCoreApplication.translate("Checks", "Checked {day}; not kept")
    return text.format(day=day_text(date.fromisoformat(day)))
