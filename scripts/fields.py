"""Write docs/fields.md, the tables of what answers hold, from the classes: `python scripts/fields.py`."""

from __future__ import annotations

from pathlib import Path

import _interrupt  # noqa: F401 - first of what is ours
from _docs.fields import page

PAGE = Path(__file__).resolve().parent.parent / "docs" / "fields.md"

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
