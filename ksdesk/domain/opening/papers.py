"""The papers (证件) that a shop is opened with, and how sure it is that each is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

Confidence = Literal["confirmed", "weak", "seed", "general"]
"""confirmed: official-derived or two sources that agree; weak: one source; seed: the chapter of
2021-04-02 alone; general: common knowledge of the trade, no source found."""

When = Literal["always", "own_brand", "licensed_brand"]
"""Whether a paper is always asked for, or only for one's own or for somebody else's brand."""


@dataclass(frozen=True, slots=True)
class ChecklistPaper:
    """One line of a shop type's checklist; ``code`` is turned into words by the screen."""

    code: str
    confidence: Confidence
    source: str
    when: When = "always"


# 身份证 正面, 背面, 手持
ID_PHOTOS: Final = tuple(
    ChecklistPaper(code, "confirmed", "SEED; PG-realname1")
    for code in ("id_front", "id_back", "id_holding")
)
# 营业执照 + 经营者身份证
SOLE_TRADER_PAPERS: Final = (
    ChecklistPaper("business_licence", "general", ""),
    ChecklistPaper("operator_id", "general", ""),
)
# 营业执照 + 法人身份证 + 对公账户
COMPANY_PAPERS: Final = tuple(
    ChecklistPaper(code, "weak", "PG-nctoro1; PG-nctoro2")
    for code in ("business_licence", "legal_person_id", "corporate_account")
)
# 完整供应链凭证
SUPPLY_CHAIN_PROOF: Final = ChecklistPaper("supply_chain_proof", "weak", "PG-type")
# 商标注册证
TRADEMARK_CERTIFICATE: Final = ChecklistPaper(
    "trademark_certificate", "weak", "PG-type", "own_brand"
)
# 授权书: each link from the trademark's owner down to the shop
AUTHORISATION_CHAIN: Final = ChecklistPaper(
    "authorisation_chain", "weak", "PG-type", "licensed_brand"
)
# 独占授权
EXCLUSIVE_AUTHORISATION: Final = ChecklistPaper(
    "exclusive_authorisation", "weak", "PG-type", "licensed_brand"
)
# 35 类商标, owned or with its 独占授权
SERVICE_TRADEMARK: Final = ChecklistPaper("service_trademark_35", "weak", "PG-type")
FULL_CHAIN: Final = ChecklistPaper("authorisation_chain", "weak", "PG-type")

PHOTOGRAPHED: Final = {
    "id_front": ("front",),
    "id_back": ("back",),
    "id_holding": ("holding",),
    "operator_id": ("front", "back"),  # 经营者 is who verifies himself
}
"""Papers that are at hand once these sides were photographed for the real-name check."""


def photographed(realname: Mapping[str, Any]) -> set[str]:
    """The papers whose photos are good, by the fields of the real-name step."""

    def good(side: str) -> bool:
        return (realname.get(f"{side}_verdict") or {}).get("status") == "good"

    return {code for code, sides in PHOTOGRAPHED.items() if all(map(good, sides))}


PAPER_CODES: Final = frozenset(
    paper.code
    for paper in (
        *ID_PHOTOS,
        *SOLE_TRADER_PAPERS,
        *COMPANY_PAPERS,
        SUPPLY_CHAIN_PROOF,
        TRADEMARK_CERTIFICATE,
        AUTHORISATION_CHAIN,
        EXCLUSIVE_AUTHORISATION,
        SERVICE_TRADEMARK,
    )
)
"""Every code that a checklist may contain."""
