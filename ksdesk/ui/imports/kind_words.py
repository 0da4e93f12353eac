"""Words for the kinds of table that are imported, and for what stands in them."""

from __future__ import annotations

from ksdesk.domain.records import FIELDS, RECORDS, Record, RecordField
from ksdesk.domain.traffic import from_seconds
from ksdesk.ui.parts import measure_words
from ksdesk.ui.parts.texts import in_chinese, moment_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

said = Words("ImportKinds")

KINDS = {
    "traffic": QT_TRANSLATE_NOOP("ImportKinds", "Traffic report"),
    "products": QT_TRANSLATE_NOOP("ImportKinds", "Products"),
}
BELONGS = {
    "platform": QT_TRANSLATE_NOOP("ImportKinds", "Platform"),
    "account": QT_TRANSLATE_NOOP("ImportKinds", "Account ID"),
    "account_name": QT_TRANSLATE_NOOP("ImportKinds", "Account"),
    "campaign": QT_TRANSLATE_NOOP("ImportKinds", "Campaign ID"),
    "campaign_name": QT_TRANSLATE_NOOP("ImportKinds", "Campaign"),
    "unit": QT_TRANSLATE_NOOP("ImportKinds", "Ad group ID"),
    "unit_name": QT_TRANSLATE_NOOP("ImportKinds", "Ad group"),
    "ad": QT_TRANSLATE_NOOP("ImportKinds", "Creative ID"),
    "ad_name": QT_TRANSLATE_NOOP("ImportKinds", "Creative"),
    "live": QT_TRANSLATE_NOOP("ImportKinds", "Live ID"),
    "live_name": QT_TRANSLATE_NOOP("ImportKinds", "Live"),
    "way": QT_TRANSLATE_NOOP("ImportKinds", "Aim"),
}
ENCODINGS = {"xlsx": "Excel", "xls": "Excel", "ods": "ODS", "html": "HTML"}
PRIVATE = QT_TRANSLATE_NOOP("ImportKinds", "not kept: a buyer's personal data")
REASONS = {
    "no_number": QT_TRANSLATE_NOOP("ImportKinds", "the number is empty or 0, this row is left out"),
    "lost_digits": QT_TRANSLATE_NOOP(
        "ImportKinds", "“{value}” has lost digits in Excel, this row is left out"
    ),
    "bad_direction": QT_TRANSLATE_NOOP(
        "ImportKinds", "“{value}” says neither in nor out, this row is left out"
    ),
    "no_amount": QT_TRANSLATE_NOOP("ImportKinds", "no amount, this row is left out"),
}
PROBLEMS = {
    "password": (
        QT_TRANSLATE_NOOP("ImportKinds", "{name} needs a password"),
        QT_TRANSLATE_NOOP(
            "ImportKinds",
            "Type the password that the platform showed when you exported it. It is not kept."
            " Or open the file in WPS or Excel, take the password off and save it.",
        ),
    ),
    "wrong_password": (
        QT_TRANSLATE_NOOP("ImportKinds", "That is not the password of {name}"),
        QT_TRANSLATE_NOOP(
            "ImportKinds",
            "Look at it again: capitals count. It was shown when you exported the file.",
        ),
    ),
    "too_many": (
        QT_TRANSLATE_NOOP("ImportKinds", "{name} has more cells than can be read at once"),
        QT_TRANSLATE_NOOP(
            "ImportKinds", "Open it in Excel or WPS, save it as CSV UTF-8, then bring that file."
        ),
    ),
    "bomb": (
        QT_TRANSLATE_NOOP("ImportKinds", "{name} would unpack to far more than a table"),
        QT_TRANSLATE_NOOP(
            "ImportKinds",
            "It is not opened, for it could stop this computer."
            " Export it from the platform once more.",
        ),
    ),
    "damaged": (
        QT_TRANSLATE_NOOP("ImportKinds", "{name} is damaged"),
        QT_TRANSLATE_NOOP(
            "ImportKinds",
            "Export it once more, or open it in Excel or WPS and save it as CSV.",
        ),
    ),
}


def kind_name(kind: str) -> str:
    """What a kind of table is called."""
    return said(KINDS[kind]) if kind in KINDS else _word(RECORDS[kind])


def kind_options() -> list[tuple[str, str]]:
    """All kinds, for the choice of another one; any other table at the end."""
    known = [record.kind for record in RECORDS.values() if not record.is_own]
    return [(kind, kind_name(kind)) for kind in ("traffic", *known, "products", "any")]


def field_word(code: str) -> str | None:
    """A field of an order or of money, None for what is not one of them."""
    return _word(FIELDS[code]) if code in FIELDS else None


def _word(named: RecordField | Record) -> str:
    return named.zh if in_chinese() else named.en


def field_options(kind: str) -> list[tuple[str, str]]:
    """The roles that the fields of a kind are; none for traffic."""
    record = RECORDS.get(kind)
    if record is None or record.is_own:
        return []
    return [
        (f"{'identity' if field.kind == 'text' else 'measure'}:{field.code}", _word(field))
        for field in record.fields
    ]


def need_word(need: str) -> str:
    """What must be said first: “missing:order_no”."""
    code = need.partition(":")[2]
    text = QT_TRANSLATE_NOOP("ImportKinds", "Say first which column is “{field}”")
    return said(text).format(field=field_word(code) or code)


def is_figure(field: str) -> bool:
    """Whether a field of an order or of money holds a figure or a moment."""
    return field in FIELDS and FIELDS[field].kind != "text"


def is_money(code: str) -> bool:
    """Whether a field of an order or of money holds amounts."""
    return code in FIELDS and FIELDS[code].kind == "money"


def figure_text(field: str, value: float | None) -> str:
    """A figure of any kind as the seller reads it."""
    if value is None or field not in FIELDS:
        return measure_words.figure_text(field, value)
    kind = FIELDS[field].kind
    if kind == "moment":
        return moment_text(from_seconds(int(value)))
    if kind == "money":
        return measure_words.figure_text("spend", value)
    return measure_words.plain_number(value)
