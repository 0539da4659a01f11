"""Write docs/coverage.md from the facade's coverage table and the pin, or with --check prove that it is current."""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from nexus_storefront.coverage import ELSEWHERE, ROWS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs" / "coverage.md"
PIN = ROOT / "openapi" / "nexus-commerce-v3.json"
API = ROOT / "generated" / "nexus_commerce" / "api"

HEAD = """# What the facade covers

Written by `scripts/coverage_docs.py` from `nexus_storefront.coverage`; a test holds that table against the pinned
contract and against what the methods really send.

*Sends* leaves out the store's id and the identity headers. *Reads* lists the fields that the facade interprets itself;
every answer comes back whole and typed. Everything else in the contract is reached through `shop.api`:

```python
from nexus_commerce.api.storefront import count_storefront_items  # the *module* below, in `nexus_commerce.api`
from nexus_storefront import Storefront

with Storefront.from_env() as shop:
    answer = count_storefront_items.sync(shop.store_id, client=shop.api)
    assert answer.total == shop.catalog.count()
```

| method | operation | module | route | sends | reads |
|---|---|---|---|---|---|
"""


def render() -> str:
    """The page."""
    routes = {
        operation["operationId"]: f"{method.upper()} {path.removeprefix('/v3/stores/{store_id}')}"
        for path, methods in json.loads(PIN.read_bytes())["paths"].items()
        for method, operation in methods.items()
        if "operationId" in operation
    }
    modules = {
        found[1]: f"`{file.parent.name}.{file.stem}`"
        for file in API.glob("*/*.py")
        if (found := re.search(r'^OPERATION = Operation\(\s*id="(\w+)"', file.read_text("utf-8"), re.MULTILINE))
    }
    lines = []
    for row in ROWS:
        method = row.method if row.method.startswith("(") else f"`{row.method}`"
        named = [method, row.operation_id, modules[row.operation_id], f"`{routes[row.operation_id]}`"]
        cells = [*named, _names(row.sends), _names(row.reads)]
        lines.append(f"| {' | '.join(cells)} |")
    left = [
        f"| {operation} | {modules[operation]} | `{routes[operation]}` | {why} |"
        for operation, why in ELSEWHERE.items()
    ]
    return (
        HEAD
        + "\n".join(lines)
        + "\n\n## Left to `shop.api`\n\n| operation | module | route | why |\n|---|---|---|---|\n"
        + "\n".join(left)
        + "\n"
    )


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the page is not current")
    options = parser.parse_args(argv)
    page = render()
    if options.check:
        current = DOCS.is_file() and DOCS.read_text("utf-8") == page
        if not current:
            print("docs/coverage.md is not current: run scripts/coverage_docs.py", file=sys.stderr)
        return 0 if current else 1
    DOCS.parent.mkdir(exist_ok=True)
    DOCS.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
