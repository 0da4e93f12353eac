"""Buyers' personal data, which no book keeps: names, telephones, addresses below the city,
accounts, numbers of papers. Province and city stay, as does what belongs to the shop, a host or a
product."""

from ksdesk.domain.personal.columns import personal_columns
from ksdesk.domain.personal.labels import (
    is_buyers_address,
    is_buyers_number,
    is_buyers_phone,
    is_note,
    is_personal,
)
from ksdesk.domain.personal.notes import BLOT, blotted, is_address, is_name

__all__ = [
    "BLOT",
    "blotted",
    "is_address",
    "is_buyers_address",
    "is_buyers_number",
    "is_buyers_phone",
    "is_name",
    "is_note",
    "is_personal",
    "personal_columns",
]
