"""Who opens which type of shop, and the papers, in words."""

from __future__ import annotations

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

said = Words("ShopTypes")

WHO = {
    "anyone": QT_TRANSLATE_NOOP("ShopTypes", "Anyone with an ID card"),
    "sole_trader": QT_TRANSLATE_NOOP("ShopTypes", "A registered sole trader"),
    "company": QT_TRANSLATE_NOOP("ShopTypes", "A company, without brand papers"),
    "brands_same_group": QT_TRANSLATE_NOOP(
        "ShopTypes", "A company, two brands or more of a category"
    ),
    "one_brand_or_owner": QT_TRANSLATE_NOOP(
        "ShopTypes", "A company with one brand, its own or authorised"
    ),
    "own_or_exclusive_brand": QT_TRANSLATE_NOOP(
        "ShopTypes", "The brand's owner, or its exclusive licensee"
    ),
    "mall": QT_TRANSLATE_NOOP("ShopTypes", "A class 35 trademark, two brands or more"),
}

PAPERS = {
    "id_front": QT_TRANSLATE_NOOP("ShopTypes", "ID card, front"),
    "id_back": QT_TRANSLATE_NOOP("ShopTypes", "ID card, back"),
    "id_holding": QT_TRANSLATE_NOOP("ShopTypes", "You, holding the ID card"),
    "business_licence": QT_TRANSLATE_NOOP("ShopTypes", "Business licence"),
    "operator_id": QT_TRANSLATE_NOOP("ShopTypes", "The operator's ID card"),
    "legal_person_id": QT_TRANSLATE_NOOP("ShopTypes", "The legal representative's ID card"),
    "corporate_account": QT_TRANSLATE_NOOP("ShopTypes", "Company bank account"),
    "supply_chain_proof": QT_TRANSLATE_NOOP("ShopTypes", "Complete proof of the supply chain"),
    "trademark_certificate": QT_TRANSLATE_NOOP("ShopTypes", "Trademark certificate"),
    "authorisation_chain": QT_TRANSLATE_NOOP(
        "ShopTypes", "Authorisations, every link from the owner down to you"
    ),
    "exclusive_authorisation": QT_TRANSLATE_NOOP("ShopTypes", "Exclusive authorisation"),
    "service_trademark_35": QT_TRANSLATE_NOOP("ShopTypes", "Class 35 service trademark"),
}

WHEN = {
    "always": "",
    "own_brand": QT_TRANSLATE_NOOP("ShopTypes", "for a brand of your own"),
    "licensed_brand": QT_TRANSLATE_NOOP("ShopTypes", "for somebody else's brand"),
}

AUTHORISATIONS = {
    "own": QT_TRANSLATE_NOOP("ShopTypes", "My own brand"),
    "licensed": QT_TRANSLATE_NOOP("ShopTypes", "Authorised"),
    "exclusive": QT_TRANSLATE_NOOP("ShopTypes", "Exclusively authorised"),
}
