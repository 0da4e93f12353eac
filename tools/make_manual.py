"""Make the manual in `docs/` from the handbook's text, with pictures of the tour; `make manual`.

tools/make_manual.py TOUR    renew the pictures of handbook and READMEs, and both manuals
tools/make_manual.py         renew both manuals alone
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from PIL import Image

from ksdesk.actions.guide import HandbookSection, pictures, sections

ROOT = Path(__file__).resolve().parent.parent
WIDE = 900  # px: a quarter wider than shown, so that words stay sharp
README = {
    "opening": "opening-entry-settings-{lang}-light",
    "deposit": "deposit-{lang}-light",
    "traffic": "traffic-{lang}-light",
    "today": "today-{lang}-dark",
}
HEADS = {
    "zh": "# 手册\n\n和软件里的「手册」是同一份文字。蓝字在软件里能点，写着规则的出处和日期。\n",
    "en": "# Manual\n\nThe same text as the app's own handbook. There, blue words lead to the rule"
    " they stand on, with its source and day.\n",
}
OTHERS = {"zh": "\n# 再细一点\n", "en": "\n# In more detail\n"}


def picture_names(section: HandbookSection) -> list[str]:
    """The tour's stops that a section shows."""
    return re.findall(r"\]\(picture:([\w-]+)\)", section.body_markdown)


def renew_pictures(tour: Path, lang: str) -> None:
    """Take each picture that is named from the tour; those that nothing names go."""
    folder = pictures(lang)
    named = {name for section in sections(lang) for name in picture_names(section)}
    for old in folder.glob("*.webp"):
        if old.stem not in named:
            old.unlink()
    for name in sorted(named):
        (source,) = tour.glob(f"[0-9][0-9][0-9]-{name}-{lang}-light.png")
        picture = Image.open(source).convert("RGB")
        size = (WIDE, round(picture.height * WIDE / picture.width))
        picture.resize(size, Image.Resampling.LANCZOS).save(
            folder / f"{name}.webp", quality=66, method=6
        )


def renew_readme(tour: Path, lang: str) -> None:
    """The four pictures of the READMEs."""
    for name, stop in README.items():
        (source,) = tour.glob(f"[0-9][0-9][0-9]-{stop.format(lang=lang)}.png")
        picture = Image.open(source).convert("RGB").quantize(256, Image.Quantize.MEDIANCUT)
        picture.save(ROOT / "docs" / f"{name}-{lang}.png", optimize=True)


def manual(lang: str) -> str:
    """All sections as one Markdown page, the ten questions first."""
    every = sections(lang)
    chapters = [chapter(section, lang) for section in every if section.answers]
    rest = [chapter(section, lang) for section in every if not section.answers]
    return "".join([HEADS[lang], *chapters, OTHERS[lang], *rest])


def chapter(section: HandbookSection, lang: str) -> str:
    """One section; what only the app can open is plain text here."""
    text = re.sub(r"^##", "###", section.body_markdown, flags=re.M)
    text = re.sub(r"\]\(picture:([\w-]+)\)", rf"](../resources/guide/{lang}/\1.webp)", text)
    text = re.sub(r"\]\(section:(\w+)\)", r"](#\1)", text)
    text = re.sub(r"\[([^\]]*)\]\((?:rule|page):[\w./]+\)", r"\1", text)
    return f'\n<a id="{section.name}"></a>\n## {section.title}\n\n{text}'


def main() -> None:
    for lang, file in (("zh", "manual.zh-CN.md"), ("en", "manual.md")):
        if len(sys.argv) > 1:
            renew_pictures(Path(sys.argv[1]), lang)
            renew_readme(Path(sys.argv[1]), lang)
        (ROOT / "docs" / file).write_text(manual(lang), encoding="utf-8")


if __name__ == "__main__":
    main()
