"""Shop types (店铺类型) of 快手小店: who may open each, and with which papers.

``platform_code`` is the official ``shopType`` of Kuaishou's merchant API (confirmed). Who may open
and the papers are re-tellings of the platform's rule, each with its confidence and source; the
rule itself is 《快手小店开放类目及资质一览表》 in the 规则中心.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ksdesk.domain.opening import papers
from ksdesk.domain.opening.identity import CompanyKind
from ksdesk.domain.opening.papers import ChecklistPaper, Confidence

RULE_CENTRE: Final = "https://www.kwaixiaodian.com/rules"
"""Where the 规则中心 is: shown as text and QR for the phone, never opened from here."""


@dataclass(frozen=True, slots=True)
class ShopType:
    """One shop type.

    ``who`` is a code for who may open it: ``anyone`` (a person with an ID card), ``sole_trader``
    (个体工商户), ``company`` (without brand papers), ``brands_same_group`` (two or more brands of
    one first-level category), ``one_brand_or_owner`` (one brand, own or licensed, or several of
    the same actual controller), ``own_or_exclusive_brand`` (own, or one with 独占授权; only brands
    of the platform's pool), ``mall`` (a class-35 service trademark and two or more brands).
    ``brand_limited``: some brands cannot enter (部分品牌无法入驻), ``brand_limit_source`` says who
    says so. ``subject`` is the kind of licence that its 统一社会信用代码 should name.
    """

    code: str
    platform_code: int
    who: str
    checklist: tuple[ChecklistPaper, ...]
    confidence: Confidence
    source: str
    subject: CompanyKind | None = None
    min_brands: int = 0
    brand_limit_source: str = ""

    @property
    def papers(self) -> tuple[str, ...]:
        """The codes of the checklist, in order."""
        return tuple(paper.code for paper in self.checklist)

    @property
    def needs_uscc(self) -> bool:
        """Whether a business licence, and with it a 统一社会信用代码, is needed."""
        return self.subject is not None

    @property
    def needs_brand(self) -> bool:
        """Whether brand, trademark, authorisation and its last day are asked for."""
        return self.min_brands > 0

    @property
    def brand_limited(self) -> bool:
        """Whether to warn that some brands cannot enter."""
        return bool(self.brand_limit_source)


SHOP_TYPES: Final[tuple[ShopType, ...]] = (
    ShopType(  # 个人店
        code="personal",
        platform_code=6,
        who="anyone",
        checklist=papers.ID_PHOTOS,
        confidence="confirmed",
        source="KS-API; SEED",
    ),
    ShopType(  # 个体工商户
        code="sole_trader",
        platform_code=7,
        who="sole_trader",
        checklist=(*papers.ID_PHOTOS, *papers.SOLE_TRADER_PAPERS),
        confidence="general",
        source="KS-API",
        subject="sole_trader",
    ),
    ShopType(  # 普通企业店
        code="company",
        platform_code=5,
        who="company",
        checklist=(*papers.COMPANY_PAPERS, papers.SUPPLY_CHAIN_PROOF),
        confidence="weak",
        source="PG-type",
        subject="company",
    ),
    ShopType(  # 专营店
        code="specialty",
        platform_code=3,
        who="brands_same_group",
        checklist=(
            *papers.COMPANY_PAPERS,
            papers.TRADEMARK_CERTIFICATE,
            papers.AUTHORISATION_CHAIN,
        ),
        confidence="weak",
        source="PG-type",
        subject="company",
        min_brands=2,
    ),
    ShopType(  # 专卖店
        code="exclusive",
        platform_code=2,
        who="one_brand_or_owner",
        checklist=(
            *papers.COMPANY_PAPERS,
            papers.TRADEMARK_CERTIFICATE,
            papers.AUTHORISATION_CHAIN,
        ),
        confidence="weak",
        source="PG-type",
        subject="company",
        min_brands=1,
        brand_limit_source="SEED",
    ),
    ShopType(  # 旗舰店
        code="flagship",
        platform_code=1,
        who="own_or_exclusive_brand",
        checklist=(
            *papers.COMPANY_PAPERS,
            papers.TRADEMARK_CERTIFICATE,
            papers.EXCLUSIVE_AUTHORISATION,
        ),
        confidence="weak",
        source="PG-type",
        subject="company",
        min_brands=1,
        brand_limit_source="PG-type",
    ),
    ShopType(  # 卖场型旗舰店
        code="mall_flagship",
        platform_code=4,
        who="mall",
        checklist=(*papers.COMPANY_PAPERS, papers.SERVICE_TRADEMARK, papers.FULL_CHAIN),
        confidence="weak",
        source="PG-type",
        subject="company",
        min_brands=2,
    ),
)

_BY_CODE: Final = {each.code: each for each in SHOP_TYPES}


def shop_type(code: str) -> ShopType:
    """The shop type of that code; KeyError for another."""
    return _BY_CODE[code]
