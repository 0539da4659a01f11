"""A hook of MkDocs: llms.txt lists the pages in the order of the site, llms-full.txt is all of them."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_pages: list[Page] = []


def on_nav(nav: Navigation, config: MkDocsConfig, files: object) -> Navigation:
    """Remember the order."""
    _pages[:] = nav.pages
    return nav


def first_sentence(text: str) -> str:
    """What a page begins with, outside of its code; nothing if it has no sentence."""
    for part in re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE).split("\n\n"):
        words = " ".join(part.split())
        if words and not words.startswith(("#", "<", "|", ":::", "- ")):
            return words.partition(". ")[0].rstrip(".") + "."
    return ""


def on_post_build(config: MkDocsConfig) -> None:
    """Write both beside the pages."""
    site = Path(config.site_dir)
    lines = [f"# {config.site_name}", "", f"> {config.site_description}", ""]
    whole: list[str] = []
    for page in _pages:
        text = page.markdown or ""
        lines.append(f"- [{page.title}]({page.url or './'}): {first_sentence(text)}".removesuffix(": "))
        whole.append(text.strip() + "\n")
    (site / "llms.txt").write_text("\n".join(lines) + "\n", "utf-8")
    (site / "llms-full.txt").write_text("\n".join(whole), "utf-8")
