"""A hook of MkDocs: llms.txt lists the pages in the order of the site, llms-full.txt is all of them."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_pages: list[Page] = []


def on_nav(nav: Navigation, config: MkDocsConfig, files: object) -> Navigation:
    """Remember the order."""
    _pages[:] = nav.pages
    return nav


def on_post_build(config: MkDocsConfig) -> None:
    """Write both beside the pages."""
    site = Path(config.site_dir)
    lines = [f"# {config.site_name}", "", f"> {config.site_description}", ""]
    whole: list[str] = []
    for page in _pages:
        text = page.markdown or ""
        first = next(
            (line for line in text.splitlines() if line and not line.startswith(("#", "<", "|", "`", "-"))), ""
        )
        lines.append(f"- [{page.title}]({page.url or './'}): {first}")
        whole.append(text.strip() + "\n")
    (site / "llms.txt").write_text("\n".join(lines) + "\n", "utf-8")
    (site / "llms-full.txt").write_text("\n".join(whole), "utf-8")
