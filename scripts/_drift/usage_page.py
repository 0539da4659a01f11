"""docs/coverage.md: which method calls which operation, from the table of what the facade uses and the pin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from _contract.document import Json, operations

from _drift.usage import Usage

HEAD = """# What the facade covers

Written by `make usage` from [openapi/facade_usage.json](../openapi/facade_usage.json), which the facade's own tests
recorded: what methods send, and what they read themselves. `make check` holds both against the tests.

*Sends* leaves out what stands in the path and the identity headers. *Reads* lists the fields that the facade
interprets; every answer comes back whole and typed. Everything else in the contract is reached through `shop.api`:

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
LEFT = "\n\n## Left to `shop.api`\n\n| operation | module | route | why |\n|---|---|---|---|\n"


def render(usage: Usage, left: dict[str, str], pin: dict[str, Json], package: Path) -> str:
    """The page; `left` says why an operation is not wrapped, `package` is the generated one."""
    routes = {
        operation["operationId"]: f"`{method.upper()} {path.removeprefix('/v3/stores/{store_id}')}`"
        for path, method, operation in operations(pin)
    }
    modules = {
        found[1]: f"`{file.parent.name}.{file.stem}`"
        for file in sorted((package / "api").glob("*/*.py"))
        if (found := re.search(r'^OPERATION = Operation\(\s*id="(\w+)"', file.read_text("utf-8"), re.MULTILINE))
    }

    def line(*cells: str) -> str:
        return f"| {' | '.join(cells)} |"

    def named(operation: str) -> tuple[str, str, str]:
        return operation, modules.get(operation, "gone"), routes.get(operation, "gone")

    rows = [
        line(f"`{row.method}`", *named(row.operation_id), _names(row.sends, usage.identity), _names(row.reads))
        for row in usage.rows
    ]
    return HEAD + "\n".join(rows) + LEFT + "\n".join(line(*named(name), why) for name, why in left.items()) + "\n"


def _names(paths: Iterable[str], without: Iterable[str] = ()) -> str:
    return ", ".join(f"`{path}`" for path in paths if path not in without)
